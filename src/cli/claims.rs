//! `factdiff claims`: every claim of each article, compared with nothing.
//!
//! `-` reads JSON lines of articles instead of files, as many as there are.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::{Args, ValueEnum};
use factdiff::article::{Article, Cluster};
use factdiff::report::{claims_jsonl, claims_text};
use serde::Deserialize;

use super::lines::{Line, answer_lines, json_problem};
use super::{Failure, Outcome, print, tell};

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct ClaimsArguments {
    /// Articles: files, folders of them, or - for JSON lines on standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Print a text to read or one line of JSON for each claim
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Print claims only: no warnings
    #[arg(long, short)]
    quiet: bool,
}

const EXAMPLES: &str = "\
With -, a line of standard input holds {\"id\", \"text\", \"published\"}; published may be left out.

Examples:
  factdiff claims ap.txt                                    what an article asserts
  factdiff claims --format jsonl - < articles.jsonl         claims of an archive

Exit code: 0 done, 2 an article could not be read";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Jsonl,
}

#[derive(Deserialize)]
struct GivenArticle {
    id: String,
    text: String,
    published: Option<String>,
}

/// Prints the claims of each article in turn.
pub fn run(arguments: &ClaimsArguments) -> Result<Outcome, Failure> {
    if arguments.files.iter().any(|file| file.as_os_str() == "-") {
        return match arguments.files.len() {
            1 => from_lines(arguments.format, arguments.quiet),
            _ => Err(Failure::told("`-` stands for all input\n   give either `-` or files")),
        };
    }
    let cluster = super::read(&arguments.files, arguments.quiet)?;
    for article in cluster.articles() {
        print(&claims(article.clone(), arguments.format))?;
    }
    Ok(Outcome::Nothing)
}

fn from_lines(format: Format, is_quiet: bool) -> Result<Outcome, Failure> {
    let some_bad = AtomicBool::new(false);
    let complain = |line: &Line, problem: &str| {
        some_bad.store(true, Ordering::Relaxed);
        tell(format_args!("factdiff: cannot read line {} of standard input: {problem}", line.number));
        String::new()
    };
    let work = |line: &Line| match serde_json::from_slice::<GivenArticle>(&line.bytes) {
        Ok(GivenArticle { id, text, published }) => {
            let article = factdiff::read::article(&id, None, None, published.as_deref(), &text);
            if !is_quiet {
                super::batch::warn_of_date(line, &article);
            }
            claims(article, format)
        }
        Err(problem) => complain(line, &json_problem(&problem)),
    };
    answer_lines(io::stdin().lock(), io::stdout(), work, complain)?;
    Ok(if some_bad.into_inner() { Outcome::SomeLinesBad } else { Outcome::Nothing })
}

fn claims(article: Article, format: Format) -> String {
    let cluster = Cluster::new(vec![article]);
    let report = factdiff::check(&cluster);
    match format {
        Format::Text => claims_text(&cluster, &report.claims),
        Format::Jsonl => claims_jsonl(&cluster, &report.claims),
    }
}
