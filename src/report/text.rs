//! The report as text: for reading in a terminal.
//!
//! For each discrepancy a headline of the topic, one line per reading with its
//! sources, then the quotations with carets, then why. The evidence comes before
//! the interpretation, and nothing scrolls away the point.

use std::fmt::Write;
use std::ops::Range;

use anstyle::{AnsiColor, Style};

use crate::article::Cluster;
use crate::claim::Claim;
use crate::discrepancy::{ClaimId, JudgedTopic, Reading, Report, Verdict};
use crate::fingerprint::short_length;
use crate::report::Selection;
use crate::report::claims::slots_line;
use crate::report::parting::parting;
use crate::report::quotation::{columns, on_one_line, quote, wrap};
use crate::report::unsupported::section;
use crate::report::wording::Wording;
pub(crate) use crate::report::wording::names;

/// How the text looks and how much it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns to fill; long sentences are cut to it.
    pub width: usize,
    /// With colours.
    pub color: bool,
    /// With the slots of each claim, every quotation, and what was compatible.
    pub why: bool,
    /// With the line of counts at the end.
    pub counts: bool,
}

impl Default for Look {
    fn default() -> Look {
        Look { width: 100, color: false, why: false, counts: true }
    }
}

/// The report as `factdiff check` prints it into a file.
pub fn plain(cluster: &Cluster, report: &Report) -> String {
    styled(cluster, report, &Selection::default(), &Look::default())
}

/// The discrepancies that `selection` keeps, as text.
pub fn styled(cluster: &Cluster, report: &Report, selection: &Selection, look: &Look) -> String {
    let found = selection.discrepancies(report);
    let writer = Writer {
        cluster,
        report,
        look,
        wording: Wording::new(cluster, report),
        short: short_length(found.iter().map(|t| t.fingerprint.as_str())),
    };
    let mut out = String::new();
    let (accepted, open): (Vec<&JudgedTopic>, Vec<_>) = found.iter().partition(|t| t.accepted.is_some());
    for topic in open {
        writer.discrepancy(&mut out, topic);
        out.push('\n');
    }
    writer.accepted(&mut out, &accepted);
    let unsupported = section(cluster, report, selection, &writer.wording.names, look);
    if !unsupported.is_empty() {
        let _ = writeln!(out, "{unsupported}");
    }
    if look.counts {
        let lineages = writer.wording.lineages().map_or_else(String::new, |lineages| format!("; {lineages}"));
        let _ = writeln!(out, "{}{lineages}", selection.counts(report));
    }
    out
}

/// Quotations shown for one reading; its sources are listed in any case.
const QUOTATIONS: usize = 3;

/// Sources that take more put themselves on a line of their own.
const SOURCE_COLUMNS: usize = 40;

/// Places that take more stand above their quotation, not beside it.
const PLACE_COLUMNS: usize = 20;

struct Writer<'a> {
    cluster: &'a Cluster,
    report: &'a Report,
    look: &'a Look,
    wording: Wording<'a>,
    short: usize,
}

