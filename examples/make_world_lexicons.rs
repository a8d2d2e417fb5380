//! Makes the reference lists of offices, countries and cities from open tables.
//!
//! Run as `cargo run --example make_world_lexicons -- KNOWLEDGE_DIR src/lexicon/world`;
//! `sources.md` in that folder says what the tables are and where they come from. An
//! office-holder is listed only for days on which the tables know him in office: the
//! last term of each office ends with the table, not with the term.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs, io};

use factdiff::lexicon::names::{country, fold};

/// The day after the latest change that the Factbook's table records (17 January 2026).
const FACTBOOK_ENDS: &str = "2026-01-18";

/// The day after which the table of leaders ends.
const LEADERS_END: &str = "2021-03-01";

/// Countries of the table of leaders whose leader there has held one office throughout:
/// the table names the person who governs, not the office. Others changed their
/// constitution, or give now the one office and now the other.
const GOVERNING: [(&str, &str, &str); 28] = [
    ("ARG", "argentina", "president"),
    ("AUL", "australia", "prime minister"),
    ("BEL", "belgium", "prime minister"),
    ("BRA", "brazil", "president"),
    ("CAN", "canada", "prime minister"),
    ("CHL", "chile", "president"),
    ("DEN", "denmark", "prime minister"),
    ("FRN", "france", "president"),
    ("GMY", "germany", "chancellor"),
    ("GRC", "greece", "prime minister"),
    ("IND", "india", "prime minister"),
    ("INS", "indonesia", "president"),
    ("IRE", "ireland", "prime minister"),
    ("IRN", "iran", "president"),
    ("ISR", "israel", "prime minister"),
    ("ITA", "italy", "prime minister"),
    ("JPN", "japan", "prime minister"),
    ("MEX", "mexico", "president"),
    ("NEW", "new zealand", "prime minister"),
    ("NIG", "nigeria", "president"),
    ("NOR", "norway", "prime minister"),
    ("NTH", "netherlands", "prime minister"),
    ("PHI", "philippines", "president"),
    ("SAF", "south africa", "president"),
    ("SPN", "spain", "prime minister"),
    ("SWD", "sweden", "prime minister"),
    ("UKG", "united kingdom", "prime minister"),
    ("UKR", "ukraine", "president"),
];

/// First year that is taken from the table of leaders: those of earlier years are given
/// by the powers behind an office, too.
const FROM_YEAR: u32 = 1996;

/// Titles of the Factbook that are offices with one holder, longest first.
const OFFICES: [(&str, &str); 10] = [
    ("Prime Minister", "prime minister"),
    ("Supreme Leader", "supreme leader"),
    ("Chancellor", "chancellor"),
    ("President", "president"),
    ("Premier", "prime minister"),
    ("Emperor", "emperor"),
    ("Queen", "queen"),
    ("King", "king"),
    ("Pope", "pope"),
    ("Taoiseach", "prime minister"),
];

/// Somebody in office from a day to the day before another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    from: String,
    until: String,
    holder: String,
}

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: make_world_lexicons KNOWLEDGE_DIR OUTPUT_DIR");
        std::process::exit(2);
    };
    let (from, to) = (Path::new(&from), Path::new(&to));
    // The table of leaders has stray bytes of an older encoding.
    let read = |name: &str| fs::read(from.join(name)).map(|b| String::from_utf8_lossy(&b).into_owned());
    let write = |name: &str, head: &str, lines: BTreeSet<String>| {
        let lines: Vec<String> = lines.into_iter().collect();
        fs::write(to.join(name), format!("# {head}\n{}\n", lines.join("\n")))
    };
    let factbook = read("countries.tsv")?;
    let mut terms: BTreeMap<String, Vec<Term>> = BTreeMap::new();
    heads(&factbook, &mut terms);
    leave_out_territories(&mut terms);
    executive(&read("us-executive.yaml")?, &mut terms);
    leaders(&read("leaders-to-2021.csv")?, &mut terms);
    let office = |(key, terms): (&String, &Vec<Term>)| {
        let told: Vec<String> =
            terms.iter().map(|t| format!("{}/{} {}", t.from, t.until, t.holder)).collect();
        format!("{key}\t{}", told.join("|"))
    };
    write(
        "offices.tsv",
        "Offices by country, with who was known to hold them: from/until holder, until left out of the term.",
        terms.iter().map(office).collect(),
    )?;
    write(
        "countries.tsv",
        "Countries with the name that is printed and their capitals.",
        countries(&factbook),
    )?;
    write(
        "cities.tsv",
        "Countries with their cities of more than 15,000 inhabitants, between bars.",
        cities(&read("world-cities.csv")?, &factbook),
    )
}

