//! The text of a document to paragraphs, as they stand after every change is accepted.

use super::super::extracted::{BREAK, raised};
use super::super::format::Unread;
use super::super::written::Role;
use super::super::xml::{Step, attribute, is_on, steps};
use super::styles::{Styles, outline};

use quick_xml::events::BytesStart;

/// A paragraph of a document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub words: String,
    pub role: Role,
    /// An item of a list, a cell of a table, a note: no headline stands there.
    pub is_inside: bool,
    /// The notes that it calls, in order.
    pub notes: Vec<(Notes, String)>,
}

/// Where a note is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notes {
    Foot,
    End,
}

/// Elements that go with all they hold: what was deleted or moved away, codes of
/// fields, earlier looks, what older programs show instead, and ruby over the line.
const SILENT: [&str; 11] = [
    "Fallback",
    "del",
    "delInstrText",
    "delText",
    "instrText",
    "moveFrom",
    "numberingChange",
    "pPrChange",
    "rPrChange",
    "rt",
    "sectPr",
];

/// The paragraphs of the part `word/document.xml`.
pub(super) fn read(part: &str, styles: &Styles) -> Result<Vec<Paragraph>, Unread> {
    let mut walk = Walk::new(styles);
    steps(part, |step| walk.step(step))?;
    Ok(walk.finish())
}

/// The paragraphs of the notes in `wanted`, in that order; notes that nothing calls were deleted.
pub(super) fn notes(
    part: &str,
    kind: Notes,
    wanted: &[(Notes, String)],
    styles: &Styles,
) -> Result<Vec<Paragraph>, Unread> {
    let mut found: Vec<(String, Vec<Paragraph>)> = Vec::new();
    let mut walk = Walk::new(styles);
    steps(part, |step| match step {
        Step::Start("footnote" | "endnote", start) => {
            found.push((attribute(start, "id").unwrap_or_default(), Vec::new()));
            walk = Walk::new(styles);
        }
        Step::End("footnote" | "endnote") => {
            let paragraphs = std::mem::replace(&mut walk, Walk::new(styles)).finish();
            if let Some((_, note)) = found.last_mut() {
                *note = paragraphs;
            }
        }
        step => walk.step(step),
    })?;
    let mut paragraphs = Vec::new();
    for (_, id) in wanted.iter().filter(|(of, _)| *of == kind) {
        if let Some((_, note)) = found.iter_mut().find(|(own, _)| own == id) {
            paragraphs.extend(note.drain(..).map(|p| Paragraph { is_inside: true, ..p }));
        }
    }
    Ok(paragraphs)
}

struct Walk<'s> {
    styles: &'s Styles,
    found: Vec<Paragraph>,
    /// Paragraphs that are open: a text box stands inside one.
    open: Vec<Open>,
    /// Paragraphs of text boxes, kept until the one around them ends.
    boxed: Vec<Paragraph>,
    /// Open elements inside which nothing is read.
    silent: usize,
    /// Open cells of tables.
    cells: usize,
    /// Open properties of a paragraph.
    properties: usize,
    /// The next content is the prompt of a form that nobody has filled in.
    is_prompt: bool,
    is_text: bool,
}

#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    run: Run,
    /// Its end was deleted: the next paragraph goes on with it.
    goes_on: bool,
    /// Its end has come and the next paragraph has not.
    waits: bool,
}

#[derive(Default, Clone, Copy)]
struct Run {
    is_hidden: bool,
    is_raised: bool,
}

