//! Places: where a claim stands, as the file, line and column that other programs open.
//!
//! A page or a document has paragraphs and no lines: what a program would open there
//! is mark-up, or an archive, so it is given the file alone. Lines and columns count from 1 and the end is not included, so that "67,160" at
//! the start of a line is 1 to 7.

use crate::article::{self, Article, Cluster, Span};

/// A stretch of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The file as given, without a `./` in front.
    pub path: String,
    /// The lines, unless the text was taken out of a page or a document.
    pub lines: Option<Lines>,
    at: article::Place,
}

/// A stretch of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lines {
    /// First line.
    pub line: usize,
    /// Column of the first character.
    pub column: usize,
    /// Last line.
    pub end_line: usize,
    /// Column after the last character.
    pub end_column: usize,
}

impl Place {
    /// Where `span` stands, with columns in characters.
    pub fn of(cluster: &Cluster, span: Span) -> Place {
        Place::measured(cluster, span, |_| 1)
    }

    /// Where `span` stands, with columns in UTF-16 code units.
    pub fn in_utf16(cluster: &Cluster, span: Span) -> Place {
        Place::measured(cluster, span, char::len_utf16)
    }

    fn measured(cluster: &Cluster, span: Span, width: impl Fn(char) -> usize) -> Place {
        let article = &cluster[span.article];
        let at = article.place_of(span.range().start);
        let (line, column) = line_and_column(article, span.range().start, &width);
        let (end_line, end_column) = line_and_column(article, span.range().end, &width);
        let lines = match at {
            article::Place::Line { .. } => Some(Lines { line, column, end_line, end_column }),
            article::Place::Paragraph(_) => None,
        };
        Place { path: path(article), lines, at }
    }

    /// `story/ap.txt:3`, as compilers print it; `story/post.html:¶3` of a page.
    pub fn path_and_line(&self) -> String {
        format!("{}:{}", self.path, self.at.short())
    }

    /// `¶3`, of a page or a document.
    pub fn paragraph(&self) -> Option<String> {
        self.lines.is_none().then(|| self.at.short())
    }
}

fn line_and_column(article: &Article, at: usize, width: &impl Fn(char) -> usize) -> (usize, usize) {
    let (line, column) = article.line_and_column(at);
    let start = article.line_starts.get(line - 1).map_or(0, |&start| start as usize);
    let before = article.text.get(start..).unwrap_or("").chars().take(column - 1);
    (line, before.map(width).sum::<usize>() + 1)
}

/// The path of an article as a repository names it: `./story/ap.txt` is `story/ap.txt`.
pub(super) fn path(article: &Article) -> String {
    let mut path = article.path.as_str();
    while let Some(rest) = path.strip_prefix("./") {
        path = rest.trim_start_matches('/');
    }
    path.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Origin};

    fn cluster(path: &str, text: &str) -> Cluster {
        let mut article = crate::read::article("a", None, None, None, text);
        article.path = path.to_owned();
        Cluster::new(vec![article])
    }

    fn span(cluster: &Cluster, words: &str) -> Span {
        let at = cluster[ArticleId(0)].text.find(words).expect("the words stand in the text");
        Span::new(ArticleId(0), at..at + words.len())
    }

    #[test]
    fn columns_are_characters_or_utf16_units() {
        let cluster = cluster("a.txt", "Toll\r\n🇵🇸 東京 “12 dead” said\nso.");
        let span = span(&cluster, "12 dead");
        let on_line = |column, end_column| Some(Lines { line: 2, column, end_line: 2, end_column });
        assert_eq!(Place::of(&cluster, span).lines, on_line(8, 15));
        assert_eq!(Place::in_utf16(&cluster, span).lines, on_line(10, 17));
    }

    #[test]
    fn words_on_two_lines_end_on_the_second() {
        let cluster = cluster("a.txt", "He said twelve\nmen died.");
        let place = Place::of(&cluster, span(&cluster, "twelve\nmen"));
        assert_eq!(place.lines, Some(Lines { line: 1, column: 9, end_line: 2, end_column: 4 }));
        assert_eq!((place.path_and_line().as_str(), place.paragraph()), ("a.txt:1", None));
    }

    #[test]
    fn a_page_has_paragraphs_and_no_lines() {
        let text = cluster("./a.html", "Bus falls\nTwelve died.");
        let page = Article { origin: Origin::Extracted, ..text.articles()[0].clone() };
        let page = Cluster::new(vec![page]);
        let place = Place::of(&page, span(&page, "Twelve"));
        assert_eq!((place.path_and_line().as_str(), place.lines), ("a.html:¶2", None));
        assert_eq!(place.paragraph().as_deref(), Some("¶2"));
    }

    #[test]
    fn a_path_loses_its_leading_dot_and_no_other() {
        for (given, wanted) in
            [("./a/b.txt", "a/b.txt"), (".//./a", "a"), ("../a", "../a"), (".hidden/a", ".hidden/a")]
        {
            assert_eq!(path(&cluster(given, "x").articles()[0]), wanted);
        }
    }
}
