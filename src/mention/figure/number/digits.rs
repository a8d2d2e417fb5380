//! Numbers in digits: "67 160", "£1.7m", "4½", "4 1/2".

use rust_decimal::Decimal;

use super::super::Reader;
use super::{Numeral, Word, Written, word};
use crate::lexicon::UNITS;
use crate::value::Number;
use crate::value::number::Part;

impl Reader<'_> {
    pub(super) fn in_digits(&self, at: usize, has_sign: bool) -> Option<Numeral> {
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
