//! Where two wordings part: the middle that is left when the words they share at
//! the start and at the end are taken away.

use std::ops::Range;

/// The bytes of `a` and of `b` that differ; `None` if the words are the same.
///
/// A wording that lacks words of the other keeps one shared word, so that there
/// is something to point at.
pub(super) fn parting(a: &str, b: &str) -> Option<(Range<usize>, Range<usize>)> {
    let (words_a, words_b) = (words(a), words(b));
    let same = |i: &Range<usize>, j: &Range<usize>| plain(&a[i.clone()]) == plain(&b[j.clone()]);
    let shorter = words_a.len().min(words_b.len());
    let mut first = (0..shorter).take_while(|&n| same(&words_a[n], &words_b[n])).count();
    let from_end = |words: &[Range<usize>], n: usize| words[words.len() - 1 - n].clone();
    let mut last =
        (0..shorter - first).take_while(|&n| same(&from_end(&words_a, n), &from_end(&words_b, n))).count();
    if first + last == words_a.len() && first + last == words_b.len() {
        return None;
    }
    if first + last == shorter {
        // One side has nothing of its own: both give back a shared word.
        if first > 0 {
            first -= 1;
        } else {
            last = last.saturating_sub(1);
        }
    }
    let middle = |words: &[Range<usize>]| {
        let words = &words[first..words.len() - last];
        Some(words.first()?.start..words.last()?.end)
    };
    Some((middle(&words_a)?, middle(&words_b)?))
}

fn words(text: &str) -> Vec<Range<usize>> {
    let start = text.as_ptr() as usize;
    text.split_whitespace()
        .map(|word| {
            let at = word.as_ptr() as usize - start;
            at..at + word.len()
        })
        .collect()
}

/// The word without marks around it, in lower case.
fn plain(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(a: &str, b: &str) -> Option<(String, String)> {
        parting(a, b).map(|(in_a, in_b)| (a[in_a].to_owned(), b[in_b].to_owned()))
    }

    fn both(a: &str, b: &str) -> Option<(String, String)> {
        Some((a.to_owned(), b.to_owned()))
    }

    #[test]
    fn shared_words_at_both_ends_are_taken_away() {
        let a = "and ensuring that it will never again pose a threat.";
        let b = "and the assurance that it will no longer pose a threat";
        assert_eq!(
            parts(a, b),
            both("ensuring that it will never again", "the assurance that it will no longer")
        );
    }

    #[test]
    fn a_word_left_out_is_shown_by_the_word_before() {
        assert_eq!(parts("tough and have yet", "tough have yet"), both("tough and", "tough"));
        assert_eq!(parts("so tough", "tough"), both("so tough", "tough"));
    }

    #[test]
    fn the_same_words_do_not_part() {
        assert_eq!(parts("Real guarantees,", "“real guarantees”"), None);
        assert_eq!(parts("", ""), None);
    }

    #[test]
    fn nothing_has_no_place_to_point_at() {
        assert_eq!(parts("", "two words"), None);
    }
}
