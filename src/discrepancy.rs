//! What a check gives back: claims, and the judged topics they form.
//!
//! A topic has readings, each one value with the claims that support it. A
//! discrepancy is a topic whose readings cannot stand together as they are.

use jiff::civil::Date;

use crate::article::ArticleId;
use crate::claim::{Claim, Kind};

/// Number of a claim in its [`Report`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub u32);

/// What the readings of a topic are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Every source gives the same value.
    Agree,
    /// The values differ in form, and all can hold.
    Compatible,
    /// Something kept us from judging.
    Unclear,
    /// A later value of the same measure.
    Update,
    /// A difference worth listing, not worth an alarm.
    Minor,
    /// The values cannot all hold.
    Conflict,
}

impl Verdict {
    /// Its name in reports.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Agree => "agree",
            Verdict::Compatible => "compatible",
            Verdict::Unclear => "unclear",
            Verdict::Update => "update",
            Verdict::Minor => "minor",
            Verdict::Conflict => "conflict",
        }
    }

    /// True for the verdicts that are reported.
    pub fn is_discrepancy(self) -> bool {
        matches!(self, Verdict::Update | Verdict::Minor | Verdict::Conflict)
    }
}

/// Did we read and align rightly?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The claims may be about different things.
    Low,
    /// Probably about the same thing.
    Medium,
    /// Nothing in the text speaks against it.
    High,
}

impl Confidence {
    /// Its name in reports.
    pub fn id(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }
}

/// How bad, if so?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Style, wording, a lost hedge.
    Low,
    /// A correction on an inner page.
    Medium,
    /// Who died, how many, who governs, who said it.
    High,
}

impl Severity {
    /// Its name in reports.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Low => "low",
            Severity::Medium => "medium",
            Severity::High => "high",
        }
    }
}

/// Whether a topic's claims come from one article or from several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// All sides stand in one article.
    Internal,
    /// The sides stand in different articles.
    Cross,
}

impl Reach {
    /// Its name in reports (the JSON key is `scope`).
    pub fn id(self) -> &'static str {
        match self {
            Reach::Internal => "internal",
            Reach::Cross => "cross",
        }
    }
}

/// One value of a topic with the claims that support it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The value as its first claim prints it: "67,160".
    pub value: String,
    /// Its claims, by article and place.
    pub claims: Vec<ClaimId>,
}

/// Why a discrepancy is let stand, and on whose word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Why the difference is fine.
    pub because: String,
    /// Who accepted it.
    pub by: Option<String>,
    /// The last day on which it holds.
    pub until: Option<Date>,
}

/// A topic with its readings and what they are to one another.
#[derive(Debug, Clone)]
pub struct JudgedTopic {
    /// Stable hash of kind, topic and (source, value) pairs, in hexadecimal.
    pub fingerprint: String,
    /// The kind of its claims.
    pub kind: Kind,
    /// One article or several.
    pub reach: Reach,
    /// What the readings are to one another.
    pub verdict: Verdict,
    /// Did we read and align rightly?
    pub confidence: Confidence,
    /// How bad, if so?
    pub severity: Severity,
    /// What it is about: "people killed · Gaza".
    pub topic: String,
    /// Why this verdict, in words.
    pub reason: String,
    /// What reference knowledge adds, never whom it favours: "on 11 May 2025 the US
    /// president was Donald Trump".
    pub hint: Option<String>,
    /// Set when the house has accepted the difference.
    pub accepted: Option<Acceptance>,
    /// Its readings, by first appearance.
    pub readings: Vec<Reading>,
}

/// What a check found: every claim, and every topic that at least two claims share.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// All claims, by article and place.
    pub claims: Vec<Claim>,
    /// All topics by first appearance, whatever their verdict.
    pub topics: Vec<JudgedTopic>,
    /// The lineage of each article, by [`ArticleId`]: near-copies and articles that
    /// carry the same wire text share a number, and count as one witness.
    pub lineages: Vec<u32>,
    /// The draft that was checked against the other articles.
    pub draft: Option<ArticleId>,
    /// Claims of the draft that no other article supports or contradicts.
    pub unsupported: Vec<ClaimId>,
}

impl Report {
    /// The claim of that number.
    pub fn claim(&self, id: ClaimId) -> &Claim {
        &self.claims[id.0 as usize]
    }

    /// How many independent witnesses give a reading: articles of one lineage count once.
    pub fn witnesses(&self, reading: &Reading) -> usize {
        let mut lineages: Vec<u32> = reading
            .claims
            .iter()
            .map(|&id| {
                let article = self.claim(id).span.article;
                self.lineages.get(article.index()).copied().unwrap_or(article.0)
            })
            .collect();
        lineages.sort_unstable();
        lineages.dedup();
        lineages.len()
    }

    /// The topics that are discrepancies, worst first: conflict before minor
    /// before update, then by confidence, severity and first appearance.
    pub fn discrepancies(&self) -> Vec<&JudgedTopic> {
        let mut found: Vec<_> = self.topics.iter().filter(|t| t.verdict.is_discrepancy()).collect();
        found.sort_by_key(|t| std::cmp::Reverse((t.verdict, t.confidence, t.severity)));
        found
    }
}
