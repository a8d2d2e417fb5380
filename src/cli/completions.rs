//! `factdiff completions`: what a shell needs to complete our commands and flags.

use clap::Args;
use clap_complete::Shell;

use super::{Failure, Outcome, print};

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct CompletionsArguments {
    /// Shell that will read the script
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  factdiff completions bash > ~/.local/share/bash-completion/completions/factdiff
  factdiff completions zsh > ~/.zfunc/_factdiff
  factdiff completions fish > ~/.config/fish/completions/factdiff.fish";

/// Prints the script.
pub fn run(arguments: &CompletionsArguments) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut super::command(), "factdiff", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Nothing)
}
