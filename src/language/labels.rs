//! The labeller: the relation of every token to its head, once the tree stands.
//!
//! While a tree is being built, half of what tells an object from an oblique or a clause
//! from an aside has not been read yet. So relations are named afterwards, from left to
//! right, by what token and head are, what hangs on both, and what stands between.

use super::features::{FeatureList, form_at};
use super::network::{Network, Sums};
use super::parser::{NONE, RELATIONS};
use super::sentence::Relation;
use super::wordform::WordForm;

/// A finished tree and the relations found so far.
#[derive(Debug, Default)]
pub(super) struct Labels {
    pub relations: Vec<u8>,
    /// The first and the last dependent of every token.
    first: Vec<u32>,
    last: Vec<u32>,
    /// The dependents of the same head before and after it.
    previous: Vec<u32>,
    following: Vec<u32>,
    /// How many dependents stand before it.
    before: Vec<u8>,
    /// What hangs on every token so far, as flags.
    holds: Vec<u8>,
}

impl Labels {
    /// Begins with a tree; a head beyond the last token is the root.
    pub fn reset(&mut self, heads: &[u32]) {
        let count = heads.len();
        self.relations.clear();
        self.relations.resize(count, 0);
        for links in [&mut self.first, &mut self.last, &mut self.previous, &mut self.following] {
            links.clear();
            links.resize(count, NONE);
        }
        for flags in [&mut self.before, &mut self.holds] {
            flags.clear();
            flags.resize(count, 0);
        }
        for (token, &head) in heads.iter().enumerate() {
            let (token, at) = (token as u32, head as usize);
            if at >= count {
                continue;
            }
            match self.last[at] {
                NONE => self.first[at] = token,
                last => {
                    self.previous[token as usize] = last;
                    self.following[last as usize] = token;
                }
            }
            self.last[at] = token;
            self.before[at] = (self.before[at] + u8::from(token < head)).min(4);
        }
    }

    /// Notes the relation of a token.
    pub fn note(&mut self, token: usize, head: u32, relation: u8) {
        self.relations[token] = relation;
        if let Some(holds) = self.holds.get_mut(head as usize) {
            *holds |= flag_of(relation);
        }
    }
}

fn flag_of(relation: u8) -> u8 {
    const SUBJECTS: [u8; 3] = [Relation::Nsubj as u8, Relation::NsubjPass as u8, Relation::Csubj as u8];
    const OBJECTS: [u8; 3] = [Relation::Obj as u8, Relation::Ccomp as u8, Relation::Xcomp as u8];
    const VOICE: u8 = Relation::AuxPass as u8;
    const COP: u8 = Relation::Cop as u8;
    const EXPL: u8 = Relation::Expl as u8;
    const MARKERS: [u8; 2] = [Relation::Case as u8, Relation::Mark as u8];
    const CC: u8 = Relation::Cc as u8;
    match relation {
        r if SUBJECTS.contains(&r) => 1,
        r if OBJECTS.contains(&r) => 2,
        VOICE => 4,
        COP => 8,
        EXPL => 16,
        r if MARKERS.contains(&r) => 32,
        CC => 64,
        _ => 0,
    }
}

