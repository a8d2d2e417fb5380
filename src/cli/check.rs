//! `factdiff check`: one story, one report.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use factdiff::article::{Article, ArticleId, Cluster};
use factdiff::config::Config;
use factdiff::discrepancy::Report;
use factdiff::options::Options;
use factdiff::report::text::Look;
use factdiff::report::{self, Former, JsonReport, Selection};

use super::progress::Progress;
use super::settings::{self, Check, ConfigArguments, Given};
use super::terminal::{Color, colors, width};
use super::{Chosen, FailOn, Failure, Outcome, output, tell};

#[derive(Args, Clone)]
#[command(after_help = EXAMPLES)]
pub struct CheckArguments {
    /// Articles of one story: texts, saved pages, documents, or folders of them
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// Check this article, and list what none of the others supports
    #[arg(long, value_name = "FILE", help_heading = "What to report")]
    draft: Option<PathBuf>,

    #[command(flatten)]
    chosen: Chosen,

    /// Report also what we are least sure of
    #[arg(long, conflicts_with = "min_confidence", help_heading = "What to report")]
    all: bool,

    /// Least difference that makes the exit code 1
    #[arg(long, value_name = "VERDICT", value_enum, default_value_t = FailOn::Conflict, help_heading = "What to report")]
    fail_on: FailOn,

    /// Print a report to read, or what other programs take
    #[arg(long, value_enum, default_value_t = Format::Text, help_heading = "How to print")]
    format: Format,

    /// Write into this file instead of standard output
    #[arg(long, short, value_name = "FILE", help_heading = "How to print")]
    output: Option<PathBuf>,

    /// Article of the sheet, by source or file; else the draft, else each
    #[arg(long, value_name = "ARTICLE", help_heading = "How to print")]
    sheet_of: Option<String>,

    /// Tell in SARIF what is new and what has gone since this report of ours
    #[arg(long, value_name = "FILE", help_heading = "How to print")]
    against: Option<PathBuf>,

    /// Add every quotation, its slots, and what was compatible
    #[arg(long, help_heading = "How to print")]
    why: bool,

    /// Print what one stage saw instead of the report
    #[arg(long, value_name = "STAGE", value_enum, conflicts_with = "format", help_heading = "How to print")]
    show: Option<Stage>,

    /// Use colours
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto, help_heading = "How to print")]
    color: Color,

    /// Print findings only: no warnings, no counts
    #[arg(long, short, help_heading = "How to print")]
    quiet: bool,

    #[command(flatten)]
    house: ConfigArguments,

    /// Read accepted differences from this file, not from the one found upward
    #[arg(long, value_name = "FILE", help_heading = "What the house wants")]
    accepted: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  factdiff check story/                          what a folder of articles disagrees on
  factdiff check --kind count,name story/        tolls and names only
  factdiff check --format json story/ | jq .     for other programs
  factdiff check --format html -o r.html story/  a page to read and mark
  factdiff check --draft draft.md sources/       a draft against what it was written from

Exit code: 0 nothing at or above --fail-on, 1 something, 2 could not check";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    // One file that opens from disk: list, articles side by side, matrix, marks.
    Html,
    // Each claim of an article with a box to tick, as a page to print.
    Sheet,
    // The same in Markdown.
    SheetMd,
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
        matches!(self, Format::Text | Format::Markdown)
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

