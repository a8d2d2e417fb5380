//! The word list of the model: what is known of a word wherever it stands.
//!
//! An open-addressed table of eight-byte slots, read where it lies: key, class
//! of the tags seen in training, WordNet classes, and which name lists have it.

use super::bytes::u32_at;

/// What the word list knows of a word; all zero for an unknown one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// Number of the set of tags it had in training; 0 if rarely seen.
    pub ambiguity: u8,
    /// WordNet's lexicographer file of its most common noun sense; 0 if none.
    pub noun_class: u8,
    /// The same for its verb sense.
    pub verb_class: u8,
    /// Name lists that have it, a bit each: forenames, surnames, cities, parts of
    /// city names, countries, nationalities, leaders.
    pub lists: u8,
}

/// Bytes of a slot.
pub(super) const SLOT: usize = 8;

/// The table itself: a power of two of slots; a key of zero is an empty slot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lexicon<'a> {
    slots: &'a [u8],
    bits: u32,
}

impl<'a> Lexicon<'a> {
    /// The table in these bytes, or `None` if their number is no power of two of slots.
    pub fn new(slots: &'a [u8]) -> Option<Self> {
        let count = slots.len() / SLOT;
        (count.is_power_of_two() && count >= 2 && slots.len().is_multiple_of(SLOT))
            .then(|| Lexicon { slots, bits: count.trailing_zeros() })
    }

    /// The entry of the word with that hash.
    pub fn find(&self, word: u32) -> Entry {
        let mask = (1 << self.bits) - 1;
        let mut slot = (word >> (32 - self.bits)) as usize;
        // A full table would loop; the bound holds whatever the bytes are.
        for _ in 0..64 {
            let at = slot * SLOT;
            let key = u32_at(self.slots, at);
            if key == word {
                return Entry {
                    ambiguity: self.slots[at + 4],
                    noun_class: self.slots[at + 5],
                    verb_class: self.slots[at + 6],
                    lists: self.slots[at + 7],
                };
            }
            if key == 0 {
                break;
            }
            slot = (slot + 1) & mask;
        }
        Entry::default()
    }
}
