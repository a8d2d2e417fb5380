//! Lineages: which articles carry one text, and so count as one witness.
//!
//! Ten papers that print one agency's words have seen it once. Two articles are of one
//! lineage if the shorter lies to a good part in the longer, or to a smaller part where
//! both credit the same agency. A lineage that the house has set by hand goes before both.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, Cluster, ZoneKind};
use crate::lexicon::AGENCIES;

/// Words of a shingle. Five are rarely shared by chance and outlive the change of a
/// figure. Shingles and containment are those of Broder's "On the resemblance and
/// containment of documents" (1997).
const SHINGLE: usize = 5;

/// Neighbouring shingles of which the index holds one. With five words to a shingle, any
/// eight words that two articles share bring them together (winnowing: Schleimer,
/// Wilkerson and Aiken 2003).
const WINDOW: usize = 4;

/// Part of the shorter article's shingles, in percent, that makes two articles one
/// text. Of the pairs in nine real stories (55 articles) near-copies share 59 to 98 in a
/// hundred and all others at most 40; nothing lies between.
const NEAR_COPY: usize = 50;

/// The same where both articles credit one agency. The nine stories have two such pairs,
/// which is little to go by: rewritten copy with 20 in a hundred, and two reports of
/// different days with 3.
const ONE_CREDIT: usize = 15;

/// Fewest shingles of an article that can be told a copy: shorter texts share their
/// stock phrases.
const LEAST: usize = 30;

/// How many later articles under one shingle are looked at from each: a shingle that
/// hundreds share would bring all of them together with all.
const NEXT: usize = 64;

/// The lineage of each article, numbered from 0 by first article.
pub fn lineages(cluster: &Cluster) -> Vec<u32> {
    let texts: Vec<Text> = cluster.articles().iter().map(Text::of).collect();
    let mut pairs: Vec<(usize, usize, usize)> = candidates(&texts)
        .into_iter()
        .filter_map(|(a, b)| Some((texts[a].shares(&texts[b])?, a, b)))
        .collect();
    // The nearest first, so that a lineage set by hand draws its own copies to it.
    pairs.sort_by_key(|&(share, a, b)| (std::cmp::Reverse(share), a, b));
    let mut groups = Groups::of(cluster);
    for (_, a, b) in pairs {
        groups.join(a, b);
    }
    groups.numbers()
}

/// What of an article tells whose words it prints.
struct Text {
    /// Hashes of its shingles, sorted and unique.
    shingles: Vec<u64>,
    /// Those that the index holds.
    sampled: BTreeSet<u64>,
    /// The agencies it credits.
    agencies: BTreeSet<&'static str>,
}

impl Text {
    fn of(article: &Article) -> Text {
        let words = words(article);
        let mut shingles: Vec<u64> = words.windows(SHINGLE).map(hash).collect();
        let sampled = shingles.windows(WINDOW).filter_map(|w| w.iter().min().copied()).collect();
        shingles.sort_unstable();
        shingles.dedup();
        Text { shingles, sampled, agencies: agencies(article) }
    }

    /// What the two share of the shorter, in percent, if that makes them one text.
    fn shares(&self, other: &Text) -> Option<usize> {
        let shorter = self.shingles.len().min(other.shingles.len());
        if shorter < LEAST {
            return None;
        }
        let (mut shared, mut theirs) = (0, other.shingles.iter().peekable());
        for shingle in &self.shingles {
            while theirs.next_if(|s| *s < shingle).is_some() {}
            shared += usize::from(theirs.next_if_eq(&shingle).is_some());
        }
        let percent = shared * 100 / shorter;
        let is_credited = !self.agencies.is_disjoint(&other.agencies);
        (percent >= NEAR_COPY || is_credited && percent >= ONE_CREDIT).then_some(percent)
    }
}

/// Pairs of articles that share a sampled shingle.
fn candidates(texts: &[Text]) -> BTreeSet<(usize, usize)> {
    let mut index: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (number, text) in texts.iter().enumerate() {
        for &shingle in &text.sampled {
            index.entry(shingle).or_default().push(number);
        }
    }
    let mut pairs = BTreeSet::new();
    for sharing in index.values() {
        for (place, &a) in sharing.iter().enumerate() {
            pairs.extend(sharing[place + 1..].iter().take(NEXT).map(|&b| (a, b)));
        }
    }
    pairs
}

