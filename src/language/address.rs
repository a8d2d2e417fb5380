//! Addresses: web and e-mail addresses and names of files, which are one token each.
//!
//! They are looked for once per stretch without white space, so that all other
//! words need not care.

use super::chars::{at, before, is_of_word};
use std::ops::Range;

/// The first address in `chunk`, bytes of the text without white space.
///
/// Closing marks and the full stop of the sentence are not of the address.
pub(super) fn first(text: &str, chunk: Range<usize>) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut low = chunk.start;
    for i in chunk.clone() {
        let found = match bytes[i] {
            b':' if bytes[i..chunk.end].starts_with(b"://") => {
                let scheme = back(text, low..i, |c| c.is_ascii_alphabetic());
                (scheme < i).then(|| scheme..web_end(text, i + 3, chunk.end))
            }
            b'w' | b'W' if is_www(&bytes[i..chunk.end]) && is_edge(text, i) => {
                Some(i..web_end(text, i + 4, chunk.end))
            }
            b'@' => mail(text, low, i, chunk.end),
            b'.' => file(text, low, i, chunk.end),
            _ => continue,
        };
        if found.is_some() {
            return found;
        }
        if bytes[i] == b'@' {
            low = i + 1;
        }
    }
    None
}

fn is_www(bytes: &[u8]) -> bool {
    bytes.get(..4).is_some_and(|b| b.eq_ignore_ascii_case(b"www.")) && bytes.len() > 5
}

fn is_edge(text: &str, byte: usize) -> bool {
    !before(text, byte).is_some_and(is_of_word)
}

/// The first byte of the run of such characters that ends at the range's end.
fn back(text: &str, range: Range<usize>, holds: impl Fn(char) -> bool) -> usize {
    let kept = text[range.clone()].trim_end_matches(holds);
    range.start + kept.len()
}

fn web_end(text: &str, start: usize, chunk_end: usize) -> usize {
    let ends = ['<', '>', '"', '“', '”', '’', '«', '»', '|', ']', '}'];
    let rest = &text[start..chunk_end];
    let rest = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let is_open = rest.contains('(');
    let kept = rest.trim_end_matches(|c| match c {
        ')' => !is_open,
        _ => matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*'),
    });
    start + kept.len()
}

/// A file whose kind stands after the stop: "plan-2.doc", "03-04-05.XLS".
fn file(text: &str, low: usize, stop: usize, chunk_end: usize) -> Option<Range<usize>> {
    let rest = &text[stop + 1..chunk_end];
    let kind = &rest[..rest.find(|c| !is_of_word(c)).unwrap_or(rest.len())];
    let kinds = ["doc", "docx", "htm", "html", "jpg", "pdf", "ppt", "txt", "xls", "xlsx", "zip"];
    let is_upper = kind.bytes().all(|b| b.is_ascii_uppercase());
    let is_kind = |known: &str| kind == known || is_upper && kind.eq_ignore_ascii_case(known);
    kinds.iter().any(|known| is_kind(known)).then(|| {
        let start = back(text, low..stop, |c| is_of_word(c) || matches!(c, '-' | '.' | '#' | '~' | '+'));
        start..stop + 1 + kind.len()
    })
}

/// An e-mail address around the `@` at `sign`: "desk@example.org".
fn mail(text: &str, low: usize, sign: usize, chunk_end: usize) -> Option<Range<usize>> {
    let start = back(text, low..sign, |c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%'));
    let start = start + text[start..sign].len() - text[start..sign].trim_start_matches(['.', '-']).len();
    let rest = &text[sign + 1..chunk_end];
    let host = rest
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '_')))
        .map_or(rest, |end| &rest[..end])
        .trim_end_matches(['.', '-', '_']);
    let is_mail = start < sign && at(host, 0).is_some_and(char::is_alphabetic);
    let start = if text[low..start].ends_with("mailto:") { start - "mailto:".len() } else { start };
    is_mail.then(|| start..sign + 1 + host.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        first(text, 0..text.len()).map(|range| &text[range])
    }

    #[test]
    fn addresses_are_found_without_the_marks_around_them() {
        for (text, address) in [
            ("https://example.org/a?b=1&c=2.", "https://example.org/a?b=1&c=2"),
            ("(http://example.org/x)", "http://example.org/x"),
            ("http://example.org/x_(y)", "http://example.org/x_(y)"),
            ("“www.example.org”,", "www.example.org"),
            ("<desk.news@example.org>.", "desk.news@example.org"),
            ("mail:desk@example.org,", "desk@example.org"),
            ("<mailto:desk@example.org>", "mailto:desk@example.org"),
            ("(plan-2.doc)", "plan-2.doc"),
            ("03-04-05.XLS,", "03-04-05.XLS"),
            ("<<x#1~2.pdf>>", "x#1~2.pdf"),
        ] {
            assert_eq!(found(text), Some(address), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_address() {
        for text in [
            "@",
            "@desk",
            "5@",
            "a@2.975",
            "://",
            "awww.nice",
            "www.",
            "and/or",
            "",
            ".",
            "plan.Doc",
            "plan.doctor",
            "plan-2.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
