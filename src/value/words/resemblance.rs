//! How much two quotations share, and whether that makes them one utterance.

use super::Words;

/// How much two quotations share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resemblance {
    /// Content words that both have.
    pub shared: usize,
    /// Content words of the one that has fewer.
    pub fewer: usize,
    /// Content words of the one that has more.
    pub more: usize,
    /// Words of any sort that both have in the same order.
    pub in_order: usize,
    /// Words of the shorter one.
    pub shorter: usize,
    /// Words of the longer one.
    pub longer: usize,
    /// All words are the same but one, and that one differs by a letter.
    pub is_one_letter_apart: bool,
}

impl Resemblance {
    /// Counts what the two share.
    pub fn of(a: &Words, b: &Words) -> Resemblance {
        let (content_a, content_b) = (a.content(), b.content());
        let (said_a, said_b): (Vec<&str>, Vec<&str>) = (a.said().collect(), b.said().collect());
        Resemblance {
            shared: shared(&content_a, &content_b),
            fewer: content_a.len().min(content_b.len()),
            more: content_a.len().max(content_b.len()),
            in_order: in_order(&said_a, &said_b),
            shorter: said_a.len().min(said_b.len()),
            longer: said_a.len().max(said_b.len()),
            is_one_letter_apart: is_one_letter_apart(&said_a, &said_b),
        }
    }

    /// True when two speakers would hardly say both: eight words, most in one order.
    pub fn is_nearly_verbatim(self) -> bool {
        self.longer >= 8 && 20 * self.in_order >= 17 * self.longer
    }

    /// True when one speaker may have meant both as one: four content words shared,
    /// more than half of what the shorter has, and half of all its words in one order.
    pub fn may_be_one_utterance(self) -> bool {
        self.shared >= 4 && 2 * self.shared > self.fewer && 2 * self.in_order >= self.shorter
    }

    /// True when nobody says the one and the other on two occasions.
    pub fn is_one_utterance(self) -> bool {
        self.is_one_letter_apart
            || self.shared >= 3 && 4 * self.shared >= 3 * self.fewer
            || self.is_nearly_verbatim()
    }
}

/// How many stems two sorted lists have in common.
fn shared(a: &[String], b: &[String]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, count) = (i + 1, j + 1, count + 1),
        }
    }
    count
}

/// The length of the longest common subsequence.
fn in_order(a: &[&str], b: &[&str]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// True for four words or more that are the same but for one letter of one of them.
fn is_one_letter_apart(a: &[&str], b: &[&str]) -> bool {
    let mut differing = a.iter().zip(b).filter(|(x, y)| x != y);
    let one = differing.next();
    a.len() == b.len()
        && a.len() >= 4
        && differing.next().is_none()
        && one.is_some_and(|(x, y)| x.len().min(y.len()) >= 4 && strsim::osa_distance(x, y) == 1)
}
