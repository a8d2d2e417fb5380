use super::*;
use crate::language::{Block, annotate};

/// Every time of the text: its words and its value as printed.
fn read(text: &str) -> Vec<(String, String)> {
    let annotation = annotate(text, &[Block { range: 0..text.len(), is_headline: false }]);
    annotation
        .sentences(text)
        .flat_map(|sentence| {
            clocks(&sentence)
                .into_iter()
                .map(|m| (text[sentence.bytes(m.tokens)].to_owned(), m.clock.to_string()))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Each text holds one time, with these words and this value.
fn says(cases: &[(&str, &str, &str)]) {
    for (text, words, value) in cases {
        assert_eq!(read(text), vec![((*words).to_owned(), (*value).to_owned())], "{text}");
    }
}

fn silent(texts: &[&str]) {
    for text in texts {
        assert_eq!(read(text), vec![], "{text}");
    }
}

#[test]
fn a_time_with_its_half_of_the_day_is_read_in_any_dress() {
    says(&[
        ("It began at 7 p.m. on Friday.", "7 p.m.", "7:00 p.m."),
        ("It began at 7pm on Friday.", "7pm", "7:00 p.m."),
        ("It began at 6:30 PM on Friday.", "6:30 PM", "6:30 p.m."),
        ("It began at 5.30am on Friday.", "5.30am", "5:30 a.m."),
        ("It began at 9.25 a. m. on Friday.", "9.25 a. m.", "9:25 a.m."),
        ("It began at 12 a.m. on Friday.", "12 a.m.", "12:00 a.m."),
        ("It began at 12 p.m. on Friday.", "12 p.m.", "12:00 p.m."),
    ]);
    silent(&["It fell 7 points on Friday.", "I am 7.", "It rose 5.30 percent."]);
}

#[test]
fn the_clock_of_24_hours_is_read_with_its_hours_or_zone() {
    says(&[
        ("It struck at 0440 GMT.", "0440 GMT", "4:40 a.m. GMT"),
        ("It struck at 09:10 hours.", "09:10 hours", "9:10 a.m."),
        ("It struck at 1900 hours.", "1900 hours", "7:00 p.m."),
        ("It struck at 9:25 hours on Thursday.", "9:25 hours", "9:25 a.m."),
        ("It struck at 13:50 on Thursday.", "13:50", "1:50 p.m."),
    ]);
    silent(&["It lasted 1900 days.", "He lives at 1627 Pacific Avenue."]);
}

#[test]
fn a_hedge_belongs_to_its_time() {
    says(&[
        ("He was shot about 7 p.m. on Friday.", "about 7 p.m.", "about 7:00 p.m."),
        ("He was shot at around 7 p.m. on Friday.", "around 7 p.m.", "about 7:00 p.m."),
        ("He was shot shortly after 7 p.m. on Friday.", "shortly after 7 p.m.", "shortly after 7:00 p.m."),
        ("He was shot just before 7 p.m. on Friday.", "just before 7 p.m.", "shortly before 7:00 p.m."),
        ("He was shot before 7 p.m. on Friday.", "before 7 p.m.", "before 7:00 p.m."),
        ("He was shot at 7 p.m. or so on Friday.", "7 p.m. or so", "about 7:00 p.m."),
        ("He was shot shortly before midnight.", "shortly before midnight", "shortly before 12:00 a.m."),
        ("He was shot about midnight on Halloween.", "about midnight", "about 12:00 a.m."),
    ]);
}

#[test]
fn the_part_of_the_day_settles_the_half() {
    says(&[
        ("It struck at 9:25 Thursday morning.", "9:25", "9:25 a.m."),
        ("It struck at 9:25 in the evening.", "9:25 in the evening", "9:25 p.m."),
        ("It struck at 9:25 on Thursday.", "9:25", "9:25"),
        ("It struck at 9 that night.", "9", "9:00 p.m."),
        ("It struck at 2 o'clock Sunday morning.", "2 o'clock", "2:00 a.m."),
    ]);
    silent(&["It struck at 9 schools.", "It struck at 9 in Ohio."]);
}

#[test]
fn times_in_words_are_read() {
    says(&[
        ("It began at noon.", "noon", "12:00 p.m."),
        ("It began at half past seven.", "half past seven", "7:30"),
        ("It began at a quarter to eight in the morning.", "quarter to eight in the morning", "7:45 a.m."),
        ("It began at seven o'clock.", "seven o'clock", "7:00"),
    ]);
    silent(&[
        "He saw High Noon.",
        "Half of seven men left.",
        "Five to ten people came.",
        "A midnight raid failed.",
    ]);
}

#[test]
fn two_ends_make_one_range() {
    says(&[
        ("It fell between 7 and 8 p.m. on Friday.", "7 and 8 p.m.", "7:00 p.m. to 8:00 p.m."),
        ("It is open 7-9 p.m. on Friday.", "7-9 p.m.", "7:00 p.m. to 9:00 p.m."),
        ("It is open from 10 a.m. to 3 p.m. on Friday.", "10 a.m. to 3 p.m.", "10:00 a.m. to 3:00 p.m."),
        ("It is open from 11 to 1 p.m. on Friday.", "11 to 1 p.m.", "11:00 a.m. to 1:00 p.m."),
    ]);
    assert_eq!(read("It was open at 7 a.m. and 9 p.m. on Friday.").len(), 2);
}

#[test]
fn a_zone_belongs_to_its_time() {
    says(&[
        ("It began at 7 p.m. local time.", "7 p.m. local time", "7:00 p.m. local time"),
        ("It began at 7 p.m. EST on Friday.", "7 p.m. EST", "7:00 p.m. ET"),
        ("It began at 7 p.m. Pacific time.", "7 p.m. Pacific time", "7:00 p.m. PT"),
    ]);
    says(&[("Posted at 11:25 GMT+02:00 today.", "11:25 GMT+02:00", "11:25 a.m. GMT+2:00")]);
    assert_eq!(read("It struck at 1353 (1023 GMT).").len(), 2);
}

#[test]
fn figures_with_a_colon_are_not_times_by_themselves() {
    silent(&[
        "They won 3:1 in Rome.",
        "The ratio was 3:1.",
        "He ran a 4:45 mile.",
        "See John 3:16.",
        "He finished in 4:45.",
        "It costs 5.30 pounds.",
    ]);
}

#[test]
fn a_mention_keeps_its_preposition() {
    let text = "It is open until 9 p.m. on Friday.";
    let annotation = annotate(text, &[Block { range: 0..text.len(), is_headline: false }]);
    let found = clocks(&annotation.sentence(text, 0));
    assert_eq!(found[0].preposition, Some(Preposition::Until));
}
