//! Pages and documents in every format: paragraphs where a text has lines.

use serde_json::{Value, json};

use super::{plain, toll};
use crate::article::{Article, ArticleId, Cluster, Origin};
use crate::discrepancy::{ClaimId, Report};
use crate::report::{
    Former, JsonReport, Selection, github, gitlab, html, junit, markdown, sarif, sheet_html, sheet_markdown,
};

/// The toll, where AP was taken out of a page and the others are texts.
fn paged() -> (Cluster, Report) {
    let (cluster, report) = toll();
    let mut articles = cluster.articles().to_vec();
    articles[0] = Article { origin: Origin::Extracted, path: "ap.html".to_owned(), ..articles[0].clone() };
    (Cluster::new(articles), report)
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("the format is JSON")
}

#[test]
fn the_text_gives_paragraphs_of_pages_and_lines_of_texts() {
    let (cluster, mut report) = paged();
    let text = plain(&cluster, &report);
    assert!(text.contains("\n    AP:¶3   Officials") && text.contains("\n    BBC:1   “東京”"), "{text}");
    report.unsupported = vec![ClaimId(0), ClaimId(1)];
    let text = plain(&cluster, &report);
    assert!(text.contains("\n  AP:¶3 count  ") && text.contains("\n  AFP:1 count  "), "{text}");
}

#[test]
fn a_command_of_github_names_the_page_and_no_line_of_it() {
    let (cluster, report) = paged();
    let commands = github(&cluster, &report, &Selection::default());
    let (of_page, of_text) = commands.split_once('\n').expect("a command for each side");
    assert_eq!(
        of_page,
        "::error file=ap.html,title=conflict%3A people killed · Gaza::67,160 here (¶3) and in BBC; \
         67,173 in AFP (002:1) – the figures differ by 13"
    );
    assert!(
        of_text.starts_with("::error file=002,line=1,endLine=1,col=132,endColumn=138,title="),
        "{of_text}"
    );
    assert!(of_text.contains("67,160 in AP (ap.html:¶3), BBC (003:1)"), "{of_text}");
}

#[test]
fn sarif_gives_a_page_no_region() {
    let (cluster, report) = paged();
    let log = parsed(&sarif(&cluster, &report, &Selection::default(), None));
    let result = &log["runs"][0]["results"][0];
    let page = json!({ "artifactLocation": { "uri": "ap.html", "uriBaseId": "%SRCROOT%" } });
    assert_eq!(result["locations"][0]["physicalLocation"], page);
    assert_eq!(result["locations"][0]["message"]["text"], "¶3");
    let related = result["relatedLocations"].as_array().expect("the other sides");
    let regions: Vec<&Value> =
        related.iter().map(|l| &l["physicalLocation"]["region"]["startLine"]).collect();
    assert_eq!(regions, [&json!(1), &json!(1)]);
    // As a related place, where another side is the draft's.
    let mut of_draft = report;
    of_draft.draft = Some(ArticleId(1));
    let log = parsed(&sarif(&cluster, &of_draft, &Selection::default(), None));
    let related = &log["runs"][0]["results"][0]["relatedLocations"][0];
    assert_eq!((&related["physicalLocation"], &related["message"]["text"]), (&page, &json!("AP ¶3: 67,160")));
}

#[test]
fn a_former_report_gives_a_page_no_region_either() {
    let (cluster, report) = paged();
    let (texts, _) = toll();
    for (cluster, region, message) in
        [(&cluster, false, json!({ "text": "¶3" })), (&texts, true, Value::Null)]
    {
        let before = serde_json::to_value(JsonReport::new(cluster, &report, &Selection::default()));
        let former = Former::read(&before.expect("a report is plain JSON")).expect("it is ours");
        let now = Report { topics: Vec::new(), ..report.clone() };
        let log = parsed(&sarif(cluster, &now, &Selection::default(), Some(&former)));
        let gone = &log["runs"][0]["results"][0];
        assert_eq!(gone["baselineState"], "absent");
        assert_eq!(gone["locations"][0]["physicalLocation"]["region"].is_object(), region);
        assert_eq!(gone["locations"][0]["message"], message);
    }
}

#[test]
fn gitlab_is_given_the_first_line_of_a_page() {
    let (cluster, report) = paged();
    let issue = &parsed(&gitlab(&cluster, &report, &Selection::default()))[0];
    assert_eq!(issue["location"], json!({ "path": "ap.html", "lines": { "begin": 1, "end": 1 } }));
    let description = issue["description"].as_str().unwrap_or("");
    assert!(description.ends_with("the figures differ by 13 (¶3)"), "{description}");
    let (cluster, report) = toll();
    let issue = &parsed(&gitlab(&cluster, &report, &Selection::default()))[0];
    assert_eq!(issue["location"], json!({ "path": "001", "lines": { "begin": 3, "end": 3 } }));
    assert!(!issue["description"].as_str().unwrap_or("").contains('¶'));
}

#[test]
fn comments_tests_and_pages_give_paragraphs() {
    let (cluster, report) = paged();
    let (texts, _) = toll();
    let all = Selection::default();
    let ids: Vec<ArticleId> = cluster.iter().map(|(id, _)| id).collect();
    for (format, of_page, of_text, page, text) in [
        (
            "markdown",
            "ap.html:¶3",
            "001:3",
            markdown(&cluster, &report, &all),
            markdown(&texts, &report, &all),
        ),
        ("junit", "ap.html:¶3", "001:3", junit(&cluster, &report, &all), junit(&texts, &report, &all)),
        ("html", ">AP:¶3<", ">AP:3<", html(&cluster, &report, &all), html(&texts, &report, &all)),
        (
            "sheet-md",
            "- [ ] ¶3: 67,160",
            "- [ ] 3: 67,160",
            sheet_markdown(&cluster, &report, &all, &ids),
            sheet_markdown(&texts, &report, &all, &ids),
        ),
        (
            "sheet",
            "<td class=\"line\">¶3</td>",
            "<td class=\"line\">3</td>",
            sheet_html(&cluster, &report, &all, &ids),
            sheet_html(&texts, &report, &all, &ids),
        ),
    ] {
        assert!(page.contains(of_page) && !page.contains(of_text), "{format}");
        assert!(text.contains(of_text) && !text.contains(of_page), "{format}");
    }
}
