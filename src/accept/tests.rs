use super::*;
use crate::article::Cluster;
use crate::claim::Kind;
use crate::read;

fn file(text: &str) -> Result<Accepted, String> {
    let document = Document { shown: NAME.to_owned(), text: text.to_owned() };
    let entries = entry::entries(&document).map_err(|e| e.to_string())?;
    Ok(Accepted { shown: document.shown, folder: PathBuf::new(), entries })
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn report() -> Report {
    crate::check(&Cluster::new(vec![
        read::article("ap", None, None, None, "Twelve people died in the fire at Marlow."),
        read::article("afp", None, None, None, "Fourteen people died in the fire at Marlow."),
    ]))
}

/// Whether the one difference is accepted on that day, and what is told.
fn marked(entries: &str, today: &str) -> (bool, Vec<String>) {
    let mut report = report();
    let fingerprint = report.discrepancies()[0].fingerprint.clone();
    let accepted = file(&entries.replace("THIS", &fingerprint)).unwrap_or_else(|e| panic!("{e}"));
    let notices = accepted.mark(&mut report, &[PathBuf::from("story")], day(today));
    (report.discrepancies()[0].accepted.is_some(), notices.iter().map(Notice::to_string).collect())
}

const ENTRY: &str = "[[accepted]]\nfingerprint = \"THIS\"\nbecause = \"two counters\"\n";

#[test]
fn an_entry_holds_up_to_its_last_day() {
    assert_eq!(marked(ENTRY, "2026-11-21"), (true, vec![]));
    let until = format!("{ENTRY}until = 2027-01-31\n");
    assert_eq!(marked(&until, "2027-01-31"), (true, vec![]));
    let (accepted, notices) = marked(&until, "2027-02-01");
    assert!(!accepted);
    assert!(notices[0].contains(":1: ") && notices[0].contains("until 2027-01-31 and is reported again\n"));
    // A newer entry holds in its place.
    assert_eq!(marked(&format!("{until}{ENTRY}"), "2027-02-01"), (true, vec![]));
}

#[test]
fn an_entry_whose_difference_is_gone_is_told() {
    let gone = ENTRY.replace("THIS", "0123456789abcdef") + "kind = \"count\"\ntopic = \"people hurt\"\n";
    let (accepted, notices) = marked(&format!("# old\n\n{gone}"), "2026-11-21");
    assert!(!accepted);
    assert_eq!(
        notices,
        [
            "factdiff-accepted.toml:3: 0123456789abcdef (count, people hurt) is accepted, and there is no such \
          difference any more\n   take the entry out; if it is of another story, add `story = \"folder\"` to it"
        ]
    );
}

#[test]
fn what_is_written_is_read_again() {
    let entry = Entry {
        fingerprint: "7c1f09d2a5e8b364".to_owned(),
        kind: Some(Kind::Count),
        topic: Some("“people” killed · \"Marlow\"".to_owned()),
        because: "two counters: C:\\new\nand old".to_owned(),
        by: Some("J. 'D' Doe".to_owned()),
        on: Some(day("2026-11-21")),
        until: None,
        story: Some("stories/fire".to_owned()),
        line: 4,
    };
    let text = format!("{HEAD}{}{}", entry.to_toml(), entry.to_toml());
    let read = file(&text).unwrap_or_else(|e| panic!("{e}\n{text}"));
    let because = "two counters: C:\\new and old".to_owned();
    assert_eq!(read.entries.len(), 2);
    assert_eq!(read.entries[0], Entry { because, ..entry });
}

#[test]
fn an_entry_that_cannot_be_read_is_shown() {
    for (text, wanted) in [
        (
            "[[accepted]]\nfingerprint = \"7c1f\"\nbecause = \"x\"",
            "2:15: a fingerprint has 16 hexadecimal digits",
        ),
        ("[[accepted]]\nfingerprint = \"7c1f09d2a5e8b36g\"\nbecause = \"x\"", "has 16 hexadecimal digits"),
        ("[[accepted]]\nfingerprint = \"7c1f09d2a5e8b364\"", "1:1: there is no `because` in it"),
        ("[[accepted]]\nfingerprint = \"7c1f09d2a5e8b364\"\nbecause = \"\"", "nothing between"),
        (
            &(ENTRY.replace("THIS", "7c1f09d2a5e8b364") + "until = \"soon\""),
            "`soon` is no day of the calendar",
        ),
        (&(ENTRY.replace("THIS", "7c1f09d2a5e8b364") + "untill = 2027-01-31"), "did you mean `until`?"),
        ("[[acepted]]", "did you mean `accepted`?"),
    ] {
        let told = file(text).err().unwrap_or_else(|| panic!("no complaint about {text}"));
        assert!(told.contains(wanted), "{text}\n{told}");
    }
    assert_eq!(file(HEAD).map(|f| f.entries.len()), Ok(0));
}