/// The article's words in lower case, furniture left out.
fn words(article: &Article) -> Vec<String> {
    let read = article.zones.iter().filter(|zone| zone.kind != ZoneKind::Furniture);
    let text = read.filter_map(|zone| article.text.get(zone.range.clone()));
    let words = text.flat_map(|t| t.split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// FNV-1a over the words, a mark between them.
fn hash(words: &[String]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// Longest credit, in words: "The Associated Press contributed to this report".
const LONGEST_CREDIT: usize = 30;

/// First words of the story in which a dateline credits an agency: "GENEVA (AP) —".
const DATELINE: usize = 12;

/// The agencies that an article credits: as its source or author, in its dateline, in a
/// line that is no part of the story, or as having contributed.
fn agencies(article: &Article) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    for credit in article.source.iter().chain(&article.author) {
        found.extend(named(credit));
    }
    let mut is_opening = true;
    for zone in &article.zones {
        let Some(text) = article.text.get(zone.range.clone()) else { continue };
        let is_credit = zone.kind == ZoneKind::Furniture && !is_of_picture(text)
            || text.contains("contributed to this") && text.split_whitespace().count() <= LONGEST_CREDIT;
        if is_credit {
            found.extend(named(text));
        } else if zone.kind == ZoneKind::Body && is_opening {
            found.extend(dateline(text));
            is_opening = false;
        }
    }
    found
}

/// "AP Photo": the picture is the agency's, not the words.
fn is_of_picture(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["photo", "image", "picture", "video"].iter().any(|word| lower.contains(word))
}

/// "(Reuters) -", "(AP) —" among the first words of the story.
fn dateline(text: &str) -> Option<&'static str> {
    let opening: Vec<&str> = text.split_whitespace().take(DATELINE).collect();
    let opening = opening.join(" ");
    let (_, rest) = opening.split_once('(')?;
    let (name, after) = rest.split_once(')')?;
    let is_set_off = after.trim_start().starts_with(['-', '–', '—']);
    AGENCIES.get(name).filter(|_| is_set_off)
}

/// The agencies that the words name.
fn named(text: &str) -> Vec<&'static str> {
    let words: Vec<&str> =
        text.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|w| !w.is_empty()).collect();
    let mut found = Vec::new();
    for first in 0..words.len() {
        let spans = (first + 1..=words.len().min(first + 4)).rev();
        found.extend(spans.filter_map(|end| AGENCIES.get_words(&words[first..end])).next());
    }
    found
}

/// Articles joined step by step; no step joins two lineages that the house has named.
struct Groups {
    parent: Vec<usize>,
    /// The name that the house gives, by the first article of each group.
    named: Vec<Option<String>>,
}

impl Groups {
    /// The groups that are set by hand; every other article alone.
    fn of(cluster: &Cluster) -> Groups {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let mut groups = Groups { parent: Vec::new(), named: Vec::new() };
        for (number, article) in cluster.articles().iter().enumerate() {
            let set = article.lineage();
            groups.parent.push(set.map_or(number, |name| *first.entry(name).or_insert(number)));
            groups.named.push(set.map(str::to_owned));
        }
        groups
    }

    fn root(&self, mut number: usize) -> usize {
        while self.parent[number] != number {
            number = self.parent[number];
        }
        number
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (first, second) = (a.min(b), a.max(b));
        if first == second || self.named[first].is_some() && self.named[second].is_some() {
            return;
        }
        self.parent[second] = first;
        let name = self.named[second].take();
        self.named[first] = self.named[first].take().or(name);
    }

