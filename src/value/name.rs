//! A person's name in parts, and whether two names can be one person's.
//!
//! Titles are left out; case, marks and apostrophes never tell names apart. A lone
//! word is a family name, unless the article has shown it to be a given name.

use std::fmt;

use super::comparison::{Comparison, Level, Reason};
use super::spelling::{self, Likeness};
use crate::lexicon::names::{are_nicknames, fold, is_particle, leads_family, title};

/// A person's name in parts.
///
/// `Tyrone "Easy" Tomman Jr.` has a given name, a nickname, a family name and a
/// suffix; "al-Hayya" is the family name `Hayya` with the particle `al`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonName {
    given: Option<String>,
    middle: Vec<String>,
    particles: Vec<String>,
    family: Option<String>,
    nickname: Option<String>,
    suffix: Option<&'static str>,
}

impl PersonName {
    /// Reads a name as printed; titles of courtesy and rank at its front fall away.
    ///
    /// `None` when no word of it can be a name.
    pub fn parse(printed: &str) -> Option<PersonName> {
        let mut name = PersonName::default();
        let mut words: Vec<&str> = Vec::new();
        for word in printed.split_whitespace() {
            let bare = word.trim_matches(',');
            if let Some(suffix) = suffix_of(bare) {
                name.suffix = Some(suffix);
            } else if let Some(nickname) = quoted(bare) {
                name.nickname = Some(nickname.to_owned());
            } else if bare.chars().any(char::is_alphabetic) {
                words.push(bare);
            }
        }
        while words.len() > 2 && title(&words[0].to_lowercase()).is_some_and(|t| !t.is_given()) {
            words.remove(0);
        }
        if words.len() == 2 && title(&words[0].to_lowercase()).is_some_and(|t| t.is_courtesy()) {
            words.remove(0);
        }
        let last = words.pop()?;
        let (particle, family) = split_particle(last);
        name.particles.extend(particle.map(|p| format!("{p}-")));
        name.family = Some(family.to_owned());
        let lone = words.len() == 1 && leads_family(&fold(words[0]));
        while words.len() > usize::from(!lone) && is_particle(&fold(words[words.len() - 1])) {
            name.particles.insert(0, words.pop()?.to_owned());
        }
        if !words.is_empty() {
            name.given = Some(words.remove(0).to_owned());
        }
        name.middle = words.into_iter().map(str::to_owned).collect();
        Some(name)
    }

    /// The given name.
    pub fn given(&self) -> Option<&str> {
        self.given.as_deref()
    }

    /// Middle names and initials.
    pub fn middle(&self) -> impl Iterator<Item = &str> {
        self.middle.iter().map(String::as_str)
    }

    /// The family name without its particles.
    pub fn family(&self) -> Option<&str> {
        self.family.as_deref()
    }

    /// The nickname printed in quotes.
    pub fn nickname(&self) -> Option<&str> {
        self.nickname.as_deref()
    }

    /// "jr", "sr", "ii", "iii" or "iv".
    pub fn suffix(&self) -> Option<&str> {
        self.suffix
    }

    /// True when a given and a family name stand.
    pub fn is_full(&self) -> bool {
        self.given.is_some() && self.family.is_some()
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        usize::from(self.given.is_some()) + self.middle.len() + usize::from(self.family.is_some())
    }

    /// True for a name without a word; [`parse`](Self::parse) makes none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Key that every romanisation of the family name shares.
    pub fn family_key(&self) -> String {
        self.family().map(spelling::sound_key).unwrap_or_default()
    }

    /// Key that every romanisation of the given name shares.
    pub fn given_key(&self) -> String {
        self.given().map(spelling::sound_key).unwrap_or_default()
    }

    /// How the two names stand to each other. Symmetric.
    pub fn compare(a: &PersonName, b: &PersonName) -> Comparison {
        compare(a, b)
    }

    fn folded_words(&self) -> Vec<String> {
        let words = self.given().into_iter().chain(self.middle()).chain(self.family());
        words.map(|w| fold(w).trim_end_matches('.').to_owned()).collect()
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut words: Vec<String> =
            self.given().into_iter().chain(self.middle()).map(str::to_owned).collect();
        words.extend(self.nickname().map(|n| format!("“{n}”")));
        let family = self.family().unwrap_or_default();
        match &self.particles[..] {
            [] => words.push(family.to_owned()),
            // A particle that was printed with its hyphen keeps it: "al-Hayya".
            particles => words.push(format!("{} {family}", particles.join(" ")).replace("- ", "-")),
        }
        words.extend(self.suffix.map(|s| match s {
            "jr" => "Jr.".to_owned(),
            "sr" => "Sr.".to_owned(),
            numeral => numeral.to_uppercase(),
        }));
        f.write_str(&words.join(" "))
    }
}

