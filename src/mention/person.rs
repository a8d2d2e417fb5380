//! The people of an article: each with mentions, ages and roles.
//!
//! Full names make people; surnames, titles and possessives are linked to the
//! people already met. A surname that two people bear goes to the one met last, and
//! to nobody if both were met in one sentence. In doubt a mention is left out.

mod crew;

use std::ops::Range;

use super::administration::Administration;
use super::name_run::{NameRun, SmallWords, name_runs};
use super::part::Part;
use super::role::RoleMention;
use crate::article::{AnnotatedArticle, ArticleId, Span, ZoneKind};
use crate::language::{Sentence, Tag};
use crate::lexicon::names::{GIVEN, Gender, fold};
use crate::value::{Age, PersonName};
use crew::{Crew, Placed};

/// The people of one article.
#[derive(Debug, Clone)]
pub struct Cast {
    /// Whose.
    pub article: ArticleId,
    /// The people by first mention.
    pub people: Vec<Person>,
    /// Ages of people without a name.
    pub unnamed: Vec<Unnamed>,
    /// "the Hale administration".
    pub administrations: Vec<Administration>,
}

/// One person of an article.
#[derive(Debug, Clone)]
pub struct Person {
    /// The longest name by which the article calls them.
    pub name: PersonName,
    /// As titles tell; a given name alone tells none.
    pub gender: Option<Gender>,
    /// By place.
    pub mentions: Vec<PersonMention>,
    /// By place.
    pub ages: Vec<ToldAge>,
    /// By place.
    pub roles: Vec<RoleMention>,
    /// What the story does with them.
    pub parts: Vec<Part>,
}

/// One mention of a person.
#[derive(Debug, Clone)]
pub struct PersonMention {
    /// The sentence it stands in.
    pub sentence: usize,
    /// The name, titles left out.
    pub tokens: Range<usize>,
    /// The same in bytes.
    pub span: Span,
    /// The name as it stands here.
    pub name: PersonName,
}

/// An age told of a person.
#[derive(Debug, Clone)]
pub struct ToldAge {
    /// The age.
    pub age: Age,
    /// The sentence it stands in.
    pub sentence: usize,
    /// The words that tell it.
    pub tokens: Range<usize>,
    /// The same in bytes.
    pub span: Span,
}

/// A person without a name, of whom an age is told.
#[derive(Debug, Clone)]
pub struct Unnamed {
    /// The age with its place.
    pub told: ToldAge,
    /// The noun: "boy".
    pub noun: Option<String>,
    /// What the story does with them.
    pub parts: Vec<Part>,
}

impl Person {
    /// True unless a title, or a given name that only one of them bears, says that "he" or
    /// "she" is somebody else.
    pub fn may_be(&self, pronoun: &str) -> bool {
        let wanted = match pronoun {
            "he" | "him" | "his" => Gender::Male,
            "she" | "her" | "hers" => Gender::Female,
            _ => return true,
        };
        let registered = || match self.name.given().and_then(|given| GIVEN.get(&fold(given))) {
            Some("f") => Some(Gender::Female),
            Some("m") => Some(Gender::Male),
            _ => None,
        };
        self.gender.or_else(registered).is_none_or(|gender| gender == wanted)
    }

    /// The mentions by a name of at least two words.
    pub fn full_mentions(&self) -> impl Iterator<Item = &PersonMention> {
        self.mentions.iter().filter(|m| m.name.is_full())
    }
}

/// The people of an article.
pub fn cast(article: &AnnotatedArticle<'_>) -> Cast {
    let small = small_words(article);
    let mut by_sentence: Vec<Vec<NameRun>> = article.sentences().map(|s| name_runs(&s, &small)).collect();
    for (sentence, runs) in article.sentences().zip(&mut by_sentence) {
        if is_byline(&sentence) {
            runs.clear();
        }
    }
    let placed: Vec<Placed> = article
        .sentences()
        .flat_map(|s| {
            let is_headline = is_headline(article, &s);
            by_sentence[s.number()].iter().map(move |run| Placed {
                run: run.clone(),
                sentence: s.number(),
                is_headline,
            })
        })
        .collect();
    let mut crew = Crew::introduce(article, &placed);
    crew.link(article, &placed);
    crew.describe(article, &by_sentence);
    crew.finish(article)
}

/// Words that the article also writes without a capital.
fn small_words(article: &AnnotatedArticle<'_>) -> SmallWords {
    let mut small = SmallWords::new();
    for sentence in article.sentences() {
        for at in 0..sentence.len() {
            if sentence.surface(at).starts_with(char::is_lowercase) {
                small.insert(fold(sentence.norm(at)));
            }
        }
    }
    small
}

/// A headline, or a line in title case.
fn is_headline(article: &AnnotatedArticle<'_>, sentence: &Sentence<'_>) -> bool {
    if matches!(article.zone(sentence), ZoneKind::Headline | ZoneKind::Subheading) {
        return true;
    }
    let long = (0..sentence.len()).map(|i| sentence.surface(i)).filter(|w| w.chars().count() > 3);
    let (capital, all) = long.fold((0, 0), |(capital, all), w| {
        (capital + usize::from(w.starts_with(char::is_uppercase)), all + 1)
    });
    let is_verb = |i: usize| matches!(sentence.tag(i), Tag::Aux | Tag::Verb);
    let has_small_verb =
        (0..sentence.len()).any(|i| is_verb(i) && sentence.surface(i).starts_with(char::is_lowercase));
    all > 4 && capital * 4 > all * 3 && !has_small_verb && sentence.surface(sentence.len() - 1) != "."
}

/// "By Ann Brandt", "Photo: Ann Brandt": who made the article is not of its people.
fn is_byline(sentence: &Sentence<'_>) -> bool {
    let opens = matches!(
        sentence.norm(0),
        "by" | "photo" | "photos" | "photographer" | "video" | "reporting" | "copyright" | "credit"
    );
    opens
        && sentence.len() < 14
        && !(0..sentence.len()).any(|i| sentence.surface(i) == "." && i + 1 < sentence.len())
}

/// Both have middle names and no initial in common.
pub(crate) fn middles_differ(a: &PersonName, b: &PersonName) -> bool {
    let initials = |n: &PersonName| n.middle().filter_map(|m| fold(m).chars().next()).collect::<Vec<_>>();
    let (a, b) = (initials(a), initials(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|c| b.contains(c))
}

#[cfg(test)]
mod tests;
