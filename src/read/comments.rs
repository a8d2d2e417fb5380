//! Comments of an article, `<!-- … -->`: for those who work on it, not for its readers.
//!
//! They are no words of the article. Formats are given the text with every comment
//! made into ends of lines, byte for byte, so that a comment parts paragraphs as a
//! blank line does and every other place stays where it is.

use std::borrow::Cow;
use std::ops::Range;

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// The comments of `text`, marks included; one that is never closed is none.
pub(crate) fn comments(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(OPEN).map(|at| from + at) {
        let inside = start + OPEN.len();
        let Some(end) = text[inside..].find(CLOSE).map(|at| inside + at + CLOSE.len()) else { break };
        found.push(start..end);
        from = end;
    }
    found
}

/// `text` with ends of lines in place of its comments; as long as it was.
pub(super) fn without_comments(text: &str) -> Cow<'_, str> {
    let comments = comments(text);
    if comments.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bare = String::with_capacity(text.len());
    for comment in comments {
        bare.push_str(&text[bare.len()..comment.start]);
        bare.extend(std::iter::repeat_n('\n', comment.len()));
    }
    bare.push_str(&text[bare.len()..]);
    Cow::Owned(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_become_ends_of_lines() {
        assert_eq!(without_comments("a <!-- \u{e9} --> b"), "a \n\n\n\n\n\n\n\n\n\n\n b");
        assert_eq!(without_comments("a <!-- b"), "a <!-- b");
        assert_eq!(without_comments("a <!---->b"), "a \n\n\n\n\n\n\nb");
        assert_eq!(without_comments("5 <! 6 -- 7 -->"), "5 <! 6 -- 7 -->");
    }

    #[test]
    fn a_comment_over_lines_is_one() {
        let text = "One.\n<!-- two\nthree -->\nFour. <!-- five -->";
        let words: Vec<&str> = comments(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(words, ["<!-- two\nthree -->", "<!-- five -->"]);
    }
}
