//! Kinds of names: person, organisation, place or other, decided on the whole span.
//!
//! The last word tells most ("Museum", "Agency"), then what stands around the span
//! in the sentence and above it in the tree.

use super::features::{FeatureList, form_at};
use super::names::Sight;
use super::network::{Network, Sums};
use super::wordform::{WordForm, mix};

/// Networks that decide together; each was trained from another start.
pub(crate) const VOICES: usize = 3;

/// The networks of one model.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kinds<'a>([Network<'a>; VOICES]);

impl<'a> Kinds<'a> {
    /// The networks in these bytes, one after the other and of one length.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let length = bytes.len() / VOICES;
        let network = |n: usize| Network::new(&bytes[n * length..][..length]);
        let voices = [network(0)?, network(1)?, network(2)?];
        voices.iter().all(|v| v.outcomes() == OUTCOMES).then_some(Kinds(voices))
    }

    /// The scores of the outcomes, all voices together, in 256ths of a power of e.
    pub fn scores(&self, features: &FeatureList, sums: &mut Sums) -> [i64; OUTCOMES] {
        let mut all = [0; OUTCOMES];
        for network in &self.0 {
            network.sum(features.as_slice(), sums);
            let scores: [i32; OUTCOMES] = network.scores(sums);
            for (all, score) in all.iter_mut().zip(scores) {
                *all += i64::from(score) * 256 / i64::from(network.unit());
            }
        }
        all
    }
}

/// Outcomes: the four kinds, then "no name after all".
pub(super) const OUTCOMES: usize = 5;

/// The features that decide the kind of the span `first..end`.
pub(super) fn kind_features(sight: &Sight<'_>, first: usize, end: usize, list: &mut FeatureList) {
    let Sight { forms, classes, state, convention, .. } = *sight;
    let at = |i: usize, offset: isize| form_at(forms, i, offset);
    let class = |i: usize, offset: isize| match i.checked_add_signed(offset) {
        Some(n) if n < classes.len() => u32::from(classes[n]),
        _ => 300,
    };
    let (begin, last) = (at(first, 0), at(end - 1, 0));
    let (before, after) = (at(first, -1), at(end - 1, 1));
    let lists = |i: usize, offset| u32::from(at(i, offset).entry.lists);
    let length = ((end - first) as u32).min(5);
    // The span's head is the word whose own head stands outside of it.
    let top = (first..end).find(|&i| !(first..end).contains(&(state.heads[i] as usize))).unwrap_or(first);
    let top_form = forms[top];
    let relation = u32::from(state.relations[top]);
    let above = state.heads[top] as usize;
    let (above_form, above_class) = match forms.get(above) {
        Some(form) => (*form, u32::from(classes[above])),
        None => (at(forms.len(), 0), 301),
    };
    let (mut words, mut all_lists, mut any_lists) = (length, 255, 0);
    list.clear();
    for (i, form) in forms.iter().enumerate().take(end.min(first + 8)).skip(first) {
        list.add(1, form.word, 0);
        list.add(2, form.word, u32::from(i == top) + 1);
        words = mix(3, words, form.word);
        all_lists &= lists(i, 0);
        any_lists |= lists(i, 0);
    }
    list.add(4, words, 0);
    list.add(5, begin.word, length);
    list.add(6, last.word, length.min(2));
    list.add(7, last.suffixes[1], length.min(2));
    list.add(8, last.suffixes[2], 0);
    list.add(9, begin.suffixes[1], length.min(2));
    list.add(10, begin.prefixes[1], 0);
    list.add(11, all_lists, length);
    list.add(12, any_lists, length);
    list.add(13, lists(first, 0), lists(end - 1, 0) << 8 | length);
    list.add(14, before.word, 0);
    list.add(15, after.word, 0);
    list.add(16, before.word, all_lists);
    list.add(17, at(first, -2).word, before.word);
    list.add(18, after.word, at(end - 1, 2).word);
    list.add(19, before.entry.noun_class.into(), class(first, -1));
    list.add(20, after.entry.noun_class.into(), class(end - 1, 1));
    list.add(21, after.entry.verb_class.into(), class(end - 1, 1));
    list.add(22, relation, length);
    list.add(23, above_form.word, relation);
    list.add(24, above_form.entry.noun_class.into(), relation);
    list.add(25, above_form.entry.verb_class.into(), relation);
    list.add(26, above_class, relation);
    list.add(27, last.entry.noun_class.into(), length.min(2));
    list.add(28, begin.shape, length);
    list.add(29, last.shape, length);
    list.add(30, top_form.entry.noun_class.into(), top_form.suffixes[1]);
    list.add(31, class(first, 0), class(end - 1, 0));
    list.add(32, class(first, -1) << 8 | class(end - 1, 1), length);
    list.add(33, before.shape, after.shape);
    list.add(34, convention, length);
    list.add(35, at(first, -2).word, 0);
    list.add(36, at(end - 1, 2).word, 0);
    list.add(37, last.prefixes[1], length.min(2));
    list.add(38, convention, last.word);
    list.add(39, before.word, after.word);
    let meaning = |form: WordForm| u32::from(form.entry.meaning);
    for form in forms.iter().take(end.min(first + 8)).skip(first) {
        list.add(40, meaning(*form), 0);
        list.add(41, meaning(*form) >> 4, 0);
    }
    list.add(42, meaning(last), length.min(2));
    list.add(43, meaning(begin), length.min(2));
    list.add(44, meaning(before), 0);
    list.add(45, meaning(after), 0);
    list.add(46, meaning(above_form), relation);
    list.add(47, meaning(begin) >> 4, meaning(last) >> 4);
}
