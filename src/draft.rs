//! A draft against its sources: what touches the draft, and what no source supports.
//!
//! One article is being written and the others are what it is written from. Where two
//! sources differ is then no business of the draft's; where the draft differs is, and
//! so is a figure, a date, a name or a quotation that stands in no source at all. The
//! draft may be right: an unsupported claim is a reminder, not a difference.

mod support;

use std::collections::BTreeSet;

use crate::article::{ArticleId, Cluster};
use crate::claim::Kind;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Report, Verdict};
use support::{Support, is_trivial};

/// Makes a report on all articles one on the draft.
///
/// Topics without the draft go. In those that stay the draft's reading comes first, and
/// in it the draft's own claims; [`Report::unsupported`] is filled. A draft that is no
/// article of the cluster changes nothing.
pub fn focus(cluster: &Cluster, report: &mut Report, draft: ArticleId) {
    if draft.index() >= cluster.articles().len() {
        return;
    }
    report.unsupported = unsupported(cluster, report, draft);
    report.draft = Some(draft);
    let claims = &report.claims;
    let is_of_draft = |id: &ClaimId| claims[id.0 as usize].span.article == draft;
    report.topics.retain(|topic| topic.readings.iter().flat_map(|r| &r.claims).any(is_of_draft));
    for topic in &mut report.topics {
        for reading in &mut topic.readings {
            reading.claims.sort_by_key(|id| (!is_of_draft(id), *id));
        }
        topic.readings.sort_by_key(|r| (!r.claims.iter().any(is_of_draft), r.claims.first().copied()));
    }
    let first = |t: &JudgedTopic| t.readings.first().and_then(|r| r.claims.first().copied());
    report.topics.sort_by_key(|t| (first(t), t.kind));
}

/// True for the kinds that a source has to support: figures, days and times, names and
/// places, quotations. A role, an office and a speaker are compared where they meet.
fn needs_support(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Count
            | Kind::Percent
            | Kind::Money
            | Kind::Measure
            | Kind::Duration
            | Kind::Age
            | Kind::Ordinal
            | Kind::Date
            | Kind::Time
            | Kind::Name
            | Kind::Place
            | Kind::QuoteWording
    )
}

/// The claims of the draft that no other article supports or contradicts, each value
/// once, where it stands first.
fn unsupported(cluster: &Cluster, report: &Report, draft: ArticleId) -> Vec<ClaimId> {
    let own = cluster[draft].lineage();
    // An earlier version of the draft, declared to be of its lineage, is no source.
    let is_source = |id: ArticleId| id != draft && (own.is_none() || cluster[id].lineage() != own);
    let met = met(report, draft, &is_source);
    let support = Support::of(cluster, report, &is_source);
    let mut found: Vec<ClaimId> = Vec::new();
    let mut told = BTreeSet::new();
    for (id, claim) in (0..).map(ClaimId).zip(&report.claims) {
        let is_asked = claim.span.article == draft && needs_support(claim.kind);
        if !is_asked || met.contains(&id) || is_trivial(cluster, claim) {
            continue;
        }
        let claim = support::fullest(report, claim);
        if support.holds(cluster, claim) {
            continue;
        }
        let value = claim.printed(cluster).to_lowercase();
        // "Marsh" after "Ruth Marsh" is told already, whatever kind of name each was read as.
        let is_name = matches!(claim.kind, Kind::Name | Kind::Place);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let is_part = |(of_name, longer): &(bool, String)| {
            is_name && *of_name && words(&value).iter().all(|word| words(longer).contains(word))
        };
        if !told.iter().any(is_part) && told.insert((is_name, format!("{} {value}", claim.kind.id()))) {
            found.push(id);
        }
    }
    found
}

/// The claims of the draft that stand in a topic with a claim of a source: they are
/// borne out, or the difference is reported.
fn met(report: &Report, draft: ArticleId, is_source: &impl Fn(ArticleId) -> bool) -> BTreeSet<ClaimId> {
    let article = |id: &ClaimId| report.claim(*id).span.article;
    let counts = |topic: &&JudgedTopic| match topic.verdict {
        Verdict::Agree | Verdict::Compatible | Verdict::Update | Verdict::Minor => true,
        // What we are not sure to be one thing speaks neither for nor against it.
        Verdict::Conflict => topic.confidence > Confidence::Low,
        Verdict::Unclear => false,
    };
    let mut met = BTreeSet::new();
    // A fragment of a quotation fits the whole, and leaves the rest of it unsupported.
    let is_fit = |t: &JudgedTopic| t.kind == Kind::QuoteWording && !t.verdict.is_discrepancy();
    for topic in report.topics.iter().filter(counts).filter(|topic| !is_fit(topic)) {
        let ids = || topic.readings.iter().flat_map(|r| &r.claims);
        if ids().any(|id| is_source(article(id))) {
            met.extend(ids().filter(|id| article(id) == draft));
        }
    }
    met
}

#[cfg(test)]
mod tests;
