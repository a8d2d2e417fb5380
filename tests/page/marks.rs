//! Marks: made, kept over a reload, exported as the file factdiff reads, and imported.

use std::fs;

use serde_json::json;

use super::browser::{Browser, ENTER};
use super::{STORY, cluster, page, showing};
use factdiff::discrepancy::Acceptance;

fn choose(browser: &Browser, topic: &str) {
    browser.js(&format!("openTopic(story.topics.find(t => t.topic === '{topic}' && isDiscrepancy(t)))"));
}

/// Marks the chosen difference as fine, as a person does: a, the reason, Enter.
fn accept(browser: &Browser, because: &str) {
    browser.press("a");
    browser.wait("$('accept').open && document.activeElement.id === 'because'");
    browser.press(because);
    browser.press(ENTER);
    // The mark is set when the browser tells that the dialog has closed, a moment later.
    browser.wait(&format!(
        "!$('accept').open && story.topics.some(t => isDiscrepancy(t) && markInWords(markOf(t)).includes('{because}'))"
    ));
}

fn state(browser: &Browser, topic: &str) -> String {
    browser.text(&format!(
        "markInWords(markOf(story.topics.find(t => t.topic === '{topic}' && isDiscrepancy(t))))"
    ))
}

#[test]
fn a_mark_stays_with_its_difference() {
    let Some((browser, path)) = showing("stays", STORY) else { return };
    choose(&browser, "people killed");
    accept(&browser, "Two counters");
    choose(&browser, "words of Netanyahu");
    browser.press("rn");
    browser.press("asked the \"desk\"");
    browser.js("document.activeElement.blur()");
    let (killed, words) = ("fine: Two counters", "real · note: asked the \"desk\"");
    assert_eq!(
        (state(&browser, "people killed").as_str(), state(&browser, "words of Netanyahu").as_str()),
        (killed, words)
    );
    browser.open(&path);
    assert_eq!(
        (state(&browser, "people killed").as_str(), state(&browser, "words of Netanyahu").as_str()),
        (killed, words)
    );
    assert!(browser.text("document.querySelector('#list [data-mark=fine]').textContent").contains(killed));
    assert!(browser.text("$('progress').textContent").ends_with("2 checked"));
    // The report made anew, under another name, finds them again.
    browser.show("again.html", &page(&cluster(STORY)));
    assert_eq!(state(&browser, "people killed"), killed);
    choose(&browser, "people killed");
    browser.press("o");
    assert_eq!(state(&browser, "people killed"), "open");
    browser.open(&path);
    assert_eq!(state(&browser, "people killed"), "open");
}

#[test]
fn nothing_is_fine_without_a_reason() {
    let Some((browser, _)) = showing("reason", STORY) else { return };
    choose(&browser, "people killed");
    browser.press("a");
    browser.press("  ");
    browser.press(ENTER);
    assert!(browser.is("$('accept').open"));
    assert_eq!(state(&browser, "people killed"), "open");
    browser.click("[data-reason='Two counters']");
    browser.click("#accept button[type=submit]");
    browser.wait("!$('accept').open");
    assert_eq!(state(&browser, "people killed"), "fine: Two counters");
}

#[test]
fn a_reason_goes_to_the_difference_it_was_asked_for() {
    let Some((browser, _)) = showing("asked", STORY) else { return };
    choose(&browser, "people killed");
    browser.press("a");
    browser.wait("$('accept').open");
    choose(&browser, "words of Netanyahu");
    browser.js("$('because').focus()");
    browser.press("Two counters");
    browser.press(ENTER);
    browser.wait("!$('accept').open");
    assert_eq!(state(&browser, "people killed"), "fine: Two counters");
    assert_eq!(state(&browser, "words of Netanyahu"), "open");
}

#[test]
fn marks_go_out_as_the_file_that_factdiff_reads_and_come_back() {
    let Some((browser, path)) = showing("exchange", STORY) else { return };
    let because = "Two counters: “ministry” \\ and 'UN' \"both\" 東京 🙂";
    choose(&browser, "people killed");
    browser.press("a");
    browser.wait("$('accept').open");
    browser.js(&format!(
        "$('because').value = {}; $('by').value = 'jd'; $('until').value = '2031-01-31'; \
             $('because').dispatchEvent(new Event('input'))",
        json!(because)
    ));
    browser.press(ENTER);
    browser.wait("!$('accept').open");
    choose(&browser, "words of Netanyahu");
    browser.press("r");
    browser.click("#exchange-open");
    assert!(browser.text("$('exchange-state').textContent").starts_with("1 fine, 1 real, "));
    browser.click("#export-toml");
    let file = browser.download("factdiff-accepted.toml");
    let table: toml::Table = toml::from_str(&file).unwrap_or_else(|e| panic!("{e}\n{file}"));
    let entries = table["accepted"].as_array().expect("a list");
    assert_eq!(entries.len(), 1, "what is real is not accepted: {file}");
    let entry = entries[0].as_table().unwrap();
    let report = factdiff::check(&cluster(STORY));
    let topic = report.topics.iter().find(|t| t.topic == "people killed").unwrap();
    let text = |key: &str| entry[key].as_str().unwrap();
    assert_eq!(text("fingerprint"), topic.fingerprint);
    assert_eq!(
        (text("kind"), text("topic"), text("because"), text("by")),
        ("count", "people killed", because, "jd")
    );
    assert!(entry["on"].is_datetime() && entry["until"].to_string() == "2031-01-31", "{file}");
    assert_eq!(file, browser.text("$('export-text').value"));

    browser.click("#export-json");
    let marks = browser.download("factdiff-marks.json");
    // Another browser knows nothing of it, until the files are imported.
    browser.js("localStorage.clear()");
    browser.open(&path);
    assert_eq!(state(&browser, "people killed"), "open");
    browser.js("$('exchange').showModal()");
    browser.upload("#import", &browser.folder.join("downloads/factdiff-accepted.toml"));
    browser.wait("$('import-state').textContent === 'Imported 1 mark.'");
    assert_eq!(state(&browser, "people killed"), format!("fine: {because}, jd, until 2031-01-31"));
    assert_eq!(state(&browser, "words of Netanyahu"), "open");
    assert_eq!(browser.text("$('export-text').value"), file, "what came in goes out as it was");
    assert!(marks.contains("\"real\""), "{marks}");
    browser.upload("#import", &browser.folder.join("downloads/factdiff-marks.json"));
    browser.wait("$('import-state').textContent === 'Imported 2 marks.'");
    assert_eq!(state(&browser, "words of Netanyahu"), "real");
}

