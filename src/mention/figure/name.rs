//! What only looks like a figure: "Route 67", "AK-47", "60 Minutes", "20-point plan",
//! "911", a bare "one", and years.

use rust_decimal::Decimal;

use super::number::Written;
use super::{Amount, Reader};
use crate::language::{Features, Relation, Tag};
use crate::lexicon::{COUNTED, EVENTS, HYPHENATED, NUMBERED, PEOPLE, STREETS};
use crate::value::{Dimension, Number};

/// Nouns behind which an ordinal ranks nothing: "second-degree", "10th grade".
const RANKLESS: [&str; 23] = [
    "degree",
    "grade",
    "grader",
    "graders",
    "lady",
    "aid",
    "responder",
    "responders",
    "class",
    "name",
    "hand",
    "amendment",
    "century",
    "base",
    "baseman",
    "cousin",
    "lieutenant",
    "sergeant",
    "street",
    "avenue",
    "streets",
    "avenues",
    "precinct",
];

/// Words that titles leave small.
const SMALL: [&str; 16] =
    ["a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

/// The year in four digits: "2013", not "2,013".
pub(super) fn year(norm: &str) -> Option<Number> {
    let is_digits = norm.len() == 4 && norm.bytes().all(|b| b.is_ascii_digit());
    let year: u32 = norm.parse().ok().filter(|y| is_digits && (1700..2100).contains(y))?;
    Some(Number::whole(year))
}

impl Reader<'_> {
    /// True when the number belongs to a name or a turn of phrase.
    pub(super) fn is_name(&self, amount: &Amount) -> bool {
        self.is_name_before_hyphen(amount) || self.is_attribute(amount)
    }

    /// The same for the first number of "15-20 people", where a hyphen may follow.
    pub(super) fn is_name_before_hyphen(&self, amount: &Amount) -> bool {
        let start = amount.number.start;
        let has_sign = amount.tokens.start < start && amount.unit.is_some();
        !has_sign
            && (self.is_joined_before(start)
                || self.is_mark(amount)
                || self.is_numbered(amount)
                || self.is_part_of_name(amount)
                || self.is_call(amount))
    }

    fn starts_with_digit(&self, at: usize) -> bool {
        self.surface(at).starts_with(|c: char| c.is_ascii_digit())
    }

    /// "AK-47", "COVID-19", "#1"; but "magnitude-6.1".
    fn is_joined_before(&self, start: usize) -> bool {
        if start == 0 || !self.is_tight(start) {
            return false;
        }
        match self.norm(start - 1) {
            "#" | "@" | "/" | "№" | "§" | "&" | "_" | "+" | ":" => true,
            "-" | "‐" | "\u{2011}" => {
                start >= 2 && self.is_tight(start - 1) && self.norm(start - 2) != "magnitude"
            }
            _ => false,
        }
    }

    /// "[4]", "1. Water", "(555) 555-0123".
    fn is_mark(&self, amount: &Amount) -> bool {
        let (start, end) = (amount.number.start, amount.number.end);
        if !self.starts_with_digit(start) {
            return false;
        }
        let (before, behind) = (self.before(start, 1), self.norm(end));
        let is_note = before == "[" && behind == "]";
        let is_list = start == 0 && matches!(behind, ")" | ".") && self.is_tight(end) && end + 1 < self.len();
        let is_bracketed = before == "(" && behind == ")";
        // "(555) 555-0123", "call TIPS (8477)"
        let is_phone = is_bracketed && (self.norm(end + 1).contains('-') || self.starts_with_digit(end + 1));
        let is_dialled = is_bracketed
            && self.surface(start).len() >= 4
            && !self.surface(start).contains(',')
            && start >= 2
            && self.surface(start - 2).bytes().all(|b| b.is_ascii_uppercase());
        // 6' 3"
        let is_height =
            matches!(behind, "'" | "\"" | "″" | "′") && self.is_tight(end) && self.starts_with_digit(end + 1)
                || matches!(before, "'" | "′") && matches!(behind, "\"" | "″");
        // "1,5" is a number in other languages.
        let is_comma = |at: usize| self.norm(at) == "," && self.is_tight(at) && self.is_tight(at + 1);
        let is_foreign = is_comma(end) && self.starts_with_digit(end + 1)
            || start >= 2 && is_comma(start - 1) && self.starts_with_digit(start - 2);
        is_note || is_list || is_phone || is_dialled || is_foreign || is_height
    }

    /// True when a noun that tolls count follows.
    fn counts(&self, end: usize) -> bool {
        let is_listed = |at: usize| {
            COUNTED.contains(self.norm(at))
                || (self.tag(at) == Some(Tag::Noun) && PEOPLE.contains(self.lemma(at)))
        };
        is_listed(end) || (self.tag(end) == Some(Tag::Adj) && is_listed(end + 1))
    }

    /// True when what follows may be what the number counts.
    fn is_nominal(&self, at: usize) -> bool {
        match self.tag(at) {
            Some(Tag::Noun | Tag::Adj | Tag::Propn | Tag::Num) => true,
            Some(Tag::Verb) => self.sentence.features(at).has(Features::PARTICIPLE),
            _ => false,
        }
    }

    /// "Route 67", "Lot No. 5", "page 12"; but "In unit five people died".
    fn is_numbered(&self, amount: &Amount) -> bool {
        let (start, end) = (amount.number.start, amount.number.end);
        let Some(before) = start.checked_sub(1) else { return false };
        // "Image 2 of 5"
        if matches!(self.norm(before), "of" | "/")
            && matches!(self.before(start, 3), "image" | "photo" | "page" | "part" | "slide")
        {
            return true;
        }
        if self.is_address(amount) {
            return true;
        }
        if !NUMBERED.contains(self.norm(before)) || matches!(amount.written, Written::Ordinal(_)) {
            return false;
        }
        if amount.unit.is_some() || self.counts(end) {
            return false;
        }
        self.is_capital(before) || self.norm(before).ends_with('.') || !self.modifies_noun(amount)
    }

    /// "The 6500 block", "480 W. Court", "the 55 Freeway", "at 2211 Falling Oak".
    fn is_address(&self, amount: &Amount) -> bool {
        let (start, end) = (amount.number.start, amount.number.end);
        if !self.starts_with_digit(start) || amount.unit.is_some() {
            return false;
        }
        let behind = self.norm(end);
        let is_compass =
            matches!(behind, "n" | "s" | "e" | "w" | "n." | "s." | "e." | "w." | "nw" | "ne" | "sw" | "se");
        if behind == "block"
            || self.is_capital(end) && (is_compass || STREETS.contains(behind) || behind == "freeway")
        {
            return true;
        }
        let is_long = self.surface(start).len() >= 3 && amount.number.len() == 1;
        let is_plain = is_long && !self.surface(start).contains(',') && !self.surface(start).ends_with("00");
        let is_place = self.is_capital(end)
            && (self.tag(end) == Some(Tag::Propn) || self.is_capital(end + 1))
            && self.tag(end + 1) != Some(Tag::Noun);
        is_plain && is_place && matches!(self.before(start, 1), "at" | "," | "near" | "to")
    }

    /// True when the parser hangs the number on a noun behind it.
    fn modifies_noun(&self, amount: &Amount) -> bool {
        let last = amount.number.end - 1;
        self.sentence.relation(last) == Relation::Nummod && self.sentence.head(last).is_some_and(|h| h > last)
    }

    /// "Motel 6", "Flight AI 171", "60 Minutes", "Six Flags", "Texas 75001".
    fn is_part_of_name(&self, amount: &Amount) -> bool {
        let (start, end) = (amount.number.start, amount.number.end);
        if self.counts(end) {
            return false;
        }
        let is_duration = self.has(amount, Dimension::Duration);
        let is_title = || self.is_title_case();
        if is_duration
            && amount.unit_tokens.as_ref().is_some_and(|u| self.is_capital(u.start))
            && self.past_hyphen(end).is_none()
            && !is_title()
        {
            return true;
        }
        if amount.unit.is_some() {
            return false;
        }
        let span = self.sentence.name_at(start);
        if !self.starts_with_digit(start) {
            // "Six Flags", "Two Rivers".
            let is_inside = span.is_some_and(|s| s.end as usize > end || (s.first as usize) < start);
            return is_inside && start > 0 && self.is_capital(start) && self.is_capital(end) && !is_title();
        }
        if span.is_some_and(|s| s.first as usize == start && s.end as usize > end) {
            let is_plural = self.norm(end).ends_with('s') && !matches!(self.norm(end), "minutes" | "hours");
            return self.is_capital(end) && !is_plural && !is_title();
        }
        let Some(before) = start.checked_sub(1) else { return false };
        // "AK 47 rifles"
        let letters = self.surface(before);
        if (2..=3).contains(&letters.len())
            && letters.bytes().all(|b| b.is_ascii_uppercase())
            && self.surface(start).len() <= 3
            && !is_title()
        {
            return true;
        }
        if self.surface(end) == "News" {
            return true;
        }
        let is_name = span.is_some_and(|s| (s.first as usize) < start)
            || (self.tag(before) == Some(Tag::Propn) && self.is_capital(before) && !is_title());
        let is_small = !self.surface(start).contains(',') && amount.number.len() == 1;
        is_name && is_small && !self.is_nominal(end) && !EVENTS.contains(self.lemma(before))
    }

    /// True when most words are capitals: a title in which capitals tell nothing.
    fn is_title_case(&self) -> bool {
        let is_word = |at: &usize| {
            let norm = self.norm(*at);
            norm.len() > 1 && norm.bytes().all(|b| b.is_ascii_lowercase()) && !SMALL.contains(&norm)
        };
        let (mut words, mut capitals) = (0, 0);
        for at in (0..self.len()).filter(is_word) {
            words += 1;
            capitals += usize::from(self.is_capital(at));
        }
        capitals * 10 >= words * 7
    }

    /// "20-point plan", "two-way", "24-hour"; but "two-vehicle crash".
    fn is_attribute(&self, amount: &Amount) -> bool {
        let end = amount.number.end;
        let Some(word) = self.past_hyphen(end) else { return false };
        if self.has(amount, Dimension::Duration) {
            return self.norm(end - 1) == "24" && self.norm(word) == "hour";
        }
        if amount.unit.is_some() || matches!(amount.written, Written::Share(_)) {
            return false;
        }
        let is_rank = matches!(amount.written, Written::Ordinal(_));
        is_rank
            || !(HYPHENATED.contains(self.norm(word))
                || HYPHENATED.contains(self.lemma(word))
                || matches!(self.norm(word), "plus" | "odd"))
    }

    /// "Called 911", "911 dispatchers"; but "911 people".
    fn is_call(&self, amount: &Amount) -> bool {
        let (start, end) = (amount.number.start, amount.number.end);
        if self.norm(start) != "911" || amount.unit.is_some() || end != start + 1 {
            return false;
        }
        let is_called =
            matches!(self.before(start, 1), "call" | "called" | "calling" | "calls" | "dial" | "dialed");
        let is_service = matches!(
            self.lemma(end),
            "call"
                | "caller"
                | "dispatch"
                | "dispatcher"
                | "operator"
                | "tape"
                | "recording"
                | "center"
                | "system"
        );
        is_called || is_service || !self.counts(end)
    }

    /// True when a bare number counts something; "one" mostly does not.
    pub(super) fn is_count(&self, amount: &Amount) -> bool {
        let (start, end) = (amount.number.start, amount.number.end);
        if amount.number.len() != 1 || self.norm(start) != "one" {
            return true;
        }
        let is_idle = matches!(
            self.before(start, 1),
            "no" | "any" | "each" | "this" | "that" | "the" | "every" | "which" | "another" | "by" | "at"
        ) || matches!(
            self.norm(end),
            "of" | "another" | "by" | "day" | "time" | "point" | "thing" | "way"
        );
        if is_idle {
            return false;
        }
        let is_hurt =
            self.counts(end) || EVENTS.contains(self.lemma(end)) && self.tag(end) != Some(Tag::Noun);
        let is_told = self.is_state_of_one(end);
        let is_object =
            matches!(self.sentence.relation(start), Relation::Obj | Relation::NsubjPass | Relation::Nsubj)
                && self.sentence.head(start).is_some_and(|h| EVENTS.contains(self.lemma(h)));
        self.modifies_noun(amount) || is_hurt || is_object || is_told
    }

    /// "One |critically|", "one |was killed|", "one |is in critical condition|".
    fn is_state_of_one(&self, end: usize) -> bool {
        if matches!(self.norm(end), "critically" | "fatally" | "seriously" | "mortally") {
            return true;
        }
        let is_verb = matches!(self.norm(end), "is" | "was" | "remains" | "remained" | "remain");
        let has_condition = || (end + 2..end + 6).any(|at| self.norm(at) == "condition");
        is_verb && (EVENTS.contains(self.lemma(end + 1)) || self.norm(end + 1) == "in" && has_condition())
    }

    /// True when an ordinal ranks something: not "second" as a moment.
    pub(super) fn is_rank(&self, amount: &Amount) -> bool {
        let (start, end) = (amount.number.start, amount.number.end);
        let is_adverb = self.tag(start) == Some(Tag::Adv) || self.before(start, 1) == "at";
        let is_time = self.norm(start) == "second"
            && (self.tag(start) == Some(Tag::Noun) || matches!(self.before(start, 1), "per" | "split"));
        let is_in_name = start > 0
            && self.sentence.name_at(start).is_some()
            && (self.is_capital(start) || self.is_capital(end));
        // "1st Medical Brigade"
        let is_unit_name = self.starts_with_digit(start)
            && self.is_capital(end)
            && (self.tag(end) == Some(Tag::Propn) || self.is_capital(end + 1))
            && !self.is_title_case();
        let is_before_verb = match self.tag(end) {
            Some(Tag::Aux) => self.norm(end) == "being",
            Some(Tag::Verb) => {
                !self.sentence.features(end).has(Features::PARTICIPLE) && self.before(start, 1) != "the"
            }
            _ => false,
        };
        !is_adverb
            && !is_time
            && !is_in_name
            && !is_unit_name
            && !is_before_verb
            && !RANKLESS.contains(&self.norm(end))
    }

    /// A bare year: four digits that modify nothing.
    pub(super) fn bare_year(&self, amount: &Amount) -> Option<Number> {
        let (start, end) = (amount.number.start, amount.number.end);
        let year = year(self.surface(start)).filter(|_| amount.number.len() == 1)?;
        let is_recent = year.value() >= Decimal::from(1900);
        let is_hedged = self.hedge_stands_before(start);
        (is_recent && !is_hedged && !self.counts(end) && !self.modifies_noun(amount)).then_some(year)
    }
}
