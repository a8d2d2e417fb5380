//! Quotation marks: from the marks of an article to the stretches they enclose.
//!
//! Marks are paired by their shape where they have one ("“", "”"), else by what
//! stands around them. A quotation may run over paragraphs; one that is never closed
//! ends with its paragraph. Apostrophes and inches are no marks.

use super::tokens::Tokens;

/// Most paragraphs a quotation may run on without repeating its opening mark, as
/// in texts that put each sentence on a line of its own.
const LONGEST_RUN: usize = 3;

/// Most marks of a paragraph that are looked through for a partner, so that a text
/// of nothing but marks costs no more than any other.
const MOST_MARKS: usize = 64;

/// What a pair of marks encloses, in token numbers of the whole article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quoted {
    /// The opening mark.
    pub open: usize,
    /// One past the last enclosed token: the closing mark, if there is one.
    pub end: usize,
    /// True when a closing mark stands at `end`.
    pub is_closed: bool,
}

impl Quoted {
    /// One past the closing mark.
    pub fn outer_end(self) -> usize {
        self.end + usize::from(self.is_closed)
    }
}

/// Finds what the article's quotation marks enclose, in order; nested quotations
/// are part of the outer one.
pub(super) fn quoted(tokens: &Tokens<'_>) -> Vec<Quoted> {
    let marks: Vec<Mark> = (0..tokens.len()).filter_map(|at| Mark::read(tokens, at)).collect();
    let doubles: Vec<Mark> = marks.iter().copied().filter(|m| m.is_double).collect();
    let singles: Vec<Mark> = marks.into_iter().filter(|m| !m.is_double).collect();
    let mut found = pair_doubles(tokens, &doubles);
    let within = found.clone();
    let is_outside = |at: usize| {
        let next = within.partition_point(|q| q.outer_end() <= at);
        within.get(next).is_none_or(|q| at < q.open)
    };
    found.extend(pair_singles(&singles).into_iter().filter(|q| is_outside(q.open) && is_outside(q.end)));
    found.sort_by_key(|q| q.open);
    found
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Opening,
    Closing,
    Straight,
}

/// A mark with what stands around it.
#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    shape: Shape,
    is_double: bool,
    block: usize,
    is_first: bool,
    is_last: bool,
    has_space_before: bool,
    has_space_after: bool,
    /// The last character before it that is no white space, within its block.
    before: Option<char>,
    after: Option<char>,
}

impl Mark {
    fn read(tokens: &Tokens<'_>, at: usize) -> Option<Mark> {
        let (shape, is_double) = match tokens.surface(at) {
            "“" | "„" | "«" | "``" => (Shape::Opening, true),
            "”" | "»" => (Shape::Closing, true),
            "\"" | "''" | "’’" => (Shape::Straight, true),
            "‘" | "`" => (Shape::Opening, false),
            "’" | "´" => (Shape::Closing, false),
            "'" => (Shape::Straight, false),
            _ => return None,
        };
        let block = tokens.block(at);
        let is_first = at == 0 || tokens.block(at - 1) != block;
        let is_last = at + 1 == tokens.len() || tokens.block(at + 1) != block;
        Some(Mark {
            at,
            shape,
            is_double,
            block,
            is_first,
            is_last,
            has_space_before: is_first || tokens.has_space_before(at),
            has_space_after: is_last || tokens.has_space_before(at + 1),
            before: if is_first { None } else { tokens.surface(at - 1).chars().next_back() },
            after: if is_last { None } else { tokens.surface(at + 1).chars().next() },
        })
    }

    /// True when the mark can open a quotation where none is open.
    fn can_open(self) -> bool {
        let is_free = self.has_space_before || self.before.is_some_and(|c| "([{—–-/:*".contains(c));
        let is_turned = self.shape == Shape::Closing && self.has_space_before && !self.has_space_after;
        match self.shape {
            Shape::Opening => !self.is_last,
            Shape::Closing => is_turned && !self.is_last && self.is_double,
            Shape::Straight => is_free && !self.is_last,
        }
    }

