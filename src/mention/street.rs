//! Streets in a sentence: "the 6600 block of South Michigan Avenue", "484 Walnut St."

use std::ops::Range;

use crate::language::Sentence;
use crate::lexicon::STREETS;
use crate::lexicon::names::{self, fold};
use crate::value::Place;

/// A street named in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Street {
    /// The tokens, block and number included.
    pub tokens: Range<usize>,
    /// The tokens of the name without block and number.
    pub name: Range<usize>,
    /// The place.
    pub place: Place,
}

/// The most words a street's name has before its kind. Three covers "Martin
/// Luther King Boulevard".
const LONGEST: usize = 3;

/// Small words that only a line in capitals writes large; no street is named by one.
const SHOUTED: [&str; 15] =
    ["an", "and", "any", "as", "at", "by", "from", "in", "is", "near", "of", "on", "the", "this", "was"];

/// Finds the streets of a sentence.
pub fn streets(sentence: &Sentence) -> Vec<Street> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < sentence.len() {
        if let Some(street) = by_kind(sentence, i).or_else(|| by_block(sentence, i)) {
            i = street.tokens.end;
            found.push(street);
        } else {
            i += 1;
        }
    }
    found
}

/// A name that its kind follows; `start` is the first word of the name, number or block.
fn by_kind(sentence: &Sentence, start: usize) -> Option<Street> {
    let (mut at, number, is_block) = number_before(sentence, start);
    let compass = compass(sentence, at);
    if !compass.is_empty() {
        at += 1;
    }
    let first = at;
    while at < sentence.len()
        && at - first < LONGEST
        && is_name_word(sentence, at)
        && kind(sentence, at).is_none()
    {
        at += 1;
    }
    let street = kind(sentence, at)?;
    // Without a number, "Berry Court" is as often a court of law; what happens "on" it
    // happens in a street.
    if street == "court" && number.is_none() && (start == 0 || sentence.norm(start - 1) != "on") {
        return None;
    }
    if at == first || sentence.norm(first) == "the" {
        return None;
    }
    // "Coroner |Dr.| Ann Brandt" is no drive, and a line in capitals names no street by
    // "in" and "any".
    let leads_name = matches!(sentence.norm(at), "dr." | "st.")
        && number.is_none()
        && at + 1 < sentence.len()
        && is_name_word(sentence, at + 1)
        && names::is_given(&fold(sentence.norm(at + 1)));
    let is_shouted = (first..at).any(|i| SHOUTED.contains(&sentence.norm(i)));
    if leads_name || is_shouted {
        return None;
    }
    // "St. Louis": the kind must be printed as one, and no name follows "St." here.
    if sentence.norm(at).starts_with("st") && sentence.norm(at) != "street" && first == at {
        return None;
    }
    let name_start = if compass.is_empty() { first } else { first - 1 };
    Some(Street {
        tokens: start..at + 1,
        name: name_start..at + 1,
        place: Place {
            name: joined(sentence, first..at),
            street: street.to_owned(),
            compass,
            number,
            is_block,
        },
    })
}

/// "the 1400 block of Gherald": a block needs no kind of street.
fn by_block(sentence: &Sentence, start: usize) -> Option<Street> {
    let (mut at, number, is_block) = number_before(sentence, start);
    if !is_block {
        return None;
    }
    let compass = compass(sentence, at);
    if !compass.is_empty() {
        at += 1;
    }
    let first = at;
    while at < sentence.len() && at - first < LONGEST && is_name_word(sentence, at) {
        at += 1;
    }
    (at > first).then(|| Street {
        tokens: start..at,
        name: first..at,
        place: Place { name: joined(sentence, first..at), street: String::new(), compass, number, is_block },
    })
}

