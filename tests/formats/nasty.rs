//! Input that breaks formats: quotes, line ends, angle brackets, emoji, commands of GitHub
//! and names of people in articles; spaces, `#` and other scripts in paths.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag};
use quick_xml::events::Event as Xml;
use quick_xml::reader::Reader;
use serde_json::Value;

use super::{check_in, discrepancies, empty_folder, json_file, json_in, number, printed_in, schema, text};

/// A workflow command, read as GitHub's runner reads it.
pub struct Command {
    pub name: String,
    pub properties: BTreeMap<String, String>,
    pub message: String,
}

impl Command {
    /// As `ActionCommand.TryParseV2` of the runner takes a line apart.
    pub fn parsed(line: &str) -> Command {
        let rest = line.strip_prefix("::").unwrap_or_else(|| panic!("no command: {line}"));
        let (head, message) = rest.split_once("::").unwrap_or_else(|| panic!("no message: {line}"));
        let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
        let data = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n");
        let property = |text: &str| data(&text.replace("%3A", ":").replace("%2C", ",")).replace("%25", "%");
        let pairs = properties.split(',').filter_map(|pair| pair.split_once('='));
        Command {
            name: name.to_owned(),
            properties: pairs.map(|(name, value)| (name.to_owned(), property(value))).collect(),
            message: data(message).replace("%25", "%"),
        }
    }
}

/// A test suite, read back.
#[derive(Default)]
pub struct Suite {
    pub name: String,
    pub tests: usize,
    pub skipped: usize,
    pub cases: Vec<Case>,
}

/// A test case, read back.
#[derive(Default)]
pub struct Case {
    pub name: String,
    pub failure: Option<String>,
    pub details: String,
}

/// Reads JUnit XML and checks that its sums are right.
pub fn junit(xml: &str) -> Vec<Suite> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut suites, mut sums): (Vec<Suite>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    let (mut all, mut is_details) = ((0, 0), false);
    loop {
        match reader.read_event().unwrap_or_else(|e| panic!("{e}\n{xml}")) {
            Xml::Start(element) | Xml::Empty(element) => {
                let attributes: BTreeMap<String, String> = element
                    .attributes()
                    .map(|attribute| {
                        let attribute = attribute.unwrap();
                        let name = attribute.key.as_ref().to_owned();
                        (name, quick_xml::escape::unescape(&attribute.value).unwrap().into_owned())
                    })
                    .collect();
                let sum = |name: &str| attributes[name].parse::<usize>().unwrap();
                is_details = false;
                match element.name().as_ref() {
                    "testsuites" => all = (sum("tests"), sum("failures")),
                    "testsuite" => {
                        sums.push((sum("tests"), sum("failures")));
                        let name = attributes["name"].clone();
                        let (tests, skipped) = (sum("tests"), sum("skipped"));
                        suites.push(Suite { name, tests, skipped, cases: Vec::new() });
                    }
                    "testcase" => {
                        let case = Case { name: attributes["name"].clone(), ..Case::default() };
                        suites.last_mut().unwrap().cases.push(case);
                    }
                    "failure" => {
                        is_details = true;
                        let case = suites.last_mut().unwrap().cases.last_mut().unwrap();
                        case.failure = Some(attributes["message"].clone());
                    }
                    "system-out" | "skipped" => {}
                    other => panic!("nobody knows <{}>", other),
                }
            }
            Xml::Text(words) if is_details => {
                suites.last_mut().unwrap().cases.last_mut().unwrap().details.push_str(&words);
            }
            Xml::GeneralRef(name) if is_details => {
                let words = quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap().into_owned();
                suites.last_mut().unwrap().cases.last_mut().unwrap().details.push_str(&words);
            }
            Xml::Eof => break,
            _ => {}
        }
    }
    for (suite, (tests, failures)) in suites.iter().zip(&sums) {
        let failed = suite.cases.iter().filter(|case| case.failure.is_some()).count();
        assert_eq!((suite.cases.len(), failed), (*tests, *failures));
    }
    let total = sums.iter().fold((0, 0), |sum, suite| (sum.0 + suite.0, sum.1 + suite.1));
    assert_eq!(total, all);
    suites
}

/// The paths of two articles that disagree, with names that mean something to programs.
const PATHS: [&str; 2] = ["draft #1, 50% café/東京 `a`.txt", "wire/b & c's [1].txt"];

const QUOTATION: [&str; 2] = [
    "“We will <b>never</b> forget {0} & [this](http://evil.example), @desk #12 | 100% 🇵🇸,” Jane Roe said.",
    "“We will <b>never</b> forgive {0} & [this](http://evil.example), @desk #12 | 100% 🇵🇸,” Jane Roe said.",
];

