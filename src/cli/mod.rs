//! The command line: arguments to library to exit code, one file per command.
//!
//! Findings go to standard output and talk to standard error. 0 is nothing, 1 is
//! something, 2 is "could not"; a closed pipe ends the program quietly.

mod batch;
mod check;
mod claims;
mod completions;
mod explain;
mod lines;
mod man;
mod progress;
mod terminal;

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use factdiff::article::Cluster;
use factdiff::claim::Kind;
use factdiff::discrepancy::{Confidence, JudgedTopic, Verdict};
use factdiff::report::Selection;

/// Runs the program on its arguments.
pub fn run() -> ExitCode {
    let colors = terminal::of_arguments(std::env::args_os().map(|word| word.to_string_lossy().into_owned()));
    let matches = command().color(colors).get_matches();
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let outcome = match arguments.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Claims(arguments) => claims::run(&arguments),
        Command::Batch(arguments) => batch::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
    };
    match outcome {
        Ok(Outcome::Nothing) => ExitCode::SUCCESS,
        Ok(Outcome::Something) => ExitCode::from(1),
        Ok(Outcome::SomeLinesBad) => ExitCode::from(2),
        Err(Failure::ClosedPipe) => ExitCode::from(CLOSED_PIPE),
        Err(Failure::Told(message)) => {
            tell(format_args!("factdiff: {message}"));
            ExitCode::from(2)
        }
    }
}

/// The program's commands and flags.
fn command() -> clap::Command {
    Arguments::command()
}

/// What a shell reports for a program that SIGPIPE ended, as it ends most others.
const CLOSED_PIPE: u8 = 128 + 13;

#[derive(Parser)]
#[command(
    name = "factdiff",
    version,
    about = "Reports where the articles of one story disagree",
    long_about = None,
    after_help = TOP_EXAMPLES,
    max_term_width = 100,
    disable_help_subcommand = true,
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const TOP_EXAMPLES: &str = "\
Examples:
  factdiff check story/               check the articles of a folder
  factdiff check ap.html draft.docx   check a saved page against a draft
  factdiff explain quote-wording      what one kind of difference means";

#[derive(Subcommand)]
enum Command {
    /// Check the articles of one story against one another
    Check(check::CheckArguments),
    /// Print every claim that articles make, compared with nothing
    Claims(claims::ClaimsArguments),
    /// Check many stories: JSON lines in, one report a line out
    Batch(batch::BatchArguments),
    /// Tell what a kind of difference is, or list the kinds
    Explain(explain::ExplainArguments),
    /// Print what a shell needs to complete commands and flags
    Completions(completions::CompletionsArguments),
    /// Print the manual, or write all its pages to a folder
    Man(man::ManArguments),
}

/// Flags by which `check` and `batch` choose what counts.
#[derive(Args)]
#[command(next_help_heading = "What to report")]
struct Chosen {
    /// Report only this kind; give several with commas or repeat the flag
    #[arg(long, value_name = "KIND", value_delimiter = ',', hide_possible_values = true, value_parser = kind_parser())]
    kind: Vec<Kind>,

    /// Leave out what we are less sure of than this
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t = Minimum::Medium)]
    min_confidence: Minimum,
}

impl Chosen {
    fn selection(&self) -> Selection {
        let min_confidence = match self.min_confidence {
            Minimum::Low => Confidence::Low,
            Minimum::Medium => Confidence::Medium,
            Minimum::High => Confidence::High,
        };
        Selection { kinds: self.kind.clone(), min_confidence }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Minimum {
    Low,
    Medium,
    High,
}

/// The least verdict that makes the exit code 1.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Conflict,
    Update,
    Minor,
    Never,
}

impl FailOn {
    fn outcome<'a>(self, found: impl IntoIterator<Item = &'a JudgedTopic>) -> Outcome {
        if found.into_iter().any(|topic| self.fails(topic.verdict)) {
            Outcome::Something
        } else {
            Outcome::Nothing
        }
    }

    fn fails(self, verdict: Verdict) -> bool {
        let rank = match verdict {
            Verdict::Conflict => 3,
            Verdict::Update => 2,
            Verdict::Minor => 1,
            Verdict::Unclear | Verdict::Compatible | Verdict::Agree => 0,
        };
        match self {
            FailOn::Conflict => rank >= 3,
            FailOn::Update => rank >= 2,
            FailOn::Minor => rank >= 1,
            FailOn::Never => false,
        }
    }
}

fn kind_parser() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::id))
        .map(|id| Kind::from_id(&id).expect("the parser lets only ids of kinds through"))
}

/// How a command ended that could do its job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Nothing,
    Something,
    SomeLinesBad,
}

/// Why a command could not do its job.
#[derive(Debug)]
enum Failure {
    /// Whoever read our output has gone; no reason to complain.
    ClosedPipe,
    /// What was being done, to what, and what to do next.
    Told(String),
}

impl Failure {
    fn told(message: impl Display) -> Failure {
        Failure::Told(message.to_string())
    }

    fn writing(error: &io::Error) -> Failure {
        match error.kind() {
            ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => Failure::Told(format!("cannot write the output: {error}")),
        }
    }
}

/// Writes findings to standard output.
fn print(findings: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(findings.as_bytes()).and_then(|()| out.flush()).map_err(|e| Failure::writing(&e))
}

/// Writes talk to standard error; if nobody listens, that is all right.
fn tell(talk: impl Display) {
    let mut terminal = io::stderr().lock();
    progress::wipe(&mut terminal);
    let _ = writeln!(terminal, "{talk}");
}

/// Reads the articles of a story; warnings go to standard error.
fn read(paths: &[PathBuf], quiet: bool) -> Result<Cluster, Failure> {
    let mut warn = |warning: factdiff::read::Warning| {
        if !quiet {
            tell(format_args!("factdiff: {warning}"));
        }
    };
    factdiff::read::cluster(paths, &mut warn).map_err(Failure::told)
}
