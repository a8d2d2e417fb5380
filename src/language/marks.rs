//! Marks: the tokens of a block as the search for boundaries sees them.
//!
//! What may end a sentence, what closes after it, and what stands next. Nothing is
//! decided here.

use super::Token;

/// What may end a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A full stop.
    Stop,
    /// A question or exclamation mark, or several.
    Question,
    /// Two stops or more, or "…".
    Ellipsis,
    /// A face of marks: ":)", ";-)".
    Face,
    /// A word with its own stop: an abbreviation, an acronym, an initial.
    Abbreviation,
}

/// What stands after a mark and its closing marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// A word that does not begin with a small letter.
    Capital,
    Small,
    Figure,
    /// A sign that begins a figure, a handle or a list line: "$", "@", "•".
    Sign,
    Other,
}

/// The tokens of one block.
pub(super) struct BlockTokens<'a> {
    pub text: &'a str,
    pub words: &'a str,
    pub tokens: &'a [Token],
    pub is_headline: bool,
}

impl BlockTokens<'_> {
    pub(super) fn surface(&self, token: usize) -> &str {
        let t = &self.tokens[token];
        &self.text[t.start as usize..t.end as usize]
    }

    pub(super) fn norm(&self, token: usize) -> &str {
        let (start, end) = self.tokens[token].norm;
        &self.words[start as usize..end as usize]
    }

    pub(super) fn is_glued(&self, token: usize) -> bool {
        token > 0 && self.tokens[token - 1].end == self.tokens[token].start
    }

    pub(super) fn mark(&self, token: usize) -> Option<Mark> {
        let surface = self.surface(token);
        if surface.len() > 1 && surface.starts_with([':', ';', '=']) && surface.ends_with([')', '(']) {
            return Some(Mark::Face);
        }
        if !surface.ends_with(['.', '!', '?', '…', '。', '！', '？']) {
            return None;
        }
        if surface.starts_with(char::is_alphanumeric) {
            return surface.ends_with('.').then_some(Mark::Abbreviation);
        }
        if surface.contains(['!', '?', '！', '？']) {
            return Some(Mark::Question);
        }
        if matches!(surface, "." | "。") {
            return Some(Mark::Stop);
        }
        Some(Mark::Ellipsis)
    }

    /// The last of the closing marks that follow `token`, or `token` itself when it
    /// is no mark; keeps count of straight quotes on the way.
    pub(super) fn with_closers(&self, token: usize, is_mark: bool, is_quoting: &mut bool) -> usize {
        *is_quoting ^= self.surface(token) == "\"";
        let mut last = token;
        while is_mark && last + 1 < self.tokens.len() {
            last += match self.closer_len(last + 1, *is_quoting) {
                0 => break,
                len => len,
            };
            *is_quoting ^= self.surface(last) == "\"";
        }
        last
    }

    /// How many tokens at `token` close what came before: one for a quote or bracket,
    /// three for a reference like "[4]", none for what opens.
    pub(super) fn closer_len(&self, token: usize, is_quoting: bool) -> usize {
        let is_glued = self.is_glued(token);
        let goes_on = token + 1 < self.tokens.len() && self.is_glued(token + 1);
        let closes = match self.surface(token) {
            ")" | "]" | "}" | "”" | "»" | "›" => true,
            "’" | "'" | "''" | "’’" => is_glued,
            "\"" if is_glued && !goes_on => true,
            // A quote typed after the space still closes: known? "he asked.
            "\"" if goes_on && !is_glued => is_quoting && self.is_small(token + 1),
            "\"" => is_quoting,
            "[" if token + 2 < self.tokens.len() => {
                let is_figure = self.surface(token + 1).bytes().all(|b| b.is_ascii_digit());
                return if is_figure && self.surface(token + 2) == "]" { 3 } else { 0 };
            }
            _ => false,
        };
        usize::from(closes)
    }

    pub(super) fn is_small(&self, token: usize) -> bool {
        self.surface(token).starts_with(char::is_lowercase)
    }

    /// True when the line ends after `last` and the next line is not its wrapped rest.
    pub(super) fn line_ends(&self, last: usize, is_mark: bool) -> bool {
        let next = last + 1;
        let gap = self.tokens[last].end as usize..self.tokens[next].start as usize;
        match self.text[gap].bytes().filter(|&b| b == b'\n').count() {
            0 => false,
            1 => is_mark || self.is_list_line(next),
            _ => true,
        }
    }

    /// True when a list line begins at the token: "- ", "• ", "1. ", "2) ".
    pub(super) fn is_list_line(&self, token: usize) -> bool {
        let is_followed = |token: usize| token < self.tokens.len() && !self.is_glued(token);
        match self.surface(token) {
            "-" | "–" | "—" | "*" | "•" | "·" | "▪" | "●" | "■" | "◦" => {
                is_followed(token + 1)
            }
            surface if surface.len() < 3 && surface.bytes().all(|b| b.is_ascii_digit()) => {
                is_followed(token + 2) && matches!(self.surface(token + 1), "." | ")")
            }
            _ => false,
        }
    }

    /// The first token after `last` that is no opening mark, and what it is.
    pub(super) fn next_word(&self, last: usize) -> (usize, Next) {
        let mut token = last + 1;
        while token + 1 < self.tokens.len()
            && matches!(self.surface(token), "“" | "‘" | "\"" | "'" | "(" | "[" | "«" | "``" | "‘’" | "''")
        {
            token += 1;
        }
        let kind = match self.surface(token).chars().next() {
            Some(c) if c.is_lowercase() => Next::Small,
            Some(c) if c.is_alphabetic() => Next::Capital,
            Some(c) if c.is_numeric() => Next::Figure,
            Some('$' | '£' | '€' | '¥' | '@' | '#' | '•' | '▪' | '●' | '■' | '*') => Next::Sign,
            _ => Next::Other,
        };
        (token, kind)
    }
}
