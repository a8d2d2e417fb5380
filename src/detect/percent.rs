//! Percentages and shares: "70 percent of voters", "one in five".

use std::ops::Range;

use super::measurand::counted;
use super::{Detector, Material};
use crate::claim::{Claim, Kind};
use crate::language::{Sentence, Tag};
use crate::mention::figure::Form;

/// Percentages and shares: "70 percent of voters", "one in five".
pub struct Percent;

impl Detector for Percent {
    fn kind(&self) -> Kind {
        Kind::Percent
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/percent.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for figure in found.figures.iter().filter(|f| matches!(f.form, Form::Percent | Form::Share)) {
                let mut counted = counted(&sentence, figure.tokens.clone());
                // A share is one of its whole: of Israelis, of Americans.
                if let Some(noun) = counted.noun.filter(|&n| sentence.tag(n) == Tag::Propn) {
                    counted.measurand.counted = sentence.norm(noun).to_owned();
                }
                // "20 percent |of the| homes" is a share of all of them, and no part of a share.
                if is_share_of(&sentence, figure.tokens.clone()) {
                    counted.is_subset = false;
                }
                claims.push(material.counted_claim(Kind::Percent, &sentence, figure, counted));
            }
        }
    }
}

/// "20 percent |of the| homes", and not "including 20 percent of the homes".
fn is_share_of(sentence: &Sentence, tokens: Range<usize>) -> bool {
    let is_added = (tokens.start.saturating_sub(2)..tokens.start).any(|i| {
        matches!(sentence.norm(i), "including" | "another" | "additional" | "other" | "them" | "whom")
    });
    !is_added
        && (tokens.end.saturating_sub(1)..sentence.len().min(tokens.end + 1))
            .any(|i| sentence.norm(i) == "of")
}
