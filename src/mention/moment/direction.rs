//! Does a clause look ahead? "will meet Wednesday" is the coming Wednesday, "met
//! Wednesday" the last one.
//!
//! The nearest verb decides: words are read backwards from the moment until one
//! tells, and forwards if none does.

use super::reader::Reader;
use crate::language::{Features, Tag};

/// How many tokens away a verb can still govern the moment. Fourteen holds the
/// longest object and place between verb and day in news leads; beyond that the
/// verb of another clause is met.
const REACH: usize = 14;

impl Reader<'_> {
    /// True when the clause around the token looks ahead of publication.
    pub fn looks_ahead(&self, at: usize) -> bool {
        // "will recover from Thursday's attack": what one recovers from is past.
        if matches!(self.norm_before(at, 1), "since" | "from" | "after" | "following")
            && self.is_possessive(at)
        {
            return false;
        }
        let before = at.saturating_sub(REACH)..at;
        if let Some(answer) = before.rev().find_map(|i| self.tense_at(i)) {
            return answer;
        }
        let after = at + 1..(at + 1 + REACH).min(self.sentence.len());
        after.into_iter().find_map(|i| self.tense_at(i)).unwrap_or(false)
    }

    /// True for a word that looks ahead, false for one that looks back.
    fn tense_at(&self, at: usize) -> Option<bool> {
        let (word, next) = (self.norm(at), self.norm(at + 1));
        match word {
            "will" | "'ll" | "wo" | "shall" | "would" | "upcoming" | "forthcoming" if next != "have" => {
                Some(true)
            }
            "due" | "scheduled" | "slated" | "poised" | "expected" | "planned" => {
                // "due to rain" gives a reason; "was scheduled" can be either.
                let was = matches!(self.norm_before(at, 1), "was" | "were");
                (word != "due" || next != "to" || self.is_verb_or_unknown(at + 2)).then_some(!was)
            }
            "set" | "going" | "plans" | "hopes" | "expects" | "intends" | "able" if next == "to" => {
                Some(true)
            }
            "set" if next == "for" => Some(true),
            "is" | "are" if next == "to" && self.is_verb_or_unknown(at + 2) => Some(true),
            // A timetable speaks in the present.
            "begins" | "starts" | "opens" | "ends" | "expires" | "returns" => Some(true),
            "may" | "might" | "could" | "should" | "must" | "can" if next != "have" => {
                (!self.is_capitalised(at)).then_some(true)
            }
            _ => self.looks_back(at).then_some(false),
        }
    }

    /// True when the word or the one behind it is followed by "'s".
    fn is_possessive(&self, at: usize) -> bool {
        [at + 1, at + 2].iter().any(|&i| matches!(self.norm(i), "'s" | "'"))
    }

    fn is_verb_or_unknown(&self, at: usize) -> bool {
        at < self.sentence.len() && matches!(self.sentence.tag(at), Tag::Verb | Tag::Aux | Tag::X)
    }

    /// True for a verb of the past; where tags are missing, by its look.
    fn looks_back(&self, at: usize) -> bool {
        let word = self.norm(at);
        match self.sentence.tag(at) {
            Tag::Verb | Tag::Aux => self.sentence.features(at).has(Features::PAST),
            Tag::X => {
                let irregular = matches!(
                    word,
                    "was"
                        | "were"
                        | "had"
                        | "did"
                        | "said"
                        | "shot"
                        | "took"
                        | "told"
                        | "found"
                        | "came"
                        | "went"
                        | "left"
                        | "began"
                        | "held"
                        | "met"
                        | "made"
                        | "broke"
                        | "rose"
                        | "fell"
                        | "hit"
                        | "has"
                        | "have"
                );
                irregular || (word.len() > 4 && word.ends_with("ed"))
            }
            _ => false,
        }
    }
}
