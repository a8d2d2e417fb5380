//! Which event a day, a time of day or a street belongs to.
//!
//! The event is the nearest word above the mention that tells of one. Words for
//! the violence itself ("shot", "the shooting", "opened fire") are one event; a
//! death, an arrest, a call to the police are events of their own. "It happened"
//! tells of the event that the article is about.

use crate::article::{AnnotatedArticle, ZoneKind};
use crate::claim::Event;
use crate::language::{Relation, Sentence, Tag};
use crate::lexicon::EVENTS;

use super::measurand::event_word;
use super::surroundings::is_speech_verb;

/// Sentences of an article in which its main event is looked for. News tells it first.
const LEAD: usize = 8;

/// Steps up the tree from a mention to its event.
const CLIMB: usize = 5;

/// The class of the event that most of the lead's words tell of.
pub fn main_event(article: &AnnotatedArticle) -> Option<&'static str> {
    let mut tally: Vec<(&'static str, usize)> = Vec::new();
    for sentence in article.sentences().take(LEAD) {
        if article.zone(&sentence) == ZoneKind::Caption {
            continue;
        }
        for token in 0..sentence.len() {
            let Some(class) = event_word(&sentence, token).map(occurrence) else { continue };
            if !is_occurrence(class) {
                continue;
            }
            match tally.iter_mut().find(|(c, _)| *c == class) {
                Some((_, n)) => *n += 1,
                None => tally.push((class, 1)),
            }
        }
    }
    let most = tally.iter().map(|(_, n)| *n).max()?;
    tally.iter().find(|(_, n)| *n == most).map(|(c, _)| *c)
}

/// One name for all words that tell of one occurrence.
fn occurrence(class: &'static str) -> &'static str {
    match class {
        "kill" | "hurt" | "shoot" | "attack" => "violence",
        other => other,
    }
}

fn is_occurrence(class: &str) -> bool {
    matches!(class, "violence" | "quake" | "crash" | "blaze" | "storm" | "flood" | "rob" | "abduct" | "meet")
}

/// The event to which the mention at `token` belongs.
pub fn happening(sentence: &Sentence, token: usize, main_event: Option<&'static str>) -> Option<Event> {
    let mut at = token;
    for _ in 0..CLIMB {
        let head = sentence.head(at)?;
        let relation = sentence.relation(at);
        if is_speech_verb(sentence, head) && !tells_of_call(sentence, head) {
            return None;
        }
        if matches!(relation, Relation::Nsubj | Relation::Advcl)
            && sentence.tag(head) == Tag::Verb
            && at == token
        {
            return None;
        }
        if let Some(class) = class_at(sentence, head, main_event) {
            return Some(Event { class: class.to_owned(), participants: Vec::new() });
        }
        if matches!(relation, Relation::Ccomp | Relation::Parataxis | Relation::Root) {
            return None;
        }
        // A verb that tells of nothing we know ends the search: its time is its own.
        if sentence.tag(head) == Tag::Verb && !is_light(sentence, head) {
            return None;
        }
        at = head;
    }
    None
}

fn is_light(sentence: &Sentence, verb: usize) -> bool {
    matches!(
        sentence.lemma(verb),
        "be" | "leave" | "find" | "start" | "begin" | "come" | "take" | "have" | "do"
    )
}

/// "The call came in", "police were called", "responded": when the police heard of it.
fn tells_of_call(sentence: &Sentence, verb: usize) -> bool {
    EVENTS.get(sentence.lemma(verb)) == Some("call")
}

/// The event that a word tells of, by itself, its object or its subject.
fn class_at(sentence: &Sentence, token: usize, main_event: Option<&'static str>) -> Option<&'static str> {
    let lemma = sentence.lemma(token);
    match lemma {
        "die" | "death" | "succumb" => {
            let is_violent = sentence.children(token).any(|c| {
                sentence.relation(c) == Relation::Compound && EVENTS.get(sentence.lemma(c)) == Some("shoot")
            });
            return Some(if is_violent { "violence" } else { "death" });
        }
        "pronounce" => return Some("death"),
        "open" | "fire" | "gun" if fires(sentence, token) => return Some("violence"),
        "take" if sentence.child(token, Relation::Obj).is_some_and(|o| sentence.lemma(o) == "place") => {
            return subject_event(sentence, token).or(main_event);
        }
        "break" if sentence.child(token, Relation::CompoundPrt).is_some() => {
            return subject_event(sentence, token).or(main_event);
        }
        "receive" | "get" | "come" | "answer" => {
            let tells = sentence.children(token).any(|c| {
                matches!(sentence.relation(c), Relation::Obj | Relation::Nsubj)
                    && matches!(sentence.lemma(c), "call" | "report" | "911")
            });
            if tells {
                return Some("call");
            }
        }
        "report" if sentence.child(token, Relation::NsubjPass).is_some() => return Some("call"),
        _ => {}
    }
    match event_word(sentence, token).map(occurrence)? {
        "happen" => subject_event(sentence, token).or(main_event),
        class => Some(class),
    }
}

fn fires(sentence: &Sentence, verb: usize) -> bool {
    match sentence.lemma(verb) {
        "open" => sentence.child(verb, Relation::Obj).is_some_and(|o| sentence.lemma(o) == "fire"),
        "gun" => sentence.tag(verb) == Tag::Verb,
        _ => sentence.tag(verb) == Tag::Verb && sentence.child(verb, Relation::NsubjPass).is_none(),
    }
}

/// "The |shooting| happened": the subject names the event. "The incident" does not.
fn subject_event(sentence: &Sentence, verb: usize) -> Option<&'static str> {
    let subject = [Relation::Nsubj, Relation::NsubjPass].into_iter().find_map(|r| sentence.child(verb, r))?;
    event_word(sentence, subject).map(occurrence).filter(|c| *c != "happen")
}
