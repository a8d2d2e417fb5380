//! Training of the language model; only with the feature `train`.
//!
//! `train-language DATA_DIR OUT` trains, scores and writes a model;
//! `train-language eval MODEL FILE.conllu…` scores one.

mod boundaries;
mod company;
mod entities;
mod evaluate;
mod export;
mod forget;
mod grammar;
mod knowledge;
mod labelling;
mod learner;
mod lemmas;
mod lesson;
mod naming;
mod parsing;
mod places;
mod random;
mod raw;
mod settings;
mod tagging;
mod treebank;
mod vary;
mod vectors;
mod weights;

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use self::evaluate::{evaluate, show_names, show_relations, show_tags};
use self::forget::Words;
use self::learner::Settings;
use self::random::Random;
use self::settings::{BOUNDARIES, KINDS, LABELS, NAMES, PARSER, TAGGER, setting, settings};
use self::treebank::{Gold, read_treebank};
use self::vary::{Variant, vary};
use super::kinds::VOICES;
use super::lexicon::Lexicon;
use super::model::Model;
use super::network::Network;
use super::tagger::Classes;

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
        [command, vectors, more, data, out] if command == "classes" => {
            let (_, sentences) = read_sentences(Path::new(data))?;
            company::write_classes(Path::new(vectors), Path::new(more), &sentences, Path::new(out))
        }
        [data, out] if data != "eval" => train(Path::new(data), Path::new(out)),
        _ => {
            Err("usage: train-language DATA_DIR OUT\n       train-language eval MODEL FILE.conllu…\n       \
                  train-language classes VECTORS MORE_VECTORS DATA_DIR OUT"
                .into())
        }
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
            println!("  from raw text: {}", raw::evaluate_raw(&model, &sentences, false));
            if shows == "--variants" {
                show_variants(&model, &sentences);
            }
            if shows == "--names" {
                show_names(&model, &sentences);
            }
            if shows == "--relations" {
                show_relations(&model, &sentences);
            }
            if shows == "--tags" {
                show_tags(&model, &sentences);
            }
        }
    }
    Ok(())
}

/// Prints how well the model reads sentences that are printed otherwise.
fn show_variants(model: &Model<'_>, sentences: &[Gold]) {
    for variant in Variant::ALL {
        println!("{variant:?}: {}", evaluate(model, sentences, variant));
        let varied: Vec<Gold> = sentences.iter().map(|g| vary(g, variant, &mut Random::new(7))).collect();
        println!("  from raw text: {}", raw::evaluate_raw(model, &varied, false));
    }
    println!("no space between sentences, from raw text: {}", raw::evaluate_raw(model, sentences, true));
}

fn is_held_back(gold: &Gold) -> bool {
    HELD_BACK.contains(&gold.document.as_str())
}

/// A training sentence with a tagger that has not seen it.
#[derive(Clone, Copy)]
struct Unseen<'a> {
    gold: &'a Gold,
    tagger: &'a Network<'a>,
}

/// The sentences held back, and those to learn from.
fn read_sentences(data: &Path) -> std::io::Result<(Vec<Gold>, Vec<Gold>)> {
    let mut sentences = Vec::new();
    for name in TREEBANKS {
        sentences.extend(read_treebank(&data.join(format!("treebank/{name}.conllu")))?);
    }
    Ok(sentences.into_iter().partition(is_held_back))
}

