//! The words of a quotation, made comparable.
//!
//! Marks, case, white space and American or British spelling are no part of what
//! was said; an ellipsis or [brackets] stand for any words. Two quotations differ
//! only if they are the same utterance in other words: that is decided by the
//! content words they share, and quotations that share too few are incomparable.

use super::comparison::{Comparison, Level, Reason};
use crate::lexicon::speech::COMMON_WORDS;

/// "It's", "that's": where the ending stands for "is" and not for an owner.
const IS_SHORTENED: &[&str] = &["he", "here", "it", "she", "that", "there", "what", "where", "who"];

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
/// assert_eq!(Words::read("“The colour [of peace]…”").to_string(), "the color … …");
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
        let mut reader = Reader { words: Vec::new(), printed: String::new() };
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
    /// words that are no stock words, or four content words of any sort.
    ///
    /// "A historic opportunity" is distinctive; "very sad" and "close friends" are not.
    pub fn is_distinctive(&self) -> bool {
        let content: Vec<&str> = self.said().filter(|w| has_content(w)).collect();
        let rare = content.iter().filter(|w| !COMMON_WORDS.contains(w)).count();
        rare >= 2 || content.len() >= 4
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

/// How much two quotations share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resemblance {
    /// Content words that both have.
    pub shared: usize,
    /// Content words of the one that has fewer.
    pub fewer: usize,
    /// Content words of the one that has more.
    pub more: usize,
    /// Words of any sort that both have in the same order.
    pub in_order: usize,
    /// Words of the longer one.
    pub longer: usize,
    /// All words are the same but one, and that one differs by a letter.
    pub is_one_letter_apart: bool,
}

impl Resemblance {
    /// Counts what the two share.
    pub fn of(a: &Words, b: &Words) -> Resemblance {
        let (content_a, content_b) = (a.content(), b.content());
        let (said_a, said_b): (Vec<&str>, Vec<&str>) = (a.said().collect(), b.said().collect());
        Resemblance {
            shared: shared(&content_a, &content_b),
            fewer: content_a.len().min(content_b.len()),
            more: content_a.len().max(content_b.len()),
            in_order: in_order(&said_a, &said_b),
            longer: said_a.len().max(said_b.len()),
            is_one_letter_apart: is_one_letter_apart(&said_a, &said_b),
        }
    }

    /// True when two speakers would hardly say both: eight words, most in one order.
    pub fn is_nearly_verbatim(self) -> bool {
        self.longer >= 8 && 20 * self.in_order >= 17 * self.longer
    }

    /// True when one speaker may have meant both as one: four content words shared,
    /// more than half of what the shorter has.
    pub fn may_be_one_utterance(self) -> bool {
        self.shared >= 4 && 2 * self.shared > self.fewer
    }

    /// True when nobody says the one and the other on two occasions.
    pub fn is_one_utterance(self) -> bool {
        self.is_one_letter_apart
            || self.shared >= 3 && 4 * self.shared >= 3 * self.fewer
            || self.is_nearly_verbatim()
    }
}

/// How many stems two sorted lists have in common.
fn shared(a: &[String], b: &[String]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, count) = (i + 1, j + 1, count + 1),
        }
    }
    count
}

