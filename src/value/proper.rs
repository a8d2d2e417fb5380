//! The name of a place, a people or a body, and what two spellings are to each other.

use super::spelling::sound_key;
use super::{Comparison, Level, Reason};
use crate::language::known;
use crate::lexicon::names::fold;

/// The name of a place, a people or a body.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProperName {
    /// The name as printed, one space between words: "Gulf of Aden".
    pub name: String,
}

impl ProperName {
    /// The name in these words.
    pub fn new(printed: &str) -> ProperName {
        ProperName { name: printed.split_whitespace().collect::<Vec<_>>().join(" ") }
    }

    /// How two names stand to one another that differ in one word at most.
    ///
    /// Two towns that an atlas knows are two places however alike they sound; two
    /// romanisations are one name; a letter of difference is a spelling; an inflected
    /// form ("Norway", "Norwegian") is none.
    pub fn compare(&self, other: &ProperName) -> Comparison {
        let [a, b] = [self, other].map(|n| n.name.split(' ').map(fold).collect::<Vec<_>>());
        let mut differing = a.iter().zip(&b).filter(|(x, y)| x != y);
        match (a.len() == b.len(), differing.next(), differing.next()) {
            (true, None, _) => Level::Identical.because(Reason::SameName),
            (true, Some((x, y)), None) => compare_words(x, y),
            _ => Level::Conflict.because(Reason::DifferentName),
        }
    }
}

/// How two different folded words stand that one place of a name may hold.
pub(crate) fn compare_words(a: &str, b: &str) -> Comparison {
    if is_one_word(a, b) {
        return Level::Equivalent.because(Reason::SameName);
    }
    let Some(distance) = distance(a, b) else {
        return Level::Conflict.because(Reason::DifferentName);
    };
    if known(a).is_place() && known(b).is_place() {
        return Level::Conflict.because(Reason::DifferentPlace);
    }
    if is_known(a) && is_known(b) && (distance != Distance::Sound || is_word(a) && is_word(b)) {
        return Level::Conflict.because(Reason::DifferentName);
    }
    Level::Compatible.because(match distance {
        Distance::Sound => Reason::Transliteration,
        Distance::Letter | Distance::Letters => Reason::SpellingDiffers,
    })
}

/// How near two different words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Distance {
    /// One key: two romanisations.
    Sound,
    /// One letter apart.
    Letter,
    /// Two letters apart, of eight or more.
    Letters,
}

/// How near two different folded words stand, if at all.
pub(crate) fn distance(a: &str, b: &str) -> Option<Distance> {
    let shorter = a.chars().count().min(b.chars().count());
    if shorter < 4 {
        return None;
    }
    let letters = strsim::damerau_levenshtein(a, b);
    if letters <= 2 && sound_key(a) == sound_key(b) {
        return Some(Distance::Sound);
    }
    match letters {
        0 | 1 => Some(Distance::Letter),
        2 if shorter >= 8 && a.chars().next() == b.chars().next() => Some(Distance::Letters),
        _ => None,
    }
}

/// The same word: inflected, joined to its neighbour, or in the other house's English.
fn is_one_word(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if let Some(ending) = long.strip_prefix(short) {
        let is_word = known(short).is_known();
        let of_name = OF_NAMES.contains(&ending) || ending.starts_with('n') && short.ends_with('a');
        if ENDINGS.contains(&ending) && (is_word || of_name) {
            return true;
        }
    }
    let stems = [a, b].map(|w| {
        let found = ENDINGS.iter().filter_map(|e| w.strip_suffix(e)).filter(|s| s.len() > 3);
        found.min_by_key(|s| s.len()).unwrap_or(w)
    });
    let is_inflected = stems[0] == stems[1] && is_known(a) && is_known(b);
    is_inflected || american(a) == american(b) || a.replace('-', "") == b.replace('-', "")
}

/// What a word takes on as a plural, a people or an adjective; and "of" without a space.
const ENDINGS: [&str; 23] = [
    "s", "es", "n", "ns", "an", "ans", "ian", "ians", "i", "is", "ish", "ese", "ite", "ites", "er", "ers",
    "ed", "d", "ing", "ic", "al", "of", "y",
];

/// Those of them that make a people of a place that no list knows.
const OF_NAMES: [&str; 8] = ["s", "i", "is", "an", "ans", "ian", "ians", "ese"];

/// The word as American houses write it: "harbour" gives "harbor".
fn american(word: &str) -> String {
    let mut word = word.replace("our", "or").replace("isation", "ization").replace("gramme", "gram");
    for (british, american) in
        [("ise", "ize"), ("ised", "ized"), ("tre", "ter"), ("ence", "ense"), ("ogue", "og")]
    {
        if let Some(stem) = word.strip_suffix(british) {
            word = format!("{stem}{american}");
            break;
        }
    }
    word
}

fn is_known(word: &str) -> bool {
    known(word).is_known() || word.strip_suffix('s').is_some_and(|one| known(one).is_known())
}

fn is_word(word: &str) -> bool {
    known(word).is_word()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_is_no_other_place_and_no_inflection() {
        let cases = [
            ("karsavan", "karsvan", Level::Compatible, Reason::SpellingDiffers),
            ("hormosgan", "hormusgan", Level::Compatible, Reason::Transliteration),
            ("norwegian", "norweigan", Level::Compatible, Reason::SpellingDiffers),
            ("berlin", "merlin", Level::Conflict, Reason::DifferentName),
            ("austin", "ustin", Level::Compatible, Reason::SpellingDiffers),
            ("israel", "israeli", Level::Equivalent, Reason::SameName),
            ("texas", "texans", Level::Equivalent, Reason::SameName),
            ("harbour", "harbor", Level::Equivalent, Reason::SameName),
            ("centre", "center", Level::Equivalent, Reason::SameName),
            ("shore", "short", Level::Conflict, Reason::DifferentName),
            ("paris", "parma", Level::Conflict, Reason::DifferentName),
            ("Bay of Karsavan", "Bay of Karsvan", Level::Compatible, Reason::SpellingDiffers),
            ("Bay of Karsavan", "Gulf of Karsvan", Level::Conflict, Reason::DifferentName),
            ("oslo", "oslo", Level::Identical, Reason::SameName),
        ];
        for (a, b, level, reason) in cases {
            for (a, b) in [(a, b), (b, a)] {
                let got = ProperName::new(a).compare(&ProperName::new(b));
                assert_eq!(got, level.because(reason), "{a} / {b}");
            }
        }
    }

    #[test]
    fn two_towns_that_an_atlas_knows_are_two_places() {
        let dover = ProperName::new("dover");
        assert_eq!(dover.compare(&ProperName::new("dovera")).level, Level::Compatible);
        let comparison = ProperName::new("tripoli").compare(&ProperName::new("tivoli"));
        assert_eq!(comparison.level, Level::Conflict);
    }
}
