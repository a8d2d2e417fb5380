//! `factdiff accept`: writes down that a difference may stand, and why.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;
use factdiff::accept::{Accepted, Entry, HEAD, NAME, is_fingerprint};
use factdiff::article::Cluster;
use factdiff::config::Config;
use factdiff::discrepancy::{JudgedTopic, Report};
use jiff::civil::Date;

use super::settings::{Check, ConfigArguments, Given, choose, start};
use super::{Chosen, Failure, Outcome, clock, print, tell};

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct AcceptArguments {
    /// Fingerprints of differences, and the articles they are in; with --all, the articles
    #[arg(value_name = "FINGERPRINT|PATH", required = true)]
    given: Vec<PathBuf>,

    /// Why the difference may stand: whoever meets it next reads this
    #[arg(long, value_name = "WHY")]
    because: String,

    /// Last day on which it may, year-month-day; without, it may until the articles change
    #[arg(long, value_name = "DATE", value_parser = last_day)]
    until: Option<Date>,

    /// Who accepts it; without, the user name that git or the system knows
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// Accept every difference that check would report in the articles
    #[arg(long)]
    all: bool,

    /// File to write to; without, the factdiff-accepted.toml found upward, else one beside
    /// factdiff.toml, else one with the articles
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,

    #[command(flatten)]
    chosen: Chosen,

    #[command(flatten)]
    house: ConfigArguments,
}

const EXAMPLES: &str = "\
A start of a fingerprint is enough where the articles are given. A folder whose name looks like
a fingerprint is written as ./name.

Examples:
  factdiff accept 7c1f09 story/ --because \"ministry and UN count differently\"
  factdiff accept --all story/ --because \"as it was on the day we began\" --until 2027-01-31

Exit code: 0 written or accepted already, 2 not written";

/// Writes what is accepted to the file.
pub fn run(arguments: &AcceptArguments, given: &Given) -> Result<Outcome, Failure> {
    let because = arguments.because.trim();
    if because.is_empty() {
        return Err(Failure::told(
            "cannot accept without a reason\n   say after --because why the difference may stand",
        ));
    }
    let (fingerprints, paths) = parted(arguments)?;
    let start = start(&paths);
    let config = arguments.house.read(&start)?;
    let target = Target::of(arguments.file.as_deref(), &config, &start)?;
    let today = clock::today();
    let found = match paths.is_empty() {
        true => fingerprints.iter().map(|f| Found { fingerprint: f.clone(), ..Found::default() }).collect(),
        false => found(arguments, given, &config, &target.accepted, &fingerprints, &paths)?,
    };
    let (old, new): (Vec<Found>, Vec<Found>) =
        found.into_iter().partition(|found| target.accepted.holds(&found.fingerprint, today));
    for found in &old {
        tell(format_args!("factdiff: {} is accepted already", found.about()));
    }
    let by = if new.is_empty() { None } else { arguments.by.clone().or_else(user) };
    let story = target.story(&paths);
    let entries: Vec<Entry> = new
        .iter()
        .map(|found| Entry {
            fingerprint: found.fingerprint.clone(),
            kind: found.kind,
            topic: found.topic.clone(),
            because: because.to_owned(),
            by: by.clone().filter(|by| !by.trim().is_empty()),
            on: Some(today),
            until: arguments.until,
            story: story.clone(),
            line: 0,
        })
        .collect();
    target.write(&entries)?;
    print(&new.iter().map(|found| format!("accepted {}\n", found.about())).collect::<String>())?;
    let shown = factdiff::config::shown(&target.path);
    tell(match new.len() {
        0 => format!("factdiff: nothing to write to {shown}"),
        1 => format!("factdiff: one difference written to {shown}"),
        n => format!("factdiff: {n} differences written to {shown}"),
    });
    Ok(Outcome::Nothing)
}

/// A day that has not passed.
fn last_day(words: &str) -> Result<Date, String> {
    let day: Date = words
        .parse()
        .ok()
        .filter(|_| words.len() == 10)
        .ok_or("no day of the calendar; write it as year-month-day, such as 2027-01-31")?;
    if day < clock::today() { Err("that day has passed".to_owned()) } else { Ok(day) }
}

/// Fingerprints, or starts of them, and paths.
fn parted(arguments: &AcceptArguments) -> Result<(Vec<String>, Vec<PathBuf>), Failure> {
    if arguments.all {
        return Ok((Vec::new(), arguments.given.clone()));
    }
    let (mut fingerprints, mut paths) = (Vec::new(), Vec::new());
    for given in &arguments.given {
        let words = given.to_string_lossy().to_lowercase();
        if (1..=16).contains(&words.len()) && words.chars().all(|c| c.is_ascii_hexdigit()) {
            fingerprints.push(words);
        } else if given.exists() || words == "-" {
            paths.push(given.clone());
        } else {
            return Err(Failure::told(format_args!(
                "cannot accept `{}`: it is neither a fingerprint, which has 16 hexadecimal digits, nor a file or \
                 folder\n   `factdiff check --format json` prints fingerprints in full",
                given.display()
            )));
        }
    }
    if fingerprints.is_empty() {
        return Err(Failure::told(
            "no fingerprint given\n   give those that `factdiff check` prints, or `--all` for every difference",
        ));
    }
    let start_only = fingerprints.iter().find(|f| paths.is_empty() && !is_fingerprint(f));
    match start_only {
        Some(start) => Err(Failure::told(format_args!(
            "cannot accept `{start}`: a fingerprint has 16 hexadecimal digits, and these are {}\n   \
             give it in full, or add the articles it is in",
            start.len()
        ))),
        None => Ok((fingerprints, paths)),
    }
}

