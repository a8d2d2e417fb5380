//! From the text between quotation marks to words that can be compared.
//!
//! Contractions are opened, British spelling is made American, and what the editor
//! left out or put in becomes a gap.

use super::Word;

/// Longest words in [brackets], in letters; a bracket that is not closed by then is
/// a mark like others.
const LONGEST_INSERT: usize = 300;

/// "It's", "that's": where the ending stands for "is" and not for an owner.
const IS_SHORTENED: &[&str] = &["he", "here", "it", "she", "that", "there", "what", "where", "who"];

/// Collects words from a text.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub words: Vec<Word>,
    pub printed: String,
}

impl Reader {
    pub fn read(&mut self, text: &str) {
        let chars: Vec<char> = text.chars().collect();
        let mut at = 0;
        while let Some(&c) = chars.get(at) {
            if c == '[' {
                let length = chars[at..].iter().take(LONGEST_INSERT).position(|&c| c == ']');
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

/// A rough stem, so that "expected" meets "expect" and "floods" "flood".
pub(super) fn stem(word: &str) -> String {
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
