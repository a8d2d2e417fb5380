//! The weights of a network in floating point, and their mean over the end of a training.

use crate::language::buckets::DIRECT;

/// All weights of a network.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    /// Those of the features, row by row.
    pub rows: Vec<f32>,
    /// Those of the features without a row.
    pub direct: Vec<[f32; DIRECT]>,
    /// What every inner sum begins with.
    pub bias: Vec<f32>,
    /// All outcomes of the first inner sum, and so on.
    pub inner: Vec<f32>,
    /// What the score of every outcome begins with.
    pub outcome_bias: Vec<f32>,
}

impl Weights {
    fn parts(&mut self) -> [&mut [f32]; 5] {
        let direct = self.direct.as_flattened_mut();
        [&mut self.rows, direct, &mut self.bias, &mut self.inner, &mut self.outcome_bias]
    }
}

/// The mean of weights noted some times.
#[derive(Debug, Default)]
pub struct Mean {
    sums: Option<Box<Weights>>,
    count: f32,
}

impl Mean {
    /// How many weights were noted.
    pub fn count(&self) -> f32 {
        self.count
    }

    /// Adds the weights as they are now; their sizes are always the same.
    pub fn note(&mut self, now: &Weights) {
        self.count += 1.0;
        let Some(sums) = &mut self.sums else {
            self.sums = Some(Box::new(now.clone()));
            return;
        };
        for (sums, now) in sums.parts().into_iter().zip(now.clone().parts()) {
            sums.iter_mut().zip(now).for_each(|(s, n)| *s += *n);
        }
    }

    /// The mean, if any were noted.
    pub fn settle(self) -> Option<Weights> {
        let mut mean = *self.sums?;
        for part in mean.parts() {
            part.iter_mut().for_each(|w| *w /= self.count);
        }
        Some(mean)
    }
}
