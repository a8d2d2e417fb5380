//! Tokens: from a stretch of text to words, figures and marks, each with its span.
//!
//! Follows the English Web Treebank and GUM. It parts from them where a reader of
//! figures gains: "8.7m" and "40k" stay whole, and an abbreviation keeps its stop
//! even at the end of a sentence ("p.m.", never "p.m" and ".").

use super::chars::{at, before, is_apostrophe, is_blank, is_of_word, is_silent, run};
use super::{Annotation, Features, Relation, Tag, Token, address, face, figure, word};
use std::ops::Range;

/// Largest text that is read, in bytes: positions in it, and in its normal forms,
/// must fit 32 bits.
const LARGEST: usize = u32::MAX as usize / 2;

/// Appends the tokens of a stretch of `text`, in order.
///
/// A range that is no stretch of the text, or lies beyond the two gigabytes that
/// are read, gives no tokens.
pub(super) fn read(text: &str, range: Range<usize>, annotation: &mut Annotation) {
    if text.get(range.clone()).is_none() || range.end > LARGEST {
        return;
    }
    let text = &text[..range.end];
    let mut byte = range.start;
    while let Some(c) = at(text, byte) {
        if is_blank(c) || is_silent(c) {
            byte += c.len_utf8();
        } else {
            let end = chunk_end(text, byte);
            read_chunk(text, byte..end, range.start, annotation);
            byte = end;
        }
    }
}

fn chunk_end(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    rest.find(is_blank).map_or(text.len(), |len| start + len)
}

/// Reads a stretch without white space: addresses whole, the rest between them.
fn read_chunk(text: &str, chunk: Range<usize>, floor: usize, annotation: &mut Annotation) {
    let mut byte = chunk.start;
    while byte < chunk.end {
        let address = address::first(text, byte..chunk.end);
        let stop = address.as_ref().map_or(chunk.end, |found| found.start);
        // Before an address, the text must look as if it ended there.
        let visible = if address.is_some() { &text[..stop] } else { text };
        let mut writer = Writer { text: visible, floor, annotation: &mut *annotation };
        while byte < stop {
            byte = writer.token(byte);
        }
        if let Some(found) = address {
            writer.text = text;
            writer.push(found.clone());
            byte = found.end;
        }
    }
}

struct Writer<'t, 'a> {
    text: &'t str,
    /// Where the block begins; what stands before it is not looked at.
    floor: usize,
    annotation: &'a mut Annotation,
}

impl Writer<'_, '_> {
    /// Writes the token that begins at `start`; gives the byte where it ends.
    fn token(&mut self, start: usize) -> usize {
        let text = self.text;
        let Some(c) = at(text, start) else {
            return text.len();
        };
        if is_silent(c) {
            return start + c.len_utf8();
        }
        let after = start + c.len_utf8();
        let next = at(text, after);
        let next_is = |holds: fn(char) -> bool| next.is_some_and(holds);
        let is_glued = self.is_glued(start);
        let end = match c {
            _ if c.is_numeric() => figure::end(text, start),
            '_' if next != Some('_') && next_is(is_of_word) => after,
            '_' => self.marks(start, |m| m == '_'),
            _ if is_of_word(c) => {
                return self.word(start, word::end(text, start, self.after_comma()));
            }
            '.' if next_is(char::is_numeric) && (!is_glued || self.is_after_article()) => {
                figure::end(text, after)
            }
            '+' if next_is(char::is_numeric) && !is_glued => figure::end(text, after),
            '@' if next_is(is_of_word) && !next_is(char::is_numeric) => word::end(text, after, false),
            '#' if next_is(char::is_alphabetic) => run(text, after),
            '.' | '!' | '?' | '…' => self.marks(start, |m| matches!(m, '.' | '!' | '?' | '…')),
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => return self.apostrophe(start),
            ':' | ';' | '=' | '(' | '^' | '-' | '<' | '>'
                if !is_glued && let Some(end) = face::end(text, start) =>
            {
                end
            }
            '(' | ')' | '[' | ']' | '{' | '}' | ',' | ':' | ';' | '"' | '%' => after,
            _ => self.marks(start, |m| m == c),
        };
        self.push(start..end);
        end
    }

