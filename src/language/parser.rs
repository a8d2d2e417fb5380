//! The parser: word forms and classes to one dependency tree.
//!
//! Arc-hybrid transitions, chosen greedily by the network: `shift` the next token
//! onto the stack, or take the top of the stack away as a dependent of the next
//! token (`left`) or of the token below (`right`). The root stands after the last
//! token and takes exactly one dependent, so the result is always a tree.

use super::features::FeatureList;
use super::moves::move_features;
use super::network::{Network, Sums};
use super::sentence::{Relation, Tag};
use super::tagger::Classes;
use super::wordform::WordForm;

/// No such token.
pub(super) const NONE: u32 = u32::MAX;

/// The number of relations.
pub(super) const RELATIONS: usize = 44;

/// Outcomes of the network: three moves, then relations to the left, then to
/// the right.
pub(super) const OUTCOMES: usize = 3 + 2 * RELATIONS;

/// A transition, relation left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    Shift,
    Left,
    Right,
}

impl Move {
    pub const ALL: [Move; 3] = [Move::Shift, Move::Left, Move::Right];

    /// The outcomes that name the relation of this move.
    pub fn relations(self) -> std::ops::Range<usize> {
        match self {
            Move::Shift => 0..0,
            Move::Left => 3..3 + RELATIONS,
            Move::Right => 3 + RELATIONS..OUTCOMES,
        }
    }
}

/// A half-built tree.
#[derive(Debug, Default)]
pub(super) struct State {
    pub stack: Vec<u32>,
    /// The next token not yet shifted; `count` stands for the root.
    pub next: u32,
    pub count: u32,
    pub heads: Vec<u32>,
    pub relations: Vec<u8>,
    /// The score of every relation of every token, when it got its head.
    pub scores: Vec<[i32; RELATIONS]>,
    /// The outermost and second outermost dependents on either side.
    pub(super) left: Vec<[u32; 2]>,
    pub(super) right: Vec<[u32; 2]>,
    pub(super) valency: Vec<[u8; 2]>,
    /// For every token, the nearest verb from there on.
    pub(super) verbs: Vec<u32>,
}

impl State {
    /// Begins a sentence of `count` tokens.
    pub fn reset(&mut self, count: usize) {
        self.stack.clear();
        self.next = 0;
        self.count = count as u32;
        self.heads.clear();
        self.heads.resize(count, NONE);
        self.relations.clear();
        self.relations.resize(count, 0);
        self.scores.clear();
        self.scores.resize(count, [0; RELATIONS]);
        for side in [&mut self.left, &mut self.right] {
            side.clear();
            side.resize(count, [NONE; 2]);
        }
        self.valency.clear();
        self.valency.resize(count, [0; 2]);
    }

    /// Notes where the verbs stand, before the first move.
    pub fn note_verbs(&mut self, table: &Classes<'_>, classes: &[u8]) {
        self.verbs.clear();
        self.verbs.resize(classes.len(), NONE);
        let mut nearest = NONE;
        for (i, &class) in classes.iter().enumerate().rev() {
            if matches!(table.get(class).0, Tag::Verb | Tag::Aux) {
                nearest = i as u32;
            }
            self.verbs[i] = nearest;
        }
    }

    /// True when every token has its head.
    pub fn is_done(&self) -> bool {
        self.next == self.count && self.stack.is_empty()
    }

    /// True when the move keeps the result a tree with one root.
    pub fn allows(&self, step: Move) -> bool {
        match step {
            Move::Shift => self.next < self.count,
            Move::Left => match self.stack.len() {
                0 => false,
                1 => true,
                _ => self.next < self.count,
            },
            Move::Right => self.stack.len() >= 2,
        }
    }

