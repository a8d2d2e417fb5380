//! Unmarked ends: whether a sentence ends where no rule can tell.
//!
//! Letters, captions and forums end sentences without a mark: "Mara Voss 10:14 AM I
//! agree". A network decides at gaps before a capital, a figure or a sign, and after a
//! mark of which no rule can tell; it sees words only, no tags and no tree.

use super::features::{FeatureList, form_at};
use super::lexicon::Lexicon;
use super::marks::{BlockTokens, Mark};
use super::network::{Network, Sums};
use super::times::is_time_detail;
use super::wordform::{WordForm, read_forms};

/// Outcomes: the sentence goes on, the sentence ends.
pub(super) const OUTCOMES: usize = 2;

/// A place in a block where a sentence may end, and how it came to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    /// The first token of the sentence.
    pub start: usize,
    /// The token after the gap.
    pub next: usize,
    /// What stands before the gap, if it may end a sentence.
    pub mark: Option<Mark>,
    /// The next token that may end a sentence, or one past the last token.
    pub next_mark: usize,
    /// True within straight quotation marks.
    pub is_quoting: bool,
    /// True when the sentence before this one ended without a mark, too.
    pub follows_unmarked: bool,
}

impl BlockTokens<'_> {
    /// True where a sentence may end though no rule says so: before a space and what is
    /// no small letter, or after a mark.
    ///
    /// Never in a headline, after a count ("1,160 Belgians"), after "Police:", a
    /// bullet, a bracket or a dateline's dash, whose sentence goes on, and before the
    /// rest of a time: "8 pm Thursday".
    pub(super) fn may_end(&self, last: usize) -> bool {
        let surface = self.surface(last);
        let may_begin = || {
            let is_mark = !surface.ends_with(char::is_alphanumeric) && surface != ",";
            !self.is_small(last + 1) || is_mark
        };
        let goes_on = || match surface {
            ":" | ";" | "-" | "--" | "–" | "—" | "•" | "·" | "*" | "(" | "[" => true,
            _ if matches!(self.norm(last), "am" | "pm") => {
                is_time_detail(self.surface(last + 1), self.norm(last + 1))
            }
            _ => is_count(surface) && self.surface(last + 1).starts_with(char::is_uppercase),
        };
        !self.is_headline && !self.is_glued(last + 1) && may_begin() && !goes_on()
    }
}

/// True for a whole number that is no year: "67", "1,160".
fn is_count(surface: &str) -> bool {
    let is_whole = surface.bytes().all(|b| b.is_ascii_digit() || b == b',');
    is_whole
        && surface.starts_with(|c: char| c.is_ascii_digit())
        && (surface.len() < 4 || surface.contains(','))
}

/// Decides at the gaps of a block.
pub(super) struct Unmarked<'a> {
    network: Network<'a>,
    lexicon: Lexicon<'a>,
    forms: Vec<WordForm>,
    list: FeatureList,
    sums: Sums,
}

impl<'a> Unmarked<'a> {
    pub fn new(network: Network<'a>, lexicon: Lexicon<'a>) -> Self {
        Unmarked { network, lexicon, forms: Vec::new(), list: FeatureList::new(), sums: Sums::new() }
    }

    /// Looks at the words of a block, before its gaps.
    pub fn read(&mut self, block: &BlockTokens<'_>) {
        read_forms(&self.lexicon, block.text, block.words, block.tokens, &mut self.forms);
    }

    /// True when the sentence ends at the gap.
    pub fn ends(&mut self, block: &BlockTokens<'_>, gap: Gap) -> bool {
        gap_features(block, &self.forms, gap, &mut self.list);
        self.network.sum(self.list.as_slice(), &mut self.sums);
        self.network.best(&self.sums, 0..OUTCOMES) == 1
    }
}