impl<'s> Walk<'s> {
    fn new(styles: &'s Styles) -> Walk<'s> {
        Walk {
            styles,
            found: Vec::new(),
            open: Vec::new(),
            boxed: Vec::new(),
            silent: 0,
            cells: 0,
            properties: 0,
            is_prompt: false,
            is_text: false,
        }
    }

    fn step(&mut self, step: Step<'_>) {
        match step {
            Step::Start(..) if self.silent > 0 => self.silent += 1,
            Step::End(_) if self.silent > 0 => self.silent -= 1,
            Step::Words(_) if self.silent > 0 => {}
            Step::Start(name, start) => self.start(name, start),
            Step::End(name) => self.end(name),
            Step::Words(words) if self.is_text => self.say(&words),
            Step::Words(_) => {}
        }
    }

    fn start(&mut self, name: &str, start: &BytesStart<'_>) {
        if matches!(name, "del" | "moveFrom") && self.properties > 0 {
            // In the properties of a paragraph: its end is deleted, not its words.
            self.open.last_mut().into_iter().for_each(|open| open.goes_on = true);
        }
        let is_prompt = name == "sdtContent" && std::mem::take(&mut self.is_prompt);
        if SILENT.contains(&name) || is_prompt {
            self.silent = 1;
            return;
        }
        match name {
            "p" => self.open_paragraph(),
            "tc" => self.cells += 1,
            "pPr" => self.properties += 1,
            "showingPlcHdr" => self.is_prompt = is_on(start),
            "r" => self.run(|run| *run = Run::default()),
            "t" => self.is_text = true,
            "tab" if self.properties == 0 => self.say(" "),
            "br" | "cr" => self.say("\n"),
            "noBreakHyphen" => self.say("-"),
            "vanish" | "strike" | "dstrike" if self.properties == 0 && is_on(start) => {
                self.run(|run| run.is_hidden = true);
            }
            "vertAlign" if self.properties == 0 => {
                let is_raised = attribute(start, "val").is_some_and(|value| value == "superscript");
                self.run(|run| run.is_raised = is_raised);
            }
            "pStyle" => {
                let role = attribute(start, "val").map_or(Role::Plain, |id| self.styles.role(&id));
                self.paragraph(|paragraph| paragraph.role = role);
            }
            "outlineLvl" => {
                let role = outline(attribute(start, "val"));
                self.paragraph(|paragraph| {
                    if let (Role::Plain, Some(role)) = (paragraph.role, role) {
                        paragraph.role = role;
                    }
                });
            }
            "numPr" => self.paragraph(|paragraph| paragraph.is_inside = true),
            "footnoteReference" | "endnoteReference" => {
                let of = if name == "footnoteReference" { Notes::Foot } else { Notes::End };
                if let Some(id) = attribute(start, "id") {
                    self.paragraph(|paragraph| paragraph.notes.push((of, id)));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.close_paragraph(),
            "tc" | "txbxContent" => {
                self.cells = self.cells.saturating_sub(usize::from(name == "tc"));
                self.close_waiting();
            }
            "pPr" => self.properties = self.properties.saturating_sub(1),
            "t" => self.is_text = false,
            _ => {}
        }
    }

    fn open_paragraph(&mut self) {
        match self.open.last_mut() {
            // The end of the one before was deleted, so this one is its second half.
            Some(open) if open.waits => (open.goes_on, open.waits) = (false, false),
            _ => self.open.push(Open::default()),
        }
        let is_cell = self.cells > 0;
        self.paragraph(|paragraph| paragraph.is_inside |= is_cell);
    }

    fn close_paragraph(&mut self) {
        match self.open.last_mut() {
            Some(open) if open.goes_on => open.waits = true,
            _ => self.close(),
        }
    }

    /// A cell or a box ends: what waited for a second half has none.
    fn close_waiting(&mut self) {
        if self.open.last().is_some_and(|open| open.waits) {
            self.close();
        }
    }

    fn close(&mut self) {
        let Some(Open { paragraph, .. }) = self.open.pop() else { return };
        if self.open.is_empty() {
            self.found.push(paragraph);
            self.found.append(&mut self.boxed);
        } else {
            self.boxed.push(Paragraph { is_inside: true, ..paragraph });
        }
    }

    fn say(&mut self, words: &str) {
        let Some(Open { paragraph, run, .. }) = self.open.last_mut() else { return };
        if run.is_hidden {
            return;
        }
        match words {
            "\n" => paragraph.words.push(BREAK),
            _ if run.is_raised => paragraph.words.push_str(&raised(words)),
            // A line end of the file is a blank of the text.
            _ => paragraph.words.push_str(&words.replace(BREAK, " ")),
        }
    }

    fn run(&mut self, change: impl FnOnce(&mut Run)) {
        if let Some(open) = self.open.last_mut() {
            change(&mut open.run);
        }
    }

    fn paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(open) = self.open.last_mut() {
            change(&mut open.paragraph);
        }
    }

    /// The paragraphs; one whose end was deleted and that nothing follows ends here.
    fn finish(mut self) -> Vec<Paragraph> {
        self.found.extend(self.open.into_iter().map(|open| open.paragraph));
        self.found.append(&mut self.boxed);
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text with these paragraphs; a line break is `|`.
    fn words(body: &str) -> Vec<String> {
        let part = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
        let paragraphs = read(&part, &Styles::default()).unwrap_or_else(|_| panic!("{body}"));
        paragraphs
            .into_iter()
            .map(|p| p.words.replace(BREAK, "|"))
            .filter(|words| !words.is_empty())
            .collect()
    }

    fn run(words: &str) -> String {
        format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    }

    #[test]
    fn inserted_words_are_text_and_deleted_ones_are_not() {
        let deleted = "<w:del><w:r><w:delText>12</w:delText></w:r></w:del>";
        let moved = "<w:moveFrom><w:r><w:t>20</w:t></w:r></w:moveFrom>";
        let inserted = format!("<w:ins>{}</w:ins><w:moveTo>{}</w:moveTo>", run("14"), run(" people"));
        assert_eq!(
            words(&format!("<w:p>{}{deleted}{moved}{inserted}</w:p>", run("The toll is "))),
            ["The toll is 14 people"]
        );
    }

    #[test]
    fn a_paragraph_whose_end_was_deleted_goes_on() {
        let deleted_end = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
        let two = format!("<w:p>{deleted_end}{}</w:p><w:p>{}</w:p>", run("Twelve "), run("died."));
        assert_eq!(words(&two), ["Twelve died."]);
        assert_eq!(words(&two.replace("w:del ", "w:ins ")), ["Twelve ", "died."]);
        let cell = format!("<w:tc><w:p>{deleted_end}{}</w:p></w:tc>", run("Twelve"));
        assert_eq!(words(&format!("{cell}<w:p>{}</w:p>", run("died."))), ["Twelve", "died."]);
        assert_eq!(words(&format!("<w:p>{deleted_end}{}</w:p>", run("Twelve"))), ["Twelve"]);
    }

    #[test]
    fn struck_and_hidden_words_are_not_read_and_raised_ones_stay_apart() {
        let looks = |look: &str, words: &str| format!("<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>");
        assert_eq!(words(&format!("<w:p>{}{}</w:p>", looks("<w:strike/>", "12"), run("14"))), ["14"]);
        assert_eq!(words(&format!("<w:p>{}</w:p>", looks("<w:strike w:val=\"0\"/>", "12"))), ["12"]);
        assert_eq!(words(&format!("<w:p>{}{}</w:p>", looks("<w:vanish/>", "12"), run("14"))), ["14"]);
        let raised = looks("<w:vertAlign w:val=\"superscript\"/>", "6");
        assert_eq!(words(&format!("<w:p>{}{raised}{}</w:p>", run("10"), run(" fled"))), ["10\u{2076} fled"]);
    }

    #[test]
    fn links_fields_and_forms_give_what_is_shown() {
        let link = format!("<w:hyperlink r:id=\"r1\">{}</w:hyperlink>", run("Forty fled"));
        let field = format!("<w:r><w:instrText>DATE</w:instrText></w:r>{}", run(" on Friday"));
        assert_eq!(words(&format!("<w:p>{link}{field}</w:p>")), ["Forty fled on Friday"]);
        let prompt = format!(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
            run("Click here to write")
        );
        assert_eq!(words(&format!("<w:p>{prompt}{}</w:p>", run("Ten."))), ["Ten."]);
        assert_eq!(
            words(&format!("<w:p>{}</w:p>", prompt.replace("<w:showingPlcHdr/>", ""))),
            ["Click here to write"]
        );
    }

    #[test]
    fn a_text_box_is_read_once_and_after_its_paragraph() {
        let inner = format!("<w:txbxContent><w:p>{}</w:p></w:txbxContent>", run("In the box."));
        let boxed = format!(
            "<w:r><mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>\
             </mc:AlternateContent></w:r>"
        );
        assert_eq!(
            words(&format!("<w:p>{}{boxed}{}</w:p>", run("Before, "), run("after."))),
            ["Before, after.", "In the box."]
        );
    }

    #[test]
    fn marks_between_words_are_blanks_breaks_and_hyphens() {
        let marks = "<w:r><w:t>Twelve</w:t><w:tab/><w:t>died&amp;fled</w:t><w:br/><w:t>twenty</w:t>\
            <w:noBreakHyphen/><w:t>two</w:t></w:r>";
        assert_eq!(words(&format!("<w:p>{marks}</w:p>")), ["Twelve died&fled|twenty-two"]);
        let tabs = "<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>";
        assert_eq!(words(&format!("<w:p>{tabs}{}</w:p>", run("Ten."))), ["Ten."]);
    }

    #[test]
    fn a_broken_part_is_told() {
        assert!(read("<w:document><w:body></w:document>", &Styles::default()).is_err());
    }
}
