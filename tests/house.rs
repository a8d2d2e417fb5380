//! The house rules: what a reader of the plan may rely on holds in the tree.
//!
//! Layers look one way, every kind has its page and its example, lists are sorted and
//! say why, long files say why they are long, and no document names what is not there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use factdiff::claim::Kind;
use factdiff::detect::DETECTORS;

/// Files of more than 500 lines, each with its reason.
const LONG: [(&str, &str); 0] = [];

/// Words that a report does not say of a source.
const NEVER_SAID: [&str; 8] =
    ["mismatch", "wrong", "fake", "error", "mistake", "false", "incorrect", "untrue"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Every file below, as paths from the root with `/`, sorted.
fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !matches!(name.as_str(), ".git" | "target") {
                    open.push(path);
                }
            } else if name != ".git" {
                let path = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<String> {
    files("src").into_iter().filter(|p| p.ends_with(".rs")).collect()
}

/// The file without its tests, which may look anywhere.
fn without_tests(path: &str) -> String {
    let text = read(path);
    let end = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
    text[..end].to_owned()
}

fn is_tests(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

fn complain(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// The room of a source file: `src/value/unit.rs` stands in `value`.
fn room(path: &str) -> &str {
    let inner = path.strip_prefix("src/").unwrap_or(path);
    inner.split(['/', '.']).next().unwrap_or(inner)
}

/// The rooms in the order that the plan gives, from left to right.
fn order() -> Vec<String> {
    let design = read("docs/design.md");
    let chapter = chapter(&design, "One direction");
    let fence = chapter.split("```").nth(1).expect("the order stands in a fence");
    let arrows = fence.trim_start_matches("text");
    arrows.split("->").map(|room| room.trim().to_owned()).collect()
}

/// The text of a chapter `## title`.
fn chapter<'t>(text: &'t str, title: &str) -> &'t str {
    let start = text.find(&format!("\n## {title}\n")).unwrap_or_else(|| panic!("no chapter {title}"));
    let body = &text[start + 1..];
    &body[..body[3..].find("\n## ").map_or(body.len(), |end| end + 3)]
}

#[test]
fn rooms_look_to_their_left_only() {
    let order = order();
    let place = |room: &str| order.iter().position(|r| r == room);
    let mut complaints = Vec::new();
    for path in sources() {
        let here = room(&path);
        if matches!(here, "lib" | "main" | "bin") || is_tests(&path) {
            continue;
        }
        let Some(at) = place(here) else {
            complaints.push(format!("{path}: docs/design.md does not place `{here}`"));
            continue;
        };
        for (number, line) in without_tests(&path).lines().enumerate() {
            for (_, after) in line.match_indices("crate::").map(|(i, w)| (i, &line[i + w.len()..])) {
                let name = after.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or("");
                let number = number + 1;
                match place(name) {
                    Some(other) if other > at => {
                        complaints.push(format!("{path}:{number}: `{here}` looks at `{name}`, to its right"));
                    }
                    Some(_) => {}
                    None => complaints.push(format!("{path}:{number}: no room `{name}`")),
                }
            }
        }
    }
    complain(complaints);
}

#[test]
fn every_kind_has_its_page_and_explain_prints_it() {
    for kind in Kind::ALL {
        let page = read(&format!("docs/kinds/{}.md", kind.id()));
        let output =
            Command::new(env!("CARGO_BIN_EXE_factdiff")).args(["explain", kind.id()]).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout), page, "{}", kind.id());
    }
    for detector in DETECTORS {
        assert_eq!(detector.page(), read(&format!("docs/kinds/{}.md", detector.kind().id())));
    }
    let pages: BTreeSet<String> = files("docs/kinds").into_iter().collect();
    let kinds: BTreeSet<String> =
        Kind::ALL.iter().map(|kind| format!("docs/kinds/{}.md", kind.id())).collect();
    assert_eq!(pages, kinds, "a page for each kind and no other");
}

