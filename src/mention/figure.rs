//! Figures in a sentence: number, hedge, unit, and what sort of figure that makes.
//!
//! "At least 67,160", "$2.6 million", "17-year-old", "two-thirds". What only looks
//! like a figure is none: parts of dates and times, streets, scores, and names such
//! as "Route 67" or "AK-47".

mod age;
mod change;
mod hedge;
mod name;
mod number;
mod range;
mod special;
mod unit;

use std::ops::Range;

use super::street::streets;
use super::{clocks, moments};
use crate::language::{Sentence, Tag};
use crate::lexicon::HEDGES;
use crate::value::{Bound, Change, Dimension, Number, Quantity, Unit};

use hedge::Hedge;
use number::{Numeral, Written};

/// A figure, with the words that tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Its tokens: hedge, number and unit.
    pub tokens: Range<usize>,
    /// The number alone; both numbers of a range.
    pub number: Range<usize>,
    /// The words that loosen it: "at least", "or so".
    pub hedge: Option<Range<usize>>,
    /// The unit: "percent", "$", "year-old".
    pub unit_tokens: Option<Range<usize>>,
    /// What it says.
    pub quantity: Quantity,
    /// What sort of figure it is.
    pub form: Form,
    /// Set for a difference ("rose 5 percent"), not for a level ("rose to 41").
    pub change: Option<Change>,
}

/// What sort of figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A count: "67,160", "two dozen".
    Cardinal,
    /// "5 percent", "5 percentage points".
    Percent,
    /// "$2.6 million".
    Money,
    /// "36 miles", "magnitude 6.1", ".45 caliber".
    Measure,
    /// "three days".
    Duration,
    /// "17-year-old", "the girl, 8".
    Age,
    /// "Second", "20th".
    Ordinal,
    /// "A third of", "one in five", in percent.
    Share,
    /// "2013".
    Year,
    /// A count by a word without a number: "dozens", "several".
    Vague,
}

/// The figures of a sentence, in order; they do not overlap.
///
/// "Between 40 and 80 percent" is one figure; "from 36 to 41" is two.
pub fn figures(sentence: &Sentence) -> Vec<Figure> {
    let mut taken: Vec<Range<usize>> = moments(sentence, None).into_iter().map(|m| m.tokens).collect();
    taken.extend(clocks(sentence).into_iter().map(|c| c.tokens));
    taken.extend(streets(sentence).into_iter().map(|s| s.tokens));
    figures_beside(sentence, taken)
}

/// The figures of a sentence whose days, times of day and streets are `taken`.
pub fn figures_beside(sentence: &Sentence, taken: Vec<Range<usize>>) -> Vec<Figure> {
    let mut found = Vec::new();
    if !(0..sentence.len()).any(|i| number::may_begin(sentence.norm(i)) || is_hedged_article(sentence, i)) {
        return found;
    }
    let reader = Reader::new(sentence, taken);
    let mut at = 0;
    while at < sentence.len() {
        at = match reader.taken_at(at) {
            Some(taken) => {
                found.extend(reader.year_alone(&taken));
                taken.end.max(at + 1)
            }
            None => reader.read(at, &mut found).max(at + 1),
        };
    }
    found
}

/// "More than |a| year": a number that only its hedge makes one.
fn is_hedged_article(sentence: &Sentence, at: usize) -> bool {
    at > 0
        && matches!(sentence.norm(at), "a" | "an")
        && (HEDGES.contains(sentence.norm(at - 1))
            || matches!(sentence.norm(at - 1), "than" | "least" | "most" | "of"))
}

/// An amount at its place: number with unit, before hedges.
#[derive(Debug, Clone)]
struct Amount {
    tokens: Range<usize>,
    number: Range<usize>,
    written: Written,
    /// The scale word's worth: a million for "2.6 million".
    scale: rust_decimal::Decimal,
    unit: Option<Unit>,
    unit_tokens: Option<Range<usize>>,
}

struct Reader<'a> {
    sentence: &'a Sentence<'a>,
    /// Dates, times and streets.
    taken: Vec<Range<usize>>,
}

