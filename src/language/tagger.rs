//! The tagger: word forms to part of speech and grammatical features.
//!
//! One class stands for a part of speech with its flags; the network decides from
//! left to right, seeing the two classes before.

use super::bytes::u16_at;
use super::features::{FeatureList, form_at};
use super::network::{Network, Sums};
use super::sentence::{Features, Tag};
use super::wordform::WordForm;

/// The classes in the order of their numbers, as they lie in the model: four
/// bytes each, the tag, a zero and the flags.
#[derive(Debug, Clone, Copy)]
pub(super) struct Classes<'a>(&'a [u8]);

impl<'a> Classes<'a> {
    /// The classes in these bytes, or `None` if one has no such tag.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let is_sound = bytes.len().is_multiple_of(4) && bytes.chunks_exact(4).all(|c| tag_of(c[0]).is_some());
        (is_sound && !bytes.is_empty() && bytes.len() < 255 * 4).then_some(Classes(bytes))
    }

    pub fn len(&self) -> usize {
        self.0.len() / 4
    }

    /// Tag and flags of a class.
    pub fn get(&self, class: u8) -> (Tag, Features) {
        let at = class as usize * 4;
        (tag_of(self.0[at]).unwrap_or(Tag::X), Features(u16_at(self.0, at + 2)))
    }
}

/// The tag with that number.
pub(super) fn tag_of(number: u8) -> Option<Tag> {
    const TAGS: [Tag; 17] = [
        Tag::Adj,
        Tag::Adp,
        Tag::Adv,
        Tag::Aux,
        Tag::Cconj,
        Tag::Det,
        Tag::Intj,
        Tag::Noun,
        Tag::Num,
        Tag::Part,
        Tag::Pron,
        Tag::Propn,
        Tag::Punct,
        Tag::Sconj,
        Tag::Sym,
        Tag::Verb,
        Tag::X,
    ];
    TAGS.get(number as usize).copied()
}

/// The class before the first token.
pub(super) const NO_CLASS: u8 = 255;

/// The features that decide the class of token `i`.
pub(super) fn tag_features(forms: &[WordForm], i: usize, before: [u8; 2], list: &mut FeatureList) {
    let at = |offset| form_at(forms, i, offset);
    let (this, last, next) = (at(0), at(-1), at(1));
    let (second_last, second_next) = (at(-2), at(2));
    let [t1, t2] = before.map(u32::from);
    let known = |f: WordForm| u32::from(f.entry.ambiguity);
    let senses = |f: WordForm| u32::from(f.entry.noun_class) << 8 | u32::from(f.entry.verb_class);
    list.clear();
    list.add(1, this.word, 0);
    list.add(2, this.word, this.shape);
    list.add(3, this.shape, 0);
    list.add(4, this.suffixes[0], this.shape >> 3);
    list.add(5, this.suffixes[1], 0);
    list.add(6, this.suffixes[2], 0);
    list.add(7, this.prefixes[0], 0);
    list.add(8, this.prefixes[1], 0);
    list.add(9, senses(this), known(this));
    list.add(10, known(this), this.shape);
    list.add(11, u32::from(this.entry.lists), this.shape);
    list.add(12, last.word, 0);
    list.add(13, next.word, 0);
    list.add(14, second_last.word, 0);
    list.add(15, second_next.word, 0);
    list.add(16, last.word, this.word);
    list.add(17, this.word, next.word);
    list.add(18, last.word, next.word);
    list.add(19, t1, 0);
    list.add(20, t1, t2);
    list.add(21, t1, this.word);
    list.add(22, t1, known(this) << 16 | known(next));
    list.add(23, t1, this.suffixes[1]);
    list.add(24, t1 << 8 | t2, known(this));
    list.add(25, known(this), known(next));
    list.add(26, known(next), known(second_next));
    list.add(27, next.suffixes[1], 0);
    list.add(28, next.shape, this.shape);
    list.add(29, last.shape, this.shape);
    list.add(30, last.suffixes[1], 0);
    list.add(31, senses(next), 0);
    list.add(32, t1, next.word);
    list.add(33, known(last), known(this));
    list.add(34, u32::from(this.is_spaced) * 2 + u32::from(next.is_spaced), t1);
    list.add(35, this.suffixes[1], next.suffixes[1]);
    list.add(36, at(3).word, 0);
    list.add(37, at(-3).word, 0);
    list.add(38, this.word, known(next) << 16 | known(second_next));
    list.add(39, last.shape << 16 | this.shape, next.shape);
    list.add(40, next.word, second_next.word);
    list.add(41, second_last.word, last.word);
    list.add(42, t1 << 8 | t2, this.word);
    list.add(43, this.suffixes[1], known(next));
    list.add(44, t1, this.suffixes[2]);
    list.add(45, known(this) << 16 | known(next), known(second_next) << 16 | known(at(3)));
    list.add(46, this.word, second_next.word);
    list.add(47, this.prefixes[1], this.suffixes[1]);
    let grammar = |f: WordForm| u32::from(f.entry.grammar);
    let wide = |f: WordForm| u32::from(f.entry.grammar >> 4);
    list.add(48, grammar(this), this.shape);
    list.add(49, grammar(next), 0);
    list.add(50, grammar(last), 0);
    list.add(51, t1, grammar(this));
    list.add(52, wide(this), this.suffixes[1]);
    list.add(53, wide(this), wide(next));
    list.add(54, wide(last), wide(this));
    list.add(55, t1 << 16 | known(this), wide(next));
    list.add(56, u32::from(this.entry.meaning), this.shape);
}

/// Second choices are noted if they are this many times less likely than the first, as
/// a power of e, or fewer: one to twelve.
const DOUBT: f32 = 2.5;

/// Fills `classes` with the class of every form, and `doubts` with the second choice where
/// that is nearly as likely, else with the class again.
pub(super) fn tag(network: &Network<'_>, forms: &[WordForm], classes: &mut Vec<u8>, doubts: &mut Vec<u8>) {
    let mut list = FeatureList::new();
    let mut sums = Sums::new();
    let mut before = [NO_CLASS; 2];
    let lead = (network.unit() as f32 * DOUBT) as i32;
    classes.clear();
    doubts.clear();
    for i in 0..forms.len() {
        tag_features(forms, i, before, &mut list);
        network.sum(list.as_slice(), &mut sums);
        let (class, second) = network.best_two(&sums, lead);
        classes.push(class as u8);
        doubts.push(second.unwrap_or(class) as u8);
        before = [class as u8, before[0]];
    }
}
