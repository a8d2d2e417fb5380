//! The path of a newcomer: every command of README and guide in a fresh clone, the report
//! marked in the browser, the marks exported, and found again by the next check.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::browser::{Browser, ENTER};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What the guide says to type between the two halves of the path.
const TAKES_MARKS_HOME: &str = "mv ~/Downloads/factdiff-accepted.toml talks/";

/// What of a fenced block is typed.
#[derive(Clone, Copy)]
enum Fence {
    Whole,
    Prompts,
    Other,
}

/// The commands that a reader copies: lines after `$ ` in `console` fences, all of `sh` fences.
fn commands(document: &str) -> Vec<String> {
    let text = fs::read_to_string(Path::new(ROOT).join(document)).unwrap();
    let mut found = Vec::new();
    let mut fence = None;
    for line in text.lines() {
        match (line.strip_prefix("```"), fence) {
            (Some(_), Some(_)) => fence = None,
            (Some("sh"), None) => fence = Some(Fence::Whole),
            (Some("console"), None) => fence = Some(Fence::Prompts),
            (Some(_), None) => fence = Some(Fence::Other),
            (None, Some(Fence::Whole)) => found.push(line.to_owned()),
            (None, Some(Fence::Prompts)) => found.extend(line.strip_prefix("$ ").map(str::to_owned)),
            (None, Some(Fence::Other) | None) => {}
        }
    }
    // The program is built, the tests are running, and exit codes are looked at below.
    found.retain(|line| !line.starts_with("cargo test") && !line.starts_with("cargo install"));
    found.retain(|line| line != "echo $?");
    found
}

/// The clone: what git knows of the stories, without what a build leaves.
fn clone(folder: &Path) {
    copy(&Path::new(ROOT).join("corpus"), &folder.join("corpus"));
}

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

struct Newcomer {
    clone: PathBuf,
    home: PathBuf,
}

impl Newcomer {
    /// Types a command; nothing that a guide says may end with another code than 0 or 1.
    fn types(&self, command: &str) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_factdiff")).parent().unwrap().to_owned();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths([program].into_iter().chain(std::env::split_paths(&path))).unwrap();
        let output = Command::new("sh")
            .args(["-c", &command.replace("cargo run --release --", "factdiff")])
            .current_dir(&self.clone)
            .env("PATH", path)
            .env("HOME", &self.home)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{command}: {:?}: {told}", output.status);
        output
    }
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_newcomer_gets_from_a_clone_to_marks_that_the_next_check_knows() {
    let Some(browser) = Browser::start("newcomer") else { return };
    let newcomer = Newcomer { clone: browser.folder.join("clone"), home: browser.folder.join("home") };
    clone(&newcomer.clone);
    fs::create_dir_all(newcomer.home.join("Downloads")).unwrap();
    let of_readme = commands("README.md");
    // With two programs in the package `cargo run` has to be told which.
    let manifest = fs::read_to_string(Path::new(ROOT).join("Cargo.toml")).unwrap();
    assert!(manifest.contains("\ndefault-run = \"factdiff\"\n"));
    assert!(of_readme[0].starts_with("cargo run --release -- check "), "{of_readme:?}");
    for command in of_readme {
        newcomer.types(&command);
    }
    let guide = commands("docs/guide.md");
    let at = guide.iter().position(|line| line == TAKES_MARKS_HOME).expect("the guide takes the marks home");
    let (before, after) = guide.split_at(at);
    for command in before {
        newcomer.types(command);
    }
    mark_and_export(&browser, &newcomer.clone.join("report.html"));
    let file = browser.download("factdiff-accepted.toml");
    fs::write(newcomer.home.join("Downloads/factdiff-accepted.toml"), file).unwrap();
    newcomer.types(&after[0]);
    assert_eq!(after[1], "factdiff check talks");
    let checked = newcomer.types(&after[1]);
    let report = printed(&checked);
    assert!(report.contains("\naccepted\n  count 154dfd: people killed"), "{report}");
    assert!(report.contains("Two counters: ministry and UN (jd, until 2099-01-31)"), "{report}");
    assert!(report.ends_with("5 conflicts, 1 minor, 3 agree, 1 accepted\n"), "{report}");
    assert_eq!((checked.status.code(), String::from_utf8_lossy(&checked.stderr).as_ref()), (Some(1), ""));
    for command in &after[2..] {
        newcomer.types(command);
    }
    // The guide accepts a second one at the prompt, into the same file.
    let report = printed(&newcomer.types("factdiff check talks"));
    assert!(report.ends_with("4 conflicts, 1 minor, 3 agree, 2 accepted\n"), "{report}");
    // What was read is as it was: marks went to the copy.
    let story = newcomer.clone.join("corpus/envoys-and-tolls/articles");
    assert!(!story.join("factdiff-accepted.toml").exists());
}

/// As the guide says: j to the toll, a for a reason, Marks, save.
fn mark_and_export(browser: &Browser, report: &Path) {
    browser.open(report);
    for _ in 0..10 {
        if browser.text("$('topic').textContent") == "people killed" {
            break;
        }
        browser.press("j");
    }
    assert_eq!(browser.text("$('topic').textContent"), "people killed");
    browser.press("a");
    browser.wait("$('accept').open && document.activeElement.id === 'because'");
    browser.press("Two counters: ministry and UN");
    browser.js("$('by').value = 'jd'; $('until').value = '2099-01-31'");
    browser.press(ENTER);
    browser.wait("!$('accept').open");
    browser.click("#exchange-open");
    browser.click("#export-toml");
}
