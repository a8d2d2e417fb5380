//! The command line as data: arguments, input and files, and what must come of them.
//!
//! `tests/cli/*.toml` hold the cases. Each runs the program in an empty folder with the
//! case's files; `stdout` and `stderr` are compared in full, `…_has` line by line.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    /// Files that every case of the page finds.
    #[serde(default)]
    files: BTreeMap<String, String>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What the case shows, as a sentence.
    name: String,
    args: Vec<String>,
    #[serde(default)]
    stdin: String,
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Files of bytes that are not text.
    #[serde(default)]
    bytes: BTreeMap<String, Vec<u8>>,
    #[serde(default)]
    folders: Vec<String>,
    #[serde(default)]
    env: BTreeMap<String, String>,
    code: i32,
    stdout: Option<String>,
    stderr: Option<String>,
    #[serde(default)]
    stdout_has: Vec<String>,
    #[serde(default)]
    stderr_has: Vec<String>,
    #[serde(default)]
    stdout_lacks: Vec<String>,
    #[serde(default)]
    stderr_lacks: Vec<String>,
}

#[test]
fn each_command_line_gives_what_its_case_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut pages: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    assert!(!pages.is_empty());
    let mut wrong = Vec::new();
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        let cases: Cases = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", page.display()));
        for case in &cases.case {
            wrong.extend(run(&cases.files, case).into_iter().map(|what| format!("{}: {what}", case.name)));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// What the case gave that it should not have, or the other way round.
fn run(shared: &BTreeMap<String, String>, case: &Case) -> Vec<String> {
    let folder = empty_folder(&case.name);
    case.folders.iter().for_each(|name| fs::create_dir_all(folder.join(name)).unwrap());
    let texts = shared.iter().chain(&case.files).map(|(name, text)| (name, text.as_bytes()));
    let bytes = case.bytes.iter().map(|(name, bytes)| (name, bytes.as_slice()));
    for (name, content) in texts.chain(bytes) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    let mut command = factdiff(&case.args);
    let output = answer(command.current_dir(&folder).envs(&case.env), &case.stdin);
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    let mut wrong = Vec::new();
    if output.status.code() != Some(case.code) {
        wrong.push(format!("exit code {:?}, not {}\n{stderr}", output.status.code(), case.code));
    }
    for (what, given, wanted) in [("stdout", &stdout, &case.stdout), ("stderr", &stderr, &case.stderr)] {
        if wanted.as_ref().is_some_and(|wanted| wanted != given) {
            wrong.push(format!("{what} is\n{given}"));
        }
    }
    let has = [("stdout", &stdout, &case.stdout_has), ("stderr", &stderr, &case.stderr_has)];
    for (what, given, wanted) in has {
        let missing = wanted.iter().filter(|part| !given.contains(part.as_str()));
        wrong.extend(missing.map(|part| format!("{what} lacks {part:?}:\n{given}")));
    }
    let lacks = [("stdout", &stdout, &case.stdout_lacks), ("stderr", &stderr, &case.stderr_lacks)];
    for (what, given, unwanted) in lacks {
        let found = unwanted.iter().filter(|part| given.contains(part.as_str()));
        wrong.extend(found.map(|part| format!("{what} has {part:?}:\n{given}")));
    }
    wrong
}

#[test]
fn a_closed_pipe_ends_the_program_quietly() {
    let line = r#"{"id":1,"articles":[{"id":"a","text":"Twelve people died."}]}"#;
    let mut child = factdiff(&["batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    writeln!(stdin, "{line}").unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 10]).unwrap();
    drop(stdout);
    // The program may be gone before it has read all of this.
    let _ = (0..1000).try_for_each(|_| writeln!(stdin, "{line}"));
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(141), String::new()));
}

#[test]
fn a_batch_keeps_its_order_and_its_bytes() {
    let line = |n: usize| {
        let text = "The toll rose. ".repeat(n * 7 % 5);
        format!(r#"{{"id":{n},"articles":[{{"id":"a","text":"Twelve died. {text}"}}]}}"#)
    };
    let input: String = (0..100).map(|n| if n % 10 == 3 { "bad\n".into() } else { line(n) + "\n" }).collect();
    let once = answer(&mut factdiff(&["batch"]), &input);
    assert_eq!(once.status.code(), Some(2));
    let answers = text(&once.stdout);
    assert_eq!(answers.lines().count(), 100);
    for (n, answer) in answers.lines().enumerate() {
        let start =
            if n % 10 == 3 { r#"{"id":null,"error":"#.into() } else { format!(r#"{{"id":{n},"schema":1,"#) };
        assert!(answer.starts_with(&start), "line {n}: {answer}");
    }
    assert_eq!(answers, text(&answer(&mut factdiff(&["batch"]), &input).stdout));
}

#[test]
fn the_reference_names_every_flag_and_every_choice() {
    let reference =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference.md")).unwrap();
    let commands = [
        "check",
        "claims",
        "batch",
        "explain",
        "why",
        "eval",
        "accept",
        "init",
        "config",
        "completions",
        "man",
    ];
    for command in commands {
        let start = reference.find(&format!("\n## {command}\n")).expect("a chapter for each command");
        let chapter = &reference[start + 1..];
        let chapter = &chapter[..chapter.find("\n## ").unwrap_or(chapter.len())];
        let help = text(&answer(&mut factdiff(&[command, "--help"]), "").stdout);
        let flags: Vec<&str> = words(&help).filter(|word| word.starts_with("--")).collect();
        assert!(flags.contains(&"--help"), "{help}");
        for flag in &flags {
            assert!(chapter.contains(&format!("`{flag}")), "docs/reference.md: {command} lacks {flag}");
        }
        let named = words(chapter).filter(|word| word.starts_with("--"));
        for flag in named.filter(|flag| chapter.contains(&format!("\n| `{flag}"))) {
            assert!(flags.contains(&flag), "docs/reference.md: {command} has no {flag}");
        }
        for choices in help.split("[possible values: ").skip(1) {
            let choices = choices.split(']').next().unwrap_or("");
            for choice in words(choices).filter(|_| command == "check") {
                assert!(
                    chapter.contains(&format!("`{choice}`")),
                    "docs/reference.md: {command} lacks {choice}"
                );
            }
        }
    }
}

#[test]
fn help_fits_on_a_screen() {
    let commands = commands();
    for command in commands.iter().map(|name| vec![name.as_str()]).chain([vec![]]) {
        let of = |flag| text(&answer(&mut factdiff(&[command.as_slice(), &[flag]].concat()), "").stdout);
        let help = of("-h");
        assert!(help.lines().count() <= 45, "{command:?}\n{help}");
        assert!(help.lines().all(|line| line.chars().count() <= 100), "{command:?}\n{help}");
        assert_eq!(of("--help"), help, "the long help is no longer than the short");
        assert!(help.contains("Examples:") || command == ["explain"], "{command:?}\n{help}");
    }
}

#[test]
fn the_first_help_fits_on_a_small_screen() {
    let help = text(&answer(&mut factdiff(&["--help"]), "").stdout);
    assert!(help.lines().count() <= 26, "{help}");
    assert!(help.lines().filter(|line| line.starts_with("  ")).all(|line| line.len() <= 80), "{help}");
}

/// The commands that the help lists.
fn commands() -> Vec<String> {
    let help = text(&answer(&mut factdiff(&["--help"]), "").stdout);
    let list =
        help.split("Commands:\n").nth(1).expect("a list of commands").split("\n\n").next().unwrap_or("");
    let names: Vec<String> = list
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next().map(str::to_owned))
        .collect();
    assert!(names.contains(&"check".to_owned()) && names.contains(&"man".to_owned()), "{names:?}");
    names
}

#[test]
fn completions_name_every_command_and_bash_can_read_them() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = answer(&mut factdiff(&["completions", shell]), "");
        let script = text(&output.stdout);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{shell}");
        for command in commands() {
            assert!(script.contains(&command), "{shell} lacks {command}");
        }
        assert!(script.contains("min-confidence"), "{shell}");
        let bash = Command::new("bash").arg("-n").stdin(Stdio::piped()).stderr(Stdio::piped()).spawn();
        if let (Ok(mut bash), "bash") = (bash, shell) {
            bash.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
            let read = bash.wait_with_output().unwrap();
            assert!(read.status.success(), "{}", text(&read.stderr));
        }
    }
}

