//! Two numbers that belong together: "between 40 and 80 percent", "12–15", "5 to 10",
//! "two or three", and "from 36 to 41", which are two figures with one unit.

use std::ops::Range;

use rust_decimal::Decimal;

use super::number::Written;
use super::{Amount, Figure, Form, Reader, form_of};
use crate::language::Tag;
use crate::lexicon::CHANGES;
use crate::value::{Bound, Number, Unit};

/// Words behind "5-4" that make it a score or a vote.
const SCORES: [&str; 12] = [
    "vote", "votes", "win", "victory", "loss", "defeat", "lead", "decision", "ruling", "record", "draw",
    "score",
];

/// What stands between the two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "Between 40 |and| 80".
    And,
    /// "5 |to| 10".
    To,
    /// "12|–|15".
    Dash,
    /// "Two |or| three".
    Or,
}

impl Reader<'_> {
    /// Reads a pair of numbers at the token; returns where to go on.
    pub(super) fn pair(&self, at: usize, found: &mut Vec<Figure>) -> Option<usize> {
        let is_between = self.norm(at) == "between";
        let mut a = self.amount(if is_between { at + 1 } else { at })?;
        let (link, start) = self.link(a.tokens.end, is_between)?;
        let mut b = self.amount(start)?;
        if self.is_taken(&a.tokens) || self.is_taken(&b.tokens) {
            return None;
        }
        share_unit(&mut a, &mut b)?;
        let unit = a.unit;
        let (Some(x), Some(y)) = (single(&a), single(&b)) else { return None };
        let rises = x.value() < y.value();
        match link {
            // A wide one is a code: "1-800".
            Link::Dash if !rises || y.value() > x.value() * Decimal::from(50) || self.is_score(&a, &b) => {
                return Some(b.tokens.end);
            }
            Link::And | Link::To | Link::Or if !rises => return None,
            Link::Or if y.value() > x.value() * Decimal::TWO || x.value() > Decimal::TEN => return None,
            Link::To if self.before(a.tokens.start, 1) == "from" && !self.is_span_of(a.tokens.start) => {
                return self.old_and_new(a, found);
            }
            Link::To if CHANGES.contains(self.before(a.tokens.start, 1)) => return None,
            Link::And | Link::To | Link::Or | Link::Dash => {}
        }
        let is_name = if link == Link::Dash { self.is_name_before_hyphen(&a) } else { self.is_name(&a) };
        if is_name {
            return None;
        }
        found.extend(self.range_figure(a, b, x, y, unit, is_between.then_some(at..at + 1), found.last()));
        found.last().map(|f| f.tokens.end)
    }

    #[allow(clippy::too_many_arguments)] // both sides of the range, and what is known of it
    fn range_figure(
        &self,
        a: Amount,
        b: Amount,
        x: Number,
        y: Number,
        unit: Option<Unit>,
        between: Option<Range<usize>>,
        last: Option<&Figure>,
    ) -> Option<Figure> {
        let is_share = matches!(a.written, Written::Share(_)) || matches!(b.written, Written::Share(_));
        let whole = Amount {
            tokens: a.tokens.start..b.tokens.end,
            number: a.number.start..b.number.end,
            written: b.written,
            scale: b.scale,
            unit,
            unit_tokens: b.unit_tokens.or(a.unit_tokens),
        };
        let bound = Bound::Between(x, y);
        if let Some(age) = self.age(&whole, bound, last) {
            return Some(age);
        }
        let (unit, form) = match unit {
            _ if is_share => (Unit::PERCENT, Form::Share),
            Some(unit) => (unit, form_of(unit)),
            None if self.is_quake_range(&whole, x, y) => (Unit::MAGNITUDE, Form::Measure),
            None => (Unit::COUNT, Form::Cardinal),
        };
        let mut figure = self.hedged(whole, bound, unit, form);
        if let Some(between) = between {
            figure.tokens.start = between.start;
            figure.hedge = Some(between);
            figure.change = self.change(&figure.tokens, figure.quantity.unit);
        }
        Some(figure)
    }

    /// "From 36 to 41 percent": the first number has the unit of the second, which is
    /// read next.
    fn old_and_new(&self, a: Amount, found: &mut Vec<Figure>) -> Option<usize> {
        let end = a.tokens.end;
        found.push(self.settled(a, None)?);
        Some(end)
    }

    /// The word between two numbers and where the second begins.
    fn link(&self, end: usize, is_between: bool) -> Option<(Link, usize)> {
        if is_between {
            return match self.norm(end) {
                "and" | "to" | "-" | "–" => Some((Link::And, end + 1)),
                _ => None,
            };
        }
        match self.norm(end) {
            "to" => Some((Link::To, end + 1)),
            "or" => Some((Link::Or, end + 1)),
            // "5- to 10-year-olds", "5-to-10"
            "-" if self.norm(end + 1) == "to" => {
                Some((Link::To, self.past_hyphen(end + 2).unwrap_or(end + 2)))
            }
            "-" | "–" | "—" | "‑" if self.is_tight(end) && self.is_tight(end + 1) => {
                Some((Link::Dash, end + 1))
            }
            _ => None,
        }
    }

    fn is_taken(&self, tokens: &Range<usize>) -> bool {
        tokens.clone().any(|t| self.taken_at(t).is_some())
    }

    /// "Ranging from 5 to 10", "anywhere from": one range, not old and new.
    fn is_span_of(&self, start: usize) -> bool {
        matches!(
            self.before(start, 2),
            "range" | "ranging" | "ranged" | "ranges" | "anywhere" | "vary" | "varying" | "aged" | "ages"
        )
    }

    /// "5-4", "2012-13", "won 21-35": a result or a season.
    fn is_score(&self, a: &Amount, b: &Amount) -> bool {
        if b.unit.is_some() {
            return false;
        }
        let end = b.tokens.end;
        let is_counted = matches!(self.tag(end), Some(Tag::Noun | Tag::Adj | Tag::Num | Tag::Propn));
        let is_result = SCORES.contains(&self.norm(end)) || self.past_hyphen(end).is_some();
        let is_verb = matches!(self.before(a.tokens.start, 1), "won" | "lost" | "beat" | "voted" | "ruled");
        !is_counted || is_result || is_verb
    }
}

/// Gives both amounts one unit and one scale: "$5 to 10 million"; `None` where they
/// have two units.
fn share_unit(a: &mut Amount, b: &mut Amount) -> Option<()> {
    match (a.unit, b.unit) {
        (Some(x), Some(y)) if x != y => return None,
        (Some(x), None) => b.unit = Some(x),
        (None, Some(y)) => a.unit = Some(y),
        (Some(_), Some(_)) | (None, None) => {}
    }
    if let (Written::Number(x), Written::Number(y)) = (a.written, b.written)
        && a.scale == Decimal::ONE
        && b.scale > Decimal::ONE
        && x.value() < Decimal::ONE_THOUSAND
        && let Some(scaled) = x.scaled(b.scale)
        && scaled.value() < y.value()
    {
        a.written = Written::Number(scaled);
    }
    Some(())
}

fn single(amount: &Amount) -> Option<Number> {
    match amount.written {
        Written::Number(n) | Written::Share(n) => Some(n),
        Written::Vague(..) | Written::Ordinal(_) => None,
    }
}
