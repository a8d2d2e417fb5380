//! Evaluation: what counts as found, right, a look-alike or unlisted; and that `why`
//! says what alignment does.

use std::fs;
use std::path::{Path, PathBuf};

use factdiff::align::apart::Apart;
use factdiff::align::parted::Parted;
use factdiff::article::{AnnotatedArticle, Article, Cluster, Span};
use factdiff::claim::{Claim, Subject};
use factdiff::detect::Material;
use factdiff::discrepancy::{Acceptance, ClaimId, Report};
use factdiff::eval::{self, Figures, Mark, Measure, Side, Standing, Wanted};
use factdiff::report::Selection;
use factdiff::why::{self, Finding};

const AP: &str = "Fire in Nordvik\n\nAt least 12 people were killed in the fire on Sunday.";
const AFP: &str = "Fire in Nordvik\n\nAt least 14 people were killed in the fire on Sunday.";

fn cluster(texts: &[&str]) -> Cluster {
    let articles = texts.iter().zip(["a", "b", "c", "d"]);
    Cluster::new(articles.map(|(text, id)| factdiff::read::article(id, None, None, None, text)).collect())
}

/// A side at these words of an article.
fn side(cluster: &Cluster, article: &str, words: &str, value: &str) -> Side {
    let (id, found) = cluster.iter().find(|(_, a)| a.id == article).unwrap();
    let at = found.text.find(words).unwrap();
    Side { value: value.to_owned(), places: vec![Span::new(id, at..at + words.len())] }
}

fn mark(wanted: Wanted, sides: Vec<Side>) -> Mark {
    Mark {
        id: "m".to_owned(),
        kind: "count".to_owned(),
        wanted,
        accepts: Vec::new(),
        is_core: true,
        topic: String::new(),
        sides,
        why: String::new(),
    }
}

/// What the first reported discrepancy of AP and AFP is to such marks.
fn standing(of: &dyn Fn(&Cluster) -> Vec<Mark>) -> Standing {
    let cluster = cluster(&[AP, AFP]);
    let report = factdiff::check(&cluster);
    let tally = eval::weigh(&of(&cluster), &report, &Selection::default());
    assert_eq!(tally.reported.len(), 1);
    tally.reported[0].1.clone()
}

#[test]
fn a_mark_is_found_by_two_readings_at_two_values() {
    let found = standing(&|c| {
        vec![mark(Wanted::Conflict, vec![side(c, "a", "12 people", "12"), side(c, "b", "14", "14")])]
    });
    assert_eq!(found, Standing::Right(vec![0]));
}

#[test]
fn sides_of_one_value_are_no_find() {
    let found = standing(&|c| {
        vec![mark(Wanted::Conflict, vec![side(c, "a", "12 people", "12"), side(c, "b", "14", "12")])]
    });
    assert_eq!(found, Standing::Unlisted);
}

#[test]
fn a_side_beside_the_claim_is_no_find() {
    let found = standing(&|c| {
        vec![mark(Wanted::Conflict, vec![side(c, "a", "Sunday", "12"), side(c, "b", "14", "14")])]
    });
    assert_eq!(found, Standing::Unlisted);
}

#[test]
fn a_look_alike_is_shown_even_with_one_value() {
    let found = standing(&|c| {
        vec![mark(Wanted::Nothing, vec![side(c, "a", "12 people", "toll"), side(c, "b", "14", "toll")])]
    });
    assert_eq!(found, Standing::LookAlike(vec![0]));
}

#[test]
fn a_find_outweighs_a_look_alike() {
    let found = standing(&|c| {
        let sides = || vec![side(c, "a", "12 people", "12"), side(c, "b", "14", "14")];
        vec![mark(Wanted::Nothing, sides()), mark(Wanted::Minor, sides())]
    });
    assert_eq!(found, Standing::Right(vec![1]));
}

