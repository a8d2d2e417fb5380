//! Quotations as claims: the words of each sentence of it, and who said them.
//!
//! A quotation of three sentences makes three claims of each kind, so that an
//! article that quotes only the second can be laid beside it. Titles, nicknames and
//! words held at arm's length make none.

use super::{Detector, Material};
use crate::article::{AnnotatedArticle, Span};
use crate::claim::{Claim, Kind, Scope, Stance, Subject, Value};
use crate::mention::{Quotation, QuotationSort};
use crate::value::Words;

/// The words of a quotation.
pub struct Wording;

impl Detector for Wording {
    fn kind(&self) -> Kind {
        Kind::QuoteWording
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/quote-wording.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        claims.extend(of_kind(material, wording));
    }
}

/// Who said them.
pub struct Speaker;

impl Detector for Speaker {
    fn kind(&self) -> Kind {
        Kind::QuoteSpeaker
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/quote-speaker.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        claims.extend(of_kind(material, speaker));
    }
}

/// The claims that `make` gives for every sentence of every quotation.
fn of_kind(
    material: &Material,
    make: impl Fn(&AnnotatedArticle<'_>, &Quotation, u32, usize) -> Option<Claim>,
) -> Vec<Claim> {
    let quotations = (0..).zip(&material.quotations);
    let parts = quotations.flat_map(|(number, q)| (0..q.parts.len()).map(move |part| (number, q, part)));
    parts.filter_map(|(number, q, part)| make(material.article, q, number, part)).collect()
}

/// The claim that one sentence of the quotation was said in these words.
pub fn wording(
    article: &AnnotatedArticle<'_>,
    quotation: &Quotation,
    number: u32,
    part: usize,
) -> Option<Claim> {
    let span = *quotation.parts.get(part)?;
    let is_said = quotation.sort == QuotationSort::Utterance;
    let words = Words::read(&article.article.text[span.range()]);
    (is_said && words.count() > 1).then(|| Claim {
        kind: Kind::QuoteWording,
        span,
        sentence: sentence_of(article, quotation, part),
        zone: quotation.zone,
        value: Value::Words(words),
        subject: Subject::Quotation(number),
        scope: Scope::default(),
        stance: Stance::default(),
        change: None,
        attribution: quotation.speaker.as_ref().map(|s| s.span),
        holder: quotation.speaker.as_ref().map(|s| s.span),
        as_of: None,
    })
}

/// The claim that this speaker said them; it spans both where one sentence has both.
pub fn speaker(
    article: &AnnotatedArticle<'_>,
    quotation: &Quotation,
    number: u32,
    part: usize,
) -> Option<Claim> {
    let holder = quotation.speaker.as_ref()?.span;
    let claim = wording(article, quotation, number, part)?;
    let whole =
        Span { start: claim.span.start.min(holder.start), end: claim.span.end.max(holder.end), ..claim.span };
    let span = if claim.sentence.contains(whole) { whole } else { claim.span };
    Some(Claim { kind: Kind::QuoteSpeaker, span, ..claim })
}

fn sentence_of(article: &AnnotatedArticle<'_>, quotation: &Quotation, part: usize) -> Span {
    Span::new(article.id, article.sentence(quotation.sentences.start + part).range())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;
    use crate::mention::test_article;

    /// The printed words of each claim, by kind.
    fn read(text: &str) -> Vec<(&'static str, String)> {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let material = Material::new(&annotated);
        let mut claims = Vec::new();
        Wording.detect(&material, &mut claims);
        Speaker.detect(&material, &mut claims);
        claims.sort_by_key(|c| (c.span, c.kind));
        claims.into_iter().map(|c| (c.kind.id(), text[c.span.range()].to_owned())).collect()
    }

    #[test]
    fn each_sentence_of_a_quotation_is_a_claim_and_its_speaker_another() {
        assert_eq!(
            read("“It rained. The dam holds,” Ana Roe said."),
            [
                ("quote-wording", "It rained.".to_owned()),
                ("quote-speaker", "It rained.".to_owned()),
                ("quote-wording", "The dam holds,".to_owned()),
                ("quote-speaker", "The dam holds,” Ana Roe".to_owned()),
            ]
        );
    }

    #[test]
    fn a_nickname_claims_nothing() {
        assert_eq!(read("Police seek Tom “Easy” Moss of Leeds."), []);
    }
}
