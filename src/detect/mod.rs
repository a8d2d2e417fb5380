//! Detectors: from the mentions of an article to its claims, one file per kind.

pub mod quote;
