//! The reader of moments: a sentence, the day of publication, and a token at a
//! time. Every kind of expression is tried at the token where its core begins;
//! words that shade it ("early", "last", "the night of") are pulled in after.

use jiff::civil::Date;

use super::{Form, Found};
use crate::language::{Sentence, Tag};
use crate::value::calendar::{day_after, days_between, month_after};
use crate::value::{Extent, Grain, PartOfDay, When};

pub(super) struct Reader<'a> {
    pub sentence: &'a Sentence<'a>,
    pub published: Option<Date>,
}

impl<'a> Reader<'a> {
    /// The moment whose core begins at the token.
    pub fn found_at(&self, at: usize) -> Option<Found> {
        self.weekday(at)
            .or_else(|| self.date_in_figures(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.holiday(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.season(at))
            .or_else(|| self.year_or_decade(at))
    }

    /// The token in lower case; empty beyond the sentence.
    pub fn norm(&self, at: usize) -> &'a str {
        if at < self.sentence.len() { self.sentence.norm(at) } else { "" }
    }

    /// The token `back` places before `at`; empty before the sentence.
    pub fn norm_before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |i| self.norm(i))
    }

    /// True for a token that begins with a capital.
    pub fn is_capitalised(&self, at: usize) -> bool {
        at < self.sentence.len() && self.sentence.surface(at).starts_with(char::is_uppercase)
    }

    /// True for a word that can be a noun, or whose part of speech is unknown.
    pub fn can_be_noun(&self, at: usize) -> bool {
        if at >= self.sentence.len() || !self.norm(at).starts_with(char::is_alphabetic) {
            return false;
        }
        match self.sentence.tag(at) {
            Tag::Noun | Tag::Propn => true,
            // Without a tag, any word but those that tie others together.
            Tag::X => !is_function_word(self.norm(at)),
            Tag::Adj
            | Tag::Adp
            | Tag::Adv
            | Tag::Aux
            | Tag::Cconj
            | Tag::Det
            | Tag::Intj
            | Tag::Num
            | Tag::Part
            | Tag::Pron
            | Tag::Punct
            | Tag::Sconj
            | Tag::Sym
            | Tag::Verb => false,
        }
    }

    /// Takes in the words before a core that shade it: "early Sunday", "the night
    /// of Nov. 2", "mid-May", "around May 11". Never reaches before `floor`.
    pub fn pull_in_words_before(&self, found: &mut Found, floor: usize) {
        let is_day = match found.when.extent {
            Extent::Days { grain, .. } => grain == Grain::Day,
            Extent::Yearless { first, last } => first == last,
            Extent::EitherDay(..) | Extent::Weekday(_) => true,
            Extent::Impossible | Extent::Unplaced => return,
        };
        let start = found.tokens.start;
        // "late on Sunday"
        let joint = usize::from(matches!(self.norm_before(start, 1), "on" | "in"));
        let shade = match self.norm_before(start, 1 + joint) {
            "early" => Some(PartOfDay::Early),
            "late" => Some(PartOfDay::Late),
            "overnight" if is_day => Some(PartOfDay::Overnight),
            // "before dawn Monday"
            "dawn" | "daybreak" if is_day => Some(PartOfDay::Early),
            "midday" if is_day => Some(PartOfDay::Midday),
            _ => None,
        };
        let taken = shade.map(|_| start - 1 - joint).filter(|&i| i >= floor);
        match (shade, taken) {
            (Some(shade), Some(first)) if is_day => {
                found.tokens.start = first;
                found.when.part = Some(match (shade, found.when.part) {
                    (PartOfDay::Early, None | Some(PartOfDay::Morning)) => PartOfDay::Early,
                    (PartOfDay::Late, None | Some(PartOfDay::Night | PartOfDay::Evening)) => PartOfDay::Late,
                    (_, Some(part)) => part,
                    (shade, None) => shade,
                });
            }
            (Some(shade), Some(first)) if joint == 0 || shade == PartOfDay::Late => {
                if let Some(part) = part_of_period(&found.when, shade) {
                    found.tokens.start = first;
                    found.when = part;
                }
            }
            _ => {}
        }
        if is_day
            && found.when.part.is_none()
            && let Some((first, part)) = self.part_told_before(found.tokens.start)
            && first >= floor
        {
            found.tokens.start = first;
            found.when.part = Some(part);
        }
        self.pull_in_part_of_period(found, floor);
        self.pull_in_hedge(found);
    }

    /// "the end of July", "the beginning of 2014".
    fn pull_in_part_of_period(&self, found: &mut Found, floor: usize) {
        let start = found.tokens.start;
        let shade = match (self.norm_before(start, 2), self.norm_before(start, 1)) {
            ("end" | "close", "of") => PartOfDay::Late,
            ("beginning" | "start", "of") => PartOfDay::Early,
            ("middle", "of") => PartOfDay::Midday,
            _ => return,
        };
        if let Some(when) = part_of_period(&found.when, shade).filter(|_| start >= floor + 2) {
            found.tokens.start = start - 2;
            found.when = when;
        }
    }

    /// "the night of", "early in the morning on", "the early hours of".
    fn part_told_before(&self, start: usize) -> Option<(usize, PartOfDay)> {
        let of = start.checked_sub(1).filter(|&i| matches!(self.norm(i), "of" | "on"))?;
        let noun = of.checked_sub(1)?;
        let word = self.norm(noun);
        let part = match word {
            // "the early morning hours of", "the early hours of"
            "hours" => match self.norm_before(noun, 1) {
                "early" | "wee" => PartOfDay::Early,
                "late" => PartOfDay::Late,
                word => part_named(word)?,
            },
            _ => part_named(word)?,
        };
        let mut first = noun;
        let mut part = part;
        while let Some(i) = first.checked_sub(1) {
            match self.norm(i) {
                "early" if part == PartOfDay::Morning => part = PartOfDay::Early,
                "late" if matches!(part, PartOfDay::Night | PartOfDay::Evening) => part = PartOfDay::Late,
                "the" | "early" | "late" | "morning" | "evening" | "in" | "wee" => {}
                _ => break,
            }
            first = i;
        }
        // The article stays outside, as a preposition does.
        while first < noun && matches!(self.norm(first), "the" | "in") {
            first += 1;
        }
        Some((first, part))
    }

    /// "around May 11", "on or about Feb. 5", "circa 1990". A bare "about" hedges
    /// only after a preposition: "a book about 2013" is no date.
    fn pull_in_hedge(&self, found: &mut Found) {
        let start = found.tokens.start;
        let word = self.norm_before(start, 1);
        let before = self.norm_before(start, 2);
        let is_hedge = match word {
            "circa" | "approximately" | "roughly" => true,
            "around" => found.form != Form::Weekday,
            "about" => matches!(before, "or" | "in" | "on" | "since"),
            _ => false,
        };
        if is_hedge {
            found.when.is_hedged = true;
        }
        if self.norm(found.tokens.end) == "or" && self.norm(found.tokens.end + 1) == "so" {
            found.when.is_hedged = true;
        }
    }

    /// Days without a year, put in the year they mean.
    ///
    /// Most often the last one up to publication. A paper gives the year for days
    /// more than eleven months back, and its page may be newer than its date: so
    /// the coming one is meant where it is near and the last one far.
    pub fn in_a_year(&self, first: (i8, i8), last: (i8, i8), at: usize) -> Extent {
        let open = Extent::Yearless { first, last };
        let Some(published) = self.published else { return open };
        let last_of = |year: i16| if last < first { year + 1 } else { year };
        let placed = |year: i16| {
            let start = Date::new(year, first.0, first.1).ok()?;
            let end = Date::new(last_of(year), last.0, 1).ok()?;
            Some((start, end.with().day(last.1.min(end.days_in_month())).build().ok()?))
        };
        let around = published.year() - 8..=published.year() + 8;
        let Some(past) = around.clone().filter_map(placed).rfind(|(start, _)| *start <= published) else {
            return open;
        };
        let coming = around.filter_map(placed).find(|(_, end)| *end >= published);
        let chosen = match coming {
            Some(coming) if self.looks_ahead(at) => coming,
            Some(coming)
                if days_between(past.1, published) > ELEVEN_MONTHS
                    && days_between(published, coming.0) <= A_MONTH =>
            {
                coming
            }
            _ => past,
        };
        let grain = if first == last {
            Grain::Day
        } else if first.0 == last.0 && first.1 == 1 {
            Grain::Month
        } else {
            Grain::Range
        };
        Extent::Days { first: chosen.0, last: chosen.1, grain }
    }
}

