//! The language layer: from a text to annotated sentences.
//!
//! Sentence boundaries, tokens, parts of speech, lemmas, dependency tree and
//! named spans. It depends on nothing else of the project, and it never fails:
//! whatever the text, it gives sentences.

mod abbreviations;
mod address;
mod boundaries;
mod chars;
mod figure;
mod sentence;
mod tokens;
mod word;
mod word_list;

pub use sentence::{
    Annotation, Block, Features, NameKind, NameSpan, Relation, Sentence, Tag, Token,
};

/// Annotates a text whose paragraphs, headlines and list lines are `blocks`.
///
/// Sentences never cross a block, and text outside the blocks is left out. A block
/// that is no stretch of the text gives no sentence.
pub fn annotate(text: &str, blocks: &[Block]) -> Annotation {
    let mut annotation = Annotation::default();
    for (number, block) in blocks.iter().enumerate() {
        let first = annotation.tokens.len();
        tokens::read(text, block.range.clone(), &mut annotation);
        boundaries::read(text, number, block.is_headline, first, &mut annotation);
    }
    fill(&mut annotation);
    annotation
}

/// Gives every token what its words alone do not show: until there is a model,
/// the lemma is the normal form.
fn fill(annotation: &mut Annotation) {
    for token in &mut annotation.tokens {
        token.lemma = token.norm;
    }
}