    /// Makes an allowed move.
    pub fn make(&mut self, step: Move, relation: u8) {
        match step {
            Move::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Move::Left => {
                if let Some(dependent) = self.stack.pop() {
                    self.attach(dependent, self.next, relation);
                }
            }
            Move::Right => {
                if let Some(dependent) = self.stack.pop() {
                    let head = self.stack.last().copied().unwrap_or(self.count);
                    self.attach(dependent, head, relation);
                }
            }
        }
    }

    fn attach(&mut self, dependent: u32, head: u32, relation: u8) {
        self.heads[dependent as usize] = head;
        self.relations[dependent as usize] = relation;
        if head == self.count {
            return;
        }
        let (side, number) = if dependent < head {
            (&mut self.left[head as usize], 0)
        } else {
            (&mut self.right[head as usize], 1)
        };
        *side = [dependent, side[0]];
        let valency = &mut self.valency[head as usize][number];
        *valency = (*valency + 1).min(4);
    }

    /// The token at `depth` of the stack.
    pub fn stacked(&self, depth: usize) -> u32 {
        match self.stack.len().checked_sub(depth + 1) {
            Some(at) => self.stack[at],
            None => NONE,
        }
    }
}

/// Builds the tree of the sentence in `state`.
pub(super) fn parse(
    network: &Network<'_>,
    table: &Classes<'_>,
    forms: &[WordForm],
    classes: &[u8],
    doubts: &[u8],
    state: &mut State,
) {
    state.reset(forms.len());
    state.note_verbs(table, classes);
    let mut list = FeatureList::new();
    let mut sums = Sums::new();
    while !state.is_done() {
        let mut allowed = Move::ALL.into_iter().filter(|&step| state.allows(step));
        let (first, second) = (allowed.next(), allowed.next());
        let third = allowed.next();
        let Some(first) = first else { break };
        if first == Move::Shift && second.is_none() {
            state.make(Move::Shift, 0);
            continue;
        }
        if first == Move::Left && state.next == state.count {
            state.make(Move::Left, Relation::Root as u8);
            continue;
        }
        move_features(state, forms, classes, doubts, &mut list);
        network.sum(list.as_slice(), &mut sums);
        let mut step = first;
        let scores: [i32; 3] = network.scores(&sums);
        for other in [second, third].into_iter().flatten() {
            if scores[other as usize] > scores[step as usize] {
                step = other;
            }
        }
        let relation = match step {
            Move::Shift => 0,
            // The first relation is the root's.
            Move::Left | Move::Right => {
                let scores = &mut state.scores[state.stack[state.stack.len() - 1] as usize];
                network.fill_scores(&sums, step.relations().start, scores);
                best_relation(scores)
            }
        };
        state.make(step, relation as u8);
    }
}

/// The best of the relations, the root's apart; the first of equals.
fn best_relation(scores: &[i32; RELATIONS]) -> usize {
    let mut best = 1;
    for (relation, &score) in scores.iter().enumerate().skip(2) {
        if score > scores[best] {
            best = relation;
        }
    }
    best
}

/// The relation with that number.
pub(super) fn relation_of(number: u8) -> Option<Relation> {
    use Relation::*;
    const ALL: [Relation; RELATIONS] = [
        Root,
        Acl,
        AclRelcl,
        Advcl,
        Advmod,
        Amod,
        Appos,
        Aux,
        AuxPass,
        Case,
        Cc,
        Ccomp,
        Compound,
        CompoundPrt,
        Conj,
        Cop,
        Csubj,
        Dep,
        Det,
        Discourse,
        Expl,
        Fixed,
        Flat,
        Goeswith,
        Iobj,
        List,
        Mark,
        Nmod,
        NmodDesc,
        NmodPoss,
        NmodUnmarked,
        Nsubj,
        NsubjPass,
        Nummod,
        Obj,
        Obl,
        OblAgent,
        OblUnmarked,
        Orphan,
        Parataxis,
        Punct,
        Reparandum,
        Vocative,
        Xcomp,
    ];
    ALL.get(number as usize).copied()
}
