//! Training of the language model; only with the feature `train`.
//!
//! `train-language DATA_DIR OUT` trains, scores and writes a model;
//! `train-language eval MODEL FILE.conllu…` scores one.

mod entities;
mod evaluate;
mod knowledge;
mod learner;
mod lemmas;
mod naming;
mod parsing;
mod random;
mod tagging;
mod treebank;
mod vary;

use std::error::Error;
use std::path::Path;

use self::evaluate::{evaluate, show_names, show_tags};
use self::learner::Settings;
use self::random::Random;
use self::treebank::{Gold, read_treebank};
use self::vary::Variant;
use super::lexicon::Lexicon;
use super::model::Model;
use super::network::Network;

/// GUM news documents that no model is trained on.
const HELD_BACK: [&str; 5] =
    ["GUM_news_stampede", "GUM_news_taxes", "GUM_news_warhol", "GUM_news_warming", "GUM_news_worship"];

const TREEBANKS: [&str; 7] =
    ["ewt-train", "gum-news", "gum-interview", "gum-bio", "gum-voyage", "gum-speech", "gum-textbook"];

const NAME_FILES: [&str; 3] = ["wikigold.conll", "wnut17-train.conll", "wnut17-dev.conll"];

/// Parts of the training text, each tagged by a tagger that has not seen it.
const FOLDS: usize = 4;

const SEED: u64 = 20_240_501;

/// What the model was made from.
const NOTES: &str = include_str!("../english.model.md");

/// Runs the program with its arguments.
pub fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    match arguments {
        [command, model, files @ ..] if command == "eval" && !files.is_empty() => score_files(model, files),
        [data, out] if data != "eval" => train(Path::new(data), Path::new(out)),
        _ => Err("usage: train-language DATA_DIR OUT\n       train-language eval MODEL FILE.conllu…".into()),
    }
}

fn score_files(model: &str, files: &[String]) -> Result<(), Box<dyn Error>> {
    let bytes = std::fs::read(model)?;
    let model = Model::read(&bytes)?;
    let (files, shows) = match files.split_last() {
        Some((last, files)) if last.starts_with("--") => (files, last.as_str()),
        _ => (files, ""),
    };
    for file in files {
        let sentences = read_treebank(Path::new(file))?;
        let (held, rest): (Vec<Gold>, Vec<Gold>) = sentences.into_iter().partition(is_held_back);
        for (part, sentences) in [("", rest), (" (held back)", held)] {
            if sentences.is_empty() {
                continue;
            }
            println!("{file}{part}: {}", evaluate(&model, &sentences, Variant::Plain));
            if shows == "--names" {
                show_names(&model, &sentences);
            }
            if shows == "--tags" {
                show_tags(&model, &sentences);
            }
        }
    }
    Ok(())
}

fn is_held_back(gold: &Gold) -> bool {
    HELD_BACK.contains(&gold.document.as_str())
}

/// A number given in the environment, to try settings with.
fn setting(name: &str, usual: f32) -> f32 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(usual)
}

fn settings(
    part: &str,
    width: usize,
    epochs: usize,
    least: u32,
    rows: usize,
    rate: f32,
    dropout: f32,
) -> Settings {
    let of = |name: &str, usual: f32| setting(&format!("{part}_{name}"), usual);
    Settings {
        width: of("WIDTH", width as f32) as usize,
        epochs: of("EPOCHS", epochs as f32) as usize,
        least_count: of("LEAST", least as f32) as u32,
        most_rows: of("ROWS", rows as f32) as usize,
        rate: of("RATE", rate),
        dropout: of("DROPOUT", dropout),
    }
}

