//! As-of in a sentence: "as of Tuesday evening", "by Wednesday morning the toll had
//! risen", "police said on Friday".
//!
//! A figure takes the moment of its own clause. What happened "by Friday" is no as-of
//! unless the clause looks back from there ("by Friday 12 had died").

use std::ops::Range;

use super::{Attribution, ClockMention, Moment, Preposition};
use crate::language::{Features, Sentence, Tag};
use crate::value::{AsOf, When};

/// Verbs that tell what a toll has come to: "stood at 41 on Sunday".
const LEVELS: [&str; 15] = [
    "be", "climb", "exceed", "grow", "hit", "increase", "jump", "pass", "reach", "rise", "rose", "stand",
    "surpass", "top", "total",
];

/// The moments and sayings of a sentence that can say for when a figure holds.
#[derive(Debug, Clone, Copy)]
pub struct Clues<'a> {
    /// Its days and periods.
    pub moments: &'a [Moment],
    /// Its times of day.
    pub clocks: &'a [ClockMention],
    /// On whose word its clauses stand.
    pub attributions: &'a [Attribution],
    /// The day of publication, on which a time of day without its day lies.
    pub published: Option<jiff::civil::Date>,
}

/// For when the figure in `tokens` holds; `is_toll` where it is the level of a toll, of
/// which the day of its verb says as much as "as of".
pub fn as_of(sentence: &Sentence, clues: Clues, tokens: &Range<usize>, is_toll: bool) -> Option<AsOf> {
    let anchor = tokens.end - 1;
    let clause = clause(sentence, anchor);
    let in_clause = || clues.moments.iter().filter(|m| clause.contains(&m.tokens.start) && !m.names_event);
    let stated = in_clause().find(|m| match m.preposition {
        Some(Preposition::AsOf) => true,
        Some(Preposition::By) => looks_back(sentence, &clause),
        Some(Preposition::On) | None => is_toll && dates_level(sentence, m, anchor),
        Some(_) => false,
    });
    if let Some(moment) = stated {
        let minute = clock_beside(sentence, clues, &moment.tokens)
            .and_then(|c| c.clock.half_is_known().then(|| c.clock.minutes()));
        return Some(AsOf { when: moment.when.clone(), minute, is_stated: true });
    }
    if let Some(clock) =
        clues.clocks.iter().find(|c| clause.contains(&c.tokens.start) && is_as_of(sentence, c))
        && clock.clock.half_is_known()
    {
        let when = When::day(clues.published?);
        return Some(AsOf { when, minute: Some(clock.clock.minutes()), is_stated: true });
    }
    let told =
        clues.attributions.iter().find(|a| a.clause.contains(&anchor) && !a.source.contains(&anchor))?;
    let day = clues.moments.iter().find(|m| !m.names_event && dates_saying(sentence, m, told))?;
    Some(AsOf { when: day.when.clone(), minute: None, is_stated: false })
}

/// The stretch of the sentence that the token shares with no "but" and no semicolon.
fn clause(sentence: &Sentence, token: usize) -> Range<usize> {
    let parts = |i: &usize| {
        matches!(sentence.norm(*i), ";" | "but" | "while" | "although" | "though" | "whereas")
            || *i > 0 && sentence.norm(*i) == "and" && sentence.norm(*i - 1) == ","
    };
    let start = (0..token).rev().find(parts).map_or(0, |i| i + 1);
    let end = (token + 1..sentence.len()).find(parts).unwrap_or(sentence.len());
    start..end
}

/// "By Friday 12 |had died|", "the toll |has risen|", "|stood| at 41": a state reached,
/// and no plan.
fn looks_back(sentence: &Sentence, clause: &Range<usize>) -> bool {
    let mut tokens = clause.clone();
    let is_plan = clause.clone().any(|i| matches!(sentence.norm(i), "will" | "would" | "could" | "may" | "must" | "should" | "to" if sentence.tag(i) != Tag::Adp));
    let is_state = |i: usize| match sentence.norm(i) {
        "had" | "has" | "have" => sentence.tag(i) == Tag::Aux,
        _ => sentence.tag(i) == Tag::Verb && sentence.lemma(i) != "be" && LEVELS.contains(&sentence.lemma(i)),
    };
    !is_plan && tokens.any(is_state)
}

