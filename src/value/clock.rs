//! A time of day, with what its wording allows.
//!
//! Two times agree if their windows meet. Windows are in minutes and come from
//! how witnesses and desks round: see [`Clock::compare`]. Midnight is no border:
//! 11:55 p.m. and 12:05 a.m. are ten minutes apart.

use std::fmt;

use super::{Comparison, Level, Reason};

/// Minutes of a day.
const DAY: i32 = 24 * 60;
/// Minutes of half a day.
const HALF_DAY: i32 = DAY / 2;
/// How far "shortly before" and "just after" reach. "Just after 7 p.m." covers
/// 7:10 and 7:15; half an hour later desks say "about 7:30".
const SHORTLY: i32 = 20;
/// How far they reach from midnight and noon, which are names for a part of the day as
/// well: nobody writes "shortly after 12:15".
const SHORTLY_OF_TWELVE: i32 = 40;
/// How far a bare "before" or "after" reaches: "after 3 p.m." was 3:21.
const BEFORE_OR_AFTER: i32 = 60;

/// A time of day as a text gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Clock {
    /// Minutes since midnight, below 1440.
    minutes: u16,
    /// The end of "between 7 and 8 p.m.", below 1440.
    until: Option<u16>,
    /// False for "at 9:25": morning or evening is not said.
    half_is_known: bool,
    /// How closely the text binds itself.
    pub nearness: Nearness,
    /// The zone, where the text names one.
    pub zone: Option<Zone>,
}

/// How closely a text binds itself to a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    /// "at 7 p.m."
    Flat,
    /// "about 7 p.m.", "around", "or so".
    About,
    /// "just before 7 p.m.", "nearly".
    ShortlyBefore,
    /// "shortly after 7 p.m."
    ShortlyAfter,
    /// "the call came at 7 p.m.": of the event that was called in.
    Heard,
    /// "before 7 p.m."
    Before,
    /// "after 7 p.m."
    After,
}

/// A zone that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// So many minutes ahead of Greenwich: "GMT".
    Utc(i16),
    /// An American zone by its standard offset; desks write EST, EDT and ET
    /// without regard to the season.
    American(i16),
    /// "local time".
    Local,
    /// Named, but of more than one place: "IST".
    Ambiguous,
}

/// Standard offset of the American east, whose time national media give for
/// events elsewhere too.
const EASTERN: i16 = -5 * 60;

impl Clock {
    /// A flat time; `None` if there is no such minute of the day.
    pub fn new(minutes: u16, half_is_known: bool) -> Option<Clock> {
        let clock = Clock { minutes, until: None, half_is_known, nearness: Nearness::Flat, zone: None };
        (i32::from(minutes) < DAY).then_some(clock)
    }

    /// Reaching from this time to that of `end`: "between 7 and 8 p.m.".
    pub fn until(self, end: Clock) -> Clock {
        Clock { until: Some(end.minutes), zone: self.zone.or(end.zone), ..self }
    }

    /// Minutes since midnight; with [`half_is_known`](Self::half_is_known) false
    /// it can also be half a day later.
    pub fn minutes(self) -> u16 {
        self.minutes
    }

    /// Minutes since midnight where a range ends.
    pub fn end_minutes(self) -> Option<u16> {
        self.until
    }

    /// True when the text says which half of the day.
    pub fn half_is_known(self) -> bool {
        self.half_is_known
    }

    /// The time as "HH:MM" and the end of a range.
    pub fn low_and_high(self) -> (String, String) {
        let print = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        (print(self.minutes), print(self.until.unwrap_or(self.minutes)))
    }

