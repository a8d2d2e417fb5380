//! Units and currencies around a number: "$", "2 million |euros|", "40-|caliber|",
//! "36 |square miles|".

use rust_decimal::Decimal;

use super::number::Written;
use super::{Amount, Reader};
use crate::language::Tag;
use crate::value::number::Part;
use crate::value::{Dimension, Number, Unit};

/// The most words of a unit: "miles per hour".
const LONGEST: usize = 3;

/// Units that stand together: the large one, the small one, how many make one.
const SMALLER: [(&str, &str, u32); 7] = [
    ("foot", "inch", 12),
    ("pound", "ounce", 16),
    ("year", "month", 12),
    ("week", "day", 7),
    ("day", "hour", 24),
    ("hour", "minute", 60),
    ("minute", "second", 60),
];

impl Reader<'_> {
    /// The currency sign at the token: "$", "US$", "EUR", not the word "won".
    pub(super) fn sign(&self, at: usize) -> Option<Unit> {
        let norm = self.norm(at);
        let (unit, part) = Unit::currency(&[norm])?;
        let is_sign = norm.chars().any(|c| !c.is_alphanumeric() && c != '.')
            || matches!(norm, "rs" | "rs.")
            || (norm.len() == 3 && self.surface(at).bytes().all(|b| b.is_ascii_uppercase()));
        let number = self.norm(at + 1).chars().next().unwrap_or(' ');
        (is_sign && part == Decimal::ONE && (number.is_ascii_digit() || number == '.')).then_some(unit)
    }

    /// The number behind a minus sign or "minus".
    pub(super) fn minus(&self, at: usize) -> Option<usize> {
        let is_sign = matches!(self.norm(at), "-" | "−") && !self.is_tight(at) && self.is_tight(at + 1);
        let starts = self.norm(at + 1).starts_with(|c: char| c.is_ascii_digit());
        ((is_sign || self.norm(at) == "minus") && starts).then_some(at + 1)
    }

    /// Adds the unit behind the number, if there is one.
    pub(super) fn add_unit(&self, amount: &mut Amount) {
        let is_amount = matches!(amount.written, Written::Number(_) | Written::Vague(..));
        if !is_amount {
            return;
        }
        let end = amount.tokens.end;
        let first = self.past_hyphen(end).unwrap_or(end);
        // "Dozens of miles", "a couple of days".
        let is_vague = matches!(amount.written, Written::Vague(..));
        let is_small = matches!(amount.written, Written::Number(n) if n.value() < Decimal::ONE);
        let first = match (self.norm(first), self.norm(first + 1)) {
            ("of", "a" | "an") if is_small => first + 2, // "0.25 of a percentage point"
            ("of", _) if is_vague => first + 1,
            _ => first,
        };
        let Some((unit, part, unit_end)) = self.unit_at(first, amount) else { return };
        if part != Decimal::ONE {
            amount.written = amount.written.map(|n| n.times(part));
        }
        amount.unit = Some(unit);
        amount.unit_tokens = Some(first..unit_end);
        amount.tokens.end = unit_end;
        self.add_half_behind(amount, unit_end);
        self.add_smaller_unit(amount);
    }

    /// "A year |and a half|", "two miles |and a half|".
    fn add_half_behind(&self, amount: &mut Amount, end: usize) {
        let is_half = self.norm(end) == "and" && self.norm(end + 1) == "a" && self.norm(end + 2) == "half";
        if let Written::Number(number) = amount.written
            && is_half
            && amount.scale == Decimal::ONE
        {
            let half = Part { count: 1, of: 2 };
            amount.written = Written::Number(number.plus_part(half));
            amount.tokens.end = end + 3;
            amount.unit_tokens = Some(end - 1..end);
        }
    }

    /// "Two hours |and 45 minutes|", "5 feet |11|", "six-foot|-two|".
    fn add_smaller_unit(&self, amount: &mut Amount) {
        let (Some(unit), Written::Number(number)) = (amount.unit, amount.written) else { return };
        let Some((_, small, of)) = SMALLER.iter().find(|(large, ..)| unit.id() == Some(large)) else {
            return;
        };
        let end = amount.tokens.end;
        let has_and = matches!(self.norm(end), "and" | ",");
        let hyphen = self.past_hyphen(end);
        let start = if has_and { end + 1 } else { hyphen.unwrap_or(end) };
        let Some(numeral) = self.numeral(start, false) else { return };
        let Written::Number(rest) = numeral.written else { return };
        let rest_end = numeral.tokens.end;
        let unit_at = self.past_hyphen(rest_end).unwrap_or(rest_end);
        let is_named = Unit::measure(&[self.norm(unit_at)]).is_some_and(|u| u.id() == Some(small));
        let is_free = hyphen.is_some() || self.tag(rest_end) != Some(Tag::Noun);
        let is_height = *small == "inch" && !has_and && is_free;
        let count: Option<u32> = rest.value().try_into().ok().filter(|n| n < of && rest.value().is_integer());
        if let Some(count) = count
            && (is_named || is_height)
        {
            amount.written = Written::Number(number.plus_part(Part { count, of: *of }));
            amount.tokens.end = if is_named { unit_at + 1 } else { rest_end };
            amount.unit_tokens = amount.unit_tokens.take().map(|u| u.start..amount.tokens.end);
        }
    }

    /// The longest unit or currency whose first word is `at`; hyphens between its
    /// words are stepped over.
    fn unit_at(&self, at: usize, amount: &Amount) -> Option<(Unit, Decimal, usize)> {
        let mut words = [""; LONGEST];
        let mut ends = [0; LONGEST];
        let mut next = at;
        let mut count = 0;
        while count < LONGEST && next < self.len() {
            words[count] = self.norm(next);
            ends[count] = next + 1;
            count += 1;
            next = self.past_hyphen(next + 1).unwrap_or(next + 1);
        }
        for length in (1..=count).rev() {
            let named = &words[..length];
            if let Some(unit) = Unit::measure(named) {
                let (unit, part) = self.pounds(unit, amount).unwrap_or((unit, Decimal::ONE));
                let is_unit = length > 1 || self.is_unit_word(at, words[0], amount);
                return is_unit.then_some((unit, part, ends[length - 1]));
            }
            if let Some((unit, part)) = Unit::currency(named) {
                return self.is_currency_word(words[0]).then_some((unit, part, ends[length - 1]));
            }
        }
        None
    }

    /// "Pounds" are money beside big numbers and where the text writes "£".
    fn pounds(&self, unit: Unit, amount: &Amount) -> Option<(Unit, Decimal)> {
        if unit.id() != Some("pound") || amount.scale == Decimal::ZERO {
            return None;
        }
        let is_money =
            amount.scale >= Decimal::ONE_THOUSAND || self.sentence.whole_text().contains(['£', '€']);
        is_money.then_some((Unit::STERLING, Decimal::ONE))
    }

    /// Words that are units and more: "20 min", "30 cal", "second", "stone", "mi".
    fn is_unit_word(&self, at: usize, word: &str, amount: &Amount) -> bool {
        let is_one = matches!(amount.written, Written::Number(n) if n.value() == Decimal::ONE);
        match word {
            "second" | "minute" => is_one || self.is_joined(at) || self.is_part(amount),
            "stone" | "yard" | "foot" | "degree" => is_one || self.is_joined(at) || self.is_part(amount),
            "knot" | "knots" | "gauge" | "magnitude" => true,
            _ => true,
        }
    }

    fn is_joined(&self, at: usize) -> bool {
        at > 0 && self.past_hyphen(at - 1).is_some()
    }

    fn is_part(&self, amount: &Amount) -> bool {
        matches!(amount.written, Written::Number(n) if n.value() < Decimal::ONE)
    }

    /// "Won", "rand" and "quid" behind a number are money all the same; signs of
    /// other amounts are not: "5 $10 notes".
    fn is_currency_word(&self, word: &str) -> bool {
        word.chars().all(|c| c.is_alphabetic() || c == '.')
    }

    /// True for a flat number below the limit with a written decimal: "6.1".
    pub(super) fn is_decimal_below(&self, number: Number, limit: u32) -> bool {
        number.value() < Decimal::from(limit)
            && number.value() > Decimal::ZERO
            && number.step() < Decimal::ONE
    }

    /// True when the amount has a unit of that dimension.
    pub(super) fn has(&self, amount: &Amount, dimension: Dimension) -> bool {
        amount.unit.is_some_and(|u| u.dimension() == dimension)
    }
}
