//! Training of the name reader, from GUM and from lists of marked names.

use std::path::Path;

use super::learner::{Learner, Settings, softmax_gradient};
use super::random::Random;
use super::treebank::Gold;
use super::vary::{Variant, vary};
use crate::language::features::FeatureList;
use crate::language::lexicon::Lexicon;
use crate::language::names::{KINDS, OUTCOMES, may_follow, name_features};
use crate::language::network::Network;
use crate::language::parser::{State, parse};
use crate::language::sentence::{NameKind, NameSpan};
use crate::language::tagger::tag;
use crate::language::wordform::read_forms;

/// Reads a file of words with labels, as in WikiGold and WNUT.
pub fn read_marked(path: &Path) -> std::io::Result<Vec<Gold>> {
    let file = std::fs::read_to_string(path)?;
    let mut sentences = Vec::new();
    let (mut gold, mut spans) = (Gold::new("marked"), Vec::<NameSpan>::new());
    let mut last = String::new();
    for line in file.lines().chain([""]) {
        let Some((word, label)) = line.trim().rsplit_once(['\t', ' ']) else {
            if gold.tokens.len() > 1 {
                gold.names = Some(std::mem::take(&mut spans));
                sentences.push(gold);
            }
            spans.clear();
            gold = Gold::new("marked");
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

/// The label of every token.
fn labels_of(gold: &Gold) -> Vec<u8> {
    let mut labels = vec![0; gold.tokens.len()];
    for name in gold.names.iter().flatten() {
        let kind = KINDS.iter().position(|&k| k == name.kind).unwrap_or(3) as u8;
        for i in name.first..name.end {
            labels[i as usize] = 1 + kind * 2 + u8::from(i > name.first);
        }
    }
    labels
}

/// Trains a name reader. Every sentence comes with the tagger that has not seen it.
pub fn train_names(
    sentences: &[(&Gold, &Network<'_>)],
    lexicon: &Lexicon<'_>,
    parser: &Network<'_>,
    settings: Settings,
    random: &mut Random,
) -> Vec<u8> {
    let mut learner = Learner::new(settings, OUTCOMES);
    let mut list = FeatureList::new();
    let (mut forms, mut classes, mut state) = (Vec::new(), Vec::new(), State::default());
    for (gold, tagger) in sentences {
        read_forms(lexicon, &gold.text, &gold.words, &gold.tokens, &mut forms);
        tag(tagger, &forms, &mut classes);
        parse(parser, &forms, &classes, &mut state);
        let mut before = [0; 2];
        for (i, label) in labels_of(gold).into_iter().enumerate() {
            name_features(&forms, &classes, &state, i, before, &mut list);
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
        random.shuffle(&mut order);
        let (mut right, mut all) = (0u32, 0u32);
        for (gold, tagger) in &order {
            done += 1.0;
            learner.set_progress(done / total);
            let gold = vary(gold, Variant::draw(random), random);
            read_forms(lexicon, &gold.text, &gold.words, &gold.tokens, &mut forms);
            tag(tagger, &forms, &mut classes);
            parse(parser, &forms, &classes, &mut state);
            let mut before = [0u8; 2];
            for (i, label) in labels_of(&gold).into_iter().enumerate() {
                name_features(&forms, &classes, &state, i, before, &mut list);
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
