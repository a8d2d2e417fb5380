//! The parser: word forms and classes to one dependency tree.
//!
//! Arc-hybrid transitions, chosen greedily by the network: `shift` the next token
//! onto the stack, or take the top of the stack away as a dependent of the next
//! token (`left`) or of the token below (`right`). The root stands after the last
//! token and takes exactly one dependent, so the result is always a tree.

use super::features::FeatureList;
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
    /// The outermost and second outermost dependents on either side.
    left: Vec<[u32; 2]>,
    right: Vec<[u32; 2]>,
    valency: Vec<[u8; 2]>,
    /// For every token, the nearest verb from there on.
    verbs: Vec<u32>,
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

/// The features that decide the next move.
pub(super) fn move_features(state: &State, forms: &[WordForm], classes: &[u8], list: &mut FeatureList) {
    const ABSENT: u32 = 300;
    const ROOT: u32 = 301;
    let known = |token: u32| (token as usize) < forms.len();
    let word = |token: u32| match token {
        t if known(t) => forms[t as usize].word,
        NONE => 3,
        _ => 5,
    };
    let class = |token: u32| match token {
        t if known(t) => u32::from(classes[t as usize]),
        NONE => ABSENT,
        _ => ROOT,
    };
    let relation = |token: u32| match token {
        t if known(t) => u32::from(state.relations[t as usize]),
        _ => 99,
    };
    let left = |token: u32, n: usize| match token {
        t if known(t) => state.left[t as usize][n],
        _ => NONE,
    };
    let right = |token: u32, n: usize| match token {
        t if known(t) => state.right[t as usize][n],
        _ => NONE,
    };
    let valency = |token: u32| match token {
        t if known(t) => state.valency[t as usize].map(u32::from),
        _ => [9; 2],
    };
    let ahead = |n: u32| {
        if state.next + n <= state.count { state.next + n } else { NONE }
    };
    let distance = |a: u32, b: u32| match b.saturating_sub(a) {
        d if a == NONE || b == NONE => 20 + u32::from(d > 0),
        d @ 0..=4 => d,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    };

    let (s0, s1, s2, s3) = (state.stacked(0), state.stacked(1), state.stacked(2), state.stacked(3));
    let (b0, b1, b2, b3) = (ahead(0), ahead(1), ahead(2), ahead(3));
    let (w_s0, w_s1, w_b0, w_b1) = (word(s0), word(s1), word(b0), word(b1));
    let (t_s0, t_s1, t_s2, t_b0, t_b1, t_b2) =
        (class(s0), class(s1), class(s2), class(b0), class(b1), class(b2));

    list.clear();
    for (n, token) in [s0, s1, b0, b1].into_iter().enumerate() {
        let n = n as u32 * 4;
        list.add(n, word(token), class(token));
        if known(token) {
            let form = &forms[token as usize];
            list.add(n + 1, form.suffixes[1], class(token));
            list.add(
                n + 2,
                u32::from(form.entry.noun_class) << 8 | u32::from(form.entry.verb_class),
                class(token),
            );
        }
        list.add(n + 3, class(token), 0);
    }
    list.add(20, word(s2), t_s2);
    list.add(21, word(b2), t_b2);
    list.add(22, t_s2, class(s3));
    list.add(23, t_b2, class(b3));

    // Dependents already attached: class and relation together, and some words.
    let mut n = 24;
    for (token, number) in [(s0, 0), (s0, 1), (s1, 0), (s1, 1)] {
        let (l, r) = (left(token, number), right(token, number));
        list.add(n, class(l) << 8 | relation(l), 0);
        list.add(n + 1, class(r) << 8 | relation(r), 0);
        if number == 0 {
            list.add(n + 2, word(l), relation(l));
            list.add(n + 3, word(r), relation(r));
        }
        n += 4;
    }
    let (l, l2) = (left(b0, 0), left(b0, 1));
    list.add(40, class(l) << 8 | relation(l), t_b0);
    list.add(41, class(l2) << 8 | relation(l2), 0);
    list.add(42, word(l), relation(l));

    let (near, far) = (distance(s0, b0), distance(s1, s0));
    let [s0_left, s0_right] = valency(s0);
    let [s1_left, s1_right] = valency(s1);
    let [b0_left, _] = valency(b0);
    list.add(43, t_s0 << 16 | t_b0, near);
    list.add(44, t_s1 << 16 | t_s0, far);
    list.add(45, w_s0, w_b0);
    list.add(46, w_s1, w_s0);
    list.add(47, w_s0, t_b0);
    list.add(48, w_b0, t_s0);
    list.add(49, w_s1, t_s0);
    list.add(50, w_s0, t_s1);
    list.add(51, t_s0 << 16 | t_b0, t_b1);
    list.add(52, t_s1 << 16 | t_s0, t_b0);
    list.add(53, t_s2 << 16 | t_s1, t_s0);
    list.add(54, t_b0 << 16 | t_b1, t_b2);
    list.add(55, w_s0, s0_left << 8 | s0_right);
    list.add(56, w_s1, s1_left << 8 | s1_right);
    list.add(57, t_s0 << 16 | t_b0, s0_left << 16 | s0_right << 8 | b0_left);
    list.add(58, t_s1 << 16 | t_s0, s1_right << 16 | s0_right << 8 | s0_left);
    let (s0l, s0r, s1r) = (left(s0, 0), right(s0, 0), right(s1, 0));
    list.add(59, t_s0 << 16 | t_b0, class(s0r) << 8 | relation(s0r));
    list.add(60, t_s1 << 16 | t_s0, class(s1r) << 8 | relation(s1r));
    list.add(61, t_s1 << 16 | t_s0, class(s0l) << 8 | relation(s0l));
    list.add(62, t_s0 << 16 | t_b0, class(l) << 8 | relation(l));
    list.add(63, t_s1 << 16 | t_b0, distance(s1, b0));
    list.add(64, w_s1, w_b0);
    list.add(65, w_b0, t_b1);
    list.add(66, w_b1, t_b0);
    list.add(67, t_s1 << 16 | t_s0, t_b0 << 16 | t_b1);
    list.add(68, near << 8 | far, u32::from(b0 == state.count));
    list.add(69, w_s0, relation(s0l) << 8 | relation(s0r));

    // A preposition hangs on its noun; where the noun goes is for the preposition
    // and both candidates to say.
    let senses = |token: u32| match forms.get(token as usize) {
        Some(form) => u32::from(form.entry.noun_class) << 8 | u32::from(form.entry.verb_class),
        None => 0,
    };
    let (w_b0l, w_s0l) = (word(l), word(s0l));
    list.add(70, w_b0l, w_s0);
    list.add(71, w_b0l, w_s1);
    list.add(72, w_b0l, t_s1 << 16 | t_s0);
    list.add(73, w_b0l, senses(s0) << 16 | senses(b0));
    list.add(74, w_b0l, senses(s1) << 16 | senses(b0));
    list.add(75, w_s0l, w_s1);
    list.add(76, w_s0l, senses(s1) << 16 | senses(s0));
    list.add(77, senses(s0) << 16 | senses(b0), t_s0 << 16 | t_b0);
    list.add(78, senses(s1) << 16 | senses(s0), t_s1 << 16 | t_s0);
    let verb = state.verbs.get(b1 as usize).copied().unwrap_or(NONE);
    let verb_near = distance(b0, verb);
    list.add(79, class(verb), verb_near);
    list.add(80, t_s0 << 16 | t_b0, class(verb));
    list.add(81, word(verb), t_s0);
    list.add(82, t_s1 << 16 | t_s0, class(verb) << 8 | u32::from(verb_near > 4));
}

/// Builds the tree of the sentence in `state`.
pub(super) fn parse(
    network: &Network<'_>,
    table: &Classes<'_>,
    forms: &[WordForm],
    classes: &[u8],
    state: &mut State,
) {
    let mut list = FeatureList::new();
    let mut sums = Sums::new();
    state.reset(forms.len());
    state.note_verbs(table, classes);
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
        move_features(state, forms, classes, &mut list);
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
                let range = step.relations();
                network.best(&sums, range.start + 1..range.end) - range.start
            }
        };
        state.make(step, relation as u8);
    }
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
