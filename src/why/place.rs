//! Places as people name them: `ap.txt:12`, `ap.txt:12:40`, `ap.txt:@318-327`, `post.html:¶3`.
//!
//! A line or a column counts from 1, as reports print them; bytes are those of the file,
//! as the JSON report gives them.

use std::ops::Range;

use crate::article::{ArticleId, Cluster, Span};
use crate::discrepancy::{ClaimId, Report};
use crate::report::text::names;

/// A place: whose article, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// A path, or what reports call the article.
    pub file: String,
    /// Where.
    pub spot: Spot,
}

/// Where in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// A line, or a paragraph of a page or document, from 1.
    Line(usize),
    /// Line and column in characters, both from 1.
    Column(usize, usize),
    /// Bytes of the file, the end not included.
    Bytes(Range<usize>),
}

/// Why a name is no article's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfound {
    /// None is called so.
    None,
    /// These are, by id.
    Several(Vec<String>),
}

impl Place {
    /// The place that the words name.
    ///
    /// The file ends at the last colon that a place follows, so that it may hold colons.
    pub fn parse(words: &str) -> Option<Place> {
        let (file, last) = words.rsplit_once(':')?;
        let place = |file: &str, spot| (!file.is_empty()).then(|| Place { file: file.to_owned(), spot });
        if let Some(bytes) = last.strip_prefix('@') {
            let (start, end) = match bytes.split_once('-') {
                Some((start, end)) => (number(start)?, number(end)?),
                None => (number(bytes)?, number(bytes)?.checked_add(1)?),
            };
            return if start < end { place(file, Spot::Bytes(start..end)) } else { None };
        }
        // A page is taken out paragraph by paragraph, each to a line of the text.
        if let Some(paragraph) = last.strip_prefix('¶') {
            return place(file, Spot::Line(number(paragraph).filter(|&n| n > 0)?));
        }
        let last = number(last).filter(|&n| n > 0)?;
        let line =
            file.rsplit_once(':').and_then(|(file, line)| Some((file, number(line).filter(|&n| n > 0)?)));
        match line {
            Some((file, line)) => place(file, Spot::Column(line, last)),
            None => place(file, Spot::Line(last)),
        }
    }
}

