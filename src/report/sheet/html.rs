//! The sheet as a page to print: a box, the line, the sentence, the others, the verdict.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Line, Sheet, sheets};
use crate::article::{ArticleId, Cluster};
use crate::discrepancy::Report;
use crate::report::Selection;
use crate::report::html::assets::{SHEET_STYLE, sheet_policy};

/// The sheets of `articles` as one page, each on paper of its own.
pub fn sheet_html(
    cluster: &Cluster,
    report: &Report,
    selection: &Selection,
    articles: &[ArticleId],
) -> String {
    let sheets = sheets(cluster, report, selection, articles);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(sheet_policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(concat!("factdiff ", env!("CARGO_PKG_VERSION")));
                title { "Line by line – factdiff" }
                style { (PreEscaped(SHEET_STYLE)) }
            }
            body {
                main { @for sheet in &sheets { (section(sheet)) } }
            }
        }
    };
    page.into_string()
}

fn section(sheet: &Sheet) -> Markup {
    html! {
        section {
            h1 { (sheet.name) }
            p {
                @if let Some(title) = &sheet.title { bdi { (title) } @if sheet.published.is_some() { ", " } }
                @if let Some(day) = &sheet.published { (day) }
            }
            p.signature { "Checked by ____________________ on ____________" }
            table {
                thead {
                    tr {
                        th scope="col" { "✓" }
                        th scope="col" { "Line" }
                        th scope="col" { "In the article" }
                        th scope="col" { "Elsewhere" }
                        th scope="col" { "Verdict" }
                    }
                }
                tbody { @for line in &sheet.lines { (row(line)) } }
            }
        }
    }
}

fn row(line: &Line) -> Markup {
    let [before, words, after] = &line.sentence;
    html! {
        tr.discrepancy[line.is_discrepancy] {
            td { input type="checkbox" aria-label=(format!("Checked: {}", line.words)); }
            td.line { (line.line) @for again in &line.again { ", " (again) } }
            td { bdi { (before) mark { (words) } (after) } " " span.kinds { (line.kinds) } }
            td.elsewhere {
                @for other in &line.elsewhere {
                    p { span.place { (other.place) } " " bdi { (other.value) } }
                }
            }
            td.verdict { (line.verdict) }
        }
    }
}
