//! Sentence boundaries: from the tokens of a block to sentences.
//!
//! A boundary needs a mark that can end a sentence and, after any closing marks,
//! something that can begin one. In doubt a sentence goes on.

use super::Annotation;
use super::abbreviations::{self, Abbreviation, starts_sentence};
use super::marks::{BlockTokens, Mark, Next};
use super::sentence::SentenceRange;
use super::times::is_time_detail;
use super::unmarked::{Gap, Unmarked};

/// Most tokens a sentence may have. The longest in the treebanks has 159; what is
/// longer is a table or a list, and a parser need not read it as one.
const LONGEST: usize = 400;

/// Appends the sentences of a block, whose tokens are those from `first` on.
pub(super) fn read(
    text: &str,
    block: usize,
    is_headline: bool,
    first: usize,
    unmarked: &mut Unmarked<'_>,
    annotation: &mut Annotation,
) {
    let Annotation { tokens, sentences, names, words } = annotation;
    let block_of = BlockTokens { text, words, tokens: &tokens[first..], is_headline };
    unmarked.read(&block_of);
    let mut start = 0;
    block_of.cut(
        |gap| unmarked.ends(&block_of, gap),
        |end| {
            sentences.push(SentenceRange {
                tokens: ((first + start) as u32, (first + end) as u32),
                names: (names.len() as u32, names.len() as u32),
                block: block as u32,
            });
            start = end;
        },
    );
}

impl BlockTokens<'_> {
    /// Shows the end of every sentence to `end_at`, in order; asks `ends` where no rule
    /// can tell.
    pub(super) fn cut(&self, mut ends: impl FnMut(Gap) -> bool, mut end_at: impl FnMut(usize)) {
        let (mut start, mut token, mut next_mark) = (0, 0, 0);
        let (mut is_quoting, mut follows_unmarked) = (false, false);
        while token < self.tokens.len() {
            let mark = self.mark(token);
            let last = self.with_closers(token, mark.is_some(), &mut is_quoting);
            let next = last + 1;
            let must_end =
                next == self.tokens.len() || next - start >= LONGEST || self.line_ends(last, mark.is_some());
            let by_rule = match mark {
                _ if must_end => Some(true),
                Some(mark) => self.is_boundary(mark, start, token, last),
                None => None,
            };
            let is_unmarked_end = by_rule.is_none() && self.may_end(last) && {
                next_mark = self.next_mark(next_mark.max(next));
                ends(Gap { start, next, mark, next_mark, is_quoting, follows_unmarked })
            };
            let is_end = by_rule == Some(true);
            if is_end || is_unmarked_end {
                end_at(next);
                start = next;
                follows_unmarked = is_unmarked_end;
            }
            token = next;
        }
    }

    /// The first token from `token` on that may end a sentence.
    fn next_mark(&self, mut token: usize) -> usize {
        while token < self.tokens.len() && !matches!(self.mark(token), Some(Mark::Stop | Mark::Question)) {
            token += 1;
        }
        token
    }

    /// Decides at a mark: `start` is where the sentence began, `token` the mark, `last`
    /// the last closing mark after it. A token follows `last`. `None` where no rule can
    /// tell.
    fn is_boundary(&self, mark: Mark, start: usize, token: usize, last: usize) -> Option<bool> {
        let (word, next) = self.next_word(last);
        let is_glued = self.is_glued(last + 1);
        let is_closed = last > token;
        let is_small_start = || !is_glued && !is_closed && self.is_small_start(start, token, word);
        match mark {
            Mark::Stop => match next {
                Next::Capital => {
                    let goes_on = self.is_list_mark(start, token)
                        || self.is_weekday(token, word)
                        || self.is_spaced_ellipsis(token)
                        || (is_glued && self.is_file_name(token, word));
                    Some(!goes_on)
                }
                Next::Figure => Some(!self.is_list_mark(start, token) && !self.is_broken_figure(token, word)),
                Next::Sign => Some(!is_glued && !self.is_list_mark(start, token)),
                // "see . . . the thing"
                Next::Small if self.is_spaced_ellipsis(token) => Some(false),
                Next::Small => is_small_start().then_some(true),
                Next::Other => None,
            },
            Mark::Question => match next {
                Next::Capital => {
                    let is_name = token > start && self.norm(token - 1) == "yahoo";
                    Some(!(is_name || is_closed && self.is_speaker(word)))
                }
                Next::Figure | Next::Sign => Some(true),
                // "“Why?” he asked."
                Next::Small if is_closed => Some(false),
                Next::Small => is_small_start().then_some(true),
                Next::Other => None,
            },
            Mark::Face => (next == Next::Capital && !is_glued).then_some(true),
            Mark::Ellipsis => {
                // "He gave a figure [...] (Moore 5)." goes on with its source.
                let is_sourced = is_closed && self.surface(last + 1) == "(";
                match next {
                    Next::Capital => Some(token > start && !is_glued && !is_sourced),
                    Next::Small | Next::Figure | Next::Sign | Next::Other => None,
                }
            }
            Mark::Abbreviation => Some(next == Next::Capital && self.abbreviation_ends(start, token, word)),
        }
    }

    /// True when a sentence can begin with the small letter of `next`.
    ///
    /// It can after a word in small letters: of 260 such places in the treebanks, four
    /// go on. After a capital the mark may be of an abbreviation or a name like
    /// "Yahoo!", and "www. example. org" is an address.
    fn is_small_start(&self, start: usize, mark: usize, next: usize) -> bool {
        let is_domain = matches!(self.norm(next), "com" | "gov" | "net" | "org");
        let is_dotted =
            next + 1 < self.tokens.len() && self.is_glued(next + 1) && self.surface(next + 1) == ".";
        mark > start && !is_domain && !is_dotted && {
            let word = self.surface(mark - 1);
            word.len() > 1 && word != "www" && word.chars().all(char::is_lowercase)
        }
    }

    /// True for the stop of a list number at the start of its line: "1. Water".
    fn is_list_mark(&self, start: usize, token: usize) -> bool {
        token == start + 1 && self.is_glued(token) && {
            let number = self.surface(start);
            let is_small_roman = |b: u8| matches!(b.to_ascii_lowercase(), b'i' | b'v' | b'x');
            match number.len() {
                1 => number.bytes().all(|b| b.is_ascii_alphanumeric()),
                // "10. Water", "iv. Water"; but "No. There was none."
                2 => number.bytes().all(|b| b.is_ascii_digit()) || number.bytes().all(is_small_roman),
                _ => false,
            }
        }
    }

    /// True for the last stop of a spaced ellipsis of three: "the thing is . . . I".
    fn is_spaced_ellipsis(&self, stop: usize) -> bool {
        let stops = (0..=stop).rev().take_while(|&token| self.surface(token) == ".");
        stops.take(4).count() == 3 && !self.is_glued(stop) && !self.is_glued(stop - 1)
    }

    /// True for the stop of a short weekday before its month: "Sun. Nov. 5".
    fn is_weekday(&self, stop: usize, next: usize) -> bool {
        stop > 0
            && matches!(self.surface(stop - 1), "Mon" | "Sat" | "Sun")
            && is_time_detail(self.surface(next), self.norm(next))
    }

    /// True for a stop between a figure and capitals: "-1.DOC".
    fn is_file_name(&self, stop: usize, next: usize) -> bool {
        let capitals = self.surface(next);
        stop > 0
            && self.surface(stop - 1).ends_with(char::is_numeric)
            && capitals.chars().all(char::is_uppercase)
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
                    && !self.is_time_zone(word)
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
}
