//! Nobody: "no one was hurt", "no injuries were reported" as a count of nought.

use super::Told;
use crate::claim::Matter;
use crate::language::{Sentence, Tag};
use crate::lexicon::{EVENTS, PEOPLE};
use crate::value;

/// "|No one| was hurt", "|no injuries| were reported": a count of nought.
pub(super) fn nobody(sentence: &Sentence, at: usize) -> Option<Told> {
    let norm = |i: usize| if i < sentence.len() { sentence.norm(i) } else { "" };
    let is_partial = (0..sentence.len()).any(|i| {
        matches!(
            sentence.norm(i),
            "other"
                | "others"
                | "else"
                | "more"
                | "further"
                | "additional"
                | "second"
                | "seriously"
                | "badly"
                | "serious"
                | "major"
                | "critically"
                | "another"
                | "that"
                | "life-threatening"
                | "immediate"
                | "immediately"
                | "fatally"
                | "but"
                | "previous"
                | "except"
        )
    });
    if is_partial {
        return None;
    }
    let class = |word: &str| match EVENTS.get(word) {
        Some("hurt") => Some("hurt"),
        Some("kill") => Some("kill"),
        _ => None,
    };
    let is_pronoun = norm(at) == "nobody" || norm(at) == "no" && norm(at + 1) == "one";
    let (counted, happened, end) = if is_pronoun {
        let verb = at + if norm(at) == "nobody" { 2 } else { 3 };
        let is_be = matches!(norm(verb - 1), "was" | "is");
        let happened =
            if norm(verb - 1) == "died" { Some("kill") } else { class(norm(verb)).filter(|_| is_be) }?;
        let end = if norm(verb - 1) == "died" { verb } else { verb + 1 };
        ("any", happened, end)
    } else if norm(at) == "no" {
        let noun = at + 1;
        if noun >= sentence.len() || sentence.tag(noun) != Tag::Noun {
            return None;
        }
        let is_told = (noun + 1..sentence.len().min(noun + 4))
            .any(|i| matches!(sentence.norm(i), "was" | "were" | "reported" | "."));
        match (norm(noun), class(sentence.lemma(noun))) {
            ("casualties", _) => ("any", "hurt", noun + 1),
            ("injuries" | "deaths" | "fatalities", Some(happened)) if is_told => ("any", happened, noun + 1),
            _ => {
                let happened = class(norm(noun + 2)).filter(|_| matches!(norm(noun + 1), "was" | "were"))?;
                let counted = PEOPLE.get(sentence.lemma(noun))?;
                (counted, happened, noun + 3)
            }
        }
    } else {
        return None;
    };
    let outcome = value::Outcome { question: "toll", answer: "none" };
    let matter = Matter { holder: counted.to_owned(), object: happened.to_owned(), ..Matter::default() };
    Some(Told { outcome, matter, tokens: at..end, verb: (end - 1).min(sentence.len() - 1) })
}
