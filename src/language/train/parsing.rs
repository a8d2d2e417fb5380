//! Training of the parser: a dynamic oracle and exploration.
//!
//! After every move the oracle knows which moves lose no further gold arc, even
//! in states that only mistakes lead to (Goldberg & Nivre 2013).

use super::Unseen;
use super::forget::Words;
use super::learner::{Learner, PRUNED, Settings, softmax_gradient};
use super::random::Random;
use super::treebank::Gold;
use super::vary::{Variant, vary};
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
    /// With `random`, some of its words are forgotten.
    fn new(unseen: Unseen<'_>, gold: &Gold, words: &Words<'_>, random: Option<(f32, &mut Random)>) -> Self {
        let mut forms = Vec::new();
        let (mut classes, mut doubts) = (Vec::new(), Vec::new());
        words.read(gold, &mut forms);
        tag(unseen.tagger, &forms, &mut classes, &mut doubts);
        let count = gold.tokens.len() as u32;
        let head = |(i, t): (usize, &crate::language::Token)| {
            if t.head as usize == i { count } else { u32::from(t.head) }
        };
        let heads = gold.tokens.iter().enumerate().map(head).collect();
        let relations = gold.tokens.iter().map(|t| t.relation as u8).collect();
        if let Some((half, random)) = random {
            words.forget(&mut forms, half, random);
        }
        Lesson { forms, classes, doubts, heads, relations }
    }
}

/// Trains a parser.
pub fn train_parser(
    sentences: &[Unseen<'_>],
    words: &Words<'_>,
    table: &Classes<'_>,
    settings: Settings,
    random: &mut Random,
) -> Vec<u8> {
    let mut learner = Learner::new(settings, OUTCOMES);
    let mut list = FeatureList::new();
    let mut state = State::default();
    for &unseen in sentences {
        let lesson = Lesson::new(unseen, unseen.gold, words, None);
        state.reset(lesson.forms.len());
        state.note_verbs(table, &lesson.classes);
        while !state.is_done() {
            let step = best_step(&state, &lesson.heads, |_| 0.0);
            if !is_forced(&state) {
                move_features(&state, &lesson.forms, &lesson.classes, &lesson.doubts, &mut list);
                learner.count(list.as_slice());
            }
            state.make(step, relation_for(&state, &lesson, step));
        }
    }
    learner.start(random);
    let mut order = sentences.to_vec();
    let total = (order.len() * settings.epochs) as f32;
    let mut done = 0.0;
    for epoch in 0..settings.epochs {
        if epoch == PRUNED {
            learner.prune();
        }
        random.shuffle(&mut order);
        let (mut right, mut all) = (0u32, 0u32);
        for &unseen in &order {
            done += 1.0;
            learner.set_progress(done / total);
            let gold = vary(unseen.gold, Variant::draw(random), random);
            let lesson = Lesson::new(unseen, &gold, words, Some((settings.forgets, random)));
            let explores = if epoch == 0 { 0.0 } else { 0.8 };
            right += teach(&mut learner, &lesson, table, &mut state, &mut list, explores, random);
            all += lesson.heads.len() as u32;
        }
        eprintln!("  parser pass {}: {:.2} % of heads", epoch + 1, 100.0 * right as f32 / all as f32);
    }
    learner.export()
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

fn teach(
    learner: &mut Learner,
    lesson: &Lesson,
    table: &Classes<'_>,
    state: &mut State,
    list: &mut FeatureList,
    explores: f32,
    random: &mut Random,
) -> u32 {
    let mut moves = Vec::new();
    let mut names = Vec::new();
    state.reset(lesson.forms.len());
    state.note_verbs(table, &lesson.classes);
    while !state.is_done() {
        if is_forced(state) {
            let step = if state.allows(Move::Shift) { Move::Shift } else { Move::Left };
            state.make(step, 0);
            continue;
        }
        move_features(state, &lesson.forms, &lesson.classes, &lesson.doubts, list);
        learner.forward(list.as_slice(), Some(random));
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
        let mut relation = 0;
        if best != Move::Shift {
            let token = state.stacked(0) as usize;
            let range = best.relations();
            let wanted = lesson.relations[token] as usize;
            let head = if best == Move::Left { state.next } else { state.stacked(1) };
            if lesson.heads[token] == head {
                learner.scores(range.clone(), &mut names);
                if softmax_gradient(&mut names, |n| n == wanted) {
                    learner.learn(range, &names);
                    learned = true;
                }
            }
            relation = wanted;
        }
        if learned {
            learner.finish();
        }
        let (step, relation) = if random.share() < explores {
            let token = state.stacked(0) as usize;
            (guess, if guess == Move::Shift { 0 } else { lesson.relations[token] as usize })
        } else {
            (best, relation)
        };
        state.make(step, relation as u8);
    }
    state.heads.iter().zip(&lesson.heads).filter(|(a, b)| a == b).count() as u32
}
