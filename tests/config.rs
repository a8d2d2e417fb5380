//! factdiff.toml, accepted differences and drafts, over several runs in one folder.
//!
//! Each test has a folder of its own with a story of two articles that differ in a toll.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const AP: &str = "---\nsource: AP\npublished: 2025-05-04\n---\n\
    Twelve people died when a bus fell into the Orle at Marlow on Saturday.\n\n\
    The driver, Tom Reed, 41, had worked for 16 hours, police chief Jane Alder said.\n";
const AFP: &str = "---\nsource: AFP\npublished: 2025-05-04\n---\n\
    Fourteen people died when a bus fell into the Orle at Marlow on Saturday.\n\n\
    The driver, Tom Reed, 43, was arrested.\n";

struct Folder(PathBuf);

/// What a run gave.
struct Ran {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Folder {
    /// An empty folder with `story/ap.txt` and `story/afp.txt` in it.
    fn new(name: &str) -> Folder {
        let folder = Folder(Path::new(env!("CARGO_TARGET_TMPDIR")).join("config").join(name));
        let _ = fs::remove_dir_all(&folder.0);
        folder.write("story/ap.txt", AP);
        folder.write("story/afp.txt", AFP);
        folder
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    fn run(&self, words: &str) -> Ran {
        self.run_in("", &words.split_whitespace().collect::<Vec<_>>())
    }

    fn run_in(&self, folder: &str, words: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdiff"));
        command.args(words).current_dir(self.0.join(folder)).stdin(Stdio::null()).env_remove("NO_COLOR");
        let git = [("COUNT", "1"), ("KEY_0", "user.name"), ("VALUE_0", "Ruth Marsh")];
        command.envs(git.map(|(key, value)| (format!("GIT_CONFIG_{key}"), value)));
        let Output { status, stdout, stderr } = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { code: status.code(), stdout: text(stdout), stderr: text(stderr) }
    }

    /// The fingerprint of the toll.
    fn toll(&self) -> String {
        let json = self.run("check --format json --kind count story").stdout;
        let report: serde_json::Value = serde_json::from_str(&json).unwrap();
        report["discrepancies"][0]["fingerprint"].as_str().expect("the toll is reported").to_owned()
    }
}

impl Ran {
    #[track_caller]
    fn ends(self, code: i32) -> Ran {
        assert_eq!(self.code, Some(code), "{}\n{}", self.stdout, self.stderr);
        self
    }

    #[track_caller]
    fn says(self, words: &str) -> Ran {
        assert!(self.stdout.contains(words), "no {words:?} in\n{}", self.stdout);
        self
    }

    #[track_caller]
    fn tells(self, words: &str) -> Ran {
        assert!(self.stderr.contains(words), "no {words:?} in\n{}", self.stderr);
        self
    }

