//! Where an event was: streets, and blocks and house numbers on a street.
//!
//! A street with a number makes two claims: that the event was on the street, and
//! that the number on this street is that one.

use std::ops::Range;

use super::happening::happening;
use super::{Detector, Material, proper};
use crate::claim::{Claim, Event, Kind, Subject, Value};
use crate::language::{Sentence, Tag};
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
        let Some(main) = material.main_event else { return };
        for (sentence, found) in material.sentences() {
            for (number, street) in found.streets.iter().enumerate() {
                if is_home(&sentence, &street.tokens) {
                    continue;
                }
                let event = happening(&sentence, street.tokens.clone(), Some(main), false);
                let class = match event.as_ref().map(|e| e.class.as_str()) {
                    None | Some("call" | "death") => main,
                    Some(class) => class,
                };
                add(material, &sentence, street, class, claims);
                let corner = found.streets.get(number + 1).filter(|next| is_corner(&sentence, street, next));
                if let Some(next) = corner {
                    add_corner(material, &sentence, street, next, claims);
                    add_corner(material, &sentence, next, street, claims);
                }
            }
        }
    }
}

fn add(material: &Material, sentence: &Sentence, street: &Street, class: &str, claims: &mut Vec<Claim>) {
    let mut claim = |tokens: Range<usize>, place: Where, class: &str, participants: Vec<String>| {
        let subject = Subject::Event(Event { class: class.to_owned(), participants, ..Event::default() });
        claims.push(material.claim(Kind::Place, sentence, tokens, Value::Place(place), subject));
    };
    let place = &street.place;
    if place.number.is_some() {
        claim(street.tokens.clone(), place.clone(), "number", vec![place.name.clone()]);
    }
    if !place.street.is_empty() {
        let whole = Where { number: None, is_block: false, ..place.clone() };
        claim(street.name.clone(), whole, class, Vec::new());
    }
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
        || nearest == "of" && sentence.tag(street.start.saturating_sub(2)) == Tag::Propn && second != "block"
}
