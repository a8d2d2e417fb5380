//! Reading: paths and bytes to a [`Cluster`].
//!
//! Files and folders, plain text and Markdown, any encoding; saved pages and documents
//! of Word and LibreOffice, whose text is taken out. What is not an article is skipped with a
//! [`Warning`]; what was named and cannot be read is an [`Error`]. The text is
//! never edited: zones point into it.

#[cfg(feature = "docx")]
mod archive;
mod caption;
mod comments;
mod contact;
mod decode;
#[cfg(feature = "docx")]
mod docx;
#[cfg(any(feature = "html", feature = "docx"))]
mod extracted;
mod files;
mod format;
mod furniture;
mod header;
mod headline;
#[cfg(feature = "html")]
mod html;
mod lines;
mod markdown;
pub mod nearest;
#[cfg(feature = "docx")]
mod odt;
mod paragraphs;
mod stamp;
mod text;
mod warning;
#[cfg(feature = "docx")]
mod written;
#[cfg(feature = "docx")]
mod xml;
mod zones;

use std::io::Read as _;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::article::{Article, Cluster, Origin, Zone, ZoneKind};
use crate::error::{Error, Failure};
use files::Input;
pub(crate) use files::{shown, unreadable};
use format::{Draft, LARGEST, Unread};
use header::Broken;
use warning::Matter;
pub use warning::Warning;

/// Reads the articles at `paths`: files, folders, or `-` for standard input.
///
/// Folders are read with all they hold, sorted by path, hidden files left out. A
/// file that is no article is skipped and `warn` hears of it.
///
/// # Errors
///
/// A path that does not exist or may not be read, a broken header, or no article at all.
pub fn cluster(paths: &[PathBuf], warn: &mut dyn FnMut(Warning)) -> Result<Cluster, Error> {
    if paths.is_empty() {
        return Err(Failure::NothingGiven.into());
    }
    let inputs = files::inputs(paths)?;
    let mut articles = Vec::new();
    let mut skipped = 0;
    for (input, id) in inputs.iter().zip(files::names(&inputs)) {
        let mut warn = |warning: Warning| {
            skipped += usize::from(warning.is_skipped());
            warn(warning);
        };
        articles.extend(read(input, id, &mut warn)?);
    }
    if articles.is_empty() {
        return Err(Failure::NoArticles { paths: paths.to_vec(), skipped }.into());
    }
    Ok(Cluster::new(articles))
}

/// An article whose text and particulars are at hand, as in a batch.
///
/// The title stands beside the text and has no zone. A date that cannot be read
/// is left in the notes.
pub fn article(
    id: &str,
    title: Option<&str>,
    source: Option<&str>,
    published: Option<&str>,
    text: &str,
) -> Article {
    let given =
        |value: Option<&str>| value.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned);
    let mut article = Article {
        id: id.to_owned(),
        path: id.to_owned(),
        title: given(title),
        source: given(source),
        text: text.to_owned(),
        ..Article::default()
    };
    if let Some(value) = given(published) {
        article.published = stamp::day(&value);
        if article.published.is_none() {
            article.notes.push(("published".to_owned(), value));
        }
    }
    let parts = text::parts(&article.text, 0);
    finish(&mut article, parts, Vec::new());
    article
}