    #[track_caller]
    fn quiet(self) -> Ran {
        assert_eq!(self.stderr, "");
        self
    }
}

#[test]
fn the_file_is_found_upward_from_the_articles() {
    let folder = Folder::new("upward");
    folder.run("check story").ends(1).says("2 conflicts");
    folder.write("factdiff.toml", "kinds = [\"age\"]\n");
    folder.run("check story").ends(1).says("1 conflict\n").quiet();
    folder.run("check story/ap.txt story/afp.txt").ends(1).says("1 conflict\n");
    folder.run_in("story", &["check", "."]).says("1 conflict\n");
    folder.run_in("story", &["check", "ap.txt", "afp.txt"]).says("1 conflict\n");
    folder.write("story/factdiff.toml", "kinds = [\"money\"]\n");
    folder.run("check story").ends(0).says("no discrepancy\n").quiet();
    folder.run("check --no-config story").says("2 conflicts");
    folder.run("check --config factdiff.toml story").says("1 conflict\n");
    folder
        .run("check --config nowhere.toml story")
        .ends(2)
        .tells("cannot read nowhere.toml: there is no such file");
}

#[test]
fn flags_win_over_the_file() {
    let folder = Folder::new("flags");
    folder.write(
        "factdiff.toml",
        "fail-on = \"never\"\nformat = \"json\"\nwithout = [\"age\"]\nmin-confidence = \"high\"\n[severity]\ncount = \"low\"\n",
    );
    let report: serde_json::Value =
        serde_json::from_str(&folder.run("check -q story").ends(0).stdout).unwrap();
    assert_eq!(report["discrepancies"].as_array().map(Vec::len), Some(1));
    assert_eq!(report["discrepancies"][0]["severity"], "low");
    folder
        .run("check --fail-on conflict --format text story")
        .ends(1)
        .says("severity low")
        .says("1 conflict, 1 agree\n");
    folder.run("check --format text --kind age story").ends(0).says("age · Tom Reed");
    let shown = folder.run("config --fail-on update story").ends(0).stdout;
    for line in [
        "# configuration: factdiff.toml",
        "min-confidence = \"high\"                  # factdiff.toml:4",
        "fail-on = \"update\"                       # flag",
        "format = \"json\"                          # factdiff.toml:2",
        "hints = true                             # default",
        "count = \"low\"                            # factdiff.toml:6",
    ] {
        assert!(shown.lines().any(|l| l == line), "no {line:?} in\n{shown}");
    }
    // What it prints is a configuration with the same outcome.
    folder.write("again.toml", &shown);
    let again = folder.run("config --config again.toml story").ends(0).stdout;
    let settings = |text: &str| {
        let lines = text.lines().map(|l| l.split('#').next().unwrap_or("").trim_end().to_owned());
        lines.filter(|l| !l.is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(settings(&shown), settings(&again));
}

#[test]
fn a_slip_in_the_file_is_shown_where_it_stands() {
    let folder = Folder::new("slips");
    folder.write("factdiff.toml", "# ours\nfail_on = \"update\"\n");
    let ran = folder.run("check story").ends(2);
    assert_eq!(ran.stdout, "");
    assert_eq!(
        ran.stderr,
        "factdiff: cannot read factdiff.toml:2:1: there is no key `fail_on`\n   fail_on = \"update\"\n   \
         ^^^^^^^\n   did you mean `fail-on`?\n"
    );
    folder.write("factdiff.toml", "format = \"jsno\"\n");
    folder
        .run("check story")
        .ends(2)
        .tells("1:10: there is no format `jsno`\n")
        .tells("did you mean `json`?");
    folder.write("factdiff.toml", "facts = \"house/facts.toml\"\n");
    folder.run("check story").ends(2).tells("there is no file house/facts.toml");
    folder.write("house/facts.toml", "[[fact]]\nname = \"Jane Alder\"\nform = 2021-05-06\n");
    folder.run("check story").ends(2).tells("cannot read house/facts.toml:3:1: there is no key `form`\n");
    folder.write("house/facts.toml", "[[fact]]\nname = \"Jane Alder\"\nfrom = 2021-05-06\n");
    folder.run("check story").ends(1).quiet();
    folder.run("config story").says("[[fact]] # factdiff.toml\nname = \"Jane Alder\"\nfrom = 2021-05-06\n");
}

#[test]
fn rules_reach_the_articles_by_path_and_by_source() {
    let folder = Folder::new("rules");
    folder.write("wires/reuters/1.txt", "Seventeen people died when a bus fell into the Orle at Marlow.\n");
    folder.write("wires/2.txt", AP);
    folder.write(
        "factdiff.toml",
        "[[path]]\nglob = \"wires/reuters/**\"\nsource = \"Reuters\"\npublished = 2025-05-05\n\
         [[source]]\nname = \"reuters\"\nlineage = \"wire\"\n[[source]]\nname = \"AP\"\nlineage = \"wire\"\n",
    );
    let ran = folder.run("check -q --format json wires").ends(0);
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let of =
        |key: &str| report["articles"].as_array().unwrap().iter().map(|a| a[key].clone()).collect::<Vec<_>>();
    assert_eq!(of("source"), ["AP", "Reuters"]);
    assert_eq!(of("published"), ["2025-05-04", "2025-05-05"]);
    assert_eq!(of("lineage"), [0, 0]);
}

#[test]
fn init_writes_a_file_that_is_read_and_writes_over_none() {
    let folder = Folder::new("init");
    folder.run("init story").ends(0).tells("wrote story/factdiff.toml");
    let starter = folder.read("story/factdiff.toml");
    folder.run("check story").ends(1).says("2 conflicts").quiet();
    folder.write("story/factdiff.toml", "kinds = [\"age\"]\n");
    folder.run("init story").ends(2).tells("story/factdiff.toml: it is there already").tells("`--force`");
    assert_eq!(folder.read("story/factdiff.toml"), "kinds = [\"age\"]\n");
    folder.run("init --force story").ends(0);
    assert_eq!(folder.read("story/factdiff.toml"), starter);
    folder.run("init nowhere").ends(2).tells("cannot write nowhere/factdiff.toml");
}

#[test]
fn an_accepted_difference_fails_no_job_until_it_is_gone() {
    let folder = Folder::new("accept");
    let toll = folder.toll();
    let ran = folder.run_in("", &["accept", &toll[..6], "story", "--because", "two counters \"here\""]);
    ran.ends(0)
        .says(&format!("accepted {toll} count: people killed\n"))
        .tells("one difference written to story/fac");
    let file = folder.read("story/factdiff-accepted.toml");
    let entry = format!(
        "[[accepted]]\nfingerprint = \"{toll}\"\nkind = \"count\"\ntopic = \"people killed\"\n\
         because = 'two counters \"here\"'\nby = \"Ruth Marsh\"\non = "
    );
    assert!(file.contains(&entry), "{file}");
    folder.run("check --kind count story").ends(0).quiet();
    folder.run("check story").ends(1).quiet();
    let json = folder.run("check --format json --quiet --kind count story").stdout;
    assert!(json.contains("\"because\": \"two counters \\\"here\\\"\""), "{json}");
    folder.run("check --no-config --kind count story").ends(1);
    // Once more changes nothing; a remark in the file stays.
    folder.write("story/factdiff-accepted.toml", &format!("{file}# ours"));
    folder.run_in("", &["accept", &toll, "story", "--because", "x"]).ends(0).tells("is accepted already");
    assert_eq!(folder.read("story/factdiff-accepted.toml"), format!("{file}# ours"));
    folder
        .run_in("", &["accept", "--all", "story", "--because", "as found", "--by", ""])
        .ends(0)
        .says("age: ");
    let all = folder.read("story/factdiff-accepted.toml");
    assert!(all.starts_with(&format!("{file}# ours\n\n[[accepted]]\n")), "{all}");
    folder.run("check story").ends(0).quiet();
    // Another figure is another difference.
    folder.write("story/afp.txt", &AFP.replace("Fourteen", "Fifteen"));
    let ran = folder.run("check story").ends(1);
    let told =
        format!("story/factdiff-accepted.toml:4: {toll} (count, people killed) is accepted, and there is no");
    ran.tells(&told).tells("take the entry out");
    folder.run("check -q story").ends(1).quiet();
}

#[test]
fn an_acceptance_runs_out_and_may_stand_in_any_file() {
    let folder = Folder::new("expiry");
    let toll = folder.toll();
    let entry = |rest: &str| format!("[[accepted]]\nfingerprint = \"{toll}\"\nbecause = \"x\"\n{rest}");
    folder.write("factdiff-accepted.toml", &entry("until = 9998-12-31\n"));
    folder.run("check --kind count story").ends(0).quiet();
    folder.write("factdiff-accepted.toml", &entry("until = 2001-01-31\n"));
    let ran = folder.run("check --kind count story").ends(1);
    ran.tells("was accepted until 2001-01-31 and is reported again").tells("a later `until`");
    folder.write("other.toml", &entry(""));
    folder.run("check --accepted other.toml --kind count story").ends(0).quiet();
    // An entry of another story is not asked for.
    let other = entry("story = \"elsewhere\"\n").replace(&toll, "0123456789abcdef");
    folder.write("elsewhere/a.txt", AP);
    folder.write("factdiff-accepted.toml", &other);
    folder.run("check --kind count story").ends(1).quiet();
    folder
        .run("check elsewhere")
        .ends(0)
        .tells("factdiff-accepted.toml:1: 0123456789abcdef is accepted, and there");
    folder.write("factdiff-accepted.toml", &entry("untill = 2001-01-31\n"));
    folder.run("check story").ends(2).tells("factdiff-accepted.toml:4:1: there is no key `untill`\n");
}

#[test]
fn the_file_stands_beside_the_configuration_and_knows_its_story() {
    let folder = Folder::new("beside");
    folder.write("factdiff.toml", "");
    let toll = folder.toll();
    folder.run_in("", &["accept", &toll, "story", "--because", "x", "--until", "2999-01-31"]).ends(0);
    let file = folder.read("factdiff-accepted.toml");
    assert!(file.ends_with("until = 2999-01-31\nstory = \"story\"\n"), "{file}");
    folder.run("check --kind count story").ends(0).quiet();
    folder
        .run_in("", &["accept", &toll, "--because", "x", "--file", "mine.toml"])
        .ends(0)
        .says(&format!("accepted {toll}\n"));
    assert!(folder.read("mine.toml").contains(&toll));
}

#[test]
fn what_cannot_be_accepted_is_told() {
    let folder = Folder::new("refused");
    let toll = folder.toll();
    for (words, told) in [
        (
            vec!["accept", &toll[..6], "--because", "x"],
            "a fingerprint has 16 hexadecimal digits, and these are 6",
        ),
        (
            vec!["accept", "toll", "--because", "x"],
            "neither a fingerprint, which has 16 hexadecimal digits, nor a file",
        ),
        (vec!["accept", "story", "--because", "x"], "no fingerprint given"),
        (vec!["accept", &toll, "--because", "  "], "cannot accept without a reason"),
        (vec!["accept", &toll], "--because <WHY>"),
        (
            vec!["accept", "0123456789abcdef", "story", "--because", "x"],
            "no difference in story has that fingerprint",
        ),
        (vec!["accept", &toll, "--because", "x", "--until", "31/1/2999"], "no day of the calendar"),
        (vec!["accept", &toll, "--because", "x", "--until", "2001-01-31"], "that day has passed"),
        (vec!["accept", "--all", "nowhere", "--because", "x"], "cannot read nowhere"),
    ] {
        folder.run_in("", &words).ends(2).tells(told);
    }
    assert!(!folder.0.join("factdiff-accepted.toml").exists());
    assert!(!folder.0.join("story/factdiff-accepted.toml").exists());
}

#[test]
fn a_comment_in_an_article_accepts_what_stands_beside_it() {
    let folder = Folder::new("inline");
    let comment = "<!-- factdiff: allow count because the ministry and the UN count differently -->";
    let marked = AP.replace("on Saturday.", &format!("on Saturday. {comment}"));
    folder.write("story/ap.txt", &marked);
    folder.run("check --kind count story").ends(0).quiet();
    let json = folder.run("check --format json -q --kind count story").stdout;
    assert!(json.contains("\"because\": \"the ministry and the UN count differently\""), "{json}");
    fs::rename(folder.0.join("story/ap.txt"), folder.0.join("story/ap.md")).unwrap();
    folder.run("check --kind count story").ends(0).quiet();
    folder.write("story/ap.md", &marked.replace("allow count", "allow money"));
    let ran = folder.run("check --kind count story").ends(1);
    ran.tells("story/ap.md:5: nothing to allow: no difference of kind money").tells("take the comment out");
    folder.write("story/ap.md", &marked.replace("allow count", "allow cuont"));
    folder
        .run("check --kind count story")
        .ends(1)
        .tells("ap.md:5: there is no kind `cuont`")
        .tells("`count`?");
    folder.run("check -q --kind count story").ends(1).quiet();
}

#[test]
fn a_draft_is_checked_against_its_sources() {
    let folder = Folder::new("draft");
    let draft = "# Bus falls into river\n\nSeventeen people died when a bus fell into the Orle at Marlow.\n\n\
        The driver, Tom Reed, 41, and the guide, Ruth Marsh, were questioned.\n\n\
        “The brakes had failed twice before,” Alder said.\n";
    folder.write("draft.md", draft);
    let ran = folder.run("check --draft draft.md story").ends(1);
    let toll = ran.stdout.find("Seventeen people").expect("the toll is reported");
    assert!(toll < ran.stdout.find("Twelve people").unwrap(), "{}", ran.stdout);
    let ran = ran.says("unsupported in the draft\n").says("draft:5 ").says("draft:7 quote-wording ").quiet();
    let list = &ran.stdout[ran.stdout.find("unsupported").unwrap()..];
    assert!(list.contains("Ruth Marsh") && !list.contains("Seventeen") && list.contains("^^^"), "{list}");
    let json = folder.run("check -q --draft draft.md --format json story").stdout;
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(report["draft"], "draft");
    let texts: Vec<&str> =
        report["unsupported"].as_array().unwrap().iter().map(|c| c["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["Ruth Marsh", "The brakes had failed twice before,"]);
    assert_eq!(report["unsupported"][1]["line"], 7);
    assert_eq!(report["discrepancies"][0]["readings"][0]["claims"][0]["article"], "draft");
    // The sources differ in the driver's age; that is nothing of a draft without it.
    folder.write("draft.md", "Tom Reed drove the bus that fell into the Orle.\n");
    folder.run("check --draft draft.md story").ends(0).says("no discrepancy");
    // A draft that lies with its sources is read once.
    folder.write("story/draft.md", draft);
    folder.run("check --draft story/draft.md story").ends(1).says("unsupported in the draft\n");
    folder.run("check --draft story story").ends(2).tells("cannot check the draft story: it is no article");
    folder.run("check --draft nowhere.md story").ends(2).tells("cannot read nowhere.md");
}
