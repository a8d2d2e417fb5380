//! The annotated sentence: what every reader of a text gets to see of it.
//!
//! An [`Annotation`] owns the tokens of one text, flat and in order; a
//! [`Sentence`] is a view of one stretch of them. Token numbers are counted from
//! the start of the sentence; positions are bytes of the text, which is never
//! changed.

use std::ops::Range;

/// Universal part of speech (Universal Dependencies v2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs)] // the names are the standard's own
pub enum Tag {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// Universal dependency relation, with the subtypes that English reading needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs)] // the names are the standard's own
pub enum Relation {
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
}

/// Grammatical features of a token, as a set of flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Features(pub u16);

impl Features {
    /// Singular number.
    pub const SINGULAR: Features = Features(1);
    /// Plural number.
    pub const PLURAL: Features = Features(1 << 1);
    /// Past tense: "rose", and past participles.
    pub const PAST: Features = Features(1 << 2);
    /// Present tense, and present participles.
    pub const PRESENT: Features = Features(1 << 3);
    /// Finite verb.
    pub const FINITE: Features = Features(1 << 4);
    /// Infinitive.
    pub const INFINITIVE: Features = Features(1 << 5);
    /// Participle.
    pub const PARTICIPLE: Features = Features(1 << 6);
    /// Gerund.
    pub const GERUND: Features = Features(1 << 7);
    /// Passive voice.
    pub const PASSIVE: Features = Features(1 << 8);
    /// Ordinal numeral: "second", "20th".
    pub const ORDINAL: Features = Features(1 << 9);
    /// Possessive: "his", "whose".
    pub const POSSESSIVE: Features = Features(1 << 10);
    /// Comparative or superlative degree.
    pub const GRADED: Features = Features(1 << 11);

    /// True when every flag of `wanted` is set.
    pub fn has(self, wanted: Features) -> bool {
        self.0 & wanted.0 == wanted.0
    }

    /// The flags of both.
    pub fn with(self, more: Features) -> Features {
        Features(self.0 | more.0)
    }
}

/// What a named span names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum NameKind {
    /// A person, without title: "Steve Witkoff".
    Person,
    /// An organisation: "Red Cross", "Hamas".
    Organisation,
    /// A place: "Khan Yunis", "Egypt".
    Place,
    /// Any other name: events, laws, products, nationalities.
    Other,
}

/// A named span of a sentence, as token numbers `first..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameSpan {
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub end: u32,
    /// What it names.
    pub kind: NameKind,
}

/// One token: a word, a part of a contracted word, a figure or a mark.
///
/// Contractions and possessives are split ("do|n't", "Gaza|'s", "can|not"), and
/// so are hyphenated compounds ("20|-|point"), as in the English treebanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Part of speech.
    pub tag: Tag,
    /// Relation to the head.
    pub relation: Relation,
    /// Grammatical features.
    pub features: Features,
    /// Token number of the head within the sentence; a root is its own head.
    pub head: u16,
    pub(super) norm: (u32, u32),
    pub(super) lemma: (u32, u32),
}

/// A stretch of the text that sentences never cross: a paragraph, a list line,
/// a headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// True for headlines and subheadings: often title case, often verbless.
    pub is_headline: bool,
}

/// Everything the language layer knows of one text.
#[derive(Debug, Clone, Default)]
pub struct Annotation {
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<SentenceRange>,
    pub(super) names: Vec<NameSpan>,
    /// Normal forms and lemmas, one after another; tokens point into it.
    pub(super) words: String,
}

/// Where a sentence's tokens and names lie in the flat lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SentenceRange {
    pub tokens: (u32, u32),
    pub names: (u32, u32),
    pub block: u32,
}

impl Annotation {
    /// The number of sentences.
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// True for a text without sentences.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// The sentences in order, as views on `text`, which must be the text that
    /// was annotated.
    pub fn sentences<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Sentence<'a>> {
        (0..self.len()).map(move |number| self.sentence(text, number))
    }

    /// The sentence of that number.
    ///
    /// # Panics
    /// When `number` is not below [`len`](Self::len).
    pub fn sentence<'a>(&'a self, text: &'a str, number: usize) -> Sentence<'a> {
        let SentenceRange { tokens, names, block } = self.sentences[number];
        Sentence {
            tokens: &self.tokens[tokens.0 as usize..tokens.1 as usize],
            names: &self.names[names.0 as usize..names.1 as usize],
            words: &self.words,
            text,
            number,
            block: block as usize,
        }
    }
}

