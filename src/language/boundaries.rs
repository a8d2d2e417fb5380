//! Sentence boundaries: from the tokens of a block to sentences.
//!
//! A boundary needs a mark that can end a sentence and, after any closing marks,
//! something that can begin one. In doubt a sentence goes on.

use super::abbreviations::{self, Abbreviation, starts_sentence};
use super::sentence::SentenceRange;
use super::{Annotation, Token};

/// Most tokens a sentence may have. The longest in the treebanks has 160; what is
/// longer is a table or a list, and a parser need not read it as one.
const LONGEST: usize = 400;

/// Appends the sentences of a block, whose tokens are those from `first` on.
pub(super) fn read(
    text: &str,
    block: usize,
    is_headline: bool,
    first: usize,
    annotation: &mut Annotation,
) {
    let Annotation {
        tokens,
        sentences,
        names,
        words,
    } = annotation;
    let block_of = BlockTokens {
        text,
        words,
        tokens: &tokens[first..],
        is_headline,
    };
    let mut start = 0;
    let mut is_quoting = false;
    let mut token = 0;
    while token < block_of.tokens.len() {
        let mark = block_of.mark(token);
        let last = block_of.with_closers(token, mark.is_some(), &mut is_quoting);
        let end = last + 1;
        let is_end = end == block_of.tokens.len()
            || end - start >= LONGEST
            || block_of.line_ends(last, mark.is_some())
            || mark.is_some_and(|mark| block_of.is_boundary(mark, start, token, last));
        if is_end {
            sentences.push(SentenceRange {
                tokens: ((first + start) as u32, (first + end) as u32),
                names: (names.len() as u32, names.len() as u32),
                block: block as u32,
            });
            start = end;
        }
        token = end;
    }
}

/// What may end a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A full stop.
    Stop,
    /// A question or exclamation mark, or several.
    Question,
    /// Two stops or more, or "…".
    Ellipsis,
    /// A word with its own stop: an abbreviation, an acronym, an initial.
    Abbreviation,
}

/// What stands after a mark and its closing marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// A word that does not begin with a small letter.
    Capital,
    Small,
    Figure,
    /// A sign that begins a figure, a handle or a list line: "$", "@", "•".
    Sign,
    Other,
}

/// The tokens of one block.
struct BlockTokens<'a> {
    text: &'a str,
    words: &'a str,
    tokens: &'a [Token],
    is_headline: bool,
}

