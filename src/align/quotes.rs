//! Quotations laid side by side: one utterance in two wordings, or with two speakers.
//!
//! Utterances meet if they share two rare stems, so no pair is looked at that has
//! nothing in common. A fragment fits the whole it was cut from and differs from
//! nothing; stock phrases, which anyone may say, are no topic.

use std::collections::BTreeMap;

use crate::article::{AnnotatedArticle, ZoneKind};
use crate::claim::Kind;
use crate::claim::{Claim, Value};
use crate::detect::quote;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Reach, Reading, Severity, Verdict};
use crate::mention::{AttributionKind, SameSpeaker, Speaker, Tie, quotations, same_speaker};
use crate::value::{Level, Reason, Resemblance, Words, words};

/// Most utterances that may share a stem before it is too common to bring two
/// together: a pair that matters shares a rarer one.
const MOST_SHARING: usize = 40;

/// Words from which a phrase is somebody's and not in everybody's mouth.
const LONG: usize = 5;

/// One sentence of a quotation.
struct Utterance {
    article: usize,
    quotation: usize,
    words: Words,
    zone: ZoneKind,
    speaker: Option<Speaker>,
    manner: Option<AttributionKind>,
    wording: ClaimId,
    speaker_claim: Option<ClaimId>,
}

/// Adds the claims of every quotation to `claims` and gives the topics that at least
/// two of them share.
pub fn topics(articles: &[AnnotatedArticle<'_>], claims: &mut Vec<Claim>) -> Vec<JudgedTopic> {
    let utterances = read(articles, claims);
    let links = links(&utterances);
    let judge = Judge { articles, claims, utterances: &utterances, links: &links };
    let mut found = judge.wordings();
    found.extend(judge.speakers());
    found.sort_by_key(|topic| topic.readings.iter().flat_map(|r| &r.claims).min().copied());
    found
}

fn read(articles: &[AnnotatedArticle<'_>], claims: &mut Vec<Claim>) -> Vec<Utterance> {
    let mut found = Vec::new();
    let mut add = |claim: Claim| {
        claims.push(claim);
        ClaimId(claims.len() as u32 - 1)
    };
    for (number, article) in articles.iter().enumerate() {
        for (place, quotation) in quotations(article).into_iter().enumerate() {
            for part in 0..quotation.parts.len() {
                let Some(wording) = quote::wording(article, &quotation, place as u32, part) else { continue };
                let Value::Words(words) = wording.value.clone() else { continue };
                found.push(Utterance {
                    article: number,
                    quotation: place,
                    words,
                    zone: quotation.zone,
                    speaker: quotation.speaker.clone(),
                    manner: quotation.manner,
                    wording: add(wording),
                    speaker_claim: quote::speaker(article, &quotation, place as u32, part).map(&mut add),
                });
            }
        }
    }
    found
}

/// What two utterances are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Link {
    a: usize,
    b: usize,
    level: Level,
    speakers: SameSpeaker,
    resemblance: Resemblance,
}

/// Compares the utterances that share stems.
fn links(utterances: &[Utterance]) -> Vec<Link> {
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
    pairs.into_keys().filter_map(|(a, b)| link(utterances, a, b)).collect()
}

fn is_one_letter(a: &Utterance, b: &Utterance) -> bool {
    Resemblance::of(&a.words, &b.words).is_one_letter_apart
}

fn link(utterances: &[Utterance], a: usize, b: usize) -> Option<Link> {
    let (x, y) = (&utterances[a], &utterances[b]);
    if x.article == y.article && x.quotation == y.quotation {
        return None;
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
    let holds = match level {
        Level::Incomparable => false,
        Level::Conflict => differ_worth_showing(x, y, speakers, resemblance),
        Level::Compatible | Level::Equivalent | Level::Identical => shorter.is_distinctive(),
    };
    holds.then_some(Link { a, b, level, speakers, resemblance })
}

fn speakers_agree(speakers: SameSpeaker) -> bool {
    matches!(speakers, SameSpeaker::Same | SameSpeaker::Compatible)
}

/// True when two wordings are one utterance and not a speaker's two: inside the body
/// of one article people repeat themselves.
fn differ_worth_showing(x: &Utterance, y: &Utterance, speakers: SameSpeaker, near: Resemblance) -> bool {
    let in_one_body = x.article == y.article && x.zone == ZoneKind::Body && y.zone == ZoneKind::Body;
    match speakers {
        _ if in_one_body => near.is_one_letter_apart,
        SameSpeaker::Different => near.is_nearly_verbatim(),
        SameSpeaker::Unknown => near.is_one_letter_apart || near.shared >= 4,
        SameSpeaker::Same | SameSpeaker::Compatible => true,
    }
}

/// Makes topics of linked utterances.
struct Judge<'a> {
    articles: &'a [AnnotatedArticle<'a>],
    claims: &'a [Claim],
    utterances: &'a [Utterance],
    links: &'a [Link],
}