/// The key of a country, where its name is one: "united states".
fn key(name: &str) -> Option<&'static str> {
    let folded = fold(name.split(['(', ',']).next().unwrap_or(name));
    let folded = folded.trim();
    // The list of demonyms has a few names that stand for another land.
    country(folded).filter(|key| *key == folded || EVERYDAY.contains(&folded))
}

/// Names of the tables that are not the key of their country.
const EVERYDAY: [&str; 4] = ["myanmar", "cote divoire", "turkiye", "palestine"];

fn records(factbook: &str) -> impl Iterator<Item = Vec<&str>> {
    factbook.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// Chiefs of state and heads of government, from the day since when they are in office.
fn heads(factbook: &str, terms: &mut BTreeMap<String, Vec<Term>>) {
    for columns in records(factbook) {
        let [name, _, _, _, _, chief, head, ..] = columns[..] else { continue };
        let Some(country) = key(name) else { continue };
        for told in [chief, head] {
            let Some((who, rest)) = told.split_once(" (since ") else { continue };
            let Some((_, from)) = rest.split_once(')').and_then(|(day, _)| Some(((), iso(day)?))) else {
                continue;
            };
            let Some((title, office)) =
                OFFICES.iter().find(|(title, _)| who.starts_with(&format!("{title} ")))
            else {
                continue;
            };
            let Some(holder) = person(&who[title.len() + 1..]) else { continue };
            // "King CHARLES III" reigns over a dozen countries; he is told of by his own.
            if office == &"king" && told.contains("represented by") {
                continue;
            }
            let term = Term { from, until: FACTBOOK_ENDS.to_owned(), holder };
            let list = terms.entry(format!("{country}, {office}")).or_default();
            // A president who is head of state and of government took one office first.
            match list.first_mut() {
                Some(first) => first.from = first.from.clone().min(term.from),
                None => list.push(term),
            }
        }
    }
}

/// Countries whose head of state is also that of territories, and listed with each.
const WITH_TERRITORIES: [&str; 6] =
    ["denmark", "france", "netherlands", "norway", "united kingdom", "united states"];

/// Leaves the president of the United States out of Guam.
fn leave_out_territories(terms: &mut BTreeMap<String, Vec<Term>>) {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for holder in terms.values().flatten().map(|t| &t.holder) {
        *times.entry(holder.clone()).or_default() += 1;
    }
    terms.retain(|key, list| {
        let country = key.split(", ").next().unwrap_or(key);
        WITH_TERRITORIES.contains(&country) || list.iter().all(|t| times[&t.holder] == 1)
    });
}

/// Most words of a name; what is longer names an office more.
const MOST_WORDS: usize = 5;

/// "7 May 2012" as 2012-05-07.
fn iso(day: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut words = day.split(' ');
    let (day, month, year) = (words.next()?.parse::<u32>().ok()?, words.next()?, words.next()?);
    let month = MONTHS.iter().position(|m| m.starts_with(month) && month.len() > 2)? + 1;
    let year = year.parse::<u32>().ok()?;
    words.next().is_none().then(|| format!("{year}-{month:02}-{day:02}"))
}

/// "Vladimir PUTIN" as "Vladimir Putin"; nothing where ranks or notes stand among the words.
fn person(words: &str) -> Option<String> {
    let plain = words.split_once(" (").map_or(words, |(name, _)| name).trim();
    let is_name = |w: &str| {
        w.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
            && (!w.ends_with('.') || w.chars().count() == 2)
    };
    let ranks = ["Sir", "Dame", "Sheikh", "Prince", "Crown", "Chief", "General", "Transitional", "Doctor"];
    let is_plain =
        plain.split(' ').count() <= MOST_WORDS && plain.split(' ').all(|w| is_name(w) && !ranks.contains(&w));
    let has_family = plain.split(' ').any(|w| w.chars().count() > 1 && w == w.to_uppercase());
    (is_plain && has_family).then(|| plain.split(' ').map(capitalised).collect::<Vec<_>>().join(" "))
}

/// "EL-SISI" as "El-Sisi", "XIV" as it stands.
fn capitalised(word: &str) -> String {
    let is_number = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    // "XI Jinping" has a family name and no number; numbers of kings are longer or "II".
    if word.chars().any(char::is_lowercase) || is_number && word != "XI" {
        return word.to_owned();
    }
    let mut is_first = true;
    let lower = word.chars().flat_map(|c| {
        let cased: String = if is_first { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
        is_first = matches!(c, '-' | '\'' | '’');
        cased.chars().collect::<Vec<_>>()
    });
    lower.collect()
}

/// The first day from which the table gives presidents the names they go by.
const FIRST_PRESIDENCY: &str = "1945-04-12";

/// Presidents and vice-presidents of the United States by the names they go by.
fn executive(yaml: &str, terms: &mut BTreeMap<String, Vec<Term>>) {
    let (mut given, mut last, mut known) = (String::new(), String::new(), String::new());
    let (mut kind, mut from) = (String::new(), String::new());
    let mut found: BTreeMap<&str, Vec<Term>> = BTreeMap::new();
    for line in yaml.lines() {
        if line.starts_with("- ") {
            (given, last, known) = Default::default();
        }
        let Some((key, value)) = line.trim().trim_start_matches("- ").split_once(": ") else { continue };
        let value = value.trim_matches('\'').to_owned();
        match key {
            "first" | "nickname" => given = value,
            "last" => last = value,
            "wikipedia" => known = value,
            "type" => kind = value,
            "start" => from = value,
            "end" => {
                if value.as_str() <= FIRST_PRESIDENCY {
                    continue;
                }
                let office = if kind == "prez" { "president" } else { "vice president" };
                let until = value.min(FACTBOOK_ENDS.to_owned());
                let holder = if known.is_empty() { format!("{given} {last}") } else { known.clone() };
                let list = found.entry(office).or_default();
                match list.last_mut() {
                    Some(term) if term.holder == holder && term.until == from => term.until = until,
                    _ => list.push(Term { from: from.clone(), until, holder }),
                }
            }
            _ => {}
        }
    }
    for (office, mut list) in found {
        list.sort();
        terms.insert(format!("united states, {office}"), list);
    }
}

/// Terms before those of the Factbook; a term that ends in a month is known to its first.
fn leaders(csv: &str, terms: &mut BTreeMap<String, Vec<Term>>) {
    for line in csv.lines().skip(1) {
        let columns: Vec<&str> = line.split(',').collect();
        let [state, _, _, name, day, month, year, end_month, end_year, ..] = columns[..] else { continue };
        let Some((_, country, office)) = GOVERNING.iter().find(|(code, _, _)| *code == state) else {
            continue;
        };
        let number = |s: &str| s.parse::<u32>().ok();
        let (Some(day), Some(month), Some(year)) = (number(day), number(month), number(year)) else {
            continue;
        };
        if year < FROM_YEAR {
            continue;
        }
        let from = format!("{year}-{month:02}-{day:02}");
        let list = terms.entry(format!("{country}, {office}")).or_default();
        let mut until = match (number(end_year), number(end_month)) {
            (Some(year), Some(month)) => format!("{year}-{month:02}-01"),
            _ => LEADERS_END.to_owned(),
        };
        // The Factbook's term goes before, by its name and its days.
        if let Some(first) = list.iter().filter(|t| t.until == FACTBOOK_ENDS).map(|t| t.from.clone()).min() {
            until = until.min(first);
        }
        if from < until {
            list.push(Term { from, until, holder: name.to_owned() });
            list.sort();
        }
    }
}

/// Key, printed name and capital.
fn countries(factbook: &str) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for columns in records(factbook) {
        let [name, _, capital, ..] = columns[..] else { continue };
        let Some(key) = key(name) else { continue };
        let name = name.split([',', '(']).next().unwrap_or(name).trim();
        let capital = capital.split([',', '(', ';']).next().unwrap_or(capital).trim();
        lines.insert(format!("{key}\t{name}\t{capital}"));
    }
    // One line for each key: "Korea, North" and "Korea, South" share none.
    let mut seen = BTreeSet::new();
    lines.retain(|line| seen.insert(line.split('\t').next().unwrap_or("").to_owned()));
    lines
}

/// Cities by country, folded, between bars; capitals among them.
fn cities(csv: &str, factbook: &str) -> BTreeSet<String> {
    let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut add = |country: Option<&'static str>, city: &str| {
        let city = fold(city);
        if let Some(country) = country.filter(|_| city.len() > 2) {
            found.entry(country).or_default().insert(city);
        }
    };
    for line in csv.lines().skip(1).filter(|line| !line.starts_with('"')) {
        let Some((city, rest)) = line.split_once(',') else { continue };
        let name = rest.trim_start_matches('"').split([',', '"']).next().unwrap_or("");
        let name = match name {
            "Russian Federation" => "Russia",
            "Viet Nam" => "Vietnam",
            "Syrian Arab Republic" => "Syria",
            "Lao People's Democratic Republic" => "Laos",
            // The Koreas and the Congos share a name in this table.
            "Korea" | "Congo" => continue,
            name => name,
        };
        add(key(name), city);
    }
    for columns in records(factbook) {
        let [name, _, capital, ..] = columns[..] else { continue };
        let capital = capital.split([',', '(', ';']).next().unwrap_or(capital).trim();
        add(key(name), capital);
    }
    let line = |(country, cities): (&&str, &BTreeSet<String>)| {
        let cities: Vec<&str> = cities.iter().map(String::as_str).collect();
        format!("{country}\t|{}|", cities.join("|"))
    };
    found.iter().map(line).collect()
}
