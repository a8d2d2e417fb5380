//! Sums: parts that do not come to their total.
//!
//! Only what the text marks as all its parts is added up: a list behind a colon or
//! between dashes, "12 in all", "of the 40 … and the other ten". A part that is
//! larger than its whole needs no such mark.

use std::ops::Range;

use rust_decimal::Decimal;

use super::finding::{Finding, Part, Side, short};
use super::list::{Tally, is_people, items};
use crate::claim::Kind;
use crate::detect::{Found, Material};
use crate::discrepancy::{Confidence, Severity};
use crate::language::{Sentence, Tag};
use crate::mention::figure::Figure;

/// Tokens between a total and the colon that opens its parts.
const REACH: usize = 14;

/// Classes of people that nobody belongs to two of.
const DISJOINT: [[&str; 2]; 8] = [
    ["boy", "girl"],
    ["child", "man"],
    ["child", "woman"],
    ["civilian", "militant"],
    ["civilian", "officer"],
    ["civilian", "police"],
    ["civilian", "soldier"],
    ["man", "woman"],
];

/// What happened to the one part can not have happened to the other.
const EXCLUSIVE: [(&[&str], &[&str]); 3] = [
    (
        &["dead", "die", "drown", "kill", "killed", "perish"],
        &["alive", "recover", "rescue", "rescued", "save", "survive"],
    ),
    (&["free", "freed", "release", "released", "return"], &["remain", "held", "still", "captive"]),
    (&["find", "locate", "recover"], &["missing"]),
];

/// The sums of one article that do not come out.
pub(super) fn findings(material: &Material) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sentence, found) in material.sentences() {
        let misfits = listed(&sentence, found)
            .into_iter()
            .chain(in_all(&sentence, found))
            .chain(of_whom(&sentence, found))
            .chain(included(&sentence, found));
        findings.extend(misfits.map(|misfit| misfit.finding(material, &sentence)));
    }
    findings
}

/// A total with parts that do not come to it.
struct Misfit {
    total: Tally,
    parts: Vec<Tally>,
    confidence: Confidence,
    /// The parts are more than the whole, and need not be all of it.
    is_overfull: bool,
}

impl Misfit {
    fn finding(self, material: &Material, sentence: &Sentence) -> Finding {
        let sum: Decimal = self.parts.iter().map(|p| p.number).sum();
        let total = self.total.part(sentence);
        let parts: Vec<Part> = self.parts.iter().map(|p| p.part(sentence)).collect();
        let addends: Vec<String> = self.parts.iter().map(|p| short(p.number)).collect();
        let reason = match (self.is_overfull, parts.len()) {
            (true, 1) => {
                format!("a part of {} is larger than its whole of {}", short(sum), short(self.total.number))
            }
            (true, _) => format!(
                "{} make {}, more than the whole of {}",
                addends.join(" and "),
                short(sum),
                short(self.total.number)
            ),
            (false, _) => {
                format!("{} make {}, not {}", addends.join(" and "), short(sum), short(self.total.number))
            }
        };
        let printed: Vec<String> = parts.iter().map(|p| p.printed(material)).collect();
        let severity = match self.total.noun {
            Some(noun) if is_people(sentence, noun) => Severity::High,
            _ => Severity::Medium,
        };
        let title = format!("parts of {}", total.printed(material));
        let sides = [Side::of(material, total), Side { printed: printed.join(" + "), parts }];
        Finding { severity, ..Finding::conflict(Kind::Sum, self.confidence, title, reason, sides) }
    }
}

/// The counts of a sentence that a total can be.
fn tallies<'a>(sentence: &'a Sentence, found: &'a Found) -> impl Iterator<Item = Tally> + 'a {
    found.figures.iter().filter_map(|figure| Tally::of_figure(sentence, figure))
}

/// True when no other figure stands between the two places.
fn is_clear(figures: &[Figure], between: Range<usize>) -> bool {
    !figures.iter().any(|f| between.contains(&f.tokens.start))
}

fn is_dash(word: &str) -> bool {
    matches!(word, "–" | "—" | "--")
}

