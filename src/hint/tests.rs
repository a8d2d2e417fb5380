//! What is said beside a discrepancy, and where nothing is.

use jiff::civil::date;

use crate::article::Cluster;
use crate::discrepancy::Report;
use crate::options::{HouseFact, Options};

fn report(texts: [&str; 2], published: Option<&str>, options: &Options) -> Report {
    let read =
        |(n, text): (usize, &&str)| crate::read::article(&format!("a{n}"), None, None, published, text);
    crate::check_with(&Cluster::new(texts.iter().enumerate().map(read).collect()), options)
}

/// The hint of the one discrepancy between two articles of a day.
fn hint(texts: [&str; 2], published: Option<&str>, facts: &[HouseFact]) -> Option<String> {
    let options = Options { facts: facts.to_vec(), ..Options::default() };
    let report = report(texts, published, &options);
    let found = report.discrepancies();
    assert_eq!(found.len(), 1, "{texts:?}: {found:?}");
    found[0].hint.clone()
}

const FORMER: [&str; 2] = [
    "Former President Donald Trump opened the talks in the morning.",
    "President Donald Trump opened the talks in the morning.",
];

#[test]
fn an_office_is_hinted_at_on_the_day_of_the_claims() {
    let on = |day| hint(FORMER, Some(day), &[]);
    let said = |day: &str| Some(format!("on {day} the president of the United States was Donald Trump"));
    assert_eq!(on("2025-05-11"), said("11 May 2025"));
    assert_eq!(on("2019-01-02"), said("2 January 2019"));
}

#[test]
fn nothing_is_said_where_the_lists_or_the_articles_do_not_know() {
    // No day; a day after the lists end; a president whom no list has.
    assert_eq!(hint(FORMER, None, &[]), None);
    assert_eq!(hint(FORMER, Some("2026-06-01"), &[]), None);
    let unlisted = FORMER.map(|text| text.replace("Donald Trump", "Elena Marsh"));
    assert_eq!(hint([&unlisted[0], &unlisted[1]], Some("2025-05-11"), &[]), None);
}

#[test]
fn two_holders_of_one_office_are_set_beside_the_listed_one() {
    let texts = [
        "German Chancellor Carl Brandt resigned on Monday.",
        "German Chancellor Lucie Moreau resigned on Monday.",
    ];
    let want = "on 10 June 2025 the chancellor of Germany was Friedrich Merz";
    assert_eq!(hint(texts, Some("2025-06-10"), &[]).as_deref(), Some(want));
    let other = texts.map(|text| text.replace("Chancellor", "Finance Minister"));
    assert_eq!(hint([&other[0], &other[1]], Some("2025-06-10"), &[]), None);
}

#[test]
fn hints_can_be_turned_off_and_change_no_verdict() {
    let with = report(FORMER, Some("2025-05-11"), &Options::default());
    let without = report(FORMER, Some("2025-05-11"), &Options { hints: false, ..Options::default() });
    let verdicts =
        |r: &Report| r.topics.iter().map(|t| (t.verdict, t.confidence, t.reason.clone())).collect::<Vec<_>>();
    assert_eq!(verdicts(&with), verdicts(&without));
    assert!(with.topics.iter().any(|t| t.hint.is_some()));
    assert!(without.topics.iter().all(|t| t.hint.is_none()));
}

fn record(name: &str, role: Option<&str>) -> HouseFact {
    let (from, until) = (Some(date(2024, 5, 1)), None);
    HouseFact { name: name.to_owned(), role: role.map(str::to_owned), from, until }
}

#[test]
fn the_house_s_own_record_is_set_beside_a_name() {
    let texts = ["Peter Harmon, 17, was shot.", "Peter Harman, 17, was shot."];
    let plain = HouseFact { from: None, ..record("Peter Harmon", None) };
    assert_eq!(hint(texts, None, &[plain]).as_deref(), Some("the house has “Peter Harmon”"));
    assert_eq!(hint(texts, None, &[record("Peter Montgomery", None)]), None);
}

#[test]
fn the_house_s_own_record_is_set_beside_a_role_while_it_lasts() {
    let texts = [
        "French Finance Minister Carl Brandt resigned on Monday.",
        "French Finance Minister Lucie Moreau resigned on Monday.",
    ];
    let facts = [record("Ana Roe", Some("finance minister of France"))];
    let want = "the house has “Ana Roe”, finance minister of France, from 1 May 2024";
    assert_eq!(hint(texts, Some("2025-06-10"), &facts).as_deref(), Some(want));
    assert_eq!(hint(texts, Some("2023-06-10"), &facts), None);
    assert_eq!(
        hint(texts, Some("2025-06-10"), &[record("Ana Roe", Some("finance minister of Chile"))]),
        None
    );
}

#[test]
fn a_city_is_put_in_its_country() {
    let texts = [
        "Tents were handed out in the cities of Omdurman and Khartoum on Tuesday.",
        "Tents were handed out in the cities of Omdurman and Khartom on Tuesday.",
    ];
    assert_eq!(hint(texts, None, &[]).as_deref(), Some("the reference lists have a city Khartoum in Sudan"));
    let unlisted = texts.map(|text| text.replace("Khart", "Melvat"));
    assert_eq!(hint([&unlisted[0], &unlisted[1]], None, &[]), None);
}
