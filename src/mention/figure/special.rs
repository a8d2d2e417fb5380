//! Calibres and magnitudes: ".45-caliber", "a 9 mm handgun", "magnitude 6.1", "5.9 on
//! the Richter scale".

use rust_decimal::Decimal;

use super::number::Written;
use super::{Amount, Figure, Form, Reader};
use crate::language::Tag;
use crate::lexicon::GUNS;
use crate::value::{Bound, Dimension, Number, Unit};

/// Greatest magnitude of a quake.
const STRONGEST: u32 = 10;

impl Reader<'_> {
    /// The figure, if the amount is a calibre or a magnitude.
    pub(super) fn gun_or_quake(&self, amount: &Amount, bound: Bound) -> Option<Figure> {
        let Written::Number(number) = amount.written else { return None };
        self.gun(amount, number).or_else(|| self.quake(amount, number, bound))
    }

    fn gun(&self, amount: &Amount, number: Number) -> Option<Figure> {
        let end = amount.tokens.end;
        let behind = self.past_hyphen(end).unwrap_or(end);
        let is_gun = |at: usize| GUNS.contains(self.norm(at));
        let is_gun_near = || is_gun(behind) || is_gun(behind + 1);
        let mut amount = amount.clone();
        let unit = match amount.unit {
            Some(unit) if unit.dimension() == Dimension::Caliber => unit,
            Some(unit)
                if unit.id() == Some("millimetre")
                    && (is_gun_near() || self.is_gun_alone(&amount, number)) =>
            {
                if matches!(self.norm(behind), "caliber" | "calibre") {
                    amount.tokens.end = behind + 1;
                }
                Unit::MM_CALIBER
            }
            None if self.is_bore(&amount, number) => Unit::CALIBER,
            Some(_) | None => return None,
        };
        let is_inch = unit == Unit::CALIBER || unit.id() == Some("caliber");
        let number = if is_inch { bore(number) } else { number };
        let mut figure = self.hedged(amount, Bound::Exactly(number), unit, Form::Measure);
        figure.change = None;
        Some(figure)
    }

    /// "He drew the 9 mm": a common bore behind an article, and no thing that wide.
    fn is_gun_alone(&self, amount: &Amount, number: Number) -> bool {
        let is_common = number.value() == Decimal::from(9) || number.value() == Decimal::TEN;
        let is_named = matches!(self.before(amount.tokens.start, 1), "a" | "the" | "his" | "her");
        is_common && is_named && !matches!(self.tag(amount.tokens.end), Some(Tag::Noun | Tag::Adj))
    }

    /// ".45" as the name of a gun: before a word for one, or behind an article.
    fn is_bore(&self, amount: &Amount, number: Number) -> bool {
        let start = amount.tokens.start;
        let is_printed = self.surface(start).starts_with('.') && matches!(self.surface(start).len(), 3 | 4);
        let end = amount.tokens.end;
        let behind = self.past_hyphen(end).unwrap_or(end);
        let is_gun = || GUNS.contains(self.norm(behind)) || GUNS.contains(self.norm(behind + 1));
        let is_named = || matches!(self.before(start, 1), "a" | "the" | "his" | "her");
        let is_magnum = self.norm(end) == "magnum" && number.value().is_integer();
        is_printed && (is_gun() || is_named()) || is_magnum
    }

    /// True for bare numbers behind "magnitudes": "from 3.6 to 4.3".
    pub(super) fn is_quake_range(&self, amount: &Amount, x: Number, y: Number) -> bool {
        let is_small = |n: Number| n.value() > Decimal::ZERO && n.value() < STRONGEST.into();
        is_small(x) && is_small(y) && self.magnitude_before(amount).is_some()
    }

    fn quake(&self, amount: &Amount, number: Number, bound: Bound) -> Option<Figure> {
        let is_possible = number.value() > Decimal::ZERO && number.value() < STRONGEST.into();
        if !is_possible {
            return None;
        }
        let mut amount = amount.clone();
        match amount.unit {
            Some(unit) if unit.dimension() == Dimension::Magnitude => {}
            Some(_) => return None,
            None => {
                let words = self.magnitude_before(&amount);
                let scale = self.scale_behind(amount.tokens.end);
                if let Some(start) = words {
                    amount.unit_tokens = Some(start..start + 1);
                    if start + 2 >= amount.tokens.start
                        || (self.norm(start + 1) == "of" && start + 2 == amount.tokens.start)
                    {
                        amount.tokens.start = start;
                    }
                } else if let Some(end) = scale {
                    amount.unit_tokens = Some(amount.tokens.end..end);
                    amount.tokens.end = end;
                } else if !(self.is_decimal_below(number, STRONGEST) && self.is_quake_talk(&amount)) {
                    return None;
                }
            }
        }
        Some(self.hedged(amount, bound, Unit::MAGNITUDE, Form::Measure))
    }

    /// "Magnitude 6.1", "magnitude of about 6", "magnitude was put at 5.9".
    fn magnitude_before(&self, amount: &Amount) -> Option<usize> {
        let mut at = amount.tokens.start;
        for _ in 0..5 {
            at = at.checked_sub(1)?;
            match self.norm(at) {
                "magnitude" | "magnitudes" => return Some(at),
                "-" | "of" | "was" | "is" | "at" | "put" | "measured" | "estimated" | "about" | "nearly"
                | "around" | "to" | "as" | "preliminary" | "a" | "over" | "than" | "more" | "earthquake"
                | "quake" => {}
                _ => return None,
            }
        }
        None
    }

    /// "On the Richter scale": where it ends.
    fn scale_behind(&self, start: usize) -> Option<usize> {
        let is_on = matches!(self.norm(start), "on" | "in");
        let mut at = if is_on { start + 1 } else { start };
        while matches!(self.norm(at), "the" | "open" | "-" | "ended" | "moment" | "magnitude") {
            at += 1;
        }
        match (self.norm(at), self.norm(at + 1)) {
            ("richter", "scale") => Some(at + 2),
            ("richter", _) => Some(at + 1),
            ("scale", _) if is_on => Some(at + 1),
            _ => None,
        }
    }

    /// "A 6.1 quake", "the quake measured 6.1".
    fn is_quake_talk(&self, amount: &Amount) -> bool {
        let is_quake = |at: usize| {
            matches!(
                self.norm(at),
                "quake"
                    | "quakes"
                    | "earthquake"
                    | "earthquakes"
                    | "tremor"
                    | "tremors"
                    | "temblor"
                    | "aftershock"
                    | "aftershocks"
            )
        };
        let end = amount.tokens.end;
        let is_measured = matches!(
            self.before(amount.tokens.start, 1),
            "measured" | "measuring" | "measures" | "registered" | "registering"
        );
        (end..end + 3).any(is_quake) || is_measured && (0..self.len()).any(is_quake)
    }
}

/// "40" and ".40" are one bore; "7.62" stays.
fn bore(number: Number) -> Number {
    let value = number.value();
    if value >= Decimal::ONE && value.is_integer() && value < Decimal::ONE_THOUSAND {
        let places = if value >= Decimal::ONE_HUNDRED { 3 } else { 2 };
        return number.times(Decimal::new(1, places));
    }
    number
}