fn suffix_of(word: &str) -> Option<&'static str> {
    match word.trim_end_matches('.') {
        "Jr" | "JR" | "jr" => Some("jr"),
        "Sr" | "SR" | "sr" => Some("sr"),
        "II" => Some("ii"),
        "III" => Some("iii"),
        "IV" => Some("iv"),
        _ => None,
    }
}

fn quoted(word: &str) -> Option<&str> {
    let inner = word.strip_prefix(['"', '“', '‘', '\'', '('])?;
    let inner = inner.strip_suffix(['"', '”', '’', '\'', ')'])?;
    (!inner.is_empty()).then_some(inner)
}

/// "al-Hayya" gives "al" and "Hayya"; "Dekel-Chen" stays whole.
fn split_particle(word: &str) -> (Option<&str>, &str) {
    match word.split_once(['-', '‑']) {
        Some((particle, rest)) if is_particle(&fold(particle)) && !rest.is_empty() => (Some(particle), rest),
        _ => (None, word),
    }
}

fn compare(a: &PersonName, b: &PersonName) -> Comparison {
    if let (Some(x), Some(y)) = (a.suffix, b.suffix)
        && x != y
    {
        let is_one = a.folded_words() == b.folded_words();
        return Level::Conflict.because(if is_one { Reason::SuffixDiffers } else { Reason::DifferentName });
    }
    let (words_a, words_b) = (a.folded_words(), b.folded_words());
    if words_a == words_b {
        return match a.suffix == b.suffix {
            true => Level::Identical.because(Reason::SameName),
            false => Level::Compatible.because(Reason::ShortForm),
        };
    }
    if !a.is_full() || !b.is_full() {
        return compare_lone(a, b);
    }
    let family = likeness(a.family(), b.family());
    let given = given_likeness(a, b);
    let is_reversed = a.len() == 2 && words_a.iter().rev().eq(words_b.iter());
    match (family, given) {
        // "Brandt Ana", family name first.
        _ if is_reversed => Level::Compatible.because(Reason::NameOrder),
        (Likeness::Same, Given::Same) => compare_middles(a, b),
        (Likeness::Same, Given::Short) => Level::Compatible.because(Reason::ShortForm),
        (Likeness::Same, Given::Nickname) => Level::Compatible.because(Reason::Nickname),
        (Likeness::Same, Given::SameSound) => Level::Equivalent.because(Reason::Transliteration),
        (Likeness::Same, Given::Near) => Level::Conflict.because(Reason::SpellingDiffers),
        (Likeness::Same | Likeness::HouseStyle, Given::HouseStyle)
        | (Likeness::HouseStyle, Given::Same | Given::Short | Given::Nickname) => {
            Level::Equivalent.because(Reason::HouseStyle)
        }
        (Likeness::SameSound, Given::HouseStyle) => Level::Equivalent.because(Reason::Transliteration),
        (Likeness::Near, Given::HouseStyle) => Level::Conflict.because(Reason::SpellingDiffers),
        (Likeness::Different, Given::HouseStyle) => Level::Conflict.because(Reason::DifferentFamilyName),
        (
            Likeness::SameSound | Likeness::HouseStyle,
            Given::Same | Given::Short | Given::Nickname | Given::SameSound,
        ) => Level::Equivalent.because(Reason::Transliteration),
        (Likeness::SameSound | Likeness::HouseStyle, Given::Near) => {
            Level::Conflict.because(Reason::SpellingDiffers)
        }
        (Likeness::Near, Given::Same | Given::Short | Given::Nickname | Given::SameSound | Given::Near) => {
            Level::Conflict.because(Reason::SpellingDiffers)
        }
        (Likeness::Same | Likeness::SameSound | Likeness::HouseStyle, Given::Different)
            if shares_middle_as_given(a, b) =>
        {
            Level::Compatible.because(Reason::ShortForm)
        }
        (Likeness::Same | Likeness::SameSound | Likeness::HouseStyle, Given::Different) => {
            Level::Conflict.because(Reason::DifferentGivenName)
        }
        (Likeness::Different, Given::Same | Given::Short | Given::Nickname | Given::SameSound)
            if holds_family(a, b) || holds_family(b, a) =>
        {
            Level::Compatible.because(Reason::ShortForm)
        }
        (Likeness::Different, Given::Same | Given::Nickname | Given::SameSound) => {
            Level::Conflict.because(Reason::DifferentFamilyName)
        }
        (Likeness::Near | Likeness::Different, Given::Different)
        | (Likeness::Different, Given::Short | Given::Near) => Level::Conflict.because(Reason::DifferentName),
    }
}

