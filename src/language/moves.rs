//! The features that decide the parser's next move.
//!
//! Words and classes of the tokens at stake, what hangs on them already, how far apart
//! they stand.

use super::features::FeatureList;
use super::parser::{NONE, State};
use super::wordform::WordForm;

/// A half-built tree with its sentence, asked by token; there may be no such token, or
/// it may be the root.
struct View<'a> {
    state: &'a State,
    forms: &'a [WordForm],
    classes: &'a [u8],
    doubts: &'a [u8],
}

impl View<'_> {
    fn known(&self, token: u32) -> bool {
        (token as usize) < self.forms.len()
    }

    fn word(&self, token: u32) -> u32 {
        match token {
            t if self.known(t) => self.forms[t as usize].word,
            NONE => 3,
            _ => 5,
        }
    }

    fn class(&self, token: u32) -> u32 {
        match token {
            t if self.known(t) => u32::from(self.classes[t as usize]),
            NONE => 300,
            _ => 301,
        }
    }

    /// The tagger's second choice if it doubts the class, else the class.
    fn doubt(&self, token: u32) -> u32 {
        match token {
            t if self.known(t) => u32::from(self.doubts[t as usize]),
            other => self.class(other),
        }
    }

    fn relation(&self, token: u32) -> u32 {
        match token {
            t if self.known(t) => u32::from(self.state.relations[t as usize]),
            _ => 99,
        }
    }

    /// The outermost dependent to the left, or the next one inwards.
    fn left(&self, token: u32, n: usize) -> u32 {
        if self.known(token) { self.state.left[token as usize][n] } else { NONE }
    }

    /// The outermost dependent to the right, or the next one inwards.
    fn right(&self, token: u32, n: usize) -> u32 {
        if self.known(token) { self.state.right[token as usize][n] } else { NONE }
    }

    fn valency(&self, token: u32) -> [u32; 2] {
        if self.known(token) { self.state.valency[token as usize].map(u32::from) } else { [9; 2] }
    }

    /// The token so many places after the next one, or the root.
    fn ahead(&self, n: u32) -> u32 {
        if self.state.next + n <= self.state.count { self.state.next + n } else { NONE }
    }

    /// WordNet's classes of the word, as noun and as verb.
    fn senses(&self, token: u32) -> u32 {
        match self.forms.get(token as usize) {
            Some(form) => u32::from(form.entry.noun_class) << 8 | u32::from(form.entry.verb_class),
            None => 0,
        }
    }

    /// The class of the word by meaning.
    fn meaning(&self, token: u32) -> u32 {
        self.forms.get(token as usize).map_or(0, |form| u32::from(form.entry.meaning))
    }
}

/// How far apart two tokens stand, in eight steps.
fn distance(a: u32, b: u32) -> u32 {
    match b.saturating_sub(a) {
        d if a == NONE || b == NONE => 20 + u32::from(d > 0),
        d @ 0..=4 => d,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    }
}

