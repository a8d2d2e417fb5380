//! `factdiff.toml`: what a house wants of every check, found upward from the articles.
//!
//! A key nobody knows, a value of the wrong type and a day that no month has are
//! errors that show the line. Every setting knows the line it came from, so that
//! `factdiff config` can say why a check behaves as it does.

mod articles;
pub(crate) mod document;
pub mod glob;
mod keys;
pub mod starter;

use std::path::{Path, PathBuf};

use crate::claim::Kind;
use crate::discrepancy::{Confidence, Report, Severity, Verdict};
use crate::error::Error;
use crate::options::{Alias, HouseFact, Options};
use crate::read::nearest;
use document::Document;

pub use articles::{Given, Rule, Whom, apply_lineages};

/// What the file is called.
pub const NAME: &str = "factdiff.toml";

/// A value with the line of the file that gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// What was set.
    pub value: T,
    /// Its line, from 1.
    pub line: usize,
}

/// What a `factdiff.toml` says; the default is what an empty one says.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The file as messages call it; `None` if there is none.
    pub shown: Option<String>,
    /// The folder of the file: globs start there.
    pub folder: Option<PathBuf>,
    /// Only these kinds are reported.
    pub kinds: Option<Setting<Vec<Kind>>>,
    /// These kinds are not reported.
    pub without: Option<Setting<Vec<Kind>>>,
    /// How bad a difference of that kind is, whatever the program thinks.
    pub severity: Vec<(Kind, Setting<Severity>)>,
    /// What is less sure is left out.
    pub min_confidence: Option<Setting<Confidence>>,
    /// Least verdict that makes the exit code 1; `None` inside is "never".
    pub fail_on: Option<Setting<Option<Verdict>>>,
    /// How the report is printed; which formats there are is known to the command line.
    pub format: Option<Setting<String>>,
    /// Whether reference knowledge may add hints.
    pub hints: Option<Setting<bool>>,
    /// What holds for some articles only, in the order of the file.
    pub rules: Vec<Rule>,
    /// Names that mean one thing.
    pub aliases: Vec<Alias>,
    /// People and offices as the house knows them.
    pub facts: Vec<HouseFact>,
    /// Sources of figures that count differently.
    pub counters: Vec<Vec<String>>,
}

impl Config {
    /// The nearest `factdiff.toml` in `start` or a folder above it, if there is one.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, or that says what nobody understands.
    pub fn find(start: &Path) -> Result<Config, Error> {
        match upward(start, NAME) {
            Some(path) => Config::load(&path),
            None => Ok(Config::default()),
        }
    }

    /// The configuration in that file.
    ///
    /// # Errors
    ///
    /// As for [`Config::find`], and if the file is not there.
    pub fn load(path: &Path) -> Result<Config, Error> {
        let document = Document::read(path, shown(path))?;
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        keys::config(&document, folder)
    }

    /// The kinds that are reported, before flags have their say; none means all.
    pub fn reported_kinds(&self) -> Vec<Kind> {
        let only = self.kinds.as_ref().map(|s| s.value.clone());
        let Some(without) = &self.without else { return only.unwrap_or_default() };
        let mut kinds = only.unwrap_or_else(|| Kind::ALL.to_vec());
        kinds.retain(|kind| !without.value.contains(kind));
        kinds
    }

    /// Puts what a check can use into `options`.
    pub fn fill(&self, options: &mut Options) {
        options.hints = self.hints.as_ref().map_or(options.hints, |s| s.value);
        options.aliases.extend(self.aliases.iter().cloned());
        options.facts.extend(self.facts.iter().cloned());
        options.counters.extend(self.counters.iter().cloned());
    }

    /// Gives each difference the severity that the house gives its kind. A minor one
    /// stays low: that it is listed at all is all there is to say.
    pub fn weigh(&self, report: &mut Report) {
        for topic in report.topics.iter_mut().filter(|t| t.verdict != Verdict::Minor) {
            if let Some((_, severity)) = self.severity.iter().find(|(kind, _)| *kind == topic.kind) {
                topic.severity = severity.value;
            }
        }
    }

    /// Complains about a `format` that the command line does not know.
    pub fn unknown_format(&self, known: &[&str]) -> Option<Error> {
        let (format, shown) = (self.format.as_ref()?, self.shown.as_ref()?);
        if known.contains(&format.value.as_str()) {
            return None;
        }
        let text = self.folder.as_ref().and_then(|f| std::fs::read_to_string(f.join(NAME)).ok());
        let document = Document { shown: shown.clone(), text: text.unwrap_or_default() };
        let line = document.text.split_inclusive('\n').take(format.line - 1).map(str::len).sum::<usize>();
        let quoted = document.text[line..].find('"').map_or(line, |at| line + at);
        let advice = format!("choose among {}", known.join(", "));
        Some(document.complaint(
            quoted..quoted + format.value.len() + 2,
            format!("there is no format `{}`", format.value),
            nearest::suggestion(&format.value, known, &advice),
        ))
    }
}

/// The nearest file of that name in `start` or above it.
pub fn upward(start: &Path, name: &str) -> Option<PathBuf> {
    let start = std::path::absolute(start).ok()?;
    // `a/../b` has the folders of `b` above it and not those of `a`.
    let start = start.canonicalize().unwrap_or(start);
    start.ancestors().map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// The path as messages call it: without the current folder, with `/` on every system.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).unwrap_or_default();
    let path = path.strip_prefix(&here).unwrap_or(path).to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { path.into_owned() } else { path.replace('\\', "/") }
}

#[cfg(test)]
mod tests;
