//! What the words around a capitalised word tell: the name it is part of, the sort of
//! place, the names it is listed with.
//!
//! Everything is read from one sentence; hyphenated tokens are one word.

use std::ops::Range;

use super::{BodyName, ProperWord};
use crate::article::{AnnotatedArticle, Span};
use crate::language::{NameKind, Sentence, Tag};
use crate::lexicon::names::{self, fold};
use crate::lexicon::{BODIES, NUMBERS, PLACES};

/// A word of a sentence: hyphenated tokens are one.
pub(super) struct Word {
    pub tokens: Range<usize>,
    pub folded: String,
    pub is_capital: bool,
}

pub(super) fn words(sentence: &Sentence<'_>) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let mut end = at + 1;
        while end + 1 < sentence.len()
            && end - at < LONGEST
            && matches!(sentence.surface(end), "-" | "‑")
            && !sentence.has_space_before(end)
            && !sentence.has_space_before(end + 1)
            && sentence.surface(end + 1).chars().all(char::is_alphabetic)
        {
            end += 2;
        }
        let text = &sentence.whole_text()[sentence.bytes(at..end)];
        let is_plain = |c: char| c.is_alphabetic() || matches!(c, '-' | '‑' | '\'' | '’' | '.');
        let is_capital = text.starts_with(char::is_uppercase)
            && text.chars().nth(1).is_some()
            && text.chars().all(is_plain);
        words.push(Word { tokens: at..end, folded: fold(text), is_capital });
        at = end;
    }
    words
}

/// What joins the words of a name.
fn joins(word: &str) -> bool {
    matches!(word, "of" | "the" | "for" | "to" | "de" | "du" | "la" | "des" | "del" | "s")
}

pub(super) struct Reader<'a> {
    pub article: &'a AnnotatedArticle<'a>,
    pub sentence: Sentence<'a>,
    pub words: &'a [Word],
    pub is_title: bool,
}

