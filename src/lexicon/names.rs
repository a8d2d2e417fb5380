//! What is known of names and titles before an article is read.
//!
//! Given and family names, nicknames, titles, demonyms, and words that no
//! person's name holds. Ask with folded words: see [`fold`].

use super::Lexicon;

pub(crate) static GIVEN: Lexicon = Lexicon::new(include_str!("names/given_names.tsv"));
const GIVEN_BY_HAND: Lexicon = Lexicon::new(include_str!("names/given_names_by_hand.tsv"));
const FAMILY: Lexicon = Lexicon::new(include_str!("names/family_names.tsv"));
const NICKNAMES: Lexicon = Lexicon::new(include_str!("names/nicknames.tsv"));
const TITLES: Lexicon = Lexicon::new(include_str!("names/titles.tsv"));
pub(crate) static DEMONYMS: Lexicon = Lexicon::new(include_str!("names/demonyms.tsv"));
const IMPERSONAL: Lexicon = Lexicon::new(include_str!("names/impersonal.tsv"));
const PARTICLES: Lexicon = Lexicon::new(include_str!("names/particles.tsv"));
const PRESIDENTS: Lexicon = Lexicon::new(include_str!("names/us_presidents.tsv"));

/// Male or female, as a title, a pronoun or the registers say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gender {
    /// "she", "Mrs."
    Female,
    /// "he", "Mr."
    Male,
}

/// A title, rank or description that stands with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Title {
    /// The office it stands for: "pm" and "premier" give "prime minister".
    pub class: &'static str,
    traits: &'static str,
}

impl Title {
    /// One holder at a time for one organisation: "mayor", not "officer".
    pub(crate) fn is_sole(self) -> bool {
        self.has("sole")
    }

    /// Says nothing of a post: "Mr.".
    pub(crate) fn is_courtesy(self) -> bool {
        self.has("courtesy")
    }

    /// A relation to somebody: "cousin".
    pub(crate) fn is_kin(self) -> bool {
        self.has("kin")
    }

    /// A given name too: "Judge", "Major".
    pub(crate) fn is_given(self) -> bool {
        self.has("given")
    }

    /// The gender the word tells.
    pub(crate) fn gender(self) -> Option<Gender> {
        match (self.has("female"), self.has("male")) {
            (true, _) => Some(Gender::Female),
            (false, true) => Some(Gender::Male),
            (false, false) => None,
        }
    }

    fn has(self, wanted: &str) -> bool {
        self.traits.split(' ').any(|t| t == wanted)
    }
}

/// Why a word does not belong to a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Impersonal {
    /// "On", "The", "Police": capitals that a sentence gives.
    Function,
    /// "Friday".
    Time,
    /// "Parkway".
    Street,
    /// "Ohio".
    Place,
    /// "Department", "Hospital".
    Thing,
}

/// True for a registered given name.
pub(crate) fn is_given(folded: &str) -> bool {
    GIVEN.contains(folded) || GIVEN_BY_HAND.contains(folded)
}

/// The gender under which alone the given name is registered.
pub(crate) fn gender_of(folded: &str) -> Option<Gender> {
    match GIVEN.get(folded)? {
        "f" => Some(Gender::Female),
        "m" => Some(Gender::Male),
        _ => None,
    }
}

/// True for a common family name.
pub(crate) fn is_family(folded: &str) -> bool {
    FAMILY.contains(folded)
}

/// True when one given name is a short form of the other.
pub(crate) fn are_nicknames(a: &str, b: &str) -> bool {
    NICKNAMES.contains(&format!("{a} {b}")) || NICKNAMES.contains(&format!("{b} {a}"))
}

/// The title of these words, lower case, one space between.
pub(crate) fn title(words: &str) -> Option<Title> {
    let (class, traits) = TITLES.get(words)?.split_once('\t')?;
    Some(Title { class, traits })
}

/// The country for which a name or a demonym stands.
pub fn country(words: &str) -> Option<&'static str> {
    DEMONYMS.get(words).filter(|c| !c.is_empty())
}

/// Why the word is no part of a name, and whether it can be one nevertheless.
pub(crate) fn impersonal(folded: &str) -> Option<(Impersonal, bool)> {
    let (kind, name) = match IMPERSONAL.get(folded)? {
        note if note.ends_with(" name") => (&note[..note.len() - 5], true),
        note => (note, false),
    };
    let kind = match kind {
        "function" => Impersonal::Function,
        "time" => Impersonal::Time,
        "street" => Impersonal::Street,
        "place" => Impersonal::Place,
        _ => Impersonal::Thing,
    };
    Some((kind, name))
}

/// True for "van", "al", "bin".
pub(crate) fn is_particle(folded: &str) -> bool {
    PARTICLES.contains(folded)
}

/// True for a particle that a family name keeps when it stands alone: "de Blasio".
pub(crate) fn leads_family(folded: &str) -> bool {
    PARTICLES.get(folded) == Some("lead")
}

/// Whether a US president of that family name governed on the ISO day; `None` for
/// a name that the list does not hold.
pub(crate) fn governed(family: &str, day: &str) -> Option<bool> {
    let terms = PRESIDENTS.get(family)?;
    Some(terms.split(' ').filter_map(|t| t.split_once('/')).any(|(first, last)| first <= day && day < last))
}

/// A word in lower case without marks or apostrophes: "Müller" gives "muller",
/// "O’Neil" gives "oneil".
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            '\'' | '’' | '‘' | '`' | 'ʿ' | 'ʾ' | '\u{ad}' => {}
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            // Combining marks stand after the letter they mark.
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(without_mark(other)),
        }
    }
    folded
}

fn without_mark(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' => 'g',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ķ' => 'k',
        'ł' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'š' | 'ş' | 'ș' | 'ś' => 's',
        'ť' | 'ţ' | 'ț' | 'þ' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sorted_and_unique() {
        for table in
            [GIVEN, GIVEN_BY_HAND, FAMILY, NICKNAMES, TITLES, DEMONYMS, IMPERSONAL, PARTICLES, PRESIDENTS]
        {
            let keys: Vec<_> = table.entries().collect();
            let unsorted = keys.windows(2).find(|w| w[0] >= w[1]);
            assert_eq!(unsorted, None);
            assert!(keys.iter().all(|k| table.contains(k)));
        }
    }

    #[test]
    fn nicknames_go_both_ways() {
        assert!(are_nicknames("steven", "steve") && are_nicknames("joe", "joseph"));
        assert!(!are_nicknames("jane", "joan"));
    }

    #[test]
    fn a_title_gives_its_office() {
        assert_eq!(title("pm").map(|t| t.class), Some("prime minister"));
        assert_eq!(title("premier").map(|t| t.is_sole()), Some(true));
        assert_eq!(title("officer").map(|t| t.is_sole()), Some(false));
        assert_eq!(title("table"), None);
    }

    #[test]
    fn a_demonym_gives_its_country() {
        assert_eq!(country("american"), Some("united states"));
        assert_eq!(country("u.s."), country("united states"));
        assert_eq!(country("israeli"), Some("israel"));
        assert_eq!(country("martian"), None);
    }

    #[test]
    fn a_president_governs_within_his_terms_only() {
        assert_eq!(governed("nixon", "1972-05-01"), Some(true));
        assert_eq!(governed("nixon", "2004-05-01"), Some(false));
        assert_eq!(governed("nobody", "2004-05-01"), None);
    }
}
