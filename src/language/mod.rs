//! The language layer: from a text to annotated sentences.
//!
//! Sentence boundaries, tokens, parts of speech, lemmas, dependency tree and
//! named spans. It depends on nothing else of the project, and it never fails:
//! whatever the text, it gives sentences.

mod annotate;
mod bytes;
mod features;
mod lemma;
mod lexicon;
mod model;
mod names;
mod network;
mod parser;
mod sentence;
mod tagger;
#[cfg(feature = "train")]
pub mod train;
mod wordform;

pub use annotate::annotate_ranges;
pub use model::{Model, ModelError};
pub use sentence::{
    Annotation, Block, Features, NameKind, NameSpan, Relation, Sentence, Tag, Token,
};
