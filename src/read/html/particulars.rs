//! A page's marks to particulars: title, source, author, day of publication.
//!
//! What the page shows comes before what it tells machines for the title; for the
//! rest the order is JSON-LD, `meta`, then marks around the text. A date of a
//! linked article is never taken.

use dom_query::{Document, NodeRef};
use jiff::civil::Date;

use super::super::extracted::on_one_line;
use super::super::headline::{own_title, squash};
use super::super::stamp;
use super::linked;

/// What a page says of its article, as it says it.
#[derive(Debug, Default)]
pub(super) struct Particulars {
    pub title: Option<String>,
    pub source: Option<String>,
    pub author: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
}

/// Names under which `meta` gives the day of publication, best first.
const PUBLISHED: [&str; 18] = [
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.available",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "publishdate",
    "publish-date",
    "pubdate",
    "date",
];

/// Names under which `meta` gives the day of the last change.
const MODIFIED: [&str; 5] =
    ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified"];

const SOURCE: [&str; 4] = ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher"];

const AUTHOR: [&str; 7] =
    ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"];

const TITLE: [&str; 5] = ["og:title", "dc.title", "dcterms.title", "headline", "twitter:title"];

/// The particulars of a page; its day of publication is one, or `None`.
pub(super) fn particulars(page: &Document) -> (Particulars, Option<Date>) {
    let meta = Meta::of(page);
    let shown = shown_titles(page, &meta);
    let linked = linked::particulars(page, &shown);
    let source = meta.first(&SOURCE).or(linked.source).or_else(|| host(page, &meta));
    let title = shown.first().cloned().or(linked.title);
    let title = title.map(|title| title[..own_title(&title, source.as_deref())].trim().to_owned());
    let author = linked.author.or_else(|| meta.author()).or_else(|| marked_author(page));
    let published = [linked.published, meta.first(&PUBLISHED)];
    let modified = [meta.first(&MODIFIED), linked.modified];
    let day = published.iter().flatten().find_map(|value| day(value));
    let day = day.or_else(|| marked_day(page));
    let day = day.or_else(|| modified.iter().flatten().find_map(|value| self::day(value)));
    (Particulars { title, source, author: author.map(without_by), ..Particulars::default() }, day)
}

/// The `meta` elements of a page: names in small letters, and values.
struct Meta(Vec<(String, String)>);

impl Meta {
    fn of(page: &Document) -> Meta {
        let mut found = Vec::new();
        for node in page.select("meta[content]").nodes() {
            let value = on_one_line(&node.attr_or("content", ""));
            for key in ["name", "property", "itemprop"].into_iter().filter_map(|key| node.attr(key)) {
                found.push((key.trim().to_lowercase().replacen("dc:", "dc.", 1), value.clone()));
            }
        }
        Meta(found)
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        let value = |name: &&str| {
            let given = self.0.iter().find(|(key, value)| key == name && !value.is_empty());
            given.map(|(_, value)| value.clone())
        };
        names.iter().find_map(value)
    }

    /// Names only: some sites give the address of a page about the author.
    fn author(&self) -> Option<String> {
        let names = AUTHOR.iter().filter_map(|name| self.first(&[name]));
        names.into_iter().find(|name| !name.contains("://") && !name.starts_with('/'))
    }
}

/// What the page shows as its title, best first: the heading, then what it tells browsers.
fn shown_titles(page: &Document, meta: &Meta) -> Vec<String> {
    let own = |words: &str| Some(on_one_line(words)).filter(|words| !words.is_empty());
    let told: Vec<String> =
        meta.first(&TITLE).into_iter().chain(own(&page.select_single("head > title").text())).collect();
    let headings: Vec<String> = page.select("h1").nodes().iter().filter_map(|h1| own(&h1.text())).collect();
    // The name of the site may be a heading too: the title is the one that the rest repeats.
    let repeated = headings.iter().find(|heading| {
        let heading = squash(heading);
        heading.len() >= 8 && told.iter().any(|title| squash(title).contains(&heading))
    });
    let only = headings.first().filter(|heading| headings.len() == 1 && heading.split(' ').count() >= 3);
    repeated.or(only).cloned().into_iter().chain(told).collect()
}

/// "example.org" from the address that the page gives as its own.
fn host(page: &Document, meta: &Meta) -> Option<String> {
    let canonical = page.select_single("link[rel=\"canonical\"]").attr("href").map(|href| href.to_string());
    let address =
        canonical.into_iter().chain(meta.first(&["og:url"])).find(|address| address.contains("://"))?;
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?.trim_start_matches("www.");
    host.contains('.').then(|| host.to_lowercase())
}

fn marked_author(page: &Document) -> Option<String> {
    let marks = "[itemprop=\"author\"] [itemprop=\"name\"], [itemprop=\"author\"], [rel=\"author\"]";
    let node = page.select_single(marks);
    let words = on_one_line(&node.text());
    (!words.is_empty() && words.split(' ').count() <= 12).then_some(words)
}

fn without_by(author: String) -> String {
    let bare = ["By ", "by ", "BY "].iter().find_map(|by| author.strip_prefix(by));
    bare.unwrap_or(&author).trim().to_owned()
}

/// Elements inside which a date belongs to something else.
const ELSEWHERE: [&str; 6] = ["a", "aside", "figure", "footer", "li", "nav"];

/// Parts of class names that stand around other articles or what readers write.
const OTHERS: [&str; 8] =
    ["comment", "latest", "popular", "promo", "read-more", "recommend", "related", "sidebar"];

