//! The words of a name as they are compared: folded, without an article before them.

use crate::lexicon::names::fold;

/// The folded words of a name or an attribution: "Gaza’s Health Ministry" gives
/// "gaza", "health" and "ministry".
pub(crate) fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| {
        let owned = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let edge = |c: char| !c.is_alphanumeric() && c != '.';
        let word = fold(owned.trim_matches(edge));
        // A full stop is part of "U.N." and of nothing that holds no other.
        let stops = word.matches('.').count();
        if stops == 1 { word.trim_end_matches('.').to_owned() } else { word }
    };
    let mut words: Vec<String> = text.split_whitespace().map(bare).filter(|w| !w.is_empty()).collect();
    if words.len() > 1 && matches!(words[0].as_str(), "the" | "a" | "an") {
        words.remove(0);
    }
    words
}

/// True when `part` stands in `whole`, its words side by side.
pub(crate) fn holds(whole: &[String], part: &[String]) -> bool {
    !part.is_empty() && whole.windows(part.len()).any(|w| w == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_bare() {
        assert_eq!(words("The Élysée,"), ["elysee"]);
        assert_eq!(words("Gaza’s Hamas-run Health Ministry"), ["gaza", "hamas-run", "health", "ministry"]);
        assert_eq!(words("the U.N."), ["u.n."]);
        assert_eq!(words("Peter J. Hale Jr."), ["peter", "j", "hale", "jr"]);
        assert_eq!(words(" — "), [""; 0]);
    }

    #[test]
    fn words_stand_side_by_side_or_not() {
        let whole = words("Nordvik's ministry of public health");
        assert!(holds(&whole, &words("public health")));
        assert!(!holds(&whole, &words("ministry health")));
        assert!(!holds(&whole, &[]));
    }
}
