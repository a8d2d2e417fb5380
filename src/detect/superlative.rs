//! Superlatives: "the first woman to lead the port", "the deadliest fire since 2011".

use std::ops::Range;

use super::party::party;
use super::{Detector, Found, Material};
use crate::claim::{Claim, Kind, Matter, Subject, Value};
use crate::language::{Features, Relation, Sentence, Tag};
use crate::mention::Preposition;
use crate::value;

/// The first, the only, the largest.
pub struct Superlative;

/// Words in "-est" that are no superlatives, or boast of nothing.
const PLAIN: [&str; 10] =
    ["closest", "earnest", "honest", "interest", "latest", "modest", "nearest", "protest", "request", "west"];

/// Tokens from a superlative to its noun: "the deadliest single |attack|".
const REACH: usize = 5;

/// Tokens of what narrows the noun down: "to lead the port of Hallan".
const LONGEST: usize = 14;

impl Detector for Superlative {
    fn kind(&self) -> Kind {
        Kind::Superlative
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/superlative.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for at in 1..sentence.len() {
                let Some(rank) = rank(&sentence, at) else { continue };
                let Some(noun) = noun(&sentence, at) else { continue };
                let since = since(&sentence, found, noun);
                let matter =
                    matter(material, &sentence, at, noun, since.as_ref().map(|(_, tokens)| tokens.clone()));
                if matter.holder.is_empty() && since.is_none() {
                    continue;
                }
                let end = since.as_ref().map_or(noun + 1, |(_, tokens)| tokens.end);
                let value = value::Superlative { rank, since: since.map(|(year, _)| year) };
                let subject = Subject::Matter(matter);
                claims.push(material.claim(
                    Kind::Superlative,
                    &sentence,
                    at..end,
                    Value::Superlative(value),
                    subject,
                ));
            }
        }
    }
}

/// "first", "only", "deadliest", "most powerful" behind "the" or an owner.
fn rank(sentence: &Sentence, at: usize) -> Option<String> {
    let word = sentence.norm(at);
    let before =
        (at.saturating_sub(2)..at).any(|i| matches!(sentence.norm(i), "the" | "'s" | "its" | "their"));
    let is_denied =
        (at.saturating_sub(3)..at).any(|i| matches!(sentence.norm(i), "not" | "n't" | "never" | "nor"));
    if !before || is_denied || word.contains('-') {
        return None;
    }
    let is_superlative = matches!(word, "first" | "only" | "sole" | "worst")
        || word.len() > 5
            && word.ends_with("est")
            && PLAIN.binary_search(&word).is_err()
            && sentence.tag(at) == Tag::Adj;
    if is_superlative {
        // "first" and "1st" are one; "sole" is "only".
        return Some(if word == "sole" { "only".to_owned() } else { word.to_owned() });
    }
    let next = at + 1;
    let is_most = word == "most" && next < sentence.len() && sentence.tag(next) == Tag::Adj;
    is_most.then(|| format!("most {}", sentence.norm(next)))
}

/// The noun of which it is told.
fn noun(sentence: &Sentence, at: usize) -> Option<usize> {
    let mut found = None;
    for i in at + 1..sentence.len().min(at + 1 + REACH) {
        match sentence.tag(i) {
            Tag::Noun => found = Some(i),
            Tag::Adj | Tag::Propn if found.is_none() => {}
            Tag::Punct if sentence.norm(i) == "-" => {}
            _ => break,
        }
    }
    found.filter(|&n| !matches!(sentence.lemma(n), "time" | "day" | "thing" | "place" | "way" | "half"))
}

/// The year behind "since", with its tokens.
fn since(sentence: &Sentence, found: &Found, noun: usize) -> Option<(i16, Range<usize>)> {
    let moment = found.moments.iter().find(|m| {
        m.preposition == Some(Preposition::Since) && m.tokens.start > noun && m.tokens.start - noun <= 8
    })?;
    let (first, last) = moment.when.first().zip(moment.when.last())?;
    let is_clear = !(noun + 1..moment.tokens.start).any(|i| matches!(sentence.norm(i), "," | ";" | "."));
    (is_clear && first.year() == last.year() && !moment.when.is_hedged)
        .then(|| (first.year(), moment.tokens.clone()))
}

/// Who bears it, and of which class.
fn matter(
    material: &Material,
    sentence: &Sentence,
    at: usize,
    noun: usize,
    since: Option<Range<usize>>,
) -> Matter {
    let is_named = |m: &Matter| m.is_named;
    let of = |token| party(material, sentence, token).filter(is_named);
    // "Hale, the only doctor on the island,": the words are surer than the tree.
    let before = (at >= 3 && sentence.norm(at - 1) == "the" && sentence.norm(at - 2) == ",").then(|| at - 3);
    let bearer = bearer(sentence, noun).and_then(of).or_else(|| before.and_then(of));
    let mut matter = bearer.unwrap_or_default();
    matter.object = sentence.lemma(noun).to_lowercase();
    let limit = since.map_or(sentence.len(), |tokens| tokens.start - 1).min(noun + 1 + LONGEST);
    let stops = |i: usize| {
        let opens_clause = matches!(sentence.tag(i), Tag::Sconj | Tag::Cconj | Tag::Aux)
            || matches!(
                sentence.norm(i),
                "," | ";" | "." | ":" | "who" | "which" | "when" | "–" | "—" | "(" | "\""
            );
        let is_finite = sentence.tag(i) == Tag::Verb && sentence.features(i).has(Features::FINITE);
        opens_clause || is_finite
    };
    let behind = (noun + 1..limit).take_while(|&i| !stops(i));
    let words = (at + 1..noun)
        .chain(behind)
        .filter(|&i| matches!(sentence.tag(i), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Verb | Tag::Num));
    let owner = (at.saturating_sub(3)..at).filter(|&i| {
        i + 1 < at && sentence.norm(i + 1) == "'s" && matches!(sentence.tag(i), Tag::Noun | Tag::Propn)
    });
    matter.modifiers = words.chain(owner).map(|i| sentence.lemma(i).to_lowercase()).collect();
    matter.modifiers.sort();
    matter.modifiers.dedup();
    matter
}

/// "|Roe| is the first woman", "|Roe|, the first woman to", "|Roe| became the first".
fn bearer(sentence: &Sentence, noun: usize) -> Option<usize> {
    if sentence.child(noun, Relation::Cop).is_some() {
        return sentence.child(noun, Relation::Nsubj);
    }
    let head = sentence.head(noun)?;
    match sentence.relation(noun) {
        Relation::Appos => Some(head),
        Relation::Xcomp | Relation::Obj if matches!(sentence.lemma(head), "become" | "remain") => {
            sentence.child(head, Relation::Nsubj)
        }
        Relation::Nmod | Relation::Obl if matches!(sentence.lemma(head), "become" | "elect" | "name") => {
            sentence.child(head, Relation::Nsubj).or_else(|| sentence.child(head, Relation::NsubjPass))
        }
        _ => None,
    }
}
