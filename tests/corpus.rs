//! The living specification: every story of corpus/ gives what its truth says.
//!
//! Closed world: a reported discrepancy that stands in no `[[conflict]]` fails, and so
//! does a `[[quiet]]` pair that is reported or a `[[missed]]` one that is found at last.
//! The laws hold over the whole corpus: the order of articles changes no verdict, a
//! duplicated article changes nothing, every span gives back its words.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use factdiff::article::{Article, Cluster, Span};
use factdiff::discrepancy::{Confidence, JudgedTopic, Report};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Truth {
    #[serde(default)]
    conflict: Vec<Expected>,
    #[serde(default)]
    quiet: Vec<Expected>,
    #[serde(default)]
    missed: Vec<Expected>,
}

/// Two or more sides, each `article: words as printed`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    kind: Option<String>,
    verdict: Option<String>,
    sides: Vec<String>,
    #[allow(dead_code)] // for the reader of the file
    why: String,
}

struct Story {
    name: String,
    folder: PathBuf,
    cluster: Cluster,
    truth: Truth,
}

fn stories() -> Vec<Story> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    let stories: Vec<Story> = folders.into_iter().filter(|f| f.is_dir()).map(story).collect();
    assert!(stories.len() >= 10, "the corpus has {} stories", stories.len());
    stories
}

fn story(folder: PathBuf) -> Story {
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let truth = fs::read_to_string(folder.join("truth.toml")).unwrap();
    let truth = toml::from_str(&truth).unwrap_or_else(|e| panic!("{name}/truth.toml: {e}"));
    let cluster = factdiff::read::cluster(&[folder.join("articles")], &mut |w| panic!("{name}: {w}"));
    Story { cluster: cluster.unwrap_or_else(|e| panic!("{name}: {e}")), name, folder, truth }
}

/// Every place where the side's words stand.
fn places(cluster: &Cluster, side: &str) -> Vec<Span> {
    let (id, words) = side.split_once(": ").unwrap_or_else(|| panic!("no `article: words` in {side:?}"));
    let (number, article) =
        cluster.iter().find(|(_, a)| a.id == id).unwrap_or_else(|| panic!("no article {id:?} for {side:?}"));
    let found: Vec<Span> =
        article.text.match_indices(words).map(|(at, w)| Span::new(number, at..at + w.len())).collect();
    assert!(!found.is_empty(), "{side:?} does not stand in the article");
    found
}

fn reported(report: &Report) -> Vec<&JudgedTopic> {
    report.discrepancies().into_iter().filter(|t| t.confidence >= Confidence::Medium).collect()
}

/// The readings of a topic that touch the side.
fn readings_at(report: &Report, topic: &JudgedTopic, side: &[Span]) -> Vec<usize> {
    let touches = |r: &&(usize, &factdiff::discrepancy::Reading)| {
        r.1.claims.iter().any(|c| side.iter().any(|s| s.overlaps(report.claim(*c).span)))
    };
    topic.readings.iter().enumerate().filter(|r| touches(&r)).map(|(i, _)| i).collect()
}

/// True when two sides stand in two readings of the topic.
fn shows(cluster: &Cluster, report: &Report, topic: &JudgedTopic, expected: &Expected) -> bool {
    let sides: Vec<Vec<usize>> =
        expected.sides.iter().map(|s| readings_at(report, topic, &places(cluster, s))).collect();
    expected.kind.as_ref().is_none_or(|k| k == topic.kind.id())
        && sides.windows(2).all(|w| w[0].iter().any(|a| w[1].iter().any(|b| a != b)))
}

