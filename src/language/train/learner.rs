//! The learner: the same network as `network.rs`, in floating point, with AdaGrad.
//!
//! Features get rows on a counting pass; afterwards unknown ones add nothing, as
//! they will when the network is used.

use std::collections::HashMap;
use std::ops::Range;

use super::export::network_bytes;
use super::places::Places;
use super::random::Random;
use super::weights::{Mean, Weights};
use crate::language::buckets::DIRECT;

/// How a network is trained.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// Inner width.
    pub width: usize,
    /// Passes over the training sentences.
    pub epochs: usize,
    /// A feature seen less often gets no row.
    pub least_count: u32,
    /// Most rows; the most frequent features win.
    pub most_rows: usize,
    /// First step size; it falls to a twentieth.
    pub rate: f32,
    /// Share of inner sums dropped while training.
    pub dropout: f32,
    /// Share of features hidden while training.
    pub blindness: f32,
    /// So many times as many rows are trained at first; see [`Learner::prune`].
    pub first_rows: usize,
    /// Most features without a row that get direct weights.
    pub most_direct: usize,
    /// The share of the training from which on the weights are averaged.
    pub averaged_from: f32,
    /// What is left of the step size at the end.
    pub last_rate: f32,
    /// A word that the training text has so many times is forgotten half of the time.
    pub forgets: f32,
}

/// Times that the weights are noted in a pass.
const NOTES_PER_PASS: f32 = 4.0;

/// A network being trained.
pub struct Learner {
    settings: Settings,
    outcomes: usize,
    counts: HashMap<u32, u32, BuildHash>,
    rows_of: HashMap<u32, u32, BuildHash>,
    row_counts: Vec<u32>,
    direct_of: HashMap<u32, u32, BuildHash>,
    weights: Weights,
    /// Sums of the squares of all steps, after AdaGrad.
    squares: Weights,
    rate: f32,
    active: Vec<u32>,
    active_direct: Vec<u32>,
    inner: Vec<f32>,
    kept: Vec<f32>,
    inner_gradient: Vec<f32>,
    mean: Mean,
}

/// Feature hashes are hashes already.
#[derive(Default, Clone, Copy)]
pub struct BuildHash;

/// Passes a feature hash through.
#[derive(Default)]
pub struct Pass(u64);

impl std::hash::Hasher for Pass {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {
        unreachable!("only u32 keys")
    }
    fn write_u32(&mut self, value: u32) {
        self.0 = u64::from(value) | u64::from(value) << 32;
    }
}

impl std::hash::BuildHasher for BuildHash {
    type Hasher = Pass;
    fn build_hasher(&self) -> Pass {
        Pass::default()
    }
}

impl Learner {
    /// An empty learner; count features first, then [`start`](Self::start).
    pub fn new(settings: Settings, outcomes: usize) -> Self {
        let width = settings.width;
        Learner {
            settings,
            outcomes,
            counts: HashMap::default(),
            rows_of: HashMap::default(),
            row_counts: Vec::new(),
            direct_of: HashMap::default(),
            weights: Weights {
                bias: vec![0.02; width],
                outcome_bias: vec![0.0; outcomes],
                ..Weights::default()
            },
            squares: Weights {
                bias: vec![1e-3; width],
                inner: vec![1e-3; width * outcomes],
                outcome_bias: vec![1e-3; outcomes],
                ..Weights::default()
            },
            rate: settings.rate,
            active: Vec::new(),
            active_direct: Vec::new(),
            inner: vec![0.0; width],
            kept: vec![1.0; width],
            inner_gradient: vec![0.0; width],
            mean: Mean::default(),
        }
    }

    /// Counts the features of one decision.
    pub fn count(&mut self, features: &[u32]) {
        for &feature in features {
            *self.counts.entry(feature).or_insert(0) += 1;
        }
    }

