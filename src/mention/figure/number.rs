//! Numbers in digits and words: "67 160", "2.6-million", "half a dozen", "4½",
//! "sixty-seven thousand one hundred and sixty", "one in five".
//!
//! Whether a number is a figure or a part of a name is for others to say.

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

    // Digits.

    fn in_digits(&self, at: usize, has_sign: bool) -> Option<Numeral> {
        let norm = self.norm(at);
        // A lost sign behind the digit was a fraction: "4\u{fffd} months".
        if self.is_tight(at + 1) && self.norm(at + 1).starts_with('\u{fffd}') {
            return None;
        }
        if let Some(part) = fraction_sign(norm) {
            let number = Number::whole(0).plus_part(part);
            return Some(self.scaled(Numeral::new(at..at + 1, Written::Number(number))));
        }
        if let Some(numeral) = self.with_slash(at) {
            return Some(self.scaled(numeral));
        }
        let split = norm.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(norm.len());
        let (digits, tail) = norm.split_at(split);
        if matches!(tail, "st" | "nd" | "rd" | "th") {
            return Some(Numeral::new(at..at + 1, Written::Ordinal(Number::parse(digits)?)));
        }
        if tail.is_empty()
            && let Some(numeral) = self.with_stray_space(at, has_sign)
        {
            return Some(numeral);
        }
        let (number, end) = match self.spaced_groups(at) {
            Some((number, end)) if tail.is_empty() => (number, end),
            _ => (Number::parse(digits)?, at + 1),
        };
        if let Some(part) = fraction_sign(tail) {
            return Some(self.scaled(Numeral::new(at..end, Written::Number(number.plus_part(part)))));
        }
        let mut numeral = Numeral::new(at..end, Written::Number(number));
        if !tail.is_empty() {
            let scale = scale_letters(tail)?;
            numeral.written = Written::Number(number.scaled(scale)?);
            numeral.scale = scale;
            return Some(numeral);
        }
        // "$2.6 m": beyond money an "m" is a metre.
        if has_sign && let Some(scale) = scale_letters(self.norm(end)).filter(|_| !self.is_tight(end)) {
            numeral.written = Written::Number(number.scaled(scale)?);
            numeral.scale = scale;
            numeral.tokens.end = end + 1;
            return Some(numeral);
        }
        self.add_part(&mut numeral);
        if let Some(share) = self.parts_behind(&numeral) {
            return Some(share);
        }
        Some(self.scaled(numeral))
    }

    /// "67 160": groups of three digits, set apart by a space.
    fn spaced_groups(&self, at: usize) -> Option<(Number, usize)> {
        let is_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let first = self.norm(at);
        if first.is_empty() || first.len() > 3 || first.starts_with('0') || !is_digits(first) {
            return None;
        }
        let mut value: Decimal = first.parse().ok()?;
        let mut end = at + 1;
        while end - at < 5
            && end < self.len()
            && self.norm(end).len() == 3
            && is_digits(self.norm(end))
            && !self.is_tight(end)
        {
            value = value * Decimal::ONE_THOUSAND + self.norm(end).parse::<Decimal>().ok()?;
            end += 1;
        }
        (end > at + 1).then(|| (Number::plain(value), end))
    }

    /// "£1. 7m", "12. 5 percent": a space that slipped in behind the point.
    fn with_stray_space(&self, at: usize, has_sign: bool) -> Option<Numeral> {
        let digits = self.norm(at);
        if self.norm(at + 1) != "." || !self.is_tight(at + 1) || self.is_tight(at + 2) {
            return None;
        }
        let behind = self.norm(at + 2);
        let split = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
        let (decimals, tail) = behind.split_at(split);
        if digits.contains('.') || decimals.is_empty() {
            return None;
        }
        let scale = scale_letters(tail);
        let is_scaled = matches!(self.word(at + 3), Some(Word::Scale(_)));
        let is_percent = matches!(self.norm(at + 3), "percent" | "%" | "per");
        if !(is_percent && tail.is_empty() || has_sign && (is_scaled || scale.is_some())) {
            return None;
        }
        let number = Number::parse(&format!("{digits}.{decimals}"))?;
        let mut numeral = Numeral::new(at..at + 3, Written::Number(number));
        match scale {
            Some(scale) => {
                numeral.written = Written::Number(number.scaled(scale)?);
                numeral.scale = scale;
                Some(numeral)
            }
            None => Some(self.scaled(numeral)),
        }
    }

    /// "1/2", "4 1/2", and "41/2" with the space lost; only before a unit.
    fn with_slash(&self, at: usize) -> Option<Numeral> {
        let whole = self.norm(at);
        let is_apart = !whole.contains('/') && self.norm(at + 1).contains('/');
        let slash = if is_apart { at + 1 } else { at };
        let (above, below) = self.norm(slash).split_once('/')?;
        if below.len() != 1 || above.is_empty() || !above.is_ascii() || (is_apart && above.len() != 1) {
            return None;
        }
        let (run_in, above) = above.split_at(above.len() - 1);
        let part = Part { count: above.parse().ok()?, of: below.parse().ok()? };
        let is_part = part.count > 0 && part.count < part.of && matches!(part.of, 2 | 3 | 4 | 5 | 8);
        let end = slash + 1;
        let behind = self.past_hyphen(end).unwrap_or(end);
        if !is_part || !(is_apart || UNITS.contains(self.norm(behind))) {
            return None;
        }
        let whole = match (is_apart, run_in) {
            (true, _) => Number::parse(whole)?,
            (false, "") => Number::whole(0),
            (false, digits) => Number::parse(digits)?,
        };
        Some(Numeral::new(at..end, Written::Number(whole.plus_part(part))))
    }

    // Words.

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

    /// "Half a million", "half a dozen", "half an hour", "half of the", "nearly half".
    fn half(&self, at: usize) -> Option<Numeral> {
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
    fn part_of_unit(&self, at: usize, of: u32) -> Option<Numeral> {
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
    fn share_of(&self, at: usize, end: usize, count: u32, of: u32) -> Option<Numeral> {
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

    fn share_at(&self, tokens: Range<usize>, count: u32, of: u32) -> Option<Numeral> {
        Some(Numeral::new(tokens, Written::Share(share(decimal(count), decimal(of))?)))
    }

    /// "Two-thirds", "three quarters", "one-third", "one third of".
    fn parts_behind(&self, numeral: &Numeral) -> Option<Numeral> {
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
    fn one_in_five(&self, numeral: &Numeral) -> Option<Numeral> {
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

/// "½" and its like.
fn fraction_sign(word: &str) -> Option<Part> {
    let mut chars = word.chars();
    let (count, of) = match chars.next()? {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅛' => (1, 8),
        _ => return None,
    };
    chars.next().is_none().then_some(Part { count, of })
}

/// The scale that letters behind digits stand for: "2m", "3bn", "40k".
fn scale_letters(letters: &str) -> Option<Decimal> {
    match letters {
        "m" | "mm" => Some(Decimal::from(1_000_000)),
        "b" => Some(Decimal::from(1_000_000_000)),
        _ => match word(letters)? {
            Word::Scale(scale) => Some(scale),
            _ => None,
        },
    }
}
