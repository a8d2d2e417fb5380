//! What reference tables know of the world: offices with their holders, cities and
//! their countries.
//!
//! A second witness and no judge: it says what the tables have, and says nothing of a
//! day on which they do not know. The tables were closed on 17 January 2026; a holder
//! of that day is not known to hold the office on the next.

use jiff::civil::Date;

use super::Lexicon;
use super::names::fold;

const OFFICES: Lexicon = Lexicon::new(include_str!("world/offices.tsv"));
const COUNTRIES: Lexicon = Lexicon::new(include_str!("world/countries.tsv"));
const CITIES: Lexicon = Lexicon::new(include_str!("world/cities.tsv"));

/// Who held an office of a country on a day; `country` as
/// [`names::country`](super::names::country) gives it, `office` as titles give theirs.
///
/// Of heads of state and government the table has all of 2025, many since 1996 by
/// family name alone, and the presidents of the United States since 1945.
pub fn holder(country: &str, office: &str, day: Date) -> Option<&'static str> {
    let day = day.to_string();
    let terms = OFFICES.get(&format!("{country}, {office}"))?;
    let mut in_office = terms.split('|').filter_map(|term| {
        let (days, holder) = term.split_once(' ')?;
        let (from, until) = days.split_once('/')?;
        (from <= day.as_str() && day.as_str() < until).then_some(holder)
    });
    // Two terms of one office overlap where tables disagree: then neither is known.
    let holder = in_office.next()?;
    in_office.next().is_none().then_some(holder)
}

/// Every term of office that the table knows: country, office, holder.
pub fn terms() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    OFFICES.entries().filter_map(|entry| Some((entry, entry.split_once(", ")?))).flat_map(
        |(entry, (country, office))| {
            let terms = OFFICES.get(entry).unwrap_or_default().split('|');
            terms.filter_map(move |term| Some((country, office, term.split_once(' ')?.1)))
        },
    )
}

/// The name of a country as reports print it: "United States".
pub fn country_name(country: &str) -> Option<&'static str> {
    COUNTRIES.get(country)?.split('\t').next()
}

/// The seat of a country's government.
pub fn capital(country: &str) -> Option<&'static str> {
    COUNTRIES.get(country)?.split('\t').nth(1).filter(|name| !name.is_empty())
}

/// The countries that have a city of that name, more than 15,000 people in it.
pub fn countries_of(city: &str) -> Vec<&'static str> {
    CITIES.entries().filter(|country| lies_in(city, country)).collect()
}

/// True when a city of that name lies in the country.
pub fn lies_in(city: &str, country: &str) -> bool {
    let city = fold(city);
    let is_name = !city.is_empty() && !city.contains('|');
    is_name && CITIES.get(country).is_some_and(|cities| cities.contains(&format!("|{city}|")))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_office_has_its_holder_on_the_days_that_the_table_knows() {
        let us = |day| holder("united states", "president", day);
        assert_eq!(us(date(2025, 5, 11)), Some("Donald Trump"));
        assert_eq!(us(date(2025, 1, 19)), Some("Joe Biden"));
        assert_eq!(us(date(2025, 1, 20)), Some("Donald Trump"));
        assert_eq!(us(date(1944, 6, 6)), None);
        assert_eq!(holder("germany", "chancellor", date(2015, 3, 1)), Some("Merkel"));
        assert_eq!(holder("united states", "mayor", date(2025, 5, 11)), None);
        assert_eq!(holder("atlantis", "president", date(2025, 5, 11)), None);
    }

    #[test]
    fn after_the_end_of_the_table_nothing_is_known() {
        assert_eq!(holder("united states", "president", date(2026, 1, 17)), Some("Donald Trump"));
        assert_eq!(holder("united states", "president", date(2026, 1, 18)), None);
        // Between the table of leaders and the first day that the Factbook gives.
        assert_eq!(holder("germany", "chancellor", date(2021, 6, 1)), None);
    }

    #[test]
    fn every_term_of_the_table_can_be_read() {
        let is_day = |day: &str| day.parse::<Date>().is_ok();
        for entry in OFFICES.entries() {
            for term in OFFICES.get(entry).unwrap().split('|') {
                let (days, holder) = term.split_once(' ').unwrap();
                let (from, until) = days.split_once('/').unwrap();
                assert!(
                    is_day(from) && is_day(until) && from < until && !holder.is_empty(),
                    "{entry}: {term}"
                );
            }
        }
    }

    #[test]
    fn a_city_lies_in_its_countries() {
        assert!(lies_in("Cairo", "egypt") && !lies_in("Cairo", "jordan"));
        assert_eq!(countries_of("Cairo"), ["egypt"]);
        assert_eq!(countries_of("Birmingham"), ["united kingdom", "united states"]);
        assert_eq!(countries_of("Cairolle"), [""; 0]);
        assert_eq!(countries_of(""), [""; 0]);
        assert_eq!(countries_of("a|b"), [""; 0]);
    }

    #[test]
    fn a_country_has_its_name_and_its_capital() {
        assert_eq!((country_name("egypt"), capital("egypt")), (Some("Egypt"), Some("Cairo")));
        assert_eq!((country_name("atlantis"), capital("antarctica")), (None, None));
    }
}
