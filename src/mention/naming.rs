//! Naming: from the noun phrase beside "said" to the speaker it means.
//!
//! A run of capitals is a person where a title, a comma or a given name says so; a
//! lone family name is whoever the article has introduced in full. The rest is known
//! by its head: "ministry" is a body, "governor" an office, "official" anybody.

use std::ops::Range;

use super::phrase::Phrases;
use super::speaker::{SameSpeaker, Speaker, SpeakerKind, Tie, country_of, same_person};
use super::tokens::Tokens;
use crate::language::{NameKind, Sentence};
use crate::lexicon::speech::{COMMON_WORDS, DEMONYMS, GIVEN_NAMES, SOURCES};

/// The people whom an article has introduced by their full names.
pub(super) struct Introduced {
    people: Vec<Member>,
}

/// One of the introduced.
struct Member {
    name: Vec<String>,
    description: Vec<String>,
}

impl Introduced {
    pub fn read(tokens: &Tokens<'_>, masks: &[Vec<bool>]) -> Introduced {
        let mut people: Vec<Member> = Vec::new();
        for (&sentence, masked) in tokens.sentences.iter().zip(masks) {
            let phrases = Phrases { sentence, masked };
            for run in people_in(phrases).into_iter().filter(|run| run.len() >= 2) {
                let name = words_of(&sentence, run.clone());
                let whole = phrases.before(run.end).map_or(run.start, |p| p.start.min(run.start));
                let end = phrases.after_with_commas(run.start).map_or(run.end, |p| p.end.max(run.end));
                let description = words_of(&sentence, whole..end);
                match people.iter_mut().find(|m| m.name == name) {
                    Some(member) => member.description.extend(description),
                    None => people.push(Member { name, description }),
                }
            }
        }
        Introduced { people }
    }

    /// The one of that family name, if just one person bears it.
    fn bearer(&self, family: &str) -> Option<&Member> {
        let mut bearers = self.people.iter().filter(|m| m.name.last().is_some_and(|last| last == family));
        let first = bearers.next()?;
        bearers.all(|other| same_person(&first.name, &other.name) == SameSpeaker::Same).then_some(first)
    }

    fn member(&self, name: &[String]) -> Option<&Member> {
        self.people.iter().find(|m| m.name == name)
    }
}

/// The people named in full in a sentence: as runs of capitals, unless the recogniser
/// knows better.
pub(super) fn people_in(phrases: Phrases<'_>) -> Vec<Range<usize>> {
    let mut runs = capital_runs(phrases, 0..phrases.sentence.len());
    runs.retain(|run| {
        let after_article = run.start > 0 && phrases.is_word(run.start - 1, &["the", "a", "an"]);
        run.len() >= 2 && !after_article && is_person(phrases, run.clone())
    });
    runs
}

/// The people named in a sentence, in full or by a family name of the introduced.
pub(super) fn people_named(phrases: Phrases<'_>, introduced: &Introduced) -> Vec<Range<usize>> {
    let full = people_in(phrases);
    let is_lone =
        |run: &Range<usize>| run.len() == 1 && introduced.bearer(phrases.sentence.norm(run.start)).is_some();
    let mut named: Vec<Range<usize>> = capital_runs(phrases, 0..phrases.sentence.len());
    named.retain(|run| full.contains(run) || is_lone(run));
    named
}

/// True for a run of two words or more that names a person.
fn is_person(phrases: Phrases<'_>, run: Range<usize>) -> bool {
    let sentence = phrases.sentence;
    let is_covered = |kind: fn(NameKind) -> bool| sentence.name_at(run.end - 1).is_some_and(|n| kind(n.kind));
    let after_title = run.start > 0 && is_title(sentence.norm(run.start - 1));
    let all_names = run.clone().all(|t| is_of_name(phrases, t));
    let has_given = GIVEN_NAMES.contains(sentence.norm(run.start));
    all_names && (after_title || has_given || !is_covered(|k| k != NameKind::Person))
}

/// True for the words of a person's name, "al" and "-" among them.
fn is_of_name(phrases: Phrases<'_>, token: usize) -> bool {
    let norm = phrases.sentence.norm(token);
    let is_known = SOURCES.contains(norm) || DEMONYMS.contains(norm) || COMMON_WORDS.contains(norm);
    JOINS.contains(&norm) || !phrases.is_acronym(token) && (!is_known || is_family_name(phrases, token))
}

