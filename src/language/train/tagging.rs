//! Training of the tagger.

use std::collections::BTreeMap;

use super::forget::Words;
use super::learner::Settings;
use super::lesson::train;
use super::treebank::Gold;
use super::vary::vary;
use crate::language::features::FeatureList;
use crate::language::network::Network;
use crate::language::sentence::{Features, Tag};
use crate::language::tagger::{Classes, NO_CLASS, tag, tag_features};

/// The classes of a corpus, by tag and flags.
pub struct ClassList {
    classes: Vec<(Tag, Features)>,
}

impl ClassList {
    /// The classes seen twice or more, most frequent first.
    pub fn of(sentences: &[&Gold]) -> Self {
        let mut counts: BTreeMap<(Tag, u16), u32> = BTreeMap::new();
        for token in sentences.iter().filter(|g| g.has_tree).flat_map(|g| &g.tokens) {
            *counts.entry((token.tag, token.features.0)).or_insert(0) += 1;
        }
        let mut all: Vec<_> = counts.into_iter().filter(|&(_, c)| c >= 2).collect();
        all.sort_by_key(|&(class, count)| (std::cmp::Reverse(count), class));
        let classes = all.into_iter().take(200).map(|((tag, flags), _)| (tag, Features(flags))).collect();
        ClassList { classes }
    }

    /// The number of the class; the nearest of that tag for an unseen one.
    pub fn number(&self, tag: Tag, features: Features) -> u8 {
        let differing = |c: &(Tag, Features)| (c.0 != tag) as u32 * 100 + (c.1.0 ^ features.0).count_ones();
        (0..self.classes.len()).min_by_key(|&n| differing(&self.classes[n])).unwrap_or(0) as u8
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.classes.len()
    }

    /// The bytes of the model's part.
    pub fn bytes(&self) -> Vec<u8> {
        let four = |&(tag, flags): &(Tag, Features)| {
            let [low, high] = flags.0.to_le_bytes();
            [tag as u8, 0, low, high]
        };
        self.classes.iter().flat_map(four).collect()
    }
}

/// Trains a tagger; the result is its network's bytes.
pub fn train_tagger(
    sentences: &[&Gold],
    words: &Words<'_>,
    classes: &ClassList,
    settings: Settings,
    seed: u64,
) -> Vec<u8> {
    let mut list = FeatureList::new();
    let mut forms = Vec::new();
    train("tagger", settings, classes.len(), sentences, seed, |gold, pupil| {
        let variant = pupil.variant();
        let gold = vary(gold, variant, &mut pupil.random);
        words.read(&gold, &mut forms);
        if pupil.pass.is_some() {
            words.forget(&mut forms, settings.forgets, &mut pupil.random);
        }
        let mut before = [NO_CLASS; 2];
        for (i, token) in gold.tokens.iter().enumerate() {
            tag_features(&forms, i, before, &mut list);
            let wanted = classes.number(token.tag, token.features);
            before = [pupil.decide(&list, wanted as usize) as u8, before[0]];
        }
    })
}

/// The share of tags a tagger gets right, in percent.
pub fn share_right(tagger: &Network<'_>, words: &Words<'_>, classes: &[u8], sentences: &[Gold]) -> f32 {
    let (mut right, mut all) = (0u32, 0u32);
    let (mut forms, mut found) = (Vec::new(), Vec::new());
    let Some(classes) = Classes::new(classes) else {
        return 0.0;
    };
    for gold in sentences {
        words.read(gold, &mut forms);
        tag(tagger, &forms, &mut found, &mut Vec::new());
        all += gold.tokens.len() as u32;
        let is_right = |(t, &c): (&crate::language::Token, &u8)| u32::from(classes.get(c).0 == t.tag);
        right += gold.tokens.iter().zip(&found).map(is_right).sum::<u32>();
    }
    100.0 * right as f32 / all.max(1) as f32
}
