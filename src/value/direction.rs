//! Which way a place lies: from another place, or inside a land.

use super::{Comparison, Level, Reason};

/// A direction, in steps of an eighth of the circle; or the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Compass {
    /// Eighths clockwise from north: south-east is 3.
    Eighths(u8),
    /// "central".
    Centre,
}

/// Which way a place lies.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// "southeast of Norwich", with the place it is seen from.
    From(Compass, String),
    /// "in northern Norway", "the northern town of": the land, where it is named.
    Within(Compass, Option<String>),
}

impl Compass {
    /// The direction of a lower-case word: "south", "southern", "south-east", "central".
    pub fn of(word: &str) -> Option<Compass> {
        let plain: String = word.chars().filter(|c| c.is_alphabetic()).collect();
        let plain = plain.strip_suffix("ern").unwrap_or(&plain);
        Some(match plain {
            "north" => Compass::Eighths(0),
            "northeast" => Compass::Eighths(1),
            "east" => Compass::Eighths(2),
            "southeast" => Compass::Eighths(3),
            "south" => Compass::Eighths(4),
            "southwest" => Compass::Eighths(5),
            "west" => Compass::Eighths(6),
            "northwest" => Compass::Eighths(7),
            "central" => Compass::Centre,
            _ => return None,
        })
    }

    /// Eighths of the circle between two directions; `None` where one is the middle.
    fn eighths_to(self, other: Compass) -> Option<u8> {
        match (self, other) {
            (Compass::Eighths(a), Compass::Eighths(b)) => {
                let apart = a.abs_diff(b) % 8;
                Some(apart.min(8 - apart))
            }
            (Compass::Centre, Compass::Centre) => Some(0),
            (Compass::Centre, Compass::Eighths(_)) | (Compass::Eighths(_), Compass::Centre) => None,
        }
    }
}

impl Direction {
    /// How two directions of one place stand to one another.
    ///
    /// "South" and "southeast" of a city are near; a land's south and its southeast
    /// overlap; its middle is no edge of it.
    pub fn compare(&self, other: &Direction) -> Comparison {
        let (a, b) = match (self, other) {
            (Direction::From(a, x), Direction::From(b, y)) if x == y => (a, b),
            (Direction::Within(a, x), Direction::Within(b, y)) if x.is_none() || y.is_none() || x == y => {
                (a, b)
            }
            (Direction::From(..), Direction::From(..) | Direction::Within(..))
            | (Direction::Within(..), Direction::From(..) | Direction::Within(..)) => {
                return Level::Incomparable.because(Reason::DifferentDirection);
            }
        };
        match a.eighths_to(*b) {
            Some(0) => Level::Identical.because(Reason::SamePlace),
            Some(1) => Level::Compatible.because(match self {
                Direction::From(..) => Reason::DifferentDirection,
                Direction::Within(..) => Reason::PlaceWithin,
            }),
            Some(_) | None => Level::Conflict.because(Reason::DifferentDirection),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(word: &str) -> Direction {
        Direction::From(Compass::of(word).unwrap(), "oslo".to_owned())
    }

    fn within(word: &str) -> Direction {
        Direction::Within(Compass::of(word).unwrap(), None)
    }

    #[test]
    fn next_to_each_other_is_not_against_each_other() {
        let cases = [
            (from("south"), from("south"), Level::Identical),
            (from("south"), from("southeast"), Level::Compatible),
            (from("north"), from("northwest"), Level::Compatible),
            (from("south"), from("north"), Level::Conflict),
            (within("southern"), within("south-eastern"), Level::Compatible),
            (within("central"), within("southeastern"), Level::Conflict),
            (within("central"), from("south"), Level::Incomparable),
        ];
        for (a, b, level) in cases {
            assert_eq!(a.compare(&b).level, level, "{a:?} {b:?}");
            assert_eq!(b.compare(&a).level, level, "{b:?} {a:?}, swapped");
        }
    }

    #[test]
    fn other_words_are_no_direction() {
        for word in ["", "ern", "upper", "mid"] {
            assert_eq!(Compass::of(word), None);
        }
    }
}
