//! A time of day.

/// A time of day.
#[derive(Debug, Clone, PartialEq)]
pub struct Clock;
