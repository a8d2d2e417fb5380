//! Outcomes: what became of somebody or something.
//!
//! A verb or adjective of the list answers a question, and its frame says where in the
//! tree the one stands of whom it is told. What may be, what somebody denies or asks
//! for, and what is quoted, is no outcome.

mod frame;
mod nobody;

use std::ops::Range;

use super::party::{party, person};
use super::stance::stance;
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Matter, Subject, Value};
use crate::language::{Relation, Sentence, Tag};
use crate::lexicon::{OUTCOMES, PEOPLE};
use crate::mention::is_quoted;
use crate::value;

use frame::{
    add_object, agent, behind, escaped, grant, is_negated, is_passive, is_told, patient, subject,
    subject_of_state, with_case,
};
use nobody::nobody;

/// What became of somebody or something.
pub struct Outcome;

/// Verbs that take what stands below them out of fact.
const UNSAID: [&str; 19] = [
    "accuse", "allege", "await", "believe", "call", "claim", "demand", "deny", "doubt", "fail", "fear",
    "hope", "insist", "refuse", "suggest", "suspect", "think", "urge", "want",
];

/// Words that open a clause of what has yet to be.
const NOT_YET: [&str; 9] =
    ["after", "before", "if", "once", "unless", "until", "when", "whenever", "whether"];

/// Words that put an outcome in the past of the story.
const EARLIER: [&str; 9] =
    ["already", "earlier", "formerly", "initially", "once", "originally", "past", "previously", "prior"];

impl Detector for Outcome {
    fn kind(&self) -> Kind {
        Kind::Outcome
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/outcome.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, _) in material.sentences() {
            if sentence.norm(sentence.len() - 1) == "?" {
                continue;
            }
            for at in 0..sentence.len() {
                let Some(told) = told(material, &sentence, at) else { continue };
                let span = material.article.span(&sentence, told.tokens.clone());
                if is_quoted(&material.quotations, span) || is_unsaid(&sentence, told.verb) {
                    continue;
                }
                let value = Value::Outcome(told.outcome);
                let subject = Subject::Matter(told.matter);
                let mut claim = material.claim(Kind::Outcome, &sentence, told.tokens, value, subject);
                // The negation is in the answer.
                claim.stance = stance(&sentence, told.verb);
                claim.stance.negated = false;
                claims.push(claim);
            }
        }
    }
}

/// An outcome with its words.
struct Told {
    outcome: value::Outcome,
    matter: Matter,
    tokens: Range<usize>,
    /// The verb by which the clause stands or falls.
    verb: usize,
}

fn told(material: &Material, sentence: &Sentence, at: usize) -> Option<Told> {
    match sentence.norm(at) {
        "guilty" => return guilty(material, sentence, at),
        "no" | "nobody" | "none" => return nobody(sentence, at),
        "custody" | "jail" => return held(material, sentence, at),
        _ => {}
    }
    let facts = if is_fatal(sentence, at) { FATAL } else { OUTCOMES.get(sentence.lemma(at))? };
    let mut facts = facts.split('\t');
    let (frame, question, answer) = (facts.next()?, facts.next()?, facts.next()?);
    if tells_otherwise(sentence, question, answer) || question == "custody" && is_patient(sentence) {
        return None;
    }
    let is_predicate = is_fatal(sentence, at) && sentence.child(at, Relation::Cop).is_some();
    let is_negated = is_negated(sentence, at);
    let answer = if is_negated { facts.next()? } else { answer };
    let is_word = match frame {
        "state" => {
            let is_adjective = sentence.tag(at) == Tag::Adj || sentence.relation(at) == Relation::Xcomp;
            is_adjective || escaped(sentence, at).is_some()
        }
        _ if is_predicate => true,
        _ => sentence.tag(at) == Tag::Verb && is_told(sentence, at),
    };
    if !is_word {
        return None;
    }
    let matter = match frame {
        "patient" if is_predicate => party(material, sentence, subject(sentence, at)?)?,
        "patient" => patient(material, sentence, at, question)?,
        // "He is survived by two sons."
        "subject" if is_passive(sentence, at) => return None,
        "subject" => party(material, sentence, subject(sentence, at)?)?,
        "state" => party(material, sentence, subject_of_state(sentence, at)?)?,
        "grant" => grant(material, sentence, at)?,
        _ => agent(material, sentence, at, question)?,
    };
    // A life and a limb are a person's; nothing else is hurt by a verdict.
    let is_person = matches!(question, "life" | "injury" | "verdict" | "custody");
    let is_somebody =
        matter.person.is_some() || !matter.is_named && PEOPLE.contains(last_word(&matter.holder));
    if is_person && !is_somebody {
        return None;
    }
    let outcome = value::Outcome { question, answer };
    Some(Told { outcome, matter, tokens: group(sentence, at), verb: at })
}

/// What "fatally shot" tells.
const FATAL: &str = "patient\tlife\tdied";

/// "|fatally| shot", "wounded |fatally|".
fn is_fatal(sentence: &Sentence, at: usize) -> bool {
    let near = at.saturating_sub(1)..sentence.len().min(at + 2);
    // "was fatally |shot|" may look like a noun.
    let is_harm =
        matches!(sentence.norm(at), "shot" | "stabbed" | "struck" | "wounded" | "injured" | "beaten");
    is_harm && near.into_iter().any(|i| sentence.norm(i) == "fatally")
}

