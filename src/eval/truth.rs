//! The marks of a `truth.toml`: what a story of the corpus is expected to give.
//!
//! `[[conflict]]` and `[[missed]]` want a report, `[[quiet]]` wants none. A side is
//! `article: words`, the words as printed, wherever in the article they stand.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::mark::{self, Mark, Side, Wanted};
use crate::article::{Cluster, Span};
use crate::error::{Error, Failure};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Truth {
    #[serde(default)]
    conflict: Vec<Expected>,
    #[serde(default)]
    quiet: Vec<Expected>,
    #[serde(default)]
    missed: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    kind: Option<Spanned<String>>,
    verdict: Option<Spanned<String>>,
    sides: Spanned<Vec<Spanned<String>>>,
    why: String,
}

/// The marks in `text`, which the file at `path` holds.
pub(super) fn marks(path: &str, text: &str, cluster: &Cluster) -> Result<Vec<Mark>, Error> {
    let file = File { path, text, cluster };
    let truth: Truth =
        toml::from_str(text).map_err(|e| file.failure(e.span().unwrap_or(0..0), e.message()))?;
    let wanted = truth.conflict.iter().chain(&truth.missed).map(|e| (e, true));
    let all = wanted.chain(truth.quiet.iter().map(|e| (e, false)));
    let mut marks = all.map(|(e, is_wanted)| file.mark(e, is_wanted)).collect::<Result<Vec<_>, _>>()?;
    marks.sort_by_key(|(line, _)| *line);
    Ok(marks.into_iter().map(|(_, mark)| mark).collect())
}

struct File<'a> {
    path: &'a str,
    text: &'a str,
    cluster: &'a Cluster,
}

impl File<'_> {
    /// The mark with the line of its sides.
    fn mark(&self, expected: &Expected, is_wanted: bool) -> Result<(usize, Mark), Error> {
        let line = self.line(&expected.sides.span());
        let kind = match &expected.kind {
            None => String::new(),
            Some(kind) => mark::kind(kind.get_ref())
                .ok_or_else(|| {
                    let cause = format!("there is no kind `{}`; kinds are {}", kind.get_ref(), mark::kinds());
                    self.failure(kind.span(), &cause)
                })?
                .to_owned(),
        };
        let wanted = match (&expected.verdict, is_wanted) {
            (_, false) => Wanted::Nothing,
            (None, true) => Wanted::Conflict,
            (Some(verdict), true) => Wanted::from_id(verdict.get_ref()).ok_or_else(|| {
                let cause =
                    format!("there is no verdict `{}`; write conflict, minor or update", verdict.get_ref());
                self.failure(verdict.span(), &cause)
            })?,
        };
        let sides = expected.sides.get_ref();
        if sides.len() < 2 {
            return Err(self.failure(expected.sides.span(), "a mark needs two sides or more"));
        }
        let topic = sides.iter().map(|s| s.get_ref().as_str()).collect::<Vec<_>>().join(" / ");
        let sides = sides.iter().map(|s| self.side(s)).collect::<Result<Vec<_>, _>>()?;
        let why = expected.why.clone();
        let id = format!("line {line}");
        Ok((line, Mark { id, kind, wanted, accepts: Vec::new(), is_core: true, topic, sides, why }))
    }

    fn side(&self, side: &Spanned<String>) -> Result<Side, Error> {
        let value = side.get_ref();
        let failed = |cause: &str| self.failure(side.span(), cause);
        let Some((id, words)) = value.split_once(": ") else {
            return Err(failed(&format!("`{value}` does not name its article; write `article: words`")));
        };
        let Some((number, article)) = self.cluster.iter().find(|(_, a)| a.id == id) else {
            return Err(failed(&format!("there is no article `{id}`")));
        };
        let places: Vec<Span> =
            article.text.match_indices(words).map(|(at, w)| Span::new(number, at..at + w.len())).collect();
        match places.is_empty() || words.is_empty() {
            true => Err(failed(&format!("`{words}` does not stand in the article `{id}`"))),
            false => Ok(Side { value: value.clone(), places }),
        }
    }

    fn line(&self, span: &Range<usize>) -> usize {
        self.text.bytes().take(span.start).filter(|&b| b == b'\n').count() + 1
    }

    fn failure(&self, span: Range<usize>, cause: &str) -> Error {
        let cause = cause.trim().replace('\n', "; ");
        Failure::Mark { path: self.path.to_owned(), line: self.line(&span), cause }.into()
    }
}