impl<'a> Reader<'a> {
    fn new(sentence: &'a Sentence<'a>, taken: Vec<Range<usize>>) -> Reader<'a> {
        Reader { sentence, taken }
    }

    fn len(&self) -> usize {
        self.sentence.len()
    }

    fn norm(&self, at: usize) -> &'a str {
        if at < self.len() { self.sentence.norm(at) } else { "" }
    }

    fn before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |i| self.norm(i))
    }

    fn surface(&self, at: usize) -> &'a str {
        if at < self.len() { self.sentence.surface(at) } else { "" }
    }

    fn tag(&self, at: usize) -> Option<Tag> {
        (at < self.len()).then(|| self.sentence.tag(at))
    }

    fn lemma(&self, at: usize) -> &'a str {
        if at < self.len() { self.sentence.lemma(at) } else { "" }
    }

    fn is_capital(&self, at: usize) -> bool {
        self.surface(at).starts_with(char::is_uppercase)
    }

    /// True when the token follows the one before it without a space.
    fn is_tight(&self, at: usize) -> bool {
        at > 0 && at < self.len() && !self.sentence.has_space_before(at)
    }

    /// The token behind a hyphen at `at` that joins both sides: "40|-|caliber".
    fn past_hyphen(&self, at: usize) -> Option<usize> {
        let is_hyphen = matches!(self.norm(at), "-" | "‐" | "\u{2011}");
        (is_hyphen && self.is_tight(at) && self.is_tight(at + 1)).then_some(at + 1)
    }

    fn taken_at(&self, at: usize) -> Option<Range<usize>> {
        self.taken.iter().find(|t| t.contains(&at)).cloned()
    }

    /// The year that is all of a date: "in 2013".
    fn year_alone(&self, taken: &Range<usize>) -> Option<Figure> {
        if taken.len() != 1 {
            return None;
        }
        let year = name::year(self.norm(taken.start))?;
        Some(self.plain(taken.clone(), Bound::Exactly(year), Unit::CALENDAR_YEAR, Form::Year))
    }

    fn plain(&self, tokens: Range<usize>, bound: Bound, unit: Unit, form: Form) -> Figure {
        Figure {
            number: tokens.clone(),
            tokens,
            hedge: None,
            unit_tokens: None,
            quantity: Quantity::new(bound, unit),
            form,
            change: None,
        }
    }

    /// Reads what stands at the token, adds its figures and returns where to go on.
    fn read(&self, at: usize, found: &mut Vec<Figure>) -> usize {
        if !self.may_begin(at) {
            return at + 1;
        }
        if let Some(end) = self.pair(at, found) {
            return end;
        }
        let Some(amount) = self.amount(at) else { return at + 1 };
        let end = amount.tokens.end;
        if amount.tokens.clone().any(|t| self.taken_at(t).is_some()) || self.is_name(&amount) {
            return amount.number.end;
        }
        if let Some(figure) = self.settled(amount, found.last()) {
            let end = end.max(figure.tokens.end);
            found.push(figure);
            return end;
        }
        end
    }

    /// True when a figure may begin at the token; most words are sent away here.
    fn may_begin(&self, at: usize) -> bool {
        let norm = self.norm(at);
        !norm.starts_with(|c: char| c.is_ascii_alphabetic())
            || matches!(norm, "a" | "an" | "between" | "minus")
            || self.norm(at + 1).starts_with(|c: char| c.is_ascii_digit() || c == '.')
            || number::may_begin(norm)
    }

    /// Number with sign and unit at the token.
    fn amount(&self, at: usize) -> Option<Amount> {
        let sign = self.sign(at);
        let (start, is_negative) = match sign {
            Some(_) => (at + 1, false),
            None => self.minus(at).map_or((at, false), |i| (i, true)),
        };
        let Numeral { tokens: number, mut written, scale } = self.numeral(start, sign.is_some())?;
        if is_negative {
            written = written.map(Number::negative);
        }
        let mut amount =
            Amount { tokens: at..number.end, number, written, scale, unit: None, unit_tokens: None };
        if let Some(unit) = sign {
            amount.unit = Some(unit);
            amount.unit_tokens = Some(at..at + 1);
            return Some(amount);
        }
        self.add_unit(&mut amount);
        // "Minus 20 degrees": without a measure it is no figure below zero.
        (!is_negative || amount.unit.is_some()).then_some(amount)
    }

    /// The figure that an amount is, with hedge and form.
    fn settled(&self, amount: Amount, last: Option<&Figure>) -> Option<Figure> {
        match amount.written {
            Written::Ordinal(rank) => {
                let bound = Bound::Exactly(rank);
                return self
                    .is_rank(&amount)
                    .then(|| self.plain(amount.number, bound, Unit::RANK, Form::Ordinal));
            }
            Written::Share(share) => {
                return Some(self.hedged(amount, Bound::Exactly(share), Unit::PERCENT, Form::Share));
            }
            Written::Number(_) | Written::Vague(..) => {}
        }
        let bound = match amount.written {
            Written::Vague(low, high) => Bound::Vague(low, high),
            Written::Number(n) | Written::Ordinal(n) | Written::Share(n) => Bound::Exactly(n),
        };
        if let Some(figure) = self.age(&amount, bound, last) {
            return Some(figure);
        }
        if let Some(figure) = self.gun_or_quake(&amount, bound) {
            return Some(figure);
        }
        let Some(unit) = amount.unit else {
            if let Some(year) = self.bare_year(&amount) {
                return Some(self.plain(
                    amount.number,
                    Bound::Exactly(year),
                    Unit::CALENDAR_YEAR,
                    Form::Year,
                ));
            }
            if !self.is_count(&amount) {
                return None;
            }
            let form = if matches!(bound, Bound::Vague(..)) { Form::Vague } else { Form::Cardinal };
            return Some(self.hedged(amount, bound, Unit::COUNT, form));
        };
        // "One day he left" tells no duration; "for one day" does.
        let is_some_day = self.norm(amount.number.start) == "one"
            && self.norm(amount.number.end) == "day"
            && !matches!(
                self.before(amount.number.start, 1),
                "for" | "in" | "just" | "only" | "last" | "than"
            );
        (!is_some_day).then(|| self.hedged(amount, bound, unit, form_of(unit)))
    }

    /// The figure with the hedge around it.
    fn hedged(&self, amount: Amount, bound: Bound, unit: Unit, form: Form) -> Figure {
        let hedge = self.hedge_before(&amount, unit).or_else(|| self.hedge_after(amount.tokens.end));
        let mut tokens = amount.tokens.clone();
        let mut words = None;
        let mut bound = bound;
        if let Some(Hedge { tokens: at, sense }) = hedge {
            tokens = tokens.start.min(at.start)..tokens.end.max(at.end);
            bound = sense.applied(bound);
            words = Some(at);
        }
        let change = self.change(&tokens, unit);
        Figure {
            tokens,
            number: amount.number,
            hedge: words,
            unit_tokens: amount.unit_tokens,
            quantity: Quantity::new(bound, unit),
            form,
            change,
        }
    }
}

/// The form that a unit makes of a figure.
fn form_of(unit: Unit) -> Form {
    match unit.dimension() {
        Dimension::Count => Form::Cardinal,
        Dimension::Rank => Form::Ordinal,
        Dimension::Year => Form::Year,
        Dimension::Age => Form::Age,
        Dimension::Percent | Dimension::PercentagePoint => Form::Percent,
        Dimension::Money => Form::Money,
        Dimension::Duration => Form::Duration,
        Dimension::Length
        | Dimension::Area
        | Dimension::Volume
        | Dimension::Mass
        | Dimension::Speed
        | Dimension::Temperature
        | Dimension::Angle
        | Dimension::Power
        | Dimension::Energy
        | Dimension::Caliber
        | Dimension::Magnitude => Form::Measure,
    }
}

#[cfg(test)]
mod tests;
