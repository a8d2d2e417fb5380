//! The formats on one hand-made report: what is expected stands here in full.

mod formats;
mod paragraphs;

use crate::article::{ArticleId, Cluster, Span, ZoneKind};
use crate::claim::{Claim, Kind, Scope, Stance, Subject, Value};
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Reach, Reading, Report, Severity, Verdict};
use crate::report::text::{Look, plain, styled};
use crate::report::{Counts, JsonReport, Selection, claims_text, topics};
use crate::value::Words;

const AP: &str = "Toll rises in Gaza\n\nOfficials put the dead at 67,160.\n";
const AFP: &str = "The ministry, whose figures are regarded as reliable by the United Nations and by most \
    other bodies that work in the strip, counts 67,173 dead since the war began two years ago.\n";
const BBC: &str = "“東京” – the dead number 67,160.\n";

/// Three articles; the dead are 67,160 in two of them and 67,173 in the other.
fn toll() -> (Cluster, Report) {
    let articles = [("001", "AP", AP), ("002", "AFP", AFP), ("003", "BBC", BBC)];
    let articles =
        articles.map(|(id, source, text)| crate::read::article(id, None, Some(source), None, text));
    let cluster = Cluster::new(articles.into());
    let claims = [(0, "67,160"), (1, "67,173"), (2, "67,160")].map(|(n, words)| claim(&cluster, n, words));
    let reading = |value: &str, claims: &[u32]| Reading {
        value: value.to_owned(),
        claims: claims.iter().copied().map(ClaimId).collect(),
    };
    let conflict = JudgedTopic {
        fingerprint: "b1e391ae5f009694".to_owned(),
        kind: Kind::Count,
        reach: Reach::Cross,
        verdict: Verdict::Conflict,
        confidence: Confidence::High,
        severity: Severity::High,
        topic: "people killed · Gaza".to_owned(),
        reason: "the figures differ by 13".to_owned(),
        hint: None,
        accepted: None,
        readings: vec![reading("67,160", &[0, 2]), reading("67,173", &[1])],
    };
    let agree = JudgedTopic { verdict: Verdict::Agree, kind: Kind::Place, ..conflict.clone() };
    let unsure =
        JudgedTopic { confidence: Confidence::Low, topic: "people hurt".to_owned(), ..conflict.clone() };
    (
        cluster,
        Report {
            claims: claims.into(),
            topics: vec![agree, conflict, unsure],
            lineages: vec![0, 1, 2],
            ..Report::default()
        },
    )
}

fn claim(cluster: &Cluster, article: u32, words: &str) -> Claim {
    let id = ArticleId(article);
    let text = &cluster[id].text;
    let at = text.find(words).expect("the words stand in the article");
    let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    Claim {
        kind: Kind::Count,
        span: Span::new(id, at..at + words.len()),
        sentence: Span::new(id, start..text.trim_end().len()),
        zone: ZoneKind::Body,
        value: Value::Words(Words::read(words)),
        subject: Subject::Quotation(0),
        scope: Scope::default(),
        stance: Stance::default(),
        change: None,
        attribution: None,
        holder: None,
        as_of: None,
    }
}

#[test]
fn the_text_gives_topic_readings_quotations_and_reason() {
    let (cluster, report) = toll();
    let shown = plain(&cluster, &report);
    let wanted = "\
conflict: people killed · Gaza                          count b1e391, confidence high, severity high
  67,160   AP, BBC
  67,173   AFP
    AP:3    Officials put the dead at 67,160.
                                      ^^^^^^
    BBC:1   “東京” – the dead number 67,160.
                                     ^^^^^^
    AFP:1   … bodies that work in the strip, counts 67,173 dead since the war began two years ago.
                                                    ^^^^^^
  why: the figures differ by 13

1 conflict, 1 agree, 1 not sure enough to show
";
    assert_eq!(shown, wanted);
}

