//! What holds for some articles only: by the path of the file, or by who published it.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use super::Config;
use super::glob::Glob;
use crate::article::{Article, ArticleId, Cluster};
use crate::claim::Kind;
use crate::discrepancy::{JudgedTopic, Report};

/// Which articles a rule is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    /// Files that the glob matches, from the folder of the configuration.
    Path(String),
    /// Articles of a source of one of these names, in any case.
    Source(Vec<String>),
}

impl Whom {
    /// Files by glob; the first of the list is the one.
    pub(super) fn path(mut globs: Vec<String>) -> Whom {
        Whom::Path(globs.swap_remove(0))
    }

    /// Sources by name.
    pub(super) fn source(names: Vec<String>) -> Whom {
        Whom::Source(names)
    }
}

/// What a configuration says of some articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Of which.
    pub whom: Whom,
    /// Line of the file, from 1.
    pub line: usize,
    /// Who published them, where the article does not say.
    pub source: Option<String>,
    /// Their day of publication, where the article does not say.
    pub published: Option<Date>,
    /// Articles of one lineage are one witness.
    pub lineage: Option<String>,
    /// Kinds for which these articles are no side.
    pub without: Vec<Kind>,
}

impl Rule {
    pub(super) fn new(whom: Whom, line: usize) -> Rule {
        Rule { whom, line, source: None, published: None, lineage: None, without: Vec::new() }
    }
}

/// What the rules come to for one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// Its source.
    pub source: Option<String>,
    /// Its day of publication.
    pub published: Option<Date>,
    /// Its lineage.
    pub lineage: Option<String>,
    /// Kinds for which it is no side.
    pub without: Vec<Kind>,
}

impl Config {
    /// What the rules say of an article, a later rule over an earlier one; what the
    /// article says of itself goes before.
    ///
    /// Rules by path come first, so that a source they give can have rules too.
    pub fn given(&self, article: &Article) -> Given {
        let mut given = Given::default();
        let path = self.path_inside(&article.path);
        for rule in &self.rules {
            let matches = match &rule.whom {
                Whom::Path(glob) => Glob::new(glob).is_ok_and(|glob| glob.matches(&path)),
                Whom::Source(names) => {
                    let source = article.source.as_ref().or(given.source.as_ref());
                    source.is_some_and(|s| names.iter().any(|n| n.to_lowercase() == s.to_lowercase()))
                }
            };
            if matches {
                given.source = rule.source.clone().or(given.source);
                given.published = rule.published.or(given.published);
                given.lineage = rule.lineage.clone().or(given.lineage);
                given.without.extend(&rule.without);
            }
        }
        given
    }

    /// The path of an article as its globs see it: from the folder of the configuration.
    fn path_inside(&self, path: &str) -> String {
        let folder = self.folder.as_ref().and_then(|folder| folder.canonicalize().ok());
        let place = Path::new(path).canonicalize().ok();
        let inside = folder.zip(place).and_then(|(f, p)| p.strip_prefix(f).map(Path::to_owned).ok());
        inside.map_or_else(|| path.to_owned(), |p| p.to_string_lossy().into_owned()).replace('\\', "/")
    }

    /// The articles with what the rules say of them.
    ///
    /// A lineage goes into the notes of the article, where a header `lineage:` is too.
    pub fn complete(&self, cluster: Cluster) -> Cluster {
        if self.rules.is_empty() {
            return cluster;
        }
        let complete = |article: &Article| {
            let given = self.given(article);
            let mut article = article.clone();
            article.source = article.source.or(given.source);
            article.published = article.published.or(given.published);
            if let (None, Some(lineage)) = (article.lineage(), given.lineage) {
                article.notes.push(("lineage".to_owned(), lineage));
            }
            article
        };
        Cluster::new(cluster.articles().iter().map(complete).collect())
    }

    /// Leaves out the differences that need an article which is no side in that kind.
    ///
    /// A difference stays as long as two of its readings stand in other articles.
    pub fn leave_out(&self, cluster: &Cluster, report: &mut Report) {
        if self.rules.iter().all(|rule| rule.without.is_empty()) {
            return;
        }
        let without: Vec<Vec<Kind>> = cluster.articles().iter().map(|a| self.given(a).without).collect();
        let counts = |article: ArticleId, kind| !without[article.index()].contains(&kind);
        let claims = &report.claims;
        let stays = |topic: &JudgedTopic| {
            let is_side = |r: &&crate::discrepancy::Reading| {
                r.claims.iter().any(|id| counts(claims[id.0 as usize].span.article, topic.kind))
            };
            !topic.verdict.is_discrepancy()
                || topic.readings.iter().filter(is_side).count() >= topic.readings.len().min(2)
        };
        let kept = report.topics.iter().map(stays).collect::<Vec<bool>>();
        let mut kept = kept.into_iter();
        report.topics.retain(|_| kept.next().unwrap_or(true));
    }
}

/// Gives articles of one declared lineage one number, and keeps two declared ones apart.
///
/// A lineage is declared in the header of an article (`lineage: AP`) or in the
/// configuration; an article without one goes with those whose copy it is.
pub fn apply_lineages(cluster: &Cluster, report: &mut Report) {
    let declared: Vec<Option<&str>> = cluster.articles().iter().map(Article::lineage).collect();
    if declared.iter().all(Option::is_none) {
        return;
    }
    let found = report.lineages.clone();
    let of_copies = |i: usize| {
        let copies = (0..declared.len()).filter(|&j| found.get(j) == found.get(i));
        let mut names: Vec<&str> = copies.filter_map(|j| declared[j]).collect();
        names.dedup();
        if let [only] = names[..] { Some(only) } else { None }
    };
    let mut numbers: BTreeMap<(Option<&str>, u32), u32> = BTreeMap::new();
    for i in 0..report.lineages.len().min(declared.len()) {
        let name = declared[i].or_else(|| of_copies(i));
        let key = (name, if name.is_some() { 0 } else { found[i] });
        report.lineages[i] = *numbers.entry(key).or_insert(i as u32);
    }
}
