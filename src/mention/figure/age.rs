//! Ages: "17-year-old", "aged 17", "Roupe, 17,", "the girl, 8".
//!
//! A "two-year-old war" has a duration. A number between commas is an age only
//! behind a name or a word for a person.

use super::{Amount, Figure, Form, Reader};
use crate::language::{NameKind, Tag};
use crate::lexicon::{LASTING, PEOPLE, PERSONS};
use crate::value::{Bound, Dimension, Unit};

/// The greatest age; beyond it things are old.
const OLDEST: u32 = 115;

impl Reader<'_> {
    /// The figure, if the amount is an age.
    pub(super) fn age(&self, amount: &Amount, bound: Bound, last: Option<&Figure>) -> Option<Figure> {
        let low = self.age_in_words(amount).or_else(|| self.age_alone(amount, last))?;
        let is_human = bound.stated().1.is_none_or(|age| age <= OLDEST.into());
        let (end, unit) = low;
        let mut amount = amount.clone();
        if end > amount.tokens.end {
            amount.tokens.end = end;
            amount.unit_tokens = Some(amount.unit_tokens.map_or(amount.number.end, |u| u.start)..end);
        }
        let is_age = unit.dimension() == Dimension::Age && is_human;
        let form = if is_age { Form::Age } else { Form::Duration };
        Some(self.hedged(amount, bound, unit, form))
    }

    /// "17-year-old", "17 years old", "6 months of age": where it ends, and its unit.
    fn age_in_words(&self, amount: &Amount) -> Option<(usize, Unit)> {
        let unit = amount.unit.filter(|u| u.dimension() == Dimension::Duration)?;
        let end = amount.tokens.end;
        let at = self.past_hyphen(end).unwrap_or(end);
        if matches!(self.before(amount.tokens.start, 1), "aged" | "age" | "ages") {
            return Some((end, unit.of_age()));
        }
        match self.norm(at) {
            "old" | "olds" => {
                let is_attribute = at > end || self.tag(at + 1) == Some(Tag::Noun);
                let is_thing = is_attribute && self.is_thing(at + 1);
                Some((at + 1, if is_thing { unit } else { unit.of_age() }))
            }
            "of" if self.norm(at + 1) == "age" => Some((at + 2, unit.of_age())),
            _ => None,
        }
    }

    /// True when the phrase that begins there ends in a noun for a thing.
    fn is_thing(&self, start: usize) -> bool {
        let mut noun = None;
        for at in start..self.len().min(start + 6) {
            match self.tag(at) {
                Some(Tag::Propn) => return false,
                Some(Tag::Noun) if self.is_capital(at) => return false,
                Some(Tag::Noun) => noun = Some(at),
                Some(Tag::Adj | Tag::Num) if noun.is_none() => {}
                _ if self.norm(at) == "-" => {}
                _ => break,
            }
        }
        noun.is_some_and(|noun| LASTING.contains(self.lemma(noun)))
    }

    /// "Aged 17", "Roupe, 17, opened", "the girl, 8", "Roupe (17)".
    fn age_alone(&self, amount: &Amount, last: Option<&Figure>) -> Option<(usize, Unit)> {
        if amount.unit.is_some()
            || !self.surface(amount.number.start).starts_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        let (start, end) = (amount.tokens.start, amount.tokens.end);
        let is_old_enough = self.surface(start).len() <= 3;
        let before = self.before(start, 1);
        let is_told = matches!(before, "aged" | "age" | "ages")
            || matches!(self.before(start, 2), "aged" | "age" | "ages") && self.hedge_stands_before(start);
        let closes = matches!(
            self.norm(end),
            "," | "." | ")" | ";" | "—" | "–" | "and" | "or" | "of" | "who" | ":" | "was" | "when" | "\""
        ) || end == self.len();
        let is_listed = closes
            && matches!(before, "and" | "," | "to" | "or")
            && last.is_some_and(|l| l.form == Form::Age && l.tokens.end + 1 == start && self.is_age_list(l));
        let is_set_off = start >= 2
            && (before == "," && self.norm(end) != ")" || before == "(" && self.norm(end) == ")")
            && self.is_bearer(start - 2);
        let is_said = start >= 2 && self.is_said_of_person(start);
        let is_birthday = before == "turned" && self.tag(end) == Some(Tag::Adp);
        let is_both = before == "both" && closes;
        // "At 30, he retired."
        let is_at = before == "at" && self.norm(end) == "," && matches!(self.norm(end + 1), "he" | "she");
        let is_age = is_old_enough
            && (is_told || is_listed || is_birthday || is_both || is_at || closes && (is_set_off || is_said));
        is_age.then(|| (end, Unit::years_of_age()))
    }

    /// "He was |75|", "who is |75|", "Reed turned |75|", "died at |75|".
    fn is_said_of_person(&self, start: usize) -> bool {
        match self.before(start, 1) {
            "was" | "is" | "'s" | "were" | "turned" => {
                matches!(self.before(start, 2), "he" | "she" | "who")
                    || self.sentence.name_at(start - 2).is_some_and(|n| n.kind == NameKind::Person)
            }
            // "put the number of dead at 41": a count.
            "at" if self.before(start, 3) == "of" => false,
            "at" => matches!(self.before(start, 2), "dies" | "died" | "dead" | "die"),
            _ => false,
        }
    }

    fn is_age_list(&self, last: &Figure) -> bool {
        matches!(self.before(last.tokens.start, 1), "ages" | "aged" | "," | "and" | "were")
    }

    /// True when the word before the comma may bear an age.
    fn is_bearer(&self, at: usize) -> bool {
        if let Some(name) = self.sentence.name_at(at) {
            // The namer takes a rare surname for a town; a town has no number behind it.
            return name.kind == NameKind::Person || self.norm(at + 1) == ",";
        }
        let is_noun = self.tag(at) == Some(Tag::Noun);
        PERSONS.contains(self.norm(at))
            || (is_noun && PEOPLE.contains(self.lemma(at)))
            || (self.tag(at) == Some(Tag::Propn) && self.is_capital(at))
            || matches!(self.norm(at), "jr." | "jr" | "sr." | "sr" | "iii" | "ii" | "\"")
    }
}
