//! Speakers: who a noun phrase beside "said" means, and whether two are one.
//!
//! A speaker is a person, the holder of an office, a body or somebody unnamed. Two
//! are different only if the text makes it sure: a body speaks through its people,
//! a country through its ministries, and an unnamed official may be anyone.

use crate::article::Span;
use crate::lexicon::SEATS;
use crate::lexicon::names::fold;
use crate::lexicon::speech::{COMMON_WORDS, DEMONYMS, GIVEN_NAMES, SOURCES};

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name the speaker: "Ana Roe, the mayor".
    pub span: Span,
    /// The name alone: "Ana Roe"; of somebody unnamed, the words before any comma.
    pub named: Span,
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

/// The country that a description names or stands for: "the Kremlin", "Norwegian
/// officials", "the White House".
pub(super) fn country_of(description: &[String]) -> Option<&'static str> {
    let seat = |words: &[&str]| SEATS.get_words(words)?.split('\t').next();
    (0..description.len()).find_map(|at| {
        let word = fold(&description[at]);
        let pair = description.get(at + 1).and_then(|next| seat(&[&word, &fold(next)]));
        pair.or_else(|| seat(&[&word])).or_else(|| DEMONYMS.get(&description[at]))
    })
}

/// Compares two speakers, of one article or of two.
pub fn same_speaker(a: &Speaker, b: &Speaker) -> SameSpeaker {
    use SpeakerKind::{Anonymous, OfficeHolder, Organisation, Person};
    let share_words = a.description.iter().any(|w| is_telling(w) && b.description.contains(w));
    let same_country = a.country.is_some() && a.country == b.country;
    let two_countries = a.country.is_some() && b.country.is_some() && a.country != b.country;
    match (a.kind, b.kind) {
        (Person, Person) => same_person(&a.name, &b.name),
        (Organisation, Organisation) if are_two_ministries(&a.description, &b.description) => {
            SameSpeaker::Different
        }
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
    word.len() > 1 && COMMON_WORDS.get(word) != Some("function") && SOURCES.get(word) != Some("anonymous")
}

/// "The health ministry" and "the Ministry of the Interior": one noun, each with a remit
/// of its own. Houses write "defence" and "defense", so four letters make a remit.
fn are_two_ministries(a: &[String], b: &[String]) -> bool {
    let names = |words: &[String], remit: &str| {
        let start: String = remit.chars().take(4).collect();
        words.iter().any(|word| word.starts_with(&start))
    };
    match (remit(a), remit(b)) {
        (Some(x), Some(y)) => !names(b, x) && !names(a, y),
        _ => false,
    }
}

/// The word that says what a ministry is for: right before it, or behind its "of".
fn remit(description: &[String]) -> Option<&str> {
    let head = description.iter().position(|w| matches!(w.as_str(), "department" | "ministry"))?;
    let behind = &description[head + 1..];
    let found = match behind.first().map(String::as_str) {
        Some("of") => behind[1..].iter().find(|w| w.as_str() != "the"),
        Some(_) | None => description[..head].last(),
    };
    let own = found.filter(|w| w.len() > 3 && is_telling(w) && !SOURCES.contains(w) && !DEMONYMS.contains(w));
    own.map(String::as_str)
}

/// True for a body with a name of its own, not merely "the police".
fn is_named(speaker: &Speaker) -> bool {
    speaker.name.iter().any(|w| !SOURCES.contains(w) && COMMON_WORDS.get(w).is_none())
        && speaker.country.is_none()
}

pub(super) fn same_person(a: &[String], b: &[String]) -> SameSpeaker {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::mention::quotations;
    use crate::mention::tokens::tests::article;
    use SameSpeaker::{Compatible, Different, Same, Unknown};

    /// Who says the first quotation of a text.
    fn speaker(text: &str) -> Speaker {
        let article = article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let found = quotations(&annotated);
        found.into_iter().find_map(|q| q.speaker).unwrap_or_else(|| panic!("nobody speaks in {text}"))
    }

    /// Compares who says it: "Ana Roe", "the ministry".
    fn check(cases: &[(&str, &str, SameSpeaker)]) {
        for &(a, b, want) in cases {
            let (x, y) =
                (speaker(&format!("{a} said: “It holds.”")), speaker(&format!("{b} said: “It holds.”")));
            assert_eq!(same_speaker(&x, &y), want, "{a} / {b}: {x:?} {y:?}");
            assert_eq!(same_speaker(&y, &x), want, "{b} / {a}, swapped");
        }
    }

    #[test]
    fn people_are_known_by_their_names() {
        check(&[
            ("Mayor Ana Roe", "Ana Roe", Same),
            ("Mayor Ana Roe", "Mayor Roe", Compatible),
            ("Mayor Ana Roe", "Ben Poe", Different),
            ("Steve Moss", "Steven Moss", Same),
            ("Steve Moss", "Walter Moss", Unknown),
        ]);
    }

    #[test]
    fn a_body_speaks_through_its_people() {
        check(&[
            ("The Kremlin", "Kremlin spokesman Ivan Orlov", Compatible),
            ("Norway", "Norway’s foreign ministry", Compatible),
            ("UN envoy Ana Roe", "The UN", Compatible),
            ("The ministry", "The governor", Unknown),
            ("The health ministry", "The ministry", Compatible),
            ("The health ministry", "The interior ministry", Different),
            ("The Ministry of Health", "The health ministry", Compatible),
            ("The Ministry of Health", "The Ministry of the Interior", Different),
            ("The defence ministry", "The defense ministry", Compatible),
            ("The Department of Harbour Safety", "The harbour safety department", Compatible),
        ]);
    }

    #[test]
    fn a_seat_stands_for_its_government_and_for_no_other() {
        check(&[
            ("The White House", "Washington", Compatible),
            ("The White House", "A US official", Compatible),
            ("The White House", "The Kremlin", Different),
            ("The Élysée", "France", Compatible),
            ("Cairo", "Egypt’s foreign ministry", Compatible),
            ("Cairo", "Jordan’s foreign ministry", Unknown),
        ]);
    }

    #[test]
    fn unnamed_officials_differ_only_by_country() {
        check(&[
            ("A Danish official", "A Norwegian official", Different),
            ("A Danish official", "A senior Danish source", Compatible),
            ("A senior official", "Ana Roe", Compatible),
            ("A Danish official", "A senior official", Compatible),
        ]);
    }

    #[test]
    fn bodies_differ_if_both_have_names() {
        check(&[
            ("The World Health Organization", "The WHO", Same),
            ("The Red Cross", "The Harbour Board", Different),
            ("The police", "The Harbour Board", Unknown),
        ]);
    }
}
