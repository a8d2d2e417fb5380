//! Where an event was: streets, and blocks and house numbers on a street.
//!
//! A street with a number makes two claims: that the event was on the street, and
//! that the number on this street is that one.

use std::ops::Range;

use super::happening::happening;
use super::{Detector, Material, proper, scene};
use crate::claim::{Claim, Event, Kind, Subject, Value};
use crate::language::{Sentence, Tag};
use crate::lexicon::EVENTS;
use crate::mention::street::Street;
use crate::value::Place as Where;

/// Where an event was.
pub struct Place;

impl Detector for Place {
    fn kind(&self) -> Kind {
        Kind::Place
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/place.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        claims.extend(proper::claims(material.article, &material.proper, Kind::Place));
        claims.extend(material.directions.iter().map(|d| proper::direction(material.article, d)));
        claims.extend(scene::claims(material));
        let Some(main) = material.main_event else { return };
        for (sentence, found) in material.sentences() {
            for (number, street) in found.streets.iter().enumerate() {
                if is_home(&sentence, &street.tokens) || names_other(&sentence, street.tokens.clone()) {
                    continue;
                }
                let event = happening(&sentence, street.tokens.clone(), Some(main), false);
                let class = match event.as_ref().map(|e| e.class.as_str()) {
                    None | Some("call" | "death") => main,
                    Some(class) => class,
                };
                let is_scene = event.is_none() || is_landmark(&sentence, street.tokens.start);
                add(material, &sentence, street, class, is_scene, claims);
                let corner = found.streets.get(number + 1).filter(|next| is_corner(&sentence, street, next));
                if let Some(next) = corner {
                    add_corner(material, &sentence, street, next, claims);
                    add_corner(material, &sentence, next, street, claims);
                }
            }
        }
    }
}

fn add(
    material: &Material,
    sentence: &Sentence,
    street: &Street,
    class: &str,
    is_scene: bool,
    claims: &mut Vec<Claim>,
) {
    let mut claim = |tokens: Range<usize>, place: Where, class: &str, participants: Vec<String>| {
        let subject = Subject::Event(Event { class: class.to_owned(), participants, is_scene });
        claims.push(material.claim(Kind::Place, sentence, tokens, Value::Place(place), subject));
    };
    let place = &street.place;
    if place.number.is_some() {
        // Whether it is a road or a lane is told of the street itself.
        let number = Where { street: String::new(), compass: String::new(), ..place.clone() };
        claim(street.tokens.clone(), number, "number", vec![place.name.clone()]);
    }
    if !place.street.is_empty() {
        let whole = Where { number: None, is_block: false, ..place.clone() };
        claim(street.name.clone(), whole, class, Vec::new());
    }
}

/// "the Straight Street |program|", "an Oregon Trail |card|": the street gives its name
/// to something else than a scene.
fn names_other(sentence: &Sentence, street: Range<usize>) -> bool {
    let end = street.end;
    // "|a| Linden Avenue |Corner Shop|", and not "on Linden Avenue, Marloe".
    let is_one = street.start.checked_sub(1).is_some_and(|i| matches!(sentence.norm(i), "a" | "an"));
    if is_one && end < sentence.len() && sentence.tag(end) == Tag::Propn {
        return true;
    }
    let is_noun = |i: usize| i < sentence.len() && sentence.tag(i) == Tag::Noun;
    // "an Oregon Trail |EBT card|", and not "on Glenwood Avenue |Tuesday night|".
    let is_capital = |i: usize| {
        i < sentence.len()
            && sentence.surface(i).len() > 2
            && sentence.surface(i).chars().all(char::is_uppercase)
    };
    let noun = if is_capital(end) { end + 1 } else { end };
    is_noun(noun)
        && !SCENES.contains(&sentence.lemma(noun))
        && !TIMES.contains(&sentence.lemma(noun))
        && EVENTS.get(sentence.lemma(noun)).is_none()
}

/// Nouns that say when.
const TIMES: [&str; 10] = [
    "afternoon",
    "evening",
    "midnight",
    "morning",
    "night",
    "noon",
    "today",
    "tonight",
    "weekend",
    "yesterday",
];

/// What stands in a street and is named for it, and words for a part of it.
const SCENES: [&str; 32] = [
    "apartment",
    "area",
    "bar",
    "block",
    "bridge",
    "building",
    "church",
    "club",
    "complex",
    "corner",
    "corridor",
    "exit",
    "home",
    "hotel",
    "house",
    "housing",
    "incident",
    "intersection",
    "location",
    "motel",
    "neighborhood",
    "nightclub",
    "park",
    "residence",
    "restaurant",
    "scene",
    "school",
    "side",
    "site",
    "station",
    "store",
    "yard",
];

/// "|near| Harvard Road": not in it, perhaps.
fn is_landmark(sentence: &Sentence, start: usize) -> bool {
    (start.saturating_sub(3)..start).any(|i| matches!(sentence.norm(i), "near" | "off"))
}

/// "Harvard Road |and| 19th Avenue": two streets that meet.
fn is_corner(sentence: &Sentence, a: &Street, b: &Street) -> bool {
    let between: Vec<&str> = (a.tokens.end..b.tokens.start).map(|i| sentence.norm(i)).collect();
    matches!(between[..], ["and"] | ["at"] | ["&"] | ["/"] | ["near"])
}

/// That the street which `street` meets there is `other`.
fn add_corner(
    material: &Material,
    sentence: &Sentence,
    street: &Street,
    other: &Street,
    claims: &mut Vec<Claim>,
) {
    let subject = Subject::Event(Event {
        class: "corner".to_owned(),
        participants: vec![street.place.name.clone()],
        ..Event::default()
    });
    let value = Value::Place(Where { number: None, is_block: false, ..other.place.clone() });
    claims.push(material.claim(Kind::Place, sentence, other.name.clone(), value, subject));
}

/// "Jane Doe, 17, |of| the 3000 block of ...", "who |lives| on": where somebody lives.
fn is_home(sentence: &Sentence, street: &Range<usize>) -> bool {
    // "lived on Marlow Street, |where the shooting took place|".
    let behind = street.end..sentence.len().min(street.end + 6);
    let is_scene_too = behind.clone().take(2).any(|i| sentence.norm(i) == "where")
        && behind.clone().any(|i| EVENTS.contains(sentence.lemma(i)));
    if is_scene_too {
        return false;
    }
    let before = (street.start.saturating_sub(6)..street.start).rev().map(|i| sentence.norm(i));
    let mut words = before.filter(|w| !matches!(*w, "the" | "a" | "in" | "on" | "at"));
    let nearest = words.next().unwrap_or("");
    let second = words.next().unwrap_or("");
    if nearest == "of" && (second == "," || second.parse::<u32>().is_ok()) {
        return true;
    }
    let lives = |w: &str| matches!(w, "lives" | "lived" | "resides" | "resided" | "resident" | "residence");
    lives(nearest)
        || lives(second)
        || nearest == "home" && second == "childhood"
        || nearest == "of" && sentence.tag(street.start.saturating_sub(2)) == Tag::Propn && second != "block"
}
