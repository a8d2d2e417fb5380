//! Numbers: an exact decimal that remembers how it was written.
//!
//! A number knows what its last written digit is worth; zeros that only fill up
//! the places ("67,000") are not written digits, zeros after the point are. From
//! this follows how far the number may be from what was counted: its slack.

use std::fmt;

use rust_decimal::Decimal;

/// Largest whole part. Far beyond any news, and far from overflow when converted.
const LARGEST: Decimal = Decimal::from_parts(2_808_348_672, 232_830_643, 0, false, 0); // 10^18

/// Most digits after the point that a figure in a text can have.
const MOST_DECIMALS: u32 = 6;

/// How the number stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Writing {
    /// In digits or plain number words: "67,160", "twenty".
    Plain,
    /// With a scale word: "1.2 million", "half a million".
    Scaled,
    /// By a word that is never exact: "a dozen", "a third".
    Loose,
}

/// How numbers of a dimension are rounded when nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grain {
    /// Counted one by one: exact, unless many zeros or a scale word say otherwise.
    Counted,
    /// Given to the last written digit, zeros included: percentages, magnitudes.
    Written,
    /// Given to the last digit that is not a zero: "40 km".
    Measured,
    /// A name rather than an amount: ".45 caliber".
    Named,
}

/// A simple fraction: "three quarters" is 3 of 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub count: u32,
    pub of: u32,
}

impl Part {
    /// Its worth, to the thousandth; a part of nothing is nothing.
    pub fn value(self) -> Decimal {
        let whole = Decimal::from(self.of.max(1));
        (Decimal::from(self.count) / whole).round_dp(3)
    }
}

/// An exact decimal with the worth of its last written digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    value: Decimal,
    step: Decimal,
    writing: Writing,
}

impl Number {
    /// The whole number `n`.
    pub fn whole(n: u32) -> Number {
        Number::plain(Decimal::from(n))
    }

