//! Who claims an attack: "the Karsa Front claimed responsibility", "responsibility was
//! claimed by the Karsa Front".
//!
//! Only by name, and only for the day's news: a year, "last month" or "earlier" in the
//! sentence speaks of another attack.

use std::ops::Range;

use crate::language::Sentence;

/// Most tokens between "responsibility" and the verb, or the verb and the name.
const REACH: usize = 12;

/// Words between a name and its verb.
const BETWEEN: [&str; 14] = [
    "also",
    "group",
    "had",
    "has",
    "have",
    "immediately",
    "later",
    "militants",
    "movement",
    "organisation",
    "organization",
    "promptly",
    "quickly",
    "since",
];

/// The names of those who claim responsibility in the sentence.
pub fn claimants(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    if tells_of_another_day(sentence) {
        return Vec::new();
    }
    let at = (0..sentence.len()).filter(|&i| sentence.norm(i) == "responsibility");
    at.filter_map(|i| active(sentence, i).or_else(|| passive(sentence, i))).collect()
}

fn tells_of_another_day(sentence: &Sentence<'_>) -> bool {
    (0..sentence.len()).any(|i| {
        let word = sentence.norm(i);
        let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        is_year && word.bytes().all(|b| b.is_ascii_digit())
            || matches!(word, "last" | "previous" | "previously" | "earlier" | "past" | "similar" | "other")
    })
}

/// "|the Karsa Front| has claimed responsibility".
fn active(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let verb = (at.saturating_sub(3)..at).rev().find(|&i| is_claim(sentence, i))?;
    let mut end = verb;
    while end > 0 && BETWEEN.contains(&sentence.norm(end - 1)) {
        end -= 1;
    }
    let mut start = end;
    while start > 0 && (is_capital(sentence, start - 1) || joins(sentence, start - 1)) {
        start -= 1;
    }
    named(sentence, start..end)
}

/// "responsibility for the blast was claimed by |the Karsa Front|".
fn passive(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let verb = (at + 1..sentence.len().min(at + REACH)).find(|&i| is_claim(sentence, i))?;
    let by = verb + 1;
    if by >= sentence.len() || sentence.norm(by) != "by" {
        return None;
    }
    let mut end = by + 1;
    while end < sentence.len() && (is_capital(sentence, end) || joins(sentence, end) || end == by + 1) {
        end += 1;
    }
    named(sentence, by + 1..end)
}

/// The name without the small words at its ends; nothing without a capital.
fn named(sentence: &Sentence<'_>, mut tokens: Range<usize>) -> Option<Range<usize>> {
    let is_small =
        |i: usize| !is_capital(sentence, i) || matches!(sentence.norm(i), "the" | "a" | "an" | "no");
    while !tokens.is_empty() && is_small(tokens.start) {
        tokens.start += 1;
    }
    while !tokens.is_empty() && is_small(tokens.end - 1) {
        tokens.end -= 1;
    }
    (!tokens.is_empty()).then_some(tokens)
}

fn is_claim(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.norm(at), "claim" | "claimed" | "claims" | "took" | "taken" | "takes")
}

fn is_capital(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.surface(at).starts_with(char::is_uppercase)
}

/// What stands between the words of a name: "Front |for the| Freedom |of| Karsa".
fn joins(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.norm(at), "of" | "for" | "the" | "-" | "al" | "el")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::mention::test_article;

    #[test]
    fn a_claimant_has_a_name_and_the_news() {
        let cases = [
            ("The Karsa Front claimed responsibility for the blast.", "Karsa Front"),
            ("Responsibility for the blast was claimed by the Karsa Front.", "Karsa Front"),
            (
                "The Front for the Freedom of Karsa has claimed responsibility.",
                "Front for the Freedom of Karsa",
            ),
            ("No group claimed responsibility for the blast.", ""),
            ("The Karsa Front claimed responsibility for a blast in 2011.", ""),
            ("The Karsa Front denied responsibility for the blast.", ""),
        ];
        for (text, want) in cases {
            let article = test_article(text);
            let annotated = AnnotatedArticle::new(ArticleId(0), &article);
            let words = |s: &Sentence<'_>, t: Range<usize>| s.whole_text()[s.bytes(t)].to_owned();
            let found: Vec<String> = annotated
                .sentences()
                .flat_map(|s| claimants(&s).into_iter().map(|t| words(&s, t)).collect::<Vec<_>>())
                .collect();
            assert_eq!(found.join(", "), want, "{text}");
        }
    }
}