    /// Ends the counting: gives rows to the features seen often enough.
    pub fn start(&mut self, random: &mut Random) {
        let mut seen: Vec<(u32, u32)> = std::mem::take(&mut self.counts)
            .into_iter()
            .filter(|&(_, count)| count >= self.settings.least_count)
            .map(|(feature, count)| (count, feature))
            .collect();
        seen.sort_unstable_by(|a, b| b.cmp(a));
        let all = seen.len();
        let mut places = Places::for_rows(self.settings.most_rows * self.settings.first_rows);
        let (rows, rest): (Vec<_>, Vec<_>) = seen.into_iter().partition(|&(_, feature)| places.take(feature));
        let mut places = Places::for_direct(self.settings.most_direct);
        let direct = rest.iter().map(|&(_, feature)| feature).filter(|&feature| places.take(feature));
        self.direct_of = direct.zip(0..).collect();
        self.weights.direct = vec![[0.0; DIRECT]; self.direct_of.len()];
        self.squares.direct = vec![[1e-2; DIRECT]; self.direct_of.len()];
        let (count, width) = (rows.len(), self.settings.width);
        eprintln!("  {count} of {all} features seen {} times or more", self.settings.least_count);
        self.rows_of = rows.iter().map(|&(_, feature)| feature).zip(0..).collect();
        self.row_counts = rows.iter().map(|r| r.0).collect();
        self.weights.rows = (0..count * width).map(|_| random.around(0.08)).collect();
        self.squares.rows = vec![1e-3; count * width];
        self.weights.inner = (0..width * self.outcomes).map(|_| random.around(0.15)).collect();
    }

    /// Keeps the rows that matter: those of frequent features with large weights.
    /// The others get direct weights, if there is room.
    pub fn prune(&mut self) {
        let width = self.settings.width;
        let features = by_number(&self.rows_of);
        let weight = |row: usize| {
            let squares: f32 = self.weights.rows[row * width..][..width].iter().map(|w| w * w).sum();
            squares * self.row_counts[row] as f32
        };
        let mut order: Vec<usize> = (0..features.len()).collect();
        order.sort_by(|&a, &b| weight(b).total_cmp(&weight(a)).then(a.cmp(&b)));
        let mut places = Places::for_rows(self.settings.most_rows);
        let (mut kept, mut dropped): (Vec<usize>, Vec<usize>) =
            order.into_iter().partition(|&row| places.take(features[row]));
        kept.sort_unstable();
        dropped.sort_unstable();
        let mut places = Places::for_direct(self.settings.most_direct);
        let fresh = dropped.iter().map(|&row| (features[row], [0.0; DIRECT], [1e-2; DIRECT]));
        let weights = self.weights.direct.iter().zip(&self.squares.direct);
        let old = by_number(&self.direct_of).into_iter().zip(weights).map(|(f, (&w, &s))| (f, w, s));
        let direct: Vec<_> = fresh.chain(old).filter(|d| places.take(d.0)).collect();
        self.direct_of = direct.iter().map(|d| d.0).zip(0..).collect();
        self.weights.direct = direct.iter().map(|d| d.1).collect();
        self.squares.direct = direct.iter().map(|d| d.2).collect();
        self.rows_of = kept.iter().map(|&row| features[row]).zip(0..).collect();
        let take =
            |from: &[f32]| kept.iter().flat_map(|&row| &from[row * width..][..width]).copied().collect();
        self.weights.rows = take(&self.weights.rows);
        self.squares.rows = take(&self.squares.rows);
        self.row_counts = kept.iter().map(|&row| self.row_counts[row]).collect();
    }

    /// Sets the step size for a share of the training done, and notes the weights
    /// some times towards its end.
    pub fn set_progress(&mut self, done: f32) {
        let last = self.settings.last_rate;
        self.rate = self.settings.rate * (1.0 - done).max(0.0).mul_add(1.0 - last, last);
        let from = self.settings.averaged_from;
        let due = (done - from) * self.settings.epochs as f32 * NOTES_PER_PASS;
        if done > from && due >= self.mean.count() {
            self.mean.note(&self.weights);
        }
    }

    /// Computes the inner sums of one decision; with `random`, some are dropped.
    pub fn forward(&mut self, features: &[u32], mut random: Option<&mut Random>) {
        let width = self.settings.width;
        self.active.clear();
        self.active.extend(features.iter().filter_map(|f| self.rows_of.get(f)));
        self.active_direct.clear();
        if !self.direct_of.is_empty() {
            self.active_direct.extend(features.iter().filter_map(|f| self.direct_of.get(f)));
        }
        if let Some(random) = random.as_deref_mut() {
            let blindness = self.settings.blindness;
            self.active.retain(|_| random.share() >= blindness);
            self.active_direct.retain(|_| random.share() >= blindness);
        }
        self.inner.copy_from_slice(&self.weights.bias);
        for &row in &self.active {
            let row = &self.weights.rows[row as usize * width..][..width];
            self.inner.iter_mut().zip(row).for_each(|(i, r)| *i += r);
        }
        for i in &mut self.inner {
            *i = i.max(0.0);
        }
        self.inner_gradient.fill(0.0);
        if let Some(random) = random {
            let keep = 1.0 - self.settings.dropout;
            for (k, i) in self.kept.iter_mut().zip(&mut self.inner) {
                *k = if random.share() < keep { 1.0 / keep } else { 0.0 };
                *i *= *k;
            }
        }
    }