    /// True when what stands around the mark fits the end of a quotation.
    fn looks_closing(self) -> bool {
        let after_stop = self.before.is_some_and(|c| ".,!?…;-—–'’".contains(c));
        match self.shape {
            Shape::Opening => false,
            Shape::Closing => true,
            Shape::Straight => after_stop || !self.has_space_before,
        }
    }
}

fn pair_doubles(tokens: &Tokens<'_>, marks: &[Mark]) -> Vec<Quoted> {
    let mut found = Vec::new();
    // The opening mark, the block reached, and how many quotations are open inside.
    let mut open: Option<(usize, usize, usize)> = None;
    for (number, &mark) in marks.iter().enumerate() {
        if let Some((at, block, _)) = open
            && mark.block != block
        {
            if mark.is_first && mark.shape != Shape::Closing && mark.block == block + 1 {
                open = Some((at, mark.block, 0));
                continue;
            }
            if !closes_from_afar(marks, number, block) {
                found.push(unclosed(tokens, at, block));
                open = None;
            }
        }
        open = match open {
            None => mark.can_open().then_some((mark.at, mark.block, 0)),
            Some((_, block, depth)) if mark.shape == Shape::Opening => {
                if is_nested(marks, number) {
                    open.map(|(at, _, _)| (at, block, depth + 1))
                } else {
                    Some((mark.at, mark.block, 0))
                }
            }
            Some((at, block, depth)) if depth > 0 => Some((at, block, depth - 1)),
            Some((at, _, _)) => {
                found.push(Quoted { open: at, end: mark.at, is_closed: true });
                None
            }
        };
    }
    if let Some((at, block, _)) = open {
        found.push(unclosed(tokens, at, block));
    }
    found.retain(|q| q.open + 1 < q.end);
    found
}

/// A quotation that ends with its block.
fn unclosed(tokens: &Tokens<'_>, open: usize, block: usize) -> Quoted {
    let inside = (open..tokens.len()).take_while(|&at| tokens.block(at) <= block);
    Quoted { open, end: inside.last().map_or(open, |at| at + 1), is_closed: false }
}

/// True when the mark ends a quotation that was opened in an earlier block: it looks
/// so, and it leaves the marks of its own block unpaired.
fn closes_from_afar(marks: &[Mark], number: usize, block: usize) -> bool {
    let mark = marks[number];
    let in_block = marks[number..].iter().take_while(|m| m.block == mark.block);
    let is_odd = mark.shape == Shape::Closing || in_block.count() % 2 == 1;
    mark.block <= block + LONGEST_RUN && mark.looks_closing() && is_odd
}

/// True when the opening mark inside an open quotation is closed for itself, so that
/// the outer one still finds its own closing mark in the block.
fn is_nested(marks: &[Mark], number: usize) -> bool {
    let rest = marks[number..].iter().take(MOST_MARKS).take_while(|m| m.block == marks[number].block);
    let (mut opening, mut closing) = (0, 0);
    for mark in rest {
        match mark.shape {
            Shape::Opening => opening += 1,
            Shape::Closing | Shape::Straight => closing += 1,
        }
    }
    closing > opening
}

