//! Shares: "12 of 40, or 25 percent", and shares of one whole that pass a hundred.
//!
//! A share may be rounded or cut off at its last digit, and one that ends in a five or
//! a nought is often rounder than it looks; a hedge widens it. What is left then does
//! not fit.

use std::ops::Range;

use rust_decimal::Decimal;

use super::finding::{Finding, Part, Side, flat, is_percent, percent, short, stretch};
use crate::claim::Kind;
use crate::detect::{Found, Material};
use crate::discrepancy::Confidence;
use crate::language::{Sentence, Tag};
use crate::mention::figure::{Figure, Form};
use crate::value::Bound;

/// Tokens between the counts and their share: "12 of the 40 members of the council, |or|".
const REACH: usize = 9;

/// Answers of which nobody gives both.
const OPPOSITES: [[&str; 2]; 9] = [
    ["agree", "disagree"],
    ["approve", "disapprove"],
    ["boy", "girl"],
    ["favor", "oppose"],
    ["favour", "oppose"],
    ["for", "against"],
    ["man", "woman"],
    ["support", "oppose"],
    ["yes", "no"],
];

/// The shares of one article that do not fit.
pub(super) fn findings(material: &Material) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sentence, found) in material.sentences() {
        if !found.figures.iter().any(is_share) {
            continue;
        }
        findings.extend(of_counts(material, &sentence, found));
        findings.extend(beyond_the_whole(material, &sentence, found));
    }
    findings
}

fn is_share(figure: &Figure) -> bool {
    matches!(figure.form, Form::Percent | Form::Share) && is_percent(figure) && figure.change.is_none()
}

fn norm<'a>(sentence: &Sentence<'a>, at: usize) -> &'a str {
    if at < sentence.len() { sentence.norm(at) } else { "" }
}

/// "12 of 40, or 25 percent"; "25 percent, or 12 of 40"; "half of the 80, or 30".
fn of_counts(material: &Material, sentence: &Sentence, found: &Found) -> Vec<Finding> {
    let mut findings = Vec::new();
    for share in found.figures.iter().filter(|f| is_share(f)) {
        let counts = before(sentence, found, share)
            .or_else(|| behind(sentence, found, share))
            .or_else(|| around(sentence, found, share));
        let Some((part, whole)) = counts else { continue };
        let Some(range) = ratio(part, whole) else { continue };
        if fits(share, range) {
            continue;
        }
        let tokens = part.tokens.start.min(whole.tokens.start)..part.tokens.end.max(whole.tokens.end);
        // "half of the 80, or 30": the share stands between the counts.
        let counts = match tokens.contains(&share.tokens.start) || part.tokens.start > whole.tokens.start {
            true => Part::of_figure(sentence.number(), part),
            false => Part { tokens, ..Part::of_figure(sentence.number(), part) },
        };
        let number = |f: &Figure| f.quantity.bound.number().map(|n| n.to_string()).unwrap_or_default();
        let of = format!("{} of {}", number(part), number(whole));
        let reason = match (flat(part), flat(whole)) {
            (Some(a), Some(b)) if !b.is_zero() => {
                format!("{of} is {}", percent(a / b * Decimal::ONE_HUNDRED))
            }
            _ => format!("{of} is between {} and {}", short(range.0), percent(range.1)),
        };
        let sides =
            [Side::of(material, counts), Side::of(material, Part::of_figure(sentence.number(), share))];
        findings.push(Finding::conflict(Kind::Share, Confidence::High, of, reason, sides));
    }
    findings
}

/// "12 |of the 40 members, or| 25 percent".
fn before<'f>(sentence: &Sentence, found: &'f Found, share: &Figure) -> Option<(&'f Figure, &'f Figure)> {
    let counts: Vec<&Figure> =
        found.figures.iter().filter(|f| is_count(f) && f.tokens.end <= share.tokens.start).collect();
    let [.., part, whole] = counts.as_slice() else { return None };
    let is_pair = is_part_of(sentence, part, whole);
    (is_pair && restates(sentence, found, whole.tokens.end..share.tokens.start)).then_some((*part, *whole))
}

