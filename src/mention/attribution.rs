//! Attributions: on whose word a clause stands.
//!
//! "Police said Friday", "according to the ministry", "officials told reporters
//! that": each gives a source and the clause that it covers. What stands inside
//! quotation marks attributes nothing.

use std::ops::Range;

use super::counting::counting;
use super::phrase::{Phrases, mask_of};
use crate::language::{Features, Relation, Sentence, Tag};
use crate::lexicon::speech::{SOURCES, SPEECH_VERBS};

/// How a clause is attributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AttributionKind {
    /// "The ministry said", "said the ministry".
    Says,
    /// "Officials told reporters that".
    Tells,
    /// "She called it", "dismissed it as".
    Calls,
    /// "Analysts believe", "he thought".
    Holds,
    /// "According to the ministry".
    AccordingTo,
    /// "Per the ministry".
    Per,
    /// "The agency quoted her as saying".
    QuotedAs,
    /// "The ministry put the toll at 41", "the ministry's figures show".
    Counts,
}

/// A source and the clause that stands on its word, as tokens of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it: "the state's health ministry".
    pub source: Range<usize>,
    /// What is said, the source and its verb left out where they stand at an end.
    pub clause: Range<usize>,
    /// The word that attributes: "said", "according".
    pub verb: usize,
    /// How.
    pub kind: AttributionKind,
}

/// The attributions of a sentence, from left to right.
pub fn attributions(sentence: &Sentence<'_>) -> Vec<Attribution> {
    let masked = mask_of(sentence);
    let phrases = Phrases { sentence: *sentence, masked: &masked };
    let mut cues = cues(phrases);
    let counting = counting(phrases);
    if !counting.is_empty() {
        cues.retain(|cue| counting.iter().all(|count| count.verb != cue.verb));
        cues.extend(counting);
        cues.sort_by_key(Cue::start);
    }
    let starts: Vec<usize> = cues.iter().map(|c| c.start()).collect();
    cues.iter()
        .enumerate()
        .map(|(number, cue)| attribution(phrases, cue, starts.get(number + 1).copied()))
        .collect()
}

/// A verb of speech, or "according to", with its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    pub source: Range<usize>,
    pub verb: usize,
    pub kind: AttributionKind,
}

impl Cue {
    pub fn start(&self) -> usize {
        self.verb.min(self.source.start)
    }

    pub fn end(&self) -> usize {
        self.source.end.max(self.verb + 1)
    }
}

/// Words that may stand between a source and its verb.
const BETWEEN: [&str; 27] = [
    "again",
    "also",
    "are",
    "be",
    "been",
    "being",
    "did",
    "do",
    "does",
    "even",
    "further",
    "had",
    "has",
    "have",
    "is",
    "later",
    "now",
    "once",
    "previously",
    "recently",
    "since",
    "then",
    "to",
    "was",
    "were",
    "will",
    "would",
];

/// The verbs of speech of a sentence with their sources, from left to right.
pub(super) fn cues(phrases: Phrases<'_>) -> Vec<Cue> {
    let sentence = phrases.sentence;
    let mut found: Vec<Cue> = Vec::new();
    for token in 0..sentence.len() {
        if phrases.is_masked(token) {
            continue;
        }
        let cue = match sentence.norm(token) {
            "according" if phrases.is_word(token + 1, &["to"]) => {
                source_cue(phrases, token, token + 2, AttributionKind::AccordingTo)
            }
            "per" if token + 1 < sentence.len() && sentence.norm(token + 1) != "cent" => {
                let is_source = phrases.is_word(token + 1, &["the"]) || phrases.is_capitalised(token + 1);
                let starts = token == 0 || phrases.is_word(token - 1, &[","]);
                let cue = source_cue(phrases, token, token + 1, AttributionKind::Per);
                cue.filter(|_| is_source && starts)
            }
            norm => SPEECH_VERBS.get(norm).and_then(|note| verb_cue(phrases, token, note, &found)),
        };
        found.extend(cue);
    }
    found
}

