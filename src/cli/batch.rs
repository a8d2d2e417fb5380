//! `factdiff batch`: JSON lines of stories in, one report a line out.
//!
//! A line that cannot be checked is answered with `{"id", "error"}` in its place,
//! so that answers and lines can always be laid side by side.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
use factdiff::accept::Accepted;
use factdiff::article::{Article, Cluster};
use factdiff::config::Config;
use factdiff::report::{BatchReport, JsonReport, Selection};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::lines::{Line, LineError, answer_lines, json_problem};
use super::progress::Progress;
use super::settings::{self, Check, Given};
use super::{Chosen, FailOn, Failure, Outcome, tell};

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct BatchArguments {
    #[command(flatten)]
    chosen: Chosen,

    /// Least difference in any line that makes the exit code 1
    #[arg(long, value_name = "VERDICT", value_enum, default_value_t = FailOn::Never, help_heading = "What to report")]
    fail_on: FailOn,

    /// Print answers only: no warnings and no progress
    #[arg(long, short, help_heading = "How to print")]
    quiet: bool,

    /// Check as this factdiff.toml says; none is looked for
    #[arg(long, value_name = "FILE", help_heading = "What the house wants")]
    config: Option<PathBuf>,
}

const EXAMPLES: &str = "\
A line holds {\"id\", \"articles\": [{\"id\", \"title\", \"source\", \"published\", \"text\"}]}, of which id,
articles and text must be there; the answer is the report that check gives as JSON, with the id.
A line that cannot be checked is answered with {\"id\", \"error\"}.

Examples:
  factdiff batch < stories.jsonl > reports.jsonl
  factdiff batch --kind count --min-confidence high < stories.jsonl | grep '\"conflict\"'

Exit code: 0 every line checked, 1 --fail-on met, 2 a line could not be checked";

/// Answers standard input, line by line.
pub fn run(arguments: &BatchArguments, given: &Given) -> Result<Outcome, Failure> {
    let config = arguments.config.as_deref().map(Config::load).transpose().map_err(Failure::told)?;
    let config = config.unwrap_or_default();
    let mut chosen = arguments.chosen.clone();
    settings::choose(&config, &mut chosen, given);
    let fail_on = settings::fail_on(&config, arguments.fail_on, given);
    let selection = chosen.selection();
    let accepted = Accepted::default();
    let check = Check { config: &config, accepted: &accepted, threads: 1, draft: None };
    let (some_fail, some_bad) = (AtomicBool::new(false), AtomicBool::new(false));
    // Answers on the terminal are progress enough.
    let progress = Progress::of("checking stories", !arguments.quiet && !io::stdout().is_terminal());
    let work = |line: &Line| {
        let answer = match Story::read(&line.bytes) {
            Ok(story) => {
                let say = |talk: String| {
                    if !arguments.quiet {
                        tell(format_args!("factdiff: line {}, {talk}", line.number));
                    }
                };
                if !arguments.quiet {
                    story.cluster.articles().iter().for_each(|article| warn_of_date(line, article));
                }
                let (text, outcome) = story.check(&check, &selection, fail_on, &say);
                some_fail.fetch_or(outcome == Outcome::Something, Ordering::Relaxed);
                text
            }
            Err(problem) => {
                some_bad.store(true, Ordering::Relaxed);
                problem.line()
            }
        };
        progress.one_done();
        answer
    };
    let bury = |line: &Line, words: &str| {
        some_bad.store(true, Ordering::Relaxed);
        let error = format!("factdiff stopped at this line, please report it: {words}");
        Problem { id: id_of(&line.bytes), error }.line()
    };
    answer_lines(io::stdin().lock(), io::stdout(), work, bury)?;
    Ok(match (some_bad.into_inner(), some_fail.into_inner()) {
        (true, _) => Outcome::SomeLinesBad,
        (false, true) => Outcome::Something,
        (false, false) => Outcome::Nothing,
    })
}

/// Says that a day of publication could not be read; the article was, without one.
pub fn warn_of_date(line: &Line, article: &Article) {
    if let Some((_, given)) = article.notes.iter().find(|(key, _)| key == "published") {
        tell(format_args!(
            "factdiff: line {}, article {}: `{given}` is not a date, read without one; \
             write it as year-month-day, such as 2025-05-11",
            line.number, article.id
        ));
    }
}

impl From<LineError> for Failure {
    fn from(error: LineError) -> Failure {
        match error {
            LineError::Reading(e) => Failure::told(format_args!("cannot read standard input: {e}")),
            LineError::Writing(e) => Failure::writing(&e),
        }
    }
}

/// A story that can be checked.
struct Story {
    id: Value,
    cluster: Cluster,
}

/// Why a line cannot be checked.
#[derive(Serialize)]
struct Problem {
    id: Value,
    error: String,
}

#[derive(Deserialize)]
struct GivenStory {
    articles: Vec<GivenArticle>,
}

#[derive(Deserialize)]
struct GivenArticle {
    id: String,
    title: Option<String>,
    source: Option<String>,
    published: Option<String>,
    text: String,
}

impl Story {
    fn read(line: &[u8]) -> Result<Story, Problem> {
        let id = id_of(line);
        match read_articles(line, &id) {
            Ok(articles) => Ok(Story { id, cluster: Cluster::new(articles) }),
            Err(error) => Err(Problem { id, error }),
        }
    }

    fn check(
        self,
        check: &Check,
        selection: &Selection,
        fail_on: FailOn,
        say: &dyn Fn(String),
    ) -> (String, Outcome) {
        let Story { id, cluster } = self;
        let cluster = check.config.complete(cluster);
        let report = check.report(&cluster, &[], say);
        let answer = BatchReport { id: &id, report: JsonReport::new(&cluster, &report, selection) };
        let mut text = serde_json::to_string(&answer).expect("a report is plain JSON");
        text.push('\n');
        (text, fail_on.outcome(selection.discrepancies(&report)))
    }
}

impl Problem {
    fn line(&self) -> String {
        let mut text = serde_json::to_string(self).expect("an answer is plain JSON");
        text.push('\n');
        text
    }
}

/// The id of a line, null if it has none; read on its own so that a bad line keeps its id.
fn id_of(line: &[u8]) -> Value {
    #[derive(Deserialize)]
    struct OnlyId {
        id: Value,
    }
    serde_json::from_slice(line).map_or(Value::Null, |OnlyId { id }| id)
}

fn read_articles(line: &[u8], id: &Value) -> Result<Vec<Article>, String> {
    let story: GivenStory = serde_json::from_slice(line).map_err(|e| json_problem(&e))?;
    if id.is_null() {
        return Err("missing field `id`".to_owned());
    }
    if story.articles.is_empty() {
        return Err("no articles".to_owned());
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = story.articles.iter().find(|a| !seen.insert(a.id.as_str())) {
        return Err(format!("two articles with the id `{}`", twice.id));
    }
    Ok(story.articles.into_iter().map(GivenArticle::read).collect())
}

impl GivenArticle {
    fn read(self) -> Article {
        let GivenArticle { id, title, source, published, text } = self;
        factdiff::read::article(&id, title.as_deref(), source.as_deref(), published.as_deref(), &text)
    }
}
