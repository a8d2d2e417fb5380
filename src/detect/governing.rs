//! What a sum, a measure or a duration is said of.
//!
//! The thing is the noun that the figure modifies ("a $25,000 |bond|", "a |reward|
//! of $2,000") or, where a verb governs it, that verb with its object or subject
//! ("|bond| was set at $45,000", "|served| four months").

use std::ops::Range;

use super::measurand::top_of;
use crate::claim::Measurand;
use crate::language::{Relation, Sentence, Tag};
use crate::lexicon::{EVENTS, THINGS, UNITS};

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
    if let Some(open) = opening_bracket(sentence, tokens.start)
        && open > 0
        && let Some(close) =
            (tokens.end..sentence.len().min(tokens.end + 6)).find(|&i| sentence.norm(i) == ")")
    {
        return match noun_behind(sentence, close + 1) {
            Some(noun) => of_thing(sentence, noun),
            None => governing(sentence, open - 1..open),
        };
    }
    if let Some(noun) = noun_behind(sentence, tokens.end).or_else(|| valued(sentence, tokens.start)) {
        return of_thing(sentence, noun);
    }
    // "accepted the plea and set |bond| at $5 million": whatever the tree says.
    if let Some(noun) = tokens.start.checked_sub(2)
        && sentence.norm(noun + 1) == "at"
        && THINGS.contains(sentence.lemma(noun))
    {
        return of_thing(sentence, noun);
    }
    // "caused $40 million in |damage|", "$2.5 million in |jewels|"
    if let Some(noun) = sum_in(sentence, top) {
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

/// What a sum is made of or lost in: "$40 million in |damage|", and not "in a year", "in May".
fn sum_in(sentence: &Sentence, top: usize) -> Option<usize> {
    if sentence.tag(top) != Tag::Sym {
        return None;
    }
    let is_in =
        |i: usize| sentence.child(i, Relation::Case).is_some_and(|c| matches!(sentence.norm(c), "in" | "of"));
    sentence.children(top).find(|&i| {
        i > top
            && sentence.relation(i) == Relation::Nmod
            && sentence.tag(i) == Tag::Noun
            && THINGS.contains(sentence.lemma(i))
            && is_in(i)
    })
}

/// The bracket in which a figure stands, perhaps behind another: "(£1.7m; |$2.6m|)".
fn opening_bracket(sentence: &Sentence, start: usize) -> Option<usize> {
    let before = (start.saturating_sub(BRACKETED)..start).rev();
    before.take_while(|&i| sentence.norm(i) != ")").find(|&i| sentence.norm(i) == "(")
}

/// Tokens of two figures in brackets.
const BRACKETED: usize = 8;

/// "|jewels| valued at over $2.6 million", "|watches| estimated to be worth $1 million":
/// the thing that has the value.
fn valued(sentence: &Sentence, start: usize) -> Option<usize> {
    let is_between = |i: usize| {
        matches!(sentence.tag(i), Tag::Adp | Tag::Adv | Tag::Adj | Tag::Det | Tag::Part | Tag::Aux)
            || matches!(sentence.lemma(i), "estimate" | "than")
    };
    let tells =
        |i: usize| matches!(sentence.norm(i), "valued" | "worth" | "estimated" | "appraised" | "priced");
    let before = (start.saturating_sub(6)..start).rev();
    let at = before.take_while(|&i| is_between(i) || tells(i)).filter(|&i| tells(i)).last()?;
    let before = (at.saturating_sub(3)..at).rev().find(|&i| sentence.tag(i) != Tag::Aux)?;
    let noun = if is_noun(sentence, before) { before } else { subject_of(sentence, at)? };
    // "jewels and |watches|": whichever of them names the thing.
    let run = (noun.saturating_sub(4)..=noun).rev();
    let mut run = run.take_while(|&i| is_noun(sentence, i) || matches!(sentence.norm(i), "and" | ","));
    Some(run.find(|&i| THINGS.contains(sentence.lemma(i))).unwrap_or(noun))
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
    } else if matches!(norm(at), "in" | "of") && at + 1 < sentence.len() {
        // "$2.6 million in gems and watches", and not "$30 million in a year".
        return (at + 1..sentence.len().min(at + 3)).find(|&i| THINGS.contains(sentence.lemma(i)));
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
        .find(|&t| t != figure && is_noun(sentence, t) && !UNITS.contains(sentence.lemma(t)));
    // "was |fined| $3 million": the verb names the sum.
    if let Some(thing) = THINGS.get(sentence.lemma(verb)) {
        measurand.counted = thing.to_owned();
        let payer = sentence.child(verb, Relation::NsubjPass).filter(|&p| is_noun(sentence, p));
        measurand.modifiers.extend(payer.map(|p| sentence.lemma(p).to_lowercase()));
        return;
    }
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

/// A noun, or what stands in a noun's place with its article: "pay a $3 million |fine|".
fn is_noun(sentence: &Sentence, token: usize) -> bool {
    let stands_as_one = || {
        matches!(
            sentence.relation(token),
            Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Obl
        ) && sentence.child(token, Relation::Det).is_some()
    };
    match sentence.tag(token) {
        Tag::Noun | Tag::Propn => true,
        Tag::Adj => stands_as_one(),
        _ => false,
    }
}
