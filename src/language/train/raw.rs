//! Scores from raw text: the layer's own sentences and tokens against a treebank's.
//!
//! Tokens and sentences count as found where they cover the same bytes; a tag, a
//! lemma or an arc can be right only for tokens that are found. All figures are F1.

use std::collections::HashMap;
use std::fmt;

use super::treebank::Gold;
use crate::language::model::Model;
use crate::language::{Block, annotate_with};

/// What was found, what there was, and what of it was right.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    right: u32,
    found: u32,
    wanted: u32,
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = f64::from((self.found + self.wanted).max(1));
        write!(f, "{:.2}", 200.0 * f64::from(self.right) / all)
    }
}

/// Scores of raw text.
#[derive(Debug, Default)]
pub struct RawScores {
    tokens: Count,
    sentences: Count,
    tags: Count,
    lemmas: Count,
    heads: Count,
    arcs: Count,
    names: Count,
}

/// Runs the whole layer on the sentences' documents, put together as raw text; with
/// `is_glued`, without a space between the sentences of a paragraph.
pub fn evaluate_raw(model: &Model<'_>, sentences: &[Gold], is_glued: bool) -> RawScores {
    let mut scores = RawScores::default();
    for document in sentences.chunk_by(|a, b| a.document == b.document) {
        let mut text = String::new();
        let mut starts = Vec::new();
        let mut blocks: Vec<Block> = Vec::new();
        for gold in document {
            if gold.begins_paragraph || blocks.is_empty() {
                text.push_str("\n\n");
                blocks.push(Block { range: text.len()..text.len(), is_headline: false });
            } else if !is_glued {
                text.push(' ');
            }
            starts.push(text.len() as u32);
            text.push_str(&gold.text);
            if let Some(block) = blocks.last_mut() {
                block.range.end = text.len();
            }
        }
        score(model, document, &text, &blocks, &starts, &mut scores);
    }
    scores
}

fn score(
    model: &Model<'_>,
    document: &[Gold],
    text: &str,
    blocks: &[Block],
    starts: &[u32],
    scores: &mut RawScores,
) {
    let annotation = annotate_with(model, text, blocks);
    // Every gold token by its bytes: sentence and number.
    let mut wanted = HashMap::new();
    let mut wanted_sentences = HashMap::new();
    for (n, (gold, start)) in document.iter().zip(starts).enumerate() {
        for (i, token) in gold.tokens.iter().enumerate() {
            wanted.insert((token.start + start, token.end + start), (n, i));
        }
        wanted_sentences.insert((*start, start + gold.text.len() as u32), n);
    }
    let bytes = |n: usize, i: usize| {
        let token = &document[n].tokens[i];
        (token.start + starts[n], token.end + starts[n])
    };
    for count in
        [&mut scores.tokens, &mut scores.tags, &mut scores.lemmas, &mut scores.heads, &mut scores.arcs]
    {
        count.wanted += wanted.len() as u32;
    }
    scores.sentences.wanted += document.len() as u32;
    scores.names.wanted += document.iter().flat_map(|g| &g.names).map(|n| n.len() as u32).sum::<u32>();
    for sentence in annotation.sentences(text) {
        let range = sentence.range();
        scores.sentences.found += 1;
        scores.sentences.right +=
            u32::from(wanted_sentences.contains_key(&(range.start as u32, range.end as u32)));
        let tokens = sentence.tokens();
        for count in
            [&mut scores.tokens, &mut scores.tags, &mut scores.lemmas, &mut scores.heads, &mut scores.arcs]
        {
            count.found += tokens.len() as u32;
        }
        for (i, token) in tokens.iter().enumerate() {
            let Some(&(n, gold_i)) = wanted.get(&(token.start, token.end)) else { continue };
            let gold = &document[n];
            let gold_token = &gold.tokens[gold_i];
            scores.tokens.right += 1;
            scores.tags.right += u32::from(token.tag == gold_token.tag);
            scores.lemmas.right +=
                u32::from(sentence.lemma(i) == gold.lemma(gold_i) || gold.lemma(gold_i) == "_");
            let head = sentence.head(i).map(|h| (tokens[h].start, tokens[h].end));
            let gold_head = (gold_token.head as usize != gold_i).then(|| bytes(n, gold_token.head as usize));
            if head == gold_head {
                scores.heads.right += 1;
                scores.arcs.right += u32::from(token.relation == gold_token.relation);
            }
        }
        if document.iter().any(|gold| gold.names.is_some()) {
            for name in sentence.names() {
                scores.names.found += 1;
                let (first, last) = (tokens[name.first as usize], tokens[name.end as usize - 1]);
                let known = document.iter().zip(starts).any(|(gold, start)| {
                    gold.names.iter().flatten().any(|n| {
                        let from = gold.tokens[n.first as usize].start + start;
                        let to = gold.tokens[n.end as usize - 1].end + start;
                        n.kind == name.kind && (from, to) == (first.start, last.end)
                    })
                });
                scores.names.right += u32::from(known);
            }
        }
    }
}

impl fmt::Display for RawScores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "tokens {}  sentences {}  UPOS {}  lemma {}  UAS {}  LAS {}",
            self.tokens, self.sentences, self.tags, self.lemmas, self.heads, self.arcs
        )?;
        match self.names.wanted {
            0 => Ok(()),
            _ => write!(f, "  names of all kinds {}", self.names),
        }
    }
}