impl Judge<'_> {
    /// One topic for each group of utterances that are one, in whatever words.
    fn wordings(&self) -> Vec<JudgedTopic> {
        let joined = self
            .links
            .iter()
            .filter(|l| l.level != Level::Compatible && l.speakers != SameSpeaker::Different);
        let groups = groups(self.utterances.len(), joined.map(|l| (l.a, l.b)));
        let mut topics: Vec<JudgedTopic> = groups.iter().filter_map(|group| self.wording(group)).collect();
        topics.extend(self.fragments(&groups));
        topics
    }

    fn wording(&self, group: &[usize]) -> Option<JudgedTopic> {
        let mut readings: Vec<Vec<usize>> = Vec::new();
        for &number in group {
            let words = &self.utterances[number].words;
            let fits = |reading: &Vec<usize>| {
                words::compare(words, &self.utterances[reading[0]].words).level >= Level::Compatible
            };
            match readings.iter_mut().find(|r| fits(r)) {
                Some(reading) => reading.push(number),
                None => readings.push(vec![number]),
            }
        }
        if group.len() < 2 {
            return None;
        }
        let links = || self.links.iter().filter(|l| group.contains(&l.a) && group.contains(&l.b));
        let differs = readings.len() > 1;
        let negated = differs && {
            let (a, b) = (&self.utterances[readings[0][0]].words, &self.utterances[readings[1][0]].words);
            a.differs_by_negation(b)
        };
        let confidence = links().filter(|l| l.level == Level::Conflict).map(|l| self.confidence(l)).max();
        let reason = match readings.as_slice() {
            [a, b, ..] => self.difference(a[0], b[0]),
            _ => Reason::SameWords.to_string(),
        };
        Some(JudgedTopic {
            fingerprint: String::new(),
            kind: Kind::QuoteWording,
            reach: self.reach(group),
            verdict: if differs { Verdict::Minor } else { Verdict::Agree },
            confidence: confidence.unwrap_or(Confidence::High),
            severity: if negated { Severity::Medium } else { Severity::Low },
            topic: self.title(group[0]),
            reason,
            readings: readings.iter().map(|r| self.reading(r, |u| Some(u.wording), None)).collect(),
        })
    }

    /// Topics of fragments whose whole is in no topic yet.
    fn fragments(&self, groups: &[Vec<usize>]) -> Vec<JudgedTopic> {
        let is_grouped = |n: usize| groups.iter().any(|g| g.len() > 1 && g.contains(&n));
        let links = self.links.iter().filter(|l| l.level == Level::Compatible);
        let free =
            links.filter(|l| !is_grouped(l.a) && !is_grouped(l.b) && l.speakers != SameSpeaker::Different);
        let topic = |l: &Link| JudgedTopic {
            fingerprint: String::new(),
            kind: Kind::QuoteWording,
            reach: self.reach(&[l.a, l.b]),
            verdict: Verdict::Compatible,
            confidence: Confidence::High,
            severity: Severity::Low,
            topic: self.title(l.a),
            reason: Reason::Fragment.to_string(),
            readings: [l.a, l.b].iter().map(|&n| self.reading(&[n], |u| Some(u.wording), None)).collect(),
        };
        free.map(topic).collect()
    }

    /// One topic for each utterance that is given to different speakers.
    fn speakers(&self) -> Vec<JudgedTopic> {
        let sure: Vec<&Link> = self.links.iter().filter(|l| self.names_two_speakers(l)).collect();
        let groups = groups(self.utterances.len(), sure.iter().map(|l| (l.a, l.b)));
        groups.into_iter().filter(|g| g.len() > 1).map(|group| self.two_speakers(&group)).collect()
    }

    /// True when the link's utterance is one and its two speakers cannot be.
    fn names_two_speakers(&self, link: &Link) -> bool {
        let (a, b) = (&self.utterances[link.a], &self.utterances[link.b]);
        let (Some(x), Some(y)) = (&a.speaker, &b.speaker) else { return false };
        let is_long = a.words.count().min(b.words.count()) >= LONG;
        // "Said there were “dirty tricks”" leaves open whose phrase it is; "called it a
        // “rare chance”" does not.
        let is_own = |u: &Utterance| u.manner == Some(AttributionKind::Calls) || is_long;
        let tied = x.tie.min(y.tie) >= if is_long { Tie::Pronoun } else { Tie::Stated };
        let bears = match link.level {
            Level::Incomparable => false,
            Level::Conflict => link.resemblance.is_nearly_verbatim(),
            Level::Compatible | Level::Equivalent | Level::Identical => is_own(a) && is_own(b),
        };
        link.speakers == SameSpeaker::Different && tied && bears
    }

    fn two_speakers(&self, group: &[usize]) -> JudgedTopic {
        let mut readings: Vec<Vec<usize>> = Vec::new();
        for &number in group {
            let Some(speaker) = &self.utterances[number].speaker else { continue };
            let is_same = |reading: &Vec<usize>| {
                let first = self.utterances[reading[0]].speaker.as_ref();
                first.is_some_and(|first| speakers_agree(same_speaker(first, speaker)))
            };
            match readings.iter_mut().find(|r| is_same(r)) {
                Some(reading) => reading.push(number),
                None => readings.push(vec![number]),
            }
        }
        let is_stated =
            |n: &usize| self.utterances[*n].speaker.as_ref().is_some_and(|s| s.tie == Tie::Stated);
        let in_one = self.reach(group) == Reach::Internal;
        let confidence = match group.iter().all(is_stated) {
            true if !in_one => Confidence::High,
            true | false => Confidence::Medium,
        };
        let printed = |u: &Utterance| {
            u.speaker.as_ref().map(|s| self.articles[u.article].article.text[s.span.range()].to_owned())
        };
        JudgedTopic {
            fingerprint: String::new(),
            kind: Kind::QuoteSpeaker,
            reach: self.reach(group),
            verdict: Verdict::Conflict,
            confidence,
            severity: Severity::High,
            topic: self.title(group[0]),
            reason: Reason::TwoSpeakers.to_string(),
            readings: readings
                .iter()
                .map(|r| self.reading(r, |u| u.speaker_claim, printed(&self.utterances[r[0]])))
                .collect(),
        }
    }

    fn reading(
        &self,
        members: &[usize],
        claim: impl Fn(&Utterance) -> Option<ClaimId>,
        value: Option<String>,
    ) -> Reading {
        let printed = || self.text(members[0]).to_owned();
        let mut claims: Vec<ClaimId> = members.iter().filter_map(|&n| claim(&self.utterances[n])).collect();
        claims.sort();
        Reading { value: value.unwrap_or_else(printed), claims }
    }

    fn text(&self, utterance: usize) -> &str {
        let claim = &self.claims[self.utterances[utterance].wording.0 as usize];
        &self.articles[self.utterances[utterance].article].article.text[claim.span.range()]
    }

    fn reach(&self, group: &[usize]) -> Reach {
        let first = self.utterances[group[0]].article;
        let is_one = group.iter().all(|&n| self.utterances[n].article == first);
        if is_one { Reach::Internal } else { Reach::Cross }
    }

    /// The utterance's first words: "“The return of all the kidnapped…”".
    fn title(&self, utterance: usize) -> String {
        let mut words = self.text(utterance).split_whitespace();
        let first: Vec<&str> = words.by_ref().take(7).collect();
        let dots = if words.next().is_some() { "…" } else { "" };
        format!("“{}{dots}”", first.join(" ").trim_end_matches([',', '.']))
    }

    /// The reason with the words that differ, without those that the two begin or end
    /// with alike.
    fn difference(&self, a: usize, b: usize) -> String {
        let split = |n: usize| self.text(n).split_whitespace().collect::<Vec<_>>();
        let (a, b) = (split(a), split(b));
        let same = |x: &&str, y: &&str| {
            let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            bare(x) == bare(y)
        };
        let head = a.iter().zip(&b).take_while(|(x, y)| same(x, y)).count();
        let rest = a.len().min(b.len()) - head;
        let tail = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(x, y)| same(x, y)).count();
        let (middle_a, middle_b) = (a[head..a.len() - tail].join(" "), b[head..b.len() - tail].join(" "));
        match (middle_a.is_empty(), middle_b.is_empty()) {
            (true, _) => format!("{}: one has “{middle_b}”, the other has not", Reason::WordsDiffer),
            (_, true) => format!("{}: one has “{middle_a}”, the other has not", Reason::WordsDiffer),
            (false, false) => format!("{}: “{middle_a}” / “{middle_b}”", Reason::WordsDiffer),
        }
    }

    fn confidence(&self, link: &Link) -> Confidence {
        let near = link.resemblance;
        match link.speakers {
            SameSpeaker::Same | SameSpeaker::Compatible if near.is_one_utterance() => Confidence::High,
            SameSpeaker::Same | SameSpeaker::Compatible => Confidence::Medium,
            SameSpeaker::Unknown if near.is_nearly_verbatim() => Confidence::High,
            SameSpeaker::Unknown | SameSpeaker::Different => Confidence::Medium,
        }
    }
}

/// The groups that pairs of numbers below `count` form, each in order.
fn groups(count: usize, pairs: impl Iterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
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
