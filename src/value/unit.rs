//! Units: what a figure is a figure of, and its worth in the dimension's base unit.
//!
//! Plain counts have a unit too, [`Unit::COUNT`]. Currencies share one dimension and
//! are never converted: no text tells the rate of the day.

use rust_decimal::Decimal;

use super::number::Grain;
use crate::lexicon::{CURRENCIES, UNITS};

/// What can be compared: figures of two dimensions never are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each is its own word
pub enum Dimension {
    Count,
    Rank,
    Year,
    Age,
    Percent,
    PercentagePoint,
    Money,
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Duration,
    Temperature,
    Angle,
    Power,
    Energy,
    Caliber,
    Magnitude,
}

impl Dimension {
    /// Its name in units.tsv and in reports.
    pub fn id(self) -> &'static str {
        match self {
            Dimension::Count => "count",
            Dimension::Rank => "rank",
            Dimension::Year => "year",
            Dimension::Age => "age",
            Dimension::Percent => "percent",
            Dimension::PercentagePoint => "percentage point",
            Dimension::Money => "money",
            Dimension::Length => "length",
            Dimension::Area => "area",
            Dimension::Volume => "volume",
            Dimension::Mass => "mass",
            Dimension::Speed => "speed",
            Dimension::Duration => "duration",
            Dimension::Temperature => "temperature",
            Dimension::Angle => "angle",
            Dimension::Power => "power",
            Dimension::Energy => "energy",
            Dimension::Caliber => "caliber",
            Dimension::Magnitude => "magnitude",
        }
    }

    fn named(id: &str) -> Option<Dimension> {
        Some(match id {
            "percent" => Dimension::Percent,
            "percentage point" => Dimension::PercentagePoint,
            "length" => Dimension::Length,
            "area" => Dimension::Area,
            "volume" => Dimension::Volume,
            "mass" => Dimension::Mass,
            "speed" => Dimension::Speed,
            "duration" => Dimension::Duration,
            "temperature" => Dimension::Temperature,
            "angle" => Dimension::Angle,
            "power" => Dimension::Power,
            "energy" => Dimension::Energy,
            "caliber" => Dimension::Caliber,
            "magnitude" => Dimension::Magnitude,
            _ => return None,
        })
    }

    /// How its numbers are rounded when nothing is said.
    pub fn grain(self) -> Grain {
        match self {
            Dimension::Count | Dimension::Money | Dimension::Age => Grain::Counted,
            Dimension::Percent | Dimension::PercentagePoint | Dimension::Magnitude => Grain::Written,
            Dimension::Caliber | Dimension::Rank | Dimension::Year => Grain::Named,
            Dimension::Length
            | Dimension::Area
            | Dimension::Volume
            | Dimension::Mass
            | Dimension::Speed
            | Dimension::Duration
            | Dimension::Temperature
            | Dimension::Angle
            | Dimension::Power
            | Dimension::Energy => Grain::Measured,
        }
    }
}

/// A unit of measure, a currency, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    dimension: Dimension,
    /// "mile", "USD"; empty for counts, ranks and calendar years.
    name: &'static str,
    factor: Decimal,
    offset: Decimal,
}

impl Unit {
    /// People and things, counted.
    pub const COUNT: Unit = Unit::bare(Dimension::Count, "");
    /// "Second", "20th".
    pub const RANK: Unit = Unit::bare(Dimension::Rank, "");
    /// A year of the calendar.
    pub const CALENDAR_YEAR: Unit = Unit::bare(Dimension::Year, "");
    /// Parts of a hundred.
    pub const PERCENT: Unit = Unit::bare(Dimension::Percent, "percent");
    /// An earthquake's strength.
    pub const MAGNITUDE: Unit = Unit::bare(Dimension::Magnitude, "magnitude");
    /// A gun's bore, in inches.
    pub const CALIBER: Unit = Unit::bare(Dimension::Caliber, "caliber");
    /// A gun's bore, in millimetres.
    pub const MM_CALIBER: Unit = Unit::bare(Dimension::Caliber, "mm caliber");
    /// Pounds sterling; what "pounds" are, a text tells only by its surroundings.
    pub const STERLING: Unit = Unit::bare(Dimension::Money, "GBP");

    const fn bare(dimension: Dimension, name: &'static str) -> Unit {
        Unit { dimension, name, factor: Decimal::ONE, offset: Decimal::ZERO }
    }

