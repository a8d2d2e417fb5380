//! What can go wrong at the rim: reading, configuration, arguments.
//!
//! One opaque [`Error`]. Inside, `Failure` holds facts; its `Display` is the
//! only place where they become sentences: what was being done, to what, why it
//! failed, and on a second line what to do next.

use std::ops::Range;
use std::path::PathBuf;

/// Why the work could not be done. Its `Display` says what to do next.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Failure);

/// The facts of an [`Error`].
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("cannot read {path}: there is no such file or folder\n   {}", spelling(nearest.as_deref()))]
    NoSuchPath { path: String, nearest: Option<String> },

    #[error(
        "cannot read {path}: factdiff uses no network\n   \
         save the page from the browser, after it has loaded, and name the file"
    )]
    Address { path: String },

    #[error("cannot read {path}: {cause}\n   check that it may be read")]
    Unreadable { path: String, cause: std::io::Error },

    #[error("no articles given\n   name at least one file or folder, or `-` for standard input")]
    NothingGiven,

    #[error("no articles in {}; {}\n   {}", list(paths), skipped_files(*skipped), NAME_ARTICLES)]
    NoArticles { paths: Vec<PathBuf>, skipped: usize },

    #[error(
        "cannot read {path}: line {line} of the header has no `:`\n   \
         write it as `key: value`, such as `source: AP`, or close the header before it with a line `---`"
    )]
    HeaderLine { path: String, line: usize },

    #[error(
        "cannot read {path}: the header that line 1 opens is never closed\n   \
         add a line `---` after the last line of the header"
    )]
    HeaderOpen { path: String },

    #[cfg(feature = "docx")]
    #[error("cannot read {path}: {why}\n   {next}")]
    Document { path: String, why: String, next: &'static str },

    #[error(
        "cannot read {path}: line {line}: {cause}\n   mend that line; docs/reference.md, eval, shows the two formats"
    )]
    Mark { path: String, line: usize, cause: String },

    #[error(
        "no marked story in {path}\n   \
         a story is a folder with articles/ and beside it truth.toml or gold.jsonl; or give --gold FILE"
    )]
    NoStories { path: String },

    #[error(
        "cannot tell which marks of {path} count: it has truth.toml and gold.jsonl\n   keep one of the two"
    )]
    TwoFilesOfMarks { path: String },

    #[error("{0}")]
    Place(Box<Complaint>),
}

/// Something at a place of a file that somebody wrote for us by hand.
#[derive(Debug)]
pub(crate) struct Complaint {
    /// The file, as given.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The whole line.
    pub words: String,
    /// How many characters of the line it is about.
    pub length: usize,
    /// What is the matter.
    pub problem: String,
    /// What to do next.
    pub advice: String,
}

impl Complaint {
    /// A complaint about the bytes `range` of `text`; a longer range is told by its first line.
    pub(crate) fn at(
        path: &str,
        text: &str,
        range: Range<usize>,
        problem: String,
        advice: String,
    ) -> Failure {
        let floor =
            |at: usize| (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
        let (start, end) = (floor(range.start), floor(range.end.max(range.start)));
        let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let last = text[start..].find('\n').map_or(text.len(), |at| start + at);
        Failure::Place(Box::new(Complaint {
            path: path.to_owned(),
            line: text[..start].matches('\n').count() + 1,
            column: text[first..start].chars().count() + 1,
            words: text[first..last].trim_end().replace('\t', " "),
            length: text[start..end.min(last)].trim_end().chars().count().max(1),
            problem,
            advice,
        }))
    }
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Complaint { path, line, column, words, length, problem, advice } = self;
        let width = |text: &str| unicode_width::UnicodeWidthStr::width(text);
        let before: String = words.chars().take(column - 1).collect();
        let about: String = words.chars().skip(column - 1).take(*length).collect();
        let (indent, carets) = (" ".repeat(width(&before)), "^".repeat(width(&about).max(1)));
        write!(
            f,
            "cannot read {path}:{line}:{column}: {problem}\n   {words}\n   {indent}{carets}\n   {advice}"
        )
    }
}

const NAME_ARTICLES: &str = "articles are text files (.txt, .md, or without an ending), saved pages (.html) and documents (.docx, .odt)";

fn spelling(nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => "check the spelling; relative paths start at the current folder".to_owned(),
    }
}

fn list(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

fn skipped_files(count: usize) -> String {
    match count {
        0 => "nothing to read there".to_owned(),
        1 => "one file skipped".to_owned(),
        n => format!("{n} files skipped"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_what_failed_and_what_to_do() {
        let error = Error::from(Failure::HeaderLine { path: "a/b.txt".to_owned(), line: 3 });
        let message = error.to_string();
        assert!(message.starts_with("cannot read a/b.txt: line 3 of the header"), "{message}");
        assert!(message.contains("\n   write it as `key: value`"), "{message}");
    }

    #[test]
    fn a_complaint_stands_under_its_words() {
        let text = "a = 1\n\u{6771}\u{4eac} = \"x\"\n";
        let at = text.find("\"x").expect("it is there");
        let failure = Complaint::at("f.toml", text, at..at + 3, "no".into(), "do".into());
        assert_eq!(
            failure.to_string(),
            "cannot read f.toml:2:6: no\n   \u{6771}\u{4eac} = \"x\"\n          ^^^\n   do"
        );
        let end = Complaint::at("f.toml", "a =", 3..9, "no".into(), "do".into()).to_string();
        assert_eq!(end, "cannot read f.toml:1:4: no\n   a =\n      ^\n   do");
    }

    #[test]
    fn an_empty_folder_is_named() {
        let failure = Failure::NoArticles { paths: vec!["stories".into()], skipped: 2 };
        assert!(failure.to_string().starts_with("no articles in stories; 2 files skipped\n"), "{failure}");
    }
}
