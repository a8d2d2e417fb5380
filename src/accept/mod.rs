//! Accepted differences: what the house has looked at and lets stand, and why.
//!
//! They stand in a file, [`NAME`], by fingerprint, or in an article, as a comment
//! ([`inline`]). Both set [`JudgedTopic::accepted`](crate::discrepancy::JudgedTopic)
//! and change nothing else: an accepted difference is still shown and counted, and
//! makes no job fail. What no longer holds is said, so that the file stays short.

mod entry;
pub mod inline;

use std::fmt;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::config::document::Document;
use crate::config::{shown, upward};
use crate::discrepancy::{Acceptance, Report};
use crate::error::Error;

pub use entry::{Entry, is_fingerprint};

/// What the file is called.
pub const NAME: &str = "factdiff-accepted.toml";

/// What a new file begins with.
pub const HEAD: &str = "# Differences that this house has looked at and lets stand.\n\
    # `factdiff accept` adds to this file; take an entry out to hear of the difference again.\n";

/// A file of accepted differences; the default has none.
#[derive(Debug, Clone, Default)]
pub struct Accepted {
    /// The file as messages call it; empty if there is none.
    pub shown: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Its entries, in order.
    pub entries: Vec<Entry>,
}

impl Accepted {
    /// The nearest file in `start` or above it; an empty one if there is none.
    ///
    /// # Errors
    ///
    /// A file that cannot be read or understood; the message shows the line.
    pub fn find(start: &Path) -> Result<Accepted, Error> {
        upward(start, NAME).map_or_else(|| Ok(Accepted::default()), |path| Accepted::load(&path))
    }

    /// The accepted differences in that file.
    ///
    /// # Errors
    ///
    /// As for [`Accepted::find`], and if the file is not there.
    pub fn load(path: &Path) -> Result<Accepted, Error> {
        let document = Document::read(path, shown(path))?;
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        Ok(Accepted { entries: entry::entries(&document)?, shown: document.shown, folder })
    }

    /// True when the difference is accepted on that day.
    pub fn holds(&self, fingerprint: &str, today: Date) -> bool {
        self.entries.iter().any(|entry| entry.fingerprint == fingerprint && entry.holds_on(today))
    }

    /// Marks the differences of a report on `checked` that are accepted on that day, and
    /// tells of entries that have run out or whose difference is gone.
    ///
    /// An entry of a story that was not checked is not asked for. A report on a draft
    /// knows the draft's differences only, so there none is gone.
    pub fn mark(&self, report: &mut Report, checked: &[PathBuf], today: Date) -> Vec<Notice> {
        let mut notices = Vec::new();
        for entry in &self.entries {
            let mut topics = report
                .topics
                .iter_mut()
                .filter(|topic| topic.verdict.is_discrepancy() && topic.fingerprint == entry.fingerprint);
            let state = match (topics.next(), entry.until) {
                (Some(topic), _) if entry.holds_on(today) => {
                    let Entry { because, by, until, .. } = entry.clone();
                    topic.accepted = Some(Acceptance { because, by, until });
                    continue;
                }
                (Some(_), _) if self.holds(&entry.fingerprint, today) => continue,
                (Some(_), Some(until)) => State::RanOut(until),
                (Some(_), None) => continue,
                (None, _) if report.draft.is_some() || !self.is_of(entry, checked) => continue,
                (None, _) => State::Gone,
            };
            notices.push(Notice { path: self.shown.clone(), entry: entry.clone(), state });
        }
        notices
    }

    /// True when the entry is of one of the stories, or does not say of which it is.
    fn is_of(&self, entry: &Entry, checked: &[PathBuf]) -> bool {
        let Some(story) = &entry.story else { return true };
        let Ok(story) = self.folder.join(story).canonicalize() else { return true };
        checked.iter().any(|path| path.canonicalize().is_ok_and(|path| path == story))
    }
}

/// Why an entry of the file does nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    path: String,
    entry: Entry,
    state: State,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    /// The difference stands, and this was the last day.
    RanOut(Date),
    /// There is no such difference.
    Gone,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Notice { path, entry, state } = self;
        let about = entry.about();
        match state {
            State::RanOut(until) => write!(
                f,
                "{path}:{}: {about} was accepted until {until} and is reported again\n   \
                 look at it; then mend the articles, or give the entry a later `until`",
                entry.line
            ),
            State::Gone => write!(
                f,
                "{path}:{}: {about} is accepted, and there is no such difference any more\n   \
                 take the entry out; if it is of another story, add `story = \"folder\"` to it",
                entry.line
            ),
        }
    }
}

#[cfg(test)]
mod tests;
