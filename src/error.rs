//! What can go wrong at the rim: reading, configuration, arguments.
//!
//! One opaque [`Error`]. Inside, `Failure` holds facts; its `Display` is the
//! only place where they become sentences: what was being done, to what, why it
//! failed, and on a second line what to do next.

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
}

const NAME_ARTICLES: &str = "articles are text files (.txt, .md, or without an ending), saved pages (.html) and Word documents (.docx)";

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
    fn an_empty_folder_is_named() {
        let failure = Failure::NoArticles { paths: vec!["stories".into()], skipped: 2 };
        assert!(failure.to_string().starts_with("no articles in stories; 2 files skipped\n"), "{failure}");
    }
}