fn source_cue(phrases: Phrases<'_>, verb: usize, at: usize, kind: AttributionKind) -> Option<Cue> {
    // "According to the ministry, the dam, …": what the comma sets off is not the source.
    let source = if verb < 2 { phrases.after(at)? } else { phrases.after_with_commas(at)? };
    Some(Cue { source, verb, kind })
}

fn verb_cue(phrases: Phrases<'_>, verb: usize, note: &str, earlier: &[Cue]) -> Option<Cue> {
    let sentence = phrases.sentence;
    let norm = sentence.norm(verb);
    let (class, is_noun_too) = note.split_once('\t').map_or((note, false), |(class, _)| (class, true));
    let tag = sentence.tag(verb);
    if matches!(tag, Tag::Noun | Tag::Adj | Tag::Propn)
        && (is_noun_too || !stands_by_quotation(phrases, verb))
    {
        return None;
    }
    if takes_lives(sentence, verb) {
        return None;
    }
    let kind = match class {
        "tell" => AttributionKind::Tells,
        "call" => AttributionKind::Calls,
        "hold" => AttributionKind::Holds,
        _ => AttributionKind::Says,
    };
    let mut subject_end = verb;
    let (mut is_passive, mut is_denied, mut is_infinitive) = (false, false, false);
    while let Some(before) = subject_end.checked_sub(1) {
        let word = sentence.norm(before);
        let is_between = BETWEEN.contains(&word)
            || word.ends_with("ly") && !phrases.is_capitalised(before)
            || phrases.is_time(before)
            || word == "on" && phrases.is_time(before + 1);
        is_denied |= matches!(word, "not" | "n't" | "never");
        if phrases.is_masked(before) || !is_between && !matches!(word, "not" | "n't" | "never") {
            break;
        }
        is_passive |= matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being");
        is_infinitive |= word == "to";
        subject_end = before;
    }
    let is_participle = norm.ends_with("ing") && !is_passive;
    let is_saying_of_quoted =
        norm == "saying" && earlier.last().is_some_and(|c| c.kind == AttributionKind::QuotedAs);
    if is_saying_of_quoted {
        return None;
    }
    if norm == "quoted" {
        return quoted_as(phrases, verb, subject_end, is_passive);
    }
    if is_denied || is_infinitive || is_passive && !norm.ends_with("ing") {
        return None;
    }
    // "The report", "a claim": bare forms are verbs only after a plural.
    let is_bare = is_noun_too && !norm.ends_with("ed") && !norm.ends_with("ing");
    if is_bare && tag == Tag::X && !sentence.norm(subject_end.saturating_sub(1)).ends_with('s') {
        return None;
    }
    let source = if is_participle {
        participle_source(phrases, verb, earlier)?
    } else if let Some(source) = subject_before(phrases, subject_end) {
        source
    } else if let Some(cue) = joined_to(phrases, subject_end, earlier) {
        cue.source.clone()
    } else if is_noun_too {
        return None;
    } else if class == "say"
        && (verb == 0 || phrases.is_masked(verb - 1) || phrases.is_word(verb - 1, &[","]))
    {
        phrases.after_with_commas(verb + 1)?
    } else {
        subject_in_tree(phrases, verb)?
    };
    let is_owner = matches!(sentence.norm(source.end - 1), "'s" | "'") || sentence.norm(source.start) == "'s";
    if is_owner || source.contains(&verb) {
        return None;
    }
    let cue = Cue { source, verb, kind };
    let needs_quotation = class == "quote" || !is_participle && is_mere_participle(phrases, &cue);
    (!needs_quotation || cue_meets_quotation(phrases, &cue)).then_some(cue)
}

/// "The quake |claimed| 12 lives", "|claimed| responsibility": nobody is heard.
fn takes_lives(sentence: Sentence<'_>, verb: usize) -> bool {
    let taken = ["life", "victim", "responsibility", "credit"];
    sentence.lemma(verb) == "claim"
        && sentence.child(verb, Relation::Obj).is_some_and(|object| taken.contains(&sentence.lemma(object)))
}