fn read(input: &Input, id: String, warn: &mut dyn FnMut(Warning)) -> Result<Option<Article>, Error> {
    let path = files::shown(&input.path);
    let skip = |matter: Matter| matter.of(&path);
    let bytes = bytes(input)?;
    if bytes.is_empty() {
        warn(skip(Matter::Empty));
        return Ok(None);
    }
    let extension = input.path.extension().unwrap_or_default().to_string_lossy();
    let format = match format::format(&extension, &bytes) {
        Ok(format) => format,
        Err(foreign) => {
            warn(skip(Matter::Foreign(foreign)));
            return Ok(None);
        }
    };
    if bytes.len() as u64 > format.largest() {
        warn(skip(Matter::TooLarge { megabytes: format.largest() >> 20 }));
        return Ok(None);
    }
    let draft = match format.read(bytes) {
        Ok(draft) => draft,
        Err(Unread::Binary) => {
            warn(skip(Matter::Binary));
            return Ok(None);
        }
        #[cfg(any(feature = "html", feature = "docx"))]
        Err(Unread::Foreign(foreign)) => {
            warn(skip(Matter::Foreign(foreign)));
            return Ok(None);
        }
        #[cfg(feature = "docx")]
        Err(Unread::Document { why, next }) => return Err(Failure::Document { path, why, next }.into()),
        Err(Unread::Header(Broken::Line(line))) => return Err(Failure::HeaderLine { path, line }.into()),
        Err(Unread::Header(Broken::Open)) => return Err(Failure::HeaderOpen { path }.into()),
    };
    if draft.parts.is_empty() {
        warn(skip(match draft.origin {
            Origin::Extracted => Matter::NoWords,
            Origin::Same | Origin::Mapped(_) if draft.entries.is_empty() => Matter::Empty,
            Origin::Same | Origin::Mapped(_) => Matter::NoText,
        }));
        return Ok(None);
    }
    Ok(Some(from_draft(draft, id, path, warn)))
}

/// The bytes of a file, and no more of a large one than shows that it is too large.
fn bytes(input: &Input) -> Result<Vec<u8>, Error> {
    let failed = |cause| files::unreadable(&input.path, cause);
    let mut bytes = Vec::new();
    match &input.place {
        Some(place) => {
            let file = std::fs::File::open(place).map_err(failed)?;
            file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
        }
        None => {
            let from = std::io::stdin().lock();
            let failed = |cause| files::unreadable(Path::new("standard input"), cause);
            from.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
        }
    }
    Ok(bytes)
}

/// The article of a draft: entries to particulars, parts to zones.
fn from_draft(draft: Draft, id: String, path: String, warn: &mut dyn FnMut(Warning)) -> Article {
    let (count, encoding) = draft.lost;
    if count > 0 {
        warn(Matter::LostBytes { count, encoding }.of(&path));
    }
    if draft.is_whole_page {
        warn(Matter::WholePage.of(&path));
    }
    let Draft { text, origin, comments, .. } = draft;
    let mut article = Article { id, path, text, origin, comments, ..Article::default() };
    let mut title_range = None;
    for entry in draft.entries {
        let value = Some(entry.value.clone()).filter(|value| !value.is_empty());
        match entry.key.as_str() {
            "title" | "headline" if article.title.is_none() => {
                title_range = Some(entry.range);
                article.title = value;
            }
            "source" | "publisher" if article.source.is_none() => article.source = value,
            "author" | "byline" if article.author.is_none() => article.author = value,
            "published" | "date" if article.published.is_none() => {
                if let Some(value) = value {
                    match stamp::day(&value) {
                        Some(day) => article.published = Some(day),
                        None => {
                            warn(Matter::UnreadableDate { line: entry.line, value }.of(&article.path));
                            article.notes.push((entry.key, entry.value));
                        }
                    }
                }
            }
            _ => article.notes.push((entry.key, entry.value)),
        }
    }
    let title = title_range.and_then(|range| {
        let own = headline::own_title(&article.text[range.clone()], article.source.as_deref());
        let range = lines::trim(&article.text, range.start..range.start + own);
        (!range.is_empty()).then_some(Zone { range, kind: ZoneKind::Headline })
    });
    finish(&mut article, draft.parts, title.into_iter().collect());
    article
}

/// Fills in zones, lines, and the day of publication where none is given.
fn finish(article: &mut Article, parts: Vec<format::Part>, mut zones: Vec<Zone>) {
    let title =
        article.title.as_deref().map(|title| &title[..headline::own_title(title, article.source.as_deref())]);
    let judged = zones::judge(&article.text, parts, title);
    zones.extend(judged.zones);
    article.zones = zones;
    if article.origin != Origin::Extracted {
        article.comments = comments::comments(&article.text);
    }
    article.line_starts = lines::line_starts(&article.text);
    let published: Option<Date> = article.published.or(judged.published);
    article.published = published;
}
