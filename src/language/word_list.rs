//! Word lists: sorted text compiled in, searched where it lies.
//!
//! Nothing is built at start-up: a look-up halves the text until it stands on the
//! word's line. Words are looked up whatever their case.

use std::cmp::Ordering;

/// Longest word that any list of this layer holds, in bytes.
const LONGEST: usize = 24;

/// A list of one word a line, each with an optional note after a tab.
///
/// Lines that begin with `#` give the list's reason; they stand at the top, and
/// `#` sorts before every word, so the search needs no other care.
#[derive(Clone, Copy)]
pub(super) struct WordList(pub &'static str);

impl WordList {
    /// True when the list holds the word, whatever its case.
    pub(super) fn has(self, word: &str) -> bool {
        self.note(word).is_some()
    }

    /// The note beside the word; empty when the list has no notes.
    ///
    /// Apostrophes are read as straight ones. Words with any other letter beyond
    /// ASCII are in no list.
    pub(super) fn note(self, word: &str) -> Option<&'static str> {
        let mut folded = [0; LONGEST];
        let mut len = 0;
        for c in word.chars() {
            let c = if c == '’' { '\'' } else { c };
            if !c.is_ascii() || len == LONGEST {
                return None;
            }
            folded[len] = c.to_ascii_lowercase() as u8;
            len += 1;
        }
        self.search(&folded[..len])
    }

    fn search(self, word: &[u8]) -> Option<&'static str> {
        let text = self.0;
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let bytes = text.as_bytes();
            let start = (low..middle)
                .rev()
                .find(|&i| bytes[i] == b'\n')
                .map_or(low, |i| i + 1);
            let end = (middle..high).find(|&i| bytes[i] == b'\n').unwrap_or(high);
            let line = &text[start..end];
            let (entry, note) = line.split_once('\t').unwrap_or((line, ""));
            match entry.as_bytes().cmp(word) {
                Ordering::Equal => return Some(note),
                Ordering::Less => low = (end + 1).min(high),
                Ordering::Greater => high = start,
            }
        }
        None
    }

    #[cfg(test)]
    pub(super) fn words(self) -> impl Iterator<Item = &'static str> {
        let lines = self.0.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.split('\t').next().unwrap_or(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRUIT: WordList = WordList("# Fruit.\n# By colour.\napple\tgreen\nfig\npear\tyellow\n");

    #[test]
    fn a_word_is_found_with_its_note_whatever_its_case() {
        assert_eq!(FRUIT.note("apple"), Some("green"));
        assert_eq!(FRUIT.note("PEAR"), Some("yellow"));
        assert_eq!(FRUIT.note("fig"), Some(""));
    }

    #[test]
    fn other_words_are_not_found() {
        for word in [
            "", "#", "appl", "apples", "aardvark", "zebra", "é", "# Fruit.",
        ] {
            assert_eq!(FRUIT.note(word), None, "{word}");
        }
        assert_eq!(FRUIT.note(&"x".repeat(99)), None);
        assert_eq!(WordList("").note("apple"), None);
    }
}
