//! What a figure counts or measures, and what happened to it.
//!
//! The counted noun is the head of the figure's phrase; what happened to it is
//! the nearest governing word that tells of an event: "killed 12", "12 were
//! killed", "a death toll of 12", "left 12 dead", "12 deaths".

use std::ops::Range;

use super::fate::{event_of, event_word, is_harm};
use super::subset::is_subset;
use crate::claim::Measurand;
use crate::language::{Features, Relation, Sentence, Tag};
use crate::lexicon::{EVENTS, PEOPLE};

/// The counted noun with the token on which it rests, if the text names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Token of the noun; `None` where the figure stands alone ("killing 12").
    pub noun: Option<usize>,
    /// What is counted and what happened to it.
    pub measurand: Measurand,
    /// The noun's own larger figure is elsewhere ("another two", "including 18,000 children").
    pub is_subset: bool,
    /// "Two officers killed the man": the figure counts who did it.
    pub is_agent: bool,
}

/// Reads what the figure in `tokens` counts.
pub fn counted(sentence: &Sentence, tokens: Range<usize>) -> Counted {
    let top = top_of(sentence, tokens.clone());
    let noun = counted_noun(sentence, tokens.clone(), top);
    let anchor = noun.unwrap_or(top);
    let (event, is_agent) = match is_population(sentence, tokens.start) {
        true => (Some("inhabit".to_owned()), false),
        false if is_size_of_town(sentence, tokens.start) => (None, false),
        false => event_of(sentence, governed(sentence, top, noun), noun, &tokens),
    };
    let is_mixed = noun.is_some_and(|n| is_counted_beside(sentence, n));
    let counted = match noun {
        Some(n) if is_grown_up(sentence, n) && event.is_some() && !is_mixed => "any".to_owned(),
        Some(n) if is_container(sentence, n) => contained(sentence, n),
        Some(n) => class_of(sentence, n),
        None if event.is_some() => "any".to_owned(),
        None => String::new(),
    };
    // Who is struck in a shooting is shot.
    let event = match (event.as_deref(), counted.as_str()) {
        (Some("hit"), "any") => Some("shoot".to_owned()),
        _ => event,
    };
    let is_charge = noun.is_some_and(|n| is_container(sentence, n));
    let modifiers = match noun {
        Some(n) if !is_charge => modifiers(sentence, n, &tokens),
        _ => Vec::new(),
    };
    let event = if is_charge { None } else { event };
    // "Two killed and another three hurt": the three are all who were hurt.
    let is_rest = matches!(event.as_deref(), Some("hurt"));
    let is_added = noun.is_some_and(|n| (tokens.end..=n).any(|i| is_addition(sentence.norm(i))));
    // "charged with several crimes, including two counts of murder": two is all of them.
    let is_part = is_subset(sentence, anchor, tokens.start);
    let is_said_part = is_part && !is_addition(before_of(sentence, tokens.start));
    let is_subset = ((is_part || is_added) && !is_rest || is_said_part) && !is_charge;
    let printed = noun.map(|n| sentence.norm(n).to_owned()).unwrap_or_default();
    Counted { noun, measurand: Measurand { counted, noun: printed, event, modifiers }, is_subset, is_agent }
}

/// The token whose head says what happened: the noun, or the number in "|twelve| of the 40
/// passengers drowned".
fn governed(sentence: &Sentence, top: usize, noun: Option<usize>) -> usize {
    match noun {
        Some(noun) if sentence.head(noun) == Some(top) && sentence.relation(noun) == Relation::Nmod => top,
        Some(noun) => noun,
        None => top,
    }
}

/// The token of the figure whose head lies outside of it.
pub fn top_of(sentence: &Sentence, tokens: Range<usize>) -> usize {
    let mut at = tokens.end - 1;
    // The last numeral carries the phrase; closing units and "or so" hang on it.
    for i in tokens.clone() {
        if sentence.tag(i) == Tag::Num {
            at = i;
        }
    }
    for _ in 0..tokens.len() {
        match sentence.head(at) {
            Some(head) if tokens.contains(&head) => at = head,
            _ => break,
        }
    }
    at
}

fn before_of<'a>(sentence: &Sentence<'a>, start: usize) -> &'a str {
    start.checked_sub(1).map_or("", |i| sentence.norm(i))
}

/// "two |more| victims", "three |others|": beside those already told of.
fn is_addition(word: &str) -> bool {
    matches!(word, "more" | "other" | "others" | "additional" | "another")
}

/// "home to about 100,000 people", "a population of 120,000".
fn is_population(sentence: &Sentence, figure_start: usize) -> bool {
    let before = |back: usize| figure_start.checked_sub(back).map_or("", |i| sentence.norm(i));
    matches!(
        (before(2), before(1)),
        ("home", "to") | ("population", "of" | "is" | "was") | ("inhabited", "by")
    )
}

