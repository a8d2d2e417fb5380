//! Quotations of an article with their speakers.
//!
//! A quotation is what stands between marks, if somebody says it: titles, nicknames
//! and words held at arm's length are kept, but marked as such. Its speaker stands
//! beside it, before it or after, or is carried over from the quotation it follows.

use std::ops::Range;

use super::attribution::{AttributionKind, Cue, cues};
use super::marks::{Quoted, quoted};
use super::naming::{Introduced, describe, people_named};
use super::phrase::Phrases;
use super::speaker::{Speaker, Tie, fits_pronoun};
use super::tokens::Tokens;
use crate::article::{AnnotatedArticle, Span, ZoneKind};

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The words inside the marks.
    pub span: Span,
    /// The words with their marks.
    pub outer: Span,
    /// The sentences over which it runs.
    pub sentences: Range<usize>,
    /// The part of it in each of these sentences; never empty.
    pub parts: Vec<Span>,
    /// Where the article has it.
    pub zone: ZoneKind,
    /// Whether somebody says it.
    pub sort: QuotationSort,
    /// Who says it, where the text lets us know.
    pub speaker: Option<Speaker>,
    /// How it is introduced, where a verb stands beside it.
    pub manner: Option<AttributionKind>,
}

/// Whether the words between marks are somebody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QuotationSort {
    /// Words that somebody said or wrote.
    Utterance,
    /// A title, a nickname, a name.
    Name,
    /// A word or two that no one is said to have said: a so-called "gift".
    Scare,
}

/// The quotations of an article, in order.
pub fn quotations(article: &AnnotatedArticle<'_>) -> Vec<Quotation> {
    let tokens = Tokens::new(article);
    let found = quoted(&tokens);
    let masks = masks(&tokens, &found);
    let reader = Reader { introduced: Introduced::read(&tokens, &masks), masks, tokens };
    let mut read: Vec<Quotation> = Vec::new();
    for (number, &quoted) in found.iter().enumerate() {
        let quotation = reader.quotation(quoted, number, &found, &read);
        read.push(quotation);
    }
    read
}

/// True when the span lies inside one of the quotations, which are in order.
pub fn is_quoted(quotations: &[Quotation], span: Span) -> bool {
    let after = quotations.partition_point(|q| q.outer.start <= span.start);
    after > 0 && quotations[after - 1].outer.contains(span)
}

/// For each sentence, which tokens are quoted or are marks of a quotation.
fn masks(tokens: &Tokens<'_>, found: &[Quoted]) -> Vec<Vec<bool>> {
    let mut masks: Vec<Vec<bool>> = tokens.sentences.iter().map(|s| vec![false; s.len()]).collect();
    for quoted in found {
        for at in quoted.open..quoted.outer_end() {
            let (sentence, token) = tokens.place(at);
            masks[sentence][token] = true;
        }
    }
    masks
}

struct Reader<'a> {
    tokens: Tokens<'a>,
    masks: Vec<Vec<bool>>,
    introduced: Introduced,
}

/// A speaker found beside a quotation.
struct Beside {
    sentence: usize,
    source: Range<usize>,
    manner: Option<AttributionKind>,
}

