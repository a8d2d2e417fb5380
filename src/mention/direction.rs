//! Which way places lie, as a sentence says it.
//!
//! "Karsa, 40 kilometers south of Oslo", "the northern town of Karsa", "Karsa in
//! northern Norway". The place must be named: "the island lies south of" is left out.

use std::ops::Range;

use crate::article::{AnnotatedArticle, Span};
use crate::language::{Features, Sentence, Tag};
use crate::lexicon::PLACES;
use crate::lexicon::names::{self, fold};
use crate::value::{Compass, Direction};

/// A place with the way it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectionMention {
    /// The place, folded.
    pub place: String,
    /// The place as printed.
    pub printed: Span,
    /// Which way.
    pub direction: Direction,
    /// The sentence it stands in.
    pub sentence: usize,
    /// The words that say it.
    pub span: Span,
}

/// The directions of an article, by place.
pub fn directions(article: &AnnotatedArticle<'_>) -> Vec<DirectionMention> {
    let mut found = Vec::new();
    for sentence in article.sentences() {
        let reader = Reader { article, sentence };
        for at in 0..sentence.len() {
            let Some((compass, end)) = reader.compass(at) else { continue };
            let read = reader.from(at, end, compass).or_else(|| reader.sort_of(at, end, compass));
            found.extend(read.or_else(|| reader.within(at, end, compass)));
        }
    }
    found
}

struct Reader<'a> {
    article: &'a AnnotatedArticle<'a>,
    sentence: Sentence<'a>,
}

