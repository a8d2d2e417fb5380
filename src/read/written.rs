//! What a word processor wrote, whichever it was: paragraphs with their roles, and what the
//! document says of itself, to an article.

use jiff::civil::Date;

use super::extracted::Extracted;
use super::format::Draft;
use super::headline::squash;
use crate::article::ZoneKind;

/// A paragraph of a document, as it stands after every change is accepted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub words: String,
    pub role: Role,
    /// An item of a list, a cell of a table, a note: no headline stands there.
    pub is_inside: bool,
}

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Role {
    #[default]
    Plain,
    Title,
    /// A heading of any level, or a subtitle.
    Heading,
    Caption,
    /// A line of a table of contents.
    Contents,
}

/// What a document says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Properties {
    pub title: Option<String>,
    pub creator: Option<String>,
    /// The day of the first writing.
    pub created: Option<Date>,
    /// The day of the last change.
    pub modified: Option<Date>,
}

/// The text of the paragraphs, with what the properties say of the article.
pub(super) fn draft(paragraphs: Vec<Written>, properties: &Properties) -> Draft {
    let mut text = Extracted::default();
    let title = own_title(&paragraphs).map(|at| paragraphs[at].words.clone());
    // A title among the properties is often that of a template: it counts if the text says it too.
    let told = properties.title.clone().filter(|title| says(&paragraphs, title));
    text.entry("title", &title.clone().or(told).unwrap_or_default());
    text.entry("author", properties.creator.as_deref().unwrap_or_default());
    let dates = [("created", properties.created), ("modified", properties.modified)];
    match day(properties) {
        Some(day) => text.entry("published", &day.to_string()),
        None => dates
            .iter()
            .filter_map(|(key, date)| Some((key, (*date)?)))
            .for_each(|(key, date)| text.entry(key, &date.to_string())),
    }
    let headline = own_title(&paragraphs);
    for (at, paragraph) in paragraphs.into_iter().enumerate() {
        let kind = if Some(at) == headline { Some(ZoneKind::Headline) } else { zone(&paragraph) };
        text.paragraph(&paragraph.words, kind);
    }
    text.draft()
}

/// The paragraph that is set as a title; else a heading over all the text.
fn own_title(paragraphs: &[Written]) -> Option<usize> {
    let is_filled = |paragraph: &Written| paragraph.words.contains(char::is_alphanumeric);
    let titled = paragraphs.iter().position(|p| p.role == Role::Title && is_filled(p));
    let first = paragraphs.iter().position(is_filled);
    titled.or(first.filter(|&at| matches!(paragraphs[at].role, Role::Heading)))
}

fn zone(paragraph: &Written) -> Option<ZoneKind> {
    match paragraph.role {
        Role::Title => Some(ZoneKind::Headline),
        Role::Heading => Some(ZoneKind::Subheading),
        Role::Caption => Some(ZoneKind::Caption),
        Role::Contents => Some(ZoneKind::Furniture),
        Role::Plain => paragraph.is_inside.then_some(ZoneKind::Body),
    }
}

/// True when one of the first paragraphs says `title`.
fn says(paragraphs: &[Written], title: &str) -> bool {
    const FIRST: usize = 6;
    let title = squash(title);
    title.len() >= 8 && paragraphs.iter().take(FIRST).any(|p| squash(&p.words) == title)
}

/// Most days between the first and the last writing of one article. A document with
/// more behind it was made from an older one, or opened again long after.
const ONE_ARTICLE: i32 = 31;

/// The day for which the document is written, if its dates tell it: that of its last change.
fn day(properties: &Properties) -> Option<Date> {
    let modified = properties.modified.or(properties.created)?;
    let created = properties.created.unwrap_or(modified);
    let days = (modified - created).get_days();
    (0..=ONE_ARTICLE).contains(&days).then_some(modified)
}
