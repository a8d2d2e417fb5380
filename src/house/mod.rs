//! What a newsroom knows by itself: names that mean one thing, sources that count
//! differently, and who held which office.
//!
//! A house's knowledge brings claims together and keeps its own names quiet. It settles
//! no discrepancy between sources: what it knows of people and offices is a hint.

mod aliases;
mod counters;
mod words;

pub use aliases::Aliases;
pub use counters::{Basis, Counters};
pub(crate) use words::words;
