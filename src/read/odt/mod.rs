//! OpenDocument texts, as LibreOffice writes them: paragraphs after every change is accepted.
//!
//! What was deleted is kept outside the text and stays there; comments, headers and
//! footers are no text either. Notes stand after the last paragraph, as with Word.

mod body;
mod particulars;
mod styles;

use super::archive::{Archive, damaged, locked};
use super::format::{Draft, Format, LARGEST, OTHER_OPEN_DOCUMENT, Unread};
use super::written::draft;
use styles::Styles;

/// `.odt`, and whatever is an archive that calls itself such a text.
pub(super) struct Odt;

/// What the first part of the archive says of its kind.
const TEXT: &str = "application/vnd.oasis.opendocument.text";

impl Odt {
    /// True for an archive that says so: the part `mimetype` comes first and is not packed,
    /// so that nobody has to open it. Where it does not, the ending counts, unless the archive
    /// holds a document of Word.
    pub(super) fn is_it(extension: &str, bytes: &[u8]) -> bool {
        let (name, kind) = (bytes.get(30..38), bytes.get(38..));
        let says_so = name == Some(b"mimetype") && kind.is_some_and(|kind| kind.starts_with(TEXT.as_bytes()));
        const OF_WORD: &[u8] = b"word/document.xml";
        let is_of_word = || bytes.windows(OF_WORD.len()).any(|window| window == OF_WORD);
        says_so || Odt.extensions().contains(&extension) && !is_of_word()
    }
}

impl Format for Odt {
    fn extensions(&self) -> &'static [&'static str] {
        &["odt", "ott"]
    }

    /// Pictures may stand in a document.
    fn largest(&self) -> u64 {
        LARGEST
    }

    fn read(&self, bytes: Vec<u8>) -> Result<Draft, Unread> {
        let mut archive = Archive::open(bytes)?;
        let kind = archive.part("mimetype")?.unwrap_or_default();
        if !kind.is_empty() && !kind.starts_with(TEXT) {
            return Err(Unread::Foreign(OTHER_OPEN_DOCUMENT));
        }
        let manifest = archive.part("META-INF/manifest.xml")?.unwrap_or_default();
        if manifest.contains("encryption-data") {
            return Err(locked());
        }
        let content = archive.part("content.xml")?.ok_or_else(damaged)?;
        let mut styles = Styles::default();
        if let Some(part) = archive.part("styles.xml")? {
            styles.read(&part)?;
        }
        styles.read(&content)?;
        let paragraphs = body::read(&content, &styles)?;
        // Particulars that cannot be read cost no text.
        let told = archive.part("meta.xml")?.and_then(|part| particulars::read(&part).ok());
        Ok(draft(paragraphs, &told.unwrap_or_default()))
    }
}