/// Days after which a day of the past is given with its year.
const ELEVEN_MONTHS: i32 = 335;
/// Days up to which a coming day is near; a leap day is mostly further off.
const A_MONTH: i32 = 31;

/// "early", "mid" (as midday) or "late" in a month, a year or a decade.
///
/// The parts overlap by a third: to one desk the 11th is early in May, to another
/// it is the middle.
pub(super) fn part_of_period(when: &When, shade: PartOfDay) -> Option<When> {
    let (first, last) = (when.first()?, when.last()?);
    let Extent::Days { grain, .. } = when.extent else { return None };
    let (from, to, grain) = match (grain, shade) {
        (Grain::Month, PartOfDay::Early) => (first, day_after(first, 12), Grain::PartOfMonth),
        (Grain::Month, PartOfDay::Midday) => (day_after(first, 8), day_after(first, 21), Grain::PartOfMonth),
        (Grain::Month, PartOfDay::Late) => (day_after(first, 17), last, Grain::PartOfMonth),
        (Grain::Year, PartOfDay::Early) => (first, day_after(month_after(first, 4), -1), Grain::PartOfYear),
        (Grain::Year, PartOfDay::Midday) => (month_after(first, 3), month_after(first, 9), Grain::PartOfYear),
        (Grain::Year, PartOfDay::Late) => (month_after(first, 7), last, Grain::PartOfYear),
        (Grain::Decade, PartOfDay::Early) => (first, day_after(month_after(first, 48), -1), Grain::Range),
        (Grain::Decade, PartOfDay::Midday) => {
            (month_after(first, 36), day_after(month_after(first, 84), -1), Grain::Range)
        }
        (Grain::Decade, PartOfDay::Late) => (month_after(first, 72), last, Grain::Range),
        (Grain::Season, PartOfDay::Early | PartOfDay::Late | PartOfDay::Midday) => (first, last, grain),
        _ => return None,
    };
    Some(When { is_hedged: true, ..When::days(from, to, grain) })
}