/// "jolted Dorm, a town |of 5,000 people|": so large is the town, whatever befell it.
fn is_size_of_town(sentence: &Sentence, figure_start: usize) -> bool {
    let before = |back: usize| figure_start.checked_sub(back).map_or("", |i| sentence.norm(i));
    before(1) == "of"
        && matches!(
            before(2),
            "city" | "community" | "country" | "island" | "nation" | "suburb" | "town" | "village"
        )
}

/// "Two men were shot": in a crime report the grown-up victims are all the victims.
fn is_grown_up(sentence: &Sentence, noun: usize) -> bool {
    matches!(PEOPLE.get(sentence.lemma(noun)), Some("man" | "woman" | "adult"))
}

/// "two men |and a woman|": a part of those to whom it happened.
fn is_counted_beside(sentence: &Sentence, noun: usize) -> bool {
    let is_person = |i: usize| PEOPLE.contains(sentence.lemma(i)) || sentence.tag(i) == Tag::Propn;
    let joined = |i: usize| sentence.relation(i) == Relation::Conj && sentence.head(i) == Some(noun);
    let joins = sentence.relation(noun) == Relation::Conj && sentence.head(noun).is_some_and(is_person);
    let phrase = (noun + 1..sentence.len().min(noun + 6))
        .take_while(|&i| !matches!(sentence.tag(i), Tag::Verb | Tag::Aux));
    let follows = phrase.into_iter().any(|i| {
        matches!(sentence.norm(i), "and" | ",")
            && (i + 1..sentence.len().min(i + 5))
                .any(|j| PEOPLE.contains(sentence.lemma(j)) && sentence.tag(j) == Tag::Noun)
    });
    joins || follows || (0..sentence.len()).any(|i| joined(i) && is_person(i))
}

/// Nouns that count something else: "three |counts| of murder".
fn is_container(sentence: &Sentence, noun: usize) -> bool {
    matches!(sentence.lemma(noun), "count" | "charge" | "round" | "case" | "piece" | "pair" | "barrel")
        && noun + 1 < sentence.len()
        && sentence.norm(noun + 1) == "of"
}

/// The noun with what it holds: "count of attempted murder".
fn contained(sentence: &Sentence, noun: usize) -> String {
    let mut name = format!("{} of", sentence.lemma(noun));
    let is_attribute = |i: usize| sentence.tag(i) == Tag::Verb && sentence.relation(i) == Relation::Amod;
    let words = (noun + 2..sentence.len().min(noun + 8)).take_while(|&i| {
        matches!(sentence.tag(i), Tag::Noun | Tag::Adj | Tag::Propn)
            || is_attribute(i)
            || sentence.norm(i) == "-"
    });
    for i in words.filter(|&i| sentence.norm(i) != "-") {
        name.push(' ');
        name.push_str(sentence.lemma(i));
    }
    name
}

/// The last noun of the run of nouns right behind the figure: "five |other people|".
fn noun_behind(sentence: &Sentence, end: usize) -> Option<usize> {
    let mut at = end;
    let mut noun = None;
    while at < sentence.len() && at < end + 6 {
        match sentence.tag(at) {
            // "Four people |shot| on the north side": no thing, what happened.
            _ if noun.is_some_and(|n| PEOPLE.contains(sentence.lemma(n))) && tells_of_harm(sentence, at) => {
                break;
            }
            Tag::Noun => noun = Some(at),
            Tag::Adj | Tag::Propn => {}
            Tag::Verb if noun.is_none() && sentence.features(at).has(Features::PARTICIPLE) => {}
            Tag::Punct if noun.is_none() && sentence.norm(at) == "-" => {}
            _ => break,
        }
        at += 1;
    }
    noun
}

fn counted_noun(sentence: &Sentence, tokens: Range<usize>, top: usize) -> Option<usize> {
    if let Some(noun) = numbered(sentence, &tokens, top) {
        return Some(noun);
    }
    if let Some(noun) = noun_behind(sentence, tokens.end) {
        // "4 shot": what happened to them, and no thing.
        let tells = noun == tokens.end && sentence.norm(noun) == "shot";
        return (!tells).then_some(noun);
    }
    if let Some(head) = sentence.head(top)
        && head >= tokens.end
        && matches!(
            sentence.relation(top),
            Relation::Amod | Relation::Compound | Relation::Det | Relation::NmodUnmarked | Relation::Advmod
        )
        && is_nominal(sentence, head)
        && head - tokens.end <= REACH
    {
        return Some(phrase_end(sentence, head));
    }
    // "three of the victims": the noun behind "of".
    if let Some(of) = (tokens.end < sentence.len()).then_some(tokens.end)
        && sentence.norm(of) == "of"
    {
        let ends = |i: usize| matches!(sentence.tag(i), Tag::Verb | Tag::Adp | Tag::Punct);
        let phrase = (of + 1..sentence.len().min(of + 7)).take_while(|&i| !ends(i));
        let is_people = |i: usize| {
            let is_plural = sentence.features(i).has(Features::PLURAL);
            sentence.tag(i) == Tag::Propn
                && (is_plural || is_demonym(sentence.surface(i).trim_end_matches('s')))
        };
        let noun = phrase.into_iter().find(|&i| sentence.tag(i) == Tag::Noun || is_people(i))?;
        return Some(phrase_end(sentence, noun));
    }
    None
}

