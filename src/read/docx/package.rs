//! The archive that a document is: its parts by what they are for, within limits.

use std::io::{Cursor, ErrorKind, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::decode;
use super::super::format::{Foreign, OPEN_DOCUMENT, TABLE, Unread};
use super::properties::Properties;
use super::xml::{Step, attribute, steps};

/// Most bytes of XML that are unpacked; a book in Word takes ten megabytes.
const MOST_XML: u64 = 64 << 20;

/// An opened document.
pub(super) struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// Bytes that may still be unpacked.
    left: u64,
    /// The part with the text.
    document: String,
}

/// A document that is not whole.
pub(super) fn damaged() -> Unread {
    Unread::Document {
        why: "the document is damaged or was not copied whole".to_owned(),
        next: "open it in a word processor, let it repair the document, and save it again as .docx",
    }
}

fn locked() -> Unread {
    Unread::Document {
        why: "the document is under a password".to_owned(),
        next: "save it without a password, or copy its text into a .txt file",
    }
}

impl Package {
    /// Opens the archive and finds its text.
    pub fn open(bytes: Vec<u8>) -> Result<Package, Unread> {
        // Word keeps a document under a password inside a file of the older kind.
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(locked());
        }
        if !bytes.starts_with(b"PK") {
            return Err(damaged());
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        let mut package = Package { archive, left: MOST_XML, document: String::new() };
        let told = package.target("_rels/.rels", "", "/officeDocument")?;
        let document = told.unwrap_or_else(|| "word/document.xml".to_owned());
        if !document.starts_with("word/") || package.archive.index_for_name(&document).is_none() {
            return Err(package.is_instead().map_or_else(damaged, Unread::Foreign));
        }
        package.document = document;
        Ok(package)
    }

    /// The part with the text.
    pub fn document(&mut self) -> Result<String, Unread> {
        let name = self.document.clone();
        self.part(&name)?.ok_or_else(damaged)
    }

    /// The part that the text names as its `/styles`, `/footnotes` …
    pub fn related(&mut self, kind: &str) -> Result<Option<String>, Unread> {
        let (folder, file) = self.document.rsplit_once('/').unwrap_or(("", &self.document));
        let (links, folder) = (format!("{folder}/_rels/{file}.rels"), folder.to_owned());
        match self.target(&links, &folder, kind)? {
            Some(name) => self.part(&name),
            None => Ok(None),
        }
    }

    /// Title, creator and dates.
    pub fn properties(&mut self) -> Result<Properties, Unread> {
        let told = self.target("_rels/.rels", "", "/core-properties")?;
        let part = self.part(told.as_deref().unwrap_or("docProps/core.xml"))?;
        // Particulars that cannot be read cost no text.
        Ok(part.and_then(|part| Properties::read(&part).ok()).unwrap_or_default())
    }

    /// What the part `links` gives as target of the kind, as a name in the archive.
    fn target(&mut self, links: &str, folder: &str, kind: &str) -> Result<Option<String>, Unread> {
        let Some(links) = self.part(links)? else { return Ok(None) };
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

    /// The words of a part; `None` if there is no such part.
    fn part(&mut self, name: &str) -> Result<Option<String>, Unread> {
        let mut file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::InvalidPassword) => return Err(locked()),
            Err(ZipError::UnsupportedArchive(why)) if why.contains("assword") => return Err(locked()),
            Err(_) => return Err(damaged()),
        };
        let mut bytes = Vec::new();
        match file.by_ref().take(self.left + 1).read_to_end(&mut bytes) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::OutOfMemory => return Err(too_large()),
            Err(_) => return Err(damaged()),
        }
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or_else(too_large)?;
        let decoded = decode::decode(bytes).ok_or_else(damaged)?;
        Ok(Some(decoded.text.trim_start_matches(decode::BOM).to_owned()))
    }

    /// What an archive without a document of Word is.
    fn is_instead(&mut self) -> Option<Foreign> {
        const OTHERS: [(&str, Foreign); 2] =
            [("xl/workbook.xml", TABLE), ("ppt/presentation.xml", ("slides", "save the text as .txt"))];
        let mimetype = self.part("mimetype").ok().flatten().unwrap_or_default();
        let other = OTHERS.iter().find(|(name, _)| self.archive.index_for_name(name).is_some());
        match mimetype.as_str() {
            kind if kind.contains("opendocument") => Some(OPEN_DOCUMENT),
            kind if kind.contains("epub") => Some(("EPUB", "save the article as plain text")),
            _ if other.is_some() => other.map(|(_, foreign)| *foreign),
            // What has the parts of a document and no text is a broken one.
            _ if self.archive.index_for_name("[Content_Types].xml").is_some() => None,
            _ => Some(("an archive", "take the articles out of it")),
        }
    }
}

fn too_large() -> Unread {
    Unread::Document {
        why: format!("its text takes more than {} MB when unpacked", MOST_XML >> 20),
        next: "copy the article into a document of its own and save that as .docx",
    }
}
