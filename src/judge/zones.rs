//! Zones of one article: a headline or a caption against the body.
//!
//! Inside one body an article most likely speaks of two things. What its headline or
//! the words under its picture say, the body should say too.

use super::article;
use crate::article::{ArticleId, ZoneKind};
use crate::claim::Claim;
use crate::discrepancy::Reading;

/// True when one of the readings stands in the article's headline, crosshead or caption and
/// the other in another part of it.
pub(super) fn are_two(claims: &[Claim], a: &Reading, b: &Reading, id: ArticleId) -> bool {
    let of = |reading: &Reading| -> Vec<Part> {
        let here = reading.claims.iter().filter(|c| article(claims, **c) == id);
        here.map(|c| part(claims[c.0 as usize].zone)).collect()
    };
    let of_b = of(b);
    of(a).iter().any(|x| of_b.iter().any(|y| x != y))
}

/// What a reader takes in at one glance.
#[derive(PartialEq, Eq)]
enum Part {
    Title,
    Picture,
    Story,
}

fn part(zone: ZoneKind) -> Part {
    match zone {
        ZoneKind::Headline | ZoneKind::Subheading => Part::Title,
        ZoneKind::Caption => Part::Picture,
        ZoneKind::Body | ZoneKind::Furniture => Part::Story,
    }
}
