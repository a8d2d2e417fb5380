//! Zones of one article: a headline or a caption against the body.
//!
//! Inside one body an article most likely speaks of two things. What its headline or
//! the words under its picture say, the body should say too.

use super::article;
use crate::article::{ArticleId, ZoneKind};
use crate::claim::{Claim, Subject};
use crate::discrepancy::Reading;

/// True when the article's headline gives one of the readings and its body the other, or
/// the words under a picture give one that its body does not, of the same thing.
///
/// A picture has a day and a place of its own: of events only the headline is laid beside
/// the body.
pub(super) fn are_two(claims: &[Claim], a: &Reading, b: &Reading, id: ArticleId) -> bool {
    let here = |reading: &Reading| -> Vec<&Claim> {
        let of_article = reading.claims.iter().filter(|c| article(claims, **c) == id);
        of_article.map(|c| &claims[c.0 as usize]).collect()
    };
    let (of_a, of_b) = (here(a), here(b));
    let titles = |x: &[&Claim], y: &[&Claim]| {
        x.iter().any(|c| part(c) == Part::Title) && y.iter().any(|c| part(c) != Part::Title)
    };
    let pictures = |x: &[&Claim], y: &[&Claim]| {
        let is_alone = x.iter().all(|c| part(c) != Part::Story);
        let meets = |c: &Claim| y.iter().any(|d| part(d) == Part::Story && are_of_one(c, d));
        is_alone && x.iter().any(|c| part(c) == Part::Picture && meets(c))
    };
    titles(&of_a, &of_b) || titles(&of_b, &of_a) || pictures(&of_a, &of_b) || pictures(&of_b, &of_a)
}

/// True where no word narrows one of the two down and not the other: "four children",
/// "two |older| children".
fn are_of_one(a: &Claim, b: &Claim) -> bool {
    match (&a.subject, &b.subject) {
        (Subject::Measurand(a), Subject::Measurand(b)) => a.modifiers == b.modifiers,
        _ => true,
    }
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

#[cfg(test)]
mod tests {
    use crate::article::Cluster;
    use crate::discrepancy::{Confidence, Reach};
    use crate::read;

    /// The readings of each surer difference inside one article.
    fn found(title: &str, rest: &str) -> Vec<Vec<String>> {
        let text = format!(
            "{title}\n\nThe crash on the mountain road hurt 17 people, the fire service said.\n\n{rest}"
        );
        let cluster = Cluster::new(vec![read::article("a", Some(title), None, Some("2015-06-20"), &text)]);
        let report = crate::check(&cluster);
        let topics = report.discrepancies().into_iter().filter(|t| t.reach == Reach::Internal);
        let topics = topics.filter(|t| t.confidence >= Confidence::Medium);
        topics.map(|t| t.readings.iter().map(|r| r.value.clone()).collect()).collect()
    }

    #[test]
    fn a_picture_that_says_what_the_story_does_not_is_told() {
        let sides = vec![vec!["17 people".to_owned(), "71 people".to_owned()]];
        assert_eq!(found("Bus goes off the road", "Photo: The crash hurt 71 people."), sides);
        assert_eq!(found("Bus goes off the road", "Photo: The crash hurt 17 people."), [[""; 0]; 0]);
        assert_eq!(found("Bus goes off the road", "The crash hurt 71 people."), [[""; 0]; 0]);
        assert_eq!(found("Bus goes off the road", "Photo: The crash hurt 12 older children."), [[""; 0]; 0]);
    }

    #[test]
    fn a_headline_leaves_out_hedges_and_rounds() {
        let body = "At least 1,968 homes were damaged by the storm in the hills.";
        assert_eq!(found("Nearly 2,000 homes damaged in the hills", body), [[""; 0]; 0]);
        assert_eq!(found("1,968 homes damaged in the hills", body), [[""; 0]; 0]);
        assert_eq!(found("Nearly 9,000 homes damaged in the hills", body).len(), 1);
    }
}
