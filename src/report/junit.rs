//! The report as JUnit XML: a suite for each kind, a test case for each of its topics.
//!
//! A conflict fails. A minor difference and an update pass and say so in `system-out`,
//! what is accepted is skipped, and topics whose readings stand together pass. Topics that
//! could not be judged, or surely enough, are no test. What of a draft no source supports is
//! skipped, in a suite of its own: there was nothing to test it against. Elements and attributes are those
//! that both Jenkins' and Surefire's schema know.

use std::collections::BTreeMap;

use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer as XmlWriter;

use crate::article::Cluster;
use crate::claim::Kind;
use crate::discrepancy::{JudgedTopic, Report, Verdict};
use crate::report::Selection;
use crate::report::place::Place;
use crate::report::quotation::on_one_line;
use crate::report::unsupported::{self, UNSUPPORTED, unsupported};
use crate::report::wording::Wording;

/// How a test case ends.
enum Ending {
    Passed,
    PassedWith(String),
    Skipped(String),
    Failed { message: String, details: String },
}

struct Case {
    name: String,
    ending: Ending,
}

/// The topics that `selection` wants as test suites.
pub fn junit(cluster: &Cluster, report: &Report, selection: &Selection) -> String {
    let wording = Wording::new(cluster, report);
    let kinds = Kind::ALL.into_iter().filter(|kind| selection.wants_kind(*kind));
    let of_kinds = kinds.map(|kind| (kind.id(), cases(&wording, kind, selection)));
    let suites: Vec<(&str, Vec<Case>)> = of_kinds
        .chain([(UNSUPPORTED, reminders(&wording, selection))])
        .filter(|(_, cases)| !cases.is_empty())
        .collect();
    let mut writer = XmlWriter::new_with_indent(Vec::new(), b' ', 2);
    write(&mut writer, &suites).expect("writing into memory does not fail");
    let mut text = String::from_utf8(writer.into_inner()).expect("what went in was text");
    text.push('\n');
    text
}

fn cases(wording: &Wording<'_>, kind: Kind, selection: &Selection) -> Vec<Case> {
    let topics = wording.report.topics.iter().filter(|topic| topic.kind == kind);
    let cases = topics.filter_map(|topic| {
        let ending = ending(wording, topic, selection)?;
        Some(Case { name: allowed(&wording.topic(topic)), ending })
    });
    numbered(cases)
}

/// What of the draft no source supports: a test that had nothing to test against.
fn reminders(wording: &Wording<'_>, selection: &Selection) -> Vec<Case> {
    let claims = unsupported(wording.report, selection).into_iter();
    numbered(claims.map(|claim| {
        let place = Place::of(wording.cluster, claim.span).path_and_line();
        let sentence = on_one_line(&wording.cluster[claim.sentence]);
        let told = format!("{}\n  {}: {}", unsupported::REASON, on_one_line(&place), sentence.trim());
        let name = format!("{} {}", claim.kind.id(), unsupported::value(wording.cluster, claim));
        Case { name: allowed(&name), ending: Ending::Skipped(allowed(&told)) }
    }))
}

/// The cases, with a number behind a name that was there before.
fn numbered(cases: impl Iterator<Item = Case>) -> Vec<Case> {
    let mut times = BTreeMap::new();
    let mut numbered = |mut case: Case| {
        let time = times.entry(case.name.clone()).or_insert(0);
        *time += 1;
        if *time > 1 {
            case.name.push_str(&format!(" ({time})"));
        }
        case
    };
    cases.map(&mut numbered).collect()
}

/// None for a topic that is no test.
fn ending(wording: &Wording<'_>, topic: &JudgedTopic, selection: &Selection) -> Option<Ending> {
    if topic.verdict.is_discrepancy() && topic.confidence < selection.min_confidence {
        return None;
    }
    let sides = || allowed(&format!("{} – {}", wording.sides(topic), wording.reason(topic)));
    if let (true, Some(acceptance)) = (topic.verdict.is_discrepancy(), &topic.accepted) {
        let because = allowed(&wording.acceptance(acceptance));
        return Some(Ending::Skipped(format!("accepted: {because}\n{}", sides())));
    }
    match topic.verdict {
        Verdict::Agree | Verdict::Compatible => Some(Ending::Passed),
        Verdict::Unclear => None,
        Verdict::Minor | Verdict::Update => {
            Some(Ending::PassedWith(format!("{}: {}", topic.verdict.id(), sides())))
        }
        Verdict::Conflict => Some(Ending::Failed { message: sides(), details: details(wording, topic) }),
    }
}

