//! The elements of a page to paragraphs with their zones.
//!
//! Headings, items, cells, quotations and captions are paragraphs of their own;
//! deleted words, buttons and what is hidden are not read.

use dom_query::NodeRef;

use super::super::extracted::{BREAK, Extracted, raised};
use super::super::headline::squash;
use crate::article::ZoneKind;

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "p",
    "pre",
    "section",
    "summary",
    "td",
    "th",
];

/// Elements whose words are no text of the page.
const SILENT: [&str; 14] = [
    "button", "del", "head", "iframe", "input", "noscript", "object", "option", "script", "select", "style",
    "svg", "template", "textarea",
];

/// Elements around the text of a page, left out where its body is read for want of a main text.
const AROUND: [&str; 6] = ["aside", "dialog", "footer", "form", "menu", "nav"];

/// Adds the paragraphs of `root` to `text`; a heading that says the title again is left out.
pub(super) fn read(root: NodeRef<'_>, title: Option<&str>, is_whole_page: bool, text: &mut Extracted) {
    let mut walk = Walk { text, title: title.map(squash), is_whole_page, open: String::new() };
    walk.children(root, None);
    walk.close(None);
}

struct Walk<'t> {
    text: &'t mut Extracted,
    title: Option<String>,
    is_whole_page: bool,
    /// Words of the paragraph that is not closed yet.
    open: String,
}

impl Walk<'_> {
    /// Nesting is bounded by what `lean` lets through.
    fn children(&mut self, node: NodeRef<'_>, kind: Option<ZoneKind>) {
        for child in node.children_it(false) {
            if child.is_text() {
                let words = child.text();
                self.open.extend(words.chars().map(|c| if c == BREAK { ' ' } else { c }));
            } else if child.is_element() {
                self.element(child, kind);
            }
        }
    }

    fn element(&mut self, node: NodeRef<'_>, kind: Option<ZoneKind>) {
        let Some(name) = node.node_name() else { return };
        let name = name.to_ascii_lowercase();
        let name = name.as_str();
        if SILENT.contains(&name) || is_hidden(&node) || (self.is_whole_page && AROUND.contains(&name)) {
            // A word before what is left out and one after it are two words.
            self.open.push(' ');
        } else if name == "br" {
            self.open.push(BREAK);
        } else if name == "sup" {
            self.raised(node);
        } else if name == "tr" || BLOCKS.contains(&name) {
            self.close(kind);
            let kind = kind_of(name).or(kind);
            self.children(node, kind);
            self.close(kind);
        } else {
            self.children(node, kind);
        }
    }

    /// "10<sup>6</sup>" keeps its digits apart; the number of a note goes.
    fn raised(&mut self, node: NodeRef<'_>) {
        let words = node.text();
        let is_note = words.trim().starts_with(['[', '*']) || node.descendants_it().any(|n| n.has_name("a"));
        if !is_note {
            self.open.push_str(&raised(&words));
        }
    }

    fn close(&mut self, kind: Option<ZoneKind>) {
        let words = std::mem::take(&mut self.open);
        let repeats_title = kind == Some(ZoneKind::Subheading) && self.title == Some(squash(&words));
        if !repeats_title {
            self.text.paragraph(&words, kind);
        }
    }
}

fn kind_of(name: &str) -> Option<ZoneKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(ZoneKind::Subheading),
        "figcaption" | "caption" => Some(ZoneKind::Caption),
        "li" | "dd" | "td" | "th" | "blockquote" => Some(ZoneKind::Body),
        _ => None,
    }
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr_or("style", "").to_ascii_lowercase().replace(' ', "");
    node.has_attr("hidden") || style.contains("display:none") || style.contains("visibility:hidden")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ZoneKind::{Body, Caption, Subheading};

    fn paragraphs(page: &str) -> Vec<(String, Option<ZoneKind>)> {
        let page = dom_query::Document::from(super::super::lean::lean(page));
        let mut text = Extracted::default();
        read(page.body().expect("a body"), Some("The bridge falls"), true, &mut text);
        text.paragraphs().map(|(words, kind)| (words.to_owned(), kind)).collect()
    }

    fn words(page: &str) -> Vec<String> {
        paragraphs(page).into_iter().map(|(words, _)| words).collect()
    }

    #[test]
    fn blocks_are_paragraphs_and_words_flow_through_the_rest() {
        let page = "<div>Loose <p><b>T</b>welve\n people <a href=x>died</a>.</p><h2>What is known</h2>\
            <ul><li>Forty were aboard.<li><p>Ten are missing.</ul><blockquote><p>The road was wet.</p></blockquote>\
            <figure><img src=x><figcaption>The bridge</figcaption></figure><table><tr><td>Dead<td>12</table></div>";
        let given = paragraphs(page);
        let given: Vec<(&str, Option<ZoneKind>)> = given.iter().map(|(w, k)| (w.as_str(), *k)).collect();
        assert_eq!(
            given,
            [
                ("Loose", None),
                ("Twelve people died.", None),
                ("What is known", Some(Subheading)),
                ("Forty were aboard.", Some(Body)),
                ("Ten are missing.", Some(Body)),
                ("The road was wet.", Some(Body)),
                ("The bridge", Some(Caption)),
                ("Dead", Some(Body)),
                ("12", Some(Body)),
            ]
        );
    }

    #[test]
    fn deleted_and_hidden_words_are_not_read() {
        assert_eq!(words("<p>The toll is <del>12</del> <ins>14</ins>.</p>"), ["The toll is 14."]);
        assert_eq!(words("<p>The toll is <s>12</s>14.</p><p hidden>20</p>"), ["The toll is 14."]);
        assert_eq!(words("<p style='display: none'>12</p><p>14<button>Share</button></p>"), ["14"]);
    }

    #[test]
    fn raised_letters_are_no_digits_of_the_number_before() {
        assert_eq!(
            words("<p>On the 5<sup>th</sup>, 10<sup>6</sup> fled.<sup>[3]</sup></p>"),
            ["On the 5th, 10\u{2076} fled."]
        );
        assert_eq!(words("<p>It fell 12<sup><a href='#n3'>3</a></sup> times.</p>"), ["It fell 12 times."]);
    }

    #[test]
    fn the_title_is_not_read_twice() {
        assert_eq!(words("<h1>The bridge falls</h1><h2>The bridge stands</h2>"), ["The bridge stands"]);
    }

    #[test]
    fn two_breaks_part() {
        assert_eq!(
            words("Twelve died<br>on Friday.<br><br>Forty fled."),
            ["Twelve died on Friday.", "Forty fled."]
        );
    }
}
