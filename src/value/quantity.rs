//! A figure with its hedge and unit.
use super::*;
/// stub
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    pub unit: Unit,
}
/// stub
#[derive(Debug, Clone, PartialEq)]
pub struct Unit;
impl Unit {
    /// stub
    pub fn dimension_id(&self) -> &'static str {
        ""
    }
}
impl Quantity {
    /// stub
    pub fn compare(&self, _: &Quantity) -> Comparison {
        Level::Identical.because(Reason::SameFigure)
    }
    /// stub
    pub fn size(&self) -> i64 {
        0
    }
}
