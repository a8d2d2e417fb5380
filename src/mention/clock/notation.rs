//! A time of day as written: "7", "7:05", "5.30am", "0440".

use crate::value::Clock;

/// Half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Morning,
    Afternoon,
}

impl Half {
    /// "a.m." or "p.m." in any dress.
    pub fn named(word: &str) -> Option<Half> {
        match word {
            "am" | "a.m." | "a.m" | "am." => Some(Half::Morning),
            "pm" | "p.m." | "p.m" | "pm." => Some(Half::Afternoon),
            _ => None,
        }
    }
}

/// A part of the day that settles the half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    pub fn named(word: &str) -> Option<Part> {
        Some(match word {
            "morning" => Part::Morning,
            "afternoon" => Part::Afternoon,
            "evening" => Part::Evening,
            "night" | "tonight" => Part::Night,
            _ => return None,
        })
    }

    /// "2 at night" is before dawn, "9 at night" before midnight.
    pub fn of_hour(self, hour: u16) -> Half {
        match self {
            Part::Morning => Half::Morning,
            Part::Afternoon | Part::Evening => Half::Afternoon,
            Part::Night if hour % 12 < 5 => Half::Morning,
            Part::Night => Half::Afternoon,
        }
    }
}

/// Hour and minute as written, before their half of the day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub hour: u16,
    minute: u16,
    pub half: Option<Half>,
    /// True for "7:00", false for "7".
    pub has_minutes: bool,
    /// "9.25": a time only with "a.m." or "hours" behind.
    is_dotted: bool,
    /// "0440", "09:10": four figures tell the full day.
    has_two_digit_hour: bool,
    is_run_together: bool,
    /// Tokens that it takes beyond the first.
    pub extra: usize,
}

impl Written {
    /// A time told in words.
    pub fn at(hour: u16, minute: u16) -> Written {
        Written {
            hour,
            minute,
            half: None,
            has_minutes: true,
            is_dotted: false,
            has_two_digit_hour: false,
            is_run_together: false,
            extra: 0,
        }
    }

    /// True for what can stand before "hours" or "GMT": "0440", "9:25", "9.25".
    pub fn is_clock_like(&self) -> bool {
        self.has_minutes
    }

    /// "1353".
    pub fn is_military(&self) -> bool {
        self.is_run_together
    }

    /// A plain hour from one to twelve.
    pub fn is_hour_of_clock(&self) -> bool {
        (1..=12).contains(&self.hour)
    }

    /// True when the figures leave no doubt about the half: "13:50", "09:10".
    pub fn is_full_day_form(&self) -> bool {
        self.hour > 12 || self.hour == 0 || (self.has_two_digit_hour && self.hour < 10)
    }

    /// With "a.m." or "p.m."
    pub fn in_half(&self, half: Half) -> Option<Clock> {
        let hour = match (half, self.hour) {
            (_, hour) if hour > 12 => hour,
            (Half::Morning, hour) => hour % 12,
            (Half::Afternoon, hour) => hour % 12 + 12,
        };
        self.clock(hour, true)
    }

    /// On the clock of 24 hours.
    pub fn in_full_day(&self) -> Option<Clock> {
        self.clock(self.hour, true)
    }

    /// With the half left open.
    pub fn open(&self) -> Option<Clock> {
        if self.is_dotted || self.is_run_together {
            return None;
        }
        self.clock(self.hour % 12, false)
    }

    fn clock(&self, hour: u16, half_is_known: bool) -> Option<Clock> {
        Clock::new(hour % 24 * 60 + self.minute, half_is_known)
    }
}

/// Reads "7", "7:05", "9.25", "0440", "7pm", "10:30pm", "6:07:15".
pub(super) fn read(word: &str) -> Option<Written> {
    let split = word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(word.len());
    let (figures, suffix) = word.split_at(split);
    let half = match suffix {
        "" => None,
        _ => Some(Half::named(suffix)?),
    };
    let written = match figures.find([':', '.']) {
        Some(at) => {
            let (hour, rest) = (&figures[..at], &figures[at + 1..]);
            let is_dotted = figures.as_bytes()[at] == b'.';
            // Seconds are read over.
            let minute = if is_dotted { rest } else { rest.split(':').next()? };
            Written { is_dotted, ..hour_and_minute(hour, minute)? }
        }
        None => match (figures.len(), figures.parse::<u16>().ok()?) {
            (1 | 2, hour @ 0..=24) => Written { has_minutes: false, ..Written::at(hour, 0) },
            (4, both) if both / 100 <= 24 && both % 100 < 60 => Written {
                has_two_digit_hour: true,
                is_run_together: true,
                ..Written::at(both / 100, both % 100)
            },
            _ => return None,
        },
    };
    Some(Written { half, ..written })
}

/// Hour and two figures of minutes.
pub(super) fn hour_and_minute(hour: &str, minute: &str) -> Option<Written> {
    let is_figures = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !is_figures(hour) || !is_figures(minute) || hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    let (h, m) = (hour.parse().ok()?, minute.parse().ok()?);
    (h <= 24 && m < 60).then(|| Written { has_two_digit_hour: hour.len() == 2, ..Written::at(h, m) })
}

/// "seven" as an hour, and the figures that stand for it.
pub(super) fn hour_in_words(word: &str) -> Option<u16> {
    Some(match word {
        "one" | "1" => 1,
        "two" | "2" => 2,
        "three" | "3" => 3,
        "four" | "4" => 4,
        "five" | "5" => 5,
        "six" | "6" => 6,
        "seven" | "7" => 7,
        "eight" | "8" => 8,
        "nine" | "9" => 9,
        "ten" | "10" => 10,
        "eleven" | "11" => 11,
        "twelve" | "12" => 12,
        _ => return None,
    })
}
