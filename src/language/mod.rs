//! The language layer: from a text to annotated sentences.
//!
//! Sentence boundaries, tokens, parts of speech, lemmas, dependency tree and
//! named spans. It depends on nothing else of the project, and it never fails:
//! whatever the text, it gives sentences.

mod abbreviations;
mod address;
mod agreement;
mod annotate;
mod boundaries;
mod buckets;
mod bytes;
mod chars;
mod face;
mod features;
mod figure;
mod kinds;
mod known;
mod labels;
mod lemma;
mod lexicon;
mod marks;
mod model;
mod moves;
mod names;
mod network;
mod parser;
mod sentence;
mod tagger;
mod times;
mod tokens;
#[cfg(feature = "train")]
pub mod train;
mod unmarked;
mod word;
mod word_list;
mod wordform;

pub use annotate::annotate_ranges;
pub use known::{Known, known};
pub use model::{Model, ModelError};
pub use sentence::{Annotation, Block, Features, NameKind, NameSpan, Relation, Sentence, Tag, Token};
use unmarked::Unmarked;

/// Annotates a text whose paragraphs, headlines and list lines are `blocks`.
///
/// Sentences never cross a block, and text outside the blocks is left out. A block
/// that is no stretch of the text gives no sentence.
pub fn annotate(text: &str, blocks: &[Block]) -> Annotation {
    annotate_with(Model::embedded(), text, blocks)
}

/// The same, with a model of one's own.
pub fn annotate_with(model: &Model<'_>, text: &str, blocks: &[Block]) -> Annotation {
    let mut annotation = Annotation::default();
    let mut unmarked = Unmarked::new(model.boundaries, model.lexicon);
    for (number, block) in blocks.iter().enumerate() {
        let first = annotation.tokens.len();
        tokens::read(text, block.range.clone(), &mut annotation);
        boundaries::read(text, number, block.is_headline, first, &mut unmarked, &mut annotation);
    }
    fill(model, text, &mut annotation);
    annotation
}

/// Gives every token what the model reads in it, and every sentence its names.
fn fill(model: &Model<'_>, text: &str, annotation: &mut Annotation) {
    let mut scratch = annotate::Scratch::default();
    let Annotation { tokens, sentences, names, words } = annotation;
    for sentence in sentences {
        let range = sentence.tokens.0 as usize..sentence.tokens.1 as usize;
        let first = names.len() as u32;
        annotate::annotate_sentence(model, text, &mut tokens[range], words, names, &mut scratch);
        sentence.names = (first, names.len() as u32);
    }
    agreement::agree(annotation, &mut scratch.leads);
}
