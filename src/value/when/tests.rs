use super::*;
use jiff::civil::date;

fn day(year: i16, month: i8, day: i8) -> When {
    When::day(date(year, month, day))
}

fn part(when: When, part: PartOfDay) -> When {
    When { part: Some(part), ..when }
}

fn about(when: When) -> When {
    When { is_hedged: true, ..when }
}

fn month(year: i16, month: i8) -> When {
    let first = date(year, month, 1);
    When::days(first, first.last_of_month(), Grain::Month)
}

fn yearless(first: (i8, i8), last: (i8, i8)) -> When {
    When::of(Extent::Yearless { first, last })
}

fn weekday(weekday: Weekday) -> When {
    When::of(Extent::Weekday(weekday))
}

/// Sunday, 11 May 2025.
fn sunday() -> When {
    day(2025, 5, 11)
}

fn monday() -> When {
    day(2025, 5, 12)
}

#[test]
fn the_ladder_of_dates_is_the_same_from_both_sides() {
    use Level::*;
    use PartOfDay::*;
    use Reason::*;
    let either = When::of(Extent::EitherDay(date(2015, 5, 7), date(2015, 7, 5)));
    let cases = [
        (sunday(), sunday(), Identical, SameDate),
        (sunday(), monday(), Conflict, DifferentDate),
        (sunday(), day(2024, 5, 11), Conflict, DifferentDate),
        // periods
        (month(2025, 5), sunday(), Compatible, DateWithin),
        (month(2025, 6), sunday(), Conflict, DifferentDate),
        (month(2025, 5), month(2025, 5), Identical, SameDate),
        // one night, two days
        (part(sunday(), Late), part(monday(), Early), Compatible, SameNight),
        (part(sunday(), Night), part(monday(), Morning), Compatible, SameNight),
        (part(sunday(), Overnight), part(monday(), Overnight), Compatible, SameNight),
        (part(sunday(), Night), part(monday(), Night), Conflict, DifferentDate),
        (part(sunday(), Late), monday(), Conflict, DifferentDate),
        (part(sunday(), Evening), part(monday(), Early), Conflict, DifferentDate),
        (part(sunday(), Late), part(day(2025, 5, 13), Early), Conflict, DifferentDate),
        // one day, its parts
        (part(sunday(), Night), part(sunday(), Night), Identical, SameDate),
        (part(sunday(), Night), part(sunday(), Late), Compatible, SameDate),
        (part(sunday(), Night), sunday(), Compatible, DateWithin),
        (part(sunday(), Night), part(sunday(), Morning), Conflict, DifferentTime),
        // hedges
        (about(sunday()), day(2025, 5, 13), Compatible, NearTime),
        (about(sunday()), day(2025, 5, 20), Conflict, DifferentDate),
        (about(sunday()), sunday(), Compatible, NearTime),
        // without a year
        (yearless((5, 11), (5, 11)), sunday(), Compatible, SameDate),
        (yearless((5, 12), (5, 12)), sunday(), Conflict, DifferentDate),
        (yearless((5, 1), (5, 31)), sunday(), Compatible, DateWithin),
        (yearless((5, 11), (5, 11)), yearless((5, 11), (5, 11)), Identical, SameDate),
        (yearless((5, 11), (5, 11)), yearless((5, 12), (5, 12)), Conflict, DifferentDate),
        (yearless((2, 29), (2, 29)), day(2016, 2, 29), Compatible, SameDate),
        // weekdays
        (weekday(Weekday::Sunday), sunday(), Compatible, SameDate),
        (weekday(Weekday::Monday), sunday(), Conflict, DifferentWeekday),
        (weekday(Weekday::Monday), month(2025, 5), Compatible, DateWithin),
        (weekday(Weekday::Monday), weekday(Weekday::Monday), Identical, SameDate),
        (weekday(Weekday::Monday), weekday(Weekday::Friday), Conflict, DifferentWeekday),
        (part(weekday(Weekday::Sunday), Late), part(weekday(Weekday::Monday), Early), Compatible, SameNight),
        (weekday(Weekday::Monday), yearless((5, 11), (5, 11)), Incomparable, DateUnplaced),
        // the order of figures is open
        (either.clone(), day(2015, 5, 7), Compatible, SameDate),
        (either.clone(), day(2015, 7, 5), Compatible, SameDate),
        (either.clone(), day(2015, 6, 6), Conflict, DifferentDate),
        // no place in the calendar
        (When::of(Extent::Unplaced), sunday(), Incomparable, DateUnplaced),
        (When::of(Extent::Impossible), When::of(Extent::Impossible), Incomparable, DateUnplaced),
    ];
    for (a, b, level, reason) in cases {
        let want = level.because(reason);
        assert_eq!(a.compare(&b), want, "{a} / {b}");
        assert_eq!(b.compare(&a), want, "{b} / {a}, swapped");
    }
}

#[test]
fn every_pair_of_days_near_a_leap_day_compares_alike_from_both_sides() {
    let start = date(2016, 2, 20);
    let mut all: Vec<When> = (0..20).map(|n| When::day(day_after(start, n))).collect();
    all.extend([yearless((2, 29), (2, 29)), yearless((2, 1), (2, 29)), yearless((12, 20), (1, 5))]);
    all.extend([weekday(Weekday::Monday), weekday(Weekday::Thursday), month(2016, 2)]);
    let parts = all.iter().map(|w| part(w.clone(), PartOfDay::Late)).collect::<Vec<_>>();
    let early = all.iter().map(|w| part(w.clone(), PartOfDay::Early)).collect::<Vec<_>>();
    all.extend(parts);
    all.extend(early);
    for a in &all {
        for b in &all {
            assert_eq!(a.compare(b), b.compare(a), "{a} / {b}");
        }
    }
}

#[test]
fn first_and_last_print_in_iso_form() {
    let may = month(2025, 5);
    assert_eq!(may.first().unwrap().to_string(), "2025-05-01");
    assert_eq!(may.last().unwrap().to_string(), "2025-05-31");
    assert_eq!(weekday(Weekday::Monday).first(), None);
}

#[test]
fn a_value_prints_as_a_report_would_say_it() {
    let cases = [
        (sunday(), "11 May 2025"),
        (part(sunday(), PartOfDay::Night), "11 May 2025, night"),
        (month(2025, 5), "May 2025"),
        (about(month(2025, 5)), "about May 2025"),
        (yearless((5, 11), (5, 11)), "11 May"),
        (yearless((5, 1), (5, 31)), "May"),
        (weekday(Weekday::Friday), "Friday"),
    ];
    for (when, want) in cases {
        assert_eq!(when.to_string(), want);
    }
}

#[test]
fn days_stand_in_order_however_they_are_given() {
    let when = When::days(date(2025, 5, 5), date(2025, 5, 3), Grain::Range);
    assert_eq!((when.first(), when.last()), (Some(date(2025, 5, 3)), Some(date(2025, 5, 5))));
}
