//! What of a draft no source supports, in the formats for other programs: shown in each,
//! a failure in none.

use std::fs;

use serde_json::Value;

use super::nasty::junit;
use super::{check_in, empty_folder, json_file, json_in, number, printed_in, root, schema, text};

/// A draft whose only trouble is what it alone says.
const CALM: [(&str, &str); 2] = [
    (
        "draft.md",
        "---\nsource: Draft\n---\nNine people died on the ferry. The Sarn Firm will pay $4.5 million to them.\n",
    ),
    ("wire.txt", "---\nsource: Wire\n---\nNine people died on the ferry.\n"),
];

/// A folder with the calm draft and its source.
fn calm(name: &str) -> std::path::PathBuf {
    let folder = empty_folder(name);
    for (path, words) in CALM {
        fs::write(folder.join(path), words).unwrap();
    }
    folder
}

const CHECK: [&str; 3] = ["--draft", "draft.md", "wire.txt"];

fn with(format: &str) -> Vec<&str> {
    ["--format", format].into_iter().chain(CHECK).collect()
}

/// The two claims of the draft that stand in no source, by kind and words.
fn reminders(report: &Value) -> Vec<(&str, &str)> {
    let listed = report["unsupported"].as_array().unwrap();
    listed.iter().map(|claim| (text(claim, "/kind"), text(claim, "/text"))).collect()
}

#[test]
fn it_is_shown_in_every_format_and_fails_nothing() {
    let folder = calm("draft-shown");
    let report = json_in(&folder, &with("json"));
    assert_eq!(reminders(&report), [("name", "Sarn Firm"), ("money", "$4.5 million")]);
    for format in [
        "text", "html", "sheet", "sheet-md", "json", "jsonl", "sarif", "github", "gitlab", "junit",
        "markdown",
    ] {
        let arguments: Vec<&str> = ["--fail-on", "minor"].into_iter().chain(with(format)).collect();
        let output = check_in(&folder, &arguments);
        assert_eq!(output.status.code(), Some(0), "{format}");
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(printed.contains("4.5 million") && printed.contains("nsupported"), "{format}: {printed}");
        // With the draft among equals it is nobody's business.
        let printed = printed_in(&folder, &["--format", format, "draft.md", "wire.txt"]);
        assert!(!printed.contains("unsupported in the draft"), "{format}");
    }
}

#[test]
fn sarif_calls_it_informational_under_a_rule_of_its_own() {
    let folder = calm("draft-sarif");
    let log = json_in(&folder, &with("sarif"));
    assert_eq!(schema::complaints(&json_file("tests/schemas/sarif-2.1.0.json"), &log), Vec::<String>::new());
    let results = log["runs"][0]["results"].as_array().unwrap();
    let report = json_in(&folder, &with("json"));
    assert_eq!(results.len(), 2);
    for (result, claim) in results.iter().zip(report["unsupported"].as_array().unwrap()) {
        assert_eq!((text(result, "/kind"), text(result, "/level")), ("informational", "none"));
        assert_eq!(text(result, "/ruleId"), "unsupported");
        let rule = &log["runs"][0]["tool"]["driver"]["rules"][number(result, "/ruleIndex")];
        assert_eq!((text(rule, "/id"), text(rule, "/defaultConfiguration/level")), ("unsupported", "none"));
        assert_eq!(result["partialFingerprints"]["factdiff/v1"], claim["fingerprint"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert_eq!((&region["startLine"], &region["snippet"]["text"]), (&claim["line"], &claim["text"]));
    }
    let without = json_in(&folder, &["--format", "sarif", "draft.md", "wire.txt"]);
    let rules = without["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().all(|rule| rule["id"] != "unsupported"));
}

#[test]
fn a_former_report_tells_what_has_found_its_source_since() {
    let folder = calm("draft-former");
    for format in ["sarif", "json"] {
        let draft = CALM[0].1.to_owned();
        fs::write(folder.join("draft.md"), &draft).unwrap();
        fs::write(folder.join("old.json"), printed_in(&folder, &with(format))).unwrap();
        fs::write(folder.join("draft.md"), draft.replace("$4.5 million", "$5.5 million")).unwrap();
        let arguments: Vec<&str> = ["--against", "old.json"].into_iter().chain(with("sarif")).collect();
        let log = json_in(&folder, &arguments);
        let results = log["runs"][0]["results"].as_array().unwrap();
        let states: Vec<(&str, &str)> =
            results.iter().map(|r| (text(r, "/properties/topic"), text(r, "/baselineState"))).collect();
        let wanted = [("Sarn Firm", "unchanged"), ("$5.5 million", "new"), ("$4.5 million", "absent")];
        assert_eq!(states, wanted, "{format}");
        // A check without the draft does not look for it, so nothing has gone.
        let log = json_in(&folder, &["--format", "sarif", "--against", "old.json", "draft.md", "wire.txt"]);
        assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 0, "{format}");
    }
}

#[test]
fn other_consumers_get_the_least_they_have() {
    let folder = calm("draft-others");
    let commands = printed_in(&folder, &with("github"));
    assert_eq!(
        commands.lines().last(),
        Some(
            "::notice file=draft.md,line=4,endLine=4,col=55,endColumn=67,title=unsupported in the draft\
             ::money $4.5 million – only the draft says so"
        )
    );
    let issues = json_in(&folder, &with("gitlab"));
    let schema = json_file("tests/schemas/gitlab-code-quality.json");
    assert_eq!(schema::complaints(&schema, &issues), Vec::<String>::new());
    assert_eq!((text(&issues, "/1/check_name"), text(&issues, "/1/severity")), ("unsupported", "info"));
    let suites = junit(&printed_in(&folder, &with("junit")));
    let last = suites.last().unwrap();
    assert_eq!((last.name.as_str(), last.tests, last.skipped), ("unsupported", 2, 2));
    let comment = printed_in(&folder, &with("markdown"));
    assert!(
        comment.contains("<summary>2 unsupported in the draft: only the draft says so</summary>"),
        "{comment}"
    );
    assert!(
        comment.contains(
            "- `money` `draft.md:4`: The Sarn Firm will pay <b><span>\\$</span>4.5 million</b> to them.\n"
        ),
        "{comment}"
    );
    let lines = printed_in(&folder, &with("jsonl"));
    let line: Value = serde_json::from_str(lines.lines().last().unwrap()).unwrap();
    assert_eq!((text(&line, "/unsupported/value"), text(&line, "/articles/0/id")), ("$4.5 million", "draft"));
}

#[test]
fn a_kind_that_is_not_asked_for_is_no_reminder_either() {
    let folder = calm("draft-kinds");
    let arguments: Vec<&str> = ["--kind", "money"].into_iter().chain(with("json")).collect();
    assert_eq!(reminders(&json_in(&folder, &arguments)), [("money", "$4.5 million")]);
    let story = ["--kind", "age", "--format", "github", "--draft"];
    let wires = ["corpus/draft-and-wires/articles/draft.md", "corpus/draft-and-wires/articles"];
    let arguments: Vec<&str> = story.into_iter().chain(wires).collect();
    assert!(!printed_in(root(), &arguments).contains("unsupported"));
}
