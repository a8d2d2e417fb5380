//! An evaluation as JSON, schema 1: what a job keeps and compares.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::figures::{Figures, Measure, Ratio, Row};
use super::mark::Mark;
use super::stories::Story;
use super::tally::Standing;
use super::text::{Evaluated, total};
use crate::article::Span;
use crate::discrepancy::JudgedTopic;
use crate::report::schema_of;

#[derive(Serialize, JsonSchema)]
#[schemars(title = "factdiff evaluation")]
struct JsonEvaluation<'a> {
    /// Number of the schema.
    #[schemars(range(min = 1, max = 1))]
    schema: u32,
    /// The sums over all stories.
    total: JsonFigures,
    /// Story by story.
    stories: Vec<JsonStory<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "story")]
struct JsonStory<'a> {
    /// The folder of the story.
    name: &'a str,
    /// Its figures.
    figures: JsonFigures,
    /// Marks that no report finds.
    missed: Vec<JsonMissed<'a>>,
    /// Reports that show a look-alike.
    look_alikes: Vec<JsonAlarm<'a>>,
    /// Reports that nobody has marked.
    unlisted: Vec<JsonAlarm<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "figures")]
struct JsonFigures {
    /// By the name that `--fail-under` takes.
    measures: BTreeMap<String, JsonRatio>,
    /// Reports that show a look-alike.
    look_alikes: usize,
    /// Reports that nobody has marked.
    unlisted: usize,
    /// Found marks whose verdict is the marked one.
    verdict_as_marked: JsonRatio,
    /// By kind of mark and of report.
    kinds: BTreeMap<String, JsonRow>,
    /// By verdict of mark and of report.
    verdicts: BTreeMap<String, JsonRow>,
    /// By confidence of report.
    confidences: BTreeMap<String, JsonRow>,
}

/// Counts, of which a reader makes a ratio as exact as it likes.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ratio")]
struct JsonRatio {
    /// How many were.
    part: usize,
    /// Of how many.
    whole: usize,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "row")]
struct JsonRow {
    /// Marks that were found.
    recall: JsonRatio,
    /// Reports that are right, unlisted ones counted against.
    precision: JsonRatio,
    /// Reports that are right, unlisted ones left out.
    precision_listed: JsonRatio,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "missed")]
struct JsonMissed<'a> {
    /// The mark's id.
    id: &'a str,
    /// The kind that was marked.
    kind: &'a str,
    /// The verdict that was marked.
    verdict: &'static str,
    /// core if both values stand in the text, stretch if something must be inferred.
    #[schemars(extend("enum" = ["core", "stretch"]))]
    tier: &'static str,
    /// What it is about.
    topic: &'a str,
    /// The places that differ.
    sides: Vec<JsonPlace<'a>>,
    /// Why it was marked.
    why: &'a str,
    /// Why it was not found, as far as the program knows.
    not_found_because: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "alarm")]
struct JsonAlarm<'a> {
    /// Fingerprint of the discrepancy.
    fingerprint: &'a str,
    /// Its kind.
    kind: &'static str,
    /// What its readings are to one another.
    #[schemars(extend("enum" = ["conflict", "minor", "update"]))]
    verdict: &'static str,
    /// How sure we are of it.
    #[schemars(extend("enum" = ["low", "medium", "high"]))]
    confidence: &'static str,
    /// What it is about.
    topic: &'a str,
    /// Why this verdict, in words.
    reason: &'a str,
    /// The look-alikes that it shows, by id.
    marks: Vec<&'a str>,
    /// Its readings.
    readings: Vec<JsonReading<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "reading")]
struct JsonReading<'a> {
    /// The value as its first claim prints it.
    value: &'a str,
    /// The claims that give it.
    claims: Vec<JsonPlace<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "place")]
struct JsonPlace<'a> {
    /// Id of the article.
    article: &'a str,
    /// First byte in the file; of a page or document, in the extracted text.
    start: usize,
    /// One past the last byte.
    end: usize,
    /// Line of the text, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
    /// Paragraph of the main text, from 1, in a page or document.
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
    /// The words there.
    text: &'a str,
    /// The sentence around them; null at the side of a mark.
    sentence: Option<&'a str>,
}

/// The JSON Schema of `factdiff eval --format json`.
pub fn schema() -> String {
    schema_of::<JsonEvaluation<'_>>()
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
    JsonFigures {
        measures: Measure::ALL.into_iter().map(|m| (m.id().to_owned(), ratio(figures.ratio(m)))).collect(),
        look_alikes: figures.look_alikes,
        unlisted: figures.unlisted,
        verdict_as_marked: ratio(figures.verdicts),
        kinds: figures.kinds.iter().map(|(kind, row)| (kind.clone(), row_of(row))).collect(),
        verdicts: figures
            .by_verdict
            .iter()
            .map(|(verdict, row)| ((*verdict).to_owned(), row_of(row)))
            .collect(),
        confidences: figures.confidences.iter().map(|(c, row)| (c.id().to_owned(), row_of(row))).collect(),
    }
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
