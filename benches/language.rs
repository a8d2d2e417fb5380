//! How fast the language layer reads: tokens a second on one core, best of some runs.
//!
//! `cargo bench --bench language`

use std::hint::black_box;
use std::time::Instant;

use factdiff::language::{Block, annotate};

const PARAGRAPH: &str = "At least 67,160 people have been killed in Gaza since the war began two years ago, the \
Hamas-run health ministry said on Tuesday. US special envoy Steve Witkoff told reporters in Sharm el-Sheikh that the \
talks, which Egypt and Qatar are mediating, were going well. \"We are closer than we have been in months,\" he said, \
but an official of the Red Cross, who asked not to be named, warned that 20 of the 48 hostages may be dead. About $2.5 \
million in aid was held up at the border for a third day.";

fn main() {
    let text = vec![PARAGRAPH; 400].join("\n\n");
    let mut blocks = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let range = start..start + PARAGRAPH.len();
        start = range.end + 2;
        blocks.push(Block { range, is_headline: false });
    }
    let mut best = f64::MAX;
    let mut tokens = 0;
    for _ in 0..10 {
        let begin = Instant::now();
        let annotation = black_box(annotate(black_box(&text), &blocks));
        best = best.min(begin.elapsed().as_secs_f64());
        tokens = annotation.sentences(&text).map(|s| s.len()).sum();
    }
    println!("{tokens} tokens, {:.0} tokens/s", tokens as f64 / best);
}
