//! The JSON Schemas in docs/: made from our structs, and kept by all that the program prints.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::{file, json_file, json_in, printed_in, root, schema, stories};

const DRAFT: &str = "corpus/draft-and-wires/articles/draft.md";
const WIRES: &str = "corpus/draft-and-wires/articles";

fn published() -> [(&'static str, String); 6] {
    [
        ("report", factdiff::report::report_schema()),
        ("line", factdiff::report::line_schema()),
        ("answer", factdiff::report::answer_schema()),
        ("claim", factdiff::report::claim_schema()),
        ("why", factdiff::why::schema()),
        ("eval", factdiff::eval::schema()),
    ]
}

/// `BLESS=1 cargo test` writes the files anew.
#[test]
fn the_published_schemas_are_up_to_date() {
    for (name, made) in published() {
        let path = format!("docs/schemas/{name}.schema.json");
        if std::env::var_os("BLESS").is_some() {
            fs::create_dir_all(root().join("docs/schemas")).unwrap();
            fs::write(root().join(&path), &made).unwrap();
        }
        assert!(file(&path) == made, "{path} is out of date: run BLESS=1 cargo test --test formats");
        assert!(file("docs/reference.md").contains(&format!("schemas/{name}.schema.json")), "{path}");
    }
}

/// Fails where the schema of that name does not allow `value`, and where it says nothing
/// of one of its fields.
fn holds(name: &str, value: &Value, what: &str) {
    let mut schema = json_file(&format!("docs/schemas/{name}.schema.json"));
    assert_eq!(schema::complaints(&schema, value), Vec::<String>::new(), "{what}");
    // One of two shapes: closed, each would refuse what the other allows.
    if schema.get("anyOf").is_none() {
        close(&mut schema);
        assert_eq!(schema::complaints(&schema, value), Vec::<String>::new(), "{what}");
    }
}

/// Lets every object have the fields that are described, and no other.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(rules) => {
            if rules.contains_key("properties") && !rules.contains_key("additionalProperties") {
                rules.insert("additionalProperties".to_owned(), json!(false));
            }
            rules.values_mut().for_each(close);
        }
        Value::Array(several) => several.iter_mut().for_each(close),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Each line of what the program prints.
fn lines(arguments: &[&str], input: &str) -> Vec<Value> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_factdiff"))
        .args(arguments)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    program.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let printed = String::from_utf8(program.wait_with_output().unwrap().stdout).unwrap();
    assert!(!printed.is_empty(), "{arguments:?}");
    printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn reports_and_their_lines_hold_to_their_schemas() {
    for story in stories() {
        holds("report", &json_in(root(), &["--all", "--format", "json", &story]), &story);
        for line in printed_in(root(), &["--all", "--format", "jsonl", &story]).lines() {
            holds("line", &serde_json::from_str(line).unwrap(), &story);
        }
    }
    holds("report", &json_in(root(), &["--format", "json", "--draft", DRAFT, WIRES]), DRAFT);
    let printed = printed_in(root(), &["--format", "jsonl", "--draft", DRAFT, WIRES]);
    assert!(printed.contains("\"unsupported\":{"), "{printed}");
    for line in printed.lines() {
        holds("line", &serde_json::from_str(line).unwrap(), DRAFT);
    }
}

#[test]
fn claims_hold_to_their_schema() {
    let files = ["corpus/a-saved-page-and-a-draft/articles", "corpus/envoys-and-tolls/articles"];
    for claim in lines(&["claims", "--format", "jsonl", files[0], files[1]], "") {
        holds("claim", &claim, files[0]);
    }
}

#[test]
fn answers_hold_to_their_schema() {
    let input = file("docs/examples/stories.jsonl") + "{\"id\": 7}\nnot JSON\n";
    let answers = lines(&["batch"], &input);
    assert!(answers.iter().any(|answer| answer.get("error").is_some()));
    answers.iter().for_each(|answer| holds("answer", answer, "batch"));
    let schema = json_file("docs/schemas/answer.schema.json");
    assert!(!schema::complaints(&schema, &json!({ "id": 1 })).is_empty());
}

#[test]
fn findings_and_evaluations_hold_to_their_schemas() {
    let story = "corpus/envoys-and-tolls/articles";
    for places in [["Courier:8:48", "Herald:8:116"], ["Courier:8", "Herald:8"], ["Courier:1", "Herald:2"]] {
        let arguments = ["why", "--format", "json", places[0], places[1], story];
        let output = Command::new(env!("CARGO_BIN_EXE_factdiff"))
            .args(arguments)
            .current_dir(root())
            .output()
            .unwrap();
        let found = serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{arguments:?}: {e}"));
        holds("why", &found, &format!("{arguments:?}"));
    }
    let output = Command::new(env!("CARGO_BIN_EXE_factdiff"))
        .args(["eval", "-q", "--format", "json", "corpus"])
        .current_dir(root())
        .output()
        .unwrap();
    holds("eval", &serde_json::from_slice(&output.stdout).unwrap(), "eval");
}