    /// How near the two stand.
    ///
    /// A flat time on the full or half hour allows five minutes on each side, on
    /// five minutes two, else none. "About" allows fifteen minutes round the full
    /// hour, ten round other quarters, else five: "about 3:30" and 3:35 are near,
    /// "about 3:30" and 3:47 conflict. "Shortly before" and "just after" reach
    /// twenty minutes to their side (forty from noon and midnight), a bare "before" or "after" an hour.
    ///
    /// Times in zones of unknown distance are incomparable unless they agree.
    pub fn compare(&self, other: &Clock) -> Comparison {
        if self == other {
            return Level::Identical.because(Reason::SameTime);
        }
        let Some(shifts) = zone_shifts(self.zone, other.zone) else {
            return Level::Incomparable.because(Reason::ZoneUnplaced);
        };
        let meet = |shift: i32| self.windows_meet(other, shift);
        if shifts.iter().any(|&shift| meet(shift)) {
            let ahead = i32::from(self.minutes) - i32::from(other.minutes);
            let is_same = shifts.iter().any(|shift| (ahead - shift) % self.circle(other) == 0)
                && self.until == other.until
                && self.nearness == other.nearness;
            return match (is_same, self.half_is_known == other.half_is_known) {
                (true, true) => Level::Equivalent.because(Reason::SameTime),
                (true, false) => Level::Compatible.because(Reason::SameTime),
                (false, _) => Level::Compatible.because(Reason::NearTime),
            };
        }
        if self.may_be_eastern_elsewhere(other) || other.may_be_eastern_elsewhere(self) {
            return Level::Incomparable.because(Reason::ZoneUnplaced);
        }
        let swapped = |shift: &i32| meet(shift + HALF_DAY);
        let reason = if shifts.iter().any(swapped) { Reason::HalfDaySwapped } else { Reason::DifferentTime };
        Level::Conflict.because(reason)
    }

    /// True when the windows meet with `other` moved `shift` minutes later.
    fn windows_meet(&self, other: &Clock, shift: i32) -> bool {
        let (a, a_width) = self.window();
        let (b, b_width) = other.window();
        let circle = self.circle(other);
        let ahead = (b + shift - a).rem_euclid(circle);
        ahead <= a_width || circle - ahead <= b_width
    }

    /// After how many minutes the two stand as before.
    fn circle(&self, other: &Clock) -> i32 {
        if self.half_is_known && other.half_is_known { DAY } else { HALF_DAY }
    }

    /// Start and width of what the wording allows.
    fn window(&self) -> (i32, i32) {
        let at = i32::from(self.minutes);
        let width = self.until.map_or(0, |end| (i32::from(end) - at).rem_euclid(DAY));
        match self.nearness {
            Nearness::Flat if width > 0 => (at, width),
            Nearness::Flat => around(
                at,
                width,
                if at % 30 == 0 {
                    5
                } else if at % 5 == 0 {
                    2
                } else {
                    0
                },
            ),
            Nearness::About => around(
                at,
                width,
                if at % 60 == 0 {
                    15
                } else if at % 15 == 0 {
                    10
                } else {
                    5
                },
            ),
            Nearness::ShortlyBefore => (at - self.shortly(), width + self.shortly()),
            Nearness::ShortlyAfter => (at, width + self.shortly()),
            // Desks give the call's time loosely too, so it may also come "before".
            Nearness::Heard => (at - SHORTLY, width + SHORTLY + SHORTLY / 2),
            Nearness::Before => (at - BEFORE_OR_AFTER, width + BEFORE_OR_AFTER),
            Nearness::After => (at, width + BEFORE_OR_AFTER),
        }
    }

    fn shortly(&self) -> i32 {
        if self.half_is_known && i32::from(self.minutes) % HALF_DAY == 0 {
            SHORTLY_OF_TWELVE
        } else {
            SHORTLY
        }
    }

    /// True when this is Eastern time and `other`, without zone, can be the same
    /// moment by a clock further west.
    fn may_be_eastern_elsewhere(&self, other: &Clock) -> bool {
        self.zone == Some(Zone::American(EASTERN))
            && matches!(other.zone, None | Some(Zone::Local))
            && (1..=3).any(|hours| self.windows_meet(other, hours * 60))
    }
}

fn around(at: i32, width: i32, slack: i32) -> (i32, i32) {
    (at - slack, width + 2 * slack)
}

