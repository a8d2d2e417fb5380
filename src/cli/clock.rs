//! Today. The clock is read here and nowhere else, and only for accepted differences.

use std::time::SystemTime;

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The day it is, by universal time.
pub fn today() -> Date {
    let passed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let days = i64::try_from(passed.as_secs() / 86_400).unwrap_or(0);
    date(1970, 1, 1).checked_add(days.days()).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_after_the_day_this_was_written() {
        assert!(today() > date(2025, 1, 1) && today() < date(2200, 1, 1), "{}", today());
    }
}
