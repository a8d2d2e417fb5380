//! The header between two lines `---`: who published what, and when.
//!
//! It is a header only if it looks like one; a line of dashes over a story is
//! just that. The title's value is text, so its range is kept.

use std::ops::Range;

use super::lines::{lines, trim};

/// What a header says, and where the text after it starts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    /// The keys with their values, in order.
    pub entries: Vec<Entry>,
    /// First byte after the closing line.
    pub end: usize,
}

/// One key of a header.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// In small letters.
    pub key: String,
    /// Without its quotation marks.
    pub value: String,
    /// Where the value stands.
    pub range: Range<usize>,
    /// Its line, from 1.
    pub line: usize,
}

/// Why a header cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// That line, from 1, has no `:`.
    Line(usize),
    /// No second line `---`.
    Open,
}

/// Keys by which an unfinished header is told from a story under a rule.
const KNOWN: [&str; 8] =
    ["author", "byline", "date", "headline", "published", "publisher", "source", "title"];

/// The header of `text`; an empty one if there is none.
pub(super) fn header(text: &str) -> Result<Header, Broken> {
    let lines: Vec<Range<usize>> =
        lines(text, 0..text.len()).into_iter().map(|line| trim(text, line)).collect();
    if lines.first().is_none_or(|first| &text[first.clone()] != "---") {
        return Ok(Header::default());
    }
    let close = (1..lines.len()).find(|&i| &text[lines[i].clone()] == "---");
    let inside = match close {
        Some(close) => &lines[1..close],
        None => {
            let blank = (1..lines.len()).find(|&i| lines[i].is_empty()).unwrap_or(lines.len());
            &lines[1..blank]
        }
    };
    if !looks_like_header(text, inside, close.is_some()) {
        return Ok(Header::default());
    }
    let Some(close) = close else { return Err(Broken::Open) };
    let mut header = Header { entries: Vec::new(), end: lines[close].end };
    for (i, line) in inside.iter().enumerate() {
        read_line(text, line.clone(), i + 2, &mut header.entries)?;
    }
    Ok(header)
}

/// True when the first line has a known key, or every line has some key.
fn looks_like_header(text: &str, inside: &[Range<usize>], is_closed: bool) -> bool {
    let mut keys = inside.iter().filter(|line| !line.is_empty()).map(|line| key(&text[line.clone()]));
    let Some(first) = keys.next() else { return is_closed };
    first.is_some_and(|key| KNOWN.contains(&key.to_lowercase().as_str()) || keys.all(|key| key.is_some()))
}

/// The key of "Source: AP": one word before a colon.
fn key(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim_end();
    let is_word = key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
    (is_word && !value.starts_with("//")).then_some(key)
}

fn read_line(text: &str, line: Range<usize>, number: usize, entries: &mut Vec<Entry>) -> Result<(), Broken> {
    let words = &text[line.clone()];
    if words.is_empty() || words.starts_with('#') {
        return Ok(());
    }
    let is_indented = text[..line.start].ends_with([' ', '\t']);
    match (key(words), entries.last_mut()) {
        (_, Some(open)) if is_indented || words.starts_with("- ") => go_on(text, line, open),
        (Some(key), _) => {
            let colon = line.start + words.find(':').unwrap_or(0) + 1;
            let range = unquote(text, trim(text, colon..line.end));
            let value = value(&text[range.clone()]);
            entries.push(Entry { key: key.to_lowercase(), value, range, line: number });
        }
        (None, _) => return Err(Broken::Line(number)),
    }
    Ok(())
}

/// A value that continues on the next line: a folded text or a list.
fn go_on(text: &str, line: Range<usize>, open: &mut Entry) {
    if matches!(open.value.as_str(), "" | ">" | "|" | ">-" | "|-") {
        open.range = line.clone();
        open.value = value(&text[line]);
    } else {
        open.range.end = line.end;
        open.value.push(' ');
        open.value.push_str(&value(&text[line]));
    }
}

/// The range inside a pair of straight quotation marks.
fn unquote(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let is_quoted = ['"', '\''].iter().any(|&mark| {
        words.len() >= 2
            && words.starts_with(mark)
            && words.ends_with(mark)
            && (mark == '\'' || !words[1..words.len() - 1].ends_with('\\'))
            && !words[1..words.len() - 1].replace("\\\"", "").replace("''", "").contains(mark)
    });
    if is_quoted { range.start + 1..range.end - 1 } else { range }
}

fn value(words: &str) -> String {
    words.replace("\\\"", "\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(String, String)> {
        header(text).unwrap().entries.into_iter().map(|e| (e.key, e.value)).collect()
    }

    fn pair(key: &str, value: &str) -> (String, String) {
        (key.to_owned(), value.to_owned())
    }

    #[test]
    fn keys_have_any_case_and_values_may_be_quoted() {
        let text =
            "---\r\nTitle: \"Bus falls: 12 dead\"\r\nSOURCE : 'Marlow Post'\r\n# a note\r\n---\r\nText.";
        assert_eq!(pairs(text), [pair("title", "Bus falls: 12 dead"), pair("source", "Marlow Post")]);
        let header = header(text).unwrap();
        assert_eq!(&text[header.entries[0].range.clone()], "Bus falls: 12 dead");
        assert_eq!(text[header.end..].trim(), "Text.");
    }

    #[test]
    fn a_quotation_inside_a_value_stays() {
        let text = "---\ntitle: 'I was there' says mayor, 'and saw it'\n---\n";
        assert_eq!(pairs(text), [pair("title", "'I was there' says mayor, 'and saw it'")]);
    }

    #[test]
    fn values_go_on_over_lines() {
        let text = "---\ntitle: >\n  Bus falls\n  into river\ntags:\n  - bus\n  - river\n---\n";
        assert_eq!(pairs(text), [pair("title", "Bus falls into river"), pair("tags", "- bus - river")]);
    }

    #[test]
    fn a_line_without_colon_is_named() {
        assert_eq!(header("---\ntitle: Bus\nMarlow Post\n---\nText."), Err(Broken::Line(3)));
    }

    #[test]
    fn an_open_header_is_an_error_and_a_rule_is_text() {
        assert_eq!(header("---\ntitle: Bus\nsource: AP\n\nText."), Err(Broken::Open));
        assert_eq!(header("---\nA bus fell.\n\nMore text."), Ok(Header::default()));
        assert_eq!(header("---\nA bus fell.\n---\nMore text."), Ok(Header::default()));
        assert_eq!(header("Text: more\n---\n"), Ok(Header::default()));
        assert_eq!(header("---"), Ok(Header::default()));
    }
}
