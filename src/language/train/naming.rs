//! Training of the name reader, from GUM and from lists of marked names.

use std::collections::BTreeSet;
use std::path::Path;

use super::Unseen;
use super::forget::Words;
use super::learner::Settings;
use super::lesson::{Pupil, train};
use super::treebank::Gold;
use super::vary::vary;
use crate::language::features::FeatureList;
use crate::language::kinds::{self, kind_features};
use crate::language::labels::{Labels, label};
use crate::language::names::{KINDS, OUTCOMES, Sight, find_runs, may_follow, name_features};
use crate::language::network::Network;
use crate::language::parser::{State, parse};
use crate::language::sentence::{NameKind, NameSpan, Tag};
use crate::language::tagger::{Classes, tag};
use crate::language::wordform::WordForm;

/// Reads a file of words with labels, as in WikiGold and WNUT.
pub fn read_marked(path: &Path) -> std::io::Result<Vec<Gold>> {
    let file = std::fs::read_to_string(path)?;
    let document = if path.ends_with("wikigold.conll") { "wikigold" } else { "wnut" };
    let mut sentences = Vec::new();
    let (mut gold, mut spans) = (Gold::new(document), Vec::<NameSpan>::new());
    let mut last = String::new();
    for line in file.lines().chain([""]) {
        let Some((word, label)) = line.trim().rsplit_once(['\t', ' ']) else {
            if gold.tokens.len() > 1 {
                gold.names = Some(std::mem::take(&mut spans));
                sentences.push(gold);
            }
            spans.clear();
            gold = Gold::new(document);
            last.clear();
            continue;
        };
        let first = gold.tokens.len() as u32;
        push_word(&mut gold, word);
        let end = gold.tokens.len() as u32;
        let kind = label.get(2..).and_then(kind_named);
        if let Some(kind) = kind {
            match spans.last_mut() {
                Some(name) if label.starts_with("I-") && last == label[2..] && name.end == first => {
                    name.end = end
                }
                _ => spans.push(NameSpan { first, end, kind }),
            }
        }
        last = label.get(2..).unwrap_or("").to_string();
    }
    Ok(sentences)
}

/// Adds a word, split at hyphens as the tokenizer does.
fn push_word(gold: &mut Gold, word: &str) {
    let word = match word {
        "-LRB-" => "(",
        "-RRB-" => ")",
        "``" | "''" => "\"",
        word => word,
    };
    let glued =
        word.starts_with('\'') || matches!(word, "." | "," | ")" | ";" | ":" | "!" | "?" | "n't" | "%");
    let mut is_spaced = !glued && !gold.text.ends_with('(');
    let is_split =
        word.len() > 2 && word.contains('-') && word.chars().all(|c| c.is_alphanumeric() || c == '-');
    let parts: Vec<&str> = if is_split { word.split_inclusive('-').collect() } else { vec![word] };
    for part in parts {
        let (letters, hyphen) = match part.strip_suffix('-') {
            Some(letters) if is_split => (letters, "-"),
            _ => (part, ""),
        };
        for piece in [letters, hyphen].into_iter().filter(|p| !p.is_empty()) {
            gold.push(piece, None, is_spaced);
            is_spaced = false;
        }
    }
}

fn kind_named(name: &str) -> Option<NameKind> {
    match name {
        "PER" | "person" => Some(NameKind::Person),
        "ORG" | "corporation" | "group" => Some(NameKind::Organisation),
        "LOC" | "location" => Some(NameKind::Place),
        "MISC" | "creative-work" | "product" => Some(NameKind::Other),
        _ => None,
    }
}

/// What the name reader sees when it comes to a sentence.
#[derive(Clone, Copy)]
pub struct Before<'a> {
    pub words: &'a Words<'a>,
    pub parser: &'a Network<'a>,
    pub labeller: &'a Network<'a>,
    pub table: &'a Classes<'a>,
}

/// A sentence as tagger, parser and labeller read it.
#[derive(Default)]
struct Reading {
    forms: Vec<WordForm>,
    classes: Vec<u8>,
    doubts: Vec<u8>,
    state: State,
    labels: Labels,
    runs: Vec<(u32, u32)>,
    convention: u32,
}