/// House or block number in front of a street: the token behind it, the number, and
/// whether it is a block.
fn number_before(sentence: &Sentence, start: usize) -> (usize, Option<u32>, bool) {
    let digits: String = sentence.norm(start).chars().filter(|c| *c != ',').collect();
    let Ok(number) = digits.parse::<u32>() else { return (start, None, false) };
    let word = |i: usize| if i < sentence.len() { sentence.norm(i) } else { "" };
    if word(start + 1) == "block" {
        let behind = if word(start + 2) == "of" { start + 3 } else { start + 2 };
        return (behind, Some(number), true);
    }
    if word(start + 1) == "-" && word(start + 2) == "block" && word(start + 3) == "of" {
        return (start + 4, Some(number), true);
    }
    (start + 1, Some(number), false)
}

fn compass(sentence: &Sentence, at: usize) -> String {
    if at >= sentence.len() {
        return String::new();
    }
    match sentence.norm(at) {
        "n" | "n." | "north" => "north",
        "s" | "s." | "south" => "south",
        "e" | "e." | "east" => "east",
        "w" | "w." | "west" => "west",
        _ => "",
    }
    .to_owned()
}

fn is_name_word(sentence: &Sentence, at: usize) -> bool {
    let surface = sentence.surface(at);
    let first = surface.chars().next().unwrap_or(' ');
    let is_ordinal =
        first.is_ascii_digit() && ["st", "nd", "rd", "th"].iter().any(|e| sentence.norm(at).ends_with(e));
    is_ordinal || first.is_uppercase() && surface.chars().any(char::is_alphabetic)
}

fn kind(sentence: &Sentence, at: usize) -> Option<&'static str> {
    let capital = at < sentence.len() && sentence.surface(at).starts_with(char::is_uppercase);
    if capital { STREETS.get(sentence.norm(at)) } else { None }
}

fn joined(sentence: &Sentence, tokens: Range<usize>) -> String {
    let mut name = String::new();
    for i in tokens {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(in_digits(sentence.norm(i)));
    }
    name
}

/// "Fifth Avenue" is "5th Avenue".
fn in_digits(word: &str) -> &str {
    match word {
        "first" => "1st",
        "second" => "2nd",
        "third" => "3rd",
        "fourth" => "4th",
        "fifth" => "5th",
        "sixth" => "6th",
        "seventh" => "7th",
        "eighth" => "8th",
        "ninth" => "9th",
        "tenth" => "10th",
        "eleventh" => "11th",
        "twelfth" => "12th",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::mention::test_article;

    /// Each street of the text: number, name, kind, and whether a block is named.
    fn read(text: &str) -> Vec<(Option<u32>, String, String, bool)> {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let found = annotated.sentences().flat_map(|s| streets(&s)).map(|s| s.place);
        found.map(|p| (p.number, p.name, p.street, p.is_block)).collect()
    }

    #[test]
    fn streets_are_read_with_block_and_number() {
        let street = |n: Option<u32>, name: &str, kind: &str, b| (n, name.to_owned(), kind.to_owned(), b);
        let cases = [
            (
                "It was in the 6600 block of South Marlow Avenue.",
                street(Some(6600), "marlow", "avenue", true),
            ),
            ("It was at 484 Walden St. on Monday.", street(Some(484), "walden", "street", false)),
            ("It was in the 1400 block of Gerald.", street(Some(1400), "gerald", "", true)),
            ("It was on Alder County Dr. on Monday.", street(None, "alder county", "drive", false)),
            ("It was on Fifth Avenue.", street(None, "5th", "avenue", false)),
            ("It was at a home on Marlow Court.", street(None, "marlow", "court", false)),
        ];
        for (text, want) in cases {
            assert_eq!(read(text), [want], "{text}");
        }
    }

    #[test]
    fn other_names_are_no_streets() {
        for text in [
            "The Supreme Court ruled.",
            "Alder County Coroner Dr. Peter Hale was there.",
            "PANIC IN THE STREET.",
            "It was heard at Marlow Court.",
            "He lives in St. Marlow.",
            "The avenue was closed.",
            "Route 9 was open.",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
