//! The report as SARIF 2.1.0: for code scanning and for editors that show it.
//!
//! A discrepancy is one result. It points at the draft if there is one, else at its
//! first claim; the other sides are related locations, which the message links to. What of
//! a draft no source supports is informational, under a rule of its own.

mod former;
mod log;
mod uri;

use self::log::{
    Configuration, Driver, Finding, FindingKind, Fingerprints, Level, Location, Log, Message,
    PhysicalLocation, Properties, Region, Rule, Run, Snippet, Suppression, Tool,
};
use crate::article::{Cluster, Span};
use crate::claim::{Claim, Kind};
use crate::discrepancy::{JudgedTopic, Report, Severity, Verdict};
use crate::report::Selection;
use crate::report::explanation::{explanation, gist};
use crate::report::place::Place;
use crate::report::quotation::on_one_line;
use crate::report::unsupported::{self, UNSUPPORTED, unsupported};
use crate::report::wording::Wording;

pub use self::former::Former;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The discrepancies that `selection` keeps as a SARIF file.
///
/// With a former report each result says whether it is new, and what only the former
/// report has is told as absent.
pub fn sarif(cluster: &Cluster, report: &Report, selection: &Selection, former: Option<&Former>) -> String {
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| selection.wants_kind(*kind)).collect();
    let writer = Writer { wording: Wording::new(cluster, report), kinds: &kinds };
    let mut results: Vec<Finding> =
        selection.discrepancies(report).into_iter().map(|topic| writer.finding(topic)).collect();
    results.extend(unsupported(report, selection).into_iter().map(|claim| writer.reminder(claim)));
    let mut rules: Vec<Rule> = kinds.iter().map(|kind| rule(*kind)).collect();
    if report.draft.is_some() {
        rules.push(rule_of_reminders());
    }
    if let Some(former) = former {
        former.compare(&mut results, &rules, selection);
    }
    let driver = Driver { name: NAME.to_owned(), version: env!("CARGO_PKG_VERSION").to_owned(), rules };
    let log = Log {
        schema: SCHEMA.to_owned(),
        version: "2.1.0".to_owned(),
        runs: vec![Run {
            tool: Tool { driver },
            // What GitHub and editors count in, whatever the file says.
            column_kind: "utf16CodeUnits".to_owned(),
            newline_sequences: ["\r\n", "\n", "\r"].map(str::to_owned).into(),
            results,
        }],
    };
    let mut text = serde_json::to_string_pretty(&log).expect("a report is plain JSON");
    text.push('\n');
    text
}

const NAME: &str = env!("CARGO_PKG_NAME");

fn rule(kind: Kind) -> Rule {
    Rule {
        id: kind.id().to_owned(),
        short_description: escaped(&gist(kind)).into(),
        help: Message {
            text: escaped(&format!("{} `{NAME} explain {}` tells more.", gist(kind), kind.id())),
            markdown: Some(escaped(explanation(kind))),
        },
        default_configuration: None,
    }
}

/// The rule of what no source supports; there is one only where a draft is checked.
fn rule_of_reminders() -> Rule {
    let gist = "A figure, a day, a name or a quotation of the draft that stands in none of its sources.";
    let help = "A reminder and no difference: the draft may know more than its sources. Find out where it comes \
                from, or give that source with the others.";
    Rule {
        id: UNSUPPORTED.to_owned(),
        short_description: gist.to_owned().into(),
        help: Message {
            text: format!("{gist} {help}"),
            markdown: Some(format!("# {UNSUPPORTED}\n\n{gist}\n\n{help}\n")),
        },
        default_configuration: Some(Configuration { level: Level::None }),
    }
}

/// An alarm for what readers act on; what is news as often as a slip is noted.
fn level(verdict: Verdict, severity: Severity) -> Level {
    match (verdict, severity) {
        (Verdict::Conflict, Severity::High) => Level::Error,
        (Verdict::Conflict, Severity::Medium | Severity::Low) => Level::Warning,
        (
            Verdict::Minor | Verdict::Update | Verdict::Unclear | Verdict::Compatible | Verdict::Agree,
            Severity::High | Severity::Medium | Severity::Low,
        ) => Level::Note,
    }
}

struct Writer<'a> {
    wording: Wording<'a>,
    kinds: &'a [Kind],
}

