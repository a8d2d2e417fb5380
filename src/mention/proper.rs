//! Proper words: the capitalised words of an article that belong to no person's name.
//!
//! Each occurrence keeps what tells which thing it names: the words of the name at its
//! sides, the common noun for the sort of place, the names it is listed with.

use std::collections::BTreeSet;
use std::ops::Range;

use super::person::{Cast, Person};
use crate::article::{AnnotatedArticle, Span, ZoneKind};
use crate::language::{NameKind, Sentence, Tag};
use crate::lexicon::names::{self, fold};
use crate::lexicon::{BODIES, NUMBERS, PLACES};

/// One occurrence of a capitalised word.
#[derive(Debug, Clone)]
pub struct ProperWord {
    /// The word, folded.
    pub word: String,
    /// The sentence it stands in.
    pub sentence: usize,
    /// The word.
    pub span: Span,
    /// The whole name it is part of: "Gulf of Aden".
    pub name: Span,
    /// The name's word before it, with what joins them: "gulf of".
    pub before: Option<String>,
    /// The name's word after it.
    pub after: Option<String>,
    /// The common noun for its sort: "village".
    pub sort: Option<&'static str>,
    /// Stands where a place stands.
    pub is_place: bool,
    /// Stands before a common noun: "Norwegian sailors".
    pub is_modifier: bool,
    /// The names it is listed with.
    pub company: Vec<String>,
    /// The capital tells that it is a name: running text, not the first word.
    pub is_sure: bool,
}

/// A name whose first noun says what body it is: "Committee to Save the River".
#[derive(Debug, Clone)]
pub struct BodyName {
    /// That noun, folded.
    pub head: String,
    /// The words after it, folded, those that join left out.
    pub rest: Vec<String>,
    /// The sentence it stands in.
    pub sentence: usize,
    /// The whole name.
    pub span: Span,
}

/// The proper words of an article.
#[derive(Debug, Clone, Default)]
pub struct ProperNames {
    /// By place.
    pub words: Vec<ProperWord>,
    /// By place.
    pub bodies: Vec<BodyName>,
    /// Words that the article also writes small.
    pub small: BTreeSet<String>,
}

/// A word of a sentence: hyphenated tokens are one.
struct Word {
    tokens: Range<usize>,
    folded: String,
    is_capital: bool,
}

/// The proper words of an article, people and the spans of `taken` left out.
///
/// A person's name alone before another capital is none: "Harlan Church".
pub fn proper_names(article: &AnnotatedArticle<'_>, cast: &Cast, taken: &[Span]) -> ProperNames {
    let is_counted = |p: &&Person| p.name.given().is_some_and(|g| NUMBERS.contains(&fold(g)));
    let full = cast.people.iter().filter(|p| p.name.is_full() && !is_counted(p)).flat_map(|p| &p.mentions);
    let mut people: Vec<(Span, bool)> = full.map(|m| (m.span, m.tokens.len() > 1)).collect();
    let mut taken: Vec<(Span, bool)> = taken.iter().map(|t| (*t, true)).collect();
    people.sort();
    taken.sort();
    let mut found = ProperNames::default();
    for sentence in article.sentences() {
        let words = words(&sentence);
        let is_title = is_title_case(&sentence, &words, article.zone(&sentence));
        let lower = words.iter().filter(|w| !w.is_capital && w.folded.starts_with(char::is_alphabetic));
        let is_small = |w: &&Word| sentence.surface(w.tokens.start).starts_with(char::is_lowercase);
        found.small.extend(lower.filter(is_small).map(|w| w.folded.clone()));
        let reader = Reader { article, sentence, words: &words, is_title };
        for (at, own) in words.iter().enumerate() {
            if !reader.is_name_word(at) || !tells(&own.folded) {
                continue;
            }
            let span = article.span(&sentence, own.tokens.clone());
            let word = reader.word(at, span);
            let is_person = near(&people, span).any(|(_, is_long)| *is_long || word.after.is_none());
            if !is_person && near(&taken, span).next().is_none() {
                found.words.push(word);
            }
            found.bodies.extend(reader.body(at));
        }
    }
    // A capital that only a headline or the start of a sentence gives is no name.
    let sure: BTreeSet<String> = found.words.iter().filter(|w| w.is_sure).map(|w| w.word.clone()).collect();
    found.words.retain(|w| sure.contains(&w.word));
    found
}

