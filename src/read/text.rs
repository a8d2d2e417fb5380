//! Plain text: an optional header, then paragraphs.

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

/// The paragraphs of `text` from byte `start`.
pub(super) fn parts(text: &str, start: usize) -> Vec<Part> {
    paragraphs(text, start..text.len()).into_iter().map(|range| Part { range, kind: None }).collect()
}
