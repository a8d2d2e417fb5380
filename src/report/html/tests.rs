//! What stands in the file itself; how the page behaves is tested in a browser.

use crate::article::Cluster;
use crate::discrepancy::{Confidence, Severity, Verdict};
use crate::report::{Selection, html};

fn cluster(articles: &[(&str, &str)]) -> Cluster {
    let article = |&(name, text): &(&str, &str)| crate::read::article(name, Some(name), None, None, text);
    Cluster::new(articles.iter().map(article).collect())
}

const TOLLS: [(&str, &str); 3] = [
    ("AP", "The storm reached Nordvik.\n\nOfficials said 41 people were killed in the storm.\n"),
    ("AFP", "The storm reached Nordvik.\n\nOfficials said 44 people were killed in the storm.\n"),
    ("BBC", "The storm reached Nordvik.\n\nOfficials said 44 people were killed in the storm.\n"),
];

/// The story of a page, read back.
fn story(page: &str) -> serde_json::Value {
    let start =
        page.find("type=\"application/json\">").expect("a story") + "type=\"application/json\">".len();
    let end = start + page[start..].find("</script>").expect("its end");
    serde_json::from_str(&page[start..end]).expect("JSON")
}

#[test]
fn a_text_cannot_leave_its_place() {
    let text = "It said </script><script>alert(1)</script> <!-- and <img src=x onerror=alert(2)> 41 people were killed.";
    let cluster = cluster(&[("A</title><b>", text), ("B", "It said 44 people were killed.")]);
    let page = html(&cluster, &crate::check(&cluster), &Selection::default());
    assert_eq!(page.matches("</script>").count(), 2, "one of the story, one of the scripts");
    assert_eq!(page.matches("<script").count(), 2);
    assert!(!page.contains("<img") && !page.contains("<b>alert") && !page.contains("</title><b>"));
    assert_eq!(story(&page)["articles"][0]["text"], text);
}

#[test]
fn it_reads_without_scripts() {
    let cluster = cluster(&TOLLS);
    let page = html(&cluster, &crate::check(&cluster), &Selection::default());
    let plain =
        &page[page.find("<div id=\"plain\">").expect("a plain rendition")..page.find("<dialog").unwrap()];
    for part in ["Conflict: ", "people killed", "AP:3", "<mark>41 people</mark>", "AFP, BBC", "Why: "] {
        assert!(plain.contains(part), "{part}: {plain}");
    }
}

#[test]
fn the_worst_stands_first_and_of_two_the_one_with_more_on_both_sides() {
    let cluster = cluster(&TOLLS);
    let mut report = crate::check(&cluster);
    let conflict = report.topics.iter().find(|t| t.verdict == Verdict::Conflict).expect("a conflict").clone();
    let mut with = |name: &str, change: &dyn Fn(&mut crate::discrepancy::JudgedTopic)| {
        let mut topic = conflict.clone();
        topic.topic = name.to_owned();
        change(&mut topic);
        report.topics.push(topic);
    };
    with("slight", &|t| t.severity = Severity::Low);
    with("one side", &|t| {
        t.readings.pop();
    });
    with("unsure", &|t| t.confidence = Confidence::Low);
    let page = html(&cluster, &report, &Selection::default());
    let story = story(&page);
    let topics: Vec<&str> =
        story["topics"].as_array().unwrap().iter().map(|t| t["topic"].as_str().unwrap()).collect();
    assert_eq!(topics[..4], ["people killed", "unsure", "one side", "slight"]);
    assert_eq!(story["least"], "medium");
    // Near-copies are one witness.
    report.lineages = vec![0, 1, 1];
    let page = html(&cluster, &report, &Selection::default());
    assert_eq!(self::story(&page)["topics"][0]["readings"][1]["witnesses"], 1);
}

#[test]
fn a_draft_and_what_only_it_says_are_in_the_page() {
    let cluster = cluster(&TOLLS);
    let mut report = crate::check(&cluster);
    report.draft = Some(crate::article::ArticleId(1));
    report.unsupported = vec![crate::discrepancy::ClaimId(0)];
    let page = html(&cluster, &report, &Selection::default());
    let story = story(&page);
    assert_eq!(
        (story["articles"][1]["draft"].as_bool(), story["articles"][0].get("draft")),
        (Some(true), None)
    );
    assert!(story["unsupported"][0][0].is_u64(), "{}", story["unsupported"]);
}

#[test]
fn a_story_without_articles_or_differences_is_a_page_too() {
    for cluster in
        [Cluster::default(), cluster(&[("A", "")]), cluster(&[("A", "Nothing."), ("B", "Nothing.")])]
    {
        let page = html(&cluster, &crate::check(&cluster), &Selection::default());
        assert!(page.contains("no discrepancy"));
    }
}
