//! factdiff reads the articles of one story, works out what each says in numbers and
//! names, lays the claims that are about the same thing side by side, and reports
//! where they differ. It never says who is right.
//!
//! ```text
//! article -> language -> value -> mention -> detect -> align -> judge -> report
//! ```

pub mod accept;
pub mod align;
pub mod arithmetic;
pub mod article;
pub mod claim;
pub mod config;
pub mod detect;
pub mod discrepancy;
pub mod draft;
pub mod error;
pub mod eval;
pub mod fingerprint;
pub mod hint;
pub mod house;
pub mod judge;
pub mod language;
pub mod lexicon;
pub mod lineage;
pub mod mention;
pub mod options;
pub mod read;
pub mod report;
mod spread;
pub mod value;
pub mod why;

use article::{AnnotatedArticle, Article, ArticleId, Cluster};
use claim::Claim;
use detect::Material;
use discrepancy::{ClaimId, JudgedTopic, Report};
use house::{Aliases, Counters};
use options::Options;

/// Checks the articles of one story against one another, and each within itself.
///
/// Total and pure: the same cluster gives the same report, and no text makes it fail.
pub fn check(cluster: &Cluster) -> Report {
    check_with(cluster, &Options::default())
}

/// Like [`check`], with what a house asks beyond the articles.
pub fn check_with(cluster: &Cluster, options: &Options) -> Report {
    let threads = options.threads;
    let numbered: Vec<(ArticleId, &Article)> = cluster.iter().collect();
    let annotated = spread::over(threads, &numbered, |&(id, article)| AnnotatedArticle::new(id, article));
    let read = spread::over(threads, &annotated, |article| {
        let material = Material::new(article);
        let claims = detect::claims(&material);
        (material, claims)
    });
    let (mut material, claims): (Vec<Material>, Vec<Vec<Claim>>) = read.into_iter().unzip();
    let aliases = Aliases::of(&options.aliases);
    material.iter_mut().for_each(|of_article| aliases.unite(of_article));
    let counters = Counters::of(&options.counters);
    let mut claims: Vec<Claim> = claims.into_iter().flatten().collect();
    let mut topics = align::quotes::topics(&material, &claims);
    topics.extend(align::people::topics(&material, &claims));
    topics.extend(align::spelling::topics(&material, &claims));
    topics.extend(align::directions::topics(&material, &claims));
    topics.extend(align::scenes::topics(&claims));
    topics.extend(align::claimants::topics(&claims));
    topics.extend(align::outcomes::topics(&material, &claims));
    topics.extend(align::superlatives::topics(&material, &claims));
    topics.extend(
        align::topics(cluster, &material, &claims)
            .into_iter()
            .flat_map(|t| judge::judge(cluster, &claims, t, &counters)),
    );
    topics.extend(arithmetic::topics(&material, &mut claims));
    topics.iter_mut().for_each(|topic| aliases.settle(topic));
    if options.hints {
        hint::add(cluster, &claims, &mut topics, &options.facts);
    }
    let mut report = finish(cluster, claims, topics);
    if let Some(draft) = options.draft {
        draft::focus(cluster, &mut report, draft);
    }
    report
}

/// Numbers the claims by place, orders topics by first appearance, names them.
fn finish(cluster: &Cluster, claims: Vec<Claim>, mut topics: Vec<JudgedTopic>) -> Report {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|&i| (claims[i].span, claims[i].kind));
    let mut place = vec![ClaimId(0); claims.len()];
    for (new, &old) in (0..).map(ClaimId).zip(&order) {
        place[old] = new;
    }
    let claims: Vec<Claim> = order.into_iter().map(|i| claims[i].clone()).collect();
    for topic in &mut topics {
        for reading in &mut topic.readings {
            for id in &mut reading.claims {
                *id = place[id.0 as usize];
            }
            reading.claims.sort();
        }
        topic.readings.sort_by_key(|r| r.claims.first().copied());
        let pairs = topic.readings.iter().flat_map(|reading| {
            let source = |c: &ClaimId| cluster[claims[c.0 as usize].span.article].name();
            reading.claims.iter().map(move |c| (source(c), reading.value.as_str()))
        });
        topic.fingerprint = fingerprint::fingerprint(topic.kind, &topic.topic, pairs);
    }
    topics.sort_by_key(|t| (t.readings.first().and_then(|r| r.claims.first().copied()), t.kind));
    let lineages = lineage::lineages(cluster);
    Report { claims, topics, lineages, ..Report::default() }
}
