//! Quotations laid side by side: one utterance in two wordings, or with two speakers.
//!
//! Utterances meet if they share two rare stems, so no pair is looked at that has
//! nothing in common. A fragment fits the whole it was cut from and differs from
//! nothing; stock phrases, which anyone may say, are no topic.

use super::parted::{Parted, Utterances};
use super::utterance::{self, Link, Utterance, groups, links, read, speakers_agree};
use crate::claim::{Claim, Kind};
use crate::detect::Material;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Reach, Reading, Severity, Verdict};
use crate::mention::{AttributionKind, SameSpeaker, Tie, same_speaker};
use crate::value::{Level, Reason, words};

/// Words from which a phrase is somebody's and not in everybody's mouth.
const LONG: usize = 5;

/// The topics of quotations that at least two of the `claims` share; `claims` are those
/// that were detected in `material`.
pub fn topics(material: &[Material<'_>], claims: &[Claim]) -> Vec<JudgedTopic> {
    let utterances = read(material, claims);
    let links = links(&utterances);
    let judge = Judge { material, claims, utterances: &utterances, links: &links };
    let mut found = judge.wordings();
    found.extend(judge.speakers());
    found.sort_by_key(|topic| topic.readings.iter().flat_map(|r| &r.claims).min().copied());
    found
}

/// What keeps two quotations, or their speakers, apart; `None` if they were compared.
pub(super) fn parted(
    material: &[Material<'_>],
    claims: &[Claim],
    utterances: &[Utterance],
    links: &[Link],
    a: ClaimId,
    b: ClaimId,
) -> Option<Parted> {
    let of_speakers = claims[a.0 as usize].kind == Kind::QuoteSpeaker;
    let find = |id: ClaimId| {
        let is_it = |u: &Utterance| if of_speakers { u.speaker_claim == Some(id) } else { u.wording == id };
        utterances.iter().position(is_it)
    };
    let (Some(x), Some(y)) = (find(a), find(b)) else { return Some(Parted::Unnamed) };
    if let Some(why) = utterance::parted(utterances, x, y) {
        return Some(Parted::Utterances(why));
    }
    let link = links.iter().find(|l| (l.a, l.b) == (x.min(y), x.max(y)))?;
    let judge = Judge { material, claims, utterances, links };
    let why = match link.speakers {
        SameSpeaker::Different if !of_speakers => Utterances::BySpeaker,
        SameSpeaker::Different if !judge.names_two_speakers(link) => Utterances::Ties,
        SameSpeaker::Unknown if of_speakers => Utterances::SpeakersUnknown,
        SameSpeaker::Same | SameSpeaker::Compatible | SameSpeaker::Unknown | SameSpeaker::Different => {
            return None;
        }
    };
    Some(Parted::Utterances(why))
}

/// Makes topics of linked utterances.
struct Judge<'a> {
    material: &'a [Material<'a>],
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
        if group.len() < 2 {
            return None;
        }
        let readings = self.readings_by_words(group);
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
            hint: None,
            accepted: None,
            kind: Kind::QuoteWording,
            reach: self.reach(group),
            verdict: if differs { Verdict::Minor } else { Verdict::Agree },
            confidence: confidence.unwrap_or(Confidence::High),
            severity: if negated { Severity::Medium } else { Severity::Low },
            topic: self.words_of(group),
            reason,
            readings: readings.iter().map(|r| self.reading(r, |u| Some(u.wording), None)).collect(),
        })
    }

    /// The wordings of a group. A fragment supports the wording it fits, if it fits just
    /// one, and is no wording of its own beside it.
    fn readings_by_words(&self, group: &[usize]) -> Vec<Vec<usize>> {
        let level =
            |a: usize, b: usize| words::compare(&self.utterances[a].words, &self.utterances[b].words).level;
        let mut readings: Vec<Vec<usize>> = Vec::new();
        // The longest first, so that a fragment meets the whole it is cut from.
        let mut longest: Vec<usize> = group.to_vec();
        longest.sort_by_key(|&n| (std::cmp::Reverse(self.utterances[n].words.count()), n));
        for number in longest {
            let fits: Vec<usize> =
                (0..readings.len()).filter(|&r| level(number, readings[r][0]) >= Level::Compatible).collect();
            let same = fits.iter().copied().find(|&r| level(number, readings[r][0]) > Level::Compatible);
            match (same, fits.as_slice()) {
                (Some(reading), _) | (None, &[reading]) => readings[reading].push(number),
                (None, []) => readings.push(vec![number]),
                (None, _) => {}
            }
        }
        for reading in &mut readings {
            reading.sort_unstable();
        }
        readings.sort_by_key(|reading| reading.first().copied());
        readings
    }

    /// Topics of fragments whose whole is in no topic yet.
    fn fragments(&self, groups: &[Vec<usize>]) -> Vec<JudgedTopic> {
        let is_grouped = |n: usize| groups.iter().any(|g| g.len() > 1 && g.contains(&n));
        let links = self.links.iter().filter(|l| l.level == Level::Compatible);
        let free =
            links.filter(|l| !is_grouped(l.a) && !is_grouped(l.b) && l.speakers != SameSpeaker::Different);
        let topic = |l: &Link| JudgedTopic {
            fingerprint: String::new(),
            hint: None,
            accepted: None,
            kind: Kind::QuoteWording,
            reach: self.reach(&[l.a, l.b]),
            verdict: Verdict::Compatible,
            confidence: Confidence::High,
            severity: Severity::Low,
            topic: self.words_of(&[l.a, l.b]),
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
            // “He told me, ‘Run’” holds what another said.
            Level::Compatible => is_long && !a.is_nesting && !b.is_nesting,
            Level::Equivalent | Level::Identical => is_own(a) && is_own(b),
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
        let printed = |u: &Utterance| self.speaker_name(u);
        JudgedTopic {
            fingerprint: String::new(),
            hint: None,
            accepted: None,
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
        &self.material[self.utterances[utterance].article].article.article.text[claim.span.range()]
    }

    fn reach(&self, group: &[usize]) -> Reach {
        let first = self.utterances[group[0]].article;
        let is_one = group.iter().all(|&n| self.utterances[n].article == first);
        if is_one { Reach::Internal } else { Reach::Cross }
    }

    fn speaker_name(&self, utterance: &Utterance) -> Option<String> {
        let named = utterance.speaker.as_ref()?.named;
        Some(self.material[utterance.article].article.article.text[named.range()].to_owned())
    }

    /// "Words of Ana Roe", by the longest name that the group gives one speaker.
    fn words_of(&self, group: &[usize]) -> String {
        let names = group.iter().filter_map(|&n| self.speaker_name(&self.utterances[n]));
        let longest = names.rev().max_by_key(|name| name.chars().count());
        let Some(name) = longest else { return self.title(group[0]) };
        let lowered = [("A ", "a "), ("An ", "an "), ("The ", "the ")];
        let opening = lowered.iter().find_map(|(upper, lower)| Some((lower, name.strip_prefix(upper)?)));
        opening
            .map_or_else(|| format!("words of {name}"), |(article, rest)| format!("words of {article}{rest}"))
    }

    /// The utterance's first words: "“The old bridge will stand for years…”".
    fn title(&self, utterance: usize) -> String {
        let mut words = self.text(utterance).split_whitespace();
        let first: Vec<&str> = words.by_ref().take(12).collect();
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

#[cfg(test)]
mod tests;
