//! The line-by-line sheet: what a checker ticks off, in the order of one article.
//!
//! Every figure, name with its role, day, place and quotation of the article is a
//! line; beside it stands where other articles have the same thing, and the verdict.
//! What the text repeats word for word is ticked once.

mod html;
mod markdown;
mod named;

use std::collections::BTreeMap;

use crate::article::{ArticleId, Cluster, Span};
use crate::claim::{Claim, Kind};
use crate::discrepancy::{ClaimId, JudgedTopic, Reach, Report, Verdict};
use crate::report::Selection;
use crate::report::quotation::on_one_line;
use crate::report::text::names;
use crate::report::unsupported::UNSUPPORTED;

pub use html::sheet_html;
pub use markdown::sheet_markdown;

/// The sheet of one article.
#[derive(Debug, PartialEq, Eq)]
struct Sheet {
    /// What reports call the article.
    name: String,
    title: Option<String>,
    published: Option<String>,
    /// In the order of the text.
    lines: Vec<Line>,
}

/// Something to tick off.
#[derive(Debug, PartialEq, Eq)]
struct Line {
    /// Line of the text, from 1.
    line: String,
    /// Further lines that say the same in the same words.
    again: Vec<String>,
    /// "count", "name, role".
    kinds: String,
    /// The words, and the sentence around them in three parts.
    words: String,
    sentence: [String; 3],
    /// Where others have it.
    elsewhere: Vec<Elsewhere>,
    /// "agree", "conflict", "only here"; of a draft "unsupported".
    verdict: String,
    /// True for what a checker should look at first.
    is_discrepancy: bool,
}

/// A place in another article, or elsewhere in this one, with what it reads.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Elsewhere {
    /// "Herald:8".
    place: String,
    value: String,
}

/// The sheets of `articles`, with the claims of the kinds that `selection` wants.
fn sheets(cluster: &Cluster, report: &Report, selection: &Selection, articles: &[ArticleId]) -> Vec<Sheet> {
    let desk = Desk { cluster, report, selection, names: names(cluster), topics: topics_of_claims(report) };
    articles.iter().map(|&id| desk.sheet(id)).collect()
}

/// The topics of each claim.
fn topics_of_claims(report: &Report) -> Vec<Vec<&JudgedTopic>> {
    let mut topics = vec![Vec::new(); report.claims.len()];
    for topic in &report.topics {
        for id in topic.readings.iter().flat_map(|r| &r.claims) {
            topics[id.0 as usize].push(topic);
        }
    }
    topics
}

/// What the sheets are made from.
struct Desk<'a> {
    cluster: &'a Cluster,
    report: &'a Report,
    selection: &'a Selection,
    names: Vec<String>,
    topics: Vec<Vec<&'a JudgedTopic>>,
}

/// Claims that are ticked off together.
struct Group {
    /// The words they share: a name with its role, a quotation with its speaker.
    span: Span,
    claims: Vec<ClaimId>,
    again: Vec<String>,
}

