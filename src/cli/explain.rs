//! `factdiff explain`: what a kind of difference is, from its page.

use std::fmt::Write;

use clap::Args;
use factdiff::claim::Kind;
use factdiff::read::nearest;
use factdiff::report::{explanation, gist};

use super::{Failure, Outcome, print};

#[derive(Args)]
pub struct ExplainArguments {
    /// Kind to explain; without it, the kinds are listed
    #[arg(value_name = "KIND")]
    kind: Option<String>,
}

/// Prints the page of a kind, or the list of kinds.
pub fn run(arguments: &ExplainArguments) -> Result<Outcome, Failure> {
    match &arguments.kind {
        None => print(&list())?,
        Some(id) => match Kind::from_id(id) {
            Some(kind) => print(explanation(kind))?,
            None => return Err(unknown(id)),
        },
    }
    Ok(Outcome::Nothing)
}

fn list() -> String {
    let widest = Kind::ALL.map(|kind| kind.id().len()).into_iter().max().unwrap_or(0);
    let mut out = String::new();
    for kind in Kind::ALL {
        let _ = writeln!(out, "{:widest$}  {}", kind.id(), gist(kind));
    }
    out
}

fn unknown(id: &str) -> Failure {
    let hint = nearest::suggestion(id, &Kind::ALL.map(Kind::id), "`factdiff explain` lists the kinds");
    Failure::told(format_args!("no kind `{id}`\n   {hint}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_suggested_and_a_far_one_is_not() {
        let message = |id| match unknown(id) {
            Failure::Told(message) => message,
            Failure::ClosedPipe => String::new(),
        };
        assert!(message("cuont").ends_with("did you mean `count`?"));
        assert!(message("quote-speakers").ends_with("did you mean `quote-speaker`?"));
        assert!(message("xyz").ends_with("lists the kinds"));
    }
}
