//! The children of one parent: "Ann Hale, a mother |of three|", "the father |of six girls|,
//! Tom Moss".

use std::ops::Range;

use super::measurand::Counted;
use crate::claim::Measurand;
use crate::language::{NameKind, Sentence};
use crate::lexicon::PEOPLE;

/// Tokens between a name and the word for the parent: ", 28, a devoted".
const BEFORE: usize = 7;
/// Tokens between the figure and a name behind it: "girls,".
const BEHIND: usize = 3;

/// What a figure behind "father of" counts: the children of a parent who is named beside
/// it, or of nobody that is known.
pub enum Offspring {
    /// The children of somebody.
    Of(Counted),
    /// "The father of three said so".
    OfNobody,
}

/// Reads a figure behind a word for a parent; `None` where there is no such word.
pub fn offspring(sentence: &Sentence, figure: Range<usize>) -> Option<Offspring> {
    let parent = figure.start.checked_sub(2)?;
    let is_parent = matches!(
        sentence.norm(parent),
        "father" | "mother" | "dad" | "mom" | "mum" | "parent" | "grandfather" | "grandmother"
    );
    if sentence.norm(parent + 1) != "of" || !is_parent {
        return None;
    }
    let noun = (figure.end..sentence.len().min(figure.end + 3)).find(|&i| {
        matches!(PEOPLE.get(sentence.lemma(i)), Some("child" | "boy" | "girl" | "son" | "daughter"))
    });
    let last = noun.map_or(figure.end, |noun| noun + 1);
    let Some(name) = name_beside(sentence, parent, last) else { return Some(Offspring::OfNobody) };
    let measurand = Measurand {
        counted: "child".to_owned(),
        noun: noun.map(|n| sentence.norm(n).to_owned()).unwrap_or_default(),
        event: Some(format!("of {name}")),
        modifiers: Vec::new(),
    };
    Some(Offspring::Of(Counted { noun, measurand, is_subset: false, is_agent: false }))
}

/// The family name of whoever is called the parent.
fn name_beside<'a>(sentence: &Sentence<'a>, parent: usize, end: usize) -> Option<&'a str> {
    let people = || sentence.names().iter().filter(|n| n.kind == NameKind::Person);
    let before = people().rfind(|n| n.end as usize <= parent && parent - n.end as usize <= BEFORE);
    let behind = || people().find(|n| n.first as usize >= end && n.first as usize - end < BEHIND);
    before.or_else(behind).map(|n| sentence.surface(n.end as usize - 1))
}
