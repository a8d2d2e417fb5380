//! Mentions: the expressions of an article that claims are made of.
//!
//! Figures, days, times, people, quotations: each file finds one sort, in the
//! annotated sentence only, and keeps the tokens on which it rests.

mod clock;
mod figure;
mod moment;
mod person;
mod quotation;

pub use clock::{ClockMention, clocks};
pub use moment::{Form, Moment, Preposition, moments};
