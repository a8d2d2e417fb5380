//! Lemmas: the dictionary form of a word in its class.
//!
//! A lemma is made from the word by an edit: cut some letters from the end, put
//! others there. The edit is looked up for the whole word first, then for ever
//! shorter endings.

use super::bytes::{u16_at, u32_at};
use super::wordform::{hash, mix};

/// Longest ending that is looked up, in bytes.
pub(super) const LONGEST_ENDING: usize = 6;

/// What an edit works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(super) enum Base {
    /// The normal form.
    Norm,
    /// The form as printed.
    Surface,
    /// The normal form with its first letter capital.
    Capitalised,
}

/// The table of edits, borrowed from the model's bytes.
///
/// Layout: bits of the table, number of edits (two `u32`); slots of key (`u32`)
/// and edit (`u16`), 0xFFFF for empty; then 16 bytes an edit: base, letters to
/// cut, length of the ending to add, the ending.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lemmas<'a> {
    bits: u32,
    slots: &'a [u8],
    edits: &'a [u8],
}

/// Bytes of a slot.
pub(super) const SLOT: usize = 6;

/// Bytes of an edit.
pub(super) const EDIT: usize = 16;

/// No such edit.
pub(super) const NO_EDIT: u16 = u16::MAX;

/// The key of a whole word in its class.
pub(super) fn word_key(norm: &[u8], group: u32) -> u32 {
    mix(100, hash(norm), group)
}

/// The key of an ending in a class; the empty ending is the class's own.
pub(super) fn ending_key(ending: &[u8], group: u32) -> u32 {
    mix(101, hash(ending), group)
}

/// The class, and for long words whether it is printed in capitals throughout.
pub(super) fn group_of(class: u8, surface: &str) -> u32 {
    let is_upper = surface.len() > 3 && surface.bytes().all(|b| b.is_ascii_uppercase());
    u32::from(class) | u32::from(is_upper) << 8
}

impl<'a> Lemmas<'a> {
    /// The table in these bytes, or `None` if they do not make one.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let (head, rest) = bytes.split_at_checked(8)?;
        let (bits, count) = (u32_at(head, 0), u32_at(head, 4) as usize);
        if !(1..=24).contains(&bits) {
            return None;
        }
        let (slots, edits) = rest.split_at_checked(SLOT << bits)?;
        let is_sound = edits.len() == count * EDIT
            && edits.chunks_exact(EDIT).all(|e| {
                e[0] < 3 && e[2] as usize <= EDIT - 3 && std::str::from_utf8(&e[3..3 + e[2] as usize]).is_ok()
            });
        is_sound.then_some(Lemmas { bits, slots, edits })
    }

    fn find(&self, key: u32) -> Option<usize> {
        let mask = (1 << self.bits) - 1;
        let mut slot = (key >> (32 - self.bits)) as usize;
        for _ in 0..64 {
            let at = slot * SLOT;
            let edit = u16_at(self.slots, at + 4);
            if edit == NO_EDIT {
                return None;
            }
            if u32_at(self.slots, at) == key {
                return Some(edit as usize);
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    /// Appends the lemma to `words`; false, and nothing appended, if it is the
    /// normal form itself.
    ///
    /// A word that is not in the table takes the edit of its longest ending whose result
    /// `must_be` accepts, or else of its longest: "succumbed" is no form of "succum".
    pub fn lemmatise(
        &self,
        norm: (u32, u32),
        surface: &str,
        class: u8,
        words: &mut String,
        must_be: impl Fn(&str) -> bool,
    ) -> bool {
        let word = &words.as_bytes()[norm.0 as usize..norm.1 as usize];
        let (group, length) = (group_of(class, surface), word.len());
        if let Some(edit) = self.find(word_key(word, group)) {
            return self.apply(edit, norm, surface, words);
        }
        let before = words.len();
        let mut longest = None;
        for n in (0..=LONGEST_ENDING.min(length)).rev() {
            let ending = &words.as_bytes()[norm.1 as usize - n..norm.1 as usize];
            let Some(edit) = self.find(ending_key(ending, group)) else { continue };
            let is_other = self.apply(edit, norm, surface, words);
            let result = if is_other { &words[before..] } else { &words[norm.0 as usize..norm.1 as usize] };
            if must_be(result) {
                return is_other;
            }
            longest = longest.or(Some(edit));
            words.truncate(before);
        }
        longest.is_some_and(|edit| self.apply(edit, norm, surface, words))
    }

    /// Appends what an edit makes of a word; false, and nothing appended, if that is the
    /// normal form itself.
    fn apply(&self, edit: usize, norm: (u32, u32), surface: &str, words: &mut String) -> bool {
        let Some(edit) = self.edits.get(edit * EDIT..edit * EDIT + EDIT) else {
            return false;
        };
        let ending = std::str::from_utf8(&edit[3..3 + edit[2] as usize]).unwrap_or_default();
        if edit[0] == Base::Norm as u8 && edit[1] == 0 && ending.is_empty() {
            return false;
        }
        let before = words.len();
        if edit[0] == Base::Surface as u8 {
            words.push_str(surface);
        } else {
            repeat(words, norm);
            if edit[0] == Base::Capitalised as u8 {
                capitalise(words, before);
            }
        }
        for _ in 0..edit[1] {
            if words.len() > before {
                words.pop();
            }
        }
        words.push_str(ending);
        if words.len() == before || words[before..] == words[norm.0 as usize..norm.1 as usize] {
            words.truncate(before);
            return false;
        }
        true
    }
}

fn capitalise(words: &mut String, at: usize) {
    if let Some(first) = words[at..].chars().next()
        && first.is_ascii_lowercase()
    {
        let mut buffer = [0; 4];
        let upper = first.to_ascii_uppercase().encode_utf8(&mut buffer);
        words.replace_range(at..at + 1, upper);
    }
}

/// Appends the stretch of `words` at these positions to it.
fn repeat(words: &mut String, (start, end): (u32, u32)) {
    let (mut at, end) = (start as usize, end as usize);
    while let Some(letter) = words[at..end].chars().next() {
        words.push(letter);
        at += letter.len_utf8();
    }
}