/// The day of a `time` element: one that says it is the day of publication, else the
/// first in the head of the article. Dates of links, asides and lists are of other articles.
fn marked_day(page: &Document) -> Option<Date> {
    let marked = page.select("[itemprop=\"datePublished\"], time[pubdate]");
    let times = page.select("time");
    let is_update = |node: &NodeRef<'_>| {
        let own = format!("{} {}", node.attr_or("itemprop", ""), node.attr_or("class", "")).to_lowercase();
        own.contains("modif") || own.contains("updat")
    };
    let own = |node: &&NodeRef<'_>| is_of_page(node);
    let dated = |node: &NodeRef<'_>| {
        let value = node.attr("datetime").or_else(|| node.attr("content"));
        value.and_then(|value| day(&value)).or_else(|| day(&node.text()))
    };
    let first = times.nodes().iter().filter(own).filter(|node| !is_update(node)).find_map(dated);
    marked.nodes().iter().filter(own).find_map(dated).or(first)
}

fn is_of_page(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).all(|around| {
        let is_else = ELSEWHERE.iter().any(|name| around.has_name(name));
        let names = format!("{} {}", around.attr_or("class", ""), around.attr_or("id", "")).to_lowercase();
        let is_body = around.has_name("body") || around.has_name("html");
        !is_else && (is_body || !OTHERS.iter().any(|other| names.contains(other)))
    })
}

/// The day in "2021-06-04T08:00:00+02:00", "20210604", "Fri, 04 Jun 2021 08:00:00 GMT", "4 June 2021".
fn day(value: &str) -> Option<Date> {
    let value = value.trim();
    let figures: String = value.chars().take(10).filter(char::is_ascii_digit).collect();
    let is_iso = value.get(..10).is_some_and(|day| {
        day.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
    });
    let is_compact = figures.len() >= 8 && (value.len() == 8 || value.as_bytes().get(8) == Some(&b'T'));
    if is_iso || is_compact {
        let number = |range: std::ops::Range<usize>| figures[range].parse::<i16>().ok();
        let (year, month, day) = (number(0..4)?, number(4..6)?, number(6..8)?);
        return Date::new(year, month as i8, day as i8).ok();
    }
    stamp::day(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(page: &str) -> (Particulars, Option<String>) {
        let (found, day) = particulars(&Document::from(page));
        (found, day.map(|day| day.to_string()))
    }

    #[test]
    fn a_day_in_every_usual_form() {
        for value in [
            "2021-06-04",
            "2021-06-04T23:30:00-05:00",
            "2021-06-04 08:00",
            "20210604T080000Z",
            "20210604",
            "Fri, 04 Jun 2021 08:00:00 GMT",
            "4 June 2021",
            " June 4, 2021, 8:00 a.m. ",
        ] {
            assert_eq!(day(value).map(|day| day.to_string()).as_deref(), Some("2021-06-04"), "{value}");
        }
        for value in
            ["", "2021-06", "2021-13-04", "yesterday", "1622793600", "\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}"]
        {
            assert_eq!(day(value), None, "{value}");
        }
    }

    #[test]
    fn meta_gives_what_it_names() {
        let (found, day) = read(
            "<head><title>Bus falls into river | Marlow Post</title>\
             <meta property='og:site_name' content='Marlow Post'><meta name='author' content='By Jane Alder'>\
             <meta property='article:modified_time' content='2021-06-06'>\
             <meta property='article:published_time' content='2021-06-04T08:00:00Z'></head>",
        );
        assert_eq!(found.title.as_deref(), Some("Bus falls into river"));
        assert_eq!(found.source.as_deref(), Some("Marlow Post"));
        assert_eq!(found.author.as_deref(), Some("Jane Alder"));
        assert_eq!(day.as_deref(), Some("2021-06-04"));
    }

    #[test]
    fn dublin_core_and_the_address_say_it_as_well() {
        let (found, day) = read(
            "<meta name='DC.date.issued' content='2021-06-04'><meta name='DC:creator' content='Jane Alder'>\
             <link rel=canonical href='https://www.Example.org/news/1'>",
        );
        assert_eq!(found.source.as_deref(), Some("example.org"));
        assert_eq!(found.author.as_deref(), Some("Jane Alder"));
        assert_eq!(day.as_deref(), Some("2021-06-04"));
    }

    #[test]
    fn the_date_of_a_link_is_not_the_day_of_the_page() {
        let of = |page: &str| read(page).1;
        let own = "<main><p><time datetime='2021-06-04'>Friday</time></main>";
        let related = "<div class='related-links'><time datetime='2019-05-01'>May</time></div>";
        let listed = "<ul><li><a href=x>Bridge</a> <time datetime='2019-05-01'></time></ul>";
        assert_eq!(of(&format!("{related}{listed}{own}")).as_deref(), Some("2021-06-04"));
        assert_eq!(of(&format!("{related}{listed}")), None);
        let changed = "<time class=updated datetime='2021-06-09'></time>";
        assert_eq!(of(&format!("{changed}{own}")).as_deref(), Some("2021-06-04"));
        assert_eq!(
            of("<span itemprop=datePublished content='2021-06-04'></span><time datetime='2021-06-05'>")
                .as_deref(),
            Some("2021-06-04")
        );
    }

    #[test]
    fn the_heading_that_is_repeated_is_the_title() {
        let page =
            "<title>Bus falls into river - Post</title><h1>Marlow Post</h1><h1>Bus falls into river</h1>";
        assert_eq!(read(page).0.title.as_deref(), Some("Bus falls into river"));
        let page = "<title>Marlow bus latest</title><h1>Bus falls into river, twelve dead</h1>";
        assert_eq!(read(page).0.title.as_deref(), Some("Bus falls into river, twelve dead"));
        let page = "<title>Marlow bus latest</title><h1>Home</h1>";
        assert_eq!(read(page).0.title.as_deref(), Some("Marlow bus latest"));
    }
}
