//! `factdiff eval`: marked stories in, recall and precision out.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use factdiff::accept::Accepted;
use factdiff::config::Config;
use factdiff::discrepancy::{ClaimId, Confidence, Report};
use factdiff::eval::{self, Evaluated, Figures, Measure, Story, Tally, Wanted};
use factdiff::report::Selection;
use factdiff::why::{self, Told};
use rust_decimal::Decimal;

use super::settings::{self, Check, ConfigArguments, Given};
use super::{Failure, Minimum, Outcome, print, tell};

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct EvalArguments {
    /// Marked stories, folders of them, or with --gold one folder of articles
    #[arg(value_name = "DIR", required = true)]
    folders: Vec<PathBuf>,

    /// Take the marks of the one DIR from this file of JSON lines
    #[arg(long, value_name = "FILE")]
    gold: Option<PathBuf>,

    /// Weigh only what is reported at this confidence or above
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t = Minimum::Medium)]
    min_confidence: Minimum,

    /// Exit with 1 where a measure is below its least value, such as recall=0.8,precision=0.9
    #[arg(long, value_name = "MEASURE=LEAST", value_delimiter = ',', value_parser = gate)]
    fail_under: Vec<Gate>,

    /// Print a text to read or JSON for other programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Print the tables only: no lists and no warnings
    #[arg(long, short)]
    quiet: bool,

    #[command(flatten)]
    house: ConfigArguments,
}

const EXAMPLES: &str = "\
A story is a folder with articles/ and, beside it, truth.toml or gold.jsonl with what a person
marked; see docs/reference.md for both. A collection is a folder of stories, or one with
clusters/NAME/ and gold/NAME.jsonl.

Examples:
  factdiff eval corpus/                                    the stories of a collection
  factdiff eval --gold marks.jsonl articles/               one folder, marks elsewhere
  factdiff eval --fail-under recall=0.8,precision=0.9 -q corpus/

Exit code: 0 done, 1 below --fail-under, 2 a story or its marks could not be read";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// A measure and its least value.
#[derive(Clone, Copy)]
struct Gate {
    measure: Measure,
    least: Decimal,
}

fn gate(given: &str) -> Result<Gate, String> {
    let measures = || Measure::ALL.map(Measure::id).join(", ");
    let (name, least) = given.split_once('=').ok_or("write it as measure=least, such as recall=0.8")?;
    let measure =
        Measure::from_id(name).ok_or_else(|| format!("no measure `{name}`; measures are {}", measures()))?;
    let least: Decimal = least.parse().map_err(|_| format!("`{least}` is not a number between 0 and 1"))?;
    if least < Decimal::ZERO || least > Decimal::ONE {
        return Err(format!("`{least}` is not between 0 and 1"));
    }
    Ok(Gate { measure, least })
}

/// Checks the stories, weighs their reports and prints.
pub fn run(arguments: &EvalArguments, given: &Given) -> Result<Outcome, Failure> {
    let checked: Vec<Checked> = read(arguments)?
        .into_iter()
        .map(|story| Checked::new(story, arguments, given))
        .collect::<Result<_, _>>()?;
    let evaluated: Vec<Evaluated> = checked
        .iter()
        .map(|checked| {
            let Checked { story, report, selection, .. } = checked;
            let tally = eval::weigh(&story.marks, report, selection);
            let notes = checked.notes(&tally);
            Evaluated { story, report, tally, notes }
        })
        .collect();
    print(&match arguments.format {
        Format::Text => eval::text(&evaluated, arguments.quiet),
        Format::Json => eval::json(&evaluated),
    })?;
    let mut total = Figures::default();
    evaluated.iter().for_each(|e| total.add(&e.story.marks, &e.tally));
    Ok(gates(&arguments.fail_under, &total))
}

/// A story checked as its configuration wants.
struct Checked {
    story: Story,
    config: Config,
    /// With what the configuration leaves out.
    whole: Report,
    report: Report,
    selection: Selection,
}