/// Minutes to add to a time in zone `b` to have it in zone `a`; every possible
/// one, or `None` if the distance is unknown.
fn zone_shifts(a: Option<Zone>, b: Option<Zone>) -> Option<Vec<i32>> {
    use Zone::{Ambiguous, American, Local, Utc};
    let between = |a: i16, b: i16| i32::from(a) - i32::from(b);
    match (a, b) {
        (Some(Utc(a)), Some(Utc(b))) | (Some(American(a)), Some(American(b))) => Some(vec![between(a, b)]),
        // Standard or summer time.
        (Some(American(a)), Some(Utc(b))) => Some(vec![between(a, b), between(a, b) + 60]),
        (Some(Utc(a)), Some(American(b))) => Some(vec![between(a, b), between(a, b) - 60]),
        (Some(Utc(_) | Ambiguous), None | Some(Local)) | (None | Some(Local), Some(Utc(_) | Ambiguous)) => {
            None
        }
        (Some(Utc(_) | American(_)), Some(Ambiguous)) | (Some(Ambiguous), Some(Utc(_) | American(_))) => None,
        // An American zone is named by papers of that zone: as good as local.
        (None | Some(Local | American(_)), None | Some(Local))
        | (None | Some(Local), Some(American(_)))
        | (Some(Ambiguous), Some(Ambiguous)) => Some(vec![0]),
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.nearness {
            Nearness::Flat => "",
            Nearness::About => "about ",
            Nearness::ShortlyBefore => "shortly before ",
            Nearness::ShortlyAfter => "shortly after ",
            Nearness::Heard => "called in at ",
            Nearness::Before => "before ",
            Nearness::After => "after ",
        })?;
        print_time(f, self.minutes, self.half_is_known)?;
        if let Some(end) = self.until {
            f.write_str(" to ")?;
            print_time(f, end, self.half_is_known)?;
        }
        match self.zone {
            Some(Zone::Utc(0)) => f.write_str(" GMT"),
            Some(Zone::Utc(ahead)) => write!(f, " GMT{:+}:{:02}", ahead / 60, ahead.abs() % 60),
            Some(Zone::American(-300)) => f.write_str(" ET"),
            Some(Zone::American(-360)) => f.write_str(" CT"),
            Some(Zone::American(-420)) => f.write_str(" MT"),
            Some(Zone::American(-480)) => f.write_str(" PT"),
            Some(Zone::Local) => f.write_str(" local time"),
            Some(Zone::American(_) | Zone::Ambiguous) | None => Ok(()),
        }
    }
}

