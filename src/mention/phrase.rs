//! Noun phrases beside a verb: who is meant by the words before or after "said".
//!
//! They are read from closed word classes, capitals and, where the sentence has
//! them, tags; marked-off tokens (quotations) end every phrase.

use std::ops::Range;

use crate::language::{Sentence, Tag};
use crate::lexicon::speech::{COMMON_WORDS, SOURCES, SPEECH_VERBS};

/// Longest noun phrase, in tokens, without what is set off by commas.
const LONGEST: usize = 16;

/// Most stretches between commas that describe one speaker: name, age, post, place.
const MOST_STRETCHES: usize = 4;

const DETERMINERS: [&str; 29] = [
    "a", "all", "an", "another", "any", "both", "each", "every", "her", "his", "its", "many", "most", "my",
    "no", "one", "other", "our", "several", "some", "such", "the", "their", "these", "this", "those",
    "three", "two", "your",
];

const PRONOUNS: [&str; 9] = ["everyone", "he", "it", "one", "she", "somebody", "someone", "they", "who"];

/// Words for a day or hour, which stand beside a speaker without being part of it.
const TIMES: [&str; 16] = [
    "earlier",
    "friday",
    "last",
    "later",
    "monday",
    "night",
    "saturday",
    "sunday",
    "thursday",
    "today",
    "tomorrow",
    "tonight",
    "tuesday",
    "wednesday",
    "week",
    "yesterday",
];

/// A sentence with the tokens that belong to quotations marked off.
#[derive(Clone, Copy)]
pub(super) struct Phrases<'a> {
    pub sentence: Sentence<'a>,
    /// True for each token inside a quotation or being one of its marks.
    pub masked: &'a [bool],
}

