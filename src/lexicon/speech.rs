//! Word lists for quotations: who says, how they say it, and words too common to tell.

use super::Lexicon;

pub(crate) use super::names::{DEMONYMS, GIVEN as GIVEN_NAMES};

/// Verbs that give words to a speaker.
pub static SPEECH_VERBS: Lexicon = Lexicon::new(include_str!("speech_verbs.tsv"));
/// Nouns for speakers without a name.
pub static SOURCES: Lexicon = Lexicon::new(include_str!("sources.tsv"));
/// Words that make no quotation rare.
pub static COMMON_WORDS: Lexicon = Lexicon::new(include_str!("common_words.tsv"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_and_unique() {
        for list in [SPEECH_VERBS, SOURCES, COMMON_WORDS] {
            let entries: Vec<&str> = list.entries().collect();
            assert!(entries.windows(2).all(|pair| pair[0].as_bytes() < pair[1].as_bytes()));
        }
    }
}
