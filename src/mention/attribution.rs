//! Attributions: on whose word a clause stands.
//!
//! "Police said Friday", "according to the ministry", "officials told reporters
//! that": each gives a source and the clause that it covers. What stands inside
//! quotation marks attributes nothing.

use std::ops::Range;

use super::phrase::{Phrases, mask_of};
use crate::language::{Relation, Sentence, Tag};
use crate::lexicon::speech::SPEECH_VERBS;

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
    let cues = cues(phrases);
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
    let source = phrases.after_with_commas(at)?;
    Some(Cue { source, verb, kind })
}

fn verb_cue(phrases: Phrases<'_>, verb: usize, note: &str, earlier: &[Cue]) -> Option<Cue> {
    let sentence = phrases.sentence;
    let norm = sentence.norm(verb);
    let (class, is_noun_too) = note.split_once('\t').map_or((note, false), |(class, _)| (class, true));
    let tag = sentence.tag(verb);
    if is_noun_too && tag == Tag::Noun || matches!(tag, Tag::Adj | Tag::Propn) {
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
        let is_between = BETWEEN.contains(&word) || word.ends_with("ly") && !phrases.is_capitalised(before);
        is_denied |= matches!(word, "not" | "n't" | "never");
        if phrases.is_masked(before) || !is_between && !matches!(word, "not" | "n't" | "never") {
            break;
        }
        is_passive |= matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being");
        is_infinitive |= word == "to";
        subject_end = before;
    }
    let is_participle = norm.ends_with("ing") && !is_passive;
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
    } else if is_noun_too {
        return None;
    } else if class == "say"
        && (verb == 0 || phrases.is_masked(verb - 1) || phrases.is_word(verb - 1, &[","]))
    {
        phrases.after_with_commas(verb + 1)?
    } else {
        subject_in_tree(phrases, verb)?
    };
    Some(Cue { source, verb, kind })
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
    if phrases.is_word(last, &["who", "which"]) {
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
    let limit = next.filter(|&n| n > cue.end()).map_or(end, |n| n.min(end));
    let mut after = cue.end();
    if cue.kind == AttributionKind::Tells
        && let Some(hearer) = phrases.after(after)
    {
        after = hearer.end;
    }
    while after < limit && (phrases.is_word(after, &["that", ",", ":", "on"]) || phrases.is_time(after)) {
        after += 1;
    }
    let is_source_phrase = matches!(cue.kind, AttributionKind::AccordingTo | AttributionKind::Per);
    let stands_last = after + 1 >= limit || phrases.is_word(cue.end(), &["."]);
    let stands_first =
        cue.start() == 0 || (0..cue.start()).all(|t| sentence.norm(t).len() <= 3 && !phrases.is_masked(t));
    let is_set_off =
        cue.start() > 0 && (phrases.is_word(cue.start() - 1, &[","]) || phrases.is_masked(cue.start() - 1));
    let before = 0..if is_set_off && cue.start() > 0 { cue.start() - 1 } else { cue.start() };
    let clause = if stands_first {
        after..limit
    } else if stands_last || is_source_phrase {
        before
    } else if is_set_off && phrases.is_word(cue.end(), &[","]) {
        0..end
    } else {
        after..limit
    };
    let clause = if clause.start > clause.end { clause.start..clause.start } else { clause };
    Attribution { source: cue.source.clone(), clause, verb: cue.verb, kind: cue.kind }
}
