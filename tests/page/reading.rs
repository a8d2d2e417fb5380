//! Reading: the list, the articles beside it, filters, search, keys, the other views.

use super::browser::{Browser, ENTER, ESCAPE};
use super::{STORY, cluster, page, showing};
use factdiff::article::Cluster;
use factdiff::discrepancy::Severity;

/// The words marked in the articles for each claim of the chosen topic, and what they
/// should be; both in the order of the articles.
const MARKED: &str = "
    const claims = [...new Set(state.chosen.readings.flatMap(r => r.claims))];
    const shown = id => [...document.querySelectorAll(`#articles mark[data-claim='${id}']`)].map(m => m.textContent).join('');
    document.querySelectorAll('.column[data-empty]').forEach(fillColumn);
    return claims.map(id => [shown(id), claimWords(story.claims[id])]);";

fn every_claim_is_marked(browser: &Browser) -> usize {
    let mut seen = 0;
    for number in 0..browser.number("story.topics.length") as usize {
        browser.js(&format!("openTopic(story.topics[{number}])"));
        let pairs = browser.js(MARKED);
        for pair in pairs.as_array().expect("pairs") {
            assert_eq!(pair[0], pair[1], "topic {number}");
            assert_ne!(pair[0], "", "topic {number}");
            seen += 1;
        }
    }
    seen
}

#[test]
fn it_opens_from_disk_with_the_worst_first_and_every_place_marked() {
    let Some((browser, _)) = showing("opens", STORY) else { return };
    let cluster = cluster(STORY);
    let report = factdiff::check(&cluster);
    let found = report.discrepancies();
    assert_eq!(browser.number("document.querySelectorAll('#list > li').length") as usize, found.len());
    let severe = found.iter().filter(|t| t.severity == Severity::High).count();
    let listed =
        browser.text("[...document.querySelectorAll('#list .severity')].map(s => s.textContent).join()");
    assert!(listed.starts_with(&"high severity,".repeat(severe.min(3))), "{listed}");
    // The name of the envoy stands first: three witnesses against one.
    assert!(browser.text("document.querySelector('#list .topic').textContent").contains("envoy"));
    assert!(
        browser
            .text("document.querySelector('#list .side').textContent")
            .contains("Courier, Herald, Tribune")
    );
    let claims: usize = report.topics.iter().flat_map(|t| &t.readings).map(|r| r.claims.len()).sum();
    assert_eq!(every_claim_is_marked(&browser), claims);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn the_articles_stand_side_by_side_at_the_place() {
    let Some((browser, _)) = showing("beside", STORY) else { return };
    browser.js("openTopic(story.topics.find(t => t.topic === 'people killed'))");
    assert_eq!(
        browser.text("[...document.querySelectorAll('.column h3')].map(h => h.textContent).join()"),
        "Courier,Herald"
    );
    assert!(browser.text("document.querySelector('.silent').textContent").contains("Tribune"));
    browser.wait("document.querySelectorAll('#articles mark').length === 2");
    browser.click("[data-silent='3']");
    browser.wait("document.querySelectorAll('.column').length === 3");
    // A click on a place brings it into sight.
    browser.size(1440, 420);
    browser.js("document.querySelectorAll('.text').forEach(text => { text.scrollTop = 9999 })");
    browser.click("#chosen .at");
    browser.wait(
        "(() => { const mark = document.querySelector('mark.now').getBoundingClientRect();
        const text = document.querySelector('.text').getBoundingClientRect();
        return mark.top >= text.top && mark.bottom <= text.bottom })()",
    );
}

#[test]
fn filters_and_search_narrow_the_list() {
    let Some((browser, _)) = showing("filters", STORY) else { return };
    let topics = || browser.text("inView.map(t => t.topic).join('; ')");
    let choose = |filter: &str, value: &str| {
        browser.js(&format!(
            "$('{filter}').value = '{value}'; $('{filter}').dispatchEvent(new Event('change'))"
        ));
    };
    let all = topics();
    choose("kind", "count");
    assert_eq!(topics(), "people killed; children killed, part of a larger figure");
    choose("kind", "");
    choose("article", "2");
    assert!(topics().contains("envoy") && !topics().contains("people killed"), "{}", topics());
    choose("article", "");
    browser.click("#find");
    browser.press("assurance HERALD");
    browser.wait("inView.length === 1");
    assert_eq!(topics(), "words of Netanyahu");
    assert!(browser.text("$('shown').textContent").starts_with("1 of "));
    browser.click("#clear");
    assert_eq!(topics(), all);
    browser.click(".chip.v-minor");
    assert!(!topics().contains("words of"), "{}", topics());
    browser.click(".chip.v-conflict");
    assert_eq!(browser.text("document.querySelector('.nothing').textContent"), "Nothing passes the filters.");
    browser.click("#clear");
    choose("mark", "real");
    assert_eq!(topics(), "");
}

#[test]
fn what_is_less_sure_waits_behind_the_filter_of_confidence() {
    let Some((browser, _)) = showing("confidence", "headline-and-body") else { return };
    let before = browser.number("inView.length");
    browser.js("$('confidence').value = 'high'; $('confidence').dispatchEvent(new Event('change'))");
    assert_eq!((before, browser.number("inView.length")), (1.0, 0.0));
    assert!(browser.text("$('shown').textContent").contains("1 less sure hidden"));
}

