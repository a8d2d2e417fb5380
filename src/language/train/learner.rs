//! The learner: the same network as `network.rs`, in floating point, with AdaGrad.
//!
//! Features get rows on a counting pass; afterwards unknown ones add nothing, as
//! they will when the network is used. `export` writes the quantised bytes.

use std::collections::HashMap;
use std::ops::Range;

use super::random::Random;
use crate::language::lexicon::home;
use crate::language::network::{DIRECT, DIRECT_SLOT, HEADER, NO_ROW, direct_check};

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

/// The pass before which the rows are pruned.
pub const PRUNED: usize = 2;

/// A network being trained.
pub struct Learner {
    settings: Settings,
    outcomes: usize,
    rows_of: HashMap<u32, u32, BuildHash>,
    counts: HashMap<u32, u32, BuildHash>,
    rows: Vec<f32>,
    row_squares: Vec<f32>,
    row_counts: Vec<u32>,
    bias: Vec<f32>,
    bias_squares: Vec<f32>,
    // Weights lie inner-major: all outcomes of the first inner sum, and so on.
    weights: Vec<f32>,
    weight_squares: Vec<f32>,
    outcome_bias: Vec<f32>,
    outcome_squares: Vec<f32>,
    rate: f32,
    direct_of: HashMap<u32, u32, BuildHash>,
    direct: Vec<[f32; DIRECT]>,
    direct_squares: Vec<[f32; DIRECT]>,
    active: Vec<u32>,
    active_direct: Vec<u32>,
    inner: Vec<f32>,
    kept: Vec<f32>,
    inner_gradient: Vec<f32>,
    /// Sums of the weights after the last passes, and of how many.
    sums: Option<Box<Weights>>,
    summed: f32,
}

/// All weights of a network.
#[derive(Clone)]
struct Weights {
    rows: Vec<f32>,
    bias: Vec<f32>,
    weights: Vec<f32>,
    outcome_bias: Vec<f32>,
    direct: Vec<[f32; DIRECT]>,
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
        Learner {
            settings,
            outcomes,
            rows_of: HashMap::default(),
            counts: HashMap::default(),
            rows: Vec::new(),
            row_squares: Vec::new(),
            row_counts: Vec::new(),
            bias: vec![0.02; settings.width],
            bias_squares: vec![1e-3; settings.width],
            weights: Vec::new(),
            weight_squares: vec![1e-3; settings.width * outcomes],
            outcome_bias: vec![0.0; outcomes],
            outcome_squares: vec![1e-3; outcomes],
            rate: settings.rate,
            direct_of: HashMap::default(),
            direct: Vec::new(),
            direct_squares: Vec::new(),
            active: Vec::new(),
            active_direct: Vec::new(),
            inner: vec![0.0; settings.width],
            kept: vec![1.0; settings.width],
            inner_gradient: vec![0.0; settings.width],
            sums: None,
            summed: 0.0,
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
        let mut kept: Vec<(u32, u32)> = std::mem::take(&mut self.counts)
            .into_iter()
            .filter(|&(_, count)| count >= self.settings.least_count)
            .map(|(feature, count)| (count, feature))
            .collect();
        kept.sort_unstable_by(|a, b| b.cmp(a));
        let all = kept.len();
        let rows = kept.len().min(self.settings.most_rows * self.settings.first_rows);
        for (n, &(_, feature)) in kept[rows..].iter().take(self.settings.most_direct).enumerate() {
            self.direct_of.insert(feature, n as u32);
        }
        self.direct = vec![[0.0; DIRECT]; self.direct_of.len()];
        self.direct_squares = vec![[1e-2; DIRECT]; self.direct_of.len()];
        kept.truncate(rows);
        eprintln!("  rows {rows} of {all} features seen {} times or more", self.settings.least_count);
        for (row, &(_, feature)) in kept.iter().enumerate() {
            self.rows_of.insert(feature, row as u32);
        }
        self.row_counts = kept.iter().map(|k| k.0).collect();
        let (count, width) = (kept.len(), self.settings.width);
        self.rows = (0..count * width).map(|_| random.around(0.08)).collect();
        self.row_squares = vec![1e-3; count * width];
        self.weights = (0..width * self.outcomes).map(|_| random.around(0.15)).collect();
    }

