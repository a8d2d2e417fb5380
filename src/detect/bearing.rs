//! Claims about a person of the cast, with the sentence and zone they stand in.

use crate::article::{AnnotatedArticle, Span};
use crate::claim::{Claim, Kind, Scope, Stance, Subject, Value};

/// A claim that stands at `span` in the sentence of that number.
pub(super) fn claim(
    article: &AnnotatedArticle<'_>,
    kind: Kind,
    sentence: usize,
    span: Span,
    value: Value,
    subject: Subject,
) -> Claim {
    let sentence = article.sentence(sentence);
    Claim {
        kind,
        span,
        sentence: Span::new(article.id, sentence.range()),
        zone: article.zone(&sentence),
        value,
        subject,
        scope: Scope::default(),
        stance: Stance::default(),
        change: None,
        attribution: None,
        holder: None,
        as_of: None,
    }
}
