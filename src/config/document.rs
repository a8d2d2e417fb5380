//! A TOML file read key by key, with the place of every key and value at hand.
//!
//! A table is walked by taking from it the keys one knows; what is left at the end
//! is unknown, and the nearest known key is suggested. So every message can show the
//! line, with carets under the words.

use std::ops::Range;
use std::path::Path;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Complaint, Error};
use crate::read::{nearest, unreadable};

/// A TOML file and how it is called in messages.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    /// As messages call it.
    pub shown: String,
    /// Its text.
    pub text: String,
}

/// A value with its bytes in the document.
pub(crate) type Item<'d> = Spanned<DeValue<'d>>;

impl Document {
    /// Reads the file; a file that is not UTF-8 is named.
    pub fn read(path: &Path, shown: String) -> Result<Document, Error> {
        let text = std::fs::read_to_string(path).map_err(|cause| unreadable(Path::new(&shown), cause))?;
        Ok(Document { shown, text })
    }

    /// Its outermost table.
    pub fn table(&self) -> Result<Table<'_>, Error> {
        let table = DeTable::parse(&self.text).map_err(|e| {
            let range = e.span().unwrap_or(0..0);
            let problem = e.message().lines().next().unwrap_or("not TOML").trim().to_owned();
            self.complaint(range, problem, "see https://toml.io for how such a file is written".to_owned())
        })?;
        let range = table.span();
        Ok(Table {
            document: self,
            range,
            entries: table.into_inner().into_iter().collect(),
            known: Vec::new(),
        })
    }

    /// The line of a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.text.as_bytes().iter().take(at).filter(|&&byte| byte == b'\n').count() + 1
    }

    /// A complaint about these bytes.
    pub fn complaint(&self, range: Range<usize>, problem: String, advice: String) -> Error {
        Complaint::at(&self.shown, &self.text, range, problem, advice).into()
    }

    /// A complaint about a value of the wrong type.
    pub fn unfit(&self, item: &Item<'_>, wanted: &str, example: &str) -> Error {
        let given = match item.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let problem = format!("{wanted} is wanted here, and this is {given}");
        self.complaint(item.span(), problem, format!("write it as `{example}`"))
    }

    /// The text of a value, not blank.
    pub fn words(&self, item: &Item<'_>, example: &str) -> Result<String, Error> {
        match item.get_ref() {
            DeValue::String(words) if words.trim().is_empty() => {
                let problem = "there is nothing between the quotation marks".to_owned();
                Err(self.complaint(item.span(), problem, format!("write it as `{example}`")))
            }
            DeValue::String(words) => Ok(words.trim().to_owned()),
            _ => Err(self.unfit(item, "a text", example)),
        }
    }

    /// The values of a list.
    pub fn list<'i, 'd>(&self, item: &'i Item<'d>, example: &str) -> Result<&'i [Item<'d>], Error> {
        match item.get_ref() {
            DeValue::Array(items) => Ok(items),
            _ => Err(self.unfit(item, "a list", example)),
        }
    }

    /// The texts of a list.
    pub fn list_of_words(&self, item: &Item<'_>, example: &str) -> Result<Vec<String>, Error> {
        self.list(item, example)?.iter().map(|inner| self.words(inner, example)).collect()
    }

    /// True or false.
    pub fn switch(&self, item: &Item<'_>, example: &str) -> Result<bool, Error> {
        item.get_ref().as_bool().ok_or_else(|| self.unfit(item, "true or false", example))
    }

    /// A day: a date of TOML, or the same in quotation marks.
    pub fn day(&self, item: &Item<'_>, example: &str) -> Result<Date, Error> {
        let words = match item.get_ref() {
            DeValue::String(words) => words.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            _ => return Err(self.unfit(item, "a day", example)),
        };
        words.parse::<Date>().ok().filter(|_| words.len() == 10).ok_or_else(|| {
            let problem = format!("`{words}` is no day of the calendar");
            self.complaint(item.span(), problem, format!("write it as year-month-day: `{example}`"))
        })
    }

    /// One of the `choices`, by its name.
    pub fn choice<T: Copy>(
        &self,
        item: &Item<'_>,
        what: &str,
        choices: &[(&'static str, T)],
    ) -> Result<T, Error> {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let example = format!("\"{}\"", names[0]);
        let words = self.words(item, &example)?;
        choices.iter().find(|(name, _)| *name == words).map(|(_, choice)| *choice).ok_or_else(|| {
            let problem = format!("there is no {what} `{words}`");
            let advice = nearest::suggestion(&words, &names, &format!("choose among {}", names.join(", ")));
            self.complaint(item.span(), problem, advice)
        })
    }

    /// The tables of `[[key]]`.
    pub fn tables<'d>(&'d self, item: Item<'d>, key: &str) -> Result<Vec<Table<'d>>, Error> {
        let range = item.span();
        match item.into_inner() {
            DeValue::Array(items) => items.into_iter().map(|item| self.inner_table(item, key)).collect(),
            _ => {
                let problem = format!("`{key}` is given more than once or not at all");
                Err(self.complaint(range, problem, format!("write it with two brackets: `[[{key}]]`")))
            }
        }
    }

    /// The table that a value is.
    pub fn inner_table<'d>(&'d self, item: Item<'d>, key: &str) -> Result<Table<'d>, Error> {
        let range = item.span();
        if !item.get_ref().is_table() {
            return Err(self.unfit(&item, "a table", &format!("[{key}]")));
        }
        let DeValue::Table(table) = item.into_inner() else { unreachable!("it was looked at above") };
        Ok(Table { document: self, range, entries: table.into_iter().collect(), known: Vec::new() })
    }
}

/// A table from which known keys are taken.
pub(crate) struct Table<'d> {
    pub document: &'d Document,
    /// Where it begins: its head, or the first byte of the file.
    pub range: Range<usize>,
    entries: Vec<(Spanned<std::borrow::Cow<'d, str>>, Item<'d>)>,
    known: Vec<&'static str>,
}

