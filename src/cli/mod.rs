//! The command line: arguments to library to exit code, one file per command.
//!
//! Findings go to standard output and talk to standard error. 0 is nothing, 1 is
//! something, 2 is "could not"; a closed pipe ends the program quietly.

mod accept;
mod batch;
mod check;
mod claims;
mod clock;
mod completions;
mod config;
mod eval;
mod explain;
mod init;
mod lines;
mod man;
mod output;
mod progress;
mod settings;
mod terminal;
mod why;

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
use settings::Given;

/// Runs the program on its arguments.
pub fn run() -> ExitCode {
    let colors = terminal::of_arguments(std::env::args_os().map(|word| word.to_string_lossy().into_owned()));
    let matches = command().color(colors).get_matches();
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let given = Given(matches.subcommand().map_or(&matches, |(_, of_command)| of_command));
    let outcome = match arguments.command {
        Command::Accept(arguments) => accept::run(&arguments, &given),
        Command::Check(arguments) => check::run(&arguments, &given),
        Command::Config(arguments) => config::run(&arguments, &given),
        Command::Init(arguments) => init::run(&arguments),
        Command::Claims(arguments) => claims::run(&arguments),
        Command::Batch(arguments) => batch::run(&arguments, &given),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Eval(arguments) => eval::run(&arguments, &given),
        Command::Why(arguments) => why::run(&arguments),
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
    /// Write down that a difference may stand, and why
    Accept(accept::AcceptArguments),
    /// Print every claim that articles make, compared with nothing
    Claims(claims::ClaimsArguments),
    /// Check many stories: JSON lines in, one report a line out
    Batch(batch::BatchArguments),
    /// Tell what a kind of difference is, or list the kinds
    Explain(explain::ExplainArguments),
    /// Write a factdiff.toml to begin with
    Init(init::InitArguments),
    /// Print the configuration in force, and where it comes from
    Config(config::ConfigCommand),
    /// Measure recall and precision on stories that people marked
    Eval(eval::EvalArguments),
    /// Tell whether two claims were compared, and what came of it
    Why(why::WhyArguments),
    /// Print what a shell needs to complete commands and flags
    Completions(completions::CompletionsArguments),
    /// Print the manual, or write all its pages to a folder
    Man(man::ManArguments),
}

/// Flags by which `check` and `batch` choose what counts.
#[derive(Args, Clone)]
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
        if found.into_iter().any(|topic| topic.accepted.is_none() && self.fails(topic.verdict)) {
            Outcome::Something
        } else {
            Outcome::Nothing
        }
    }

    /// The least of these verdicts; `None` is "never".
    fn of(verdict: Option<Verdict>) -> FailOn {
        match verdict {
            Some(Verdict::Conflict) => FailOn::Conflict,
            Some(Verdict::Update) => FailOn::Update,
            Some(Verdict::Minor) => FailOn::Minor,
            Some(Verdict::Unclear | Verdict::Compatible | Verdict::Agree) | None => FailOn::Never,
        }
    }

    /// The least verdict that fails; `None` is "never".
    fn verdict(self) -> Option<Verdict> {
        match self {
            FailOn::Conflict => Some(Verdict::Conflict),
            FailOn::Update => Some(Verdict::Update),
            FailOn::Minor => Some(Verdict::Minor),
            FailOn::Never => None,
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

#[cfg(test)]
mod tests {
    use factdiff::discrepancy::{Acceptance, Reach, Severity};

    use super::*;

    #[test]
    fn what_is_accepted_never_fails() {
        let mut topic = JudgedTopic {
            fingerprint: String::new(),
            kind: Kind::Count,
            reach: Reach::Cross,
            verdict: Verdict::Conflict,
            confidence: Confidence::High,
            severity: Severity::High,
            topic: "people killed".to_owned(),
            reason: String::new(),
            hint: None,
            accepted: None,
            readings: Vec::new(),
        };
        assert_eq!(FailOn::Conflict.outcome([&topic]), Outcome::Something);
        topic.accepted = Some(Acceptance { because: "known".to_owned(), by: None, until: None });
        assert_eq!(FailOn::Minor.outcome([&topic]), Outcome::Nothing);
    }
}
