//! Administrations: "the Hale administration", "his administration".
//!
//! Only an administration that governs at the time told of is told: one that is
//! named for what it once did ("begun under the Hale administration") is history.

use std::ops::Range;

use super::person::Person;
use crate::article::{AnnotatedArticle, Span};
use crate::language::{Features, Sentence, Tag};
use crate::lexicon::names::{self, fold};

/// A governing administration and whose it is.
#[derive(Debug, Clone)]
pub struct Administration {
    /// The folded family name of its head.
    pub owner: String,
    /// The words: "the Hale administration".
    pub tokens: Range<usize>,
    /// The sentence it stands in.
    pub sentence: usize,
    /// The same in bytes.
    pub span: Span,
    /// True where a verb of the present has it govern.
    pub is_acting: bool,
}

/// The governing administrations of an article, by place.
pub(crate) fn administrations(article: &AnnotatedArticle<'_>, people: &[Person]) -> Vec<Administration> {
    let mut found = Vec::new();
    for sentence in article.sentences() {
        for at in 0..sentence.len() {
            if sentence.norm(at) != "administration" || is_history(&sentence, at) {
                continue;
            }
            let Some((first, owner)) = owner(&sentence, at, people) else { continue };
            let tokens = first..at + 1;
            found.push(Administration {
                owner,
                span: article.span(&sentence, tokens.clone()),
                tokens,
                sentence: sentence.number(),
                is_acting: is_acting(&sentence, at),
            });
        }
    }
    found
}

/// Whose administration, and the first token of the phrase.
fn owner(sentence: &Sentence<'_>, at: usize, people: &[Person]) -> Option<(usize, String)> {
    let before = at.checked_sub(1)?;
    if matches!(sentence.norm(before), "his" | "her") {
        let owner = heads(people, sentence.number())?;
        return Some((before, owner));
    }
    // "new American administration, steered by President Hale".
    if let Some(led) = led_by(sentence, at, people) {
        return Some((before, led));
    }
    let word = fold(sentence.norm(before));
    let is_name = sentence.surface(before).starts_with(char::is_uppercase)
        && names::country(&word).is_none()
        && names::impersonal(&word).is_none_or(|(_, can_be_name)| can_be_name)
        && names::title(&word).is_none();
    let first = before.checked_sub(1).filter(|&i| sentence.norm(i) == "the").unwrap_or(before);
    is_name.then_some((first, word))
}

/// The one head of state whom this sentence or the one before names.
fn heads(people: &[Person], sentence: usize) -> Option<String> {
    let is_head = |p: &&Person| {
        p.roles.iter().any(|r| matches!(r.role.office.as_str(), "president" | "prime minister"))
    };
    let is_near =
        |p: &&Person| p.mentions.iter().any(|m| m.sentence == sentence || m.sentence + 1 == sentence);
    let mut found = people.iter().filter(is_head).filter(is_near);
    let one = found.next()?;
    found.next().is_none().then(|| one.name.family().map(fold)).flatten()
}

fn led_by(sentence: &Sentence<'_>, at: usize, people: &[Person]) -> Option<String> {
    let from = at + 1 + usize::from(at + 1 < sentence.len() && sentence.norm(at + 1) == ",");
    let is_led = from + 1 < sentence.len()
        && matches!(sentence.norm(from), "led" | "headed" | "steered" | "run")
        && sentence.norm(from + 1) == "by";
    let near = from..sentence.len().min(from + 7);
    let person = people.iter().find(|p| {
        p.mentions.iter().any(|m| m.sentence == sentence.number() && near.contains(&m.tokens.start))
    });
    person.filter(|_| is_led)?.name.family().map(fold)
}

/// "under the former Hale administration", "a Hale administration official".
fn is_history(sentence: &Sentence<'_>, at: usize) -> bool {
    let from = at.saturating_sub(5);
    let past = (from..at).any(|i| {
        matches!(
            sentence.norm(i),
            "under"
                | "during"
                | "former"
                | "previous"
                | "outgoing"
                | "since"
                | "prior"
                | "past"
                | "incoming"
                | "first"
                | "second"
                | "next"
                | "late"
                | "early"
                | "if"
                | "future"
        )
    });
    let of_somebody = (at + 1 < sentence.len()).then(|| sentence.norm(at + 1));
    past || matches!(
        of_somebody,
        Some("official" | "officials" | "aide" | "aides" | "alumni" | "lawyer" | "lawyers" | "era" | "-")
    )
}

/// "sees", "has warned", "'s continued": the administration acts now.
fn is_acting(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(next) = (at + 1 < sentence.len()).then_some(at + 1) else { return false };
    let features = sentence.features(next);
    let is_verb = matches!(sentence.tag(next), Tag::Verb | Tag::Aux);
    is_verb && features.has(Features::PRESENT)
        || matches!(sentence.norm(next), "has" | "is" | "says" | "wants" | "plans")
}
