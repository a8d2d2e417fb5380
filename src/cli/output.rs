//! `--output`: a report into a file, refused before the work where it cannot be written.

use std::fs;
use std::path::{Path, PathBuf};

use factdiff::article::Cluster;

use super::{Failure, print};

/// Looks whether `file` can be written, before a long check is done for nothing.
pub fn prepare(file: &Path) -> Result<(), Failure> {
    if file.is_dir() {
        return Err(Failure::told(format_args!(
            "cannot write {}: it is a folder\n   name a file in it, such as {}",
            file.display(),
            file.join("report.html").display()
        )));
    }
    let folder = folder_of(file);
    if !folder.is_dir() {
        return Err(Failure::told(format_args!(
            "cannot write {}: there is no folder {}\n   make it, or name another file",
            file.display(),
            folder.display()
        )));
    }
    Ok(())
}

/// Refuses to write over one of the articles that are checked.
pub fn spare_articles(file: &Path, cluster: &Cluster) -> Result<(), Failure> {
    let Ok(file_found) = file.canonicalize() else { return Ok(()) };
    let is_file = |path: &str| Path::new(path).canonicalize().is_ok_and(|found| found == file_found);
    if cluster.articles().iter().any(|a| is_file(&a.path)) {
        return Err(Failure::told(format_args!(
            "cannot write {}: it is one of the articles that are checked\n   name another file",
            file.display()
        )));
    }
    Ok(())
}

/// Writes into the file, if one is named, else prints; `-` is standard output as well.
pub fn deliver(file: Option<&Path>, text: &str) -> Result<(), Failure> {
    let Some(file) = file.filter(|file| *file != Path::new("-")) else { return print(text) };
    fs::write(file, text).map_err(|cause| {
        Failure::told(format_args!(
            "cannot write {}: {cause}\n   check that the file and its folder may be written",
            file.display()
        ))
    })
}

fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
