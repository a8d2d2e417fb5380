//! Tables that lead from the hash of a feature to what it weighs, read where they lie.
//!
//! A feature lies in the one bucket that its hash names, and a bucket fills one line of
//! the processor's cache. All its checks are compared, whatever they hold: there is
//! no branch to guess wrong, so many lookups wait for memory at the same time.

use super::bytes::u16_at;
use super::lexicon::home;

/// Bytes of a bucket.
pub(super) const BUCKET: usize = 64;

/// Features of a bucket that have rows.
pub(super) const ROWS: usize = 16;

/// Features of a bucket that have direct weights.
pub(super) const DIRECTS: usize = 12;

/// Outcomes that a feature without a row of its own can weigh: the first ones.
pub(super) const DIRECT: usize = 3;

/// The rows of features, numbered from one: every bucket has its checks, then its
/// numbers (`u16`, little-endian). Room that is left is zero.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowTable<'a>(pub &'a [[u8; BUCKET]]);

impl RowTable<'_> {
    /// The row of a feature, or 0.
    ///
    /// Not inlined: on its own the compiler compares eight checks at a time, within a loop
    /// over features it does not.
    #[inline(never)]
    pub fn row_of(&self, feature: u32) -> u16 {
        let (pairs, _) = self.0[home(feature, self.0.len())].as_chunks::<2>();
        let (checks, rows) = pairs.split_at(ROWS);
        let mut row = 0;
        for (&check, &number) in checks.iter().zip(rows) {
            let found = u16::from_le_bytes(check) == feature as u16;
            row |= u16::from_le_bytes(number) & u16::from(found).wrapping_neg();
        }
        row
    }
}

/// The direct weights of rarer features: every bucket has its checks (`u16`,
/// little-endian), then the weights (`i8`) of each in turn. Room that is left is zero.
#[derive(Debug, Clone, Copy)]
pub(super) struct DirectTable<'a>(pub &'a [[u8; BUCKET]]);

impl DirectTable<'_> {
    /// Adds the weights of a feature, if it has any; the table must not be empty.
    #[inline(never)]
    pub fn add(&self, feature: u32, sums: &mut [i32; DIRECT]) {
        let bucket = &self.0[home(feature, self.0.len())];
        let check = direct_check(feature);
        let mut place = 0;
        for n in 0..DIRECTS {
            place |= (n as u16 + 1) & u16::from(u16_at(bucket, 2 * n) == check).wrapping_neg();
        }
        let at = 2 * DIRECTS + DIRECT * usize::from(place.saturating_sub(1)).min(DIRECTS - 1);
        let counts = i32::from(place > 0);
        for (sum, &weight) in sums.iter_mut().zip(&bucket[at..at + DIRECT]) {
            *sum += i32::from(weight as i8) * counts;
        }
    }
}

/// The check of a feature with direct weights; 0 stands for room that is left.
pub(super) fn direct_check(feature: u32) -> u16 {
    feature as u16 | 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_by_its_check_alone() {
        let mut bucket = [0; BUCKET];
        bucket[2..4].copy_from_slice(&0x1234u16.to_le_bytes());
        bucket[2 * ROWS + 2..][..2].copy_from_slice(&7u16.to_le_bytes());
        let buckets = [bucket];
        let table = RowTable(&buckets);
        assert_eq!((table.row_of(0x9999_1234), table.row_of(0x9999_1235)), (7, 0));
        // The check of the room that is left.
        assert_eq!(table.row_of(0x9999_0000), 0);
    }

    #[test]
    fn direct_weights_are_added_to_what_is_there() {
        let mut bucket = [0; BUCKET];
        let last = DIRECTS - 1;
        bucket[2 * last..][..2].copy_from_slice(&0x1235u16.to_le_bytes());
        bucket[2 * DIRECTS + DIRECT * last..][..3].copy_from_slice(&[1, 0xFF, 3]);
        let buckets = [bucket];
        let table = DirectTable(&buckets);
        let mut sums = [10, 20, 30];
        table.add(0x9999_1234, &mut sums);
        assert_eq!(sums, [11, 19, 33]);
        table.add(0x9999_1236, &mut sums);
        assert_eq!(sums, [11, 19, 33]);
    }
}
