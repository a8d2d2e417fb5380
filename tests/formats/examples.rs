//! The files that docs/examples and the root offer to copy: their commands are taken out
//! and run on stories of the corpus. What needs a network (`cargo`, `gh`) is left out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::nasty::junit;
use super::{empty_folder, file, json_file, root, schema};

/// A story with a conflict, and one that has none of which factdiff is sure.
const LOUD: &str = "stories/headline-and-body";
const QUIET: &str = "stories/hedges-that-meet";

/// A folder as a newsroom's repository has it, with both stories.
fn newsroom(name: &str) -> PathBuf {
    let folder = empty_folder(name);
    for story in [LOUD, QUIET] {
        let from = root().join(story.replace("stories", "corpus")).join("articles");
        fs::create_dir_all(folder.join(story)).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, folder.join(story).join(path.file_name().unwrap())).unwrap();
        }
    }
    folder
}

/// The commands of an example: what stands at `run:` or `entry:`, on its line or in the
/// block below, and the list below `script:`.
fn commands(yaml: &str) -> Vec<String> {
    let lines: Vec<&str> = yaml.lines().filter(|line| !line.trim_start().starts_with('#')).collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let below = |at: usize, than: usize| {
        lines[at + 1..].iter().take_while(move |line| line.trim().is_empty() || indent(line) > than)
    };
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let key = line.trim_start().trim_start_matches("- ");
        let depth = line.find(key).unwrap_or(0);
        if key == "run: |" {
            let block: Vec<&str> = below(at, depth).map(|line| line.trim_start()).collect();
            found.push(block.join("\n"));
        } else if let Some(command) = key.strip_prefix("run: ").or_else(|| key.strip_prefix("entry: ")) {
            found.push(command.to_owned());
        } else if key == "script:" {
            found.extend(
                below(at, depth).filter_map(|line| line.trim_start().strip_prefix("- ")).map(str::to_owned),
            );
        }
    }
    found.retain(|command| !["cargo ", "gh "].iter().any(|net| command.starts_with(net)));
    found
}

/// Runs a command as a job would: in the repository, with the program on the path.
fn run(folder: &Path, command: &str, story: &str) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_factdiff")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders = vec![program.to_owned()];
    folders.extend(std::env::split_paths(&path));
    Command::new("sh")
        .args(["-e", "-c", command])
        .current_dir(folder)
        .env("PATH", std::env::join_paths(folders).unwrap())
        .env("STORY", story)
        .env("GITHUB_STEP_SUMMARY", folder.join("summary.md"))
        .env_remove("NO_COLOR")
        .output()
        .unwrap()
}

/// Exit code and standard output.
fn end(folder: &Path, command: &str, story: &str) -> (i32, String) {
    let output = run(folder, command, story);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{command}: {told}");
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_action_writes_its_reports_and_fails_on_a_conflict() {
    let commands = commands(&file("docs/examples/action.yml"));
    let [reports, annotations] = commands.as_slice() else { panic!("{commands:?}") };
    let folder = newsroom("action");
    assert_eq!(end(&folder, reports, LOUD).0, 0);
    let log = fs::read_to_string(folder.join("factdiff.sarif")).unwrap();
    let log = serde_json::from_str(&log).unwrap();
    assert!(schema::complaints(&json_file("tests/schemas/sarif-2.1.0.json"), &log).is_empty());
    let summary = fs::read_to_string(folder.join("summary.md")).unwrap();
    assert!(summary.starts_with("**factdiff**: 1 conflict"), "{summary}");
    assert_eq!(summary, fs::read_to_string(folder.join("factdiff.md")).unwrap());
    let (code, printed) = end(&folder, annotations, LOUD);
    assert!(code == 1 && printed.starts_with("::error file=stories/headline-and-body/"), "{printed}");
    assert_eq!(end(&folder, annotations, QUIET), (0, String::new()));
}

#[test]
fn the_workflow_of_all_stories_fails_if_one_of_them_does() {
    let commands = commands(&file("docs/examples/all-stories.yml"));
    let [check] = commands.as_slice() else { panic!("{commands:?}") };
    let folder = newsroom("all-stories");
    let unsure = end(&folder, check, "").0;
    // The conflict between headline and body is of medium confidence.
    assert_eq!(unsure, 0);
    let (code, printed) = end(&folder, &check.replace("high", "medium"), "");
    assert!(code == 1 && printed.contains("headline-and-body"), "{printed}");
}

#[test]
fn the_job_for_gitlab_writes_both_reports_and_fails_on_a_conflict() {
    let commands = commands(&file("docs/examples/gitlab-ci.yml"));
    let [quality, tests, check] = commands.as_slice() else { panic!("{commands:?}") };
    let folder = newsroom("gitlab");
    for (story, code, issues) in [(LOUD, 1, 1), (QUIET, 0, 0)] {
        assert_eq!(end(&folder, quality, story), (0, String::new()));
        let report = fs::read_to_string(folder.join("gl-code-quality-report.json")).unwrap();
        let report: serde_json::Value = serde_json::from_str(&report).unwrap();
        assert_eq!(report.as_array().unwrap().len(), issues);
        assert_eq!(end(&folder, tests, story), (0, String::new()));
        let suites = junit(&fs::read_to_string(folder.join("factdiff.xml")).unwrap());
        let failures = suites.iter().flat_map(|s| &s.cases).filter(|c| c.failure.is_some()).count();
        assert_eq!(failures, issues);
        assert_eq!(end(&folder, check, story).0, code);
    }
}

#[test]
fn the_hooks_fail_where_articles_contradict_one_another() {
    let folder = newsroom("hooks");
    let local = commands(&file("docs/examples/pre-commit-config.yaml"));
    let own = commands(&file(".pre-commit-hooks.yaml"));
    let ([local], [own]) = (local.as_slice(), own.as_slice()) else { panic!("{local:?} {own:?}") };
    let articles = |story: &str| {
        let entries = fs::read_dir(folder.join(story)).unwrap();
        let names: Vec<String> =
            entries.map(|e| format!("{story}/{}", e.unwrap().file_name().to_string_lossy())).collect();
        names.join(" ")
    };
    for (story, code) in [(LOUD, 1), (QUIET, 0)] {
        // pre-commit gives the changed files, or what `args` names.
        assert_eq!(end(&folder, &format!("{local} {}", articles(story)), "").0, code);
        assert_eq!(end(&folder, &format!("{own} {story}"), "").0, code);
    }
    let both = format!("{local} {} {}", articles(LOUD), articles(QUIET));
    assert_eq!(end(&folder, &both, "").0, 1);
}
