//! A small network over hashed features: from feature hashes to scores.
//!
//! Each known feature owns a row of `i8` weights; the rows of the active features
//! are summed, negative sums become zero, and each outcome weighs what is left.
//! All of it is whole-number arithmetic on the bytes as they lie in the model, so
//! every machine gets the same scores.

use std::ops::Range;

use super::buckets::{BUCKET, DIRECT, DirectTable, RowTable};
use super::bytes::u32_at;
use super::features::MOST;

/// Widest sum of rows that a network may have.
pub(super) const WIDEST: usize = 128;

/// Bytes of a network's header. Buckets and rows follow it at multiples of 64, so that a
/// row lies in as few lines of the processor's cache as can be.
pub(super) const HEADER: usize = 64;

/// One network, borrowed from the model's bytes.
///
/// Layout, all little-endian: number of buckets for rows, of those for direct weights,
/// of rows, width, outcomes, factor of the direct weights, unit of the scores (seven `u32`), zeros;
/// both kinds of buckets (`buckets.rs`); rows (bytes, 128 more than the weights); bias of the width (`i16`); weights of
/// each outcome (`i16`); bias of each outcome (`i32`).
#[derive(Debug, Clone, Copy)]
pub(super) struct Network<'a> {
    width: usize,
    outcomes: usize,
    row_table: RowTable<'a>,
    direct_table: DirectTable<'a>,
    rows: &'a [u8],
    bias: &'a [u8],
    weights: &'a [u8],
    outcome_bias: &'a [u8],
    direct_factor: i32,
    unit: i32,
}

/// The inner sums of one decision, after negative ones are cut to zero, and the
/// direct weights of the rarer features.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sums {
    inner: [i16; WIDEST],
    direct: [i32; DIRECT],
}

impl Sums {
    pub fn new() -> Self {
        Sums { inner: [0; WIDEST], direct: [0; DIRECT] }
    }
}

