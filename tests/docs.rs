//! The documents run: the examples of the pages of kinds, the commands of the guides.
//!
//! A page pairs a fence ```` ```articles ```` with a fence ```` ```report ````; a guide
//! shows commands as `$ factdiff …`, with what they print below them.

use std::fs;
use std::path::Path;
use std::process::Command;

use factdiff::article::Cluster;
use factdiff::claim::Kind;
use factdiff::discrepancy::{Confidence, JudgedTopic, Reading, Report};
use factdiff::read;

/// Documents whose commands are run.
const GUIDES: [&str; 7] = [
    "README.md",
    "docs/accuracy.md",
    "docs/guide.md",
    "docs/ci.md",
    "docs/configuration.md",
    "docs/faq.md",
    "docs/tricky-cases.md",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The fenced blocks of a document: info string, content.
fn fences(text: &str) -> Vec<(&str, &str)> {
    let mut parts = text.split("```").skip(1);
    let mut fences = Vec::new();
    while let (Some(fence), rest) = (parts.next(), parts.next()) {
        fences.push(fence.split_once('\n').unwrap_or((fence, "")));
        if rest.is_none() {
            break;
        }
    }
    fences
}

/// Lines `Name: text` or `Name (2025-05-11): text`; an indented line goes on.
fn cluster(articles: &str) -> Cluster {
    let mut drafts: Vec<(&str, String)> = Vec::new();
    for line in articles.lines() {
        match drafts.last_mut().filter(|_| line.starts_with(' ')) {
            Some((_, text)) => {
                text.push(' ');
                text.push_str(line.trim());
            }
            None => {
                let (name, text) = line.split_once(':').unwrap_or_else(|| panic!("no name in {line:?}"));
                drafts.push((name, text.trim().to_owned()));
            }
        }
    }
    let article = |(head, text): &(&str, String)| {
        let (name, day) = match head.split_once(" (") {
            Some((name, day)) => (name, Some(day.trim_end_matches(')'))),
            None => (*head, None),
        };
        read::article(name, None, None, day, text)
    };
    Cluster::new(drafts.iter().map(article).collect())
}

fn found(report: &Report) -> Vec<&JudgedTopic> {
    let mut found = report.discrepancies();
    found.retain(|topic| topic.confidence >= Confidence::Medium);
    found
}

/// `people killed: 67,160 (AP) / 67,173 (AFP)`, a line for each discrepancy, or `nothing`.
fn compact(cluster: &Cluster, report: &Report) -> String {
    let names = |reading: &Reading| {
        let mut articles: Vec<_> = reading.claims.iter().map(|c| report.claim(*c).span.article).collect();
        articles.sort();
        articles.dedup();
        articles.iter().map(|a| cluster[*a].name()).collect::<Vec<_>>().join(", ")
    };
    let side = |reading: &Reading| format!("{} ({})", reading.value, names(reading));
    let line = |topic: &&JudgedTopic| {
        let sides: Vec<String> = topic.readings.iter().map(side).collect();
        format!("{}: {}\n", topic.topic, sides.join(" / "))
    };
    let lines: String = found(report).iter().map(line).collect();
    if lines.is_empty() { "nothing\n".to_owned() } else { lines }
}

/// Runs the examples of a document and adds what they give otherwise to `complaints`;
/// the reports of the examples, with what the document expects.
fn run_examples(document: &str, complaints: &mut Vec<String>) -> Vec<(Report, String)> {
    let page = text(document);
    let examples = fences(&page).into_iter().filter(|(info, _)| matches!(*info, "articles" | "report"));
    let examples: Vec<(&str, &str)> = examples.collect();
    let mut reports = Vec::new();
    for pair in examples.chunks(2) {
        let [("articles", articles), ("report", wanted)] = pair else {
            panic!("{document}: each articles fence needs a report fence: {pair:?}");
        };
        let cluster = cluster(articles);
        let report = factdiff::check(&cluster);
        let given = compact(&cluster, &report);
        if given != *wanted {
            complaints.push(format!("{document}: {articles}gives\n{given}and not\n{wanted}"));
        }
        reports.push((report, (*wanted).to_owned()));
    }
    reports
}

#[test]
fn every_example_of_a_kind_gives_what_its_page_says() {
    let mut complaints = Vec::new();
    for kind in Kind::ALL {
        let document = format!("docs/kinds/{}.md", kind.id());
        let examples = run_examples(&document, &mut complaints);
        let speaks = examples.iter().any(|(report, _)| found(report).iter().any(|t| t.kind == kind));
        let is_silent = examples.iter().any(|(_, wanted)| wanted == "nothing\n");
        if !(speaks && is_silent) {
            complaints.push(format!("{document}: needs a conflict of its kind, and what is none\n"));
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn every_tricky_case_is_read_as_its_page_says() {
    let mut complaints = Vec::new();
    let examples = run_examples("docs/tricky-cases.md", &mut complaints);
    assert!(examples.len() >= 10, "{} cases", examples.len());
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// A command of a document with the lines shown below it.
struct Shown<'t> {
    command: String,
    output: Vec<&'t str>,
    code: Option<i32>,
}

/// The commands in a document's `console` fences: `$ factdiff …`, or `$ cargo run … --
/// …`, which is the same program. `$ echo $?` tells the exit code of the one above.
fn commands(text: &str) -> Vec<Shown<'_>> {
    let mut shown: Vec<Shown> = Vec::new();
    for (_, content) in fences(text).into_iter().filter(|(info, _)| *info == "console") {
        let mut asks_code = false;
        for line in content.lines() {
            if let Some(command) = line.strip_prefix("$ ") {
                asks_code = command == "echo $?";
                if !asks_code {
                    let command = command.replace("cargo run --release --", "factdiff");
                    shown.push(Shown { command, output: Vec::new(), code: None });
                }
            } else if asks_code {
                let last = shown.last_mut().expect("a command stands above `echo $?`");
                last.code = Some(line.parse().expect("an exit code"));
            } else if let Some(last) = shown.last_mut() {
                last.output.push(line);
            }
        }
    }
    // What builds the program is done already.
    shown.retain(|shown| !shown.command.starts_with("cargo "));
    shown
}

/// The line as printed, or its beginning with `…` for the rest.
fn is_line(shown: &str, printed: &str) -> bool {
    let is_begun = shown.strip_suffix('…').is_some_and(|begin| printed.starts_with(begin));
    is_begun || printed.trim_end() == shown.trim_end()
}

/// True when the lines are shown as they are printed from the first on; a line `…`
/// leaves some out, and whatever follows the last one may be left out too.
fn is_shown(shown: &[&str], printed: &[&str]) -> bool {
    match shown {
        [] => true,
        ["…", rest @ ..] => (0..=printed.len()).any(|from| is_shown(rest, &printed[from..])),
        [first, rest @ ..] => {
            printed.first().is_some_and(|line| is_line(first, line)) && is_shown(rest, &printed[1..])
        }
    }
}

/// A folder that looks like a fresh clone to one who reads a guide, and may be written to.
#[cfg(unix)]
fn clone_for(guide: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guides").join(guide.replace(['/', '.'], "-"));
    let _ = fs::remove_dir_all(&folder);
    copy(&root().join("corpus"), &folder.join("corpus"));
    copy(&root().join("docs/examples"), &folder.join("docs/examples"));
    folder
}

#[cfg(unix)]
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// In a shell, one after the other in one folder, as somebody who copies them would.
#[cfg(unix)]
#[test]
fn every_command_of_the_guides_gives_what_they_show() {
    let program = Path::new(env!("CARGO_BIN_EXE_factdiff")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([program.to_owned()].into_iter().chain(std::env::split_paths(&path)));
    let path = path.unwrap();
    let mut complaints = Vec::new();
    let mut ran = 0;
    for guide in GUIDES {
        let folder = clone_for(guide);
        for shown in commands(&text(guide)) {
            ran += 1;
            let mut shell = Command::new("sh");
            shell.args(["-c", &shown.command]).current_dir(&folder).env_remove("NO_COLOR").env("PATH", &path);
            let output = shell.output().unwrap();
            let line = format!("{guide}: {}", shown.command);
            let code = output.status.code();
            if shown.code.is_some() && code != shown.code || !matches!(code, Some(0 | 1)) {
                complaints.push(format!("{line}: exit code {code:?}, not {:?}", shown.code));
            }
            let printed = String::from_utf8_lossy(&output.stdout);
            let lines: Vec<&str> = printed.lines().collect();
            if !is_shown(&shown.output, &lines) {
                complaints.push(format!("{line} prints\n{printed}\nand not\n{}", shown.output.join("\n")));
            }
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
    assert!(ran >= 10, "the guides show {ran} commands");
}
