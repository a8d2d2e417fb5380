//! Classes of words by grammar: words that would stand in sentences alike.
//!
//! For the words of the treebanks it is known with which tags, relations and neighbours
//! they stand. What a word's vector and its ending tell of that is learnt from them, by
//! ridge regression over random features (Rahimi & Recht 2008), and then foretold for
//! every word that has a vector.

use std::collections::BTreeMap;

use super::random::Random;
use super::treebank::Gold;
use super::vectors::{Rows, dot};

/// Random features.
const HIDDEN: usize = 800;

/// Endings that are features.
const ENDINGS: usize = 300;

/// How much the weights are held back. Of 1,000 to 30,000 this foretold words left out best
/// (37 of 100 parts of the variance).
const RIDGE: f32 = 10_000.0;

/// A word seen less often in the treebanks teaches nothing.
const LEAST_COUNT: f32 = 3.0;

/// A trait that fewer words have is not foretold.
const LEAST_WORDS: usize = 30;

/// What is known of a word's grammar: how often it stood with each trait.
type Profile = BTreeMap<(u8, u32), f32>;

/// What the vectors and endings foretell of every word's grammar, one row a word.
pub fn foretell(words: &[String], vectors: &Rows, sentences: &[Gold], random: &mut Random) -> Rows {
    let profiles = profiles_of(sentences);
    let mut spread: BTreeMap<(u8, u32), usize> = BTreeMap::new();
    profiles.values().flat_map(|p| p.1.keys()).for_each(|&key| *spread.entry(key).or_insert(0) += 1);
    let traits: Vec<(u8, u32)> = spread.into_iter().filter(|t| t.1 >= LEAST_WORDS).map(|t| t.0).collect();

    let features = features_of(words, vectors, random);
    let width = features.width;
    let mut products = vec![0.0f64; width * width];
    let mut targets = vec![0.0f64; width * traits.len()];
    for (n, word) in words.iter().enumerate() {
        let Some((count, profile)) = profiles.get(word.as_str()).filter(|p| p.0 >= LEAST_COUNT) else {
            continue;
        };
        let (row, weight) = (features.row(n), count.min(200.0));
        for (a, products) in row.iter().zip(products.chunks_mut(width)).filter(|p| *p.0 != 0.0) {
            products.iter_mut().zip(row).for_each(|(p, b)| *p += f64::from(weight * a * b));
        }
        for (t, key) in traits.iter().enumerate() {
            let share = (profile.get(key).copied().unwrap_or(0.0) / count).min(3.0).sqrt();
            if share > 0.0 {
                let column = targets[t * width..][..width].iter_mut();
                column.zip(row).for_each(|(to, a)| *to += f64::from(weight * share * a));
            }
        }
    }
    for n in 0..width {
        products[n * width + n] += f64::from(RIDGE);
    }
    factorise(&mut products, width);
    let weights: Vec<Vec<f32>> = targets.chunks(width).map(|t| solve(&products, width, t)).collect();
    let mut numbers = Vec::with_capacity(words.len() * traits.len());
    for n in 0..words.len() {
        numbers.extend(weights.iter().map(|w| dot(w, features.row(n))));
    }
    Rows { width: traits.len(), numbers }
}

/// How often every word stands in the sentences, and with what.
fn profiles_of(sentences: &[Gold]) -> BTreeMap<&str, (f32, Profile)> {
    let mut profiles: BTreeMap<&str, (f32, Profile)> = BTreeMap::new();
    for gold in sentences {
        let tag = |i: usize| gold.tokens.get(i).map_or(99, |t| t.tag as u32);
        for (i, token) in gold.tokens.iter().enumerate() {
            let head = token.head as usize;
            let above = if head == i { 98 } else { tag(head) };
            let side = u32::from(head < i);
            let (count, profile) = profiles.entry(gold.norm(i)).or_default();
            *count += 1.0;
            for key in [
                (0, tag(i)),
                (1, tag(i) << 16 | u32::from(token.features.0)),
                (2, token.relation as u32),
                (3, above << 1 | side),
                (4, tag(i.wrapping_sub(1))),
                (5, tag(i + 1)),
            ] {
                *profile.entry(key).or_insert(0.0) += 1.0;
            }
            if head != i {
                let above = &mut profiles.entry(gold.norm(head)).or_default().1;
                *above.entry((6, (token.relation as u32) << 1 | side)).or_insert(0.0) += 1.0;
            }
        }
    }
    profiles
}

