//! Speakers: who a noun phrase beside "said" means, and whether two are one.
//!
//! A speaker is a person, the holder of an office, a body or somebody unnamed. Two
//! are different only if the text makes it sure: a body speaks through its people,
//! a country through its ministries, and an unnamed official may be anyone.

use super::phrase::Phrases;
use super::tokens::Tokens;
use crate::article::Span;
use crate::language::{NameKind, Sentence};
use crate::lexicon::speech::{COMMON_WORDS, DEMONYMS, GIVEN_NAMES, SOURCES};
use std::ops::Range;

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name the speaker: "Ana Roe, the mayor".
    pub span: Span,
    /// The name or description, in lower case, an article's short form made full:
    /// "ana roe", "foreign ministry".
    pub name: Vec<String>,
    /// What sort of speaker.
    pub kind: SpeakerKind,
    /// Lower-case words that describe the speaker, the name's own among them.
    pub description: Vec<String>,
    /// The country named with the speaker, or meant by it: "israel".
    pub country: Option<&'static str>,
    /// How the text ties the words to the speaker.
    pub tie: Tie,
}

/// What sort of speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SpeakerKind {
    /// A person, by name.
    Person,
    /// Whoever holds an office: "the governor".
    OfficeHolder,
    /// A body or a country: "the ministry", "Hamas", "Israel".
    Organisation,
    /// Somebody unnamed: "a senior official", "the source".
    Anonymous,
}

/// How the text ties words to their speaker, surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tie {
    /// The quotation follows another by this speaker.
    Inherited,
    /// "He said": the pronoun is resolved.
    Pronoun,
    /// The speaker is named beside the quotation.
    Stated,
}

/// What two speakers are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SameSpeaker {
    /// One speaker.
    Same,
    /// May be one: part and whole, spokesperson and principal, unnamed and named.
    Compatible,
    /// Two speakers.
    Different,
    /// The texts do not say enough.
    Unknown,
}

/// Names that stand for a country's government wherever somebody speaks.
const METONYMS: [(&str, &str); 9] = [
    ("beijing", "china"),
    ("downing", "united kingdom"),
    ("kremlin", "russia"),
    ("london", "united kingdom"),
    ("moscow", "russia"),
    ("pentagon", "united states"),
    ("tehran", "iran"),
    ("washington", "united states"),
    ("whitehall", "united kingdom"),
];

/// Compares two speakers, of one article or of two.
pub fn same_speaker(a: &Speaker, b: &Speaker) -> SameSpeaker {
    use SpeakerKind::{Anonymous, OfficeHolder, Organisation, Person};
    let share_words = a.description.iter().any(|w| is_telling(w) && b.description.contains(w));
    let same_country = a.country.is_some() && a.country == b.country;
    let two_countries = a.country.is_some() && b.country.is_some() && a.country != b.country;
    match (a.kind, b.kind) {
        (Person, Person) => same_person(&a.name, &b.name),
        (Organisation, Organisation) if a.name == b.name || is_acronym(&a.name, &b.name) => SameSpeaker::Same,
        (Organisation, Organisation) if share_words || same_country => SameSpeaker::Compatible,
        (Organisation, Organisation) if two_countries || is_named(a) && is_named(b) => SameSpeaker::Different,
        (Anonymous, Anonymous) if two_countries => SameSpeaker::Different,
        (OfficeHolder, OfficeHolder) | (Anonymous, Anonymous) if a.name == b.name => SameSpeaker::Compatible,
        _ if share_words || same_country => SameSpeaker::Compatible,
        (Anonymous, Person | OfficeHolder | Organisation | Anonymous)
        | (Person | OfficeHolder | Organisation, Anonymous) => SameSpeaker::Compatible,
        (Person | OfficeHolder | Organisation, Person | OfficeHolder | Organisation) => SameSpeaker::Unknown,
    }
}

/// True when a word tells speakers apart: neither an article nor a mere "official".
fn is_telling(word: &str) -> bool {
    word.len() > 2 && COMMON_WORDS.get(word) != Some("function") && SOURCES.get(word) != Some("anonymous")
}

/// True for a body with a name of its own, not merely "the police".
fn is_named(speaker: &Speaker) -> bool {
    speaker.name.iter().any(|w| !SOURCES.contains(w) && COMMON_WORDS.get(w).is_none())
        && speaker.country.is_none()
}

