//! Quotations: a sentence on the lines it needs, with carets under one stretch of it.
//!
//! A news sentence is often three lines long, so only a window around the marked
//! words is shown, cut at word boundaries; marked words that are themselves too
//! long are wrapped. Widths are columns of a terminal, so that carets stand right
//! under curly quotes, Chinese and emoji.
//!
//! Own code because the renderers of compiler messages spend four lines and a
//! gutter on each place, and of those tried only annotate-snippets cuts a long
//! line at all, in the middle of words and not between two marks.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that `text` takes.
pub(super) fn columns(text: &str) -> usize {
    text.width()
}

/// The text on one line, without characters that would move the cursor: white
/// space and control characters become spaces, marks of writing direction vanish.
pub(crate) fn on_one_line(text: &str) -> String {
    let is_direction = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .filter(|&c| !is_direction(c))
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .collect()
}

/// A line of a sentence and the columns that are marked under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct QuotedLine {
    /// The words.
    pub text: String,
    /// Columns to leave blank before the carets.
    pub indent: usize,
    /// Number of carets; none for a line without marked words.
    pub carets: usize,
}

/// The part of `sentence` around `marked` that fits into `width` columns.
pub(super) fn quote(sentence: &str, marked: Range<usize>, width: usize) -> Vec<QuotedLine> {
    let parts = (sentence.get(..marked.start), sentence.get(marked.clone()), sentence.get(marked.end..));
    let (Some(before), Some(value), Some(after)) = parts else {
        let lines = wrap(&on_one_line(sentence), width);
        return lines.into_iter().map(|text| QuotedLine { text, indent: 0, carets: 0 }).collect();
    };
    let (before, value, after) = (on_one_line(before), on_one_line(value), on_one_line(after));
    let before = before.trim_start();
    let after = after.trim_end();
    let room = width.saturating_sub(columns(&value));
    if columns(before) + columns(after) <= room {
        return vec![line_of(before, &value, after)];
    }
    if room < MARGIN {
        return wrap(&value, width)
            .into_iter()
            .map(|text| QuotedLine { text, indent: 0, carets: 0 })
            .collect();
    }
    // What one side does not need goes to the other; the value is never cut.
    let left_share = room / 2;
    let right_needs = columns(after).min(room - left_share);
    let left = last_words(before, room - right_needs);
    let right = first_words(after, room - columns(&left));
    vec![line_of(&left, &value, &right)]
}

/// Fewest columns worth giving to the words around the value.
const MARGIN: usize = 16;

const CUT: &str = "…";

fn line_of(before: &str, value: &str, after: &str) -> QuotedLine {
    QuotedLine {
        text: format!("{before}{value}{after}"),
        indent: columns(before),
        carets: columns(value).max(1),
    }
}

/// As many whole words from the start of `text` as fit, with the mark of the cut.
fn first_words(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(2);
    let mut end = 0;
    for (at, _) in text.match_indices(' ') {
        if columns(&text[..at]) > room {
            break;
        }
        end = at;
    }
    let kept = if end == 0 { first_columns(text, room) } else { &text[..end] };
    format!("{} {CUT}", kept.trim_end())
}

/// As many whole words from the end of `text` as fit, with the mark of the cut.
fn last_words(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(2);
    let mut start = text.len();
    for (at, _) in text.rmatch_indices(' ') {
        if columns(&text[at + 1..]) > room {
            break;
        }
        start = at + 1;
    }
    let kept = &text[start..];
    format!("{CUT} {}", kept.trim_start_matches(' '))
}

/// The lines of `text`, broken at spaces, and within a word only if it is wider than a line.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for mut word in text.split_whitespace() {
        if !line.is_empty() && columns(&line) + 1 + columns(word) > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        while columns(word) > width {
            let head = first_columns(word, width);
            if head.is_empty() {
                break;
            }
            lines.push(head.to_owned());
            word = &word[head.len()..];
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The longest start of `text` that takes at most `width` columns.
fn first_columns(text: &str, width: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > width {
            return &text[..at];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(sentence: &str, value: &str, width: usize) -> String {
        let start = sentence.find(value).expect("the sentence holds the value");
        let lines = quote(sentence, start..start + value.len(), width);
        for line in &lines {
            assert!(columns(&line.text) <= width, "too wide: {line:?}");
        }
        let draw = |l: &QuotedLine| format!("{}\n{}{}\n", l.text, " ".repeat(l.indent), "^".repeat(l.carets));
        lines.iter().map(draw).collect()
    }

    #[test]
    fn a_short_sentence_is_shown_whole() {
        let shown = quoted("Officials put the dead at 67,160.", "67,160", 90);
        assert_eq!(shown, "Officials put the dead at 67,160.\n                          ^^^^^^\n");
    }

    #[test]
    fn a_long_sentence_is_cut_at_words_on_both_sides() {
        let sentence = "The ministry, whose figures are regarded as reliable by the United Nations, \
            says that at least 67,160 people have been killed since the war began in the strip.";
        let shown = quoted(sentence, "at least 67,160 people", 60);
        assert_eq!(
            shown,
            "… says that at least 67,160 people have been killed since …\n\
             \x20           ^^^^^^^^^^^^^^^^^^^^^^\n"
        );
    }

    #[test]
    fn what_one_side_does_not_need_goes_to_the_other() {
        let sentence = "In all 67,160 people have been killed since the war began in the strip, they said.";
        assert!(
            quoted(sentence, "67,160", 60).starts_with("In all 67,160 people have been killed since the war")
        );
    }

    #[test]
    fn carets_stand_under_wide_characters() {
        let shown = quoted("“東京の代表 🇵🇸” counted 12 dead.", "12", 60);
        assert_eq!(shown, format!("“東京の代表 🇵🇸” counted 12 dead.\n{}^^\n", " ".repeat(24)));
        let shown = quoted("He said 東京 twice.", "東京", 60);
        assert!(shown.ends_with(&format!("\n{}^^^^\n", " ".repeat(8))));
    }

    #[test]
    fn text_without_spaces_is_cut_too() {
        let shown = quoted(&format!("{}12{}", "東".repeat(60), "京".repeat(60)), "12", 40);
        assert!(shown.contains("12"));
    }

    #[test]
    fn a_value_wider_than_the_line_is_wrapped_without_carets() {
        let words = "tough and have yet to produce real progress after days of talks";
        let shown = quoted(&format!("He said they were {words}, again."), words, 30);
        assert_eq!(shown, "tough and have yet to produce\n\nreal progress after days of\n\ntalks\n\n");
    }

    #[test]
    fn nothing_in_a_sentence_moves_the_cursor() {
        let shown = quoted("A\tred \u{1b}[31mflag\r\nkilled 12 \u{202e}people", "12", 60);
        assert!(!shown.contains(['\u{1b}', '\t', '\r', '\u{202e}']));
    }

    #[test]
    fn a_range_outside_the_sentence_leaves_the_carets_out() {
        assert_eq!(quote("Twelve died.", 40..46, 60)[0].carets, 0);
        assert_eq!(quote("Zwölf starben.", 3..5, 60)[0].carets, 0);
    }
}