fn train(data: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let (held, sentences) = read_sentences(data)?;
    let dev = read_treebank(&data.join("treebank/ewt-dev.conllu"))?;
    let mut marked = Vec::new();
    for name in NAME_FILES {
        marked.extend(naming::read_marked(&data.join("ner").join(name))?);
    }
    // The news is what the layer is for: its few sentences count twice.
    let news = sentences.iter().filter(|g| g.document.starts_with("GUM_news"));
    let all: Vec<&Gold> = sentences.iter().chain(news).collect();
    eprintln!("{} sentences with trees, {} with names only", all.len(), marked.len());

    let mut entries = knowledge::read_knowledge(&data.join("knowledge"))?;
    knowledge::add_company(&mut entries);
    knowledge::drop_rare(&mut entries, &all);
    knowledge::add_ambiguity(&mut entries, &all);
    let lexicon_bytes = knowledge::lexicon_bytes(&entries);
    eprintln!("{} words", entries.len());
    let lexicon = Lexicon::new(&lexicon_bytes).ok_or("word list")?;
    let mut read: Vec<&Gold> = sentences.iter().collect();
    read.extend(&marked);
    let words = Words::of(lexicon, &read);
    let classes = tagging::ClassList::of(&all);
    let classes_bytes = classes.bytes();
    let lemma_bytes = lemmas::lemma_bytes(&all, &classes);
    eprintln!("{} classes", classes.len());

    let seed = SEED + setting("SEED", 0.0) as u64;
    let tagger_settings = settings("TAGGER", TAGGER);
    let fold_settings = Settings { epochs: setting("FOLD_EPOCHS", 5.0) as usize, ..tagger_settings };
    let tagger_bytes =
        kept("tagger", || tagging::train_tagger(&all, &words, &classes, tagger_settings, seed))?;
    let tagger = Network::new(&tagger_bytes).ok_or("tagger")?;
    for (name, part) in [("ewt-dev", &dev), ("held-back news", &held)] {
        eprintln!("{name}: {:.2} % of tags", tagging::share_right(&tagger, &words, &classes_bytes, part));
    }
    if std::env::var("ONLY").as_deref() == Ok("tagger") {
        return Ok(());
    }
    let fold_of = fold_numbers(&all);
    let mut fold_taggers = Vec::new();
    for fold in 0..FOLDS {
        let others: Vec<&Gold> =
            all.iter().zip(&fold_of).filter(|&(_, &f)| f != fold).map(|(g, _)| *g).collect();
        fold_taggers.push(kept(&format!("fold{fold}"), || {
            tagging::train_tagger(&others, &words, &classes, fold_settings, seed + 2 + fold as u64)
        })?);
    }
    let taggers: Vec<Network<'_>> = fold_taggers.iter().filter_map(|b| Network::new(b)).collect();

    let table = Classes::new(&classes_bytes).ok_or("classes")?;
    let lessons: Vec<Unseen<'_>> =
        all.iter().zip(&fold_of).map(|(gold, &fold)| Unseen { gold, tagger: &taggers[fold] }).collect();
    let parser_settings = settings("PARSER", PARSER);
    let parser_bytes =
        kept("parser", || parsing::train_parser(&lessons, &words, &table, parser_settings, seed + 11))?;
    let parser = Network::new(&parser_bytes).ok_or("parser")?;

    let label_settings = settings("LABELS", LABELS);
    let label_bytes =
        kept("labeller", || labelling::train_labeller(&lessons, &words, label_settings, seed + 16))?;
    let labeller = Network::new(&label_bytes).ok_or("labeller")?;

    let mut named: Vec<Unseen<'_>> = lessons.iter().filter(|l| l.gold.names.is_some()).copied().collect();
    named.extend(marked.iter().map(|gold| Unseen { gold, tagger: &tagger }));
    let before = naming::Before { words: &words, parser: &parser, labeller: &labeller, table: &table };
    let name_settings = settings("NAMES", NAMES);
    let name_bytes = kept("names", || naming::train_names(&named, before, name_settings, seed + 24))?;

    let kind_settings = settings("KINDS", KINDS);
    let mut kind_bytes = Vec::new();
    for n in 0..VOICES {
        kind_bytes.push(kept(&format!("kinds{n}"), || {
            naming::train_kinds(&named, before, kind_settings, seed + 34 + n as u64)
        })?);
    }

    let boundary_settings = settings("BOUNDARIES", BOUNDARIES);
    let boundary_bytes =
        kept("boundaries", || boundaries::train_boundaries(&all, &words, boundary_settings, seed + 41))?;

    let bytes = Model::write([
        NOTES.as_bytes(),
        &classes_bytes,
        &lexicon_bytes,
        &lemma_bytes,
        &tagger_bytes,
        &parser_bytes,
        &label_bytes,
        &name_bytes,
        &kind_bytes.concat(),
        &boundary_bytes,
    ]);
    std::fs::write(out, &bytes)?;
    eprintln!("{} bytes", bytes.len());
    let model = Model::read(&bytes)?;
    let variants = match std::env::var("ONLY").is_ok() {
        true => &Variant::ALL[..1],
        false => &Variant::ALL[..],
    };
    for &variant in variants {
        println!("ewt-dev {variant:?}: {}", evaluate(&model, &dev, variant));
        println!("held-back news {variant:?}: {}", evaluate(&model, &held, variant));
    }
    Ok(())
}

/// A trained part, from the folder of earlier parts if there is one.
fn kept(name: &str, make: impl FnOnce() -> Vec<u8>) -> std::io::Result<Vec<u8>> {
    let Ok(folder) = std::env::var("LANGUAGE_PARTS") else {
        return Ok(make());
    };
    let path = Path::new(&folder).join(name);
    if let Ok(bytes) = std::fs::read(&path) {
        return Ok(bytes);
    }
    let bytes = make();
    std::fs::write(&path, &bytes)?;
    Ok(bytes)
}

/// A fold for every sentence; documents stay together.
fn fold_numbers(sentences: &[&Gold]) -> Vec<usize> {
    let mut folds: HashMap<&str, usize> = HashMap::new();
    let mut numbers = Vec::with_capacity(sentences.len());
    for gold in sentences {
        let next = folds.len() % FOLDS;
        numbers.push(*folds.entry(gold.document.as_str()).or_insert(next));
    }
    numbers
}
