//! Times of day in a sentence: "about 7 p.m.", "0440 GMT", "shortly before
//! midnight", "between 7 and 8 p.m.".
//!
//! A figure with a colon is a time only where a word beside it says so: scores,
//! ratios, verses and running times look the same.

mod notation;

use std::ops::Range;

use super::moment::Preposition;
use crate::language::Sentence;
use crate::value::{Clock, Nearness, Zone};

use notation::{Half, Written};

/// A time of day, with the words that tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockMention {
    /// Its tokens with hedge and zone, without the preposition: "shortly before 7
    /// p.m. EST".
    pub tokens: Range<usize>,
    /// The time.
    pub clock: Clock,
    /// The preposition before it: "until 9 p.m." tells an end.
    pub preposition: Option<Preposition>,
}

/// The times of day of a sentence, in order; they do not overlap.
pub fn clocks(sentence: &Sentence<'_>) -> Vec<ClockMention> {
    let reader = Reader { sentence };
    let mut found: Vec<ClockMention> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let Some(mention) = reader.mention_at(at, found.last().map_or(0, |f| f.tokens.end)) else {
            at += 1;
            continue;
        };
        at = mention.tokens.end;
        match found.last().and_then(|last| reader.joined(last, &mention)) {
            Some(range) => *found.last_mut().expect("a range was joined to it") = range,
            None => found.push(mention),
        }
    }
    found
}

struct Reader<'a> {
    sentence: &'a Sentence<'a>,
}

