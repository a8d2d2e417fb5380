//! Plain text: an optional header, then paragraphs.

use super::comments::without_comments;
use super::format::{Draft, Format, Part, Unread};
use super::header::header;
use super::paragraphs::paragraphs;

/// `.txt`, and whatever is text and has no known ending.
pub(super) struct Text;

impl Format for Text {
    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn read(&self, bytes: Vec<u8>) -> Result<Draft, Unread> {
        let mut draft = Draft::of_text(bytes)?;
        let header = header(&draft.text).map_err(Unread::Header)?;
        draft.parts = parts(&draft.text, header.end);
        draft.entries = header.entries;
        Ok(draft)
    }
}

/// The paragraphs of `text` from byte `start`, comments left out.
pub(super) fn parts(text: &str, start: usize) -> Vec<Part> {
    let text = &without_comments(text);
    paragraphs(text, start..text.len()).into_iter().map(|range| Part { range, kind: None }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        parts(text, 0).into_iter().map(|part| &text[part.range]).collect()
    }

    #[test]
    fn comments_are_not_read() {
        assert_eq!(read("<!-- 40 died -->\nTen died. <!-- or 11? -->\n"), ["Ten died."]);
        assert_eq!(read("Ten died. <!-- or 11? --> Two fled."), ["Ten died.", "Two fled."]);
        assert_eq!(read("Ten <- died."), ["Ten <- died."]);
    }

    #[test]
    fn a_long_comment_does_not_unwrap_a_file() {
        let text = "A bus with forty passengers fell into a river near the town of Marlow on\n\
            Friday, killing at least twelve people and injuring another twenty, the\n\
            regional governor said in the town hall of Marlow on Saturday morning.\n";
        assert_eq!(read(text).len(), 1);
        let remark = format!("{text}<!-- {} -->\n", "remark ".repeat(30));
        assert_eq!(read(&remark).len(), 1);
    }
}
