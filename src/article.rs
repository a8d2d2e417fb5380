//! Articles and places in them: who is compared, and how any word is pointed at.
//!
//! The cluster owns every article and its text, which is never edited. All else
//! refers to it by [`Span`]: article, start, end; bytes of the text; end not
//! included. Where the file was not UTF-8, [`Article::file_offset`] leads back
//! from the text to the bytes of the file.

use std::fmt;
use std::ops::{Index, Range};

use jiff::civil::Date;

use crate::language::{Annotation, Block, Sentence};

/// Number of an article in its cluster, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

impl ArticleId {
    /// The place in [`Cluster::articles`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A stretch of an article's text: bytes, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Whose text.
    pub article: ArticleId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `range` in `article`.
    pub fn new(article: ArticleId, range: Range<usize>) -> Span {
        Span { article, start: range.start as u32, end: range.end as u32 }
    }

    /// The bytes as a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// True when the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.article == other.article && self.start < other.end && other.start < self.end
    }

    /// True when `inner` lies wholly inside.
    pub fn contains(self, inner: Span) -> bool {
        self.article == inner.article && self.start <= inner.start && inner.end <= self.end
    }
}

/// What a part of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ZoneKind {
    /// The title.
    Headline,
    /// A crosshead inside the article.
    Subheading,
    /// Words that go with a picture.
    Caption,
    /// The story itself.
    Body,
    /// Byline, "Subscribe", copyright, publication line: yields no claims.
    Furniture,
}

/// One paragraph, list line, headline or line of furniture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: ZoneKind,
}

/// How positions in the text lead back to bytes of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Origin {
    /// The text is the file, byte for byte.
    #[default]
    Same,
    /// Pairs (byte of the text, byte of the file), one for each character whose
    /// length differs from the one before; sorted, starting at the first.
    Mapped(Vec<Stride>),
    /// The text was taken out of a page or a document, a paragraph to a line;
    /// offsets are bytes of the text, and a paragraph leads back to the file.
    Extracted,
}

/// Where a person finds words in the file; its `Display` is what follows the colon in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In a text: line and column, both from 1; columns count characters.
    Line {
        /// Line of the text.
        line: usize,
        /// Column of the line, in characters.
        column: usize,
    },
    /// In a page or a document: the paragraph of the main text, from 1.
    Paragraph(usize),
}

impl Place {
    /// The line or paragraph alone, without a column: "12", "¶12".
    pub fn short(self) -> String {
        match self {
            Place::Line { line, .. } => line.to_string(),
            Place::Paragraph(_) => self.to_string(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Line { line, column } => write!(f, "{line}:{column}"),
            Place::Paragraph(number) => write!(f, "\u{b6}{number}"),
        }
    }
}

/// From `text` on, each character takes `per_char` bytes of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stride {
    /// Byte of the text where the stride starts.
    pub text: u32,
    /// Byte of the file where the stride starts.
    pub file: u32,
    /// Bytes of text that each character of the stride takes.
    pub text_step: u8,
    /// Bytes of the file that each character of the stride takes.
    pub file_step: u8,
}

/// A comment of an article, `<!-- … -->`: for those who work on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The words between the marks.
    pub words: String,
    /// Where it stands in the text; empty, at the start of the words that follow it,
    /// where the text was taken out of a page.
    pub range: Range<usize>,
}

/// One article: its text, what is known of it, and its zones.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// Short unique name in the cluster: the file's stem, or the id given.
    pub id: String,
    /// Where it came from, as given.
    pub path: String,
    /// Its title, if the header or the page gives one.
    pub title: Option<String>,
    /// Who published it.
    pub source: Option<String>,
    /// The day of publication.
    pub published: Option<Date>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Any other keys of its header, in order.
    pub notes: Vec<(String, String)>,
    /// The whole text, as decoded; never edited.
    pub text: String,
    /// Its parts in order; text outside every zone (the header's markup) is not read.
    pub zones: Vec<Zone>,
    /// Its comments in order, of a page those to factdiff; they are no part of any zone.
    pub comments: Vec<Comment>,
    /// How to get back to the file's bytes.
    pub origin: Origin,
    /// First byte of each line.
    pub line_starts: Vec<u32>,
}

impl Article {
    /// What reports call it: the source if it has one, else its id.
    pub fn name(&self) -> &str {
        self.source.as_deref().unwrap_or(&self.id)
    }

