//! Zones of one article: a headline or a caption against the body.
//!
//! Inside one body an article most likely speaks of two things. What its headline or
//! the words under its picture say, the body should say too.

use super::article;
use crate::article::{ArticleId, ZoneKind};
use crate::claim::{Claim, Subject};
use crate::discrepancy::Reading;

/// True when the article's headline gives one of the readings and its body the other, or
/// the words under a picture give one that its body does not.
///
/// A picture has a day and a place of its own: of events only the headline is laid beside
/// the body.
pub(super) fn are_two(claims: &[Claim], a: &Reading, b: &Reading, id: ArticleId) -> bool {
    let zones = |reading: &Reading| -> Vec<Part> {
        let here = reading.claims.iter().filter(|c| article(claims, **c) == id);
        here.map(|c| part(&claims[c.0 as usize])).collect()
    };
    let (of_a, of_b) = (zones(a), zones(b));
    let titles = |x: &[Part], y: &[Part]| x.contains(&Part::Title) && y.iter().any(|p| *p != Part::Title);
    let pictures = |x: &[Part], y: &[Part]| {
        x.contains(&Part::Picture) && !x.contains(&Part::Story) && y.contains(&Part::Story)
    };
    titles(&of_a, &of_b) || titles(&of_b, &of_a) || pictures(&of_a, &of_b) || pictures(&of_b, &of_a)
}

/// What a reader takes in at one glance.
#[derive(PartialEq, Eq)]
enum Part {
    Title,
    Picture,
    Story,
}

/// A crosshead is a part of the story: it may lead to another event.
fn part(claim: &Claim) -> Part {
    match claim.zone {
        ZoneKind::Headline => Part::Title,
        ZoneKind::Caption if !matches!(claim.subject, Subject::Event(_)) => Part::Picture,
        ZoneKind::Caption | ZoneKind::Subheading | ZoneKind::Body | ZoneKind::Furniture => Part::Story,
    }
}
