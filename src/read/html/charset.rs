//! A page's bytes to text: the mark at its start, then UTF-8 if it is, then what it says of itself.
//!
//! Browsers write a page in UTF-8 and leave its old charset in it, so bytes that
//! are UTF-8 are UTF-8 whatever the page says.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::super::decode::{self, BOM};

/// The text of a page, and how many characters were lost in which encoding.
pub(super) struct Page {
    pub text: String,
    pub lost: (usize, &'static str),
}

/// How far into a page its charset may stand; browsers look as far.
const FIRST: usize = 1024;

/// The text of `bytes`; `None` if they are no text.
pub(super) fn read(bytes: Vec<u8>) -> Option<Page> {
    let is_marked = matches!(bytes.as_slice(), [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0xef, 0xbb, 0xbf, ..]);
    let told = named(&bytes).filter(|_| !is_marked && std::str::from_utf8(&bytes).is_err());
    if let Some(encoding) = told {
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        let lost = text.matches(char::REPLACEMENT_CHARACTER).count();
        return Some(Page { text: text.into_owned(), lost: (lost, encoding.name()) });
    }
    let decoded = decode::decode(bytes)?;
    let text = decoded.text.strip_prefix(BOM).map_or_else(|| decoded.text.clone(), str::to_owned);
    Some(Page { text, lost: (decoded.lost, decoded.encoding) })
}

/// The encoding that the page names: `<meta charset=…>`, `content="text/html; charset=…"`, `encoding="…"`.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let first = String::from_utf8_lossy(&bytes[..bytes.len().min(FIRST)]).to_ascii_lowercase();
    let label = |key: &str| {
        let (_, after) = first.split_once(key)?;
        let after = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))?;
        Encoding::for_label(&after.as_bytes()[..end])
    };
    let encoding = label("charset").or_else(|| label("encoding"))?;
    // Bytes that can be asked one by one are not in double ones, and broken UTF-8 is repaired elsewhere.
    (![UTF_8, UTF_16BE, UTF_16LE].contains(&encoding)).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "The caf\u{e9} lost \u{20ac}40,000 \u{2014} all of it";

    fn text(bytes: Vec<u8>) -> (String, &'static str) {
        let page = read(bytes).expect("text");
        assert_eq!(page.lost.0, 0);
        (page.text, page.lost.1)
    }

    #[test]
    fn a_page_in_the_charset_that_it_names() {
        for (head, encoding) in [
            ("<meta charset=\"windows-1252\">", encoding_rs::WINDOWS_1252),
            (
                "<META http-equiv=Content-Type content=\"text/html; charset=ISO-8859-15\">",
                encoding_rs::ISO_8859_15,
            ),
            ("<?xml version=\"1.0\" encoding='windows-1250'?>", encoding_rs::WINDOWS_1250),
        ] {
            let page = format!("{head}{}", WORDS.replace('\u{2014}', "-"));
            let (bytes, _, is_lossy) = encoding.encode(&page);
            assert!(!is_lossy, "{head}");
            assert_eq!(text(bytes.into_owned()), (page, encoding.name()));
        }
    }

    #[test]
    fn utf8_is_utf8_whatever_the_page_says() {
        let page = format!("<meta charset=windows-1252>{WORDS}");
        assert_eq!(text(page.clone().into_bytes()), (page.clone(), "UTF-8"));
        assert_eq!(text(format!("\u{feff}{page}").into_bytes()), (page, "UTF-8"));
    }

    #[test]
    fn a_mark_at_the_start_goes_before_all() {
        let page = format!("<meta charset=windows-1252>{WORDS}");
        let wide: Vec<u8> = format!("\u{feff}{page}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(wide), (page, "UTF-16LE"));
    }

    #[test]
    fn a_page_that_names_no_charset_is_guessed_and_a_picture_is_none() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(WORDS);
        assert_eq!(text(bytes.into_owned()), (WORDS.to_owned(), "windows-1252"));
        assert!(read((0..=255).cycle().take(3000).collect()).is_none());
    }
}
