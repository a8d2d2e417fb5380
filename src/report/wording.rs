//! Wording: what every format says of a discrepancy, on one line each.
//!
//! Sources are named as in the text report, and a lineage is told wherever fewer
//! witnesses than articles give a reading.

use std::collections::BTreeMap;

use crate::article::{Article, ArticleId, Cluster};
use crate::claim::Claim;
use crate::discrepancy::{Acceptance, JudgedTopic, Reading, Report};
use crate::report::quotation::on_one_line;

/// The words for the discrepancies of one report.
pub(super) struct Wording<'a> {
    pub cluster: &'a Cluster,
    pub report: &'a Report,
    /// What each article is called, by number.
    pub names: Vec<String>,
}

impl<'a> Wording<'a> {
    pub fn new(cluster: &'a Cluster, report: &'a Report) -> Wording<'a> {
        Wording { cluster, report, names: names(cluster) }
    }

    /// What an article is called.
    pub fn name(&self, id: ArticleId) -> &str {
        &self.names[id.index()]
    }

    /// "people killed", "“We will never …” – speaker".
    pub fn topic(&self, topic: &JudgedTopic) -> String {
        on_one_line(&topic.topic)
    }

    /// The names of the articles that give a reading, each once; with their lineages if
    /// those are fewer: "AP, BBC, Times (3 articles, 1 lineage)".
    pub fn sources(&self, reading: &Reading) -> String {
        let names = self.articles(reading).into_iter().map(|id| self.name(id));
        let names = names.collect::<Vec<_>>().join(", ");
        match self.lineages_of(reading) {
            Some(lineages) => format!("{names} ({lineages})"),
            None => names,
        }
    }

    /// "3 articles, 1 lineage", if a reading has fewer witnesses than articles.
    pub fn lineages_of(&self, reading: &Reading) -> Option<String> {
        few_lineages(self.articles(reading).len(), self.report.witnesses(reading))
    }

    fn articles(&self, reading: &Reading) -> Vec<ArticleId> {
        let mut articles: Vec<ArticleId> =
            reading.claims.iter().map(|id| self.report.claim(*id).span.article).collect();
        articles.sort_unstable();
        articles.dedup();
        articles
    }

    /// "67,160 (AP, BBC)".
    pub fn side(&self, reading: &Reading) -> String {
        format!("{} ({})", on_one_line(&reading.value), self.sources(reading))
    }

    /// "67,160 (AP, BBC) / 67,173 (AFP)".
    pub fn sides(&self, topic: &JudgedTopic) -> String {
        topic.readings.iter().map(|reading| self.side(reading)).collect::<Vec<_>>().join(" / ")
    }

    /// Why this verdict and, where reference knowledge adds something, what.
    pub fn reason(&self, topic: &JudgedTopic) -> String {
        match &topic.hint {
            Some(hint) => on_one_line(&format!("{}. Note: {hint}", topic.reason)),
            None => on_one_line(&topic.reason),
        }
    }

    /// Topic, sides and reason on one line, for formats that have one message.
    pub fn message(&self, topic: &JudgedTopic) -> String {
        format!("{}: {} – {}", self.topic(topic), self.sides(topic), self.reason(topic))
    }

    /// Why and on whose word a discrepancy is accepted: "counted a day apart (Desk, until
    /// 2025-12-31)".
    pub fn acceptance(&self, acceptance: &Acceptance) -> String {
        let by = acceptance.by.clone();
        let until = acceptance.until.map(|day| format!("until {day}"));
        let on_whose_word: Vec<String> = by.into_iter().chain(until).collect();
        let because = on_one_line(&acceptance.because);
        if on_whose_word.is_empty() {
            because
        } else {
            on_one_line(&format!("{because} ({})", on_whose_word.join(", ")))
        }
    }

    /// The first claim of each article that gives a reading, in order.
    pub fn first_of_each_article(&self, reading: &Reading) -> Vec<&'a Claim> {
        let mut first: Vec<&Claim> = Vec::new();
        for claim in reading.claims.iter().map(|id| self.report.claim(*id)) {
            if first.iter().all(|c| c.span.article != claim.span.article) {
                first.push(claim);
            }
        }
        first
    }

    /// The number of the reading and the claim that a format with one place for each
    /// discrepancy points at: the draft's first, else the first of all.
    pub fn main_claim(&self, topic: &JudgedTopic) -> Option<(usize, &'a Claim)> {
        let claims = || {
            let readings = topic.readings.iter().enumerate();
            readings.flat_map(|(n, r)| r.claims.iter().map(move |id| (n, self.report.claim(*id))))
        };
        let in_draft = claims().find(|(_, claim)| Some(claim.span.article) == self.report.draft);
        in_draft.or_else(|| claims().next())
    }

    /// "3 articles, 1 lineage", if the story has fewer lineages than articles.
    pub fn lineages(&self) -> Option<String> {
        let mut lineages = self.report.lineages.clone();
        lineages.sort_unstable();
        lineages.dedup();
        few_lineages(self.report.lineages.len(), lineages.len())
    }
}

/// "3 articles, 1 lineage", if the lineages are fewer than the articles.
fn few_lineages(articles: usize, lineages: usize) -> Option<String> {
    let s = if lineages == 1 { "" } else { "s" };
    (lineages < articles).then(|| format!("{articles} articles, {lineages} lineage{s}"))
}

/// What each article is called: its name, with the id where two share a name.
pub(crate) fn names(cluster: &Cluster) -> Vec<String> {
    let mut times = BTreeMap::new();
    for article in cluster.articles() {
        *times.entry(article.name()).or_insert(0) += 1;
    }
    let called = |a: &Article| {
        if times[a.name()] > 1 && a.name() != a.id {
            format!("{} ({})", a.name(), a.id)
        } else {
            a.name().to_owned()
        }
    };
    cluster.articles().iter().map(called).map(|name| on_one_line(&name)).collect()
}
