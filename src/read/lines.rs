//! Lines of a text and words of a line, as ranges of bytes.
//!
//! A line ends at LF, CR LF or a lone CR; its own end is not part of it.

use std::ops::Range;

use super::decode::BOM;

/// The lines of `text[range]`, without their ends; blank ones included.
pub(super) fn lines(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut start = range.start;
    let mut at = range.start;
    while at < range.end {
        let length = match bytes[at] {
            b'\r' if at + 1 < range.end && bytes[at + 1] == b'\n' => 2,
            b'\r' | b'\n' => 1,
            _ => 0,
        };
        if length > 0 {
            found.push(start..at);
            start = at + length;
        }
        at += length.max(1);
    }
    if start < range.end {
        found.push(start..range.end);
    }
    found
}

/// First byte of each line; a byte-order mark is no part of the first.
pub(super) fn line_starts(text: &str) -> Vec<u32> {
    let first = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
    let bytes = text.as_bytes();
    let mut starts = vec![first as u32];
    for (i, &byte) in bytes.iter().enumerate() {
        let is_end = byte == b'\n' || (byte == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
        if is_end && i + 1 < bytes.len() {
            starts.push(i as u32 + 1);
        }
    }
    starts
}

/// `range` without blanks, marks and invisible characters at its ends.
pub(super) fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let left = inner.trim_start_matches(is_blank);
    let start = range.end - left.len();
    start..start + left.trim_end_matches(is_blank).len()
}

/// White space, and what only looks like nothing.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, BOM | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        let text = "one\r\ntwo\rthree\nfour\n";
        let words: Vec<&str> = lines(text, 0..text.len()).into_iter().map(|l| &text[l]).collect();
        assert_eq!(words, ["one", "two", "three", "four"]);
        assert_eq!(line_starts(text), [0, 5, 9, 15]);
    }

    #[test]
    fn blank_lines_count() {
        let text = "\r\n\r\nx";
        assert_eq!(lines(text, 0..text.len()), [0..0, 2..2, 4..5]);
        assert_eq!(line_starts(text), [0, 2, 4]);
        assert_eq!(line_starts(""), [0]);
        assert_eq!(line_starts("\u{feff}x"), [3]);
    }

    #[test]
    fn invisible_characters_are_trimmed_at_the_ends_only() {
        let text = "\u{feff} \u{a0}a\u{ad}b \u{200b}";
        assert_eq!(&text[trim(text, 0..text.len())], "a\u{ad}b");
        assert!(trim("  ", 0..2).is_empty());
    }
}
