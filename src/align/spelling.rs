//! One proper name under two spellings: places, peoples, bodies.
//!
//! Words that stand near are brought together by a key, never by comparing all with
//! all. Two spellings are one name only if something else says so: the rest of the
//! name, the sort of place, the names beside them in a list.

use std::collections::{BTreeMap, BTreeSet};

use super::people::{Judged, judged_topic};
use super::{Index, bodies};
use crate::article::Span;
use crate::claim::{Claim, Kind, Value};
use crate::detect::Material;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::language::known;
use crate::lexicon::names::{self, Impersonal};
use crate::lexicon::{PLACES, STREETS};
use crate::mention::proper::{ProperNames, ProperWord};
use crate::value::{Distance, Level, Reason, compare_words, distance, sound_key};

/// Longest word that is compared, in letters; the keys of a word grow with its square.
const LONGEST: usize = 24;

/// Most words under one key; a key that more share tells nothing.
const MOST_SHARING: usize = 40;

/// One word of the story with its occurrences.
struct Spelling<'a> {
    word: &'a str,
    /// With the number of their article.
    places: Vec<(usize, &'a ProperWord)>,
    /// An article also writes it small.
    is_small: bool,
}

/// Two spellings that seem to be one name.
struct Link {
    a: usize,
    b: usize,
    /// The words at its sides that the two share; empty for a name of one word.
    frames: BTreeSet<String>,
    verdict: Verdict,
    confidence: Confidence,
    kind: Kind,
    reason: Reason,
}

/// The topics of names that differ by their spelling; `claims` are those that were
/// detected in `material`.
pub fn topics(material: &[Material<'_>], claims: &[Claim]) -> Vec<JudgedTopic> {
    let index = Index::of(claims);
    let found: Vec<&ProperNames> = material.iter().map(|m| &m.proper).collect();
    let spellings = spellings(&found);
    let links: Vec<Link> =
        candidates(&spellings).into_iter().filter_map(|(a, b)| link(material, &spellings, a, b)).collect();
    let groups = groups(&links);
    let mut topics: Vec<JudgedTopic> =
        groups.into_iter().filter_map(|group| spelt(&spellings, &group, claims, &index)).collect();
    topics.extend(bodies::topics(&found, claims, &index));
    topics
}

/// The words that can be compared, in order.
fn spellings<'a>(found: &[&'a ProperNames]) -> Vec<Spelling<'a>> {
    let mut words: BTreeMap<&str, Vec<(usize, &ProperWord)>> = BTreeMap::new();
    for (article, names) in found.iter().enumerate() {
        for word in &names.words {
            words.entry(&word.word).or_default().push((article, word));
        }
    }
    let is_name = |word: &str, places: &[(usize, &ProperWord)]| {
        (4..=LONGEST).contains(&word.chars().count())
            && word.chars().all(|c| c.is_alphabetic() || c == '-')
            && places.iter().any(|(_, p)| p.is_sure)
            && names::title(word).is_none()
            && STREETS.get(word).is_none()
            && !is_compass(word)
            && !names::impersonal(word).is_some_and(|(kind, _)| {
                matches!(kind, Impersonal::Function | Impersonal::Time | Impersonal::Street)
            })
    };
    let kept = words.into_iter().filter(|(word, places)| is_name(word, places));
    let is_small = |word: &str| found.iter().any(|f| f.small.contains(word));
    kept.map(|(word, places)| Spelling { word, places, is_small: is_small(word) }).collect()
}

fn is_compass(word: &str) -> bool {
    ["north", "south", "east", "west"].iter().any(|c| word.starts_with(c))
}