/// The cue that a verb goes on from: "she said no and demanded", without a subject.
fn joined_to<'a>(phrases: Phrases<'_>, verb: usize, earlier: &'a [Cue]) -> Option<&'a Cue> {
    let is_joined = verb > 0 && phrases.is_word(verb - 1, &["and", "but", "then"]);
    let is_clause = |cue: &&Cue| !matches!(cue.kind, AttributionKind::AccordingTo | AttributionKind::Per);
    earlier.last().filter(is_clause).filter(|cue| is_joined && cue.source.end <= verb)
}

/// "The damage reported": a participle without "has", which has no speaker.
fn is_mere_participle(phrases: Phrases<'_>, cue: &Cue) -> bool {
    let features = phrases.sentence.features(cue.verb);
    let has_auxiliary =
        (cue.source.end..cue.verb).any(|t| phrases.is_word(t, &["has", "have", "had", "'ve", "'d"]));
    let head = cue.source.end - 1;
    let can_speak = phrases.is_capitalised(head)
        || phrases.is_pronoun(head)
        || SOURCES.contains(phrases.sentence.norm(head));
    let is_participle = features.has(Features::PARTICIPLE) && !features.has(Features::FINITE);
    let has_verb_of_its_own = phrases.is_word(cue.verb + 1, &["is", "are", "was", "were"]);
    (is_participle || has_verb_of_its_own) && !has_auxiliary && !can_speak
}

/// True when the cue stands right before or after a quotation.
fn cue_meets_quotation(phrases: Phrases<'_>, cue: &Cue) -> bool {
    let after = (cue.end()..cue.end() + 2).any(|t| phrases.is_masked(t));
    after || cue.start() > 0 && phrases.is_masked(cue.start() - 1)
}

/// True when the word stands within a few of a quotation.
fn stands_by_quotation(phrases: Phrases<'_>, token: usize) -> bool {
    (token.saturating_sub(4)..token + 4).any(|t| phrases.is_masked(t))
}

/// "The agency quoted her as saying", "she was quoted as saying".
fn quoted_as(phrases: Phrases<'_>, verb: usize, subject_end: usize, is_passive: bool) -> Option<Cue> {
    let source = if is_passive {
        phrases.before_with_commas(subject_end)?
    } else {
        phrases.after_with_commas(verb + 1)?
    };
    Some(Cue { source, verb, kind: AttributionKind::QuotedAs })
}

/// The subject right before a verb; for "who", the noun phrase it stands for.
fn subject_before(phrases: Phrases<'_>, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    if phrases.is_word(last, &["who", "which"]) && !phrases.is_acronym(last) {
        let before = if last > 0 && phrases.is_word(last - 1, &[","]) { last - 1 } else { last };
        return phrases.before(before);
    }
    phrases.before_with_commas(end)
}

/// "Adding", "calling it": the speaker of the clause before, else the first noun
/// phrase of the sentence.
fn participle_source(phrases: Phrases<'_>, verb: usize, earlier: &[Cue]) -> Option<Range<usize>> {
    if let Some(cue) = earlier.iter().rev().find(|c| c.end() <= verb) {
        return Some(cue.source.clone());
    }
    if let Some(subject) = subject_in_tree(phrases, verb) {
        return Some(subject);
    }
    let first = (0..verb).find(|&t| !phrases.is_masked(t))?;
    phrases.after(first).filter(|p| p.end <= verb)
}

/// The subject that the tree gives the verb or the nearest verb above it.
fn subject_in_tree(phrases: Phrases<'_>, verb: usize) -> Option<Range<usize>> {
    let sentence = phrases.sentence;
    let subject = sentence.ancestors(verb).find_map(|t| sentence.child(t, Relation::Nsubj))?;
    let end = (subject + 1..sentence.len()).find(|&t| phrases.is_masked(t) || !sentence.is_under(t, subject));
    let end = end.unwrap_or(sentence.len()).min(verb.max(subject + 1));
    let phrase = phrases.before(subject + 1)?;
    // A long relative clause is no part of the name.
    let comma = (subject..end).find(|&t| phrases.is_word(t, &[","])).unwrap_or(end);
    Some(phrase.start..comma.max(phrase.end))
}

