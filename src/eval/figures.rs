//! The figures of an evaluation: counts over stories, and the ratios made of them.
//!
//! Counts are summed over stories, never averaged: a story with many marks weighs
//! more. A ratio of nothing is no ratio, and no gate fails on it.

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};

use super::mark::{Mark, Wanted};
use super::tally::{Standing, Tally};
use crate::discrepancy::Confidence;

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ratio {
    /// How many are.
    pub part: usize,
    /// Of how many.
    pub whole: usize,
}

impl Ratio {
    fn add(&mut self, is: bool) {
        self.part += usize::from(is);
        self.whole += 1;
    }

    /// Its value, `None` of nothing.
    pub fn value(self) -> Option<Decimal> {
        Decimal::from(self.part).checked_div(Decimal::from(self.whole))
    }
}

/// "3/4 0.75", or "0/0".
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let figures = match self.value() {
            Some(value) => {
                let value = value.round_dp_with_strategy(2, RoundingStrategy::MidpointNearestEven);
                format!("{}/{} {value:.2}", self.part, self.whole)
            }
            None => format!("{}/{}", self.part, self.whole),
        };
        f.pad(&figures)
    }
}

/// How many of the marks of one sort were found, and how many reports of it were right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Row {
    /// Marks found, of all marks.
    pub recall: Ratio,
    /// Reports that find a mark, of all reports.
    pub precision: Ratio,
    /// The same, of the reports that a mark speaks of.
    pub listed: Ratio,
}

/// The counts of one story or of many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Conflicts found whose values both stand in the text.
    pub conflicts: Ratio,
    /// Marks found whose values both stand in the text.
    pub core: Ratio,
    /// All marks and all reports.
    pub all: Row,
    /// Reports that show a look-alike and find no mark.
    pub look_alikes: usize,
    /// Reports that no mark speaks of.
    pub unlisted: usize,
    /// Found marks, those answered by a report with the verdict that was wanted.
    pub verdicts: Ratio,
    /// By kind: marks by theirs, reports by theirs.
    pub kinds: BTreeMap<String, Row>,
    /// By verdict: marks by the wanted one, reports by theirs.
    pub by_verdict: BTreeMap<&'static str, Row>,
    /// Reports by confidence.
    pub confidences: BTreeMap<Confidence, Row>,
}

impl Figures {
    /// Adds the counts of a story.
    pub fn add(&mut self, marks: &[Mark], tally: &Tally) {
        for (number, mark) in marks.iter().enumerate().filter(|(_, m)| m.wanted != Wanted::Nothing) {
            let is_found = tally.is_found(number);
            self.all.recall.add(is_found);
            self.kinds.entry(mark.kind.clone()).or_default().recall.add(is_found);
            self.by_verdict.entry(mark.wanted.id()).or_default().recall.add(is_found);
            if mark.is_core {
                self.core.add(is_found);
            }
            if mark.is_core && mark.wanted == Wanted::Conflict {
                self.conflicts.add(is_found);
            }
            if is_found {
                let mut verdicts = tally.finds[number].iter().map(|&at| tally.reported[at].0.verdict);
                self.verdicts.add(verdicts.any(|v| mark.is_answered_by(v)));
            }
        }
        for (topic, standing) in &tally.reported {
            let is_right = matches!(standing, Standing::Right(_));
            let is_listed = *standing != Standing::Unlisted;
            self.look_alikes += usize::from(is_listed && !is_right);
            self.unlisted += usize::from(!is_listed);
            for row in [
                &mut self.all,
                self.kinds.entry(topic.kind.id().to_owned()).or_default(),
                self.by_verdict.entry(topic.verdict.id()).or_default(),
                self.confidences.entry(topic.confidence).or_default(),
            ] {
                row.precision.add(is_right);
                if is_listed {
                    row.listed.add(is_right);
                }
            }
        }
    }

    /// The ratio that a measure names.
    pub fn ratio(&self, measure: Measure) -> Ratio {
        let at = |confidence| self.confidences.get(&confidence).map_or_else(Ratio::default, |r| r.precision);
        match measure {
            Measure::Recall => self.all.recall,
            Measure::RecallCore => self.core,
            Measure::RecallConflicts => self.conflicts,
            Measure::Precision => self.all.precision,
            Measure::PrecisionListed => self.all.listed,
            Measure::PrecisionAtHigh => at(Confidence::High),
            Measure::PrecisionAtMedium => at(Confidence::Medium),
        }
    }
}

/// What a gate may ask a least value of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Marks found.
    Recall,
    /// Marks found whose values both stand in the text.
    RecallCore,
    /// Conflicts found whose values both stand in the text.
    RecallConflicts,
    /// Reports that find a mark, of all.
    Precision,
    /// Reports that find a mark, of those that a mark speaks of.
    PrecisionListed,
    /// Of the reports at high confidence, those that find a mark.
    PrecisionAtHigh,
    /// Of the reports at medium confidence, those that find a mark.
    PrecisionAtMedium,
}

impl Measure {
    /// Every measure, in the order of tables.
    pub const ALL: [Measure; 7] = [
        Measure::Recall,
        Measure::RecallCore,
        Measure::RecallConflicts,
        Measure::Precision,
        Measure::PrecisionListed,
        Measure::PrecisionAtHigh,
        Measure::PrecisionAtMedium,
    ];

    /// Its name on the command line and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Measure::Recall => "recall",
            Measure::RecallCore => "recall-core",
            Measure::RecallConflicts => "recall-conflicts",
            Measure::Precision => "precision",
            Measure::PrecisionListed => "precision-listed",
            Measure::PrecisionAtHigh => "precision-at-high",
            Measure::PrecisionAtMedium => "precision-at-medium",
        }
    }

    /// The measure of that name.
    pub fn from_id(id: &str) -> Option<Measure> {
        Measure::ALL.into_iter().find(|m| m.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::Ratio;

    #[test]
    fn a_ratio_prints_its_counts_and_its_value() {
        for (part, whole, want) in [(3, 4, "3/4 0.75"), (2, 3, "2/3 0.67"), (5, 5, "5/5 1.00"), (0, 0, "0/0")]
        {
            assert_eq!(Ratio { part, whole }.to_string(), want);
        }
        assert_eq!(format!("{:10}|", Ratio { part: 1, whole: 8 }), "1/8 0.12  |");
    }
}
