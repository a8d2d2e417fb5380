//! Superlatives: first, only, deadliest, and since when.

use std::fmt;

/// What something is more than all others of its class.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Superlative {
    /// "first", "only", "deadliest", "most powerful".
    pub rank: String,
    /// The year since which it holds: "since 2011".
    pub since: Option<i16>,
}

impl fmt::Display for Superlative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rank)?;
        match self.since {
            Some(year) => write!(f, " since {year}"),
            None => Ok(()),
        }
    }
}
