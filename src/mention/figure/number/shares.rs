//! Halves, quarters and other parts of a whole: "half a million", "two-thirds of", "one in
//! five".

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::Reader;
use super::{Numeral, Word, Written, decimal, share};
use crate::lexicon::UNITS;
use crate::value::Number;
use crate::value::number::Part;

impl Reader<'_> {
    /// "Half a million", "half a dozen", "half an hour", "half of the", "nearly half".
    pub(super) fn half(&self, at: usize) -> Option<Numeral> {
        let mut next = at + 1;
        if matches!(self.norm(next), "a" | "an") {
            next += 1;
        } else if let Some(behind) = self.past_hyphen(next) {
            next = behind;
        }
        match self.word(next) {
            Some(Word::Scale(scale)) if self.norm(next).len() > 4 => {
                let number = Number::parse("0.5")?.scaled(scale)?;
                return Some(Numeral { tokens: at..next + 1, written: Written::Number(number), scale });
            }
            Some(Word::Dozen(12)) => return Some(self.dozens(at, next + 1, decimal(6))),
            _ => {}
        }
        if let Some(numeral) = self.part_of_unit(at, 2) {
            return Some(numeral);
        }
        let is_share = match self.norm(at + 1) {
            "of" | "the" | "its" | "their" | "his" | "her" | "our" | "all" | "those" | "these" => true,
            _ => self.hedge_stands_before(at) || self.before(at, 1) == "between",
        };
        let is_part_of_a_game = matches!(self.before(at, 1), "first" | "second" | "in" | "by" | "other");
        if !is_share || is_part_of_a_game || self.past_hyphen(at + 1).is_some() {
            return None;
        }
        self.share_of(at, at + 1, 1, 2).or_else(|| self.share_at(at..at + 1, 1, 2))
    }

    /// "Half a mile", "half an hour", "quarter-mile": a part of one unit.
    pub(super) fn part_of_unit(&self, at: usize, of: u32) -> Option<Numeral> {
        let (end, unit) = if matches!(self.norm(at + 1), "a" | "an") {
            (at + 2, at + 2)
        } else {
            (at + 1, self.past_hyphen(at + 1).unwrap_or(at + 1))
        };
        let is_unit = UNITS.contains(self.norm(unit)) && self.norm(unit) != "second";
        let number = Number::whole(0).plus_part(Part { count: 1, of });
        is_unit.then(|| Numeral::new(at..end, Written::Number(number)))
    }

    /// `count` of `of` parts, with "of" behind: "a third of", "a quarter of a million".
    pub(super) fn share_of(&self, at: usize, end: usize, count: u32, of: u32) -> Option<Numeral> {
        if self.norm(end) != "of" {
            return None;
        }
        if matches!(self.norm(end + 1), "a" | "an")
            && let Some(Word::Scale(scale)) = self.word(end + 2)
        {
            let number = Number::whole(0).plus_part(Part { count, of }).scaled(scale)?;
            return Some(Numeral { tokens: at..end + 3, written: Written::Number(number), scale });
        }
        self.share_at(at..end, count, of)
    }

    pub(super) fn share_at(&self, tokens: Range<usize>, count: u32, of: u32) -> Option<Numeral> {
        Some(Numeral::new(tokens, Written::Share(share(decimal(count), decimal(of))?)))
    }

    /// "Two-thirds", "three quarters", "one-third", "one third of".
    pub(super) fn parts_behind(&self, numeral: &Numeral) -> Option<Numeral> {
        let Written::Number(number) = numeral.written else { return None };
        let count: u32 = number.value().try_into().ok().filter(|n| (1..20).contains(n))?;
        let end = numeral.tokens.end;
        let hyphen = self.past_hyphen(end);
        let at = hyphen.unwrap_or(end);
        let of = match self.word(at)? {
            Word::Part(of) => of,
            Word::Ordinal(of) if of > 2 && count == 1 => of,
            Word::Ordinal(_)
            | Word::Unit(_)
            | Word::Ten(_)
            | Word::Hundred
            | Word::Scale(_)
            | Word::Dozen(_)
            | Word::Vague(..) => return None,
        };
        // "Three quarters" may be nine months, and "two halves" make a game.
        let is_plain = hyphen.is_some() || self.norm(at + 1) == "of" || self.norm(at) == "thirds";
        if count >= of || !is_plain || self.past_hyphen(at + 1).is_some() {
            return None;
        }
        let tokens = numeral.tokens.start..at + 1;
        if UNITS.contains(self.norm(at + 1)) {
            let number = Number::whole(0).plus_part(Part { count, of });
            return Some(Numeral::new(tokens, Written::Number(number)));
        }
        self.share_of(tokens.start, tokens.end, count, of).or_else(|| self.share_at(tokens, count, of))
    }

    /// "One in five", "3 out of 4"; not "two in 10 days".
    pub(super) fn one_in_five(&self, numeral: &Numeral) -> Option<Numeral> {
        let Written::Number(count) = numeral.written else { return None };
        let end = numeral.tokens.end;
        let joined = self.past_hyphen(end).unwrap_or(end);
        let mut at = match (self.norm(joined), self.norm(joined + 1)) {
            ("in", _) => joined + 1,
            ("out", "of") => joined + 2,
            _ => return None,
        };
        at = self.past_hyphen(at).unwrap_or(at);
        if self.norm(at) == "every" {
            at += 1;
        }
        let of = match self.norm(at).chars().next()? {
            c if c.is_ascii_digit() => self.in_digits(at, false)?,
            _ => self.cardinal(at)?,
        };
        let Written::Number(whole) = of.written else { return None };
        let (count, mut whole, mut whole_end) = (count.value(), whole.value(), of.tokens.end);
        // "Four in five and three-quarters of them": two shares.
        if !whole.is_integer() {
            (whole, whole_end) = (whole.trunc(), at + 1);
        }
        let is_round = whole <= Decimal::TEN
            || (whole % Decimal::TEN).is_zero()
            || whole == decimal(12)
            || whole == decimal(25);
        let is_plain = count.is_integer() && count > Decimal::ZERO && count < whole && whole > Decimal::ONE;
        let behind = self.past_hyphen(whole_end).unwrap_or(whole_end);
        let is_time = UNITS.contains(self.norm(behind)) || self.taken_at(at).is_some();
        if !is_round || !is_plain || is_time || count > Decimal::ONE_HUNDRED {
            return None;
        }
        Some(Numeral::new(numeral.tokens.start..whole_end, Written::Share(share(count, whole)?)))
    }
}