fn train(data: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut sentences = Vec::new();
    for name in TREEBANKS {
        sentences.extend(read_treebank(&data.join(format!("treebank/{name}.conllu")))?);
    }
    let (held, sentences): (Vec<Gold>, Vec<Gold>) = sentences.into_iter().partition(is_held_back);
    let dev = read_treebank(&data.join("treebank/ewt-dev.conllu"))?;
    let mut marked = Vec::new();
    for name in NAME_FILES {
        marked.extend(naming::read_marked(&data.join("ner").join(name))?);
    }
    let all: Vec<&Gold> = sentences.iter().collect();
    eprintln!("{} sentences with trees, {} with names only", all.len(), marked.len());

    let mut entries = knowledge::read_knowledge(&data.join("knowledge"))?;
    knowledge::add_ambiguity(&mut entries, &all);
    let lexicon_bytes = knowledge::lexicon_bytes(&entries);
    let lexicon = Lexicon::new(&lexicon_bytes).ok_or("word list")?;
    let classes = tagging::ClassList::of(&all);
    let lemma_bytes = lemmas::lemma_bytes(&all, &classes);
    eprintln!("{} classes", classes.len());

    let mut random = Random::new(SEED + setting("SEED", 0.0) as u64);
    let tagger_settings = settings("TAGGER", 64, 8, 2, 38_000, 0.05, 0.2);
    let fold_settings = Settings { epochs: setting("FOLD_EPOCHS", 4.0) as usize, ..tagger_settings };
    let fold_of = fold_numbers(&all);
    let mut fold_taggers = Vec::new();
    for fold in 0..FOLDS {
        let others: Vec<&Gold> =
            all.iter().zip(&fold_of).filter(|&(_, &f)| f != fold).map(|(g, _)| *g).collect();
        fold_taggers.push(tagging::train_tagger(&others, &lexicon, &classes, fold_settings, &mut random));
    }
    let tagger_bytes = tagging::train_tagger(&all, &lexicon, &classes, tagger_settings, &mut random);
    let taggers: Vec<Network<'_>> = fold_taggers.iter().filter_map(|b| Network::new(b)).collect();
    let tagger = Network::new(&tagger_bytes).ok_or("tagger")?;

    let lessons: Vec<(&Gold, &Network<'_>)> =
        all.iter().zip(&fold_of).map(|(g, &f)| (*g, &taggers[f])).collect();
    let parser_settings = settings("PARSER", 96, 8, 3, 52_000, 0.05, 0.2);
    let parser_bytes = parsing::train_parser(&lessons, &lexicon, parser_settings, &mut random);
    let parser = Network::new(&parser_bytes).ok_or("parser")?;

    let mut named: Vec<(&Gold, &Network<'_>)> =
        lessons.iter().filter(|(g, _)| g.names.is_some()).copied().collect();
    named.extend(marked.iter().map(|g| (g, &tagger)));
    let name_settings = settings("NAMES", 48, 6, 2, 36_000, 0.05, 0.2);
    let name_bytes = naming::train_names(&named, &lexicon, &parser, name_settings, &mut random);

    let bytes = Model::write([
        NOTES.as_bytes(),
        &classes.bytes(),
        &lexicon_bytes,
        &lemma_bytes,
        &tagger_bytes,
        &parser_bytes,
        &name_bytes,
    ]);
    std::fs::write(out, &bytes)?;
    eprintln!("{} bytes", bytes.len());
    let model = Model::read(&bytes)?;
    for variant in Variant::ALL {
        println!("ewt-dev {variant:?}: {}", evaluate(&model, &dev, variant));
        println!("held-back news {variant:?}: {}", evaluate(&model, &held, variant));
    }
    Ok(())
}

/// A fold for every sentence; documents stay together.
fn fold_numbers(sentences: &[&Gold]) -> Vec<usize> {
    let mut fold = 0;
    let mut last = "";
    let mut numbers = Vec::with_capacity(sentences.len());
    for gold in sentences {
        if gold.document != last {
            fold = (fold + 1) % FOLDS;
            last = &gold.document;
        }
        numbers.push(fold);
    }
    numbers
}
