//! Figures: where a token that begins with a digit ends.
//!
//! What belongs to the number stays with it ("1,200", "9.25", "9:25", "11/12",
//! "20th", "1960s", "8.7m"); a unit written without a space does not ("58|km").

use super::chars::{at, is_apostrophe, run};
use super::word_list::WordList;

/// Units that are split from the figure before them.
const UNITS: WordList = WordList(include_str!("units.tsv"));

/// One past the last byte of the figure at `start`.
pub(super) fn end(text: &str, start: usize) -> usize {
    if let Some(end) = hyphenated(text, start) {
        return end;
    }
    let mut end = digits(text, start);
    while let Some(c) = at(text, end) {
        let after = end + c.len_utf8();
        let is_inside = match c {
            '.' | ':' | '/' => at(text, after).is_some_and(char::is_numeric),
            ',' => is_group(text, after) && end - start <= LONGEST_GROUPED,
            _ => false,
        };
        if !is_inside {
            break;
        }
        end = digits(text, after);
    }
    with_letters(text, start, end)
}

/// Longest figure, in bytes, that a comma may still go on: no newspaper counts
/// beyond quintillions, and lists of codes are longer.
const LONGEST_GROUPED: usize = 24;

fn digits(text: &str, start: usize) -> usize {
    let mut end = start;
    while let Some(c) = at(text, end).filter(|c| c.is_numeric()) {
        end += c.len_utf8();
    }
    end
}

/// True when a group of digits begins there: three, or two before another group
/// ("1,20,000").
fn is_group(text: &str, start: usize) -> bool {
    let end = digits(text, start);
    match end - start {
        3 => true,
        2 => at(text, end) == Some(',') && digits(text, end + 1) - (end + 1) > 1,
        _ => false,
    }
}

/// Figures that keep their hyphens: telephone numbers, postal codes, ISO dates.
///
/// "555-0123" is a telephone number and "500-1000" a range: a range goes up
/// and is round at both ends.
fn hyphenated(text: &str, start: usize) -> Option<usize> {
    let mut lengths = [0; 4];
    let mut parts = [""; 4];
    let mut count = 0;
    let mut byte = start;
    loop {
        let end = digits(text, byte);
        if end == byte || count == 4 {
            return None;
        }
        lengths[count] = end - byte;
        parts[count] = &text[byte..end];
        count += 1;
        byte = end;
        match at(text, end) {
            Some('-') if at(text, end + 1).is_some_and(char::is_numeric) => byte += 1,
            Some(c) if c.is_alphanumeric() => return None,
            _ => break,
        }
    }
    let is_whole = match lengths[..count] {
        [3, 3, 4] | [1, 3, 3, 4] | [4, 2, 2] | [5, 4] => true,
        [3, 4] => !(parts[0].ends_with('0') && parts[1].ends_with('0')),
        _ => false,
    };
    is_whole.then_some(byte)
}

/// Takes in the letters that belong to the figure: "th", "s", "m"; or all of them
/// when figure and letters make one name, like "3G".
fn with_letters(text: &str, start: usize, end: usize) -> usize {
    let whole = run(text, end);
    let letters = &text[end..whole];
    if letters.is_empty() {
        return if is_decade(text, start, end) {
            end + at(text, end).map_or(0, char::len_utf8) + 1
        } else {
            end
        };
    }
    let is_time = letters.len() == 1
        && letters.starts_with(['a', 'p', 'A', 'P'])
        && text[whole..]
            .get(..2)
            .is_some_and(|rest| rest.eq_ignore_ascii_case(".m"));
    let is_word =
        letters.len() > 3 && end - start > 1 && letters.bytes().all(|b| b.is_ascii_lowercase());
    if is_time || is_word || UNITS.has(letters) {
        end
    } else {
        whole
    }
}

/// "1960's" and "80's" are decades; "2003's" is a year and a possessive.
fn is_decade(text: &str, start: usize, end: usize) -> bool {
    let mut rest = text[end..].chars();
    matches!(end - start, 2 | 4)
        && text[start..end].ends_with('0')
        && rest.next().is_some_and(is_apostrophe)
        && rest.next() == Some('s')
        && !rest.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> &str {
        &text[..end(text, 0)]
    }

    #[test]
    fn a_figure_keeps_what_belongs_to_the_number() {
        for figure in [
            "67,160",
            "1,20,000",
            "9.25",
            "9:25",
            "11/12",
            "20th",
            "1960s",
            "1960's",
            "8.7m",
            "3bn",
            "40k",
            "3G",
            "2½",
            "1.5",
            "713-853-3989",
            "555-0123",
            "2024-02-29",
            "5",
        ] {
            for tail in ["", " ", ".", ", he", ")", "-year", "’"] {
                assert_eq!(first(&format!("{figure}{tail}")), figure, "{figure}{tail}");
            }
        }
    }

    #[test]
    fn what_does_not_belong_to_the_number_is_left() {
        for (text, figure) in [
            ("26,2005", "26"),
            ("3,4,5", "3"),
            ("58km", "58"),
            ("7pm", "7"),
            ("7p.m.", "7"),
            ("9:25am", "9:25"),
            ("12people", "12"),
            ("10-15", "10"),
            ("500-1000", "500"),
            ("1998-2001", "1998"),
            ("2003's", "2003"),
            ("9: 25", "9"),
            ("2. 6m", "2"),
            ("5%", "5"),
            ("20-point", "20"),
            ("1,2000", "1"),
            ("50°C", "50"),
        ] {
            assert_eq!(first(text), figure, "{text}");
        }
    }
}