#[test]
fn counts_add_up_over_stories() {
    let cluster = cluster(&[AP, AFP]);
    let report = factdiff::check(&cluster);
    let found =
        mark(Wanted::Minor, vec![side(&cluster, "a", "12 people", "12"), side(&cluster, "b", "14", "14")]);
    let missed =
        mark(Wanted::Conflict, vec![side(&cluster, "a", "Sunday", "1"), side(&cluster, "b", "Sunday", "2")]);
    let marks = [found, missed];
    let tally = eval::weigh(&marks, &report, &Selection::default());
    let mut figures = Figures::default();
    figures.add(&marks, &tally);
    figures.add(&marks, &tally);
    let counts = |m| {
        let ratio = figures.ratio(m);
        (ratio.part, ratio.whole)
    };
    assert_eq!(counts(Measure::Recall), (2, 4));
    assert_eq!(counts(Measure::RecallConflicts), (0, 2));
    assert_eq!(counts(Measure::Precision), (2, 2));
    assert_eq!(counts(Measure::PrecisionAtHigh), (2, 2));
    assert_eq!(counts(Measure::PrecisionAtMedium), (0, 0));
    // It was shown as a conflict, and marked as minor.
    assert_eq!((figures.verdicts.part, figures.verdicts.whole), (0, 2));
}

#[test]
fn the_order_of_marks_and_sides_changes_nothing() {
    let cluster = cluster(&[AP, AFP]);
    let report = factdiff::check(&cluster);
    let sides = [side(&cluster, "a", "12 people", "12"), side(&cluster, "b", "14", "14")];
    let [a, b] = sides.clone();
    let one = mark(Wanted::Conflict, vec![a, b]);
    let [a, b] = sides;
    let other = mark(Wanted::Conflict, vec![b, a]);
    for marks in [vec![one.clone(), other.clone()], vec![other, one]] {
        let tally = eval::weigh(&marks, &report, &Selection::default());
        assert_eq!(tally.reported[0].1, Standing::Right(vec![0, 1]));
    }
}

#[test]
fn the_corpus_is_read_and_found_whole() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let stories = eval::stories(&[root], &mut |w| panic!("{w}")).unwrap();
    let mut figures = Figures::default();
    let mut wanted = 0;
    for story in &stories {
        let report = factdiff::check(&story.cluster);
        figures.add(&story.marks, &eval::weigh(&story.marks, &report, &Selection::default()));
        wanted += story.marks.iter().filter(|m| m.wanted != Wanted::Nothing).count();
    }
    assert!(stories.len() >= 10 && wanted >= 20, "{} stories, {wanted} marks", stories.len());
    assert_eq!(figures.all.recall.whole, wanted);
    // Closed world: what the corpus reports stands in its truth.
    assert_eq!((figures.look_alikes, figures.unlisted), (0, 0));
}

/// The stories of the corpus as clusters.
fn stories() -> Vec<(String, Cluster)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    let read = |folder: PathBuf| {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let cluster = factdiff::read::cluster(&[folder.join("articles")], &mut |_| {}).unwrap();
        (name, cluster)
    };
    folders.into_iter().filter(|f| f.is_dir()).map(read).collect()
}

#[test]
fn alignment_and_why_part_the_same_claims() {
    let mut compared = 0;
    for (name, cluster) in stories() {
        let annotated: Vec<AnnotatedArticle> =
            cluster.iter().map(|(id, a)| AnnotatedArticle::new(id, a)).collect();
        let material: Vec<Material> = annotated.iter().map(Material::new).collect();
        let claims: Vec<Claim> = material.iter().flat_map(factdiff::detect::claims).collect();
        let topics = factdiff::align::topics(&cluster, &material, &claims);
        let apart = Apart::of(&cluster, &material, &claims);
        let is_aligned = |c: &Claim| matches!(c.subject, Subject::Measurand(_) | Subject::Event(_));
        let ids: Vec<ClaimId> =
            (0..).map(ClaimId).zip(&claims).filter(|(_, c)| is_aligned(c)).map(|(id, _)| id).collect();
        for (number, &a) in ids.iter().enumerate() {
            for &b in &ids[number + 1..] {
                let are_one = topics.iter().any(|t| t.claims.contains(&a) && t.claims.contains(&b));
                let parted = apart.parted(a, b);
                let words = || [a, b].map(|id| cluster[claims[id.0 as usize].span].to_owned());
                assert_eq!(are_one, parted.is_none(), "{name}: {:?}: {parted:?}", words());
                assert_eq!(parted.is_none(), apart.parted(b, a).is_none(), "{name}: {:?}, swapped", words());
                compared += usize::from(are_one);
            }
        }
    }
    assert!(compared > 20, "{compared} pairs");
}