/// A difference to be accepted, with what is known of it.
#[derive(Debug, Clone, Default)]
struct Found {
    fingerprint: String,
    kind: Option<factdiff::claim::Kind>,
    topic: Option<String>,
}

impl Found {
    fn of(topic: &JudgedTopic) -> Found {
        Found {
            fingerprint: topic.fingerprint.clone(),
            kind: Some(topic.kind),
            topic: Some(topic.topic.clone()).filter(|topic| !topic.trim().is_empty()),
        }
    }

    fn about(&self) -> String {
        match (&self.kind, &self.topic) {
            (Some(kind), Some(topic)) => format!("{} {}: {topic}", self.fingerprint, kind.id()),
            _ => self.fingerprint.clone(),
        }
    }
}

/// The differences in the articles that are meant.
fn found(
    arguments: &AcceptArguments,
    given: &Given,
    config: &Config,
    accepted: &Accepted,
    fingerprints: &[String],
    paths: &[PathBuf],
) -> Result<Vec<Found>, Failure> {
    let cluster: Cluster = config.complete(super::read(paths, false)?);
    let check = Check { config, accepted, threads: 1, draft: None };
    let report = check.report(&cluster, paths, &|_| ());
    if arguments.all {
        let mut chosen = arguments.chosen.clone();
        choose(config, &mut chosen, given);
        let reported = chosen.selection().discrepancies(&report);
        // A comment in the article has accepted what stands in no file.
        let open = reported.into_iter().filter(|t| {
            t.accepted.is_none() || accepted.entries.iter().any(|e| e.fingerprint == t.fingerprint)
        });
        return Ok(unique(open.map(Found::of)));
    }
    let meant = fingerprints.iter().map(|start| meant(&report, start, paths));
    Ok(unique(meant.collect::<Result<Vec<_>, _>>()?.into_iter()))
}

/// The one difference whose fingerprint starts so.
fn meant(report: &Report, start: &str, paths: &[PathBuf]) -> Result<Found, Failure> {
    let starts = report.discrepancies().into_iter().filter(|t| t.fingerprint.starts_with(start));
    let found = unique(starts.map(Found::of));
    match &found[..] {
        [found] => Ok(found.clone()),
        [] => {
            let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            Err(Failure::told(format_args!(
                "cannot accept {start}: no difference in {} has that fingerprint\n   \
                 `factdiff check --all` shows what there is",
                paths.join(", ")
            )))
        }
        several => {
            let several: Vec<String> = several.iter().map(Found::about).collect();
            Err(Failure::told(format_args!(
                "cannot accept {start}: {} differences begin so\n   give more digits: {}",
                several.len(),
                several.join("; ")
            )))
        }
    }
}

fn unique(found: impl Iterator<Item = Found>) -> Vec<Found> {
    let mut seen = BTreeMap::new();
    found.filter(|found| seen.insert(found.fingerprint.clone(), ()).is_none()).collect()
}

/// The file that is written to, and what it holds already.
struct Target {
    path: PathBuf,
    accepted: Accepted,
}

impl Target {
    fn of(named: Option<&Path>, config: &Config, start: &Path) -> Result<Target, Failure> {
        let here = || std::path::absolute(start).unwrap_or_else(|_| start.to_owned());
        let found = || factdiff::config::upward(start, NAME);
        let beside = || config.folder.clone().unwrap_or_else(here).join(NAME);
        let path = named.map(Path::to_owned).or_else(found).unwrap_or_else(beside);
        let accepted = match path.exists() {
            true => Accepted::load(&path).map_err(Failure::told)?,
            false => Accepted::default(),
        };
        Ok(Target { path, accepted })
    }

    /// The story that an entry is of, if one folder below the file is it.
    fn story(&self, paths: &[PathBuf]) -> Option<String> {
        let [story] = paths else { return None };
        let folder = match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let (story, folder) = (story.canonicalize().ok()?, folder.canonicalize().ok()?);
        let inside = story.strip_prefix(folder).ok()?.to_str()?.replace('\\', "/");
        Some(inside).filter(|inside| !inside.is_empty() && story.is_dir())
    }

    /// Adds the entries at the end; what is in the file stays as it is, byte for byte.
    fn write(&self, entries: &[Entry]) -> Result<(), Failure> {
        if entries.is_empty() {
            return Ok(());
        }
        let failed = |cause| {
            let shown = factdiff::config::shown(&self.path);
            Failure::told(format_args!(
                "cannot write {shown}: {cause}\n   name another file with --file, or check that this may be written"
            ))
        };
        let old = fs::read_to_string(&self.path).unwrap_or_default();
        let mut text = match old.as_str() {
            "" => HEAD.to_owned(),
            old if old.ends_with('\n') => String::new(),
            _ => "\n".to_owned(),
        };
        text.extend(entries.iter().map(Entry::to_toml));
        let mut file = OpenOptions::new().append(true).create(true).open(&self.path).map_err(failed)?;
        file.write_all(text.as_bytes()).map_err(failed)
    }
}

/// Who is working here, as git or the system has it.
fn user() -> Option<String> {
    let of_git = Command::new("git").args(["config", "--get", "user.name"]).output().ok();
    let of_git = of_git.filter(|output| output.status.success());
    let of_git = of_git.and_then(|output| String::from_utf8(output.stdout).ok());
    let of_system = || ["USER", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    let known = |name: &String| !name.trim().is_empty();
    of_git.filter(known).or_else(of_system).map(|name| name.trim().to_owned()).filter(known)
}
