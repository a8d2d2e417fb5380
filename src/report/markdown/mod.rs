//! The report as Markdown: for a comment on a pull request.
//!
//! The counts first, then each conflict with its readings, places and quotations, then
//! what is less than a conflict, then what is accepted, then what of a draft no source
//! supports. A comment holds so many characters
//! and no more, so what does not fit is left out from the end, and a last line says so.

mod escape;

use std::fmt::Write;

use self::escape::{code, words};
use crate::article::Cluster;
use crate::claim::Claim;
use crate::discrepancy::{JudgedTopic, Reading, Report, Verdict};
use crate::fingerprint::short_length;
use crate::report::place::Place;
use crate::report::quotation::on_one_line;
use crate::report::unsupported::{REASON, unsupported};
use crate::report::wording::Wording;
use crate::report::{Counts, Selection};

/// Most characters that GitHub takes as a comment; counted as UTF-16 code units, which
/// are never fewer.
const MOST: usize = 65_536;

/// Characters kept free for the line that says what was left out.
const LAST_LINE: usize = 200;

/// The discrepancies that `selection` keeps as a comment of at most 65,536 characters.
pub fn markdown(cluster: &Cluster, report: &Report, selection: &Selection) -> String {
    let found = selection.discrepancies(report);
    let writer = Writer {
        wording: Wording::new(cluster, report),
        short: short_length(found.iter().map(|t| t.fingerprint.as_str())),
    };
    let mut page = Page::default();
    let lineages = writer.wording.lineages().map_or_else(String::new, |lineages| format!("; {lineages}"));
    page.add(&format!("**factdiff**: {}{lineages}\n", selection.counts(report)));
    let (accepted, open): (Vec<&JudgedTopic>, Vec<_>) = found.into_iter().partition(|t| t.accepted.is_some());
    let (conflicts, less): (Vec<&JudgedTopic>, Vec<_>) =
        open.into_iter().partition(|t| t.verdict == Verdict::Conflict);
    for topic in conflicts {
        let block = writer.conflict(topic);
        let with_quotations = format!("\n{block}\n{}", writer.quotations(topic));
        if !page.add(&with_quotations) && !page.add(&format!("\n{block}")) {
            page.left_out += 1;
        }
    }
    let number = |verdict| less.iter().filter(|topic| topic.verdict == verdict).count();
    let counts =
        Counts { minor: number(Verdict::Minor), update: number(Verdict::Update), ..Counts::default() };
    page.section(&counts.to_string(), less.iter().map(|topic| writer.line(topic)));
    page.section(&format!("{} accepted", accepted.len()), accepted.iter().map(|topic| writer.line(topic)));
    let reminders = unsupported(report, selection);
    let title = format!("{} unsupported in the draft: {REASON}", reminders.len());
    page.section(&title, reminders.iter().map(|claim| writer.reminder(claim)));
    page.finish()
}

/// What has been written so far.
#[derive(Default)]
struct Page {
    text: String,
    length: usize,
    left_out: usize,
}

impl Page {
    /// Adds a part as a whole, if there is room for it.
    fn add(&mut self, part: &str) -> bool {
        let length = part.encode_utf16().count();
        let fits = self.length + length + LAST_LINE <= MOST;
        if fits {
            self.text.push_str(part);
            self.length += length;
        }
        fits
    }

    /// Adds lines under a summary that opens them, as many as there is room for.
    fn section(&mut self, title: &str, lines: impl ExactSizeIterator<Item = String>) {
        const END: &str = "\n</details>\n";
        let all = lines.len();
        if all == 0 {
            return;
        }
        let start = format!("\n<details><summary>{title}</summary>\n\n");
        let (text_before, length_before) = (self.text.len(), self.length);
        // The end is paid for first, so that it always fits.
        self.length += END.len();
        let is_open = self.add(&start);
        let shown = if is_open { lines.filter(|line| self.add(line)).count() } else { 0 };
        self.left_out += all - shown;
        if shown > 0 {
            self.text.push_str(END);
        } else {
            self.text.truncate(text_before);
            self.length = length_before;
        }
    }

