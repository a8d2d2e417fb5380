//! Characters as the tokenizer sees them: blank, silent, of a word, or a mark.
//!
//! Silent characters (soft hyphens, zero-width spaces) may stand inside a token but
//! never begin or end one.

/// The character at a byte, which must be a character's first or the text's end.
pub(super) fn at(text: &str, byte: usize) -> Option<char> {
    match text.as_bytes().get(byte) {
        Some(&b) if b.is_ascii() => Some(b as char),
        Some(_) => text.get(byte..)?.chars().next(),
        None => None,
    }
}

/// The character before a byte.
pub(super) fn before(text: &str, byte: usize) -> Option<char> {
    text.get(..byte)?.chars().next_back()
}

/// White space and control characters: what stands between tokens.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Characters that are not printed: soft hyphen, zero-width space, marks of
/// direction, variation selectors.
pub(super) fn is_silent(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Letters and digits of any script, combining accents, and the low line.
pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || matches!(c, '\u{300}'..='\u{36F}')
}

/// Apostrophes, and the marks that are typed in their place.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// Hyphens; dashes are not.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// One past the last character of the word that goes on at `start`.
///
/// Silent characters are passed over, but the last one is of the word.
pub(super) fn run(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut byte = start;
    while let Some(c) = at(text, byte) {
        byte += c.len_utf8();
        if is_of_word(c) {
            end = byte;
        } else if !is_silent(c) {
            break;
        }
    }
    end
}

/// Where the next printed character stands, and which it is.
pub(super) fn next_printed(text: &str, mut byte: usize) -> Option<(usize, char)> {
    while let Some(c) = at(text, byte) {
        if !is_blank(c) && !is_silent(c) {
            return Some((byte, c));
        }
        byte += c.len_utf8();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_holds_silent_characters_but_never_ends_with_one() {
        assert_eq!(run("Khan, he", 0), 4);
        assert_eq!(run("cease\u{AD}fire\u{AD} now", 0), "cease\u{AD}fire".len());
        assert_eq!(run("e\u{301}lan vital", 0), "e\u{301}lan".len());
        assert_eq!(run(", he", 0), 0);
    }

    #[test]
    fn every_character_has_at_most_one_class() {
        for c in '\0'..=char::MAX {
            let classes = [is_blank(c), is_silent(c), is_of_word(c), is_hyphen(c)];
            assert!(classes.iter().filter(|&&is| is).count() < 2, "{c:?}");
        }
    }
}
