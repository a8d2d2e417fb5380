//! Lines to paragraphs: what a writer set as one.
//!
//! A blank line always parts. Without one, each line is a paragraph, unless the
//! file is wrapped: its lines are short, and each is as long as the next word
//! allowed. Bullets and numbers of lists stay outside.

use std::ops::Range;

use super::lines::{lines, trim};

/// Longest line of a wrapped file, in characters. Mail wraps at 72 to 80, some
/// editors at 100; a paragraph on one line of its own is longer than this.
const WIDEST: usize = 110;

/// Shortest width at which anything is wrapped.
const NARROWEST: usize = 40;

/// How far short of the widest line a full line may fall. Editors that break at
/// hyphens or keep names together leave a few columns.
const RAGGED: usize = 6;

/// The paragraphs of `text[range]`, trimmed, none blank.
pub(super) fn paragraphs(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let lines: Vec<Range<usize>> = lines(text, range).into_iter().map(|line| trim(text, line)).collect();
    let width = wrapped_width(text, &lines);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut may_continue = false;
    for (i, line) in lines.iter().enumerate() {
        let whole = line;
        let line = after_bullet(text, whole.clone());
        if !text[line.clone()].contains(char::is_alphanumeric) {
            may_continue = false;
            continue;
        }
        // A dash that wraps to the start of a line is no bullet: small letters follow.
        let is_item = line.start != whole.start && !text[line.clone()].starts_with(char::is_lowercase);
        let joins = may_continue && !is_item && continues(text, &lines[i - 1], whole, width);
        match found.last_mut() {
            Some(open) if joins => open.end = line.end,
            _ => found.push(line),
        }
        may_continue = true;
    }
    found
}

/// The width at which the file is wrapped, if it is.
fn wrapped_width(text: &str, lines: &[Range<usize>]) -> Option<usize> {
    let width = lines.iter().map(|line| length(text, line)).max()?;
    if !(NARROWEST..=WIDEST).contains(&width) {
        return None;
    }
    let neighbours =
        lines.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty()).collect::<Vec<_>>();
    let full = neighbours.iter().filter(|pair| is_full(text, &pair[0], &pair[1], width)).count();
    (full >= 2 && full * 10 >= neighbours.len() * 6).then_some(width)
}

/// True when `line` goes on with the paragraph that ends in `before`.
fn continues(text: &str, before: &Range<usize>, line: &Range<usize>, width: Option<usize>) -> bool {
    let Some(width) = width else { return false };
    is_full(text, before, line, width) || breaks_off(text, before, line, width)
}

/// True when the first word of `next` would not have fitted on `line`.
fn is_full(text: &str, line: &Range<usize>, next: &Range<usize>, width: usize) -> bool {
    let word = text[next.clone()].split_whitespace().next().map_or(0, |word| word.chars().count());
    length(text, line) + 1 + word + RAGGED > width && length(text, line) + RAGGED * 4 > width
}

/// True when a long line stops in mid-sentence and the next goes on in small letters.
fn breaks_off(text: &str, line: &Range<usize>, next: &Range<usize>, width: usize) -> bool {
    let is_open = !text[line.clone()].ends_with(['.', '!', '?', ':', '"', '\u{201d}', ')']);
    let goes_on = text[next.clone()].starts_with(char::is_lowercase);
    is_open && goes_on && length(text, line) * 2 > width
}

fn length(text: &str, line: &Range<usize>) -> usize {
    text[line.clone()].chars().count()
}

/// `line` without the bullet or number that makes it an item of a list.
fn after_bullet(text: &str, line: Range<usize>) -> Range<usize> {
    let words = &text[line.clone()];
    let rest = words
        .strip_prefix(['\u{2022}', '\u{25cf}', '\u{25aa}', '\u{25ba}', '\u{b7}'])
        .or_else(|| {
            words
                .strip_prefix(['-', '*', '+', '\u{2013}', '\u{2014}'])
                .filter(|rest| rest.starts_with([' ', '\t', '\u{a0}']))
        })
        .or_else(|| after_number(words));
    match rest {
        Some(rest) => trim(text, line.end - rest.len()..line.end),
        None => line,
    }
}

/// "2. Open the crossing", "3) Open the crossing".
fn after_number(words: &str) -> Option<&str> {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = words.len() - rest.len();
    let rest = rest.strip_prefix([')', '.']).filter(|rest| rest.starts_with([' ', '\t']))?;
    let is_item = (1..=2).contains(&digits) && rest.trim_start().starts_with(char::is_uppercase);
    is_item.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        paragraphs(text, 0..text.len()).into_iter().map(|p| &text[p]).collect()
    }

    #[test]
    fn each_line_is_a_paragraph() {
        assert_eq!(read("Ten hurt\nA bus fell.\n\nTwo died.\n"), ["Ten hurt", "A bus fell.", "Two died."]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "Bus falls into river\n\n\
            A bus with forty passengers fell into a river near the town of Marlow on\n\
            Friday, killing at least twelve people and injuring another twenty, the\n\
            regional governor said.\n\n\
            Rescue workers pulled survivors from the water until late in the evening\n\
            - with the help of fishing boats.\n";
        let found = read(text);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[1].starts_with("A bus") && found[1].ends_with("governor said."));
        assert!(found[2].ends_with("fishing boats."));
    }

    #[test]
    fn wrapped_paragraphs_need_no_blank_line() {
        let text = "A bus with forty passengers fell into a river near the town of Marlow on\n\
            Friday, killing at least twelve people.\n\
            Rescue workers pulled survivors from the water until late in the evening\n\
            with the help of fishing boats, and divers were sent from the capital in\n\
            the night.\n";
        let found = read(text);
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn short_lines_that_are_not_full_stay_apart() {
        let text = "Black hair\nSix feet tall\n220 pounds\nLast seen near the station on Friday night.";
        assert_eq!(read(text).len(), 4);
    }

    #[test]
    fn bullets_stay_outside() {
        let text = "The plan has three steps:\n-\nStop the fire.\n\u{2022}Free 20 people.\n2. Open the road.";
        assert_eq!(
            read(text),
            ["The plan has three steps:", "Stop the fire.", "Free 20 people.", "Open the road."]
        );
        assert_eq!(read("-5 degrees at night"), ["-5 degrees at night"]);
        assert_eq!(read("12.5 million fled"), ["12.5 million fled"]);
    }

    #[test]
    fn rules_of_dashes_are_no_paragraphs() {
        assert_eq!(read("One.\n\n---\n\n* * *\nTwo."), ["One.", "Two."]);
    }
}