    /// Reads digits as printed: "67,160", "1.2", ".45", "12,34,567".
    ///
    /// "1,2" and "1.200.300" are numbers only in other languages, and a leading
    /// zero ("0440") makes a time or a code: `None`.
    pub fn parse(digits: &str) -> Option<Number> {
        let (whole, decimals) = match digits.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (digits, None),
        };
        if !is_grouped(whole) || (whole.is_empty() && decimals.is_none()) {
            return None;
        }
        let mut value = Decimal::ZERO;
        for digit in whole.bytes().filter(u8::is_ascii_digit) {
            value = value * Decimal::TEN + Decimal::from(digit - b'0');
            if value > LARGEST {
                return None;
            }
        }
        let Some(decimals) = decimals else { return Some(Number::plain(value)) };
        let scale = decimals.len() as u32;
        if scale == 0 || scale > MOST_DECIMALS || !decimals.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let fraction = Decimal::new(decimals.parse().ok()?, scale);
        Some(Number { value: value + fraction, step: Decimal::new(1, scale), writing: Writing::Plain })
    }

    /// A number by a word that is never exact: "a dozen" is 12, give or take `slack`.
    pub fn loose(value: Decimal, slack: Decimal) -> Number {
        Number { value, step: slack * Decimal::TWO, writing: Writing::Loose }
    }

    /// The number as a multiple of a scale word: "1.2" of "million".
    ///
    /// `None` when the result is larger than any figure of a text.
    pub fn scaled(self, scale: Decimal) -> Option<Number> {
        let value = self.value.checked_mul(scale).filter(|v| v.abs() <= LARGEST)?;
        let writing = match self.writing {
            Writing::Plain | Writing::Scaled => Writing::Scaled,
            Writing::Loose => Writing::Loose,
        };
        Some(Number { value: value.normalize(), step: self.step.checked_mul(scale)?.normalize(), writing })
    }

    /// The number with `more` added, as in "four and a half" or "two million, six".
    pub fn plus(self, more: Number) -> Option<Number> {
        let value = self.value.checked_add(more.value).filter(|v| v.abs() <= LARGEST)?;
        Some(Number { value: value.normalize(), step: more.step.min(self.step), writing: Writing::Plain })
    }

    /// The number with a part of one behind it: "four and a half" is given to the half.
    pub(crate) fn plus_part(self, part: Part) -> Number {
        let value = (self.value + part.value()).normalize();
        Number {
            value,
            step: (Decimal::ONE / Decimal::from(part.of.max(1))).round_dp(3),
            writing: Writing::Plain,
        }
    }

    /// The number below zero: "minus 20 degrees".
    pub fn negative(self) -> Number {
        Number { value: -self.value, ..self }
    }

    /// The same worth in another unit, when a word hides a factor: "50 cents".
    pub fn times(self, factor: Decimal) -> Number {
        Number { value: (self.value * factor).normalize(), step: (self.step * factor).normalize(), ..self }
    }

    /// The number as plain words or digits write it: "sixty-seven thousand".
    pub(crate) fn plain(value: Decimal) -> Number {
        let value = value.min(LARGEST);
        let mut step = Decimal::ONE;
        while !value.is_zero() && (value % (step * Decimal::TEN)).is_zero() {
            step *= Decimal::TEN;
        }
        Number { value, step, writing: Writing::Plain }
    }

    /// The number itself.
    pub fn value(self) -> Decimal {
        self.value
    }

    /// What its last written digit is worth: 10 for "67,160", 1,000 for "67,000".
    pub fn step(self) -> Decimal {
        self.step
    }

    /// True for a word that is never exact: "a dozen", "a third".
    pub fn is_loose(self) -> bool {
        self.writing == Writing::Loose
    }

    /// True for numbers that people round to: few digits, then zeros.
    ///
    /// "500", "20" and "251,000" are round; "67,160", "15" and "7" are not.
    pub fn is_round(self) -> bool {
        match self.writing {
            Writing::Scaled | Writing::Loose => true,
            Writing::Plain => {
                let written = (self.value / self.step).abs();
                self.step >= Decimal::ONE_THOUSAND
                    || (self.step >= Decimal::TEN && written < Decimal::ONE_HUNDRED)
            }
        }
    }

    /// How far from the number the counted or measured one may lie, and whether
    /// that limit itself still belongs to it.
    ///
    /// "67,000" stands for 66,500 to 67,500. Where the last written digit is worth
    /// more than a tenth of the whole ("1,000") the limit of a count is a twentieth: 1,000
    /// homes may be 990 and not 1,200.
    pub fn slack(self, grain: Grain) -> Slack {
        let half = self.step / Decimal::TWO;
        let exact = Slack { width: Decimal::ZERO, closed: true };
        if self.writing == Writing::Loose {
            return Slack { width: half, closed: true };
        }
        match grain {
            Grain::Named => exact,
            Grain::Written => {
                let written =
                    if self.writing == Writing::Scaled { self.step } else { self.step.min(Decimal::ONE) };
                Slack { width: written / Decimal::TWO, closed: true }
            }
            Grain::Measured if self.step <= Decimal::ONE => Slack { width: half, closed: true },
            Grain::Counted if !self.is_rounded_count() => exact,
            Grain::Measured => Slack { width: half.min(self.value.abs() / Decimal::TEN), closed: true },
            Grain::Counted => {
                let twentieth = self.value.abs() / Decimal::from(20);
                Slack { width: half.min(twentieth), closed: half <= twentieth }
            }
        }
    }

    /// True for "18,000", "1,200", "1.2 million"; false for "300": below a
    /// thousand people count.
    fn is_rounded_count(self) -> bool {
        self.writing == Writing::Scaled
            || self.step < Decimal::ONE
            || self.step >= Decimal::ONE_THOUSAND
            || (self.step == Decimal::ONE_HUNDRED && self.is_round() && self.value >= Decimal::ONE_THOUSAND)
    }

    /// True when the two have the same digits in another order: 251 and 215.
    pub fn has_digits_swapped(self, other: Number) -> bool {
        let (a, b) = (self.value.normalize(), other.value.normalize());
        a != b && a.scale() == b.scale() && digit_counts(a) == digit_counts(b)
    }

    /// True when one is the other a thousand, a million or a billion times:
    /// "3.2 million" and "3.2 billion".
    pub fn is_scale_slip(self, other: Number) -> bool {
        let (small, large) = (self.value.min(other.value), self.value.max(other.value));
        let thousands = [1_000, 1_000_000, 1_000_000_000];
        small > Decimal::ZERO && thousands.iter().any(|&n| small * Decimal::from(n) == large)
    }
}

/// How far a number may stray.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slack {
    /// The limit on either side.
    pub width: Decimal,
    /// True when the limit itself is still within.
    pub closed: bool,
}

