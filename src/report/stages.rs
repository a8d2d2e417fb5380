//! Stages: what each step on the way to a report saw, for debugging and for trust.
//!
//! One plain format, line by line, that diffs well; `claims` has a file of its own.

use std::fmt::Write;

use crate::article::{AnnotatedArticle, Cluster, Span, ZoneKind};
use crate::discrepancy::{JudgedTopic, Report};
use crate::language::{Features, NameKind, Sentence};
use crate::report::Selection;
use crate::report::quotation::on_one_line;
use crate::report::text::names;

/// The parts of each article: lines, what it is, how it starts.
pub fn zones(cluster: &Cluster) -> String {
    let mut out = String::new();
    let names = names(cluster);
    for ((_, article), name) in cluster.iter().zip(&names) {
        for zone in &article.zones {
            let first = article.place_of(zone.range.start).short();
            let last = article.place_of(zone.range.end.saturating_sub(1).max(zone.range.start)).short();
            let lines = if first == last { first } else { format!("{first}-{last}") };
            let words = on_one_line(article.text.get(zone.range.clone()).unwrap_or(""));
            let _ = writeln!(out, "{name}:{lines}\t{}\t{}", zone_name(zone.kind), words.trim());
        }
    }
    out
}

/// Each sentence with its tokens: number, surface, tag, lemma, relation, head, features, name.
pub fn sentences(cluster: &Cluster) -> String {
    let mut out = String::new();
    let names = names(cluster);
    for ((id, article), name) in cluster.iter().zip(&names) {
        let annotated = AnnotatedArticle::new(id, article);
        for sentence in annotated.sentences() {
            let range = sentence.range();
            let place = article.place_of(range.start);
            let words = on_one_line(&cluster[Span::new(id, range)]);
            let zone = zone_name(annotated.zone(&sentence));
            let _ = writeln!(out, "{name}:{place}\t{zone}\t{words}");
            for token in 0..sentence.len() {
                let _ = writeln!(out, "  {}", token_line(&sentence, token));
            }
            out.push('\n');
        }
    }
    out
}

/// Every topic of the wanted kinds, whatever its verdict, with readings and reason.
pub fn topics(cluster: &Cluster, report: &Report, selection: &Selection) -> String {
    let mut out = String::new();
    let names = names(cluster);
    for topic in report.topics.iter().filter(|t| selection.wants_kind(t.kind)) {
        let JudgedTopic {
            fingerprint,
            kind,
            reach,
            verdict,
            confidence,
            severity,
            topic,
            reason,
            readings,
            ..
        } = topic;
        let _ = writeln!(
            out,
            "{}: {}\t{} {}, {}, confidence {}, severity {}",
            verdict.id(),
            on_one_line(topic),
            kind.id(),
            fingerprint,
            reach.id(),
            confidence.id(),
            severity.id()
        );
        for reading in readings {
            let place = |id| {
                let span: Span = report.claim(id).span;
                let place = cluster[span.article].place_of(span.range().start);
                format!("{}:{place}", names[span.article.index()])
            };
            let places: Vec<String> = reading.claims.iter().map(|id| place(*id)).collect();
            let _ = writeln!(out, "  {}\t{}", on_one_line(&reading.value), places.join(", "));
        }
        let _ = writeln!(out, "  why: {}", on_one_line(reason));
    }
    out
}

fn token_line(sentence: &Sentence<'_>, token: usize) -> String {
    let head = sentence.head(token).map_or_else(|| "-".to_owned(), |head| head.to_string());
    let name = sentence.name_at(token).map_or("", |n| name_kind(n.kind));
    format!(
        "{token}\t{}\t{:?}\t{}\t{:?}\t{head}\t{}\t{name}",
        on_one_line(sentence.surface(token)),
        sentence.tag(token),
        on_one_line(sentence.lemma(token)),
        sentence.relation(token),
        features(sentence.features(token)),
    )
    .trim_end()
    .to_owned()
}

fn features(features: Features) -> String {
    const NAMES: [(Features, &str); 12] = [
        (Features::SINGULAR, "singular"),
        (Features::PLURAL, "plural"),
        (Features::PAST, "past"),
        (Features::PRESENT, "present"),
        (Features::FINITE, "finite"),
        (Features::INFINITIVE, "infinitive"),
        (Features::PARTICIPLE, "participle"),
        (Features::GERUND, "gerund"),
        (Features::PASSIVE, "passive"),
        (Features::ORDINAL, "ordinal"),
        (Features::POSSESSIVE, "possessive"),
        (Features::GRADED, "graded"),
    ];
    let set: Vec<&str> = NAMES.into_iter().filter(|(f, _)| features.has(*f)).map(|(_, name)| name).collect();
    set.join("+")
}

fn zone_name(zone: ZoneKind) -> &'static str {
    match zone {
        ZoneKind::Headline => "headline",
        ZoneKind::Subheading => "subheading",
        ZoneKind::Caption => "caption",
        ZoneKind::Body => "body",
        ZoneKind::Furniture => "furniture",
    }
}

fn name_kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "person",
        NameKind::Organisation => "organisation",
        NameKind::Place => "place",
        NameKind::Other => "name",
    }
}
