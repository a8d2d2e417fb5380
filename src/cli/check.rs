//! `factdiff check`: one story, one report.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use factdiff::article::Cluster;
use factdiff::discrepancy::Report;
use factdiff::options::Options;
use factdiff::report::text::Look;
use factdiff::report::{self, JsonReport, Selection};

use super::progress::Progress;
use super::terminal::{Color, colors, width};
use super::{Chosen, FailOn, Failure, Outcome, print, tell};

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct CheckArguments {
    /// Articles of one story: texts, saved pages, Word documents, or folders of them
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

    /// Print a text to read or JSON for other programs
    #[arg(long, value_enum, default_value_t = Format::Text, help_heading = "How to print")]
    format: Format,

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

/// The cores that may be used.
fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Checks and prints.
pub fn run(arguments: &CheckArguments) -> Result<Outcome, Failure> {
    let progress = Progress::of("reading articles", !arguments.quiet);
    let cluster = super::read(&arguments.paths, arguments.quiet)?;
    let mut selection = arguments.chosen.selection();
    if arguments.all {
        selection.min_confidence = factdiff::discrepancy::Confidence::Low;
    }
    if let Some(stage) = arguments.show {
        drop(progress);
        print(&shown(stage, &cluster, &selection))?;
        return Ok(Outcome::Nothing);
    }
    progress.now(format!("checking {} articles", cluster.articles().len()));
    let report = factdiff::check_with(&cluster, &Options { threads: cores(), ..Options::default() });
    drop(progress);
    print(&printed(arguments, &cluster, &report, &selection))?;
    if arguments.format == Format::Json && !arguments.quiet {
        tell(selection.counts(&report));
    }
    Ok(arguments.fail_on.outcome(selection.discrepancies(&report)))
}

fn printed(arguments: &CheckArguments, cluster: &Cluster, report: &Report, selection: &Selection) -> String {
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
