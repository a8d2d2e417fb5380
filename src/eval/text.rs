//! An evaluation as text: tables first, then what was missed and what was shown for nothing.

use std::collections::BTreeMap;
use std::fmt::{Display, Write};

use super::figures::{Figures, Row};
use super::mark::{Mark, Wanted};
use super::stories::Story;
use super::tally::{Standing, Tally};
use crate::article::Span;
use crate::discrepancy::{JudgedTopic, Report};
use crate::report::on_one_line;
use crate::report::text::names;

/// One story with its report and what came of its marks.
#[derive(Debug, Clone)]
pub struct Evaluated<'a> {
    /// The story.
    pub story: &'a Story,
    /// Its report.
    pub report: &'a Report,
    /// The marks beside the report.
    pub tally: Tally<'a>,
    /// By mark: why it was not found, where that is known.
    pub notes: Vec<Option<String>>,
}

impl Evaluated<'_> {
    /// Its counts.
    pub fn figures(&self) -> Figures {
        let mut figures = Figures::default();
        figures.add(&self.story.marks, &self.tally);
        figures
    }

    /// The marks that want a report and were not found.
    pub(super) fn missed(&self) -> impl Iterator<Item = (usize, &Mark)> {
        let marks = self.story.marks.iter().enumerate();
        marks.filter(|(number, m)| m.wanted != Wanted::Nothing && !self.tally.is_found(*number))
    }
}

/// The counts of all stories together.
pub(super) fn total(stories: &[Evaluated]) -> Figures {
    let mut total = Figures::default();
    stories.iter().for_each(|s| total.add(&s.story.marks, &s.tally));
    total
}

/// The tables and, unless `is_brief`, the lists.
pub fn text(stories: &[Evaluated], is_brief: bool) -> String {
    let mut out = String::new();
    let total = total(stories);
    by_story(&mut out, stories, &total);
    rows(&mut out, "kind", total.kinds.iter().map(|(kind, row)| (or_dash(kind), row)));
    let verdicts = Wanted::SHOWN.into_iter().filter_map(|w| total.by_verdict.get_key_value(w.id()));
    rows(&mut out, "verdict", verdicts.map(|(verdict, row)| (*verdict, row)));
    by_confidence(&mut out, &total);
    let _ = writeln!(out, "\nverdict as marked, of the marks found: {}", total.verdicts);
    if !is_brief {
        stories.iter().for_each(|story| lists(&mut out, story));
    }
    out
}

fn or_dash(kind: &str) -> &str {
    if kind.is_empty() { "-" } else { kind }
}

fn by_story(out: &mut String, stories: &[Evaluated], total: &Figures) {
    let longest = stories.iter().map(|s| s.story.name.chars().count()).max().unwrap_or(0);
    let width = longest.clamp(5, 28);
    let _ = writeln!(
        out,
        "{:width$} {:13}{:13}{:13}{:13}{:13}{:7}unlisted",
        "story", "conflicts", "core", "recall", "precision", "of listed", "alike"
    );
    let mut line = |name: &str, f: &Figures| {
        let line = format!(
            "{name:width$} {:13}{:13}{:13}{:13}{:13}{:<7}{}",
            f.conflicts, f.core, f.all.recall, f.all.precision, f.all.listed, f.look_alikes, f.unlisted
        );
        let _ = writeln!(out, "{}", line.trim_end());
    };
    stories.iter().for_each(|story| line(&story.story.name, &story.figures()));
    if stories.len() > 1 {
        line("total", total);
    }
}

fn rows<'r>(out: &mut String, title: &str, rows: impl Iterator<Item = (&'r str, &'r Row)>) {
    let _ = writeln!(out, "\n{title:15}{:15}{:15}precision of listed", "recall", "precision");
    for (name, row) in rows {
        let line = format!("{name:15}{:15}{:15}{}", row.recall, row.precision, row.listed);
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

/// A mark has no confidence, so that there is no recall by it.
fn by_confidence(out: &mut String, total: &Figures) {
    let _ = writeln!(out, "\n{:30}{:15}precision of listed", "confidence", "precision");
    for (confidence, row) in total.confidences.iter().rev() {
        let line = format!("{:30}{:15}{}", confidence.id(), row.precision, row.listed);
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

fn lists(out: &mut String, story: &Evaluated) {
    let names = names(&story.story.cluster);
    for (number, mark) in story.missed() {
        let Mark { id, kind, wanted, is_core, topic, why, .. } = mark;
        let tier = if *is_core { "core" } else { "stretch" };
        let _ = writeln!(
            out,
            "\nmissed in {}: {} {}, {tier}, {id}: {}",
            story.story.name,
            wanted.id(),
            or_dash(kind),
            on_one_line(topic)
        );
        for side in &mark.sides {
            // Words may stand in many places; the first is enough to find them by.
            place(out, story.story, &names, side.places[0], None);
        }
        labelled(out, "marked because", &on_one_line(why));
        if let Some(note) = &story.notes[number] {
            labelled(out, "not found because", note);
        }
    }
    for (topic, standing) in &story.tally.reported {
        match standing {
            Standing::Right(_) => {}
            Standing::LookAlike(marks) => {
                alarm(out, story, &names, topic, "look-alike shown in");
                for &mark in marks {
                    let Mark { id, why, .. } = &story.story.marks[mark];
                    labelled(out, "marked as look-alike because", &on_one_line(&format!("{why} ({id})")));
                }
            }
            Standing::Unlisted => alarm(out, story, &names, topic, "unlisted in"),
        }
    }
}

fn alarm(out: &mut String, story: &Evaluated, names: &[String], topic: &JudgedTopic, what: &str) {
    let _ = writeln!(
        out,
        "\n{what} {}: {} {}, confidence {}, {}: {}",
        story.story.name,
        topic.verdict.id(),
        topic.kind.id(),
        topic.confidence.id(),
        topic.fingerprint.get(..6).unwrap_or(&topic.fingerprint),
        on_one_line(&topic.topic)
    );
    for reading in &topic.readings {
        // The first claim of each article; the rest say the same.
        let mut first = BTreeMap::new();
        for claim in reading.claims.iter().map(|c| story.report.claim(*c)) {
            first.entry(claim.span.article).or_insert(claim);
        }
        for claim in first.into_values().take(2) {
            place(out, story.story, names, claim.span, Some(claim.sentence));
        }
    }
    labelled(out, "shown because", &on_one_line(&topic.reason));
}

/// "    Courier:8:95   67,160 | the sentence".
fn place(out: &mut String, story: &Story, names: &[String], span: Span, sentence: Option<Span>) {
    let at = story.cluster[span.article].place_of(span.range().start);
    let at = format!("{}:{at}", names[span.article.index()]);
    let words = on_one_line(&story.cluster[span]);
    let sentence = sentence.map(|s| format!(" | {}", on_one_line(&story.cluster[s])));
    let _ = writeln!(out, "  {at:20} {words}{}", sentence.unwrap_or_default());
}

fn labelled(out: &mut String, label: &str, words: &dyn Display) {
    let words = words.to_string();
    if !words.is_empty() {
        let _ = writeln!(out, "  {label}: {words}");
    }
}