impl Reader<'_> {
    fn norm(&self, at: usize) -> &str {
        if at < self.sentence.len() { self.sentence.norm(at) } else { "" }
    }

    fn is_capital(&self, at: usize) -> bool {
        at < self.sentence.len()
            && self.sentence.surface(at).starts_with(char::is_uppercase)
            && self.sentence.surface(at).chars().any(char::is_lowercase)
    }

    /// The compass word at `at`, written small, and one past it: "south-west" is one.
    fn compass(&self, at: usize) -> Option<(Compass, usize)> {
        if !self.sentence.surface(at).starts_with(char::is_lowercase) {
            return None;
        }
        let is_joined = self.norm(at + 1) == "-" && !self.sentence.has_space_before(at + 1);
        if is_joined && let Some(compass) = Compass::of(&format!("{}{}", self.norm(at), self.norm(at + 2))) {
            return Some((compass, at + 3));
        }
        let is_second = at > 1 && self.norm(at - 1) == "-" && Compass::of(self.norm(at - 2)).is_some();
        Compass::of(self.norm(at)).filter(|_| !is_second && !is_joined).map(|c| (c, at + 1))
    }

    /// The name whose first word is at `start`.
    fn name_from(&self, start: usize) -> Option<Range<usize>> {
        let mut end = start;
        while self.is_capital(end) {
            end += 1;
        }
        (end > start).then_some(start..end)
    }

    /// The name whose last word stands before `end`.
    fn name_before(&self, end: usize) -> Option<Range<usize>> {
        let mut start = end;
        while start > 0 && self.is_capital(start - 1) {
            start -= 1;
        }
        (end > start).then_some(start..end)
    }

    fn folded(&self, tokens: Range<usize>) -> String {
        let words: Vec<String> = tokens.map(|i| fold(self.sentence.surface(i))).collect();
        let end =
            words.len() - usize::from(words.len() > 1 && words.last().is_some_and(|w| PLACES.contains(w)));
        words[..end].join(" ")
    }

    fn mention(&self, place: Range<usize>, direction: Direction, tokens: Range<usize>) -> DirectionMention {
        DirectionMention {
            place: self.folded(place.clone()),
            printed: self.article.span(&self.sentence, place),
            direction,
            sentence: self.sentence.number(),
            span: self.article.span(&self.sentence, tokens),
        }
    }

    /// "Karsa, 40 kilometers |south of Oslo|".
    fn from(&self, at: usize, end: usize, compass: Compass) -> Option<DirectionMention> {
        if self.norm(end) != "of" || compass == Compass::Centre || self.sentence.norm(at).ends_with("ern") {
            return None;
        }
        let from = self.name_from(end + 1)?;
        let place = self.seen_from(at)?;
        let tokens = at..from.end;
        Some(self.mention(place, Direction::From(compass, self.folded(from)), tokens))
    }

    /// The place of which a direction at `at` is told: the name that opens the sentence,
    /// or the one before a comma and a distance.
    fn seen_from(&self, at: usize) -> Option<Range<usize>> {
        let comma = (1..at).rev().find(|&i| self.norm(i) == ",");
        if let Some(comma) = comma
            && let Some(name) = self.name_before(comma)
            && (comma + 1..at).all(|i| self.is_distance(i))
        {
            return Some(name);
        }
        let start = usize::from(self.norm(0) == "the");
        let name = self.name_from(start)?;
        let is_apposed = self.norm(name.end) == ",";
        let is_told = matches!(self.norm(name.end), "is" | "lies" | "sits" | "stands");
        let is_other_verb = |i: usize| {
            self.sentence.tag(i) == Tag::Verb && self.sentence.features(i).has(Features::FINITE)
                || self.sentence.tag(i) == Tag::Aux
        };
        let after = name.end + 1;
        (is_apposed || is_told)
            .then_some(name)
            .filter(|_| after <= at && !(after..at).any(|i| is_other_verb(i) || self.norm(i) == "where"))
    }

    /// A word of "about 40 kilometers (25 miles)".
    fn is_distance(&self, at: usize) -> bool {
        self.sentence.tag(at) == Tag::Num
            || matches!(
                self.norm(at),
                "(" | ")" | "about" | "some" | "just" | "around" | "roughly" | "located" | "-"
            )
            || matches!(self.sentence.lemma(at), "mile" | "kilometer" | "kilometre" | "km")
    }

    /// "the |northern town of Karsa|", "the northern Norwegian town of Karsa".
    fn sort_of(&self, at: usize, end: usize, compass: Compass) -> Option<DirectionMention> {
        let land = names::country(&fold(self.norm(end))).filter(|_| self.is_capital(end));
        let noun = end + usize::from(land.is_some());
        if !PLACES.contains(self.norm(noun)) || self.norm(noun + 1) != "of" {
            return None;
        }
        let name = self.name_from(noun + 2)?;
        let tokens = at..name.end;
        Some(self.mention(name, Direction::Within(compass, land.map(str::to_owned)), tokens))
    }

    /// "|Karsa in northern Norway|", "Karsa, in northern Norway".
    fn within(&self, at: usize, end: usize, compass: Compass) -> Option<DirectionMention> {
        let land = self.name_from(end)?;
        let before = at.checked_sub(1).filter(|&i| self.norm(i) == "in")?;
        let stop = before - usize::from(before > 0 && self.norm(before - 1) == ",");
        let name = self.name_before(stop)?;
        // The name may be a person's: only a place stands after "in" or after its sort.
        let lead = name.start.checked_sub(1).map_or("", |i| self.norm(i));
        let is_place = matches!(lead, "in" | "at" | "near" | "of" | "from")
            && (lead != "of" || name.start > 1 && PLACES.contains(self.norm(name.start - 2)));
        let is_whole = !matches!(self.norm(land.end), "'s" | "’s") || self.norm(land.end).is_empty();
        if !is_place || !is_whole {
            return None;
        }
        let folded = self.folded(land.clone());
        let land_name = names::country(&folded).map_or(folded, str::to_owned);
        Some(self.mention(name.clone(), Direction::Within(compass, Some(land_name)), name.start..land.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;

    fn read(text: &str) -> Vec<(String, Direction, String)> {
        let article = crate::read::article("a", None, None, None, text);
        let article = AnnotatedArticle::new(ArticleId(0), &article);
        let found = directions(&article);
        found.into_iter().map(|m| (m.place, m.direction, text[m.span.range()].to_owned())).collect()
    }

    fn from(compass: &str, place: &str) -> Direction {
        Direction::From(Compass::of(compass).unwrap(), place.to_owned())
    }

    fn within(compass: &str, land: Option<&str>) -> Direction {
        Direction::Within(Compass::of(compass).unwrap(), land.map(str::to_owned))
    }

    #[test]
    fn a_place_is_seen_from_another() {
        for text in [
            "Karsa, located 40 kilometers (25 miles) southeast of Oslo, has a busy port.",
            "Karsa, a quiet town in the hills and 40 kilometers southeast of Oslo, has a port.",
            "Fire broke out in Karsa, about 40 kilometers south-east of Oslo.",
            "Karsa is southeast of Oslo.",
        ] {
            let found = read(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((found[0].0.as_str(), &found[0].1), ("karsa", &from("southeast", "oslo")), "{text}");
        }
    }

    #[test]
    fn a_place_lies_in_a_part_of_a_land() {
        let found = read("Snow fell on the northern town of Karsa.");
        assert_eq!(found, [("karsa".into(), within("north", None), "northern town of Karsa".into())]);
        let found = read("Two people died in Karsa in northern Norway.");
        assert_eq!(
            found,
            [("karsa".into(), within("north", Some("norway")), "Karsa in northern Norway".into())]
        );
        let found = read("Snow fell on the northern Norwegian town of Karsa.");
        assert_eq!(found[0].1, within("north", Some("norway")));
    }

    #[test]
    fn a_place_without_a_name_is_left_out() {
        for text in [
            "The island lies south of Oslo.",
            "They drove south of Oslo and rested.",
            "Police met Anna Karsa in northern Norway.",
            "The suspect fled south.",
            "The South Side of Chicago was quiet.",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
