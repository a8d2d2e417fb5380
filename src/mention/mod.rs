//! Mentions: the expressions of an article that claims are made of.
//!
//! Figures, days, times, people, quotations: each file finds one sort, in the
//! annotated sentence only, and keeps the tokens on which it rests.

mod administration;
mod age;
pub mod as_of;
pub mod attribution;
pub mod claimant;
pub mod clock;
mod counting;
pub mod direction;
mod earlier;
pub mod figure;
mod marks;
pub mod moment;
mod name_run;
mod naming;
mod part;
pub mod person;
mod phrase;
pub mod proper;
pub mod quotation;
mod role;
pub mod scene;
mod speaker;
pub mod street;
mod tokens;

pub use administration::Administration;
pub use attribution::{Attribution, AttributionKind, attributions};
pub use clock::{ClockMention, clocks};
pub use earlier::earlier;
pub use moment::{Form, Moment, Preposition, moments, settle_years};
pub use part::Part;
pub use person::{Cast, Person, PersonMention, ToldAge, Unnamed, cast};
pub use quotation::{Quotation, QuotationSort, is_quoted, quotations};
pub use role::RoleMention;
pub use speaker::{SameSpeaker, Speaker, SpeakerKind, Tie, same_speaker};

#[cfg(test)]
pub(crate) use tokens::tests::article as test_article;
