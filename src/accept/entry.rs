//! One accepted difference: an entry `[[accepted]]`, read and written.

use std::fmt::Write;

use jiff::civil::Date;

use crate::claim::Kind;
use crate::config::document::{Document, Table};
use crate::error::Error;

/// One accepted difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which: 16 hexadecimal digits.
    pub fingerprint: String,
    /// Its kind, for the reader.
    pub kind: Option<Kind>,
    /// Its topic, for the reader.
    pub topic: Option<String>,
    /// Why it may stand.
    pub because: String,
    /// Who accepted it.
    pub by: Option<String>,
    /// When.
    pub on: Option<Date>,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// The story it is of: a path from the folder of the file.
    pub story: Option<String>,
    /// Line of its head in the file, from 1.
    pub line: usize,
}

/// True for the 16 hexadecimal digits, in small letters, of a fingerprint.
pub fn is_fingerprint(words: &str) -> bool {
    words.len() == 16 && words.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
}

/// The entries of a document, which holds nothing else.
pub(super) fn entries(document: &Document) -> Result<Vec<Entry>, Error> {
    let mut table = document.table()?;
    let tables = match table.take("accepted") {
        Some(item) => document.tables(item, "accepted")?,
        None => Vec::new(),
    };
    table.end()?;
    tables.into_iter().map(entry).collect()
}

fn entry(mut table: Table<'_>) -> Result<Entry, Error> {
    let document = table.document;
    let line = document.line(table.range.start);
    let item = table.need("fingerprint", "fingerprint = \"7c1f09d2a5e8b364\"")?;
    let fingerprint = document.words(&item, "fingerprint = \"7c1f09d2a5e8b364\"")?.to_lowercase();
    if !is_fingerprint(&fingerprint) {
        let problem = "a fingerprint has 16 hexadecimal digits".to_owned();
        let advice = "`factdiff check --format json` prints them in full".to_owned();
        return Err(document.complaint(item.span(), problem, advice));
    }
    let example = "because = \"two counters: the ministry and the UN\"";
    let because = document.words(&table.need("because", example)?, example)?;
    let names: Vec<(&'static str, Kind)> = Kind::ALL.iter().map(|kind| (kind.id(), *kind)).collect();
    let kind = table.take("kind").map(|i| document.choice(&i, "kind", &names)).transpose()?;
    let topic = table.take("topic").map(|i| document.words(&i, "topic = \"people killed\"")).transpose()?;
    let by = table.take("by").map(|i| document.words(&i, "by = \"jd\"")).transpose()?;
    let on = table.take("on").map(|i| document.day(&i, "on = 2026-11-21")).transpose()?;
    let until = table.take("until").map(|i| document.day(&i, "until = 2027-01-31")).transpose()?;
    let story = table.take("story").map(|i| document.words(&i, "story = \"stories/toll\"")).transpose()?;
    table.end()?;
    Ok(Entry { fingerprint, kind, topic, because, by, on, until, story, line })
}

impl Entry {
    /// True up to and on its last day.
    pub fn holds_on(&self, today: Date) -> bool {
        self.until.is_none_or(|until| today <= until)
    }

    /// Which difference, in words.
    pub(super) fn about(&self) -> String {
        let details = [self.kind.map(Kind::id), self.topic.as_deref()];
        let details: Vec<&str> = details.into_iter().flatten().collect();
        match details.is_empty() {
            true => self.fingerprint.clone(),
            false => format!("{} ({})", self.fingerprint, details.join(", ")),
        }
    }

    /// The entry as lines of the file, with a blank line before it.
    pub fn to_toml(&self) -> String {
        let quoted = |words: &str| toml::Value::String(words.to_owned()).to_string();
        let mut out = format!("\n[[accepted]]\nfingerprint = {}\n", quoted(&self.fingerprint));
        let mut line = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = writeln!(out, "{key} = {value}");
            }
        };
        line("kind", self.kind.map(|kind| quoted(kind.id())));
        line("topic", self.topic.as_deref().map(on_one_line).as_deref().map(quoted));
        line("because", Some(quoted(&on_one_line(&self.because))));
        line("by", self.by.as_deref().map(on_one_line).as_deref().map(quoted));
        line("on", self.on.map(|day| day.to_string()));
        line("until", self.until.map(|day| day.to_string()));
        line("story", self.story.as_deref().map(quoted));
        out
    }
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
