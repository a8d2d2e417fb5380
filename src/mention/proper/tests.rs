//! Proper words, by example.

use super::*;
use crate::article::ArticleId;

fn read(text: &str) -> ProperNames {
    let article = crate::read::article("a", None, None, None, text);
    let article = AnnotatedArticle::new(ArticleId(0), &article);
    proper_names(&article, &crate::mention::cast(&article), &[])
}

fn word(text: &str, wanted: &str) -> ProperWord {
    let found = read(text).words.into_iter().find(|w| w.word == wanted);
    found.unwrap_or_else(|| panic!("{wanted} in {text}"))
}

#[test]
fn a_word_knows_its_name_and_its_neighbours() {
    let text = "Pirates boarded the ship in the Gulf of Tarsa on Monday.";
    let found = word(text, "tarsa");
    assert_eq!(found.before.as_deref(), Some("gulf of"));
    assert_eq!(&text[found.name.range()], "Gulf of Tarsa");
    assert_eq!(&text[found.span.range()], "Tarsa");
}

#[test]
fn a_common_noun_tells_the_sort() {
    for text in [
        "Rain fell on the village of Tarsa overnight.",
        "The worst hit villages were identified as Melk, Tarsa and Ostan.",
        "The villages of Tarsa and Ostan were flooded.",
        "Officials in the Tarsa village council met.",
    ] {
        assert_eq!(word(text, "tarsa").sort, Some("village"), "{text}");
    }
    assert_eq!(word("Rain fell on Tarsa as village elders met.", "tarsa").sort, None);
}

#[test]
fn a_list_keeps_its_names_together() {
    let found = word("The villages of Melk, Tarsa and Ostan were flooded.", "tarsa");
    assert_eq!(found.company, ["melk", "ostan"]);
}

#[test]
fn the_first_word_of_a_sentence_is_not_sure() {
    assert!(read("Tarsa lies in the north.").words.is_empty());
    assert!(word("They went to Tarsa.", "tarsa").is_sure);
}

#[test]
fn a_body_is_read_from_its_head() {
    let found = read("She ran the Committee to Save the Karsa River for a year.").bodies;
    assert_eq!(found[0].head, "committee");
    assert_eq!(found[0].rest, ["save", "karsa", "river"]);
}
