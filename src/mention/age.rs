//! Ages in a sentence, each with the name it belongs to.
//!
//! "Peter Hale, 17," and "17-year-old Peter Hale" belong to Peter Hale; "a
//! 17-year-old boy" belongs to nobody named, and keeps its noun.

use std::ops::Range;

use super::name_run::NameRun;
use crate::language::{Relation, Sentence, Tag};
use crate::value::{Age, AgeUnit};

/// An age in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AgeMention {
    /// The age.
    pub age: Age,
    /// The words that tell it: "17", "17-year-old".
    pub tokens: Range<usize>,
    /// The run of the person who is so old.
    pub run: Option<usize>,
    /// The noun of a person without a name: "boy".
    pub noun: Option<usize>,
    /// "He was 75": the pronoun.
    pub pronoun: Option<usize>,
}

/// Most years that a person lives.
const OLDEST: u16 = 115;

/// Most words between "17-year-old" and the name: "suspect,".
const REACH: usize = 6;

/// The ages of a sentence, from left to right.
pub(crate) fn ages(sentence: &Sentence<'_>, runs: &[NameRun]) -> Vec<AgeMention> {
    (0..sentence.len())
        .filter_map(|at| {
            let figure = figure(sentence, at)?;
            compound(sentence, runs, at, figure).or_else(|| plain(sentence, runs, at, figure))
        })
        .collect()
}

/// "17-year-old", "17 - year - old", "2 months old".
fn compound(sentence: &Sentence<'_>, runs: &[NameRun], at: usize, figure: u16) -> Option<AgeMention> {
    let norm = |i: usize| if i < sentence.len() { sentence.norm(i) } else { "" };
    let mut unit_at = at + 1;
    let is_hyphened = is_hyphen(norm(unit_at));
    unit_at += usize::from(is_hyphened);
    let unit = unit(norm(unit_at))?;
    let mut old = unit_at + 1;
    old += usize::from(is_hyphen(norm(old)));
    if norm(old) != "old" || figure > OLDEST && unit == AgeUnit::Year {
        return None;
    }
    if is_told_of_the_past(sentence, old) {
        return None;
    }
    let age = Age { figure, unit };
    let mut found = AgeMention { age, tokens: at..old + 1, run: None, noun: None, pronoun: None };
    if is_hyphen(norm(old - 1)) || is_hyphened {
        (found.run, found.noun) = bearer_after(sentence, runs, old + 1);
        if found.run.is_none() {
            found.run = apposed_before(sentence, runs, at);
        }
    } else {
        // "14 year old Peter Hale", printed without its hyphens.
        let next = |r: &NameRun| r.tokens.start == old + 1;
        found.run = runs
            .iter()
            .position(next)
            .or_else(|| bearer_before(sentence, runs, at))
            .or_else(|| bearer_by_tree(sentence, runs, old));
        found.pronoun = pronoun_before(sentence, at);
    }
    Some(found)
}

/// "Peter Hale, 17,", "Hale (17)", "aged 17", "Hale, who was 17", "Hale was 17."
fn plain(sentence: &Sentence<'_>, runs: &[NameRun], at: usize, figure: u16) -> Option<AgeMention> {
    if figure > OLDEST || !sentence.surface(at).bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let after = if at + 1 < sentence.len() { sentence.norm(at + 1) } else { "." };
    let closes = matches!(
        after,
        "," | "."
            | ")"
            | ";"
            | ":"
            | "and"
            | "of"
            | "was"
            | "were"
            | "is"
            | "are"
            | "who"
            | "—"
            | "-"
            | "has"
            | "had"
            | "from"
            | "?"
            | "!"
            | "]"
            | "”"
            | "\""
            | "at"
            | "when"
            | "on"
    );
    if !closes {
        return None;
    }
    if is_told_of_the_past(sentence, at) {
        return None;
    }
    let run = bearer_before(sentence, runs, at).or_else(|| bearer_by_tree(sentence, runs, at));
    let pronoun = pronoun_before(sentence, at).filter(|_| matches!(after, "." | "," | ";" | "when" | "at"));
    let is_age_said = at > 0 && matches!(sentence.norm(at - 1), "age" | "aged");
    if run.is_none() && pronoun.is_none() && !is_age_said {
        return None;
    }
    Some(AgeMention { age: Age::years(figure), tokens: at..at + 1, run, noun: None, pronoun })
}