    /// Keeps the rows that matter: those of frequent features with large weights.
    /// The others get direct weights, if there is room.
    pub fn prune(&mut self) {
        let width = self.settings.width;
        let most = self.settings.most_rows.min(NO_ROW as usize - 1);
        let weight = |row: usize| {
            let squares: f32 = self.rows[row * width..][..width].iter().map(|w| w * w).sum();
            squares * self.row_counts[row] as f32
        };
        let mut order: Vec<usize> = (0..self.row_counts.len()).collect();
        order.sort_by(|&a, &b| weight(b).total_cmp(&weight(a)).then(a.cmp(&b)));
        let mut kept = order[..most.min(order.len())].to_vec();
        let mut dropped = order[kept.len()..].to_vec();
        kept.sort_unstable();
        dropped.sort_unstable();
        let mut features = vec![0; self.row_counts.len()];
        for (&feature, &row) in &self.rows_of {
            features[row as usize] = feature;
        }
        let mut direct: Vec<(u32, u32)> = self.direct_of.iter().map(|(&f, &n)| (n, f)).collect();
        direct.sort_unstable();
        let fresh = dropped.iter().map(|&row| (features[row], [0.0; DIRECT], [1e-2; DIRECT]));
        let old = direct.iter().map(|&(n, f)| (f, self.direct[n as usize], self.direct_squares[n as usize]));
        let all: Vec<_> = fresh.chain(old).take(self.settings.most_direct).collect();
        self.direct_of = all.iter().enumerate().map(|(n, d)| (d.0, n as u32)).collect();
        self.direct = all.iter().map(|d| d.1).collect();
        self.direct_squares = all.iter().map(|d| d.2).collect();
        self.rows_of = kept.iter().enumerate().map(|(n, &row)| (features[row], n as u32)).collect();
        let take =
            |from: &[f32]| kept.iter().flat_map(|&row| &from[row * width..][..width]).copied().collect();
        self.rows = take(&self.rows);
        self.row_squares = take(&self.row_squares);
        self.row_counts = kept.iter().map(|&row| self.row_counts[row]).collect();
    }

    /// Sets the step size for a share of the training done, and notes the weights
    /// some times towards its end.
    pub fn set_progress(&mut self, done: f32) {
        let last = self.settings.last_rate;
        self.rate = self.settings.rate * (1.0 - done).max(0.0).mul_add(1.0 - last, last);
        let from = self.settings.averaged_from;
        let due = (done - from) * self.settings.epochs as f32 * NOTES_PER_PASS;
        if done > from && due >= self.summed {
            self.note_weights();
        }
    }

