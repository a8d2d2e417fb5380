//! Which features find a place in the buckets of a network's tables.

use crate::language::buckets::{DIRECTS, ROWS, direct_check};
use crate::language::lexicon::home;

/// So many of a hundred places are meant to be taken. A bucket is full before others are,
/// and who comes late finds none: one feature in thirty with rows, one in twenty-three
/// with direct weights (drawn at random).
const TAKEN: usize = 80;

/// The places of a table that is being filled.
pub struct Places {
    /// The checks of every bucket so far.
    buckets: Vec<Vec<u16>>,
    room: usize,
    left: usize,
    check_of: fn(u32) -> u16,
}

impl Places {
    /// Those for so many features with rows, or fewer.
    pub fn for_rows(count: usize) -> Self {
        Places::new(count, ROWS, |feature| feature as u16)
    }

    /// Those for so many features with direct weights, or fewer.
    pub fn for_direct(count: usize) -> Self {
        Places::new(count, DIRECTS, direct_check)
    }

    fn new(count: usize, room: usize, check_of: fn(u32) -> u16) -> Self {
        let buckets = (count * 100).div_ceil(TAKEN * room).max(1);
        Places { buckets: vec![Vec::new(); buckets], room, left: count, check_of }
    }

    /// The number of buckets.
    pub fn buckets(&self) -> usize {
        self.buckets.len()
    }

    /// Takes a place for a feature, if its bucket has one left and holds no other that
    /// looks like it.
    pub fn take(&mut self, feature: u32) -> bool {
        self.place(feature).is_some()
    }

    /// The same, giving bucket and place in it.
    pub fn place(&mut self, feature: u32) -> Option<(usize, usize)> {
        let bucket = home(feature, self.buckets.len());
        let check = (self.check_of)(feature);
        let checks = &mut self.buckets[bucket];
        if self.left == 0 || checks.len() >= self.room || checks.contains(&check) {
            return None;
        }
        self.left -= 1;
        checks.push(check);
        Some((bucket, checks.len() - 1))
    }
}