#[test]
fn what_is_reported_was_compared_and_every_reason_has_a_name() {
    for (name, cluster) in stories() {
        let report: Report = factdiff::check(&cluster);
        let ids: Vec<ClaimId> = (0..report.claims.len() as u32).map(ClaimId).collect();
        let pairs: Vec<(ClaimId, ClaimId)> = ids
            .iter()
            .flat_map(|&a| ids.iter().map(move |&b| (a, b)))
            // All would be many; every third meets each kind.
            .filter(|(a, b)| (a.0 + b.0) % 3 == 0)
            .collect();
        for (pair, finding) in pairs.iter().zip(why::findings(&cluster, &report, &pairs)) {
            let words = || [pair.0, pair.1].map(|id| cluster[report.claim(id).span].to_owned());
            assert_ne!(finding, Finding::Parted(Parted::Unnamed), "{name}: {:?}", words());
        }
        for topic in report.discrepancies() {
            let [a, b] = [0, 1].map(|side| topic.readings[side].claims[0]);
            let finding = &why::findings(&cluster, &report, &[(a, b)])[0];
            let Finding::Together(together) = finding else { panic!("{name}: {}: {finding:?}", topic.topic) };
            assert_eq!(together.standing, why::Standing::TwoReadings, "{name}: {}", topic.topic);
        }
    }
}

#[test]
fn what_the_house_accepted_is_told_with_its_reason() {
    let cluster = cluster(&[AP, AFP]);
    let mut report = factdiff::check(&cluster);
    let place = report.topics.iter().position(|t| t.verdict.is_discrepancy()).unwrap();
    let [a, b] = [0, 1].map(|side| report.topics[place].readings[side].claims[0]);
    let told = |report: &Report| {
        let finding = &why::findings(&cluster, report, &[(a, b)])[0];
        let told = why::told(&cluster, report, finding);
        (told.outcome, told.words)
    };
    assert_eq!(told(&report).0, why::Outcome::Reported);
    let because = "the ministry counts by district".to_owned();
    report.topics[place].accepted = Some(Acceptance { because, by: None, until: None });
    let (outcome, words) = told(&report);
    assert_eq!(outcome, why::Outcome::Accepted);
    assert!(words.starts_with("accepted, conflict "), "{words}");
    assert!(words.ends_with(": the ministry counts by district"), "{words}");
}

/// An article of a file in another encoding leads marks by bytes to its text.
#[test]
fn marks_by_bytes_are_bytes_of_the_file() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("eval-bytes");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("articles")).unwrap();
    // Windows-1252: one byte for the e with its accent.
    let latin =
        b"Fire at the caf\xe9 in Nordvik\n\nAt the caf\xe9, at least 12 people were killed on Sunday.";
    fs::write(folder.join("articles/a.txt"), latin).unwrap();
    fs::write(folder.join("articles/b.txt"), AFP).unwrap();
    let at = |text: &[u8], words: &[u8]| text.windows(words.len()).position(|w| w == words).unwrap();
    let (a, b) = (at(latin, b"12 people"), at(AFP.as_bytes(), b"14 people"));
    let gold = format!(
        r#"{{"id":"g","kind":"quantity","verdict":"conflict","tier":"core","sides":[{{"doc":"a.txt","value":"12","start":{a},"end":{}}},{{"doc":"b.txt","value":"14","start":{b},"end":{}}}]}}"#,
        a + 9,
        b + 9
    );
    fs::write(folder.join("gold.jsonl"), gold).unwrap();
    let stories = eval::stories(&[folder], &mut |_| {}).unwrap();
    let story = &stories[0];
    let words: Vec<&str> = story.marks[0].sides.iter().map(|s| &story.cluster[s.places[0]]).collect();
    assert_eq!(words, ["12 people", "14 people"]);
    assert_eq!(story.marks[0].kind, "count");
    let article: &Article = &story.cluster.articles()[0];
    assert_ne!(article.text.len(), latin.len());
}
