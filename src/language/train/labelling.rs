//! Training of the labeller, on gold trees with the tags of a tagger that has not seen
//! the sentence.

use super::Unseen;
use super::forget::Words;
use super::learner::Settings;
use super::lesson::train;
use super::vary::vary;
use crate::language::features::FeatureList;
use crate::language::labels::{Labels, label_features};
use crate::language::parser::RELATIONS;
use crate::language::tagger::tag;

/// Trains a labeller; the result is its network's bytes.
pub fn train_labeller(sentences: &[Unseen<'_>], words: &Words<'_>, settings: Settings, seed: u64) -> Vec<u8> {
    let mut list = FeatureList::new();
    let (mut forms, mut classes, mut labels) = (Vec::new(), Vec::new(), Labels::default());
    train("labeller", settings, RELATIONS, sentences, seed, |unseen, pupil| {
        let variant = pupil.variant();
        let gold = vary(unseen.gold, variant, &mut pupil.random);
        words.read(&gold, &mut forms);
        tag(unseen.tagger, &forms, &mut classes, &mut Vec::new());
        if pupil.pass.is_some() {
            words.forget(&mut forms, settings.forgets, &mut pupil.random);
        }
        let heads = gold.heads();
        labels.reset(&heads);
        for (i, token) in gold.tokens.iter().enumerate().filter(|&(i, _)| heads[i] < heads.len() as u32) {
            label_features(&labels, &heads, &forms, &classes, i, &mut list);
            // The first relation is the root's.
            let relation = pupil.decide_among(&list, token.relation as usize, 1.0, |n| n > 0);
            labels.note(i, heads[i], relation as u8);
        }
    })
}
