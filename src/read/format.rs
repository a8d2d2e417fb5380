//! Formats: each turns a file's bytes into a draft, text and its parts.
//!
//! A new format is one file and one line in [`FORMATS`]. A format says where the
//! paragraphs are and what it knows of them; what it does not know, `zones` judges.

use std::ops::Range;

use super::decode::{BOM, Decoded, decode};
#[cfg(feature = "docx")]
use super::docx::Docx;
use super::header::{Broken, Entry};
#[cfg(feature = "html")]
use super::html::Html;
use super::markdown::Markdown;
#[cfg(feature = "docx")]
use super::odt::Odt;
use super::text::Text;
use crate::article::{Comment, Origin, ZoneKind};

/// A way of writing articles down in files.
pub(super) trait Format: Sync {
    /// Endings of its files, in small letters.
    fn extensions(&self) -> &'static [&'static str];

    /// Largest file that may be an article, in bytes.
    fn largest(&self) -> u64 {
        LARGEST_TEXT
    }

    /// The draft in `bytes`, which are not empty.
    fn read(&self, bytes: Vec<u8>) -> Result<Draft, Unread>;
}

/// A book has one megabyte; a text of sixteen is no article.
const LARGEST_TEXT: u64 = 16 << 20;

/// Pictures may stand inside a page or a document, so these may be larger than a text.
pub(super) const LARGEST: u64 = 64 << 20;

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
    /// Comments of a page, by places in the text; a text that is the file holds its own.
    pub comments: Vec<Comment>,
    /// The main text could not be told from the rest of the page, so all of it is here.
    pub is_whole_page: bool,
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
    /// Of the kind, but it cannot be opened: why, and what to do next.
    #[cfg(feature = "docx")]
    Document {
        why: String,
        next: &'static str,
    },
    /// Another kind of file than its ending says.
    #[cfg(any(feature = "html", feature = "docx"))]
    Foreign(Foreign),
}

/// A file that is not read: what it is, and what to do with it.
pub(super) type Foreign = (&'static str, &'static str);

impl Draft {
    /// A draft without parts, of a file that is text.
    pub(super) fn of_text(bytes: Vec<u8>) -> Result<Draft, Unread> {
        let Decoded { text, origin, encoding, lost } = decode(bytes).ok_or(Unread::Binary)?;
        Ok(Draft { text, origin, lost: (lost, encoding), ..Draft::default() })
    }
}

/// The formats; the first reads what has no known ending.
const FORMATS: &[&dyn Format] = &[
    &Text,
    &Markdown,
    #[cfg(feature = "html")]
    &Html,
    #[cfg(feature = "docx")]
    &Docx,
    #[cfg(feature = "docx")]
    &Odt,
];

const AS_TEXT: &str = "save it as plain text";
const AS_WORD: &str = "open it in a word processor and save it as .docx";
const AS_PAGE: &str = "open it in a browser and save it as \"Web page, HTML only\"";
pub(super) const PDF: Foreign = ("PDF", "copy its words into a .txt file, or run `pdftotext` on it");
#[cfg(not(feature = "docx"))]
pub(super) const OPEN_DOCUMENT: Foreign = ("OpenDocument", AS_TEXT);
#[cfg(feature = "docx")]
pub(super) const OTHER_OPEN_DOCUMENT: Foreign =
    ("OpenDocument that is no text", "copy the article into a text document, or save it as plain text");
pub(super) const TABLE: Foreign = ("a table", AS_TEXT);
/// A page of ours beside the articles.
#[cfg(feature = "html")]
pub(super) const REPORT: Foreign = ("a report of factdiff", "keep it outside the folder of the story");
const RTF: Foreign = ("RTF", AS_WORD);
const WORD_97: Foreign = ("Word 97", AS_WORD);
const XML: Foreign = ("XML", AS_TEXT);
const ARCHIVE: Foreign = ("an archive", "take the articles out of it");

/// Endings of files that are no articles, or not yet read, and what they are.
const FOREIGN: &[(&str, Foreign)] = &[
    ("csv", TABLE),
    ("css", ("a style sheet", AS_TEXT)),
    ("doc", WORD_97),
    #[cfg(not(feature = "docx"))]
    ("docx", ("Word", AS_TEXT)),
    ("epub", ("EPUB", AS_TEXT)),
    #[cfg(not(feature = "html"))]
    ("htm", ("HTML", AS_TEXT)),
    #[cfg(not(feature = "html"))]
    ("html", ("HTML", AS_TEXT)),
    ("js", ("a program", AS_TEXT)),
    ("json", ("JSON", AS_TEXT)),
    ("jsonl", ("JSON", "give it to `factdiff batch` or `factdiff claims -`")),
    ("lock", ("a lock file", AS_TEXT)),
    ("log", ("a log", AS_TEXT)),
    ("mht", ("MHTML", AS_PAGE)),
    ("mhtml", ("MHTML", AS_PAGE)),
    #[cfg(not(feature = "docx"))]
    ("odt", OPEN_DOCUMENT),
    ("pdf", PDF),
    ("py", ("a program", AS_TEXT)),
    ("rs", ("a program", AS_TEXT)),
    ("rtf", RTF),
    ("sh", ("a program", AS_TEXT)),
    ("toml", ("TOML", AS_TEXT)),
    ("tsv", TABLE),
    ("webarchive", ("a web archive", AS_PAGE)),
    ("xlsx", TABLE),
    ("xml", XML),
    ("yaml", ("YAML", AS_TEXT)),
    ("yml", ("YAML", AS_TEXT)),
    ("zip", ARCHIVE),
];

