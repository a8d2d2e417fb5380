//! Numbers in digits and words: "67 160", "2.6-million", "half a dozen", "4½",
//! "sixty-seven thousand one hundred and sixty", "one in five".
//!
//! Whether a number is a figure or a part of a name is for others to say.

mod digits;
mod shares;

use std::ops::Range;

use rust_decimal::Decimal;

use super::Reader;
use crate::lexicon::{NUMBERS, UNITS};
use crate::value::number::Part;
use crate::value::{Dimension, Number, Unit};

/// What a number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Number(Number),
    /// Least and most of "several", "dozens".
    Vague(Number, Number),
    /// "Second", "20th".
    Ordinal(Number),
    /// "A third of", in percent.
    Share(Number),
}

impl Written {
    pub fn map(self, change: impl Fn(Number) -> Number) -> Written {
        match self {
            Written::Number(n) => Written::Number(change(n)),
            Written::Vague(a, b) => Written::Vague(change(a), change(b)),
            Written::Ordinal(n) => Written::Ordinal(change(n)),
            Written::Share(n) => Written::Share(change(n)),
        }
    }
}

/// A number at its place.
#[derive(Debug, Clone)]
pub(super) struct Numeral {
    pub tokens: Range<usize>,
    pub written: Written,
    /// The last scale word's worth, one where there is none.
    pub scale: Decimal,
}

impl Numeral {
    fn new(tokens: Range<usize>, written: Written) -> Numeral {
        Numeral { tokens, written, scale: Decimal::ONE }
    }
}

/// True when a number may begin with this word.
pub(super) fn may_begin(word: &str) -> bool {
    let Some(first) = word.chars().next() else { return false };
    first.is_numeric() || (first == '.' && word.len() > 1) || NUMBERS.contains(word)
}

/// A word of the list of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Unit(u32),
    Ten(u32),
    Hundred,
    Scale(Decimal),
    Ordinal(u32),
    Part(u32),
    Dozen(u32),
    Vague(Decimal, Decimal),
}

fn word(norm: &str) -> Option<Word> {
    let mut facts = NUMBERS.get(norm)?.split('\t');
    let class = facts.next()?;
    let value = facts.next()?;
    let small = || value.parse::<u32>().ok();
    Some(match class {
        "unit" => Word::Unit(small()?),
        "ten" => Word::Ten(small()?),
        "hundred" => Word::Hundred,
        "scale" => Word::Scale(value.parse().ok()?),
        "ordinal" => Word::Ordinal(small()?),
        "part" => Word::Part(small()?),
        "dozen" => Word::Dozen(small()?),
        "vague" => Word::Vague(value.parse().ok()?, facts.next()?.parse().ok()?),
        _ => return None,
    })
}

fn decimal(n: u32) -> Decimal {
    Decimal::from(n)
}

/// "Half", "a quarter" and the like as a share: to two percent, and finer where the
/// share is small.
fn share(count: Decimal, of: Decimal) -> Option<Number> {
    let percent = count.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(of)?.round_dp(2);
    let slack = if percent >= decimal(20) { Decimal::TWO } else { (percent / Decimal::TEN).round_dp(2) };
    Some(Number::loose(percent, slack))
}