/// "25 percent, |or| 12 |of the| 40".
fn behind<'f>(sentence: &Sentence, found: &'f Found, share: &Figure) -> Option<(&'f Figure, &'f Figure)> {
    let mut counts = found.figures.iter().filter(|f| is_count(f) && f.tokens.start >= share.tokens.end);
    let (part, whole) = (counts.next()?, counts.next()?);
    let is_pair = is_part_of(sentence, part, whole);
    (is_pair && restates(sentence, found, share.tokens.end..part.tokens.start)).then_some((part, whole))
}

/// "half |of the| 80 seats, |or| 30".
fn around<'f>(sentence: &Sentence, found: &'f Found, share: &Figure) -> Option<(&'f Figure, &'f Figure)> {
    let mut counts = found.figures.iter().filter(|f| is_count(f) && f.tokens.start >= share.tokens.end);
    let (whole, part) = (counts.next()?, counts.next()?);
    let links = share.tokens.end..whole.tokens.start;
    let is_of = norm(sentence, links.start) == "of" && links.len() <= 2;
    (is_of && restates(sentence, found, whole.tokens.end..part.tokens.start)).then_some((part, whole))
}

fn is_count(figure: &Figure) -> bool {
    figure.form == Form::Cardinal && figure.change.is_none() && stretch(figure).is_some()
}

/// "12 of 40", "12 of the 40", "12 members of the 40", "12 out of 40".
fn is_part_of(sentence: &Sentence, part: &Figure, whole: &Figure) -> bool {
    let between = part.tokens.end..whole.tokens.start;
    let is_link = |i: usize| {
        matches!(norm(sentence, i), "out" | "of" | "the" | "its" | "their" | "his" | "her" | "all" | "some")
    };
    between.len() <= 3
        && between.clone().any(|i| norm(sentence, i) == "of")
        && between.into_iter().all(is_link)
}

/// True when the words between say the same thing again: ", or", "(".
fn restates(sentence: &Sentence, found: &Found, between: Range<usize>) -> bool {
    let says_again = |i: &usize| {
        matches!(norm(sentence, *i), "or" | "(")
            && (*i + 1 == between.end
                || matches!(norm(sentence, *i + 1), "about" | "just" | "a" | "only" | "some"))
    };
    let is_plain = between.clone().all(|i| {
        !matches!(sentence.tag(i), Tag::Verb | Tag::Aux)
            && !matches!(norm(sentence, i), ";" | ":" | ")" | "and")
    });
    let is_clear = !found.figures.iter().any(|f| between.contains(&f.tokens.start));
    between.len() <= REACH && is_plain && is_clear && between.clone().any(|i| says_again(&i))
}

/// From least to most that the part can be of the whole, in percent.
fn ratio(part: &Figure, whole: &Figure) -> Option<(Decimal, Decimal)> {
    let ((a_low, a_high), (b_low, b_high)) = (stretch(part)?, stretch(whole)?);
    if b_low <= Decimal::ZERO || a_low > b_high {
        return None;
    }
    Some((a_low / b_high * Decimal::ONE_HUNDRED, a_high / b_low * Decimal::ONE_HUNDRED))
}

/// True when the share can be what the counts come to.
fn fits(share: &Figure, (low, high): (Decimal, Decimal)) -> bool {
    let loose = share.quantity.bound.loose(share.quantity.unit.grain());
    let slack = slack(share);
    loose.low.is_none_or(|least| high >= least - slack) && loose.high.is_none_or(|most| low <= most + slack)
}

/// How much rounder than written a share may be: "70" may stand for 68, "71" for
/// 71.9 cut off.
fn slack(share: &Figure) -> Decimal {
    match share.quantity.bound {
        Bound::Exactly(n) if share.form == Form::Percent => {
            let value = n.value();
            let step = if n.step() > Decimal::ONE { Decimal::ONE } else { n.step() };
            if !step.is_integer() {
                step
            } else if (value % Decimal::from(5)).is_zero() {
                Decimal::TWO
            } else {
                Decimal::ONE
            }
        }
        _ => Decimal::TWO,
    }
}