    /// The scores of the outcomes in `range` for the current sums.
    pub fn scores(&self, range: Range<usize>, scores: &mut Vec<f32>) {
        scores.clear();
        scores.extend_from_slice(&self.weights.outcome_bias[range.clone()]);
        if range.start == 0 {
            for &n in &self.active_direct {
                for (s, w) in scores.iter_mut().zip(&self.weights.direct[n as usize]) {
                    *s += w;
                }
            }
        }
        for (j, &i) in self.inner.iter().enumerate() {
            if i > 0.0 {
                let weights = &self.weights.inner[j * self.outcomes..][range.clone()];
                for (s, w) in scores.iter_mut().zip(weights) {
                    *s += i * w;
                }
            }
        }
    }

    /// Learns from the gradient of the scores of `range`.
    pub fn learn(&mut self, range: Range<usize>, gradient: &[f32]) {
        for (j, &i) in self.inner.iter().enumerate() {
            if i > 0.0 {
                let at = j * self.outcomes;
                let weights = &mut self.weights.inner[at..][range.clone()];
                let squares = &mut self.squares.inner[at..][range.clone()];
                let mut lanes = [0.0f32; 8];
                for (n, (&g, &w)) in gradient.iter().zip(weights.iter()).enumerate() {
                    lanes[n % 8] += g * w;
                }
                self.inner_gradient[j] += lanes.iter().sum::<f32>();
                for ((w, q), &g) in weights.iter_mut().zip(squares).zip(gradient) {
                    let g = g * i;
                    *q += g * g;
                    *w -= self.rate * g / q.sqrt();
                }
            }
        }
        if range.start == 0 {
            for &n in &self.active_direct {
                let weights = &mut self.weights.direct[n as usize];
                let squares = &mut self.squares.direct[n as usize];
                step(weights, squares, &gradient[..gradient.len().min(DIRECT)], self.rate);
            }
        }
        let biases = &mut self.weights.outcome_bias[range.clone()];
        step(biases, &mut self.squares.outcome_bias[range], gradient, self.rate);
    }

    /// Ends a decision: passes what was learned on to the rows.
    pub fn finish(&mut self) {
        let width = self.settings.width;
        let mut any = false;
        for ((g, i), k) in self.inner_gradient.iter_mut().zip(&self.inner).zip(&self.kept) {
            *g = if *i > 0.0 { *g * k } else { 0.0 };
            any |= *g != 0.0;
        }
        if !any {
            return;
        }
        for &row in &self.active {
            let at = row as usize * width;
            step(
                &mut self.weights.rows[at..][..width],
                &mut self.squares.rows[at..][..width],
                &self.inner_gradient,
                self.rate,
            );
        }
        step(&mut self.weights.bias, &mut self.squares.bias, &self.inner_gradient, self.rate);
    }

    /// The quantised network, in the layout of `network.rs`.
    pub fn export(self) -> Vec<u8> {
        let weights = self.mean.settle().unwrap_or(self.weights);
        let (rows, direct) = (by_number(&self.rows_of), by_number(&self.direct_of));
        network_bytes(&self.settings, self.outcomes, &rows, &direct, &weights)
    }
}

/// The features in the order of their numbers.
fn by_number(numbers: &HashMap<u32, u32, BuildHash>) -> Vec<u32> {
    let mut features = vec![0; numbers.len()];
    for (&feature, &number) in numbers {
        features[number as usize] = feature;
    }
    features
}

fn step(weights: &mut [f32], squares: &mut [f32], gradient: &[f32], rate: f32) {
    for ((w, q), &g) in weights.iter_mut().zip(squares).zip(gradient) {
        *q += g * g;
        *w -= rate * g / q.sqrt();
    }
}

/// Turns scores into the gradient of minus the log of the probability that falls
/// on the wanted outcomes. False if that is sure already.
pub fn softmax_gradient(scores: &mut [f32], is_wanted: impl Fn(usize) -> bool) -> bool {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let (mut total, mut wanted) = (0.0f32, 0.0f32);
    for (n, s) in scores.iter_mut().enumerate() {
        *s = (*s - most).exp();
        total += *s;
        if is_wanted(n) {
            wanted += *s;
        }
    }
    if wanted <= 0.0 {
        wanted = 1e-20;
    }
    for (n, s) in scores.iter_mut().enumerate() {
        let p = *s / total;
        *s = if is_wanted(n) { p - *s / wanted } else { p };
    }
    wanted / total < 0.9995
}