impl<'a> Reader<'a> {
    fn norm(&self, at: usize) -> &'a str {
        if at < self.sentence.len() { self.sentence.norm(at) } else { "" }
    }

    fn norm_before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |i| self.norm(i))
    }

    /// The time whose figure or name stands at the token.
    fn mention_at(&self, at: usize, floor: usize) -> Option<ClockMention> {
        let (mut clock, end) = self
            .range_in_one_half(at)
            .or_else(|| self.named(at))
            .or_else(|| self.in_words(at))
            .or_else(|| self.single(at))?;
        let (nearness, start) = self.hedge_before(at, floor);
        clock.nearness = nearness;
        let (zone, mut end) = self.zone_after(end);
        clock.zone = zone;
        if self.norm(end) == "or" && self.norm(end + 1) == "so" {
            clock.nearness = Nearness::About;
            end += 2;
        }
        let preposition = self.preposition_before(start);
        Some(ClockMention { tokens: start..end, clock, preposition })
    }

    /// One time in figures.
    fn single(&self, at: usize) -> Option<(Clock, usize)> {
        let written = self.written(at)?;
        self.settled(written, at)
    }

    /// The written figure at the token, with the half of the day behind it.
    fn written(&self, at: usize) -> Option<Written> {
        // "11: 39am": a stray space after the colon.
        if self.norm(at + 1) == ":" && self.norm(at + 2).len() == 2 {
            let mut joined = notation::hour_and_minute(self.norm(at), self.norm(at + 2))?;
            joined.extra = 2;
            return Some(self.with_half(joined, at + 3));
        }
        let written = notation::read(self.norm(at))?;
        Some(if written.half.is_some() { written } else { self.with_half(written, at + 1) })
    }

    /// The figure with the half of the day that stands at `at`.
    fn with_half(&self, mut written: Written, at: usize) -> Written {
        let (half, end) = self.half_after(at);
        written.half = half;
        written.extra += end - at;
        written
    }

    /// "p.m.", "pm", "p. m.", "p|m".
    fn half_after(&self, at: usize) -> (Option<Half>, usize) {
        if let Some(half) = Half::named(self.norm(at)) {
            return (Some(half), at + 1);
        }
        let half = match (self.norm(at), self.norm(at + 1)) {
            ("a" | "a.", "m" | "m.") => Some(Half::Morning),
            ("p" | "p.", "m" | "m.") => Some(Half::Afternoon),
            _ => None,
        };
        (half, if half.is_some() { at + 2 } else { at })
    }

    /// A time, where figure and surroundings together make one.
    fn settled(&self, written: Written, at: usize) -> Option<(Clock, usize)> {
        let end = at + 1 + written.extra;
        if let Some(half) = written.half {
            return Some((written.in_half(half)?, end));
        }
        // "0440 GMT", "09:10 hours", "1353 (1023 GMT)", "7 o'clock"
        let next = self.norm(end);
        if matches!(next, "hours" | "hrs" | "hr" | "hours." | "hrs.") && written.is_clock_like() {
            return Some((written.in_full_day()?, end + 1));
        }
        if written.is_clock_like() && (is_zone_in_short(next) || self.is_local_time(end)) {
            return Some((written.in_full_day()?, end));
        }
        if next == "o'clock" {
            return self.with_part_of_day(written, end + 1);
        }
        let before = self.norm_before(at, 1);
        let is_bracketed_zone = next == "(" && is_zone_in_short(self.norm(end + 2));
        if written.is_military() && is_bracketed_zone {
            return Some((written.in_full_day()?, end));
        }
        let is_told = matches!(
            before,
            "at" | "around"
                | "about"
                | "approximately"
                | "roughly"
                | "by"
                | "before"
                | "after"
                | "until"
                | "till"
                | "from"
                | "since"
                | "between"
                | "@"
                | "nearly"
                | "almost"
        );
        // "at 9:25", "about 9:25 Thursday morning"; not "won 3:1" nor "in 4:45".
        if written.has_minutes
            && !written.is_military()
            && (is_told || self.part_within(end).is_some())
            && !self.is_measured(end)
        {
            return self.with_part_of_day(written, end);
        }
        // "at 9 that night": a bare hour needs the part of the day.
        if !written.has_minutes && is_told && written.is_hour_of_clock() && self.part_within(end).is_some() {
            return self.with_part_of_day(written, end);
        }
        None
    }

    /// "4:45 mile", "3:10 minutes": a length of time.
    fn is_measured(&self, at: usize) -> bool {
        matches!(
            self.norm(at),
            "mile" | "miles" | "minutes" | "seconds" | "left" | "remaining" | "mark" | "into"
        )
    }

    /// The time with what "in the morning" or "Thursday night" says of its half.
    fn with_part_of_day(&self, written: Written, end: usize) -> Option<(Clock, usize)> {
        if written.is_full_day_form() {
            return Some((written.in_full_day()?, end));
        }
        let Some(half) = self.part_within(end) else { return Some((written.open()?, end)) };
        // "in the morning" belongs to the time, "Thursday morning" to the day.
        let is_own = self.norm(end) == "in" && self.norm(end + 1) == "the";
        Some((written.in_half(half.of_hour(written.hour))?, if is_own { end + 3 } else { end }))
    }

    /// The half of the day told within the next four words, before any verb or
    /// clause: "in the morning", "Thursday night", "that evening", "tonight".
    fn part_within(&self, at: usize) -> Option<notation::Part> {
        for i in at..at + 4 {
            let word = self.norm(i);
            if let Some(part) = notation::Part::named(word) {
                return Some(part);
            }
            let is_passing =
                matches!(word, "in" | "on" | "the" | "that" | "this" | "last" | "early" | "late" | ",")
                    || word.ends_with("day");
            if !is_passing {
                return None;
            }
        }
        None
    }

    /// "7-9 p.m.", "7 to 9 p.m.", "between 7 and 8 p.m.": the half stands once.
    fn range_in_one_half(&self, at: usize) -> Option<(Clock, usize)> {
        let first = notation::read(self.norm(at)).filter(|w| w.half.is_none())?;
        let is_link = match self.norm(at + 1) {
            "-" | "–" | "—" | "to" | "until" | "till" => true,
            "and" | "or" => matches!(self.norm_before(at, 1), "between" | "around" | "about"),
            _ => false,
        };
        if !is_link {
            return None;
        }
        let last = self.written(at + 2)?;
        let half = last.half?;
        let end = last.in_half(half)?;
        // "11 to 1 p.m." begins in the morning.
        let other = if half == Half::Morning { Half::Afternoon } else { Half::Morning };
        let start = [half, other]
            .into_iter()
            .find_map(|h| first.in_half(h).filter(|c| c.minutes() < end.minutes()))?;
        Some((start.until(end), at + 3 + last.extra))
    }

    /// "noon", "midnight".
    fn named(&self, at: usize) -> Option<(Clock, usize)> {
        let (minutes, end) = match (self.norm(at), self.norm(at + 1)) {
            ("12", "noon") => (720, at + 2),
            ("12", "midnight") => (0, at + 2),
            ("noon" | "noontime", _) => (720, at + 1),
            ("midnight", _) => (0, at + 1),
            _ => return None,
        };
        // "High Noon", "Midnight Cowboy", "a midnight raid"
        let is_name =
            |i: usize| i < self.sentence.len() && self.sentence.surface(i).starts_with(char::is_uppercase);
        let is_title = is_name(at)
            && (is_name(end) && !self.norm(end).ends_with("day") || self.norm_before(at, 1) == "high");
        let is_modifier = matches!(self.norm_before(at, 1), "a" | "the" | "high" | "their" | "his" | "her");
        (!is_title && !is_modifier).then_some(())?;
        Some((Clock::new(minutes, true)?, end))
    }

    /// "half past seven", "a quarter to eight", "ten past six", "seven o'clock".
    fn in_words(&self, at: usize) -> Option<(Clock, usize)> {
        let hour = |i: usize| notation::hour_in_words(self.norm(i));
        if let (Some(hour), "o'clock") = (hour(at), self.norm(at + 1)) {
            return self.with_part_of_day(Written::at(hour, 0), at + 2);
        }
        let minutes = match self.norm(at) {
            "half" => 30,
            "quarter" => 15,
            word => notation::hour_in_words(word).filter(|n| matches!(n, 5 | 10))?,
        };
        let next = hour(at + 2)?;
        let written = match self.norm(at + 1) {
            "past" | "after" => Written::at(next, minutes),
            "to" | "before" if minutes < 30 => Written::at((next + 11) % 12, 60 - minutes),
            _ => return None,
        };
        let (half, end) = self.half_after(at + 3);
        match half {
            Some(half) => Some((written.in_half(half)?, end)),
            None => {
                let (clock, end) = self.with_part_of_day(written, at + 3)?;
                // "five to ten people" is no time; a bare one needs "half" or "quarter".
                (minutes == 30 || minutes == 15 || clock.half_is_known()).then_some((clock, end))
            }
        }
    }

    /// The hedge before a time, and where the mention begins with it.
    fn hedge_before(&self, at: usize, floor: usize) -> (Nearness, usize) {
        let word = self.norm_before(at, 1);
        let before = self.norm_before(at, 2);
        let is_short = matches!(
            before,
            "just" | "shortly" | "right" | "immediately" | "moments" | "minutes" | "soon" | "little" | "bit"
        );
        let (nearness, taken) = match word {
            "about" | "around" | "approximately" | "roughly" | "approx" | "approx." | "circa"
            | "nearabout" => (Nearness::About, 1),
            "~" => (Nearness::About, 1),
            "before" | "past" | "after" if is_short => {
                let nearness =
                    if word == "before" { Nearness::ShortlyBefore } else { Nearness::ShortlyAfter };
                (nearness, 2)
            }
            "to" if matches!(before, "close" | "prior") => {
                (if before == "close" { Nearness::About } else { Nearness::Before }, 2)
            }
            "nearly" | "almost" => (Nearness::ShortlyBefore, 1),
            "before" => (Nearness::Before, 1),
            "after" | "past" => (Nearness::After, 1),
            _ => (Nearness::Flat, 0),
        };
        let start = at - taken;
        if start < floor { (nearness, at) } else { (nearness, start) }
    }

    /// "EST", "GMT", "local time", "Eastern time".
    fn zone_after(&self, at: usize) -> (Option<Zone>, usize) {
        if self.is_local_time(at) {
            return (Some(Zone::Local), at + 2);
        }
        let Some(zone) = zone_named(self.norm(at)) else { return (None, at) };
        if let (Zone::Utc(0), Some(ahead)) = (zone, self.offset_at(at + 1)) {
            return (Some(Zone::Utc(ahead)), at + 3);
        }
        let time = usize::from(matches!(self.norm(at + 1), "time"))
            + usize::from(self.norm(at + 1) == "standard") * 2;
        (Some(zone), at + 1 + time)
    }

    /// Minutes told by the "+02:00" of "GMT+02:00".
    fn offset_at(&self, at: usize) -> Option<i16> {
        let sign = match self.norm(at) {
            "+" => 1,
            "-" | "−" => -1,
            _ => return None,
        };
        if at + 1 >= self.sentence.len() || self.sentence.has_space_before(at + 1) {
            return None;
        }
        let (hours, minutes) = self.norm(at + 1).split_once(':').unwrap_or((self.norm(at + 1), "0"));
        let (hours, minutes) = (hours.parse::<i16>().ok()?, minutes.parse::<i16>().ok()?);
        (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
    }

    fn is_local_time(&self, at: usize) -> bool {
        self.norm(at) == "local" && self.norm(at + 1) == "time"
    }

    fn preposition_before(&self, start: usize) -> Option<Preposition> {
        Some(match self.norm_before(start, 1) {
            "at" => Preposition::At,
            "by" => Preposition::By,
            "from" => Preposition::From,
            "since" => Preposition::Since,
            "until" | "till" => Preposition::Until,
            "between" => Preposition::Between,
            "to" => Preposition::To,
            "for" => Preposition::For,
            _ => return None,
        })
    }

    /// "10 a.m. to 3 p.m.", "between 10 p.m. and midnight".
    fn joined(&self, a: &ClockMention, b: &ClockMention) -> Option<ClockMention> {
        let is_link = b.tokens.start == a.tokens.end + 1
            && match self.norm(a.tokens.end) {
                "to" | "-" | "–" | "—" | "until" | "till" | "through" => true,
                "and" => a.preposition == Some(Preposition::Between),
                _ => false,
            };
        let is_flat = b.clock.nearness == Nearness::Flat && a.clock.end_minutes().is_none();
        (is_link && is_flat).then(|| ClockMention {
            tokens: a.tokens.start..b.tokens.end,
            clock: a.clock.until(b.clock),
            preposition: a.preposition,
        })
    }
}

/// "EST" but not "Pacific": 1627 Pacific Avenue is no time.
fn is_zone_in_short(word: &str) -> bool {
    word.len() <= 4 && zone_named(word).is_some()
}

/// The zone of that name in lower case.
fn zone_named(word: &str) -> Option<Zone> {
    Some(match word {
        "gmt" | "utc" | "gmt." => Zone::Utc(0),
        "cet" => Zone::Utc(60),
        "jst" => Zone::Utc(540),
        "et" | "est" | "edt" | "eastern" => Zone::American(-300),
        "ct" | "cst" | "cdt" | "central" => Zone::American(-360),
        "mt" | "mst" | "mdt" | "mountain" => Zone::American(-420),
        "pt" | "pst" | "pdt" | "pacific" => Zone::American(-480),
        "bst" => Zone::Utc(60),
        // India, Israel or Ireland.
        "ist" => Zone::Ambiguous,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
