//! What a house asks of a check beyond the articles: its names, its facts, its draft.
//!
//! Everything here has a default that suits a folder of articles with nothing else
//! known; configuration files and flags are read elsewhere and end here.

use jiff::civil::Date;

use crate::article::ArticleId;

/// How to check.
#[derive(Debug, Clone)]
pub struct Options {
    /// Threads that read articles; the report does not depend on it. At least 1.
    pub threads: usize,
    /// Whether reference knowledge may add hints to reasons.
    pub hints: bool,
    /// The article to be checked against all others, if one is a draft.
    pub draft: Option<ArticleId>,
    /// Names that mean one thing to this house.
    pub aliases: Vec<Alias>,
    /// People and offices as this house knows them.
    pub facts: Vec<HouseFact>,
    /// Sources of figures that count differently, so that their figures do not
    /// contradict: each group of names is one way of counting.
    pub counters: Vec<Vec<String>>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            threads: 1,
            hints: true,
            draft: None,
            aliases: Vec::new(),
            facts: Vec::new(),
            counters: Vec::new(),
        }
    }
}

/// Names of one person, organisation or place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The name that the house prints.
    pub name: String,
    /// Other names for the same.
    pub also: Vec<String>,
}

/// A role that somebody held, as the house's own records have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseFact {
    /// Full name in the spelling of the house.
    pub name: String,
    /// What the person was: "mayor of Springfield".
    pub role: Option<String>,
    /// First day in that role.
    pub from: Option<Date>,
    /// Last day in that role.
    pub until: Option<Date>,
}
