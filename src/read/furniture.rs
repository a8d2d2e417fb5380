//! Furniture: the lines of a page that are not the story.
//!
//! Bylines, sharing, newsletters, copyright, menus. A line is furniture only on
//! proof; whatever could be a sentence of the story stays in it.

use std::sync::LazyLock;

use super::contact::{is_address, is_contact};
use super::lines::is_blank;

/// Longest line, in words, that a phrase alone makes furniture. Copyright notices
/// run to thirty; a paragraph that happens to hold such a phrase is longer.
const LONGEST: usize = 45;

/// Longest line, in words, that is a label or a teaser and not a sentence.
const LONGEST_LABEL: usize = 14;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Whole,
    Start,
    Label,
    Colon,
    End,
    Within,
}

static PHRASES: LazyLock<Vec<(&str, Place)>> = LazyLock::new(|| {
    include_str!("../lexicon/furniture.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(phrase, place)| {
            let place = match place {
                "whole" => Place::Whole,
                "start" => Place::Start,
                "label" => Place::Label,
                "colon" => Place::Colon,
                "end" => Place::End,
                "within" => Place::Within,
                _ => return None,
            };
            Some((phrase, place))
        })
        .collect()
});

/// True when the line is furniture wherever it stands.
pub(super) fn is_furniture(line: &str) -> bool {
    let words = line.split_whitespace().count();
    if words > LONGEST {
        return false;
    }
    has_phrase(line, words)
        || is_byline(line)
        || is_credit(line)
        || is_contact(line, words)
        || is_menu(line, words)
        || is_address(line)
        || (words <= LONGEST_LABEL && line.trim_start_matches('(').starts_with('\u{a9}'))
}

fn has_phrase(line: &str, words: usize) -> bool {
    let lower = line.to_lowercase().replace('\u{2019}', "'");
    let line = lower.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '"');
    let bare = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_label = words <= LONGEST_LABEL && !ends_sentence(&lower);
    PHRASES.iter().any(|(phrase, place)| match place {
        Place::Whole => bare == *phrase,
        Place::Start => after(line, phrase).is_some(),
        Place::Label => is_label && after(line, phrase).is_some(),
        Place::Colon => {
            is_label && after(line, phrase).is_some_and(|rest| rest.trim_start().starts_with([':', '|']))
        }
        Place::End => bare
            .strip_suffix(phrase)
            .is_some_and(|before| !before.ends_with(char::is_alphanumeric) && is_one_sentence(before)),
        Place::Within => lower.find(phrase).is_some_and(|at| is_notice(&lower, at)),
    })
}

/// True when no sentence ends in `before`: a paragraph of the story may have a credit after it.
fn is_one_sentence(before: &str) -> bool {
    before.match_indices(". ").all(|(at, _)| {
        let word = before[..at].rsplit([' ', '.']).next().unwrap_or("");
        word.chars().count() <= 2
    })
}

/// True when the line opens as a notice of rights does, or with the phrase at `at` itself.
fn is_notice(line: &str, at: usize) -> bool {
    let opening: Vec<&str> = line.split_whitespace().take(6).collect();
    let is_marked = opening.iter().any(|word| word.contains("copyright") || word.contains('\u{a9}'));
    is_marked || line[..at].split_whitespace().count() <= 4
}

/// What follows `phrase` at the start of `line`, the phrase being whole words.
fn after<'a>(line: &'a str, phrase: &str) -> Option<&'a str> {
    line.strip_prefix(phrase).filter(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\''))
}

/// True when the line ends as a sentence does, closing marks aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    let closing =
        |c: char| is_blank(c) || matches!(c, '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | '\u{bb}');
    line.trim_end_matches(closing).ends_with(['.', '!', '?', '\u{2026}'])
}

/// "By Jane Alder and Tom Reed, Staff Writers".
pub(super) fn is_byline(line: &str) -> bool {
    let Some(names) =
        ["By ", "BY ", "by ", "By: ", "by: ", "BY: "].iter().find_map(|by| line.strip_prefix(by))
    else {
        return false;
    };
    let words: Vec<&str> = names.split_whitespace().collect();
    let first = words.first().map_or("", |word| word.trim_end_matches([',', ':', ';', '.']));
    (1..=14).contains(&words.len())
        && !CALENDAR.contains(&first.to_lowercase().as_str())
        && !names.contains(|c: char| c.is_ascii_digit())
        && first.starts_with(char::is_uppercase)
        && words.iter().all(|word| is_of_a_name(word))
        && words.iter().any(|word| word.starts_with(char::is_uppercase) && word.len() > 2)
}

