//! The word list of the model: what is known of a word wherever it stands.
//!
//! An open-addressed table of eight-byte slots, read where it lies: check, set of the
//! tags seen in training, which name lists have it, and its classes by company and by
//! WordNet.

use super::bytes::{u16_at, u32_at};

/// What the word list knows of a word; all zero for an unknown one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// Number of the set of tags it had in training; 0 if rarely seen.
    pub ambiguity: u8,
    /// Name lists that have it, a bit each: forenames, surnames, cities, parts of
    /// city names, countries, nationalities, leaders.
    pub lists: u8,
    /// Class of the words that keep the same company in much text, below 2,048; 0 if
    /// rarely seen. Without its last four bits it is that of a wider class.
    pub meaning: u16,
    /// The same of the words that stand in sentences alike.
    pub grammar: u16,
    /// WordNet's lexicographer file of its most common noun sense, below 32; 0 if none.
    pub noun_class: u8,
    /// The same for its verb sense, below 16.
    pub verb_class: u8,
}

impl Entry {
    /// The entry in a slot's bytes, check apart.
    fn from_slot(slot: &[u8; SLOT]) -> Self {
        let classes = u32_at(slot, 4);
        Entry {
            ambiguity: slot[2],
            lists: slot[3],
            meaning: (classes & 0x7FF) as u16,
            grammar: (classes >> 11 & 0x7FF) as u16,
            noun_class: (classes >> 22 & 31) as u8,
            verb_class: (classes >> 27 & 15) as u8,
        }
    }

    /// The bytes of the word's slot.
    #[cfg(feature = "train")]
    pub fn to_slot(self, word: u32) -> [u8; SLOT] {
        let [c0, c1] = check(word).to_le_bytes();
        let classes = u32::from(self.meaning)
            | u32::from(self.grammar) << 11
            | u32::from(self.noun_class) << 22
            | u32::from(self.verb_class) << 27;
        let [k0, k1, k2, k3] = classes.to_le_bytes();
        [c0, c1, self.ambiguity, self.lists, k0, k1, k2, k3]
    }
}

/// Bytes of a slot.
pub(super) const SLOT: usize = 8;

/// The table itself; a check of zero is an empty slot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lexicon<'a> {
    slots: &'a [[u8; SLOT]],
}

impl<'a> Lexicon<'a> {
    /// The table in these bytes, or `None` if they are no slots.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let (slots, rest) = bytes.as_chunks();
        (rest.is_empty() && !slots.is_empty()).then_some(Lexicon { slots })
    }

    /// The entry of the word with that hash.
    pub fn find(&self, word: u32) -> Entry {
        let check = check(word);
        let mut slot = home(word, self.slots.len());
        // A full table would loop; the bound holds whatever the bytes are.
        for _ in 0..64 {
            let bytes = &self.slots[slot];
            match u16_at(bytes, 0) {
                0 => break,
                found if found == check => return Entry::from_slot(bytes),
                _ => slot = (slot + 1) % self.slots.len(),
            }
        }
        Entry::default()
    }
}

/// The slot where a word belongs, of so many.
pub(super) fn home(word: u32, slots: usize) -> usize {
    ((u64::from(word) * slots as u64) >> 32) as usize
}

/// The check of a word in its slot; never 0.
pub(super) fn check(word: u32) -> u16 {
    (word as u16).max(1)
}