/// The features that decide the relation of token `i`, whose head is a token.
pub(super) fn label_features(
    labels: &Labels,
    heads: &[u32],
    forms: &[WordForm],
    classes: &[u8],
    i: usize,
    list: &mut FeatureList,
) {
    let h = heads[i] as usize;
    let form = |token: u32| form_at(forms, 0, if token == NONE { -1 } else { token as isize });
    let class = |token: u32| classes.get(token as usize).map_or(300, |&c| u32::from(c));
    let relation = |token: u32| labels.relations.get(token as usize).map_or(99, |&r| u32::from(r));
    let (this, head) = (forms[i], forms[h]);
    let (t, t_h) = (u32::from(classes[i]), u32::from(classes[h]));
    let gap = i.abs_diff(h);
    let near = match gap {
        0..=3 => gap as u32,
        4..=6 => 4,
        7..=12 => 5,
        _ => 6,
    };
    let way = u32::from(i < h) << 3 | near;
    let side = u32::from(i < h);
    let (first, last) = (labels.first[i], labels.last[i]);
    let (h_first, h_last) = (labels.first[h], labels.last[h]);
    let (previous, following) = (labels.previous[i], labels.following[i]);
    // The word that introduces the token: a preposition, a conjunction, an article.
    let opener = if first != NONE && (first as usize) < i { first } else { NONE };
    let opener_word = form(opener).word;
    let holds = u32::from(labels.holds[i]);
    let head_holds = u32::from(labels.holds[h]);
    let senses = |f: WordForm| u32::from(f.entry.noun_class) << 8 | u32::from(f.entry.verb_class);
    let above = heads[h];
    let pair = t << 16 | t_h;
    list.clear();
    list.add(1, this.word, t);
    list.add(2, head.word, t_h << 1 | side);
    list.add(3, pair, way);
    list.add(4, this.word, t_h << 1 | side);
    list.add(5, head.word, t << 1 | side);
    list.add(6, this.word, head.word);
    list.add(7, opener_word, pair << 1 | side);
    list.add(8, opener_word, head.word);
    list.add(9, opener_word, this.word);
    list.add(10, class(opener), pair << 1 | side);
    list.add(11, holds, pair << 1 | side);
    list.add(12, head_holds, pair << 1 | side);
    list.add(13, relation(previous), pair << 1 | side);
    list.add(14, class(previous) << 16 | class(following), pair << 1 | side);
    list.add(15, class(last), pair);
    list.add(16, class(h_first) << 16 | class(h_last), pair);
    list.add(17, form(h_first).word, pair);
    list.add(18, class(above), pair << 1 | u32::from(above as usize > h));
    list.add(19, u32::from(this.entry.grammar), t_h << 1 | side);
    list.add(20, u32::from(head.entry.grammar), t << 1 | side);
    list.add(21, u32::from(this.entry.meaning) >> 4, u32::from(head.entry.meaning) >> 4 << 8 | side);
    list.add(22, opener_word, senses(this));
    list.add(23, opener_word, u32::from(this.entry.meaning));
    list.add(24, senses(this) << 16 | senses(head), side);
    list.add(25, this.suffixes[1], t << 1 | side);
    list.add(26, this.shape, pair);
    list.add(27, class(i.wrapping_sub(1) as u32), pair);
    list.add(28, form(i.wrapping_sub(1) as u32).word, pair);
    list.add(29, class(i as u32 + 1), pair << 1 | side);
    list.add(30, u32::from(labels.before[i]) << 4 | u32::from(labels.before[h]), pair << 1 | side);
    list.add(31, head_holds << 8 | holds, relation(previous));
    list.add(32, form(last).word, t << 1 | side);
    list.add(33, u32::from(previous == NONE) << 1 | u32::from(following == NONE), pair << 1 | side);
    list.add(34, form(opener).entry.meaning.into(), pair);
    list.add(35, class((i.max(h) as u32).wrapping_sub(1)), pair << 1 | side);
    list.add(36, this.word, head_holds);
}

/// A relation that the parser gave a lead of so many powers of e is not asked for again.
const SURE: i32 = 2;

/// The best relation, the root's apart, and how far it leads.
fn first_and_lead(scores: &[i32; RELATIONS]) -> (u8, i32) {
    let (mut first, mut second) = ((i32::MIN, 0), i32::MIN);
    for (relation, &score) in scores.iter().enumerate().skip(1) {
        if score > first.0 {
            (first, second) = ((score, relation as u8), first.0);
        } else {
            second = second.max(score);
        }
    }
    (first.1, first.0.saturating_sub(second))
}

/// Names the relations of a finished tree.
pub(super) fn label(
    network: &Network<'_>,
    parser_unit: i32,
    parser_scores: &[[i32; RELATIONS]],
    heads: &[u32],
    forms: &[WordForm],
    classes: &[u8],
    labels: &mut Labels,
) {
    let mut scores = [0; RELATIONS];
    let mut list = FeatureList::new();
    let mut sums = Sums::new();
    labels.reset(heads);
    for (i, &head) in heads.iter().enumerate() {
        if (head as usize) >= heads.len() {
            continue;
        }
        let (first, lead) = first_and_lead(&parser_scores[i]);
        if lead >= parser_unit.saturating_mul(SURE) {
            labels.note(i, head, first);
        } else {
            label_features(labels, heads, forms, classes, i, &mut list);
            network.sum(list.as_slice(), &mut sums);
            network.fill_scores(&sums, 0, &mut scores);
            // Both have a say: the chances that they give a relation are multiplied.
            let (own, parser) = (i64::from(network.unit()), i64::from(parser_unit));
            let joint = |r: usize| i64::from(scores[r]) * parser + i64::from(parser_scores[i][r]) * own;
            // The first relation is the root's; the first of equals wins.
            let best = (1..RELATIONS).rev().max_by_key(|&r| joint(r)).unwrap_or(1);
            labels.note(i, head, best as u8);
        }
    }
}
