//! What a cast holds, by example.

use super::*;
use crate::article::{Article, Cluster, Zone};

fn cast_of(text: &str) -> Cast {
    let zones = vec![Zone { range: 0..text.len(), kind: ZoneKind::Body }];
    let article = Article { text: text.to_owned(), zones, ..Article::default() };
    let cluster = Cluster::new(vec![article]);
    let annotated = cluster.iter().map(|(id, article)| AnnotatedArticle::new(id, article)).next();
    annotated.map(|a| cast(&a)).unwrap()
}

fn names_in(text: &str) -> Vec<String> {
    cast_of(text).people.iter().map(|p| p.name.to_string()).collect()
}

#[test]
fn people_are_found_by_their_full_names() {
    let cases = [
        ("Police Chief Jane Alder said so.", "Jane Alder"),
        ("The victim was identified as Peter J. Harmon, 41, of Alder Falls.", "Peter J. Harmon"),
        ("Walter “Buddy” Crane Jr. was arrested.", "Walter “Buddy” Crane Jr."),
        ("Karim al-Najjar, the group's lead negotiator, left early.", "Karim al-Najjar"),
    ];
    for (text, want) in cases {
        assert_eq!(names_in(text), [want], "{text}");
    }
}

#[test]
fn streets_schools_and_days_are_no_people() {
    for text in [
        "The car was found on Jefferson Street on Friday.",
        "Students of Martin Harmon High School went home.",
        "It happened near the Harmon County Courthouse in Alder Falls, Ohio.",
    ] {
        assert!(names_in(text).is_empty(), "{text}: {:?}", names_in(text));
    }
}

#[test]
fn a_surname_goes_back_to_its_bearer() {
    let cast = cast_of("Peter Harmon was arrested on Friday. Harmon's lawyer said Mr. Harmon was ill.");
    assert_eq!(cast.people.len(), 1);
    assert_eq!(cast.people[0].mentions.len(), 3);
}

#[test]
fn a_surname_of_two_goes_to_neither_when_both_stand_together() {
    let cast = cast_of("Peter Harmon and Ruth Harmon left. Harmon came back.");
    assert_eq!(cast.people.iter().map(|p| p.mentions.len()).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn an_age_belongs_to_the_name_beside_it() {
    for text in [
        "Peter Harmon, 17, was shot.",
        "Police said 17-year-old Peter Harmon was shot.",
        "The 17-year-old suspect, Peter Harmon, was arrested.",
        "Peter Harmon, who is 17, was shot.",
        "Peter Harmon, aged 17, was shot.",
        "Peter Harmon, a father of three, was 17.",
        "Peter Harmon, who leaves two sons, was 17 years old.",
        "Peter Harmon died at the age of 17.",
        "Peter Harmon turned 17 on Monday.",
    ] {
        let cast = cast_of(text);
        let ages: Vec<Age> = cast.people.iter().flat_map(|p| &p.ages).map(|a| a.age).collect();
        assert_eq!(ages, [Age::years(17)], "{text}");
    }
}

#[test]
fn other_figures_are_no_ages() {
    for text in [
        "Peter Harmon, 17 others and a guard were shot.",
        "Peter Harmon was 17 when he joined.",
        "Peter Harmon left school at the age of 17.",
        "Peter Harmon, a father of 17, was here.",
        "A friend of Peter Harmon was 17.",
        "A 17-year-old friend of Peter Harmon was shot.",
    ] {
        assert!(cast_of(text).people.iter().all(|p| p.ages.is_empty()), "{text}");
    }
}

#[test]
fn each_in_a_list_keeps_his_age() {
    let cast = cast_of("The dead are Peter Harmon, 24, Ruth Alder, 26, and David Crane, 31.");
    let told: Vec<_> = cast.people.iter().map(|p| (p.name.to_string(), p.ages[0].age.figure)).collect();
    let want = [("Peter Harmon", 24), ("Ruth Alder", 26), ("David Crane", 31)];
    assert_eq!(told, want.map(|(n, a)| (n.to_owned(), a)));
}

#[test]
fn roles_tell_office_organisation_remit_and_status() {
    let cases = [
        ("US special envoy Peter Harmon left.", "united states envoy", "in office"),
        ("White House envoy Peter Harmon left.", "united states envoy", "in office"),
        ("Washington Mayor Peter Harmon left.", "washington mayor", "in office"),
        (
            "U.S. Special Envoy for the Middle East Peter Harmon left.",
            "united states envoy for middle east",
            "in office",
        ),
        ("Peter Harmon, the mayor of Alder Falls, left.", "alder falls mayor", "in office"),
        ("Former President Peter Harmon left.", "president", "formerly in office"),
        ("Acting Police Chief Peter Harmon left.", "police chief", "acting"),
    ];
    for (text, role, status) in cases {
        let cast = cast_of(text);
        let told: Vec<_> = cast.people.iter().flat_map(|p| &p.roles).collect();
        assert_eq!(told.len(), 1, "{text}: {told:?}");
        assert_eq!(told[0].role.to_string(), role, "{text}");
        assert_eq!(told[0].role.status.to_string(), status, "{text}");
    }
}

#[test]
fn an_administration_of_the_past_is_not_told() {
    let owners = |text: &str| cast_of(text).administrations.into_iter().map(|a| a.owner).collect::<Vec<_>>();
    assert_eq!(owners("The Harmon administration sees a truce near."), ["harmon"]);
    assert!(owners("The policy was begun under the Harmon administration.").is_empty());
    assert!(owners("A former Harmon administration official disagreed.").is_empty());
}

#[test]
fn any_text_gives_a_cast() {
    for text in
        ["", "“", "- - -", "17-year-old", ", 17,", "Mr.", "Jr.", "al-", "The The The", "O’ O’", "A.B.C. - D"]
    {
        cast_of(text);
    }
}

#[test]
fn every_span_gives_back_its_words() {
    let text = "“Ana Castro,” said Peter “Pit” Harmon Jr., 41, a neighbour. Castro’s mother wept.";
    for person in cast_of(text).people {
        for mention in person.mentions {
            let words = &text[mention.span.range()];
            assert!(words.contains(mention.name.family().unwrap()), "{words}");
        }
    }
}
