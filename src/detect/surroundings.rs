//! What stands around a mention: place, period, and whether it is a rate or a sum.
//!
//! Everything is read from the mention's own sentence; the article's day stands in
//! for what the sentence does not say.

use std::ops::Range;

use crate::claim::Scope;
use crate::language::{Features, NameKind, Relation, Sentence, Tag};
use crate::lexicon::EVENTS;
use crate::lexicon::speech::SPEECH_VERBS;
use crate::mention::Moment;
use crate::mention::moment::Form;

/// Nouns that a rate is told for: "a day". "A man" behind a figure is another matter.
const RATES: [&str; 22] = [
    "barrel", "bottle", "day", "gallon", "head", "hour", "kilo", "kilogram", "liter", "litre", "minute",
    "month", "night", "ounce", "person", "pound", "share", "ticket", "ton", "tonne", "week", "year",
];

/// How many words a clause in between counts for.
const CLAUSE: usize = 20;

/// Place and period named in the clause of the tokens.
pub fn scope(sentence: &Sentence, tokens: Range<usize>, moments: &[Moment]) -> Scope {
    let at = tokens.end - 1;
    // What stands in another of several clauses is further away than it looks.
    let joins = |i: usize| {
        sentence.norm(i) == ";" || i > 0 && sentence.norm(i) == "and" && sentence.norm(i - 1) == ","
    };
    let between = |t: usize| t.min(at)..t.max(at);
    let distance = |t: usize| t.abs_diff(at) + CLAUSE * between(t).filter(|&i| joins(i)).count();
    // "13 were shot, a year after |nine people were shot|": of the nine alone.
    let is_past = |m: &&Moment| {
        m.form == Form::Past && m.tokens.end <= at && (m.tokens.end..at).all(|i| sentence.norm(i) != ",")
    };
    let period = moments
        .iter()
        .find(is_past)
        .or_else(|| {
            moments
                .iter()
                .filter(|m| m.form != Form::Past && !m.names_event)
                .filter(|m| !hangs_on_speech(sentence, m.tokens.start))
                .min_by_key(|m| distance(m.tokens.start))
        })
        .map(|m| m.when.clone());
    let place = sentence
        .names()
        .iter()
        .filter(|n| n.kind == NameKind::Place)
        .filter(|n| is_scene(sentence, n.end as usize - 1))
        .min_by_key(|n| distance(n.first as usize))
        .map(|n| sentence.whole_text()[sentence.bytes(n.first as usize..n.end as usize)].to_owned());
    let is_sum = is_sum(sentence, at);
    Scope { place, period, is_subset: false, is_rate: is_rate(sentence, tokens.end), is_sum }
}

/// "In their five operations |so far|, the crew have seized 14 rifles", "has |so far| seized 14":
/// the sum of several events. Of people "so far" tells how far the count of one has come.
fn is_sum(sentence: &Sentence, at: usize) -> bool {
    let so_far = |i: usize| match sentence.norm(i) {
        "far" => i > 0 && matches!(sentence.norm(i - 1), "so" | "thus"),
        "date" => i > 0 && sentence.norm(i - 1) == "to",
        _ => false,
    };
    let is_so_far = (0..sentence.len()).any(so_far);
    if !is_so_far && !(0..sentence.len()).any(|i| sentence.norm(i) == "total") {
        return false;
    }
    let Some(verb) = sentence.ancestors(at).find(|&i| sentence.tag(i) == Tag::Verb) else { return false };
    let is_of_things = EVENTS.get(sentence.lemma(verb)) == Some("seize");
    let is_event = |i: usize| {
        matches!(sentence.relation(i), Relation::Obl | Relation::Nmod)
            && sentence.features(i).has(Features::PLURAL)
            && sentence.child(i, Relation::Nummod).is_some()
            && (EVENTS.contains(sentence.lemma(i)) || matches!(sentence.lemma(i), "mission" | "operation"))
    };
    is_so_far && is_of_things || (0..sentence.len()).any(|i| is_event(i) && sentence.is_under(i, verb))
}

/// "40 |a day|", "$40 |a barrel|", "12 people |per house|".
fn is_rate(sentence: &Sentence, end: usize) -> bool {
    if end + 1 >= sentence.len() {
        return false;
    }
    match sentence.norm(end) {
        "per" => true,
        "a" | "an" | "each" | "every" => RATES.contains(&sentence.lemma(end + 1)),
        _ => false,
    }
}

/// "police said Friday": the day of the saying, not of the event.
pub fn hangs_on_speech(sentence: &Sentence, token: usize) -> bool {
    let Some(head) = sentence.head(token) else { return false };
    is_speech_verb(sentence, head)
}

/// True for a verb that gives words to a speaker.
pub fn is_speech_verb(sentence: &Sentence, token: usize) -> bool {
    sentence.tag(token) == Tag::Verb && SPEECH_VERBS.contains(sentence.norm(token))
}

/// True for a place behind "in", "at", "near" or "of".
fn is_scene(sentence: &Sentence, token: usize) -> bool {
    sentence.ancestors(token).take(2).any(|t| {
        sentence.children(t).any(|c| {
            sentence.relation(c) == Relation::Case
                && matches!(
                    sentence.norm(c),
                    "in" | "at" | "near" | "on" | "outside" | "inside" | "off" | "of" | "across"
                )
        })
    })
}
