//! Word documents: paragraphs as they stand after every change is accepted.
//!
//! Inserted words are text, deleted, struck and hidden ones are not; comments,
//! headers and footers are none either. Notes stand after the last paragraph, so
//! that the paragraphs before them count as in the document.

mod body;
mod package;
mod properties;
mod styles;
mod xml;

use jiff::civil::Date;

use super::extracted::Extracted;
use super::format::{Draft, Format, LARGEST, Unread};
use super::headline::squash;
use crate::article::ZoneKind;
use body::Paragraph;
use package::Package;
use properties::Properties;
use styles::{Role, Styles};

/// `.docx`, and whatever is an archive with such a document in it.
pub(super) struct Docx;

impl Format for Docx {
    fn extensions(&self) -> &'static [&'static str] {
        &["docx", "docm", "dotx"]
    }

    /// Pictures may stand in a document.
    fn largest(&self) -> u64 {
        LARGEST
    }

    fn read(&self, bytes: Vec<u8>) -> Result<Draft, Unread> {
        let mut package = Package::open(bytes)?;
        let document = package.document()?;
        let styles = match package.related("/styles")? {
            Some(part) => Styles::read(&part)?,
            None => Styles::default(),
        };
        let mut paragraphs = body::read(&document, &styles)?;
        let wanted: Vec<_> = paragraphs.iter().flat_map(|paragraph| paragraph.notes.clone()).collect();
        for (kind, part) in [(body::Notes::Foot, "/footnotes"), (body::Notes::End, "/endnotes")] {
            if let Some(part) = package.related(part)? {
                paragraphs.extend(body::notes(&part, kind, &wanted, &styles)?);
            }
        }
        let properties = package.properties()?;
        Ok(draft(paragraphs, &properties))
    }
}

fn draft(paragraphs: Vec<Paragraph>, properties: &Properties) -> Draft {
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
fn own_title(paragraphs: &[Paragraph]) -> Option<usize> {
    let is_filled = |paragraph: &Paragraph| paragraph.words.contains(char::is_alphanumeric);
    let titled = paragraphs.iter().position(|p| p.role == Role::Title && is_filled(p));
    let first = paragraphs.iter().position(is_filled);
    titled.or(first.filter(|&at| matches!(paragraphs[at].role, Role::Heading)))
}

fn zone(paragraph: &Paragraph) -> Option<ZoneKind> {
    match paragraph.role {
        Role::Title => Some(ZoneKind::Headline),
        Role::Heading => Some(ZoneKind::Subheading),
        Role::Caption => Some(ZoneKind::Caption),
        Role::Contents => Some(ZoneKind::Furniture),
        Role::Plain => paragraph.is_inside.then_some(ZoneKind::Body),
    }
}

/// True when one of the first paragraphs says `title`.
fn says(paragraphs: &[Paragraph], title: &str) -> bool {
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
