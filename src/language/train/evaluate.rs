//! Scores of a model on treebank files: tags, lemmas, trees, names, speed.

use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

use super::random::Random;
use super::treebank::Gold;
use super::vary::{Variant, vary};
use crate::language::agreement::agree;
use crate::language::annotate::{Scratch, annotate_sentence};
use crate::language::model::Model;
use crate::language::sentence::{
    Annotation, NameKind, NameSpan, Relation, Sentence, SentenceRange, Tag, Token,
};

/// Counts of what was right.
#[derive(Debug, Default, Clone)]
pub struct Scores {
    tokens: u32,
    tags: u32,
    features: u32,
    lemmas: u32,
    heads: u32,
    arcs: u32,
    plain_arcs: u32,
    /// Right, found and wanted names of person, organisation, place and other.
    names: [[u32; 3]; 4],
    has_names: bool,
    time: Duration,
}

/// Annotates sentences, document by document, and shows each to `look`.
fn annotate_all(
    model: &Model<'_>,
    sentences: &[Gold],
    mut look: impl FnMut(&Gold, Sentence<'_>),
) -> Duration {
    let mut time = Duration::ZERO;
    let mut scratch = Scratch::default();
    for document in sentences.chunk_by(|a, b| a.document == b.document) {
        let mut text = String::new();
        let mut annotation = Annotation::default();
        for gold in document {
            let (offset, word_offset) = (text.len() as u32, annotation.words.len() as u32);
            text.push_str(&gold.text);
            text.push('\n');
            annotation.words.push_str(&gold.words);
            let first = annotation.tokens.len() as u32;
            annotation.tokens.extend(gold.tokens.iter().map(|t| Token {
                start: t.start + offset,
                end: t.end + offset,
                norm: (t.norm.0 + word_offset, t.norm.1 + word_offset),
                lemma: (0, 0),
                tag: Tag::X,
                ..*t
            }));
            annotation.sentences.push(SentenceRange {
                tokens: (first, annotation.tokens.len() as u32),
                names: (0, 0),
                block: 0,
            });
        }
        let begin = Instant::now();
        let Annotation { tokens, sentences, names, words } = &mut annotation;
        for sentence in sentences {
            let range = sentence.tokens.0 as usize..sentence.tokens.1 as usize;
            sentence.names.0 = names.len() as u32;
            annotate_sentence(model, &text, &mut tokens[range], words, names, &mut scratch);
            sentence.names.1 = names.len() as u32;
        }
        agree(&mut annotation, &mut scratch.leads);
        time += begin.elapsed();
        for (gold, sentence) in document.iter().zip(annotation.sentences(&text)) {
            look(gold, sentence);
        }
    }
    time
}

/// Runs the model on the gold tokens of the sentences.
pub fn evaluate(model: &Model<'_>, sentences: &[Gold], variant: Variant) -> Scores {
    let mut scores = Scores::default();
    let mut random = Random::new(7);
    let varied: Vec<Gold> = sentences.iter().map(|gold| vary(gold, variant, &mut random)).collect();
    scores.time = annotate_all(model, &varied, |gold, sentence| {
        scores.tokens += sentence.len() as u32;
        for (i, (token, wanted)) in sentence.tokens().iter().zip(&gold.tokens).enumerate() {
            scores.tags += u32::from(token.tag == wanted.tag);
            scores.features += u32::from((token.tag, token.features) == (wanted.tag, wanted.features));
            scores.lemmas += u32::from(sentence.lemma(i) == gold.lemma(i) || gold.lemma(i) == "_");
            if token.head == wanted.head {
                scores.heads += 1;
                scores.arcs += u32::from(token.relation == wanted.relation);
                scores.plain_arcs += u32::from(plain(token.relation) == plain(wanted.relation));
            }
        }
        if let Some(wanted) = &gold.names {
            scores.has_names = true;
            for name in sentence.names() {
                scores.names[name.kind as usize][1] += 1;
                scores.names[name.kind as usize][0] += u32::from(wanted.contains(name));
            }
            for name in wanted {
                scores.names[name.kind as usize][2] += 1;
            }
        }
    });
    scores
}

/// Prints every name the model gets wrong, to look at.
pub fn show_names(model: &Model<'_>, sentences: &[Gold]) {
    annotate_all(model, sentences, |gold, sentence| {
        let Some(wanted) = &gold.names else { return };
        let names = sentence.names();
        let show = |n: &NameSpan| {
            let bytes = sentence.bytes(n.first as usize..n.end as usize);
            format!("{} ({:?})", &sentence.whole_text()[bytes], n.kind)
        };
        let extra: Vec<_> = names.iter().filter(|n| !wanted.contains(n)).map(show).collect();
        let missed: Vec<_> = wanted.iter().filter(|n| !names.contains(n)).map(show).collect();
        if !extra.is_empty() || !missed.is_empty() {
            println!("{}\n   found {}\n   wanted {}", gold.text, extra.join("; "), missed.join("; "));
        }
    });
}

/// The relation without its subtype, as the shared tasks compare them.
fn plain(relation: Relation) -> Relation {
    match relation {
        Relation::AclRelcl => Relation::Acl,
        Relation::AuxPass => Relation::Aux,
        Relation::CompoundPrt => Relation::Compound,
        Relation::NmodDesc | Relation::NmodPoss | Relation::NmodUnmarked => Relation::Nmod,
        Relation::NsubjPass => Relation::Nsubj,
        Relation::OblAgent | Relation::OblUnmarked => Relation::Obl,
        other => other,
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |n: u32| 100.0 * f64::from(n) / f64::from(self.tokens.max(1));
        write!(
            f,
            "UPOS {:.2}  features {:.2}  lemma {:.2}  UAS {:.2}  LAS {:.2} (without subtypes {:.2})",
            share(self.tags),
            share(self.features),
            share(self.lemmas),
            share(self.heads),
            share(self.arcs),
            share(self.plain_arcs)
        )?;
        if self.has_names {
            let f1 = |[right, found, wanted]: [u32; 3]| {
                200.0 * f64::from(right) / f64::from((found + wanted).max(1))
            };
            let three = self.names[..3].iter().fold([0; 3], |a, b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
            write!(f, "  names F1 {:.1}", f1(three))?;
            for kind in [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Other] {
                let counts = self.names[kind as usize];
                write!(f, " {kind:?} {:.1} ({})", f1(counts), counts[2])?;
            }
        }
        let speed = f64::from(self.tokens) / self.time.as_secs_f64().max(1e-9);
        write!(f, "  {:.0} tokens/s", speed)
    }
}

/// The most frequent confusions of tags, for the eye.
pub fn show_tags(model: &Model<'_>, sentences: &[Gold]) {
    let mut counts: BTreeMap<(Tag, Tag), u32> = BTreeMap::new();
    annotate_all(model, sentences, |gold, sentence| {
        for (a, b) in sentence.tokens().iter().zip(&gold.tokens).filter(|(a, b)| a.tag != b.tag) {
            *counts.entry((b.tag, a.tag)).or_insert(0) += 1;
        }
    });
    let mut all: Vec<_> = counts.into_iter().map(|(pair, count)| (count, pair)).collect();
    all.sort_by(|a, b| b.cmp(a));
    for (count, (wanted, found)) in all.into_iter().take(20) {
        println!("{count:5} {wanted:?} read as {found:?}");
    }
}

/// Prints, for every relation of the treebank, how many there are and how many have
/// the right head, and head and relation.
pub fn show_relations(model: &Model<'_>, sentences: &[Gold]) {
    let mut counts: BTreeMap<Relation, [u32; 3]> = BTreeMap::new();
    annotate_all(model, sentences, |gold, sentence| {
        for (found, wanted) in sentence.tokens().iter().zip(&gold.tokens) {
            let [all, heads, arcs] = counts.entry(wanted.relation).or_default();
            *all += 1;
            *heads += u32::from(found.head == wanted.head);
            *arcs += u32::from((found.head, found.relation) == (wanted.head, wanted.relation));
        }
    });
    let mut all: Vec<_> = counts.into_iter().collect();
    all.sort_by_key(|&(_, [all, _, arcs])| std::cmp::Reverse(all - arcs));
    for (relation, [all, heads, arcs]) in all {
        println!("{:5} wrong of {all:5} {relation:?}, {} of them the head", all - arcs, all - heads);
    }
}
