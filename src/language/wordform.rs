//! Word forms: what a single token looks like, as numbers the networks can use.
//!
//! Every form is hashed once per sentence; tagger, parser, lemmatiser and name
//! reader combine these hashes and never look at the letters again. Digits are
//! folded ("67,160" and "12,345" share a hash), so figures behave alike.

use super::lexicon::{Entry, Lexicon};
use super::sentence::Token;

/// What one token looks like.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WordForm {
    /// Hash of the normal form, digits folded.
    pub word: u32,
    /// Hashes of the last two, three and four letters.
    pub suffixes: [u32; 3],
    /// Hashes of the first two and three letters.
    pub prefixes: [u32; 2],
    /// Letter case and kind of characters, see [`shape_of`].
    pub shape: u32,
    /// What the word list knows of it.
    pub entry: Entry,
    /// True when white space stands before it.
    pub is_spaced: bool,
}

impl WordForm {
    /// True for a mark or a word in small letters, in a sentence that uses capitals as
    /// usual.
    pub fn is_plainly_small(&self) -> bool {
        self.shape % 4 == Casing::Normal as u32 && matches!(self.shape / 8, PUNCTUATION | SMALL)
    }
}

/// How a sentence as a whole uses capitals: in a headline or an all-caps lead
/// a capital says little, and the networks must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Casing {
    Normal,
    Lower,
    Title,
    Upper,
}

/// Fills `forms` for the tokens of one sentence.
pub(super) fn read_forms(
    lexicon: &Lexicon<'_>,
    text: &str,
    words: &str,
    tokens: &[Token],
    forms: &mut Vec<WordForm>,
) {
    let casing = casing_of(text, tokens);
    forms.clear();
    let mut is_first = true;
    let mut last_end = u32::MAX;
    for token in tokens {
        let norm = &words.as_bytes()[token.norm.0 as usize..token.norm.1 as usize];
        let surface = &text.as_bytes()[token.start as usize..token.end as usize];
        let shape = shape_of(surface);
        let (folded, length) = fold_digits(norm);
        let folded = &folded[..length];
        let word = hash(folded);
        forms.push(WordForm {
            word,
            suffixes: [2, 3, 4].map(|n| hash(&folded[length.saturating_sub(n)..])),
            prefixes: [2, 3].map(|n| hash(&folded[..length.min(n)])),
            shape: (shape * 2 + u32::from(is_first)) * 4 + casing as u32,
            entry: lexicon.find(word),
            is_spaced: token.start != last_end,
        });
        last_end = token.end;
        // An opening quotation mark or a bullet does not begin the sentence.
        is_first &= shape == PUNCTUATION;
    }
}

const PUNCTUATION: u32 = 0;
const SMALL: u32 = 8;

/// The class of a printed form: lower, capitalised, all capitals, one capital,
/// mixed, figures, figures with marks, figures with letters, abbreviation.
fn shape_of(surface: &[u8]) -> u32 {
    let (mut upper, mut lower, mut digits, mut periods, mut others, mut wide) = (0, 0, 0, 0, 0, 0);
    for &byte in surface {
        match byte {
            b'A'..=b'Z' => upper += 1,
            b'a'..=b'z' => lower += 1,
            b'0'..=b'9' => digits += 1,
            b'.' => periods += 1,
            0x80.. => wide += 1,
            _ => others += 1,
        }
    }
    let first_upper = surface.first().is_some_and(u8::is_ascii_uppercase);
    // Letters beyond ASCII have no known case; curly marks are three bytes wide.
    let is_curly = wide == surface.len() && surface.starts_with(&[0xE2, 0x80]);
    match (upper, lower, digits) {
        (0, 0, 0) if wide == 0 || is_curly => PUNCTUATION,
        (0, 0, 0) => 12,
        (0, 0, 4) if others + periods == 0 => 1,
        (0, 0, 1..=2) if others + periods == 0 => 2,
        (0, 0, _) if others + periods == 0 => 3,
        (0, 0, _) => 4,
        (_, _, 1..) => 5,
        _ if periods > 0 && upper > 0 => 6,
        _ if periods > 0 => 7,
        (0, _, 0) => SMALL,
        (1, 0, 0) if wide == 0 => 9,
        (_, 0, 0) => 10,
        (1, _, 0) if first_upper => 11,
        _ if first_upper => 13,
        _ => 14,
    }
}

fn casing_of(text: &str, tokens: &[Token]) -> Casing {
    let (mut upper, mut capital, mut lower, mut long_lower) = (0, 0, 0, 0);
    // Enough to know; a sentence of sixty thousand tokens needs no more.
    for token in tokens.iter().take(80) {
        let surface = &text.as_bytes()[token.start as usize..token.end as usize];
        if surface.len() < 2 || !surface.iter().any(u8::is_ascii_alphabetic) {
            continue;
        }
        let has_lower = surface.iter().any(u8::is_ascii_lowercase);
        if !has_lower {
            upper += 1;
        } else if surface[0].is_ascii_uppercase() {
            capital += 1;
        } else {
            lower += 1;
            long_lower += usize::from(surface.len() > 4);
        }
    }
    if upper >= 2 && upper * 5 >= (upper + capital + lower) * 4 {
        Casing::Upper
    } else if upper + capital == 0 && lower > 0 {
        Casing::Lower
    } else if capital >= 3 && long_lower * 5 <= capital {
        Casing::Title
    } else {
        Casing::Normal
    }
}

/// Longest stretch of a word that is hashed, in bytes.
const LONGEST: usize = 40;

fn fold_digits(norm: &[u8]) -> ([u8; LONGEST], usize) {
    let mut folded = [0; LONGEST];
    let length = norm.len().min(LONGEST);
    for (to, &from) in folded.iter_mut().zip(norm) {
        *to = if from.is_ascii_digit() { b'0' } else { from };
    }
    (folded, length)
}

/// The hash of a word as the word list and the networks know it.
pub(super) fn hash_word(norm: &str) -> u32 {
    let (folded, length) = fold_digits(norm.as_bytes());
    hash(&folded[..length])
}

/// The hash of a few bytes; never 0.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = bytes.len() as u64 ^ 0x51_7CC1;
    for chunk in bytes.chunks(8) {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        state = (state ^ u64::from_le_bytes(eight)).wrapping_mul(K);
        state ^= state >> 29;
    }
    ((state.wrapping_mul(K) >> 32) as u32).max(1)
}

/// The hash of a feature: a template's number and up to two parts.
pub(super) fn mix(template: u32, a: u32, b: u32) -> u32 {
    let joined = u64::from(a) << 32 | u64::from(b);
    let state = (joined ^ (u64::from(template) << 17)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let state = (state ^ state >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93 ^ u64::from(template) << 40);
    (state >> 32) as u32
}
