//! Times of day at a boundary: whether the sentence goes on after "8 p.m.".
//!
//! A day, a zone or the name of a clock completes the time; the stop ends nothing then.

use super::marks::BlockTokens;

/// True for what completes a time of day: "8 p.m. Thursday", "8 p.m. GMT".
pub(super) fn is_time_detail(surface: &str, norm: &str) -> bool {
    let is_zone = (2..=4).contains(&surface.len()) && surface.bytes().all(|b| b.is_ascii_uppercase());
    is_zone
        || matches!(
            norm,
            "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
                | "mon."
                | "tues."
                | "wed."
                | "thurs."
                | "fri."
                | "sat."
                | "sun."
                | "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
                | "jan."
                | "feb."
                | "aug."
                | "sept."
                | "oct."
                | "nov."
                | "dec."
                | "eastern"
                | "central"
                | "mountain"
                | "pacific"
                | "standard"
                | "local"
                | "greenwich"
        )
}

impl BlockTokens<'_> {
    /// True for the name of a clock: "8 p.m. Moscow time", "9 a.m. New York time".
    pub(super) fn is_time_zone(&self, word: usize) -> bool {
        (word + 1..self.tokens.len()).take(2).any(|token| self.norm(token) == "time")
    }

    /// True when the sentence so far is a time of day: "Shortly after 8 p.m." goes on
    /// with a name.
    pub(super) fn is_opening_time(&self, start: usize, token: usize) -> bool {
        token - start < 6
            && matches!(
                self.norm(start),
                "at" | "about"
                    | "around"
                    | "approximately"
                    | "after"
                    | "before"
                    | "by"
                    | "from"
                    | "just"
                    | "on"
                    | "shortly"
                    | "since"
                    | "until"
            )
    }
}
