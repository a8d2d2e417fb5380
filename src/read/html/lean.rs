//! A page's source to the part of it that can hold words and particulars.
//!
//! Programs, styles, drawings, comments and pictures written into attributes go
//! before anything is built from the page, and marks nest no deeper than a
//! browser lets them: so a page of any size or shape is read in linear time.

/// Marks open at one time; browsers stop at 512, real pages hardly reach 60.
const DEEPEST: usize = 200;

/// Longest value of an attribute that is kept: pictures and programs are longer,
/// titles, dates and addresses shorter.
const LONGEST_VALUE: usize = 2048;

/// Elements that go with all they hold.
const DROPPED: [&str; 12] = [
    "audio", "canvas", "iframe", "math", "noscript", "object", "select", "style", "svg", "template",
    "textarea", "video",
];

/// Marks that only say how letters look, and go: unclosed ones would wrap all that follows.
const LOOKS: [&str; 14] =
    ["b", "big", "center", "code", "em", "font", "i", "mark", "nobr", "small", "strong", "tt", "u", "wbr"];

/// Elements that hold nothing and are never closed.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"];

/// Elements whose end the next of their kind implies: they do not nest by being left open.
const SELF_ENDING: [&str; 14] =
    ["body", "caption", "dd", "dt", "head", "html", "li", "option", "p", "tbody", "td", "tfoot", "th", "tr"];

/// The source without what is dropped.
pub(super) fn lean(source: &str) -> String {
    let mut page = Page { source, out: String::with_capacity(source.len().min(1 << 20)), ..Page::default() };
    page.scan();
    page.out
}

#[derive(Default)]
struct Page<'s> {
    source: &'s str,
    out: String,
    /// Names of the open marks.
    open: Vec<String>,
    /// Names that are known not to be closed any more.
    never_closed: Vec<String>,
}

/// One mark: `<name …>` or `</name>`.
struct Mark<'s> {
    name: String,
    is_end: bool,
    /// What stands between the name and `>`.
    attributes: &'s str,
    /// Byte after `>`.
    end: usize,
}

impl<'s> Page<'s> {
    fn scan(&mut self) {
        let mut at = 0;
        while let Some(found) = self.source[at..].find('<') {
            let start = at + found;
            self.out.push_str(&self.source[at..start]);
            let rest = &self.source[start..];
            at = if let Some(comment) = rest.strip_prefix("<!--") {
                // An open comment holds the rest, as in a browser.
                comment.find("-->").map_or(self.source.len(), |end| start + 4 + end + 3)
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                rest.find('>').map_or(self.source.len(), |end| start + end + 1)
            } else if rest[1..].starts_with(|c: char| c == '/' || c.is_ascii_alphabetic()) {
                match mark(self.source, start) {
                    Some(mark) => self.mark(&mark),
                    // A mark that never ends holds the rest.
                    None => self.source.len(),
                }
            } else {
                self.out.push_str("&lt;");
                start + 1
            };
        }
        self.out.push_str(&self.source[at..]);
    }

    /// Takes a mark over or leaves it out; where to go on.
    fn mark(&mut self, mark: &Mark<'s>) -> usize {
        let name = mark.name.as_str();
        if mark.is_end {
            self.close(name);
        } else if name == "script" {
            let end = self.end_of(mark).unwrap_or(self.source.len());
            if mark.attributes.to_ascii_lowercase().contains("ld+json") {
                self.out.push_str("<script type=\"application/ld+json\">");
                self.out.push_str(&self.source[mark.end..end]);
                self.out.push_str("</script>");
            }
            return end;
        } else if DROPPED.contains(&name) {
            // What is never closed loses its mark only.
            return self.end_of(mark).unwrap_or(mark.end);
        } else if name == "plaintext" || name == "xmp" || name == "frameset" || LOOKS.contains(&name) {
            return mark.end;
        } else {
            self.open(name, mark.attributes);
        }
        mark.end
    }

    fn open(&mut self, name: &str, attributes: &str) {
        // Words struck out are deleted words.
        let name = if matches!(name, "s" | "strike") { "del" } else { name };
        let is_alone = VOID.contains(&name) || SELF_ENDING.contains(&name);
        if !is_alone {
            if self.open.len() >= DEEPEST {
                return;
            }
            self.open.push(name.to_owned());
        }
        self.out.push('<');
        self.out.push_str(name);
        push_attributes(&mut self.out, attributes);
        self.out.push('>');
    }

