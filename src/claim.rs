//! A claim: a mention in its surroundings.
//!
//! What is asserted (the value), of what (the subject), in which scope, on whose
//! word, as of when, and whether it is asserted at all. Detectors make claims;
//! everything after them reads nothing else.

use crate::article::{Cluster, Span, ZoneKind};

/// What a claim is about, by kind; one detector file and one page each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// People and things counted.
    Count,
    /// Percentages and shares.
    Percent,
    /// Sums of money.
    Money,
    /// Lengths, areas, temperatures, magnitudes, calibres.
    Measure,
    /// How long something lasts.
    Duration,
    /// How old a person is.
    Age,
    /// Rank in a sequence: "second anniversary".
    Ordinal,
    /// The day of an event.
    Date,
    /// The time of day of an event.
    Time,
    /// How a person is named.
    Name,
    /// Who holds a role.
    Role,
    /// In office, formerly so, or yet to be; and whose administration.
    Office,
    /// Where an event was.
    Place,
    /// The words of a quotation.
    QuoteWording,
    /// The speaker of a quotation.
    QuoteSpeaker,
    /// How an event ended.
    Outcome,
    /// First, only, largest.
    Superlative,
    /// Parts against their total, inside one article.
    Sum,
    /// Weekday against date, inside one article.
    Weekday,
    /// A figure against its own conversion, inside one article.
    Conversion,
}

impl Kind {
    /// Every kind, in the order of reports.
    pub const ALL: [Kind; 20] = [
        Kind::Count,
        Kind::Percent,
        Kind::Money,
        Kind::Measure,
        Kind::Duration,
        Kind::Age,
        Kind::Ordinal,
        Kind::Date,
        Kind::Time,
        Kind::Name,
        Kind::Role,
        Kind::Office,
        Kind::Place,
        Kind::QuoteWording,
        Kind::QuoteSpeaker,
        Kind::Outcome,
        Kind::Superlative,
        Kind::Sum,
        Kind::Weekday,
        Kind::Conversion,
    ];

    /// Its name in reports, on the command line and as a page of docs/kinds.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Count => "count",
            Kind::Percent => "percent",
            Kind::Money => "money",
            Kind::Measure => "measure",
            Kind::Duration => "duration",
            Kind::Age => "age",
            Kind::Ordinal => "ordinal",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Name => "name",
            Kind::Role => "role",
            Kind::Office => "office",
            Kind::Place => "place",
            Kind::QuoteWording => "quote-wording",
            Kind::QuoteSpeaker => "quote-speaker",
            Kind::Outcome => "outcome",
            Kind::Superlative => "superlative",
            Kind::Sum => "sum",
            Kind::Weekday => "weekday",
            Kind::Conversion => "conversion",
        }
    }

    /// The kind of that name.
    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.id() == id)
    }
}

/// The slots of a claim as text: what `factdiff claims` prints.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slots {
    /// The figure, name, role or words asserted.
    pub value: String,
    /// Least it can mean, as a decimal, an ISO date or `HH:MM`; `None` is open.
    pub low: Option<String>,
    /// Most it can mean; `None` is open.
    pub high: Option<String>,
    /// Unit: `USD`, `percent`, `mile`.
    pub unit: Option<String>,
    /// exactly, about, at_least, more_than, nearly, at_most, less_than, between.
    pub bound: Option<&'static str>,
    /// `up` or `down` when the value is a change.
    pub change: Option<&'static str>,
    /// What is counted: "people".
    pub counted: Option<String>,
    /// What happened: "killed".
    pub event: Option<String>,
    /// Both, as topics name it: "people killed".
    pub measurand: Option<String>,
    /// The person who holds the role or said the words.
    pub holder: Option<String>,
    /// On whose word.
    pub attribution: Option<String>,
    /// The day for which the claim holds, ISO.
    pub as_of: Option<String>,
    /// "No one was hurt".
    pub negated: bool,
    /// "could", "plans to": not asserted as fact.
    pub modal: Option<String>,
}

/// A claim of an article.
#[derive(Debug, Clone)]
pub struct Claim {
    /// What kind of claim.
    pub kind: Kind,
    /// The words that carry it: "at least 67,160 people".
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// The part of the article it stands in.
    pub zone: ZoneKind,
}

impl Claim {
    /// Its slots as text.
    pub fn slots(&self, cluster: &Cluster) -> Slots {
        Slots { value: cluster[self.span].to_owned(), ..Slots::default() }
    }
}