/// First bytes of files that are no plain text whatever they are called.
const SIGNATURES: [(&[u8], Signed); 5] = [
    (b"%PDF-", Signed::Foreign(PDF)),
    (b"PK\x03\x04", Signed::Zip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Signed::Ole),
    (b"bplist00", Signed::Foreign(("a web archive", AS_PAGE))),
    (b"{\\rtf", Signed::Foreign(RTF)),
];

/// What first bytes say of a file.
#[derive(Clone, Copy)]
enum Signed {
    Foreign(Foreign),
    /// A document of Word or LibreOffice, or whatever else is kept in a zip archive.
    Zip,
    /// Word 97, or a document under a password.
    Ole,
}

/// How a page starts, in small letters, comments and marks before it left out.
const PAGE_OPENINGS: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];

/// The format of a file with that ending and those first bytes, or what it is instead.
pub(super) fn format(extension: &str, bytes: &[u8]) -> Result<&'static dyn Format, Foreign> {
    let extension = extension.to_lowercase();
    let signed = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, signed)| *signed);
    match signed {
        Some(Signed::Foreign(foreign)) => return Err(foreign),
        #[cfg(feature = "docx")]
        Some(Signed::Zip) if Odt::is_it(&extension, bytes) => return Ok(&Odt),
        Some(Signed::Zip) => return of_extension("docx").ok_or(foreign("docx").unwrap_or(ARCHIVE)),
        Some(Signed::Ole) if is_locked(bytes) => return of_extension("docx").ok_or(WORD_97),
        Some(Signed::Ole) => return Err(WORD_97),
        None => {}
    }
    match opening(bytes) {
        Some(Opening::Page) => return of_extension("html").ok_or(("HTML", AS_TEXT)),
        Some(Opening::Xml) if !matches!(extension.as_str(), "html" | "htm" | "xhtml") => return Err(XML),
        Some(Opening::Xml) | None => {}
    }
    match of_extension(&extension) {
        Some(format) => Ok(format),
        None => foreign(&extension).map_or(Ok(FORMATS[0]), Err),
    }
}

fn of_extension(extension: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().find(|format| format.extensions().contains(&extension)).copied()
}

fn foreign(extension: &str) -> Option<Foreign> {
    FOREIGN.iter().find(|(ending, _)| *ending == extension).map(|(_, foreign)| *foreign)
}

/// True for a document under a password: the archive is kept inside under this name.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// How a text with marks of its own starts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Page,
    Xml,
}

/// How far into a file its first mark is looked for: comments of archives may come first.
const FIRST: usize = 4096;

fn opening(bytes: &[u8]) -> Option<Opening> {
    let (first, is_wide) = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => (&bytes[2..bytes.len().min(FIRST)], true),
        _ => (&bytes[..bytes.len().min(FIRST)], false),
    };
    let narrow: Vec<u8> = first.iter().copied().filter(|&byte| !is_wide || byte != 0).collect();
    let text = String::from_utf8_lossy(&narrow).to_lowercase();
    let mut rest = text.trim_start_matches(BOM).trim_start();
    let mut is_xml = false;
    loop {
        let end = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?xml") {
            is_xml = true;
            "?>"
        } else {
            break;
        };
        let Some((_, after)) = rest.split_once(end) else { break };
        rest = after.trim_start();
    }
    let is_page = |opening: &str| {
        rest.strip_prefix(opening).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    };
    if PAGE_OPENINGS.iter().any(|opening| is_page(opening)) {
        Some(Opening::Page)
    } else {
        is_xml.then_some(Opening::Xml)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ending(extension: &str, bytes: &[u8]) -> Result<&'static str, &'static str> {
        format(extension, bytes).map(|format| format.extensions()[0]).map_err(|(name, _)| name)
    }

    #[test]
    fn a_format_is_known_by_ending_and_first_bytes() {
        assert_eq!(ending("MD", b"x"), Ok("md"));
        assert_eq!(ending("", b"x"), Ok("txt"));
        assert_eq!(ending("v2", b"x"), Ok("txt"));
        assert_eq!(ending("txt", b"%PDF-1.7"), Err("PDF"));
        assert_eq!(ending("toml", b"x"), Err("TOML"));
        assert_eq!(ending("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"), Err("Word 97"));
    }

    #[test]
    fn a_page_is_known_whatever_it_is_called() {
        let page = if cfg!(feature = "html") { Ok("html") } else { Err("HTML") };
        let wide: Vec<u8> = "\u{feff}<HTML>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let openings: [&[u8]; 5] = [
            b"<!DOCTYPE html><title>x",
            b"\xef\xbb\xbf\r\n<!-- saved from url=(0019)https://example.org/ -->\r\n<HTML lang=en>",
            b"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">",
            b"  <head>",
            &wide,
        ];
        for opening in openings {
            assert_eq!(ending("txt", opening), page);
        }
        assert_eq!(ending("txt", b"<?xml version=\"1.0\"?><rss>"), Err("XML"));
        assert_eq!(ending("txt", b"<headline> words"), Ok("txt"));
        assert_eq!(ending("txt", b"The <html> mark opens a page."), Ok("txt"));
        assert_eq!(ending("md", b"<!-- a note -->\n# Bus falls"), Ok("md"));
    }

    #[test]
    fn an_archive_is_left_to_the_reader_of_documents() {
        assert_eq!(
            ending("txt", b"PK\x03\x04"),
            if cfg!(feature = "docx") { Ok("docx") } else { Err("Word") }
        );
    }
}
