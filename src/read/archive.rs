//! Archives of XML: the parts of a document by name, unpacked within limits.

use std::io::{Cursor, ErrorKind, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::decode;
use super::format::Unread;

/// Most bytes of XML that are unpacked; a book in Word takes ten megabytes.
const MOST_XML: u64 = 64 << 20;

/// An opened archive.
pub(super) struct Archive {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

/// A document that is not whole.
pub(super) fn damaged() -> Unread {
    Unread::Document {
        why: "the document is damaged or was not copied whole".to_owned(),
        next: "open it in a word processor, let it repair the document, and save it again",
    }
}

/// A document that only its owner can open.
pub(super) fn locked() -> Unread {
    Unread::Document {
        why: "the document is under a password".to_owned(),
        next: "save it without a password, or copy its text into a .txt file",
    }
}

fn too_large() -> Unread {
    Unread::Document {
        why: format!("its text takes more than {} MB when unpacked", MOST_XML >> 20),
        next: "copy the article into a document of its own and save that",
    }
}

impl Archive {
    /// Opens the archive that a document is.
    pub fn open(bytes: Vec<u8>) -> Result<Archive, Unread> {
        if !bytes.starts_with(b"PK") {
            return Err(damaged());
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        Ok(Archive { archive, left: MOST_XML })
    }

    /// True if there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The words of a part; `None` if there is no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Unread> {
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
}