/// Pairs single marks within a block; an apostrophe after a word ("the miners'
/// lamps") ends a quotation only if one is open and nothing better follows.
fn pair_singles(marks: &[Mark]) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    for (number, mark) in marks.iter().enumerate() {
        let is_taken = found.last().is_some_and(|q| mark.at < q.outer_end());
        let opens = mark.has_space_before || mark.before.is_some_and(|c| "([{—–-:".contains(c));
        let begins_word = !mark.has_space_after && mark.after.is_some_and(char::is_alphanumeric);
        if is_taken || mark.shape == Shape::Closing || !opens || !begins_word {
            continue;
        }
        let rest = marks[number + 1..].iter().take(MOST_MARKS).take_while(|m| m.block == mark.block);
        let closers: Vec<&Mark> = rest
            .take_while(|m| m.shape != Shape::Opening)
            .filter(|m| {
                !m.has_space_before && (m.has_space_after || m.after.is_some_and(|c| !c.is_alphanumeric()))
            })
            .collect();
        let after_stop = closers.iter().find(|m| m.before.is_some_and(|c| ".,!?…".contains(c)));
        if let Some(close) = after_stop.or(closers.first()) {
            found.push(Quoted { open: mark.at, end: close.at, is_closed: true });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::mention::tokens::tests::article;

    /// What the marks of the text enclose.
    fn enclosed(text: &str) -> Vec<String> {
        let article = article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let tokens = Tokens::new(&annotated);
        let spans = quoted(&tokens).into_iter().map(|q| tokens.span(q.open + 1, q.end));
        spans.map(|span| text[span.range()].replace('\n', " / ")).collect()
    }

    fn check(cases: &[(&str, &[&str])]) {
        for &(text, want) in cases {
            assert_eq!(enclosed(text), want, "{text}");
        }
    }

    #[test]
    fn marks_of_every_shape_enclose() {
        check(&[
            ("“The dam holds,” she said.", &["The dam holds,"]),
            ("\"The dam holds,\" she said.", &["The dam holds,"]),
            ("''The dam holds,'' she said.", &["The dam holds,"]),
            ("«The dam holds», she said.", &["The dam holds"]),
            ("‘The dam holds,’ she said.", &["The dam holds,"]),
            ("'The dam holds,' she said.", &["The dam holds,"]),
            ("She called it “safe” and “sound.”", &["safe", "sound."]),
        ]);
    }

    #[test]
    fn apostrophes_and_inches_do_not_enclose() {
        check(&[
            ("The miners' lamps and the owners' cars were lost.", &[]),
            ("It's the city's dam, isn't it?", &[]),
            ("He is 6' 3\" tall and she 5' 9\" at most.", &[]),
            ("'The miners' lamps were lost,' she said.", &["The miners' lamps were lost,"]),
        ]);
    }

    #[test]
    fn a_stray_space_before_the_closing_mark_does_not_open_another() {
        check(&[
            ("\"The dam holds, \"the governor told them.", &["The dam holds,"]),
            ("\"The dam holds. \"", &["The dam holds."]),
            ("She said, \"The dam holds.\"", &["The dam holds."]),
        ]);
    }

    #[test]
    fn a_quotation_goes_on_over_paragraphs() {
        check(&[
            ("“The dam holds.\n“We shall see,” she said.", &["The dam holds. / “We shall see,"]),
            ("\"The dam holds.\nWe shall see, \"she said.", &["The dam holds. / We shall see,"]),
        ]);
    }

    #[test]
    fn a_quotation_that_is_never_closed_ends_with_its_paragraph() {
        check(&[
            ("“The dam holds.\nShe left. A man called “Duke” stayed.", &["The dam holds.", "Duke"]),
            ("\"The dam holds.\nShe left. A man called \"Duke\" stayed.", &["The dam holds.", "Duke"]),
            ("The dam holds,” she said.", &[]),
        ]);
    }

    #[test]
    fn a_nested_quotation_belongs_to_the_outer_one() {
        check(&[
            ("“He said, ‘Run,’ and we ran,” she said.", &["He said, ‘Run,’ and we ran,"]),
            ("“He said “run” and we ran,” she said.", &["He said “run” and we ran,"]),
            ("\"He said, 'Run,' and we ran,\" she said.", &["He said, 'Run,' and we ran,"]),
        ]);
    }

    #[test]
    fn no_text_makes_it_fail() {
        for text in ["", "\"", "“", "”", "'", "\" \" \"", "“”", "“ ”\n”\n“", "''''\"\"''", "“\n“\n“"]
        {
            enclosed(text);
        }
    }
}