impl Reader<'_> {
    fn phrases(&self, sentence: usize) -> Phrases<'_> {
        Phrases { sentence: self.tokens.sentences[sentence], masked: &self.masks[sentence] }
    }

    fn describe(&self, sentence: usize, source: Range<usize>, tie: Tie) -> Option<Speaker> {
        describe(&self.tokens, &self.introduced, self.phrases(sentence), source, tie)
    }

    fn quotation(&self, quoted: Quoted, number: usize, all: &[Quoted], earlier: &[Quotation]) -> Quotation {
        let tokens = &self.tokens;
        let (first, _) = tokens.place(quoted.open + 1);
        let (last, _) = tokens.place(quoted.end - 1);
        let parts = (first..=last).map(|sentence| {
            let start = tokens.start_of(sentence).max(quoted.open + 1);
            let end = tokens.start_of(sentence + 1).min(quoted.end);
            tokens.span(start, end)
        });
        let sentence = &tokens.sentences[first];
        let zone = tokens.article.zone(sentence);
        let beside = self.after(quoted).or_else(|| self.before(quoted)).or_else(|| self.label(quoted));
        let manner = beside.as_ref().and_then(|b| b.manner);
        let is_beside = beside.is_some();
        let speaker = match beside {
            Some(beside) => self.speaker(beside, earlier),
            None => self.carried_over(quoted, number, all, earlier),
        };
        let sort = self.sort(quoted, zone, is_beside, speaker.is_some());
        Quotation {
            span: tokens.span(quoted.open + 1, quoted.end),
            outer: tokens.span(quoted.open, quoted.outer_end()),
            sentences: first..last + 1,
            parts: parts.collect(),
            zone,
            sort,
            speaker: if sort == QuotationSort::Utterance { speaker } else { None },
            manner,
        }
    }

    /// "“…,” she said", "“…,” said the mayor", "“…” — Ana Roe".
    fn after(&self, quoted: Quoted) -> Option<Beside> {
        let at = quoted.outer_end();
        if !quoted.is_closed || at >= self.tokens.len() || self.tokens.block(at) != self.tokens.block(at - 1)
        {
            return None;
        }
        let (sentence, first) = self.tokens.place(at);
        let phrases = self.phrases(sentence);
        let first = if phrases.is_word(first, &[","]) { first + 1 } else { first };
        if phrases.is_word(first, &["-", "–", "—", "--"]) {
            let source = phrases.after_with_commas(first + 1)?;
            let ends = source.end >= phrases.sentence.len() || phrases.is_word(source.end, &[".", ","]);
            return (ends && phrases.is_capitalised(source.start)).then_some(Beside {
                sentence,
                source,
                manner: None,
            });
        }
        let cue = cues(phrases).into_iter().find(|cue| cue.start() == first)?;
        Some(Beside { sentence, source: cue.source, manner: Some(cue.kind) })
    }

    /// "She said: “…”", "called it a “…”", "said the river was “…”".
    fn before(&self, quoted: Quoted) -> Option<Beside> {
        let (sentence, open) = self.tokens.place(quoted.open);
        let phrases = self.phrases(sentence);
        let all = cues(phrases);
        let before = all.iter().rev().find(|cue| cue.end() <= open && !self.is_spent(phrases, cue, open));
        let after = || all.iter().find(|cue| cue.start() > open && cue.kind == AttributionKind::AccordingTo);
        let cue = before.or_else(after)?;
        Some(Beside { sentence, source: cue.source.clone(), manner: Some(cue.kind) })
    }

    /// True when the cue belongs to an earlier quotation: "“…,” she said. “…”" is
    /// one sentence to a reader of marks only.
    fn is_spent(&self, phrases: Phrases<'_>, cue: &Cue, open: usize) -> bool {
        let follows_quotation = cue.start() > 0 && phrases.is_masked(cue.start() - 1);
        let between = cue.end()..open;
        let ends = between.clone().any(|t| phrases.is_word(t, &[".", ";", "?", "!"]));
        ends || follows_quotation && between.len() <= 1 && !phrases.is_word(open - 1, &[",", ":"])
    }

    /// "Ministry: “…”", as in headlines.
    fn label(&self, quoted: Quoted) -> Option<Beside> {
        let (sentence, open) = self.tokens.place(quoted.open);
        let phrases = self.phrases(sentence);
        let colon = open.checked_sub(1).filter(|&t| phrases.is_word(t, &[":"]))?;
        let source = phrases.before(colon).filter(|s| s.start == 0)?;
        Some(Beside { sentence, source, manner: None })
    }

    fn speaker(&self, beside: Beside, earlier: &[Quotation]) -> Option<Speaker> {
        let Beside { sentence, source, .. } = beside;
        if source.len() != 1 || !self.phrases(sentence).is_pronoun(source.start) {
            return self.describe(sentence, source, Tie::Stated);
        }
        let pronoun = self.tokens.sentences[sentence].norm(source.start);
        if !matches!(pronoun, "he" | "she") {
            return None;
        }
        let at = self.tokens.start_of(sentence) + source.start;
        self.antecedent(sentence, at, earlier)
    }

    /// Whom "he" or "she" means. In the same sentence or the two before, somebody who
    /// is said to speak goes before somebody who is named, and the nearest sentence
    /// before the others; after them, the last speaker of a quotation.
    fn antecedent(&self, sentence: usize, at: usize, earlier: &[Quotation]) -> Option<Speaker> {
        let pronoun = self.tokens.norm(at);
        let fits = |speaker: &Speaker| fits_pronoun(speaker, pronoun);
        let last = earlier.iter().rev().find_map(|q| q.speaker.clone().map(|s| (q.sentences.end - 1, s)));
        let last = last.filter(|(number, speaker)| number + 4 >= sentence && fits(speaker));
        let near = (sentence.saturating_sub(2)..=sentence).rev().find_map(|number| {
            let quoted =
                last.as_ref().filter(|(spoken, _)| *spoken == number).map(|(_, speaker)| speaker.clone());
            quoted
                .or_else(|| self.speaker_in(number, at).filter(fits))
                .or_else(|| self.named_in(number, at, &fits))
        });
        let speaker = near.or(last.map(|(_, speaker)| speaker))?;
        Some(Speaker { tie: Tie::Pronoun, ..speaker })
    }

    /// Who is said to speak in the sentence, before the token.
    fn speaker_in(&self, number: usize, before: usize) -> Option<Speaker> {
        let (phrases, start) = (self.phrases(number), self.tokens.start_of(number));
        let said = cues(phrases).into_iter().filter(|cue| start + cue.source.end <= before);
        said.rev().find_map(|cue| self.describe(number, cue.source, Tie::Pronoun))
    }

    /// The first person named in the sentence, before the token, whom the pronoun fits.
    fn named_in(&self, number: usize, before: usize, fits: &impl Fn(&Speaker) -> bool) -> Option<Speaker> {
        let start = self.tokens.start_of(number);
        let named = people_named(self.phrases(number), &self.introduced).into_iter();
        named
            .filter(|name| start + name.end <= before)
            .filter_map(|name| self.describe(number, name, Tie::Pronoun))
            .find(fits)
    }

    /// The speaker of the quotation before, if this one follows it: in the same
    /// sentence, in the same paragraph with nothing said in between by another, or as
    /// a paragraph of its own.
    fn carried_over(
        &self,
        quoted: Quoted,
        number: usize,
        all: &[Quoted],
        earlier: &[Quotation],
    ) -> Option<Speaker> {
        let before = earlier.last()?;
        let previous = all[number.checked_sub(1)?];
        let (tokens, end) = (&self.tokens, previous.outer_end());
        let (sentence, open) = tokens.place(quoted.open);
        let is_one_sentence = tokens.place(end - 1).0 == sentence;
        let is_one_block = tokens.block(end - 1) == tokens.block(quoted.open);
        let is_next_block = tokens.block(end - 1) + 1 == tokens.block(quoted.open);
        let starts_sentence = open == 0;
        let starts_block = quoted.open == 0 || tokens.block(quoted.open - 1) != tokens.block(quoted.open);
        let follows = is_one_sentence
            || is_one_block && starts_sentence && quoted.open <= end + 25
            || is_next_block && starts_block && self.ends_block(quoted);
        let speaker = before.speaker.clone().filter(|_| follows && before.zone == ZoneKind::Body)?;
        let tie = if is_one_sentence { speaker.tie } else { Tie::Inherited };
        Some(Speaker { tie, ..speaker })
    }

    fn ends_block(&self, quoted: Quoted) -> bool {
        let end = quoted.outer_end();
        end >= self.tokens.len() || self.tokens.block(end) != self.tokens.block(end - 1)
    }

    fn sort(&self, quoted: Quoted, zone: ZoneKind, is_beside: bool, has_speaker: bool) -> QuotationSort {
        let tokens = &self.tokens;
        let inside = quoted.open + 1..quoted.end;
        let words: Vec<&str> = inside
            .clone()
            .map(|t| tokens.surface(t))
            .filter(|w| w.starts_with(char::is_alphabetic))
            .collect();
        let is_capital = |w: &&str| w.starts_with(char::is_uppercase) || w.len() <= 3;
        let ends_clause =
            inside.clone().last().is_some_and(|t| matches!(tokens.norm(t), "." | "," | "!" | "?" | "..."));
        let named = quoted.open > 0 && self.introduces_name(quoted.open - 1);
        let title_case = words.len() > 1
            && words.iter().all(is_capital)
            && !matches!(zone, ZoneKind::Headline | ZoneKind::Subheading);
        let starts_capital = words.first().is_some_and(|w| w.starts_with(char::is_uppercase));
        let few = words.len() <= 4;
        if words.is_empty() || named && few || few && title_case && !(ends_clause && is_beside) {
            return QuotationSort::Name;
        }
        if words.len() == 1 && starts_capital && !ends_clause {
            return QuotationSort::Name;
        }
        if is_beside || words.len() > 4 || has_speaker && ends_clause {
            return QuotationSort::Utterance;
        }
        QuotationSort::Scare
    }

    /// "Nicknamed", "known as the", "a song called".
    fn introduces_name(&self, before: usize) -> bool {
        let tokens = &self.tokens;
        let skip = before > 0 && matches!(tokens.norm(before), "the" | "," | "a");
        let before = if skip { before - 1 } else { before };
        let is_known_as =
            tokens.norm(before) == "as" && before > 0 && matches!(tokens.norm(before - 1), "known" | "to");
        is_known_as
            || matches!(
                tokens.norm(before),
                "nicknamed"
                    | "dubbed"
                    | "titled"
                    | "entitled"
                    | "named"
                    | "aka"
                    | "a.k.a."
                    | "so-called"
                    | "song"
                    | "album"
                    | "book"
                    | "film"
                    | "movie"
                    | "show"
                    | "novel"
                    | "series"
                    | "nickname"
                    | "program"
            )
    }
}

#[cfg(test)]
mod tests;