#[test]
fn every_story_is_reported_as_its_truth_says() {
    let mut complaints = String::new();
    for story in stories() {
        let report = factdiff::check(&story.cluster);
        let reported = reported(&report);
        let mut explained = vec![false; reported.len()];
        for expected in &story.truth.conflict {
            let verdict = expected.verdict.as_deref().unwrap_or("conflict");
            let mut found = false;
            for (topic, explained) in reported.iter().zip(&mut explained) {
                if shows(&story.cluster, &report, topic, expected) && topic.verdict.id() == verdict {
                    (*explained, found) = (true, true);
                }
            }
            if !found {
                writeln!(complaints, "{}: not reported as {verdict}: {:?}", story.name, expected.sides)
                    .unwrap();
            }
        }
        for expected in &story.truth.quiet {
            if reported.iter().any(|t| shows(&story.cluster, &report, t, expected)) {
                writeln!(complaints, "{}: reported, and should be quiet: {:?}", story.name, expected.sides)
                    .unwrap();
            }
        }
        for expected in &story.truth.missed {
            if reported.iter().any(|t| shows(&story.cluster, &report, t, expected)) {
                writeln!(complaints, "{}: no longer missed: {:?}", story.name, expected.sides).unwrap();
            }
        }
        for (topic, _) in reported.iter().zip(&explained).filter(|(_, e)| !**e) {
            let values: Vec<&str> = topic.readings.iter().map(|r| r.value.as_str()).collect();
            writeln!(
                complaints,
                "{}: not in the truth: {} {} {:?}: {values:?}",
                story.name,
                topic.verdict.id(),
                topic.kind.id(),
                topic.topic
            )
            .unwrap();
        }
    }
    assert!(complaints.is_empty(), "\n{complaints}");
}

/// What a report says without its order: verdict, kind and the words of each reading.
fn essence(cluster: &Cluster, report: &Report) -> Vec<String> {
    let mut lines: Vec<String> = reported(report)
        .into_iter()
        .map(|topic| {
            let mut sides: Vec<String> = topic
                .readings
                .iter()
                .map(|r| {
                    let mut words: Vec<String> = r
                        .claims
                        .iter()
                        .map(|c| report.claim(*c).span)
                        .map(|s| format!("{} {}", cluster[s.article].id, &cluster[s]))
                        .collect();
                    words.sort();
                    words.join(" | ")
                })
                .collect();
            sides.sort();
            format!("{} {} {:?} {sides:?}", topic.verdict.id(), topic.kind.id(), topic.confidence)
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn the_order_of_articles_changes_nothing() {
    for story in stories() {
        let forward = essence(&story.cluster, &factdiff::check(&story.cluster));
        let mut articles: Vec<Article> = story.cluster.articles().to_vec();
        articles.reverse();
        let backward = Cluster::new(articles);
        assert_eq!(forward, essence(&backward, &factdiff::check(&backward)), "{}", story.name);
    }
}

#[test]
fn a_duplicated_article_adds_no_discrepancy() {
    for story in stories() {
        let once = factdiff::check(&story.cluster);
        for (number, article) in story.cluster.articles().iter().enumerate() {
            let mut articles = story.cluster.articles().to_vec();
            articles.push(Article { id: format!("{}-copy", article.id), ..article.clone() });
            let twice = factdiff::check(&Cluster::new(articles));
            let verdicts = |r: &Report| -> Vec<(&'static str, &'static str)> {
                reported(r).iter().map(|t| (t.verdict.id(), t.kind.id())).collect()
            };
            assert_eq!(verdicts(&once), verdicts(&twice), "{}, article {number} twice", story.name);
        }
    }
}

#[test]
fn every_claim_stands_where_it_says() {
    for story in stories() {
        for claim in factdiff::check(&story.cluster).claims {
            let text = &story.cluster[claim.span.article].text;
            assert!(text.get(claim.span.range()).is_some_and(|w| !w.trim().is_empty()), "{}", story.name);
            assert!(claim.sentence.start <= claim.span.start, "{}: {claim:?}", story.name);
        }
    }
}

#[test]
fn every_report_reads_as_blessed() {
    let bless = std::env::var_os("BLESS").is_some();
    for story in stories() {
        let report = factdiff::check(&story.cluster);
        let printed = factdiff::report::text::plain(&story.cluster, &report);
        let path = story.folder.join("report.txt");
        if bless {
            fs::write(&path, &printed).unwrap();
        }
        let blessed = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert_eq!(printed, blessed, "{}: run with BLESS=1 and read the change", story.name);
    }
}
