//! Hedges: the words before and behind a figure that loosen it.
//!
//! The longest entry of the list that ends right before the figure is its hedge;
//! "about 20 or so" is hedged once.

use std::ops::Range;

use super::{Amount, Reader};
use crate::language::{Relation, Tag};
use crate::lexicon::HEDGES;
use crate::value::{Bound, Dimension, Unit};

/// The most words of a hedge: "slightly more than".
const LONGEST: usize = 3;

/// What a hedge says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Exactly,
    About,
    AtLeast,
    MoreThan,
    Nearly,
    AtMost,
    LessThan,
}

impl Sense {
    fn named(id: &str) -> Option<Sense> {
        Some(match id {
            "exactly" => Sense::Exactly,
            "about" => Sense::About,
            "at_least" => Sense::AtLeast,
            "more_than" => Sense::MoreThan,
            "nearly" => Sense::Nearly,
            "at_most" => Sense::AtMost,
            "less_than" => Sense::LessThan,
            _ => return None,
        })
    }

    /// The bound of a flat number under the hedge; ranges and vague words stay.
    pub fn applied(self, bound: Bound) -> Bound {
        let Bound::Exactly(n) = bound else { return bound };
        match self {
            Sense::Exactly => Bound::Exactly(n),
            Sense::About => Bound::About(n),
            Sense::AtLeast => Bound::AtLeast(n),
            Sense::MoreThan => Bound::MoreThan(n),
            Sense::Nearly => Bound::Nearly(n),
            Sense::AtMost => Bound::AtMost(n),
            Sense::LessThan => Bound::LessThan(n),
        }
    }
}

/// A hedge at its place.
#[derive(Debug, Clone)]
pub(super) struct Hedge {
    pub tokens: Range<usize>,
    pub sense: Sense,
}

impl Reader<'_> {
    /// The hedge that ends where the figure begins.
    pub(super) fn hedge_before(&self, amount: &Amount, unit: Unit) -> Option<Hedge> {
        let end = amount.tokens.start;
        let hedge = self.hedge_ending(end)?;
        (hedge.tokens.len() > 1 || !self.is_preposition(end - 1, unit)).then_some(hedge)
    }

    /// True when a hedge ends there: "nearly |half".
    pub(super) fn hedge_stands_before(&self, end: usize) -> bool {
        self.hedge_ending(end).is_some_and(|h| h.sense != Sense::Exactly && h.sense != Sense::LessThan)
            || self.before(end, 2) == "less" && self.before(end, 1) == "than"
    }

    fn hedge_ending(&self, end: usize) -> Option<Hedge> {
        let mut words = [""; LONGEST];
        for length in (1..=LONGEST.min(end)).rev() {
            for (i, word) in words.iter_mut().take(length).enumerate() {
                *word = self.norm(end - length + i);
            }
            let Some(notes) = HEDGES.get_words(&words[..length]) else { continue };
            if let Some(sense) = Sense::named(notes) {
                return Some(Hedge { tokens: end - length..end, sense });
            }
        }
        None
    }

    /// "Or more", "or so", "-plus", "+" behind the figure.
    pub(super) fn hedge_after(&self, start: usize) -> Option<Hedge> {
        if self.norm(start) == "+" && self.is_tight(start) {
            return Some(Hedge { tokens: start..start + 1, sense: Sense::MoreThan });
        }
        let hyphen = self.past_hyphen(start);
        let first = hyphen.unwrap_or(start);
        let mut words = [""; LONGEST];
        for length in (1..=LONGEST).rev() {
            for (i, word) in words.iter_mut().take(length).enumerate() {
                *word = self.norm(first + i);
            }
            let Some(notes) = HEDGES.get_words(&words[..length]) else { continue };
            let Some((id, "after")) = notes.split_once('\t') else { continue };
            // "20 plus" is a sum, "20-plus" a hedge.
            let is_joined = words[0] == "plus" && hyphen.is_none();
            if let Some(sense) = Sense::named(id).filter(|_| !is_joined) {
                return Some(Hedge { tokens: start..first + length, sense });
            }
        }
        None
    }

    /// True when the word before a figure is no hedge: "over three days", "near 20
    /// homes", "under 18".
    fn is_preposition(&self, at: usize, unit: Unit) -> bool {
        let is_adverb = self.tag(at) == Some(Tag::Adv);
        let is_case = || self.sentence.relation(at) == Relation::Case;
        match self.norm(at) {
            "near" | "nearing" | "topping" | "surpassing" | "approaching" | "exceeding" => {
                self.norm(at) == "near" && !is_adverb
            }
            // "He talked over three days", "it lasted for over three days".
            "over" | "under" if unit.dimension() == Dimension::Duration => !matches!(
                self.before(at, 1),
                "for"
                    | "in"
                    | "of"
                    | "after"
                    | "is"
                    | "was"
                    | "been"
                    | "last"
                    | "lasted"
                    | "lasting"
                    | "took"
                    | "takes"
                    | "served"
                    | "spent"
                    | "just"
                    | "well"
                    | "a"
            ),
            "above" | "below" => unit == Unit::COUNT && !is_adverb && is_case(),
            _ => false,
        }
    }
}
