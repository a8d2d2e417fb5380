//! Words: where a token that begins with a letter ends, and how it is split.
//!
//! A full stop belongs to the word if the word is an abbreviation; a stop without a
//! space after it ends a sentence only where it clearly does ("Wednesday.The").

use super::abbreviations::{self, Around, abbreviation};
use super::chars::{at, before, is_apostrophe, is_hyphen, is_of_word, next_printed, run};
use super::word_list::WordList;

const PREFIXES: WordList = WordList(include_str!("prefixes.tsv"));
const CONTRACTIONS: WordList = WordList(include_str!("contractions.tsv"));

/// One past the last byte of the word at `start`, before it is split.
pub(super) fn end(text: &str, start: usize, after_comma: bool) -> usize {
    if let Some(end) = acronym(text, start) {
        return end;
    }
    let mut part = start;
    let mut end = run(text, start);
    while let Some(mark) = at(text, end) {
        let after = end + mark.len_utf8();
        let next = at(text, after);
        let goes_on = match mark {
            '.' => {
                let around = Around { next: next_printed(text, after).map(|(_, c)| c), after_comma };
                match stop(text, start..end, part, around) {
                    Stop::Inside => true,
                    Stop::Last => return after,
                    Stop::Apart => false,
                }
            }
            '&' => is_initials(&text[part..end]) && is_initials(&text[after..run(text, after)]),
            _ if is_apostrophe(mark) => next.is_some_and(char::is_alphabetic),
            _ if is_hyphen(mark) => {
                // "cul-de-sac": what follows a hyphen is no prefix.
                let is_first = part == start && !before(text, start).is_some_and(is_hyphen);
                is_first && keeps_hyphen(&text[start..end], next)
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        part = after;
        end = run(text, after);
    }
    end
}

/// Whether a full stop belongs to the word before it.
enum Stop {
    /// It stands inside the word: "example.org".
    Inside,
    /// It is the last character of the word: "Gen.".
    Last,
    /// It is a token of its own.
    Apart,
}

/// Reads the stop after `word`, whose last part, after any inner stop, begins at `part`.
fn stop(text: &str, word: std::ops::Range<usize>, part: usize, around: Around) -> Stop {
    let after = word.end + 1;
    let is_abbreviation = || abbreviation(&text[word.clone()], around).is_some();
    let next = match at(text, after) {
        // "etc..." is a word and an ellipsis, "Inc.." an abbreviation and a stop.
        Some('.') if at(text, after + 1) == Some('.') => return Stop::Apart,
        Some(c) if is_of_word(c) => c,
        _ if is_abbreviation() => return Stop::Last,
        _ => return Stop::Apart,
    };
    if !next.is_lowercase() && is_abbreviation() {
        return Stop::Last;
    }
    let before = &text[part..word.end];
    let ends_small = before.ends_with(char::is_lowercase) && before.chars().nth(1).is_some();
    let right = &text[after..run(text, after)];
    let is_domain = ["com", "net", "org"].iter().any(|end| right.eq_ignore_ascii_case(end));
    let is_missing_space = if next.is_uppercase() {
        let mut rest = right.chars().skip(1);
        match rest.next() {
            // "said.The", "said.SWAT", but "Report.PDF"
            Some(second) if second.is_lowercase() => !is_domain && before.chars().nth(1).is_some(),
            Some(_) => !is_domain && before.len() > 1 && before.chars().all(char::is_lowercase),
            None => ends_small && matches!(right, "A" | "I") && at(text, after + 1) == Some(' '),
        }
    } else {
        next.is_numeric() && ends_small
    };
    if is_missing_space { Stop::Apart } else { Stop::Inside }
}

/// Letters with stops: "U.S.", "p.m.", "U.S", and initials like "J.".
fn acronym(text: &str, start: usize) -> Option<usize> {
    let first = at(text, start)?;
    let mut end = start;
    let mut letters = 0;
    while let Some(c) = at(text, end).filter(|c| c.is_alphabetic()) {
        if at(text, end + c.len_utf8()) != Some('.') {
            break;
        }
        end += c.len_utf8() + 1;
        letters += 1;
    }
    if letters == 0 {
        return None;
    }
    match at(text, end) {
        Some(c) if c.is_alphabetic() => {
            let after = end + c.len_utf8();
            if !at(text, after).is_some_and(is_of_word) {
                Some(after)
            } else {
                (letters > 1 || first.is_uppercase()).then_some(end)
            }
        }
        Some(c) if letters == 1 && (is_of_word(c) || c == '.') => None,
        _ if letters > 1 || is_initial(text, start, end) => Some(end),
        _ => None,
    }
}

/// True when the one letter and stop `start..end` are an initial or part of a spaced
/// acronym: "Ivan A. Lopez", "U. S.", "at 9 a. m.".
fn is_initial(text: &str, start: usize, end: usize) -> bool {
    let letter = at(text, start).unwrap_or(' ');
    let next = next_printed(text, end);
    let next_is_lone = |byte: usize, c: char| at(text, byte + c.len_utf8()) == Some('.');
    if letter.is_lowercase() {
        let pair = match (letter, next) {
            ('a' | 'p', Some((byte, 'm'))) => next_is_lone(byte, 'm'),
            ('e', Some((byte, 'g'))) => next_is_lone(byte, 'g'),
            ('i', Some((byte, 'e'))) => next_is_lone(byte, 'e'),
            _ => false,
        };
        let left = text[..start].trim_end();
        let closes = match letter {
            'm' => left.ends_with("a.") || left.ends_with("p."),
            'g' => left.ends_with("e."),
            'e' => left.ends_with("i."),
            _ => false,
        };
        // "(b. May 1960)"
        let is_bracketed = text[..start].ends_with('(') && next.is_some();
        return pair || is_bracketed || (closes && left.len() < start);
    }
    let follows_initial = || {
        let mut left = text[..start].trim_end().chars().rev();
        left.next() == Some('.')
            && left.next().is_some_and(char::is_uppercase)
            && !left.next().is_some_and(is_of_word)
    };
    match next {
        Some((byte, c)) if c.is_alphabetic() => {
            let word = &text[byte..run(text, byte)];
            let is_small_next = next_printed(text, byte + word.len()).is_some_and(|(_, c)| c.is_lowercase());
            let is_starter = abbreviations::starts_sentence(word, is_small_next) && !next_is_lone(byte, c);
            !is_starter && (letter != 'I' || c.is_uppercase())
        }
        Some((_, ',' | '-' | '&')) => true,
        // "1200 N. 5th Street"
        Some((_, c)) if c.is_numeric() && matches!(letter, 'N' | 'E' | 'S' | 'W') => true,
        _ => follows_initial(),
    }
}

/// True for the short capitals around an ampersand: "AT&T", "PG&E".
fn is_initials(letters: &str) -> bool {
    (1..=3).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase())
}

/// True when a prefix keeps its hyphen: "re-elected", "mid-1990s", but "over|-|50s".
fn keeps_hyphen(prefix: &str, next: Option<char>) -> bool {
    let fits = match next {
        Some(c) if c.is_alphabetic() => true,
        Some(c) if c.is_numeric() => prefix.eq_ignore_ascii_case("mid") || prefix.eq_ignore_ascii_case("pre"),
        _ => false,
    };
    // "UN-backed" is no "un-".
    let is_acronym = prefix.len() > 1 && prefix.bytes().all(|b| b.is_ascii_uppercase());
    fits && !is_acronym && PREFIXES.has(prefix)
}

/// Where a word is split in two, the last place first: "could|n't|'ve".
///
/// Gives the byte at which its last part begins, or `None` for a word in one piece.
pub(super) fn split(word: &str) -> Option<usize> {
    if let Some(first) = CONTRACTIONS.note(word).and_then(|len| len.parse().ok()) {
        return word.char_indices().nth(first).map(|(byte, _)| byte);
    }
    let mark = word.rfind(is_apostrophe)?;
    let tail = word[mark..].trim_start_matches(is_apostrophe);
    if is_clitic(tail) {
        return (mark > 0).then_some(mark);
    }
    let left = &word[..mark];
    let is_not = matches!(tail, "t" | "T") && left.ends_with(['n', 'N']);
    (is_not && left.len() > 1).then(|| left.len() - 1)
}

/// Where "its" and "your" are split that stand for "it's" and "you're": "its|not".
///
/// The word after tells: none of these follows the possessive.
pub(super) fn lost_apostrophe(word: &str, rest: &str) -> Option<usize> {
    let rest = rest.strip_prefix(' ')?;
    let is_next = |words: &[&str]| words.contains(&&rest[..run(rest, 0)]);
    if word.eq_ignore_ascii_case("its") {
        let verb = ["a", "an", "the", "not", "just", "been", "also", "really", "getting", "nothing"];
        return is_next(&verb).then_some(2);
    }
    let verb = ["a", "an", "the", "not", "going", "gonna", "welcome"];
    (word.eq_ignore_ascii_case("your") && is_next(&verb)).then_some(3)
}

/// True for what follows the apostrophe of a possessive or a contracted verb.
pub(super) fn is_clitic(tail: &str) -> bool {
    ["s", "ll", "ve", "re", "d", "m"].iter().any(|clitic| tail.eq_ignore_ascii_case(clitic))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> &str {
        &text[..end(text, 0, false)]
    }

    #[test]
    fn a_word_keeps_the_stop_of_its_abbreviation() {
        for (text, word) in [
            ("U.S. troops", "U.S."),
            ("U.S troops", "U.S"),
            ("p.m.", "p.m."),
            ("Gen. Orlov", "Gen."),
            ("J.Smith", "J."),
            ("Ph.D. thesis", "Ph.D."),
            ("Dr.Reed", "Dr."),
            ("etc., and", "etc."),
        ] {
            assert_eq!(first(text), word, "{text}");
        }
    }

    #[test]
    fn a_word_leaves_the_stop_of_its_sentence() {
        for (text, word) in [
            ("troops.", "troops"),
            ("troops.The", "troops"),
            ("weekend.12", "weekend"),
            ("Inc...", "Inc"),
            ("I...", "I"),
            ("gen. pop", "gen"),
            ("B. Then he", "B"),
        ] {
            assert_eq!(first(text), word, "{text}");
        }
    }

    #[test]
    fn a_word_is_split_at_its_last_clitic() {
        assert_eq!(split("couldn't've"), Some("couldn't".len()));
        assert_eq!(split("couldn't"), Some("could".len()));
        assert_eq!(split("Gaza’s"), Some("Gaza".len()));
        assert_eq!(split("’Tis"), Some("’T".len()));
        assert_eq!(split("cannot"), Some("can".len()));
        for word in ["n't", "'s", "O'Neill", "canned", "", "Shi'ite"] {
            assert_eq!(split(word), None, "{word}");
        }
    }

    #[test]
    fn an_apostrophe_is_lost_only_before_what_no_possessive_has() {
        assert_eq!(lost_apostrophe("Its", " not far"), Some(2));
        assert_eq!(lost_apostrophe("its", " a long way"), Some(2));
        assert_eq!(lost_apostrophe("your", " welcome"), Some(3));
        assert_eq!(lost_apostrophe("its", " notes"), None);
        assert_eq!(lost_apostrophe("its", " long way"), None);
        assert_eq!(lost_apostrophe("its", ", a dog"), None);
        assert_eq!(lost_apostrophe("your", " warm welcome"), None);
        assert_eq!(lost_apostrophe("bits", " not"), None);
    }

    #[test]
    fn the_lists_are_sorted() {
        for list in [PREFIXES, CONTRACTIONS] {
            let words: Vec<_> = list.words().collect();
            assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
