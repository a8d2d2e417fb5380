//! Utterances of a cluster, and which of them are one.
//!
//! Two are compared only if they share rare stems, so that no pair is looked at
//! that has nothing in common.

use std::collections::BTreeMap;

use super::Index;
use super::parted::Utterances;
use crate::article::ZoneKind;
use crate::claim::{Claim, Value};
use crate::detect::{Material, quote};
use crate::discrepancy::ClaimId;
use crate::mention::{AttributionKind, SameSpeaker, Speaker, same_speaker};
use crate::value::{Level, Resemblance, Words, words};

/// Most utterances that may share a stem before it is too common to bring two
/// together: a pair that matters shares a rarer one.
const MOST_SHARING: usize = 40;

/// One sentence of a quotation.
pub(super) struct Utterance {
    pub article: usize,
    pub quotation: usize,
    pub words: Words,
    pub zone: ZoneKind,
    /// True when it quotes somebody in its turn.
    pub is_nesting: bool,
    pub speaker: Option<Speaker>,
    pub manner: Option<AttributionKind>,
    pub wording: ClaimId,
    pub speaker_claim: Option<ClaimId>,
}

/// The utterances of every quotation; `claims` are those that were detected.
pub(super) fn read(material: &[Material<'_>], claims: &[Claim]) -> Vec<Utterance> {
    let index = Index::of(claims);
    let mut found = Vec::new();
    for (number, Material { article, quotations, .. }) in material.iter().enumerate() {
        for (place, quotation) in quotations.iter().enumerate() {
            for part in 0..quotation.parts.len() {
                let Some(claim) = quote::wording(article, quotation, place as u32, part) else { continue };
                let Some(wording) = index.id(&claim) else { continue };
                let Value::Words(words) = claim.value else { continue };
                let speaker = quote::speaker(article, quotation, place as u32, part);
                found.push(Utterance {
                    article: number,
                    quotation: place,
                    words,
                    zone: quotation.zone,
                    is_nesting: is_nesting(&article.article.text[claim.span.range()]),
                    speaker: quotation.speaker.clone(),
                    manner: quotation.manner,
                    wording,
                    speaker_claim: speaker.and_then(|s| index.id(&s)),
                });
            }
        }
    }
    found
}

/// True for "He said, 'Run'": marks inside the words, apostrophes left aside.
fn is_nesting(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let is_mark = matches!(c, '“' | '"' | '‘') || c == '\'' && before.is_whitespace();
        before = c;
        is_mark
    })
}

/// What two utterances are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    pub a: usize,
    pub b: usize,
    pub level: Level,
    pub speakers: SameSpeaker,
    pub resemblance: Resemblance,
}

/// Compares the utterances that share stems.
pub(super) fn links(utterances: &[Utterance]) -> Vec<Link> {
    pairs(utterances).into_keys().filter_map(|(a, b)| link(utterances, a, b).ok()).collect()
}

/// Why two utterances are not linked; `None` if they are.
pub(super) fn parted(utterances: &[Utterance], a: usize, b: usize) -> Option<Utterances> {
    let (a, b) = (a.min(b), a.max(b));
    match link(utterances, a, b) {
        Err(Utterances::OneQuotation) => Some(Utterances::OneQuotation),
        _ if !pairs(utterances).contains_key(&(a, b)) => Some(Utterances::NothingShared),
        other => other.err(),
    }
}

/// Pairs of utterances that share stems, and how many.
fn pairs(utterances: &[Utterance]) -> BTreeMap<(usize, usize), usize> {
    let mut sharing: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, utterance) in utterances.iter().enumerate() {
        let mut stems = utterance.words.content();
        stems.dedup();
        for stem in stems {
            sharing.entry(stem).or_default().push(number);
        }
    }
    let mut pairs: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for list in sharing.values().filter(|list| list.len() <= MOST_SHARING) {
        for (place, &a) in list.iter().enumerate() {
            for &b in &list[place + 1..] {
                *pairs.entry((a, b)).or_default() += 1;
            }
        }
    }
    pairs.retain(|&(a, b), shared| *shared >= 2 || is_one_letter(&utterances[a], &utterances[b]));
    pairs
}

fn is_one_letter(a: &Utterance, b: &Utterance) -> bool {
    Resemblance::of(&a.words, &b.words).is_one_letter_apart
}

fn link(utterances: &[Utterance], a: usize, b: usize) -> Result<Link, Utterances> {
    let (x, y) = (&utterances[a], &utterances[b]);
    if x.article == y.article && x.quotation == y.quotation {
        return Err(Utterances::OneQuotation);
    }
    let speakers = match (&x.speaker, &y.speaker) {
        (Some(x), Some(y)) => same_speaker(x, y),
        _ => SameSpeaker::Unknown,
    };
    let resemblance = Resemblance::of(&x.words, &y.words);
    let shorter = if x.words.count() <= y.words.count() { &x.words } else { &y.words };
    let mut level = words::compare(&x.words, &y.words).level;
    if level == Level::Incomparable && speakers_agree(speakers) && resemblance.may_be_one_utterance() {
        level = Level::Conflict;
    }
    let (holds, otherwise) = match level {
        Level::Incomparable => (false, Utterances::Different),
        Level::Conflict => differ_worth_showing(x, y, speakers, resemblance),
        Level::Compatible | Level::Equivalent | Level::Identical => {
            (shorter.is_distinctive(), Utterances::StockPhrase)
        }
    };
    if holds { Ok(Link { a, b, level, speakers, resemblance }) } else { Err(otherwise) }
}

pub(super) fn speakers_agree(speakers: SameSpeaker) -> bool {
    matches!(speakers, SameSpeaker::Same | SameSpeaker::Compatible)
}

/// True when two wordings are one utterance and not a speaker's two: inside the body
/// of one article people repeat themselves. With what they are otherwise.
fn differ_worth_showing(
    x: &Utterance,
    y: &Utterance,
    speakers: SameSpeaker,
    near: Resemblance,
) -> (bool, Utterances) {
    let in_one_body = x.article == y.article && x.zone == ZoneKind::Body && y.zone == ZoneKind::Body;
    match speakers {
        _ if in_one_body => (near.is_one_letter_apart, Utterances::OneArticle),
        SameSpeaker::Different => (near.is_nearly_verbatim(), Utterances::Speakers),
        SameSpeaker::Unknown => (near.is_one_letter_apart || near.shared >= 4, Utterances::SpeakersUnknown),
        SameSpeaker::Same | SameSpeaker::Compatible => (true, Utterances::Different),
    }
}

/// The groups that pairs of numbers below `count` form, each in order.
pub(super) fn groups(count: usize, pairs: impl Iterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut first: Vec<usize> = (0..count).collect();
    fn root(first: &mut [usize], mut at: usize) -> usize {
        while first[at] != at {
            first[at] = first[first[at]];
            at = first[at];
        }
        at
    }
    for (a, b) in pairs {
        let (a, b) = (root(&mut first, a), root(&mut first, b));
        first[a.max(b)] = a.min(b);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..count {
        let root = root(&mut first, at);
        groups.entry(root).or_default().push(at);
    }
    groups.into_values().collect()
}
