//! A place as the text names it.

/// A place as the text names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Place;
