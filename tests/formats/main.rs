//! The formats for other programs: every story of the corpus, and the nastiest input we
//! could think of, in each of them; read back by parsers that are not ours where there are any.

mod draft;
#[cfg(unix)]
mod examples;
mod nasty;
mod published;
mod schema;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn file(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn json_file(path: &str) -> Value {
    serde_json::from_str(&file(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// An empty folder for one test.
fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn check_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_factdiff"))
        .arg("check")
        .args(arguments)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .output()
        .unwrap()
}

/// Standard output of a check that could be done.
fn printed_in(folder: &Path, arguments: &[&str]) -> String {
    let output = check_in(folder, arguments);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {told}");
    String::from_utf8(output.stdout).expect("the program prints UTF-8")
}

fn json_in(folder: &Path, arguments: &[&str]) -> Value {
    let text = printed_in(folder, arguments);
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{arguments:?}: {e}\n{text}"))
}

/// The stories of the corpus, as paths from the root.
fn stories() -> Vec<String> {
    let folders = fs::read_dir(root().join("corpus")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut stories: Vec<String> =
        folders.map(|name| format!("corpus/{}/articles", name.to_string_lossy())).collect();
    stories.sort();
    assert!(stories.len() >= 10);
    stories
}

/// The discrepancies of a report as JSON.
fn discrepancies(report: &Value) -> &Vec<Value> {
    report["discrepancies"].as_array().expect("a list of discrepancies")
}

fn text<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("no {pointer} in {value}"))
}

fn number(value: &Value, pointer: &str) -> usize {
    let number = value.pointer(pointer).and_then(Value::as_u64);
    number.unwrap_or_else(|| panic!("no {pointer} in {value}")) as usize
}

#[test]
fn every_story_is_valid_sarif_with_one_result_for_each_discrepancy() {
    let schema = json_file("tests/schemas/sarif-2.1.0.json");
    let mut seen = 0;
    for story in stories() {
        let report = json_in(root(), &["--all", "--format", "json", &story]);
        let log = json_in(root(), &["--all", "--format", "sarif", &story]);
        assert_eq!(schema::complaints(&schema, &log), Vec::<String>::new(), "{story}");
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), discrepancies(&report).len(), "{story}");
        for (result, discrepancy) in results.iter().zip(discrepancies(&report)) {
            seen += 1;
            sarif_result(&log, result, discrepancy);
        }
    }
    assert!(seen >= 10, "{seen} results");
}

fn sarif_result(log: &Value, result: &Value, discrepancy: &Value) {
    assert_eq!(result["ruleId"], discrepancy["kind"]);
    let rule = &log["runs"][0]["tool"]["driver"]["rules"][number(result, "/ruleIndex")];
    assert_eq!(rule["id"], discrepancy["kind"]);
    assert_eq!(text(rule, "/help/markdown").lines().next(), Some(&*format!("# {}", text(rule, "/id"))));
    assert_eq!(result["partialFingerprints"]["factdiff/v1"], discrepancy["fingerprint"]);
    let level = match (text(discrepancy, "/verdict"), text(discrepancy, "/severity")) {
        ("conflict", "high") => "error",
        ("conflict", _) => "warning",
        _ => "note",
    };
    assert_eq!(text(result, "/level"), level);
    let first = &discrepancy["readings"][0]["claims"][0];
    let place = &result["locations"][0]["physicalLocation"];
    let path = text(place, "/artifactLocation/uri");
    match first["paragraph"].as_u64() {
        // A page has no lines of its text.
        Some(paragraph) => {
            assert_eq!((place.get("region"), place.get("contextRegion")), (None, None));
            assert_eq!(text(result, "/locations/0/message/text"), format!("¶{paragraph}"));
            assert!(root().join(path).is_file(), "{path}");
        }
        None => region(&place["region"], path, first),
    }
    // Every other side is a related location, and the message links to each reading's first.
    let related = result["relatedLocations"].as_array().unwrap();
    assert!(related.len() >= discrepancy["readings"].as_array().unwrap().len() - 1);
    let message = text(result, "/message/text");
    for (number, location) in related.iter().enumerate() {
        assert_eq!(location["id"], number as u64 + 1);
        assert!(!text(location, "/message/text").is_empty());
    }
    assert!(
        message.matches("](").count() >= discrepancy["readings"].as_array().unwrap().len() - 1,
        "{message}"
    );
    assert!(message.contains(text(discrepancy, "/reason").split('{').next().unwrap()), "{message}");
}