    /// Computes the inner sums of one decision; with `random`, some are dropped.
    pub fn forward(&mut self, features: &[u32], mut random: Option<&mut Random>) {
        let width = self.settings.width;
        self.active.clear();
        self.active.extend(features.iter().filter_map(|f| self.rows_of.get(f)));
        self.active_direct.clear();
        if !self.direct.is_empty() {
            self.active_direct.extend(features.iter().filter_map(|f| self.direct_of.get(f)));
        }
        if let Some(random) = random.as_deref_mut() {
            let blindness = self.settings.blindness;
            self.active.retain(|_| random.share() >= blindness);
            self.active_direct.retain(|_| random.share() >= blindness);
        }
        self.inner.copy_from_slice(&self.bias);
        for &row in &self.active {
            let row = &self.rows[row as usize * width..][..width];
            for (i, r) in self.inner.iter_mut().zip(row) {
                *i += r;
            }
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
        scores.extend_from_slice(&self.outcome_bias[range.clone()]);
        if range.start == 0 {
            for &n in &self.active_direct {
                for (s, w) in scores.iter_mut().zip(&self.direct[n as usize]) {
                    *s += w;
                }
            }
        }
        for (j, &i) in self.inner.iter().enumerate() {
            if i > 0.0 {
                let weights = &self.weights[j * self.outcomes..][range.clone()];
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
                let weights = &mut self.weights[at..][range.clone()];
                let squares = &mut self.weight_squares[at..][range.clone()];
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
                let weights = &mut self.direct[n as usize];
                let squares = &mut self.direct_squares[n as usize];
                step(weights, squares, &gradient[..gradient.len().min(DIRECT)], self.rate);
            }
        }
        let biases = &mut self.outcome_bias[range.clone()];
        for ((b, q), &g) in biases.iter_mut().zip(&mut self.outcome_squares[range]).zip(gradient) {
            *q += g * g;
            *b -= self.rate * g / q.sqrt();
        }
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
                &mut self.rows[at..][..width],
                &mut self.row_squares[at..][..width],
                &self.inner_gradient,
                self.rate,
            );
        }
        step(&mut self.bias, &mut self.bias_squares, &self.inner_gradient, self.rate);
    }

    /// Adds the weights as they are now to the mean that [`export`](Self::export)
    /// writes. Call it some times towards the end of the training.
    fn note_weights(&mut self) {
        self.summed += 1.0;
        let now = Weights {
            rows: self.rows.clone(),
            bias: self.bias.clone(),
            weights: self.weights.clone(),
            outcome_bias: self.outcome_bias.clone(),
            direct: self.direct.clone(),
        };
        let Some(sums) = &mut self.sums else {
            self.sums = Some(Box::new(now));
            return;
        };
        let pairs = [
            (&mut sums.rows, &now.rows),
            (&mut sums.bias, &now.bias),
            (&mut sums.weights, &now.weights),
            (&mut sums.outcome_bias, &now.outcome_bias),
        ];
        for (sums, now) in pairs {
            sums.iter_mut().zip(now).for_each(|(s, n)| *s += n);
        }
        let direct = sums.direct.as_flattened_mut().iter_mut();
        direct.zip(now.direct.as_flattened()).for_each(|(s, n)| *s += n);
    }

    /// Puts the mean of the noted weights in the place of the last ones.
    fn settle(&mut self) {
        let Some(mut sums) = self.sums.take() else { return };
        let share = 1.0 / self.summed;
        for all in [&mut sums.rows, &mut sums.bias, &mut sums.weights, &mut sums.outcome_bias] {
            all.iter_mut().for_each(|w| *w *= share);
        }
        sums.direct.as_flattened_mut().iter_mut().for_each(|w| *w *= share);
        (self.rows, self.bias, self.weights) = (sums.rows, sums.bias, sums.weights);
        (self.outcome_bias, self.direct) = (sums.outcome_bias, sums.direct);
    }

    /// The quantised network, in the layout of `network.rs`.
    pub fn export(mut self) -> Vec<u8> {
        self.settle();
        let width = self.settings.width;
        let row_scale = 127.0 / quantile(&self.rows, 0.9999);
        let weight_scale = 2000.0 / quantile(&self.weights, 1.0);
        let direct_scale = 127.0 / quantile(self.direct.as_flattened(), 0.9999);
        let count = self.rows.len() / width;
        let slots = slots_for(count);
        let direct_slots = if self.direct.is_empty() { 0 } else { slots_for(self.direct.len()) };
        let factor = (row_scale * weight_scale / direct_scale).round() as u32;
        let unit = (row_scale * weight_scale).round() as u32;
        let mut bytes = Vec::new();
        for field in [
            slots as u32,
            count as u32,
            width as u32,
            self.outcomes as u32,
            direct_slots as u32,
            factor,
            unit,
        ] {
            bytes.extend(field.to_le_bytes());
        }
        bytes.resize(HEADER, 0);
        for (check, row) in self.slots(slots) {
            bytes.extend(check.to_le_bytes());
            bytes.extend(row.to_le_bytes());
        }
        let quantised = |w: f32, scale: f32| (w * scale).round().clamp(-127.0, 127.0) as i8 as u8;
        bytes.extend(self.rows.iter().map(|&w| quantised(w, row_scale)));
        for b in &self.bias {
            bytes.extend(((b * row_scale).round() as i16).to_le_bytes());
        }
        for outcome in 0..self.outcomes {
            for j in 0..width {
                let w = self.weights[j * self.outcomes + outcome];
                bytes.extend(((w * weight_scale).round() as i16).to_le_bytes());
            }
        }
        for b in &self.outcome_bias {
            bytes.extend(((b * row_scale * weight_scale).round() as i32).to_le_bytes());
        }
        if direct_slots > 0 {
            let mut slots = vec![[0; DIRECT_SLOT]; direct_slots];
            let mut by_number: Vec<(u32, u32)> = self.direct_of.iter().map(|(&f, &n)| (n, f)).collect();
            by_number.sort_unstable();
            for (n, feature) in by_number {
                let mut slot = home(feature, direct_slots);
                while slots[slot][..2] != [0; 2] {
                    slot = (slot + 1) % slots.len();
                }
                slots[slot][..2].copy_from_slice(&direct_check(feature).to_le_bytes());
                for (to, &w) in slots[slot][2..].iter_mut().zip(&self.direct[n as usize]) {
                    *to = quantised(w, direct_scale);
                }
            }
            bytes.extend(slots.concat());
        }
        bytes
    }

    /// The slots that lead from features to rows.
    fn slots(&self, count: usize) -> Vec<(u16, u16)> {
        let mut slots = vec![(0u16, NO_ROW); count];
        let mut by_row: Vec<(u32, u32)> = self.rows_of.iter().map(|(&f, &r)| (r, f)).collect();
        by_row.sort_unstable();
        for (row, feature) in by_row {
            let mut slot = home(feature, count);
            while slots[slot].1 != NO_ROW {
                slot = (slot + 1) % slots.len();
            }
            slots[slot] = (feature as u16, row as u16);
        }
        slots
    }
}

/// Slots of a table that holds so many entries: five eighths of them will be full.
fn slots_for(count: usize) -> usize {
    (count * 8 / 5).max(16)
}

fn step(weights: &mut [f32], squares: &mut [f32], gradient: &[f32], rate: f32) {
    for ((w, q), &g) in weights.iter_mut().zip(squares).zip(gradient) {
        *q += g * g;
        *w -= rate * g / q.sqrt();
    }
}

/// The value that a share of the weights do not exceed.
fn quantile(weights: &[f32], share: f64) -> f32 {
    let mut sizes: Vec<f32> = weights.iter().map(|w| w.abs()).collect();
    sizes.sort_unstable_by(f32::total_cmp);
    sizes.get(((sizes.len() as f64 - 1.0) * share) as usize).copied().unwrap_or(1.0).max(1e-6)
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
