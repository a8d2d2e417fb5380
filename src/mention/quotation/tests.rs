//! Quotations and their speakers, by example.

use super::*;
use crate::article::{Article, ArticleId};
use crate::mention::tokens::tests::article;

fn read<T>(text: &str, look: impl Fn(&Article, Vec<Quotation>) -> T) -> T {
    let article = article(text);
    let annotated = AnnotatedArticle::new(ArticleId(0), &article);
    look(&article, quotations(&annotated))
}

/// The speakers of the quotations of a text; "-" where nobody is known.
fn speakers(text: &str) -> Vec<String> {
    read(text, |article, found| {
        let name = |q: &Quotation| {
            q.speaker.as_ref().map_or("-".to_owned(), |s| article.text[s.named.range()].to_owned())
        };
        found.iter().map(name).collect()
    })
}

fn says(cases: &[(&str, &[&str])]) {
    for &(text, want) in cases {
        assert_eq!(speakers(text), want, "{text}");
    }
}

#[test]
fn the_speaker_stands_before_after_or_between() {
    says(&[
        ("Ana Roe said: “The dam holds.”", &["Ana Roe"]),
        ("“The dam holds,” Ana Roe said.", &["Ana Roe"]),
        ("“The dam holds,” said Mayor Ana Roe, who was there.", &["Ana Roe"]),
        ("“The dam holds,” said Ana Roe, a local baker.", &["Ana Roe"]),
        ("“The dam,” Ana Roe said, “will hold.”", &["Ana Roe", "Ana Roe"]),
        ("“The dam will hold for years.” — Ana Roe", &["Ana Roe"]),
        ("The mayor of the town, Ana Roe, said: “The dam holds.”", &["Ana Roe"]),
        ("“The dam will hold,” the head of the dam authority, Ana Roe, told state television.", &["Ana Roe"]),
        ("# Roe: “The Dam Will Hold for Years”", &["Roe"]),
    ]);
}

#[test]
fn bodies_and_unnamed_officials_speak_too() {
    says(&[
        ("“The dam holds,” the ministry said.", &["the ministry"]),
        ("“The dam holds,” a senior Danish official told reporters.", &["a senior Danish official"]),
        ("According to the ministry, the dam is “safe and sound for now.”", &["the ministry"]),
    ]);
}

#[test]
fn words_are_reported_called_and_posted() {
    says(&[
        ("Ana Roe called the dam a “rare achievement.”", &["Ana Roe"]),
        ("Ana Roe described the talks as “slow and costly.”", &["Ana Roe"]),
        ("In a post on X, Ana Roe reiterated her aims: “Work, bread and a safer dam.”", &["Ana Roe"]),
        ("The council praised the dam, calling it a “rare achievement.”", &["The council"]),
    ]);
}

#[test]
fn a_quotation_that_follows_keeps_the_speaker() {
    says(&[
        ("“The dam holds,” Ana Roe said. “We built it well.”", &["Ana Roe", "Ana Roe"]),
        ("“The dam holds,” Ana Roe said.\n“We built it well.”", &["Ana Roe", "Ana Roe"]),
        ("“The dam holds,” Ana Roe said. “No,” said Ben Poe.", &["Ana Roe", "Ben Poe"]),
    ]);
}

#[test]
fn he_and_she_are_whom_the_sentence_before_names() {
    says(&[
        ("Mayor Mary Roe visited the dam. “It will hold,” she said.", &["Mary Roe"]),
        ("The dam is old, Mary Roe said. “It will hold,” she said.", &["Mary Roe"]),
        ("Mayor Mary Roe visited the dam. “It will hold,” he said.", &["-"]),
        ("The dam is old. “It will hold,” she said.", &["-"]),
    ]);
}

#[test]
fn a_family_name_is_made_full() {
    read("Mayor Ana Roe was there. “The dam will hold,” Roe said.", |_, found| {
        let speaker = found[0].speaker.as_ref().expect("Roe speaks");
        assert_eq!(speaker.name, ["ana", "roe"]);
        assert_eq!(speaker.tie, Tie::Stated);
    });
}

#[test]
fn names_titles_and_words_at_arms_length_are_no_utterances() {
    let sorts = |text: &str| read(text, |_, found| found.iter().map(|q| q.sort).collect::<Vec<_>>());
    for text in [
        "Police seek Tom \"Easy\" Moss of Leeds.",
        "A man known as the \"Fox\" was seen.",
        "They were playing 'House of Cards' at home.",
    ] {
        assert_eq!(sorts(text), [QuotationSort::Name], "{text}");
    }
    assert_eq!(sorts("The so-called gift was a \"loan\" in truth."), [QuotationSort::Scare]);
    assert_eq!(sorts("Ana Roe said the gift was a \"loan.\""), [QuotationSort::Utterance]);
}

#[test]
fn spans_give_back_the_words() {
    let text = "“The dam holds. We built it well,” Ana Roe said.";
    read(text, |article, found| {
        let parts: Vec<&str> = found[0].parts.iter().map(|p| &article.text[p.range()]).collect();
        assert_eq!(parts, ["The dam holds.", "We built it well,"]);
        assert_eq!(&article.text[found[0].outer.range()], "“The dam holds. We built it well,”");
        assert!(is_quoted(&found, found[0].span));
        assert!(!is_quoted(&found, found[0].speaker.as_ref().expect("Roe speaks").span));
    });
}
