//! What a misspelt name was most likely meant to be.

/// Below this, a suggestion is a guess: "toll" and "role" reach 0.67, "quotes" and
/// "quote-speaker" 0.86.
const ALIKE: f64 = 0.75;

/// The name of `known` that is most like `given`, if any is like it.
pub fn nearest<'k>(given: &str, known: &[&'k str]) -> Option<&'k str> {
    let given = given.to_lowercase().replace('_', "-");
    let likeness = |name: &&'k str| (strsim::jaro_winkler(&given, name), *name);
    let best = known.iter().map(likeness).max_by(|a, b| a.0.total_cmp(&b.0));
    best.filter(|(likeness, _)| *likeness >= ALIKE).map(|(_, name)| name)
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
        assert_eq!(suggestion("colour", &known, "see the reference"), "see the reference");
    }
}