#[test]
fn everything_can_be_done_with_keys() {
    let Some((browser, _)) = showing("keys", STORY) else { return };
    let chosen = || browser.number("inView.indexOf(state.chosen)") as i64;
    assert_eq!(chosen(), 0);
    browser.press("jj");
    assert_eq!(chosen(), 2);
    browser.press("k");
    assert_eq!(chosen(), 1);
    browser.press(ENTER);
    browser.wait("document.activeElement.id === 'topic'");
    browser.press("]");
    browser.wait("document.activeElement.matches('mark.now')");
    browser.press("n");
    assert_eq!(browser.text("document.activeElement.id"), "note");
    browser.press("jk");
    assert_eq!((chosen(), browser.text("$('note').value").as_str()), (1, "jk"));
    browser.press(ESCAPE);
    browser.press("/");
    assert_eq!(browser.text("document.activeElement.id"), "find");
    browser.press(ESCAPE);
    browser.press("?");
    assert!(browser.is("$('help').open"));
    browser.click("#keys-on");
    browser.press(ESCAPE);
    browser.press("j");
    assert_eq!(chosen(), 1, "keys of one letter are off");
    browser.js("$('help').showModal()");
    browser.click("#keys-on");
    browser.press(ESCAPE);
    browser.press("2");
    assert_eq!(browser.text("document.body.dataset.view"), "matrix");
    browser.press("3");
    assert_eq!(browser.text("document.body.dataset.view"), "timeline");
    browser.press("1j");
    assert_eq!(chosen(), 2);
}

#[test]
fn the_matrix_shows_who_agrees_who_differs_and_who_is_silent() {
    let Some((browser, _)) = showing("matrix", STORY) else { return };
    browser.click("[data-view=matrix]");
    let row = |topic: &str| {
        browser.text(&format!(
            "[...[...document.querySelectorAll('.matrix tbody tr')].find(r => r.querySelector('a')?.textContent === '{topic}')\
             .cells].slice(1).map(c => c.firstChild.textContent).join()"
        ))
    };
    assert_eq!(row("people killed"), "A,B,·,·");
    assert_eq!(row("hostages abducted · 2023"), "✓,✓,·,·");
    assert_eq!(row("administration in office"), "·,·,A B,A");
    browser.js("$('kind').value = 'count'; $('kind').dispatchEvent(new Event('change'))");
    assert_eq!(browser.number("document.querySelectorAll('.matrix tbody a').length"), 4.0);
    browser.click(".matrix td.says[data-article='1']");
    browser.wait("state.view === 'differences' && document.querySelector('mark.now')");
    assert!(browser.text("document.querySelector('mark.now').textContent").contains("67,173"));
}

#[test]
fn the_line_of_time_has_a_dot_for_each_figure() {
    let Some((browser, _)) = showing("time", "toll-by-wednesday") else { return };
    browser.click("[data-view=timeline]");
    // The later article gives its toll twice: one dot, two lines in the table.
    assert_eq!(browser.number("document.querySelectorAll('#timeline .dot').length"), 2.0);
    let x = |n: usize| {
        browser
            .number(&format!("Number(document.querySelectorAll('#timeline circle')[{n}].getAttribute('cx'))"))
    };
    let y = |n: usize| {
        browser
            .number(&format!("Number(document.querySelectorAll('#timeline circle')[{n}].getAttribute('cy'))"))
    };
    assert!(x(0) < x(1) && y(0) > y(1), "the later and larger figure stands to the right and higher");
    assert_eq!(browser.number("document.querySelectorAll('.figures tbody tr').length"), 3.0);
    let Some((browser, _)) = showing("no-time", "names-of-places") else { return };
    browser.click("[data-view=timeline]");
    assert!(browser.text("$('timeline-view').textContent").starts_with("No topic in view has figures"));
}

/// Strange but true texts: what a browser might take for markup, and characters of every length.
const HOSTILE: [(&str, &str); 2] = [
    (
        "One </title><img src=x onerror=\"window.hurt = 1\"> <script>window.hurt = 2</script>",
        "Über 東京 🇵🇸👩‍👩‍👧 stood <script>window.hurt = 3</script> and <!-- </script><img src=x onerror='window.hurt = 4'>.\n\n\
         🙂🙂 At least 67,160 people were killed in the war, the ministry said 東京. 🙂\n",
    ),
    (
        "Two",
        "“東京” 🙂 At least 67,173 people were killed in the war, the ministry </style></textarea> said.\n",
    ),
];

#[test]
fn no_article_acts_in_the_page_and_every_character_counts() {
    let Some(browser) = Browser::start("hostile") else { return };
    let articles = HOSTILE.map(|(title, text)| {
        factdiff::read::article(title, Some(title), Some(title), Some("2025-10-08"), text)
    });
    let cluster = Cluster::new(articles.into());
    browser.show("report.html", &page(&cluster));
    assert!(every_claim_is_marked(&browser) >= 2);
    browser.js("go('matrix')");
    browser.js("go('timeline')");
    browser.js("go('differences'); preparePrint()");
    assert!(browser.is("window.hurt === undefined"));
    assert_eq!(
        browser.number("document.querySelectorAll('img, body script:not(#story):not(:last-of-type)').length"),
        0.0
    );
    browser.js("openTopic(story.topics.find(t => t.kind === 'count')); document.querySelectorAll('.column[data-empty]').forEach(fillColumn)");
    let shown = browser.text("document.querySelector('#articles .text').textContent");
    assert!(shown.contains("<script>window.hurt = 3</script>"), "{shown}");
    assert_eq!(
        browser.text("document.querySelector('#articles mark').textContent"),
        "At least 67,160 people"
    );
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
