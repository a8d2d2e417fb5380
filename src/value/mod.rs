//! What a text can assert, and how two assertions of one kind compare.
//!
//! Each type stands in a file of its own with its `compare` beside it; every
//! comparison is symmetric.

mod age;
mod as_of;
pub mod bound;
pub mod calendar;
mod change;
mod clock;
mod comparison;
mod direction;
mod name;
pub mod number;
mod outcome;
mod place;
mod proper;
mod quantity;
mod rank;
mod role;
mod scene;
mod spelling;
mod superlative;
mod unit;
mod when;
pub mod words;

pub use age::{Age, AgeUnit};
pub use as_of::AsOf;

pub use bound::{Bound, Interval};
pub use change::Change;
pub use clock::{Clock, Nearness, Zone};
pub use comparison::{Comparison, Level, Reason};
pub use direction::{Compass, Direction};
pub use name::PersonName;
pub use number::Number;
pub use outcome::Outcome;
pub use place::Place;
pub use proper::ProperName;
pub(crate) use proper::{Distance, compare_words, distance};
pub use quantity::Quantity;
pub use rank::Rank;
pub use role::{Role, Status};
pub use scene::{Scene, SceneSort};
pub(crate) use spelling::sound_key;
pub use superlative::Superlative;
pub use unit::{Dimension, Unit};
pub use when::{Extent, Grain, PartOfDay, When};
pub use words::{Resemblance, Words};
