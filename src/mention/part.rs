//! The part a person plays: what the words around the name say was done.
//!
//! Only parts that hold one to a few people of a story are told: who died, who was
//! hurt, who is accused. They help to see one person behind two names.

use std::ops::Range;

use crate::language::Sentence;

/// What the story does with a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// "was killed", "died".
    Dead,
    /// "was wounded", "in critical condition".
    Hurt,
    /// "the victim", "was shot": dead or hurt.
    Victim,
    /// "was arrested", "is charged with".
    Accused,
    /// "the girl", or so old.
    Child,
}

/// How many tokens after the name are looked at; the clause's verb lies within.
const AFTER: usize = 12;

/// How many tokens before it: "the death of", "charged".
const BEFORE: usize = 9;

/// The parts that the words around `tokens` tell.
pub(crate) fn parts(sentence: &Sentence<'_>, tokens: Range<usize>) -> Vec<Part> {
    let after = tokens.end..sentence.len().min(tokens.end + AFTER);
    let before = tokens.start.saturating_sub(BEFORE)..tokens.start;
    let mut found = Vec::new();
    for at in after {
        let word = sentence.norm(at);
        if matches!(word, "said" | "told" | "says" | ";") {
            break;
        }
        let was = (at.saturating_sub(4)..at)
            .any(|i| matches!(sentence.norm(i), "was" | "were" | "been" | "is" | "are" | "being"));
        match word {
            "died" | "dead" => found.push(Part::Dead),
            "killed" | "slain" | "murdered" if was => found.push(Part::Dead),
            "shot" | "stabbed" | "struck" if was => found.push(Part::Victim),
            "wounded" | "injured" if was => found.push(Part::Hurt),
            "critical" | "hospitalized" | "hospitalised" => found.push(Part::Hurt),
            "arrested" | "charged" | "accused" | "convicted" | "sentenced" | "indicted" | "booked"
            | "jailed"
                if was =>
            {
                found.push(Part::Accused);
            }
            "wanted" | "sought" if was => found.push(Part::Accused),
            "pleaded" | "surrendered" => found.push(Part::Accused),
            _ => {}
        }
    }
    let next = |i: usize| if tokens.end + i < sentence.len() { sentence.norm(tokens.end + i) } else { "" };
    if matches!(next(0), "'s" | "’s")
        && matches!(next(1), "death" | "body" | "killing" | "murder" | "funeral" | "slaying")
    {
        found.push(Part::Dead);
    }
    for at in before {
        let is_sought = at + 1 < sentence.len() && sentence.norm(at + 1) == "for";
        match sentence.norm(at) {
            "searching" | "looking" if is_sought => found.push(Part::Accused),
            "death" | "killing" | "slaying" | "murder" | "killed" | "shooting" => found.push(Part::Dead),
            "arrested" | "charged" | "suspect" | "suspects" | "gunman" | "shooter" | "accused"
            | "defendant" | "defendants" => found.push(Part::Accused),
            "wounded" | "injured" => found.push(Part::Hurt),
            "victim" | "victims" => found.push(Part::Victim),
            _ => {}
        }
    }
    if is_called_child(sentence, tokens.start) {
        found.push(Part::Child);
    }
    if found.iter().any(|p| matches!(p, Part::Dead | Part::Hurt)) {
        found.push(Part::Victim);
    }
    found.sort();
    found.dedup();
    found
}

/// "the girl, |Ana Brandt|", "little boy |Tom|"; "the girl's mother, Ana Brandt" is none.
fn is_called_child(sentence: &Sentence<'_>, start: usize) -> bool {
    let is_comma = start > 0 && sentence.norm(start - 1) == ",";
    let noun = start.checked_sub(if is_comma { 2 } else { 1 });
    noun.is_some_and(|noun| matches!(sentence.norm(noun), "girl" | "boy" | "toddler" | "infant"))
}
