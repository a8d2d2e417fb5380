//! Coordinated counts: "seven men, three women and a child".
//!
//! A list is read only if every item begins with a flat number, or with "a" before a
//! person; what is open ("several", "the rest", "others of them") makes it none.

use std::ops::Range;

use rust_decimal::Decimal;

use super::finding::{Part, flat};
use crate::claim::{Measurand, Subject, Value};
use crate::detect::measurand::counted;
use crate::language::{Features, Sentence, Tag};
use crate::lexicon::PEOPLE;
use crate::mention::figure::{Figure, Form};
use crate::value::{Bound, Number, Quantity, Unit};

/// A number of people or things, with its noun where the text gives it near by.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    /// The figure, or "a"; without "a total of".
    pub tokens: Range<usize>,
    pub number: Decimal,
    pub noun: Option<usize>,
}

/// Words that leave a list open, or that say its items overlap.
const OPEN: [&str; 20] = [
    "among",
    "apiece",
    "approximately",
    "average",
    "both",
    "dozens",
    "each",
    "estimated",
    "every",
    "half",
    "including",
    "least",
    "most",
    "or",
    "per",
    "rest",
    "several",
    "them",
    "unknown",
    "whom",
];

/// Tokens between "a" and the person that it counts: "a three-year-old |child|".
const REACH: usize = 6;

impl Tally {
    /// The count of a flat figure that counts something.
    pub(super) fn of_figure(sentence: &Sentence, figure: &Figure) -> Option<Tally> {
        if figure.form != Form::Cardinal || figure.change.is_some() {
            return None;
        }
        let number = flat(figure).filter(Decimal::is_integer)?;
        let noun = counted(sentence, figure.tokens.clone()).noun;
        Some(Tally { tokens: figure.number.clone(), number, noun: noun.filter(|&n| n >= figure.tokens.end) })
    }

    /// The figure with its noun where that is near: "12 people".
    pub(super) fn part(&self, sentence: &Sentence) -> Part {
        let end = self.noun.filter(|&n| n - self.tokens.end < 4).map_or(self.tokens.end, |n| n + 1);
        let number = Number::plain(self.number);
        let noun = self.noun.map(|n| sentence.norm(n).to_owned()).unwrap_or_default();
        let counted = self.noun.map(|n| sentence.lemma(n).to_owned()).unwrap_or_default();
        Part {
            sentence: sentence.number(),
            tokens: self.tokens.start..end,
            value: Value::Quantity(Quantity::new(Bound::Exactly(number), Unit::COUNT)),
            subject: Subject::Measurand(Measurand { counted, noun, ..Measurand::default() }),
        }
    }

    /// True when the tally may be a part of `whole`: both people, the same thing, or
    /// no noun at all ("nine in the north").
    pub(super) fn may_be_part_of(&self, whole: &Tally, sentence: &Sentence) -> bool {
        let Some(noun) = self.noun else { return true };
        match whole.noun {
            Some(other) => {
                sentence.lemma(noun) == sentence.lemma(other)
                    || is_people(sentence, noun) && is_people(sentence, other)
            }
            None => is_people(sentence, noun),
        }
    }
}

/// A noun for people, or the name of a people in the plural.
pub(super) fn is_people(sentence: &Sentence, noun: usize) -> bool {
    let is_name = sentence.tag(noun) == Tag::Propn && sentence.features(noun).has(Features::PLURAL);
    PEOPLE.contains(sentence.lemma(noun)) || is_name
}

/// The items of a list, if it is one of flat numbers and closed.
///
/// With "and" before the last item; "nine in Hallan and four in Nordvik" is a list of two.
pub(super) fn items(sentence: &Sentence, figures: &[Figure], within: Range<usize>) -> Option<Vec<Tally>> {
    let is_open = |i: usize| OPEN.binary_search(&sentence.norm(i)).is_ok();
    if within.clone().any(is_open) || !within.clone().any(|i| sentence.norm(i) == "and") {
        return None;
    }
    let mut items = Vec::new();
    let mut start = within.start;
    for at in within.start..=within.end {
        let is_mark = at == within.end || matches!(sentence.norm(at), "," | "and" | "&");
        if !is_mark {
            continue;
        }
        if start < at {
            items.push(item(sentence, figures, start..at)?);
        }
        start = at + 1;
    }
    let last_and = within.clone().rev().find(|&i| sentence.norm(i) == "and")?;
    let is_closed = items.last().is_some_and(|last| last.tokens.start > last_and)
        && items.iter().rev().nth(1).is_some_and(|before| before.tokens.end <= last_and);
    (items.len() >= 2 && is_closed).then_some(items)
}

/// "seven men", "nine in Hallan", "a three-year-old child".
fn item(sentence: &Sentence, figures: &[Figure], within: Range<usize>) -> Option<Tally> {
    let mut counts = figures
        .iter()
        .filter(|f| within.contains(&f.tokens.start) && matches!(f.form, Form::Cardinal | Form::Vague));
    let first = counts.next();
    if counts.next().is_some() {
        return None;
    }
    match first {
        Some(figure) if figure.number.start == within.start => {
            let mut tally = Tally::of_figure(sentence, figure)?;
            tally.noun = tally.noun.filter(|n| within.contains(n));
            Some(tally)
        }
        Some(_) => None,
        None => {
            let is_one = matches!(sentence.norm(within.start), "a" | "an");
            let noun = (within.start + 1..within.end.min(within.start + REACH)).find(|&i| {
                sentence.tag(i) == Tag::Noun
                    && PEOPLE.contains(sentence.lemma(i))
                    && !sentence.features(i).has(Features::PLURAL)
            });
            let noun = noun.filter(|_| is_one)?;
            Some(Tally { tokens: within.start..within.start + 1, number: Decimal::ONE, noun: Some(noun) })
        }
    }
}
