//! factdiff reads the articles of one story and reports where they differ.

pub mod language;
