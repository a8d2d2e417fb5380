//! The level of a toll: "the death toll rose to 41", "put the number of dead at 36".
//!
//! The figure stands without a noun; the toll says what it counts. A bare "toll" is one of
//! the dead where the article tells of a death, and "took its toll" counts nobody.

use std::ops::Range;

use crate::claim::Measurand;
use crate::language::{Sentence, Tag};
use crate::lexicon::PEOPLE;

/// Farthest from the toll to its figure, in tokens: "the death toll from the quake that
/// struck the island on Sunday rose to 41".
const REACH: usize = 16;

/// Adjectives that leave a toll what it is.
const EMPTY: [&str; 18] = [
    "actual",
    "confirmed",
    "current",
    "earlier",
    "final",
    "human",
    "initial",
    "known",
    "latest",
    "new",
    "official",
    "overall",
    "preliminary",
    "previous",
    "provisional",
    "rising",
    "total",
    "true",
];

/// What the figure in `tokens` counts, if it is the level of a toll. `noun` is the noun that
/// it stands with, `tells_of_death` says what a bare "toll" is.
pub fn toll(
    sentence: &Sentence,
    tokens: &Range<usize>,
    noun: Option<usize>,
    tells_of_death: bool,
) -> Option<Measurand> {
    let is_people = |n: usize| {
        PEOPLE.contains(sentence.lemma(n)) || matches!(sentence.norm(n), "dead" | "killed" | "deaths")
    };
    // "the death toll rose as two |more| victims were found"
    let is_added =
        tokens.end < sentence.len() && matches!(sentence.norm(tokens.end), "more" | "other" | "others");
    if noun.is_some_and(|n| !is_people(n)) || is_added {
        return None;
    }
    let first = tokens.start.saturating_sub(REACH);
    let ends = |i: usize| {
        matches!(sentence.norm(i), ";" | "but" | "while")
            || sentence.norm(i) == "and" && sentence.norm(i - 1) == ","
    };
    let at = (first.max(1)..tokens.start)
        .rev()
        .take_while(|&i| !ends(i))
        .find(|&i| is_toll(sentence, i))
        .filter(|&i| tokens.start >= 2 && is_level(sentence, i, tokens.start))?;
    let (event, described) = match sentence.norm(at - 1) {
        _ if sentence.norm(at) == "number" => (numbered(sentence, at)?, at),
        "death" => ("kill", at - 1),
        "injury" | "injured" => ("hurt", at - 1),
        "casualty" => return None,
        _ if tells_of_death => ("kill", at),
        _ => return None,
    };
    let run =
        (0..described).rev().take_while(|&i| matches!(sentence.tag(i), Tag::Adj | Tag::Noun | Tag::Propn));
    let mut modifiers: Vec<String> = run
        .filter(|&i| !EMPTY.contains(&sentence.norm(i)))
        .map(|i| sentence.lemma(i).to_lowercase())
        .collect();
    modifiers.sort();
    Some(Measurand {
        counted: "any".to_owned(),
        noun: String::new(),
        event: Some(event.to_owned()),
        modifiers,
    })
}

/// A toll that counts: no road toll that is paid, and none that something "took".
fn is_toll(sentence: &Sentence, at: usize) -> bool {
    let is_compound = at + 1 < sentence.len()
        && matches!(sentence.lemma(at + 1), "road" | "booth" | "bridge" | "lane" | "plaza" | "gate");
    let is_taken =
        (at.saturating_sub(4)..at).any(|i| sentence.lemma(i) == "take" || sentence.lemma(i) == "pay");
    match sentence.norm(at) {
        "toll" => !is_compound && !is_taken,
        "number" => numbered(sentence, at).is_some(),
        _ => false,
    }
}

/// "the number of |dead|", "the number of people |injured|": what happened to them.
fn numbered(sentence: &Sentence, at: usize) -> Option<&'static str> {
    let norm = |i: usize| if i < sentence.len() { sentence.norm(i) } else { "" };
    if norm(at + 1) != "of" {
        return None;
    }
    let skipped = usize::from(norm(at + 2) == "the") + usize::from(norm(at + 2) == "people");
    match norm(at + 2 + skipped) {
        "dead" | "deaths" | "fatalities" | "killed" => Some("kill"),
        "injured" | "wounded" | "hurt" | "injuries" => Some("hurt"),
        _ => None,
    }
}

