//! What a draft says and no source does: a list beside the differences, never one of them.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::article::Cluster;
use crate::claim::{Claim, Kind};
use crate::discrepancy::Report;
use crate::fingerprint::fingerprint;
use crate::report::Selection;
use crate::report::quotation::{columns, on_one_line, quote};
use crate::report::text::Look;

/// What formats call such a claim where they want one word: a rule, a check, a suite.
pub(super) const UNSUPPORTED: &str = "unsupported";

/// Why it is listed.
pub(super) const REASON: &str = "only the draft says so";

/// The unsupported claims of the kinds that the selection wants, in the draft's order.
pub(super) fn unsupported<'r>(report: &'r Report, selection: &Selection) -> Vec<&'r Claim> {
    let claims = report.unsupported.iter().map(|id| report.claim(*id));
    claims.filter(|claim| selection.wants_kind(claim.kind)).collect()
}

/// The name under which other programs know the claim again; as with a discrepancy it
/// depends on kind, source and value, and not on the place.
pub(super) fn name_of(cluster: &Cluster, claim: &Claim) -> String {
    let source = cluster[claim.span.article].name();
    fingerprint(claim.kind, UNSUPPORTED, [(source, claim.printed(cluster).as_str())])
}

/// "$4.5 million", on one line; the words of a quotation between quotation marks.
pub(super) fn value(cluster: &Cluster, claim: &Claim) -> String {
    let value = on_one_line(&claim.printed(cluster));
    if claim.kind == Kind::QuoteWording { format!("“{value}”") } else { value }
}

/// "money $4.5 million – only the draft says so", for formats that have one message.
pub(super) fn message(cluster: &Cluster, claim: &Claim) -> String {
    format!("{} {} – {REASON}", claim.kind.id(), value(cluster, claim))
}

/// The section of the text; empty if there is nothing to list. `names` are those of the articles.
pub(super) fn section(
    cluster: &Cluster,
    report: &Report,
    selection: &Selection,
    names: &[String],
    look: &Look,
) -> String {
    let claims = unsupported(report, selection);
    let mut out = String::new();
    if claims.is_empty() {
        return out;
    }
    let paint = |words: &str, style: Style| {
        if look.color { format!("{style}{words}{style:#}") } else { words.to_owned() }
    };
    let _ = writeln!(out, "{}", paint("unsupported in the draft", AnsiColor::Cyan.on_default().bold()));
    let place = |claim: &Claim| {
        let id = claim.span.article;
        let at = cluster[id].place_of(claim.span.range().start).short();
        format!("{}:{at} {}", names[id.index()], claim.kind.id())
    };
    let places: Vec<String> = claims.iter().map(|claim| place(claim)).collect();
    let widest = places.iter().map(|place| columns(place)).max().unwrap_or(0);
    let indent = widest + 5;
    for (claim, place) in claims.into_iter().zip(&places) {
        let start = claim.sentence.range().start;
        let (from, to) =
            (claim.span.range().start.saturating_sub(start), claim.span.range().end.saturating_sub(start));
        let width = look.width.saturating_sub(indent).max(30);
        let mut label = place.as_str();
        for line in quote(&cluster[claim.sentence], from..to, width) {
            let pad = " ".repeat(indent - 2 - columns(label));
            let _ = writeln!(out, "  {}{pad}{}", paint(label, Style::new().dimmed()), line.text);
            if line.carets > 0 {
                let carets = paint(&"^".repeat(line.carets), AnsiColor::Cyan.on_default());
                let _ = writeln!(out, "{}{carets}", " ".repeat(indent + line.indent));
            }
            label = "";
        }
    }
    out
}
