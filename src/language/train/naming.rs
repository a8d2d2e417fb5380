//! Training of the name reader, from GUM and from lists of marked names.

use std::collections::BTreeSet;
use std::path::Path;

use super::Unseen;
use super::forget::Words;
use super::learner::{Learner, PRUNED, Settings, softmax_gradient};
use super::random::Random;
use super::treebank::Gold;
use super::vary::{Variant, vary};
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

/// WikiGold and WNUT mark names by conventions of their own.
fn sight_of<'a>(
    gold: &Gold,
    forms: &'a [WordForm],
    classes: &'a [u8],
    state: &'a State,
    runs: &'a [(u32, u32)],
) -> Sight<'a> {
    let convention = match gold.document.as_str() {
        "wikigold" => 1,
        "wnut" => 2,
        _ => 0,
    };
    Sight { forms, classes, state, runs, convention }
}

/// Trains the kinds of names, on the marked spans and on proper nouns that are in
/// none.
pub fn train_kinds(
    sentences: &[Unseen<'_>],
    words: &Words<'_>,
    parser: &Network<'_>,
    labeller: &Network<'_>,
    table: &Classes<'_>,
    settings: Settings,
    random: &mut Random,
) -> Vec<u8> {
    let mut learner = Learner::new(settings, kinds::OUTCOMES);
    let mut list = FeatureList::new();
    let (mut forms, mut classes, mut state) = (Vec::new(), Vec::new(), State::default());
    let (mut doubts, mut labels, mut runs) = (Vec::new(), Labels::default(), Vec::new());
    let mut order = sentences.to_vec();
    let mut scores = Vec::new();
    for epoch in 0..=settings.epochs {
        if epoch == PRUNED + 1 {
            learner.prune();
        }
        learner.set_progress(epoch as f32 / settings.epochs as f32);
        random.shuffle(&mut order);
        let (mut right, mut all) = (0u32, 0u32);
        for Unseen { gold, tagger, .. } in &order {
            let variant = if epoch == 0 { Variant::Plain } else { Variant::draw(random) };
            let gold = vary(gold, variant, random);
            words.read(&gold, &mut forms);
            tag(tagger, &forms, &mut classes, &mut doubts);
            parse(parser, table, &forms, &classes, &doubts, &mut state);
            label(labeller, parser.unit(), &state.scores, &state.heads, &forms, &classes, &mut labels);
            state.relations.copy_from_slice(&labels.relations);
            find_runs(table, &classes, &mut runs);
            words.forget(&mut forms, settings.forgets, random);
            let sight = sight_of(&gold, &forms, &classes, &state, &runs);
            let names = gold.names.iter().flatten();
            let mut spans: Vec<(usize, usize, usize)> = names
                .map(|n| {
                    (n.first as usize, n.end as usize, KINDS.iter().position(|&k| k == n.kind).unwrap_or(3))
                })
                .collect();
            let count = spans.len();
            for &(first, end) in runs.iter().collect::<BTreeSet<_>>() {
                let (first, end) = (first as usize, end as usize);
                let is_free = spans[..count].iter().all(|s| end <= s.0 || s.1 <= first);
                if is_free && table.get(classes[first]).0 == Tag::Propn {
                    spans.push((first, end, 4));
                }
            }
            for (first, end, kind) in spans {
                kind_features(&sight, first, end, &mut list);
                if epoch == 0 {
                    learner.count(list.as_slice());
                    continue;
                }
                learner.forward(list.as_slice(), Some(random));
                learner.scores(0..kinds::OUTCOMES, &mut scores);
                let guess = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]));
                all += 1;
                right += u32::from(guess == Some(kind));
                if softmax_gradient(&mut scores, |n| n == kind) {
                    learner.learn(0..kinds::OUTCOMES, &scores);
                    learner.finish();
                }
            }
        }
        match epoch {
            0 => learner.start(random),
            _ => eprintln!("  kinds pass {epoch}: {:.2} %", 100.0 * right as f32 / all.max(1) as f32),
        }
    }
    learner.export()
}

/// Trains a name reader. Every sentence comes with the tagger that has not seen it.
pub fn train_names(
    sentences: &[Unseen<'_>],
    words: &Words<'_>,
    parser: &Network<'_>,
    labeller: &Network<'_>,
    table: &Classes<'_>,
    settings: Settings,
    random: &mut Random,
) -> Vec<u8> {
    let mut learner = Learner::new(settings, OUTCOMES);
    let mut list = FeatureList::new();
    let (mut forms, mut classes, mut state) = (Vec::new(), Vec::new(), State::default());
    let (mut doubts, mut labels, mut runs) = (Vec::new(), Labels::default(), Vec::new());
    for Unseen { gold, tagger, .. } in sentences {
        words.read(gold, &mut forms);
        tag(tagger, &forms, &mut classes, &mut doubts);
        parse(parser, table, &forms, &classes, &doubts, &mut state);
        label(labeller, parser.unit(), &state.scores, &state.heads, &forms, &classes, &mut labels);
        state.relations.copy_from_slice(&labels.relations);
        find_runs(table, &classes, &mut runs);
        let sight = sight_of(gold, &forms, &classes, &state, &runs);
        let mut before = [0; 2];
        for (i, label) in labels_of(gold).into_iter().enumerate() {
            name_features(&sight, i, before, &mut list);
            learner.count(list.as_slice());
            before = [label, before[0]];
        }
    }
    learner.start(random);
    let mut order = sentences.to_vec();
    let mut scores = Vec::new();
    let total = (order.len() * settings.epochs) as f32;
    let mut done = 0.0;
    for epoch in 0..settings.epochs {
        if epoch == PRUNED {
            learner.prune();
        }
        random.shuffle(&mut order);
        let (mut right, mut all) = (0u32, 0u32);
        for Unseen { gold, tagger, .. } in &order {
            done += 1.0;
            learner.set_progress(done / total);
            let gold = vary(gold, Variant::draw(random), random);
            words.read(&gold, &mut forms);
            tag(tagger, &forms, &mut classes, &mut doubts);
            parse(parser, table, &forms, &classes, &doubts, &mut state);
            label(labeller, parser.unit(), &state.scores, &state.heads, &forms, &classes, &mut labels);
            state.relations.copy_from_slice(&labels.relations);
            find_runs(table, &classes, &mut runs);
            words.forget(&mut forms, settings.forgets, random);
            let sight = sight_of(&gold, &forms, &classes, &state, &runs);
            let mut before = [0u8; 2];
            for (i, label) in labels_of(&gold).into_iter().enumerate() {
                name_features(&sight, i, before, &mut list);
                learner.forward(list.as_slice(), Some(random));
                learner.scores(0..OUTCOMES, &mut scores);
                let allowed = (0..OUTCOMES as u8).filter(|&l| may_follow(before[0], l));
                let guess =
                    allowed.max_by(|&a, &b| scores[a as usize].total_cmp(&scores[b as usize])).unwrap_or(0);
                all += u32::from(label > 0);
                right += u32::from(label > 0 && guess == label);
                if softmax_gradient(&mut scores, |n| n == label as usize) {
                    learner.learn(0..OUTCOMES, &scores);
                    learner.finish();
                }
                let shown = if random.below(2) == 0 { guess } else { label };
                before = [shown, before[0]];
            }
        }
        eprintln!(
            "  names pass {}: {:.2} % of name tokens",
            epoch + 1,
            100.0 * right as f32 / all.max(1) as f32
        );
    }
    learner.export()
}