#[test]
fn every_kind_has_a_conflict_in_a_story_or_on_its_page() {
    let truths = files("corpus").into_iter().filter(|p| p.ends_with("/truth.toml"));
    let truths: Vec<String> = truths.map(|p| read(&p)).collect();
    let mut complaints = Vec::new();
    for kind in Kind::ALL {
        let named = format!("kind = \"{}\"", kind.id());
        let page = read(&format!("docs/kinds/{}.md", kind.id()));
        let report = page.split("```report\n").nth(1).unwrap_or("nothing");
        if !truths.iter().any(|t| t.contains(&named)) && report.starts_with("nothing") {
            complaints.push(format!("{}: no story of corpus/ and no example has one", kind.id()));
        }
    }
    complain(complaints);
}

#[test]
fn every_word_list_says_why_and_is_sorted() {
    let mut complaints = Vec::new();
    for path in files("src").into_iter().filter(|p| p.ends_with(".tsv")) {
        let text = read(&path);
        let reasons = text.lines().take_while(|line| line.starts_with('#')).count();
        let entries: Vec<&str> = text.lines().skip(reasons).collect();
        let keys: Vec<&str> = entries.iter().map(|l| l.split('\t').next().unwrap_or(l)).collect();
        let mut say = |what: &str| complaints.push(format!("{path}: {what}"));
        if reasons == 0 {
            say("does not begin with `#` and a reason");
        }
        if !keys.windows(2).all(|pair| pair[0] <= pair[1]) {
            say("is not sorted");
        }
        if entries.iter().collect::<BTreeSet<_>>().len() != entries.len() {
            say("has an entry twice");
        }
        if entries.iter().any(|line| line.starts_with('#') || line.trim().is_empty()) {
            say("has a reason or an empty line among its entries");
        }
    }
    complain(complaints);
}

#[test]
fn everything_that_ships_has_its_source_and_licence() {
    let mut complaints = Vec::new();
    for path in files("src").into_iter().filter(|p| !p.ends_with(".rs") && !p.ends_with(".md")) {
        let (folder, name) = path.rsplit_once('/').unwrap();
        let own = root().join(format!("{path}.md"));
        let shared = root().join(format!("{folder}/sources.md"));
        let told = fs::read_to_string(own).or_else(|_| fs::read_to_string(shared)).unwrap_or_default();
        let named = told.contains(name) || told.contains(&format!("{folder}/*"));
        if !named || !told.to_lowercase().contains("licence") {
            complaints.push(format!("{path}: no {name}.md and no line in {folder}/sources.md"));
        }
    }
    complain(complaints);
}

#[test]
fn a_long_file_says_why() {
    let mut complaints = Vec::new();
    for path in sources() {
        let lines = read(&path).lines().count();
        let listed = LONG.iter().any(|(long, _)| *long == path);
        if (lines > 500) != listed {
            complaints.push(format!("{path}: {lines} lines, {}", if listed { "listed" } else { "unlisted" }));
        }
    }
    complain(complaints);
}

/// The string literals of a line; good enough for code without `"` in characters.
fn strings(line: &str) -> Vec<&str> {
    let code = line.trim_start();
    if code.starts_with("//") {
        return Vec::new();
    }
    code.split('"').skip(1).step_by(2).collect()
}

#[test]
fn reports_say_nothing_against_a_source() {
    let speaking = ["value", "align", "arithmetic", "judge", "discrepancy", "claim", "report", "cli"];
    let mut complaints = Vec::new();
    for path in sources().into_iter().filter(|p| speaking.contains(&room(p)) && !is_tests(p)) {
        for (number, line) in without_tests(&path).lines().enumerate() {
            for string in strings(line) {
                let words = string.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
                for word in words.filter(|w| NEVER_SAID.contains(&w.as_str())) {
                    // On the command line an error is the system's, and a key of JSON; to GitHub
                    // it is a level of its commands.
                    let is_theirs = room(&path) == "cli" || path == "src/report/github.rs";
                    if word != "error" || !is_theirs {
                        complaints.push(format!("{path}:{}: says {word:?}", number + 1));
                    }
                }
            }
        }
    }
    complain(complaints);
}