/// "7:05 p.m.", or "7:05" where the half is not known.
fn print_time(f: &mut fmt::Formatter<'_>, minutes: u16, half_is_known: bool) -> fmt::Result {
    let hour = match minutes / 60 % 12 {
        0 => 12,
        hour => hour,
    };
    write!(f, "{hour}:{:02}", minutes % 60)?;
    match (half_is_known, i32::from(minutes) < HALF_DAY) {
        (true, true) => f.write_str(" a.m."),
        (true, false) => f.write_str(" p.m."),
        (false, _) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u16, minute: u16) -> Clock {
        Clock::new(hour * 60 + minute, true).unwrap()
    }

    fn half_open(hour: u16, minute: u16) -> Clock {
        Clock::new(hour * 60 + minute, false).unwrap()
    }

    fn worded(nearness: Nearness, clock: Clock) -> Clock {
        Clock { nearness, ..clock }
    }

    fn zoned(zone: Zone, clock: Clock) -> Clock {
        Clock { zone: Some(zone), ..clock }
    }

    #[test]
    fn the_ladder_of_times_is_the_same_from_both_sides() {
        use Level::*;
        use Nearness::*;
        use Reason::*;
        let gmt = Zone::Utc(0);
        let eastern = Zone::American(EASTERN);
        let pacific = Zone::American(-480);
        let cases = [
            (at(19, 0), at(19, 0), Identical, SameTime),
            (at(19, 0), at(17, 0), Conflict, DifferentTime),
            (at(15, 0), at(3, 0), Conflict, HalfDaySwapped),
            (worded(About, at(15, 0)), at(3, 5), Conflict, HalfDaySwapped),
            // flat and round
            (at(19, 0), at(19, 5), Compatible, NearTime),
            (at(15, 0), at(14, 50), Conflict, DifferentTime),
            (at(20, 20), at(20, 25), Conflict, DifferentTime),
            // hedges
            (worded(About, at(15, 30)), at(15, 35), Compatible, NearTime),
            (worded(About, at(15, 30)), at(15, 47), Conflict, DifferentTime),
            (worded(About, at(15, 0)), at(14, 50), Compatible, NearTime),
            (worded(About, at(22, 0)), worded(About, at(22, 30)), Conflict, DifferentTime),
            (worded(About, at(22, 0)), at(22, 0), Compatible, NearTime),
            (worded(ShortlyAfter, at(19, 0)), at(19, 10), Compatible, NearTime),
            (worded(ShortlyAfter, at(19, 0)), at(18, 50), Conflict, DifferentTime),
            (worded(ShortlyAfter, at(0, 0)), at(0, 36), Compatible, NearTime),
            (worded(ShortlyAfter, at(0, 0)), at(0, 52), Conflict, DifferentTime),
            (worded(ShortlyBefore, at(19, 0)), at(18, 50), Compatible, NearTime),
            (worded(ShortlyBefore, at(19, 0)), at(19, 10), Conflict, DifferentTime),
            (worded(Before, at(14, 30)), at(14, 25), Compatible, NearTime),
            (worded(After, at(15, 0)), at(15, 21), Compatible, NearTime),
            (worded(After, at(15, 0)), at(17, 0), Conflict, DifferentTime),
            (worded(ShortlyBefore, at(3, 0)), worded(ShortlyBefore, at(2, 0)), Conflict, DifferentTime),
            // across midnight
            (worded(About, at(0, 0)), at(23, 50), Compatible, NearTime),
            (worded(About, at(0, 0)), at(22, 50), Conflict, DifferentTime),
            // ranges
            (at(19, 0).until(at(20, 0)), at(19, 40), Compatible, NearTime),
            (at(19, 0).until(at(20, 0)), at(20, 40), Conflict, DifferentTime),
            (at(23, 0).until(at(1, 0)), at(0, 30), Compatible, NearTime),
            // the half of the day left open
            (half_open(9, 25), at(9, 25), Compatible, SameTime),
            (half_open(9, 25), at(21, 25), Compatible, SameTime),
            (half_open(9, 25), at(10, 25), Conflict, DifferentTime),
            // zones
            (zoned(gmt, at(4, 40)), at(9, 10), Incomparable, ZoneUnplaced),
            (zoned(gmt, at(12, 0)), zoned(Zone::Utc(60), at(13, 0)), Equivalent, SameTime),
            (zoned(gmt, at(12, 0)), zoned(Zone::Utc(60), at(15, 0)), Conflict, DifferentTime),
            (zoned(gmt, at(12, 0)), zoned(eastern, at(8, 0)), Equivalent, SameTime),
            (zoned(gmt, at(12, 0)), zoned(eastern, at(7, 0)), Equivalent, SameTime),
            (zoned(gmt, at(12, 0)), zoned(eastern, at(9, 0)), Conflict, DifferentTime),
            (zoned(pacific, at(4, 30)), at(3, 30), Conflict, DifferentTime),
            (zoned(eastern, at(4, 30)), at(3, 30), Incomparable, ZoneUnplaced),
            (zoned(eastern, at(4, 30)), at(5, 30), Conflict, DifferentTime),
            (zoned(eastern, at(21, 0)), zoned(pacific, at(18, 0)), Equivalent, SameTime),
            (zoned(Zone::Local, at(19, 0)), at(19, 0), Equivalent, SameTime),
            (zoned(Zone::Ambiguous, at(19, 0)), at(20, 0), Incomparable, ZoneUnplaced),
        ];
        for (a, b, level, reason) in cases {
            let want = level.because(reason);
            assert_eq!(a.compare(&b), want, "{a} / {b}");
            assert_eq!(b.compare(&a), want, "{b} / {a}, swapped");
        }
    }

    #[test]
    fn every_five_minutes_of_the_day_compare_alike_from_both_sides() {
        let wordings = [Nearness::Flat, Nearness::About, Nearness::ShortlyBefore, Nearness::After];
        let zones = [None, Some(Zone::Utc(0)), Some(Zone::American(EASTERN)), Some(Zone::Local)];
        let all: Vec<Clock> = (0..1440u16)
            .step_by(35)
            .flat_map(|m| wordings.map(|w| worded(w, Clock::new(m, m % 2 == 0).unwrap())))
            .flat_map(|clock| zones.map(|zone| Clock { zone, ..clock }))
            .collect();
        for a in &all {
            for b in &all {
                assert_eq!(a.compare(b), b.compare(a), "{a} / {b}");
            }
        }
    }

    #[test]
    fn there_is_no_minute_after_the_last() {
        assert!(Clock::new(1439, true).is_some());
        assert!(Clock::new(1440, true).is_none());
    }

    #[test]
    fn a_time_prints_as_a_report_would_say_it() {
        assert_eq!(worded(Nearness::ShortlyBefore, at(0, 0)).to_string(), "shortly before 12:00 a.m.");
        assert_eq!(half_open(9, 25).to_string(), "9:25");
        assert_eq!(zoned(Zone::Utc(0), at(4, 40)).to_string(), "4:40 a.m. GMT");
        assert_eq!(at(19, 0).until(at(20, 0)).to_string(), "7:00 p.m. to 8:00 p.m.");
        assert_eq!(at(19, 5).low_and_high(), ("19:05".to_owned(), "19:05".to_owned()));
    }
}