/// Digits only: `+5` and ` 5` are no places.
fn number(digits: &str) -> Option<usize> {
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

/// The article of that id or, where one alone bears it, of that name.
///
/// # Errors
///
/// None is called so, or several are.
pub fn find_article(cluster: &Cluster, name: &str) -> Result<ArticleId, Unfound> {
    if let Some((id, _)) = cluster.iter().find(|(_, a)| a.id == name) {
        return Ok(id);
    }
    let printed = names(cluster);
    let called: Vec<ArticleId> = cluster
        .iter()
        .filter(|(id, a)| a.name() == name || printed[id.index()] == name)
        .map(|(id, _)| id)
        .collect();
    match called.as_slice() {
        [] => Err(Unfound::None),
        [id] => Ok(*id),
        several => Err(Unfound::Several(several.iter().map(|id| cluster[*id].id.clone()).collect())),
    }
}

/// The bytes of the text at the spot, a line without its end; `None` past the end of
/// the article or of the line.
pub fn span_of(cluster: &Cluster, article: ArticleId, spot: &Spot) -> Option<Span> {
    let text = &cluster[article].text;
    let range = match spot {
        Spot::Line(line) => line_of(cluster, article, *line)?,
        Spot::Column(line, column) => {
            let line = line_of(cluster, article, *line)?;
            let (at, c) = text.get(line.clone())?.char_indices().nth(column - 1)?;
            line.start + at..line.start + at + c.len_utf8()
        }
        Spot::Bytes(bytes) => {
            let offset = |at| cluster[article].text_offset(at);
            offset(bytes.start)?..offset(bytes.end)?
        }
    };
    Some(Span::new(article, range))
}

fn line_of(cluster: &Cluster, article: ArticleId, line: usize) -> Option<Range<usize>> {
    let article = &cluster[article];
    let start = *article.line_starts.get(line.checked_sub(1)?)? as usize;
    let end = article.line_starts.get(line).map_or(article.text.len(), |&next| next as usize);
    let words = article.text.get(start..end)?;
    Some(start..start + words.trim_end_matches(['\n', '\r']).len())
}

/// The claims that share a byte with the span, by place.
pub fn claims_at(report: &Report, span: Span) -> Vec<ClaimId> {
    let ids = (0..).map(ClaimId).zip(&report.claims);
    ids.filter(|(_, claim)| claim.span.overlaps(span)).map(|(id, _)| id).collect()
}

/// The claims nearest to a span without any: those of its line or, if it has none, the
/// last before it and the first after it.
pub fn near(cluster: &Cluster, report: &Report, span: Span) -> Vec<ClaimId> {
    let (line, _) = cluster[span.article].line_and_column(span.start as usize);
    let on_line =
        line_of(cluster, span.article, line).map(|range| claims_at(report, Span::new(span.article, range)));
    let ids = (0..).map(ClaimId).zip(&report.claims).filter(|(_, c)| c.span.article == span.article);
    let before =
        ids.clone().filter(|(_, c)| c.span.end <= span.start).max_by_key(|(id, c)| (c.span.end, *id));
    let after = ids.clone().find(|(_, c)| c.span.start >= span.end);
    match on_line {
        Some(found) if !found.is_empty() => found,
        _ => before.into_iter().chain(after).map(|(id, _)| id).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &str) -> Option<(String, Spot)> {
        Place::parse(words).map(|p| (p.file, p.spot))
    }

    #[test]
    fn a_place_is_a_file_and_a_line_a_column_or_bytes() {
        let place = |file: &str, spot| Some((file.to_owned(), spot));
        assert_eq!(parsed("ap.txt:12"), place("ap.txt", Spot::Line(12)));
        assert_eq!(parsed("ap.txt:12:40"), place("ap.txt", Spot::Column(12, 40)));
        assert_eq!(parsed("ap.txt:@318-327"), place("ap.txt", Spot::Bytes(318..327)));
        assert_eq!(parsed("ap.txt:@318"), place("ap.txt", Spot::Bytes(318..319)));
        assert_eq!(parsed("post.html:¶3"), place("post.html", Spot::Line(3)));
        assert_eq!(parsed("a: b/ap.txt:3"), place("a: b/ap.txt", Spot::Line(3)));
    }

    #[test]
    fn what_names_no_place_is_none() {
        for words in [
            "ap.txt",
            "ap.txt:",
            "ap.txt:¶0",
            "ap.txt:¶",
            ":12",
            "ap.txt:0",
            "ap.txt:1:0",
            "ap.txt:@9-9",
            "ap.txt:+5",
            "ap.txt:x",
        ] {
            assert_eq!(parsed(words), None, "{words}");
        }
        assert_eq!(parsed("ap.txt:99999999999999999999999"), None);
    }

    #[test]
    fn a_spot_is_bytes_of_the_text() {
        let article = crate::read::article("a", None, None, None, "Caf\u{e9} burns.\r\nTen died.");
        let cluster = Cluster::new(vec![article]);
        let at = |spot| span_of(&cluster, ArticleId(0), &spot).map(|s| &cluster[s]);
        assert_eq!(at(Spot::Line(2)), Some("Ten died."));
        assert_eq!(at(Spot::Line(1)), Some("Caf\u{e9} burns."));
        assert_eq!(at(Spot::Column(1, 4)), Some("\u{e9}"));
        assert_eq!(at(Spot::Bytes(14..17)), Some("Ten"));
        assert_eq!(at(Spot::Line(3)), None);
        assert_eq!(at(Spot::Column(2, 40)), None);
        assert_eq!(at(Spot::Bytes(3..400)), None);
    }
}
