//! How fast the language layer reads: tokens a second on one core, best of some runs.
//!
//! One paragraph over and over shows what the processor can do when the cache holds all that is
//! looked up; the articles of `corpus/`, every sentence another, show what reading costs in use.
//!
//! `cargo bench --bench language`

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

use factdiff::language::{Block, annotate};

const PARAGRAPH: &str = "At least 67,160 people have been killed in Gaza since the war began two years ago, the \
Hamas-run health ministry said on Tuesday. US special envoy Steve Witkoff told reporters in Sharm el-Sheikh that the \
talks, which Egypt and Qatar are mediating, were going well. \"We are closer than we have been in months,\" he said, \
but an official of the Red Cross, who asked not to be named, warned that 20 of the 48 hostages may be dead. About $2.5 \
million in aid was held up at the border for a third day.";

fn main() {
    report("one paragraph", &vec![PARAGRAPH; 400].join("\n\n"));
    report("corpus", &corpus().join("\n\n"));
}

/// The plain texts among the articles of `corpus/`.
fn corpus() -> Vec<String> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let folders = |path: PathBuf| std::fs::read_dir(path).into_iter().flatten().flatten().map(|e| e.path());
    let mut files: Vec<PathBuf> = folders(corpus).flat_map(|story| folders(story.join("articles"))).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
    files.sort();
    files.iter().filter_map(|file| std::fs::read_to_string(file).ok()).collect()
}

fn report(name: &str, text: &str) {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let range = start..start + line.len();
        start = range.end + 1;
        if !line.trim().is_empty() {
            blocks.push(Block { range, is_headline: false });
        }
    }
    let mut best = f64::MAX;
    let mut tokens = 0;
    for _ in 0..10 {
        let begin = Instant::now();
        let annotation = black_box(annotate(black_box(text), &blocks));
        best = best.min(begin.elapsed().as_secs_f64());
        tokens = annotation.sentences(text).map(|s| s.len()).sum();
    }
    println!("{name}: {tokens} tokens, {:.0} tokens/s", tokens as f64 / best);
}
