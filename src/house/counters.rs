//! Who counts: sources of figures that count each in its own way.
//!
//! A ministry lists the dead it has names for, an agency those in the morgues, organisers
//! a crowd from the stage and police from the street: both can count rightly. Figures on
//! the word of two such counters are two bases and no conflict. A figure on nobody's
//! word has no counter, and a figure on two counters' words has none that is its own.

use std::collections::BTreeSet;

use super::words::{holds, words};
use crate::article::Cluster;
use crate::claim::Claim;
use crate::lexicon::COUNTERS;

/// The ways of counting that are known.
#[derive(Debug, Clone, Default)]
pub struct Counters {
    /// A house's groups of names, each one way of counting.
    groups: Vec<Vec<Vec<String>>>,
}

/// On what two figures stand that have different counters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The counters are of two well-known sorts: health ministry, police, organisers.
    Sort,
    /// The house says that the two count differently.
    House,
}

impl Counters {
    /// The counters that a house groups, beside those of the list.
    pub fn of(groups: &[Vec<String>]) -> Counters {
        let names = |group: &Vec<String>| group.iter().map(|name| words(name)).collect();
        Counters { groups: groups.iter().map(names).collect() }
    }

    /// Whether every figure of `a` has another counter than every figure of `b`, and who
    /// says so. `None` where a figure is given on nobody's word, or counters are shared.
    pub fn between<'c>(
        &self,
        cluster: &Cluster,
        a: impl Iterator<Item = &'c Claim>,
        b: impl Iterator<Item = &'c Claim>,
    ) -> Option<Basis> {
        let attributed = |claims: &mut dyn Iterator<Item = &'c Claim>| -> Option<Vec<Vec<String>>> {
            claims.map(|claim| Some(words(&cluster[claim.attribution?]))).collect()
        };
        let a = attributed(&mut { a })?;
        let b = attributed(&mut { b })?;
        let house = |words: &[String]| self.groups_in(words);
        if are_apart(&a, &b, house) {
            return Some(Basis::House);
        }
        are_apart(&a, &b, sorts_in).then_some(Basis::Sort)
    }

    /// The counters that the words name: the house's groups where it has any of them,
    /// else the well-known sorts.
    pub fn named(&self, text: &str) -> BTreeSet<String> {
        let words = words(text);
        let of_house = self.groups_in(&words);
        if of_house.is_empty() { sorts_in(&words) } else { of_house }
    }

    /// The house's groups of which a name stands in the attribution.
    fn groups_in(&self, words: &[String]) -> BTreeSet<String> {
        let is_named = |group: &[Vec<String>]| group.iter().any(|name| holds(words, name));
        let groups = self.groups.iter().enumerate();
        groups.filter(|(_, group)| is_named(group)).map(|(number, _)| number.to_string()).collect()
    }
}

/// The sorts of counters that are named in the attribution.
fn sorts_in(words: &[String]) -> BTreeSet<String> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let spans = (0..words.len()).flat_map(|first| (first + 1..=words.len()).map(move |end| first..end));
    spans.filter_map(|span| COUNTERS.get_words(&words[span])).map(str::to_owned).collect()
}

/// One counter stands behind each attribution, and none behind both sides.
fn are_apart(a: &[Vec<String>], b: &[Vec<String>], sorts: impl Fn(&[String]) -> BTreeSet<String>) -> bool {
    let of = |side: &[Vec<String>]| -> Option<BTreeSet<String>> {
        let one = |words: &Vec<String>| Some(sorts(words)).filter(|s| s.len() == 1);
        side.iter().map(one).collect::<Option<Vec<_>>>().map(|all| all.into_iter().flatten().collect())
    };
    match (of(a), of(b)) {
        (Some(a), Some(b)) => !a.is_empty() && !b.is_empty() && a.is_disjoint(&b),
        (Some(_) | None, None) | (None, Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discrepancy::{Confidence, Verdict};
    use crate::options::Options;

    /// Verdict and confidence of the one topic of counts that two sentences share.
    fn judged(a: &str, b: &str, counters: &[&[&str]]) -> (Verdict, Confidence) {
        let read = |(n, text): (usize, &&str)| crate::read::article(&format!("a{n}"), None, None, None, text);
        let cluster = Cluster::new([a, b].iter().enumerate().map(read).collect());
        let counters = counters.iter().map(|g| g.iter().map(|s| s.to_string()).collect()).collect();
        let report = crate::check_with(&cluster, &Options { counters, ..Options::default() });
        assert_eq!(report.topics.len(), 1, "{a} / {b}: {:?}", report.topics);
        (report.topics[0].verdict, report.topics[0].confidence)
    }

    const MINISTRY: &str = "The health ministry said 34,622 people were killed.";

    #[test]
    fn two_sorts_of_counter_are_two_bases() {
        for other in [
            "The United Nations said 24,686 people were killed.",
            "The U.N. said 24,686 people were killed.",
            "Police said 24,686 people were killed.",
            "The media office said 24,686 people were killed.",
        ] {
            assert_eq!(judged(MINISTRY, other, &[]).0, Verdict::Minor, "{other}");
            assert!(judged(MINISTRY, other, &[]).1 <= Confidence::Medium, "{other}");
            assert_eq!(judged(other, MINISTRY, &[]).0, Verdict::Minor, "{other}, swapped");
        }
    }

    #[test]
    fn an_article_that_gives_both_figures_leaves_nothing_to_list() {
        let both =
            "The health ministry said 34,622 people were killed. The U.N. said 24,686 people were killed.";
        assert_eq!(judged(both, MINISTRY, &[]).0, Verdict::Compatible);
        let far = "Police said 1,040 people were killed.";
        assert_eq!(judged(MINISTRY, far, &[]).0, Verdict::Compatible);
    }

    #[test]
    fn one_counter_none_and_somebody_are_no_other_basis() {
        for other in [
            "The health ministry said 24,686 people were killed.",
            "The ministry of health said 24,686 people were killed.",
            "Some 24,686 people were killed.",
            "Officials said 24,686 people were killed.",
        ] {
            assert_eq!(judged(MINISTRY, other, &[]).0, Verdict::Conflict, "{other}");
        }
    }

    #[test]
    fn a_house_says_who_counts_differently() {
        let (a, b) =
            ("The harbour board said 43 people were killed.", "The ferry line said 51 people were killed.");
        let groups: &[&[&str]] = &[&["harbour board", "port company"], &["ferry line"]];
        assert_eq!(judged(a, b, &[]).0, Verdict::Conflict);
        assert_eq!(judged(a, b, groups).0, Verdict::Compatible);
        let port = "The port company said 51 people were killed.";
        assert_eq!(judged(a, port, groups).0, Verdict::Conflict);
    }
}
