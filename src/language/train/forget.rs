//! The words of the training text, and how rare ones are forgotten while training.
//!
//! A network must learn to read words that it will never have seen. So a word is taken
//! for an unknown one the more often the rarer it is: its letters and its class by
//! company stay, the word itself and the tags it had in training go (word dropout,
//! Kiperwasser & Goldberg 2016).

use std::collections::HashMap;

use super::random::Random;
use super::treebank::Gold;
use crate::language::Annotation;
use crate::language::lexicon::Lexicon;
use crate::language::wordform::{WordForm, hash_word, read_forms};

/// What is known of words: the word list, and how often each stands in the training text.
pub struct Words<'a> {
    lexicon: Lexicon<'a>,
    counts: HashMap<u32, u32>,
}

impl<'a> Words<'a> {
    /// The words of the sentences, with the word list.
    pub fn of(lexicon: Lexicon<'a>, sentences: &[&Gold]) -> Self {
        let mut counts = HashMap::new();
        for gold in sentences {
            for i in 0..gold.tokens.len() {
                *counts.entry(hash_word(gold.norm(i))).or_insert(0) += 1;
            }
        }
        Words { lexicon, counts }
    }

    /// Fills `forms` for the sentence.
    pub fn read(&self, gold: &Gold, forms: &mut Vec<WordForm>) {
        read_forms(&self.lexicon, &gold.text, &gold.words, &gold.tokens, forms);
    }

    /// The same for a text of tokens.
    pub fn read_tokens(&self, text: &str, annotation: &Annotation, forms: &mut Vec<WordForm>) {
        read_forms(&self.lexicon, text, &annotation.words, &annotation.tokens, forms);
    }

    /// Forgets some of the words; one that the training text has `half` times, half of
    /// the time.
    pub fn forget(&self, forms: &mut [WordForm], half: f32, random: &mut Random) {
        for form in forms {
            let count = self.counts.get(&form.word).map_or(0.0, |&n| n as f32);
            if random.share() * (half + count) < half {
                // A hash that no feature has been seen with.
                form.word = random.next() as u32 | 1;
                form.entry.ambiguity = 0;
            }
        }
    }
}