/// "12 people: seven men, three women and a child"; "12 people – seven men and …".
fn listed(sentence: &Sentence, found: &Found) -> Vec<Misfit> {
    let mut misfits = Vec::new();
    for total in tallies(sentence, found) {
        let limit = sentence.len().min(total.tokens.end + REACH);
        let opens = (total.tokens.end..limit).find(|&i| sentence.norm(i) == ":" || is_dash(sentence.norm(i)));
        let Some(open) = opens else { continue };
        let says_what = total.noun.is_some()
            || (total.tokens.end..open).any(|i| matches!(sentence.tag(i), Tag::Adj | Tag::Verb | Tag::Noun));
        if !says_what || !is_clear(&found.figures, total.tokens.end..open) || is_counted_off(sentence, &total)
        {
            continue;
        }
        let is_colon = sentence.norm(open) == ":";
        let ends = |i: &usize| {
            matches!(sentence.norm(*i), "." | ";" | ":" | ")" | "!" | "?" | "\"")
                || is_dash(sentence.norm(*i)) && !is_colon
        };
        let end = (open + 1..sentence.len()).find(ends).unwrap_or(sentence.len());
        // A dash that nothing closes may begin any afterthought.
        let Some(parts) = items(sentence, &found.figures, open + 1..end) else { continue };
        if parts.iter().all(|p| p.may_be_part_of(&total, sentence)) {
            let confidence = if is_colon { Confidence::High } else { Confidence::Medium };
            misfits.extend(misfit(total, parts, confidence));
        }
    }
    misfits
}

/// "one of three reasons:", "the other 12:": the list may be of something else.
fn is_counted_off(sentence: &Sentence, total: &Tally) -> bool {
    total.number < Decimal::TWO
        || total.tokens.start > 0
            && matches!(sentence.norm(total.tokens.start - 1), "of" | "other" | "another" | "first" | "last")
}

/// "seven men and three women, 12 in all"; "…, for a total of 12".
fn in_all(sentence: &Sentence, found: &Found) -> Vec<Misfit> {
    let mut misfits = Vec::new();
    for total in tallies(sentence, found) {
        let Some(start) = summed_up(sentence, &total) else { continue };
        let parts = chain_before(sentence, found, start);
        if parts.len() < 2 || !parts.iter().all(|p| p.may_be_part_of(&total, sentence)) {
            continue;
        }
        misfits.extend(misfit(total, parts, Confidence::Medium));
    }
    misfits
}

/// Where the words begin that make a figure the sum of those before it.
fn summed_up(sentence: &Sentence, total: &Tally) -> Option<usize> {
    let norm = |i: usize| if i < sentence.len() { sentence.norm(i) } else { "" };
    let start = total.tokens.start;
    let behind = total.noun.map_or(total.tokens.end, |n| n + 1);
    let is_comma = |at: usize| at > 0 && (norm(at - 1) == "," || is_dash(norm(at - 1)));
    for end in [total.tokens.end, behind] {
        let says_all =
            matches!((norm(end), norm(end + 1)), ("in", "all" | "total")) || norm(end) == "altogether";
        if says_all && is_comma(start) {
            return Some(start - 1);
        }
    }
    let is_total = start >= 4
        && matches!(norm(start - 4), "for" | "making")
        && (norm(start - 3), norm(start - 2), norm(start - 1)) == ("a", "total", "of");
    (is_total).then(|| start - 4 - usize::from(is_comma(start - 4)))
}

/// The coordinated counts that end at `end`, with no verb between them.
fn chain_before(sentence: &Sentence, found: &Found, end: usize) -> Vec<Tally> {
    let mut chain: Vec<Tally> = Vec::new();
    let mut limit = end;
    for figure in found.figures.iter().rev().filter(|f| f.tokens.end <= end) {
        let Some(tally) = Tally::of_figure(sentence, figure) else { break };
        let between = tally.tokens.end..limit;
        let is_broken = between.clone().any(|i| {
            matches!(sentence.tag(i), Tag::Verb | Tag::Aux | Tag::Pron | Tag::Sconj)
                || matches!(sentence.norm(i), ";" | ":" | "(" | "including" | "or" | "but")
        });
        let is_joined = chain.is_empty() || matches!(sentence.norm(limit - 1), "and" | ",");
        if is_broken || !is_joined {
            break;
        }
        limit = tally.tokens.start;
        chain.push(tally);
    }
    let is_closed = chain
        .first()
        .is_some_and(|last| last.tokens.start > 0 && sentence.norm(last.tokens.start - 1) == "and");
    chain.reverse();
    if is_closed { chain } else { Vec::new() }
}

