//! The keys of `factdiff.toml`, one by one.

use std::path::{Path, PathBuf};

use super::articles::{Rule, Whom};
use super::document::{Document, Item, Table};
use super::{Config, Setting, glob::Glob, shown};
use crate::claim::Kind;
use crate::discrepancy::{Confidence, Severity, Verdict};
use crate::error::Error;
use crate::options::{Alias, HouseFact};
use crate::read::nearest;

const CONFIDENCES: [(&str, Confidence); 3] =
    [("low", Confidence::Low), ("medium", Confidence::Medium), ("high", Confidence::High)];

const SEVERITIES: [(&str, Severity); 3] =
    [("low", Severity::Low), ("medium", Severity::Medium), ("high", Severity::High)];

const FAIL_ON: [(&str, Option<Verdict>); 4] = [
    ("conflict", Some(Verdict::Conflict)),
    ("update", Some(Verdict::Update)),
    ("minor", Some(Verdict::Minor)),
    ("never", None),
];

/// The configuration that the document in `folder` gives.
pub(super) fn config(document: &Document, folder: PathBuf) -> Result<Config, Error> {
    let mut table = document.table()?;
    let mut config = Config { shown: Some(document.shown.clone()), ..Config::default() };
    config.kinds = setting(&mut table, "kinds", kinds)?;
    config.without = setting(&mut table, "without", kinds)?;
    config.min_confidence =
        setting(&mut table, "min-confidence", |d, item| d.choice(item, "confidence", &CONFIDENCES))?;
    config.fail_on = setting(&mut table, "fail-on", |d, item| d.choice(item, "verdict", &FAIL_ON))?;
    config.format = setting(&mut table, "format", |d, item| d.words(item, "format = \"text\""))?;
    config.hints = setting(&mut table, "hints", |d, item| d.switch(item, "hints = false"))?;
    if let Some(item) = table.take("severity") {
        config.severity = severities(document, item)?;
    }
    for (key, whom) in [("path", Whom::path as fn(_) -> _), ("source", Whom::source)] {
        for rule in tables(&mut table, key)? {
            config.rules.push(self::rule(rule, key, whom)?);
        }
    }
    for alias in tables(&mut table, "alias")? {
        config.aliases.push(self::alias(alias)?);
    }
    if let Some(item) = table.take("facts") {
        let name = document.words(&item, "facts = \"facts.toml\"")?;
        config.facts = facts_file(document, &item, &folder.join(name))?;
    }
    for fact in tables(&mut table, "fact")? {
        config.facts.push(self::fact(fact)?);
    }
    if let Some(item) = table.take("counters") {
        config.counters = counters(document, &item)?;
    }
    config.folder = Some(folder);
    table.end()?;
    if let Some(without) = config.without.as_ref().filter(|_| config.reported_kinds().is_empty()) {
        let start = document.text.split_inclusive('\n').take(without.line - 1).map(str::len).sum::<usize>();
        let problem = "this leaves no kind to report".to_owned();
        let advice = "take a kind out of `without`, or put one into `kinds`".to_owned();
        return Err(document.complaint(start..start + "without".len(), problem, advice));
    }
    Ok(config)
}

/// The value of a key with its line, if it is there.
fn setting<T>(
    table: &mut Table<'_>,
    key: &'static str,
    read: impl Fn(&Document, &Item<'_>) -> Result<T, Error>,
) -> Result<Option<Setting<T>>, Error> {
    let document = table.document;
    let Some(item) = table.take(key) else { return Ok(None) };
    let value = read(document, &item)?;
    Ok(Some(Setting { value, line: document.line(item.span().start) }))
}

fn tables<'d>(table: &mut Table<'d>, key: &'static str) -> Result<Vec<Table<'d>>, Error> {
    let document = table.document;
    table.take(key).map_or_else(|| Ok(Vec::new()), |item| document.tables(item, key))
}

fn kind_names() -> Vec<(&'static str, Kind)> {
    Kind::ALL.iter().map(|kind| (kind.id(), *kind)).collect()
}

fn kinds(document: &Document, item: &Item<'_>) -> Result<Vec<Kind>, Error> {
    let items = document.list(item, "[\"count\", \"name\"]")?;
    if items.is_empty() {
        let problem = "there is no kind in the list".to_owned();
        let advice = "name at least one, or take the line out".to_owned();
        return Err(document.complaint(item.span(), problem, advice));
    }
    items.iter().map(|item| document.choice(item, "kind", &kind_names())).collect()
}

fn severities<'d>(document: &'d Document, item: Item<'d>) -> Result<Vec<(Kind, Setting<Severity>)>, Error> {
    let table = document.inner_table(item, "severity")?;
    let mut found = Vec::new();
    for (key, item) in table.into_entries() {
        let Some(kind) = Kind::from_id(key.get_ref()) else {
            let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
            let advice = nearest::suggestion(key.get_ref(), &names, "`factdiff explain` lists the kinds");
            return Err(document.complaint(
                key.span(),
                format!("there is no kind `{}`", key.get_ref()),
                advice,
            ));
        };
        let value = document.choice(&item, "severity", &SEVERITIES)?;
        found.push((kind, Setting { value, line: document.line(key.span().start) }));
    }
    Ok(found)
}

