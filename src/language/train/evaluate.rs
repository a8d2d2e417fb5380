//! Scores of a model on treebank files: tags, lemmas, trees, names, speed.

use std::fmt;
use std::time::{Duration, Instant};

use super::random::Random;
use super::treebank::Gold;
use super::vary::{Variant, vary};
use crate::language::annotate::{Scratch, annotate_sentence};
use crate::language::model::Model;
use crate::language::sentence::{NameKind, NameSpan, Relation, Tag};

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

/// Runs the model on the gold tokens of the sentences.
pub fn evaluate(model: &Model<'_>, sentences: &[Gold], variant: Variant) -> Scores {
    let mut scores = Scores::default();
    let mut scratch = Scratch::default();
    let mut random = Random::new(7);
    for gold in sentences {
        let gold = vary(gold, variant, &mut random);
        let mut tokens = gold.tokens.clone();
        let mut words = gold.words.clone();
        let mut names = Vec::new();
        let begin = Instant::now();
        annotate_sentence(model, &gold.text, &mut tokens, &mut words, &mut names, &mut scratch);
        scores.time += begin.elapsed();
        scores.tokens += tokens.len() as u32;
        for (i, (token, wanted)) in tokens.iter().zip(&gold.tokens).enumerate() {
            scores.tags += u32::from(token.tag == wanted.tag);
            scores.features += u32::from((token.tag, token.features) == (wanted.tag, wanted.features));
            let lemma = &words[token.lemma.0 as usize..token.lemma.1 as usize];
            scores.lemmas += u32::from(lemma == gold.lemma(i) || gold.lemma(i) == "_");
            if token.head == wanted.head {
                scores.heads += 1;
                scores.arcs += u32::from(token.relation == wanted.relation);
                scores.plain_arcs += u32::from(plain(token.relation) == plain(wanted.relation));
            }
        }
        if let Some(wanted) = &gold.names {
            scores.has_names = true;
            for name in &names {
                scores.names[name.kind as usize][1] += 1;
                scores.names[name.kind as usize][0] += u32::from(wanted.contains(name));
            }
            for name in wanted {
                scores.names[name.kind as usize][2] += 1;
            }
        }
    }
    scores
}

/// Prints every name the model gets wrong, to look at.
pub fn show_names(model: &Model<'_>, sentences: &[Gold]) {
    let mut scratch = Scratch::default();
    for gold in sentences {
        let Some(wanted) = &gold.names else { continue };
        let (mut tokens, mut words, mut names) = (gold.tokens.clone(), gold.words.clone(), Vec::new());
        annotate_sentence(model, &gold.text, &mut tokens, &mut words, &mut names, &mut scratch);
        let show = |n: &NameSpan| {
            let text =
                &gold.text[tokens[n.first as usize].start as usize..tokens[n.end as usize - 1].end as usize];
            format!("{text} ({:?})", n.kind)
        };
        let extra: Vec<_> = names.iter().filter(|n| !wanted.contains(n)).map(show).collect();
        let missed: Vec<_> = wanted.iter().filter(|n| !names.contains(n)).map(show).collect();
        if !extra.is_empty() || !missed.is_empty() {
            println!("{}\n   found {}\n   wanted {}", gold.text, extra.join("; "), missed.join("; "));
        }
    }
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
    let mut counts: std::collections::BTreeMap<(Tag, Tag), u32> = Default::default();
    let mut scratch = Scratch::default();
    for gold in sentences {
        let (mut tokens, mut words, mut names) = (gold.tokens.clone(), gold.words.clone(), Vec::new());
        annotate_sentence(model, &gold.text, &mut tokens, &mut words, &mut names, &mut scratch);
        for (a, b) in tokens.iter().zip(&gold.tokens).filter(|(a, b)| a.tag != b.tag) {
            *counts.entry((b.tag, a.tag)).or_insert(0) += 1;
        }
    }
    let mut all: Vec<_> = counts.into_iter().map(|(k, v)| (v, k)).collect();
    all.sort_by(|a, b| b.cmp(a));
    for (count, (wanted, found)) in all.into_iter().take(20) {
        println!("{count:5} {wanted:?} read as {found:?}");
    }
}
