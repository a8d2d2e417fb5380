//! What stands round a moment: the preposition before it, the noun it belongs
//! to, and whether it is the name of an event.

use super::reader::{Reader, is_function_word};
use super::{Form, Found, Moment, Preposition};
use crate::language::{Relation, Tag};
use crate::mention::clock::ClockMention;
use crate::value::{Extent, Nearness, PartOfDay};

/// The longest way, in tokens, from a date to the noun it modifies. Six holds "the
/// Feb. 5 drive-by shooting" with its hyphens; beyond that a new phrase begins.
const REACH: usize = 6;

/// Completes what was found with its surroundings.
pub(super) fn moment(reader: &Reader<'_>, found: Found, clocks: &[ClockMention]) -> Moment {
    let Found { tokens, mut when, form, weekday_named } = found;
    let modifies = reader.noun_behind(tokens.start, tokens.end);
    let names_event = reader.names_event(tokens.start, tokens.end, modifies, &when.extent);
    let preposition = reader.preposition_before(tokens.start);
    let is_after_or_before = matches!(
        preposition,
        Some(Preposition::After | Preposition::Before | Preposition::Since | Preposition::Of)
    );
    // "the world since September 11"
    let names_event =
        names_event || (is_after_or_before && form == Form::Yearless && is_by_itself_a_name(&when.extent));
    if when.part.is_none() {
        when.part = reader.part_told_by_clock(tokens.start, tokens.end, clocks);
    }
    // "on a Sunday morning": which one is not said.
    let is_any = matches!(reader.norm_before(tokens.start, 1), "a" | "an") && modifies.is_none();
    if let (true, Some(weekday), Form::Weekday) = (is_any, weekday_named, form) {
        when.extent = Extent::Weekday(weekday);
    }
    Moment { tokens, when, form, weekday_named, preposition, modifies, names_event }
}