impl Writer<'_> {
    fn finding(&self, topic: &JudgedTopic) -> Finding {
        let main = self.wording.main_claim(topic);
        let (related, first_of_reading) = self.related(topic, main.map(|(_, claim)| claim));
        let main_reading = main.map(|(number, _)| number);
        let side = |(number, link): (usize, &Option<usize>)| {
            let reading = &topic.readings[number];
            let value = on_one_line(&reading.value);
            let value = match link {
                Some(id) if Some(number) != main_reading => link_to(&value, *id),
                Some(_) | None => unlinked(&value),
            };
            format!("{value} ({})", unlinked(&self.wording.sources(reading)))
        };
        let sides: Vec<String> = first_of_reading.iter().enumerate().map(side).collect();
        let text = format!(
            "{}: {} – {}",
            unlinked(&self.wording.topic(topic)),
            sides.join(" / "),
            unlinked(&self.wording.reason(topic))
        );
        let suppression = |accepted| Suppression {
            kind: "external".to_owned(),
            status: "accepted".to_owned(),
            justification: self.wording.acceptance(accepted),
        };
        Finding {
            rule_id: topic.kind.id().to_owned(),
            rule_index: self.kinds.iter().position(|kind| *kind == topic.kind),
            kind: None,
            level: level(topic.verdict, topic.severity),
            message: escaped(&text).into(),
            locations: main.map(|(_, claim)| self.location(claim)).into_iter().collect(),
            related_locations: related,
            partial_fingerprints: Fingerprints { factdiff: topic.fingerprint.clone() },
            suppressions: topic.accepted.as_ref().map(suppression).into_iter().collect(),
            since_former: None,
            properties: Properties {
                topic: self.wording.topic(topic),
                verdict: topic.verdict.id().to_owned(),
                confidence: Some(topic.confidence.id().to_owned()),
                severity: Some(topic.severity.id().to_owned()),
                kind: None,
            },
        }
    }

    /// A claim that no source supports: no problem, and so without a level.
    fn reminder(&self, claim: &Claim) -> Finding {
        let cluster = self.wording.cluster;
        Finding {
            rule_id: UNSUPPORTED.to_owned(),
            rule_index: Some(self.kinds.len()),
            kind: Some(FindingKind::Informational),
            level: Level::None,
            message: escaped(&unlinked(&unsupported::message(cluster, claim))).into(),
            locations: vec![self.location(claim)],
            related_locations: Vec::new(),
            partial_fingerprints: Fingerprints { factdiff: unsupported::name_of(cluster, claim) },
            suppressions: Vec::new(),
            since_former: None,
            properties: Properties {
                topic: unsupported::value(cluster, claim),
                verdict: UNSUPPORTED.to_owned(),
                confidence: None,
                severity: None,
                kind: Some(claim.kind.id().to_owned()),
            },
        }
    }

    /// The first claim of each article and reading but the main one; for each reading
    /// the id of its first.
    fn related(&self, topic: &JudgedTopic, main: Option<&Claim>) -> (Vec<Location>, Vec<Option<usize>>) {
        let mut related = Vec::new();
        let mut first_of_reading = Vec::new();
        for reading in &topic.readings {
            let mut first = None;
            for claim in self.wording.first_of_each_article(reading) {
                if main.is_some_and(|main| std::ptr::eq(main, claim)) {
                    continue;
                }
                let id = related.len() + 1;
                first = first.or(Some(id));
                let value = on_one_line(&reading.value);
                let name = self.wording.name(claim.span.article);
                let paragraph = Place::of(self.wording.cluster, claim.span).paragraph();
                let at = paragraph.map_or(String::new(), |paragraph| format!(" {paragraph}"));
                let message = escaped(&unlinked(&format!("{name}{at}: {value}")));
                related.push(Location {
                    id: Some(id),
                    message: Some(message.into()),
                    ..self.location(claim)
                });
            }
            first_of_reading.push(first);
        }
        (related, first_of_reading)
    }

    fn location(&self, claim: &Claim) -> Location {
        let place = Place::in_utf16(self.wording.cluster, claim.span);
        let is_inside = claim.sentence.contains(claim.span) && claim.sentence != claim.span;
        Location {
            id: None,
            physical_location: PhysicalLocation {
                artifact_location: uri::artifact_location(&place.path),
                region: self.region(claim.span),
                context_region: self.region(claim.sentence).filter(|_| is_inside),
            },
            message: place.paragraph().map(Message::from),
        }
    }

    /// The lines of the words; none in a page or a document.
    fn region(&self, span: Span) -> Option<Region> {
        let lines = Place::in_utf16(self.wording.cluster, span).lines?;
        Some(Region {
            start_line: lines.line,
            start_column: lines.column,
            end_line: lines.end_line,
            end_column: lines.end_column,
            snippet: Snippet { text: self.wording.cluster[span].to_owned() },
        })
    }
}

/// Braces are placeholders in a message (SARIF 3.11.5), so an article's own are doubled.
fn escaped(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

/// `[words](1)`: a link to the related location of that id (SARIF 3.11.6).
fn link_to(words: &str, id: usize) -> String {
    let words = unlinked(words).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
    format!("[{words}]({id})")
}

/// An article's own words, so that they are no link.
fn unlinked(text: &str) -> String {
    text.replace("](", "] (")
}
