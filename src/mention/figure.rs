//! Figures in a sentence: number, hedge, unit.
use crate::language::Sentence;
use crate::value::Quantity;
use std::ops::Range;
/// stub
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub tokens: Range<usize>,
    pub number: Range<usize>,
    pub quantity: Quantity,
    pub form: Form,
}
/// stub
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Cardinal,
    Percent,
    Money,
    Measure,
    Duration,
    Age,
    Ordinal,
    Share,
    Year,
    Vague,
}
/// stub
pub fn figures(_: &Sentence) -> Vec<Figure> {
    Vec::new()
}
