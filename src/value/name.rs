//! A person's name in parts.

/// A person's name in parts.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonName;