/// The length of the longest common subsequence.
fn in_order(a: &[&str], b: &[&str]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// True for four words or more that are the same but for one letter of one of them.
fn is_one_letter_apart(a: &[&str], b: &[&str]) -> bool {
    let mut differing = a.iter().zip(b).filter(|(x, y)| x != y);
    let one = differing.next();
    a.len() == b.len()
        && a.len() >= 4
        && differing.next().is_none()
        && one.is_some_and(|(x, y)| x.len().min(y.len()) >= 4 && strsim::osa_distance(x, y) == 1)
}

fn has_content(word: &str) -> bool {
    COMMON_WORDS.get(word) != Some("function")
}

/// Collects words from a text.
struct Reader {
    words: Vec<Word>,
    printed: String,
}

impl Reader {
    fn read(&mut self, text: &str) {
        let chars: Vec<char> = text.chars().collect();
        let mut at = 0;
        while let Some(&c) = chars.get(at) {
            if c == '[' {
                let length = chars[at..].iter().position(|&c| c == ']');
                at += length.map_or(1, |n| n + 1);
                self.gap();
            } else if c == '…' || c == '.' && chars.get(at + 1) == Some(&'.') {
                at += chars[at..].iter().take_while(|&&c| matches!(c, '.' | '…')).count();
                self.gap();
            } else if c.is_alphanumeric() {
                let word = word_at(&chars[at..]);
                at += word.len();
                self.word(word);
            } else {
                match c {
                    '%' => self.word(&['p', 'e', 'r', 'c', 'e', 'n', 't']),
                    '&' => self.word(&['a', 'n', 'd']),
                    _ => {}
                }
                at += 1;
            }
        }
    }

    fn gap(&mut self) {
        if self.words.last() != Some(&Word::Gap) {
            self.words.push(Word::Gap);
        }
    }

    fn word(&mut self, word: &[char]) {
        let lower = word.iter().flat_map(|c| c.to_lowercase());
        let word: String = lower
            .filter(|c| !c.is_whitespace() && *c != ',')
            .map(|c| if is_apostrophe(c) { '\'' } else { c })
            .collect();
        if word == "sic" {
            return;
        }
        if !self.printed.is_empty() {
            self.printed.push(' ');
        }
        self.printed.push_str(&word);
        let (stem, rest) = split_contraction(&word);
        self.words.push(Word::Said(american(stem)));
        self.words.extend(rest.map(|rest| Word::Said(rest.to_owned())));
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// The word at the start of `chars`: letters and digits, with an apostrophe inside
/// ("don't"; "nation’ s" too, where a space slipped in) and the comma of "2,000".
fn word_at(chars: &[char]) -> &[char] {
    let is_letter = |at: usize| chars.get(at).is_some_and(|c| c.is_alphanumeric());
    let is_digit = |at: usize| chars.get(at).is_some_and(|c| c.is_ascii_digit());
    let mut at = 1;
    while let Some(&c) = chars.get(at) {
        let belongs = c.is_alphanumeric()
            || is_apostrophe(c) && is_letter(at + 1)
            || matches!(c, ',' | '.') && is_digit(at - 1) && is_digit(at + 1);
        if belongs {
            at += 1;
        } else if is_apostrophe(c) && chars[at + 1..].starts_with(&[' ', 's']) && !is_letter(at + 3) {
            return &chars[..at + 3];
        } else {
            break;
        }
    }
    &chars[..at]
}

/// "Don't" as "do" and "not", "it's" as "it" and "is"; an owner's "'s" stays.
fn split_contraction(word: &str) -> (&str, Option<&'static str>) {
    match word {
        "can't" | "cannot" => return ("can", Some("not")),
        "won't" => return ("will", Some("not")),
        "let's" => return ("let", Some("us")),
        _ => {}
    }
    for (ending, full) in [("n't", "not"), ("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'m", "am")] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            return (stem, Some(full));
        }
    }
    match word.strip_suffix("'s") {
        Some(stem) if IS_SHORTENED.contains(&stem) => (stem, Some("is")),
        _ => (word, None),
    }
}

/// The American spelling of a word that has two.
fn american(word: &str) -> String {
    match word {
        "grey" => return "gray".to_owned(),
        "programme" => return "program".to_owned(),
        "okay" => return "ok".to_owned(),
        "amongst" => return "among".to_owned(),
        "whilst" => return "while".to_owned(),
        _ => {}
    }
    // Long enough words only: "four" and "for", "wise" and "wize" are no pair.
    let endings: &[(&str, &str)] = &[
        ("isation", "ization"),
        ("isations", "izations"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ise", "ize"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("our", "or"),
        ("ours", "ors"),
        ("oured", "ored"),
        ("ourite", "orite"),
        ("ourable", "orable"),
        ("elled", "eled"),
        ("elling", "eling"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("efence", "efense"),
        ("ffence", "ffense"),
        ("wards", "ward"),
    ];
    let found = endings.iter().find_map(|(british, american)| {
        let stem = word.strip_suffix(british)?;
        (stem.len() >= 3 || british.len() >= 5).then(|| format!("{stem}{american}"))
    });
    found.unwrap_or_else(|| word.to_owned())
}

/// A rough stem, so that "expected" meets "expect" and "tsunamis" "tsunami".
fn stem(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let long = |stem: &str| stem.chars().count() >= 3;
    let cut = if let Some(stem) = word.strip_suffix("ies").filter(|s| long(s)) {
        return format!("{stem}y");
    } else if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        word
    } else {
        word.strip_suffix('s').filter(|s| long(s)).unwrap_or(word)
    };
    let cut = ["ing", "ed"].iter().find_map(|e| cut.strip_suffix(e).filter(|s| long(s))).unwrap_or(cut);
    let cut = cut.strip_suffix('e').filter(|s| long(s)).unwrap_or(cut);
    let mut stem = cut.to_owned();
    let last_two: Vec<char> = stem.chars().rev().take(2).collect();
    if last_two.len() == 2 && last_two[0] == last_two[1] && last_two[0] != 'l' && last_two[0] != 's' {
        stem.pop();
    }
    stem
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
        for phrase in ["a historic opportunity", "distorted and false", "a great day for bridges and dams"] {
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
