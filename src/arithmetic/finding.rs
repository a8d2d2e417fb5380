//! Findings: words of one article that do not come to what it says they do.
//!
//! A check gives findings; here they become claims and a topic that is already
//! judged. A side whose claim was detected before is that claim.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::claim::{Claim, Kind, Measurand, Subject, Value};
use crate::detect::Material;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Reach, Reading, Severity, Verdict};
use crate::mention::figure::Figure;
use crate::value::{Bound, Dimension, Number};

/// Two readings of one article that cannot stand together.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub kind: Kind,
    pub title: String,
    pub reason: String,
    pub verdict: Verdict,
    pub confidence: Confidence,
    pub severity: Severity,
    pub sides: [Side; 2],
}

/// One reading: the words that give it, and how the report prints it.
#[derive(Debug, Clone)]
pub(super) struct Side {
    pub printed: String,
    pub parts: Vec<Part>,
}

/// Words of one sentence with what they say.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub sentence: usize,
    pub tokens: Range<usize>,
    pub value: Value,
    pub subject: Subject,
}

impl Finding {
    /// A conflict of medium severity.
    pub(super) fn conflict(
        kind: Kind,
        confidence: Confidence,
        title: String,
        reason: String,
        sides: [Side; 2],
    ) -> Finding {
        let (verdict, severity) = (Verdict::Conflict, Severity::Medium);
        Finding { kind, title, reason, verdict, confidence, severity, sides }
    }

    /// Adds its claims and gives its topic.
    pub(super) fn topic(self, material: &Material, claims: &mut Vec<Claim>) -> JudgedTopic {
        let kind = self.kind;
        let readings = self.sides.map(|side| Reading {
            value: side.printed,
            claims: side.parts.into_iter().map(|part| part.claim(kind, material, claims)).collect(),
        });
        JudgedTopic {
            fingerprint: String::new(),
            hint: None,
            accepted: None,
            kind,
            reach: Reach::Internal,
            verdict: self.verdict,
            confidence: self.confidence,
            severity: self.severity,
            topic: self.title,
            reason: self.reason,
            readings: readings.into(),
        }
    }
}

impl Side {
    /// The reading of one place, printed as it stands there.
    pub(super) fn of(material: &Material, part: Part) -> Side {
        Side { printed: part.printed(material), parts: vec![part] }
    }
}

impl Part {
    /// What the figure says.
    pub(super) fn of_figure(sentence: usize, figure: &Figure) -> Part {
        Part {
            sentence,
            tokens: figure.tokens.clone(),
            value: Value::Quantity(figure.quantity.clone()),
            subject: Subject::Measurand(Measurand::default()),
        }
    }

    /// Its words, as the article prints them.
    pub(super) fn printed(&self, material: &Material) -> String {
        let sentence = material.article.sentence(self.sentence);
        let text = &sentence.whole_text()[sentence.bytes(self.tokens.clone())];
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn claim(self, kind: Kind, material: &Material, claims: &mut Vec<Claim>) -> ClaimId {
        let sentence = material.article.sentence(self.sentence);
        let span = material.article.span(&sentence, self.tokens.clone());
        let known = claims.iter().position(|c| c.kind == kind && c.span == span);
        let number = known.unwrap_or_else(|| {
            claims.push(material.claim(kind, &sentence, self.tokens, self.value, self.subject));
            claims.len() - 1
        });
        ClaimId(number as u32)
    }
}

/// The number of a flat figure that the words do not loosen.
pub(super) fn flat(figure: &Figure) -> Option<Decimal> {
    match figure.quantity.bound {
        Bound::Exactly(n) if !n.is_loose() => Some(n.value()),
        _ => None,
    }
}

/// From least to most that a figure is expected to mean, in its own unit.
pub(super) fn stretch(figure: &Figure) -> Option<(Decimal, Decimal)> {
    let firm = figure.quantity.bound.firm(figure.quantity.unit.grain());
    Some((firm.low?, firm.high?))
}

/// True for parts of a hundred, and not for percentage points.
pub(super) fn is_percent(figure: &Figure) -> bool {
    figure.quantity.unit.dimension() == Dimension::Percent
}

/// A decimal as reasons print it, to one place: "33.3", "40", "2,000,000".
pub(super) fn short(value: Decimal) -> String {
    Number::plain(value.round_dp(1).normalize()).to_string()
}

/// "25 percent", "33.3 percent".
pub(super) fn percent(value: Decimal) -> String {
    format!("{} percent", short(value))
}
