//! What stands round a moment: the preposition before it, the noun it belongs
//! to, and whether it is the name of an event.

use super::reader::{Reader, is_function_word};
use super::{Found, Moment, Preposition};
use crate::language::{Relation, Tag};
use crate::value::Extent;

/// The longest way, in tokens, from a date to the noun it modifies. Six holds "the
/// Feb. 5 drive-by shooting" with its hyphens; beyond that a new phrase begins.
const REACH: usize = 6;

/// Completes what was found with its surroundings.
pub(super) fn moment(reader: &Reader<'_>, found: Found) -> Moment {
    let Found { tokens, when, form, weekday_named } = found;
    let modifies = reader.noun_behind(tokens.start, tokens.end);
    let names_event = reader.names_event(tokens.start, tokens.end, modifies, &when.extent);
    let preposition = reader.preposition_before(tokens.start);
    Moment { tokens, when, form, weekday_named, preposition, modifies, names_event }
}

impl Reader<'_> {
    fn preposition_before(&self, start: usize) -> Option<Preposition> {
        let mut at = start;
        while let Some(i) = at.checked_sub(1) {
            at = i;
            let word = self.norm(i);
            return Some(match word {
                "on" => Preposition::On,
                "in" | "within" => Preposition::In,
                "at" => Preposition::At,
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
        let next = if self.norm(end) == "," { end + 1 } else { end };
        if is_held && !matches!(self.norm(next), "and" | "or") {
            return self.last_noun(next);
        }
        // Without a determiner, only the tree can tell "Sunday shooting" from
        // "said Sunday officers".
        (start..end).filter_map(|i| self.sentence.head(i).map(|head| (i, head))).find_map(|(i, head)| {
            let is_tied = match self.sentence.relation(i) {
                Relation::Compound | Relation::NmodPoss | Relation::Nmod | Relation::Amod => true,
                Relation::NmodUnmarked => head >= end,
                _ => false,
            };
            let is_near = (end..end + REACH).contains(&head);
            (is_tied && is_near && matches!(self.sentence.tag(head), Tag::Noun | Tag::Propn)).then_some(head)
        })
    }

    /// The last noun of the run of words that begins at the token.
    fn last_noun(&self, at: usize) -> Option<usize> {
        let mut last = None;
        for i in at..(at + REACH).min(self.sentence.len()) {
            let word = self.norm(i);
            match self.sentence.tag(i) {
                Tag::Noun | Tag::Propn => last = Some(i),
                Tag::Adj | Tag::Num | Tag::Adv => {}
                Tag::Punct if word == "-" => {}
                Tag::Adp if self.norm(i - 1) == "-" => {}
                Tag::Verb if last.is_none() => {}
                // Without tags, the first word is the best guess, or the last of
                // a hyphenated one and what follows it.
                Tag::X if self.can_be_noun(i) => {
                    let is_joined = word == "-" || self.norm_before(i, 1) == "-";
                    if last.is_none() {
                        last = Some(i);
                    } else if !is_joined {
                        break;
                    }
                }
                Tag::X if word == "-" => last = None,
                Tag::X if is_function_word(word) || word.starts_with(|c: char| !c.is_alphanumeric()) => break,
                _ => break,
            }
        }
        last
    }

    /// "the October 7 attacks", "the January 25 Revolution": the day has become
    /// the event's name.
    fn names_event(&self, start: usize, end: usize, noun: Option<usize>, extent: &Extent) -> bool {
        let Some(noun) = noun.or_else(|| self.last_noun(end)) else { return false };
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
        let is_known = matches!(day, (10, 7) | (9, 11) | (1, 6) | (7, 7) | (6, 4) | (1, 25));
        let is_event = matches!(
            self.norm(noun),
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
        );
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
