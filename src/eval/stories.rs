//! Marked stories on disk: which folders hold them, and in which of two formats.
//!
//! A story is a folder with `articles/` and beside it `truth.toml` or `gold.jsonl`; a
//! collection is a folder of stories, or one with `clusters/` and `gold/`, where
//! `gold/NAME.jsonl` marks the articles of `clusters/NAME/`.

use std::fs;
use std::path::{Path, PathBuf};

use super::mark::Mark;
use super::{gold, truth};
use crate::article::Cluster;
use crate::error::{Error, Failure};
use crate::read::{self, Warning};

/// The articles of one story with what a person marked in them.
#[derive(Debug, Clone)]
pub struct Story {
    /// The name of its folder.
    pub name: String,
    /// Its articles.
    pub cluster: Cluster,
    /// Its marks, in the order of the file.
    pub marks: Vec<Mark>,
}

/// The marked stories in these folders, in the order given; those of a collection by name.
///
/// `warn` hears of files that are no articles, and of stories of a collection that
/// nobody has marked.
///
/// # Errors
///
/// A folder without a marked story, an article or a file of marks that cannot be read,
/// a mark whose words do not stand in its article.
pub fn stories(folders: &[PathBuf], warn: &mut dyn FnMut(Warning)) -> Result<Vec<Story>, Error> {
    let mut found = Vec::new();
    for folder in folders {
        let before = found.len();
        for place in places(folder, warn)? {
            found.push(read_story(place, warn)?);
        }
        if found.len() == before {
            return Err(Failure::NoStories { path: read::shown(folder) }.into());
        }
    }
    Ok(found)
}

/// The story whose articles are in `folder` and whose marks are in the file `gold`.
///
/// # Errors
///
/// As [`stories`].
pub fn with_gold(folder: &Path, gold: &Path, warn: &mut dyn FnMut(Warning)) -> Result<Story, Error> {
    let name = name_of(folder);
    read_story(Place { name, articles: folder.to_owned(), marks: Marks::Gold(gold.to_owned()) }, warn)
}

/// Where a story is.
struct Place {
    name: String,
    articles: PathBuf,
    marks: Marks,
}

enum Marks {
    Truth(PathBuf),
    Gold(PathBuf),
}

fn read_story(place: Place, warn: &mut dyn FnMut(Warning)) -> Result<Story, Error> {
    let cluster = read::cluster(std::slice::from_ref(&place.articles), warn)?;
    let marks = match &place.marks {
        Marks::Truth(path) => truth::marks(&read::shown(path), &text(path)?, &cluster)?,
        Marks::Gold(path) => gold::marks(&read::shown(path), &text(path)?, &place.articles, &cluster)?,
    };
    Ok(Story { name: place.name, cluster, marks })
}

fn text(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|cause| read::unreadable(path, cause))
}

/// The stories of a folder: itself, those of its two folders, or those of its folders.
fn places(folder: &Path, warn: &mut dyn FnMut(Warning)) -> Result<Vec<Place>, Error> {
    let (clusters, golds) = (folder.join("clusters"), folder.join("gold"));
    if clusters.is_dir() && golds.is_dir() {
        return collection(&clusters, &golds, warn);
    }
    if folder.join("articles").is_dir() {
        return match story(folder)? {
            Some(place) => Ok(vec![place]),
            None => Err(Failure::NoStories { path: read::shown(folder) }.into()),
        };
    }
    let mut found = Vec::new();
    for inner in inside(folder)?.iter().filter(|path| path.join("articles").is_dir()) {
        match story(inner)? {
            Some(place) => found.push(place),
            None => warn(Warning::unmarked(inner)),
        }
    }
    Ok(found)
}

/// The story of a folder with `articles/`; `None` if nobody has marked it.
fn story(folder: &Path) -> Result<Option<Place>, Error> {
    let (truth, gold) = (folder.join("truth.toml"), folder.join("gold.jsonl"));
    let marks = match (truth.is_file(), gold.is_file()) {
        (true, true) => return Err(Failure::TwoFilesOfMarks { path: read::shown(folder) }.into()),
        (true, false) => Marks::Truth(truth),
        (false, true) => Marks::Gold(gold),
        (false, false) => return Ok(None),
    };
    Ok(Some(Place { name: name_of(folder), articles: folder.join("articles"), marks }))
}

fn collection(clusters: &Path, golds: &Path, warn: &mut dyn FnMut(Warning)) -> Result<Vec<Place>, Error> {
    let mut found = Vec::new();
    for gold in inside(golds)?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "jsonl")) {
        let name = gold.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        found.push(Place { articles: clusters.join(&name), name, marks: Marks::Gold(gold) });
    }
    for articles in inside(clusters)?.iter().filter(|path| path.is_dir()) {
        if !found.iter().any(|place| place.articles == **articles) {
            warn(Warning::unmarked(articles));
        }
    }
    Ok(found)
}

/// What a folder holds, sorted, hidden files left out.
fn inside(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |cause| read::unreadable(folder, cause);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn name_of(folder: &Path) -> String {
    let place = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    place.file_name().map_or_else(|| read::shown(folder), |name| name.to_string_lossy().into_owned())
}
