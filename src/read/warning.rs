//! What was left out or left open while reading, in sentences.
//!
//! A warning never stops the work; it names the file and says what was not done.

use std::fmt;

use super::format::Foreign;

/// Something about a file that its reader should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    path: String,
    matter: Matter,
}

/// The facts of a [`Warning`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Matter {
    Empty,
    Unmarked,
    NoText,
    Binary,
    /// A page or document without a paragraph.
    NoWords,
    TooLarge {
        megabytes: u64,
    },
    /// What it is, and what to do with it.
    Foreign(Foreign),
    WholePage,
    UnreadableDate {
        line: usize,
        value: String,
    },
    LostBytes {
        count: usize,
        encoding: &'static str,
    },
}

impl Matter {
    pub(super) fn of(self, path: &str) -> Warning {
        Warning { path: path.to_owned(), matter: self }
    }
}

impl Warning {
    /// That a folder of articles was left out of an evaluation.
    pub(crate) fn unmarked(folder: &std::path::Path) -> Warning {
        Matter::Unmarked.of(&super::shown(folder))
    }

    /// The file, as given.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// True when the file is not part of the cluster.
    pub fn is_skipped(&self) -> bool {
        match self.matter {
            Matter::Empty | Matter::Unmarked | Matter::NoText | Matter::NoWords | Matter::Binary => true,
            Matter::TooLarge { .. } | Matter::Foreign(_) => true,
            Matter::WholePage | Matter::UnreadableDate { .. } | Matter::LostBytes { .. } => false,
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match &self.matter {
            Matter::Empty => write!(f, "skipped {path}: it is empty"),
            Matter::Unmarked => {
                write!(f, "skipped {path}: nobody has marked it; add truth.toml or gold.jsonl")
            }
            Matter::NoText => write!(f, "skipped {path}: there is no text after the header"),
            Matter::Binary => write!(f, "skipped {path}: it is not text"),
            Matter::NoWords => {
                write!(
                    f,
                    "skipped {path}: there are no words in it; if its text is drawn by a program or is a \
                     picture, copy it into a .txt file"
                )
            }
            Matter::TooLarge { megabytes } => {
                write!(
                    f,
                    "skipped {path}: it is larger than any article (over {megabytes} MB); split it into its articles"
                )
            }
            Matter::Foreign((name, advice)) => write!(f, "skipped {path}: {name} is not read; {advice}"),
            Matter::WholePage => write!(
                f,
                "{path}: no main text found in the page, so all of it is read, menus included; \
                 if that is too much, copy the article into a .txt file"
            ),
            Matter::UnreadableDate { line, value } => write!(
                f,
                "{path}, line {line}: `published: {value}` is not a date, read without one; \
                 write it as year-month-day, such as 2025-05-11"
            ),
            Matter::LostBytes { count: 1, encoding } => {
                write!(f, "{path}: one byte is not {encoding} and reads as \u{fffd}")
            }
            Matter::LostBytes { count, encoding } => {
                write!(f, "{path}: {count} bytes are not {encoding} and read as \u{fffd}")
            }
        }
    }
}