impl Writer<'_> {
    fn discrepancy(&self, out: &mut String, topic: &JudgedTopic) {
        self.headline(out, topic);
        self.readings(out, topic);
        self.quotations(out, topic);
        self.labelled(out, "why", &topic.reason);
        if let Some(hint) = &topic.hint {
            self.labelled(out, "note", hint);
        }
        if self.look.why {
            self.compatible(out, topic);
        }
    }

    fn headline(&self, out: &mut String, topic: &JudgedTopic) {
        let left = on_one_line(&format!("{}: {}", topic.verdict.id(), topic.topic));
        let fingerprint = topic.fingerprint.get(..self.short).unwrap_or(&topic.fingerprint);
        let right = format!(
            "{} {fingerprint}, confidence {}, severity {}",
            topic.kind.id(),
            topic.confidence.id(),
            topic.severity.id()
        );
        let tail = self.paint(&right, Style::new().dimmed());
        let mut lines = wrap(&left, self.look.width);
        let last = lines.pop().unwrap_or_default();
        let style = verdict_style(topic.verdict).bold();
        for line in &lines {
            let _ = writeln!(out, "{}", self.paint(line, style));
        }
        let gap = self.look.width.saturating_sub(columns(&last) + columns(&right));
        let last = self.paint(&last, style);
        let _ = if gap < 2 {
            writeln!(out, "{last}\n  {tail}")
        } else {
            writeln!(out, "{last}{}{tail}", " ".repeat(gap))
        };
    }

    fn readings(&self, out: &mut String, topic: &JudgedTopic) {
        let sources: Vec<String> = topic.readings.iter().map(|r| self.wording.sources(r)).collect();
        let widest_source = sources.iter().map(|s| columns(s)).max().unwrap_or(0);
        let has_own_lines = widest_source > SOURCE_COLUMNS;
        let room = self.look.width.saturating_sub(if has_own_lines { 2 } else { widest_source + 5 });
        let values: Vec<String> = (0..topic.readings.len()).map(|n| shown_value(topic, n, room)).collect();
        let widest = values.iter().map(|v| columns(v)).max().unwrap_or(0);
        for (value, sources) in values.iter().zip(&sources) {
            let pad = " ".repeat(widest - columns(value));
            let value = self.paint(value, Style::new().bold());
            if has_own_lines {
                let _ = writeln!(out, "  {value}");
                for line in wrap(sources, self.look.width.saturating_sub(6)) {
                    let _ = writeln!(out, "      {line}");
                }
            } else {
                let _ = writeln!(out, "  {value}{pad}   {sources}");
            }
        }
    }

    fn quotations(&self, out: &mut String, topic: &JudgedTopic) {
        let most = if self.look.why { usize::MAX } else { QUOTATIONS };
        let shown = |(number, reading)| {
            let claims = self.one_of_each_article_first(reading).into_iter().take(most);
            claims.map(move |claim| (number, claim)).collect::<Vec<_>>()
        };
        let claims: Vec<(usize, &Claim)> = topic.readings.iter().enumerate().flat_map(shown).collect();
        let places: Vec<String> = claims.iter().map(|(_, c)| self.place(c)).collect();
        let widest = places.iter().map(|p| columns(p)).max().unwrap_or(0);
        let gutter = if widest > PLACE_COLUMNS { None } else { Some(widest + 3) };
        for ((number, claim), place) in claims.into_iter().zip(&places) {
            self.quotation(out, topic, number, claim, place, gutter);
        }
        let left_out: usize = topic.readings.iter().map(|r| r.claims.len().saturating_sub(most)).sum();
        if left_out > 0 {
            let _ = writeln!(out, "    {left_out} more like these: --why shows all");
        }
    }

    /// The claims of a reading in order, second ones of an article after all first ones.
    fn one_of_each_article_first(&self, reading: &Reading) -> Vec<&Claim> {
        let claims = reading.claims.iter().map(|id| self.report.claim(*id));
        let mut seen = Vec::new();
        let (mut first, mut later) = (Vec::new(), Vec::new());
        for claim in claims {
            if seen.contains(&claim.span.article) {
                later.push(claim);
            } else {
                seen.push(claim.span.article);
                first.push(claim);
            }
        }
        first.append(&mut later);
        first
    }

    fn place(&self, claim: &Claim) -> String {
        let id = claim.span.article;
        let place = self.cluster[id].place_of(claim.span.range().start);
        format!("{}:{}", self.wording.name(id), place.short())
    }

    /// The sentence of a claim with its place, beside it in a `gutter` or above it.
    fn quotation(
        &self,
        out: &mut String,
        topic: &JudgedTopic,
        number: usize,
        claim: &Claim,
        place: &str,
        gutter: Option<usize>,
    ) {
        let indent = 4 + gutter.unwrap_or(2);
        let width = self.look.width.saturating_sub(indent).max(30);
        let mut label = place;
        if gutter.is_none() {
            let _ = writeln!(out, "    {}", self.paint(place, Style::new().dimmed()));
            label = "";
        }
        for line in quote(&self.cluster[claim.sentence], self.marked(topic, number, claim, width), width) {
            let pad = " ".repeat(indent - 4 - columns(label));
            let _ = writeln!(out, "    {}{pad}{}", self.paint(label, Style::new().dimmed()), line.text);
            if line.carets > 0 {
                let carets = self.paint(&"^".repeat(line.carets), verdict_style(topic.verdict).bold());
                let _ = writeln!(out, "{}{carets}", " ".repeat(indent + line.indent));
            }
            label = "";
        }
        if self.look.why {
            for line in wrap(&slots_line(&claim.slots(self.cluster)), width) {
                let line = self.paint(&line, Style::new().dimmed());
                let _ = writeln!(out, "{}{line}", " ".repeat(indent));
            }
        }
    }

    /// The bytes of the claim's sentence to mark: the claims if all fit on a line,
    /// else the value in it, else what sets its words apart from another reading's.
    fn marked(&self, topic: &JudgedTopic, number: usize, claim: &Claim, width: usize) -> Range<usize> {
        let words = &self.cluster[claim.span];
        let is_long =
            |id: &ClaimId| columns(&on_one_line(&self.cluster[self.report.claim(*id).span])) > width * 2 / 3;
        let within = if topic.readings.iter().flat_map(|r| &r.claims).any(is_long) {
            let value = &topic.readings[number].value;
            let of_value = words.find(value.as_str()).map(|at| at..at + value.len());
            let narrower = of_value.filter(|range| range.len() < words.len() && !value.is_empty());
            narrower.or_else(|| parting_from_another(topic, number, words)).unwrap_or(0..words.len())
        } else {
            0..words.len()
        };
        // A claim outside its sentence points nowhere; `quote` then leaves the carets out.
        let from = claim.span.range().start.checked_sub(claim.sentence.range().start);
        from.map_or(usize::MAX..usize::MAX, |from| from + within.start..from + within.end)
    }

    /// Topics of the same name that can stand as they are.
    fn compatible(&self, out: &mut String, topic: &JudgedTopic) {
        let fits = |t: &&JudgedTopic| {
            t.verdict == Verdict::Compatible && t.kind == topic.kind && t.topic == topic.topic
        };
        for other in self.report.topics.iter().filter(fits) {
            self.labelled(out, "compatible", &format!("{}: {}", self.wording.sides(other), other.reason));
        }
    }

    /// The last section: a line for each discrepancy that the house lets stand, and why.
    fn accepted(&self, out: &mut String, topics: &[&JudgedTopic]) {
        if topics.is_empty() {
            return;
        }
        let _ = writeln!(out, "{}", self.paint("accepted", Style::new().bold()));
        for topic in topics {
            let fingerprint = topic.fingerprint.get(..self.short).unwrap_or(&topic.fingerprint);
            let label = format!("{} {fingerprint}", topic.kind.id());
            let because = topic.accepted.as_ref().map(|a| self.wording.acceptance(a)).unwrap_or_default();
            let (name, sides) = (self.wording.topic(topic), self.wording.sides(topic));
            self.labelled(out, &label, &format!("{name}: {sides} – {because}"));
        }
        out.push('\n');
    }

    fn labelled(&self, out: &mut String, label: &str, words: &str) {
        let indent = " ".repeat(columns(label) + 4);
        let width = self.look.width.saturating_sub(indent.len()).max(30);
        for (number, line) in wrap(&on_one_line(words), width).into_iter().enumerate() {
            let _ = if number == 0 {
                writeln!(out, "  {label}: {line}")
            } else {
                writeln!(out, "{indent}{line}")
            };
        }
    }

    fn paint(&self, words: &str, style: Style) -> String {
        if self.look.color && !words.is_empty() {
            format!("{style}{words}{style:#}")
        } else {
            words.to_owned()
        }
    }
}

/// The value of a reading on one line, cut around what sets it apart.
fn shown_value(topic: &JudgedTopic, number: usize, width: usize) -> String {
    let value = &topic.readings[number].value;
    let apart = parting_from_another(topic, number, value).unwrap_or(0..1);
    let line = quote(value, apart, width).into_iter().next();
    line.map_or_else(String::new, |line| line.text)
}

/// What sets `words` apart from the value of the first other reading.
fn parting_from_another(topic: &JudgedTopic, number: usize, words: &str) -> Option<Range<usize>> {
    let other = topic.readings.get(usize::from(number == 0))?;
    parting(words, &other.value).map(|(here, _)| here)
}

fn verdict_style(verdict: Verdict) -> Style {
    let color = match verdict {
        Verdict::Conflict => AnsiColor::Red,
        Verdict::Update => AnsiColor::Yellow,
        Verdict::Minor => AnsiColor::Cyan,
        Verdict::Unclear | Verdict::Compatible | Verdict::Agree => AnsiColor::Green,
    };
    color.on_default()
}