/// The features that decide whether the sentence ends at a gap.
pub(super) fn gap_features(block: &BlockTokens<'_>, forms: &[WordForm], gap: Gap, list: &mut FeatureList) {
    let Gap { start, next, mark, next_mark, is_quoting, follows_unmarked } = gap;
    // What stands before the sentence says nothing of it.
    let before = |offset: usize| form_at(&forms[start..], next - start, -(offset as isize));
    let after = |offset: usize| form_at(forms, next, offset as isize);
    let (b1, b2, b3) = (before(1), before(2), before(3));
    let (a0, a1, a2) = (after(0), after(1), after(2));
    let known = |form: WordForm| u32::from(form.entry.ambiguity);
    let lists = |form: WordForm| u32::from(form.entry.lists);
    let mark = mark.map_or(0, |mark| mark as u32 + 1);
    let so_far = steps(next - start);
    let ahead = steps(next_mark - next);
    let to_end = steps(block.tokens.len() - next);
    let is_last_mark = u32::from(next_mark == block.tokens.len());
    let from = u32::from(start == 0) << 1 | u32::from(follows_unmarked);
    list.clear();
    list.add(1, b1.word, 0);
    list.add(2, b2.word, 0);
    list.add(3, b3.word, 0);
    list.add(4, a0.word, 0);
    list.add(5, a1.word, 0);
    list.add(6, a2.word, 0);
    list.add(7, b1.word, a0.word);
    list.add(8, b2.word, b1.word);
    list.add(9, a0.word, a1.word);
    list.add(10, b1.shape, a0.shape);
    list.add(11, b2.shape << 8 | b1.shape, a0.shape);
    list.add(12, b1.shape, a0.shape << 8 | a1.shape);
    list.add(13, known(b1), a0.shape);
    list.add(14, known(a0), b1.shape);
    list.add(15, known(b1), known(a0));
    list.add(16, known(b2) << 8 | known(b1), known(a0));
    list.add(17, known(b1), known(a0) << 8 | known(a1));
    list.add(18, known(a0) << 8 | known(a1), a0.shape << 8 | a1.shape);
    list.add(19, lists(b1), lists(a0));
    list.add(20, lists(a0), lists(a1) << 8 | a1.shape);
    list.add(21, b1.suffixes[1], a0.shape);
    list.add(22, a0.suffixes[1], b1.shape);
    list.add(23, b1.word, a0.shape);
    list.add(24, b1.shape, a0.word);
    list.add(25, so_far, mark);
    list.add(26, so_far, b1.shape << 8 | a0.shape);
    list.add(27, ahead, is_last_mark);
    list.add(28, ahead, so_far << 1 | is_last_mark);
    list.add(29, to_end, so_far);
    list.add(30, from, so_far);
    list.add(31, mark, u32::from(is_quoting));
    list.add(32, mark, a0.word);
    list.add(33, mark, a0.shape);
    list.add(34, forms[start].word, so_far);
    list.add(35, forms[start].word, a0.word);
    list.add(36, from, b1.shape << 8 | a0.shape);
    list.add(37, a1.shape << 8 | a2.shape, a0.shape);
    list.add(38, b3.shape << 8 | b2.shape, b1.shape);
    list.add(39, u32::from(b1.entry.noun_class), u32::from(a0.entry.noun_class));
    list.add(40, u32::from(b1.entry.verb_class), u32::from(a1.entry.verb_class));
    list.add(41, known(a1), known(a2));
    list.add(42, from, ahead << 1 | is_last_mark);
    let first = forms[start];
    let alike = u32::from(first.word == a0.word) << 1 | u32::from(first.shape / 8 == a0.shape / 8);
    list.add(43, alike, so_far);
    list.add(44, alike, a0.shape);
}

/// A length in steps: exact up to six, then ever coarser.
fn steps(length: usize) -> u32 {
    match length {
        0..=6 => length as u32,
        7..=8 => 7,
        9..=12 => 8,
        13..=18 => 9,
        19..=30 => 10,
        31..=60 => 11,
        _ => 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_whole_and_no_year() {
        for count in ["5", "67", "160", "1,160", "67,160"] {
            assert!(is_count(count), "{count}");
        }
        for other in ["2008", "1.5", "5th", "10:14", "05/12", ",", "", "x33"] {
            assert!(!is_count(other), "{other}");
        }
    }

    #[test]
    fn steps_never_fall() {
        assert_eq!((steps(0), steps(6), steps(7), steps(400)), (0, 6, 7, 12));
        assert!((0..400).all(|length| steps(length) <= steps(length + 1)));
    }
}