/// Pairs of words that share a key: the word without one letter, or its sound.
fn candidates(spellings: &[Spelling<'_>]) -> BTreeSet<(usize, usize)> {
    let mut blocks: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (number, spelling) in spellings.iter().enumerate() {
        let chars: Vec<char> = spelling.word.chars().collect();
        let without =
            |i: usize| chars.iter().enumerate().filter(|&(j, _)| j != i).map(|(_, c)| c).collect::<String>();
        let mut keys: Vec<String> = (0..chars.len()).map(without).collect();
        if chars.len() > 7 {
            let two = |i: usize| {
                let all = chars.iter().enumerate();
                move |j: usize| {
                    all.clone().filter(|&(k, _)| k != i && k != j).map(|(_, c)| c).collect::<String>()
                }
            };
            keys.extend((0..chars.len()).flat_map(|i| (i + 1..chars.len()).map(two(i))));
        }
        keys.push(spelling.word.to_owned());
        keys.push(sound_key(spelling.word));
        for key in keys {
            blocks.entry(key).or_default().insert(number);
        }
    }
    let mut pairs = BTreeSet::new();
    for block in blocks.values().filter(|b| b.len() <= MOST_SHARING) {
        let numbers: Vec<usize> = block.iter().copied().collect();
        for (i, &a) in numbers.iter().enumerate() {
            pairs.extend(numbers[i + 1..].iter().map(|&b| (a, b)));
        }
    }
    pairs
}

/// Whether the two are one name, and what their difference is.
fn link(material: &[Material<'_>], spellings: &[Spelling<'_>], a: usize, b: usize) -> Option<Link> {
    let (x, y) = (&spellings[a], &spellings[b]);
    let distance = distance(x.word, y.word)?;
    let comparison = compare_words(x.word, y.word);
    let frames: BTreeSet<String> = frames(x).intersection(&frames(y)).cloned().collect();
    let places =
        |s: &Spelling<'_>| s.places.iter().filter(|(_, p)| frames.is_empty() || in_frame(p, &frames)).count();
    if !is_slip(x, y, &frames) || places(x) == 0 || places(y) == 0 {
        return None;
    }
    let found = |verdict, confidence, kind| Link {
        a,
        b,
        frames: frames.clone(),
        verdict,
        confidence,
        kind,
        reason: comparison.reason,
    };
    match comparison.level {
        Level::Compatible if !frames.is_empty() => {
            let kind = if is_geographic(&frames) { Kind::Place } else { Kind::Name };
            Some(found(Verdict::Minor, sureness(material, x, y, &frames), kind))
        }
        Level::Conflict if comparison.reason == Reason::DifferentPlace && is_geographic(&frames) => {
            Some(found(Verdict::Conflict, sureness(material, x, y, &frames), Kind::Place))
        }
        Level::Compatible => {
            let (confidence, kind) = alone(x, y, distance)?;
            Some(found(Verdict::Minor, confidence, kind))
        }
        Level::Conflict | Level::Equivalent | Level::Identical | Level::Incomparable => None,
    }
}

/// How surely two names that share a word have one bearer: surely where one article
/// slips, where both sides are alike, or where two more words are.
fn sureness(
    material: &[Material<'_>],
    x: &Spelling<'_>,
    y: &Spelling<'_>,
    frames: &BTreeSet<String>,
) -> Confidence {
    let of = |s: &Spelling<'_>| -> BTreeSet<usize> {
        s.places.iter().filter(|(_, p)| in_frame(p, frames)).map(|(article, _)| *article).collect()
    };
    let rests = |s: &Spelling<'_>| -> BTreeSet<String> {
        let rest = |(article, place): &(usize, &ProperWord)| {
            let text = &material[*article].article.article.text;
            let before = text.get(place.name.start as usize..place.span.start as usize)?;
            let after = text.get(place.span.end as usize..place.name.end as usize)?;
            let words = before.split_whitespace().chain(["…"]).chain(after.split_whitespace());
            let words: Vec<String> = words.map(names::fold).collect();
            (words.iter().filter(|w| w.chars().count() > 2).count() > 1).then(|| words.join(" "))
        };
        s.places.iter().filter_map(rest).collect()
    };
    let is_slip = !of(x).is_disjoint(&of(y));
    match is_slip || frames.len() > 1 || !rests(x).is_disjoint(&rests(y)) {
        true => Confidence::High,
        false => Confidence::Medium,
    }
}

