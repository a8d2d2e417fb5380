//! A day, a period, or a weekday that no date resolves.

/// A day, a period, or a weekday that no date resolves.
#[derive(Debug, Clone, PartialEq)]
pub struct When;
