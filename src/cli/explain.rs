//! `factdiff explain`: what a kind of difference is, from its page.

use std::fmt::Write;

use clap::Args;
use factdiff::claim::Kind;

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
            Some(kind) => print(page(kind))?,
            None => return Err(unknown(id)),
        },
    }
    Ok(Outcome::Nothing)
}

fn list() -> String {
    let widest = Kind::ALL.map(|kind| kind.id().len()).into_iter().max().unwrap_or(0);
    let mut out = String::new();
    for kind in Kind::ALL {
        let _ = writeln!(out, "{:widest$}  {}", kind.id(), first_sentence(page(kind)));
    }
    out
}

/// The first paragraph after the title, on one line.
fn first_sentence(page: &str) -> String {
    let body = page.split("\n\n").nth(1).unwrap_or("");
    body.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unknown(id: &str) -> Failure {
    let nearest = Kind::ALL
        .map(|kind| (strsim::jaro_winkler(id, kind.id()), kind.id()))
        .into_iter()
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(likeness, _)| *likeness >= ALIKE);
    let hint = match nearest {
        Some((_, near)) => format!("did you mean `{near}`?"),
        None => "`factdiff explain` lists the kinds".to_owned(),
    };
    Failure::told(format_args!("no kind `{id}`\n   {hint}"))
}

/// Below this, a suggestion is a guess: "toll" and "role" reach 0.67, "quotes" and "quote-speaker" 0.86.
const ALIKE: f64 = 0.75;

fn page(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => include_str!("../../docs/kinds/count.md"),
        Kind::Percent => include_str!("../../docs/kinds/percent.md"),
        Kind::Money => include_str!("../../docs/kinds/money.md"),
        Kind::Measure => include_str!("../../docs/kinds/measure.md"),
        Kind::Duration => include_str!("../../docs/kinds/duration.md"),
        Kind::Age => include_str!("../../docs/kinds/age.md"),
        Kind::Ordinal => include_str!("../../docs/kinds/ordinal.md"),
        Kind::Date => include_str!("../../docs/kinds/date.md"),
        Kind::Time => include_str!("../../docs/kinds/time.md"),
        Kind::Name => include_str!("../../docs/kinds/name.md"),
        Kind::Role => include_str!("../../docs/kinds/role.md"),
        Kind::Office => include_str!("../../docs/kinds/office.md"),
        Kind::Place => include_str!("../../docs/kinds/place.md"),
        Kind::QuoteWording => include_str!("../../docs/kinds/quote-wording.md"),
        Kind::QuoteSpeaker => include_str!("../../docs/kinds/quote-speaker.md"),
        Kind::Weekday => include_str!("../../docs/kinds/weekday.md"),
        Kind::Sum => include_str!("../../docs/kinds/sum.md"),
        Kind::Share => include_str!("../../docs/kinds/share.md"),
        Kind::Change => include_str!("../../docs/kinds/change.md"),
        Kind::Conversion => include_str!("../../docs/kinds/conversion.md"),
        Kind::Anniversary => include_str!("../../docs/kinds/anniversary.md"),
        Kind::Outcome => include_str!("../../docs/kinds/outcome.md"),
        Kind::Superlative => include_str!("../../docs/kinds/superlative.md"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_has_its_title_and_one_sentence_that_says_what_it_reads() {
        for kind in Kind::ALL {
            assert!(page(kind).starts_with(&format!("# {}\n\nReads ", kind.id())), "{}", kind.id());
            let line = first_sentence(page(kind));
            assert!(line.ends_with('.') && line.chars().count() <= 90, "{}: {line}", kind.id());
        }
    }

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
