//! Word lists: sorted text compiled in, searched where it lies.
//!
//! One entry a line, its notes after tabs; lines that begin with `#` stand at the
//! top and say why the list is as it is. Nothing is built at start-up: a look-up
//! halves the text until it stands on the entry's line.

pub mod names;
pub mod speech;
pub mod world;

use std::cmp::Ordering;

/// What happens to people and things, by class: "slay" is `kill`.
pub static EVENTS: Lexicon = Lexicon::new(include_str!("events.tsv"));

/// Nouns for people: `any` where the noun says no more than "person".
pub static PEOPLE: Lexicon = Lexicon::new(include_str!("people.tsv"));

/// What money is asked or paid for: "bail" is `bond`.
pub static THINGS: Lexicon = Lexicon::new(include_str!("things.tsv"));

/// Kinds of street: "ave." is `avenue`.
pub static STREETS: Lexicon = Lexicon::new(include_str!("streets.tsv"));

/// Digits in words, their scales, and what else counts: "seven", "dozen".
pub static NUMBERS: Lexicon = Lexicon::new(include_str!("numbers.tsv"));
/// Units of measure by every word that names them.
pub static UNITS: Lexicon = Lexicon::new(include_str!("units.tsv"));
/// Currencies by every word or sign that names them.
pub static CURRENCIES: Lexicon = Lexicon::new(include_str!("currencies.tsv"));
/// Words around a figure that loosen it: "about", "at least".
pub static HEDGES: Lexicon = Lexicon::new(include_str!("hedges.tsv"));
/// Words after which a number is a name: "Route", "Channel".
pub static NUMBERED: Lexicon = Lexicon::new(include_str!("numbered.tsv"));
/// Nouns that a hyphen joins to their count: "two-vehicle", "five-member".
pub static HYPHENATED: Lexicon = Lexicon::new(include_str!("hyphenated.tsv"));
/// Verbs and nouns of rise and fall.
pub static CHANGES: Lexicon = Lexicon::new(include_str!("changes.tsv"));
/// Nouns and participles that a toll counts.
pub static COUNTED: Lexicon = Lexicon::new(include_str!("counted.tsv"));
/// Nouns of things: a "two-year-old |war|" has lasted and is nobody's age.
pub static LASTING: Lexicon = Lexicon::new(include_str!("lasting.tsv"));
/// Words that make the number before them a calibre: "9 mm |handgun|".
pub static GUNS: Lexicon = Lexicon::new(include_str!("guns.tsv"));
/// Words for a person after which a comma age may stand: "the girl, 8".
pub static PERSONS: Lexicon = Lexicon::new(include_str!("persons.tsv"));
/// Common nouns for a sort of place: "village", "gulf".
pub static PLACES: Lexicon = Lexicon::new(include_str!("places.tsv"));
/// Common nouns that head the name of a body: "committee".
pub static BODIES: Lexicon = Lexicon::new(include_str!("bodies.tsv"));
/// Buildings by the kinds that their word can mean, and what they are kinds of.
pub static VENUES: Lexicon = Lexicon::new(include_str!("venues.tsv"));
/// Those who count for the public, by their way of counting.
pub static COUNTERS: Lexicon = Lexicon::new(include_str!("counters.tsv"));
/// Seats of governments, with the country they stand for.
pub static SEATS: Lexicon = Lexicon::new(include_str!("seats.tsv"));
/// News agencies by the names under which papers credit them.
pub static AGENCIES: Lexicon = Lexicon::new(include_str!("agencies.tsv"));

/// What becomes of people and things: verb or adjective, frame, question, answer, and
/// the answer that its negation gives.
pub static OUTCOMES: Lexicon = Lexicon::new(include_str!("outcomes.tsv"));

/// A list of one entry a line.
#[derive(Debug, Clone, Copy)]
pub struct Lexicon {
    text: &'static str,
}

impl Lexicon {
    /// The list with these lines, which are sorted by their bytes.
    pub const fn new(text: &'static str) -> Lexicon {
        Lexicon { text }
    }

    /// True when the list holds the entry.
    pub fn contains(self, entry: &str) -> bool {
        self.get(entry).is_some()
    }

    /// What stands after the entry's first tab; empty when nothing does.
    pub fn get(self, entry: &str) -> Option<&'static str> {
        let entry = entry.as_bytes();
        self.search(|line| {
            let common = line.len().min(entry.len());
            // A tab sorts before every letter, so a line compares as its entry does.
            line[..common].cmp(&entry[..common]).then_with(|| match line.get(entry.len()) {
                None if line.len() == entry.len() => Ordering::Equal,
                None => Ordering::Less,
                Some(b'\t') => Ordering::Equal,
                Some(_) => Ordering::Greater,
            })
        })
    }

    /// Like [`get`](Self::get), for an entry of several words.
    pub fn get_words(self, words: &[&str]) -> Option<&'static str> {
        let wanted = || {
            let spaced = words.iter().enumerate();
            spaced.flat_map(|(i, w)| (i > 0).then_some(b' ').into_iter().chain(w.bytes()))
        };
        self.search(|line| line.iter().copied().take_while(|&b| b != b'\t').cmp(wanted()))
    }

    /// Halves the text until it stands on the line that `compare` calls equal; gives
    /// the line's notes.
    fn search(self, compare: impl Fn(&[u8]) -> Ordering) -> Option<&'static str> {
        let bytes = self.text.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |i| low + i + 1);
            let end = bytes[middle..high].iter().position(|&b| b == b'\n').map_or(high, |i| middle + i);
            let line = &bytes[start..end];
            // Reasons stand before every entry, also before those that begin with a sign.
            let order = if line.first() == Some(&b'#') { Ordering::Less } else { compare(line) };
            match order {
                Ordering::Equal => {
                    let notes = line.iter().position(|&b| b == b'\t').map_or(end, |i| start + i + 1);
                    return Some(&self.text[notes..end]);
                }
                Ordering::Less => low = (end + 1).min(high),
                Ordering::Greater => high = start,
            }
        }
        None
    }

    /// Its entries in order.
    pub fn entries(self) -> impl Iterator<Item = &'static str> {
        let lines = self.text.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.split('\t').next().unwrap_or(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRUIT: Lexicon = Lexicon::new("# Fruit.\n$\tsign\napple\tgreen\tround\nblood orange\tred\nfig\n");

    #[test]
    fn an_entry_is_found_with_its_notes() {
        assert_eq!(FRUIT.get("apple"), Some("green\tround"));
        assert_eq!(FRUIT.get("$"), Some("sign"));
        assert_eq!(FRUIT.get("fig"), Some(""));
        assert_eq!(FRUIT.get_words(&["blood", "orange"]), Some("red"));
        assert_eq!(FRUIT.get_words(&["apple"]), Some("green\tround"));
    }

    #[test]
    fn every_list_of_figures_finds_its_entries() {
        for list in [NUMBERS, HEDGES, NUMBERED, HYPHENATED, CHANGES, COUNTED, PERSONS, GUNS, LASTING] {
            for entry in list.entries() {
                assert!(list.contains(entry), "{entry}");
            }
        }
    }

    #[test]
    fn other_words_are_not_found() {
        for word in ["", "#", "appl", "apples", "blood", "zebra", "é", "# Fruit."] {
            assert_eq!(FRUIT.get(word), None, "{word}");
        }
        assert_eq!(FRUIT.get_words(&["blood", "oranges"]), None);
        assert_eq!(Lexicon::new("").get("apple"), None);
    }
}