impl Reader<'_> {
    /// The number whose first token is `at`; `has_sign` behind a sign of money.
    pub(super) fn numeral(&self, at: usize, has_sign: bool) -> Option<Numeral> {
        let first = self.norm(at).chars().next()?;
        let is_digits = first.is_numeric() || first == '.';
        let numeral = if is_digits { self.in_digits(at, has_sign) } else { self.in_words(at) }?;
        self.one_in_five(&numeral).or(Some(numeral))
    }

    fn word(&self, at: usize) -> Option<Word> {
        word(self.norm(at))
    }

    fn in_words(&self, at: usize) -> Option<Numeral> {
        let norm = self.norm(at);
        let is_article = matches!(norm, "a" | "an");
        if is_article {
            return self.behind_article(at);
        }
        match word(norm)? {
            Word::Unit(_) | Word::Ten(_) | Word::Hundred => self.cardinal(at),
            Word::Scale(_) if norm.len() > 4 => self.cardinal(at),
            Word::Scale(_) => None,
            Word::Ordinal(n) => Some(Numeral::new(at..at + 1, Written::Ordinal(Number::whole(n)))),
            Word::Part(2) => self.half(at),
            Word::Part(4) if norm == "quarter" => self.part_of_unit(at, 4),
            Word::Part(_) => None,
            // The "score" is a result; "scores of" are people.
            Word::Dozen(20) => None,
            Word::Dozen(n) => Some(self.dozens(at, at + 1, decimal(n))),
            Word::Vague(low, high) => self.vague(at, low, high),
        }
    }

    /// "A dozen", "a hundred", "a few", "a third of", "a quarter of a million".
    fn behind_article(&self, at: usize) -> Option<Numeral> {
        let next = at + 1;
        // "A year and a half".
        let is_half = ["and", "a", "half"].iter().enumerate().all(|(i, w)| self.norm(next + 1 + i) == *w);
        // "More than a decade", "about a mile"; "a year" alone may be a rate.
        let is_long = || {
            let unit = Unit::measure(&[self.norm(next)]);
            unit.is_some_and(|u| {
                u.dimension() == Dimension::Duration || matches!(u.id(), Some("mile" | "kilometre"))
            })
        };
        let is_hedged = || self.word(next).is_none() && is_long() && self.hedge_stands_before(at);
        if is_half && UNITS.contains(self.norm(next)) || is_hedged() {
            return Some(Numeral::new(at..next, Written::Number(Number::whole(1))));
        }
        match self.word(next)? {
            Word::Hundred => self.cardinal(next).map(|n| Numeral { tokens: at..n.tokens.end, ..n }),
            Word::Scale(_) if self.norm(next).len() > 4 => {
                self.cardinal(next).map(|n| Numeral { tokens: at..n.tokens.end, ..n })
            }
            Word::Dozen(12) => Some(self.dozens(at, next + 1, decimal(12))),
            Word::Dozen(20) if self.norm(next + 1) == "of" => Some(self.dozens(at, next + 1, decimal(20))),
            Word::Vague(low, high) => match self.norm(next) {
                "few" => self.few(at, next + 1, low, high),
                "couple" | "handful" => self.few(at, next + 1, low, high),
                _ => None,
            },
            Word::Part(n) => self.share_of(at, next + 1, 1, n),
            Word::Ordinal(n) if n > 2 => self.share_of(at, next + 1, 1, n),
            Word::Unit(_) | Word::Ten(_) | Word::Scale(_) | Word::Ordinal(_) | Word::Dozen(_) => None,
        }
    }

    /// "A few", "several", "a couple of", and with a scale: "a few hundred".
    fn few(&self, at: usize, end: usize, low: Decimal, high: Decimal) -> Option<Numeral> {
        let of = if self.norm(end) == "of" { end + 1 } else { end };
        let is_couple = self.norm(end - 1) == "couple";
        let scale = match self.word(of) {
            Some(Word::Scale(scale)) if self.norm(of).len() > 4 => Some(scale),
            Some(Word::Hundred) => Some(Decimal::ONE_HUNDRED),
            Some(Word::Dozen(12)) => Some(decimal(12)),
            _ => None,
        };
        let number = |n: Decimal| n.checked_mul(scale.unwrap_or(Decimal::ONE)).map(Number::plain);
        if scale.is_none() && is_couple && of == end {
            return None; // "A couple" are two people who belong together.
        }
        let end = if scale.is_some() { of + 1 } else { end };
        Some(Numeral::new(at..end, Written::Vague(number(low)?, number(high)?)))
    }

    /// "Dozens", "tens of thousands", "several hundred".
    fn vague(&self, at: usize, low: Decimal, high: Decimal) -> Option<Numeral> {
        match self.norm(at) {
            "few" | "couple" | "handful" => return None,
            "several" => return self.few(at, at + 1, low, high),
            // "Tens" alone are no figure.
            "tens" if self.norm(at + 1) != "of" => return None,
            _ => {}
        }
        if self.norm(at + 1) == "of"
            && let Some(Word::Vague(thousand, _)) = self.word(at + 2)
            && thousand >= Decimal::from(200)
        {
            let scale = thousand / Decimal::TWO;
            let most = high.checked_mul(scale)?.checked_add(scale - Decimal::ONE)?;
            let least = Number::plain(low.checked_mul(scale)?);
            return Some(Numeral::new(at..at + 3, Written::Vague(least, Number::plain(most))));
        }
        if self.norm(at) == "tens" {
            return None;
        }
        Some(Numeral::new(at..at + 1, Written::Vague(Number::plain(low), Number::plain(high))))
    }

    fn dozens(&self, at: usize, end: usize, count: Decimal) -> Numeral {
        let slack = (count / Decimal::from(12)).round();
        Numeral::new(at..end, Written::Number(Number::loose(count, slack.max(Decimal::ONE))))
    }

    /// "Sixty-seven thousand one hundred and sixty", "four and a half", "two dozen".
    fn cardinal(&self, start: usize) -> Option<Numeral> {
        let mut sum = Decimal::ZERO;
        let mut group = 0_u32;
        let mut has_group = false;
        let mut smallest = None;
        let mut at = start;
        while let Some(word) = self.word(at) {
            match word {
                Word::Unit(n) if !has_group || takes_unit(group, n) => group += n,
                Word::Ten(n) if !has_group || (group >= 100 && group.is_multiple_of(100)) => group += n,
                Word::Hundred if !has_group => group = 100,
                Word::Hundred if group < 100 => group *= 100,
                Word::Scale(scale) if self.norm(at).len() > 4 && smallest.is_none_or(|s| scale < s) => {
                    let count = if has_group { group } else { 1 };
                    sum = decimal(count).checked_mul(scale)?.checked_add(sum)?;
                    (group, has_group, smallest) = (0, false, Some(scale));
                    at = self.next_word(at, true);
                    continue;
                }
                // "Thousand crore", "hundred thousand million".
                Word::Scale(scale) if self.norm(at).len() > 4 && !has_group && at > start => {
                    sum = sum.checked_mul(scale)?;
                    smallest = Some(scale);
                    at = self.next_word(at, true);
                    continue;
                }
                _ => break,
            }
            let is_hundred = word == Word::Hundred;
            has_group = true;
            at = self.next_word(at, is_hundred);
        }
        if at == start {
            return None;
        }
        let end = self.end_of_words(start, at);
        let value = sum.checked_add(decimal(group))?;
        let big = smallest.filter(|s| !has_group && *s >= Decimal::from(100_000));
        let number = match big {
            Some(scale) => Number::plain(value / scale).scaled(scale)?,
            None => Number::plain(value),
        };
        let scale = smallest.filter(|_| !has_group).unwrap_or(Decimal::ONE);
        let mut numeral = Numeral { tokens: start..end, written: Written::Number(number), scale };
        if smallest.is_some() {
            return Some(numeral);
        }
        if let Some(ordinal) = self.ordinal_behind(&numeral, group) {
            return Some(ordinal);
        }
        if let Some(share) = self.parts_behind(&numeral) {
            return Some(share);
        }
        let next = self.past_hyphen(end).unwrap_or(end);
        if self.word(next) == Some(Word::Dozen(12)) || self.word(next) == Some(Word::Dozen(20)) {
            let Some(Word::Dozen(n)) = self.word(next) else { return None };
            return Some(self.dozens(start, next + 1, value.checked_mul(decimal(n))?));
        }
        self.add_part(&mut numeral);
        Some(self.scaled(numeral))
    }

    /// The token after a number word, past a hyphen, and past "and" where it may stand.
    fn next_word(&self, at: usize, takes_and: bool) -> usize {
        let next = at + 1;
        if let Some(behind) = self.past_hyphen(next) {
            return if self.word(behind).is_some() { behind } else { next };
        }
        let is_small = |i| matches!(self.word(i), Some(Word::Unit(_) | Word::Ten(_)));
        if takes_and && self.norm(next) == "and" && is_small(next + 1) {
            return next + 1;
        }
        next
    }

    /// Steps back over the hyphen or "and" behind the last word that was taken.
    fn end_of_words(&self, start: usize, at: usize) -> usize {
        let mut end = at.min(self.len());
        while end > start + 1 && matches!(self.norm(end - 1), "-" | "and" | "‐" | "\u{2011}") {
            end -= 1;
        }
        end
    }

    /// "Twenty-first".
    fn ordinal_behind(&self, numeral: &Numeral, tens: u32) -> Option<Numeral> {
        let at = self.past_hyphen(numeral.tokens.end)?;
        match self.word(at)? {
            Word::Ordinal(n) if n < 10 && tens >= 20 && tens.is_multiple_of(10) => {
                let rank = Number::whole(tens.checked_add(n)?);
                Some(Numeral::new(numeral.tokens.start..at + 1, Written::Ordinal(rank)))
            }
            _ => None,
        }
    }

    /// "And a half", "and three quarters" behind a whole number.
    fn add_part(&self, numeral: &mut Numeral) {
        let Written::Number(number) = numeral.written else { return };
        let mut at = numeral.tokens.end;
        let mut step = |word: &[&str]| {
            let i = self.past_hyphen(at).unwrap_or(at);
            let is_there = word.contains(&self.norm(i));
            if is_there {
                at = i + 1;
            }
            is_there
        };
        if !step(&["and"]) {
            return;
        }
        let count = if step(&["a", "one"]) {
            1
        } else if step(&["three"]) {
            3
        } else {
            return;
        };
        let of = if step(&["half"]) {
            2
        } else if step(&["quarter", "quarters"]) {
            4
        } else if step(&["third"]) {
            3
        } else {
            return;
        };
        if count < of {
            numeral.written = Written::Number(number.plus_part(Part { count, of }));
            numeral.tokens.end = at;
        }
    }

    /// The number with the scale words behind it: "2.6-million", "3 lakh crore".
    fn scaled(&self, mut numeral: Numeral) -> Numeral {
        loop {
            let end = numeral.tokens.end;
            let at = self.past_hyphen(end).unwrap_or(end);
            let scale = match self.word(at) {
                Some(Word::Scale(scale)) => scale,
                Some(Word::Hundred) if numeral.scale == Decimal::ONE => Decimal::ONE_HUNDRED,
                Some(Word::Dozen(12)) if numeral.scale == Decimal::ONE => {
                    let Written::Number(number) = numeral.written else { return numeral };
                    let dozens =
                        number.value().checked_mul(decimal(12)).filter(|v| *v < Decimal::from(100_000));
                    return match dozens {
                        Some(count) => self.dozens(numeral.tokens.start, at + 1, count),
                        None => numeral,
                    };
                }
                _ => return numeral,
            };
            let Written::Number(number) = numeral.written else { return numeral };
            let Some(number) = number.scaled(scale) else { return numeral };
            numeral.written = Written::Number(number);
            numeral.scale = numeral.scale.checked_mul(scale).unwrap_or(scale);
            numeral.tokens.end = at + 1;
        }
    }
}

/// True when a number below twenty may follow in the group: "twenty-|one|", "one
/// hundred |twelve|".
fn takes_unit(group: u32, n: u32) -> bool {
    let rest = group % 100;
    n > 0 && if rest == 0 { group >= 100 } else { rest >= 20 && rest.is_multiple_of(10) && n < 10 }
}
