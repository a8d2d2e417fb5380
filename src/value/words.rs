//! The words of a quotation, made comparable.
//!
//! Marks, case, white space and American or British spelling are no part of what
//! was said; an ellipsis or `[brackets]` stand for any words. Two quotations differ
//! only if they are the same utterance in other words: that is decided by the
//! content words they share, and quotations that share too few are incomparable.

mod reader;
mod resemblance;

use super::comparison::{Comparison, Level, Reason};
use crate::lexicon::speech::COMMON_WORDS;
use reader::{Reader, stem};

pub use resemblance::Resemblance;

/// Longest quotation that is compared, in words; longer ones are cut. The longest
/// sentence inside quotation marks in the judged stories has 61.
const LONGEST: usize = 300;

/// One word of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    /// A word, in lower case and American spelling.
    Said(String),
    /// Words left out or put in by the editor: "…", "[the ministry]".
    Gap,
}

/// The words of a quotation.
///
/// ```
/// # use factdiff::value::Words;
/// assert_eq!(Words::read("“The colour [of peace]…”").to_string(), "the color …");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    words: Vec<Word>,
    /// The words as printed, in lower case, one space between them.
    printed: String,
}

impl Words {
    /// Reads the words between a quotation's marks.
    pub fn read(text: &str) -> Words {
        let mut reader = Reader::default();
        reader.read(text);
        reader.words.truncate(LONGEST);
        Words { words: reader.words, printed: reader.printed }
    }

    /// How many words were said.
    pub fn count(&self) -> usize {
        self.said().count()
    }

    /// The stems of its content words, sorted, each as often as it was said.
    pub fn content(&self) -> Vec<String> {
        let mut stems: Vec<String> = self.said().filter(|w| has_content(w)).map(stem).collect();
        stems.sort();
        stems
    }

    /// True when nobody else would say just this by chance: at least two content
    /// words that are no stock words, or six content words of any sort.
    ///
    /// "A historic opportunity" is distinctive; "very sad" and "close friends" are not.
    pub fn is_distinctive(&self) -> bool {
        let content: Vec<&str> = self.said().filter(|w| has_content(w)).collect();
        let is_common = |w: &&str| COMMON_WORDS.contains(w) || COMMON_WORDS.contains(&stem(w));
        let rare = content.iter().filter(|w| !is_common(w)).count();
        rare >= 2 || content.len() >= 6
    }

    /// True when only one of the two has "not", "no" or "never".
    pub fn differs_by_negation(&self, other: &Words) -> bool {
        let negations = |words: &Words| words.said().filter(|w| matches!(*w, "not" | "no" | "never")).count();
        (negations(self) == 0) != (negations(other) == 0)
    }

    fn said(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter_map(|w| match w {
            Word::Said(word) => Some(word.as_str()),
            Word::Gap => None,
        })
    }
}

impl std::fmt::Display for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (number, word) in self.words.iter().enumerate() {
            let space = if number == 0 { "" } else { " " };
            match word {
                Word::Said(word) => write!(f, "{space}{word}")?,
                Word::Gap => write!(f, "{space}…")?,
            }
        }
        Ok(())
    }
}

/// Compares the words of two quotations.
///
/// `Conflict` says that one utterance stands in two wordings; how grave that is,
/// the judge decides. `Incomparable` says that they are two utterances.
pub fn compare(a: &Words, b: &Words) -> Comparison {
    if a.count() == 0 || b.count() == 0 {
        return Level::Incomparable.because(Reason::DifferentUtterance);
    }
    if a.printed == b.printed {
        return Level::Identical.because(Reason::SameWords);
    }
    if a.words == b.words {
        return Level::Equivalent.because(Reason::SameWords);
    }
    if overlap(a, b) {
        return Level::Compatible.because(Reason::Fragment);
    }
    match Resemblance::of(a, b) {
        near if near.is_one_utterance() => Level::Conflict.because(Reason::WordsDiffer),
        _ => Level::Incomparable.because(Reason::DifferentUtterance),
    }
}

/// Least words that the end of one quotation and the beginning of another must
/// share to be cuttings of one utterance when neither holds the other whole.
const LEAST_OVERLAP: usize = 5;

/// True when one is part of the other, or both are cut from one longer utterance;
/// gaps stand for any words.
fn overlap(a: &Words, b: &Words) -> bool {
    let (a, b) = (&a.words, &b.words);
    // best[j]: most words matched by an exact alignment that ends before a[i] and b[j].
    let mut best: Vec<Option<usize>> = vec![Some(0); b.len() + 1];
    let mut longest = best_at_end(a.len(), 0, b.len(), &best);
    for (i, word_a) in a.iter().enumerate() {
        let mut next: Vec<Option<usize>> = vec![None; b.len() + 1];
        next[0] = Some(0);
        for (j, word_b) in b.iter().enumerate() {
            let matched = match (word_a, word_b) {
                (Word::Said(x), Word::Said(y)) if x == y => best[j].map(|n| n + 1),
                (Word::Said(_), Word::Said(_)) => None,
                (Word::Gap, _) | (_, Word::Gap) => {
                    let past_a = if *word_b == Word::Gap { best[j + 1] } else { None };
                    let past_b = if *word_a == Word::Gap { next[j] } else { None };
                    best[j].max(past_a).max(past_b)
                }
            };
            // A gap may also stand for nothing, or for more than one word.
            let kept_gap_a = if *word_a == Word::Gap { best[j + 1] } else { None };
            let kept_gap_b = if *word_b == Word::Gap { next[j] } else { None };
            next[j + 1] = matched.max(kept_gap_a).max(kept_gap_b);
        }
        best = next;
        longest = longest.max(best_at_end(a.len(), i + 1, b.len(), &best));
    }
    let said = |words: &[Word]| words.iter().filter(|w| **w != Word::Gap).count();
    let shorter = said(a).min(said(b));
    longest.is_some_and(|n| n == shorter || n >= LEAST_OVERLAP && 2 * n >= shorter)
}

