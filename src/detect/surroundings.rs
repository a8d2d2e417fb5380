//! What stands around a mention: stance, scope, attribution, as-of.
//!
//! Everything is read from the mention's own sentence; the article's day stands in
//! for what the sentence does not say.

use std::ops::Range;

use crate::claim::{Scope, Stance};
use crate::language::{NameKind, Relation, Sentence, Tag};
use crate::lexicon::speech::SPEECH_VERBS;
use crate::mention::Moment;

/// Words that take a clause out of fact.
const MODALS: [&str; 9] = ["could", "may", "might", "would", "should", "can", "will", "shall", "must"];

/// Verbs whose complement is not asserted.
const IRREALIS: [&str; 20] = [
    "plan", "hope", "expect", "want", "intend", "aim", "threaten", "fear", "try", "attempt", "propose",
    "seek", "consider", "urge", "promise", "vow", "schedule", "allege", "demand", "ask",
];

/// Nouns that a rate is told for: "a day". "A man" behind a figure is another matter.
const RATES: [&str; 22] = [
    "barrel", "bottle", "day", "gallon", "head", "hour", "kilo", "kilogram", "liter", "litre", "minute",
    "month", "night", "ounce", "person", "pound", "share", "ticket", "ton", "tonne", "week", "year",
];

/// Whether the clause of `token` is asserted as fact.
pub fn stance(sentence: &Sentence, token: usize) -> Stance {
    let mut stance = Stance::default();
    let mut below = token;
    for at in sentence.ancestors(token).take(5) {
        for child in sentence.children(at) {
            match sentence.relation(child) {
                Relation::Advmod | Relation::Det
                    if matches!(sentence.norm(child), "not" | "n't" | "never" | "no") =>
                {
                    stance.negated |= at != token || sentence.tag(at) == Tag::Verb;
                }
                // "a car |could be seen|": it was.
                Relation::Aux
                    if matches!(sentence.norm(child), "could" | "can")
                        && matches!(sentence.lemma(at), "see" | "hear" | "smell") => {}
                Relation::Aux if MODALS.contains(&sentence.norm(child)) => {
                    stance.modal.get_or_insert_with(|| sentence.norm(child).to_owned());
                }
                Relation::Mark if matches!(sentence.norm(child), "if" | "unless" | "whether") => {
                    stance.modal.get_or_insert_with(|| sentence.norm(child).to_owned());
                }
                _ => {}
            }
        }
        // "plans |to free| 1,700": where the tree takes "free" for an adjective, the
        // words still say so.
        let is_complement = matches!(sentence.relation(below), Relation::Xcomp | Relation::Ccomp)
            || at + 1 < token && sentence.norm(at + 1) == "to";
        below = at;
        if is_complement && IRREALIS.contains(&sentence.lemma(at)) && sentence.tag(at) == Tag::Verb {
            stance.modal.get_or_insert_with(|| sentence.lemma(at).to_owned());
        }
        // A finite clause ends the reach of what stands above it, but for "if".
        if matches!(sentence.relation(at), Relation::Ccomp | Relation::Parataxis | Relation::AclRelcl) {
            break;
        }
    }
    stance
}

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
    let period = moments
        .iter()
        .filter(|m| !m.names_event && !hangs_on_speech(sentence, m.tokens.start))
        .min_by_key(|m| distance(m.tokens.start))
        .map(|m| m.when.clone());
    let place = sentence
        .names()
        .iter()
        .filter(|n| n.kind == NameKind::Place)
        .filter(|n| is_scene(sentence, n.end as usize - 1))
        .min_by_key(|n| distance(n.first as usize))
        .map(|n| sentence.whole_text()[sentence.bytes(n.first as usize..n.end as usize)].to_owned());
    Scope { place, period, is_subset: false, is_rate: is_rate(sentence, tokens.end) }
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
