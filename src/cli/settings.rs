//! What the house wants: `factdiff.toml` and accepted differences, with flags over both.

use std::path::{Path, PathBuf};

use clap::parser::ValueSource;
use clap::{ArgMatches, Args};
use factdiff::accept::{Accepted, inline};
use factdiff::article::{ArticleId, Cluster};
use factdiff::config::{self, Config};
use factdiff::discrepancy::{Confidence, JudgedTopic, Report};
use factdiff::options::Options;
use factdiff::report::Selection;
use factdiff::why::{self, Told};

use super::{Chosen, FailOn, Failure, Minimum, clock};

/// Where the configuration is.
#[derive(Args, Clone)]
#[command(next_help_heading = "What the house wants")]
pub struct ConfigArguments {
    /// Read this file, not the factdiff.toml found upward from the articles
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,

    /// Read neither factdiff.toml nor accepted differences that no flag names
    #[arg(long)]
    pub no_config: bool,
}

impl ConfigArguments {
    /// The configuration for articles in that folder.
    pub fn read(&self, start: &Path) -> Result<Config, Failure> {
        match &self.config {
            Some(path) => Config::load(path).map_err(Failure::told),
            None if self.no_config => Ok(Config::default()),
            None => Config::find(start).map_err(Failure::told),
        }
    }

    /// The accepted differences for articles in that folder.
    pub fn accepted(&self, named: Option<&Path>, start: &Path) -> Result<Accepted, Failure> {
        match named {
            Some(path) => Accepted::load(path).map_err(Failure::told),
            None if self.no_config => Ok(Accepted::default()),
            None => Accepted::find(start).map_err(Failure::told),
        }
    }
}

/// Which flags stand on the command line, as against those left at their defaults.
pub struct Given<'m>(pub &'m ArgMatches);

impl Given<'_> {
    /// True when the user wrote the flag of that name.
    pub fn has(&self, name: &str) -> bool {
        self.0.value_source(name) == Some(ValueSource::CommandLine)
    }
}

/// The folder from which the configuration is looked for: that of the first path.
pub fn start(paths: &[PathBuf]) -> PathBuf {
    let here = PathBuf::from(".");
    match paths.first() {
        None => here,
        Some(path) if path.as_os_str() == "-" => here,
        Some(path) if path.is_dir() => path.clone(),
        Some(path) => path.parent().map_or(here, |folder| Path::new(".").join(folder)),
    }
}

/// Puts what the configuration says where no flag says otherwise. `--all` is a flag
/// that sets the confidence.
pub fn choose(config: &Config, chosen: &mut Chosen, given: &Given) {
    if !given.has("kind") {
        chosen.kind = config.reported_kinds();
    }
    if let Some(setting) = config.min_confidence.as_ref().filter(|_| !given.has("min_confidence")) {
        chosen.min_confidence = match setting.value {
            Confidence::Low => Minimum::Low,
            Confidence::Medium => Minimum::Medium,
            Confidence::High => Minimum::High,
        };
    }
}

/// What the configuration wants to see, with no flag over it.
pub fn selection(config: &Config) -> Selection {
    let min_confidence = config.min_confidence.as_ref().map(|setting| setting.value);
    let kinds = config.reported_kinds();
    Selection { kinds, min_confidence: min_confidence.unwrap_or(Selection::default().min_confidence) }
}

/// Tells of a difference by what the house sees: the discrepancies that its configuration leaves.
pub fn tell_as_seen(told: &mut Told, seen: &[&JudgedTopic]) {
    let Some(topic) = told.topic else { return };
    let is_seen = seen.iter().any(|other| other.fingerprint == topic.fingerprint);
    match told.outcome {
        why::Outcome::Reported if !is_seen => {
            told.outcome = why::Outcome::LeftOut;
            told.words = told.words.replacen("reported, ", "left out by factdiff.toml, ", 1);
        }
        why::Outcome::Unsure if is_seen => {
            told.outcome = why::Outcome::Reported;
            told.words = told.words.replacen("reported with --all only, ", "reported, ", 1);
        }
        why::Outcome::Reported
        | why::Outcome::Unsure
        | why::Outcome::Accepted
        | why::Outcome::Agree
        | why::Outcome::Compatible
        | why::Outcome::Unclear
        | why::Outcome::LeftOut
        | why::Outcome::Apart => {}
    }
}

/// The least verdict that fails: by flag, else by the configuration.
pub fn fail_on(config: &Config, flag: FailOn, given: &Given) -> FailOn {
    let setting = config.fail_on.as_ref().filter(|_| !given.has("fail_on"));
    setting.map_or(flag, |setting| FailOn::of(setting.value))
}

/// A check as the house wants it: the articles completed, the report weighed.
pub struct Check<'a> {
    pub config: &'a Config,
    pub accepted: &'a Accepted,
    pub threads: usize,
    pub draft: Option<ArticleId>,
}

impl Check<'_> {
    /// What the library is told.
    pub fn options(&self) -> Options {
        let mut options = Options { threads: self.threads, draft: self.draft, ..Options::default() };
        self.config.fill(&mut options);
        options
    }

    /// The report on `cluster`, which was read from `paths`; `tell` hears of acceptances
    /// that do nothing.
    pub fn report(&self, cluster: &Cluster, paths: &[PathBuf], tell: &dyn Fn(String)) -> Report {
        let mut report = self.whole_report(cluster, paths, tell);
        self.config.leave_out(cluster, &mut report);
        report
    }

    /// The same with the differences of articles that are no side in their kind.
    pub fn whole_report(&self, cluster: &Cluster, paths: &[PathBuf], tell: &dyn Fn(String)) -> Report {
        let mut report = factdiff::check_with(cluster, &self.options());
        self.config.weigh(&mut report);
        let notices = self.accepted.mark(&mut report, paths, clock::today());
        let remarks = inline::mark(cluster, &mut report);
        config::apply_lineages(cluster, &mut report);
        notices.iter().for_each(|notice| tell(notice.to_string()));
        remarks.iter().for_each(|remark| tell(remark.to_string()));
        report
    }
}
