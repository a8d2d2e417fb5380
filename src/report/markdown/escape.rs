//! An article's words as Markdown text: what they say is shown and nothing of it runs.
//!
//! A comment is read by three: the Markdown parser, the sanitiser of HTML, and the forge,
//! which makes links of names (`@desk`), numbers (`#12`), addresses and emoji codes in
//! the finished text. A backslash stops the first only; a space without width stops the last.

/// U+200B, zero width space, as an entity so that it can be seen in the source.
const APART: &str = "&#8203;";

/// The words on one line, for any place but the start of one.
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut before = "";
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Sums of money are no formulas: the way out that GitHub documents, and the usual one.
            '$' => out.push_str("<span>\\$</span>"),
            '@' | '#' => {
                out.push(c);
                out.push_str(APART);
            }
            ':' if after.starts_with("//") || is_emoji_code(after) => {
                out.push(c);
                out.push_str(APART);
            }
            '.' if ends_with_word(before, "www") => {
                out.push_str(APART);
                out.push(c);
            }
            '-' if ends_with_word(before, "gh") => {
                out.push(c);
                out.push_str(APART);
            }
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            _ if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => out.push(' '),
            _ => out.push(c),
        }
        before = &text[..at + c.len_utf8()];
    }
    out
}

/// `smile:` after a colon.
fn is_emoji_code(after: &str) -> bool {
    let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || "_+-".contains(c)));
    end.is_some_and(|end| end > 0 && after[end..].starts_with(':'))
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()) else { return false };
    let is_word = text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(word));
    is_word && !text[..start].ends_with(|c: char| c.is_alphanumeric())
}

/// The words in a code span, where nothing is markup.
pub fn code(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let longest = line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A space at both ends is taken away again by the parser.
    let pad = if line.starts_with(['`', ' ']) || line.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{pad}{line}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    const NASTY: [&str; 14] = [
        "*bold* _soft_ ~~gone~~ `code` \\* ***",
        "<script>alert(1)</script> <b>x</b> <!-- y --> &lt; &copy;",
        "[a](http://evil.example) ![i](x) [b][c] [^1] https://evil.example www.evil.example",
        "@desk, mail@desk.example and org/team@desk",
        "#12, GH-12, org/repo#3 and gh-4",
        "a | b || c",
        "$5 and $6, $x^2$, $$y$$",
        ":smile: :+1: at 8:30:15",
        "{+ added +} {- gone -} [[_TOC_]]",
        "“東京” 🇵🇸 café – fine!",
        "> 1. # - + = not at the start",
        "trailing backslash \\",
        "`",
        "a\u{2028}b\r\nc",
    ];

    /// All that a forge may know; none of them changes the marks of a text.
    fn forge() -> Options {
        Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)
    }

    /// What a reader sees of Markdown, and the markup that it has.
    fn seen(markdown: &str) -> (String, Vec<String>) {
        let (mut text, mut markup) = (String::new(), Vec::new());
        for event in Parser::new_ext(markdown, forge()) {
            match event {
                Event::Text(words) => text.push_str(&words),
                Event::InlineHtml(tag) if matches!(&*tag, "<span>" | "</span>") => {}
                Event::Start(Tag::Paragraph) | Event::End(_) => {}
                Event::SoftBreak => text.push('\n'),
                other => markup.push(format!("{other:?}")),
            }
        }
        (text, markup)
    }

    #[test]
    fn a_parser_sees_the_words_and_no_markup() {
        for nasty in NASTY {
            let (text, markup) = seen(&format!("said: {}", words(nasty)));
            let wanted: String =
                nasty.chars().map(|c| if c.is_control() || c == '\u{2028}' { ' ' } else { c }).collect();
            assert_eq!(text.replace('\u{200b}', ""), format!("said: {wanted}"), "{nasty}");
            assert_eq!(markup, Vec::<String>::new(), "{nasty}");
        }
    }

    #[test]
    fn what_a_forge_would_link_is_broken_up() {
        for (given, wanted) in [
            ("@desk", "@&#8203;desk"),
            ("#12", "#&#8203;12"),
            ("GH-12", "GH-&#8203;12"),
            ("high-12", "high-12"),
            (":smile:", ":&#8203;smile:"),
            ("8:30", "8:30"),
            ("https://x.example", "https:&#8203;//x.example"),
            ("www.x.example", "www&#8203;.x.example"),
            ("$5", "<span>\\$</span>5"),
        ] {
            assert_eq!(words(given), wanted);
        }
    }

    #[test]
    fn code_is_shown_as_it_is() {
        for path in ["story/ap.txt:3", "a`b``c.txt", "`", " x ", "a|b@c#1.txt"] {
            let shown = code(path);
            let events: Vec<Event> = Parser::new_ext(&shown, forge()).collect();
            assert!(
                matches!(&events[1], Event::Code(words) if words.as_ref() == path),
                "{path}: {shown}: {events:?}"
            );
        }
    }
}