/// "|Hale|, a father of three, was 17", "|Hale| died at age 17": the subject of what says the
/// age, however far the tree has it from the figure.
fn bearer_by_tree(sentence: &Sentence<'_>, runs: &[NameRun], at: usize) -> Option<usize> {
    let is_said = sentence.child(at, Relation::Cop).is_some();
    let head = sentence.head(at);
    let is_turned = || head.filter(|&verb| sentence.lemma(verb) == "turn" && sentence.tag(verb) == Tag::Verb);
    // "died at 17", "died at the age of 17"; who "left school at the age of 12" is older now.
    let is_died = || {
        let is_age = |i: &usize| sentence.lemma(*i) == "age";
        let above = sentence.ancestors(at).skip(1).find(|i| !is_age(i))?;
        let is_at = (at.saturating_sub(4)..at).any(|i| sentence.norm(i) == "at");
        (sentence.lemma(above) == "die" && is_at && sentence.tag(above) == Tag::Verb).then_some(above)
    };
    let predicate = if is_said { at } else { is_turned().or_else(is_died)? };
    let subject = sentence.child(predicate, Relation::Nsubj)?;
    let is_subject = |r: &NameRun| {
        let is_titled = r.title.as_ref().is_some_and(|(title, _)| title.contains(&subject));
        r.tokens.contains(&subject) || is_titled
    };
    runs.iter().position(is_subject)
}

/// "was 17 when", "three years old at the time": an age of another day.
fn is_told_of_the_past(sentence: &Sentence<'_>, at: usize) -> bool {
    let next = |i: usize| if at + i < sentence.len() { sentence.norm(at + i) } else { "" };
    next(1) == "when" || next(1) == "at" && next(2) == "the" && next(3) == "time"
}

/// The name that ends before the figure, with only a comma, a bracket, "aged",
/// "who is" or "was" between.
fn bearer_before(sentence: &Sentence<'_>, runs: &[NameRun], at: usize) -> Option<usize> {
    let mut end = at;
    for _ in 0..4 {
        if let Some(run) = runs.iter().position(|r| r.tokens.end == end) {
            // "Hale 17" with nothing between is a shirt, a score or a page.
            return (end < at && !is_of_another(sentence, &runs[run], at)).then_some(run);
        }
        end = end.checked_sub(1)?;
        let is_bridge = matches!(
            sentence.norm(end),
            "," | "("
                | "["
                | "age"
                | "aged"
                | "ages"
                | "who"
                | "is"
                | "was"
                | "turned"
                | "now"
                | "only"
                | "just"
                | "about"
        );
        if !is_bridge || (end + 1 == at && matches!(sentence.norm(end), "who")) {
            return None;
        }
    }
    None
}

/// "|A friend of Hale| was 17": whose friend it is, not whose age.
fn is_of_another(sentence: &Sentence<'_>, run: &NameRun, at: usize) -> bool {
    let Some(subject) = sentence.child(at, Relation::Nsubj) else { return false };
    let head = run.tokens.clone().find(|&i| sentence.head(i).is_none_or(|h| !run.tokens.contains(&h)));
    head.is_some_and(|i| {
        matches!(sentence.relation(i), Relation::Nmod | Relation::NmodPoss)
            && sentence.head(i) == Some(subject)
    })
}

/// The pronoun of "he was 75", where it is the clause's subject.
fn pronoun_before(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let verb = at.checked_sub(1)?;
    let subject = verb.checked_sub(1)?;
    let is_told = matches!(sentence.norm(verb), "was" | "is" | "'s" | "turned");
    (is_told && matches!(sentence.norm(subject), "he" | "she") && subject == 0).then_some(subject)
}

