//! What a text can assert, and how two assertions of one kind compare.
//!
//! Each type stands in a file of its own with its `compare` beside it; every
//! comparison is symmetric.

mod comparison;

pub use comparison::{Comparison, Level, Reason};