/// A view of one sentence: tokens, tree and names. Cheap to copy.
///
/// Token numbers run from 0 to [`len`](Sentence::len); every method that takes one
/// panics if it is out of range.
#[derive(Debug, Clone, Copy)]
pub struct Sentence<'a> {
    tokens: &'a [Token],
    names: &'a [NameSpan],
    words: &'a str,
    text: &'a str,
    number: usize,
    block: usize,
}

impl<'a> Sentence<'a> {
    /// How many tokens it has.
    #[allow(clippy::len_without_is_empty)] // a sentence has at least one token
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Its number in the text.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The number of the block it stands in.
    pub fn block(&self) -> usize {
        self.block
    }

    /// The whole text it was read from.
    pub fn whole_text(&self) -> &'a str {
        self.text
    }

    /// Its tokens.
    pub fn tokens(&self) -> &'a [Token] {
        self.tokens
    }

    /// Its named spans, in order; they do not overlap.
    pub fn names(&self) -> &'a [NameSpan] {
        self.names
    }

    /// The named span that covers the token.
    pub fn name_at(&self, token: usize) -> Option<NameSpan> {
        self.names.iter().copied().find(|n| (n.first as usize..n.end as usize).contains(&token))
    }

    /// Bytes of the text from the first token to the last.
    pub fn range(&self) -> Range<usize> {
        match (self.tokens.first(), self.tokens.last()) {
            (Some(first), Some(last)) => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }

    /// Bytes of the text that the tokens `first..end` cover.
    pub fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        if tokens.is_empty() {
            return 0..0;
        }
        self.tokens[tokens.start].start as usize..self.tokens[tokens.end - 1].end as usize
    }

    /// The token as printed.
    pub fn surface(&self, token: usize) -> &'a str {
        let t = &self.tokens[token];
        &self.text[t.start as usize..t.end as usize]
    }

    /// The token in lower case, with straight quotes and without soft hyphens.
    pub fn norm(&self, token: usize) -> &'a str {
        let (start, end) = self.tokens[token].norm;
        &self.words[start as usize..end as usize]
    }

    /// The dictionary form: "killed" gives "kill", "children" gives "child".
    pub fn lemma(&self, token: usize) -> &'a str {
        let (start, end) = self.tokens[token].lemma;
        &self.words[start as usize..end as usize]
    }

    /// Part of speech.
    pub fn tag(&self, token: usize) -> Tag {
        self.tokens[token].tag
    }

    /// Grammatical features.
    pub fn features(&self, token: usize) -> Features {
        self.tokens[token].features
    }

    /// Relation to the head.
    pub fn relation(&self, token: usize) -> Relation {
        self.tokens[token].relation
    }

    /// The head, or `None` for the root.
    pub fn head(&self, token: usize) -> Option<usize> {
        let head = self.tokens[token].head as usize;
        (head != token).then_some(head)
    }

    /// The token's children, from left to right.
    pub fn children(&self, token: usize) -> impl Iterator<Item = usize> + use<'a> {
        let tokens = self.tokens;
        (0..tokens.len()).filter(move |&i| i != token && tokens[i].head as usize == token)
    }

    /// The first child with that relation.
    pub fn child(&self, token: usize, relation: Relation) -> Option<usize> {
        self.children(token).find(|&i| self.relation(i) == relation)
    }

    /// The token and its heads up to the root.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + use<'a> {
        let tokens = self.tokens;
        let next = move |&i: &usize| {
            let head = tokens[i].head as usize;
            (head != i).then_some(head)
        };
        // A tree has no cycle; the bound keeps a broken one from running forever.
        std::iter::successors(Some(token), next).take(tokens.len())
    }

    /// True when `ancestor` is the token itself or stands above it.
    pub fn is_under(&self, token: usize, ancestor: usize) -> bool {
        self.ancestors(token).any(|i| i == ancestor)
    }

    /// The first and one past the last token below `token`, itself included.
    pub fn subtree(&self, token: usize) -> Range<usize> {
        let mut range = token..token + 1;
        for i in 0..self.len() {
            if self.is_under(i, token) {
                range = range.start.min(i)..range.end.max(i + 1);
            }
        }
        range
    }

    /// True when white space (or the text's start) stands before the token.
    pub fn has_space_before(&self, token: usize) -> bool {
        let start = self.tokens[token].start as usize;
        self.text[..start].chars().next_back().is_none_or(char::is_whitespace)
    }
}