/// Each side with its places and sentences, then what the discrepancy is called.
fn details(wording: &Wording<'_>, topic: &JudgedTopic) -> String {
    let mut lines = Vec::new();
    for reading in &topic.readings {
        lines.push(wording.side(reading));
        for claim in wording.first_of_each_article(reading) {
            let place = Place::of(wording.cluster, claim.span).path_and_line();
            let sentence = on_one_line(&wording.cluster[claim.sentence]);
            lines.push(format!("  {}: {}", on_one_line(&place), sentence.trim()));
        }
    }
    lines.push(format!("why: {}", wording.reason(topic)));
    lines.push(format!(
        "fingerprint {}, confidence {}, severity {}",
        topic.fingerprint,
        topic.confidence.id(),
        topic.severity.id()
    ));
    allowed(&lines.join("\n"))
}

/// The text with characters replaced that XML 1.0 has no way to write.
fn allowed(text: &str) -> String {
    let is_allowed =
        |c: char| matches!(c, '\n' | '\t') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect()
}

fn write(writer: &mut XmlWriter<Vec<u8>>, suites: &[(&str, Vec<Case>)]) -> std::io::Result<()> {
    let all = || suites.iter().flat_map(|(_, cases)| cases);
    let (tests, failures) = (all().count().to_string(), count(all(), is_failed));
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("testsuites")
        .with_attribute(("name", env!("CARGO_PKG_NAME")))
        .with_attribute(("tests", tests.as_str()))
        .with_attribute(("failures", failures.as_str()))
        .write_inner_content(|writer| {
            suites.iter().try_for_each(|(name, cases)| write_suite(writer, name, cases))
        })?;
    Ok(())
}

fn write_suite(writer: &mut XmlWriter<Vec<u8>>, name: &str, cases: &[Case]) -> std::io::Result<()> {
    let skipped = count(cases.iter(), |case| matches!(case.ending, Ending::Skipped(_)));
    writer
        .create_element("testsuite")
        .with_attribute(("name", name))
        .with_attribute(("tests", cases.len().to_string().as_str()))
        .with_attribute(("failures", count(cases.iter(), is_failed).as_str()))
        .with_attribute(("skipped", skipped.as_str()))
        .write_inner_content(|writer| cases.iter().try_for_each(|case| write_case(writer, name, case)))?;
    Ok(())
}

fn write_case(writer: &mut XmlWriter<Vec<u8>>, suite: &str, case: &Case) -> std::io::Result<()> {
    let class = format!("{}.{suite}", env!("CARGO_PKG_NAME"));
    let element = writer
        .create_element("testcase")
        .with_attribute(("name", case.name.as_str()))
        .with_attribute(("classname", class.as_str()));
    match &case.ending {
        Ending::Passed => element.write_empty()?,
        Ending::PassedWith(words) => element.write_inner_content(|writer| {
            writer.create_element("system-out").write_text_content(BytesText::new(words))?;
            Ok(())
        })?,
        Ending::Skipped(words) => element.write_inner_content(|writer| {
            writer.create_element("skipped").write_text_content(BytesText::new(words))?;
            Ok(())
        })?,
        Ending::Failed { message, details } => element.write_inner_content(|writer| {
            writer
                .create_element("failure")
                .with_attribute(("message", message.as_str()))
                .with_attribute(("type", Verdict::Conflict.id()))
                .write_text_content(BytesText::new(details))?;
            Ok(())
        })?,
    };
    Ok(())
}

fn is_failed(case: &Case) -> bool {
    matches!(case.ending, Ending::Failed { .. })
}

fn count<'c>(cases: impl Iterator<Item = &'c Case>, is_counted: impl Fn(&Case) -> bool) -> String {
    cases.filter(|case| is_counted(case)).count().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_write_is_replaced() {
        assert_eq!(allowed("a\u{0}b\u{b}c\u{fffe}\r"), "a\u{fffd}b\u{fffd}c\u{fffd}\u{fffd}");
        assert_eq!(allowed("“ü” <&> 🇵🇸\n\t"), "“ü” <&> 🇵🇸\n\t");
    }
}