/// "Of the 40 members, 25 voted for and the other ten against"; "Of the 251 hostages,
/// 148 were freed and 120 remain".
fn of_whom(sentence: &Sentence, found: &Found) -> Option<Misfit> {
    let all: Vec<Tally> = tallies(sentence, found).collect();
    let at = all.iter().position(|t| opens_whole(sentence, t))?;
    let total = all[at].clone();
    let parts: Vec<Tally> = all[at + 1..].to_vec();
    let rest = total.tokens.end..sentence.len();
    // Whatever is hedged, vague or of another sort leaves the sum open.
    let count = found.figures.iter().filter(|f| rest.contains(&f.tokens.start)).count();
    if parts.len() < 2 || count != parts.len() || !parts.iter().all(|p| p.may_be_part_of(&total, sentence)) {
        return None;
    }
    let is_open =
        |i: usize| matches!(sentence.norm(i), "including" | "whom" | "them" | "or" | "also" | "both");
    let behind = parts[0].tokens.start..sentence.len();
    if behind.clone().any(is_open) {
        return None;
    }
    let names_the_rest = parts.last().is_some_and(|last| {
        let before = last.tokens.start.saturating_sub(2)..last.tokens.start;
        let after = last.tokens.end..sentence.len().min(last.tokens.end + 1);
        before.chain(after).any(|i| matches!(sentence.norm(i), "other" | "others" | "remaining"))
    });
    if names_the_rest {
        return misfit(total, parts, Confidence::Medium);
    }
    let [a, b] = parts.as_slice() else { return None };
    let (first, second) = (a.tokens.end..b.tokens.start, b.tokens.end..sentence.len());
    let tells = |within: &Range<usize>, words: &[&str]| {
        within.clone().any(|i| words.contains(&sentence.lemma(i)) || words.contains(&sentence.norm(i)))
    };
    let is_exclusive = EXCLUSIVE
        .iter()
        .any(|(x, y)| tells(&first, x) && tells(&second, y) || tells(&first, y) && tells(&second, x));
    let sum = a.number + b.number;
    (is_exclusive && sum > total.number).then_some(Misfit {
        total,
        parts,
        confidence: Confidence::Medium,
        is_overfull: true,
    })
}

/// "|Of the 40| members,"; "40 members, |of whom| 25".
fn opens_whole(sentence: &Sentence, tally: &Tally) -> bool {
    let start = tally.tokens.start;
    let before = |back: usize| start.checked_sub(back).map_or("", |i| sentence.norm(i));
    let is_of_the = before(1) == "the" && before(2) == "of" && matches!(before(3), "" | "," | ";" | "\"");
    let behind = tally.noun.map_or(tally.tokens.end, |n| n + 1);
    let norm = |i: usize| if i < sentence.len() { sentence.norm(i) } else { "" };
    is_of_the
        || norm(behind) == "," && norm(behind + 1) == "of" && matches!(norm(behind + 2), "whom" | "which")
}