    fn finish(mut self) -> String {
        if self.left_out > 0 {
            let _ = writeln!(
                self.text,
                "\n{} more left out, for a comment holds 65,536 characters; `factdiff check` prints all.",
                self.left_out
            );
        }
        self.text
    }
}

struct Writer<'a> {
    wording: Wording<'a>,
    short: usize,
}

impl Writer<'_> {
    fn conflict(&self, topic: &JudgedTopic) -> String {
        let mut out = format!("#### {}: {}\n\n", topic.verdict.id(), words(&self.wording.topic(topic)));
        for reading in &topic.readings {
            let _ = writeln!(out, "- {}", self.reading(reading));
        }
        let _ = writeln!(out, "\nwhy: {} ({})", words(&self.wording.reason(topic)), self.marks(topic));
        out
    }

    /// A discrepancy on one line of a list.
    fn line(&self, topic: &JudgedTopic) -> String {
        let sides: Vec<String> = topic.readings.iter().map(|reading| self.reading(reading)).collect();
        let mut out = format!(
            "- {}: {}: {} – {} ({})",
            topic.verdict.id(),
            words(&self.wording.topic(topic)),
            sides.join(" / "),
            words(&self.wording.reason(topic)),
            self.marks(topic)
        );
        if let Some(acceptance) = &topic.accepted {
            let _ = write!(out, "; accepted: {}", words(&self.wording.acceptance(acceptance)));
        }
        out.push('\n');
        out
    }

    /// A claim of the draft, in its sentence, on one line of a list.
    fn reminder(&self, claim: &Claim) -> String {
        format!("- {} {}: {}\n", code(claim.kind.id()), self.place(claim), self.sentence(claim))
    }

    /// The kind and the name of a discrepancy, how sure we are and how bad it is.
    fn marks(&self, topic: &JudgedTopic) -> String {
        let fingerprint = topic.fingerprint.get(..self.short).unwrap_or(&topic.fingerprint);
        let (kind, name) = (code(topic.kind.id()), code(fingerprint));
        format!("{kind} {name}, confidence {}, severity {}", topic.confidence.id(), topic.severity.id())
    }

    /// The value, then each article that gives it with its place.
    fn reading(&self, reading: &Reading) -> String {
        let claims = self.wording.first_of_each_article(reading);
        let places: Vec<String> = claims
            .iter()
            .map(|claim| {
                let name = words(self.wording.name(claim.span.article));
                format!("{name} {}", self.place(claim))
            })
            .collect();
        let lineages = self.wording.lineages_of(reading).map_or_else(String::new, |l| format!(" ({l})"));
        format!("<b>{}</b> – {}{lineages}", words(&on_one_line(&reading.value)), places.join(", "))
    }

    fn place(&self, claim: &Claim) -> String {
        code(&Place::of(self.wording.cluster, claim.span).path_and_line())
    }

    fn quotations(&self, topic: &JudgedTopic) -> String {
        let claims = topic.readings.iter().flat_map(|r| self.wording.first_of_each_article(r));
        let quoted: Vec<String> =
            claims.map(|claim| format!("> {} {}\n", self.place(claim), self.sentence(claim))).collect();
        format!("<details><summary>quotations</summary>\n\n{}\n</details>\n", quoted.join(">\n"))
    }

    /// The sentence with the words of the claim in bold.
    fn sentence(&self, claim: &Claim) -> String {
        let text = &self.wording.cluster[claim.span.article].text;
        let (whole, marked) = (claim.sentence.range(), claim.span.range());
        let shown = |part: &str| words(&on_one_line(part));
        let parts =
            (text.get(whole.start..marked.start), text.get(marked.clone()), text.get(marked.end..whole.end));
        match parts {
            (Some(before), Some(claimed), Some(after)) => {
                format!("{}<b>{}</b>{}", shown(before), shown(claimed), shown(after))
            }
            _ => shown(&self.wording.cluster[claim.sentence]),
        }
    }
}
