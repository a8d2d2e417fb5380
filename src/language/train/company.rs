//! Classes of words by the company they keep, from vectors made of much text.
//!
//! `train-language classes VECTORS MORE_VECTORS DATA_DIR OUT` writes a word and its two
//! classes a line: by meaning, that is by both vectors alone, and by grammar. The list that the training
//! uses is `classes.tsv`; `classes.tsv.md` beside it names its source.

use std::error::Error;
use std::path::Path;

use super::grammar::foretell;
use super::random::Random;
use super::treebank::Gold;
use super::vectors::{Rows, classes_of, read_beside, read_vectors};

/// Words that get a class: the most frequent ones.
const WORDS: usize = 70_000;

/// The first lines of the list.
const REASON: &str = "# Words with their classes by meaning and by grammar, made by `train-language classes`.\n\
                      # The word \"#\" has a \"\\\" before it.\n";

/// How much the second vector counts beside the first.
const SECOND: f32 = 0.7;

/// How much the vector itself counts beside the grammar that it foretells.
const MEANING: f32 = 0.3;

/// Reads the vectors and writes the classes.
pub fn write_classes(
    vectors: &Path,
    more: &Path,
    sentences: &[Gold],
    out: &Path,
) -> Result<(), Box<dyn Error>> {
    let mut random = Random::new(1);
    let (words, mut vectors) = read_vectors(vectors, WORDS)?;
    vectors.flatten(2);
    vectors.normalise();
    let by_meaning = classes_of(&read_beside(more, &words, &vectors, SECOND)?, &mut random);
    let grammar = foretell(&words, &vectors, sentences, &mut random);
    let by_grammar = classes_of(&scaled(grammar).beside(&vectors, MEANING), &mut random);
    let line = |n: usize| {
        let escape = if words[n].starts_with('#') { "\\" } else { "" };
        format!("{escape}{}\t{}\t{}\n", words[n], by_meaning[n], by_grammar[n])
    };
    let mut lines: Vec<String> = (0..words.len()).map(line).collect();
    lines.sort_unstable();
    std::fs::write(out, REASON.to_owned() + &lines.concat())?;
    Ok(())
}

/// The grammar as it differs from the mean, as long as one in the mean of squares.
fn scaled(mut grammar: Rows) -> Rows {
    grammar.flatten(0);
    let length = grammar.numbers.iter().map(|x| x * x).sum::<f32>() / grammar.len() as f32;
    let scale = 1.0 / length.sqrt().max(1e-6);
    grammar.numbers.iter_mut().for_each(|x| *x *= scale);
    grammar
}
