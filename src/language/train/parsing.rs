//! Training of the parser: a dynamic oracle and exploration.
//!
//! After every move the oracle knows which moves lose no further gold arc, even
//! in states that only mistakes lead to (Goldberg & Nivre 2013).

use super::Unseen;
use super::forget::Words;
use super::learner::{Learner, Settings, softmax_gradient};
use super::lesson::{Pupil, train};
use super::treebank::Gold;
use super::vary::vary;
use crate::language::features::FeatureList;
use crate::language::moves::move_features;
use crate::language::parser::{Move, NONE, OUTCOMES, State};
use crate::language::tagger::{Classes, tag};
use crate::language::wordform::WordForm;

/// How many gold arcs a move makes unreachable.
pub fn cost(state: &State, heads: &[u32], step: Move) -> u32 {
    let next = state.next;
    let top = state.stacked(0);
    let below = state.stacked(1);
    let head_of = |token: u32| heads[token as usize];
    // Dependents of `token` among the tokens not yet shifted.
    let ahead = |token: u32| (next..state.count).filter(|&t| head_of(t) == token).count() as u32;
    match step {
        Move::Shift => {
            let lost = state.stack.iter().filter(|&&t| head_of(t) == next).count() as u32;
            let head = head_of(next);
            lost + u32::from(head < next && head != top && state.stack.contains(&head))
        }
        Move::Left => {
            let head = head_of(top);
            ahead(top) + u32::from(head != next && (head > next || below != NONE && head == below))
        }
        Move::Right => ahead(top) + u32::from(head_of(top) >= next),
    }
}

/// A parser's training sentence: forms, classes as the tagger gives them, tree.
struct Lesson {
    forms: Vec<WordForm>,
    classes: Vec<u8>,
    doubts: Vec<u8>,
    heads: Vec<u32>,
    relations: Vec<u8>,
}

impl Lesson {
    fn new(unseen: Unseen<'_>, gold: &Gold, words: &Words<'_>) -> Self {
        let mut forms = Vec::new();
        let (mut classes, mut doubts) = (Vec::new(), Vec::new());
        words.read(gold, &mut forms);
        tag(unseen.tagger, &forms, &mut classes, &mut doubts);
        let heads = gold.heads();
        let relations = gold.tokens.iter().map(|t| t.relation as u8).collect();
        Lesson { forms, classes, doubts, heads, relations }
    }
}

/// Trains a parser; the result is its network's bytes.
pub fn train_parser(
    sentences: &[Unseen<'_>],
    words: &Words<'_>,
    table: &Classes<'_>,
    settings: Settings,
    seed: u64,
) -> Vec<u8> {
    let mut course = Course { table, state: State::default(), list: FeatureList::new() };
    train("parser", settings, OUTCOMES, sentences, seed, |&unseen, pupil| {
        let variant = pupil.variant();
        let gold = vary(unseen.gold, variant, &mut pupil.random);
        let mut lesson = Lesson::new(unseen, &gold, words);
        if pupil.pass.is_some() {
            words.forget(&mut lesson.forms, settings.forgets, &mut pupil.random);
        }
        course.teach(&lesson, pupil);
    })
}

fn is_forced(state: &State) -> bool {
    state.stack.is_empty() || state.next == state.count && state.stack.len() == 1
}

fn relation_for(state: &State, lesson: &Lesson, step: Move) -> u8 {
    match step {
        Move::Shift => 0,
        Move::Left | Move::Right => lesson.relations[state.stacked(0) as usize],
    }
}

/// The allowed move of least cost; of equals the one with the best score.
fn best_step(state: &State, heads: &[u32], score: impl Fn(Move) -> f32) -> Move {
    Move::ALL
        .into_iter()
        .filter(|&step| state.allows(step))
        .min_by(|&a, &b| {
            let costs = cost(state, heads, a).cmp(&cost(state, heads, b));
            costs.then(score(b).total_cmp(&score(a)))
        })
        .unwrap_or(Move::Shift)
}

/// The parser is taught on its own way through a sentence, not on the best one alone.
struct Course<'a> {
    table: &'a Classes<'a>,
    state: State,
    list: FeatureList,
}

/// How often the pupil goes on from its own move, after the first pass.
const EXPLORES: f32 = 0.8;

impl Course<'_> {
    fn teach(&mut self, lesson: &Lesson, pupil: &mut Pupil) {
        let Course { table, state, list } = self;
        state.reset(lesson.forms.len());
        state.note_verbs(table, &lesson.classes);
        while !state.is_done() {
            if is_forced(state) {
                let step = if state.allows(Move::Shift) { Move::Shift } else { Move::Left };
                state.make(step, 0);
                continue;
            }
            move_features(state, &lesson.forms, &lesson.classes, &lesson.doubts, list);
            let Some(pass) = pupil.pass else {
                pupil.learner.count(list.as_slice());
                let step = best_step(state, &lesson.heads, |_| 0.0);
                state.make(step, relation_for(state, lesson, step));
                continue;
            };
            pupil.learner.forward(list.as_slice(), Some(&mut pupil.random));
            let (guess, best) = learn_move(state, lesson, &mut pupil.learner);
            let explores = pupil.random.share() < EXPLORES && pass > 0;
            let step = if explores { guess } else { best };
            state.make(step, relation_for(state, lesson, step));
        }
        pupil.all += lesson.heads.len() as u32;
        pupil.right += state.heads.iter().zip(&lesson.heads).filter(|(a, b)| a == b).count() as u32;
    }
}

/// Learns move and relation; gives the move that the learner would make and the best one.
fn learn_move(state: &State, lesson: &Lesson, learner: &mut Learner) -> (Move, Move) {
    let mut moves = Vec::new();
    learner.scores(0..3, &mut moves);
    for step in Move::ALL {
        if !state.allows(step) {
            moves[step as usize] = -1e9;
        }
    }
    let costs = Move::ALL.map(|s| if state.allows(s) { cost(state, &lesson.heads, s) } else { u32::MAX });
    let least = costs.iter().copied().min().unwrap_or(0);
    let guess = Move::ALL
        .into_iter()
        .max_by(|&a, &b| moves[a as usize].total_cmp(&moves[b as usize]))
        .unwrap_or(Move::Shift);
    let best = best_step(state, &lesson.heads, |s| moves[s as usize]);
    let mut learned = softmax_gradient(&mut moves, |n| costs[n] == least);
    if learned {
        learner.learn(0..3, &moves);
    }
    // The relation is taught for the move that ought to be made.
    if best != Move::Shift {
        let token = state.stacked(0) as usize;
        let head = if best == Move::Left { state.next } else { state.stacked(1) };
        if lesson.heads[token] == head {
            let mut names = Vec::new();
            learner.scores(best.relations(), &mut names);
            if softmax_gradient(&mut names, |n| n == lesson.relations[token] as usize) {
                learner.learn(best.relations(), &names);
                learned = true;
            }
        }
    }
    if learned {
        learner.finish();
    }
    (guess, best)
}
