use super::*;
use crate::language::{Annotation, Block, annotate};
use crate::value::{Level, PartOfDay};
use jiff::civil::date;

fn annotated(text: &str) -> Annotation {
    annotate(text, &[Block { range: 0..text.len(), is_headline: false }])
}

/// Every moment of the text: its words and its value as printed.
fn read(text: &str, published: Option<Date>) -> Vec<(String, String)> {
    let annotation = annotated(text);
    annotation
        .sentences(text)
        .flat_map(|sentence| {
            moments(&sentence, published)
                .into_iter()
                .map(|m| (text[sentence.bytes(m.tokens)].to_owned(), m.when.to_string()))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The only moment of the text.
fn one(text: &str, published: Option<Date>) -> Moment {
    let annotation = annotated(text);
    let found: Vec<Moment> =
        annotation.sentences(text).flat_map(|sentence| moments(&sentence, published)).collect();
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.into_iter().next().unwrap()
}

/// Each text holds one moment, with these words and this value.
fn says(published: Option<Date>, cases: &[(&str, &str, &str)]) {
    for (text, words, value) in cases {
        let want = vec![((*words).to_owned(), (*value).to_owned())];
        assert_eq!(read(text, published), want, "{text}");
    }
}

fn silent(texts: &[&str]) {
    for text in texts {
        assert_eq!(read(text, SUNDAY), vec![], "{text}");
    }
}

/// Sunday, 11 May 2025.
const SUNDAY: Option<Date> = Some(date(2025, 5, 11));

#[test]
fn a_full_date_is_one_day_however_it_is_printed() {
    says(
        None,
        &[
            ("They met on May 11, 2025, in Cairo.", "May 11, 2025", "11 May 2025"),
            ("They met on 11 May 2025 in Cairo.", "11 May 2025", "11 May 2025"),
            ("They met on May 11,2025 in Cairo.", "May 11,2025", "11 May 2025"),
            ("They met on the 11th of May, 2025.", "11th of May, 2025", "11 May 2025"),
            ("The ship was attacked on 10 Nov 11.", "10 Nov 11", "10 November 2011"),
            ("He died on 2016-01-24 at home.", "2016-01-24", "24 January 2016"),
            ("The sheriff stated that on 1-24-16 he was called.", "1-24-16", "24 January 2016"),
            ("The shooting of 1/24/2016 was the third.", "1/24/2016", "24 January 2016"),
            ("It happened in May of 2014.", "May of 2014", "May 2014"),
            ("It happened in February 2013.", "February 2013", "February 2013"),
            ("It happened in 2013.", "2013", "2013"),
        ],
    );
    silent(&["The score on 1-24-1 was odd.", "Nov sold 11 boats.", "They counted 2,013 votes."]);
}

#[test]
fn an_open_order_of_figures_stays_open_unless_one_day_is_yet_to_come() {
    let open = one("He was hurt on 5/7/2015 in Ohio.", None);
    assert_eq!(open.when.extent, Extent::EitherDay(date(2015, 5, 7), date(2015, 7, 5)));
    let past = one("He was hurt on 5/7/2015 in Ohio.", Some(date(2015, 5, 9)));
    assert_eq!(past.when.single_day(), Some(date(2015, 5, 7)));
}

#[test]
fn a_date_without_its_year_is_the_last_one_unless_the_clause_looks_ahead() {
    says(
        SUNDAY,
        &[
            ("The talks began on Nov. 1 in Doha.", "Nov. 1", "1 November 2024"),
            ("The talks began in October.", "October", "October 2024"),
            ("The talks will begin in October.", "October", "October 2025"),
            ("The trial is due to open on June 3.", "June 3", "3 June 2025"),
            ("They met again this past Nov. 1 in Doha.", "Nov. 1", "1 November 2024"),
            ("They met last October.", "last October", "October 2024"),
            ("Sentencing is set for May 29.", "May 29", "29 May 2025"),
        ],
    );
    // More than eleven months back a paper gives the year.
    says(SUNDAY, &[("A hearing is May 29.", "May 29", "29 May 2025")]);
    let open = one("The talks began on Nov. 1 in Doha.", None);
    assert_eq!(open.when.extent, Extent::Yearless { first: (11, 1), last: (11, 1) });
}

#[test]
fn parts_of_a_month_or_a_year_are_hedged() {
    says(
        SUNDAY,
        &[
            ("He travels in mid-May.", "mid-May", "about 9 May 2025 to 22 May 2025"),
            ("It was sold in early 2014.", "early 2014", "about 1 January 2014 to 30 April 2014"),
            ("It was sold in late June.", "late June", "about 18 June 2024 to 30 June 2024"),
            ("It was sold at the end of July.", "end of July", "about 18 July 2024 to 31 July 2024"),
            ("It was built in the 1990s.", "1990s", "the 1990s"),
            ("It was built in the summer of 2014.", "summer of 2014", "about 1 June 2014 to 31 August 2014"),
            ("It was sold around May 3.", "May 3", "about 3 May 2025"),
        ],
    );
}

#[test]
fn a_weekday_is_the_last_one_up_to_publication() {
    says(
        SUNDAY,
        &[
            ("Police arrested him on Friday.", "Friday", "9 May 2025"),
            ("Police arrested him on Sunday.", "Sunday", "11 May 2025"),
            ("Police arrested him Friday night.", "Friday night", "9 May 2025, night"),
            ("Police arrested him late on Friday.", "late on Friday", "9 May 2025, late"),
            ("Police arrested him early Friday morning.", "early Friday morning", "9 May 2025, early"),
            (
                "Police arrested him in the early hours of Friday.",
                "early hours of Friday",
                "9 May 2025, early",
            ),
            ("Police arrested him last Sunday.", "last Sunday", "4 May 2025"),
            ("Police arrested him on Tuesday of last week.", "Tuesday of last week", "29 April 2025"),
        ],
    );
    assert_eq!(one("Police arrested him on Friday.", None).when.extent, Extent::Weekday(Weekday::Friday));
    assert_eq!(one("Police arrested him on a Friday.", SUNDAY).when.extent, Extent::Weekday(Weekday::Friday));
}

#[test]
fn a_weekday_is_the_coming_one_where_the_clause_looks_ahead() {
    says(
        SUNDAY,
        &[
            ("The court will meet on Friday.", "Friday", "16 May 2025"),
            ("Jurors are to begin deliberations Thursday.", "Thursday", "15 May 2025"),
            ("The court will meet next Sunday.", "next Sunday", "18 May 2025"),
            ("Witnesses will recover from Thursday's attack.", "Thursday", "8 May 2025"),
            ("On Friday the court will meet.", "Friday", "16 May 2025"),
            ("On Friday the court met.", "Friday", "9 May 2025"),
        ],
    );
}

#[test]
fn a_weekday_and_its_date_are_one_moment_even_if_they_do_not_fit() {
    let moment = one("It was signed on Thursday, 27 June 2017, in Geneva.", SUNDAY);
    assert_eq!(moment.weekday_named, Some(Weekday::Thursday));
    assert_eq!(moment.when.single_day(), Some(date(2017, 6, 27)));
    assert_eq!(moment.form, Form::Calendar);
    let moment = one("It was signed on Monday night, Aug. 24, by his brother.", SUNDAY);
    assert_eq!(moment.weekday_named, Some(Weekday::Monday));
    assert_eq!(moment.when.part, Some(PartOfDay::Night));
    let moment = one("It was signed on Saturday (June 15) at noon.", SUNDAY);
    assert_eq!(moment.when.single_day(), Some(date(2024, 6, 15)));
}

#[test]
fn a_weekday_beside_a_date_chooses_its_year() {
    let read_late = Some(date(2017, 1, 28));
    let moment = one("He was shot on Saturday, Sept. 12, in the park.", read_late);
    assert_eq!(moment.when.single_day(), Some(date(2015, 9, 12)));
    let moment = one("He was shot on Sept. 12 in the park.", read_late);
    assert_eq!(moment.when.single_day(), Some(date(2016, 9, 12)));
}

#[test]
fn an_article_gives_the_year_once_for_all_mentions_of_a_day() {
    let settled = |text: &str| {
        let annotation = annotated(text);
        let published = Some(date(2014, 11, 13));
        let mut found: Vec<Moment> =
            annotation.sentences(text).flat_map(|s| moments(&s, published)).collect();
        settle_years(found.iter_mut(), published);
        found.last().unwrap().when.to_string()
    };
    assert_eq!(
        settled("He was shot on March 13, 2013. The March 13 shooting was the third."),
        "13 March 2013"
    );
    assert_eq!(settled("He was shot in March 2013. The March 13 shooting was the third."), "13 March 2013");
    assert_eq!(
        settled("He was shot on March 14, 2013. The March 13 shooting was the third."),
        "13 March 2014"
    );
    assert_eq!(
        settled("He was born in October 1990. The Oct. 13 shooting was the third."),
        "13 October 2014"
    );
}

#[test]
fn a_day_that_no_calendar_has_is_kept_and_never_placed() {
    for text in
        ["It was signed on June 31.", "It was signed on Feb. 29, 2015.", "It was signed on 2015-02-30."]
    {
        assert_eq!(one(text, SUNDAY).when.extent, Extent::Impossible, "{text}");
    }
    assert_eq!(one("It was signed on Feb. 29.", SUNDAY).when.single_day(), Some(date(2024, 2, 29)));
}

#[test]
fn days_are_told_from_the_day_of_publication() {
    says(
        SUNDAY,
        &[
            ("He arrived today.", "today", "11 May 2025"),
            ("He arrived yesterday morning.", "yesterday morning", "10 May 2025, morning"),
            ("He leaves tomorrow.", "tomorrow", "12 May 2025"),
            ("He arrived last night.", "last night", "10 May 2025, night"),
            ("He arrived this morning.", "this morning", "11 May 2025, morning"),
            ("He arrived last week.", "last week", "27 April 2025 to 4 May 2025"),
            ("He arrived last month.", "last month", "April 2025"),
            ("He arrived last year.", "last year", "2024"),
            ("He arrived two days ago.", "two days ago", "9 May 2025"),
            ("He arrived earlier this year.", "earlier this year", "1 January 2025 to 11 May 2025"),
            ("He arrived over the weekend.", "the weekend", "10 May 2025 to 11 May 2025"),
        ],
    );
    silent(&["He is two days late.", "A two-year-old boy was hurt.", "This boy was hurt."]);
}

#[test]
fn what_is_told_from_another_day_stays_unplaced() {
    for text in ["He died two days later.", "He died the next day.", "A week earlier he was well."] {
        let moment = one(text, SUNDAY);
        assert_eq!((moment.when.extent, moment.form), (Extent::Unplaced, Form::Context), "{text}");
    }
    silent(&["He worked there for ten years after his trial.", "It came two weeks after he left."]);
    let moment = one("It came two years after he left.", SUNDAY);
    assert_eq!(
        (moment.when.to_string().as_str(), moment.form),
        ("about 11 November 2022 to 11 November 2023", Form::Past)
    );
}

#[test]
fn holidays_have_their_day() {
    says(
        SUNDAY,
        &[
            ("He was arrested on Halloween.", "Halloween", "31 October 2024"),
            ("He was arrested on New Year's Eve.", "New Year's Eve", "31 December 2024"),
            ("He was arrested on Christmas Day 2012.", "Christmas Day 2012", "25 December 2012"),
            ("It recalls the 2011 New Year's Eve slaying.", "2011 New Year's Eve", "31 December 2011"),
            ("He was arrested on Thanksgiving.", "Thanksgiving", "28 November 2024"),
        ],
    );
    silent(&["She bought a Christmas tree."]);
}

#[test]
fn two_ends_make_one_range() {
    says(
        SUNDAY,
        &[
            ("He served from 1963 to 1968.", "1963 to 1968", "1 January 1963 to 31 December 1968"),
            ("He was treated between 2008 and 2009.", "2008 and 2009", "1 January 2008 to 31 December 2009"),
            ("They met from May 5-7, 2014.", "May 5-7, 2014", "5 May 2014 to 7 May 2014"),
            ("They met from Monday to Thursday.", "Monday to Thursday", "5 May 2025 to 8 May 2025"),
            ("They met from Friday to Monday.", "Friday to Monday", "2 May 2025 to 5 May 2025"),
            ("They met between October and May.", "October and May", "1 October 2024 to 31 May 2025"),
        ],
    );
    assert_eq!(read("They met on Monday and Thursday.", SUNDAY).len(), 2);
}

#[test]
fn words_that_look_like_days_are_none() {
    silent(&[
        "He may leave.",
        "May was the prime minister.",
        "He and May left.",
        "Thousands joined the march on Washington.",
        "The Sunday Times reported it.",
        "The Sun reported it.",
        "Shops open early on Black Friday.",
        "They meet every Friday.",
        "They meet on Thursday nights.",
        "The two towers fell on 9/11.",
        "There were 2013 people in the hall.",
        "At least 2015 homes burned.",
        "April Smith sat by the door.",
        "He sat down.",
    ]);
    says(
        SUNDAY,
        &[
            ("He left in May.", "May", "May 2025"),
            ("He left in March.", "March", "March 2025"),
            ("He was shot on Friday.", "Friday", "9 May 2025"),
            ("Since 2015 homes have been dear.", "2015", "2015"),
        ],
    );
}

#[test]
fn a_moment_knows_its_preposition() {
    let cases = [
        ("They have met since Monday.", Some(Preposition::Since)),
        ("They met on Monday.", Some(Preposition::On)),
        ("They met Monday.", None),
        ("They will meet until Monday.", Some(Preposition::Until)),
        ("As of Monday, they had not met.", Some(Preposition::AsOf)),
        ("They met on the morning of Monday.", Some(Preposition::On)),
        ("They met during the 1990s.", Some(Preposition::During)),
    ];
    for (text, want) in cases {
        assert_eq!(one(text, SUNDAY).preposition, want, "{text}");
    }
}

#[test]
fn a_moment_knows_the_noun_it_modifies() {
    let cases = [
        ("Friday's talks failed.", Some("talks")),
        ("He was hurt in the Feb. 5 shooting.", Some("shooting")),
        ("He was hurt in the 2015 slayings.", Some("slayings")),
        ("He was hurt in the May 7, 2015, shooting.", Some("shooting")),
        ("He was hurt on Friday in Ohio.", None),
        ("He was hurt on the night of Nov. 2 in Ohio.", None),
    ];
    for (text, want) in cases {
        let annotation = annotated(text);
        let sentence = annotation.sentence(text, 0);
        let found = one(text, SUNDAY).modifies.map(|i| sentence.surface(i));
        assert_eq!(found, want, "{text}");
    }
}

#[test]
fn a_day_that_has_become_a_name_dates_nothing() {
    assert!(one("They recalled the October 7 attacks.", SUNDAY).names_event);
    assert!(one("It began after the October 7, 2023 Hamas attacks on Israel.", SUNDAY).names_event);
    assert!(!one("They recalled the October 7 meeting.", SUNDAY).names_event);
    assert!(one("Life has changed since October 7.", SUNDAY).names_event);
    assert!(!one("He appeared in court on October 7.", SUNDAY).names_event);
    assert!(!one("He was hurt in the Feb. 5 attack.", SUNDAY).names_event);
}

#[test]
fn late_sunday_and_early_monday_are_one_night() {
    let late = one("They were shot late Sunday.", Some(date(2016, 7, 25)));
    let early = one("They were shot early Monday.", Some(date(2016, 7, 25)));
    assert_eq!(late.when.compare(&early.when).level, Level::Compatible);
    let by_clock = one("They were shot at 12:30 a.m. Monday.", Some(date(2016, 7, 25)));
    assert_eq!(late.when.compare(&by_clock.when).level, Level::Compatible);
    let at_noon = one("They were shot at 12:30 p.m. Monday.", Some(date(2016, 7, 25)));
    assert_eq!(late.when.compare(&at_noon.when).level, Level::Conflict);
    let next = one("They were shot early Tuesday.", Some(date(2016, 7, 26)));
    assert_eq!(late.when.compare(&next.when).level, Level::Conflict);
}

#[test]
fn every_moment_lies_in_order_and_inside_its_sentence() {
    let text =
        "On May 11, on Monday 12 May 2014 - to last year's Friday, mid-June 2013-14 of the 1990s late.";
    let annotation = annotated(text);
    for sentence in annotation.sentences(text) {
        let mut end = 0;
        for moment in moments(&sentence, SUNDAY) {
            assert!(moment.tokens.start >= end && moment.tokens.start < moment.tokens.end);
            assert!(moment.tokens.end <= sentence.len());
            end = moment.tokens.end;
        }
    }
}
