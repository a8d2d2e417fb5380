//! Saved web pages: the main text as paragraphs, the particulars from the page's marks.
//!
//! What is story and what is menu, the readability library judges; what its
//! paragraphs are, `zones` does. Nothing is fetched and no program of a page runs.

mod blocks;
mod charset;
mod lean;
mod linked;
mod particulars;

use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::comments::comments_of_page;
use super::extracted::Extracted;
use super::format::{Draft, Format, LARGEST, REPORT, Unread};
use super::furniture::{ends_sentence, is_furniture};
use super::headline::words;

/// `.html`, `.htm`, `.xhtml`, and whatever starts like a page.
pub(super) struct Html;

impl Format for Html {
    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    /// Pictures may be written into a page.
    fn largest(&self) -> u64 {
        LARGEST
    }

    fn read(&self, bytes: Vec<u8>) -> Result<Draft, Unread> {
        let page = charset::read(bytes).ok_or(Unread::Binary)?;
        if is_report(&page.text) {
            return Err(Unread::Foreign(REPORT));
        }
        let lean = lean::lean(&page.text);
        let document = Document::from(lean.as_str());
        let (particulars, day) = particulars::particulars(&document);
        let mut text = Extracted::default();
        if let Some(title) = &particulars.title {
            text.title(title);
        }
        let day = day.map(|day| day.to_string());
        for (key, value) in
            [("source", &particulars.source), ("author", &particulars.author), ("published", &day)]
        {
            text.entry(key, value.as_deref().unwrap_or_default());
        }
        let title = particulars.title.as_deref();
        let is_whole_page = !add_main_text(&document, title, &mut text);
        if let Some(body) = document.body().filter(|_| is_whole_page) {
            blocks::read(body, title, true, &mut text);
        }
        let draft = text.draft();
        let comments = comments_of_page(&page.text, &draft.text);
        Ok(Draft { lost: page.lost, is_whole_page, comments, ..draft })
    }
}

/// True for a report or a sheet that this program wrote.
fn is_report(page: &str) -> bool {
    let head = page.split_once("<title").map_or("", |(head, _)| head);
    head.contains(r#"<meta name="generator" content="factdiff "#)
}

/// Elements of a page that is searched for its main text. The library takes half a
/// second for so many; live pages of a whole day have fewer.
const MOST_ELEMENTS: usize = 100_000;

/// Letters of text below which the library tries again with less care. News in
/// brief has fewer than its default of 500.
const SHORTEST: usize = 200;

/// Adds the paragraphs of the main text; false if there is none.
fn add_main_text(page: &Document, title: Option<&str>, text: &mut Extracted) -> bool {
    let config = Config {
        disable_json_ld: true,
        max_elements_to_parse: MOST_ELEMENTS,
        char_threshold: SHORTEST,
        ..Config::default()
    };
    // The library is not ours, and a page may be anything: if it stops, there is no main text.
    let found = catch_unwind(AssertUnwindSafe(|| {
        let mut library = Readability::with_document(page.clone(), None, Some(config)).ok()?;
        library.parse().ok()?;
        let mut found = Extracted::default();
        let main = library.doc.select_single("#readability-page-1");
        blocks::read(*main.nodes().first()?, title, false, &mut found);
        Some(found)
    }));
    let Ok(Some(found)) = found else { return false };
    let has_story = found.paragraphs().any(|(words, _)| is_story(words));
    if has_story {
        found.paragraphs().for_each(|(words, kind)| text.paragraph(words, kind));
    }
    has_story
}

/// True for a sentence that is no line of a menu or a notice.
fn is_story(paragraph: &str) -> bool {
    words(paragraph) >= 6 && ends_sentence(paragraph) && !is_furniture(paragraph)
}
