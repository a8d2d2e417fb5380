//! `factdiff config`: what is in force, and where each setting comes from.
//!
//! What it prints is itself a factdiff.toml.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Args;
use factdiff::accept::Accepted;
use factdiff::config::{Config, Rule, Setting, Whom};
use factdiff::discrepancy::Verdict;
use factdiff::options::{Alias, HouseFact};

use super::settings::{ConfigArguments, Given, choose, fail_on, start};
use super::{Chosen, FailOn, Failure, Outcome, print};

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct ConfigCommand {
    /// Articles for which to look for factdiff.toml; without any, this folder
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    chosen: Chosen,

    /// Least difference that makes the exit code 1
    #[arg(long, value_name = "VERDICT", value_enum, default_value_t = FailOn::Conflict, help_heading = "What to report")]
    fail_on: FailOn,

    #[command(flatten)]
    house: ConfigArguments,
}

const EXAMPLES: &str = "\
Examples:
  factdiff config                              what is in force in this folder
  factdiff config --kind count stories/toll    what check would do with these flags there

Exit code: 0 printed, 2 the configuration cannot be read";

/// Prints the configuration in force.
pub fn run(arguments: &ConfigCommand, given: &Given) -> Result<Outcome, Failure> {
    let start = start(&arguments.paths);
    let config = arguments.house.read(&start)?;
    let accepted = arguments.house.accepted(None, &start)?;
    let mut chosen = arguments.chosen.clone();
    choose(&config, &mut chosen, given);
    let fail_on = fail_on(&config, arguments.fail_on, given);
    let mut page = Page { out: String::new(), file: config.shown.clone().unwrap_or_default() };
    page.head(&config, &accepted);
    page.selection(&config, &chosen, fail_on, given);
    page.tables(&config);
    print(&page.out)?;
    Ok(Outcome::Nothing)
}

/// Column at which a setting says where it comes from.
const ORIGIN_COLUMN: usize = 40;

struct Page {
    out: String,
    file: String,
}

impl Page {
    fn head(&mut self, config: &Config, accepted: &Accepted) {
        let file = config.shown.as_ref().map_or("no factdiff.toml found".to_owned(), Clone::clone);
        let _ = writeln!(self.out, "# configuration: {file}");
        let _ = match accepted.shown.as_str() {
            "" => writeln!(self.out, "# accepted differences: none"),
            shown => writeln!(self.out, "# accepted differences: {} in {shown}", accepted.entries.len()),
        };
    }

    fn setting(&mut self, key: &str, value: &str, origin: &str) {
        let setting = format!("{key} = {value}");
        let _ = writeln!(self.out, "{setting:ORIGIN_COLUMN$} # {origin}");
    }

    fn origin<T>(&self, setting: Option<&Setting<T>>, flag: bool) -> String {
        match setting {
            _ if flag => "flag".to_owned(),
            Some(setting) => format!("{}:{}", self.file, setting.line),
            None => "default".to_owned(),
        }
    }

    fn selection(&mut self, config: &Config, chosen: &Chosen, fail_on: FailOn, given: &Given) {
        let ids: Vec<&str> = chosen.kind.iter().map(|kind| kind.id()).collect();
        let origin = match (given.has("kind"), &config.kinds, &config.without) {
            (true, _, _) => Some("flag".to_owned()),
            (false, Some(kinds), Some(without)) => {
                Some(format!("{}:{} without line {}", self.file, kinds.line, without.line))
            }
            (false, Some(kinds), None) => Some(self.origin(Some(kinds), false)),
            (false, None, Some(without)) => Some(format!("all without {}:{}", self.file, without.line)),
            (false, None, None) => None,
        };
        match origin {
            Some(origin) => self.setting("kinds", &list(&ids), &origin),
            None => {
                let _ = writeln!(self.out, "{:ORIGIN_COLUMN$} # default", "# kinds: all");
            }
        }
        let origin = self.origin(config.min_confidence.as_ref(), given.has("min_confidence"));
        let confidence = chosen.selection().min_confidence;
        self.setting("min-confidence", &quoted(confidence.id()), &origin);
        let origin = self.origin(config.fail_on.as_ref(), given.has("fail_on"));
        self.setting("fail-on", &quoted(fail_on.verdict().map_or("never", Verdict::id)), &origin);
        let origin = self.origin(config.format.as_ref(), false);
        let format = config.format.as_ref().map_or("text", |setting| setting.value.as_str());
        self.setting("format", &quoted(format), &origin);
        let origin = self.origin(config.hints.as_ref(), false);
        let hints = config.hints.as_ref().is_none_or(|setting| setting.value);
        self.setting("hints", &hints.to_string(), &origin);
        if !config.counters.is_empty() {
            let groups: Vec<String> = config.counters.iter().map(|group| list(group)).collect();
            let file = self.file.clone();
            self.setting("counters", &format!("[{}]", groups.join(", ")), &file);
        }
    }

    fn tables(&mut self, config: &Config) {
        if !config.severity.is_empty() {
            self.out.push_str("\n[severity]\n");
            for (kind, setting) in &config.severity {
                let origin = self.origin(Some(setting), false);
                self.setting(kind.id(), &quoted(setting.value.id()), &origin);
            }
        }
        config.rules.iter().for_each(|rule| self.rule(rule));
        let file = self.file.clone();
        for Alias { name, also } in &config.aliases {
            let _ = writeln!(self.out, "\n[[alias]] # {file}");
            let _ = writeln!(self.out, "name = {}\nalso = {}", quoted(name), list(also));
        }
        for HouseFact { name, role, from, until } in &config.facts {
            let _ = writeln!(self.out, "\n[[fact]] # {file}");
            self.lines([
                ("name", Some(quoted(name))),
                ("role", role.as_deref().map(quoted)),
                ("from", from.map(|day| day.to_string())),
                ("until", until.map(|day| day.to_string())),
            ]);
        }
    }

    fn rule(&mut self, rule: &Rule) {
        let kinds: Vec<&str> = rule.without.iter().map(|kind| kind.id()).collect();
        let head = match &rule.whom {
            Whom::Path(glob) => ("path", [("glob", Some(quoted(glob))), ("also", None)]),
            Whom::Source(names) => {
                let also = Some(&names[1..]).filter(|also| !also.is_empty()).map(list);
                ("source", [("name", names.first().map(|name| quoted(name))), ("also", also)])
            }
        };
        let _ = writeln!(self.out, "\n[[{}]] # {}:{}", head.0, self.file, rule.line);
        self.lines(head.1);
        self.lines([
            ("source", rule.source.as_deref().map(quoted)),
            ("published", rule.published.map(|day| day.to_string())),
            ("lineage", rule.lineage.as_deref().map(quoted)),
            ("without", (!kinds.is_empty()).then(|| list(&kinds))),
        ]);
    }

    fn lines<const N: usize>(&mut self, lines: [(&str, Option<String>); N]) {
        for (key, value) in lines {
            if let Some(value) = value {
                let _ = writeln!(self.out, "{key} = {value}");
            }
        }
    }
}

fn quoted(words: &str) -> String {
    toml::Value::String(words.to_owned()).to_string()
}

fn list(words: &[impl AsRef<str>]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word.as_ref())).collect();
    format!("[{}]", words.join(", "))
}
