//! The course of a training: a counting pass, then many passes over the sentences in
//! ever another order.

use super::learner::{Learner, Settings, softmax_gradient};
use super::random::Random;
use super::vary::Variant;
use crate::language::features::FeatureList;

/// The pass before which the rows are pruned.
const PRUNED: usize = 2;

/// A network while it is taught.
pub struct Pupil {
    pub learner: Learner,
    pub random: Random,
    /// The pass over the sentences; none while features are counted.
    pub pass: Option<usize>,
    /// The decisions of this pass that matter, and how many of them were right.
    pub all: u32,
    pub right: u32,
    outcomes: usize,
    scores: Vec<f32>,
}

impl Pupil {
    /// How the next sentence is to be printed: plainly while features are counted.
    pub fn variant(&mut self) -> Variant {
        match self.pass {
            None => Variant::Plain,
            Some(_) => Variant::draw(&mut self.random),
        }
    }

    /// Makes a decision and learns from it. Gives the outcome to go on from: half of the
    /// time its own choice, as in use.
    pub fn decide(&mut self, list: &FeatureList, wanted: usize) -> usize {
        self.decide_among(list, wanted, 1.0, |_| true)
    }

    /// The same for a choice among the outcomes that `may` be, from which so many times as much is
    /// learned.
    pub fn decide_among(
        &mut self,
        list: &FeatureList,
        wanted: usize,
        weight: f32,
        may: impl Fn(usize) -> bool,
    ) -> usize {
        let Pupil { learner, random, scores, .. } = self;
        if self.pass.is_none() {
            learner.count(list.as_slice());
            return wanted;
        }
        learner.forward(list.as_slice(), Some(random));
        learner.scores(0..self.outcomes, scores);
        let allowed = (0..self.outcomes).filter(|&n| may(n));
        let guess = allowed.max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or(0);
        self.all += 1;
        self.right += u32::from(guess == wanted);
        if softmax_gradient(scores, |n| n == wanted) {
            scores.iter_mut().for_each(|s| *s *= weight);
            learner.learn(0..self.outcomes, scores);
            learner.finish();
        }
        if random.below(2) == 0 { guess } else { wanted }
    }
}

/// Trains a network and gives its bytes. `teach` shows a lesson to the pupil.
pub fn train<T: Clone>(
    name: &str,
    settings: Settings,
    outcomes: usize,
    lessons: &[T],
    seed: u64,
    mut teach: impl FnMut(&T, &mut Pupil),
) -> Vec<u8> {
    let mut pupil = Pupil {
        learner: Learner::new(settings, outcomes),
        random: Random::new(seed),
        pass: None,
        all: 0,
        right: 0,
        outcomes,
        scores: Vec::new(),
    };
    lessons.iter().for_each(|lesson| teach(lesson, &mut pupil));
    pupil.random = Random::new(seed);
    pupil.learner.start(&mut pupil.random);
    let mut order = lessons.to_vec();
    let total = (lessons.len() * settings.epochs) as f32;
    let mut done = 0.0;
    for pass in 0..settings.epochs {
        if pass == PRUNED {
            pupil.learner.prune();
        }
        pupil.random.shuffle(&mut order);
        (pupil.pass, pupil.all, pupil.right) = (Some(pass), 0, 0);
        for lesson in &order {
            done += 1.0;
            pupil.learner.set_progress(done / total);
            teach(lesson, &mut pupil);
        }
        let share = 100.0 * pupil.right as f32 / pupil.all.max(1) as f32;
        eprintln!("  {name} pass {}: {share:.2} %", pass + 1);
    }
    pupil.learner.export()
}
