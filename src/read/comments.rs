//! Comments of an article, `<!-- … -->`: for those who work on it, not for its readers.
//!
//! They are no words of the article. Formats are given the text with every comment
//! made into ends of lines, byte for byte, so that a comment parts paragraphs as a
//! blank line does and every other place stays where it is.

use std::borrow::Cow;
use std::ops::Range;

use crate::article::Comment;

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// The comments of `text`, in order.
pub(super) fn comments(text: &str) -> Vec<Comment> {
    let words = |range: &Range<usize>| text[range.start + OPEN.len()..range.end - CLOSE.len()].to_owned();
    ranges(text).into_iter().map(|range| Comment { words: words(&range), range }).collect()
}

/// The comments of a page out of which `text` was taken, each where its next words stand.
///
/// The next words are those up to the next mark-up; a comment is placed at the first
/// stretch of them that the text has, and one with nothing of the text after it is
/// placed at the words before it.
#[allow(dead_code)] // for formats whose text is not the file
pub(super) fn comments_of_page(page: &str, text: &str) -> Vec<Comment> {
    let mut found = Vec::new();
    let mut from = 0;
    let bare = without_comments(page);
    for comment in comments(page) {
        let after =
            runs(&bare[comment.range.end..]).find_map(|run| text[from..].find(run).map(|at| from + at));
        let before = || runs(&bare[..comment.range.start]).filter_map(|run| text.rfind(run)).last();
        let Some(at) = after.or_else(before) else { continue };
        from = at;
        found.push(Comment { range: at..at, ..comment });
    }
    found
}

/// Stretches of words between mark-up, without white space at their ends; those too
/// short to be known again are left out.
fn runs(page: &str) -> impl Iterator<Item = &str> {
    let words = page.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words));
    let lines = words.flat_map(|words| words.split(['\n', '&']));
    lines.map(str::trim).filter(|line| line.len() >= SHORTEST_RUN)
}

/// Fewest bytes of words by which a place is known again: "The road was wet".
const SHORTEST_RUN: usize = 12;

/// Where comments stand, marks included; one that is never closed is none.
fn ranges(text: &str) -> Vec<Range<usize>> {
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
    let comments = ranges(text);
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
        let words: Vec<String> = comments(text).into_iter().map(|c| c.words).collect();
        assert_eq!(words, [" two\nthree ", " five "]);
    }

    #[test]
    fn a_comment_of_a_page_stands_at_its_next_words() {
        let page = "<html><!-- a --><head><title>x</title></head><body><p>Ten people died on Friday.</p>\n\
            <!-- b --><p>The <b>road to Marlow</b> was wet &amp; narrow.<!-- c --></p><!-- d --></body>";
        let text = "Ten people died on Friday.\nThe road to Marlow was wet & narrow.\n";
        let places: Vec<(String, usize)> =
            comments_of_page(page, text).into_iter().map(|c| (c.words, c.range.start)).collect();
        let road = text.find("road").unwrap_or(0);
        let place = |words: &str, at| (words.to_owned(), at);
        assert_eq!(places, [place(" a ", 0), place(" b ", road), place(" c ", road), place(" d ", road)]);
        assert_eq!(comments_of_page("<p><!-- a -->Other words than the text.", text), []);
    }
}