/// Two names of one word: what speaks for one bearer.
fn alone(x: &Spelling<'_>, y: &Spelling<'_>, distance: Distance) -> Option<(Confidence, Kind)> {
    let [known_x, known_y] = [x, y].map(|s| known(s.word));
    let is_person = known_x.is_of_person() || known_y.is_of_person();
    if x.is_small || y.is_small || x.word.len().min(y.word.len()) < 5 || distance == Distance::Letters {
        return None;
    }
    let company = |s: &Spelling<'_>| {
        s.places.iter().flat_map(|(_, p)| p.company.iter().cloned()).collect::<BTreeSet<_>>()
    };
    let share_company = !company(x).is_disjoint(&company(y));
    let same_start = x.word.chars().next() == y.word.chars().next();
    let sorts = |s: &Spelling<'_>| s.places.iter().filter_map(|(_, p)| p.sort).collect::<BTreeSet<_>>();
    let share_sort = !sorts(x).is_disjoint(&sorts(y));
    if share_sort && (same_start || share_company) {
        let is_sound = distance == Distance::Sound;
        return Some((if is_sound { Confidence::High } else { Confidence::Medium }, Kind::Place));
    }
    if !same_start {
        return None;
    }
    let is_modifier = |s: &Spelling<'_>| s.places.iter().any(|(_, p)| p.is_modifier);
    if (known_x.is_demonym() || known_y.is_demonym()) && is_modifier(x) && is_modifier(y) {
        return Some((Confidence::High, Kind::Name));
    }
    // A dictionary's word is a slip for a place only if an atlas has the place too.
    let is_other_word = |k: crate::language::Known| k.is_word() && !k.is_place();
    if is_person || is_other_word(known_x) || is_other_word(known_y) {
        return None;
    }
    (share_company || are_places(x, y)).then_some((Confidence::Medium, Kind::Place))
}

fn are_places(x: &Spelling<'_>, y: &Spelling<'_>) -> bool {
    let is_place = |s: &Spelling<'_>| s.places.iter().any(|(_, p)| p.is_place || p.sort.is_some());
    is_place(x) && is_place(y)
}

/// The words at the sides of a name that tell it from others.
fn frames(spelling: &Spelling<'_>) -> BTreeSet<String> {
    let sides = spelling.places.iter().flat_map(|(_, p)| sides(p));
    sides.collect()
}

fn sides(place: &ProperWord) -> impl Iterator<Item = String> {
    let before = place.before.as_ref().map(|w| format!("{w} …"));
    let after = place.after.as_ref().map(|w| format!("… {w}"));
    before.into_iter().chain(after)
}

fn in_frame(place: &ProperWord, frames: &BTreeSet<String>) -> bool {
    sides(place).any(|side| frames.contains(&side))
}

/// "gulf of …", "… county".
fn is_geographic(frames: &BTreeSet<String>) -> bool {
    frames.iter().any(|f| f.split(' ').any(|w| PLACES.contains(w)))
}

/// An article that has both has one of them by a slip: once, the other more often.
fn is_slip(x: &Spelling<'_>, y: &Spelling<'_>, frames: &BTreeSet<String>) -> bool {
    let shown = |s: &Spelling<'_>| -> Vec<(usize, usize)> {
        let places = s.places.iter().filter(|(_, p)| frames.is_empty() || in_frame(p, frames));
        places.map(|(article, p)| (*article, p.sentence)).collect()
    };
    let (of_x, of_y) = (shown(x), shown(y));
    let articles: BTreeSet<usize> = of_x.iter().chain(&of_y).map(|(article, _)| *article).collect();
    articles.into_iter().all(|article| {
        let count = |places: &[(usize, usize)]| places.iter().filter(|(a, _)| *a == article).count();
        let (few, many, all, usual) = match (count(&of_x), count(&of_y)) {
            (0, _) | (_, 0) => return true,
            (few, many) if few < many || few == many && of_x.len() <= of_y.len() => {
                (few, many, of_y.len(), y)
            }
            (many, few) => (few, many, of_x.len(), x),
        };
        let together = of_x.iter().any(|place| place.0 == article && of_y.contains(place));
        let is_usual = many > 1 || all > 2 || known(usual.word).is_place();
        !together && few == 1 && is_usual
    })
}

