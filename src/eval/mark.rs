//! Marks: what a person found in a story by hand.
//!
//! A mark names its places as spans; whether a report finds it is decided in
//! `tally`, not here.

use crate::article::Span;
use crate::claim::Kind;
use crate::discrepancy::Verdict;

/// What the person wants of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wanted {
    /// The sides cannot all hold: it must be shown.
    Conflict,
    /// A detail that is worth listing.
    Minor,
    /// A later value of one measure.
    Update,
    /// It only looks like a difference: nothing may be shown.
    Nothing,
}

impl Wanted {
    /// The verdicts that are wanted of a report, in the order of tables.
    pub const SHOWN: [Wanted; 3] = [Wanted::Conflict, Wanted::Minor, Wanted::Update];

    /// Its name in tables: the verdict's, or `compatible` for a look-alike.
    pub fn id(self) -> &'static str {
        match self {
            Wanted::Conflict => "conflict",
            Wanted::Minor => "minor",
            Wanted::Update => "update",
            Wanted::Nothing => "compatible",
        }
    }

    /// The one of that name.
    pub(super) fn from_id(id: &str) -> Option<Wanted> {
        [Wanted::Conflict, Wanted::Minor, Wanted::Update, Wanted::Nothing].into_iter().find(|w| w.id() == id)
    }

    /// True when a report with that verdict says what is wanted.
    pub fn is(self, verdict: Verdict) -> bool {
        self.id() == verdict.id()
    }
}

/// One value of a mark, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The value; sides of one value do not differ from one another.
    pub value: String,
    /// Where it stands: any of these places will do.
    pub places: Vec<Span>,
}

/// A person's word on two or more places of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its name in its file: the `id`, or its line.
    pub id: String,
    /// The kind as the file gives it; empty if it gives none.
    pub kind: String,
    /// What a report should say.
    pub wanted: Wanted,
    /// Other verdicts that will do.
    pub accepts: Vec<Wanted>,
    /// True when both values stand in the text and nothing has to be inferred.
    pub is_core: bool,
    /// What it is about.
    pub topic: String,
    /// Its sides, at least two.
    pub sides: Vec<Side>,
    /// Why it was marked so.
    pub why: String,
}

impl Mark {
    /// True when a report with that verdict says what the mark wants.
    pub fn is_answered_by(&self, verdict: Verdict) -> bool {
        self.wanted.is(verdict) || self.accepts.iter().any(|w| w.is(verdict))
    }
}

/// Kinds that marks may have beside those of reports: what is counted, and what
/// became of somebody.
const OTHER_KINDS: [&str; 2] = ["quantity", "status"];

/// The kind of that name as tables give it; `None` for a name nobody knows.
///
/// "quantity" is the older name of `count`.
pub(super) fn kind(id: &str) -> Option<&str> {
    match id {
        "quantity" => Some(Kind::Count.id()),
        _ if Kind::from_id(id).is_some() || OTHER_KINDS.contains(&id) => Some(id),
        _ => None,
    }
}

/// What to write instead of a kind that nobody knows.
pub(super) fn kinds() -> String {
    let ids: Vec<&str> = Kind::ALL.map(Kind::id).into_iter().chain(OTHER_KINDS).collect();
    ids.join(", ")
}
