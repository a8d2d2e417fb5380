//! Word lists: one entry a line, looked up where they lie.
//!
//! A lexicon is a text of lines `entry` or `entry<TAB>meaning`, sorted by bytes and
//! unique, with its reasons in `#` lines at the top. Nothing is built at start-up:
//! a look-up is a binary search over the text itself.

use std::cmp::Ordering;

/// What happens to people and things, by class: "slay" is `kill`.
pub static EVENTS: Lexicon = Lexicon::new(include_str!("events.tsv"));

/// Nouns for people: `any` where the noun says no more than "person".
pub static PEOPLE: Lexicon = Lexicon::new(include_str!("people.tsv"));

/// Kinds of street: "ave." is `avenue`.
pub static STREETS: Lexicon = Lexicon::new(include_str!("streets.tsv"));

/// A sorted list of entries.
#[derive(Debug, Clone, Copy)]
pub struct Lexicon {
    text: &'static str,
    first: usize,
}

impl Lexicon {
    /// The lexicon of this text.
    pub const fn new(text: &'static str) -> Lexicon {
        let bytes = text.as_bytes();
        let mut first = 0;
        while first < bytes.len() && bytes[first] == b'#' {
            while first < bytes.len() && bytes[first] != b'\n' {
                first += 1;
            }
            first += 1;
        }
        Lexicon { text, first }
    }

    /// The entry's meaning: the text after the tab, empty where there is none.
    pub fn get(&self, entry: &str) -> Option<&'static str> {
        let bytes = self.text.as_bytes();
        let (mut low, mut high) = (self.first.min(bytes.len()), bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |i| low + i + 1);
            let end = bytes[start..high].iter().position(|&b| b == b'\n').map_or(high, |i| start + i);
            let line = &self.text[start..end];
            let (key, meaning) = line.split_once('\t').unwrap_or((line, ""));
            match key.cmp(entry) {
                Ordering::Equal => return Some(meaning),
                Ordering::Less => low = (end + 1).min(high),
                Ordering::Greater => high = start,
            }
        }
        None
    }

    /// True when the entry is listed.
    pub fn contains(&self, entry: &str) -> bool {
        self.get(entry).is_some()
    }

    /// The entries in order, each with its meaning.
    pub fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let text: &'static str = self.text.get(self.first..).unwrap_or("");
        text.lines().map(|line| line.split_once('\t').unwrap_or((line, "")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_found_and_its_neighbour_is_not() {
        static LIST: Lexicon = Lexicon::new("# why\n# more\nant\nbee\tinsect\ncat\n");
        assert_eq!(LIST.get("ant"), Some(""));
        assert_eq!(LIST.get("bee"), Some("insect"));
        assert_eq!(LIST.get("cat"), Some(""));
        for missing in ["", "an", "ants", "be", "dog", "#", "insect", "# why"] {
            assert_eq!(LIST.get(missing), None, "{missing}");
        }
    }

    #[test]
    fn every_entry_of_every_lexicon_is_found() {
        for lexicon in [EVENTS, PEOPLE, STREETS] {
            for (entry, meaning) in lexicon.entries() {
                assert_eq!(lexicon.get(entry), Some(meaning), "{entry}");
            }
        }
    }
}
