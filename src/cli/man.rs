//! `factdiff man`: the manual, a page for the program and one for each command.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use clap_mangen::Man;

use super::{Failure, Outcome, print};

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct ManArguments {
    /// Folder for the pages, made if there is none; without it, the page of the program is printed
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  factdiff man | man -l -                         read the page of the program
  factdiff man ~/.local/share/man/man1            put all pages where man finds them";

/// Prints the page of the program, or writes all pages to a folder.
pub fn run(arguments: &ManArguments) -> Result<Outcome, Failure> {
    match &arguments.folder {
        None => {
            let mut page = Vec::new();
            Man::new(super::command()).render(&mut page).map_err(|e| Failure::writing(&e))?;
            print(&String::from_utf8_lossy(&page))?;
        }
        Some(folder) => {
            let pages =
                fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(super::command(), folder));
            pages.map_err(|e| {
                let folder = folder.display();
                Failure::told(format_args!(
                    "cannot write the manual to {folder}: {e}\n   name a folder of your own"
                ))
            })?;
        }
    }
    Ok(Outcome::Nothing)
}
