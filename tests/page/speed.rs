//! Speed: fifty articles must open and filter without a wait that anybody sees.

use std::fmt::Write;

use super::browser::Browser;
use super::page;
use factdiff::article::Cluster;

const ARTICLES: usize = 50;

/// The page may weigh this much beside the text of its articles.
const LARGEST: usize = 300_000;

/// A figure of the n-th article: most agree, some differ.
fn toll(n: usize, base: usize, step: usize) -> usize {
    base + step * [0, 0, 0, 1, 0, 0, 2, 0, 0, 0][n % 10]
}

/// What else was lost: each is a topic of fifty claims.
const LOSSES: [(&str, &str); 24] = [
    ("shops", "damaged"),
    ("schools", "destroyed"),
    ("barns", "destroyed"),
    ("boats", "damaged"),
    ("cars", "destroyed"),
    ("trucks", "damaged"),
    ("roads", "damaged"),
    ("farms", "destroyed"),
    ("churches", "damaged"),
    ("hospitals", "damaged"),
    ("tents", "destroyed"),
    ("factories", "damaged"),
    ("trains", "damaged"),
    ("villages", "damaged"),
    ("buildings", "destroyed"),
    ("hotels", "damaged"),
    ("tourists", "rescued"),
    ("children", "rescued"),
    ("firefighters", "injured"),
    ("women", "killed"),
    ("students", "evacuated"),
    ("patients", "evacuated"),
    ("families", "displaced"),
    ("looters", "arrested"),
];

/// One of fifty reports of a flood, of our own writing; figures and names vary with `n`.
fn report(n: usize) -> String {
    let mut text = String::new();
    let mayor = ["Anna Lindqvist", "Anna Lindkvist", "Ana Lindqvist"]
        [usize::from(n % 7 == 3) + usize::from(n % 11 == 5)];
    let _ = writeln!(text, "Flood sweeps through Nordvik\n");
    let _ = writeln!(
        text,
        "At least {} people were killed when the river Marn burst its banks in Nordvik on Sunday, the police said.\n",
        toll(n, 41, 5)
    );
    let _ = writeln!(
        text,
        "Another {} people were injured and {} houses were destroyed, according to the fire brigade.\n",
        toll(n + 3, 130, 12),
        toll(n + 5, 2_350, 40)
    );
    let _ = writeln!(
        text,
        "“We have never seen water rise so fast in this valley, and we will rebuild every street of it,” Mayor {mayor} said.\n"
    );
    let _ = writeln!(
        text,
        "About {} residents were evacuated by boat, and {} bridges collapsed along the lower river.\n",
        toll(n + 1, 6_000, 900),
        toll(n + 2, 7, 2)
    );
    let _ = writeln!(
        text,
        "The government promised ${} million in aid. {} soldiers were sent to the region on Monday.\n",
        toll(n + 4, 12, 3),
        toll(n + 6, 800, 100)
    );
    let _ = writeln!(
        text,
        "The dam above the town was built in {}, {} kilometres upstream. Unemployment in the valley stands at {} percent.\n",
        toll(n + 7, 1961, 2),
        toll(n + 8, 14, 2),
        toll(n + 9, 9, 1)
    );
    for (k, (noun, event)) in LOSSES.into_iter().enumerate() {
        let _ = writeln!(
            text,
            "In all {} {noun} were {event} in the flood, a spokesman said.\n",
            toll(n + k, 20 + k * 7, 3)
        );
    }
    text
}

#[test]
fn fifty_articles_open_and_filter_at_once() {
    let Some(browser) = Browser::start("speed") else { return };
    let articles: Vec<_> = (0..ARTICLES)
        .map(|n| {
            let (id, source) = (format!("a{n:02}"), format!("Paper {n:02}"));
            factdiff::read::article(&id, None, Some(&source), Some("2025-05-12"), &report(n))
        })
        .collect();
    let cluster = Cluster::new(articles);
    let text: usize = cluster.articles().iter().map(|a| a.text.len()).sum();
    let html = page(&cluster);
    browser.show("report.html", &html);
    let topics = browser.number("story.topics.length");
    let timing =
        |name: &str| browser.number(&format!("performance.getEntriesByType('navigation')[0].{name}"));
    browser.wait("performance.getEntriesByName('first-contentful-paint').length > 0 && performance.getEntriesByType('navigation')[0].loadEventEnd > 0");
    let paint = browser.number("performance.getEntriesByName('first-contentful-paint')[0].startTime");
    let loaded = timing("loadEventEnd");
    // Each is timed with the layout that follows; the median of five tells the usual case.
    let timed = |script: &str| {
        browser.number(&format!(
            "(() => {{ const times = []; for (let i = 0; i < 5; i++) {{ const start = performance.now(); {script}; \
             document.body.offsetHeight; times.push(performance.now() - start); }} return times.sort((a, b) => a - b)[2]; }})()"
        ))
    };
    let find = timed(
        "$('find').value = i % 2 ? '' : 'village paper 1'; $('find').dispatchEvent(new Event('input'))",
    );
    let kind = timed("$('kind').value = i % 2 ? '' : 'count'; $('kind').dispatchEvent(new Event('change'))");
    let next = timed("step(1)");
    let matrix = timed("go('matrix'); go('differences')");
    let weight = html.len() - text;
    println!(
        "{ARTICLES} articles, {topics} topics, page {} KB beside {} KB of text: first paint {paint:.0} ms, loaded {loaded:.0} ms, \
         search {find:.0} ms, filter {kind:.0} ms, next difference {next:.0} ms, matrix {matrix:.0} ms",
        weight / 1000,
        text / 1000,
    );
    assert!(topics >= 20.0, "{topics} topics are no test");
    assert!(weight < LARGEST, "{weight} bytes beside the text");
    // A wait is seen from a tenth of a second on; busy machines are given three times that.
    for (what, time) in [("search", find), ("filter", kind), ("next difference", next), ("matrix", matrix)] {
        assert!(time < 300.0, "{what} takes {time:.0} ms");
    }
    assert!(loaded < 3000.0, "loaded after {loaded:.0} ms");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