impl Slack {
    /// True when a difference of `distance` is within.
    pub fn covers(self, distance: Decimal) -> bool {
        distance < self.width || (self.closed && distance == self.width)
    }
}

/// The decimal in plain digits, with commas: "67,160", "7.4".
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.value.normalize().abs().to_string();
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        if self.value.is_sign_negative() {
            f.write_str("-")?;
        }
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        if decimals.is_empty() { Ok(()) } else { write!(f, ".{decimals}") }
    }
}

/// True for "67160", "67,160", "12,34,567" and nothing; false for "1,2" and "007".
fn is_grouped(whole: &str) -> bool {
    if whole.len() > 1 && whole.starts_with('0') {
        return false;
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    if !whole.contains(',') {
        return digits(first);
    }
    let last = whole.rsplit(',').next().unwrap_or("");
    (1..=3).contains(&first.len())
        && digits(first)
        && last.len() == 3
        && groups.all(|group| digits(group) && (2..=3).contains(&group.len()))
}

fn digit_counts(value: Decimal) -> [u8; 10] {
    let mut counts = [0; 10];
    let mut rest = value.mantissa().unsigned_abs();
    while rest > 0 {
        counts[(rest % 10) as usize] += 1;
        rest /= 10;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(digits: &str) -> Number {
        Number::parse(digits).unwrap_or_else(|| panic!("{digits} is not read"))
    }

    #[test]
    fn digits_are_read_with_the_worth_of_the_last_written_one() {
        let cases = [
            ("67,160", "67160", "10"),
            ("67160", "67160", "10"),
            ("67,000", "67000", "1000"),
            ("1.20", "1.2", "0.01"),
            (".45", "0.45", "0.01"),
            ("0.5", "0.5", "0.1"),
            ("12,34,567", "1234567", "1"),
            ("0", "0", "1"),
        ];
        for (digits, value, step) in cases {
            let number = number(digits);
            assert_eq!(number.value().normalize().to_string(), value, "{digits}");
            assert_eq!(number.step().to_string(), step, "{digits}");
        }
    }

    #[test]
    fn what_is_no_english_number_is_not_read() {
        for digits in [
            "",
            ".",
            "1,2",
            "1.200.300",
            "0440",
            "007",
            "5.",
            ",160",
            "1,,000",
            "12,3456",
            "1234,567",
            "5a",
            "1.1234567",
        ] {
            assert_eq!(Number::parse(digits), None, "{digits}");
        }
        assert_eq!(Number::parse(&"9".repeat(40)), None);
        assert_eq!(number("900,000,000").scaled(Decimal::from(1_000_000_000_000_i64)), None);
    }

    #[test]
    fn round_numbers_have_few_digits_and_then_zeros() {
        for digits in ["500", "20", "150", "251,000", "1,200"] {
            assert!(number(digits).is_round(), "{digits}");
        }
        for digits in ["67,160", "15", "7", "1,250", "251", "7.5"] {
            assert!(!number(digits).is_round(), "{digits}");
        }
        assert!(number("1.25").scaled(Decimal::from(1_000_000)).is_some_and(Number::is_round));
    }

    #[test]
    fn swapped_digits_are_told_from_other_digits() {
        assert!(number("251").has_digits_swapped(number("215")));
        assert!(number("350").has_digits_swapped(number("530")));
        assert!(number("7.4").has_digits_swapped(number("4.7")));
        assert!(!number("251").has_digits_swapped(number("216")));
        assert!(!number("251").has_digits_swapped(number("251")));
        assert!(!number("25").has_digits_swapped(number("250")));
        assert!(!number("74").has_digits_swapped(number("4.7")));
    }

    #[test]
    fn a_slip_of_scale_is_told_from_a_missing_zero() {
        assert!(number("3,200").is_scale_slip(number("3,200,000")));
        assert!(number("3,200,000").is_scale_slip(number("3,200")));
        assert!(!number("320").is_scale_slip(number("3,200")));
        assert!(!number("0").is_scale_slip(number("0")));
    }

    #[test]
    fn numbers_print_with_commas() {
        for digits in ["67,160", "160", "1,234,567", "7.4", "0.45"] {
            assert_eq!(number(digits).to_string(), digits);
        }
        assert_eq!(number("1200").negative().to_string(), "-1,200");
    }
}
