//! Training of the unmarked ends: where a sentence ends though no rule says so.
//!
//! A paragraph of the treebanks is put together as raw text and cut by the rules; at
//! the gaps that they leave open the treebank's own ends are learned.

use std::collections::BTreeSet;

use super::forget::Words;
use super::learner::Settings;
use super::lesson::train;
use super::random::Random;
use super::treebank::Gold;
use super::vary::{Variant, vary};
use crate::language::features::FeatureList;
use crate::language::marks::BlockTokens;
use crate::language::unmarked::{Gap, OUTCOMES, gap_features};
use crate::language::wordform::WordForm;
use crate::language::{Annotation, tokens};

/// So many times as much is learned from a sentence that goes on as from one that ends.
/// Twice costs EWT 0.3 of F1 in sentences and costs GUM nothing (five folds).
const CAUTION: f32 = 2.0;

/// Trains the network that decides at gaps; the result is its bytes.
pub fn train_boundaries(sentences: &[&Gold], words: &Words<'_>, settings: Settings, seed: u64) -> Vec<u8> {
    let mut paragraph = Paragraph::default();
    let paragraphs: Vec<&[&Gold]> =
        sentences.chunk_by(|a, b| a.document == b.document && !b.begins_paragraph).collect();
    train("boundaries", settings, OUTCOMES, &paragraphs, seed, |sentences, pupil| {
        let variant = pupil.variant();
        paragraph.read(sentences, variant, words, &mut pupil.random);
        paragraph.each_gap(|list, is_end| {
            let weight = if is_end { 1.0 } else { CAUTION };
            pupil.decide_among(list, usize::from(is_end), weight, |_| true) == 1
        });
    })
}

/// A paragraph as raw text, and where its sentences end.
#[derive(Default)]
struct Paragraph {
    text: String,
    ends: BTreeSet<u32>,
    annotation: Annotation,
    forms: Vec<WordForm>,
}

impl Paragraph {
    fn read(&mut self, sentences: &[&Gold], variant: Variant, words: &Words<'_>, random: &mut Random) {
        self.text.clear();
        self.ends.clear();
        self.annotation = Annotation::default();
        for gold in sentences {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            match variant {
                Variant::Plain => self.text.push_str(&gold.text),
                _ => self.text.push_str(&vary(gold, variant, random).text),
            }
            self.ends.insert(self.text.len() as u32);
        }
        tokens::read(&self.text, 0..self.text.len(), &mut self.annotation);
        words.read_tokens(&self.text, &self.annotation, &mut self.forms);
    }

    /// Shows the features of every gap, and whether a sentence ends there, to `choose`,
    /// whose answer is where the next sentence begins.
    fn each_gap(&self, mut choose: impl FnMut(&FeatureList, bool) -> bool) {
        let Annotation { tokens, words, .. } = &self.annotation;
        let block = BlockTokens { text: &self.text, words, tokens, is_headline: false };
        let mut list = FeatureList::new();
        block.cut(
            |gap: Gap| {
                gap_features(&block, &self.forms, gap, &mut list);
                choose(&list, self.ends.contains(&tokens[gap.next - 1].end))
            },
            |_| {},
        );
    }
}