fn rule(mut table: Table<'_>, key: &str, whom: fn(Vec<String>) -> Whom) -> Result<Rule, Error> {
    let document = table.document;
    let line = document.line(table.range.start);
    let mut rule = match key {
        "path" => {
            let item = table.need("glob", "glob = \"wires/**/*.txt\"")?;
            let words = document.words(&item, "glob = \"wires/**/*.txt\"")?;
            if let Err(problem) = Glob::new(&words) {
                let advice = "`*` stands for part of a name, `**` for folders, `?` for a letter".to_owned();
                return Err(document.complaint(item.span(), problem, advice));
            }
            Rule::new(whom(vec![words]), line)
        }
        _ => {
            let item = table.need("name", "name = \"AP\"")?;
            let mut names = vec![document.words(&item, "name = \"AP\"")?];
            if let Some(item) = table.take("also") {
                names.extend(document.list_of_words(&item, "also = [\"Associated Press\"]")?);
            }
            Rule::new(whom(names), line)
        }
    };
    if key == "path" {
        rule.source = table.take("source").map(|i| document.words(&i, "source = \"AP\"")).transpose()?;
    }
    rule.published =
        table.take("published").map(|i| document.day(&i, "published = 2025-05-11")).transpose()?;
    rule.lineage = table.take("lineage").map(|i| document.words(&i, "lineage = \"AP\"")).transpose()?;
    rule.without = table.take("without").map(|i| kinds(document, &i)).transpose()?.unwrap_or_default();
    table.end()?;
    Ok(rule)
}

fn alias(mut table: Table<'_>) -> Result<Alias, Error> {
    let document = table.document;
    let name = document.words(&table.need("name", "name = \"Kyiv\"")?, "name = \"Kyiv\"")?;
    let also = table.need("also", "also = [\"Kiev\"]")?;
    let also = document.list_of_words(&also, "also = [\"Kiev\"]")?;
    table.end()?;
    Ok(Alias { name, also })
}

fn fact(mut table: Table<'_>) -> Result<HouseFact, Error> {
    let document = table.document;
    let name = document.words(&table.need("name", "name = \"Jane Alder\"")?, "name = \"Jane Alder\"")?;
    let example = "role = \"mayor of Marlow\"";
    let role = table.take("role").map(|i| document.words(&i, example)).transpose()?;
    let from = table.take("from").map(|i| document.day(&i, "from = 2021-05-06")).transpose()?;
    let until = table.take("until");
    let last = until.as_ref().map(|i| document.day(i, "until = 2025-05-05")).transpose()?;
    if let (Some(from), Some(last), Some(item)) = (from, last, &until)
        && last < from
    {
        let problem = format!("this is before `from`, {from}");
        return Err(document.complaint(item.span(), problem, "mend one of the two days".to_owned()));
    }
    table.end()?;
    Ok(HouseFact { name, role, from, until: last })
}

/// The facts of a file of their own, which has nothing else in it.
fn facts_file(document: &Document, item: &Item<'_>, path: &Path) -> Result<Vec<HouseFact>, Error> {
    if !path.is_file() {
        let problem = format!("there is no file {}", shown(path));
        let advice = "the path starts at the folder of this file".to_owned();
        return Err(document.complaint(item.span(), problem, advice));
    }
    let document = Document::read(path, shown(path))?;
    let mut table = document.table()?;
    let facts = tables(&mut table, "fact")?.into_iter().map(fact).collect();
    table.end()?;
    facts
}

fn counters(document: &Document, item: &Item<'_>) -> Result<Vec<Vec<String>>, Error> {
    let example = "counters = [[\"ministry\", \"health ministry\"], [\"UN\", \"OCHA\"]]";
    document.list(item, example)?.iter().map(|group| document.list_of_words(group, example)).collect()
}
