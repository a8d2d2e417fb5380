//! Markdown: headings, paragraphs, items and block quotes as parts.
//!
//! A part runs from its first word to its last; marks of emphasis and addresses
//! of links inside it stay, since the text is never edited.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::comments::without_comments;
use super::format::{Draft, Format, Part, Unread};
use super::furniture::ends_sentence;
use super::header::header;
use super::paragraphs::paragraphs;
use crate::article::ZoneKind;

/// `.md`, `.markdown`.
pub(super) struct Markdown;

impl Format for Markdown {
    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn read(&self, bytes: Vec<u8>) -> Result<Draft, Unread> {
        let mut draft = Draft::of_text(bytes)?;
        let header = header(&draft.text).map_err(Unread::Header)?;
        draft.parts = parts(&draft.text, header.end);
        draft.entries = header.entries;
        Ok(draft)
    }
}

fn parts(text: &str, start: usize) -> Vec<Part> {
    // To Markdown a line that begins with a comment is all markup, its words too.
    let text: &str = &without_comments(text);
    let mut block = OpenBlock { text, found: Vec::new(), kind: None, range: None };
    let mut is_code = false;
    for (event, range) in Parser::new_ext(&text[start..], Options::empty()).into_offset_iter() {
        let range = range.start + start..range.end + start;
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                block.close();
                block.kind = Some(heading(level));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => is_code = true,
            Event::End(TagEnd::CodeBlock) => {
                block.close();
                is_code = false;
            }
            Event::Start(Tag::Paragraph | Tag::Item | Tag::BlockQuote(_) | Tag::List(_)) | Event::Rule => {
                block.close();
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => block.close(),
            Event::Start(Tag::Image { .. }) if block.range.is_none() => block.kind = Some(ZoneKind::Caption),
            Event::Start(Tag::Emphasis | Tag::Strong) | Event::Text(_) | Event::Code(_) if !is_code => {
                block.add(range)
            }
            _ => {}
        }
    }
    block.close();
    block.found
}

fn heading(level: HeadingLevel) -> ZoneKind {
    if level == HeadingLevel::H1 { ZoneKind::Headline } else { ZoneKind::Subheading }
}

/// The block whose words are being gathered.
struct OpenBlock<'a> {
    text: &'a str,
    found: Vec<Part>,
    kind: Option<ZoneKind>,
    range: Option<Range<usize>>,
}

impl OpenBlock<'_> {
    fn add(&mut self, words: Range<usize>) {
        match &mut self.range {
            Some(range) => range.end = range.end.max(words.end),
            None => self.range = Some(words),
        }
    }

    fn close(&mut self) {
        let kind = self.kind.take();
        let Some(range) = self.range.take() else { return };
        match kind {
            // A line of dashes under a paragraph makes it a heading; nobody means that.
            Some(_) if !is_underlined_paragraph(self.text, &range) => {
                self.found.push(Part { range, kind });
            }
            _ => {
                let parts = paragraphs(self.text, range).into_iter();
                self.found.extend(parts.map(|range| Part { range, kind: None }));
            }
        }
    }
}

/// True for a heading without `#` that is as long as a paragraph or ends like one.
fn is_underlined_paragraph(text: &str, range: &Range<usize>) -> bool {
    let line = &text[text[..range.start].rfind('\n').map_or(0, |at| at + 1)..range.start];
    let words = &text[range.clone()];
    let count = words.split_whitespace().count();
    !line.contains(['#', '!']) && (count > 30 || (count > 3 && ends_sentence(words)) || words.ends_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Option<ZoneKind>)> {
        parts(text, 0).into_iter().map(|part| (&text[part.range], part.kind)).collect()
    }

    #[test]
    fn headings_items_and_quotes_are_parts() {
        let text = "# Bus falls into river\n\nTwelve **people** died.\n\n## What is known\n\n\
            - Forty were aboard.\n- Ten are missing.\n\n> The road was wet.\n\nA line\n======\n";
        assert_eq!(
            read(text),
            [
                ("Bus falls into river", Some(ZoneKind::Headline)),
                ("Twelve **people** died.", None),
                ("What is known", Some(ZoneKind::Subheading)),
                ("Forty were aboard.", None),
                ("Ten are missing.", None),
                ("The road was wet.", None),
                ("A line", Some(ZoneKind::Headline)),
            ]
        );
    }

    #[test]
    fn a_paragraph_over_a_dash_is_no_heading() {
        let text = "The plan has five steps:\n-\nStop the fire at once.\n-\nFree 20 people.\n\n**Update**: it failed.\n";
        assert_eq!(
            read(text),
            [
                ("The plan has five steps:", None),
                ("Stop the fire at once.", None),
                ("Free 20 people.", None),
                ("**Update**: it failed.", None),
            ]
        );
        assert_eq!(read("![The bridge](b.jpg)\n"), [("The bridge", Some(ZoneKind::Caption))]);
    }

    #[test]
    fn wrapped_lines_are_one_part() {
        let text = "A bus with forty passengers fell into a river near the town of\n\
            Marlow on Friday, killing at least twelve people and injuring\nanother twenty.\n";
        assert_eq!(read(text).len(), 1);
    }

    #[test]
    fn words_beside_a_comment_are_read_and_the_comment_is_not() {
        assert_eq!(
            read("<!-- 40? --> Ten died.\n\nTwo **fled**. <!-- who? -->\n\n- Six <!-- 7? -->\n- Eight\n"),
            [("Ten died.", None), ("Two **fled**.", None), ("Six", None), ("Eight", None)]
        );
    }

    #[test]
    fn code_and_page_markup_are_left_out() {
        let text =
            "<div>x</div>\n\n```\nlet x = 40;\n```\n\nForty died, [police said](https://example.org/40).\n";
        assert_eq!(read(text), [("Forty died, [police said](https://example.org/40).", None)]);
        let text = "Forty died, [police said](https://example.org/40)\n";
        assert_eq!(read(text), [("Forty died, [police said", None)]);
    }
}
