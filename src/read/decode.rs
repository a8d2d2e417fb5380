//! Bytes of a file to text, with the way back.
//!
//! UTF-8 stays as it is, byte-order mark and all. Anything else is decoded one
//! character at a time, so that every character knows its bytes in the file; a
//! byte that means nothing becomes U+FFFD and never costs the rest of the file.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::article::{Origin, Stride};

/// The mark that some editors put before UTF-8.
pub(super) const BOM: char = '\u{feff}';

/// A file's text and where its characters came from.
pub(super) struct Decoded {
    pub text: String,
    pub origin: Origin,
    pub encoding: &'static str,
    /// Bytes that meant nothing in that encoding.
    pub lost: usize,
}

/// The text of `bytes`; `None` if they are no text at all.
pub(super) fn decode(bytes: Vec<u8>) -> Option<Decoded> {
    if let Some(encoding) = utf16(&bytes) {
        return Some(mapped(&bytes, encoding));
    }
    if is_binary(&bytes) {
        return None;
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some(Decoded { text, origin: Origin::Same, encoding: UTF_8.name(), lost: 0 }),
        Err(broken) => {
            let bytes = broken.into_bytes();
            Some(if is_mostly_utf8(&bytes) { repaired(&bytes) } else { mapped(&bytes, guess(&bytes)) })
        }
    }
}

/// UTF-16 by its mark, or by the zeros that every other byte of Latin text is.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |odd| bytes.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), bytes.len() / 2);
    let most = pairs * 3 / 5;
    let few = pairs / 50;
    if odd > most && even <= few {
        Some(UTF_16LE)
    } else if even > most && odd <= few {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Text has line ends and tabs but hardly any other control characters.
fn is_binary(bytes: &[u8]) -> bool {
    let control = bytes.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b));
    control.count() * 50 > bytes.len()
}

/// True when the file means to be UTF-8 and has a few broken places.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn repaired(bytes: &[u8]) -> Decoded {
    let mut text = Mapping::default();
    let mut lost = 0;
    for chunk in bytes.utf8_chunks() {
        chunk.valid().chars().for_each(|c| text.push(c, c.len_utf8()));
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER, chunk.invalid().len());
            lost += chunk.invalid().len();
        }
    }
    text.decoded(UTF_8, lost)
}

fn mapped(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = Mapping::default();
    let mut lost = 0;
    let mut pending: usize = 0;
    let mut buffer = [0; 64];
    for (i, byte) in bytes.iter().enumerate() {
        pending += 1;
        let is_last = i + 1 == bytes.len();
        let (_, _, written, replaced) =
            decoder.decode_to_utf8(std::slice::from_ref(byte), &mut buffer, is_last);
        let Ok(out) = std::str::from_utf8(&buffer[..written]) else { continue };
        lost += usize::from(replaced);
        let mut left = out.chars().count();
        for c in out.chars() {
            left -= 1;
            let own = pending.saturating_sub(left);
            text.push(c, own);
            pending -= own;
        }
    }
    text.decoded(encoding, lost)
}

/// Text that grows a character at a time and keeps the strides.
#[derive(Default)]
struct Mapping {
    text: String,
    file: u32,
    strides: Vec<Stride>,
}

impl Mapping {
    fn push(&mut self, c: char, file_bytes: usize) {
        let (text_step, file_step) = (c.len_utf8() as u8, file_bytes.min(255) as u8);
        if self.strides.last().is_none_or(|s| (s.text_step, s.file_step) != (text_step, file_step)) {
            let text = self.text.len() as u32;
            self.strides.push(Stride { text, file: self.file, text_step, file_step });
        }
        self.text.push(c);
        self.file += u32::from(file_step);
    }

    fn decoded(self, encoding: &'static Encoding, lost: usize) -> Decoded {
        Decoded { text: self.text, origin: Origin::Mapped(self.strides), encoding: encoding.name(), lost }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    /// Every character's bytes in the file decode to that character.
    fn leads_back(bytes: &[u8], encoding: &'static Encoding) -> String {
        let decoded = decode(bytes.to_vec()).expect("text");
        assert_eq!(decoded.encoding, encoding.name());
        let article = Article { text: decoded.text, origin: decoded.origin, ..Article::default() };
        for (at, c) in article.text.char_indices() {
            let file = article.file_offset(at)..article.file_offset(at + c.len_utf8());
            let (back, _) = encoding.decode_without_bom_handling(&bytes[file.clone()]);
            assert_eq!(back, c.to_string(), "at {at}, file {file:?}");
        }
        article.text
    }

    fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    const TEXT: &str =
        "The caf\u{e9} lost \u{20ac}40,000 \u{1f600} \u{2014} \u{201c}all of it\u{201d}.\r\nNobody was hurt.";

    #[test]
    fn utf8_is_the_file_itself() {
        let decoded = decode(TEXT.as_bytes().to_vec()).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.origin), (TEXT, Origin::Same));
    }

    #[test]
    fn utf16_is_known_by_its_mark_and_without_it() {
        let marked = format!("{BOM}{TEXT}");
        assert_eq!(leads_back(&wide(&marked, u16::to_le_bytes), UTF_16LE), marked);
        assert_eq!(leads_back(&wide(&marked, u16::to_be_bytes), UTF_16BE), marked);
        assert_eq!(leads_back(&wide(TEXT, u16::to_le_bytes), UTF_16LE), TEXT);
        assert_eq!(leads_back(&wide(TEXT, u16::to_be_bytes), UTF_16BE), TEXT);
    }

    #[test]
    fn one_byte_and_two_byte_encodings_lead_back() {
        let latin =
            "The caf\u{e9} owner said \u{201c}we lost \u{20ac}40\u{201d} \u{2013} Jos\u{e9} P\u{e9}rez.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(latin);
        assert_eq!(leads_back(&bytes, encoding_rs::WINDOWS_1252), latin);
        let japanese = "\u{6771}\u{4eac}\u{3067}\u{5730}\u{9707}\u{304c}\u{3042}\u{308a}\u{307e}\u{3057}\u{305f}\u{3002}5\u{4eba}\u{304c}\u{3051}\u{304c}\u{3002}";
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(japanese);
        assert_eq!(leads_back(&bytes, encoding_rs::SHIFT_JIS), japanese);
    }

    #[test]
    fn a_stray_byte_costs_one_character_only() {
        let mut bytes = "Caf\u{e9}s \u{2013} all 40 \u{2013} ".as_bytes().to_vec();
        bytes.push(0xe9);
        bytes.extend(b" closed.");
        let decoded = decode(bytes.clone()).unwrap();
        assert_eq!(decoded.text, "Caf\u{e9}s \u{2013} all 40 \u{2013} \u{fffd} closed.");
        assert_eq!((decoded.lost, decoded.encoding), (1, "UTF-8"));
        let article = Article { text: decoded.text, origin: decoded.origin, ..Article::default() };
        let at = article.text.find("closed").unwrap();
        assert!(bytes[article.file_offset(at)..].starts_with(b"closed"));
    }

    #[test]
    fn a_picture_is_no_text_and_a_stray_control_character_is() {
        let picture: Vec<u8> = (0..=255).cycle().take(4000).collect();
        assert!(decode(picture).is_none());
        let mut text = "A long enough line about forty people who were hurt. ".repeat(3).into_bytes();
        text[20] = 0;
        assert!(decode(text).is_some());
    }
}
