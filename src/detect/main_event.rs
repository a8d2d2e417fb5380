//! What an article tells of as a whole: its main event, and whether anybody died in it.

use crate::article::{AnnotatedArticle, ZoneKind};
use crate::lexicon::EVENTS;

use super::fate::event_word;
use super::happening::{is_occurrence, occurrence};

/// Sentences of an article in which its main event is looked for. News tells it first.
const LEAD: usize = 8;

/// The class of the event that most of the lead's words tell of.
pub fn main_event(article: &AnnotatedArticle) -> Option<&'static str> {
    let mut tally: Vec<(&'static str, usize)> = Vec::new();
    for sentence in article.sentences().take(LEAD) {
        if article.zone(&sentence) == ZoneKind::Caption {
            continue;
        }
        for token in 0..sentence.len() {
            let Some(class) = event_word(&sentence, token).map(occurrence) else { continue };
            if !is_occurrence(class) {
                continue;
            }
            match tally.iter_mut().find(|(c, _)| *c == class) {
                Some((_, n)) => *n += 1,
                None => tally.push((class, 1)),
            }
        }
    }
    let most = tally.iter().map(|(_, n)| *n).max()?;
    tally.iter().find(|(_, n)| *n == most).map(|(c, _)| *c)
}

/// True when any word of the article tells of a death.
pub fn tells_of_death(article: &AnnotatedArticle) -> bool {
    article.sentences().any(|sentence| {
        (0..sentence.len()).any(|i| {
            let attempted = i > 0 && sentence.lemma(i - 1).starts_with("attempt");
            EVENTS.get(sentence.lemma(i)) == Some("kill") && !attempted
        })
    })
}

/// True when the article tells that whoever attacked died as well: "then himself",
/// "including the gunman". Papers count such a death with the others or leave it out.
pub fn tells_of_attackers_death(article: &AnnotatedArticle) -> bool {
    article.sentences().any(|sentence| {
        let norm = |i: usize| if i < sentence.len() { sentence.norm(i) } else { "" };
        let is_killed = |i: usize| i < sentence.len() && event_word(&sentence, i) == Some("kill");
        (0..sentence.len()).any(|i| match norm(i) {
            "suicide" | "murder-suicide" => true,
            "himself" | "herself" | "themselves" => (i.saturating_sub(5)..i)
                .any(|j| norm(j) == "then" || matches!(norm(j), "shot" | "shoots") || is_killed(j)),
            "including" => (i + 1..i + 4).any(|j| is_attacker(norm(j))),
            // "the gunman is also dead", "the suspect was shot and killed"
            word if is_attacker(word) => {
                let mut behind = (i + 1..i + 3).skip_while(|&j| !matches!(norm(j), "was" | "is"));
                behind.next().is_some_and(|be| (be + 1..be + 4).any(is_killed))
            }
            _ => false,
        })
    })
}

fn is_attacker(word: &str) -> bool {
    matches!(word, "gunman" | "shooter" | "suspect" | "attacker" | "assailant" | "bomber" | "killer")
}
