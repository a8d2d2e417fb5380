use super::*;
use crate::article::Cluster;
use crate::read;

fn config(text: &str) -> Result<Config, String> {
    let document = Document { shown: NAME.to_owned(), text: text.to_owned() };
    keys::config(&document, PathBuf::new()).map_err(|e| e.to_string())
}

fn good(text: &str) -> Config {
    config(text).unwrap_or_else(|e| panic!("{e}"))
}

/// The complaint about `text` in full.
fn complaint(text: &str) -> String {
    config(text).err().unwrap_or_else(|| panic!("no complaint about {text}"))
}

#[test]
fn every_key_is_read() {
    let config = good(&starter::uncommented().replace("facts = \"facts.toml\"", ""));
    assert_eq!(config.kinds.as_ref().map(|s| s.value.len()), Some(5));
    assert_eq!(config.without.as_ref().map(|s| s.value.clone()), Some(vec![Kind::Place, Kind::Duration]));
    assert_eq!(config.min_confidence.as_ref().map(|s| s.value), Some(Confidence::Medium));
    assert_eq!(config.fail_on.as_ref().map(|s| s.value), Some(Some(Verdict::Conflict)));
    assert_eq!(config.format.as_ref().map(|s| s.value.as_str()), Some("text"));
    assert_eq!(config.hints.as_ref().map(|s| s.value), Some(true));
    assert_eq!(config.severity[0].0, Kind::Count);
    assert_eq!(config.severity[0].1.value, Severity::High);
    let [path, source] = &config.rules[..] else { panic!("{:?}", config.rules) };
    assert_eq!(path.whom, Whom::Path("wires/ap/**/*.txt".into()));
    assert_eq!(path.published.map(|d| d.to_string()).as_deref(), Some("2026-11-21"));
    assert_eq!(source.lineage.as_deref(), Some("AP"));
    assert_eq!(source.without, [Kind::Duration]);
    assert_eq!(config.aliases, [Alias { name: "Kyiv".into(), also: vec!["Kiev".into()] }]);
    assert_eq!(config.facts[0].role.as_deref(), Some("mayor of Marlow"));
    assert_eq!(config.counters.len(), 2);
}

#[test]
fn the_starter_parses_as_it_is_and_line_by_line() {
    assert_eq!(good(starter::STARTER).rules, []);
    let text = starter::uncommented();
    assert!(text.lines().filter(|line| line.contains('=')).count() >= 20, "{text}");
    // Each setting by itself, under the table it stands in.
    let mut head = "";
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if line.starts_with('[') {
            head = line;
            continue;
        }
        if line.starts_with("facts =") {
            continue;
        }
        let needed = match head {
            "[[path]]" if !line.starts_with("glob") => "glob = \"*\"\n",
            "[[source]]" | "[[fact]]" if !line.starts_with("name") => "name = \"x\"\n",
            "[[alias]]" if line.starts_with("name") => "also = [\"y\"]\n",
            "[[alias]]" => "name = \"x\"\n",
            _ => "",
        };
        good(&format!("{head}\n{needed}{line}\n"));
    }
}

#[test]
fn an_unknown_key_is_shown_with_the_nearest() {
    assert_eq!(
        complaint("# ours\nmin-confidnce = \"high\"\n"),
        "cannot read factdiff.toml:2:1: there is no key `min-confidnce`\n   \
         min-confidnce = \"high\"\n   ^^^^^^^^^^^^^\n   did you mean `min-confidence`?"
    );
    assert!(complaint("zzz = 1").ends_with(
        "keys are kinds, without, min-confidence, fail-on, format, hints, severity, path, source, alias, \
         facts, fact, counters"
    ));
    assert!(complaint("[[path]]\nglobb = \"*\"").contains("there is no key `globb`"));
    assert!(complaint("[[path]]\nsource = \"AP\"").contains("there is no `glob` in it"));
    assert!(complaint("[[path]]\nglob = \"*\"\nlinage = \"AP\"").ends_with("did you mean `lineage`?"));
    assert!(complaint("[severity]\ncuont = \"high\"").ends_with("did you mean `count`?"));
    assert!(complaint("kinds = [\"count\", \"nane\"]").contains("1:19: there is no kind `nane`"));
}

