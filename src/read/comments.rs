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

/// The comments to us in a page out of which `text` was taken, each at the words it goes with.
///
/// These are the words before it where it stands in their paragraph. Else they are the
/// next: a comment is placed at the first stretch between mark-up that the text has, and
/// one with nothing of the text after it is placed at the last stretch before it. The
/// comments of other programs, of which pages have thousands, are left out.
#[cfg(feature = "html")]
pub(super) fn comments_of_page(page: &str, text: &str) -> Vec<Comment> {
    let mut found = Vec::new();
    let mut from = 0;
    let to_us: Vec<Comment> = comments(page).into_iter().filter(|c| is_to_us(&c.words)).collect();
    if to_us.is_empty() {
        return found;
    }
    let bare = without_comments(page);
    for comment in to_us {
        let (before, after) = (&bare[..comment.range.start], &bare[comment.range.end..]);
        let place = |run: &str| text[from..].find(run).map(|at| from + at);
        let long = |run: &&str| run.len() >= SHORTEST_RUN;
        let at = runs(paragraph_so_far(before))
            .max_by_key(|run| run.len())
            .and_then(place)
            .or_else(|| runs(after).filter(long).take(MOST_RUNS).find_map(place))
            .or_else(|| runs(before).rev().filter(long).take(MOST_RUNS).find_map(|run| text.rfind(run)));
        let Some(at) = at else { continue };
        from = at;
        found.push(Comment { range: at..at, ..comment });
    }
    found
}

#[cfg(feature = "html")]
fn is_to_us(words: &str) -> bool {
    let words = words.trim_start();
    words.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("factdiff"))
}

/// What follows the last mark-up that opens or ends a paragraph.
#[cfg(feature = "html")]
fn paragraph_so_far(page: &str) -> &str {
    let mut start = page.len();
    while let Some(open) = page[..start].rfind('<') {
        let name = page[open + 1..].trim_start_matches('/');
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        if !INSIDE_WORDS.iter().any(|inside| name.eq_ignore_ascii_case(inside)) {
            return page[open..].split_once('>').map_or("", |(_, words)| words);
        }
        start = open;
    }
    page
}

/// Mark-up that parts no paragraph.
#[cfg(feature = "html")]
const INSIDE_WORDS: [&str; 17] = [
    "a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub",
    "sup", "time",
];

/// Stretches of words between mark-up, without white space at their ends.
#[cfg(feature = "html")]
fn runs(page: &str) -> impl DoubleEndedIterator<Item = &str> {
    let words = page.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words));
    let lines = words.flat_map(|words| words.split(['\n', '&']));
    lines.map(str::trim).filter(|line| !line.is_empty())
}

/// Fewest bytes of words by which a place is known again: "The road was wet".
#[cfg(feature = "html")]
const SHORTEST_RUN: usize = 12;

/// Stretches that are looked for: menus between a comment and the words it is for may
/// have hundreds, and a page that has more is no article.
#[cfg(feature = "html")]
const MOST_RUNS: usize = 5000;

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

    #[cfg(feature = "html")]
    fn places<'t>(page: &str, text: &'t str) -> Vec<&'t str> {
        let line = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
        let first_words = |at: usize| text[line(at)..].split(' ').next().unwrap_or("");
        comments_of_page(page, text).into_iter().map(|c| first_words(c.range.start)).collect()
    }

    #[test]
    #[cfg(feature = "html")]
    fn a_comment_of_a_page_stands_at_its_next_words() {
        let page = "<html><!-- factdiff a --><head><title>x</title></head><body><p>Ten people died on Friday.</p>\n\
            <!-- factdiff b --><p>The <b>road to Marlow</b> was wet &amp; narrow.</p><!--FactDiff d--></body>";
        let text = "Ten people died on Friday.\nThe road to Marlow was wet & narrow.\n";
        assert_eq!(places(page, text), ["Ten", "The", "The"]);
        assert_eq!(comments_of_page("<p><!-- factdiff -->Other words than the text.", text), []);
        assert_eq!(
            comments_of_page(&page.replace("factdiff", "wordpress").replace("FactDiff", "x"), text),
            []
        );
    }

    #[test]
    #[cfg(feature = "html")]
    fn a_comment_in_a_paragraph_of_a_page_stands_at_its_words() {
        let text = "Ten died.\nThe road along the river to Marlow was wet.\nIt snowed on Friday.\n";
        let page = |mark: &str| {
            format!(
                "<p>Ten died.{mark}</p><p>The road along the river <b>to Marlow</b> was <i>wet</i>.</p><p>It snowed on Friday.</p>"
            )
        };
        assert_eq!(places(&page("<!-- factdiff -->"), text), ["Ten"]);
        assert_eq!(places(&page("</p><!-- factdiff --><p>"), text), ["The"]);
        let inside = page("").replace("</i>.", "</i>.<!-- factdiff -->");
        assert_eq!(places(&inside, text), ["The"]);
        let above = page("").replace("<p>It", "<!-- factdiff --><p>It");
        assert_eq!(places(&above, text), ["It"]);
    }
}