/// A lone word against a name: it may be the family or the given name.
fn compare_lone(a: &PersonName, b: &PersonName) -> Comparison {
    let (lone, full) = if a.is_full() { (b, a) } else { (a, b) };
    let word = lone.family().unwrap_or_default();
    let best = [full.family(), full.given(), full.nickname()]
        .into_iter()
        .map(|part| likeness(Some(word), part))
        .max();
    match best.unwrap_or(Likeness::Different) {
        Likeness::Same => Level::Compatible.because(Reason::ShortForm),
        Likeness::SameSound => Level::Equivalent.because(Reason::Transliteration),
        Likeness::HouseStyle => Level::Equivalent.because(Reason::HouseStyle),
        Likeness::Near => Level::Conflict.because(Reason::SpellingDiffers),
        Likeness::Different => Level::Conflict.because(Reason::DifferentName),
    }
}

/// The names agree but for what stands in the middle.
fn compare_middles(a: &PersonName, b: &PersonName) -> Comparison {
    match (&a.middle[..], &b.middle[..]) {
        ([x], [y]) if x.chars().count() > 2 && y.chars().count() > 2 => match likeness(Some(x), Some(y)) {
            Likeness::Near => Level::Conflict.because(Reason::SpellingDiffers),
            Likeness::SameSound | Likeness::HouseStyle => Level::Equivalent.because(Reason::Transliteration),
            Likeness::Same | Likeness::Different => Level::Compatible.because(Reason::ShortForm),
        },
        _ => Level::Compatible.because(Reason::ShortForm),
    }
}