/// A region holds the words that it says it holds.
fn region(region: &Value, path: &str, claim: &Value) {
    assert_eq!(region["startLine"], claim["line"]);
    assert_eq!(region["snippet"]["text"], claim["text"]);
    let line = file(path).lines().nth(number(region, "/startLine") - 1).unwrap().to_owned();
    let units: Vec<u16> = line.encode_utf16().collect();
    let (from, to) = (number(region, "/startColumn") - 1, number(region, "/endColumn") - 1);
    if region["startLine"] == region["endLine"] {
        assert_eq!(String::from_utf16(&units[from..to]).unwrap(), text(claim, "/text"));
    }
}

/// Writes an article with a toll and a number of homes.
fn write_article(folder: &Path, name: &str, dead: &str, homes: &str) {
    let text = format!(
        "---\nsource: {name}\n---\nOfficials put the dead at {dead}.\n\nThe quake destroyed {homes} homes.\n"
    );
    fs::write(folder.join(format!("{name}.txt")), text).unwrap();
}

/// Topic and state of each result, sorted.
fn states(log: &Value) -> Vec<String> {
    let results = log["runs"][0]["results"].as_array().unwrap();
    let mut states: Vec<String> = results
        .iter()
        .map(|r| format!("{} {}", text(r, "/properties/topic"), text(r, "/baselineState")))
        .collect();
    states.sort();
    states
}

#[test]
fn a_former_report_tells_what_is_new_and_what_has_gone() {
    let folder = empty_folder("against");
    let schema = json_file("tests/schemas/sarif-2.1.0.json");
    write_article(&folder, "AFP", "67,173", "412");
    for format in ["json", "sarif"] {
        write_article(&folder, "AP", "67,160", "437");
        let former = printed_in(&folder, &["--format", format, "AP.txt", "AFP.txt"]);
        fs::write(folder.join("former"), former).unwrap();
        let now = ["--format", "sarif", "--against", "former", "AP.txt", "AFP.txt"];
        assert_eq!(states(&json_in(&folder, &now)), ["home damaged unchanged", "people killed unchanged"]);
        // The homes are put right, and the toll has moved on.
        write_article(&folder, "AP", "67,161", "412");
        let log = json_in(&folder, &now);
        assert_eq!(schema::complaints(&schema, &log), Vec::<String>::new());
        assert_eq!(states(&log), ["home damaged absent", "people killed absent", "people killed new"]);
        // What this run does not look for has not gone.
        let only = ["--kind", "age", "--format", "sarif", "--against", "former", "AP.txt", "AFP.txt"];
        assert_eq!(states(&json_in(&folder, &only)), [""; 0]);
        // What was gone already does not go again.
        fs::write(folder.join("former"), printed_in(&folder, &now)).unwrap();
        assert_eq!(states(&json_in(&folder, &now)), ["people killed unchanged"]);
    }
}

#[test]
fn every_story_gives_annotations_that_name_each_side() {
    let (mut seen, mut of_pages) = (0, 0);
    for story in stories() {
        let report = json_in(root(), &["--format", "json", &story]);
        let printed = printed_in(root(), &["--format", "github", &story]);
        let sides: usize =
            discrepancies(&report).iter().map(|d| d["readings"].as_array().unwrap().len()).sum();
        assert_eq!(printed.lines().count(), sides, "{story}");
        for line in printed.lines() {
            seen += 1;
            let command = nasty::Command::parsed(line);
            assert!(["error", "warning", "notice"].contains(&&*command.name), "{line}");
            assert!(command.message.contains(" here"), "{}", command.message);
            let path = &command.properties["file"];
            if [".html", ".docx", ".odt"].iter().any(|ending| path.ends_with(ending)) {
                of_pages += 1;
                assert!(command.message.contains(" here (¶"), "{}", command.message);
                assert_eq!(command.properties.keys().collect::<Vec<_>>(), ["file", "title"]);
                continue;
            }
            let place: usize = command.properties["line"].parse().unwrap();
            let lines = file(path);
            let line = lines.lines().nth(place - 1).unwrap();
            let column = |name: &str| command.properties[name].parse::<usize>().unwrap() - 1;
            let words: String = line.chars().take(column("endColumn")).skip(column("col")).collect();
            assert!(!words.trim().is_empty() && words.trim() == words, "{words:?}");
        }
        // One side of each comes before a second side of any.
        let titles: Vec<String> =
            printed.lines().map(|line| nasty::Command::parsed(line).properties["title"].clone()).collect();
        let first = &titles[..discrepancies(&report).len()];
        let wanted: Vec<String> = discrepancies(&report)
            .iter()
            .map(|d| {
                let accepted = if d["accepted"].is_null() { "" } else { "accepted " };
                format!("{accepted}{}: {}", text(d, "/verdict"), text(d, "/topic"))
            })
            .collect();
        assert_eq!(first, wanted, "{story}");
    }
    assert!(seen >= 20 && of_pages >= 2, "{seen} annotations, {of_pages} of them of pages");
}

