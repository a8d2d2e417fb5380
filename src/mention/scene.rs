//! The sort of place in which a sentence puts something: "in a motel room", "off the
//! Bay of Lagos".
//!
//! Only what stands behind "in", "at", "inside", "outside" or "off" is a scene; "the
//! motel maid" and "the house of a cousin's lawyer" are not.

use std::ops::Range;

use crate::language::{Sentence, Tag};
use crate::lexicon::names::fold;
use crate::lexicon::{PLACES, VENUES};
use crate::value::SceneSort;

/// A scene in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SceneMention {
    /// Which sort.
    pub sort: SceneSort,
    /// The words that tell it, the preposition included.
    pub tokens: Range<usize>,
}

/// Most tokens between the preposition and the noun.
const REACH: usize = 9;

/// Rooms and grounds of a building: what happens there happens in it.
const PARTS: [&str; 24] = [
    "balcony",
    "basement",
    "bathroom",
    "bedroom",
    "building",
    "campus",
    "classroom",
    "complex",
    "corridor",
    "courtyard",
    "dormitory",
    "garage",
    "gym",
    "hallway",
    "kitchen",
    "lobby",
    "lot",
    "parking",
    "pool",
    "porch",
    "room",
    "suite",
    "unit",
    "yard",
];

/// Waters that things happen in or off.
const WATERS: [&str; 7] = ["bay", "channel", "gulf", "lake", "sea", "strait", "straits"];

/// The scenes of a sentence, by place.
pub fn scenes(sentence: &Sentence<'_>) -> Vec<SceneMention> {
    let found = (0..sentence.len()).filter_map(|at| venue(sentence, at).or_else(|| water(sentence, at)));
    found.collect()
}

/// The building whose noun begins at `at`.
fn venue(sentence: &Sentence<'_>, at: usize) -> Option<SceneMention> {
    let (noun, end) = noun(sentence, at)?;
    let mut last = end;
    while last < sentence.len() && PARTS.contains(&sentence.norm(last)) {
        last += 1;
    }
    // "the motel |maid|", "house |arrest|", and not "the motel |Sunday|".
    let is_of_noun = last < sentence.len()
        && sentence.tag(last) == Tag::Noun
        && sentence.surface(last).starts_with(char::is_lowercase);
    let is_house_of_state = noun == "house" && sentence.surface(at).starts_with(char::is_uppercase);
    if is_of_noun || is_house_of_state {
        return None;
    }
    let before = preposition(sentence, at)?;
    if !matches!(sentence.norm(before), "in" | "at" | "inside" | "outside") {
        return None;
    }
    let is_name = |i: &usize| {
        sentence.surface(*i).starts_with(char::is_uppercase) && !PLACES.contains(&fold(sentence.norm(*i)))
    };
    let name = (before + 1..at).filter(is_name).map(|i| fold(sentence.norm(i))).collect();
    Some(SceneMention { sort: SceneSort::Venue { noun, name }, tokens: before..last })
}

/// The noun for a building that begins at `at`, and one past it: the longest.
fn noun(sentence: &Sentence<'_>, at: usize) -> Option<(String, usize)> {
    (at + 1..=sentence.len().min(at + 3)).rev().find_map(|end| {
        let words: Vec<&str> = (at..end).map(|i| sentence.norm(i)).collect();
        VENUES.get_words(&words).map(|_| (words.join(" "), end))
    })
}

/// The preposition that the noun at `at` hangs on, over its own words alone.
fn preposition(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let is_capital = |i: usize| sentence.surface(i).starts_with(char::is_uppercase);
    (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|&i| !matches!(sentence.norm(i), "." | ";" | ":"))
        .find_map(|i| {
            let word = sentence.norm(i);
            if matches!(word, "in" | "at" | "inside" | "outside") {
                return Some(Some(i));
            }
            // "a Brandt, Ohio, motel".
            let is_of_place = word == "," && i > 0 && is_capital(i - 1);
            let is_own = is_of_place
                || is_capital(i)
                || matches!(sentence.tag(i), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num)
                || matches!(word, "'s" | "’s" | "-" | "his" | "her" | "their" | "its");
            (!is_own).then_some(None)
        })?
}

/// "off the Bay of Lagos", "in Lake Brandt".
fn water(sentence: &Sentence<'_>, at: usize) -> Option<SceneMention> {
    let is_in = match sentence.norm(at) {
        "in" => true,
        "off" => false,
        _ => return None,
    };
    let norm = |i: usize| if i < sentence.len() { sentence.norm(i) } else { "" };
    let is_capital = |i: usize| i < sentence.len() && sentence.surface(i).starts_with(char::is_uppercase);
    let first = at + 1 + usize::from(norm(at + 1) == "the");
    let mut end = first;
    while is_capital(end) || end > first && norm(end) == "of" && is_capital(end + 1) {
        end += 1;
    }
    let name: Vec<String> = (first..end).map(|i| fold(sentence.norm(i))).collect();
    let is_water = name.len() > 1 && name.iter().any(|w| WATERS.contains(&w.as_str()));
    // "off Lake Street", "off Bay Road": a street's name, as its kind tells.
    let is_street = name.last().is_some_and(|w| crate::lexicon::STREETS.contains(w));
    (is_water && !is_street)
        .then(|| SceneMention { sort: SceneSort::Water { name: name.join(" "), is_in }, tokens: at..end })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::mention::test_article;

    /// Each scene of the text as its words and what it tells.
    fn read(text: &str) -> Vec<String> {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let mut found = Vec::new();
        for sentence in annotated.sentences() {
            found.extend(scenes(&sentence).into_iter().map(|s| match s.sort {
                SceneSort::Venue { noun, name } => [vec![noun], name].concat().join(" "),
                SceneSort::Water { name, is_in } => format!("{} {name}", if is_in { "in" } else { "off" }),
            }));
        }
        found
    }

    #[test]
    fn a_building_is_a_scene_behind_its_preposition() {
        let cases: [(&str, &[&str]); 9] = [
            ("He was found dead in a motel room.", &["motel"]),
            ("He was found dead by a motel maid.", &[]),
            ("He died in a Brandt, Ohio, motel.", &["motel brandt ohio"]),
            ("The body was found at the Alder Hotel on Sunday.", &["hotel alder"]),
            ("The owner of the hotel found the body.", &[]),
            ("Two men were shot outside a mosque.", &["mosque"]),
            ("Two men were shot in a house.", &["house"]),
            ("Two men were shot in the House.", &[]),
            ("A boy was shot at Brandt High School.", &["high school brandt"]),
        ];
        for (text, want) in cases {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn a_water_is_a_scene_by_its_name() {
        let cases: [(&str, &[&str]); 4] = [
            ("The ship was attacked off the Bay of Lagos.", &["off bay of lagos"]),
            ("The ship was attacked in the Bay of Lagos.", &["in bay of lagos"]),
            ("The man was attacked off Bay Street.", &[]),
            ("The man was attacked in the bay.", &[]),
        ];
        for (text, want) in cases {
            assert_eq!(read(text), want, "{text}");
        }
    }
}