/// True for a word that is a family name here, whatever else it means: "Scott
/// Jordan", "Kris Young".
fn is_family_name(phrases: Phrases<'_>, token: usize) -> bool {
    let (sentence, norm) = (phrases.sentence, phrases.sentence.norm(token));
    let is_given = |t: usize| phrases.is_capitalised(t) && GIVEN_NAMES.contains(sentence.norm(t));
    let ends_name = token + 1 >= sentence.len() || !phrases.is_capitalised(token + 1);
    let can_be_name = !TITLES.contains(&norm.trim_end_matches('.')) && (ends_name || !SOURCES.contains(norm));
    let follows_given = token > 0 && !phrases.is_masked(token - 1) && is_given(token - 1);
    phrases.is_capitalised(token) && can_be_name && follows_given
}

/// What may stand inside a name in small letters.
const JOINS: [&str; 15] =
    ["-", "abu", "al", "ben", "bin", "da", "de", "der", "di", "du", "el", "ibn", "la", "van", "von"];

/// Words before a name that are no part of it, with or without a stop.
const TITLES: [&str; 38] = [
    "acting", "capt", "chief", "col", "cpl", "deputy", "det", "dr", "first", "foreign", "former", "gen",
    "gov", "interim", "lt", "maj", "miss", "mr", "mrs", "ms", "police", "prime", "prof", "public", "rep",
    "rev", "sen", "senior", "sgt", "sheikh", "sir", "special", "spc", "sr", "supt", "the", "vice", "white",
];

fn is_title(norm: &str) -> bool {
    TITLES.contains(&norm.trim_end_matches('.')) || SOURCES.contains(norm) || DEMONYMS.contains(norm)
}

/// Runs of capitalised words between titles, demonyms and small words, as "al-Hadid"
/// and "Vera van Dyk".
fn capital_runs(phrases: Phrases<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let sentence = phrases.sentence;
    let begins = |t: usize| {
        let is_free = !is_title(sentence.norm(t)) || is_family_name(phrases, t);
        !phrases.is_masked(t) && phrases.is_capitalised(t) && is_free
    };
    let joins = |t: usize| !phrases.is_masked(t) && JOINS.contains(&sentence.norm(t));
    let leads = |t: usize| {
        let next = t + 1;
        joins(t)
            && sentence.norm(t) != "-"
            && next < range.end
            && (begins(next) || sentence.norm(next) == "-")
    };
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut token = range.start;
    while token < range.end {
        if !begins(token) && !leads(token) {
            token += 1;
            continue;
        }
        let stretch = (token + 1..range.end).take_while(|&t| begins(t) || joins(t));
        let end = stretch.filter(|&t| begins(t)).last().map_or(token + 1, |last| last + 1);
        runs.push(token..end);
        token = end;
    }
    runs
}