impl Reader<'_> {
    /// A capitalised word that is not all capitals.
    pub(super) fn is_name_word(&self, at: usize) -> bool {
        self.words[at].is_capital && self.text(at).chars().any(char::is_lowercase)
    }

    fn text(&self, at: usize) -> &str {
        &self.sentence.whole_text()[self.sentence.bytes(self.words[at].tokens.clone())]
    }

    pub(super) fn word(&self, at: usize, span: Span) -> ProperWord {
        let (before, sort_before) = self.before(at);
        let (after, sort_after) = self.after(at);
        let name = self.name(at);
        let (company, sort_of_list) = self.company(at);
        let is_first =
            self.words[..at].iter().rev().take(LONGEST).all(|w| !w.folded.starts_with(char::is_alphanumeric))
                || at > 0 && matches!(self.words[at - 1].folded.as_str(), ":" | "\"" | "“" | "``");
        ProperWord {
            word: self.words[at].folded.clone(),
            sentence: self.sentence.number(),
            span,
            name: self.article.span(&self.sentence, self.tokens(name.clone())),
            is_place: self.is_place(at, &name),
            is_modifier: self.is_modifier(at),
            before,
            after,
            sort: sort_after.or(sort_before).or(sort_of_list),
            company,
            is_sure: !is_first && !self.is_title,
        }
    }

    fn tokens(&self, words: Range<usize>) -> Range<usize> {
        self.words[words.start].tokens.start..self.words[words.end - 1].tokens.end
    }

    /// The word of the name before, or the common noun: "|Gulf| of Aden", "the |village| of Aden".
    fn before(&self, at: usize) -> (Option<String>, Option<&'static str>) {
        let mut first = at;
        while first > 0 && at - first < 2 && joins(&self.words[first - 1].folded) {
            first -= 1;
        }
        let Some(word) = first.checked_sub(1).map(|i| &self.words[i]) else { return (None, None) };
        if word.is_capital {
            let joined: Vec<&str> = self.words[first - 1..at].iter().map(|w| w.folded.as_str()).collect();
            // "Anna |Karsa|" is a person, whoever she is.
            let is_name = tells(&word.folded) && !(first == at && names::is_given(&word.folded));
            return (is_name.then(|| joined.join(" ")), sort(&word.folded));
        }
        let is_said_of_it = first == at || self.words[first].folded == "of";
        (None, sort(self.sentence.lemma(word.tokens.start)).filter(|_| is_said_of_it))
    }

    /// The word of the name after, or the common noun: "Aden |province|".
    fn after(&self, at: usize) -> (Option<String>, Option<&'static str>) {
        let Some(word) = self.words.get(at + 1) else { return (None, None) };
        let (word, joint) = match word.folded.as_str() {
            "s" => match self.words.get(at + 2) {
                Some(next) => (next, "s "),
                None => return (None, None),
            },
            _ => (word, ""),
        };
        if word.is_capital {
            let is_last = self.words.get(at + 2).is_none_or(|w| !w.is_capital);
            let is_family = joint.is_empty() && is_last && names::is_family(&word.folded);
            let is_name = tells(&word.folded) && !is_family;
            return (is_name.then(|| format!("{joint}{}", word.folded)), sort(&word.folded));
        }
        (None, sort(&word.folded).filter(|_| joint.is_empty()))
    }

    /// The words of the name around: capitals and what joins them.
    fn name(&self, at: usize) -> Range<usize> {
        let (mut first, mut end) = (at, at + 1);
        loop {
            let mut next = first;
            while next > 0 && first - next < 2 && joins(&self.words[next - 1].folded) {
                next -= 1;
            }
            match next.checked_sub(1) {
                Some(i) if self.continues(i) && at - i < LONGEST => first = i,
                Some(_) | None => break,
            }
        }
        loop {
            let mut next = end;
            while next < self.words.len() && next - end < 2 && joins(&self.words[next].folded) {
                next += 1;
            }
            match self.words.get(next) {
                Some(_) if self.continues(next) && next - at < LONGEST => end = next + 1,
                Some(_) | None => break,
            }
        }
        first..end
    }

    fn continues(&self, at: usize) -> bool {
        self.words[at].is_capital && tells(&self.words[at].folded)
    }

    fn is_place(&self, at: usize, name: &Range<usize>) -> bool {
        let token = self.words[at].tokens.start;
        if self.sentence.name_at(token).is_some_and(|n| n.kind == NameKind::Place) {
            return true;
        }
        let before = name.start.checked_sub(1).map_or("", |i| self.words[i].folded.as_str());
        let is_within = matches!(
            before,
            "in" | "at" | "near" | "off" | "outside" | "inside" | "around" | "across" | "toward" | "towards"
        );
        let after = |n: usize| self.words.get(name.end + n).map_or("", |w| w.folded.as_str());
        let is_of_state = after(0) == ","
            && (names::country(after(1)).is_some()
                || names::impersonal(after(1)).is_some_and(|(kind, _)| kind == names::Impersonal::Place));
        is_within || is_of_state
    }

    /// "26 |Norwegian| sailors".
    fn is_modifier(&self, at: usize) -> bool {
        let Some(next) = self.words.get(at + 1) else { return false };
        let token = next.tokens.start;
        !next.is_capital
            && matches!(self.sentence.tag(token), Tag::Noun | Tag::Adj)
            && self.sentence.surface(token).starts_with(char::is_lowercase)
    }

    /// The names of its list, and the common noun for all: "the |villages| of A, B and C".
    fn company(&self, at: usize) -> (Vec<String>, Option<&'static str>) {
        let is_joint = |i: usize| matches!(self.words[i].folded.as_str(), "," | "and" | "or" | "&");
        let (mut first, mut company) = (at, Vec::new());
        while first >= 2 && company.len() < LONGEST && is_joint(first - 1) {
            let mut i = first - 1;
            while i > 0 && first - i < 3 && is_joint(i) {
                i -= 1;
            }
            if !self.words[i].is_capital {
                break;
            }
            company.push(self.words[i].folded.clone());
            first = i;
        }
        let mut last = at;
        while last + 2 < self.words.len() && company.len() < 2 * LONGEST && is_joint(last + 1) {
            let mut i = last + 1;
            while i + 1 < self.words.len() && i - last < 3 && is_joint(i) {
                i += 1;
            }
            if !self.words[i].is_capital {
                break;
            }
            company.push(self.words[i].folded.clone());
            last = i;
        }
        if company.is_empty() {
            return (company, None);
        }
        let is_end = |i: &usize| matches!(self.words[*i].folded.as_str(), "," | ";" | ":" | "." | "\"");
        let before = (first.saturating_sub(REACH)..first).rev().take_while(|i| !is_end(i));
        let noun = |i: usize| match self.words[i].is_capital {
            true => None,
            false => sort(self.sentence.lemma(self.words[i].tokens.start)),
        };
        let found = before.map(noun).find(Option::is_some).flatten();
        (company, found)
    }

    /// The name of a body that begins with this noun.
    pub(super) fn body(&self, at: usize) -> Option<BodyName> {
        let head = &self.words[at];
        if !BODIES.contains(&head.folded) || self.is_title {
            return None;
        }
        if !matches!(self.words.get(at + 1)?.folded.as_str(), "to" | "for" | "of") {
            return None;
        }
        let mut end = at + 1;
        loop {
            let joined = self.words[end..].iter().take_while(|w| joins(&w.folded)).count();
            match self.words.get(end + joined) {
                Some(word) if word.is_capital && joined < 3 && end - at < LONGEST => end += joined + 1,
                Some(_) | None => break,
            }
        }
        let name = at..end;
        let rest: Vec<String> = self.words[at + 1..name.end]
            .iter()
            .filter(|w| !joins(&w.folded))
            .map(|w| w.folded.clone())
            .collect();
        let span = self.article.span(&self.sentence, self.tokens(name));
        (rest.len() > 1).then(|| BodyName {
            head: head.folded.clone(),
            rest,
            sentence: self.sentence.number(),
            span,
        })
    }
}

/// Most words of a name on each side, and most names of a list: longer ones are
/// tables and headlines.
const LONGEST: usize = 12;

/// Words between a list and the noun that says what it lists. Five covers "villages
/// were identified as"; farther off another noun stands nearer.
const REACH: usize = 5;

fn sort(word: &str) -> Option<&'static str> {
    PLACES.get(word)
}

/// Part of a name, and not a day, a title or a capital that the sentence gives.
pub(super) fn tells(folded: &str) -> bool {
    let is_other = names::impersonal(folded).is_some_and(|(kind, can_be_name)| {
        !can_be_name && matches!(kind, names::Impersonal::Function | names::Impersonal::Time)
    });
    !is_other && names::title(folded).is_none() && !NUMBERS.contains(folded)
}
