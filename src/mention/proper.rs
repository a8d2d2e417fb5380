//! Proper words: the capitalised words of an article that belong to no person's name.
//!
//! Each occurrence keeps what tells which thing it names: the words of the name at its
//! sides, the common noun for the sort of place, the names it is listed with.

mod reader;

use std::collections::BTreeSet;

use super::person::{Cast, Person};
use crate::article::{AnnotatedArticle, Span, ZoneKind};
use crate::language::Sentence;
use crate::lexicon::NUMBERS;
use crate::lexicon::names::fold;
use reader::{Reader, Word, tells, words};

/// One occurrence of a capitalised word.
#[derive(Debug, Clone)]
pub struct ProperWord {
    /// The word, folded.
    pub word: String,
    /// The sentence it stands in.
    pub sentence: usize,
    /// The word.
    pub span: Span,
    /// The whole name it is part of: "Gulf of Aden".
    pub name: Span,
    /// The name's word before it, with what joins them: "gulf of".
    pub before: Option<String>,
    /// The name's word after it.
    pub after: Option<String>,
    /// The common noun for its sort: "village".
    pub sort: Option<&'static str>,
    /// Stands where a place stands.
    pub is_place: bool,
    /// Stands before a common noun: "Norwegian sailors".
    pub is_modifier: bool,
    /// The names it is listed with.
    pub company: Vec<String>,
    /// The capital tells that it is a name: running text, not the first word.
    pub is_sure: bool,
}

/// A name whose first noun says what body it is: "Committee to Save the River".
#[derive(Debug, Clone)]
pub struct BodyName {
    /// That noun, folded.
    pub head: String,
    /// The words after it, folded, those that join left out.
    pub rest: Vec<String>,
    /// The sentence it stands in.
    pub sentence: usize,
    /// The whole name.
    pub span: Span,
}

/// The proper words of an article.
#[derive(Debug, Clone, Default)]
pub struct ProperNames {
    /// By place.
    pub words: Vec<ProperWord>,
    /// By place.
    pub bodies: Vec<BodyName>,
    /// Words that the article also writes small.
    pub small: BTreeSet<String>,
}

/// The proper words of an article, people and the spans of `taken` left out.
///
/// A person's name alone before another capital is none: "Harlan Church".
pub fn proper_names(article: &AnnotatedArticle<'_>, cast: &Cast, taken: &[Span]) -> ProperNames {
    let is_counted = |p: &&Person| p.name.given().is_some_and(|g| NUMBERS.contains(&fold(g)));
    let full = cast.people.iter().filter(|p| p.name.is_full() && !is_counted(p)).flat_map(|p| &p.mentions);
    let mut people: Vec<(Span, bool)> = full.map(|m| (m.span, m.tokens.len() > 1)).collect();
    let mut taken: Vec<(Span, bool)> = taken.iter().map(|t| (*t, true)).collect();
    people.sort();
    taken.sort();
    let mut found = ProperNames::default();
    for sentence in article.sentences() {
        let words = words(&sentence);
        let is_title = is_title_case(&sentence, &words, article.zone(&sentence));
        let lower = words.iter().filter(|w| !w.is_capital && w.folded.starts_with(char::is_alphabetic));
        let is_small = |w: &&Word| sentence.surface(w.tokens.start).starts_with(char::is_lowercase);
        found.small.extend(lower.filter(is_small).map(|w| w.folded.clone()));
        let reader = Reader { article, sentence, words: &words, is_title };
        for (at, own) in words.iter().enumerate() {
            if !reader.is_name_word(at) || !tells(&own.folded) {
                continue;
            }
            let span = article.span(&sentence, own.tokens.clone());
            let word = reader.word(at, span);
            let is_person = near(&people, span).any(|(_, is_long)| *is_long || word.after.is_none());
            if !is_person && near(&taken, span).next().is_none() {
                found.words.push(word);
            }
            found.bodies.extend(reader.body(at));
        }
    }
    // A capital that only a headline or the start of a sentence gives is no name.
    let sure: BTreeSet<String> = found.words.iter().filter(|w| w.is_sure).map(|w| w.word.clone()).collect();
    found.words.retain(|w| sure.contains(&w.word));
    found
}

/// The spans that touch `span`; sorted ones of names, which hardly overlap.
fn near(spans: &[(Span, bool)], span: Span) -> impl Iterator<Item = &(Span, bool)> {
    let end = spans.partition_point(|(s, _)| s.start < span.end);
    spans[..end].iter().rev().take(2).filter(move |(s, _)| s.overlaps(span))
}

/// True where capitals tell nothing.
fn is_title_case(sentence: &Sentence<'_>, words: &[Word], zone: ZoneKind) -> bool {
    let long = words.iter().filter(|w| w.folded.chars().count() > 3);
    let (capital, all) =
        long.fold((0, 0), |(capital, all), w| (capital + usize::from(w.is_capital), all + 1));
    let has_stop = sentence.surface(sentence.len() - 1) == ".";
    match zone {
        ZoneKind::Headline | ZoneKind::Subheading => capital * 3 > all * 2,
        ZoneKind::Body | ZoneKind::Caption | ZoneKind::Furniture => {
            all > 3 && capital * 4 > all * 3 && !has_stop
        }
    }
}

#[cfg(test)]
mod tests;
