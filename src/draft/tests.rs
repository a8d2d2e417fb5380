use super::*;
use crate::article::Article;
use crate::options::Options;
use crate::read;

const AP: &str = "Twelve people died when a bus fell into the Orle at Marlow on 3 May 2025.\n\n\
    The driver, Tom Reed, 41, had worked for 16 hours, police chief Jane Alder said.\n\n\
    “The road was wet and the driver was tired,” she said. The bus cost $310,400.";

const AFP: &str = "Fourteen people were killed when a bus plunged into the Orle at Marlow on 3 May 2025.\n\n\
    About 40 people were aboard.";

fn checked(draft: &str, sources: &[&str]) -> (Cluster, Report) {
    let names = ["ap", "afp", "echo"];
    let mut articles: Vec<Article> =
        sources.iter().zip(names).map(|(text, name)| read::article(name, None, None, None, text)).collect();
    articles.push(read::article("draft", None, None, None, draft));
    let id = ArticleId(articles.len() as u32 - 1);
    let cluster = Cluster::new(articles);
    let report = crate::check_with(&cluster, &Options { draft: Some(id), ..Options::default() });
    (cluster, report)
}

/// What the draft says and no source does, as printed.
fn unsupported(draft: &str, sources: &[&str]) -> Vec<String> {
    let (cluster, report) = checked(draft, sources);
    report.unsupported.iter().map(|id| cluster[report.claim(*id).span].to_owned()).collect()
}

#[test]
fn only_what_touches_the_draft_is_reported() {
    let (_, all) = checked("The bus fell on Saturday.", &[AP, AFP]);
    assert!(all.discrepancies().is_empty(), "{:?}", all.topics);
    let (cluster, report) =
        checked("Seventeen people died when a bus fell into the Orle at Marlow.", &[AP, AFP]);
    let found = report.discrepancies();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].readings[0].value, "Seventeen people");
    let first = report.claim(found[0].readings[0].claims[0]);
    assert_eq!(cluster[first.span.article].id, "draft");
    assert_eq!(report.draft, Some(ArticleId(2)));
}

#[test]
fn a_draft_that_is_no_article_changes_nothing() {
    let (cluster, mut report) = checked("Seventeen people died.", &[AP, AFP]);
    let topics = report.topics.len();
    focus(&cluster, &mut report, ArticleId(9));
    assert_eq!((report.topics.len(), report.draft), (topics, Some(ArticleId(2))));
}

#[test]
fn what_a_source_says_in_any_way_is_supported() {
    for draft in [
        "Tom Reed, 41, drove the bus, Alder said.",
        "Some 40 passengers sat in it.",
        "Dozens of villagers came to help.",
        "It fell on May 3, 2025, into the Orle.",
        "The bus had cost $310,400, or 310,400 dollars.",
        "“The road was wet,” the chief of police said.",
        "A sixteen-hour day lay behind Mr Reed.",
        "One man in the first row saw the “wet road”.",
    ] {
        assert_eq!(unsupported(draft, &[AP, AFP]), Vec::<String>::new(), "{draft}");
    }
}

#[test]
fn what_no_source_says_is_listed_once_where_it_stands_first() {
    for (draft, listed) in [
        ("A man was arrested on May 9, 2024, police said.", vec!["May 9, 2024"]),
        ("Ruth Marsh was aboard. Marsh was unhurt.", vec!["Ruth Marsh"]),
        ("The bridge had cost $5 million.", vec!["$5 million"]),
        ("“The brakes had failed twice before,” she said.", vec!["The brakes had failed twice before,"]),
        ("“The road was wet and the sun was low,” she said.", vec!["The road was wet and the sun was low,"]),
        (
            "Some 19 passengers were rescued by 7 boats. The 7 boats were small.",
            vec!["Some 19 passengers", "7 boats"],
        ),
    ] {
        assert_eq!(unsupported(draft, &[AP, AFP]), listed, "{draft}");
    }
}

#[test]
fn a_contradicted_claim_is_a_difference_and_not_unsupported() {
    let draft = "Seventeen people died when a bus fell into the Orle at Marlow.";
    let (_, report) = checked(draft, &[AP, AFP]);
    assert_eq!((report.discrepancies().len(), report.unsupported.len()), (1, 0));
}

#[test]
fn an_earlier_version_of_the_draft_is_no_source() {
    let version = |id: &str| {
        let mut article = read::article(id, None, None, None, "The bridge had cost $5 million.");
        article.notes.push(("lineage".to_owned(), "desk".to_owned()));
        article
    };
    let ap = read::article("ap", None, None, None, AP);
    let options = Options { draft: Some(ArticleId(0)), ..Options::default() };
    let cluster = Cluster::new(vec![version("draft"), version("draft-1"), ap.clone()]);
    assert_eq!(crate::check_with(&cluster, &options).unsupported.len(), 1);
    let mut other = version("desk");
    other.notes.clear();
    let cluster = Cluster::new(vec![version("draft"), other, ap]);
    assert_eq!(crate::check_with(&cluster, &options).unsupported.len(), 0);
}