/// "Three people, including five children": a part larger than its whole.
fn included(sentence: &Sentence, found: &Found) -> Option<Misfit> {
    let including = (0..sentence.len()).find(|&i| sentence.norm(i) == "including")?;
    let nearest = found.figures.iter().rev().find(|f| f.tokens.end <= including)?;
    let total = Tally::of_figure(sentence, nearest)?;
    let noun = total.noun?;
    let between = noun + 1..including;
    let is_near = including - noun < 9
        && between.clone().all(|i| sentence.tag(i) != Tag::Propn || !is_people(sentence, i));
    if !is_near || !is_people(sentence, noun) {
        return None;
    }
    // "killed 12 soldiers near two schools, including …": only the last noun is meant.
    let parts: Vec<Tally> = found
        .figures
        .iter()
        .filter(|f| f.tokens.start > including)
        .map_while(|f| Tally::of_figure(sentence, f))
        .collect();
    let first = parts.first().filter(|p| p.tokens.start - including <= 2)?;
    let is_of_people = |p: &Tally| p.noun.is_some_and(|n| is_people(sentence, n));
    if is_of_people(first) && first.number > total.number {
        let parts = vec![first.clone()];
        return Some(Misfit { total, parts, confidence: Confidence::High, is_overfull: true });
    }
    let second = parts.get(1)?;
    let is_joined = sentence.norm(second.tokens.start - 1) == "and"
        && first.noun.is_some_and(|n| n + 2 == second.tokens.start);
    let mut classes = [sentence.lemma(first.noun?), sentence.lemma(second.noun?)];
    classes.sort_unstable();
    let is_overfull = is_joined && DISJOINT.contains(&classes) && first.number + second.number > total.number;
    is_overfull.then(|| Misfit {
        total,
        parts: vec![first.clone(), second.clone()],
        confidence: Confidence::Medium,
        is_overfull: true,
    })
}

/// The parts, if they do not come to the total.
fn misfit(total: Tally, parts: Vec<Tally>, confidence: Confidence) -> Option<Misfit> {
    let sum: Decimal = parts.iter().map(|p| p.number).sum();
    (sum != total.number).then_some(Misfit { total, parts, confidence, is_overfull: false })
}

#[cfg(test)]
mod tests {
    use crate::arithmetic::tests::{quiet, told};
    use crate::claim::Kind;

    #[test]
    fn parts_that_do_not_come_to_their_total_are_told() {
        told(
            Kind::Sum,
            &[
                (
                    "The blast killed 12 people: seven men, three women and a child.",
                    "7 and 3 and 1 make 11, not 12",
                ),
                ("The raid left 12 dead: nine in Hallan and four in Nordvik.", "9 and 4 make 13, not 12"),
                (
                    "The blast killed 12 people – seven men and three women – on Monday.",
                    "7 and 3 make 10, not 12",
                ),
                ("Police held seven men and three women, 12 in all.", "7 and 3 make 10, not 12"),
                ("The team found seven men and three women, for a total of 12.", "7 and 3 make 10, not 12"),
                (
                    "Of the 40 members, 25 voted for the plan and the other ten against it.",
                    "25 and 10 make 35, not 40",
                ),
                (
                    "Of the 251 hostages, 148 were freed and 120 remain.",
                    "148 and 120 make 268, more than the whole of 251",
                ),
                (
                    "The blast killed three people, including five children.",
                    "a part of 5 is larger than its whole of 3",
                ),
                (
                    "The blast killed 12 people, including five children and nine women.",
                    "5 and 9 make 14, more than the whole of 12",
                ),
            ],
        );
    }

    #[test]
    fn parts_that_fit_or_leave_room_are_not() {
        quiet(
            Kind::Sum,
            &[
                "The blast killed 12 people: eight men, three women and a child.",
                "The raid left 13 dead: nine in Hallan and four in Nordvik.",
                // An open list.
                "The raid left 12 dead, including nine in Hallan.",
                "The raid left 12 dead: at least nine in Hallan and four in Nordvik.",
                "The raid left about 12 dead: nine in Hallan and four in Nordvik.",
                "The raid left 12 dead: nine in Hallan and several in Nordvik.",
                "The blast killed 12 people: seven men, three women and the rest children.",
                // What is listed is not what was counted.
                "He faces two charges: one count of murder and three counts of assault.",
                "The band has three records: two live albums and 14 songs on a third.",
                "Police held seven men and three women, ten in all.",
                "Two officers held seven men and three women, ten in all.",
                "Of the 100 patients, 80 had a fever and 70 had a cough.",
                "Of the 40 members, 25 voted for the plan and the other 15 against it.",
                "Of the 251 hostages, 148 were freed and about 120 remain.",
                "Of the 268 hostages, 148 were freed and 120 remain.",
                "The blast killed 12 people, including five children and four teachers.",
                // A woman may be a teacher.
                "The blast killed 12 people, including five women and nine teachers.",
                "The blast killed three people in 12 shops, including five bakeries.",
            ],
        );
    }
}
