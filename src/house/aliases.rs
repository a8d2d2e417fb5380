//! Names that mean one thing to a house.
//!
//! Before claims are aligned, a person, an organisation or a speaker under one of the
//! names is taken for who stands under the others; afterwards, two sides that differ by
//! nothing but such names are one side. Text and claims keep the names as printed.

use super::words::words;
use crate::claim::Kind;
use crate::detect::Material;
use crate::discrepancy::{JudgedTopic, Reading, Verdict};
use crate::options::Alias;
use crate::value::{Level, PersonName, Reason};

/// The names of a house.
#[derive(Debug, Clone, Default)]
pub struct Aliases {
    known: Vec<Known>,
}

#[derive(Debug, Clone)]
struct Known {
    /// As the house prints it.
    name: String,
    /// Its forms, the house's own first.
    forms: Vec<Form>,
}

#[derive(Debug, Clone)]
struct Form {
    words: Vec<String>,
    person: Option<PersonName>,
}

impl Aliases {
    /// The aliases as given; names without a letter are left out.
    pub fn of(given: &[Alias]) -> Aliases {
        let form = |name: &String| Form { words: words(name), person: PersonName::parse(name) };
        let known = given.iter().map(|alias| {
            let names = std::iter::once(&alias.name).chain(&alias.also);
            Known {
                name: alias.name.clone(),
                forms: names.map(form).filter(|f| !f.words.is_empty()).collect(),
            }
        });
        Aliases { known: known.collect() }
    }

    /// True when the house has no aliases.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The name that the house prints, for one of its other names or itself.
    pub fn name_of(&self, name: &str) -> Option<&str> {
        self.find(&words(name)).map(|known| known.name.as_str())
    }

    fn find(&self, words: &[String]) -> Option<&Known> {
        self.known.iter().find(|known| known.forms.iter().any(|form| form.words == words))
    }

    /// Like [`name_of`](Self::name_of), for a person: initials and titles left aside.
    fn person(&self, name: &PersonName) -> Option<&Known> {
        let is_form = |form: &Form| {
            form.person.as_ref().is_some_and(|p| p.is_full() == name.is_full() && is_one(p, name))
        };
        self.known.iter().find(|known| known.forms.iter().any(is_form))
    }

    /// Gives people, organisations and speakers the house's name for what they are.
    pub fn unite(&self, material: &mut Material<'_>) {
        if self.is_empty() {
            return;
        }
        for person in &mut material.cast.people {
            if let Some(name) = self.person(&person.name).and_then(|k| PersonName::parse(&k.name)) {
                person.name = name;
            }
            for told in &mut person.roles {
                let organisation = told.role.organisation.as_deref().and_then(|o| self.find(&words(o)));
                if let Some(known) = organisation {
                    told.role.organisation = Some(words(&known.name).join(" "));
                }
            }
        }
        for speaker in material.quotations.iter_mut().filter_map(|q| q.speaker.as_mut()) {
            if let Some(known) = self.find(&words(&speaker.name.join(" "))) {
                speaker.name = known.forms[0].words.clone();
                speaker.description.extend(speaker.name.iter().cloned());
            }
        }
    }

    /// Joins the readings of a topic of names that are one to the house. What is left
    /// with one reading is no discrepancy.
    pub fn settle(&self, topic: &mut JudgedTopic) {
        let is_of_names =
            matches!(topic.kind, Kind::Name | Kind::Place | Kind::Role | Kind::QuoteSpeaker | Kind::Office);
        if self.is_empty() || !is_of_names || !topic.verdict.is_discrepancy() {
            return;
        }
        let before = topic.readings.len();
        let mut joined: Vec<(Option<&str>, Reading)> = Vec::new();
        for reading in std::mem::take(&mut topic.readings) {
            let known = self.known_of(&reading.value).map(|k| k.name.as_str());
            match joined.iter_mut().find(|(name, _)| known.is_some() && *name == known) {
                Some((_, side)) => side.claims.extend(reading.claims),
                None => joined.push((known, reading)),
            }
        }
        topic.readings = joined.into_iter().map(|(_, reading)| reading).collect();
        for reading in &mut topic.readings {
            reading.claims.sort();
        }
        if before > 1 && topic.readings.len() == 1 {
            topic.verdict = Verdict::Compatible;
            topic.reason = Reason::Alias.to_string();
        }
    }