impl Checked {
    /// Checks the story. What the house accepts is weighed as any difference.
    fn new(mut story: Story, arguments: &EvalArguments, given: &Given) -> Result<Checked, Failure> {
        let paths: Vec<PathBuf> = story.cluster.articles().iter().map(|a| PathBuf::from(&a.path)).collect();
        let config = arguments.house.read(&settings::start(&paths))?;
        story.cluster = config.complete(story.cluster);
        let accepted = Accepted::default();
        let check =
            Check { config: &config, accepted: &accepted, threads: super::check::cores(), draft: None };
        let whole = check.whole_report(&story.cluster, &paths, &|_| {});
        let mut report = whole.clone();
        config.leave_out(&story.cluster, &mut report);
        let mut selection = settings::selection(&config);
        if given.has("min_confidence") {
            selection.min_confidence = arguments.min_confidence.confidence();
        }
        Ok(Checked { story, config, whole, report, selection })
    }

    /// By mark: why it was not found, if it was not.
    fn notes(&self, tally: &Tally) -> Vec<Option<String>> {
        let Checked { story: Story { cluster, marks, .. }, whole: report, .. } = self;
        let is_missed = |number: usize| marks[number].wanted != Wanted::Nothing && !tally.is_found(number);
        let missed: Vec<usize> = (0..marks.len()).filter(|&number| is_missed(number)).collect();
        let pairs: Vec<Vec<(ClaimId, ClaimId)>> =
            missed.iter().map(|&n| eval::pairs(&marks[n], report)).collect();
        let all: Vec<(ClaimId, ClaimId)> = pairs.iter().flatten().copied().collect();
        let mut notes = vec![None; marks.len()];
        if missed.is_empty() {
            return notes;
        }
        let seen = settings::selection(&self.config).discrepancies(&self.report);
        let findings = why::findings(cluster, report, &all);
        let mut told = findings.iter().map(|finding| {
            let mut told = why::told(cluster, report, finding);
            settings::tell_as_seen(&mut told, &seen);
            told
        });
        for (number, pairs) in missed.into_iter().zip(&pairs) {
            let told: Vec<Told> = told.by_ref().take(pairs.len()).collect();
            notes[number] = Some(eval::reason(&marks[number], cluster, report, pairs, &told));
        }
        notes
    }
}

fn read(arguments: &EvalArguments) -> Result<Vec<Story>, Failure> {
    let mut warn = |warning: factdiff::read::Warning| {
        if !arguments.quiet {
            tell(format_args!("factdiff: {warning}"));
        }
    };
    match (&arguments.gold, arguments.folders.as_slice()) {
        (None, folders) => eval::stories(folders, &mut warn).map_err(Failure::told),
        (Some(gold), [folder]) => {
            eval::with_gold(folder, gold, &mut warn).map(|story| vec![story]).map_err(Failure::told)
        }
        (Some(_), _) => Err(Failure::told(
            "--gold marks one folder of articles\n   give one DIR, or put gold.jsonl beside the articles/ of each story",
        )),
    }
}

/// Says which measures are below their gate; a measure of nothing passes.
fn gates(gates: &[Gate], total: &Figures) -> Outcome {
    let mut outcome = Outcome::Nothing;
    for Gate { measure, least } in gates {
        let ratio = total.ratio(*measure);
        match ratio.value() {
            Some(value) if value < *least => {
                outcome = Outcome::Something;
                tell(format_args!("factdiff: {} is {ratio}, below {least}", measure.id()));
            }
            Some(_) => {}
            None => tell(format_args!("factdiff: {}: nothing to measure, passed", measure.id())),
        }
    }
    outcome
}

impl Minimum {
    fn confidence(self) -> Confidence {
        match self {
            Minimum::Low => Confidence::Low,
            Minimum::Medium => Confidence::Medium,
            Minimum::High => Confidence::High,
        }
    }
}