#[test]
fn a_narrow_terminal_gets_narrow_lines() {
    let (cluster, mut report) = toll();
    report.topics[1].topic = "people killed in the strip since the war began two years ago · Gaza".to_owned();
    let look = Look { width: 60, why: true, ..Look::default() };
    let shown = styled(&cluster, &report, &Selection::default(), &look);
    for line in shown.lines() {
        assert!(crate::report::quotation::columns(line) <= 60, "{line}");
    }
}

#[test]
fn colours_change_nothing_but_the_colour() {
    let (cluster, report) = toll();
    let colored = Look { color: true, ..Look::default() };
    let shown = styled(&cluster, &report, &Selection::default(), &colored);
    assert!(shown.contains("\u{1b}["));
    let mut bare = String::new();
    let mut parts = shown.split('\u{1b}');
    bare.push_str(parts.next().unwrap_or(""));
    for part in parts {
        bare.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    assert_eq!(bare, plain(&cluster, &report));
}

#[test]
fn two_articles_of_one_name_are_told_apart_by_id() {
    let (cluster, report) = toll();
    let mut articles = cluster.articles().to_vec();
    articles[2].source = Some("AP".to_owned());
    let shown = plain(&Cluster::new(articles), &report);
    assert!(shown.contains("  67,160   AP (001), AP (003)\n"), "{shown}");
}

#[test]
fn a_selection_chooses_by_kind_and_confidence() {
    let (_, report) = toll();
    let shown = |kinds: &[Kind], min_confidence| {
        let selection = Selection { kinds: kinds.to_vec(), min_confidence };
        (selection.discrepancies(&report).len(), selection.counts(&report))
    };
    let (all, counts) = shown(&[], Confidence::Low);
    assert_eq!((all, counts), (2, Counts { conflict: 2, agree: 1, ..Counts::default() }));
    let (counted, counts) = shown(&[Kind::Count], Confidence::High);
    assert_eq!((counted, counts), (1, Counts { conflict: 1, too_unsure: 1, ..Counts::default() }));
    let (places, counts) = shown(&[Kind::Place], Confidence::Low);
    assert_eq!((places, counts.to_string()), (0, "no discrepancy, 1 agree".to_owned()));
}

#[test]
fn json_holds_what_the_design_says_in_that_order() {
    let (cluster, report) = toll();
    let json = JsonReport::new(&cluster, &report, &Selection::default());
    let shown = serde_json::to_string(&json).expect("a report is plain JSON");
    let start = r#"{"schema":1,"articles":[{"id":"001","path":"001","title":null,"source":"AP","published":null,"lineage":0},"#;
    assert!(shown.starts_with(start), "{shown}");
    let discrepancy = concat!(
        r#""discrepancies":[{"fingerprint":"b1e391ae5f009694","kind":"count","scope":"cross","#,
        r#""verdict":"conflict","confidence":"high","severity":"high","topic":"people killed · Gaza","#,
        r#""reason":"the figures differ by 13","hint":null,"accepted":null,"#,
        r#""readings":[{"value":"67,160","witnesses":2,"claims":[{"article":"001","#,
        r#""start":46,"end":52,"text":"67,160","sentence":"Officials put the dead at 67,160.","line":3,"#,
        r#""column":27,"paragraph":null,"attribution":null,"as_of":null},{"article":"003","#,
    );
    assert!(shown.contains(discrepancy), "{shown}");
}

#[test]
fn the_stage_of_topics_shows_those_that_agree_too() {
    let (cluster, report) = toll();
    let shown = topics(&cluster, &report, &Selection::default());
    let first = "agree: people killed · Gaza\tplace b1e391ae5f009694, cross, confidence high, severity high\n  \
        67,160\tAP:3:27, BBC:1:24\n  67,173\tAFP:1:132\n  why: the figures differ by 13\n";
    assert!(shown.starts_with(first), "{shown}");
    assert!(shown.contains("conflict: people hurt\t"));
}

#[test]
fn claims_as_text_start_with_their_place() {
    let (cluster, report) = toll();
    assert!(claims_text(&cluster, &report.claims).starts_with("AP:3:27: count: 67,160\n    value 67,160\n"));
}