impl Desk<'_> {
    fn sheet(&self, article: ArticleId) -> Sheet {
        let of = &self.cluster[article];
        Sheet {
            name: self.names[article.index()].clone(),
            title: of.title.as_deref().map(on_one_line),
            published: of.published.map(|day| day.to_string()),
            lines: self.groups(article).iter().map(|group| self.line(group)).collect(),
        }
    }

    /// The claims of the article by what is ticked off at once, in the order of the text.
    fn groups(&self, article: ArticleId) -> Vec<Group> {
        let claims = (0..).map(ClaimId).zip(&self.report.claims);
        let ours = claims
            .filter(|(_, c)| c.span.article == article && self.selection.wants_kind(c.kind))
            .collect::<Vec<_>>();
        let words: Vec<Span> =
            ours.iter().filter(|(_, c)| c.kind == Kind::QuoteWording).map(|(_, c)| c.span).collect();
        let mut groups: BTreeMap<Span, Group> = BTreeMap::new();
        for (id, claim) in ours {
            let key = key(claim, &words);
            let span = if is_of_person(claim.kind) { claim.span } else { key };
            let group =
                groups.entry(key).or_insert_with(|| Group { span, claims: Vec::new(), again: Vec::new() });
            group.span.start = group.span.start.min(span.start);
            group.span.end = group.span.end.max(span.end);
            group.claims.push(id);
        }
        let mut groups: Vec<Group> = groups.into_values().collect();
        groups.sort_by_key(|g| g.span);
        self.repeated_once(self.without_parts(groups))
    }

    /// Leaves out names inside what is ticked off anyway: "70 percent of Israelis".
    fn without_parts(&self, groups: Vec<Group>) -> Vec<Group> {
        let spans: Vec<Span> = groups.iter().filter(|g| !self.is_quotation(g)).map(|g| g.span).collect();
        let is_part = |g: &Group| {
            let is_free = g.claims.iter().all(|id| self.topics[id.0 as usize].is_empty());
            is_free && self.is_bare(g) && spans.iter().any(|s| *s != g.span && s.contains(g.span))
        };
        groups.into_iter().filter(|g| !is_part(g)).collect()
    }

    /// True for a name or a place with no role to it.
    fn is_bare(&self, group: &Group) -> bool {
        group.claims.iter().all(|id| matches!(self.report.claim(*id).kind, Kind::Name | Kind::Place))
    }

    fn is_quotation(&self, group: &Group) -> bool {
        group
            .claims
            .iter()
            .any(|id| matches!(self.report.claim(*id).kind, Kind::QuoteWording | Kind::QuoteSpeaker))
    }

    /// A name or a place that stands again in the same words joins its first line.
    fn repeated_once(&self, groups: Vec<Group>) -> Vec<Group> {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        let mut kept: Vec<Group> = Vec::new();
        for group in groups {
            let is_bare = self.is_bare(&group);
            let words = self.words(group.span);
            match first.get(&words).filter(|_| is_bare) {
                Some(&at) => {
                    kept[at].again.push(self.line_of(group.span));
                    kept[at].claims.extend(group.claims);
                }
                None => {
                    if is_bare {
                        first.insert(words, kept.len());
                    }
                    kept.push(group);
                }
            }
        }
        kept
    }

    fn line(&self, group: &Group) -> Line {
        let claims = || group.claims.iter().map(|id| self.report.claim(*id));
        let mut kinds: Vec<Kind> = claims().map(|c| c.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut topics: Vec<&JudgedTopic> = Vec::new();
        for topic in group.claims.iter().flat_map(|id| &self.topics[id.0 as usize]) {
            if !topics.iter().any(|t| std::ptr::eq(*t, *topic)) {
                topics.push(topic);
            }
        }
        let worst = topics.iter().max_by_key(|t| (t.verdict, t.confidence));
        let mut elsewhere: Vec<Elsewhere> =
            topics.iter().flat_map(|topic| self.elsewhere(topic, group)).collect();
        let mut verdict = worst.map(|t| self.verdict(t));
        if topics.is_empty() {
            let bearers = named::bearers(self.cluster, self.report, &group.claims);
            verdict = bearers.iter().map(|(_, verdict)| verdict.id().to_owned()).min();
            elsewhere.extend(
                bearers.iter().map(|(id, _)| self.place(*id, self.report.claim(*id).printed(self.cluster))),
            );
        }
        elsewhere.dedup();
        let is_unsupported = group.claims.iter().any(|id| self.report.unsupported.contains(id));
        let is_open = |t: &&&JudgedTopic| t.verdict.is_discrepancy() && t.accepted.is_none();
        let is_discrepancy = worst.as_ref().is_some_and(is_open);
        if is_unsupported && !is_discrepancy {
            verdict = Some(match verdict {
                Some(verdict) => format!("{verdict}, {UNSUPPORTED}"),
                None => UNSUPPORTED.to_owned(),
            });
        }
        Line {
            line: self.line_of(group.span),
            again: group.again.clone(),
            kinds: kinds.iter().map(|k| k.id()).collect::<Vec<_>>().join(", "),
            words: self.words(group.span),
            sentence: self.sentence(group),
            verdict: verdict.unwrap_or_else(|| "only here".to_owned()),
            is_discrepancy,
            elsewhere,
        }
    }

    /// Where else the topic is spoken of: each article once for each of its values.
    fn elsewhere(&self, topic: &JudgedTopic, group: &Group) -> Vec<Elsewhere> {
        let mut found = Vec::new();
        for reading in &topic.readings {
            let mut told = None;
            for claim in reading.claims.iter().filter(|id| !group.claims.contains(id)) {
                let span = self.report.claim(*claim).span;
                let is_inside = topic.reach == Reach::Internal;
                if told == Some(span.article) || (span.article == group.span.article && !is_inside) {
                    continue;
                }
                told = Some(span.article);
                found.push(self.place(*claim, reading.value.clone()));
            }
        }
        found
    }

    fn place(&self, claim: ClaimId, value: String) -> Elsewhere {
        let span = self.report.claim(claim).span;
        let place = format!("{}:{}", self.names[span.article.index()], self.line_of(span));
        Elsewhere { place, value: on_one_line(&value) }
    }

    /// The verdict in words, with what keeps it from being an alarm.
    fn verdict(&self, topic: &JudgedTopic) -> String {
        let mut verdict = topic.verdict.id().to_owned();
        if topic.verdict.is_discrepancy() && topic.confidence < self.selection.min_confidence {
            verdict.push_str(", not sure");
        }
        if let Some(accepted) = &topic.accepted {
            verdict.push_str(&format!(", accepted: {}", on_one_line(&accepted.because)));
        }
        if topic.verdict == Verdict::Unclear {
            verdict.push_str(&format!(": {}", on_one_line(&topic.reason)));
        }
        verdict
    }

    fn sentence(&self, group: &Group) -> [String; 3] {
        let text = &self.cluster[group.span.article].text;
        let around = self.report.claim(group.claims[0]).sentence.range();
        let words = group.span.range();
        let part = |range: std::ops::Range<usize>| on_one_line(text.get(range).unwrap_or(""));
        [part(around.start..words.start), part(words.clone()), part(words.end..around.end)]
    }

    fn words(&self, span: Span) -> String {
        self.cluster[span].split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Its line, or its paragraph in a page or document.
    fn line_of(&self, span: Span) -> String {
        self.cluster[span.article].place_of(span.range().start).short()
    }
}

/// True for kinds whose claim stands at a person: the role, the office, the age.
fn is_of_person(kind: Kind) -> bool {
    matches!(kind, Kind::Role | Kind::Office | Kind::Name)
}

/// What a claim is ticked off with: a role with the name of its holder, a speaker with the
/// words, anything else by itself.
fn key(claim: &Claim, quotations: &[Span]) -> Span {
    let is_near = |holder: &Span| claim.sentence.contains(*holder);
    match claim.kind {
        Kind::Role | Kind::Office => claim.holder.filter(is_near).unwrap_or(claim.span),
        Kind::QuoteSpeaker => {
            quotations.iter().copied().find(|words| words.overlaps(claim.span)).unwrap_or(claim.span)
        }
        _ => claim.span,
    }
}

#[cfg(test)]
mod tests;