#[test]
fn a_value_that_does_not_fit_is_shown() {
    for (text, wanted) in [
        ("hints = \"no\"", "1:9: true or false is wanted here, and this is a text"),
        ("kinds = \"count\"", "1:9: a list is wanted here, and this is a text"),
        ("kinds = []", "there is no kind in the list"),
        ("format = 3", "a text is wanted here, and this is a number"),
        ("min-confidence = \"hihg\"", "did you mean `high`?"),
        ("fail-on = \"always\"", "choose among conflict, update, minor, never"),
        ("severity = \"high\"", "a table is wanted here, and this is a text"),
        ("[alias]\nname = \"x\"", "write it with two brackets: `[[alias]]`"),
        ("[[alias]]\nname = \"x\"", "there is no `also` in it\n   [[alias]]"),
        ("[[alias]]\nname = \" \"\nalso = []", "there is nothing between the quotation marks"),
        ("[[source]]\nname = \"AP\"\npublished = \"21/11/2026\"", "`21/11/2026` is no day of the calendar"),
        ("[[source]]\nname = \"AP\"\npublished = 2026", "a day is wanted here, and this is a number"),
        ("[[source]]\nname = \"AP\"\npublished = 2026-11-21T10:00:00", "is no day of the calendar"),
        ("[[fact]]\nname = \"x\"\nfrom = 2026-02-02\nuntil = 2026-02-01", "4:9: this is before `from`"),
        ("[[path]]\nglob = \"/ap\"", "a glob stays inside the folder of this file"),
        ("counters = [\"UN\"]", "a list is wanted here, and this is a text"),
        ("kinds = [\"count\"]\nwithout = [\"count\"]", "2:1: this leaves no kind to report"),
        ("facts = \"nowhere.toml\"", "there is no file nowhere.toml"),
        ("kinds = [\"count\"", "cannot read factdiff.toml:1:"),
        ("hints = true\nhints = false", "cannot read factdiff.toml:2:1:"),
        ("published = 2026-02-30", "cannot read factdiff.toml:1:"),
    ] {
        let told = complaint(text);
        assert!(told.contains(wanted), "{text}\n{told}");
        assert!(told.contains("^\n   ") && told.lines().count() == 4, "{told}");
    }
}

#[test]
fn kinds_are_those_named_without_those_left_out() {
    assert_eq!(good("").reported_kinds(), []);
    assert_eq!(good("kinds = [\"count\", \"age\"]\nwithout = [\"age\"]").reported_kinds(), [Kind::Count]);
    let without = good("without = [\"age\"]").reported_kinds();
    assert_eq!(without.len(), Kind::ALL.len() - 1);
    assert!(!without.contains(&Kind::Age));
}

fn cluster() -> Cluster {
    Cluster::new(vec![
        read::article("ap-1", None, Some("AP"), None, "Twelve people died in the fire."),
        read::article("afp-1", None, None, Some("2025-05-11"), "Fourteen people died in the fire."),
        read::article("echo", None, Some("Echo"), None, "Seventeen people died in the fire."),
    ])
}

#[test]
fn rules_fill_in_what_an_article_does_not_say() {
    let config = good(
        "[[path]]\nglob = \"*-1\"\nsource = \"AFP\"\npublished = 2026-01-02\n\
         [[source]]\nname = \"afp\"\nlineage = \"wire\"\n[[source]]\nname = \"Echo\"\nlineage = \"wire\"",
    );
    let cluster = config.complete(cluster());
    let [ap, afp, echo] = cluster.articles() else { panic!("three") };
    assert_eq!((ap.source.as_deref(), ap.lineage()), (Some("AP"), None));
    assert_eq!(ap.published.map(|d| d.to_string()).as_deref(), Some("2026-01-02"));
    assert_eq!((afp.source.as_deref(), afp.lineage()), (Some("AFP"), Some("wire")));
    assert_eq!(afp.published.map(|d| d.to_string()).as_deref(), Some("2025-05-11"));
    let mut report = crate::check(&cluster);
    report.lineages = vec![0, 1, 2];
    apply_lineages(&cluster, &mut report);
    assert_eq!(echo.lineage(), Some("wire"));
    assert_eq!(report.lineages, [0, 1, 1]);
    // A copy of one declared article goes with it; two declared ones stay apart.
    report.lineages = vec![1, 1, 2];
    apply_lineages(&cluster, &mut report);
    assert_eq!(report.lineages, [0, 0, 0]);
}

#[test]
fn an_article_without_a_kind_is_no_side_in_it() {
    let cluster = cluster();
    let topics = |text: &str| {
        let mut report = crate::check(&cluster);
        good(text).leave_out(&cluster, &mut report);
        report.discrepancies().len()
    };
    assert_eq!(topics(""), 1);
    assert_eq!(topics("[[source]]\nname = \"AP\"\nwithout = [\"count\"]"), 1);
    assert_eq!(topics("[[source]]\nname = \"AP\"\nalso = [\"Echo\"]\nwithout = [\"count\"]"), 0);
    assert_eq!(topics("[[source]]\nname = \"AP\"\nalso = [\"Echo\"]\nwithout = [\"age\"]"), 1);
}

#[test]
fn severity_is_what_the_house_says() {
    let cluster = cluster();
    let mut report = crate::check(&cluster);
    assert_eq!(report.discrepancies()[0].severity, Severity::High);
    good("[severity]\ncount = \"low\"").weigh(&mut report);
    assert_eq!(report.discrepancies()[0].severity, Severity::Low);
}
