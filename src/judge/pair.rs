//! Two claims of one topic: how they compare, and why a conflict between them weighs
//! little. By the functions that judge the whole topic.

use super::article;
use super::collation::{Collation, Standing};
use crate::align::Topic;
use crate::claim::Claim;
use crate::discrepancy::{ClaimId, Reading};
use crate::value::{Comparison, Level};

/// What two claims of one topic are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// How their values compare.
    pub comparison: Comparison,
    /// Why a conflict between the two weighs little, if it does.
    pub weakness: Option<Weakness>,
}

/// Why a conflict between two claims of one topic weighs little.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// One figure is more than ten times the other.
    Far,
    /// Both stand in one article.
    OneArticle,
    /// Their articles agree, or can both hold, on these two other claims.
    Agree(ClaimId, ClaimId),
}

/// What two claims of a topic are to one another, by the rules of [`judge`](super::judge).
pub fn pair(claims: &[Claim], topic: &Topic, a: ClaimId, b: ClaimId) -> Option<Pair> {
    let collation = Collation::of(claims, topic);
    let readings = &collation.readings;
    let reading = |id: ClaimId| readings.iter().position(|r| r.claims.contains(&id));
    let (i, j) = (reading(a)?, reading(b)?);
    let comparison = collation.comparison(i, j);
    let in_article = |id: ClaimId, reading: &Reading| {
        reading.claims.iter().copied().find(|c| article(claims, *c) == article(claims, id))
    };
    let weakness = if comparison.level != Level::Conflict {
        None
    } else if collation.are_two_things(i, j) {
        Some(Weakness::Far)
    } else if collation.standing(i, j) > Standing::Weak {
        None
    } else if article(claims, a) == article(claims, b) {
        Some(Weakness::OneArticle)
    } else {
        let pairs = (0..readings.len()).flat_map(|x| (0..readings.len()).map(move |y| (x, y)));
        let mut fits = pairs.filter(|&(x, y)| collation.fits(x, y));
        fits.find_map(|(x, y)| {
            Some(Weakness::Agree(in_article(a, &readings[x])?, in_article(b, &readings[y])?))
        })
    };
    Some(Pair { comparison, weakness })
}
