//! Counted people and things: "67,160 killed", "two dozen homes".

use super::measurand::counted;
use super::{Detector, Material};
use crate::claim::{Claim, Kind};
use crate::mention::figure::{Figure, Form};

/// Counted people and things.
pub struct Count;

/// Nouns whose figures say nothing that articles share.
const IDLE: [&str; 22] = [
    "time", "thing", "way", "part", "side", "point", "reason", "hand", "end", "kind", "lot", "bit", "step",
    "example", "case", "page", "level", "word", "eye", "pair", "front", "story",
];

impl Detector for Count {
    fn kind(&self) -> Kind {
        Kind::Count
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/count.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            let mut whole: Option<String> = None;
            for figure in found.figures.iter().filter(|f| is_count(f)) {
                let mut counted = counted(&sentence, figure.tokens.clone());
                // "killed 67,160, including 18,000 children": what happened to the whole
                // happened to the part.
                if counted.is_subset && whole.is_some() {
                    counted.measurand.event.clone_from(&whole);
                } else {
                    whole.clone_from(&counted.measurand.event);
                }
                let measurand = &counted.measurand;
                if measurand.counted.is_empty() || IDLE.contains(&measurand.counted.as_str()) {
                    continue;
                }
                // "One" is a figure only of people to whom something happened.
                let is_one = sentence.norm(figure.number.end - 1) == "one" && figure.number.len() == 1;
                if is_one
                    && (measurand.counted != "any" || measurand.event.is_none() || counted.noun.is_none())
                {
                    continue;
                }
                claims.push(material.counted_claim(Kind::Count, &sentence, figure, counted));
            }
        }
    }
}

fn is_count(figure: &Figure) -> bool {
    matches!(figure.form, Form::Cardinal | Form::Vague)
}