/// Writes two articles that disagree in a toll and in the words of a nasty quotation.
fn nasty_story(name: &str) -> PathBuf {
    let folder = empty_folder(name);
    for ((path, quotation), dead) in PATHS.iter().zip(QUOTATION).zip(["67,160", "67,173"]) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let source = if dead == "67,160" { "A::error,@b <i> & \"c\"" } else { "AFP" };
        let text = format!(
            "---\r\nsource: {source}\r\n---\r\n\
             ::error::🇵🇸 <b>Note</b>: officials put the dead at {dead}.\r\n\r\n{quotation}\r\n\r\n\
             ::add-mask::x<script>alert(\"1\")</script>\r\n"
        );
        fs::write(path, text).unwrap();
    }
    folder
}

fn arguments(format: &str) -> [&str; 4] {
    ["--format", format, PATHS[0], PATHS[1]]
}

#[test]
fn the_nasty_story_disagrees() {
    let folder = nasty_story("nasty");
    let report = json_in(&folder, &arguments("json"));
    let topics: Vec<&str> = discrepancies(&report).iter().map(|d| text(d, "/kind")).collect();
    assert!(topics.contains(&"count") && topics.contains(&"quote-wording"), "{topics:?}");
}

#[test]
fn sarif_encodes_paths_and_counts_in_utf16() {
    let folder = nasty_story("nasty-sarif");
    let log = json_in(&folder, &arguments("sarif"));
    let schema = json_file("tests/schemas/sarif-2.1.0.json");
    assert_eq!(schema::complaints(&schema, &log), Vec::<String>::new());
    let results = log["runs"][0]["results"].as_array().unwrap();
    let toll = results.iter().find(|result| result["ruleId"] == "count").unwrap();
    let place = &toll["locations"][0]["physicalLocation"];
    let encoded = "draft%20%231%2C%2050%25%20caf%C3%A9/%E6%9D%B1%E4%BA%AC%20%60a%60.txt";
    assert_eq!(text(place, "/artifactLocation/uri"), encoded);
    let line = "::error::🇵🇸 <b>Note</b>: officials put the dead at 67,160.";
    let before = line[..line.find("67,160").unwrap()].encode_utf16().count();
    assert_eq!((number(place, "/region/startLine"), number(place, "/region/endColumn")), (4, before + 7));
    for result in results {
        // An article's own brackets and braces are no link and no placeholder.
        let message = text(result, "/message/text");
        assert!(!message.contains("](http"), "{message}");
        assert!(!message.replace("{{", "").replace("}}", "").contains(['{', '}']), "{message}");
    }
}

#[test]
fn github_reads_one_command_a_line_and_nothing_of_the_article_is_one() {
    let folder = nasty_story("nasty-github");
    let printed = printed_in(&folder, &arguments("github"));
    let commands: Vec<Command> = printed.lines().map(Command::parsed).collect();
    assert!(commands.len() >= 4, "{printed}");
    for (command, line) in commands.iter().zip(printed.lines()) {
        assert!(["error", "warning", "notice"].contains(&&*command.name), "{line}");
        assert!(PATHS.contains(&&*command.properties["file"]), "{line}");
        let known = ["col", "endColumn", "endLine", "file", "line", "title"];
        assert!(command.properties.keys().all(|name| known.contains(&name.as_str())), "{line}");
        assert!(command.message.contains(" – "), "{line}");
    }
    assert!(commands.iter().any(|command| command.message.contains("100% 🇵🇸")), "{printed}");
}

#[test]
fn gitlab_gets_paths_as_they_are() {
    let folder = nasty_story("nasty-gitlab");
    let issues = json_in(&folder, &arguments("gitlab"));
    let schema = json_file("tests/schemas/gitlab-code-quality.json");
    assert_eq!(schema::complaints(&schema, &issues), Vec::<String>::new());
    assert!(issues.as_array().unwrap().iter().all(|issue| PATHS.contains(&text(issue, "/location/path"))));
}

#[test]
fn junit_gives_back_what_was_written() {
    let folder = nasty_story("nasty-junit");
    let suites = junit(&printed_in(&folder, &arguments("junit")));
    let cases = || suites.iter().flat_map(|suite| &suite.cases);
    let failed = cases().find(|case| case.failure.is_some()).unwrap();
    assert!(failed.failure.as_ref().unwrap().contains("A::error,@b <i> & \"c\""), "{:?}", failed.failure);
    assert!(failed.details.contains(&format!("{}:4: ", PATHS[0])), "{}", failed.details);
    let articles: String = cases().map(|case| case.details.as_str()).collect();
    assert!(articles.contains("::error::🇵🇸 <b>Note</b>: officials put the dead at 67,160."), "{articles}");
}

