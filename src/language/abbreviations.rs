//! Abbreviations: whether a full stop belongs to the word before it.
//!
//! The list says what each abbreviation needs around it; a word that lacks it is an
//! ordinary one at the end of its sentence ("No. 5", but "he said no.").

use super::word_list::WordList;

const ABBREVIATIONS: WordList = WordList(include_str!("abbreviations.tsv"));
const STARTERS: WordList = WordList(include_str!("starters.tsv"));

/// How an abbreviation behaves before the next sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name and never ends a sentence: "Gen.".
    Title,
    /// Stands before a figure: "No.".
    Figure,
    /// A place after a comma: "Ind.".
    Place,
    /// Seldom last: "vs.".
    Small,
    /// Often last: "etc.", "p.m.".
    Last,
    /// May end a sentence: "Inc.".
    Open,
}

/// What stands around a word that a full stop follows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// The first character after the stop and any space, if there is one.
    pub next: Option<char>,
    /// True when a comma stands before the word.
    pub after_comma: bool,
}

/// Reads the word before a full stop ("Gen" of "Gen.") as an abbreviation.
///
/// "Inc" needs its capital, "No" a figure after it, "Ind" a comma before it;
/// without that they give `None`.
pub(super) fn abbreviation(word: &str, around: Around) -> Option<Abbreviation> {
    let kind = kind(word)?;
    let is_capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let holds = match kind {
        Abbreviation::Title | Abbreviation::Open => is_capital,
        Abbreviation::Figure => around.next.is_some_and(|c| c.is_ascii_digit()),
        Abbreviation::Place => is_capital && around.after_comma,
        Abbreviation::Small | Abbreviation::Last => true,
    };
    holds.then_some(kind)
}

/// The kind of an abbreviation that is known to be one; `None` for acronyms and
/// initials, which are in no list.
pub(super) fn kind(word: &str) -> Option<Abbreviation> {
    match ABBREVIATIONS.note(word)? {
        "title" => Some(Abbreviation::Title),
        "figure" => Some(Abbreviation::Figure),
        "place" => Some(Abbreviation::Place),
        "small" => Some(Abbreviation::Small),
        "last" => Some(Abbreviation::Last),
        "open" => Some(Abbreviation::Open),
        _ => None,
    }
}

/// True for a capitalised word that begins a sentence more often than it goes on
/// with a name: "The", "It".
///
/// "Police" and its like do so only when a small letter follows: "Police said", but
/// "Police Chief".
pub(super) fn starts_sentence(word: &str, is_small_next: bool) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && STARTERS
            .note(word)
            .is_some_and(|note| note != "noun" || is_small_next)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARE: Around = Around {
        next: Some('x'),
        after_comma: false,
    };

    #[test]
    fn every_line_of_the_list_has_a_kind_and_is_sorted() {
        let words: Vec<_> = ABBREVIATIONS.words().collect();
        assert!(words.iter().all(|word| kind(word).is_some()));
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn an_abbreviation_needs_its_surroundings() {
        let figure = Around {
            next: Some('5'),
            ..BARE
        };
        let comma = Around {
            after_comma: true,
            ..BARE
        };
        assert_eq!(abbreviation("No", figure), Some(Abbreviation::Figure));
        assert_eq!(abbreviation("No", BARE), None);
        assert_eq!(abbreviation("Ind", comma), Some(Abbreviation::Place));
        assert_eq!(abbreviation("Ind", BARE), None);
        assert_eq!(abbreviation("Gen", BARE), Some(Abbreviation::Title));
        assert_eq!(abbreviation("gen", BARE), None);
        assert_eq!(abbreviation("vs", BARE), Some(Abbreviation::Small));
        assert_eq!(abbreviation("homes", BARE), None);
    }

    #[test]
    fn a_noun_starts_a_sentence_only_before_a_small_letter() {
        assert!(starts_sentence("The", false));
        assert!(!starts_sentence("the", false));
        assert!(starts_sentence("Police", true));
        assert!(!starts_sentence("Police", false));
        assert!(!starts_sentence("Chairman", true));
    }

    #[test]
    fn the_starters_are_sorted() {
        let words: Vec<_> = STARTERS.words().collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
