//! The name reader: named spans of persons, organisations and places.
//!
//! Every token is outside a name, begins one or continues one; the network
//! decides from left to right, seeing forms, classes, the tree and its own last
//! two decisions.

use super::features::{FeatureList, form_at};
use super::network::{Network, Sums, WIDEST};
use super::parser::State;
use super::sentence::{NameKind, NameSpan};
use super::wordform::WordForm;

/// Outcomes: outside, then begin and continue of each kind.
pub(super) const OUTCOMES: usize = 9;

/// The kinds in the order of their numbers.
pub(super) const KINDS: [NameKind; 4] =
    [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Other];

/// True when `label` may follow `last`: a continuation needs its beginning.
pub(super) fn may_follow(last: u8, label: u8) -> bool {
    label == 0 || label % 2 == 1 || last == label || last + 1 == label
}

/// The features that decide the label of token `i`.
pub(super) fn name_features(
    forms: &[WordForm],
    classes: &[u8],
    state: &State,
    i: usize,
    before: [u8; 2],
    list: &mut FeatureList,
) {
    let at = |offset| form_at(forms, i, offset);
    let class = |offset: isize| match i.checked_add_signed(offset) {
        Some(n) if n < classes.len() => u32::from(classes[n]),
        _ => 300,
    };
    let lists = |f: WordForm| u32::from(f.entry.lists);
    let (this, last, next) = (at(0), at(-1), at(1));
    let [l1, l2] = before.map(u32::from);
    let relation = u32::from(state.relations[i]);
    let head = state.heads[i] as usize;
    let (head_word, head_class) = match forms.get(head) {
        Some(form) => (form, u32::from(classes[head])),
        None => (&this, 301),
    };
    list.clear();
    list.add(1, this.word, 0);
    list.add(2, this.word, l1);
    list.add(3, last.word, l1);
    list.add(4, next.word, l1);
    list.add(5, at(-2).word, 0);
    list.add(6, at(2).word, 0);
    list.add(7, last.word, this.word);
    list.add(8, this.word, next.word);
    list.add(9, this.shape, class(0));
    list.add(10, last.shape, this.shape);
    list.add(11, this.shape, next.shape);
    list.add(12, this.suffixes[1], 0);
    list.add(13, this.suffixes[2], class(0));
    list.add(14, this.prefixes[1], 0);
    list.add(15, lists(this), class(0));
    list.add(16, lists(last) << 8 | lists(this), l1);
    list.add(17, lists(this) << 8 | lists(next), l1);
    list.add(18, class(0), l1);
    list.add(19, class(-1) << 16 | class(0), class(1) << 16 | l1);
    list.add(20, l1, l2);
    list.add(21, relation, l1);
    list.add(22, head_word.word, relation);
    list.add(23, head_class, relation << 8 | l1);
    list.add(24, u32::from(this.entry.noun_class), class(0));
    list.add(25, u32::from(last.entry.noun_class), class(-1));
    list.add(26, u32::from(next.entry.noun_class), class(1));
    list.add(27, this.suffixes[1], l1);
    list.add(28, class(1), class(2) << 8 | l1);
    list.add(29, last.suffixes[1], l1);
    list.add(30, next.suffixes[1], l1);
    list.add(31, u32::from(head_word.entry.noun_class), relation);
    list.add(32, last.word, next.word);
    list.add(33, at(-2).word, last.word);
    list.add(34, next.word, at(2).word);
    list.add(35, at(-2).shape, at(2).shape);
    list.add(36, class(-2) << 8 | class(-1), l1);
    list.add(37, lists(at(-2)) << 8 | lists(at(2)), lists(last) << 8 | lists(next));
    list.add(38, this.shape, lists(this) << 8 | l1);
    list.add(39, this.entry.ambiguity.into(), this.shape);
}

/// Adds the named spans of the sentence to `names`.
pub(super) fn read_names(
    network: &Network<'_>,
    forms: &[WordForm],
    classes: &[u8],
    state: &State,
    names: &mut Vec<NameSpan>,
) {
    let mut list = FeatureList::new();
    let mut sums = Sums([0; WIDEST]);
    let mut before = [0; 2];
    for i in 0..forms.len() {
        name_features(forms, classes, state, i, before, &mut list);
        network.sum(list.as_slice(), &mut sums);
        let mut best = (i32::MIN, 0);
        for label in (0..OUTCOMES as u8).filter(|&label| may_follow(before[0], label)) {
            let score = network.score(&sums, label as usize);
            if score > best.0 {
                best = (score, label);
            }
        }
        let label = best.1;
        before = [label, before[0]];
        if label == 0 {
            continue;
        }
        let end = i as u32 + 1;
        // A continuation follows its own name, so the last one is of this sentence.
        match names.last_mut() {
            Some(name) if label % 2 == 0 => name.end = end,
            _ => names.push(NameSpan { first: i as u32, end, kind: KINDS[(label as usize - 1) / 2] }),
        }
    }
}
