//! Who counts without a verb of speech: "the ministry put the toll at 41", "the ministry's
//! figures show that 41 died".
//!
//! The tree says who: the subject of the verb, and of figures that show something their owner.

use super::attribution::{AttributionKind, Cue};
use super::phrase::Phrases;
use crate::language::{Relation, Sentence, Tag};

/// Verbs that set a number: "put the toll at 41".
const SETTING: [&str; 4] = ["estimate", "place", "put", "set"];

/// What is set so.
const TOLLS: [&str; 14] = [
    "casualty", "cost", "count", "damage", "dead", "death", "estimate", "figure", "injured", "injury",
    "loss", "number", "tally", "toll",
];

/// What shows how many there are.
const RECORDS: [&str; 9] =
    ["count", "data", "estimate", "figure", "number", "record", "statistic", "statistics", "tally"];

/// Verbs that tell what a record has.
const SHOWING: [&str; 5] = ["give", "indicate", "put", "show", "suggest"];

/// The verbs of a sentence by which somebody counts, with their sources.
pub(super) fn counting(phrases: Phrases<'_>) -> Vec<Cue> {
    let sentence = phrases.sentence;
    let verbs = (0..sentence.len()).filter(|&i| sentence.tag(i) == Tag::Verb && !phrases.is_masked(i));
    verbs.filter_map(|verb| setting(phrases, verb).or_else(|| showing(phrases, verb))).collect()
}

/// "|The ministry| put the toll at 41."
fn setting(phrases: Phrases<'_>, verb: usize) -> Option<Cue> {
    let sentence = phrases.sentence;
    if !SETTING.contains(&sentence.lemma(verb)) {
        return None;
    }
    let object = sentence.child(verb, Relation::Obj)?;
    let is_at = sentence.children(verb).any(|i| has_case(&sentence, i, "at"))
        || sentence.children(object).any(|i| has_case(&sentence, i, "at"));
    if !TOLLS.contains(&sentence.lemma(object)) || !is_at {
        return None;
    }
    let subject = sentence.child(verb, Relation::Nsubj).filter(|&s| s < verb)?;
    // "Earlier estimates put it at 9": what was counted, and nobody who counts.
    if RECORDS.contains(&sentence.lemma(subject)) {
        return showing(phrases, verb);
    }
    cue(phrases, verb, subject)
}

/// "|The ministry's| figures show", "figures from |the ministry| show".
fn showing(phrases: Phrases<'_>, verb: usize) -> Option<Cue> {
    let sentence = phrases.sentence;
    if !SHOWING.contains(&sentence.lemma(verb)) {
        return None;
    }
    let subject = sentence.child(verb, Relation::Nsubj).filter(|&s| s < verb)?;
    if !RECORDS.contains(&sentence.lemma(subject)) {
        return None;
    }
    let owner = sentence.children(subject).find(|&i| match sentence.relation(i) {
        Relation::NmodPoss => true,
        Relation::Nmod => ["from", "by"].iter().any(|case| has_case(&sentence, i, case)),
        _ => false,
    })?;
    cue(phrases, verb, owner)
}

fn cue(phrases: Phrases<'_>, verb: usize, source: usize) -> Option<Cue> {
    let source = phrases.before(source + 1).filter(|_| !phrases.is_pronoun(source))?;
    (source.end <= verb).then_some(Cue { source, verb, kind: AttributionKind::Counts })
}

fn has_case(sentence: &Sentence<'_>, token: usize, word: &str) -> bool {
    sentence.child(token, Relation::Case).is_some_and(|case| sentence.norm(case) == word)
}

#[cfg(test)]
mod tests {
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::mention::attribution::{AttributionKind, attributions};
    use crate::mention::test_article;

    /// Who counts in the text.
    fn read(text: &str) -> Vec<String> {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let sentence = annotated.sentence(0);
        let found = attributions(&sentence).into_iter().filter(|a| a.kind == AttributionKind::Counts);
        found.map(|a| text[sentence.bytes(a.source)].to_owned()).collect()
    }

    #[test]
    fn who_puts_a_toll_counts_it() {
        assert_eq!(read("The ministry put the death toll at 41."), ["The ministry"]);
        assert_eq!(read("The ministry's figures show that 41 people died."), ["The ministry"]);
        assert_eq!(read("Figures from the ministry show that 41 people died."), ["the ministry"]);
        assert!(read("The ministry put the books at the door.").is_empty());
        assert!(read("The ministry's windows show that 41 people live there.").is_empty());
        assert!(read("Earlier figures put the death toll at 36.").is_empty());
    }
}
