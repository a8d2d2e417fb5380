//! Places: where a claim stands, as the file, line and column that other programs open.
//!
//! Lines and columns count from 1 and the end is not included, so that "67,160" at
//! the start of a line is 1 to 7.

use crate::article::{Article, Cluster, Span};

/// A stretch of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The file as given, without a `./` in front.
    pub path: String,
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
        let (line, column) = line_and_column(article, span.range().start, &width);
        let (end_line, end_column) = line_and_column(article, span.range().end, &width);
        Place { path: path(article), line, column, end_line, end_column }
    }

    /// `story/ap.txt:3`, as compilers print it.
    pub fn path_and_line(&self) -> String {
        format!("{}:{}", self.path, self.line)
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
    use crate::article::ArticleId;

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
        let in_characters = Place::of(&cluster, span);
        assert_eq!((in_characters.line, in_characters.column, in_characters.end_column), (2, 8, 15));
        let in_units = Place::in_utf16(&cluster, span);
        assert_eq!((in_units.line, in_units.column, in_units.end_column), (2, 10, 17));
    }

    #[test]
    fn words_on_two_lines_end_on_the_second() {
        let cluster = cluster("a.txt", "He said twelve\nmen died.");
        let place = Place::of(&cluster, span(&cluster, "twelve\nmen"));
        assert_eq!((place.line, place.column, place.end_line, place.end_column), (1, 9, 2, 4));
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