impl Reader<'_> {
    /// "12:30 a.m. Monday" is early on Monday and "Sunday at 11 p.m." late on Sunday:
    /// the hours in which one night joins two days. Other hours tell no part.
    fn part_told_by_clock(&self, start: usize, end: usize, clocks: &[ClockMention]) -> Option<PartOfDay> {
        let is_link = |i: usize| matches!(self.norm(i), "," | "on" | "at" | "around" | "about" | "(");
        let beside = clocks.iter().find(|c| {
            let (from, to) =
                if c.tokens.end <= start { (c.tokens.end, start) } else { (end, c.tokens.start) };
            from <= to && to - from <= 2 && (from..to).all(is_link)
        })?;
        let clock = beside.clock;
        let is_midnight = clock.minutes() == 0;
        match (clock.half_is_known(), clock.minutes() / 60, clock.nearness) {
            (false, _, _) => None,
            (_, _, Nearness::ShortlyBefore | Nearness::Before) if is_midnight => Some(PartOfDay::Late),
            // "midnight Monday" ends the day to some and begins it to others.
            (_, _, Nearness::Flat | Nearness::About) if is_midnight => Some(PartOfDay::Overnight),
            (_, 0..5, _) => Some(PartOfDay::Early),
            (_, 21..24, _) => Some(PartOfDay::Late),
            _ => None,
        }
    }

    fn preposition_before(&self, start: usize) -> Option<Preposition> {
        let mut at = start;
        while let Some(i) = at.checked_sub(1) {
            at = i;
            let word = self.norm(i);
            return Some(match word {
                "on" => Preposition::On,
                "in" | "within" => Preposition::In,
                "at" => Preposition::At,
                "of" if self.norm_before(i, 1) == "as" => Preposition::AsOf,
                "of" => Preposition::Of,
                "for" => Preposition::For,
                "from" => Preposition::From,
                "since" => Preposition::Since,
                "after" | "following" => Preposition::After,
                "before" => Preposition::Before,
                "until" | "till" => Preposition::Until,
                "by" => Preposition::By,
                "to" if self.norm_before(i, 1) == "prior" => Preposition::Before,
                "to" | "through" => Preposition::To,
                "during" => Preposition::During,
                "between" => Preposition::Between,
                "around" | "about" => Preposition::Around,
                "the" | "this" | "a" | "an" | "just" | "sometime" | "only" | "mid" | "-" => continue,
                _ => return None,
            });
        }
        None
    }

    /// The noun that the moment modifies: "Friday's talks", "the Feb. 5 shooting",
    /// "the Thursday night attack".
    fn noun_behind(&self, start: usize, end: usize) -> Option<usize> {
        let is_possessive = matches!(self.norm(end), "'s" | "'");
        if is_possessive {
            return self.last_noun(end + 1);
        }
        let is_held = matches!(
            self.norm_before(start, 1),
            "a" | "an"
                | "the"
                | "this"
                | "that"
                | "his"
                | "her"
                | "its"
                | "their"
                | "'s"
                | "our"
                | "my"
                | "fatal"
                | "deadly"
        );
        // In "the night of Nov. 2" and "the past two years" the article is the moment's own.
        let is_own =
            matches!(self.norm(start), "past" | "last" | "previous" | "next" | "end" | "beginning" | "start")
                || (start..end).any(|i| matches!(self.norm(i), "of" | "on") && self.norm(i + 1) != "july");
        // "the May 7, 2015, shooting"
        let is_dated = self.norm(end) == "," && self.year_at(end - 1).is_some() && end > start + 1;
        let next = if is_dated { end + 1 } else { end };
        if is_held && !is_own && !matches!(self.norm(next), "and" | "or") {
            return self.last_noun(next);
        }
        // Without a determiner, only the tree can tell "Sunday shooting" from
        // "said Sunday officers"; a name between them is too much to trust it.
        (start..end).filter_map(|i| self.sentence.head(i).map(|head| (i, head))).find_map(|(i, head)| {
            let is_tied = matches!(
                self.sentence.relation(i),
                Relation::Compound
                    | Relation::NmodPoss
                    | Relation::Nmod
                    | Relation::NmodUnmarked
                    | Relation::Amod
            );
            let is_near = (end..end + REACH).contains(&head) && self.sentence.tag(head) == Tag::Noun;
            let is_plain = |i: usize| matches!(self.sentence.tag(i), Tag::Noun | Tag::Adj);
            (is_tied && is_near && (end..head).all(is_plain)).then_some(head)
        })
    }

    /// The last noun of the run of words that begins at the token: past "fatal
    /// drive-by" to "shooting", and no further.
    fn last_noun(&self, at: usize) -> Option<usize> {
        let mut last = None;
        for i in at..(at + REACH).min(self.sentence.len()) {
            let word = self.norm(i);
            let is_after_common = last.is_some_and(|l| self.sentence.tag(l) == Tag::Noun);
            match self.sentence.tag(i) {
                Tag::Noun | Tag::Propn => last = Some(i),
                // "shooting" and "killing" are verbs by their form.
                Tag::Verb if word.ends_with("ing") => last = Some(i),
                Tag::Adj | Tag::Num | Tag::Adv if !is_after_common => {}
                Tag::Verb if last.is_none() => {}
                Tag::Punct if word == "-" => {}
                Tag::Adp | Tag::Adj | Tag::Num if self.norm(i - 1) == "-" => {}
                Tag::X if self.can_be_noun(i) => {
                    last = Some(i);
                    if self.norm(i + 1) != "-" {
                        break;
                    }
                }
                _ => break,
            }
        }
        last
    }

    /// "the October 7 attacks", "the January 25 Revolution": the day has become
    /// the event's name.
    fn names_event(&self, start: usize, end: usize, noun: Option<usize>, extent: &Extent) -> bool {
        let day = match extent {
            Extent::Days { first, last, .. } if first == last => (first.month(), first.day()),
            Extent::Yearless { first, last } if first == last => *first,
            Extent::Days { .. } => {
                // "the 2014 World Cup", "a 2004 Honda Civic"
                let is_year = (start + 1 == end) && self.year_at(start).is_some();
                return is_year && self.is_capitalised(end) && self.is_mid_sentence_case();
            }
            Extent::Yearless { .. }
            | Extent::EitherDay(..)
            | Extent::Weekday(_)
            | Extent::Impossible
            | Extent::Unplaced => return false,
        };
        let Some(noun) = noun.or_else(|| self.last_noun(end)) else { return false };
        let is_known = matches!(day, (10, 7) | (9, 11) | (1, 6) | (7, 7) | (6, 4) | (1, 25));
        let is_event = (end..noun.max(end + REACH) + 1).any(|i| is_event_noun(self.norm(i)));
        let is_capital = matches!(self.norm(noun), "movement" | "revolution" | "committee" | "incident")
            && self.is_capitalised(noun);
        (is_known && is_event) || is_capital
    }

    /// False in a headline set in title case, where capitals tell nothing.
    fn is_mid_sentence_case(&self) -> bool {
        let words = (0..self.sentence.len()).filter(|&i| self.norm(i).starts_with(char::is_alphabetic));
        let (all, small) = words.fold((0, 0), |(all, small), i| {
            (all + 1, small + usize::from(!self.is_capitalised(i) && !is_function_word(self.norm(i))))
        });
        small * 3 >= all
    }
}

/// Days that need neither year nor noun to be an event's name.
fn is_by_itself_a_name(extent: &Extent) -> bool {
    let day = match extent {
        Extent::Days { first, last, .. } if first == last => (first.month(), first.day()),
        Extent::Yearless { first, last } if first == last => *first,
        Extent::Days { .. }
        | Extent::Yearless { .. }
        | Extent::EitherDay(..)
        | Extent::Weekday(_)
        | Extent::Impossible
        | Extent::Unplaced => return false,
    };
    matches!(day, (9, 11) | (10, 7))
}

/// What the days that everybody knows are the names of.
fn is_event_noun(word: &str) -> bool {
    matches!(
        word,
        "attack"
            | "attacks"
            | "assault"
            | "assaults"
            | "massacre"
            | "bombings"
            | "riot"
            | "riots"
            | "insurrection"
            | "crackdown"
            | "hijackings"
            | "revolution"
            | "uprising"
            | "committee"
            | "movement"
    )
}
