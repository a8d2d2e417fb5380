//! Mentions: the expressions of an article that claims are made of.
//!
//! Figures, days, times, people, quotations: each file finds one sort, in the
//! annotated sentence only, and keeps the tokens on which it rests.

pub mod attribution;
pub mod clock;
pub mod figure;
mod marks;
pub mod moment;
mod naming;
pub mod person;
mod phrase;
pub mod quotation;
mod speaker;
pub mod street;
mod tokens;

pub use attribution::{Attribution, AttributionKind, attributions};
pub use clock::{ClockMention, clocks};
pub use moment::{Form, Moment, Preposition, moments};
pub use quotation::{Quotation, QuotationSort, is_quoted, quotations};
pub use speaker::{SameSpeaker, Speaker, SpeakerKind, Tie, same_speaker};

#[cfg(test)]
pub(crate) use tokens::tests::article as test_article;
