//! The plain rendition: the differences as a document, for paper and without scripts.
//!
//! The same discrepancies in the same order as in the list; what is less sure than
//! asked for stands apart at the end.

use maud::{Markup, html};

use crate::article::Cluster;
use crate::claim::Claim;
use crate::discrepancy::{JudgedTopic, Reading, Report};
use crate::report::Selection;
use crate::report::text::names;
use crate::report::unsupported::{REASON, unsupported};

use super::story::{is_shown_first, order};

/// Sentences shown for one reading; its sources are listed in any case.
const SENTENCES: usize = 2;

/// The differences that `selection` keeps, then those it finds too unsure.
pub(super) fn plain(cluster: &Cluster, report: &Report, selection: &Selection) -> Markup {
    let names = names(cluster);
    let found: Vec<&JudgedTopic> =
        order(report, selection).into_iter().filter(|t| t.verdict.is_discrepancy()).collect();
    let (first, unsure): (Vec<&JudgedTopic>, Vec<&JudgedTopic>) =
        found.into_iter().partition(|t| is_shown_first(t, selection));
    let card = |topic: &JudgedTopic| difference(cluster, report, &names, topic);
    html! {
        div #plain {
            h1 { "Where the articles differ" }
            p.plain-counts { (selection.counts(report)) }
            ol.plain-sources {
                @for (article, name) in cluster.articles().iter().zip(&names) {
                    li {
                        b { (name) }
                        @if let Some(day) = article.published { ", " (day) }
                        @if let Some(title) = &article.title { ": " bdi { (title) } }
                    }
                }
            }
            @for topic in &first { (card(topic)) }
            @if !unsure.is_empty() {
                h2.plain-unsure { "Less sure" }
                @for topic in &unsure { (card(topic)) }
            }
            @let reminders = unsupported(report, selection);
            @if !reminders.is_empty() {
                section.unsupported {
                    h2 { "Unsupported: " (REASON) }
                    ul {
                        @for claim in reminders {
                            li { (claim.kind.id()) " " (place(cluster, claim, &names[claim.span.article.index()])) }
                        }
                    }
                }
            }
        }
    }
}

fn difference(cluster: &Cluster, report: &Report, names: &[String], topic: &JudgedTopic) -> Markup {
    html! {
        section.difference data-fingerprint=(topic.fingerprint) {
            h3 { (capital(topic.verdict.id())) ": " bdi { (topic.topic) } }
            p.facts {
                (topic.kind.id()) ", severity " (topic.severity.id()) ", confidence " (topic.confidence.id()) ", "
                (topic.fingerprint.get(..8).unwrap_or(&topic.fingerprint))
                span.mark-in-words {
                    @if let Some(accepted) = &topic.accepted { " · fine: " (accepted.because) }
                }
            }
            @for reading in &topic.readings { (side(cluster, report, names, reading)) }
            p.why { "Why: " (topic.reason) @if let Some(hint) = &topic.hint { " · " (hint) } }
        }
    }
}

fn side(cluster: &Cluster, report: &Report, names: &[String], reading: &Reading) -> Markup {
    let claims: Vec<&Claim> = reading.claims.iter().map(|id| report.claim(*id)).collect();
    let name = |claim: &Claim| names[claim.span.article.index()].as_str();
    let mut sources: Vec<&str> = claims.iter().map(|c| name(c)).collect();
    sources.dedup();
    html! {
        div.side {
            p.value { b { bdi { (reading.value) } } " " span.sources { (sources.join(", ")) } }
            ul {
                @for claim in claims.iter().take(SENTENCES) {
                    li { (place(cluster, claim, name(claim))) }
                }
            }
        }
    }
}

/// The sentence with the claim marked in it.
fn place(cluster: &Cluster, claim: &Claim, name: &str) -> Markup {
    let article = &cluster[claim.span.article];
    let at = article.place_of(claim.span.range().start).short();
    let text = |range: std::ops::Range<usize>| article.text.get(range).unwrap_or("");
    let (sentence, words) = (claim.sentence.range(), claim.span.range());
    html! {
        span.at { (name) ":" (at) } " "
        bdi {
            (text(sentence.start..words.start))
            mark { (&cluster[claim.span]) }
            (text(words.end..sentence.end))
        }
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
