//! Claims on their own: every one an article makes, as lines of JSON or of text.
//!
//! The slots come from [`Claim::slots`]; offsets are bytes of the file as given, or of
//! the extracted text where `paragraph` stands.

use std::fmt::Write;

use schemars::JsonSchema;
use serde::Serialize;

use crate::article::Cluster;
use crate::claim::{Claim, Slots};
use crate::report::quotation::on_one_line;

/// A claim that an article makes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "factdiff claim")]
pub(super) struct JsonClaim<'a> {
    /// Id of the article.
    article: &'a str,
    /// What kind of claim; `factdiff explain` lists them.
    kind: &'static str,
    /// First byte in the file; where `paragraph` stands, in the extracted text.
    start: usize,
    /// One past the last byte in the file; where `paragraph` stands, in the extracted text.
    end: usize,
    /// The words of the claim.
    text: &'a str,
    /// The figure as printed, the name, the role, the words of a quotation.
    value: String,
    /// Least that it can mean: a decimal, a day or HH:MM; null is open.
    low: Option<String>,
    /// Most that it can mean; null is open.
    high: Option<String>,
    /// What a figure is in: a currency by its code, a unit of measure, percent.
    unit: Option<String>,
    /// What the hedge allows.
    #[schemars(extend("enum" = [
        "exactly", "about", "at_least", "more_than", "nearly", "at_most", "less_than", "between", null
    ]))]
    bound: Option<&'static str>,
    /// Whether the figure is that of a rise or a fall.
    #[schemars(extend("enum" = ["up", "down", null]))]
    change: Option<&'static str>,
    /// What is counted: people.
    counted: Option<String>,
    /// What happened to it: killed.
    event: Option<String>,
    /// Both together: people killed.
    measurand: Option<String>,
    /// Who has the role, who spoke the words.
    holder: Option<String>,
    /// On whose word, as the article puts it.
    attribution: Option<String>,
    /// The day for which the claim holds: 2025-10-07.
    as_of: Option<String>,
    /// True where the sentence denies it.
    negated: bool,
    /// The word that keeps it from being asserted: could, if, plans to.
    modal: Option<String>,
    /// What takes it for an earlier state only: "up from", "initially".
    earlier: Option<String>,
    /// Paragraph of the main text of a page or document, from 1; left out of text files.
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
}

/// The claims as lines of JSON.
pub fn claims_jsonl<'a>(cluster: &Cluster, claims: impl IntoIterator<Item = &'a Claim>) -> String {
    let mut out = String::new();
    for claim in claims {
        let line = serde_json::to_string(&json(cluster, claim)).expect("a claim is plain JSON");
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// The claims as text: place, kind and words on one line, then the slots that are filled.
pub fn claims_text<'a>(cluster: &Cluster, claims: impl IntoIterator<Item = &'a Claim>) -> String {
    let mut out = String::new();
    for claim in claims {
        let article = &cluster[claim.span.article];
        let place = article.place_of(claim.span.range().start);
        let words = on_one_line(&cluster[claim.span]);
        let _ = writeln!(out, "{}:{place}: {}: {words}", article.name(), claim.kind.id());
        let slots = slots_line(&claim.slots(cluster));
        if !slots.is_empty() {
            let _ = writeln!(out, "    {slots}");
        }
    }
    out
}

/// The filled slots on one line: `value 67160, at_least, people killed`.
pub(super) fn slots_line(slots: &Slots) -> String {
    let Slots {
        value,
        low,
        high,
        unit,
        bound,
        change,
        counted,
        event,
        measurand,
        holder,
        attribution,
        as_of,
        negated,
        modal,
        earlier,
    } = slots;
    let range = match (low, high) {
        (None, None) => None,
        (Some(low), Some(high)) if low == high => Some(low.clone()).filter(|low| low != value),
        (low, high) => {
            Some(format!("{} to {}", low.as_deref().unwrap_or("open"), high.as_deref().unwrap_or("open")))
        }
    };
    let named = [
        ("value", Some(value.clone())),
        ("means", range),
        ("unit", unit.clone()),
        ("bound", bound.map(str::to_owned)),
        ("change", change.map(str::to_owned)),
        ("measurand", measurand.clone()),
        ("counted", counted.clone().filter(|_| measurand.is_none())),
        ("event", event.clone().filter(|_| measurand.is_none())),
        ("holder", holder.clone()),
        ("attribution", attribution.clone()),
        ("as of", as_of.clone()),
        ("modal", modal.clone()),
        ("earlier state", earlier.clone()),
    ];
    let mut parts: Vec<String> = named
        .into_iter()
        .filter_map(|(name, slot)| {
            slot.filter(|s| !s.is_empty()).map(|s| format!("{name} {}", on_one_line(&s)))
        })
        .collect();
    if *negated {
        parts.push("negated".to_owned());
    }
    parts.join(" · ")
}

fn json<'a>(cluster: &'a Cluster, claim: &Claim) -> JsonClaim<'a> {
    let article = &cluster[claim.span.article];
    let slots = claim.slots(cluster);
    JsonClaim {
        article: &article.id,
        kind: claim.kind.id(),
        start: article.file_offset(claim.span.range().start),
        end: article.file_offset(claim.span.range().end),
        text: &cluster[claim.span],
        value: slots.value,
        low: slots.low,
        high: slots.high,
        unit: slots.unit,
        bound: slots.bound,
        change: slots.change,
        counted: slots.counted,
        event: slots.event,
        measurand: slots.measurand,
        holder: slots.holder,
        attribution: slots.attribution,
        as_of: slots.as_of,
        negated: slots.negated,
        modal: slots.modal,
        earlier: slots.earlier,
        paragraph: article.paragraph(claim.span.range().start),
    }
}
