//! The tokens of an article in one row, over the bounds of sentences.
//!
//! Quotations run over sentences and paragraphs, so their readers count tokens from
//! the start of the article and come back to the sentence when they need it.

use crate::article::{AnnotatedArticle, Span};
use crate::language::Sentence;

/// The tokens of an article, numbered from its start.
pub(super) struct Tokens<'a> {
    pub article: &'a AnnotatedArticle<'a>,
    pub sentences: Vec<Sentence<'a>>,
    /// Number of the first token of each sentence, and of the end.
    starts: Vec<usize>,
}

impl<'a> Tokens<'a> {
    pub fn new(article: &'a AnnotatedArticle<'a>) -> Tokens<'a> {
        let sentences: Vec<Sentence<'a>> = article.sentences().collect();
        let mut starts = vec![0];
        for sentence in &sentences {
            starts.push(starts[starts.len() - 1] + sentence.len());
        }
        Tokens { article, sentences, starts }
    }

    pub fn len(&self) -> usize {
        self.starts[self.starts.len() - 1]
    }

    /// The number of the sentence with that token, and its number there.
    pub fn place(&self, at: usize) -> (usize, usize) {
        let sentence = self.starts.partition_point(|&start| start <= at) - 1;
        (sentence, at - self.starts[sentence])
    }

    /// The number of the first token of the sentence.
    pub fn start_of(&self, sentence: usize) -> usize {
        self.starts[sentence]
    }

    pub fn surface(&self, at: usize) -> &'a str {
        let (sentence, token) = self.place(at);
        self.sentences[sentence].surface(token)
    }

    pub fn norm(&self, at: usize) -> &'a str {
        let (sentence, token) = self.place(at);
        self.sentences[sentence].norm(token)
    }

    pub fn block(&self, at: usize) -> usize {
        self.sentences[self.place(at).0].block()
    }

    pub fn has_space_before(&self, at: usize) -> bool {
        let (sentence, token) = self.place(at);
        self.sentences[sentence].has_space_before(token)
    }

    /// The bytes of the token.
    pub fn bytes(&self, at: usize) -> (usize, usize) {
        let (sentence, token) = self.place(at);
        let token = self.sentences[sentence].tokens()[token];
        (token.start as usize, token.end as usize)
    }

    /// The span of the tokens `first..end`, which are not empty.
    pub fn span(&self, first: usize, end: usize) -> Span {
        Span::new(self.article.id, self.bytes(first).0..self.bytes(end - 1).1)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::article::{Article, ArticleId, Zone, ZoneKind};

    /// An article with a paragraph a line; a line that begins with "# " is a crosshead.
    pub(crate) fn article(text: &str) -> Article {
        let mut zones = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let is_head = line.starts_with("# ");
            let kind = if is_head { ZoneKind::Subheading } else { ZoneKind::Body };
            let first = start + if is_head { 2 } else { 0 };
            let end = start + line.trim_end().len();
            if first < end {
                zones.push(Zone { range: first..end, kind });
            }
            start += line.len();
        }
        Article { text: text.to_owned(), zones, ..Article::default() }
    }

    #[test]
    fn tokens_are_counted_over_sentences() {
        let article = article("It rained. It stopped.\nThe sun came out.");
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let tokens = Tokens::new(&annotated);
        let printed: Vec<&str> = (0..tokens.len()).map(|at| tokens.surface(at)).collect();
        assert_eq!(printed.join(" "), "It rained . It stopped . The sun came out .");
        assert_eq!(tokens.place(4), (1, 1));
        assert_eq!(tokens.start_of(2), 6);
        assert_eq!(tokens.block(6), 1);
        assert_eq!(&article.text[tokens.span(7, 9).range()], "sun came");
    }
}
