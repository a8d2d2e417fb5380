//! A place as the text names it: a street with its block, or a name.

use super::{Comparison, Level, Reason};

/// A place as the text names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The name in lower case, compass words and the kind of street left out: "tish".
    pub name: String,
    /// The kind of street: "lane"; empty for any other place.
    pub street: String,
    /// Compass word before the name: "south"; empty where none is given.
    pub compass: String,
    /// House or block number.
    pub number: Option<u32>,
    /// "the 6600 block of": the number names a hundred houses.
    pub is_block: bool,
}

impl Place {
    /// How two places stand to one another.
    ///
    /// "833 Anderson Street" lies in "the 800 block of Anderson Street"; the 1600
    /// and the 6600 block of one avenue are different places.
    pub fn compare(&self, other: &Place) -> Comparison {
        if self.name != other.name || !self.is_same_sort(other) {
            return Level::Conflict.because(Reason::DifferentPlace);
        }
        match (self.number, other.number) {
            (Some(a), Some(b)) if a == b => Level::Identical.because(Reason::SamePlace),
            (Some(a), Some(b)) if self.is_block != other.is_block && a / 100 == b / 100 => {
                Level::Compatible.because(Reason::PlaceWithin)
            }
            (Some(_), Some(_)) => Level::Conflict.because(Reason::DifferentPlace),
            (None, None) => Level::Identical.because(Reason::SamePlace),
            _ => Level::Compatible.because(Reason::PlaceWithin),
        }
    }

    /// "South Michigan" and "Michigan" may be one avenue, "Harvard Road" and
    /// "Harvard Avenue" are two; a street named without its kind fits either.
    fn is_same_sort(&self, other: &Place) -> bool {
        let street = self.street.is_empty() || other.street.is_empty() || self.street == other.street;
        let compass = self.compass.is_empty() || other.compass.is_empty() || self.compass == other.compass;
        street && compass
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn street(number: Option<u32>, is_block: bool, name: &str, street: &str) -> Place {
        Place { name: name.into(), street: street.into(), compass: String::new(), number, is_block }
    }

    #[test]
    fn a_house_lies_in_its_block_and_not_in_the_next() {
        let house = street(Some(833), false, "anderson", "street");
        let block = street(Some(800), true, "anderson", "street");
        let next = street(Some(900), true, "anderson", "street");
        assert_eq!(house.compare(&block).level, Level::Compatible);
        assert_eq!(block.compare(&house).level, Level::Compatible);
        assert_eq!(house.compare(&next).level, Level::Conflict);
        assert_eq!(next.compare(&block).level, Level::Conflict);
    }

    #[test]
    fn a_road_is_not_the_avenue_of_its_name() {
        let road = street(None, false, "harvard", "road");
        let avenue = street(None, false, "harvard", "avenue");
        let bare = street(None, false, "harvard", "");
        assert_eq!(road.compare(&avenue).level, Level::Conflict);
        assert_eq!(road.compare(&bare).level, Level::Identical);
    }
}