/// Finds the clause that a cue covers; `next` is where the next cue begins.
fn attribution(phrases: Phrases<'_>, cue: &Cue, next: Option<usize>) -> Attribution {
    let sentence = phrases.sentence;
    let mut end = sentence.len();
    while end > cue.end() && phrases.is_word(end - 1, &[".", "!", "?"]) {
        end -= 1;
    }
    let is_joined = |n: usize| n > 0 && phrases.is_word(n - 1, &["and", "but", "while", ",", ";"]);
    let limit = next.filter(|&n| n > cue.end() + 2 && n < end && is_joined(n)).map_or(end, |n| n - 1);
    let after = clause_start(phrases, cue, limit);
    let is_source_phrase = matches!(cue.kind, AttributionKind::AccordingTo | AttributionKind::Per);
    let stands_last = after + 1 >= limit || phrases.is_word(cue.end(), &["."]);
    let is_short = |t: usize| sentence.norm(t).len() <= 3 && !phrases.is_masked(t);
    let stands_first = (0..cue.start()).all(is_short);
    let is_set_off =
        cue.start() > 0 && (phrases.is_word(cue.start() - 1, &[","]) || phrases.is_masked(cue.start() - 1));
    let clause = if stands_first {
        after..limit
    } else if stands_last || is_source_phrase {
        0..cue.start() - usize::from(is_set_off && phrases.is_word(cue.start() - 1, &[",", "—", "–"]))
    } else if is_set_off && phrases.is_word(cue.end(), &[","]) {
        0..end
    } else {
        after..limit
    };
    let clause = clause.start..clause.end.max(clause.start);
    Attribution { source: cue.source.clone(), clause, verb: cue.verb, kind: cue.kind }
}

/// Farthest that "that" stands from its verb: "told the council late on Friday that".
const REACH: usize = 12;

/// Where the clause after a cue begins: behind the hearer, the day and "that".
fn clause_start(phrases: Phrases<'_>, cue: &Cue, limit: usize) -> usize {
    let within =
        |words: &[&str]| (cue.end()..limit.min(cue.end() + REACH)).find(|&t| phrases.is_word(t, words));
    // Only the hearer and the day stand between a verb and its "that".
    let is_free = |upto: usize| {
        (cue.end()..upto).all(|t| {
            let is_verb = matches!(phrases.sentence.tag(t), Tag::Verb | Tag::Aux);
            !phrases.is_masked(t) && !is_verb && !phrases.is_word(t, &[",", ":"])
        })
    };
    let opener = match cue.kind {
        AttributionKind::AccordingTo | AttributionKind::Per => within(&[","]),
        AttributionKind::QuotedAs => within(&["saying"]),
        AttributionKind::Says | AttributionKind::Tells => within(&["that"]).filter(|&t| is_free(t)),
        AttributionKind::Counts => within(&["that"]).filter(|&t| is_free(t)),
        AttributionKind::Calls | AttributionKind::Holds => None,
    };
    let mut after = match opener {
        Some(opener) => opener + 1,
        None if cue.kind == AttributionKind::Tells => {
            phrases.after(cue.end()).map_or(cue.end(), |hearer| hearer.end)
        }
        None => cue.end(),
    };
    let is_owner = |t: usize| phrases.is_word(t + 1, &["'s", "'"]);
    let is_passed = |t: usize| {
        let is_day =
            phrases.is_time(t) && !is_owner(t) || phrases.is_word(t, &["on"]) && phrases.is_time(t + 1);
        is_day || phrases.is_word(t, &["that", ",", ":"])
    };
    while after < limit && is_passed(after) {
        after += 1;
    }
    after
}

#[cfg(test)]
mod tests;
