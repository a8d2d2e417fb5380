//! An evaluation as JSON, schema 1: what a job keeps and compares.

use serde::Serialize;

use super::figures::{Figures, Measure, Ratio, Row};
use super::mark::Mark;
use super::stories::Story;
use super::tally::Standing;
use super::text::{Evaluated, total};
use crate::article::Span;
use crate::discrepancy::JudgedTopic;

#[derive(Serialize)]
struct JsonEvaluation<'a> {
    schema: u32,
    total: JsonFigures,
    stories: Vec<JsonStory<'a>>,
}

#[derive(Serialize)]
struct JsonStory<'a> {
    name: &'a str,
    figures: JsonFigures,
    missed: Vec<JsonMissed<'a>>,
    look_alikes: Vec<JsonAlarm<'a>>,
    unlisted: Vec<JsonAlarm<'a>>,
}

#[derive(Serialize)]
struct JsonFigures {
    measures: serde_json::Map<String, serde_json::Value>,
    look_alikes: usize,
    unlisted: usize,
    verdict_as_marked: JsonRatio,
    kinds: serde_json::Map<String, serde_json::Value>,
    verdicts: serde_json::Map<String, serde_json::Value>,
    confidences: serde_json::Map<String, serde_json::Value>,
}

/// Counts, of which a reader makes a ratio as exact as it likes.
#[derive(Serialize)]
struct JsonRatio {
    part: usize,
    whole: usize,
}

#[derive(Serialize)]
struct JsonRow {
    recall: JsonRatio,
    precision: JsonRatio,
    precision_listed: JsonRatio,
}

#[derive(Serialize)]
struct JsonMissed<'a> {
    id: &'a str,
    kind: &'a str,
    verdict: &'static str,
    tier: &'static str,
    topic: &'a str,
    sides: Vec<JsonPlace<'a>>,
    why: &'a str,
    not_found_because: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonAlarm<'a> {
    fingerprint: &'a str,
    kind: &'static str,
    verdict: &'static str,
    confidence: &'static str,
    topic: &'a str,
    reason: &'a str,
    marks: Vec<&'a str>,
    readings: Vec<JsonReading<'a>>,
}

#[derive(Serialize)]
struct JsonReading<'a> {
    value: &'a str,
    claims: Vec<JsonPlace<'a>>,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    article: &'a str,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    /// Paragraph of the main text, from 1, in a page or document.
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
    text: &'a str,
    sentence: Option<&'a str>,
}

/// The evaluation as JSON, with a line's end.
pub fn json(stories: &[Evaluated]) -> String {
    let evaluation = JsonEvaluation {
        schema: 1,
        total: figures(&total(stories)),
        stories: stories.iter().map(story).collect(),
    };
    let mut text = serde_json::to_string_pretty(&evaluation).expect("an evaluation is plain JSON");
    text.push('\n');
    text
}

fn figures(figures: &Figures) -> JsonFigures {
    let rows = |rows: &mut dyn Iterator<Item = (&str, &Row)>| {
        rows.map(|(name, row)| (name.to_owned(), value(row_of(row)))).collect()
    };
    JsonFigures {
        measures: Measure::ALL
            .into_iter()
            .map(|m| (m.id().to_owned(), value(ratio(figures.ratio(m)))))
            .collect(),
        look_alikes: figures.look_alikes,
        unlisted: figures.unlisted,
        verdict_as_marked: ratio(figures.verdicts),
        kinds: rows(&mut figures.kinds.iter().map(|(k, r)| (k.as_str(), r))),
        verdicts: rows(&mut figures.by_verdict.iter().map(|(v, r)| (*v, r))),
        confidences: rows(&mut figures.confidences.iter().map(|(c, r)| (c.id(), r))),
    }
}

fn value(part: impl Serialize) -> serde_json::Value {
    serde_json::to_value(part).expect("counts are plain JSON")
}

fn ratio(ratio: Ratio) -> JsonRatio {
    JsonRatio { part: ratio.part, whole: ratio.whole }
}

fn row_of(row: &Row) -> JsonRow {
    JsonRow {
        recall: ratio(row.recall),
        precision: ratio(row.precision),
        precision_listed: ratio(row.listed),
    }
}

fn story<'a>(story: &'a Evaluated) -> JsonStory<'a> {
    let marks = &story.story.marks;
    let mut found = JsonStory {
        name: &story.story.name,
        figures: figures(&story.figures()),
        missed: story.missed().map(|(number, mark)| missed(story, number, mark)).collect(),
        look_alikes: Vec::new(),
        unlisted: Vec::new(),
    };
    for (topic, standing) in &story.tally.reported {
        match standing {
            Standing::Right(_) => {}
            Standing::LookAlike(alike) => {
                let ids = alike.iter().map(|&m| marks[m].id.as_str()).collect();
                found.look_alikes.push(alarm(story, topic, ids));
            }
            Standing::Unlisted => found.unlisted.push(alarm(story, topic, Vec::new())),
        }
    }
    found
}

fn missed<'a>(story: &'a Evaluated, number: usize, mark: &'a Mark) -> JsonMissed<'a> {
    JsonMissed {
        id: &mark.id,
        kind: &mark.kind,
        verdict: mark.wanted.id(),
        tier: if mark.is_core { "core" } else { "stretch" },
        topic: &mark.topic,
        sides: mark.sides.iter().map(|s| place(story.story, s.places[0], None)).collect(),
        why: &mark.why,
        not_found_because: story.notes[number].as_deref(),
    }
}

fn alarm<'a>(story: &'a Evaluated, topic: &'a JudgedTopic, marks: Vec<&'a str>) -> JsonAlarm<'a> {
    let claims = |ids: &[crate::discrepancy::ClaimId]| {
        let claims = ids.iter().map(|c| story.report.claim(*c));
        claims.map(|c| place(story.story, c.span, Some(c.sentence))).collect()
    };
    JsonAlarm {
        fingerprint: &topic.fingerprint,
        kind: topic.kind.id(),
        verdict: topic.verdict.id(),
        confidence: topic.confidence.id(),
        topic: &topic.topic,
        reason: &topic.reason,
        marks,
        readings: topic
            .readings
            .iter()
            .map(|r| JsonReading { value: &r.value, claims: claims(&r.claims) })
            .collect(),
    }
}

fn place<'a>(story: &'a Story, span: Span, sentence: Option<Span>) -> JsonPlace<'a> {
    let article = &story.cluster[span.article];
    let (line, column) = article.line_and_column(span.range().start);
    JsonPlace {
        article: &article.id,
        start: article.file_offset(span.range().start),
        end: article.file_offset(span.range().end),
        line,
        column,
        paragraph: article.paragraph(span.range().start),
        text: &story.cluster[span],
        sentence: sentence.map(|s| &story.cluster[s]),
    }
}