    fn numbers(&self) -> Vec<u32> {
        let mut numbers: BTreeMap<usize, u32> = BTreeMap::new();
        let mut of = |article: usize| {
            let next = numbers.len() as u32;
            *numbers.entry(self.root(article)).or_insert(next)
        };
        (0..self.parent.len()).map(&mut of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COPY: &str = "Engineers closed the old bridge at Marlow on Tuesday after a crack opened in its \
        northern pier. Traffic was led over the ferry road while divers looked at the foundations. The \
        council said that repairs would take at least a month and cost more than the town had set aside \
        for the whole year. Shopkeepers near the quay feared for the summer.";

    const APART: &str = "A crack in one of its piers has shut the bridge that joins both halves of Marlow. \
        The mayor asked for patience. Drivers who need to cross the river have to take the ferry, and \
        divers are to report by the end of the week how deep the damage goes. Traders by the water spoke \
        of a lost season, and asked the council to pay them for every day without customers.";

    fn cluster(articles: &[(&str, &str)]) -> Cluster {
        let read = |(n, (source, text)): (usize, &(&str, &str))| {
            crate::read::article(&format!("a{n}"), None, Some(source), None, text)
        };
        Cluster::new(articles.iter().enumerate().map(read).collect())
    }

    #[test]
    fn a_near_copy_is_of_one_lineage_and_another_telling_is_not() {
        let edited = COPY.replace("at least a month", "six weeks").replace("Tuesday", "Tuesday morning");
        let found = lineages(&cluster(&[("Echo", COPY), ("Globe", APART), ("Post", &edited)]));
        assert_eq!(found, [0, 1, 0]);
    }

    #[test]
    fn a_part_of_a_longer_article_is_of_its_lineage() {
        let part: String = COPY.split_inclusive(". ").take(3).collect();
        assert_eq!(lineages(&cluster(&[("Echo", COPY), ("Globe", &part)])), [0, 0]);
    }

    #[test]
    fn one_agency_makes_a_smaller_part_enough() {
        let opening: String = COPY.split_inclusive(". ").take(1).collect();
        let told = |credit: &str| format!("{credit}{opening}{APART}");
        let found = |a: &str, b: &str| lineages(&cluster(&[("Echo", a), ("Globe", b)]));
        let wire = format!("MARLOW (AP) — {COPY}");
        assert_eq!(found(&wire, &told("MARLOW (AP) — ")), [0, 0]);
        assert_eq!(
            found(&wire, &format!("{}\n\nThe Associated Press contributed to this report.", told(""))),
            [0, 0]
        );
        assert_eq!(found(&wire, &format!("{}\n\n(AP Photo)", told(""))), [0, 1]);
        // Another agency, none, or the agency as a source of the story.
        assert_eq!(found(&wire, &told("MARLOW (Reuters) - ")), [0, 1]);
        assert_eq!(found(&wire, &told("")), [0, 1]);
        assert_eq!(found(&wire, &format!("{} The mayor told AP so.", told(""))), [0, 1]);
        // One agency, two reports.
        assert_eq!(found(&wire, &format!("MARLOW (AP) — {APART}")), [0, 1]);
    }

    #[test]
    fn what_the_house_sets_goes_before_the_texts() {
        let set = |names: [Option<&str>; 3]| {
            let copies = cluster(&[("Echo", COPY), ("Globe", APART), ("Post", COPY)]);
            let articles = copies.articles().iter().zip(names);
            let named = articles.map(|(article, name)| {
                let mut article = article.clone();
                article.notes.extend(name.map(|n| ("lineage".to_owned(), n.to_owned())));
                article
            });
            lineages(&Cluster::new(named.collect()))
        };
        assert_eq!(set([None, None, None]), [0, 1, 0]);
        assert_eq!(set([Some("desk"), Some("desk"), None]), [0, 0, 0]);
        assert_eq!(set([Some("desk"), None, Some("wire")]), [0, 1, 2]);
    }

    #[test]
    fn short_and_empty_articles_are_witnesses_of_their_own() {
        let line = "Two men were shot on Marlow Avenue on Friday.";
        assert_eq!(lineages(&cluster(&[("Echo", line), ("Globe", line), ("Post", "")])), [0, 1, 2]);
        assert_eq!(lineages(&Cluster::default()), [0; 0]);
    }

    #[test]
    fn lineages_do_not_depend_on_the_order_of_articles() {
        let forward = lineages(&cluster(&[("Echo", COPY), ("Globe", APART), ("Post", COPY)]));
        let backward = lineages(&cluster(&[("Post", COPY), ("Globe", APART), ("Echo", COPY)]));
        assert_eq!(forward, backward);
        let moved = lineages(&cluster(&[("Globe", APART), ("Post", COPY), ("Echo", COPY)]));
        assert_eq!(moved, [0, 1, 1]);
    }
}