#[test]
fn every_story_is_a_valid_code_quality_report() {
    let schema = json_file("tests/schemas/gitlab-code-quality.json");
    for story in stories() {
        let report = json_in(root(), &["--format", "json", &story]);
        let issues = json_in(root(), &["--format", "gitlab", &story]);
        assert_eq!(schema::complaints(&schema, &issues), Vec::<String>::new(), "{story}");
        let issues = issues.as_array().unwrap();
        assert_eq!(issues.len(), discrepancies(&report).len(), "{story}");
        let names: BTreeSet<&str> = issues.iter().map(|issue| text(issue, "/fingerprint")).collect();
        assert_eq!(names.len(), issues.len(), "{story}: names are unique");
        for (issue, discrepancy) in issues.iter().zip(discrepancies(&report)) {
            assert_eq!(issue["check_name"], discrepancy["kind"]);
            let first = &discrepancy["readings"][0]["claims"][0];
            let line = if first["paragraph"].is_null() { number(first, "/line") } else { 1 };
            assert_eq!(issue["location"]["lines"]["begin"], line);
            let severity = match (text(discrepancy, "/verdict"), text(discrepancy, "/severity")) {
                ("conflict", "high") => "critical",
                ("conflict", "medium") => "major",
                ("update", _) => "info",
                _ => "minor",
            };
            assert_eq!(text(issue, "/severity"), severity);
        }
    }
}

#[test]
fn every_story_as_junit_adds_up_and_fails_where_there_is_a_conflict() {
    let mut failed = 0;
    for story in stories() {
        let report = json_in(root(), &["--format", "json", &story]);
        let suites = nasty::junit(&printed_in(root(), &["--format", "junit", &story]));
        let conflicts = discrepancies(&report).iter().filter(|d| d["verdict"] == "conflict").count();
        let failures = suites.iter().flat_map(|s| &s.cases).filter(|c| c.failure.is_some()).count();
        assert_eq!(failures, conflicts, "{story}");
        failed += failures;
        for suite in &suites {
            let names: BTreeSet<&str> = suite.cases.iter().map(|case| case.name.as_str()).collect();
            assert_eq!(names.len(), suite.cases.len(), "{story}: two tests of one name");
            assert_eq!(suite.tests, suite.cases.len());
        }
    }
    assert!(failed >= 5, "{failed} failures");
}

#[test]
fn every_line_of_json_lines_stands_alone() {
    for story in stories() {
        let report = json_in(root(), &["--format", "json", &story]);
        let printed = printed_in(root(), &["--format", "jsonl", &story]);
        let lines: Vec<Value> = printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), discrepancies(&report).len());
        for (mut line, discrepancy) in lines.into_iter().zip(discrepancies(&report)) {
            let line = line.as_object_mut().unwrap();
            assert_eq!(line.remove("schema"), Some(report["schema"].clone()));
            let articles = line.remove("articles").unwrap();
            let ids: BTreeSet<&str> =
                articles.as_array().unwrap().iter().map(|article| text(article, "/id")).collect();
            assert_eq!(&Value::Object(line.clone()), discrepancy);
            let claims = discrepancy["readings"].as_array().unwrap().iter();
            let named = claims.flat_map(|reading| reading["claims"].as_array().unwrap());
            assert_eq!(ids, named.map(|claim| text(claim, "/article")).collect());
        }
    }
}

#[test]
fn every_story_as_markdown_has_each_conflict_and_fits_into_a_comment() {
    for story in stories() {
        let report = json_in(root(), &["--format", "json", &story]);
        let printed = printed_in(root(), &["--format", "markdown", &story]);
        assert!(printed.starts_with("**factdiff**: "), "{story}");
        let conflicts = discrepancies(&report).iter().filter(|d| d["verdict"] == "conflict").count();
        assert_eq!(printed.matches("\n#### conflict: ").count(), conflicts, "{story}");
        assert_eq!(printed.matches("<details>").count(), printed.matches("</details>").count());
        for claim in discrepancies(&report).iter().filter_map(|d| d.pointer("/readings/0/claims/0")) {
            let article = report["articles"].as_array().unwrap().iter().find(|a| a["id"] == claim["article"]);
            let pilcrow = if claim["paragraph"].is_null() { "" } else { "¶" };
            let place = format!("`{}:{pilcrow}{}`", text(article.unwrap(), "/path"), number(claim, "/line"));
            assert!(printed.contains(&place), "{story}: no {place}");
        }
    }
}
