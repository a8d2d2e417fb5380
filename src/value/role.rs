//! A role that a person can hold, and whether they hold it still.
//!
//! "US special envoy for the Middle East": the office is envoy, the organisation
//! the United States, the remit the Middle East. Two roles are one if nothing that
//! both state speaks against it.

use std::fmt;

use super::comparison::{Comparison, Level, Reason};

/// Whether the bearer is in office; or whose administration governs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// "President Hale".
    Incumbent,
    /// "former President Hale", "ex-president".
    Former,
    /// "then-President Hale": in office at the time told of.
    AtTheTime,
    /// "President-elect Hale".
    Elect,
    /// "acting", "interim".
    Acting,
    /// "the Hale administration", by the folded family name.
    Administration(String),
}

impl Status {
    /// How two statuses of one person in one office stand to each other.
    pub fn compare(a: &Status, b: &Status) -> Comparison {
        use Status::{Administration, AtTheTime, Former, Incumbent};
        match (a, b) {
            (Administration(x), Administration(y)) if x != y => {
                Level::Conflict.because(Reason::DifferentAdministration)
            }
            (Administration(_), Administration(_)) => Level::Identical.because(Reason::SameRole),
            (Administration(_), _) | (_, Administration(_)) => {
                Level::Incomparable.because(Reason::DifferentRole)
            }
            (AtTheTime, _) | (_, AtTheTime) => Level::Compatible.because(Reason::SameRole),
            (Incumbent, Former) | (Former, Incumbent) => Level::Conflict.because(Reason::StatusDiffers),
            (a, b) if a == b => Level::Identical.because(Reason::SameRole),
            // "acting chief" and "chief" are two ways to be in office.
            _ => Level::Compatible.because(Reason::SameRole),
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Status::Incumbent => f.write_str("in office"),
            Status::Former => f.write_str("formerly in office"),
            Status::AtTheTime => f.write_str("in office then"),
            Status::Elect => f.write_str("elect"),
            Status::Acting => f.write_str("acting"),
            Status::Administration(owner) => write!(f, "the {owner} administration"),
        }
    }
}

/// A role that a person can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The office by its class: "prime minister" for a premier.
    pub office: String,
    /// The country, town or body it belongs to, folded: "united states".
    pub organisation: Option<String>,
    /// What it is for: "middle east", "hostages".
    pub remit: Option<String>,
    /// Whether its bearer is in office.
    pub status: Status,
    /// One holder at a time.
    pub is_sole: bool,
}

impl Role {
    /// True when both name the body they belong to, and not the same one.
    pub fn names_other_body(&self, other: &Role) -> bool {
        differ(self.organisation.as_deref(), other.organisation.as_deref())
    }

    /// How two roles stand to each other, their status left out. Symmetric.
    pub fn compare(a: &Role, b: &Role) -> Comparison {
        if a.office != b.office || differ(a.organisation.as_deref(), b.organisation.as_deref()) {
            return Level::Conflict.because(Reason::DifferentRole);
        }
        match (&a.remit, &b.remit) {
            (Some(x), Some(y)) if differ(Some(x), Some(y)) => Level::Conflict.because(Reason::DifferentRole),
            (x, y) if x == y && a.organisation == b.organisation => {
                Level::Identical.because(Reason::SameRole)
            }
            _ => Level::Compatible.because(Reason::SameRole),
        }
    }
}

/// True when both are stated and no word of the one stands in the other.
fn differ(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    let holds = |a: &str, b: &str| a.split(' ').all(|word| b.split(' ').any(|other| other == word));
    !holds(a, b) && !holds(b, a)
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(organisation) = &self.organisation {
            write!(f, "{organisation} ")?;
        }
        f.write_str(&self.office)?;
        match &self.remit {
            Some(remit) => write!(f, " for {remit}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(office: &str, organisation: &str, remit: &str) -> Role {
        let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
        Role {
            office: office.to_owned(),
            organisation: some(organisation),
            remit: some(remit),
            status: Status::Incumbent,
            is_sole: true,
        }
    }

    #[test]
    fn roles_are_one_unless_something_stated_differs() {
        let cases = [
            (role("envoy", "peru", ""), role("envoy", "peru", ""), Level::Identical),
            (role("envoy", "peru", "trade"), role("envoy", "peru", ""), Level::Compatible),
            (role("envoy", "", ""), role("envoy", "peru", ""), Level::Compatible),
            (role("envoy", "peru", "trade"), role("envoy", "peru", "hostages"), Level::Conflict),
            (role("mayor", "alder falls", ""), role("mayor", "brandt", ""), Level::Conflict),
            (role("mayor", "peru", ""), role("envoy", "peru", ""), Level::Conflict),
        ];
        for (a, b, want) in cases {
            assert_eq!(Role::compare(&a, &b).level, want, "{a} / {b}");
            assert_eq!(Role::compare(&b, &a).level, want, "{b} / {a}, swapped");
        }
    }

    #[test]
    fn only_former_and_incumbent_exclude_each_other() {
        let owner = |name: &str| Status::Administration(name.to_owned());
        let cases = [
            (Status::Incumbent, Status::Former, Level::Conflict),
            (Status::AtTheTime, Status::Former, Level::Compatible),
            (Status::Acting, Status::Incumbent, Level::Compatible),
            (owner("hale"), owner("brandt"), Level::Conflict),
            (owner("hale"), owner("hale"), Level::Identical),
        ];
        for (a, b, want) in cases {
            assert_eq!(Status::compare(&a, &b).level, want, "{a} / {b}");
            assert_eq!(Status::compare(&b, &a).level, want, "{b} / {a}, swapped");
        }
    }
}
