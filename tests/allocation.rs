//! Reading a text takes room for the result and no more: the number of allocations
//! does not grow with the number of tokens.

use allocation_counter::measure;
use factdiff::language::{Block, annotate};

const PARAGRAPH: &str = "At least 1,160 people were killed when the Orlu dam burst, Mayor Edda Vance said on Tuesday. \
\"We weren't warned,\" she said; the Lake Board's engineers, who can't be named, don't agree. About $2.5 million in \
aid is held up at Port Sammel (and in Vessin) for a third day.";

/// Allocations made while so many paragraphs are read, and their tokens.
fn reading(paragraphs: usize) -> (u64, usize) {
    let text = vec![PARAGRAPH; paragraphs].join("\n\n");
    let step = PARAGRAPH.len() + 2;
    let blocks: Vec<Block> = (0..paragraphs)
        .map(|n| Block { range: n * step..n * step + PARAGRAPH.len(), is_headline: false })
        .collect();
    let mut tokens = 0;
    let allocations = measure(|| tokens = annotate(&text, &blocks).sentences(&text).map(|s| s.len()).sum());
    (allocations.count_total, tokens)
}

#[test]
fn no_token_is_an_allocation() {
    reading(1);
    let (few, few_tokens) = reading(10);
    let (many, many_tokens) = reading(640);
    assert_eq!(many_tokens, few_tokens * 64);
    // The lists of the result double in size six times: blocks, tokens, sentences, names,
    // normal forms, and the votes on names.
    assert!(
        few > 0 && many <= few + 6 * 6,
        "{few} allocations for {few_tokens} tokens, {many} for {many_tokens}"
    );
}
