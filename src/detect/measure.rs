//! Lengths, areas, temperatures, magnitudes, calibres.

use super::governing::governing;
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Measurand, Subject, Value};
use crate::language::{Relation, Sentence, Tag};
use crate::mention::figure::{Figure, Form};

/// Lengths, areas, temperatures, magnitudes, calibres.
pub struct Measure;

impl Detector for Measure {
    fn kind(&self) -> Kind {
        Kind::Measure
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/measure.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for figure in found.figures.iter().filter(|f| f.form == Form::Measure) {
                let measurand = distance(&sentence, figure)
                    .unwrap_or_else(|| governing(&sentence, figure.tokens.clone()));
                let subject = Subject::Measurand(measurand);
                let value = Value::Quantity(figure.quantity.clone());
                let mut claim =
                    material.claim(Kind::Measure, &sentence, figure.tokens.clone(), value, subject);
                claim.stance.negated &= !is_of_something_there(&sentence, figure.tokens.end - 1);
                claims.push(claim);
            }
        }
    }
}

/// "|the| .45-calibre pistol was not registered": there was one, and its calibre is told.
fn is_of_something_there(sentence: &Sentence, token: usize) -> bool {
    let phrase = sentence.ancestors(token).take(4).filter(|&i| sentence.tag(i) != Tag::Verb);
    phrase.into_iter().any(|i| {
        sentence.children(i).any(|c| {
            matches!(sentence.relation(c), Relation::Det | Relation::NmodPoss)
                && !matches!(sentence.norm(c), "a" | "an" | "any" | "no")
        })
    })
}

/// "1,500 kilometres (930 miles) south of |Port Hale|": how far from a place that is
/// named; of what is left to the story.
fn distance(sentence: &Sentence, figure: &Figure) -> Option<Measurand> {
    let mut at = figure.tokens.end;
    // A conversion in brackets stands between the figure and its direction.
    if at < sentence.len() && sentence.norm(at) == "(" {
        at = (at..sentence.len().min(at + 6)).find(|&i| sentence.norm(i) == ")")? + 1;
    }
    let mut has_direction = false;
    while at < sentence.len() && is_direction(sentence.norm(at)) {
        has_direction = true;
        at += 1;
    }
    let links = at < sentence.len() && matches!(sentence.norm(at), "of" | "from");
    if !links || !has_direction {
        return None;
    }
    // "of the port city of Port Hale": the name behind the last "of".
    let name = (at + 1..sentence.len().min(at + 9)).find(|&i| sentence.tag(i) == Tag::Propn)?;
    let end = (name..sentence.len()).find(|&i| sentence.tag(i) != Tag::Propn).unwrap_or(sentence.len());
    let place = (name..end).map(|i| sentence.norm(i)).collect::<Vec<_>>().join(" ");
    Some(Measurand { counted: format!("distance from {place}"), ..Measurand::default() })
}

fn is_direction(word: &str) -> bool {
    matches!(
        word,
        "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "away"
            | "-"
    ) || matches!(word, "northern" | "southern" | "eastern" | "western" | "off" | "outside")
}
