//! The sheet in Markdown: a list of tasks, as many editors and trackers show it.

use std::fmt::Write;

use super::{Line, sheets};
use crate::article::{ArticleId, Cluster};
use crate::discrepancy::Report;
use crate::report::Selection;

/// The sheets of `articles` in Markdown, one after the other.
pub fn sheet_markdown(
    cluster: &Cluster,
    report: &Report,
    selection: &Selection,
    articles: &[ArticleId],
) -> String {
    let mut out = String::new();
    for sheet in sheets(cluster, report, selection, articles) {
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}# Line by line: {}\n", escaped(&sheet.name));
        let about = [sheet.title.as_deref(), sheet.published.as_deref()];
        let about: Vec<String> = about.into_iter().flatten().map(escaped).collect();
        if !about.is_empty() {
            let _ = writeln!(out, "{}\n", about.join(", "));
        }
        if sheet.lines.is_empty() {
            let _ = writeln!(out, "Nothing to tick off.");
        }
        for line in &sheet.lines {
            task(&mut out, line);
        }
    }
    out
}

fn task(out: &mut String, line: &Line) {
    let verdict = escaped(&line.verdict);
    let verdict = if line.is_discrepancy { format!("**{verdict}**") } else { verdict };
    let again: String = line.again.iter().map(|n| format!(", {n}")).collect();
    let _ = writeln!(out, "- [ ] {}{again}: {} ({}): {verdict}", line.line, escaped(&line.words), line.kinds);
    for other in &line.elsewhere {
        let _ = writeln!(out, "  - {} {}", escaped(&other.place), escaped(&other.value));
    }
}

/// The text with every character that Markdown could take for its own behind a backslash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#|~&!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