/// "With Jane R. Alder", "Contributing: Tom Reed".
fn is_credit(line: &str) -> bool {
    let Some(names) = line.strip_prefix("With ") else { return false };
    let words: Vec<&str> = names.split_whitespace().collect();
    (2..=6).contains(&words.len())
        && words.iter().all(|word| word.starts_with(char::is_uppercase) || *word == "and")
        && words.iter().any(|word| is_initial(word) || *word == "and")
        && !ends_sentence(line)
}

fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next() == Some('.') && chars.next().is_none()
}

/// Words that make "By Friday" the start of a sentence.
const CALENDAR: [&str; 24] = [
    "april",
    "august",
    "christmas",
    "day",
    "december",
    "easter",
    "february",
    "friday",
    "january",
    "july",
    "june",
    "march",
    "may",
    "midnight",
    "monday",
    "night",
    "noon",
    "november",
    "october",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "tuesday",
];

/// Small words inside the names and titles of a byline.
const NAME_WORDS: [&str; 26] = [
    "&",
    "al",
    "and",
    "at",
    "bin",
    "correspondent",
    "da",
    "de",
    "del",
    "der",
    "di",
    "du",
    "editor",
    "for",
    "in",
    "la",
    "of",
    "reporter",
    "special",
    "staff",
    "the",
    "to",
    "van",
    "von",
    "with",
    "writer",
];

fn is_of_a_name(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&');
    bare.is_empty()
        || bare.starts_with(char::is_uppercase)
        || NAME_WORDS.contains(&bare)
        || bare == "writers"
        || bare.contains(".com")
}

/// "iOS | Android", "Leave a note · Share": short entries between bars.
fn is_menu(line: &str, words: usize) -> bool {
    let entries = line.split(['|', '\u{b7}']);
    (line.contains(" | ") || line.contains(" \u{b7} "))
        && words <= 14
        && entries.map(|entry| entry.split_whitespace().count()).max() <= Some(3)
        && !ends_sentence(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_by_its_phrase() {
        for line in [
            "Advertisement",
            "ADVERTISEMENT:",
            "Subscribe",
            "Sign up to our newsletter for more of the same every day",
            "Share this: Facebook",
            "Read more: Mayor resigns over bridge",
            "RELATED: Bus falls into river",
            "VIDEO | Bus falls into river near Marlow",
            "Click here to donate to the fund.",
            "Copyright 2015 The Marlow Post",
            "(\u{a9} 2016 The Marlow Post. All rights reserved.)",
            "Tom Reed contributed to this report.",
            "Bus falls into river playpause",
            "[MOBILE USERS: Click here for the photos]",
            "Follow us on Twitter",
        ] {
            assert!(is_furniture(line), "{line}");
        }
    }

    #[test]
    fn furniture_is_known_by_its_form() {
        for line in [
            "By Jane Alder",
            "By JANE ALDER and Tom de Wit, Staff Writers",
            "By: The Marlow Post",
            "With Jane R. Alder",
            "\u{a9} 2017 Marlow Media Group.",
            "iOS | Android",
        ] {
            assert!(is_furniture(line), "{line}");
        }
    }

    #[test]
    fn sentences_of_a_story_are_not_furniture() {
        for line in [
            "Advertisement spending fell 5 percent.",
            "Subscribers lost $40 each.",
            "Share prices fell to 1,200.",
            "Copyright law protects it for 70 years, the court said.",
            "Comments from the minister drew 3,000 protesters.",
            "Follow the money, the prosecutor told the jury.",
            "Related charges were dropped against five of the men.",
            "By Friday",
            "By Friday night, 14 people had died.",
            "By 2020",
            "By Jane Alder's count, 40 died.",
            "By Monday.",
            "Anyone with information is asked to contact police at 555-010-0199.",
            "Contact with the two boats was lost.",
            "With Paris Burning",
            "Bus falls into river | 12 dead",
            "Video of the crash shows 12 people jumping.",
            "Read the letter, the judge said.",
            "More than 40 people were hurt",
            "67,160",
            "The twelve were freed on Friday. Tom Reed contributed to this report.",
            "The twelve men were freed on Friday. Copyright 2015 Post. All rights reserved.",
            "The plan \u{b7} agreed on Monday by all the twelve parties to the talks \u{b7} failed",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }

    #[test]
    fn the_lexicon_is_sorted_unique_and_whole() {
        let entries: Vec<&str> =
            include_str!("../lexicon/furniture.tsv").lines().filter(|line| !line.starts_with('#')).collect();
        assert!(entries.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(entries.len(), PHRASES.len());
        assert!(entries.iter().all(|entry| entry.to_lowercase() == **entry));
    }
}