/// The best alignment so far that reaches the end of `a` or of `b`.
fn best_at_end(len_a: usize, i: usize, len_b: usize, best: &[Option<usize>]) -> Option<usize> {
    if i == len_a { best.iter().copied().max().flatten() } else { best[len_b] }
}

fn has_content(word: &str) -> bool {
    COMMON_WORDS.get(word) != Some("function")
}

#[cfg(test)]
mod tests {
    use super::*;
    use Level::{Compatible, Conflict, Equivalent, Identical, Incomparable};

    fn check(cases: &[(&str, &str, Level)]) {
        for &(a, b, want) in cases {
            let (x, y) = (Words::read(a), Words::read(b));
            assert_eq!(compare(&x, &y).level, want, "{a} / {b}");
            assert_eq!(compare(&y, &x), compare(&x, &y), "{b} / {a}, swapped");
        }
    }

    #[test]
    fn marks_case_and_white_space_are_no_words() {
        check(&[
            ("The bridge is safe,", "“the bridge  is safe.”", Identical),
            ("the city’s old bridge", "The city's old bridge", Identical),
            ("the city’ s old bridge", "the city's old bridge", Identical),
            ("a well-built bridge", "a well built bridge", Identical),
            ("the bridge is safe", "the ridge is safe", Conflict),
        ]);
    }

    #[test]
    fn spelling_and_contractions_are_no_other_words() {
        check(&[
            ("the harbour defences", "the harbor defences", Equivalent),
            ("We don't recognise the colour", "We do not recognize the color", Equivalent),
            ("7% of the town", "7 percent of the town", Identical),
            ("It's the town's bridge", "It is the town's bridge", Equivalent),
            ("four old bridges fell at dawn", "for old bridges fell at dawn", Conflict),
        ]);
    }

    #[test]
    fn a_part_of_a_quotation_is_compatible_with_the_whole() {
        let whole = "We are ready to rebuild, but we need firm pledges from the lenders before winter";
        check(&[
            (whole, "firm pledges", Compatible),
            (whole, "We … need firm pledges from the lenders", Compatible),
            (whole, "We are ready to rebuild [the bridge], but we need firm pledges", Compatible),
            (whole, "[They] need firm pledges from the lenders before winter", Compatible),
            (whole, "We need firm and lasting pledges from the lenders before winter", Conflict),
        ]);
    }

    #[test]
    fn two_cuttings_of_one_utterance_are_compatible_where_they_overlap() {
        check(&[
            ("the old bridge will stand for years", "bridge will stand for years to come", Compatible),
            ("the old bridge will stand", "will stand trial in May", Incomparable),
        ]);
    }

    #[test]
    fn one_utterance_in_other_words_differs() {
        check(&[
            (
                "The inquiry is slow and has yet to yield firm evidence",
                "slow and yet to yield any firm conclusion",
                Conflict,
            ),
            (
                "Because the lake is rather shallow, no flood is expected",
                "The lake is too shallow to expect floods",
                Conflict,
            ),
            (
                "There's a Chance of Rain in the Valley",
                "There's a chance we could get rain in the valley",
                Conflict,
            ),
            ("I never sold the bonds", "I never cold the bonds", Conflict),
        ]);
    }

    #[test]
    fn utterances_that_share_few_words_are_not_compared() {
        check(&[
            (
                "People ran into the streets, fearing the worst",
                "The storm was loud, and people ran into the streets in panic and cold",
                Incomparable,
            ),
            ("very sad", "very sorry", Incomparable),
            ("", "very sorry", Incomparable),
            ("…", "[…]", Incomparable),
        ]);
    }

    #[test]
    fn stock_phrases_are_not_distinctive() {
        for phrase in ["very sad", "no comment", "close friends", "the", "a great day", ""] {
            assert!(!Words::read(phrase).is_distinctive(), "{phrase}");
        }
        for phrase in ["a historic opportunity", "twisted and baseless", "a great day for bridges and dams"] {
            assert!(Words::read(phrase).is_distinctive(), "{phrase}");
        }
    }

    #[test]
    fn a_lost_not_is_noticed() {
        let (a, b) = (Words::read("we will not sell"), Words::read("we will sell"));
        assert!(a.differs_by_negation(&b) && b.differs_by_negation(&a));
        assert!(!a.differs_by_negation(&Words::read("we won't sell")));
    }
}
