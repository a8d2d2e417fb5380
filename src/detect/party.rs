//! Whom a token of a sentence speaks of: a person of the cast, a named body, or a thing
//! that the article knows as "the" one.

use crate::claim::Matter;
use crate::language::{Features, Relation, Sentence, Tag};

use super::Material;

/// Nouns for people of whom a story has many: "the man", "the victim".
const ANYBODY: [&str; 22] = [
    "body", "boy", "brother", "child", "father", "girl", "man", "member", "mother", "officer", "one",
    "other", "people", "person", "police", "sister", "someone", "son", "victim", "wife", "woman", "worker",
];

/// The person, body or thing of which the token is the head.
pub(super) fn party(material: &Material, sentence: &Sentence, token: usize) -> Option<Matter> {
    if let Some(person) = person(material, sentence, token) {
        let name = material.cast.people[person].name.to_string();
        return Some(named(Some(person as u32), &name));
    }
    if sentence.tag(token) == Tag::Pron {
        return None;
    }
    if let Some(name) = sentence.name_at(token) {
        let words = &sentence.whole_text()[sentence.bytes(name.first as usize..name.end as usize)];
        return Some(named(None, words.trim_start_matches("the ").trim_start_matches("The ")));
    }
    let lemma = sentence.lemma(token);
    let is_definite = sentence.children(token).any(|c| {
        matches!(sentence.relation(c), Relation::Det | Relation::NmodPoss)
            && !matches!(sentence.norm(c), "a" | "an" | "no")
    });
    let is_one = sentence.tag(token) == Tag::Noun && !sentence.features(token).has(Features::PLURAL);
    if !is_definite || !is_one || ANYBODY.binary_search(&lemma).is_ok() {
        return None;
    }
    let mut words = narrowing(sentence, token);
    words.push(lemma.to_lowercase());
    Some(Matter { holder: words.join(" "), ..Matter::default() })
}

fn named(person: Option<u32>, name: &str) -> Matter {
    let words: Vec<&str> = name.split_whitespace().collect();
    Matter { person, holder: words.join(" "), is_named: true, ..Matter::default() }
}

/// The person whom the phrase of the token names: "|a guard|, Paul Crane", "|Paul Crane|, a guard".
pub(super) fn person_of(material: &Material, sentence: &Sentence, token: usize) -> Option<usize> {
    person(material, sentence, token).or_else(|| {
        let apposed = sentence.children(token).filter(|&c| sentence.relation(c) == Relation::Appos);
        apposed.filter(|&c| sentence.tag(c) == Tag::Propn).find_map(|c| person(material, sentence, c))
    })
}

/// The person whom the token names; for "he" and "she" the one person named before it
/// in the sentence, or else in the sentence before. Sentences that only go on with the same
/// pronoun are passed over.
pub(super) fn person(material: &Material, sentence: &Sentence, token: usize) -> Option<usize> {
    let people = &material.cast.people;
    let number = sentence.number();
    let pronoun = sentence.norm(token);
    if !PRONOUNS.contains(&pronoun) {
        let names = |p: &crate::mention::Person| {
            p.mentions.iter().any(|m| m.sentence == number && m.tokens.contains(&token))
        };
        return people.iter().position(names);
    }
    let named = |wanted: usize, limit: usize| {
        let is_named =
            |i: &usize| people[*i].mentions.iter().any(|m| m.sentence == wanted && m.tokens.end <= limit);
        (0..people.len()).filter(is_named).collect::<Vec<_>>()
    };
    let mut found = named(number, token);
    for back in 1..=PASSED + 1 {
        if !found.is_empty() {
            break;
        }
        let before = number.checked_sub(back)?;
        found = named(before, usize::MAX);
        if found.is_empty() && !goes_on(&material.article.sentence(before), pronoun) {
            return None;
        }
    }
    let mut meant = found.into_iter().filter(|&i| people[i].may_be(pronoun));
    let one = meant.next()?;
    meant.next().is_none().then_some(one)
}

/// Pronouns for one person.
const PRONOUNS: [&str; 5] = ["he", "her", "him", "his", "she"];

/// Most sentences without a name between a pronoun and whom it means.
const PASSED: usize = 2;

/// "|He| was arrested on Monday.": a sentence about whoever the pronoun meant before.
fn goes_on(sentence: &Sentence, pronoun: &str) -> bool {
    let subject = if matches!(pronoun, "she" | "her") { "she" } else { "he" };
    sentence.norm(0) == subject
}

/// Lemmas of the words that narrow a noun down, sorted.
pub(super) fn narrowing(sentence: &Sentence, noun: usize) -> Vec<String> {
    let narrows = |c: &usize| {
        let is_word = matches!(sentence.tag(*c), Tag::Noun | Tag::Adj | Tag::Propn | Tag::Num);
        is_word
            && matches!(
                sentence.relation(*c),
                Relation::Compound | Relation::Amod | Relation::Nmod | Relation::Nummod | Relation::NmodPoss
            )
    };
    let mut words: Vec<String> =
        sentence.children(noun).filter(narrows).map(|c| sentence.lemma(c).to_lowercase()).collect();
    words.sort();
    words.dedup();
    words
}