/// Vector and endings of every word, and random mixtures of both.
fn features_of(words: &[String], vectors: &Rows, random: &mut Random) -> Rows {
    let endings = |word: &str| -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        (1..=4)
            .filter(|&n| letters.len() > n + 1)
            .map(|n| letters[letters.len() - n..].iter().collect())
            .collect()
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    words.iter().take(30_000).flat_map(|w| endings(w)).for_each(|e| *counts.entry(e).or_insert(0) += 1);
    let mut frequent: Vec<(usize, String)> = counts.into_iter().map(|(ending, n)| (n, ending)).collect();
    frequent.sort_by(|a, b| b.cmp(a));
    let numbers: BTreeMap<String, usize> =
        frequent.into_iter().take(ENDINGS).enumerate().map(|(n, (_, ending))| (ending, n)).collect();

    // The sum of twelve even chances is nearly normal.
    let mut normal = || (0..12).map(|_| random.share()).sum::<f32>() - 6.0;
    let mixes: Vec<Vec<f32>> = (0..HIDDEN).map(|_| (0..vectors.width).map(|_| normal()).collect()).collect();
    let ending_mixes: Vec<f32> = (0..HIDDEN * ENDINGS).map(|_| 0.15 * normal()).collect();
    let shifts: Vec<f32> = (0..HIDDEN).map(|_| 0.3 * normal()).collect();
    let width = HIDDEN + vectors.width + ENDINGS + 1;
    let mut rows = Vec::with_capacity(words.len() * width);
    for (n, word) in words.iter().enumerate() {
        let vector = vectors.row(n);
        let own: Vec<usize> = endings(word).iter().filter_map(|e| numbers.get(e)).copied().collect();
        for (h, mix) in mixes.iter().enumerate() {
            let of_endings: f32 = own.iter().map(|e| ending_mixes[h * ENDINGS + e]).sum();
            rows.push((dot(vector, mix) + of_endings + shifts[h]).max(0.0));
        }
        rows.extend(vector.iter().map(|x| x * 3.0));
        rows.extend((0..ENDINGS).map(|e| f32::from(u8::from(own.contains(&e)))));
        rows.push(1.0);
    }
    Rows { width, numbers: rows }
}

/// Cholesky's factor of a symmetric matrix, in its lower half.
fn factorise(matrix: &mut [f64], width: usize) {
    for i in 0..width {
        let (above, from_here) = matrix.split_at_mut(i * width);
        let row = &mut from_here[..width];
        for j in 0..=i {
            let other = if j < i { &above[j * width..][..j + 1] } else { &row[..=j].to_vec() };
            let sum: f64 = row[..j].iter().zip(other).map(|(a, b)| a * b).sum();
            row[j] = if j < i { (row[j] - sum) / other[j] } else { (row[j] - sum).max(1e-9).sqrt() };
        }
    }
}

/// The solution for one right side, by forward and backward substitution.
fn solve(factor: &[f64], width: usize, target: &[f64]) -> Vec<f32> {
    let mut x = target.to_vec();
    for i in 0..width {
        let sum: f64 = (0..i).map(|j| factor[i * width + j] * x[j]).sum();
        x[i] = (x[i] - sum) / factor[i * width + i];
    }
    for i in (0..width).rev() {
        x[i] /= factor[i * width + i];
        let value = x[i];
        for j in 0..i {
            x[j] -= factor[i * width + j] * value;
        }
    }
    x.into_iter().map(|x| x as f32).collect()
}