/// The part of the day of that name.
pub(super) fn part_named(word: &str) -> Option<PartOfDay> {
    Some(match word {
        "morning" | "dawn" => PartOfDay::Morning,
        "midday" | "mid-day" => PartOfDay::Midday,
        "afternoon" | "mid-afternoon" => PartOfDay::Afternoon,
        "evening" => PartOfDay::Evening,
        "night" => PartOfDay::Night,
        "overnight" => PartOfDay::Overnight,
        _ => return None,
    })
}

/// Words that tie others together and are never nouns.
pub(super) fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "a" | "about"
            | "after"
            | "an"
            | "and"
            | "are"
            | "as"
            | "at"
            | "before"
            | "but"
            | "by"
            | "during"
            | "for"
            | "from"
            | "had"
            | "has"
            | "have"
            | "he"
            | "her"
            | "his"
            | "if"
            | "in"
            | "into"
            | "is"
            | "it"
            | "its"
            | "near"
            | "of"
            | "on"
            | "or"
            | "outside"
            | "over"
            | "she"
            | "since"
            | "that"
            | "the"
            | "their"
            | "they"
            | "to"
            | "until"
            | "was"
            | "we"
            | "were"
            | "when"
            | "where"
            | "which"
            | "while"
            | "who"
            | "will"
            | "with"
            | "would"
            | "you"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn late_june_and_mid_june_overlap_and_early_june_stays_apart() {
        let june = When::days(date(2014, 6, 1), date(2014, 6, 30), Grain::Month);
        let part = |shade| part_of_period(&june, shade).unwrap();
        let (early, mid, late) = (part(PartOfDay::Early), part(PartOfDay::Midday), part(PartOfDay::Late));
        assert!(mid.last() > late.first());
        assert!(early.last() < late.first());
        assert!(part_of_period(&june, PartOfDay::Overnight).is_none());
    }
}
