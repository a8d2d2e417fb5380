//! A figure with its hedge and unit.

/// A figure with its hedge and unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity;