fn same_person(a: &[String], b: &[String]) -> SameSpeaker {
    let (Some(family_a), Some(family_b)) = (a.last(), b.last()) else {
        return SameSpeaker::Unknown;
    };
    let is_one_name =
        family_a == family_b || family_a.len() > 4 && strsim::osa_distance(family_a, family_b) <= 2;
    if a.len() == 1 || b.len() == 1 {
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let is_part = is_one_name || short.iter().all(|part| long.contains(part));
        return if is_part { SameSpeaker::Compatible } else { SameSpeaker::Different };
    }
    let initials = |name: &[String]| name.first().and_then(|given| given.chars().next());
    match (is_one_name, initials(a) == initials(b)) {
        (true, true) => SameSpeaker::Same,
        (true, false) => SameSpeaker::Unknown,
        (false, _) if a.iter().any(|part| part.len() > 2 && b.contains(part)) => SameSpeaker::Compatible,
        (false, _) => SameSpeaker::Different,
    }
}

fn is_acronym(a: &[String], b: &[String]) -> bool {
    let spells = |short: &[String], long: &[String]| {
        let initials: String = long.iter().filter_map(|w| w.chars().next()).collect();
        let [short] = short else { return false };
        let short = short.replace('.', "");
        long.len() >= 2 && (short == initials || short.ends_with(&initials) && long.len() >= 3)
    };
    spells(a, b) || spells(b, a)
}

/// The people that an article names in full, with the words that introduce them.
pub(super) struct Cast {
    people: Vec<Member>,
}

/// One of the cast.
struct Member {
    name: Vec<String>,
    description: Vec<String>,
}

