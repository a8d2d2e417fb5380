//! Names of places, peoples and bodies: one claim for each name, of kind place where
//! it stands as a place and of kind name elsewhere.

use std::collections::BTreeMap;

use super::bearing;
use crate::article::{AnnotatedArticle, Span};
use crate::claim::{Claim, Kind, Subject, Value};
use crate::mention::direction::DirectionMention;
use crate::mention::proper::ProperNames;
use crate::value::ProperName;

/// The claims of that kind, by place.
pub(crate) fn claims(article: &AnnotatedArticle<'_>, names: &ProperNames, kind: Kind) -> Vec<Claim> {
    let mut spans: BTreeMap<Span, (usize, bool)> = BTreeMap::new();
    for word in &names.words {
        let name = spans.entry(word.name).or_insert((word.sentence, false));
        name.1 |= word.is_place || word.sort.is_some();
    }
    if kind == Kind::Name {
        // Another noun makes another body, wherever it meets.
        spans.extend(names.bodies.iter().map(|body| (body.span, (body.sentence, false))));
    }
    let claim = |(span, (sentence, _)): (Span, (usize, bool))| {
        let name = ProperName::new(&article.article.text[span.range()]);
        let subject = Subject::Bearer(name.name.clone());
        bearing::claim(article, kind, sentence, span, Value::Proper(name), subject)
    };
    spans.into_iter().filter(|(_, (_, is_place))| *is_place == (kind == Kind::Place)).map(claim).collect()
}

/// Which way the place lies.
pub(crate) fn direction(article: &AnnotatedArticle<'_>, mention: &DirectionMention) -> Claim {
    let value = Value::Direction(mention.direction.clone());
    let subject = Subject::Bearer(mention.place.clone());
    bearing::claim(article, Kind::Place, mention.sentence, mention.span, value, subject)
}