impl<'a> Network<'a> {
    /// The network in these bytes, or `None` if they do not make one.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        if bytes.len() < HEADER {
            return None;
        }
        let field = |n: usize| u32_at(bytes, n * 4) as usize;
        let (row_buckets, direct_buckets, row_count) = (field(0), field(1), field(2));
        let (width, outcomes) = (field(3), field(4));
        if !(1..1 << 16).contains(&row_buckets) || direct_buckets > 1 << 16 || row_count > 1 << 16 {
            return None;
        }
        if !matches!(width, 32 | 48 | 64 | 80 | 96 | 112 | 128) || outcomes > 512 {
            return None;
        }
        let mut rest = &bytes[HEADER..];
        let mut take = |length: usize| {
            let (part, after) = rest.split_at_checked(length)?;
            rest = after;
            Some(part)
        };
        let network = Network {
            width,
            outcomes,
            row_table: RowTable(take(BUCKET * row_buckets)?.as_chunks().0),
            direct_table: DirectTable(take(BUCKET * direct_buckets)?.as_chunks().0),
            rows: take(row_count * width)?,
            bias: take(width * 2)?,
            weights: take(outcomes * width * 2)?,
            outcome_bias: take(outcomes * 4)?,
            direct_factor: field(5) as i32,
            unit: (field(6) as i32).max(1),
        };
        rest.is_empty().then_some(network)
    }

    /// The number of outcomes.
    pub fn outcomes(&self) -> usize {
        self.outcomes
    }

    /// Sums the rows of the features; unknown ones add nothing.
    pub fn sum(&self, features: &[u32], sums: &mut Sums) {
        match self.width {
            48 => self.sum_of::<24>(features, sums),
            64 => self.sum_of::<32>(features, sums),
            80 => self.sum_of::<40>(features, sums),
            96 => self.sum_of::<48>(features, sums),
            112 => self.sum_of::<56>(features, sums),
            128 => self.sum_of::<64>(features, sums),
            _ => self.sum_of::<16>(features, sums),
        }
    }

    /// The same for rows of twice `HALF` weights.
    ///
    /// Two weights are added at a time: one sum is that of the pairs as numbers of sixteen
    /// bits, the other that of their upper halves, and what the upper halves do not account for
    /// is the lower ones'. The rows have 128 added to every weight, so that no
    /// sign need be carried along; it is taken off at the end.
    fn sum_of<const HALF: usize>(&self, features: &[u32], sums: &mut Sums) {
        // All are looked up before any row is summed: the waits for memory overlap.
        let (mut rows, mut row_count) = ([0u16; MOST], 0);
        let (mut rare, mut rare_count) = ([0u32; MOST], 0);
        for &feature in &features[..features.len().min(MOST)] {
            let row = self.row_table.row_of(feature);
            rows[row_count] = row;
            rare[rare_count] = feature;
            row_count += usize::from(row != 0);
            rare_count += usize::from(row == 0);
        }
        let (mut pairs, mut odd) = ([0u16; HALF], [0u16; HALF]);
        for &row in &rows[..row_count] {
            let at = (row as usize - 1) * HALF * 2;
            // A row number beyond the rows is that of a broken model.
            let Some(row) = self.rows.get(at..at + HALF * 2) else { continue };
            for ((pairs, odd), &pair) in pairs.iter_mut().zip(&mut odd).zip(row.as_chunks().0) {
                let pair = u16::from_le_bytes(pair);
                *pairs = pairs.wrapping_add(pair);
                *odd = odd.wrapping_add(pair >> 8);
            }
        }
        let lift = (row_count as u16).wrapping_mul(128);
        let inner = sums.inner.as_chunks_mut().0.iter_mut().zip(self.bias.as_chunks().0);
        for (([i0, i1], &[a, b, c, d]), (&pairs, &odd)) in inner.zip(pairs.iter().zip(&odd)) {
            let (bias0, bias1) = (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]));
            let even = pairs.wrapping_sub(odd << 8);
            *i0 = (even.wrapping_sub(lift).wrapping_add(bias0) as i16).max(0);
            *i1 = (odd.wrapping_sub(lift).wrapping_add(bias1) as i16).max(0);
        }
        sums.direct = [0; DIRECT];
        if !self.direct_table.0.is_empty() {
            for &feature in &rare[..rare_count] {
                self.direct_table.add(feature, &mut sums.direct);
            }
        }
    }

    /// The scores of some outcomes, in order; those beyond the last are left out.
    pub fn scores<const N: usize>(&self, sums: &Sums) -> [i32; N] {
        let mut scores = [0; N];
        self.each_score(sums, 0..N, |outcome, score| scores[outcome] = score);
        scores
    }

    /// Fills `scores` with those of the outcomes from `first` on.
    pub fn fill_scores(&self, sums: &Sums, first: usize, scores: &mut [i32]) {
        let outcomes = first..first + scores.len();
        self.each_score(sums, outcomes, |outcome, score| scores[outcome - first] = score);
    }

    /// A lead of so much makes an outcome e times as likely as another.
    pub fn unit(&self) -> i32 {
        self.unit
    }

    /// The best outcome, and the second best if its score is less than `lead` below.
    pub fn best_two(&self, sums: &Sums, lead: i32) -> (usize, Option<usize>) {
        let (mut first, mut second) = ((i32::MIN, 0), (i32::MIN, 0));
        self.each_score(sums, 0..self.outcomes, |outcome, score| {
            if score > first.0 {
                (first, second) = ((score, outcome), first);
            } else if score > second.0 {
                second = (score, outcome);
            }
        });
        (first.1, (first.0.saturating_sub(second.0) < lead).then_some(second.1))
    }

    /// The best of the outcomes `from..to`; the first of equals.
    pub fn best(&self, sums: &Sums, outcomes: Range<usize>) -> usize {
        let mut best = (i32::MIN, outcomes.start);
        self.each_score(sums, outcomes, |outcome, score| {
            if score > best.0 {
                best = (score, outcome);
            }
        });
        best.1
    }

    /// Shows the score of each of the outcomes to `look`.
    #[inline]
    fn each_score(&self, sums: &Sums, outcomes: Range<usize>, look: impl FnMut(usize, i32)) {
        match self.width {
            48 => self.each_score_of::<48>(sums, outcomes, look),
            64 => self.each_score_of::<64>(sums, outcomes, look),
            80 => self.each_score_of::<80>(sums, outcomes, look),
            96 => self.each_score_of::<96>(sums, outcomes, look),
            112 => self.each_score_of::<112>(sums, outcomes, look),
            128 => self.each_score_of::<128>(sums, outcomes, look),
            _ => self.each_score_of::<32>(sums, outcomes, look),
        }
    }

    /// The same for a width known to the compiler, which then needs few instructions.
    #[inline]
    fn each_score_of<const WIDTH: usize>(
        &self,
        sums: &Sums,
        outcomes: Range<usize>,
        mut look: impl FnMut(usize, i32),
    ) {
        let rows: &[[[u8; 2]; WIDTH]] = self.weights.as_chunks().0.as_chunks().0;
        let biases = self.outcome_bias.as_chunks().0;
        let Some(inner) = sums.inner.first_chunk::<WIDTH>() else { return };
        for ((weights, &bias), outcome) in rows.iter().zip(biases).zip(0..outcomes.end).skip(outcomes.start) {
            let mut total = product(weights, inner);
            if let Some(&direct) = sums.direct.get(outcome) {
                total = total.wrapping_add(direct.wrapping_mul(self.direct_factor));
            }
            look(outcome, total.wrapping_add(i32::from_le_bytes(bias)));
        }
    }
}

/// The inner product of an outcome's weights and the inner sums.
///
/// Not inlined: on its own the compiler multiplies and adds eight pairs at a time,
/// within the loop over the outcomes it does not.
#[inline(never)]
fn product<const WIDTH: usize>(weights: &[[u8; 2]; WIDTH], inner: &[i16; WIDTH]) -> i32 {
    let mut total = 0i32;
    for (w, s) in weights.as_chunks::<32>().0.iter().zip(inner.as_chunks::<32>().0) {
        total = total.wrapping_add(part(w, s));
    }
    let (w, s) = (weights.as_chunks::<32>().1, inner.as_chunks::<32>().1);
    for (w, s) in w.as_chunks::<16>().0.iter().zip(s.as_chunks::<16>().0) {
        total = total.wrapping_add(part(w, s));
    }
    total
}

fn part<const N: usize>(weights: &[[u8; 2]; N], inner: &[i16; N]) -> i32 {
    let mut total = 0i32;
    for (w, &s) in weights.iter().zip(inner) {
        total = total.wrapping_add(i32::from(i16::from_le_bytes(*w)) * i32::from(s));
    }
    total
}
