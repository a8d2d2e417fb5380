//! Training of the labeller, on gold trees with the tags of a tagger that has not seen
//! the sentence.

use super::Unseen;
use super::forget::Words;
use super::learner::{Learner, PRUNED, Settings, softmax_gradient};
use super::random::Random;
use super::vary::{Variant, vary};
use crate::language::features::FeatureList;
use crate::language::labels::{Labels, label_features};
use crate::language::parser::RELATIONS;
use crate::language::tagger::tag;

/// Trains a labeller; the result is its network's bytes.
pub fn train_labeller(
    sentences: &[Unseen<'_>],
    words: &Words<'_>,
    settings: Settings,
    random: &mut Random,
) -> Vec<u8> {
    let mut learner = Learner::new(settings, RELATIONS);
    let mut list = FeatureList::new();
    let (mut forms, mut classes, mut labels) = (Vec::new(), Vec::new(), Labels::default());
    let mut order = sentences.to_vec();
    let mut scores = Vec::new();
    for epoch in 0..=settings.epochs {
        if epoch == PRUNED + 1 {
            learner.prune();
        }
        random.shuffle(&mut order);
        let (mut right, mut all) = (0u32, 0u32);
        for (done, &Unseen { gold, tagger, .. }) in order.iter().enumerate() {
            let counts_only = epoch == 0;
            let variant = if counts_only { Variant::Plain } else { Variant::draw(random) };
            let gold = vary(gold, variant, random);
            words.read(&gold, &mut forms);
            tag(tagger, &forms, &mut classes, &mut Vec::new());
            if !counts_only {
                words.forget(&mut forms, settings.forgets, random);
                let done = (epoch - 1) as f32 + done as f32 / order.len() as f32;
                learner.set_progress(done / settings.epochs as f32);
            }
            let count = gold.tokens.len() as u32;
            let head = |(i, t): (usize, &crate::language::Token)| {
                if t.head as usize == i { count } else { u32::from(t.head) }
            };
            let heads: Vec<u32> = gold.tokens.iter().enumerate().map(head).collect();
            labels.reset(&heads);
            for (i, token) in gold.tokens.iter().enumerate().filter(|&(i, _)| heads[i] < count) {
                let wanted = token.relation as u8;
                label_features(&labels, &heads, &forms, &classes, i, &mut list);
                if counts_only {
                    learner.count(list.as_slice());
                    labels.note(i, heads[i], wanted);
                    continue;
                }
                learner.forward(list.as_slice(), Some(random));
                learner.scores(0..RELATIONS, &mut scores);
                let guess = (1..RELATIONS).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or(1);
                all += 1;
                right += u32::from(guess == wanted as usize);
                if softmax_gradient(&mut scores, |n| n == wanted as usize) {
                    learner.learn(0..RELATIONS, &scores);
                    learner.finish();
                }
                // Half of the time it goes on from its own choice, as in use.
                let shown = if random.below(2) == 0 { guess as u8 } else { wanted };
                labels.note(i, heads[i], shown);
            }
        }
        match epoch {
            0 => learner.start(random),
            _ => eprintln!("  labeller pass {epoch}: {:.2} %", 100.0 * right as f32 / all.max(1) as f32),
        }
    }
    learner.export()
}
