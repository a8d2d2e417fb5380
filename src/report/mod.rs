//! Reports: what a check found, in the form asked for; one file per format.
//!
//! Every format shows the same discrepancies, those a [`Selection`] keeps, in
//! the same order. Formats own their output structs, so that a change of the
//! inner types never changes what others build on.

mod claims;
mod explanation;
mod github;
mod gitlab;
mod html;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod parting;
mod place;
mod quotation;
mod sarif;
mod schema;
mod sheet;
mod stages;
pub mod text;
mod unsupported;
mod wording;

use crate::claim::Kind;
use crate::discrepancy::{Confidence, JudgedTopic, Report, Verdict};

pub use claims::{claims_jsonl, claims_text};
pub use explanation::{explanation, gist};
pub use github::github;
pub use gitlab::gitlab;
pub use html::html;
pub use json::{BatchReport, JsonReport};
pub use jsonl::jsonl;
pub use junit::junit;
pub use markdown::markdown;
pub(crate) use quotation::on_one_line;
pub use sarif::{Former, sarif};
pub(crate) use schema::schema_of;
pub use schema::{answer_schema, claim_schema, line_schema, report_schema};
pub use sheet::{sheet_html, sheet_markdown};
pub use stages::{sentences, topics, zones};

/// Which topics are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// These kinds; none means all.
    pub kinds: Vec<Kind>,
    /// This confidence or a higher one.
    pub min_confidence: Confidence,
}

impl Default for Selection {
    fn default() -> Selection {
        Selection { kinds: Vec::new(), min_confidence: Confidence::Medium }
    }
}

impl Selection {
    /// True for a topic of a wanted kind, whatever its confidence.
    pub fn wants_kind(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// The discrepancies it keeps, worst first; those that the house has accepted come last.
    pub fn discrepancies<'r>(&self, report: &'r Report) -> Vec<&'r JudgedTopic> {
        let mut found = report.discrepancies();
        found.retain(|t| self.wants_kind(t.kind) && t.confidence >= self.min_confidence);
        found.sort_by_key(|t| t.accepted.is_some());
        found
    }

    /// How many topics of the wanted kinds came to what; an accepted discrepancy counts
    /// as accepted only.
    pub fn counts(&self, report: &Report) -> Counts {
        let unsupported = unsupported::unsupported(report, self).len();
        let mut counts = Counts { unsupported, ..Counts::default() };
        for topic in report.topics.iter().filter(|t| self.wants_kind(t.kind)) {
            if topic.verdict.is_discrepancy() && topic.confidence < self.min_confidence {
                counts.too_unsure += 1;
                continue;
            }
            if topic.verdict.is_discrepancy() && topic.accepted.is_some() {
                counts.accepted += 1;
                continue;
            }
            match topic.verdict {
                Verdict::Conflict => counts.conflict += 1,
                Verdict::Minor => counts.minor += 1,
                Verdict::Update => counts.update += 1,
                Verdict::Unclear => counts.unclear += 1,
                Verdict::Compatible => counts.compatible += 1,
                Verdict::Agree => counts.agree += 1,
            }
        }
        counts
    }
}

/// How many topics came to what; `Display` is the last line of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Topics whose values cannot all hold.
    pub conflict: usize,
    /// Differences worth listing only.
    pub minor: usize,
    /// Later values of the same measure.
    pub update: usize,
    /// Topics nobody could judge.
    pub unclear: usize,
    /// Topics whose values differ and can all hold.
    pub compatible: usize,
    /// Topics with one value.
    pub agree: usize,
    /// Discrepancies that the house has accepted.
    pub accepted: usize,
    /// Discrepancies left out because their confidence is below the minimum.
    pub too_unsure: usize,
    /// Claims of the draft that no source supports; information, and no discrepancy.
    pub unsupported: usize,
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        let mut parts = Vec::new();
        if self.conflict + self.minor + self.update == 0 {
            parts.push("no discrepancy".to_owned());
        }
        let mut part = |n: usize, word: String| {
            if n > 0 {
                parts.push(format!("{n} {word}"));
            }
        };
        part(self.conflict, format!("conflict{}", plural(self.conflict)));
        part(self.minor, "minor".into());
        part(self.update, format!("update{}", plural(self.update)));
        part(self.unclear, "unclear".into());
        part(self.compatible, "compatible".into());
        part(self.agree, "agree".into());
        part(self.accepted, "accepted".into());
        part(self.too_unsure, "not sure enough to show".into());
        part(self.unsupported, "unsupported in the draft".into());
        f.write_str(&parts.join(", "))
    }
}

#[cfg(test)]
mod tests;
