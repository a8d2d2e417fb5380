//! The marks of a `gold.jsonl`: one mark a line, its sides with article, sentence and words.
//!
//! A side stands where its sentence first stands in the article, or at the bytes that
//! it gives. Keys that nobody knows are left to whoever wrote them.

use std::path::Path;

use serde::Deserialize;

use super::mark::{self, Mark, Side, Wanted};
use crate::article::{Article, ArticleId, Cluster, Span};
use crate::error::{Error, Failure};

#[derive(Deserialize)]
struct Line {
    id: String,
    kind: String,
    verdict: String,
    tier: Option<String>,
    #[serde(default)]
    topic: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    accept: Vec<String>,
    sides: Vec<GivenSide>,
}

#[derive(Deserialize)]
struct GivenSide {
    doc: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    sentence: String,
    value: String,
    start: Option<usize>,
    end: Option<usize>,
}

/// The marks in `text`, which the file at `path` holds; articles are named by their
/// path below `folder`.
pub(super) fn marks(path: &str, text: &str, folder: &Path, cluster: &Cluster) -> Result<Vec<Mark>, Error> {
    let mut marks = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        if line.trim().is_empty() {
            continue;
        }
        let failed = |cause: String| Failure::Mark { path: path.to_owned(), line: number, cause };
        let given: Line = serde_json::from_str(line).map_err(|e| failed(plain(&e)))?;
        marks.push(mark(given, folder, cluster).map_err(failed)?);
    }
    Ok(marks)
}

/// What is amiss with a line, without the line number 1 that the parser counts.
fn plain(problem: &serde_json::Error) -> String {
    let words = problem.to_string();
    let at = format!(" at line {} column {}", problem.line(), problem.column());
    match words.strip_suffix(&at) {
        Some(cause) => format!("{cause}, column {}", problem.column()),
        None => words,
    }
}

fn mark(given: Line, folder: &Path, cluster: &Cluster) -> Result<Mark, String> {
    let kind = mark::kind(&given.kind)
        .ok_or_else(|| format!("there is no kind `{}`; kinds are {}", given.kind, mark::kinds()))?
        .to_owned();
    let verdict = |id: &str| {
        let known = Wanted::from_id(id);
        known
            .ok_or_else(|| format!("there is no verdict `{id}`; write conflict, minor, update or compatible"))
    };
    let is_core = match given.tier.as_deref() {
        Some("core") => true,
        Some("stretch") | None => false,
        Some(other) => return Err(format!("there is no tier `{other}`; write core or stretch")),
    };
    if given.sides.len() < 2 {
        return Err("a mark needs two sides or more".to_owned());
    }
    Ok(Mark {
        wanted: verdict(&given.verdict)?,
        accepts: given.accept.iter().map(|id| verdict(id)).collect::<Result<_, _>>()?,
        sides: given.sides.iter().map(|s| side(s, folder, cluster)).collect::<Result<_, _>>()?,
        id: given.id,
        kind,
        is_core,
        topic: given.topic,
        why: given.why,
    })
}

fn side(given: &GivenSide, folder: &Path, cluster: &Cluster) -> Result<Side, String> {
    let path = folder.join(&given.doc);
    let (number, article) = cluster
        .iter()
        .find(|(_, a)| Path::new(&a.path) == path)
        .ok_or_else(|| format!("there is no article `{}`", given.doc))?;
    let place = match (given.start, given.end) {
        (Some(start), Some(end)) => bytes(number, article, start, end)
            .ok_or_else(|| format!("bytes {start} to {end} are none of `{}`", given.doc))?,
        _ => words(number, article, given)?,
    };
    Ok(Side { value: given.value.clone(), places: vec![place] })
}

fn words(number: ArticleId, article: &Article, given: &GivenSide) -> Result<Span, String> {
    if given.text.is_empty() {
        return Err(format!("a side in `{}` has neither `text` nor `start` and `end`", given.doc));
    }
    let at = article
        .text
        .find(&given.sentence)
        .ok_or_else(|| format!("the sentence of `{}` does not stand in `{}`", given.text, given.doc))?;
    let inner = given
        .sentence
        .find(&given.text)
        .ok_or_else(|| format!("`{}` does not stand in its sentence ({})", given.text, given.doc))?;
    Ok(Span::new(number, at + inner..at + inner + given.text.len()))
}

/// Bytes of the file as a span of the text.
fn bytes(number: ArticleId, article: &Article, start: usize, end: usize) -> Option<Span> {
    let (start, end) = (article.text_offset(start)?, article.text_offset(end)?);
    (start < end).then(|| Span::new(number, start..end))
}
