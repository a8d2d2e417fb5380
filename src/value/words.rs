//! The words of a quotation.

/// The words of a quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Words;