/// "treated and released", "released from hospital": not from custody.
fn is_patient(sentence: &Sentence) -> bool {
    (0..sentence.len()).any(|i| {
        matches!(sentence.norm(i), "hospital" | "hospitals" | "treated" | "treatment" | "medical" | "clinic")
    })
}

/// "acquitted of murder and convicted of assault": two matters in one breath.
fn tells_otherwise(sentence: &Sentence, question: &str, answer: &str) -> bool {
    (0..sentence.len()).any(|i| {
        let mut facts = OUTCOMES.get(sentence.lemma(i)).unwrap_or("").split('\t').skip(1);
        facts.next() == Some(question) && facts.next() != Some(answer)
    })
}

fn last_word(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or(words)
}

/// The verb with its auxiliaries and what negates it: "was not convicted".
fn group(sentence: &Sentence, at: usize) -> Range<usize> {
    let mut start = at;
    while start > 0 {
        let is_part = sentence.head(start - 1) == Some(at)
            && matches!(sentence.relation(start - 1), Relation::Aux | Relation::AuxPass | Relation::Cop)
            || matches!(sentence.norm(start - 1), "not" | "n't" | "never" | "been");
        if !is_part {
            break;
        }
        start -= 1;
    }
    start..at + 1
}

/// Denied, claimed, asked for, or under "until": not told as fact by the article.
fn is_unsaid(sentence: &Sentence, verb: usize) -> bool {
    let mut below = verb;
    for at in sentence.ancestors(verb) {
        let is_clause =
            matches!(sentence.relation(below), Relation::Ccomp | Relation::Xcomp | Relation::Advcl);
        let takes = at != below && is_clause && UNSAID.binary_search(&sentence.lemma(at)).is_ok();
        if takes {
            return true;
        }
        let opens = |c: usize| {
            matches!(sentence.relation(c), Relation::Mark | Relation::Advmod)
                && NOT_YET.binary_search(&sentence.norm(c)).is_ok()
        };
        if sentence.children(at).any(opens) {
            return true;
        }
        below = at;
    }
    (0..sentence.len()).any(|i| EARLIER.binary_search(&sentence.norm(i)).is_ok())
}

/// "pleaded not |guilty|", "was found |guilty|".
fn guilty(material: &Material, sentence: &Sentence, at: usize) -> Option<Told> {
    let verb = (at.saturating_sub(4)..at).rev().find(|&i| {
        matches!(sentence.lemma(i), "plead" | "find") || matches!(sentence.norm(i), "pleaded" | "pled")
    })?;
    let is_negated = at > 0 && sentence.norm(at - 1) == "not";
    // "guilty to theft and not guilty to arson"
    let is_mixed = (1..sentence.len())
        .any(|i| sentence.norm(i) == "guilty" && (sentence.norm(i - 1) == "not") != is_negated);
    if is_mixed {
        return None;
    }
    let is_open = sentence.children(verb).any(|c| matches!(sentence.norm(c), "not" | "n't") && c < verb);
    if is_open || !is_told(sentence, verb) {
        return None;
    }
    let (question, token, answer) = match sentence.lemma(verb) {
        "find" => {
            let token = match is_passive(sentence, verb) {
                true => subject(sentence, verb)?,
                // "found |Peter Hale| guilty"
                false => at - 1 - usize::from(is_negated),
            };
            ("verdict", token, if is_negated { "acquitted" } else { "convicted" })
        }
        _ => ("plea", pleader(material, sentence, verb)?, if is_negated { "not guilty" } else { "guilty" }),
    };
    let mut matter = party(material, sentence, token)?;
    matter.person?;
    let charge = ["to", "of"].into_iter().find_map(|case| {
        behind(sentence, at, case)
            .or_else(|| with_case(sentence, at, case))
            .or_else(|| with_case(sentence, verb, case))
    });
    add_object(sentence, charge, &mut matter);
    let start = group(sentence, verb).start;
    Some(Told { outcome: value::Outcome { question, answer }, matter, tokens: start..at + 1, verb })
}

/// The subject of a plea; where the tree has none, the one person named before it.
fn pleader(material: &Material, sentence: &Sentence, verb: usize) -> Option<usize> {
    let named = || {
        let mut tokens = (0..verb).filter_map(|i| Some((person(material, sentence, i)?, i)));
        let (one, token) = tokens.next()?;
        tokens.all(|(other, _)| other == one).then_some(token)
    };
    subject(sentence, verb).or_else(named)
}

/// "remains in |custody|", "is still in |jail|".
fn held(material: &Material, sentence: &Sentence, at: usize) -> Option<Told> {
    let verb = (at.saturating_sub(4)..at).rev().find(|&i| {
        matches!(sentence.norm(i), "remains" | "remain" | "stays")
            || sentence.norm(i) == "is" && sentence.norm(i + 1) == "still"
    })?;
    if sentence.norm(at - 1) != "in" {
        return None;
    }
    let clause = if sentence.tag(verb) == Tag::Verb { verb } else { at };
    let matter = party(material, sentence, subject(sentence, clause)?)?;
    matter.person?;
    let outcome = value::Outcome { question: "custody", answer: "held" };
    Some(Told { outcome, matter, tokens: verb..at + 1, verb: clause })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_by_halves_are_sorted() {
        for list in [&UNSAID[..], &NOT_YET, &EARLIER, &frame::PROPOSALS, &frame::REQUESTS, &frame::CONTESTS] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
