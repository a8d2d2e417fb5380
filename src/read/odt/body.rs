//! The text of a document to paragraphs.
//!
//! A box, a note or a comment stands inside the paragraph it hangs on: its own
//! paragraphs come after that one, those of notes after the last.

use quick_xml::events::BytesStart;

use super::super::extracted::{BREAK, raised};
use super::super::format::Unread;
use super::super::written::{Role, Written};
use super::super::xml::{Step, attribute, steps};
use super::styles::{Family, Look, Styles};

/// Elements that go with all they hold: what was deleted, comments, the numbers of notes,
/// prompts that nobody has filled in, what stands for a picture, and ruby over the line.
const SILENT: [&str; 14] = [
    "annotation",
    "automatic-styles",
    "binary-data",
    "desc",
    "font-face-decls",
    "forms",
    "hidden-paragraph",
    "hidden-text",
    "note-citation",
    "placeholder",
    "ruby-text",
    "table-of-content-source",
    "title",
    "tracked-changes",
];

/// The paragraphs of the part `content.xml`.
pub(super) fn read(part: &str, styles: &Styles) -> Result<Vec<Written>, Unread> {
    let mut walk = Walk::new(styles);
    steps(part, |step| walk.step(step))?;
    Ok(walk.finish())
}

struct Walk<'s> {
    styles: &'s Styles,
    found: Vec<Written>,
    /// Paragraphs that are open, one inside the other.
    open: Vec<Open>,
    /// Paragraphs of boxes, kept until the one around them ends.
    boxed: Vec<Written>,
    footnotes: Vec<Written>,
    endnotes: Vec<Written>,
    /// The note that is open; its paragraphs are kept apart.
    note: Option<Note>,
    /// Open elements inside which nothing is read.
    silent: usize,
    /// Open items of lists and cells of tables.
    inside: usize,
}

#[derive(Clone, Copy)]
struct Note {
    is_endnote: bool,
    /// How many paragraphs are open around it.
    depth: usize,
}

struct Open {
    paragraph: Written,
    /// The look of the paragraph, then of each open span.
    looks: Vec<Look>,
}