impl Cast {
    pub fn read(tokens: &Tokens<'_>, masks: &[Vec<bool>]) -> Cast {
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
        Cast { people }
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

/// The people named in a sentence, in full or by a family name of the cast.
pub(super) fn people_named(phrases: Phrases<'_>, cast: &Cast) -> Vec<Range<usize>> {
    let full = people_in(phrases);
    let is_lone =
        |run: &Range<usize>| run.len() == 1 && cast.bearer(phrases.sentence.norm(run.start)).is_some();
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
    let is_acronym = norm.len() > 2 && phrases.sentence.surface(token).chars().all(char::is_uppercase);
    let is_known = SOURCES.contains(norm) || DEMONYMS.contains(norm) || COMMON_WORDS.contains(norm);
    JOINS.contains(&norm) || !is_acronym && (!is_known || is_family_name(phrases, token))
}

/// True for a word that is a family name here, whatever else it means: "Scott
/// Jordan", "Kris Young".
fn is_family_name(phrases: Phrases<'_>, token: usize) -> bool {
    let is_given = |t: usize| phrases.is_capitalised(t) && GIVEN_NAMES.contains(phrases.sentence.norm(t));
    phrases.is_capitalised(token) && token > 0 && !phrases.is_masked(token - 1) && is_given(token - 1)
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

/// Runs of capitalised words between titles, demonyms and small words.
fn capital_runs(phrases: Phrases<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let sentence = phrases.sentence;
    let begins = |t: usize| {
        let is_free = !is_title(sentence.norm(t)) || is_family_name(phrases, t);
        !phrases.is_masked(t) && phrases.is_capitalised(t) && is_free
    };
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut token = range.start;
    while token < range.end {
        // "Al-Hayya", "al-Hayya": the article belongs to the name.
        let leads = JOINS.contains(&sentence.norm(token))
            && sentence.norm(token) != "-"
            && token + 1 < range.end
            && (begins(token + 1) || sentence.norm(token + 1) == "-");
        if !begins(token) && !(leads && !phrases.is_masked(token)) {
            token += 1;
            continue;
        }
        let start = token;
        let mut end = token + 1;
        for at in end..range.end {
            if begins(at) {
                end = at + 1;
            } else if phrases.is_masked(at) || !JOINS.contains(&sentence.norm(at)) {
                break;
            }
        }
        runs.push(start..end);
        token = end;
    }
    runs
}

fn words_of(sentence: &Sentence<'_>, range: Range<usize>) -> Vec<String> {
    range
        .map(|t| sentence.norm(t))
        .filter(|n| n.starts_with(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}

/// Reads the speaker that the tokens `source` of a sentence name; pronouns name none.
pub(super) fn describe(
    tokens: &Tokens<'_>,
    cast: &Cast,
    phrases: Phrases<'_>,
    source: Range<usize>,
    tie: Tie,
) -> Option<Speaker> {
    let sentence = phrases.sentence;
    if source.is_empty() || source.len() == 1 && phrases.is_pronoun(source.start) {
        return None;
    }
    let (kind, mut name) = name_of(phrases, cast, source.clone())?;
    let mut description = words_of(&sentence, source.clone());
    if kind == SpeakerKind::Person {
        let lone = match name.as_slice() {
            [family] => cast.bearer(family),
            _ => cast.member(&name),
        };
        if let Some(member) = lone {
            name = member.name.clone();
            description.extend(member.description.iter().cloned());
        }
    }
    let country = country_of(&description);
    let start = tokens.start_of(sentence.number());
    let span = tokens.span(start + source.start, start + source.end);
    Some(Speaker { span, name, kind, description, country, tie })
}

fn country_of(description: &[String]) -> Option<&'static str> {
    description.iter().find_map(|word| {
        let metonym = METONYMS.iter().find(|(name, _)| name == word).map(|&(_, country)| country);
        metonym.or_else(|| DEMONYMS.get(word))
    })
}

/// The kind and name of the speaker that a noun phrase describes.
fn name_of(phrases: Phrases<'_>, cast: &Cast, source: Range<usize>) -> Option<(SpeakerKind, Vec<String>)> {
    let sentence = phrases.sentence;
    let is_owner = |end: usize| end < source.end && matches!(sentence.norm(end), "'s" | "'");
    // The head of the phrase: its last word before a comma or preposition.
    let stops = [",", "of", "for", "in", "at", "from", "with", "who", "–", "—", "("];
    let is_stop = |t: usize| phrases.is_word(t, &stops);
    let core_end = (source.start + 1..source.end).find(|&t| is_stop(t)).unwrap_or(source.end);
    let head = (source.start..core_end).rev().find(|&t| sentence.norm(t).starts_with(char::is_alphabetic))?;
    if let Some(person) = person_of(phrases, source.clone(), core_end) {
        return Some((SpeakerKind::Person, words_of(&sentence, person)));
    }
    let core = words_of(&sentence, source.start..core_end);
    let core: Vec<String> = core.into_iter().filter(|w| COMMON_WORDS.get(w) != Some("function")).collect();
    let norm = sentence.norm(head);
    let kind = match SOURCES.get(norm) {
        Some("anonymous") => return Some((SpeakerKind::Anonymous, vec![norm.to_owned()])),
        Some("office") => SpeakerKind::OfficeHolder,
        Some(_) => SpeakerKind::Organisation,
        None if !phrases.is_capitalised(head) => {
            return Some((SpeakerKind::Anonymous, vec![norm.to_owned()]));
        }
        None if is_lone_name(phrases, cast, head) && !is_owner(head + 1) => {
            return Some((SpeakerKind::Person, vec![norm.to_owned()]));
        }
        None => SpeakerKind::Organisation,
    };
    Some((kind, core))
}

/// True for a family name or given name that stands alone: somebody of the cast bears
/// it, or the recogniser knows it for a person's.
fn is_lone_name(phrases: Phrases<'_>, cast: &Cast, token: usize) -> bool {
    let norm = phrases.sentence.norm(token);
    let is_in_cast = cast.people.iter().any(|m| m.name.iter().any(|part| part == norm));
    let is_alone = token == 0 || !phrases.is_capitalised(token - 1);
    let is_recognised = phrases.sentence.name_at(token).is_some_and(|n| n.kind == NameKind::Person);
    let is_place = DEMONYMS.contains(norm) || SOURCES.contains(norm);
    is_in_cast || is_alone && !is_place && (is_recognised || GIVEN_NAMES.contains(norm))
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

/// True when the speaker can be meant by "he" or by "she".
pub(super) fn fits_pronoun(speaker: &Speaker, pronoun: &str) -> bool {
    let gender = speaker.name.first().and_then(|given| GIVEN_NAMES.get(given));
    let is_one = speaker.kind != SpeakerKind::Anonymous
        || !speaker.name.iter().any(|n| n.ends_with('s') || n == "people" || n == "men" || n == "women");
    let is_other = match pronoun {
        "he" => gender == Some("f") || speaker.name.iter().any(|n| n.ends_with("woman") || n == "mother"),
        "she" => {
            gender == Some("m")
                || speaker
                    .name
                    .iter()
                    .any(|n| n.ends_with("man") && n != "woman" && !n.ends_with("woman") || n == "father")
        }
        _ => true,
    };
    let is_somebody = match speaker.kind {
        SpeakerKind::Person | SpeakerKind::OfficeHolder => true,
        SpeakerKind::Anonymous => speaker.name.iter().any(|n| SOURCES.contains(n)),
        SpeakerKind::Organisation => false,
    };
    is_somebody && is_one && !is_other
}