/// Links that share a spelling, together.
fn groups(links: &[Link]) -> Vec<Vec<&Link>> {
    let mut groups: Vec<(BTreeSet<usize>, Vec<&Link>)> = Vec::new();
    for link in links {
        let mut members = BTreeSet::from([link.a, link.b]);
        let mut joined = vec![link];
        let mut others = Vec::new();
        for (numbers, group) in groups {
            if numbers.is_disjoint(&members) {
                others.push((numbers, group));
            } else {
                members.extend(numbers);
                joined.extend(group);
            }
        }
        others.push((members, joined));
        groups = others;
    }
    groups.into_iter().map(|(_, links)| links).collect()
}

/// The topic of one name under several spellings.
fn spelt(
    spellings: &[Spelling<'_>],
    links: &[&Link],
    claims: &[Claim],
    index: &Index,
) -> Option<JudgedTopic> {
    let worst = links.iter().max_by_key(|l| (l.verdict, l.confidence))?;
    let confidence = links.iter().map(|l| l.confidence).max()?;
    let frames: BTreeSet<String> = links.iter().flat_map(|l| l.frames.iter().cloned()).collect();
    let numbers: BTreeSet<usize> = links.iter().flat_map(|l| [l.a, l.b]).collect();
    let mut sides: Vec<Vec<ClaimId>> = Vec::new();
    let mut sort = None;
    for &number in &numbers {
        let shown =
            spellings[number].places.iter().filter(|(_, p)| frames.is_empty() || in_frame(p, &frames));
        let shown: Vec<&ProperWord> = shown.map(|(_, p)| *p).collect();
        sort = sort.or(shown.iter().find_map(|p| p.sort));
        let mut side: Vec<ClaimId> = shown.iter().filter_map(|p| named(index, p.name)).collect();
        side.dedup();
        sides.push(side);
    }
    let what = match sort.filter(|_| frames.is_empty()) {
        Some(sort) => format!("name of a {sort}"),
        None => "name".to_owned(),
    };
    let judged = Judged {
        kind: worst.kind,
        verdict: worst.verdict,
        confidence,
        severity: if worst.verdict == Verdict::Conflict { Severity::Medium } else { Severity::Low },
        reason: worst.reason,
        title: what,
    };
    topic(judged, sides, claims)
}

/// The claim that the name makes.
fn named(index: &Index, span: Span) -> Option<ClaimId> {
    index.at(Kind::Place, span).or_else(|| index.at(Kind::Name, span))
}

/// The judged topic of these sides, named after the usual one.
pub(super) fn topic(judged: Judged, sides: Vec<Vec<ClaimId>>, claims: &[Claim]) -> Option<JudgedTopic> {
    let printed = |side: &Vec<ClaimId>| match &claims[side.first()?.0 as usize].value {
        Value::Proper(name) => Some(name.name.clone()),
        // A lone name that the cast has too.
        Value::Name(name) => Some(name.to_string()),
        _ => None,
    };
    let usual = printed(sides.iter().max_by_key(|s| s.len())?)?;
    let readings =
        sides.iter().map(|side| Some((printed(side)?, side.clone()))).collect::<Option<Vec<_>>>()?;
    let title = format!("{} · {usual}", judged.title);
    Some(judged_topic(claims, Judged { title, ..judged }, readings))
}

#[cfg(test)]
mod tests;