    /// The lineage that its header or the configuration declares: articles of one
    /// lineage are one witness.
    pub fn lineage(&self) -> Option<&str> {
        let lineage = self.notes.iter().find(|(key, _)| key == "lineage");
        lineage.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Line and column of a byte of the text, both from 1; columns count characters.
    pub fn line_and_column(&self, at: usize) -> (usize, usize) {
        let line = self.line_starts.partition_point(|&start| start as usize <= at).max(1);
        let start = self.line_starts.get(line - 1).map_or(0, |&s| s as usize);
        // A byte inside a character stands where the character does.
        let at = (0..=at.min(self.text.len())).rev().find(|&i| self.text.is_char_boundary(i)).unwrap_or(0);
        let before = self.text.get(start..at).unwrap_or("");
        (line, before.chars().count() + 1)
    }

    /// Where a person finds the byte `at` of the text: a line, or a paragraph of a page or document.
    pub fn place_of(&self, at: usize) -> Place {
        let (line, column) = self.line_and_column(at);
        match self.origin {
            Origin::Same | Origin::Mapped(_) => Place::Line { line, column },
            // An extracted text has a paragraph to a line.
            Origin::Extracted => Place::Paragraph(line),
        }
    }

    /// The paragraph that holds the byte `at`, if the text was extracted from a page or document.
    pub fn paragraph(&self, at: usize) -> Option<usize> {
        match self.place_of(at) {
            Place::Line { .. } => None,
            Place::Paragraph(number) => Some(number),
        }
    }

    /// The byte of the file that holds the byte `at` of the text; of an extracted text, `at` itself.
    pub fn file_offset(&self, at: usize) -> usize {
        match &self.origin {
            Origin::Same | Origin::Extracted => at,
            Origin::Mapped(strides) => {
                let found = strides.partition_point(|s| s.text as usize <= at);
                let Some(stride) = found.checked_sub(1).and_then(|i| strides.get(i)) else {
                    return at;
                };
                let characters = (at - stride.text as usize) / usize::from(stride.text_step.max(1));
                stride.file as usize + characters * usize::from(stride.file_step)
            }
        }
    }

    /// The byte of the text that stands at the byte `at` of the file, or the first one
    /// after it; `None` past the end.
    pub fn text_offset(&self, at: usize) -> Option<usize> {
        let (mut low, mut high) = (0, self.text.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.file_offset(middle) < at { low = middle + 1 } else { high = middle }
        }
        (self.file_offset(low) >= at).then_some(low)
    }
}

/// The articles of one story, in reading order.
#[derive(Debug, Clone, Default)]
pub struct Cluster {
    articles: Vec<Article>,
}

impl Cluster {
    /// A cluster of these articles; their order is the reading order.
    pub fn new(articles: Vec<Article>) -> Cluster {
        Cluster { articles }
    }

    /// The articles in reading order.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// The articles with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (ArticleId, &Article)> {
        (0..).map(ArticleId).zip(&self.articles)
    }
}

impl Index<ArticleId> for Cluster {
    type Output = Article;

    fn index(&self, id: ArticleId) -> &Article {
        &self.articles[id.index()]
    }
}

impl Index<Span> for Cluster {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.article].text[span.range()]
    }
}

/// An article with its sentences.
#[derive(Debug, Clone)]
pub struct AnnotatedArticle<'a> {
    /// Its number.
    pub id: ArticleId,
    /// The article.
    pub article: &'a Article,
    annotation: Annotation,
    block_zones: Vec<ZoneKind>,
}

impl<'a> AnnotatedArticle<'a> {
    /// Annotates the article's zones, furniture left out.
    pub fn new(id: ArticleId, article: &'a Article) -> AnnotatedArticle<'a> {
        let read = article.zones.iter().filter(|z| z.kind != ZoneKind::Furniture);
        let blocks: Vec<Block> = read
            .clone()
            .map(|z| Block {
                range: z.range.clone(),
                is_headline: matches!(z.kind, ZoneKind::Headline | ZoneKind::Subheading),
            })
            .collect();
        AnnotatedArticle {
            id,
            article,
            annotation: crate::language::annotate(&article.text, &blocks),
            block_zones: read.map(|z| z.kind).collect(),
        }
    }

    /// Its sentences in order.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        self.annotation.sentences(&self.article.text)
    }

    /// The sentence of that number.
    pub fn sentence(&self, number: usize) -> Sentence<'_> {
        self.annotation.sentence(&self.article.text, number)
    }

    /// How many sentences it has.
    pub fn len(&self) -> usize {
        self.annotation.len()
    }

    /// True when nothing in it could be read.
    pub fn is_empty(&self) -> bool {
        self.annotation.is_empty()
    }

    /// The zone in which the sentence stands.
    pub fn zone(&self, sentence: &Sentence<'_>) -> ZoneKind {
        self.block_zones[sentence.block()]
    }

    /// The span of the tokens `first..end` of the sentence.
    pub fn span(&self, sentence: &Sentence<'_>, tokens: Range<usize>) -> Span {
        Span::new(self.id, sentence.bytes(tokens))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, words: &str) -> (usize, usize) {
        let article = crate::read::article("a", None, None, None, text);
        article.line_and_column(text.find(words).unwrap())
    }

    #[test]
    fn lines_end_at_every_kind_of_line_end() {
        let text = "One.\r\nTwo died.\rThree fled.\nFour stayed.";
        assert_eq!(place(text, "One"), (1, 1));
        assert_eq!(place(text, "died"), (2, 5));
        assert_eq!(place(text, "fled"), (3, 7));
        assert_eq!(place(text, "stayed"), (4, 6));
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(place("\u{feff}Ten died.", "Ten"), (1, 1));
        assert_eq!(place("caf\u{e9} \u{1f600} \u{6771}\u{4eac} 40", "40"), (1, 11));
    }

    #[test]
    fn a_byte_of_the_file_leads_to_its_byte_of_the_text() {
        let same = crate::read::article("a", None, None, None, "Ten died.");
        assert_eq!([0, 4, 9].map(|at| same.text_offset(at)), [Some(0), Some(4), Some(9)]);
        assert_eq!(same.text_offset(10), None);
        // "\u{e9}" was one byte of the file and is two of the text.
        let stride = |text, file, text_step| Stride { text, file, text_step, file_step: 1 };
        let origin = Origin::Mapped(vec![stride(0, 0, 1), stride(3, 3, 2), stride(5, 4, 1)]);
        let latin = Article { text: "caf\u{e9} x".to_owned(), origin, ..Article::default() };
        for at in [0, 3, 5, 6] {
            assert_eq!(latin.text_offset(latin.file_offset(at)), Some(at));
        }
    }

    #[test]
    fn a_byte_inside_a_character_or_past_the_end_has_a_place() {
        let article = crate::read::article("a", None, None, None, "A\u{e9}b");
        assert_eq!(article.line_and_column(2), (1, 2));
        assert_eq!(article.line_and_column(99), (1, 4));
        assert_eq!(Article::default().line_and_column(0), (1, 1));
    }
}
