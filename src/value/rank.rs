//! Ranks of those who serve: police, soldiers, sailors, firefighters.
//!
//! One person has one rank at a time in one service. A word for all who serve
//! ("officer", "agent", "detective") is no rank and meets every one of them.

use super::comparison::{Comparison, Level, Reason};

/// Offices that are ranks, sorted.
const RANKS: [&str; 19] = [
    "admiral",
    "captain",
    "chief",
    "colonel",
    "constable",
    "corporal",
    "deputy",
    "deputy chief",
    "fire chief",
    "general",
    "lieutenant",
    "major",
    "police chief",
    "private",
    "sergeant",
    "sheriff",
    "specialist",
    "trooper",
    "undersheriff",
];

/// A rank by the class of its title: "sergeant" for "Staff Sgt.".
///
/// Grades of one rank are not told apart: a lieutenant colonel is called colonel, a
/// master sergeant sergeant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rank(&'static str);

impl Rank {
    /// The rank that an office is; `None` for an office that is none, such as "mayor".
    pub fn of(office: &str) -> Option<Rank> {
        let class = match office {
            "deputy police chief" | "deputy fire chief" => "deputy chief",
            "deputy sheriff" => "deputy",
            other => other,
        };
        RANKS.binary_search(&class).ok().map(|place| Rank(RANKS[place]))
    }

    /// Its word.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// How two ranks of one person stand to each other. Symmetric.
    ///
    /// "Chief" alone is how a police chief, a fire chief and their deputies are all
    /// addressed.
    pub fn compare(a: Rank, b: Rank) -> Comparison {
        if a == b {
            return Level::Identical.because(Reason::SameRole);
        }
        let is_address = |x: Rank, y: Rank| x.0 == "chief" && y.0.ends_with(" chief");
        match is_address(a, b) || is_address(b, a) {
            true => Level::Compatible.because(Reason::SameRole),
            false => Level::Conflict.because(Reason::DifferentRank),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_exclude_each_other_but_for_an_address() {
        let cases = [
            ("trooper", "trooper", Level::Identical),
            ("trooper", "lieutenant", Level::Conflict),
            ("sergeant", "captain", Level::Conflict),
            ("chief", "deputy chief", Level::Compatible),
            ("police chief", "deputy chief", Level::Conflict),
            ("police chief", "deputy police chief", Level::Conflict),
            ("deputy chief", "deputy police chief", Level::Identical),
            ("chief", "captain", Level::Conflict),
        ];
        for (a, b, want) in cases {
            let [x, y] = [a, b].map(|office| Rank::of(office).unwrap());
            assert_eq!(Rank::compare(x, y).level, want, "{a} / {b}");
            assert_eq!(Rank::compare(y, x).level, want, "{b} / {a}, swapped");
        }
    }

    #[test]
    fn what_all_who_serve_are_called_is_no_rank() {
        for office in ["officer", "agent", "detective", "mayor", "deputy mayor", "soldier"] {
            assert_eq!(Rank::of(office), None, "{office}");
        }
        assert!(RANKS.is_sorted());
    }
}
