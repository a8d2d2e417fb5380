//! Where something happened by the sort of place: a hotel, or in and off a water.
//!
//! A motel is no hotel and a mosque no church, but a temple may be a synagogue. What
//! happens off a gulf does not happen in it.

use super::comparison::{Comparison, Level, Reason};
use crate::lexicon::VENUES;

/// The sort of place in which something happened.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scene {
    /// What is told of it.
    pub sort: SceneSort,
    /// Class of what happened there: "violence"; `None` where the clause does not say.
    pub event: Option<String>,
}

/// A building of a kind, or a water.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SceneSort {
    /// "a Brandt motel room".
    Venue {
        /// The noun, in lower case: "motel".
        noun: String,
        /// The words of its name, folded; empty where it has none.
        name: Vec<String>,
    },
    /// "off the Bay of Lagos".
    Water {
        /// Its name, folded, without "the".
        name: String,
        /// In it, not off it.
        is_in: bool,
    },
}

impl Scene {
    /// What two scenes must share to be compared: the water, or what the building is a
    /// kind of.
    pub fn key(&self) -> String {
        match &self.sort {
            SceneSort::Venue { noun, .. } => kinds(noun).1.to_owned(),
            SceneSort::Water { name, .. } => name.clone(),
        }
    }

    /// How two scenes of one event stand to each other. Symmetric.
    pub fn compare(a: &Scene, b: &Scene) -> Comparison {
        use SceneSort::{Venue, Water};
        match (&a.sort, &b.sort) {
            (Venue { noun: x, name: m }, Venue { noun: y, name: n }) => {
                let ((of_x, sort_x), (of_y, sort_y)) = (kinds(x), kinds(y));
                // Two names are two houses.
                let are_two = !m.is_empty() && !n.is_empty() && !m.iter().any(|word| n.contains(word));
                if sort_x != sort_y || are_two {
                    return Level::Incomparable.because(Reason::DifferentPlace);
                }
                match of_x.split(' ').any(|kind| of_y.split(' ').any(|other| other == kind)) {
                    true => Level::Equivalent.because(Reason::SamePlace),
                    false => Level::Conflict.because(Reason::DifferentVenue),
                }
            }
            (Water { name: x, is_in: i }, Water { name: y, is_in: j }) => match (x == y, i == j) {
                (false, _) => Level::Incomparable.because(Reason::DifferentPlace),
                (true, true) => Level::Identical.because(Reason::SamePlace),
                (true, false) => Level::Conflict.because(Reason::OffAndIn),
            },
            (Venue { .. }, Water { .. }) | (Water { .. }, Venue { .. }) => {
                Level::Incomparable.because(Reason::DifferentPlace)
            }
        }
    }
}

/// The kinds that the noun can mean, and what they are kinds of.
fn kinds(noun: &str) -> (&'static str, &'static str) {
    VENUES.get(noun).and_then(|notes| notes.split_once('\t')).unwrap_or(("", ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn venue(noun: &str, name: &str) -> Scene {
        let name = name.split_whitespace().map(str::to_owned).collect();
        Scene { sort: SceneSort::Venue { noun: noun.to_owned(), name }, event: None }
    }

    fn water(name: &str, is_in: bool) -> Scene {
        Scene { sort: SceneSort::Water { name: name.to_owned(), is_in }, event: None }
    }

    #[test]
    fn kinds_of_one_thing_exclude_each_other_unless_a_word_means_both() {
        let cases = [
            (venue("hotel", ""), venue("motel", ""), Level::Conflict),
            (venue("hotel", ""), venue("inn", ""), Level::Equivalent),
            (venue("motel", ""), venue("inn", ""), Level::Equivalent),
            (venue("church", ""), venue("mosque", ""), Level::Conflict),
            (venue("church", ""), venue("chapel", ""), Level::Equivalent),
            (venue("temple", ""), venue("synagogue", ""), Level::Equivalent),
            (venue("temple", ""), venue("mosque", ""), Level::Conflict),
            (venue("college", ""), venue("university", ""), Level::Equivalent),
            (venue("college", ""), venue("high school", ""), Level::Conflict),
            (venue("apartment", ""), venue("house", ""), Level::Conflict),
            (venue("hotel", ""), venue("church", ""), Level::Incomparable),
            // "the Alder hotel" and "the Ridge motel" are two, whatever they are.
            (venue("hotel", "alder"), venue("motel", "ridge"), Level::Incomparable),
            (venue("hotel", "alder"), venue("motel", "alder"), Level::Conflict),
            (water("bay of lagos", true), water("bay of lagos", false), Level::Conflict),
            (water("bay of lagos", true), water("bay of lagos", true), Level::Identical),
            (water("bay of lagos", true), water("gulf of lagos", false), Level::Incomparable),
        ];
        for (a, b, want) in cases {
            assert_eq!(Scene::compare(&a, &b).level, want, "{a:?} / {b:?}");
            assert_eq!(Scene::compare(&b, &a).level, want, "{b:?} / {a:?}, swapped");
        }
    }

    #[test]
    fn every_venue_has_its_kinds() {
        for noun in VENUES.entries() {
            let (kinds, sort) = kinds(noun);
            assert!(!kinds.is_empty() && !sort.is_empty(), "{noun}");
        }
    }
}
