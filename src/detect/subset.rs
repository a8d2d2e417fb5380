//! Whether a figure counts a part: "including 18,000 children", "six of whom".

use crate::language::{Relation, Sentence, Tag};
use crate::lexicon::PEOPLE;

/// Words that part the hurt by how badly they are.
const DEGREES: [&str; 14] = [
    "critical",
    "critically",
    "fair",
    "good",
    "grave",
    "gravely",
    "life-threatening",
    "minor",
    "serious",
    "seriously",
    "severe",
    "severely",
    "slight",
    "slightly",
];

/// Words before a figure that make it a part of a larger one.
pub fn is_subset(sentence: &Sentence, anchor: usize, figure_start: usize) -> bool {
    let before = figure_start.checked_sub(1).map(|i| sentence.norm(i));
    let before2 = figure_start.checked_sub(2).map(|i| sentence.norm(i));
    if matches!(before, Some("including" | "another" | "additional" | "mostly" | "other" | "remaining")) {
        return true;
    }
    if before == Some("least")
        && matches!(figure_start.checked_sub(3).map(|i| sentence.norm(i)), Some("including"))
    {
        return true;
    }
    if before2 == Some("including") || (before2 == Some("among") && before == Some("them")) {
        return true;
    }
    // "six of whom", "two of them", "three of the victims"
    let after: Vec<&str> =
        (figure_start + 1..sentence.len().min(figure_start + 4)).map(|i| sentence.norm(i)).collect();
    if after.windows(2).any(|w| w[0] == "of" && matches!(w[1], "whom" | "them" | "the" | "those" | "these")) {
        return true;
    }
    // "two |suffered minor| injuries", "two were in |critical| condition": by degree.
    // "|the| two people |who| arrived by car": those and no others.
    let window = figure_start..sentence.len().min(figure_start + 9);
    let same_clause = |i: &usize| !matches!(sentence.norm(*i), "," | "and" | "including" | "another" | ";");
    let by_degree = window.clone().take_while(same_clause).any(|i| {
        DEGREES.contains(&sentence.norm(i))
            && i + 1 < sentence.len()
            && matches!(sentence.lemma(i + 1), "injury" | "wound" | "condition" | "injure" | "hurt")
    });
    let is_restricted = matches!(before, Some("the" | "those"))
        && window
            .skip(1)
            .take(4)
            .any(|i| matches!(sentence.norm(i), "who" | "whose") && sentence.norm(i - 1) != ",");
    if by_degree || is_restricted || lists_the_former(sentence, anchor, figure_start) {
        return true;
    }
    sentence.ancestors(anchor).take(3).any(|i| {
        sentence
            .children(i)
            .any(|c| sentence.relation(c) == Relation::Case && sentence.norm(c) == "including")
    })
}

/// "three others, |two men| and a woman": who those just counted were.
fn lists_the_former(sentence: &Sentence, anchor: usize, figure_start: usize) -> bool {
    let Some(noun) = figure_start.checked_sub(2) else { return false };
    let is_people = |i: usize| PEOPLE.contains(sentence.lemma(i)) || sentence.lemma(i) == "other";
    let is_counted = || (noun.saturating_sub(3)..noun).any(|i| sentence.tag(i) == Tag::Num);
    let goes_on = || {
        let mut and = (anchor + 1..sentence.len().min(anchor + 8)).filter(|&i| sentence.norm(i) == "and");
        and.any(|i| {
            i + 1 < sentence.len() && (sentence.norm(i + 1) == "a" || sentence.tag(i + 1) == Tag::Num)
        })
    };
    matches!(sentence.norm(figure_start - 1), "," | ":" | "-" | "–" | "—")
        && is_people(noun)
        && is_people(anchor)
        && is_counted()
        && goes_on()
}
