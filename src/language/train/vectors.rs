//! Word vectors: read from a file, made fit for comparing, and put into classes.
//!
//! The classes are found by k-means in two steps: wide classes first, then up to sixteen
//! narrow ones within each. A class has a number whose last four bits tell the narrow one.

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::Path;

use super::random::Random;

/// Wide classes.
const WIDE: usize = 127;

/// Most narrow classes within a wide one; four bits.
const NARROW: usize = 16;

/// A narrow class has so many words or more, in the mean.
const FEWEST: usize = 6;

/// Rounds of k-means.
const ROUNDS: usize = 25;

/// Rows of equal length, one a word.
pub struct Rows {
    /// Numbers in a row.
    pub width: usize,
    /// The rows, one after the other.
    pub numbers: Vec<f32>,
}

impl Rows {
    /// The row of that number.
    pub fn row(&self, n: usize) -> &[f32] {
        &self.numbers[n * self.width..][..self.width]
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.numbers.len() / self.width
    }

    /// Every row made as long as one.
    pub fn normalise(&mut self) {
        for row in self.numbers.chunks_mut(self.width) {
            let length = dot(row, row).sqrt().max(1e-6);
            row.iter_mut().for_each(|x| *x /= length);
        }
    }

    /// Takes the mean and the directions that most rows share away: they tell how frequent
    /// a word is, not what it means (Mu & Viswanath 2018).
    pub fn flatten(&mut self, directions: usize) {
        let mean = self.mean();
        self.each(|row| row.iter_mut().zip(&mean).for_each(|(x, m)| *x -= m));
        for _ in 0..directions {
            let direction = self.main_direction();
            self.each(|row| {
                let share = dot(row, &direction);
                row.iter_mut().zip(&direction).for_each(|(x, d)| *x -= share * d);
            });
        }
    }

    /// Both side by side, the others to count for `share` as much.
    pub fn beside(&self, others: &Rows, share: f32) -> Rows {
        let both = |n: usize| self.row(n).iter().copied().chain(others.row(n).iter().map(move |x| x * share));
        Rows { width: self.width + others.width, numbers: (0..self.len()).flat_map(both).collect() }
    }

    fn each(&mut self, change: impl FnMut(&mut [f32])) {
        self.numbers.chunks_mut(self.width).for_each(change);
    }

    fn mean(&self) -> Vec<f32> {
        let mut mean = vec![0.0; self.width];
        for row in self.numbers.chunks(self.width) {
            mean.iter_mut().zip(row).for_each(|(m, x)| *m += x / self.len() as f32);
        }
        mean
    }

    /// The direction in which the rows differ most, by power iteration.
    fn main_direction(&self) -> Vec<f32> {
        let mut direction: Vec<f32> = (0..self.width).map(|n| 1.0 + n as f32 / 100.0).collect();
        for _ in 0..30 {
            let mut next = vec![0.0; self.width];
            for row in self.numbers.chunks(self.width) {
                let share = dot(row, &direction);
                next.iter_mut().zip(row).for_each(|(n, x)| *n += share * x);
            }
            let length = dot(&next, &next).sqrt().max(1e-6);
            direction = next.iter().map(|x| x / length).collect();
        }
        direction
    }
}

/// Reads the vectors of the first `most` words of a file: a word and its numbers a line,
/// frequent words first, as GloVe prints them. Words with digits are left out.
pub fn read_vectors(path: &Path, most: usize) -> std::io::Result<(Vec<String>, Rows)> {
    let mut words = Vec::new();
    let mut rows = Rows { width: 0, numbers: Vec::new() };
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let line = line?;
        let mut fields = line.split(' ');
        let word = fields.next().unwrap_or("");
        if word.is_empty() || word.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        rows.numbers.extend(fields.filter_map(|f| f.parse::<f32>().ok()));
        words.push(word.to_string());
        rows.width = rows.numbers.len() / words.len();
        if words.len() == most {
            break;
        }
    }
    Ok((words, rows))
}

/// Sets the vectors of another file beside those of the words, to count for `share` as
/// much. A word that it does not have gets zeros.
pub fn read_beside(path: &Path, words: &[String], rows: &Rows, share: f32) -> std::io::Result<Rows> {
    let numbers: HashMap<&str, usize> = words.iter().enumerate().map(|(n, w)| (w.as_str(), n)).collect();
    let mut others = Rows { width: 0, numbers: Vec::new() };
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let line = line?;
        let mut fields = line.split(' ');
        let Some(&n) = numbers.get(fields.next().unwrap_or("")) else { continue };
        let vector: Vec<f32> = fields.filter_map(|f| f.parse().ok()).collect();
        if others.width == 0 {
            others = Rows { width: vector.len(), numbers: vec![0.0; vector.len() * words.len()] };
        }
        others.numbers[n * others.width..][..others.width].copy_from_slice(&vector);
    }
    others.flatten(0);
    others.normalise();
    Ok(rows.beside(&others, share))
}

/// The class of every row; frequent words come first and count more.
pub fn classes_of(rows: &Rows, random: &mut Random) -> Vec<u16> {
    let all: Vec<usize> = (0..rows.len()).collect();
    let wide = cluster(rows, &all, WIDE, random);
    let mut classes = vec![0; rows.len()];
    for class in 0..WIDE {
        let members: Vec<usize> = all.iter().copied().filter(|&n| wide[n] == class).collect();
        let narrow = cluster(rows, &members, (members.len() / FEWEST).clamp(1, NARROW), random);
        for (&member, narrow) in members.iter().zip(narrow) {
            classes[member] = ((class + 1) * NARROW + narrow) as u16;
        }
    }
    classes
}

/// The cluster of every member.
fn cluster(rows: &Rows, members: &[usize], count: usize, random: &mut Random) -> Vec<usize> {
    let mut centres: Vec<Vec<f32>> = Vec::new();
    let mut seeds = members.to_vec();
    random.shuffle(&mut seeds);
    centres.extend(seeds.iter().take(count).map(|&n| rows.row(n).to_vec()));
    for _ in 0..ROUNDS {
        let mut sums = vec![vec![0.0; rows.width]; centres.len()];
        let mut weights = vec![0.0f32; centres.len()];
        for &member in members {
            let nearest = nearest(rows.row(member), &centres);
            let weight = 1.0 / (member as f32 + 100.0).sqrt();
            sums[nearest].iter_mut().zip(rows.row(member)).for_each(|(s, x)| *s += weight * x);
            weights[nearest] += weight;
        }
        for ((centre, sum), weight) in centres.iter_mut().zip(sums).zip(weights) {
            if weight > 0.0 {
                *centre = sum.iter().map(|s| s / weight).collect();
            }
        }
    }
    members.iter().map(|&n| nearest(rows.row(n), &centres)).collect()
}

fn nearest(row: &[f32], centres: &[Vec<f32>]) -> usize {
    let far = |centre: &Vec<f32>| dot(centre, centre) - 2.0 * dot(row, centre);
    let distances: Vec<f32> = centres.iter().map(far).collect();
    (0..distances.len()).min_by(|&a, &b| distances[a].total_cmp(&distances[b])).unwrap_or(0)
}

/// The inner product of two rows.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0f32; 16];
    let (a, a_rest) = a.as_chunks::<16>();
    let (b, b_rest) = b.as_chunks::<16>();
    for (a, b) in a.iter().zip(b) {
        for n in 0..16 {
            lanes[n] += a[n] * b[n];
        }
    }
    lanes.iter().sum::<f32>() + a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum::<f32>()
}