/// The features that decide the next move of the parser.
pub(super) fn move_features(
    state: &State,
    forms: &[WordForm],
    classes: &[u8],
    doubts: &[u8],
    list: &mut FeatureList,
) {
    let view = View { state, forms, classes, doubts };
    let (s0, s1, s2, s3) = (state.stacked(0), state.stacked(1), state.stacked(2), state.stacked(3));
    let (b0, b1, b2, b3) = (view.ahead(0), view.ahead(1), view.ahead(2), view.ahead(3));
    let (w_s0, w_s1, w_b0, w_b1) = (view.word(s0), view.word(s1), view.word(b0), view.word(b1));
    let (t_s0, t_s1, t_s2) = (view.class(s0), view.class(s1), view.class(s2));
    let (t_b0, t_b1, t_b2) = (view.class(b0), view.class(b1), view.class(b2));

    list.clear();
    for (n, token) in [s0, s1, b0, b1].into_iter().enumerate() {
        let n = n as u32 * 4;
        list.add(n, view.word(token), view.class(token));
        if view.known(token) {
            let form = &forms[token as usize];
            list.add(n + 1, form.suffixes[1], view.class(token));
            list.add(
                n + 2,
                u32::from(form.entry.noun_class) << 8 | u32::from(form.entry.verb_class),
                view.class(token),
            );
        }
        list.add(n + 3, view.class(token), 0);
    }
    list.add(20, view.word(s2), t_s2);
    list.add(21, view.word(b2), t_b2);
    list.add(22, t_s2, view.class(s3));
    list.add(23, t_b2, view.class(b3));

    // Dependents already attached: class and relation together, and some words.
    let mut n = 24;
    for (token, number) in [(s0, 0), (s0, 1), (s1, 0), (s1, 1)] {
        let (l, r) = (view.left(token, number), view.right(token, number));
        list.add(n, view.class(l) << 8 | view.relation(l), 0);
        list.add(n + 1, view.class(r) << 8 | view.relation(r), 0);
        if number == 0 {
            list.add(n + 2, view.word(l), view.relation(l));
            list.add(n + 3, view.word(r), view.relation(r));
        }
        n += 4;
    }
    let (l, l2) = (view.left(b0, 0), view.left(b0, 1));
    list.add(40, view.class(l) << 8 | view.relation(l), t_b0);
    list.add(41, view.class(l2) << 8 | view.relation(l2), 0);
    list.add(42, view.word(l), view.relation(l));

    let (near, far) = (distance(s0, b0), distance(s1, s0));
    let [s0_left, s0_right] = view.valency(s0);
    let [s1_left, s1_right] = view.valency(s1);
    let [b0_left, _] = view.valency(b0);
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
    let (s0l, s0r, s1r) = (view.left(s0, 0), view.right(s0, 0), view.right(s1, 0));
    list.add(59, t_s0 << 16 | t_b0, view.class(s0r) << 8 | view.relation(s0r));
    list.add(60, t_s1 << 16 | t_s0, view.class(s1r) << 8 | view.relation(s1r));
    list.add(61, t_s1 << 16 | t_s0, view.class(s0l) << 8 | view.relation(s0l));
    list.add(62, t_s0 << 16 | t_b0, view.class(l) << 8 | view.relation(l));
    list.add(63, t_s1 << 16 | t_b0, distance(s1, b0));
    list.add(64, w_s1, w_b0);
    list.add(65, w_b0, t_b1);
    list.add(66, w_b1, t_b0);
    list.add(67, t_s1 << 16 | t_s0, t_b0 << 16 | t_b1);
    list.add(68, near << 8 | far, u32::from(b0 == state.count));
    list.add(69, w_s0, view.relation(s0l) << 8 | view.relation(s0r));

    // A preposition hangs on its noun; where the noun goes is for the preposition
    // and both candidates to say.
    let (w_b0l, w_s0l) = (view.word(l), view.word(s0l));
    list.add(70, w_b0l, w_s0);
    list.add(71, w_b0l, w_s1);
    list.add(72, w_b0l, t_s1 << 16 | t_s0);
    list.add(73, w_b0l, view.senses(s0) << 16 | view.senses(b0));
    list.add(74, w_b0l, view.senses(s1) << 16 | view.senses(b0));
    list.add(75, w_s0l, w_s1);
    list.add(76, w_s0l, view.senses(s1) << 16 | view.senses(s0));
    list.add(77, view.senses(s0) << 16 | view.senses(b0), t_s0 << 16 | t_b0);
    list.add(78, view.senses(s1) << 16 | view.senses(s0), t_s1 << 16 | t_s0);
    let verb = state.verbs.get(b1 as usize).copied().unwrap_or(NONE);
    let verb_near = distance(b0, verb);
    list.add(79, view.class(verb), verb_near);
    list.add(80, t_s0 << 16 | t_b0, view.class(verb));
    list.add(81, view.word(verb), t_s0);
    list.add(82, t_s1 << 16 | t_s0, view.class(verb) << 8 | u32::from(verb_near > 4));

    // Words by meaning.
    let wide = |token: u32| view.meaning(token) >> 4;
    list.add(83, view.meaning(s0), t_s0);
    list.add(84, view.meaning(s1), t_s1);
    list.add(85, view.meaning(b0), t_b0);
    list.add(86, wide(s0) << 8 | wide(b0), t_s0 << 16 | t_b0);
    list.add(87, wide(s1) << 8 | wide(s0), t_s1 << 16 | t_s0);
    list.add(88, w_b0l, view.meaning(s0));
    list.add(89, w_b0l, view.meaning(s1));
    list.add(90, w_b0l, wide(s0) << 8 | wide(b0));
    list.add(91, w_b0l, wide(s1) << 8 | wide(b0));
    list.add(92, view.meaning(b1), t_b0);

    // What the tokens may be if the tagger is wrong.
    let (d_s0, d_s1, d_b0, d_b1) = (view.doubt(s0), view.doubt(s1), view.doubt(b0), view.doubt(b1));
    list.add(93, t_s0 << 16 | d_s0, t_b0 << 16 | d_b0);
    list.add(94, t_s1 << 16 | d_s1, t_s0 << 16 | d_s0);
    list.add(95, d_s0, t_b0);
    list.add(96, t_s0, d_b0);
    list.add(97, t_b0 << 16 | d_b0, t_b1 << 16 | d_b1);
    list.add(98, d_s0, w_s0);
    list.add(99, d_b0, w_b0);
}