/// The cores that may be used.
pub(super) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Checks and prints.
pub fn run(arguments: &CheckArguments, given: &Given) -> Result<Outcome, Failure> {
    let paths: Vec<PathBuf> = arguments.draft.iter().chain(&arguments.paths).cloned().collect();
    let start = settings::start(&paths);
    let config = arguments.house.read(&start)?;
    let accepted = arguments.house.accepted(arguments.accepted.as_deref(), &start)?;
    let arguments = &as_configured(arguments, &config, given)?;
    if arguments.sheet_of.is_some() && !matches!(arguments.format, Format::Sheet | Format::SheetMd) {
        return Err(Failure::told(
            "--sheet-of is for sheets only\n   add --format sheet or --format sheet-md",
        ));
    }
    if let Some(file) = &arguments.output {
        output::prepare(file)?;
    }
    let progress = Progress::of("reading articles", !arguments.quiet);
    let cluster = config.complete(super::read(&paths, arguments.quiet)?);
    if let Some(file) = &arguments.output {
        output::spare_articles(file, &cluster)?;
    }
    let draft = arguments.draft.as_deref().map(|path| draft(path, &cluster)).transpose()?;
    let check = Check { config: &config, accepted: &accepted, threads: cores(), draft };
    let mut selection = arguments.chosen.selection();
    if arguments.all {
        selection.min_confidence = factdiff::discrepancy::Confidence::Low;
    }
    if let Some(stage) = arguments.show {
        let shown = shown(stage, &cluster, &selection, &check.options());
        drop(progress);
        output::deliver(arguments.output.as_deref(), &shown)?;
        return Ok(Outcome::Nothing);
    }
    let former = former(arguments)?;
    if let ([only], false) = (cluster.articles(), arguments.quiet) {
        tell(format_args!(
            "factdiff: only one article, {}, so it is checked within itself\n   \
             name the others of the story, or their folder, to compare them",
            only.path
        ));
    }
    progress.now(format!("checking {} articles", cluster.articles().len()));
    let report = check.report(&cluster, &paths, &|talk| {
        if !arguments.quiet {
            tell(format_args!("factdiff: {talk}"));
        }
    });
    let printed = printed(arguments, &cluster, &report, &selection, former.as_ref())?;
    drop(progress);
    output::deliver(arguments.output.as_deref(), &printed)?;
    let is_counted = arguments.format.has_counts() && arguments.output.is_none();
    if !is_counted && !arguments.quiet {
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
) -> Result<String, Failure> {
    Ok(match arguments.format {
        Format::Text => {
            let look = Look {
                width: width(arguments.output.is_some()),
                color: colors(arguments.color, arguments.output.is_some()),
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
        Format::Html => report::html(cluster, report, selection),
        Format::Sheet => {
            report::sheet_html(cluster, report, selection, &sheet_of(arguments, cluster, report)?)
        }
        Format::SheetMd => {
            report::sheet_markdown(cluster, report, selection, &sheet_of(arguments, cluster, report)?)
        }
    })
}

/// The articles that get a sheet: the one asked for, else the draft, else each in turn.
fn sheet_of(
    arguments: &CheckArguments,
    cluster: &Cluster,
    report: &Report,
) -> Result<Vec<ArticleId>, Failure> {
    let Some(wanted) = &arguments.sheet_of else {
        return Ok(report.draft.map_or_else(|| cluster.iter().map(|(id, _)| id).collect(), |id| vec![id]));
    };
    let is_it = |a: &Article| a.id == *wanted || a.path == *wanted || a.source.as_deref() == Some(wanted);
    let found: Vec<ArticleId> = cluster.iter().filter(|(_, a)| is_it(a)).map(|(id, _)| id).collect();
    if found.is_empty() {
        let names: Vec<&str> = cluster.articles().iter().map(Article::name).collect();
        return Err(Failure::told(format_args!(
            "no sheet of `{wanted}`: no article has that source or name\n   take one of: {}",
            names.join(", ")
        )));
    }
    Ok(found)
}

/// The arguments with what the configuration says where no flag does.
fn as_configured(
    arguments: &CheckArguments,
    config: &Config,
    given: &Given,
) -> Result<CheckArguments, Failure> {
    let mut arguments = arguments.clone();
    settings::choose(config, &mut arguments.chosen, given);
    arguments.fail_on = settings::fail_on(config, arguments.fail_on, given);
    if let Some(setting) = &config.format {
        let names: Vec<String> = Format::value_variants()
            .iter()
            .filter_map(|f| Some(f.to_possible_value()?.get_name().to_owned()))
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if let Some(complaint) = config.unknown_format(&names) {
            return Err(Failure::told(complaint));
        }
        if !given.has("format") {
            let at = names.iter().position(|name| *name == setting.value);
            arguments.format =
                Format::value_variants()[at.expect("an unknown format is complained about above")];
        }
    }
    Ok(arguments)
}

/// The number of the draft, which is read before its sources.
fn draft(path: &Path, cluster: &Cluster) -> Result<ArticleId, Failure> {
    let shown = path.to_string_lossy().replace('\\', "/");
    match cluster.iter().next() {
        Some((id, first)) if first.path.replace('\\', "/") == shown => Ok(id),
        _ => Err(Failure::told(format_args!(
            "cannot check the draft {shown}: it is no article\n   name one file with text in it"
        ))),
    }
}

fn shown(stage: Stage, cluster: &Cluster, selection: &Selection, options: &Options) -> String {
    match stage {
        Stage::Zones => report::zones(cluster),
        Stage::Sentences => report::sentences(cluster),
        Stage::Claims => {
            let report = factdiff::check_with(cluster, options);
            report::claims_text(cluster, report.claims.iter().filter(|c| selection.wants_kind(c.kind)))
        }
        Stage::Topics => report::topics(cluster, &factdiff::check_with(cluster, options), selection),
    }
}