#[test]
fn the_manual_has_a_page_for_every_command_with_every_flag() {
    let folder = empty_folder("manual").join("man1");
    let path = folder.display().to_string();
    let output = answer(&mut factdiff(&["man", &path]), "");
    assert_eq!(
        (output.status.code(), text(&output.stdout), text(&output.stderr)),
        (Some(0), String::new(), String::new())
    );
    let plain =
        |page: &str| page.replace("\\-", "-").replace("\\fB", "").replace("\\fR", "").replace("\\fI", "");
    let first = plain(&fs::read_to_string(folder.join("factdiff.1")).unwrap());
    assert_eq!(plain(&text(&answer(&mut factdiff(&["man"]), "").stdout)), first);
    for command in commands() {
        assert!(first.contains(&format!("factdiff-{command}")), "factdiff.1 lacks {command}");
        let page = plain(&fs::read_to_string(folder.join(format!("factdiff-{command}.1"))).unwrap());
        let help = text(&answer(&mut factdiff(&[command.as_str(), "--help"]), "").stdout);
        for flag in words(&help).filter(|word| word.starts_with("--")) {
            assert!(page.contains(flag), "factdiff-{command}.1 lacks {flag}");
        }
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let folder = empty_folder("no manual");
    fs::write(folder.join("file"), "x").unwrap();
    let output = answer(factdiff(&["man", "file/man1"]).current_dir(&folder), "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("factdiff: cannot write the manual to file/man1: "));
}

/// Work that is long enough for a line of progress if anybody watched.
#[test]
fn a_pipe_gets_no_progress() {
    let sentence = "Officials in Marlow said on Monday that 12 of the 40 people in the bus were killed. ";
    let line = format!(r#"{{"id":1,"articles":[{{"id":"a","text":"{}"}}]}}"#, sentence.repeat(400));
    let input = format!("{line}\n").repeat(40);
    let start = std::time::Instant::now();
    let output = answer(&mut factdiff(&["batch"]), &input);
    println!("{:?}", start.elapsed());
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    assert!(!output.stdout.contains(&b'\r') && !output.stdout.contains(&0x1b));
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty())
}

fn factdiff(args: &[impl AsRef<std::ffi::OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factdiff"));
    command.args(args);
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    command
}

fn answer(command: &mut Command, stdin: &str) -> Output {
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        // A program that does not read its input may close it.
        scope.spawn(move || input.write_all(stdin.as_bytes()));
        child.wait_with_output().unwrap()
    })
}

fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name.replace([' ', '/'], "-"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the program prints UTF-8")
}
