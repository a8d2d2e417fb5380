//! Paths to files: folders are walked, each file is taken once, each gets a name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::nearest;
use crate::error::{Error, Failure};

/// A file to be read; standard input has no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Input {
    /// As given, for reports.
    pub path: PathBuf,
    /// The one true path, by which the same file is known again.
    pub place: Option<PathBuf>,
}

/// Files beside the articles that say how to check them.
const OURS: [&str; 2] = ["factdiff.toml", "factdiff-accepted.toml"];

/// The files at `paths`: in the order given, folders sorted by path.
pub(super) fn inputs(paths: &[PathBuf]) -> Result<Vec<Input>, Error> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for path in paths {
        if path.as_os_str() == "-" {
            if !found.iter().any(|input: &Input| input.place.is_none()) {
                found.push(Input { path: path.clone(), place: None });
            }
        } else {
            walk(path, &mut seen, &mut found)?;
        }
    }
    Ok(found)
}

fn walk(path: &Path, seen: &mut BTreeSet<PathBuf>, found: &mut Vec<Input>) -> Result<(), Error> {
    let place = path.canonicalize().map_err(|cause| unreadable(path, cause))?;
    if !seen.insert(place.clone()) {
        return Ok(());
    }
    if !place.is_dir() {
        found.push(Input { path: path.to_owned(), place: Some(place) });
        return Ok(());
    }
    let mut inside = Vec::new();
    for entry in fs::read_dir(path).map_err(|cause| unreadable(path, cause))? {
        let entry = entry.map_err(|cause| unreadable(path, cause))?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // Word keeps a small file `~$…` beside each document that is open.
        if !name.starts_with('.') && !name.starts_with("~$") && !OURS.contains(&name.as_ref()) {
            inside.push(entry.path());
        }
    }
    inside.sort();
    let pages: Vec<PathBuf> =
        inside.iter().filter(|path| is_page(path)).map(|p| p.with_extension("")).collect();
    inside.retain(|path| !is_beside_page(path, &pages));
    // A link that leads nowhere is not what the user named; the rest still is.
    inside.iter().filter(|path| path.exists()).try_for_each(|path| walk(path, seen, found))
}

fn is_page(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ["htm", "html", "xhtml"].iter().any(|e| ending.eq_ignore_ascii_case(e)))
}

/// True for the folder in which a browser keeps the pictures and frames of a saved page.
fn is_beside_page(path: &Path, pages: &[PathBuf]) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let page = ["_files", ".files", "-Dateien", "_fichiers"].iter().find_map(|end| name.strip_suffix(end));
    page.is_some_and(|page| pages.contains(&path.with_file_name(page)) && path.is_dir())
}

pub(crate) fn unreadable(path: &Path, cause: std::io::Error) -> Error {
    let nearest = nearest(path).map(|near| shown(&near));
    let path = shown(path);
    let is_address = ["http://", "https://"].iter().any(|scheme| path.starts_with(scheme));
    Error::from(match cause.kind() {
        std::io::ErrorKind::NotFound if is_address => Failure::Address { path },
        std::io::ErrorKind::NotFound => Failure::NoSuchPath { path, nearest },
        _ => Failure::Unreadable { path, cause },
    })
}

/// What a path that leads nowhere may have meant: the nearest name in the last folder that exists.
fn nearest(path: &Path) -> Option<PathBuf> {
    let or_here =
        |folder: &'_ Path| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() };
    let missing = path
        .ancestors()
        .find(|part| !part.exists() && part.parent().map(or_here).is_some_and(|f| f.is_dir()))?;
    let folder = missing.parent()?;
    let wanted = missing.file_name()?.to_string_lossy();
    let names = fs::read_dir(or_here(folder)).ok()?;
    let mut names: Vec<String> =
        names.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned())).collect();
    names.sort();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Some(folder.join(nearest::slip_of(&wanted, &names)?))
}

/// The path as reports show it, with `/` on every system.
pub(crate) fn shown(path: &Path) -> String {
    let path = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { path.into_owned() } else { path.replace('\\', "/") }
}

/// A short name for each: the file's stem, with as many folders before it as tell it apart.
///
/// Where files of one folder differ in their endings only, the endings are kept.
pub(super) fn names(inputs: &[Input]) -> Vec<String> {
    let stems: Vec<Option<PathBuf>> =
        inputs.iter().map(|input| input.place.as_ref().map(|place| place.with_extension(""))).collect();
    let mut count: BTreeMap<&PathBuf, usize> = BTreeMap::new();
    stems.iter().flatten().for_each(|stem| *count.entry(stem).or_default() += 1);
    let places: Vec<Option<&Path>> = inputs
        .iter()
        .zip(&stems)
        .map(|(input, stem)| stem.as_ref().filter(|stem| count[stem] == 1).or(input.place.as_ref()))
        .map(|place| place.map(PathBuf::as_path))
        .collect();
    let mut depth = vec![1; inputs.len()];
    loop {
        let names: Vec<String> =
            places.iter().zip(&depth).map(|(place, &depth)| tail(*place, depth)).collect();
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        names.iter().for_each(|name| *count.entry(name).or_default() += 1);
        let mut is_settled = true;
        for ((name, place), depth) in names.iter().zip(&places).zip(&mut depth) {
            if count[name.as_str()] > 1 && *depth < place.map_or(0, |place| place.components().count()) {
                *depth += 1;
                is_settled = false;
            }
        }
        if is_settled {
            return names;
        }
    }
}

/// The last `depth` parts of a path.
fn tail(place: Option<&Path>, depth: usize) -> String {
    let Some(place) = place else { return "stdin".to_owned() };
    let parts: Vec<_> = place.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts[parts.len().saturating_sub(depth)..].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(places: &[&str]) -> Vec<String> {
        let inputs: Vec<Input> = places
            .iter()
            .map(|place| Input { path: PathBuf::from(place), place: Some(PathBuf::from(place)) })
            .collect();
        names(&inputs)
    }

    #[test]
    fn a_path_misspelt_has_a_nearest_one() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(nearest(&here.join("READ.md")), Some(here.join("README.md")));
        assert_eq!(nearest(&here.join("scr/read/mod.rs")), Some(here.join("src")));
        assert_eq!(nearest(&here.join("README")), Some(here.join("README.md")));
        assert_eq!(nearest(&here.join("nothing-like-it")), None);
        assert_eq!(nearest(&here.join("x")), None);
        assert_eq!(nearest(Path::new("no/such/folder")), None);
    }

    #[test]
    fn the_stem_is_the_name() {
        assert_eq!(named(&["/s/001.txt", "/s/002.v2.txt"]), ["001", "002.v2"]);
    }

    #[test]
    fn folders_tell_equal_stems_apart() {
        assert_eq!(named(&["/s/ap/1.txt", "/s/afp/1.txt", "/s/2.txt"]), ["ap/1", "afp/1", "2"]);
        assert_eq!(named(&["/x/ap/1.txt", "/y/ap/1.txt"]), ["x/ap/1", "y/ap/1"]);
    }

    #[test]
    fn files_that_differ_in_ending_only_have_names_of_their_own() {
        assert_eq!(named(&["/s/1.txt", "/s/1.md", "/t/2.md"]), ["1.txt", "1.md", "2"]);
    }
}