/// Whom "17-year-old" describes: the name after it, or else the noun.
fn bearer_after(sentence: &Sentence<'_>, runs: &[NameRun], from: usize) -> (Option<usize>, Option<usize>) {
    let mut noun = None;
    for at in from..sentence.len().min(from + REACH) {
        if let Some(run) = runs.iter().position(|r| r.tokens.start == at || named_start(r) == at) {
            return (Some(run), noun);
        }
        if runs.iter().any(|r| r.tokens.contains(&at)) {
            break;
        }
        let word = sentence.norm(at);
        let is_word = word.chars().all(|c| c.is_alphabetic() || c == '.');
        let breaks = matches!(
            word,
            "and"
                | "or"
                | "of"
                | "in"
                | "at"
                | "on"
                | "from"
                | "to"
                | "with"
                | "who"
                | "was"
                | "were"
                | "is"
                | "has"
                | "had"
                | "the"
                | "a"
                | "by"
                | "for"
                | "after"
                | "that"
                | "his"
                | "her"
                | "as"
                | "whose"
                | "when"
                | "while"
                | "said"
                | "died"
                | "be"
        );
        if word == "," {
            // "the 45-year-old suspect, Larry Hale": a name must follow at once.
            let next = runs.iter().position(|r| r.tokens.start == at + 1 || named_start(r) == at + 1);
            return (next.filter(|_| noun.is_some() || at == from), noun);
        }
        if breaks || !is_word {
            break;
        }
        if is_person_noun(sentence.lemma(at)) || is_person_noun(word) {
            noun = Some(at);
        }
    }
    (None, noun)
}

/// Where the title before a name starts, or the name itself.
fn named_start(run: &NameRun) -> usize {
    run.title.as_ref().map_or(run.tokens.start, |(title, _)| title.start)
}

/// "Peter Hale, a 17-year-old student": the name before the comma.
fn apposed_before(sentence: &Sentence<'_>, runs: &[NameRun], at: usize) -> Option<usize> {
    let article = at.checked_sub(1)?;
    let comma = article.checked_sub(1)?;
    let is_apposed = matches!(sentence.norm(article), "a" | "an" | "the");
    let is_copula = matches!(sentence.norm(comma), "was" | "is");
    if !is_apposed || !(sentence.norm(comma) == "," || is_copula) {
        return None;
    }
    let run = runs.iter().position(|r| r.tokens.end == comma)?;
    // A list goes on after a comma: "Peter Hale, a 17-year-old and two others".
    Some(run)
}

/// A noun for one person: "boy", "resident".
pub(super) fn is_person_noun(word: &str) -> bool {
    matches!(
        word,
        "boy"
            | "girl"
            | "man"
            | "woman"
            | "child"
            | "teen"
            | "teenager"
            | "student"
            | "victim"
            | "suspect"
            | "male"
            | "female"
            | "driver"
            | "gunman"
            | "shooter"
            | "infant"
            | "baby"
            | "toddler"
            | "youth"
            | "resident"
            | "son"
            | "daughter"
            | "brother"
            | "sister"
            | "mother"
            | "father"
            | "girlfriend"
            | "boyfriend"
            | "wife"
            | "husband"
            | "cousin"
            | "niece"
            | "nephew"
            | "uncle"
            | "aunt"
            | "friend"
            | "grandmother"
            | "grandfather"
            | "officer"
            | "soldier"
            | "pilot"
            | "passenger"
            | "worker"
            | "guard"
            | "juvenile"
            | "adult"
            | "person"
            | "stepson"
            | "stepdaughter"
            | "grandson"
            | "granddaughter"
            | "ex-boyfriend"
            | "ex-girlfriend"
            | "veteran"
            | "teacher"
            | "player"
            | "homeowner"
            | "tenant"
    )
}

fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "‑" | "–")
}

fn unit(word: &str) -> Option<AgeUnit> {
    match word {
        "year" | "years" => Some(AgeUnit::Year),
        "month" | "months" => Some(AgeUnit::Month),
        "week" | "weeks" => Some(AgeUnit::Week),
        "day" | "days" => Some(AgeUnit::Day),
        _ => None,
    }
}

/// The figure that the token writes, in digits or as a word up to ninety-nine.
fn figure(sentence: &Sentence<'_>, at: usize) -> Option<u16> {
    let word = sentence.norm(at);
    if word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok();
    }
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let small = SMALL.iter().position(|&w| w == word).map(|n| n as u16);
    // "twenty-five": the tens stand before the hyphen.
    let tens = (at > 1 && is_hyphen(sentence.norm(at - 1)))
        .then(|| TENS.iter().position(|&w| w == sentence.norm(at - 2)))
        .flatten();
    let small = small.map(|n| n + tens.map_or(0, |t| 20 + 10 * t as u16));
    small.or_else(|| TENS.iter().position(|&w| w == word).map(|n| 20 + 10 * n as u16))
}
