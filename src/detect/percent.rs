//! Percentages and shares: "70 percent of voters", "one in five".

use std::ops::Range;

use super::measurand::counted;
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Measurand};
use crate::language::{Relation, Sentence, Tag};
use crate::mention::figure::Form;

/// Percentages and shares: "70 percent of voters", "one in five".
pub struct Percent;

/// What is told in percent without saying of what: everybody knows the whole.
const RATES: [&str; 8] =
    ["approval", "inflation", "joblessness", "poverty", "rate", "rating", "turnout", "unemployment"];

/// Verbs that tell how high a rate is, or what it has come to.
const LEVELS: [&str; 18] = [
    "be", "climb", "decline", "decrease", "drop", "fall", "hit", "hold", "increase", "jump", "reach",
    "remain", "rise", "slip", "soar", "stand", "stay", "surge",
];

impl Detector for Percent {
    fn kind(&self) -> Kind {
        Kind::Percent
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/percent.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for figure in found.figures.iter().filter(|f| matches!(f.form, Form::Percent | Form::Share)) {
                let mut counted = counted(&sentence, figure.tokens.clone());
                // A share is one of its whole: of Israelis, of Americans.
                if let Some(noun) = counted.noun.filter(|&n| sentence.tag(n) == Tag::Propn) {
                    counted.measurand.counted = sentence.norm(noun).to_owned();
                }
                if counted.noun.is_none()
                    && figure.change.is_none()
                    && let Some(rate) = rate(&sentence, figure.tokens.start)
                {
                    (counted.measurand, counted.is_subset, counted.is_agent) = (rate, false, false);
                }
                if figure.form == Form::Share && counted.measurand.event.is_none() {
                    counted.measurand.event = told_of(&sentence, figure.tokens.clone());
                }
                // "20 percent |of the| homes" is a share of all of them, and no part of a share.
                if is_share_of(&sentence, figure.tokens.clone()) {
                    counted.is_subset = false;
                }
                claims.push(material.counted_claim(Kind::Percent, &sentence, figure, counted));
            }
        }
    }
}

/// "|One| in five voters backed it": what the share does, where its number is the subject.
fn told_of(sentence: &Sentence, tokens: Range<usize>) -> Option<String> {
    let is_subject = |&i: &usize| matches!(sentence.relation(i), Relation::Nsubj | Relation::NsubjPass);
    let verb = tokens.into_iter().find(is_subject).and_then(|i| sentence.head(i))?;
    (sentence.tag(verb) == Tag::Verb).then(|| sentence.lemma(verb).to_owned())
}

/// "20 percent |of the| homes", and not "including 20 percent of the homes".
fn is_share_of(sentence: &Sentence, tokens: Range<usize>) -> bool {
    let is_added = (tokens.start.saturating_sub(2)..tokens.start).any(|i| {
        matches!(sentence.norm(i), "including" | "another" | "additional" | "other" | "them" | "whom")
    });
    !is_added
        && (tokens.end.saturating_sub(1)..sentence.len().min(tokens.end + 1))
            .any(|i| sentence.norm(i) == "of")
}

/// "|unemployment| rose to 7.4 percent", "the |jobless rate| in the north was 7.4 percent": the rate
/// with the words that narrow it down.
fn rate(sentence: &Sentence, figure: usize) -> Option<Measurand> {
    let before = (figure.saturating_sub(4)..figure).rev();
    let verb =
        before.take_while(|&i| sentence.tag(i) != Tag::Noun && sentence.tag(i) != Tag::Punct).find(|&i| {
            (LEVELS.contains(&sentence.lemma(i)) || sentence.norm(i) == "stood")
                && matches!(sentence.tag(i), Tag::Verb | Tag::Aux)
        })?;
    let above = [Relation::Nsubj].into_iter().find_map(|r| sentence.child(verb, r));
    let is_rate = |i: &usize| RATES.contains(&sentence.lemma(*i));
    let mut near = (verb.saturating_sub(6)..verb).rev().take_while(|&i| sentence.tag(i) != Tag::Verb);
    let noun = above.filter(|i| *i < verb && is_rate(i)).or_else(|| near.find(is_rate))?;
    let mut measurand = Measurand { noun: sentence.norm(noun).to_owned(), ..Measurand::default() };
    let kind = noun.checked_sub(1).filter(|&i| matches!(sentence.tag(i), Tag::Noun | Tag::Adj));
    measurand.counted = match (sentence.lemma(noun), kind.map(|i| sentence.lemma(i))) {
        ("rate", Some("jobless" | "unemployment")) => "unemployment".to_owned(),
        ("rate" | "rating", Some(kind)) => format!("{kind} {}", sentence.lemma(noun)),
        ("rate" | "rating", None) => return None,
        ("joblessness", _) => "unemployment".to_owned(),
        (rate, _) => rate.to_owned(),
    };
    // "in the north", "in May", "among the young": which one, and for when.
    let is_content = |i: &usize| matches!(sentence.tag(*i), Tag::Noun | Tag::Propn | Tag::Adj);
    let clause_end =
        (figure..sentence.len()).find(|&i| matches!(sentence.norm(i), "," | ";" | "and" | "but" | "."));
    let behind = figure + 2..clause_end.unwrap_or(sentence.len()).max(figure + 2);
    measurand.modifiers =
        (noun + 1..verb).chain(behind).filter(is_content).map(|i| sentence.lemma(i).to_lowercase()).collect();
    measurand.modifiers.sort();
    measurand.modifiers.dedup();
    Some(measurand)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::claim::Subject;
    use crate::mention::test_article;

    /// Of what each share of the text is told: the whole or the rate, and whether it is a part.
    fn read(text: &str) -> Vec<(String, bool)> {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let mut claims = Vec::new();
        Percent.detect(&Material::new(&annotated), &mut claims);
        let told = claims.into_iter().filter_map(|claim| match claim.subject {
            Subject::Measurand(m) => Some((m.counted, claim.scope.is_subset)),
            _ => None,
        });
        told.collect()
    }

    #[test]
    fn a_share_of_all_is_no_part_of_a_share() {
        for text in ["The quake damaged 20 percent of the homes.", "The quake damaged 20 percent of homes."] {
            assert_eq!(read(text), [("home".to_owned(), false)], "{text}");
        }
    }

    #[test]
    fn what_a_share_does_is_told_of_its_number() {
        let event = |text: &str| {
            let article = test_article(text);
            let annotated = AnnotatedArticle::new(ArticleId(0), &article);
            let mut claims = Vec::new();
            Percent.detect(&Material::new(&annotated), &mut claims);
            claims.into_iter().find_map(|claim| match claim.subject {
                Subject::Measurand(m) => m.event,
                _ => None,
            })
        };
        assert_eq!(event("One in five voters backed the new road, a poll said.").as_deref(), Some("back"));
        assert_eq!(event("The road was for one in five voters."), None);
    }

    #[test]
    fn a_rate_is_what_its_percentage_is_told_of() {
        for text in [
            "Unemployment rose to 7.4 percent.",
            "The unemployment rate stood at 7.4 percent.",
            "Unemployment in the north was 7.4 percent in May.",
        ] {
            assert_eq!(read(text), [("unemployment".to_owned(), false)], "{text}");
        }
        assert_eq!(read("Turnout was 54 percent."), [("turnout".to_owned(), false)]);
        assert_ne!(read("Hope rose to 54 percent."), [("hope".to_owned(), false)]);
        assert_ne!(read("Unemployment rose 7.4 percent."), [("unemployment".to_owned(), false)]);
    }
}
