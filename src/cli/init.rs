//! `factdiff init`: a factdiff.toml to begin with, every setting commented out.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use factdiff::config::{NAME, starter::STARTER};

use super::{Failure, Outcome, tell};

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct InitArguments {
    /// Folder of the file: articles in it and below are checked as the file says
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,

    /// Write over a factdiff.toml that is there
    #[arg(long)]
    force: bool,
}

const EXAMPLES: &str = "\
Examples:
  factdiff init                 writes factdiff.toml into this folder
  factdiff init stories         writes stories/factdiff.toml

Exit code: 0 written, 2 not written";

/// Writes the file.
pub fn run(arguments: &InitArguments) -> Result<Outcome, Failure> {
    let path = arguments.folder.join(NAME);
    let shown = path.strip_prefix(".").unwrap_or(&path).display();
    if path.exists() && !arguments.force {
        return Err(Failure::told(format_args!(
            "cannot write {shown}: it is there already\n   look at it first; `--force` writes over it"
        )));
    }
    fs::write(&path, STARTER).map_err(|cause| {
        let advice = "name a folder that is there and may be written to";
        Failure::told(format_args!("cannot write {shown}: {cause}\n   {advice}"))
    })?;
    tell(format_args!("wrote {shown}; take the # off the lines you want"));
    Ok(Outcome::Nothing)
}
