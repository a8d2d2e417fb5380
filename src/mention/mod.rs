//! Mentions: the expressions of an article that claims are made of.
//!
//! Figures, days, times, people, quotations: each file finds one sort, in the
//! annotated sentence only, and keeps the tokens on which it rests.

mod attribution;
mod clock;
mod figure;
mod marks;
mod moment;
mod person;
mod phrase;
mod quotation;
mod speaker;
mod tokens;

pub use attribution::{Attribution, AttributionKind, attributions};
pub use quotation::{Quotation, QuotationSort, is_quoted, quotations};
pub use speaker::{SameSpeaker, Speaker, SpeakerKind, Tie, same_speaker};