    fn known_of(&self, value: &str) -> Option<&Known> {
        let by_person = || PersonName::parse(value).and_then(|name| self.person(&name));
        self.find(&words(value)).or_else(by_person)
    }
}

/// One name, but for what stands in its middle.
fn is_one(a: &PersonName, b: &PersonName) -> bool {
    let comparison = PersonName::compare(a, b);
    let is_form = matches!(comparison.level, Level::Identical | Level::Compatible | Level::Equivalent);
    is_form && matches!(comparison.reason, Reason::SameName | Reason::ShortForm)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Cluster;
    use crate::options::Options;

    fn alias(name: &str, also: &[&str]) -> Alias {
        Alias { name: name.to_owned(), also: also.iter().map(|s| s.to_string()).collect() }
    }

    /// The discrepancies of two articles to a house with these aliases.
    fn found(texts: [&str; 2], aliases: Vec<Alias>) -> Vec<String> {
        let read = |(n, text): (usize, &&str)| crate::read::article(&format!("a{n}"), None, None, None, text);
        let cluster = Cluster::new(texts.iter().enumerate().map(read).collect());
        let report = crate::check_with(&cluster, &Options { aliases, ..Options::default() });
        let shown = report.discrepancies().into_iter().map(|t| {
            let values: Vec<&str> = t.readings.iter().map(|r| r.value.as_str()).collect();
            format!("{} {}", t.kind.id(), values.join(" / "))
        });
        shown.collect()
    }

    #[test]
    fn a_name_is_known_by_every_form_and_by_no_other() {
        let aliases =
            Aliases::of(&[alias("Nordvik Harbour Board", &["NHB", "the Board of Nordvik Harbour"])]);
        for name in ["NHB", "the Nordvik Harbour Board", "Board of Nordvik Harbour"] {
            assert_eq!(aliases.name_of(name), Some("Nordvik Harbour Board"), "{name}");
        }
        for name in ["Harbour Board", "NHBX", ""] {
            assert_eq!(aliases.name_of(name), None, "{name}");
        }
    }

    #[test]
    fn two_names_of_one_person_are_no_discrepancy_to_a_house_that_knows_both() {
        let texts = ["Police Chief Jane Alder said so.", "Police Chief Joan Alder said so."];
        assert_eq!(found(texts, vec![]), ["name Jane Alder / Joan Alder"]);
        assert_eq!(found(texts, vec![alias("Jane Alder", &["Joan Alder"])]), [""; 0]);
        assert_eq!(found(texts, vec![alias("Jane Alder", &["Jean Alder"])]).len(), 1);
    }

    #[test]
    fn claims_under_two_names_of_one_person_meet() {
        let texts = ["Walter Crane, 41, was arrested.", "Abu Tarek, 44, was arrested."];
        assert_eq!(found(texts, vec![]), [""; 0]);
        assert_eq!(found(texts, vec![alias("Walter Crane", &["Abu Tarek"])]), ["age 41 / 44"]);
    }

    #[test]
    fn speakers_under_two_names_are_one() {
        let texts = [
            "“This bridge will outlive every one of its critics,” the Harbour Board said.",
            "“This bridge will outlive every one of its critics,” the Port Company said.",
        ];
        assert_eq!(found(texts, vec![]).len(), 1);
        assert_eq!(found(texts, vec![alias("Harbour Board", &["Port Company"])]), [""; 0]);
        assert_eq!(found(texts, vec![alias("Harbour Board", &["Port Council"])]).len(), 1);
    }
}
