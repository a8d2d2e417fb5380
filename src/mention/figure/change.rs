//! Changes: "rose 5 percent", "fell by 200", "a 5 percent increase".
//!
//! The figure of a change is a difference. "Rose to 41" tells a level, and "raised $5
//! million" no change at all.

use std::ops::Range;

use super::Reader;
use crate::lexicon::CHANGES;
use crate::value::Change;
use crate::value::{Dimension, Unit};

/// Verbs whose object need not be a difference: "lost 14 men", "added 12 rooms".
const TRANSITIVE: [&str; 13] = [
    "added", "cut", "gain", "gained", "gains", "hike", "lose", "lost", "raise", "raised", "raising", "shed",
    "swelled",
];

impl Reader<'_> {
    /// The direction, if the figure in `tokens` is a difference.
    pub(super) fn change(&self, tokens: &Range<usize>, unit: Unit) -> Option<Change> {
        let direction = |word: &str| match CHANGES.get(word)? {
            "up" => Some(Change::Up),
            "down" => Some(Change::Down),
            _ => None,
        };
        let is_share = matches!(unit.dimension(), Dimension::Percent | Dimension::PercentagePoint);
        let is_measured = matches!(unit.dimension(), Dimension::Count | Dimension::Money) || is_share;
        if !is_measured {
            return None;
        }
        let (one, two, three) =
            (self.before(tokens.start, 1), self.before(tokens.start, 2), self.before(tokens.start, 3));
        if one == "by" {
            return direction(two).or_else(|| direction(three)).or_else(|| self.change_above(tokens));
        }
        if one == "of" {
            return match two {
                "rise" | "fall" | "drop" | "increase" | "decrease" | "decline" | "reduction" | "jump"
                | "gain" | "surge" | "dip" => direction(two),
                _ => None,
            };
        }
        let is_verb = !TRANSITIVE.contains(&one) || is_share;
        if let Some(found) = direction(one).filter(|_| is_verb) {
            return Some(found);
        }
        // "A 5 percent increase".
        let is_noun = |word: &str| {
            matches!(
                word,
                "rise"
                    | "fall"
                    | "drop"
                    | "increase"
                    | "decrease"
                    | "decline"
                    | "reduction"
                    | "jump"
                    | "gain"
                    | "surge"
            )
        };
        (is_share && is_noun(self.norm(tokens.end))).then(|| direction(self.norm(tokens.end))).flatten()
    }

    /// "Prices were reduced in May by 5 percent": the verb that governs "by".
    fn change_above(&self, tokens: &Range<usize>) -> Option<Change> {
        let top = self.sentence.ancestors(tokens.end - 1).find(|t| *t < tokens.start)?;
        match CHANGES.get(self.norm(top))? {
            "up" => Some(Change::Up),
            "down" => Some(Change::Down),
            _ => None,
        }
    }
}
