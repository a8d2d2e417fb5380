//! Sheets of small stories: what is expected stands here in full.

use super::{sheet_html, sheet_markdown};
use crate::article::{ArticleId, Cluster};
use crate::discrepancy::Acceptance;
use crate::report::Selection;

fn cluster(articles: &[(&str, &str)]) -> Cluster {
    let article = |&(name, text): &(&str, &str)| crate::read::article(name, None, None, None, text);
    Cluster::new(articles.iter().map(article).collect())
}

const STORM: [(&str, &str); 2] = [
    (
        "AP",
        "Mayor Anna Lindqvist said 41 people were killed in the storm. The storm cut 12 roads.\n\nLindqvist left at noon.\n",
    ),
    ("AFP", "At least 44 people were killed in the storm, said Anna Lindqvist, the mayor.\n"),
];

fn markdown(cluster: &Cluster, articles: &[u32]) -> String {
    let articles: Vec<ArticleId> = articles.iter().copied().map(ArticleId).collect();
    sheet_markdown(cluster, &crate::check(cluster), &Selection::default(), &articles)
}

/// The line of the sheet that ticks off `words`, with its places.
fn task<'s>(sheet: &'s str, words: &str) -> &'s str {
    let start = sheet.find(&format!(": {words} (")).unwrap_or_else(|| panic!("no {words} in\n{sheet}"));
    let start = sheet[..start].rfind("- [ ]").expect("a task");
    let end = sheet[start..].find("\n- [ ]").map_or(sheet.len(), |end| start + end);
    sheet[start..end].trim_end()
}

#[test]
fn each_claim_has_its_box_the_other_places_and_the_verdict() {
    let sheet = markdown(&cluster(&STORM), &[0]);
    assert!(sheet.starts_with("# Line by line: AP\n\n- [ ] 1: Mayor Anna Lindqvist ("), "{sheet}");
    assert_eq!(
        task(&sheet, "41 people"),
        "- [ ] 1: 41 people (count): **conflict**\n  - AFP:1 At least 44 people"
    );
    assert_eq!(task(&sheet, "12 roads"), "- [ ] 1: 12 roads (count): only here");
}

#[test]
fn a_role_is_ticked_off_with_its_name_and_found_elsewhere() {
    let sheet = markdown(&cluster(&STORM), &[0]);
    let mayor = task(&sheet, "Mayor Anna Lindqvist");
    assert!(mayor.contains("(name, role, office): agree\n  - AFP:1 Anna Lindqvist"), "{mayor}");
    let short = task(&sheet, "Lindqvist");
    assert!(short.starts_with("- [ ] 3: "), "{short}");
}

#[test]
fn the_lines_follow_the_text_and_each_article_has_a_section() {
    let sheet = markdown(&cluster(&STORM), &[0, 1]);
    assert!(sheet.contains("\n\n# Line by line: AFP\n\n- [ ] 1: At least 44 people"), "{sheet}");
    let order = ["Mayor Anna", "41 people", "12 roads"].map(|words| sheet.find(words).expect("is there"));
    assert!(order.is_sorted(), "{sheet}");
    assert_eq!(
        markdown(&cluster(&[("AP", "Nothing to read.")]), &[0]),
        "# Line by line: AP\n\nNothing to tick off.\n"
    );
}

#[test]
fn what_is_accepted_or_unsure_says_so() {
    let cluster = cluster(&STORM);
    let mut report = crate::check(&cluster);
    let topic = report.topics.iter_mut().find(|t| t.verdict.is_discrepancy()).expect("the toll");
    topic.accepted = Some(Acceptance { because: "Two *counters*".into(), by: None, until: None });
    let sheet = sheet_markdown(&cluster, &report, &Selection::default(), &[ArticleId(0)]);
    assert!(sheet.contains("): conflict, accepted: Two \\*counters\\*\n"), "{sheet}");
    let topic = report.topics.iter_mut().find(|t| t.verdict.is_discrepancy()).expect("the toll");
    (topic.accepted, topic.confidence) = (None, crate::discrepancy::Confidence::Low);
    let sheet = sheet_markdown(&cluster, &report, &Selection::default(), &[ArticleId(0)]);
    assert!(sheet.contains("**conflict, not sure**"), "{sheet}");
}

#[test]
fn a_text_is_neither_markup_nor_markdown() {
    let cluster = cluster(&[
        ("A*B", "It said <script>alert(1)</script> 41 people [were](x) killed in the storm."),
        ("C", "It said 44 people were killed in the storm."),
    ]);
    let report = crate::check(&cluster);
    let page = sheet_html(&cluster, &report, &Selection::default(), &[ArticleId(0), ArticleId(1)]);
    assert!(!page.contains("<script") && page.contains("&lt;script&gt;"), "{page}");
    assert_eq!(page.matches("<section>").count(), 2);
    let sheet = sheet_markdown(&cluster, &report, &Selection::default(), &[ArticleId(0)]);
    assert!(sheet.starts_with("# Line by line: A\\*B\n"), "{sheet}");
}
