//! Births: the day or year somebody was born, against their age.
//!
//! A year of birth leaves two ages open, one before the birthday and one after; a day
//! of birth leaves one. Ages told of the past are not ages of today.

use jiff::civil::Date;

use super::finding::{Finding, Part, Side};
use crate::claim::{Kind, Subject, Value};
use crate::detect::{Found, Material};
use crate::discrepancy::Confidence;
use crate::language::{Relation, Sentence};
use crate::mention::{Form, Moment, Person, ToldAge};
use crate::value::{AgeUnit, Extent, Grain};

/// The ages of one article that do not fit the births it tells of.
pub(super) fn findings(material: &Material) -> Vec<Finding> {
    let Some(published) = material.article.article.published else { return Vec::new() };
    let mut findings = Vec::new();
    for (sentence, found) in material.sentences() {
        for at in (0..sentence.len()).filter(|&i| sentence.norm(i) == "born") {
            let Some(moment) = birthday(&sentence, found, at) else { continue };
            let Some(number) = born(material, &sentence, at) else { continue };
            let person = &material.cast.people[number];
            let misfit = person.ages.iter().find_map(|told| misfit(material, told, moment, published));
            let Some((told, reason, confidence)) = misfit else { continue };
            findings.push(finding(
                material,
                &sentence,
                (at, moment),
                (number, person, told),
                reason,
                confidence,
            ));
        }
    }
    findings
}

/// "born on 3 May 1960", "born in Hallan in 1960".
fn birthday<'f>(sentence: &Sentence, found: &'f Found, at: usize) -> Option<&'f Moment> {
    let moment = found.moments.iter().find(|m| m.tokens.start > at)?;
    let is_dated =
        matches!(moment.when.extent, Extent::Days { grain: Grain::Day | Grain::Month | Grain::Year, .. });
    let between = at + 1..moment.tokens.start;
    let is_plain =
        !between.clone().any(|i| matches!(sentence.norm(i), "," | ";" | "and" | "when" | "who" | "("));
    let is_near = between.len() <= 5 && is_plain;
    (is_near && is_dated && moment.form == Form::Calendar && !moment.when.is_hedged).then_some(moment)
}

/// The person of whom "born" is said: its subject, the name before "born" or "(born",
/// or the one person of the sentence before for "he" and "she".
fn born(material: &Material, sentence: &Sentence, at: usize) -> Option<usize> {
    let named = |token: usize| {
        material.cast.people.iter().position(|p| {
            p.mentions.iter().any(|m| m.sentence == sentence.number() && m.tokens.contains(&token))
        })
    };
    let subject = [Relation::NsubjPass, Relation::Nsubj].into_iter().find_map(|r| sentence.child(at, r));
    if let Some(subject) = subject {
        if matches!(sentence.norm(subject), "he" | "she") {
            return last_named(material, sentence.number());
        }
        return named(subject);
    }
    let before = at.checked_sub(2)?;
    matches!(sentence.norm(at - 1), "," | "(").then(|| named(before)).flatten()
}

/// The one person whom the sentence before names.
fn last_named(material: &Material, sentence: usize) -> Option<usize> {
    let before = sentence.checked_sub(1)?;
    let people = &material.cast.people;
    let mut named = (0..people.len()).filter(|&i| people[i].mentions.iter().any(|m| m.sentence == before));
    let one = named.next()?;
    named.next().is_none().then_some(one)
}

/// The full years from a birth to a day.
fn years(birth: Date, day: Date) -> i32 {
    let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
    i32::from(day.year() - birth.year()) - i32::from(!had_birthday)
}

fn misfit<'p>(
    material: &Material,
    told: &'p ToldAge,
    birth: &Moment,
    published: Date,
) -> Option<(&'p ToldAge, String, Confidence)> {
    if told.age.unit != AgeUnit::Year || is_of_the_past(material, told, published) {
        return None;
    }
    let (first, last) = birth.when.first().zip(birth.when.last())?;
    let (least, most) = (years(last, published), years(first, published));
    let age = i32::from(told.age.figure);
    let off = (least - age).max(age - most);
    if least < 0 || off < 1 {
        return None;
    }
    let ages = if least == most { format!("{least}") } else { format!("{least} or {most}") };
    let reason = format!("born {}, a person was {ages} when the article appeared", birth.when);
    let confidence = if off > 1 { Confidence::High } else { Confidence::Medium };
    Some((told, reason, confidence))
}

/// True when the sentence that tells the age is dated to a year gone by.
fn is_of_the_past(material: &Material, told: &ToldAge, published: Date) -> bool {
    let sentence = material.article.sentence(told.sentence);
    let is_old = |m: &Moment| m.when.last().is_some_and(|day| day.year() < published.year());
    let is_birth =
        |m: &Moment| (m.tokens.start.saturating_sub(6)..m.tokens.start).any(|i| sentence.norm(i) == "born");
    material.found[told.sentence].moments.iter().any(|m| is_old(m) && !is_birth(m))
}

fn finding(
    material: &Material,
    sentence: &Sentence,
    (at, moment): (usize, &Moment),
    (number, person, told): (usize, &Person, &ToldAge),
    reason: String,
    confidence: Confidence,
) -> Finding {
    let subject = Subject::Person(number as u32);
    let age = Part {
        sentence: told.sentence,
        tokens: told.tokens.clone(),
        value: Value::Age(told.age),
        subject: subject.clone(),
    };
    let birth = Part {
        sentence: sentence.number(),
        tokens: at..moment.tokens.end,
        value: Value::When(moment.when.clone()),
        subject,
    };
    let sides = [Side::of(material, age), Side::of(material, birth)];
    Finding::conflict(Kind::Age, confidence, format!("age · {}", person.name), reason, sides)
}

#[cfg(test)]
mod tests {
    use crate::arithmetic::tests::{quiet, told};
    use crate::claim::Kind;

    #[test]
    fn ages_that_do_not_fit_a_birth_are_told() {
        told(
            Kind::Age,
            &[
                (
                    "Maria Ortega, 48, won the race. Ortega was born in 1960.",
                    "born 1960, a person was 54 or 55 when the article appeared",
                ),
                (
                    "Maria Ortega, 56, won the race. She was born in Hallan in 1960.",
                    "born 1960, a person was 54 or 55 when the article appeared",
                ),
                (
                    "Maria Ortega (born on 3 May 1960) won the race. Ortega, 48, lives in Hallan.",
                    "born 3 May 1960, a person was 55 when the article appeared",
                ),
            ],
        );
    }

    #[test]
    fn ages_that_fit_or_are_of_another_time_or_person_are_not() {
        quiet(
            Kind::Age,
            &[
                "Maria Ortega, 54, won the race. Ortega was born in 1960.",
                "Maria Ortega, 55, won the race. Ortega was born in 1960.",
                "Maria Ortega, 55, won the race. She was born on 3 May 1960.",
                "Maria Ortega, 48, won the race in 2008. Ortega was born in 1960.",
                "Maria Ortega, 48, won the race. Her mother was born in 1930.",
                "Maria Ortega, 48, won the race. Her son was born in 1990.",
                "Maria Ortega, 48, won the race. She was born in the 1950s.",
                "Maria Ortega was 17 when she won the race. Ortega was born in 1960.",
            ],
        );
    }
}
