//! Earlier states: what an article tells only to say that it no longer holds.
//!
//! "Up from 36", "police initially said 12", "earlier estimates put it at 9", "12, as first
//! reported". The figure was asserted once; the article's own is another.

use std::ops::Range;

use crate::language::{Features, Relation, Sentence, Tag};
use crate::lexicon::CHANGES;

/// Adverbs that put a saying into the past of the story.
const ADVERBS: [&str; 6] = ["earlier", "first", "initially", "mistakenly", "originally", "previously"];

/// Adjectives that do the same to a report or a count.
const ADJECTIVES: [&str; 8] =
    ["early", "earlier", "first", "initial", "original", "preliminary", "previous", "prior"];

/// What is reported, estimated and counted.
const REPORTS: [&str; 14] = [
    "account",
    "assessment",
    "count",
    "death",
    "estimate",
    "figure",
    "information",
    "number",
    "report",
    "statement",
    "tally",
    "toll",
    "total",
    "word",
];

/// Verbs by which a figure is given: of these "initially" makes an earlier figure, while
/// who was "initially charged" was charged.
const GIVING: [&str; 18] = [
    "announce", "believe", "confirm", "count", "estimate", "fear", "give", "indicate", "list", "put",
    "report", "say", "set", "state", "suggest", "tell", "think", "describe",
];

/// Farthest that a giving verb stands before its figure, in tokens.
const REACH: usize = 16;

/// The words that make what stands in `tokens` an earlier state.
pub fn earlier(sentence: &Sentence, tokens: &Range<usize>) -> Option<String> {
    changed_from(sentence, tokens)
        .or_else(|| given_before(sentence, tokens))
        .or_else(|| as_reported_behind(sentence, tokens))
}

fn norm<'a>(sentence: &Sentence<'a>, at: usize) -> &'a str {
    if at < sentence.len() { sentence.norm(at) } else { "" }
}

/// "|Up from| 36", "rose |from| 36 to 41", "raised |from| 36".
fn changed_from(sentence: &Sentence, tokens: &Range<usize>) -> Option<String> {
    let from = tokens.start.checked_sub(1).filter(|&i| sentence.norm(i) == "from")?;
    let before = from.checked_sub(1).map(|i| sentence.norm(i))?;
    if matches!(before, "up" | "down") {
        return Some(format!("{before} from"));
    }
    let is_change = |i: usize| {
        CHANGES.contains(sentence.norm(i))
            || matches!(sentence.lemma(i), "revise" | "raise" | "lower" | "change")
    };
    // "rose |to 41| from 36", "the toll was revised down |from 36 to 41|"
    let leads_on =
        norm(sentence, tokens.end) == "to" || (tokens.end..tokens.end + 3).any(|i| norm(sentence, i) == "to");
    let is_led = (from.saturating_sub(4)..from).any(|i| sentence.norm(i) == "to");
    let is_changed = (from.saturating_sub(6)..from).any(is_change);
    (is_changed && (leads_on || is_led) || is_change_from(sentence, from)).then(|| "from".to_owned())
}

/// "|rose| to 7.4 percent in May |from| 7.1 percent": by the tree, one verb of change with both ends.
fn is_change_from(sentence: &Sentence, from: usize) -> bool {
    let Some(verb) = sentence.ancestors(from).take(4).find(|&i| sentence.tag(i) == Tag::Verb) else {
        return false;
    };
    let is_to = |i: usize| {
        sentence.relation(i) == Relation::Obl
            && sentence.child(i, Relation::Case).is_some_and(|case| sentence.norm(case) == "to")
    };
    sentence.tag(verb) == Tag::Verb
        && CHANGES.contains(sentence.norm(verb))
        && sentence.children(verb).any(is_to)
}

/// "Police |initially| said 12", "|earlier estimates| put it at 12", "was |first| thought
/// to be 12".
fn given_before(sentence: &Sentence, tokens: &Range<usize>) -> Option<String> {
    let ends = |i: usize| {
        matches!(
            sentence.norm(i),
            ";" | "but" | "before" | "though" | "although" | "while" | "later" | "now" | "however"
        ) || sentence.norm(i) == "and" && i > 0 && sentence.norm(i - 1) == ","
    };
    let first = tokens.start.saturating_sub(REACH);
    let clause = (first..tokens.start).rev().take_while(|&i| !ends(i)).last().unwrap_or(tokens.start);
    for at in clause..tokens.start {
        let word = sentence.norm(at);
        if ADVERBS.contains(&word) && is_giving(sentence, at + 1, tokens.start) {
            return Some(word.to_owned());
        }
        if ADJECTIVES.contains(&word) && is_report_of(sentence, at, tokens.start) {
            return Some(format!("{word} {}", sentence.norm(at + 1)));
        }
    }
    None
}

