//! Explanations: the page of each kind, for `factdiff explain` and for reports that carry
//! their own help.

use crate::claim::Kind;

/// What a kind reads, in one sentence: the first of its page.
pub fn gist(kind: Kind) -> String {
    let body = explanation(kind).split("\n\n").nth(1).unwrap_or("");
    body.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The page of a kind, in Markdown.
pub fn explanation(kind: Kind) -> &'static str {
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
            assert!(explanation(kind).starts_with(&format!("# {}\n\nReads ", kind.id())), "{}", kind.id());
            let line = gist(kind);
            assert!(line.ends_with('.') && line.chars().count() <= 90, "{}: {line}", kind.id());
        }
    }
}
