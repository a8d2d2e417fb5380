//! What a misspelt name was most likely meant to be: a kind, a key, a file.

/// Below this, a suggestion is a guess: "toll" and "role" reach 0.67, "quotes" and
/// "quote-speaker" 0.86.
const ALIKE: f64 = 0.75;

/// The name of `known` that is fewest slips away from `given`; without a slip that is
/// none, the one most like it, if any is like it. Case and `_` for `-` are no slips.
pub fn nearest<'k>(given: &str, known: &[&'k str]) -> Option<&'k str> {
    let given = plain(given);
    let by_slips = known.iter().filter_map(|name| Some((slips(&given, &plain(name))?, *name))).min();
    let likeness = |name: &&'k str| (strsim::jaro_winkler(&given, &plain(name)), *name);
    let most_like = || known.iter().map(likeness).max_by(|a, b| a.0.total_cmp(&b.0));
    let is_like = |(likeness, _): &(f64, &str)| *likeness >= ALIKE;
    by_slips.map(|(_, name)| name).or_else(|| most_like().filter(is_like).map(|(_, name)| name))
}

fn plain(name: &str) -> String {
    name.to_lowercase().replace('_', "-")
}

/// Letters to change to come from one name to the other; `None` if that is no slip.
fn slips(given: &str, name: &str) -> Option<usize> {
    let length = given.chars().count();
    let slips = strsim::osa_distance(given, name);
    // One slip in a short name, another with every five letters more.
    (slips <= 1 + length / 5 && slips < length).then_some(slips)
}

/// As [`nearest`], where the names are not ours to know and most are like none: a slip, or
/// a name whose beginning was given ("courier" for "courier.txt").
pub fn slip_of<'k>(given: &str, known: &[&'k str]) -> Option<&'k str> {
    let given = plain(given);
    let begins = |name: &&'k str| given.chars().count() > 1 && plain(name).starts_with(&given);
    let by_slips = known.iter().filter_map(|name| Some((slips(&given, &plain(name))?, *name))).min();
    by_slips.map(|(_, name)| name).or_else(|| known.iter().copied().find(|name| begins(name)))
}

/// "did you mean …?", or `otherwise` where nothing is near.
pub fn suggestion(given: &str, known: &[&str], otherwise: &str) -> String {
    nearest(given, known).map_or_else(|| otherwise.to_owned(), |near| format!("did you mean `{near}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_mended_and_another_word_is_not() {
        let known = ["min-confidence", "fail-on", "severity"];
        assert_eq!(nearest("min_confidence", &known), Some("min-confidence"));
        assert_eq!(nearest("severty", &known), Some("severity"));
        assert_eq!(nearest("colour", &known), None);
        assert_eq!(nearest("scr", &["src", "docs"]), Some("src"));
        assert_eq!(nearest("READ.md", &["README.md", "ROAD.txt"]), Some("README.md"));
        assert_eq!(nearest("x", &["y", "docs"]), None);
        assert_eq!(suggestion("colour", &known, "see the reference"), "see the reference");
    }

    #[test]
    fn a_file_is_named_for_a_slip_or_its_beginning_and_for_no_likeness() {
        let files = ["courier.txt", "e.html", "no-read"];
        assert_eq!(slip_of("courrier.txt", &files), Some("courier.txt"));
        assert_eq!(slip_of("courier", &files), Some("courier.txt"));
        assert_eq!(slip_of("nope.toml", &files), None);
        assert_eq!(slip_of("c", &files), None);
    }
}