impl Phrases<'_> {
    pub fn is_masked(&self, token: usize) -> bool {
        self.masked.get(token).copied().unwrap_or(false)
    }

    pub fn is_word(&self, token: usize, words: &[&str]) -> bool {
        token < self.sentence.len() && !self.is_masked(token) && words.contains(&self.sentence.norm(token))
    }

    pub fn is_pronoun(&self, token: usize) -> bool {
        self.is_word(token, &PRONOUNS) && !self.is_acronym(token)
    }

    /// "WHO", "US": letters that are all capitals.
    pub fn is_acronym(&self, token: usize) -> bool {
        let surface = self.sentence.surface(token);
        surface.len() > 1 && surface.chars().all(|c| c.is_uppercase() || c == '.')
    }

    pub fn is_time(&self, token: usize) -> bool {
        self.is_word(token, &TIMES)
    }

    pub fn is_capitalised(&self, token: usize) -> bool {
        self.sentence.surface(token).chars().next().is_some_and(char::is_uppercase)
    }

    fn is_determiner(&self, token: usize) -> bool {
        DETERMINERS.binary_search(&self.sentence.norm(token)).is_ok()
    }

    /// True for the words a noun phrase is made of, but for its articles and
    /// prepositions.
    fn is_nominal(&self, token: usize) -> bool {
        let (sentence, norm) = (self.sentence, self.sentence.norm(token));
        if self.is_masked(token) || self.is_time(token) {
            return false;
        }
        if matches!(norm, "'s" | "'" | "-" | "&") {
            return token > 0 && !self.is_masked(token - 1);
        }
        if !norm.starts_with(char::is_alphanumeric) {
            return false;
        }
        if self.is_acronym(token) {
            return true;
        }
        let is_function = COMMON_WORDS.get(norm) == Some("function");
        match sentence.tag(token) {
            Tag::Noun | Tag::Propn | Tag::Num => !is_function || self.is_capitalised(token) && token > 0,
            Tag::Adj => true,
            Tag::Verb => {
                let ends_compound = token > 0 && sentence.norm(token - 1) == "-";
                let begins_compound = token + 1 < sentence.len() && sentence.norm(token + 1) == "-";
                ends_compound || begins_compound || self.is_capitalised(token) && token > 0
            }
            Tag::X => {
                !is_function
                    && (self.is_capitalised(token)
                        || SPEECH_VERBS.get(norm).is_none_or(|n| n.contains("noun")))
            }
            _ => self.is_capitalised(token) && token > 0 && !is_function,
        }
    }

    fn is_source_noun(&self, token: usize) -> bool {
        !self.is_masked(token) && SOURCES.contains(self.sentence.norm(token))
    }

    /// True when a preposition at `token` carries a noun phrase on: "the head of",
    /// "a spokesman for", "one woman in".
    fn carries_on(&self, token: usize) -> bool {
        let before = token.checked_sub(1);
        let Some(before) = before.filter(|&t| !self.is_masked(token) && self.is_nominal(t)) else {
            return false;
        };
        match self.sentence.norm(token) {
            "of" => true,
            "for" => !self.is_time(token + 1),
            "in" | "at" | "from" | "with" => self.is_source_noun(before) && !self.is_capitalised(before),
            "and" => {
                self.is_capitalised(before)
                    && token + 1 < self.sentence.len()
                    && self.is_capitalised(token + 1)
            }
            _ => false,
        }
    }

    /// True for the noun of "an idea Ana's brother liked": what follows is a phrase of
    /// its own.
    fn is_bare_noun_before_owner(&self, token: usize) -> bool {
        let next = token + 1;
        next + 1 < self.sentence.len()
            && matches!(self.sentence.norm(next + 1), "'s" | "'")
            && self.is_capitalised(next)
            && !self.is_capitalised(token)
            && !self.is_determiner(token)
            && self.is_nominal(token)
    }

    /// The noun phrase that ends right before the token `end`.
    pub fn before(&self, end: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1)?;
        if self.is_pronoun(last) {
            return Some(last..end);
        }
        if !self.is_nominal(last) {
            return None;
        }
        let mut start = last;
        let floor = end.saturating_sub(LONGEST);
        let mut at = last;
        while at > floor {
            at -= 1;
            if self.is_masked(at) {
                break;
            }
            if self.is_bare_noun_before_owner(at) {
                break;
            }
            if self.is_determiner(at) {
                start = at;
                if at == 0 || !self.carries_on(at - 1) {
                    break;
                }
            } else if self.is_nominal(at) {
                start = at;
            } else if !self.carries_on(at) {
                break;
            }
        }
        (start < end).then_some(start..end)
    }

    /// The noun phrase that begins at the token `start`.
    pub fn after(&self, start: usize) -> Option<Range<usize>> {
        if start >= self.sentence.len() || self.is_masked(start) {
            return None;
        }
        if self.is_pronoun(start) {
            return Some(start..start + 1);
        }
        let mut end = start;
        let ceiling = self.sentence.len().min(start + LONGEST);
        let mut at = start;
        while at < ceiling && !self.is_masked(at) {
            if self.is_nominal(at) {
                end = at + 1;
            } else if !(self.is_determiner(at) && (at == start || self.carries_on(at - 1)))
                && !self.carries_on(at)
            {
                break;
            }
            at += 1;
        }
        (start < end).then_some(start..end)
    }

    /// The noun phrase before `end`, its place taken in: "the bureau in Springfield".
    fn before_with_place(&self, end: usize) -> Option<Range<usize>> {
        let phrase = self.before(end)?;
        let place = phrase.start.checked_sub(1).filter(|&t| self.is_word(t, &["in", "at", "near"]));
        let whole = place
            .and_then(|t| self.before(t))
            .filter(|p| self.is_capitalised(p.end - 1) || self.is_source_noun(p.end - 1));
        Some(whole.map_or(phrase.clone(), |whole| whole.start..phrase.end))
    }

    /// The noun phrase before `end` with what commas set off: "Ana Roe, 40, a baker,".
    pub fn before_with_commas(&self, end: usize) -> Option<Range<usize>> {
        let comma = end.checked_sub(1)?;
        if !self.is_word(comma, &[",", "-", "–", "—", "--", ")"]) {
            return self.before_or_appositive(end);
        }
        let mut stop = comma;
        for _ in 0..MOST_STRETCHES {
            let opener =
                (0..stop).rev().find(|&t| self.is_masked(t) || self.is_word(t, &[",", "–", "—", "--", "("]));
            let opener = opener.filter(|&t| !self.is_masked(t))?;
            if stop - opener > LONGEST || !self.is_description(opener + 1..stop) {
                return None;
            }
            if let Some(phrase) = self.before_with_place(opener) {
                let whole = phrase.start == 0
                    || self.is_masked(phrase.start - 1)
                    || !self.is_word(phrase.start - 1, &[","]);
                if whole || !self.is_description(phrase.clone()) {
                    return Some(phrase.start..comma);
                }
            }
            stop = opener;
        }
        None
    }

    /// "The governor of the province, Ana Roe": the phrase and the one it explains.
    fn before_or_appositive(&self, end: usize) -> Option<Range<usize>> {
        let phrase = self.before_with_place(end)?;
        let comma = phrase.start.checked_sub(1).filter(|&t| self.is_word(t, &[",", "–", "—"]));
        let is_name = (phrase.clone()).all(|t| {
            self.is_capitalised(t)
                || !self.sentence.norm(t).starts_with(char::is_alphabetic)
                || self.sentence.norm(t).len() <= 3
        });
        if let Some(comma) = comma
            && is_name
            && let Some(post) = self.before(comma)
            && post.clone().any(|t| self.is_source_noun(t) && !self.is_capitalised(t))
        {
            return Some(post.start..end);
        }
        Some(phrase)
    }

    /// The noun phrase after `start` with what commas set off.
    pub fn after_with_commas(&self, start: usize) -> Option<Range<usize>> {
        let phrase = self.after(start)?;
        let mut end = phrase.end;
        for _ in 0..MOST_STRETCHES {
            if !self.is_word(end, &[",", "–", "—"]) {
                break;
            }
            let next = (end + 1..self.sentence.len()).find(|&t| {
                self.is_masked(t) || self.is_word(t, &[",", ".", ";", ":", "–", "—", "(", "!", "?"])
            });
            let stop = next.unwrap_or(self.sentence.len());
            let names_somebody =
                (end + 1..stop).any(|t| self.is_source_noun(t) || self.sentence.norm(t).len() == 2);
            let is_set_off = self.is_word(stop, &[","]) && stop - end <= 5;
            let is_name = is_set_off && (end + 1..stop).all(|t| self.is_capitalised(t));
            let opens = end + 1 < stop && (self.is_determiner(end + 1) || names_somebody || is_name);
            if stop - end > LONGEST || !opens || !self.is_description(end + 1..stop) {
                break;
            }
            end = stop;
        }
        Some(phrase.start..end)
    }

    /// True for a stretch that can describe a speaker: a noun phrase, an age, or
    /// "speaking to reporters"; nothing with a finite verb of its own.
    fn is_description(&self, stretch: Range<usize>) -> bool {
        let (Some(first), false) = (stretch.clone().next(), stretch.clone().any(|t| self.is_masked(t)))
        else {
            return false;
        };
        let sentence = self.sentence;
        let norm = sentence.norm(first);
        if norm == "who" || norm.ends_with("ing") && COMMON_WORDS.get(norm).is_none() {
            return true;
        }
        let opens = matches!(norm, "of") || self.is_determiner(first) || self.is_nominal(first);
        let has_finite_verb = stretch.clone().any(|t| {
            let norm = sentence.norm(t);
            matches!(
                norm,
                "is" | "was" | "are" | "were" | "has" | "had" | "have" | "will" | "would" | "and" | "but"
            ) && !(norm == "and" && t > first)
                || matches!(sentence.tag(t), Tag::Verb | Tag::Aux)
                    && !self.is_nominal(t)
                    && !norm.ends_with("ed")
                    && !norm.ends_with("ing")
        });
        opens && !has_finite_verb
    }
}

/// Marks off the tokens of one sentence that stand between double quotation marks,
/// for readers that see only that sentence.
pub(super) fn mask_of(sentence: &Sentence<'_>) -> Vec<bool> {
    let mut masked = vec![false; sentence.len()];
    let mut open: Option<usize> = None;
    let mut floor = 0;
    for token in 0..sentence.len() {
        if !matches!(sentence.norm(token), "\"" | "''" | "``") {
            continue;
        }
        let closes = matches!(sentence.surface(token), "”" | "»");
        match open.take() {
            Some(start) => {
                masked[start..=token].fill(true);
                floor = token + 1;
            }
            // The quotation began in an earlier sentence, if no other did since.
            None if closes && floor == 0 => masked[..=token].fill(true),
            None if closes => {}
            None => open = Some(token),
        }
    }
    if let Some(start) = open {
        masked[start..].fill(true);
    }
    masked
}
