//! Feature lists: the hashes that describe one decision, gathered without allocation.

use super::wordform::{WordForm, mix};

/// Most features of one decision.
pub(super) const MOST: usize = 128;

/// The features of one decision.
pub(super) struct FeatureList {
    hashes: [u32; MOST],
    length: usize,
}

impl FeatureList {
    pub fn new() -> Self {
        FeatureList { hashes: [0; MOST], length: 0 }
    }

    pub fn clear(&mut self) {
        self.length = 0;
    }

    /// Adds a feature of that template.
    pub fn add(&mut self, template: u32, a: u32, b: u32) {
        self.hashes[self.length] = mix(template, a, b);
        self.length += 1;
    }

    pub fn as_slice(&self) -> &[u32] {
        &self.hashes[..self.length]
    }
}

/// The form `offset` places from `index`; outside the sentence, an empty one.
pub(super) fn form_at(forms: &[WordForm], index: usize, offset: isize) -> WordForm {
    const OUTSIDE: WordForm = WordForm {
        word: 1,
        suffixes: [1; 3],
        prefixes: [1; 2],
        shape: 1000,
        entry: super::lexicon::Entry {
            ambiguity: 255,
            lists: 0,
            meaning: 0,
            grammar: 0,
            noun_class: 0,
            verb_class: 0,
        },
        is_spaced: true,
    };
    match index.checked_add_signed(offset) {
        Some(at) if at < forms.len() => forms[at],
        _ => OUTSIDE,
    }
}