impl Reading {
    fn read(&mut self, gold: &Gold, tagger: &Network<'_>, before: Before<'_>) {
        let Before { words, parser, labeller, table } = before;
        let Reading { forms, classes, doubts, state, labels, runs, convention } = self;
        words.read(gold, forms);
        tag(tagger, forms, classes, doubts);
        parse(parser, table, forms, classes, doubts, state);
        label(labeller, parser.unit(), &state.scores, &state.heads, forms, classes, labels);
        state.relations.copy_from_slice(&labels.relations);
        find_runs(table, classes, runs);
        // WikiGold and WNUT mark names by conventions of their own.
        *convention = match gold.document.as_str() {
            "wikigold" => 1,
            "wnut" => 2,
            _ => 0,
        };
    }

    /// Reads a lesson and forgets some of its words.
    fn study(&mut self, gold: &Gold, unseen: Unseen<'_>, before: Before<'_>, half: f32, pupil: &mut Pupil) {
        self.read(gold, unseen.tagger, before);
        if pupil.pass.is_some() {
            before.words.forget(&mut self.forms, half, &mut pupil.random);
        }
    }

    fn sight(&self) -> Sight<'_> {
        let Reading { forms, classes, state, runs, convention, .. } = self;
        Sight { forms, classes, state, runs, convention: *convention }
    }

    /// The marked spans with their kinds, and the proper nouns that are in none.
    fn spans(&self, gold: &Gold, table: &Classes<'_>) -> Vec<(usize, usize, usize)> {
        let kind_of = |kind| KINDS.iter().position(|&k| k == kind).unwrap_or(3);
        let marked = gold.names.iter().flatten();
        let mut spans: Vec<_> = marked.map(|n| (n.first as usize, n.end as usize, kind_of(n.kind))).collect();
        let count = spans.len();
        for &(first, end) in self.runs.iter().collect::<BTreeSet<_>>() {
            let (first, end) = (first as usize, end as usize);
            let is_free = spans[..count].iter().all(|s| end <= s.0 || s.1 <= first);
            if is_free && table.get(self.classes[first]).0 == Tag::Propn {
                spans.push((first, end, KINDS.len()));
            }
        }
        spans
    }
}

/// Trains the kinds of names, on the marked spans and on proper nouns that are in none.
/// Every sentence comes with a tagger that has not seen it.
pub fn train_kinds(sentences: &[Unseen<'_>], before: Before<'_>, settings: Settings, seed: u64) -> Vec<u8> {
    let mut list = FeatureList::new();
    let mut reading = Reading::default();
    train("kinds", settings, kinds::OUTCOMES, sentences, seed, |&unseen, pupil| {
        let variant = pupil.variant();
        let gold = vary(unseen.gold, variant, &mut pupil.random);
        reading.study(&gold, unseen, before, settings.forgets, pupil);
        for (first, end, kind) in reading.spans(&gold, before.table) {
            kind_features(&reading.sight(), first, end, &mut list);
            pupil.decide(&list, kind);
        }
    })
}

/// Trains the spans of names. Every sentence comes with a tagger that has not seen it.
pub fn train_names(sentences: &[Unseen<'_>], before: Before<'_>, settings: Settings, seed: u64) -> Vec<u8> {
    let mut list = FeatureList::new();
    let mut reading = Reading::default();
    train("names", settings, OUTCOMES, sentences, seed, |&unseen, pupil| {
        let variant = pupil.variant();
        let gold = vary(unseen.gold, variant, &mut pupil.random);
        reading.study(&gold, unseen, before, settings.forgets, pupil);
        let mut last = [0u8; 2];
        for (i, label) in labels_of(&gold).into_iter().enumerate() {
            name_features(&reading.sight(), i, last, &mut list);
            let label = pupil.decide_among(&list, usize::from(label), 1.0, |l| may_follow(last[0], l as u8));
            last = [label as u8, last[0]];
        }
    })
}

/// The label of every token: outside, begin, within.
fn labels_of(gold: &Gold) -> Vec<u8> {
    let mut labels = vec![0; gold.tokens.len()];
    for name in gold.names.iter().flatten() {
        for i in name.first..name.end {
            labels[i as usize] = 1 + u8::from(i > name.first);
        }
    }
    labels
}
