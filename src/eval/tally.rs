//! One story: its marks laid beside its report.
//!
//! A mark is found when claims of two different readings of one discrepancy touch two
//! of its sides that have different values. A report that finds no mark and touches two
//! sides of a look-alike is a false alarm; one that does neither is unlisted, for
//! nobody has judged it.

use super::mark::{Mark, Wanted};
use crate::article::Span;
use crate::discrepancy::{JudgedTopic, Report};
use crate::report::Selection;

/// What the marks say of one reported discrepancy; marks by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It finds these marks.
    Right(Vec<usize>),
    /// It shows these look-alikes, and finds no mark.
    LookAlike(Vec<usize>),
    /// No mark speaks of it.
    Unlisted,
}

/// The marks of a story beside the discrepancies that were reported.
#[derive(Debug, Clone)]
pub struct Tally<'r> {
    /// Each reported discrepancy, in the order of the report.
    pub reported: Vec<(&'r JudgedTopic, Standing)>,
    /// By mark: the places in `reported` that find it.
    pub finds: Vec<Vec<usize>>,
}

impl Tally<'_> {
    /// True when the mark of that number was found.
    pub fn is_found(&self, mark: usize) -> bool {
        !self.finds[mark].is_empty()
    }
}

/// Lays the marks beside the discrepancies that the selection keeps.
pub fn weigh<'r>(marks: &[Mark], report: &'r Report, selection: &Selection) -> Tally<'r> {
    let mut tally = Tally { reported: Vec::new(), finds: vec![Vec::new(); marks.len()] };
    for topic in selection.discrepancies(report) {
        let claims = claims(report, topic);
        let of = |is_wanted: bool| {
            let kept =
                marks.iter().enumerate().filter(move |(_, m)| (m.wanted != Wanted::Nothing) == is_wanted);
            kept.filter(|(_, mark)| shows(mark, &claims)).map(|(number, _)| number).collect::<Vec<usize>>()
        };
        let found = of(true);
        for &mark in &found {
            tally.finds[mark].push(tally.reported.len());
        }
        let standing = match (found.is_empty(), of(false)) {
            (false, _) => Standing::Right(found),
            (true, alike) if !alike.is_empty() => Standing::LookAlike(alike),
            (true, _) => Standing::Unlisted,
        };
        tally.reported.push((topic, standing));
    }
    tally
}

/// Where the claims of a discrepancy stand, with the number of their reading.
fn claims(report: &Report, topic: &JudgedTopic) -> Vec<(usize, Span)> {
    let readings = topic.readings.iter().enumerate();
    readings.flat_map(|(number, r)| r.claims.iter().map(move |c| (number, report.claim(*c).span))).collect()
}

/// True when claims of two readings touch two sides of the mark; those of a mark that
/// wants something must differ in value too.
fn shows(mark: &Mark, claims: &[(usize, Span)]) -> bool {
    let mut touched: Vec<(usize, usize)> = Vec::new();
    for (number, side) in mark.sides.iter().enumerate() {
        let here = claims.iter().filter(|(_, claim)| side.places.iter().any(|place| place.overlaps(*claim)));
        touched.extend(here.map(|(reading, _)| (number, *reading)));
    }
    let differ = |a: usize, b: usize| match mark.wanted {
        Wanted::Nothing => a != b,
        Wanted::Conflict | Wanted::Minor | Wanted::Update => mark.sides[a].value != mark.sides[b].value,
    };
    touched.iter().any(|a| touched.iter().any(|b| differ(a.0, b.0) && a.1 != b.1))
}
