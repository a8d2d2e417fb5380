//! Training of the tagger.

use std::collections::BTreeMap;

use super::forget::Words;
use super::learner::{Learner, PRUNED, Settings, softmax_gradient};
use super::random::Random;
use super::treebank::Gold;
use super::vary::{Variant, vary};
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
    random: &mut Random,
) -> Vec<u8> {
    let mut learner = Learner::new(settings, classes.len());
    let mut list = FeatureList::new();
    let mut forms = Vec::new();
    let wanted =
        |gold: &Gold| -> Vec<u8> { gold.tokens.iter().map(|t| classes.number(t.tag, t.features)).collect() };
    for gold in sentences {
        words.read(gold, &mut forms);
        let mut before = [NO_CLASS; 2];
        for (i, class) in wanted(gold).into_iter().enumerate() {
            tag_features(&forms, i, before, &mut list);
            learner.count(list.as_slice());
            before = [class, before[0]];
        }
    }
    learner.start(random);
    let mut order: Vec<&Gold> = sentences.to_vec();
    let mut scores = Vec::new();
    let total = (order.len() * settings.epochs) as f32;
    let mut done = 0.0;
    for epoch in 0..settings.epochs {
        if epoch == PRUNED {
            learner.prune();
        }
        random.shuffle(&mut order);
        let (mut right, mut all) = (0u32, 0u32);
        for gold in &order {
            done += 1.0;
            learner.set_progress(done / total);
            let gold = vary(gold, Variant::draw(random), random);
            words.read(&gold, &mut forms);
            words.forget(&mut forms, settings.forgets, random);
            let mut before = [NO_CLASS; 2];
            for (i, class) in wanted(&gold).into_iter().enumerate() {
                tag_features(&forms, i, before, &mut list);
                learner.forward(list.as_slice(), Some(random));
                learner.scores(0..classes.len(), &mut scores);
                let guess = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or(0);
                all += 1;
                right += u32::from(guess == class as usize);
                if softmax_gradient(&mut scores, |n| n == class as usize) {
                    learner.learn(0..classes.len(), &scores);
                    learner.finish();
                }
                // Half of the time the tagger sees its own choice, as in use.
                let shown = if random.below(2) == 0 { guess as u8 } else { class };
                before = [shown, before[0]];
            }
        }
        eprintln!("  tagger pass {}: {:.2} %", epoch + 1, 100.0 * right as f32 / all as f32);
    }
    learner.export()
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
