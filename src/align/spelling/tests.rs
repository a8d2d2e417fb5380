//! Spellings laid side by side, by example.

use crate::article::Cluster;
use crate::discrepancy::Verdict;

/// Verdict and readings of the names of these articles.
fn read(texts: &[&str]) -> Vec<(Verdict, Vec<String>)> {
    let articles = texts.iter().zip(["a", "b", "c"]);
    let articles = articles.map(|(text, id)| crate::read::article(id, None, None, None, text));
    let report = crate::check(&Cluster::new(articles.collect()));
    let named = report.topics.into_iter().filter(|t| t.topic.starts_with("name"));
    named.map(|t| (t.verdict, t.readings.into_iter().map(|r| r.value).collect())).collect()
}

#[test]
fn one_letter_more_in_an_equal_name_is_a_spelling() {
    let found = read(&[
        "A call came in from the Karvold Pet Hospital on Monday.",
        "Police went to the Karvod Pet Hospital on Monday.",
    ]);
    assert_eq!(
        found,
        [(Verdict::Minor, vec!["Karvold Pet Hospital".to_owned(), "Karvod Pet Hospital".to_owned()])]
    );
}

#[test]
fn a_people_misspelt_is_a_spelling() {
    let found = read(&["The Norwegian sailors left port.", "The Norweigan sailors left port."]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, Verdict::Minor);
}

#[test]
fn two_things_stay_two() {
    for texts in [
        ["They met in Austria and left.", "They met in Australia and left."],
        ["The villages of Sarbad and Sarbaz burned.", "The village of Sarbaz burned."],
        ["The Israeli navy sailed.", "The navy of Israel sailed."],
        ["They live in Dover County.", "They live in Denver County."],
        ["Boats lay in Ferry Harbour.", "Boats lay in Ferry Harbor."],
    ] {
        assert_eq!(read(&texts), [], "{texts:?}");
    }
}
