//! Word documents: paragraphs as they stand after every change is accepted.
//!
//! Inserted words are text, deleted, struck and hidden ones are not; comments,
//! headers and footers are none either. Notes stand after the last paragraph, so
//! that the paragraphs before them count as in the document.

mod body;
mod package;
mod properties;
mod styles;

use super::format::{Draft, Format, LARGEST, Unread};
use super::written::{Written, draft};
use package::Package;
use styles::Styles;

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
        let written = |p: body::Paragraph| Written { words: p.words, role: p.role, is_inside: p.is_inside };
        Ok(draft(paragraphs.into_iter().map(written).collect(), &properties))
    }
}
