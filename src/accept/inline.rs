//! Acceptances inside an article: `<!-- factdiff: allow count because … -->`.
//!
//! Such a comment speaks for the paragraphs that share a line with it; where none does,
//! for the next paragraph. It accepts every difference of its kinds that has a claim
//! there. What it does not do it says: a comment that cannot be read, or that nothing
//! needs, gives a [`Remark`].

use std::fmt;
use std::ops::Range;

use crate::article::{Article, ArticleId, Cluster, Comment, Place, ZoneKind};
use crate::claim::Kind;
use crate::discrepancy::{Acceptance, Report};
use crate::read::nearest;

/// How such a comment is written.
const EXAMPLE: &str = "<!-- factdiff: allow count because the ministry and the UN count differently -->";

/// A comment that does nothing, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The article it stands in.
    pub article: ArticleId,
    /// Where it stands there.
    pub place: Place,
    path: String,
    problem: String,
    advice: String,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Remark { path, place, problem, advice, .. } = self;
        write!(f, "{path}:{}: {problem}\n   {advice}", place.short())
    }
}

/// Marks the differences that comments in the articles accept; the comments that do
/// nothing are told. In a report on a draft only the draft's are missed.
pub fn mark(cluster: &Cluster, report: &mut Report) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (id, article) in cluster.iter() {
        for Comment { words, range } in &article.comments {
            let Some(read) = allowance(words) else { continue };
            let told = match read {
                Ok(allowance) => {
                    let covered = covered(article, range);
                    let unused = allowance.mark(report, id, &covered);
                    let is_asked = report.draft.is_none_or(|draft| draft == id);
                    unused.filter(|_| is_asked)
                }
                Err(problem) => Some(problem),
            };
            let place = article.place_of(range.start);
            let path = article.path.clone();
            remarks.extend(told.map(|Problem(problem, advice)| Remark {
                article: id,
                place,
                path,
                problem,
                advice,
            }));
        }
    }
    remarks
}

/// What is the matter, and what to do.
struct Problem(String, String);

#[derive(Debug, PartialEq, Eq)]
struct Allowance {
    kinds: Vec<Kind>,
    because: String,
}

/// What a comment allows; `None` if it does not speak to us.
fn allowance(words: &str) -> Option<Result<Allowance, Problem>> {
    let words = words.trim();
    let head = words.get(.."factdiff".len()).filter(|head| head.eq_ignore_ascii_case("factdiff"))?;
    let rest = &words[head.len()..];
    if rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_')) {
        return None;
    }
    Some(read(rest.trim_start_matches([':', ' ', '\t', '\n', '\r'])))
}

fn read(words: &str) -> Result<Allowance, Problem> {
    let as_in = || format!("write it as `{EXAMPLE}`");
    let mut parts = words.split_whitespace();
    let verb = parts.next().unwrap_or("");
    if verb != "allow" {
        let problem = format!("a comment to factdiff that does not say `allow`, but `{verb}`");
        return Err(Problem(problem, nearest::suggestion(verb, &["allow"], &as_in())));
    }
    let rest: Vec<&str> = parts.collect();
    let because = rest.iter().position(|word| word.trim_end_matches(':') == "because");
    let (given, reason) = rest.split_at(because.unwrap_or(rest.len()));
    let mut kinds = Vec::new();
    for name in given.iter().flat_map(|word| word.split(',')).filter(|name| !name.is_empty()) {
        match Kind::from_id(name) {
            Some(kind) => kinds.push(kind),
            // Without `because` the reason stands where kinds are looked for.
            None if because.is_none() && !kinds.is_empty() => break,
            None => {
                let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
                let advice = nearest::suggestion(name, &names, "`factdiff explain` lists the kinds");
                return Err(Problem(format!("there is no kind `{name}` to allow"), advice));
            }
        }
    }
    if kinds.is_empty() {
        return Err(Problem("a comment that allows no kind".to_owned(), as_in()));
    }
    let because = reason.get(1..).unwrap_or_default().join(" ");
    if because.is_empty() {
        let problem = "a comment that allows a difference and does not say why".to_owned();
        return Err(Problem(problem, as_in()));
    }
    Ok(Allowance { kinds, because })
}

impl Allowance {
    /// Marks what has a claim in the paragraphs; the kinds that have none there are told.
    fn mark(&self, report: &mut Report, article: ArticleId, covered: &[Range<usize>]) -> Option<Problem> {
        let mut unused = self.kinds.clone();
        let claims = &report.claims;
        for topic in report.topics.iter_mut().filter(|t| t.verdict.is_discrepancy()) {
            let stands_here = |id: &crate::discrepancy::ClaimId| {
                let span = claims[id.0 as usize].span;
                let start = span.range().start;
                span.article == article && covered.iter().any(|range| range.contains(&start))
            };
            let is_meant = self.kinds.contains(&topic.kind)
                && topic.readings.iter().flat_map(|r| &r.claims).any(stands_here);
            if is_meant {
                unused.retain(|kind| *kind != topic.kind);
                let because = self.because.clone();
                topic.accepted.get_or_insert(Acceptance { because, by: None, until: None });
            }
        }
        let names: Vec<&str> = unused.iter().map(|kind| kind.id()).collect();
        let problem =
            format!("nothing to allow: no difference of kind {} in this paragraph", names.join(", "));
        let advice = "take the comment out, or put it at the end of the paragraph it is for".to_owned();
        (!unused.is_empty()).then_some(Problem(problem, advice))
    }
}

/// The paragraphs that a comment speaks for: those that share a line with it, else the next.
///
/// The line of a text taken out of a page is a paragraph of the page.
fn covered(article: &Article, comment: &Range<usize>) -> Vec<Range<usize>> {
    let text = &article.text;
    let is_end = |c: char| matches!(c, '\n' | '\r');
    let first = text[..comment.start].rfind(is_end).map_or(0, |at| at + 1);
    let last = text[comment.end..].find(is_end).map_or(text.len(), |at| comment.end + at);
    let read =
        || article.zones.iter().filter(|zone| zone.kind != ZoneKind::Furniture).map(|zone| &zone.range);
    let beside: Vec<Range<usize>> =
        read().filter(|range| range.start < last && first < range.end).cloned().collect();
    if !beside.is_empty() {
        return beside;
    }
    read()
        .filter(|range| range.start >= comment.end)
        .min_by_key(|range| range.start)
        .cloned()
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests;
