//! What became of somebody or something: one of the answers to one question.

use super::{Comparison, Level, Reason};

/// One answer to a question that has two: convicted or acquitted, died or survived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Outcome {
    /// What is asked: "verdict", "life".
    pub question: &'static str,
    /// What happened: "convicted", "survived".
    pub answer: &'static str,
}

impl Outcome {
    /// Two answers to one question exclude each other.
    pub fn compare(&self, other: &Outcome) -> Comparison {
        if self.question != other.question {
            Level::Incomparable.because(Reason::DifferentDimension)
        } else if self.answer == other.answer {
            Level::Identical.because(Reason::SameOutcome)
        } else {
            Level::Conflict.because(Reason::ExclusiveOutcomes)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_answers_to_one_question_conflict() {
        let outcome = |question, answer| Outcome { question, answer };
        let cases = [
            (outcome("verdict", "convicted"), outcome("verdict", "convicted"), Level::Identical),
            (outcome("verdict", "convicted"), outcome("verdict", "acquitted"), Level::Conflict),
            (outcome("verdict", "convicted"), outcome("life", "survived"), Level::Incomparable),
        ];
        for (a, b, want) in cases {
            assert_eq!(a.compare(&b).level, want, "{a:?} / {b:?}");
            assert_eq!(b.compare(&a).level, want, "{b:?} / {a:?}, swapped");
        }
    }
}