impl<'d> Table<'d> {
    /// The value of a key, which is then known; its place in the file stays with it.
    pub fn take(&mut self, key: &'static str) -> Option<Item<'d>> {
        self.known.push(key);
        let at = self.entries.iter().position(|(given, _)| given.get_ref() == key)?;
        Some(self.entries.swap_remove(at).1)
    }

    /// The value of a key that must be there.
    pub fn need(&mut self, key: &'static str, example: &str) -> Result<Item<'d>, Error> {
        self.take(key).ok_or_else(|| {
            // A key that is there but misspelt is what to tell of.
            let like = |name: &str| nearest::nearest(name, &[key]).is_some();
            if let Some((given, _)) = self.entries.iter().find(|(given, _)| like(given.get_ref())) {
                let problem = format!("there is no key `{}`", given.get_ref());
                return self.document.complaint(given.span(), problem, format!("did you mean `{key}`?"));
            }
            let problem = format!("there is no `{key}` in it");
            self.document.complaint(self.range.clone(), problem, format!("add a line `{example}`"))
        })
    }

    /// All its keys with their places and values, for tables whose keys are names.
    pub fn into_entries(self) -> impl Iterator<Item = (Spanned<String>, Item<'d>)> {
        let mut entries = self.entries;
        entries.sort_by_key(|(key, _)| key.span().start);
        entries.into_iter().map(|(key, item)| (Spanned::new(key.span(), key.into_inner().into_owned()), item))
    }

    /// Complains about the first key that nobody took.
    pub fn end(self) -> Result<(), Error> {
        let Some((key, _)) = self.entries.iter().min_by_key(|(key, _)| key.span().start) else {
            return Ok(());
        };
        let name = key.get_ref();
        let problem = format!("there is no key `{name}`");
        let advice = nearest::suggestion(name, &self.known, &format!("keys are {}", self.known.join(", ")));
        Err(self.document.complaint(key.span(), problem, advice))
    }
}