    fn close(&mut self, name: &str) {
        let name = if matches!(name, "s" | "strike") { "del" } else { name };
        if !SELF_ENDING.contains(&name) {
            let Some(at) = self.open.iter().rposition(|open| open == name) else { return };
            self.open.truncate(at);
        }
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Where the element that `mark` opens has its end mark begin.
    fn end_of(&mut self, mark: &Mark<'s>) -> Option<usize> {
        if self.never_closed.contains(&mark.name) {
            return None;
        }
        let is_end = |at: usize| {
            let name = self.source.as_bytes().get(at + 2..at + 2 + mark.name.len());
            name.is_some_and(|name| name.eq_ignore_ascii_case(mark.name.as_bytes()))
        };
        let rest = &self.source[mark.end..];
        let end = rest.match_indices("</").map(|(at, _)| mark.end + at).find(|&at| is_end(at));
        if end.is_none() {
            self.never_closed.push(mark.name.clone());
        }
        end
    }
}

/// The mark that starts at `start`; `None` if it never ends.
fn mark(source: &str, start: usize) -> Option<Mark<'_>> {
    let is_end = source[start + 1..].starts_with('/');
    let name_start = start + 1 + usize::from(is_end);
    let name_length =
        source[name_start..].find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'))?;
    let name = source[name_start..name_start + name_length].to_ascii_lowercase();
    let inside = name_start + name_length;
    let bytes = source.as_bytes();
    let mut at = inside;
    loop {
        match bytes.get(at)? {
            b'>' => break,
            // A mark of quotation counts where a value begins; elsewhere it is a letter.
            quote @ (b'"' | b'\'') if begins_value(source, at) => {
                let quote = if *quote == b'"' { '"' } else { '\'' };
                at += 1 + source[at + 1..].find(quote)? + 1;
            }
            _ => at += 1,
        }
    }
    Some(Mark { name, is_end, attributes: &source[inside..at], end: at + 1 })
}

fn begins_value(source: &str, at: usize) -> bool {
    let before = source[..at].bytes().rev().find(|byte| !byte.is_ascii_whitespace());
    before == Some(b'=')
}

/// The attributes, values that are too long for words left empty.
fn push_attributes(out: &mut String, attributes: &str) {
    if attributes.len() <= LONGEST_VALUE {
        out.push_str(attributes);
        return;
    }
    let mut at = 0;
    while let Some(found) = attributes[at..].find(['"', '\'']) {
        let open = at + found;
        let quote = if attributes.as_bytes()[open] == b'"' { '"' } else { '\'' };
        out.push_str(&attributes[at..=open]);
        let Some(length) = attributes[open + 1..].find(quote).filter(|_| begins_value(attributes, open))
        else {
            at = open + 1;
            continue;
        };
        if length <= LONGEST_VALUE {
            out.push_str(&attributes[open + 1..open + 1 + length]);
        }
        out.push(quote);
        at = open + 1 + length + 1;
    }
    let rest = &attributes[at..];
    if rest.len() <= LONGEST_VALUE {
        out.push_str(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_styles_and_drawings_go() {
        let page = "<p>One<!-- two --><script>if (a < b) \"</p>\"</script><STYLE>p > a {}</style>\
            <svg><text>three</text></svg> four<noscript>Please enable five</noscript></p>";
        assert_eq!(lean(page), "<p>One four</p>");
    }

    #[test]
    fn particulars_stay() {
        let page = "<script type='application/ld+json'>{\"a\": \"<b>\"}</script>";
        assert_eq!(lean(page), "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>");
        assert_eq!(lean("<meta name=\"a\" content=\"b > c\">"), "<meta name=\"a\" content=\"b > c\">");
    }

    #[test]
    fn pictures_in_attributes_go_and_the_mark_stays() {
        let page = format!("<img alt=\"The bridge\" src='data:{}' class=x>", "A".repeat(9000));
        assert_eq!(lean(&page), "<img alt=\"The bridge\" src='' class=x>");
    }

    #[test]
    fn marks_of_looks_go_and_struck_words_are_known() {
        assert_eq!(lean("<b>T</b>he <s>12</s> <strong>14</strong>"), "The <del>12</del> 14");
    }

    #[test]
    fn nothing_nests_without_end() {
        let deep = lean(&"<div>".repeat(100_000));
        assert_eq!(deep.matches("<div>").count(), DEEPEST);
        assert_eq!(lean("<p>One<p>Two<ul><li>Three<li>Four</ul>").matches("<li>").count(), 2);
        assert_eq!(lean("<div><span></div><div></div>"), "<div><span></div><div></div>");
    }

    #[test]
    fn broken_marks_end_somewhere() {
        assert_eq!(lean("5 < 6 and <a href=\"x"), "5 &lt; 6 and ");
        assert_eq!(lean("<p>it's <em title=it's>so</em>"), "<p>it's so");
        assert_eq!(lean("One <!-- two"), "One ");
        assert_eq!(lean("<svg>One"), "One");
        assert_eq!(lean("<script>One"), "");
        assert_eq!(lean("caf\u{e9} <\u{e9}> <"), "caf\u{e9} &lt;\u{e9}> &lt;");
    }
}