    /// The unit of measure that these words name, in lower case: `["square", "miles"]`.
    pub fn measure(words: &[&str]) -> Option<Unit> {
        let line = UNITS.get_words(words)?;
        let (name, own) = line.split_once('\t').unwrap_or((line, ""));
        let facts = if own.is_empty() { UNITS.get(name)?.split_once('\t')?.1 } else { own };
        let mut facts = facts.split('\t');
        let dimension = Dimension::named(facts.next()?)?;
        let mut decimal = |default| facts.next().map_or(Some(default), |d| d.parse().ok());
        let (factor, offset) = (decimal(Decimal::ONE)?, decimal(Decimal::ZERO)?);
        Some(Unit { dimension, name, factor, offset })
    }

    /// The currency that these words or signs name, and the part of it they mean:
    /// "cents" are a hundredth of a dollar.
    pub fn currency(words: &[&str]) -> Option<(Unit, Decimal)> {
        let mut facts = CURRENCIES.get_words(words)?.split('\t');
        let code = facts.next()?;
        let part = facts.next().map_or(Some(Decimal::ONE), |d| d.parse().ok())?;
        Some((Unit::bare(Dimension::Money, code), part))
    }

    /// Years, months, weeks or days as an age; other units stay what they are.
    pub fn of_age(self) -> Unit {
        match self.dimension {
            Dimension::Duration => Unit { dimension: Dimension::Age, ..self },
            _ => self,
        }
    }

    /// Years of age, the unit of "the girl, 8".
    pub fn years_of_age() -> Unit {
        Unit::measure(&["year"]).map_or(Unit::bare(Dimension::Age, "year"), Unit::of_age)
    }

    /// What can be compared with it.
    pub fn dimension(self) -> Dimension {
        self.dimension
    }

    /// Name of the dimension: "money" for every currency.
    pub fn dimension_id(self) -> &'static str {
        self.dimension.id()
    }

    /// Its name in reports: "USD", "mile", "percent"; `None` for plain counts.
    pub fn id(self) -> Option<&'static str> {
        (!self.name.is_empty()).then_some(self.name)
    }

    /// How its numbers are rounded when nothing is said.
    pub fn grain(self) -> Grain {
        self.dimension.grain()
    }

    /// A number of this unit in the dimension's base unit.
    ///
    /// Numbers of a text stay far below the limit of decimals; beyond it the number
    /// itself is given back.
    pub fn in_base(self, value: Decimal) -> Decimal {
        value.checked_mul(self.factor).and_then(|v| v.checked_add(self.offset)).unwrap_or(value)
    }

    /// A difference of this unit in the dimension's base unit.
    pub fn difference_in_base(self, value: Decimal) -> Decimal {
        value.checked_mul(self.factor).unwrap_or(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(words: &str) -> Option<Unit> {
        Unit::measure(&words.split(' ').collect::<Vec<_>>())
    }

    #[test]
    fn every_word_for_a_unit_names_one() {
        for entry in UNITS.entries() {
            assert!(measure(entry).is_some(), "{entry}");
        }
        for entry in CURRENCIES.entries() {
            assert!(Unit::currency(&entry.split(' ').collect::<Vec<_>>()).is_some(), "{entry}");
        }
        for word in ["", "milestone", "mil", "square", "dollars"] {
            assert_eq!(measure(word), None, "{word}");
        }
    }

    #[test]
    fn units_have_their_worth() {
        for (words, name, n, base) in [
            ("miles", "mile", 10, "16093.44"),
            ("km", "kilometre", 16, "16000"),
            ("fahrenheit", "fahrenheit", 212, "900"),
            ("degrees celsius", "celsius", 100, "900"),
            ("months", "month", 18, "47335428"),
            ("square miles", "square mile", 1, "2589988.110336"),
        ] {
            let unit = measure(words).unwrap_or_else(|| panic!("{words}"));
            assert_eq!(unit.id(), Some(name));
            assert_eq!(unit.in_base(Decimal::from(n)).normalize().to_string(), base, "{words}");
        }
    }

    #[test]
    fn currencies_share_a_dimension_and_keep_their_code() {
        let (dollar, whole) = Unit::currency(&["$"]).unwrap();
        let (cent, part) = Unit::currency(&["cents"]).unwrap();
        assert_eq!((dollar.dimension_id(), dollar.id(), whole), ("money", Some("USD"), Decimal::ONE));
        assert_eq!((cent, part.to_string()), (dollar, "0.01".to_owned()));
        assert_eq!(Unit::currency(&["euros"]).unwrap().0.id(), Some("EUR"));
        assert_eq!(Unit::COUNT.id(), None);
    }
}