/// "60 percent voted for and 50 percent against".
fn beyond_the_whole(material: &Material, sentence: &Sentence, found: &Found) -> Option<Finding> {
    let shares: Vec<&Figure> = found.figures.iter().filter(|f| is_share(f) && flat(f).is_some()).collect();
    let pair = shares.windows(2).find(|pair| are_opposed(sentence, pair[0], pair[1]))?;
    let (a, b) = (flat(pair[0])?, flat(pair[1])?);
    // Each may have been rounded up by half.
    if a + b <= Decimal::ONE_HUNDRED + Decimal::ONE {
        return None;
    }
    let reason = format!("{} and {} make {}", short(a), short(b), percent(a + b));
    let parts = [pair[0], pair[1]].map(|f| Side::of(material, Part::of_figure(sentence.number(), f)));
    Some(Finding::conflict(Kind::Share, Confidence::Medium, "shares of one whole".to_owned(), reason, parts))
}

/// True when the words behind the two shares are answers that exclude each other.
fn are_opposed(sentence: &Sentence, a: &Figure, b: &Figure) -> bool {
    // "40 percent of men and 65 percent of women": two wholes.
    if norm(sentence, b.tokens.end) == "of" || b.tokens.start - a.tokens.end > 14 {
        return false;
    }
    let end = (b.tokens.end..sentence.len())
        .find(|&i| matches!(norm(sentence, i), "," | ";" | "." | "and" | "but"))
        .unwrap_or(sentence.len());
    let tells = |mut within: Range<usize>, word: &str| within.any(|i| sentence.lemma(i) == word);
    let (first, second) = (a.tokens.end..b.tokens.start, b.tokens.end..end);
    OPPOSITES.iter().any(|[x, y]| {
        tells(first.clone(), x) && tells(second.clone(), y)
            || tells(first.clone(), y) && tells(second.clone(), x)
    })
}

#[cfg(test)]
mod tests {
    use crate::arithmetic::tests::{quiet, told};
    use crate::claim::Kind;

    #[test]
    fn shares_that_do_not_fit_their_counts_are_told() {
        told(
            Kind::Share,
            &[
                ("Twelve of the 40 members, or 25 percent, voted against it.", "12 of 40 is 30 percent"),
                ("The party won 40 of the 50 seats, or 70 percent.", "40 of 50 is 80 percent"),
                ("They lost 12 of 40 homes (25 percent) in the fire.", "12 of 40 is 30 percent"),
                ("Some 20 percent, or 12 of the 40 members, voted against it.", "12 of 40 is 30 percent"),
                ("Half of the 80 seats, or 30, went to women.", "30 of 80 is 37.5 percent"),
                ("Sixty percent voted for the plan and 50 percent against.", "60 and 50 make 110 percent"),
                ("In the poll 55 percent approve and 52 percent disapprove.", "55 and 52 make 107 percent"),
            ],
        );
    }

    #[test]
    fn shares_that_fit_or_are_of_other_wholes_are_not() {
        quiet(
            Kind::Share,
            &[
                "Twelve of the 40 members, or 30 percent, voted against it.",
                "The party won 40 of the 49 seats, or 82 percent.",
                "The party won 40 of the 49 seats, or 81 percent.",
                "The party won 40 of the 49 seats, or about 80 percent.",
                "The party won 40 of the 49 seats, or more than 80 percent.",
                "About 12 of the 40 members, or 27 percent, voted against it.",
                "A third, or 12 of the 40 members, voted against it.",
                "Twelve of the 40 members voted against it, and 25 percent stayed away.",
                "Half of the 80 seats, 30 of them in the north, went to women.",
                "Sixty percent voted for the plan and 40 percent against.",
                "In the poll 50.5 percent approve and 50 percent disapprove.",
                "In the poll 55 percent of men approve and 52 percent of women disapprove.",
                "In the poll 55 percent approve and 52 percent trust her.",
            ],
        );
    }
}
