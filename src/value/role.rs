//! A role that a person can hold: title, organisation, country.

/// A role that a person can hold: title, organisation, country.
#[derive(Debug, Clone, PartialEq)]
pub struct Role;

/// In office, formerly so, elect, acting; or whose administration.
#[derive(Debug, Clone, PartialEq)]
pub struct Status;
