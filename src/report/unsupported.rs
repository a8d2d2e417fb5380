//! What a draft says and no source does: a list beside the differences, never one of them.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::article::Cluster;
use crate::claim::Claim;
use crate::discrepancy::Report;
use crate::report::Selection;
use crate::report::quotation::{columns, quote};
use crate::report::text::Look;

/// The unsupported claims of the kinds that the selection wants, in the draft's order.
pub(super) fn unsupported<'r>(report: &'r Report, selection: &Selection) -> Vec<&'r Claim> {
    let claims = report.unsupported.iter().map(|id| report.claim(*id));
    claims.filter(|claim| selection.wants_kind(claim.kind)).collect()
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