impl BlockTokens<'_> {
    fn surface(&self, token: usize) -> &str {
        let t = &self.tokens[token];
        &self.text[t.start as usize..t.end as usize]
    }

    fn norm(&self, token: usize) -> &str {
        let (start, end) = self.tokens[token].norm;
        &self.words[start as usize..end as usize]
    }

    fn is_glued(&self, token: usize) -> bool {
        token > 0 && self.tokens[token - 1].end == self.tokens[token].start
    }

    fn mark(&self, token: usize) -> Option<Mark> {
        let surface = self.surface(token);
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
    fn with_closers(&self, token: usize, is_mark: bool, is_quoting: &mut bool) -> usize {
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
    fn closer_len(&self, token: usize, is_quoting: bool) -> usize {
        let is_glued = self.is_glued(token);
        let goes_on = token + 1 < self.tokens.len() && self.is_glued(token + 1);
        let closes = match self.surface(token) {
            ")" | "]" | "}" | "”" | "»" | "›" => true,
            "’" | "'" | "''" | "’’" => is_glued,
            "\"" if is_glued && !goes_on => true,
            // A quote typed after the space still closes: been? "he mused.
            "\"" if goes_on && !is_glued => is_quoting && self.is_small(token + 1),
            "\"" => is_quoting,
            "[" if token + 2 < self.tokens.len() => {
                let is_figure = self.surface(token + 1).bytes().all(|b| b.is_ascii_digit());
                return if is_figure && self.surface(token + 2) == "]" {
                    3
                } else {
                    0
                };
            }
            _ => false,
        };
        usize::from(closes)
    }

    fn is_small(&self, token: usize) -> bool {
        self.surface(token).starts_with(char::is_lowercase)
    }

    /// True when the line ends after `last` and the next line is not its wrapped rest.
    fn line_ends(&self, last: usize, is_mark: bool) -> bool {
        let next = last + 1;
        let gap = self.tokens[last].end as usize..self.tokens[next].start as usize;
        match self.text[gap].bytes().filter(|&b| b == b'\n').count() {
            0 => false,
            1 => is_mark || self.is_list_line(next),
            _ => true,
        }
    }

    /// True when a list line begins at the token: "- ", "• ", "1. ", "2) ".
    fn is_list_line(&self, token: usize) -> bool {
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
    fn next_word(&self, last: usize) -> (usize, Next) {
        let mut token = last + 1;
        while token + 1 < self.tokens.len()
            && matches!(
                self.surface(token),
                "“" | "‘" | "\"" | "'" | "(" | "[" | "«" | "``" | "‘’" | "''"
            )
        {
            token += 1;
        }
        let kind = match self.surface(token).chars().next() {
            Some(c) if c.is_lowercase() => Next::Small,
            Some(c) if c.is_alphabetic() => Next::Capital,
            Some(c) if c.is_numeric() => Next::Figure,
            Some('$' | '£' | '€' | '¥' | '@' | '#' | '•' | '▪' | '●' | '■' | '*') => {
                Next::Sign
            }
            _ => Next::Other,
        };
        (token, kind)
    }

    /// Decides at a mark: `start` is where the sentence began, `token` the mark, `last`
    /// the last closing mark after it. A token follows `last`.
    fn is_boundary(&self, mark: Mark, start: usize, token: usize, last: usize) -> bool {
        let (word, next) = self.next_word(last);
        let is_glued = self.is_glued(last + 1);
        let is_closed = last > token;
        match mark {
            Mark::Stop => match next {
                Next::Capital => !self.is_list_mark(start, token),
                Next::Figure => {
                    !self.is_list_mark(start, token) && !self.is_broken_figure(token, word)
                }
                Next::Sign => !is_glued && !self.is_list_mark(start, token),
                Next::Small => !is_glued && !is_closed && self.is_small_start(start, token, word),
                Next::Other => false,
            },
            Mark::Question => match next {
                Next::Capital => {
                    let is_name = token > start && self.norm(token - 1) == "yahoo";
                    !(is_name || is_closed && self.is_speaker(word))
                }
                Next::Figure | Next::Sign => true,
                Next::Small => !is_glued && !is_closed && self.is_small_start(start, token, word),
                Next::Other => false,
            },
            Mark::Ellipsis => next == Next::Capital && token > start && !is_glued,
            Mark::Abbreviation => {
                next == Next::Capital && self.abbreviation_ends(start, token, word)
            }
        }
    }

    /// True when a sentence can begin with the small letter of `next`.
    ///
    /// It can after a word in small letters: of 260 such places in the treebanks, four
    /// go on. After a capital the mark may be of an abbreviation or a name like
    /// "Yahoo!", and "www. example. org" is an address.
    fn is_small_start(&self, start: usize, mark: usize, next: usize) -> bool {
        let is_dotted = |token: usize| {
            token + 1 < self.tokens.len()
                && self.is_glued(token + 1)
                && self.surface(token + 1) == "."
        };
        mark > start && !is_dotted(next) && {
            let word = self.surface(mark - 1);
            word.len() > 1 && word != "www" && word.chars().all(char::is_lowercase)
        }
    }

    /// True for the stop of a list number at the start of its line: "1. Water".
    fn is_list_mark(&self, start: usize, token: usize) -> bool {
        token == start + 1 && self.is_glued(token) && {
            let number = self.surface(start);
            number.len() < 3 && number.bytes().all(|b| b.is_ascii_alphanumeric())
        }
    }

    /// True for a decimal with a stray space: "2. 6m". A year before the stop, or a
    /// figure of three digits after it, make two sentences.
    fn is_broken_figure(&self, stop: usize, next: usize) -> bool {
        let is_figure = |surface: &str, longest: usize| {
            let digits = surface.bytes().take_while(u8::is_ascii_digit).count();
            (1..=longest).contains(&digits)
        };
        next == stop + 1
            && stop > 0
            && self.is_glued(stop)
            && is_figure(self.surface(stop - 1), 3)
            && is_figure(self.surface(next), 2)
    }

    /// True when a speaker follows a quotation: "“Why?” Lopez asked".
    fn is_speaker(&self, word: usize) -> bool {
        if self.is_starter(word) {
            return false;
        }
        let names = (word..self.tokens.len())
            .take(4)
            .take_while(|&t| self.surface(t).starts_with(char::is_uppercase))
            .count();
        let verb = word + names;
        verb < self.tokens.len()
            && matches!(
                self.norm(verb),
                "said"
                    | "says"
                    | "asked"
                    | "asks"
                    | "told"
                    | "wrote"
                    | "added"
                    | "replied"
                    | "shouted"
                    | "yelled"
                    | "screamed"
                    | "cried"
                    | "tweeted"
                    | "recalled"
            )
    }

    /// True when the abbreviation ends its sentence before the capitalised `word`.
    fn abbreviation_ends(&self, start: usize, token: usize, word: usize) -> bool {
        let stem = self.surface(token).trim_end_matches('.');
        match abbreviations::kind(stem) {
            Some(Abbreviation::Title | Abbreviation::Figure) => false,
            Some(Abbreviation::Last) => {
                !is_time_detail(self.surface(word), self.norm(word))
                    && !self.is_opening_time(start, token)
            }
            Some(Abbreviation::Place | Abbreviation::Small | Abbreviation::Open) | None => {
                !self.is_headline && self.is_starter(word)
            }
        }
    }

    fn is_starter(&self, word: usize) -> bool {
        let is_small_next = word + 1 < self.tokens.len() && self.is_small(word + 1);
        starts_sentence(self.surface(word), is_small_next)
    }

    /// True when the sentence so far is a time of day: "Shortly after 8 p.m." goes on
    /// with a name.
    fn is_opening_time(&self, start: usize, token: usize) -> bool {
        token - start < 6
            && matches!(
                self.norm(start),
                "at" | "about"
                    | "around"
                    | "approximately"
                    | "after"
                    | "before"
                    | "by"
                    | "from"
                    | "just"
                    | "on"
                    | "shortly"
                    | "since"
                    | "until"
            )
    }
}

/// True for what completes a time of day: "8 p.m. Thursday", "8 p.m. GMT".
fn is_time_detail(surface: &str, norm: &str) -> bool {
    let is_zone =
        (2..=4).contains(&surface.len()) && surface.bytes().all(|b| b.is_ascii_uppercase());
    is_zone
        || matches!(
            norm,
            "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
                | "mon."
                | "tues."
                | "wed."
                | "thurs."
                | "fri."
                | "sat."
                | "sun."
                | "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
                | "jan."
                | "feb."
                | "aug."
                | "sept."
                | "oct."
                | "nov."
                | "dec."
                | "eastern"
                | "central"
                | "mountain"
                | "pacific"
                | "standard"
                | "local"
                | "greenwich"
        )
}
