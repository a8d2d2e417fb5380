//! Formats: each turns a file's bytes into a draft, text and its parts.
//!
//! A new format is one file and one line in [`FORMATS`]. A format says where the
//! paragraphs are and what it knows of them; what it does not know, `zones` judges.

use std::ops::Range;

use super::decode::{Decoded, decode};
use super::header::{Broken, Entry};
use super::markdown::Markdown;
use super::text::Text;
use crate::article::{Origin, ZoneKind};

/// A way of writing articles down in files.
pub(super) trait Format: Sync {
    /// Endings of its files, in small letters.
    fn extensions(&self) -> &'static [&'static str];

    /// The draft in `bytes`, which are not empty.
    fn read(&self, bytes: Vec<u8>) -> Result<Draft, Unread>;
}

/// What a format makes of a file.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub text: String,
    pub origin: Origin,
    /// Keys and values that stand beside the text.
    pub entries: Vec<Entry>,
    /// The paragraphs, in order.
    pub parts: Vec<Part>,
    /// Bytes that meant nothing, and in which encoding.
    pub lost: (usize, &'static str),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub range: Range<usize>,
    /// What the format knows it to be.
    pub kind: Option<ZoneKind>,
}

/// Why a file gives no draft.
#[derive(Debug)]
pub(super) enum Unread {
    Binary,
    Header(Broken),
}

impl Draft {
    /// A draft without parts, of a file that is text.
    pub(super) fn of_text(bytes: Vec<u8>) -> Result<Draft, Unread> {
        let Decoded { text, origin, encoding, lost } = decode(bytes).ok_or(Unread::Binary)?;
        Ok(Draft { text, origin, lost: (lost, encoding), ..Draft::default() })
    }
}

/// The formats; the first reads what has no known ending.
const FORMATS: [&dyn Format; 2] = [&Text, &Markdown];

/// Endings of files that are no articles, or not yet read, and what they are.
const FOREIGN: [(&str, &str); 24] = [
    ("csv", "a table"),
    ("css", "a style sheet"),
    ("doc", "Word"),
    ("docx", "Word"),
    ("epub", "EPUB"),
    ("htm", "HTML"),
    ("html", "HTML"),
    ("js", "a program"),
    ("json", "JSON"),
    ("jsonl", "JSON"),
    ("lock", "a lock file"),
    ("log", "a log"),
    ("odt", "OpenDocument"),
    ("pdf", "PDF"),
    ("py", "a program"),
    ("rs", "a program"),
    ("rtf", "RTF"),
    ("sh", "a program"),
    ("toml", "TOML"),
    ("tsv", "a table"),
    ("xlsx", "a table"),
    ("xml", "XML"),
    ("yaml", "YAML"),
    ("yml", "YAML"),
];

/// First bytes of files that are no plain text whatever they are called.
const SIGNATURES: [(&[u8], &str); 6] = [
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"<!DOCTYPE html", "HTML"),
    (b"<!doctype html", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
];

/// The format of a file with that ending and those first bytes, or what it is instead.
pub(super) fn format(extension: &str, bytes: &[u8]) -> Result<&'static dyn Format, &'static str> {
    let extension = extension.to_lowercase();
    if let Some((_, name)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(name);
    }
    match FORMATS.iter().find(|format| format.extensions().contains(&extension.as_str())) {
        Some(format) => Ok(*format),
        None => foreign(&extension).map_or(Ok(FORMATS[0]), Err),
    }
}

fn foreign(extension: &str) -> Option<&'static str> {
    FOREIGN.iter().find(|(ending, _)| *ending == extension).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_ending_and_first_bytes() {
        assert!(format("MD", b"x").is_ok_and(|f| f.extensions().contains(&"markdown")));
        assert!(format("", b"x").is_ok_and(|f| f.extensions().contains(&"txt")));
        assert!(format("v2", b"x").is_ok());
        assert_eq!(format("txt", b"%PDF-1.7").err(), Some("PDF"));
        assert_eq!(format("toml", b"x").err(), Some("TOML"));
    }
}
