//! From trained weights to the bytes of a network, as `network.rs` reads them.

use super::learner::Settings;
use super::places::Places;
use super::weights::Weights;
use crate::language::buckets::{BUCKET, DIRECT, DIRECTS, ROWS, direct_check};
use crate::language::network::HEADER;

/// The quantised network; the features come in the order of their rows and of their
/// direct weights.
pub fn network_bytes(
    settings: &Settings,
    outcomes: usize,
    rows: &[u32],
    direct: &[u32],
    weights: &Weights,
) -> Vec<u8> {
    let row_scale = 127.0 / quantile(&weights.rows, 0.9999);
    let weight_scale = 2000.0 / quantile(&weights.inner, 1.0);
    let direct_scale = 127.0 / quantile(weights.direct.as_flattened(), 0.9999);
    let row_buckets = row_buckets(settings.most_rows, rows);
    let direct_buckets = direct_buckets(settings.most_direct, direct, &weights.direct, direct_scale);
    let mut bytes = Vec::new();
    for field in [
        row_buckets.len() as u32,
        direct_buckets.len() as u32,
        rows.len() as u32,
        settings.width as u32,
        outcomes as u32,
        (row_scale * weight_scale / direct_scale).round() as u32,
        (row_scale * weight_scale).round() as u32,
    ] {
        bytes.extend(field.to_le_bytes());
    }
    bytes.resize(HEADER, 0);
    bytes.extend(row_buckets.as_flattened());
    bytes.extend(direct_buckets.as_flattened());
    bytes.extend(weights.rows.iter().map(|&w| (quantised(w, row_scale) as u8) ^ 0x80));
    for b in &weights.bias {
        bytes.extend(((b * row_scale).round() as i16).to_le_bytes());
    }
    for outcome in 0..outcomes {
        for inner in weights.inner.chunks(outcomes) {
            bytes.extend(((inner[outcome] * weight_scale).round() as i16).to_le_bytes());
        }
    }
    for b in &weights.outcome_bias {
        bytes.extend(((b * row_scale * weight_scale).round() as i32).to_le_bytes());
    }
    bytes
}

fn quantised(weight: f32, scale: f32) -> i8 {
    (weight * scale).round().clamp(-127.0, 127.0) as i8
}

/// The buckets that lead from features to rows, numbered from one.
fn row_buckets(most: usize, features: &[u32]) -> Vec<[u8; BUCKET]> {
    let mut places = Places::for_rows(most);
    let mut buckets = vec![[0; BUCKET]; places.buckets()];
    for (row, &feature) in features.iter().enumerate() {
        let Some((bucket, place)) = places.place(feature) else { continue };
        buckets[bucket][2 * place..][..2].copy_from_slice(&(feature as u16).to_le_bytes());
        buckets[bucket][2 * (ROWS + place)..][..2].copy_from_slice(&(row as u16 + 1).to_le_bytes());
    }
    buckets
}

/// The buckets that lead from features to direct weights; none if there are no features.
fn direct_buckets(most: usize, features: &[u32], weights: &[[f32; DIRECT]], scale: f32) -> Vec<[u8; BUCKET]> {
    if features.is_empty() {
        return Vec::new();
    }
    let mut places = Places::for_direct(most);
    let mut buckets = vec![[0; BUCKET]; places.buckets()];
    for (&feature, weights) in features.iter().zip(weights) {
        let Some((bucket, place)) = places.place(feature) else { continue };
        buckets[bucket][2 * place..][..2].copy_from_slice(&direct_check(feature).to_le_bytes());
        let at = 2 * DIRECTS + DIRECT * place;
        for (to, &weight) in buckets[bucket][at..].iter_mut().zip(weights) {
            *to = quantised(weight, scale) as u8;
        }
    }
    buckets
}

/// The value that a share of the weights do not exceed.
fn quantile(weights: &[f32], share: f64) -> f32 {
    let mut sizes: Vec<f32> = weights.iter().map(|w| w.abs()).collect();
    sizes.sort_unstable_by(f32::total_cmp);
    sizes.get(((sizes.len() as f64 - 1.0) * share) as usize).copied().unwrap_or(1.0).max(1e-6)
}
