//! A place as the text names it: a street with its block, or a name.

use super::{Comparison, Level, Reason};
use crate::lexicon::names::country;
use crate::lexicon::world;

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
    /// and the 6600 block of one avenue are different places. Cairo lies in Egypt and
    /// not in Jordan; of a town that no list has nothing is said.
    pub fn compare(&self, other: &Place) -> Comparison {
        if self.is_named() && other.is_named() && self.name != other.name {
            return compare_lands(&self.name, &other.name);
        }
        if self.name != other.name || !self.is_same_sort(other) {
            return Level::Conflict.because(Reason::DifferentPlace);
        }
        match (self.number, other.number) {
            (Some(a), Some(b)) if a == b => Level::Identical.because(Reason::SamePlace),
            (Some(a), Some(b)) if self.holds(b) && !other.is_block || other.holds(a) && !self.is_block => {
                Level::Compatible.because(Reason::PlaceWithin)
            }
            (Some(_), Some(_)) => Level::Conflict.because(Reason::DifferentPlace),
            (None, None) => Level::Identical.because(Reason::SamePlace),
            _ => Level::Compatible.because(Reason::PlaceWithin),
        }
    }

    /// True for a block that has a house of that number. Where house numbers have five
    /// digits, "the 43000 block" is as often the thousand.
    fn holds(&self, house: u32) -> bool {
        let Some(block) = self.number.filter(|_| self.is_block) else { return false };
        let width = if block >= 10_000 && block % 1_000 == 0 { 1_000 } else { 100 };
        block / width == house / width
    }

    /// A town or a country, not a street or a house.
    fn is_named(&self) -> bool {
        self.street.is_empty() && self.compass.is_empty() && self.number.is_none()
    }

    /// "South Michigan" and "Michigan" may be one avenue, "Harvard Road" and
    /// "Harvard Avenue" are two; a street named without its kind fits either.
    fn is_same_sort(&self, other: &Place) -> bool {
        let street = self.street.is_empty() || other.street.is_empty() || self.street == other.street;
        let compass = self.compass.is_empty() || other.compass.is_empty() || self.compass == other.compass;
        street && compass
    }
}

/// A country that is also a state of another, of which its towns do not tell.
const AMBIGUOUS: &str = "georgia";

/// Two names of towns or countries, in lower case.
fn compare_lands(a: &str, b: &str) -> Comparison {
    let within = |town: &str, land: &str| match world::lies_in(town, land) {
        true => Level::Compatible.because(Reason::PlaceWithin),
        false if land == AMBIGUOUS || world::countries_of(town).is_empty() => {
            Level::Incomparable.because(Reason::DifferentPlace)
        }
        false => Level::Conflict.because(Reason::DifferentPlace),
    };
    match (country(a), country(b)) {
        (Some(x), Some(y)) if x == y => Level::Identical.because(Reason::SamePlace),
        (Some(_), Some(_)) | (None, None) => Level::Conflict.because(Reason::DifferentPlace),
        (Some(land), None) => within(b, land),
        (None, Some(land)) => within(a, land),
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
    fn a_block_of_five_digits_may_be_a_thousand() {
        let house = street(Some(43_145), false, "harbour", "parkway");
        assert_eq!(house.compare(&street(Some(43_000), true, "harbour", "parkway")).level, Level::Compatible);
        assert_eq!(house.compare(&street(Some(43_200), true, "harbour", "parkway")).level, Level::Conflict);
        assert_eq!(house.compare(&street(Some(44_000), true, "harbour", "parkway")).level, Level::Conflict);
    }

    #[test]
    fn a_road_is_not_the_avenue_of_its_name() {
        let road = street(None, false, "harvard", "road");
        let avenue = street(None, false, "harvard", "avenue");
        let bare = street(None, false, "harvard", "");
        assert_eq!(road.compare(&avenue).level, Level::Conflict);
        assert_eq!(road.compare(&bare).level, Level::Identical);
    }

    #[test]
    fn a_town_lies_in_its_country_and_in_no_other() {
        let place = |name: &str| street(None, false, name, "");
        let cases = [
            ("cairo", "egypt", Level::Compatible),
            ("cairo", "jordan", Level::Conflict),
            ("cairo", "geneva", Level::Conflict),
            ("egypt", "jordan", Level::Conflict),
            ("britain", "united kingdom", Level::Identical),
            // Nobody knows where Melvand lies, and Georgia is two lands.
            ("melvand", "egypt", Level::Incomparable),
            ("atlanta", "georgia", Level::Incomparable),
        ];
        for (a, b, want) in cases {
            assert_eq!(place(a).compare(&place(b)).level, want, "{a} / {b}");
            assert_eq!(place(b).compare(&place(a)).level, want, "{b} / {a}, swapped");
        }
    }
}
