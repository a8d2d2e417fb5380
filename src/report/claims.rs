//! Claims on their own: every one an article makes, as lines of JSON or of text.
//!
//! The slots come from [`Claim::slots`]; offsets are bytes of the file as given, or of
//! the extracted text where `paragraph` stands.

use std::fmt::Write;

use serde::Serialize;

use crate::article::Cluster;
use crate::claim::{Claim, Slots};
use crate::report::quotation::on_one_line;

#[derive(Debug, Serialize)]
struct JsonClaim<'a> {
    article: &'a str,
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    value: String,
    low: Option<String>,
    high: Option<String>,
    unit: Option<String>,
    bound: Option<&'static str>,
    change: Option<&'static str>,
    counted: Option<String>,
    event: Option<String>,
    measurand: Option<String>,
    holder: Option<String>,
    attribution: Option<String>,
    as_of: Option<String>,
    negated: bool,
    modal: Option<String>,
    earlier: Option<String>,
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
