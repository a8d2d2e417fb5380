//! Attributions, by example.

use super::*;
use crate::article::{AnnotatedArticle, ArticleId};
use crate::mention::tokens::tests::article;

/// "source | clause" for each attribution of a sentence.
fn read(text: &str) -> Vec<String> {
    let article = article(text);
    let annotated = AnnotatedArticle::new(ArticleId(0), &article);
    let sentence = annotated.sentence(0);
    let print = |a: Attribution| {
        let clause = if a.clause.is_empty() { "" } else { &text[sentence.bytes(a.clause)] };
        format!("{} | {clause}", &text[sentence.bytes(a.source)])
    };
    attributions(&sentence).into_iter().map(print).collect()
}

fn says(cases: &[(&str, &[&str])]) {
    for &(text, want) in cases {
        assert_eq!(read(text), want, "{text}");
    }
}

#[test]
fn a_clause_stands_on_the_word_of_who_says_it() {
    says(&[
        ("Police said 40 people were hurt.", &["Police | 40 people were hurt"]),
        ("Forty people were hurt, police said Friday.", &["police | Forty people were hurt"]),
        ("The ministry says 40 people were hurt.", &["The ministry | 40 people were hurt"]),
        ("Officials told the agency that 40 people were hurt.", &["Officials | 40 people were hurt"]),
        ("Forty people, police said, were hurt.", &["police | Forty people, police said, were hurt"]),
    ]);
}

#[test]
fn according_to_takes_the_phrase_and_leaves_the_clause() {
    says(&[
        (
            "According to the state's health ministry, at least 40 people were hurt.",
            &["the state's health ministry | at least 40 people were hurt"],
        ),
        ("Forty people were hurt, according to the ministry.", &["the ministry | Forty people were hurt"]),
        ("The fare rose by 4 per cent.", &[]),
    ]);
}

#[test]
fn someone_quoted_is_the_source_and_not_the_paper() {
    says(&[(
        "The agency quoted Ana Roe as saying that 40 people were hurt.",
        &["Ana Roe | 40 people were hurt"],
    )]);
}

#[test]
fn two_sources_share_a_sentence() {
    says(&[(
        "Police said 40 people were hurt, but the ministry said 43 were.",
        &["Police | 40 people were hurt,", "the ministry | 43 were"],
    )]);
}

#[test]
fn nothing_denied_intended_or_quoted_attributes() {
    says(&[
        ("Police did not say how many were hurt.", &[]),
        ("Police declined to say how many were hurt.", &[]),
        ("“He said forty were hurt.”", &[]),
        ("The report was long.", &[]),
        ("The damage reported was small.", &[]),
    ]);
}