/// Verbs that tell what a toll has come to, or who says what it is.
const LEVELS: [&str; 24] = [
    "be", "bring", "climb", "exceed", "fall", "give", "grow", "hit", "increase", "jump", "lower", "number",
    "pass", "place", "put", "raise", "reach", "revise", "rise", "set", "stand", "surpass", "top", "update",
];

/// "a toll |of| 41", "rose |to| 41", "put |at| 41", "|reached| 41", "up |from| 36".
fn is_level(sentence: &Sentence, toll: usize, start: usize) -> bool {
    let is_told = || (toll.saturating_sub(REACH)..start).any(|i| is_level_verb(sentence, i));
    match sentence.norm(start - 1) {
        "of" => start == toll + 2,
        "to" | "at" | "as" => is_told(),
        "from" => is_told() || matches!(sentence.norm(start - 2), "up" | "down"),
        _ => start > toll && is_level_verb(sentence, start - 1),
    }
}

fn is_level_verb(sentence: &Sentence, token: usize) -> bool {
    matches!(sentence.tag(token), Tag::Verb | Tag::Aux)
        && (LEVELS.contains(&sentence.lemma(token)) || sentence.norm(token) == "stood")
}

#[cfg(test)]
mod tests {
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::claim::{Claim, Kind, Subject};
    use crate::detect::{Material, claims};
    use crate::mention::test_article;

    /// The printed figure of each count of people killed or hurt, the earlier ones in brackets.
    fn read(text: &str) -> Vec<String> {
        let text = format!("{text} Two men died in 1990.");
        let article = test_article(&text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let counts = claims(&Material::new(&annotated)).into_iter().filter(|c| c.kind == Kind::Count);
        let print = |c: Claim| match &c.subject {
            Subject::Measurand(m)
                if m.counted == "any" && matches!(m.event.as_deref(), Some("kill" | "hurt")) =>
            {
                let figure = text[c.span.range()].to_owned();
                Some(if c.stance.earlier.is_some() { format!("({figure})") } else { figure })
            }
            _ => None,
        };
        counts.filter_map(print).filter(|f| f != "Two men").collect()
    }

    #[test]
    fn the_level_of_a_toll_counts_the_dead() {
        let mut complaints = String::new();
        for (text, want) in [
            ("The death toll rose to 41 on Sunday.", vec!["41"]),
            ("On Friday the ministry put the death toll at 41.", vec!["41"]),
            ("The toll stood at 41.", vec!["41"]),
            ("By Wednesday morning the toll had risen to 44.", vec!["44"]),
            ("The ministry reported a death toll of 41.", vec!["41"]),
            ("The death toll from the quake in the hills reached 41.", vec!["41"]),
            ("The death toll rose to 41 from 36.", vec!["41", "(36)"]),
            ("The ministry revised the death toll from 36 to 31.", vec!["(36)", "31"]),
            ("The death toll stands at 41, up from 36.", vec!["41", "(36)"]),
            ("The ministry put the number of dead at 41.", vec!["41"]),
            ("The number of people injured rose to 41.", vec!["41"]),
            ("At least 41 people were killed, up from 36.", vec!["At least 41 people", "(36)"]),
        ] {
            let got = read(text);
            if got != want {
                complaints.push_str(&format!("\n{text}\n  gives {got:?}"));
            }
        }
        assert!(complaints.is_empty(), "{complaints}");
    }

    #[test]
    fn a_toll_that_is_taken_or_paid_counts_nobody() {
        let mut complaints = String::new();
        for text in [
            "The war took its toll at 41 hospitals.",
            "The years took a toll of 41.",
            "The toll bridge rose to 41 metres.",
            "The death toll rose at 41 hospitals.",
            "The toll was raised by 41.",
            "The death toll came after the bodies of 41 more were counted.",
            "The number of deals rose to 41.",
            "At least 41 homes were sold, up from 36.",
        ] {
            let got = read(text);
            if !got.is_empty() {
                complaints.push_str(&format!("\n{text}\n  gives {got:?}"));
            }
        }
        assert!(complaints.is_empty(), "{complaints}");
    }
}