#[test]
fn json_lines_hold_no_line_end_of_an_article() {
    let folder = nasty_story("nasty-jsonl");
    let printed = printed_in(&folder, &arguments("jsonl"));
    let report = json_in(&folder, &arguments("json"));
    assert_eq!(printed.lines().count(), discrepancies(&report).len());
    assert!(printed.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
}

/// What a parser of Markdown makes links, images or markup of.
fn injected(markdown: &str) -> Vec<String> {
    let ours = ["<b>", "</b>", "<span>", "</span>"];
    Parser::new_ext(markdown, Options::all())
        .filter_map(|event| match event {
            Event::Html(tag) | Event::InlineHtml(tag) => {
                let tag = tag.trim().to_owned();
                let is_ours = ours.contains(&&*tag) || tag.is_empty() || is_summary(&tag);
                (!is_ours).then_some(tag)
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Table(_) | Tag::CodeBlock(_)) => {
                Some(format!("{event:?}"))
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) => {
                Some(format!("{event:?}"))
            }
            _ => None,
        })
        .collect()
}

fn is_summary(tag: &str) -> bool {
    let summary = tag.strip_prefix("<details><summary>").and_then(|rest| rest.strip_suffix("</summary>"));
    tag == "</details>" || summary.is_some_and(|words| !words.contains(['<', '>']))
}

#[test]
fn markdown_shows_an_article_and_runs_nothing_of_it() {
    let folder = nasty_story("nasty-markdown");
    let printed = printed_in(&folder, &arguments("markdown"));
    assert_eq!(injected(&printed), Vec::<String>::new(), "{printed}");
    assert!(!printed.contains("@desk") && !printed.contains("@b ") && !printed.contains("#12"), "{printed}");
    // Code spans are shown as they are, so a path may have anything in it.
    let code: Vec<String> = Parser::new_ext(&printed, Options::all())
        .filter_map(|event| match event {
            Event::Code(words) => Some(words.to_string()),
            _ => None,
        })
        .collect();
    assert!(code.contains(&format!("{}:4", PATHS[0])), "{code:?}");
    assert_eq!(injected("[a](http://x.example) <script>").len(), 2, "the check sees what it should");
}

#[test]
fn a_long_comment_is_cut_and_says_so() {
    let folder = empty_folder("long");
    let tail = "and so it went on, street by street and house by house, ".repeat(12);
    for (name, extra) in [("AP", 0), ("AFP", 300)] {
        let mut text = format!("---\nsource: {name}\n---\n");
        for number in 0..80 {
            let homes = 500 + 37 * number + extra;
            let place = PLACES[number % PLACES.len()];
            text.push_str(&format!("The quake {tail}destroyed {homes} {place}.\n\n"));
        }
        fs::write(folder.join(format!("{name}.txt")), text).unwrap();
    }
    let report = json_in(&folder, &["--all", "--format", "json", "."]);
    let printed = printed_in(&folder, &["--all", "--format", "markdown", "."]);
    let conflicts = discrepancies(&report).iter().filter(|d| d["verdict"] == "conflict").count();
    let shown = printed.matches("\n#### conflict: ").count();
    assert!(printed.encode_utf16().count() <= 65_536, "{}", printed.encode_utf16().count());
    assert!(shown > 0 && shown <= conflicts);
    assert_eq!(printed.contains(" more left out, "), shown < conflicts);
    assert_eq!(printed.matches("<details>").count(), printed.matches("</details>").count());
}

const PLACES: [&str; 8] = ["homes", "shops", "schools", "bridges", "mosques", "farms", "cars", "boats"];

#[test]
fn a_story_without_a_difference_is_an_empty_report_in_every_format() {
    let folder = empty_folder("empty");
    fs::write(folder.join("a.txt"), "The council met.\n").unwrap();
    let printed = |format| {
        let output = check_in(&folder, &["--format", format, "a.txt"]);
        assert_eq!(output.status.code(), Some(0), "{format}");
        String::from_utf8(output.stdout).unwrap()
    };
    let schema = json_file("tests/schemas/sarif-2.1.0.json");
    let log: Value = serde_json::from_str(&printed("sarif")).unwrap();
    assert_eq!(schema::complaints(&schema, &log), Vec::<String>::new());
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
    assert_eq!(printed("github"), "");
    assert_eq!(printed("jsonl"), "");
    assert_eq!(printed("gitlab"), "[]\n");
    assert!(junit(&printed("junit")).is_empty());
    assert_eq!(printed("markdown"), "**factdiff**: no discrepancy\n");
}

#[test]
fn paths_are_those_of_the_repository_wherever_the_job_stands() {
    let folder = empty_folder("paths");
    super::write_article(&folder, "AP", "67,160", "437");
    super::write_article(&folder, "AFP", "67,173", "437");
    let github = printed_in(&folder, &["--format", "github", "./AP.txt", "./AFP.txt"]);
    assert_eq!(Command::parsed(github.lines().next().unwrap()).properties["file"], "AP.txt");
    let absolute = |name: &str| Path::new(&folder).join(name).to_string_lossy().into_owned();
    let log = json_in(&folder, &["--format", "sarif", &absolute("AP.txt"), &absolute("AFP.txt")]);
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert!(text(place, "/uri").starts_with("file:///"), "{place}");
    assert_eq!(place.get("uriBaseId"), None);
}