impl<'s> Walk<'s> {
    fn new(styles: &'s Styles) -> Walk<'s> {
        Walk {
            styles,
            found: Vec::new(),
            open: Vec::new(),
            boxed: Vec::new(),
            footnotes: Vec::new(),
            endnotes: Vec::new(),
            note: None,
            silent: 0,
            inside: 0,
        }
    }

    fn step(&mut self, step: Step<'_>) {
        match step {
            Step::Start(..) if self.silent > 0 => self.silent += 1,
            Step::End(_) if self.silent > 0 => self.silent -= 1,
            Step::Words(_) if self.silent > 0 => {}
            Step::Start(name, _) if SILENT.contains(&name) => self.silent = 1,
            Step::Start(name, start) => self.start(name, start),
            Step::End(name) => self.end(name),
            // A line end of the file is a blank of the text.
            Step::Words(words) => self.say(&words.replace(BREAK, " ")),
        }
    }

    fn start(&mut self, name: &str, start: &BytesStart<'_>) {
        match name {
            "p" | "h" => {
                let style = attribute(start, "style-name").unwrap_or_default();
                let role = match self.styles.role(&style) {
                    Role::Plain if name == "h" => Role::Heading,
                    role => role,
                };
                let is_inside = self.inside > 0 || self.note.is_some();
                let looks = vec![self.styles.look(Family::Paragraph, &style)];
                let paragraph = Written { words: String::new(), role, is_inside };
                self.open.push(Open { paragraph, looks });
            }
            "span" => {
                let style = attribute(start, "style-name").unwrap_or_default();
                let look = self.styles.look(Family::Span, &style);
                self.open.last_mut().into_iter().for_each(|open| open.looks.push(look));
            }
            "s" | "tab" => self.say(" "),
            "line-break" => self.say(&BREAK.to_string()),
            "list-item" | "table-cell" => self.inside += 1,
            "note" => {
                let is_endnote = attribute(start, "note-class").is_some_and(|class| class == "endnote");
                self.note = Some(Note { is_endnote, depth: self.open.len() });
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => self.close(),
            "span" => {
                if let Some(open) = self.open.last_mut() {
                    open.looks.pop();
                }
            }
            "list-item" | "table-cell" => self.inside = self.inside.saturating_sub(1),
            "note" => self.note = None,
            _ => {}
        }
    }

    fn close(&mut self) {
        let Some(Open { paragraph, .. }) = self.open.pop() else { return };
        match self.note {
            Some(note) if note.depth <= self.open.len() => {
                let notes = if note.is_endnote { &mut self.endnotes } else { &mut self.footnotes };
                notes.push(paragraph);
            }
            _ if self.open.is_empty() => {
                self.found.push(paragraph);
                self.found.append(&mut self.boxed);
            }
            _ => self.boxed.push(Written { is_inside: true, ..paragraph }),
        }
    }

    fn say(&mut self, words: &str) {
        let Some(Open { paragraph, looks }) = self.open.last_mut() else { return };
        // The innermost style that says so decides.
        let is = |of: fn(&Look) -> Option<bool>| looks.iter().rev().find_map(of).unwrap_or(false);
        if is(|look| look.is_gone) {
            return;
        }
        let is_raised = is(|look| look.is_raised);
        paragraph.words.push_str(&if is_raised { raised(words) } else { words.to_owned() });
    }

    /// The paragraphs, then the footnotes, then the endnotes.
    fn finish(mut self) -> Vec<Written> {
        self.found.extend(self.open.into_iter().map(|open| open.paragraph));
        self.found.append(&mut self.boxed);
        self.found.append(&mut self.footnotes);
        self.found.append(&mut self.endnotes);
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text with these paragraphs; a line break is `|`.
    fn words(body: &str) -> Vec<String> {
        let mut styles = Styles::default();
        let part = format!(
            "<office:document-content><office:automatic-styles><style:style style:name=\"Gone\" \
             style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
             <style:style style:name=\"Up\" style:family=\"text\"><style:text-properties \
             style:text-position=\"super 58%\"/></style:style></office:automatic-styles><office:body>\
             <office:text>{body}</office:text></office:body></office:document-content>"
        );
        styles.read(&part).unwrap_or_else(|_| panic!("{body}"));
        let paragraphs = read(&part, &styles).unwrap_or_else(|_| panic!("{body}"));
        paragraphs.into_iter().map(|p| p.words.replace(BREAK, "|")).filter(|w| !w.is_empty()).collect()
    }

    #[test]
    fn what_was_deleted_is_no_text_and_what_was_inserted_is() {
        let kept = "<text:tracked-changes><text:changed-region><text:deletion><text:p>12</text:p>\
            </text:deletion></text:changed-region></text:tracked-changes>";
        let inserted = "<text:p>The toll is <text:change text:change-id=\"c1\"/><text:change-start \
            text:change-id=\"c2\"/>14<text:change-end text:change-id=\"c2\"/> people.</text:p>";
        assert_eq!(words(&format!("{kept}{inserted}")), ["The toll is 14 people."]);
    }

    #[test]
    fn comments_are_no_text() {
        let comment = "<office:annotation><dc:creator>Desk</dc:creator><text:p>Is it not 99?</text:p>\
            </office:annotation>";
        assert_eq!(words(&format!("<text:p>Twelve {comment}died.</text:p>")), ["Twelve died."]);
    }

    #[test]
    fn struck_words_are_not_read_and_raised_ones_stay_apart() {
        let span =
            |style: &str, words: &str| format!("<text:span text:style-name=\"{style}\">{words}</text:span>");
        assert_eq!(words(&format!("<text:p>{}14 died.</text:p>", span("Gone", "12 "))), ["14 died."]);
        assert_eq!(words(&format!("<text:p>{}14 died.</text:p>", span("Plain", "12 "))), ["12 14 died."]);
        assert_eq!(words(&format!("<text:p>10{} fled.</text:p>", span("Up", "6"))), ["10\u{2076} fled."]);
        let inner = span("Gone", &span("Plain", "12 "));
        assert_eq!(words(&format!("<text:p>{inner}14.</text:p>")), ["14."], "what stands inside goes too");
    }

    #[test]
    fn notes_stand_after_the_last_paragraph_footnotes_first() {
        let note = |class: &str, words: &str| {
            format!(
                "<text:note text:note-class=\"{class}\"><text:note-citation>1</text:note-citation>\
                 <text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
            )
        };
        let body = format!(
            "<text:p>Twelve died.{}</text:p><text:p>Forty{} fled.</text:p>",
            note("endnote", "The end."),
            note("footnote", "The foot.")
        );
        assert_eq!(words(&body), ["Twelve died.", "Forty fled.", "The foot.", "The end."]);
    }

    #[test]
    fn a_box_is_read_after_its_paragraph_and_its_description_is_not() {
        let boxed = "<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box>\
            <svg:title>A bus</svg:title><svg:desc>It burns</svg:desc></draw:frame>";
        assert_eq!(
            words(&format!("<text:p>Before, {boxed}after.</text:p>")),
            ["Before, after.", "In the box."]
        );
    }

    #[test]
    fn marks_between_words_are_blanks_and_breaks() {
        let marks =
            "<text:p>Twelve<text:tab/>died&amp;fled<text:line-break/>two<text:s text:c=\"3\"/>more</text:p>";
        assert_eq!(words(marks), ["Twelve died&fled|two more"]);
    }

    #[test]
    fn a_broken_part_is_told() {
        assert!(read("<office:text><text:p></office:text>", &Styles::default()).is_err());
    }
}
