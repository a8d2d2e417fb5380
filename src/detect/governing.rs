//! What a sum, a measure or a duration is said of.
//!
//! The thing is the noun that the figure modifies ("a $25,000 |bond|", "a |reward|
//! of $2,000") or, where a verb governs it, that verb with its object or subject
//! ("|bond| was set at $45,000", "|served| four months").

use std::ops::Range;

use super::measurand::top_of;
use crate::claim::Measurand;
use crate::language::{Relation, Sentence, Tag};
use crate::lexicon::{EVENTS, THINGS};

/// Verbs that say no more than that the thing has the value.
const LIGHT: [&str; 14] = [
    "be", "have", "set", "put", "say", "make", "stand", "measure", "estimate", "value", "total", "do", "get",
    "include",
];

/// Reads what the figure in `tokens` is said of.
pub fn governing(sentence: &Sentence, tokens: Range<usize>) -> Measurand {
    let top = top_of(sentence, tokens.clone());
    let mut measurand = Measurand::default();
    // "a two-million-euro ($2.6 million) haul": the conversion is of the same thing.
    if let Some(open) = tokens.start.checked_sub(1)
        && sentence.norm(open) == "("
        && open > 0
        && let Some(close) =
            (tokens.end..sentence.len().min(tokens.end + 6)).find(|&i| sentence.norm(i) == ")")
    {
        return match noun_behind(sentence, close + 1) {
            Some(noun) => of_thing(sentence, noun),
            None => governing(sentence, open - 1..open),
        };
    }
    if let Some(noun) = noun_behind(sentence, tokens.end) {
        return of_thing(sentence, noun);
    }
    let Some(head) = sentence.head(top) else { return measurand };
    match sentence.relation(top) {
        Relation::Nummod
        | Relation::Amod
        | Relation::Compound
        | Relation::Nmod
        | Relation::NmodUnmarked
        | Relation::Appos
        | Relation::Dep
            if is_noun(sentence, head) =>
        {
            name_thing(sentence, head, &mut measurand);
            verb_above(sentence, head, &mut measurand);
        }
        _ if sentence.tag(head) == Tag::Verb || sentence.tag(head) == Tag::Aux => {
            name_verb(sentence, head, top, &mut measurand);
        }
        _ if is_noun(sentence, head) => name_thing(sentence, head, &mut measurand),
        _ => {}
    }
    // "$25,000 is the bond": the figure is the predicate, its subject the thing.
    if measurand.counted.is_empty()
        && let Some(subject) = subject_of(sentence, top)
    {
        name_thing(sentence, subject, &mut measurand);
    }
    measurand
}

fn of_thing(sentence: &Sentence, noun: usize) -> Measurand {
    let mut measurand = Measurand::default();
    name_thing(sentence, noun, &mut measurand);
    verb_above(sentence, noun, &mut measurand);
    measurand
}

/// "a $25,000 secured |bond|": the noun right behind the figure.
fn noun_behind(sentence: &Sentence, end: usize) -> Option<usize> {
    let mut at = end;
    let norm = |i: usize| if i < sentence.len() { sentence.norm(i) } else { "" };
    if norm(at) == "(" {
        at = (at..sentence.len().min(at + 8)).find(|&i| sentence.norm(i) == ")")? + 1;
    }
    // "$2.5 million worth of jewellery"
    if norm(at) == "worth" && norm(at + 1) == "of" {
        at += 2;
    }
    let start = at;
    let mut noun = None;
    while at < sentence.len() && at < start + 7 {
        match sentence.tag(at) {
            Tag::Noun if sentence.norm(at) != "dollar" => noun = Some(at),
            Tag::Noun => {}
            Tag::Adj if noun.is_none() => {}
            Tag::Verb if noun.is_none() && sentence.relation(at) == Relation::Amod => {}
            // "a $2.6 million smash-and-grab raid"
            _ if norm(at) == "-" || norm(at + 1) == "-" => noun = None,
            _ => break,
        }
        at += 1;
    }
    noun
}

fn name_thing(sentence: &Sentence, noun: usize, measurand: &mut Measurand) {
    measurand.counted = THINGS.get(sentence.lemma(noun)).unwrap_or(sentence.lemma(noun)).to_lowercase();
    measurand.noun = sentence.norm(noun).to_owned();
    for child in sentence.children(noun) {
        let narrows =
            matches!(sentence.relation(child), Relation::Compound | Relation::Amod | Relation::Nmod);
        if narrows && matches!(sentence.tag(child), Tag::Noun | Tag::Adj | Tag::Propn) {
            measurand.modifiers.push(sentence.lemma(child).to_lowercase());
        }
    }
    measurand.modifiers.sort();
    measurand.modifiers.dedup();
}

fn verb_above(sentence: &Sentence, noun: usize, measurand: &mut Measurand) {
    if let Some(verb) = sentence.head(noun)
        && sentence.tag(verb) == Tag::Verb
        && !LIGHT.contains(&sentence.lemma(verb))
    {
        measurand.event = Some(class(sentence, verb));
    }
}

fn name_verb(sentence: &Sentence, verb: usize, figure: usize, measurand: &mut Measurand) {
    let thing = [Relation::Obj, Relation::NsubjPass, Relation::Nsubj]
        .into_iter()
        .filter_map(|r| sentence.child(verb, r))
        .find(|&t| t != figure && is_noun(sentence, t));
    if !LIGHT.contains(&sentence.lemma(verb)) {
        measurand.event = Some(class(sentence, verb));
    }
    if let Some(thing) = thing {
        name_thing(sentence, thing, measurand);
    }
}

fn subject_of(sentence: &Sentence, token: usize) -> Option<usize> {
    sentence.child(token, Relation::Nsubj).filter(|&s| is_noun(sentence, s))
}

fn class(sentence: &Sentence, verb: usize) -> String {
    EVENTS.get(sentence.lemma(verb)).unwrap_or_else(|| sentence.lemma(verb)).to_owned()
}

fn is_noun(sentence: &Sentence, token: usize) -> bool {
    matches!(sentence.tag(token), Tag::Noun | Tag::Propn)
}