fn likeness(a: Option<&str>, b: Option<&str>) -> Likeness {
    match (a, b) {
        (Some(a), Some(b)) => spelling::likeness(a, b),
        (Some(_) | None, None) | (None, Some(_)) => Likeness::Different,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    Same,
    /// An initial, or a part of a double name.
    Short,
    Nickname,
    SameSound,
    HouseStyle,
    Near,
    Different,
}

fn given_likeness(a: &PersonName, b: &PersonName) -> Given {
    let [x, y] = [a, b].map(|n| fold(n.given().unwrap_or_default()).trim_end_matches('.').to_owned());
    if x == y {
        return Given::Same;
    }
    let is_initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    if is_initial(&x, &y) || is_initial(&y, &x) {
        return Given::Short;
    }
    let calls = |a: &PersonName, given: &str| a.nickname().is_some_and(|n| fold(n) == given);
    // "JT" and "Gregory T.": initials that have a letter in common.
    let letters = |n: &PersonName| -> Vec<char> {
        let words = n.given().into_iter().chain(n.middle());
        words.filter_map(|w| fold(w).chars().next()).collect()
    };
    let spelt = |n: &PersonName, given: &str| {
        given.chars().count() == 2 && n.given().is_some_and(|g| g.chars().all(|c| !c.is_lowercase()))
    };
    if spelt(a, &x) && letters(b).iter().any(|c| x.contains(*c))
        || spelt(b, &y) && letters(a).iter().any(|c| y.contains(*c))
    {
        return Given::Short;
    }
    if are_nicknames(&x, &y) || calls(a, &y) || calls(b, &x) {
        return Given::Nickname;
    }
    let half = |short: &str, long: &str| long.split('-').next() == Some(short) && short != long;
    if half(&x, &y) || half(&y, &x) {
        return Given::Short;
    }
    match spelling::likeness(&x, &y) {
        Likeness::Same => Given::Same,
        Likeness::SameSound => Given::SameSound,
        Likeness::HouseStyle => Given::HouseStyle,
        Likeness::Near => Given::Near,
        Likeness::Different => Given::Different,
    }
}

/// "J. Edgar Hoover" and "Edgar Hoover".
fn shares_middle_as_given(a: &PersonName, b: &PersonName) -> bool {
    let goes_by = |a: &PersonName, b: &PersonName| {
        let given = b.given().map(fold).unwrap_or_default();
        a.middle().any(|m| fold(m) == given) || a.nickname().is_some_and(|n| fold(n) == given)
    };
    goes_by(a, b) || goes_by(b, a)
}

/// The family name of `short` stands in the middle of `long`, or as half of its
/// double family name: "Brandon White", "Brandon White Ladson".
fn holds_family(short: &PersonName, long: &PersonName) -> bool {
    let family = fold(short.family().unwrap_or_default());
    let double = fold(long.family().unwrap_or_default());
    long.middle().any(|m| fold(m) == family) || double.split('-').any(|half| half == family)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Reason::*;

    fn name(printed: &str) -> PersonName {
        PersonName::parse(printed).unwrap()
    }

    fn parts(printed: &str) -> (Option<String>, Vec<String>, Option<String>) {
        let n = name(printed);
        (n.given.clone(), n.middle.clone(), n.family.clone())
    }

    #[test]
    fn a_name_falls_into_its_parts() {
        let of = |g: &str, m: &[&str], f: &str| {
            (Some(g.to_owned()), m.iter().map(|m| m.to_string()).collect(), Some(f.to_owned()))
        };
        assert_eq!(parts("Ana Maria Brandt"), of("Ana", &["Maria"], "Brandt"));
        assert_eq!(parts("Omar bin Said"), of("Omar", &[], "Said"));
        assert_eq!(parts("Karim al-Najjar"), of("Karim", &[], "Najjar"));
        assert_eq!(parts("Vincent van der Meer"), of("Vincent", &[], "Meer"));
        assert_eq!(parts("Col. Peter J. Hale, Jr."), of("Peter", &["J."], "Hale"));
        assert_eq!(parts("Mr. Hale"), (None, vec![], Some("Hale".into())));
        assert_eq!(parts("al-Najjar"), (None, vec![], Some("Najjar".into())));
        assert_eq!(parts("de Souza"), (None, vec![], Some("Souza".into())));
    }

    #[test]
    fn a_particle_keeps_its_hyphen_and_its_space() {
        for printed in ["Karim al-Najjar", "Vincent van der Meer", "Omar bin Said al-Haddad"] {
            assert_eq!(name(printed).to_string(), printed);
        }
    }

    #[test]
    fn suffix_and_nickname_are_kept_apart() {
        let n = name("Walter “Buddy” Crane III");
        assert_eq!((n.nickname(), n.suffix(), n.family()), (Some("Buddy"), Some("iii"), Some("Crane")));
        assert_eq!(n.to_string(), "Walter “Buddy” Crane III");
        assert_eq!(name("Peter Hale Jr").suffix(), Some("jr"));
    }

    #[test]
    fn what_holds_no_letter_is_no_name() {
        assert_eq!(PersonName::parse(""), None);
        assert_eq!(PersonName::parse(" 12, — "), None);
    }

    #[test]
    fn names_compare_by_their_parts_whichever_side_they_stand() {
        let cases = [
            ("Peter Hale", "Peter Hale", Level::Identical, SameName),
            ("PETER HALE", "Peter Hale", Level::Identical, SameName),
            ("Jörg Müller", "Jorg Muller", Level::Identical, SameName),
            ("Peter J. Hale", "Peter Hale", Level::Compatible, ShortForm),
            ("Peter Hale Jr.", "Peter Hale", Level::Compatible, ShortForm),
            ("Hale", "Peter Hale", Level::Compatible, ShortForm),
            ("P. Hale", "Peter Hale", Level::Compatible, ShortForm),
            ("PJ Hale", "Peter Hale", Level::Compatible, ShortForm),
            ("JT Hale", "Gregory T. Hale", Level::Compatible, ShortForm),
            ("J. Peter Hale", "Peter Hale", Level::Compatible, ShortForm),
            ("Ana Castro", "Ana Castro Ruiz", Level::Compatible, ShortForm),
            ("Ana Castro", "Ana Castro-Ruiz", Level::Compatible, ShortForm),
            ("Joe Brandt", "Joseph Brandt", Level::Compatible, Nickname),
            ("Muammar Gaddafi", "Moammar Qadhafi", Level::Equivalent, Transliteration),
            ("Pavlo Dubrovsky", "Pavlo Dubrovskyy", Level::Equivalent, HouseStyle),
            ("Pavlo Dubrovsky", "Pavlo Dobrovskyy", Level::Equivalent, Transliteration),
            ("Pavlo Dubrovsky", "Dubrovskyy", Level::Equivalent, HouseStyle),
            ("Seok Min-ji", "Min-ji Seok", Level::Compatible, NameOrder),
            ("Seok Min-ji", "Min-ah Seok", Level::Conflict, DifferentName),
            ("Karim al-Najjar", "Karim Najar", Level::Equivalent, Transliteration),
            ("Peter Garland", "Peter Gerlund", Level::Conflict, SpellingDiffers),
            ("Peter Harmon", "Peter Harman", Level::Conflict, SpellingDiffers),
            ("Jane Alder", "Joan Alder", Level::Conflict, SpellingDiffers),
            ("Peter Hale", "Peter Montgomery", Level::Conflict, DifferentFamilyName),
            ("Joe Hale", "Joseph Montgomery", Level::Conflict, DifferentFamilyName),
            ("Peter Hale", "Miriam Hale", Level::Conflict, DifferentGivenName),
            ("Peter Hale", "Miriam Brandt", Level::Conflict, DifferentName),
            ("Peter Hale Jr.", "Peter Hale Sr.", Level::Conflict, SuffixDiffers),
            ("Peter Hale Jr.", "Miriam Brandt Sr.", Level::Conflict, DifferentName),
        ];
        for (a, b, level, reason) in cases {
            let want = level.because(reason);
            assert_eq!(compare(&name(a), &name(b)), want, "{a} / {b}");
            assert_eq!(compare(&name(b), &name(a)), want, "{b} / {a}, swapped");
        }
    }
}