fn words_of(sentence: &Sentence<'_>, tokens: impl Iterator<Item = usize>) -> Vec<String> {
    tokens
        .map(|t| sentence.norm(t))
        .filter(|n| n.starts_with(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}

/// Reads the speaker that the tokens `source` of a sentence name; pronouns name none.
pub(super) fn describe(
    tokens: &Tokens<'_>,
    introduced: &Introduced,
    phrases: Phrases<'_>,
    source: Range<usize>,
    tie: Tie,
) -> Option<Speaker> {
    let sentence = phrases.sentence;
    if source.is_empty() || source.len() == 1 && phrases.is_pronoun(source.start) {
        return None;
    }
    let Named { kind, mut name, tokens: named } = name_of(phrases, introduced, source.clone())?;
    let mut description = words_of(&sentence, source.clone());
    if kind == SpeakerKind::Person {
        let lone = match name.as_slice() {
            [family] => introduced.bearer(family),
            _ => introduced.member(&name),
        };
        if let Some(member) = lone {
            name = member.name.clone();
            description.extend(member.description.iter().cloned());
        }
    }
    let country = country_of(&description);
    let start = tokens.start_of(sentence.number());
    let span = |range: Range<usize>| tokens.span(start + range.start, start + range.end);
    Some(Speaker { span: span(source), named: span(named), name, kind, description, country, tie })
}

/// What a noun phrase names: the tokens that do, and the name in lower case.
struct Named {
    kind: SpeakerKind,
    tokens: Range<usize>,
    name: Vec<String>,
}

/// The kind and name of the speaker that a noun phrase describes.
fn name_of(phrases: Phrases<'_>, introduced: &Introduced, source: Range<usize>) -> Option<Named> {
    let sentence = phrases.sentence;
    // The head of the phrase: its last word before a comma or preposition.
    let stops = [",", "of", "for", "in", "at", "from", "with", "who", "–", "—", "("];
    let core_end = (source.start + 1..source.end)
        .find(|&t| phrases.is_word(t, &stops) && !phrases.is_acronym(t))
        .unwrap_or(source.end);
    let core = source.start..core_end;
    let head = core.clone().rev().find(|&t| sentence.norm(t).starts_with(char::is_alphabetic))?;
    let norm = sentence.norm(head);
    let is_owner = head + 1 < source.end && matches!(sentence.norm(head + 1), "'s" | "'");
    let person = person_of(phrases, source, core_end);
    let lone = || (!is_owner && is_lone_name(phrases, introduced, head)).then_some(head..head + 1);
    let kind = match (SOURCES.get(norm), phrases.is_capitalised(head)) {
        _ if person.is_some() => SpeakerKind::Person,
        (Some("anonymous"), _) | (None, false) => SpeakerKind::Anonymous,
        (Some("office"), _) => SpeakerKind::OfficeHolder,
        (None, true) if lone().is_some() => SpeakerKind::Person,
        (Some(_), _) | (None, true) => SpeakerKind::Organisation,
    };
    let tokens = person.or_else(|| lone().filter(|_| kind == SpeakerKind::Person)).unwrap_or(core);
    let is_telling =
        |t: &usize| phrases.is_acronym(*t) || COMMON_WORDS.get(sentence.norm(*t)) != Some("function");
    let name = match kind {
        SpeakerKind::Person => words_of(&sentence, tokens.clone()),
        SpeakerKind::Anonymous => vec![norm.to_owned()],
        SpeakerKind::OfficeHolder | SpeakerKind::Organisation => {
            words_of(&sentence, tokens.clone().filter(is_telling))
        }
    };
    Some(Named { kind, tokens, name })
}

/// True for a family or given name that stands alone: somebody who was introduced
/// bears it, or it is known for a person's.
fn is_lone_name(phrases: Phrases<'_>, introduced: &Introduced, token: usize) -> bool {
    let norm = phrases.sentence.norm(token);
    let is_borne = introduced.people.iter().any(|m| m.name.iter().any(|part| part == norm));
    let is_alone = token == 0 || !phrases.is_capitalised(token - 1);
    let is_recognised = phrases.sentence.name_at(token).is_some_and(|n| n.kind == NameKind::Person);
    let is_place = DEMONYMS.contains(norm) || SOURCES.contains(norm);
    is_borne || is_alone && !is_place && (is_recognised || GIVEN_NAMES.contains(norm))
}

/// The person whom a noun phrase names: a run of capitals that ends the phrase or one
/// of its stretches; a lone family name only after a title.
fn person_of(phrases: Phrases<'_>, source: Range<usize>, core_end: usize) -> Option<Range<usize>> {
    let sentence = phrases.sentence;
    let is_owner = |end: usize| end < source.end && matches!(sentence.norm(end), "'s" | "'");
    capital_runs(phrases, source.clone()).into_iter().find(|run| {
        let before = run.start.checked_sub(1).filter(|&t| t >= source.start);
        let after_article = before.is_some_and(|t| phrases.is_word(t, &["the", "a", "an"]));
        let after_comma = before.is_some_and(|t| phrases.is_word(t, &[","]));
        let norm_before = before.map_or("", |t| sentence.norm(t));
        let after_title = is_title(norm_before) && !DEMONYMS.contains(norm_before) && norm_before != "the";
        let after_noun = before.is_some_and(|t| !phrases.is_capitalised(t) && sentence.norm(t).len() > 2);
        let ends = run.end == core_end || run.end == source.end || phrases.is_word(run.end, &[","]);
        let begins = run.start <= core_end || after_comma || after_title;
        let names_one = match run.len() {
            1 => after_title && is_of_name(phrases, run.start),
            _ if after_title || after_noun || after_comma => run.clone().all(|t| is_of_name(phrases, t)),
            _ => is_person(phrases, run.clone()),
        };
        !is_owner(run.end) && ends && begins && !after_article && names_one
    })
}