/// The spans that touch `span`; sorted ones of names, which hardly overlap.
fn near(spans: &[(Span, bool)], span: Span) -> impl Iterator<Item = &(Span, bool)> {
    let end = spans.partition_point(|(s, _)| s.start < span.end);
    spans[..end].iter().rev().take(2).filter(move |(s, _)| s.overlaps(span))
}

fn words(sentence: &Sentence<'_>) -> Vec<Word> {
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

/// True where capitals tell nothing.
fn is_title_case(sentence: &Sentence<'_>, words: &[Word], zone: ZoneKind) -> bool {
    let long = words.iter().filter(|w| w.folded.chars().count() > 3);
    let (capital, all) =
        long.fold((0, 0), |(capital, all), w| (capital + usize::from(w.is_capital), all + 1));
    let has_stop = sentence.surface(sentence.len() - 1) == ".";
    match zone {
        ZoneKind::Headline | ZoneKind::Subheading => capital * 3 > all * 2,
        ZoneKind::Body | ZoneKind::Caption | ZoneKind::Furniture => {
            all > 3 && capital * 4 > all * 3 && !has_stop
        }
    }
}

/// What joins the words of a name.
fn joins(word: &str) -> bool {
    matches!(word, "of" | "the" | "for" | "to" | "de" | "du" | "la" | "des" | "del" | "s")
}

struct Reader<'a> {
    article: &'a AnnotatedArticle<'a>,
    sentence: Sentence<'a>,
    words: &'a [Word],
    is_title: bool,
}

impl Reader<'_> {
    /// A capitalised word that is not all capitals.
    fn is_name_word(&self, at: usize) -> bool {
        self.words[at].is_capital && self.text(at).chars().any(char::is_lowercase)
    }

    fn text(&self, at: usize) -> &str {
        &self.sentence.whole_text()[self.sentence.bytes(self.words[at].tokens.clone())]
    }

    fn word(&self, at: usize, span: Span) -> ProperWord {
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
    fn body(&self, at: usize) -> Option<BodyName> {
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
fn tells(folded: &str) -> bool {
    let is_other = names::impersonal(folded).is_some_and(|(kind, can_be_name)| {
        !can_be_name && matches!(kind, names::Impersonal::Function | names::Impersonal::Time)
    });
    !is_other && names::title(folded).is_none() && !NUMBERS.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;

    fn read(text: &str) -> ProperNames {
        let article = crate::read::article("a", None, None, None, text);
        let article = AnnotatedArticle::new(ArticleId(0), &article);
        proper_names(&article, &crate::mention::cast(&article), &[])
    }

    fn word(text: &str, wanted: &str) -> ProperWord {
        let found = read(text).words.into_iter().find(|w| w.word == wanted);
        found.unwrap_or_else(|| panic!("{wanted} in {text}"))
    }

    #[test]
    fn a_word_knows_its_name_and_its_neighbours() {
        let text = "Pirates boarded the ship in the Gulf of Tarsa on Monday.";
        let found = word(text, "tarsa");
        assert_eq!(found.before.as_deref(), Some("gulf of"));
        assert_eq!(&text[found.name.range()], "Gulf of Tarsa");
        assert_eq!(&text[found.span.range()], "Tarsa");
    }

    #[test]
    fn a_common_noun_tells_the_sort() {
        for text in [
            "Rain fell on the village of Tarsa overnight.",
            "The worst hit villages were identified as Melk, Tarsa and Ostan.",
            "The villages of Tarsa and Ostan were flooded.",
            "Officials in the Tarsa village council met.",
        ] {
            assert_eq!(word(text, "tarsa").sort, Some("village"), "{text}");
        }
        assert_eq!(word("Rain fell on Tarsa as village elders met.", "tarsa").sort, None);
    }

    #[test]
    fn a_list_keeps_its_names_together() {
        let found = word("The villages of Melk, Tarsa and Ostan were flooded.", "tarsa");
        assert_eq!(found.company, ["melk", "ostan"]);
    }

    #[test]
    fn the_first_word_of_a_sentence_is_not_sure() {
        assert!(read("Tarsa lies in the north.").words.is_empty());
        assert!(word("They went to Tarsa.", "tarsa").is_sure);
    }

    #[test]
    fn a_body_is_read_from_its_head() {
        let found = read("She ran the Committee to Save the Karsa River for a year.").bodies;
        assert_eq!(found[0].head, "committee");
        assert_eq!(found[0].rest, ["save", "karsa", "river"]);
    }
}