/// The noun that the tree hangs the number on: "three Orange County sheriff's |deputies|".
fn numbered(sentence: &Sentence, tokens: &Range<usize>, top: usize) -> Option<usize> {
    let head = sentence.head(top).filter(|_| sentence.relation(top) == Relation::Nummod)?;
    let is_thing = matches!(sentence.tag(head), Tag::Noun | Tag::Propn);
    if !is_thing || head < tokens.end || head - tokens.end > REACH {
        return None;
    }
    // "six AK 47 |rifles|": the name of a make, with its number, is no thing.
    let is_make = head + 2 < sentence.len()
        && sentence.surface(head).chars().all(char::is_uppercase)
        && sentence.tag(head + 1) == Tag::Num
        && sentence.tag(head + 2) == Tag::Noun;
    Some(if is_make { head + 2 } else { phrase_end(sentence, head) })
}

/// Farthest that a noun stands behind its number, in tokens.
const REACH: usize = 8;

/// The last noun of a run of nouns: "gunshot |victims|", and not "four |people| shot".
fn phrase_end(sentence: &Sentence, noun: usize) -> usize {
    let mut at = noun;
    while matches!(sentence.relation(at), Relation::Compound)
        && let Some(head) = sentence.head(at)
        && head > at
        && head - at <= 3
        && !is_several_people(sentence, at)
    {
        at = head;
    }
    at
}

/// "four |people| shot", "wounded |others| outside a club": a plural is part of no compound.
fn is_several_people(sentence: &Sentence, noun: usize) -> bool {
    let is_plural = sentence.features(noun).has(Features::PLURAL);
    PEOPLE.contains(sentence.lemma(noun)) && (is_plural || matches!(sentence.norm(noun), "people" | "others"))
}

/// "Four people |shot|": no thing, what happened.
fn tells_of_harm(sentence: &Sentence, token: usize) -> bool {
    EVENTS.get(sentence.norm(token)).is_some_and(is_harm)
}

fn is_nominal(sentence: &Sentence, token: usize) -> bool {
    matches!(sentence.tag(token), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Pron | Tag::Sym)
}

/// The noun's class: people by [`PEOPLE`], all else by lemma.
pub fn class_of(sentence: &Sentence, noun: usize) -> String {
    let lemma = sentence.lemma(noun);
    if let Some(class) = PEOPLE.get(lemma) {
        return class.to_owned();
    }
    if let Some(class) = EVENTS.get(lemma)
        && matches!(class, "kill" | "hurt")
        // "several gunshot |wounds|" are of one man.
        && lemma != "wound"
    {
        return "any".to_owned();
    }
    // "67,173 Palestinians": a people's name says no more than "person".
    let is_plural_name = sentence.tag(noun) == Tag::Propn && sentence.features(noun).has(Features::PLURAL);
    if is_plural_name || is_demonym(lemma) {
        return "any".to_owned();
    }
    lemma.to_lowercase()
}

fn is_demonym(lemma: &str) -> bool {
    let capitalised = lemma.chars().next().is_some_and(char::is_uppercase);
    capitalised && ["ian", "ans", "ean", "ese", "ish", "eli", "aqi", "can"].iter().any(|e| lemma.ends_with(e))
}

/// Content words that narrow the noun down, as sorted lemmas.
fn modifiers(sentence: &Sentence, noun: usize, figure: &Range<usize>) -> Vec<String> {
    let narrows = |c: &usize| {
        matches!(
            sentence.relation(*c),
            Relation::Amod | Relation::Compound | Relation::Nmod | Relation::NmodPoss
        )
    };
    // "|police| department officers": what narrows the noun is narrowed itself.
    let inner = |c: usize| sentence.children(c).filter(|&i| sentence.relation(i) == Relation::Compound);
    let is_part = |c: usize| sentence.children(c).any(|i| sentence.norm(i) == "including");
    let mut found: Vec<String> = sentence
        .children(noun)
        .filter(|c| !figure.contains(c))
        .filter(narrows)
        .filter(|&c| !is_part(c))
        .flat_map(|c| inner(c).chain([c]))
        .filter(|&c| matches!(sentence.tag(c), Tag::Adj | Tag::Noun | Tag::Propn | Tag::Verb))
        .filter(|&c| event_word(sentence, c).is_none() && !EMPTY.contains(&sentence.lemma(c)))
        .map(|c| sentence.lemma(c).to_lowercase())
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Modifiers that say nothing of which ones are meant.
const EMPTY: [&str; 19] = [
    "department",
    "fallen",
    "slain",
    "total",
    "other",
    "more",
    "many",
    "additional",
    "some",
    "several",
    "least",
    "late",
    "latest",
    "early",
    "whole",
    "entire",
    "such",
    "new",
    "people",
];