/// A giving verb right at the token, perhaps behind an auxiliary: "|first reported|".
fn is_giving(sentence: &Sentence, at: usize, figure: usize) -> bool {
    let verb = (at..figure.min(at + 3)).find(|&i| !matches!(sentence.tag(i), Tag::Aux | Tag::Adv));
    verb.is_some_and(|v| {
        let is_past = !sentence.features(v).has(Features::PRESENT) || sentence.norm(v) == "put";
        GIVING.contains(&sentence.lemma(v)) && sentence.tag(v) == Tag::Verb && is_past
    })
}

/// "|Earlier| reports of 12", "in |initial| reports, police announced", "the |previous| toll
/// of 12"; not "initial reports indicate 12", for those are all there is.
fn is_report_of(sentence: &Sentence, at: usize, figure: usize) -> bool {
    let Some(noun) = (at + 1..figure.min(at + 4))
        .find(|&i| REPORTS.contains(&sentence.lemma(i)) && sentence.tag(i) == Tag::Noun)
    else {
        return false;
    };
    let is_run = (at + 1..noun).all(|i| matches!(sentence.tag(i), Tag::Noun | Tag::Adj));
    let verb = (noun + 1..figure).find(|&i| matches!(sentence.tag(i), Tag::Verb | Tag::Aux));
    let is_present = verb.is_some_and(|v| {
        sentence.features(v).has(Features::PRESENT) && sentence.norm(v) != "put"
            || matches!(
                sentence.norm(v),
                "indicate" | "suggest" | "say" | "show" | "has" | "have" | "is" | "are"
            )
    });
    // "the first death toll" is the first there is; an "early report" has been followed.
    let is_surely_past =
        matches!(sentence.norm(at), "earlier" | "previous" | "prior" | "initial" | "original")
            || verb.is_some();
    is_run && !is_present && is_surely_past
}

/// "12, |as first reported|", "not 12 |as initially thought|".
fn as_reported_behind(sentence: &Sentence, tokens: &Range<usize>) -> Option<String> {
    let behind = tokens.end..sentence.len().min(tokens.end + 6);
    let at = behind.clone().find(|&i| sentence.norm(i) == "as")?;
    let adverb = (at + 1..sentence.len().min(at + 4)).find(|&i| ADVERBS.contains(&sentence.norm(i)))?;
    let is_near = (tokens.end..at)
        .all(|i| matches!(sentence.tag(i), Tag::Noun | Tag::Adj | Tag::Verb | Tag::Aux | Tag::Punct));
    (is_near && is_giving(sentence, adverb + 1, sentence.len()))
        .then(|| format!("as {}", sentence.norm(adverb)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::mention::figure::figures;
    use crate::mention::test_article;

    /// Each figure of the text that is an earlier state, with the words that make it one.
    fn read(text: &str) -> Vec<(String, String)> {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let sentence = annotated.sentence(0);
        let told = figures(&sentence).into_iter().filter_map(|f| {
            Some((text[sentence.bytes(f.tokens.clone())].to_owned(), earlier(&sentence, &f.tokens)?))
        });
        told.collect()
    }

    #[test]
    fn what_no_longer_holds_is_an_earlier_state() {
        let mut complaints = String::new();
        for (text, figure, words) in [
            ("At least 15 people were killed, up from 12.", "12", "up from"),
            ("The death toll rose to 41 from 36.", "36", "from"),
            ("Unemployment rose to 7.4 percent in May from 7.1 percent in April.", "7.1 percent", "from"),
            ("The ministry revised the toll down from 36 to 31.", "36", "down from"),
            ("Police initially said 12 people were killed.", "12", "initially"),
            ("Police had earlier said 12 people were killed.", "12", "earlier"),
            ("The boy was first reported to be 11.", "11", "first"),
            ("Earlier estimates put the dead at 12.", "12", "earlier estimates"),
            ("Initial reports of 12 dead were corrected.", "12", "initial reports"),
            ("In initial reports, police announced that 12 people had died.", "12", "initial reports"),
            ("Police said 15 people were hurt, not 12 as first reported.", "12", "as first"),
        ] {
            let got = read(text);
            if got != [(figure.to_owned(), words.to_owned())] {
                complaints.push_str(&format!("\n{text}\n  gives {got:?}"));
            }
        }
        assert!(complaints.is_empty(), "{complaints}");
    }

    #[test]
    fn what_still_holds_is_none() {
        let mut complaints = String::new();
        for text in [
            "At least 15 people were killed, 12 from the north.",
            "The train runs from 36 stations to the coast.",
            "Police said 12 people were killed.",
            "Sales rose in May from 36 shops.",
            "Police initially charged 12 people.",
            "Initial reports indicate at least eight people were hurt.",
            "The first 12 people were killed on Monday.",
            "Police initially said nothing, but 12 people were killed.",
            "Earlier on Monday 12 people were killed.",
            "Police said 12 people were hurt, as firefighters arrived.",
        ] {
            let got = read(text);
            if !got.is_empty() {
                complaints.push_str(&format!("\n{text}\n  gives {got:?}"));
            }
        }
        assert!(complaints.is_empty(), "{complaints}");
    }
}