#[test]
fn no_file_names_a_place_on_one_machine() {
    // Put together here, so that this file names none.
    let places = ["work", "home", "root", "Users", "tmp", "mnt"].map(|folder| format!("/{folder}/"));
    let mut complaints = Vec::new();
    for path in files("") {
        let Ok(text) = fs::read_to_string(root().join(&path)) else { continue };
        for (number, line) in text.lines().enumerate() {
            for place in &places {
                let stands_first = line.match_indices(place.as_str()).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    before.is_none_or(|c| c.is_whitespace() || "\"'`(=:".contains(c))
                });
                if stands_first || line.contains("C:\\\\Users") {
                    complaints.push(format!("{path}:{}: {line}", number + 1));
                }
            }
        }
    }
    complain(complaints);
}

fn documents() -> Vec<String> {
    let mut documents: Vec<String> = files("docs").into_iter().filter(|p| p.ends_with(".md")).collect();
    documents.extend(["README.md".to_owned()].into_iter().filter(|p| root().join(p).exists()));
    documents
}

/// What a document names as a file: link targets, and `quoted` paths.
fn named_files(text: &str) -> Vec<String> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let links = links.filter(|l| !l.contains("://") && !l.starts_with('#'));
    let links = links.map(|l| l.split('#').next().unwrap_or(l).to_owned());
    let outside_fences: String = text.split("```").step_by(2).collect();
    let quoted = outside_fences.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let is_path = |q: &String| {
        let plain = q.chars().all(|c| c.is_alphanumeric() || "/._-".contains(c));
        let ends =
            [".rs", ".md", ".tsv", ".json", ".txt"].iter().any(|end| q.ends_with(end)) || q.ends_with('/');
        let is_toml = q.ends_with(".toml") && q.contains('/') || q == "Cargo.toml" || q == "rustfmt.toml";
        plain && (ends || is_toml) && q.len() > 1
    };
    links.chain(quoted.into_iter().filter(is_path)).collect()
}

#[test]
fn every_file_that_a_document_names_exists() {
    let mut complaints = Vec::new();
    for document in documents() {
        let path = Path::new(&document);
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        // A page about a room names its files without the room.
        let room = Path::new("src").join(path.file_stem().unwrap_or_default());
        for name in named_files(&read(&document)) {
            let places: [PathBuf; 5] =
                [folder.clone(), PathBuf::new(), "src".into(), room.clone(), room.join("train")];
            if !places.iter().any(|p| root().join(p).join(&name).exists()) {
                complaints.push(format!("{document}: no {name}"));
            }
        }
    }
    complain(complaints);
}

#[test]
fn every_dependency_is_named_with_its_reason() {
    let manifest: toml::Table = toml::from_str(&read("Cargo.toml")).unwrap();
    let design = read("docs/design.md");
    let told = chapter(&design, "Dependencies");
    let mut complaints = Vec::new();
    for table in ["dependencies", "dev-dependencies", "build-dependencies"] {
        let names = manifest.get(table).and_then(|t| t.as_table()).into_iter().flat_map(|t| t.keys());
        for name in names.filter(|name| !told.contains(&format!("`{name}`"))) {
            complaints.push(format!("docs/design.md, Dependencies: nothing of {name}"));
        }
    }
    let listed = told.lines().filter(|l| l.starts_with("| `")).flat_map(|l| {
        let first_cell = l[1..].split('|').next().unwrap_or("");
        first_cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()
    });
    let text = read("Cargo.toml");
    for name in listed.filter(|name| !text.contains(&format!("\n{name} = "))) {
        complaints.push(format!("docs/design.md, Dependencies: {name} is no longer one"));
    }
    complain(complaints);
}
