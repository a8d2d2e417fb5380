//! Looks: phone, dark, paper, and what axe-core finds; pictures for the guide on demand.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;

use super::browser::{Browser, is_demanded};
use super::{STORY, showing};

#[test]
fn it_fits_a_phone() {
    let Some((browser, path)) = showing("phone", STORY) else { return };
    browser.size(390, 844);
    browser.open(&path);
    let fits = |what: &str| {
        let wide = browser.number("document.documentElement.scrollWidth");
        assert!(wide <= 390.0, "{what} is {wide} wide");
    };
    fits("the list");
    assert!(browser.is("!$('detail').checkVisibility() && $('list').checkVisibility()"));
    browser.click("#list li:nth-child(4) a");
    browser.wait("$('detail').checkVisibility() && !$('list').checkVisibility()");
    fits("a difference");
    browser.wait("document.querySelector('#articles mark')");
    browser.click("#back");
    browser.wait("$('list').checkVisibility()");
    assert_eq!(browser.text("document.activeElement.dataset.topic"), "3");
    browser.click("#filters-toggle");
    assert!(browser.is("$('kind').checkVisibility()"));
    fits("the filters");
    for view in ["matrix", "timeline"] {
        browser.click(&format!("[data-view={view}]"));
        fits(view);
    }
}

/// How light the ground of the page is, from 0 to 255.
fn ground(browser: &Browser) -> f64 {
    browser.number("(c => (c[0] + c[1] + c[2]) / 3)(getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number))")
}

#[test]
fn light_and_dark_follow_the_system_until_the_button_is_pressed() {
    let Some((browser, path)) = showing("dark", STORY) else { return };
    browser.media("screen", "light");
    assert!(ground(&browser) > 200.0);
    browser.media("screen", "dark");
    browser.wait("document.documentElement.dataset.theme === 'dark'");
    assert!(ground(&browser) < 60.0);
    browser.click("#theme");
    assert!(ground(&browser) > 200.0);
    browser.open(&path);
    assert!(ground(&browser) > 200.0, "the choice outlives a reload");
}

#[test]
fn paper_gets_the_differences_in_full_with_their_marks() {
    let Some((browser, _)) = showing("paper", STORY) else { return };
    browser.js("setMark(story.topics.find(t => t.topic === 'people killed' && isDiscrepancy(t)), { state: 'fine', because: 'Two counters' })");
    browser.js("$('kind').value = 'count'; $('kind').dispatchEvent(new Event('change')); window.dispatchEvent(new Event('beforeprint'))");
    browser.media("print", "dark");
    assert!(
        browser.is("!document.querySelector('.masthead').checkVisibility() && !$('list').checkVisibility()")
    );
    let shown = browser.text("[...document.querySelectorAll('#plain .difference')].filter(d => d.checkVisibility()).map(d => d.innerText).join('\\n')");
    assert!(shown.contains("at least 67,160 people have been killed since the war began"), "{shown}");
    assert!(shown.contains("fine: Two counters") && !shown.contains("Witkoff"), "{shown}");
    assert!(browser.is("getComputedStyle(document.documentElement).colorScheme === 'light'"));
    // Without scripts the same stands on the screen.
    browser.media("screen", "light");
    browser.js("document.documentElement.classList.remove('scripted')");
    assert!(browser.is("$('plain').checkVisibility() && !$('list').checkVisibility()"));
}

fn axe() -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/axe/node_modules/axe-core/axe.min.js");
    let found = fs::read_to_string(path).ok();
    assert!(found.is_some() || !is_demanded(), "FACTDIFF_BROWSER_TESTS=1, and no axe-core in target/axe");
    found
}

#[test]
fn axe_finds_nothing_serious() {
    let Some((browser, path)) = showing("axe", STORY) else { return };
    let Some(axe) = axe() else {
        eprintln!("axe: skipped, for there is no axe-core in target/axe");
        return;
    };
    const SIGHTS: [(&str, &str); 7] = [
        ("differences", "go('differences')"),
        (
            "a mark",
            "setMark(state.chosen, { state: 'fine', because: 'Two counters' }); setMark(inView[1], { state: 'real', note: 'asked' })",
        ),
        ("matrix", "go('matrix')"),
        ("timeline", "go('timeline')"),
        ("help", "go('differences'); $('help').showModal()"),
        ("acceptance", "$('help').close(); choose(inView[2]); markChosen('fine')"),
        ("exchange", "$('accept').close(); $('exchange-open').click()"),
    ];
    for (scheme, width) in [("light", 1440), ("dark", 1440), ("light", 390)] {
        browser.size(width, 900);
        browser.media("screen", scheme);
        browser.open(&path);
        browser.js(&axe);
        for (sight, script) in SIGHTS {
            browser.js(script);
            browser.js("window.found = null; axe.run(document, { resultTypes: ['violations'] }).then(r => { window.found = r.violations })");
            browser.wait("window.found !== null");
            let bad = browser.text(
                "window.found.filter(v => ['serious', 'critical'].includes(v.impact))\
                 .map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 120) + ' ' + n.failureSummary).join(' | ')}`).join('\\n')",
            );
            assert_eq!(bad, "", "{sight}, {scheme}, {width} wide");
        }
    }
}

/// Pictures of the guide: `FACTDIFF_SCREENSHOTS=docs/images cargo test --test page`.
#[test]
fn pictures_for_the_guide_on_demand() {
    let Some(folder) = std::env::var_os("FACTDIFF_SCREENSHOTS").map(PathBuf::from) else { return };
    let Some((browser, path)) = showing("pictures", STORY) else { return };
    let write = |browser: &Browser, name: &str| {
        std::thread::sleep(std::time::Duration::from_millis(500));
        let png = base64::engine::general_purpose::STANDARD.decode(browser.screenshot()).unwrap();
        assert!(png.starts_with(b"\x89PNG"));
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder).join(name), png).unwrap();
    };
    browser.size(1280, 720);
    browser.media("screen", "light");
    browser.open(&path);
    browser
        .js("openTopic(story.topics.find(t => t.topic === 'people killed')); document.activeElement.blur()");
    write(&browser, "report-differences.png");
    browser.js("go('matrix')");
    write(&browser, "report-matrix.png");
    browser.size(390, 700);
    browser.media("screen", "dark");
    browser.js("openTopic(story.topics.find(t => t.topic === 'people killed')); document.activeElement.blur(); scrollTo(0, 0)");
    write(&browser, "report-phone.png");
}
