//! Evaluation: how much of what people marked in stories a check finds, and how much
//! of what it reports they marked.
//!
//! [`stories`] reads marked stories from disk; [`weigh`] is pure and lays the marks
//! of one story beside its report. A mark is a person's word on two or more places:
//! that they differ and must be shown, or that they only look so.

mod figures;
mod gold;
mod json;
mod mark;
mod miss;
mod stories;
mod tally;
mod text;
mod truth;

pub use figures::{Figures, Measure, Ratio};
pub use json::{json, schema};
pub use mark::{Mark, Side, Wanted};
pub use miss::{pairs, reason};
pub use stories::{Story, stories, with_gold};
pub use tally::{Standing, Tally, weigh};
pub use text::{Evaluated, text};
