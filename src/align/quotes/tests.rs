//! Quotations laid side by side, by example.

use super::*;
use crate::article::{AnnotatedArticle, Article, Cluster};
use crate::mention::test_article;

/// The discrepancies between texts, as "kind verdict: reading / reading".
fn found(texts: &[&str]) -> Vec<String> {
    let articles: Vec<Article> = texts.iter().map(|text| test_article(text)).collect();
    let cluster = Cluster::new(articles);
    let annotated: Vec<AnnotatedArticle> =
        cluster.iter().map(|(id, a)| AnnotatedArticle::new(id, a)).collect();
    let material: Vec<Material> = annotated.iter().map(Material::new).collect();
    let claims: Vec<Claim> = material.iter().flat_map(crate::detect::claims).collect();
    let topics = topics(&material, &claims);
    for claim in topics.iter().flat_map(|t| &t.readings).flat_map(|r| &r.claims) {
        assert!((claim.0 as usize) < claims.len());
    }
    let shown = topics.iter().filter(|t| t.verdict.is_discrepancy());
    shown
        .map(|t| {
            let values: Vec<&str> = t.readings.iter().map(|r| r.value.as_str()).collect();
            format!("{} {}: {}", t.kind.id(), t.verdict.id(), values.join(" / "))
        })
        .collect()
}

#[test]
fn one_utterance_in_two_wordings_is_minor() {
    assert_eq!(
        found(&[
            "“The inquiry is slow and has yet to yield firm evidence,” Ana Roe said.",
            "Ana Roe described the inquiry as “slow and yet to yield any firm conclusion.”",
        ]),
        ["quote-wording minor: The inquiry is slow and has yet to yield firm evidence, / \
          slow and yet to yield any firm conclusion."]
    );
}

#[test]
fn a_crosshead_that_rewords_its_own_article_is_minor() {
    let article = "# Roe: “There’s a Chance of Rain in the Valley”\n\
        “There’s a chance that we could get rain in the valley,” Ana Roe said.";
    assert_eq!(found(&[article]).len(), 1);
}

#[test]
fn a_fragment_of_the_longer_quotation_is_silent() {
    let whole = "“We can sign today, but we need firm pledges from the lenders before winter,” Ana Roe said.";
    for part in [
        "Ana Roe asked for “firm pledges” from the lenders.",
        "# Roe: “We Need Firm Pledges”",
        "“We can sign today, but we need firm pledges from the lenders,” Ana Roe said.",
        "“We can sign today … we need firm pledges from the lenders before winter,” Ana Roe said.",
    ] {
        assert_eq!(found(&[whole, part]), [""; 0], "{part}");
    }
}

#[test]
fn one_utterance_given_to_two_speakers_is_a_conflict() {
    let cases = [
        (
            "Ana Roe called the plan a “remarkable bargain.”",
            "Ben Poe called the plan a “remarkable bargain.”",
        ),
        (
            "“This bridge will outlive every one of its critics,” Ana Roe said.",
            "“This bridge will outlive every one of its critics,” said Ben Poe.",
        ),
    ];
    for (a, b) in cases {
        assert_eq!(found(&[a, b]), ["quote-speaker conflict: Ana Roe / Ben Poe"]);
    }
}

#[test]
fn what_anybody_may_say_is_no_conflict() {
    let cases = [
        ("Ana Roe called the plan “very sad.”", "Ben Poe called the plan “very sad.”"),
        ("Ana Roe said there were “rotten rafters.”", "Ben Poe said there were “rotten rafters.”"),
        (
            "“Our thoughts are with the victims and their families,” Ana Roe said.",
            "“Our thoughts are with the victims and their families,” said Ben Poe.",
        ),
    ];
    for (a, b) in cases {
        assert_eq!(found(&[a, b]), [""; 0], "{a}");
    }
}

#[test]
fn a_speaker_and_the_house_spoken_for_are_one() {
    let cases = [
        (
            "Norway’s foreign ministry dismissed the claim as “twisted and baseless.”",
            "Norway called it “twisted and baseless.”",
        ),
        (
            "“This bridge will outlive every one of its critics,” a senior official said.",
            "“This bridge will outlive every one of its critics,” said Ben Poe.",
        ),
    ];
    for (a, b) in cases {
        assert_eq!(found(&[a, b]), [""; 0], "{a}");
    }
}

#[test]
fn neither_order_nor_a_copy_of_an_article_changes_anything() {
    let a = "“The old bridge will stand for a hundred years,” Ana Roe said.";
    let b = "“The old bridge will stand for two hundred years,” Ana Roe said.";
    let want = "quote-wording minor: The old bridge will stand for a hundred years, / The old bridge will stand for two hundred years,";
    assert_eq!(found(&[a, b]), [want]);
    assert_eq!(found(&[a, b, a]), [want]);
    assert_eq!(found(&[b, a]).len(), 1);
    assert_eq!(found(&[a, a]), [""; 0]);
}

#[test]
fn speakers_and_utterances_that_merely_resemble_are_silent() {
    let cases = [
        (
            "“People ran into the streets, fearing the worst,” said Ben Poe.",
            "“The storm was loud, and people ran into the streets in panic,” said Ana Roe.",
        ),
        ("“I was so scared for my children,” Ana Roe said.", "“I am so proud of my children,” Ana Roe said."),
    ];
    for (a, b) in cases {
        assert_eq!(found(&[a, b]), [""; 0], "{a}");
    }
}
