//! `factdiff check`: one story, one report.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use factdiff::article::Cluster;
use factdiff::discrepancy::Report;
use factdiff::options::Options;
use factdiff::report::text::Look;
use factdiff::report::{self, Former, JsonReport, Selection};

use super::{Chosen, FailOn, Failure, Outcome, print, tell};

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct CheckArguments {
    /// Articles of one story: files, or folders of them
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    chosen: Chosen,

    /// Report also what we are least sure of
    #[arg(long, conflicts_with = "min_confidence", help_heading = "What to report")]
    all: bool,

    /// Least difference that makes the exit code 1
    #[arg(long, value_name = "VERDICT", value_enum, default_value_t = FailOn::Conflict, help_heading = "What to report")]
    fail_on: FailOn,

    /// Print a text to read, or what other programs take
    #[arg(long, value_enum, default_value_t = Format::Text, help_heading = "How to print")]
    format: Format,

    /// Tell in SARIF what is new and what has gone since this report of ours
    #[arg(long, value_name = "FILE", help_heading = "How to print")]
    against: Option<PathBuf>,

    /// Add what was compared: every quotation, its slots, and what was compatible
    #[arg(long, help_heading = "How to print")]
    why: bool,

    /// Print what one stage saw instead of the report
    #[arg(long, value_name = "STAGE", value_enum, conflicts_with = "format", help_heading = "How to print")]
    show: Option<Stage>,

    /// Use colours: on a terminal without NO_COLOR, always or never
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto, help_heading = "How to print")]
    color: Color,

    /// Print findings only: no warnings, no counts
    #[arg(long, short, help_heading = "How to print")]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  factdiff check story/                          what a folder of articles disagrees on
  factdiff check --kind count,name story/        tolls and names only
  factdiff check --format json story/ | jq .     for other programs
  factdiff check --show topics story/            also what agrees, and why

Exit code: 0 nothing at or above --fail-on, 1 something, 2 could not check";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    // A discrepancy a line.
    Jsonl,
    // For code scanning and editors.
    Sarif,
    // Workflow commands of GitHub Actions.
    Github,
    // GitLab Code Quality.
    Gitlab,
    // JUnit XML.
    Junit,
    // For a comment on a pull request.
    Markdown,
}

impl Format {
    /// True where the counts stand in the findings already.
    fn has_counts(self) -> bool {
        match self {
            Format::Text | Format::Markdown => true,
            Format::Json
            | Format::Jsonl
            | Format::Sarif
            | Format::Github
            | Format::Gitlab
            | Format::Junit => false,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Stage {
    // Headline, body, caption and furniture of each article.
    Zones,
    // Sentences with their tokens, tags, heads and names.
    Sentences,
    // Claims with their slots.
    #[value(alias = "mentions")]
    Claims,
    // Topics with their verdict and reason, those that agree included.
    Topics,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// The cores that may be used.
pub(super) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Checks and prints.
pub fn run(arguments: &CheckArguments) -> Result<Outcome, Failure> {
    let cluster = super::read(&arguments.paths, arguments.quiet)?;
    let mut selection = arguments.chosen.selection();
    if arguments.all {
        selection.min_confidence = factdiff::discrepancy::Confidence::Low;
    }
    if let Some(stage) = arguments.show {
        print(&shown(stage, &cluster, &selection))?;
        return Ok(Outcome::Nothing);
    }
    let former = former(arguments)?;
    let report = factdiff::check_with(&cluster, &Options { threads: cores(), ..Options::default() });
    print(&printed(arguments, &cluster, &report, &selection, former.as_ref()))?;
    if !arguments.format.has_counts() && !arguments.quiet {
        tell(selection.counts(&report));
    }
    Ok(arguments.fail_on.outcome(selection.discrepancies(&report)))
}

/// The report that `--against` names.
fn former(arguments: &CheckArguments) -> Result<Option<Former>, Failure> {
    let Some(path) = &arguments.against else { return Ok(None) };
    let shown = path.display();
    if arguments.format != Format::Sarif {
        return Err(Failure::told(format_args!(
            "cannot compare with {shown}: only SARIF says what is new since a report\n   \
             add `--format sarif`"
        )));
    }
    let text = std::fs::read(path).map_err(|cause| {
        Failure::told(format_args!("cannot read the former report {shown}: {cause}\n   check its name"))
    })?;
    let not_ours = |problem: String| {
        Failure::told(format_args!(
            "cannot compare with {shown}: {problem}\n   \
             name what `factdiff check --format sarif` or `--format json` printed"
        ))
    };
    let json = serde_json::from_slice(&text).map_err(|cause| not_ours(format!("it is not JSON: {cause}")))?;
    match Former::read(&json) {
        Some(former) => Ok(Some(former)),
        None => Err(not_ours("it is no report of factdiff".to_owned())),
    }
}

fn printed(
    arguments: &CheckArguments,
    cluster: &Cluster,
    report: &Report,
    selection: &Selection,
    former: Option<&Former>,
) -> String {
    match arguments.format {
        Format::Text => {
            let look = Look {
                width: width(),
                color: colors(arguments.color),
                why: arguments.why,
                counts: !arguments.quiet,
            };
            report::text::styled(cluster, report, selection, &look)
        }
        Format::Json => {
            let report = JsonReport::new(cluster, report, selection);
            let mut text = serde_json::to_string_pretty(&report).expect("a report is plain JSON");
            text.push('\n');
            text
        }
        Format::Jsonl => report::jsonl(cluster, report, selection),
        Format::Sarif => report::sarif(cluster, report, selection, former),
        Format::Github => report::github(cluster, report, selection),
        Format::Gitlab => report::gitlab(cluster, report, selection),
        Format::Junit => report::junit(cluster, report, selection),
        Format::Markdown => report::markdown(cluster, report, selection),
    }
}

fn shown(stage: Stage, cluster: &Cluster, selection: &Selection) -> String {
    match stage {
        Stage::Zones => report::zones(cluster),
        Stage::Sentences => report::sentences(cluster),
        Stage::Claims => {
            let report = factdiff::check(cluster);
            report::claims_text(cluster, report.claims.iter().filter(|c| selection.wants_kind(c.kind)))
        }
        Stage::Topics => report::topics(cluster, &factdiff::check(cluster), selection),
    }
}

/// Longer lines are hard to read, and a report must not depend on who prints it into a file.
const WIDEST: usize = 100;

fn width() -> usize {
    let of_terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    match of_terminal {
        Some(width) if std::io::stdout().is_terminal() => width.clamp(50, WIDEST),
        _ => WIDEST,
    }
}

fn colors(wanted: Color) -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match wanted {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
            std::io::stdout().is_terminal() && !is_set("NO_COLOR") && !is_dumb
        }
    }
}
