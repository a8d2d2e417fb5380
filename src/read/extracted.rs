//! Texts taken out of pages and documents: one paragraph to a line, in order.
//!
//! A line is a paragraph, so the number of the line is the number of the
//! paragraph, by which a person finds it. White space is set as a page sets it:
//! a run of it is one blank.

use super::format::{Draft, Part};
use super::furniture::ends_sentence;
use super::header::Entry;
use super::lines::is_blank;
use crate::article::{Origin, ZoneKind};

/// Stands for a line break inside a paragraph until the paragraph is closed.
pub(super) const BREAK: char = '\n';

/// A text that grows by paragraphs.
#[derive(Debug, Default)]
pub(super) struct Extracted {
    text: String,
    parts: Vec<Part>,
    entries: Vec<Entry>,
}

impl Extracted {
    /// Adds the title: the first line, and a particular of the article.
    pub fn title(&mut self, words: &str) {
        let start = self.text.len();
        let value = on_one_line(words);
        if has_words(&value) {
            self.text.push_str(&value);
            let range = start..self.text.len();
            self.text.push('\n');
            self.entries.push(Entry { key: "title".to_owned(), value, range, line: 1 });
        }
    }

    /// Adds a particular that stands beside the text.
    pub fn entry(&mut self, key: &str, value: &str) {
        let value = on_one_line(value);
        if has_words(&value) {
            self.entries.push(Entry { key: key.to_owned(), value, range: 0..0, line: 0 });
        }
    }

    /// Adds a paragraph, or several where a line break parts them.
    pub fn paragraph(&mut self, words: &str, kind: Option<ZoneKind>) {
        let is_heading = matches!(kind, Some(ZoneKind::Headline | ZoneKind::Subheading));
        if is_heading || !words.contains(BREAK) {
            return self.line(&on_one_line(words), kind);
        }
        let mut open = String::new();
        for piece in words.split(BREAK) {
            let piece = on_one_line(piece);
            // Two breaks part, and one does after a sentence; else it only sets the line.
            if !has_words(&piece) || ends_sentence(&open) {
                self.line(&open, kind);
                open.clear();
            }
            if !open.is_empty() && !piece.is_empty() {
                open.push(' ');
            }
            open.push_str(&piece);
        }
        self.line(&open, kind);
    }

    fn line(&mut self, words: &str, kind: Option<ZoneKind>) {
        if has_words(words) {
            let start = self.text.len();
            self.text.push_str(words);
            self.parts.push(Part { range: start..self.text.len(), kind });
            self.text.push('\n');
        }
    }

    /// The paragraphs so far, with what is known of them.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&str, Option<ZoneKind>)> {
        self.parts.iter().map(|part| (&self.text[part.range.clone()], part.kind))
    }

    /// The finished text.
    pub fn draft(self) -> Draft {
        let Extracted { text, parts, entries } = self;
        Draft { text, parts, entries, origin: Origin::Extracted, ..Draft::default() }
    }
}

/// The words with each run of white space set as one blank; blanks that may not break stay.
pub(super) fn on_one_line(words: &str) -> String {
    let is_space =
        |c: char| c.is_ascii_whitespace() || matches!(c, '\u{b}' | '\u{2028}' | '\u{2029}' | '\u{85}');
    words.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn has_words(words: &str) -> bool {
    words.contains(|c: char| !is_blank(c))
}

/// The digits of raised words as raised digits: "10" and "6" are not 106, nor "km" and "2" a name.
pub(super) fn raised(words: &str) -> String {
    const DIGITS: [char; 10] = [
        '\u{2070}', '\u{b9}', '\u{b2}', '\u{b3}', '\u{2074}', '\u{2075}', '\u{2076}', '\u{2077}', '\u{2078}',
        '\u{2079}',
    ];
    words.chars().map(|c| c.to_digit(10).map_or(c, |digit| DIGITS[digit as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str, kind: Option<ZoneKind>) -> String {
        let mut text = Extracted::default();
        text.paragraph(words, kind);
        text.draft().text
    }

    #[test]
    fn a_paragraph_is_a_line() {
        assert_eq!(read(" Twelve\t people \u{2028}died. ", None), "Twelve people died.\n");
        assert_eq!(read(" \u{200b}\u{a0} ", None), "");
    }

    #[test]
    fn a_break_parts_after_a_sentence_and_only_sets_the_line_within_one() {
        assert_eq!(read("Twelve died.\nForty fled.", None), "Twelve died.\nForty fled.\n");
        assert_eq!(read("Twelve people\ndied.", None), "Twelve people died.\n");
        assert_eq!(read("Dead: 12\n\nHurt: 40", None), "Dead: 12\nHurt: 40\n");
        assert_eq!(read("Bus falls.\nTwelve die", Some(ZoneKind::Headline)), "Bus falls. Twelve die\n");
    }

    #[test]
    fn raised_digits_join_no_number() {
        assert_eq!(format!("10{}", raised("6")), "10\u{2076}");
        assert_eq!(format!("5{}", raised("th")), "5th");
    }
}
