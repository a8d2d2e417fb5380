//! The archive that a Word document is: its parts by what they are for.

use super::super::archive::{Archive, damaged, locked};
use super::super::format::{Foreign, OTHER_OPEN_DOCUMENT, TABLE, Unread};
use super::super::written::Properties;
use super::super::xml::{Step, attribute, steps};
use super::properties;

/// An opened document.
pub(super) struct Package {
    archive: Archive,
    /// The part with the text.
    document: String,
}

impl Package {
    /// Opens the archive and finds its text.
    pub fn open(bytes: Vec<u8>) -> Result<Package, Unread> {
        // Word keeps a document under a password inside a file of the older kind.
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(locked());
        }
        let mut package = Package { archive: Archive::open(bytes)?, document: String::new() };
        let told = package.target("_rels/.rels", "", "/officeDocument")?;
        let document = told.unwrap_or_else(|| "word/document.xml".to_owned());
        if !document.starts_with("word/") || !package.archive.has(&document) {
            return Err(package.is_instead().map_or_else(damaged, Unread::Foreign));
        }
        package.document = document;
        Ok(package)
    }

    /// The part with the text.
    pub fn document(&mut self) -> Result<String, Unread> {
        let name = self.document.clone();
        self.archive.part(&name)?.ok_or_else(damaged)
    }

    /// The part that the text names as its `/styles`, `/footnotes` …
    pub fn related(&mut self, kind: &str) -> Result<Option<String>, Unread> {
        let (folder, file) = self.document.rsplit_once('/').unwrap_or(("", &self.document));
        let (links, folder) = (format!("{folder}/_rels/{file}.rels"), folder.to_owned());
        match self.target(&links, &folder, kind)? {
            Some(name) => self.archive.part(&name),
            None => Ok(None),
        }
    }

    /// Title, creator and dates.
    pub fn properties(&mut self) -> Result<Properties, Unread> {
        let told = self.target("_rels/.rels", "", "/core-properties")?;
        let part = self.archive.part(told.as_deref().unwrap_or("docProps/core.xml"))?;
        // Particulars that cannot be read cost no text.
        Ok(part.and_then(|part| properties::read(&part).ok()).unwrap_or_default())
    }

    /// What the part `links` gives as target of the kind, as a name in the archive.
    fn target(&mut self, links: &str, folder: &str, kind: &str) -> Result<Option<String>, Unread> {
        let Some(links) = self.archive.part(links)? else { return Ok(None) };
        let mut found = None;
        steps(&links, |step| {
            if let Step::Start("Relationship", start) = step {
                let is_kind = attribute(start, "Type").is_some_and(|own| own.ends_with(kind));
                let is_outside = attribute(start, "TargetMode").is_some_and(|mode| mode == "External");
                if is_kind && !is_outside && found.is_none() {
                    found = attribute(start, "Target");
                }
            }
        })?;
        Ok(found.map(|target| match target.strip_prefix('/') {
            Some(from_root) => from_root.to_owned(),
            None if folder.is_empty() => target,
            None => format!("{folder}/{target}"),
        }))
    }

    /// What an archive without a document of Word is.
    fn is_instead(&mut self) -> Option<Foreign> {
        const OTHERS: [(&str, Foreign); 2] =
            [("xl/workbook.xml", TABLE), ("ppt/presentation.xml", ("slides", "save the text as .txt"))];
        let mimetype = self.archive.part("mimetype").ok().flatten().unwrap_or_default();
        let other = OTHERS.iter().find(|(name, _)| self.archive.has(name));
        match mimetype.as_str() {
            kind if kind.contains("opendocument") => Some(OTHER_OPEN_DOCUMENT),
            kind if kind.contains("epub") => Some(("EPUB", "save the article as plain text")),
            _ if other.is_some() => other.map(|(_, foreign)| *foreign),
            // What has the parts of a document and no text is a broken one.
            _ if self.archive.has("[Content_Types].xml") => None,
            _ => Some(("an archive", "take the articles out of it")),
        }
    }
}