/// "The toll stood at 43 |on Sunday|", "|on Friday| the ministry put the toll at 41".
fn dates_level(sentence: &Sentence, moment: &Moment, figure: usize) -> bool {
    let tells = |verb: usize| {
        LEVELS.contains(&sentence.lemma(verb))
            || matches!(
                sentence.lemma(verb),
                "put" | "place" | "raise" | "lower" | "revise" | "update" | "bring"
            )
    };
    let head = moment.tokens.clone().filter_map(|t| sentence.head(t)).find(|h| !moment.tokens.contains(h));
    let Some(verb) = head.filter(|&verb| tells(verb)) else { return false };
    sentence.is_under(figure, verb) || moment.tokens.start.abs_diff(figure) <= 2
}

/// "As of |10 p.m.|"
fn is_as_of(sentence: &Sentence, clock: &ClockMention) -> bool {
    let start = clock.tokens.start;
    let skipped = usize::from(start > 0 && matches!(sentence.norm(start - 1), "about" | "around"));
    let Some(of) = start.checked_sub(1 + skipped) else { return false };
    of > 0 && sentence.norm(of) == "of" && sentence.norm(of - 1) == "as"
}

/// "10 p.m. |Monday|", "|Monday| at 10 p.m.": the time told with the day.
fn clock_beside<'a>(sentence: &Sentence, clues: Clues<'a>, day: &Range<usize>) -> Option<&'a ClockMention> {
    let is_link = |i: usize| matches!(sentence.norm(i), "," | "on" | "at" | "around" | "about");
    clues.clocks.iter().find(|c| {
        let (from, to) =
            if c.tokens.end <= day.start { (c.tokens.end, day.start) } else { (day.end, c.tokens.start) };
        from <= to && to - from <= 2 && (from..to).all(is_link)
    })
}

/// "Police said |Friday|", "|on Friday| police said": the day of the saying.
fn dates_saying(sentence: &Sentence, moment: &Moment, told: &Attribution) -> bool {
    if moment.preposition.is_some_and(|p| p != Preposition::On) {
        return false;
    }
    let start = moment.tokens.start - usize::from(moment.preposition.is_some());
    let hangs = moment.tokens.clone().any(|t| sentence.head(t) == Some(told.verb));
    let follows = start == told.verb + 1 && sentence.features(told.verb).has(Features::FINITE);
    // "Police said 12 were hurt Friday": the day of the clause, though the tree may err.
    let is_inside = told.clause.contains(&moment.tokens.start) && moment.tokens.start > told.verb;
    follows || hangs && !is_inside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::mention::figure::figures;
    use crate::mention::{attributions, clocks, moments, test_article};
    use jiff::civil::date;

    /// For when the first figure of the text holds; the article is of Wednesday, 9 June 2021.
    fn read(text: &str) -> Option<(String, bool)> {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let sentence = annotated.sentence(0);
        let published = Some(date(2021, 6, 9));
        let (moments, clocks) = (moments(&sentence, published), clocks(&sentence));
        let attributions = attributions(&sentence);
        let clues = Clues { moments: &moments, clocks: &clocks, attributions: &attributions, published };
        let figure = figures(&sentence).into_iter().next()?;
        as_of(&sentence, clues, &figure.tokens, false).map(|a| (a.when.to_string(), a.is_stated))
    }

    #[test]
    fn a_figure_holds_for_the_day_that_its_clause_states() {
        for (text, day) in [
            ("As of Tuesday evening, 15 people had been killed.", "8 June 2021, evening"),
            ("By Tuesday night 27 people had been killed.", "8 June 2021, night"),
            ("As of 10 p.m., 15 people had been killed.", "9 June 2021"),
        ] {
            assert_eq!(read(text), Some((day.to_owned(), true)), "{text}");
        }
        let said = "Police said on Tuesday that 15 people were killed.";
        assert_eq!(read(said), Some(("8 June 2021".to_owned(), false)));
    }

    #[test]
    fn the_day_of_the_event_a_plan_and_another_clause_say_nothing() {
        for text in [
            "15 people were killed on Tuesday.",
            "Police said 15 people were killed on Tuesday.",
            "By Friday 27 people will have been moved.",
            "As of Tuesday the road was closed, but 15 people were killed.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
