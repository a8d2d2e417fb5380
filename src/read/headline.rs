//! Headlines: what can be one, when two say the same, and where the site's name begins.

use super::furniture::ends_sentence;

/// Most words of a headline without a sentence's end; above it is a paragraph.
pub(super) const LONGEST: usize = 26;

/// True when a line can be the headline of what follows.
pub(super) fn is_headline(line: &str) -> bool {
    let opens = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    (2..=LONGEST).contains(&words(line))
        && (!ends_sentence(line) || line.ends_with(['?', '!', '\u{2019}', '\'']))
        && !line.ends_with([':', ',', ';'])
        && opens.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !is_name_alone(line)
}

/// "Jane Alder", "Jane R. Alder": a byline without "by".
pub(super) fn is_name_alone(line: &str) -> bool {
    let names: Vec<&str> = line.split_whitespace().collect();
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(|c| c.is_lowercase() || matches!(c, '-' | '\''))
    };
    match names.as_slice() {
        [first, last] => is_name(first) && is_name(last),
        [first, middle, last] => {
            is_name(first) && is_name(last) && middle.len() == 2 && middle.ends_with('.')
        }
        _ => false,
    }
}

/// Letters and digits only, in small letters: two lines that say the same are equal.
pub(super) fn squash(line: &str) -> String {
    line.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The part of a title that is the article's and not the site's.
///
/// "Bus falls into river | Marlow Post" gives "Bus falls into river".
pub(super) fn own_title(title: &str, source: Option<&str>) -> usize {
    let site = source.map(|source| squash(source.split('.').rfind(|part| part.len() > 3).unwrap_or(source)));
    let is_site = |tail: &str| {
        let squashed = squash(tail);
        [".com", ".org", ".net", ".co.uk"].iter().any(|ending| tail.to_lowercase().contains(ending))
            || site.as_deref().is_some_and(|site| site.len() > 2 && squashed.contains(site))
    };
    // "Bus falls into river | 12 dead" says something after the bar.
    let has_figure = |tail: &str| tail.contains(|c: char| c.is_ascii_digit());
    let cut = [" | ", " - ", " \u{2013} ", " \u{2014} ", " :: "]
        .iter()
        .flat_map(|mark| {
            title.match_indices(mark).map(|(at, mark)| (at, at + mark.len(), mark.contains('|')))
        })
        .filter(|&(at, tail, is_bar)| {
            words(&title[..at]) >= 3 && ((is_bar && !has_figure(&title[tail..])) || is_site(&title[tail..]))
        })
        .map(|(at, _, _)| at)
        .min();
    cut.unwrap_or(title.len())
}

/// How many words a line has.
pub(super) fn words(line: &str) -> usize {
    line.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_title() {
        let own = |title: &'static str, source| &title[..own_title(title, source)];
        assert_eq!(own("Bus falls into river | Post", None), "Bus falls into river");
        assert_eq!(own("Bus falls into river | 12 dead", None), "Bus falls into river | 12 dead");
        assert_eq!(
            own("Bus falls into river - Marlow 19 News Marlow, OH", Some("marlow19.com")),
            "Bus falls into river"
        );
        assert_eq!(
            own("Bus falls into river - 12 dead", Some("marlow19.com")),
            "Bus falls into river - 12 dead"
        );
        assert_eq!(own("Bus falls - post.com - Marlow, Ohio", None), "Bus falls - post.com - Marlow, Ohio");
    }

    #[test]
    fn a_name_alone_is_no_headline() {
        assert!(is_name_alone("Jane Alder") && is_name_alone("Jane R. Alder"));
        assert!(!is_headline("Jane Alder") && is_headline("Bus falls into river"));
        assert!(!is_headline("A bus fell into a river.") && !is_headline("police said"));
    }
}
