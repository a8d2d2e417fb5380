//! The name reader: named spans of persons, organisations and places.
//!
//! Every token is outside a name, begins one or stands within one; a first network
//! decides so from left to right, seeing forms, classes, the tree and its own last
//! two decisions. A second one gives each span its kind.

use super::agreement::Leads;
use super::features::{FeatureList, form_at};
use super::kinds::{Kinds, kind_features};
use super::network::{Network, Sums};
use super::parser::State;
use super::sentence::{NameKind, NameSpan, Tag};
use super::tagger::Classes;
use super::wordform::WordForm;

/// Outcomes: outside a name, at its beginning, within it.
pub(super) const OUTCOMES: usize = 3;

const BEGIN: u8 = 1;
const WITHIN: u8 = 2;

/// The kinds in the order of their numbers.
pub(super) const KINDS: [NameKind; 4] =
    [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Other];

/// True when `label` may follow `last`: a name does not start within itself.
#[cfg(feature = "train")]
pub(super) fn may_follow(last: u8, label: u8) -> bool {
    label != WITHIN || last != 0
}

/// A sentence as the name reader sees it.
pub(super) struct Sight<'a> {
    pub forms: &'a [WordForm],
    pub classes: &'a [u8],
    pub state: &'a State,
    /// For every token, the stretch of proper nouns it stands in, or itself.
    pub runs: &'a [(u32, u32)],
    /// The convention by which names are marked; 0 is that of the treebanks.
    pub convention: u32,
}

/// Fills `runs` with the stretch of proper nouns that every token stands in.
pub(super) fn find_runs(table: &Classes<'_>, classes: &[u8], runs: &mut Vec<(u32, u32)>) {
    let is_name = |i: usize| table.get(classes[i]).0 == Tag::Propn;
    runs.clear();
    while runs.len() < classes.len() {
        let start = runs.len();
        let mut end = start + 1;
        while is_name(start) && end < classes.len() && is_name(end) {
            end += 1;
        }
        runs.resize(end, (start as u32, end as u32));
    }
}

/// The features that decide the label of token `i`.
pub(super) fn name_features(sight: &Sight<'_>, i: usize, before: [u8; 2], list: &mut FeatureList) {
    let Sight { forms, classes, state, runs, convention } = *sight;
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
    let run = runs[i].0 as usize..runs[i].1 as usize;
    let (run_last, run_before, run_after) =
        (form_at(forms, run.end - 1, 0), form_at(forms, run.start, -1), form_at(forms, run.end - 1, 1));
    let place = u32::from(run.start == i) * 2 + u32::from(run.end == i + 1);
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
    list.add(40, run_last.word, l1);
    list.add(41, run_last.suffixes[1], u32::from(run_last.entry.noun_class));
    list.add(42, run_before.word, l1);
    list.add(43, run_after.word, l1);
    list.add(44, (run.len() as u32).min(6) << 2 | place, l1);
    list.add(45, run_before.word, run_last.entry.lists.into());
    list.add(46, lists(form_at(forms, run.start, 0)) << 8 | lists(run_last), (run.len() as u32).min(4));
    list.add(47, form_at(forms, run.start, 0).word, l1);
    list.add(48, run_before.entry.noun_class.into(), run_after.entry.verb_class.into());
    list.add(49, convention, l1);
    list.add(50, convention, class(0));
    list.add(51, convention, this.word);
    list.add(52, convention, lists(this));
    list.add(39, this.entry.ambiguity.into(), this.shape);
    let meaning = |f: WordForm| u32::from(f.entry.meaning);
    list.add(53, meaning(this), l1);
    list.add(54, meaning(last), l1);
    list.add(55, meaning(next), l1);
    list.add(56, meaning(run_last), l1);
    list.add(57, meaning(this) >> 4, class(0));
    list.add(58, meaning(run_before), 0);
    list.add(59, meaning(*head_word), relation);
}

/// False for a token that no name begins with, so that the network need not be asked:
/// a mark or a word in small letters that is no proper noun, in a sentence that uses
/// capitals as usual.
fn may_begin(table: &Classes<'_>, sight: &Sight<'_>, i: usize) -> bool {
    let form = &sight.forms[i];
    !form.is_plainly_small() || form.entry.lists != 0 || table.get(sight.classes[i]).0 == Tag::Propn
}

/// Adds the named spans of the sentence to `names`, and how sure they are to `leads`.
pub(super) fn read_names(
    network: &Network<'_>,
    kinds: &Kinds<'_>,
    table: &Classes<'_>,
    sight: &Sight<'_>,
    names: &mut Vec<NameSpan>,
    leads: &mut Vec<Leads>,
) {
    let mut list = FeatureList::new();
    let mut sums = Sums::new();
    let mut before = [0; 2];
    let mut begin = None;
    for i in 0..=sight.forms.len() {
        let label = match i < sight.forms.len() && (before[0] != 0 || may_begin(table, sight, i)) {
            true => {
                name_features(sight, i, before, &mut list);
                network.sum(list.as_slice(), &mut sums);
                let choices = if before[0] == 0 { 2 } else { OUTCOMES };
                network.best(&sums, 0..choices) as u8
            }
            false => 0,
        };
        before = [label, before[0]];
        if let Some(first) = begin.filter(|_| label != WITHIN) {
            kind_features(sight, first, i, &mut list);
            let scores = kinds.scores(&list, &mut sums);
            let best = (0..scores.len()).rev().max_by_key(|&n| scores[n]).unwrap_or(KINDS.len());
            if let Some(&kind) = KINDS.get(best) {
                names.push(NameSpan { first: first as u32, end: i as u32, kind });
                leads.push(std::array::from_fn(|n| scores[n] - scores[best]));
            }
            begin = None;
        }
        if label == BEGIN {
            begin = Some(i);
        }
    }
}
