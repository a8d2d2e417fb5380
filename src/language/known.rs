//! Words known without a text: whether a dictionary or a list of names has them.
//!
//! The word list of the model answers; an unknown word may be a name, a slip of the
//! pen or both.

use super::lexicon::Entry;
use super::model::Model;
use super::wordform::hash_word;

// The bits of `Entry::lists`, as the training program sets them.
const FORENAME: u8 = 1;
const SURNAME: u8 = 2;
const CITY: u8 = 4;
const CITY_PART: u8 = 8;
const COUNTRY: u8 = 16;
const DEMONYM: u8 = 32;

/// What is known of a word wherever it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known(Entry);

/// What is known of the word, given in lower case.
pub fn known(word: &str) -> Known {
    Known(Model::embedded().lexicon.find(hash_word(word)))
}

impl Known {
    /// A dictionary has it; names of well-known places are in dictionaries too.
    pub fn is_word(self) -> bool {
        self.0.noun_class != 0 || self.0.verb_class != 0 || self.0.ambiguity != 0
    }

    /// A town or a country bears it.
    pub fn is_place(self) -> bool {
        self.has(CITY | COUNTRY)
    }

    /// Part of the name of a town or a country.
    pub fn is_part_of_place(self) -> bool {
        self.has(CITY | CITY_PART | COUNTRY)
    }

    /// A people or what belongs to it.
    pub fn is_demonym(self) -> bool {
        self.has(DEMONYM)
    }

    /// A person's given or family name.
    pub fn is_of_person(self) -> bool {
        self.has(FORENAME | SURNAME)
    }

    /// A dictionary or any list has it.
    pub fn is_known(self) -> bool {
        self.is_word() || self.0.lists != 0
    }

    fn has(self, lists: u8) -> bool {
        self.0.lists & lists != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_places_and_peoples_are_known() {
        assert!(known("committee").is_word());
        assert!(known("chicago").is_place());
        assert!(known("norwegian").is_demonym());
        assert!(known("susan").is_of_person());
    }

    #[test]
    fn a_slip_of_the_pen_is_not_known() {
        for word in ["chicaggo", "norweigan", "comittee", ""] {
            assert!(!known(word).is_known(), "{word}");
        }
    }
}