#[test]
fn a_file_is_read_as_toml_writes_it_or_refused_with_its_line() {
    let Some((browser, _)) = showing("toml", STORY) else { return };
    let import = |text: &str| {
        let path = browser.folder.join("in.toml");
        fs::write(&path, text).unwrap();
        browser.js("$('import-state').textContent = ''; $('exchange').open || $('exchange').showModal()");
        browser.upload("#import", &path);
        browser.wait("$('import-state').textContent !== ''");
        browser.text("$('import-state').textContent")
    };
    let report = factdiff::check(&cluster(STORY));
    let mark = &report.topics.iter().find(|t| t.topic == "people killed").unwrap().fingerprint;
    let odd = format!(
        "# ours\r\n[[accepted]] # one\r\nfingerprint = '{mark}'\r\nbecause = \"\"\"\r\nTwo \\\r\n  counters, \\u201cso\\u201d\"\"\"\r\n\
         on = 2026-11-21 # day\r\n\r\n[[ accepted ]]\nfingerprint=\"0123456789abcdef\"\nbecause='it''s' # no\n"
    );
    let wanted: Result<toml::Table, _> = toml::from_str(&odd);
    assert!(wanted.is_err() && import(&odd).contains("line 11: expected the end of the line"));
    let odd = odd.replace("'it''s'", "'its'");
    let wanted: toml::Table = toml::from_str(&odd).unwrap();
    assert_eq!(import(&odd), "Imported 1 mark; 1 of other stories kept for the next export.");
    // What we read and write is what another reader of TOML makes of the same file.
    let ours: toml::Table = toml::from_str(&browser.text("$('export-text').value")).unwrap();
    let pick = |table: &toml::Table, n: usize, key: &str| table["accepted"][n].get(key).cloned();
    for (n, key) in [(0, "fingerprint"), (0, "because"), (0, "on"), (1, "fingerprint"), (1, "because")] {
        assert_eq!(pick(&ours, n, key), pick(&wanted, n, key), "{n} {key}");
    }
    for (bad, what) in [
        ("[[accepted]]\nfingerprint = \"a\"\n", "a has no reason"),
        ("[[accepted]]\nbecause = \"b\"\n", "has no fingerprint"),
        ("\n[other]\n", "line 2: expected [[accepted]]"),
        ("because = \"b\"\n", "line 1: expected [[accepted]] before"),
        ("[[accepted]]\nuntil = tomorrow\n", "line 2: `until` is a day"),
        ("[[accepted]]\nsince = 2026-01-01\n", "line 2: no key `since`"),
        ("{\"marks\": 1}", "holds no marks"),
        ("{", "Nothing imported"),
    ] {
        assert!(import(bad).contains(what), "{bad} gives {}", browser.text("$('import-state').textContent"));
    }
}

#[test]
fn marks_work_where_the_browser_keeps_nothing() {
    let Some(browser) = Browser::start("refused") else { return };
    let refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })";
    browser.command("Page.addScriptToEvaluateOnNewDocument", json!({"source": refuse}));
    browser.show("report.html", &page(&cluster(STORY)));
    choose(&browser, "people killed");
    accept(&browser, "Two counters");
    assert_eq!(state(&browser, "people killed"), "fine: Two counters");
    assert!(browser.text("$('progress').textContent").contains("marks are not kept: export them"));
    browser.click("#exchange-open");
    assert!(browser.text("$('export-text').value").contains("because = \"Two counters\""));
    assert!(browser.text("$('exchange-state').textContent").contains("keeps nothing"));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn what_the_house_has_accepted_is_fine_from_the_start() {
    let Some(browser) = Browser::start("accepted") else { return };
    let cluster = cluster(STORY);
    let mut report = factdiff::check(&cluster);
    let topic = report.topics.iter_mut().find(|t| t.topic == "people killed").unwrap();
    topic.accepted =
        Some(Acceptance { because: "Two <b>counters</b>".into(), by: Some("jd".into()), until: None });
    let page = factdiff::report::html(&cluster, &report, &Default::default());
    let path = browser.show("report.html", &page);
    assert_eq!(state(&browser, "people killed"), "fine: Two <b>counters</b>, jd");
    assert!(
        browser
            .text("writeAccepted(acceptedEntries())")
            .contains("because = \"Two <b>counters</b>\"\nby = \"jd\"\n")
    );
    choose(&browser, "people killed");
    browser.press("o");
    browser.open(&path);
    assert_eq!(state(&browser, "people killed"), "open", "the checker's word outlives the file's");
    assert!(!browser.text("writeAccepted(acceptedEntries())").contains("[[accepted]]"));
}