    /// Writes a word in its parts, "could|n't|'ve", and gives the byte where it ends.
    ///
    /// A currency keeps its sign and loses its figure: "US$", "Rs|500".
    fn word(&mut self, start: usize, end: usize) -> usize {
        let text = self.text;
        if end - start < 4
            && at(text, end) == Some('$')
            && text[start..end].bytes().all(|b| b.is_ascii_uppercase())
        {
            self.push(start..end + 1);
            return end + 1;
        }
        let letters = text[start..end].trim_end_matches(|c: char| c.is_ascii_digit());
        let end = match letters {
            "Rs" | "USD" | "EUR" | "GBP" | "INR" => start + letters.len(),
            _ => end,
        };
        if let Some(cut) = word::lost_apostrophe(&text[start..end], &text[end..]) {
            self.push(start..start + cut);
            self.push(start + cut..end);
            return end;
        }
        self.parts(start, end);
        end
    }

    fn parts(&mut self, start: usize, end: usize) {
        // At most "you'd've": words with more clitics stay whole at their front.
        let mut cuts = [end; 4];
        let mut count = 0;
        while count < 3
            && let Some(cut) = word::split(&self.text[start..cuts[count]])
        {
            count += 1;
            cuts[count] = start + cut;
        }
        let mut from = start;
        for &cut in cuts[..=count].iter().rev() {
            self.push(from..cut);
            from = cut;
        }
    }

    /// Writes what begins with an apostrophe: a clitic, a shortened word or year, or
    /// the mark alone.
    fn apostrophe(&mut self, start: usize) -> usize {
        let text = self.text;
        let mark = at(text, start).unwrap_or('\'');
        let after = start + mark.len_utf8();
        let end = run(text, after);
        let tail = &text[after..end];
        let is_glued = self.is_glued(start);
        if tail.is_empty() {
            let quotes = at(text, after).is_some_and(|c| c == mark || (mark == '‘' && c == '’'));
            let end = if quotes { after + mark.len_utf8() } else { after };
            self.push(start..end);
            return end;
        }
        let is_year = !is_glued
            && tail.len() > 1
            && tail.bytes().take(2).all(|b| b.is_ascii_digit())
            && match &tail[2..] {
                "s" => true,
                // "'20 killed'" quotes a figure; "’72" never does.
                "" => mark == '’' || at(text, end).is_none_or(|c| matches!(c, ',' | '.' | ')')),
                _ => false,
            };
        let is_short = matches!(tail, "em" | "til" | "n") && !is_glued;
        let is_tis = tail.eq_ignore_ascii_case("tis") || tail.eq_ignore_ascii_case("twas");
        if is_tis && !is_glued {
            self.parts(start, end);
            return end;
        }
        // "'s" may stand alone, but "'S'" is a quoted letter.
        let is_quoted = !is_glued && at(text, end).is_some_and(is_apostrophe);
        if (word::is_clitic(tail) && !is_quoted) || is_year || is_short {
            self.push(start..end);
            return end;
        }
        self.push(start..after);
        after
    }

    /// One past the last of the marks that go on at `start`.
    fn marks(&self, start: usize, holds: impl Fn(char) -> bool) -> usize {
        let rest = &self.text[start..];
        start + rest.find(|c| !holds(c)).unwrap_or(rest.len())
    }

    /// True when a letter, a figure or a closing stop stands right before.
    fn is_glued(&self, start: usize) -> bool {
        start > self.floor
            && before(self.text, start)
                .is_some_and(|c| is_of_word(c) || matches!(c, '.' | ')' | ']') || is_apostrophe(c))
    }

    fn after_comma(&self) -> bool {
        self.last_norm() == ","
    }

    /// True after "the" or "a": what follows a stop there is a calibre, "the.45".
    fn is_after_article(&self) -> bool {
        matches!(self.last_norm(), "the" | "a")
    }

    /// The normal form of the last token written; the block it stands in does not matter.
    fn last_norm(&self) -> &str {
        let last = self.annotation.tokens.last();
        let (start, end) = last.map_or((0, 0), |token| token.norm);
        &self.annotation.words[start as usize..end as usize]
    }

    /// Writes a token and its normal form.
    fn push(&mut self, range: Range<usize>) {
        let words = &mut self.annotation.words;
        let norm = words.len();
        for c in self.text[range.clone()].chars() {
            match c {
                _ if c.is_ascii() => words.push(c.to_ascii_lowercase()),
                _ if is_silent(c) => {}
                '’' | '‘' | 'ʼ' | '´' => words.push('\''),
                '“' | '”' | '„' | '«' | '»' => words.push('"'),
                '\u{2010}' | '\u{2011}' => words.push('-'),
                _ => words.extend(c.to_lowercase()),
            }
        }
        let norm = (norm as u32, words.len() as u32);
        self.annotation.tokens.push(Token {
            start: range.start as u32,
            end: range.end as u32,
            tag: Tag::X,
            relation: Relation::Dep,
            features: Features::default(),
            head: 0,
            norm,
            lemma: norm,
        });
    }
}
