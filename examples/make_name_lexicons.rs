//! Makes the lexicons of names and countries from open tables.
//!
//! Run as `cargo run --example make_name_lexicons -- KNOWLEDGE_DIR src/lexicon/names`;
//! `sources.md` in that folder says what the tables are and where they come from.
//! Keys are folded: lower case, no marks, no apostrophes; lines are sorted and unique.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: make_name_lexicons KNOWLEDGE_DIR OUTPUT_DIR");
        std::process::exit(2);
    };
    let (from, to) = (Path::new(&from), Path::new(&to));
    let read = |name: &str| fs::read_to_string(from.join(name));
    let write = |name: &str, head: &str, lines: BTreeSet<String>| {
        let mut text = format!("# {head}\n");
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
        fs::write(to.join(name), text)
    };
    let nicknames = read("nicknames.csv")?;
    write(
        "given_names.tsv",
        "Given names, with the genders under which they are registered.",
        given(&read("forenames.csv")?, &nicknames),
    )?;
    write("family_names.tsv", "Family names.", family(&read("surnames.csv")?))?;
    write("nicknames.tsv", "Given names and their short forms.", pairs(&nicknames))?;
    write(
        "demonyms.tsv",
        "Countries and demonyms, with the country they stand for.",
        demonyms(&read("countries.tsv")?),
    )?;
    write(
        "us_presidents.tsv",
        "Presidents of the United States: first and last day of each term.",
        presidents(&read("us-executive.yaml")?),
    )
}

fn given(forenames: &str, nicknames: &str) -> BTreeSet<String> {
    let mut genders: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for line in forenames.lines().skip(1) {
        let columns: Vec<&str> = line.split(',').collect();
        let [.., gender, _, romanized] = columns[..] else { continue };
        for word in fold(romanized).split([' ', '/', '-']).filter(|w| is_word(w)).take(1) {
            genders.entry(word.to_owned()).or_default().insert(gender.trim());
        }
    }
    for line in nicknames.lines().skip(1) {
        let columns: Vec<&str> = line.split(',').collect();
        let [name, _, short] = columns[..] else { continue };
        for word in [name, short].map(fold).into_iter().filter(|w| is_word(w)) {
            genders.entry(word).or_default();
        }
    }
    let note = |g: &BTreeSet<&str>| g.iter().map(|g| g.to_lowercase()).collect::<String>();
    genders.iter().map(|(name, g)| format!("{name}\t{}", note(g)).trim_end().to_owned()).collect()
}

fn family(surnames: &str) -> BTreeSet<String> {
    let names = surnames.lines().skip(1).filter_map(|line| line.split(',').nth(5));
    names.flat_map(|n| n.split('/').map(fold).collect::<Vec<_>>()).filter(|w| is_word(w)).collect()
}

fn pairs(nicknames: &str) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for line in nicknames.lines().skip(1) {
        let columns: Vec<&str> = line.split(',').collect();
        let [name, _, short] = columns[..] else { continue };
        let (name, short) = (fold(name), fold(short));
        if is_word(&name) && is_word(&short) && name != short {
            lines.insert(format!("{name} {short}"));
        }
    }
    lines
}

/// Demonyms that the table lacks, and everyday names of countries.
const EVERYDAY: [(&str, &str); 29] = [
    ("america", "united states"),
    ("americans", "united states"),
    ("britain", "united kingdom"),
    ("britons", "united kingdom"),
    ("burmese", "burma"),
    ("chinese", "china"),
    ("czech", "czechia"),
    ("dutch", "netherlands"),
    ("holland", "netherlands"),
    ("iranians", "iran"),
    ("ivory coast", "cote divoire"),
    ("myanmar", "burma"),
    ("far east", "far east"),
    ("gaza strip", "gaza strip"),
    ("horn of africa", "horn of africa"),
    ("middle east", "middle east"),
    ("north korean", "north korea"),
    ("palestine", "palestine"),
    ("palestinian", "palestine"),
    ("palestinians", "palestine"),
    ("south korean", "south korea"),
    ("turkey", "turkey"),
    ("turkiye", "turkey"),
    ("u.k.", "united kingdom"),
    ("u.s.", "united states"),
    ("uk", "united kingdom"),
    ("us", "united states"),
    ("usa", "united states"),
    ("west bank", "west bank"),
];

fn demonyms(countries: &str) -> BTreeSet<String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for line in countries.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [short, _, _, noun, adjective, ..] = columns[..] else { continue };
        let country = match fold(short.split(['(', ',']).next().unwrap_or(short)).trim() {
            "turkey" | "turkiye" | "turkey turkiye" => "turkey".to_owned(),
            name => name.to_owned(),
        };
        if country.is_empty() {
            continue;
        }
        found.entry(country.clone()).or_insert(country.clone());
        for forms in [noun, adjective] {
            for form in forms.split([',', ';']).flat_map(|f| f.split(" or ")) {
                let bare = fold(form.split('(').next().unwrap_or(form));
                let bare = bare.trim();
                if !bare.is_empty() && bare.split(' ').all(is_word) && bare.split(' ').count() < 3 {
                    found.entry(bare.to_owned()).or_insert(country.clone());
                    if form.contains("(s)") {
                        found.entry(format!("{bare}s")).or_insert(country.clone());
                    }
                }
            }
        }
    }
    for (form, country) in EVERYDAY {
        found.insert(form.to_owned(), country.to_owned());
    }
    found.iter().map(|(form, country)| format!("{form}\t{country}")).collect()
}

fn presidents(yaml: &str) -> BTreeSet<String> {
    let (mut last, mut start) = (String::new(), String::new());
    let mut in_presidency = false;
    let mut terms: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in yaml.lines() {
        let line = line.trim().trim_start_matches("- ");
        let Some((key, value)) = line.split_once(": ") else { continue };
        let value = value.trim_matches('\'');
        match key {
            "last" => last = fold(value),
            "type" => in_presidency = value == "prez",
            "start" => start = value.to_owned(),
            "end" if in_presidency => {
                terms.entry(last.clone()).or_default().push(format!("{start}/{value}"));
            }
            _ => {}
        }
    }
    terms.iter().map(|(name, terms)| format!("{name}\t{}", terms.join(" "))).collect()
}

fn is_word(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// Lower case, marks and apostrophes dropped.
fn fold(name: &str) -> String {
    let plain = name.trim().trim_start_matches('\u{feff}').to_lowercase();
    plain.chars().filter(|c| !matches!(c, '\'' | '’' | 'ʿ' | 'ʾ' | '`')).map(without_mark).collect()
}

fn without_mark(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ə' => 'e',
        'ğ' | 'ģ' => 'g',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ķ' => 'k',
        'ł' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'š' | 'ş' | 'ș' | 'ś' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        other => other,
    }
}
