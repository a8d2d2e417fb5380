//! Changes: "rose from 200 to 300, a 33 percent increase".
//!
//! The two ends give the change, and the change is told beside them. Each may be
//! rounded as far as its digits allow. Percent of percent is a trap of its own: from 10
//! to 15 percent is a rise by half, or by five percentage points.

use std::ops::Range;

use rust_decimal::Decimal;

use super::finding::{Finding, Part, Side, flat, is_percent, percent, short, stretch};
use crate::claim::Kind;
use crate::detect::{Found, Material};
use crate::discrepancy::{Confidence, Severity, Verdict};
use crate::language::Sentence;
use crate::lexicon::CHANGES;
use crate::mention::figure::{Figure, Form};
use crate::value::{Bound, Dimension};

/// Tokens between the ends and the change: "rose from 200 to 300 last year, |a rise of|".
const REACH: usize = 8;

/// Verbs that tell a factor, with the least and most hundredths it can be.
const FACTORS: [(&str, u32, u32); 4] =
    [("double", 185, 240), ("triple", 280, 340), ("quadruple", 370, 440), ("halve", 44, 56)];

/// The changes of one article that do not fit their ends.
pub(super) fn findings(material: &Material) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sentence, found) in material.sentences() {
        for ends in ends(&sentence, found) {
            let misfit = by_percent(material, &sentence, found, &ends)
                .or_else(|| by_points(material, &sentence, found, &ends))
                .or_else(|| by_factor(material, &sentence, &ends));
            findings.extend(misfit);
        }
    }
    findings
}

/// Where a change begins and ends: "from 200 to 300", "to 300 from 200".
struct Ends<'f> {
    from: &'f Figure,
    to: &'f Figure,
    tokens: Range<usize>,
}

fn ends<'f>(sentence: &Sentence, found: &'f Found) -> Vec<Ends<'f>> {
    let is_level = |f: &Figure| {
        let is_sort = matches!(f.form, Form::Cardinal | Form::Money | Form::Percent | Form::Measure);
        is_sort && f.change.is_none() && flat(f).is_some_and(|n| n > Decimal::ZERO)
    };
    let before = |f: &Figure| f.tokens.start.checked_sub(1).map_or("", |i| sentence.norm(i));
    let mut ends = Vec::new();
    for pair in found.figures.windows(2) {
        let [a, b] = pair else { continue };
        let near = b.tokens.start - a.tokens.end <= 4;
        if !(is_level(a) && is_level(b) && near && a.tokens.start > 0) {
            continue;
        }
        // "from 10 to 15 percent": the first end has the unit of the second.
        let is_same = a.quantity.unit == b.quantity.unit
            || a.quantity.unit.dimension() == Dimension::Count && b.tokens.start - a.tokens.end == 1;
        let (from, to) = match (before(a), before(b)) {
            ("from", "to") => (a, b),
            ("to", "from") => (b, a),
            _ => continue,
        };
        if is_same {
            ends.push(Ends { from, to, tokens: a.tokens.start - 1..b.tokens.end });
        }
    }
    ends
}

impl Ends<'_> {
    fn side(&self, material: &Material, sentence: &Sentence) -> Side {
        let part = Part::of_figure(sentence.number(), self.to);
        Side::of(material, Part { tokens: self.tokens.clone(), ..part })
    }

    /// From least to most that the end can be of the beginning, in percent.
    fn ratio(&self) -> Option<(Decimal, Decimal)> {
        let ((a_low, a_high), (b_low, b_high)) = (rounded(self.from)?, rounded(self.to)?);
        (a_low > Decimal::ZERO)
            .then(|| (b_low / a_high * Decimal::ONE_HUNDRED, b_high / a_low * Decimal::ONE_HUNDRED))
    }

    /// The one figure near the ends of which `wanted` holds.
    fn beside<'f>(
        &self,
        sentence: &Sentence,
        found: &'f Found,
        wanted: impl Fn(&Figure) -> bool,
    ) -> Option<&'f Figure> {
        let mut near = found.figures.iter().filter(|f| {
            let is_before = f.tokens.end <= self.tokens.start;
            let between = match is_before {
                true => f.tokens.end..self.tokens.start,
                false => self.tokens.end..f.tokens.start.max(self.tokens.end),
            };
            let is_near = f.tokens.start >= self.tokens.end || is_before;
            let is_joined =
                !between.clone().any(|i| matches!(sentence.norm(i), ";" | ":" | "and" | "while" | "but"));
            is_near && between.len() <= REACH && is_joined && wanted(f)
        });
        let one = near.next()?;
        near.next().is_none().then_some(one)
    }
}

/// What a figure can stand for when it was rounded to its last digit.
fn rounded(figure: &Figure) -> Option<(Decimal, Decimal)> {
    let n = figure.quantity.bound.number()?;
    let (low, high) = stretch(figure)?;
    let half = if n.step() < Decimal::ONE { n.step() / Decimal::TWO } else { Decimal::ZERO };
    Some((low.min(n.value() - half), high.max(n.value() + half)))
}

/// "a 33 percent increase", "up 33 percent", "rose 33 percent".
fn by_percent(material: &Material, sentence: &Sentence, found: &Found, ends: &Ends) -> Option<Finding> {
    let told = ends.beside(sentence, found, |f| is_percent(f) && is_change(sentence, f))?;
    let (low, high) = ends.ratio()?;
    let said = flat(told)?;
    // What falls is told without its sign.
    let (low, high) = (low - Decimal::ONE_HUNDRED, high - Decimal::ONE_HUNDRED);
    let (least, most) = if high <= Decimal::ZERO { (-high, -low) } else { (low, high) };
    let slack = if said >= Decimal::from(20) { Decimal::TWO } else { Decimal::ONE };
    if least - slack <= said && said <= most + slack {
        return None;
    }
    // "from 100 to 300, or 300 percent": what it came to, loosely told.
    let whole = least + Decimal::ONE_HUNDRED - slack..=most + Decimal::ONE_HUNDRED + slack;
    if said >= Decimal::ONE_HUNDRED && whole.contains(&said) {
        return None;
    }
    let (from, to) = (flat(ends.from)?, flat(ends.to)?);
    let is_of_percent = is_percent(ends.to);
    let points = (to - from).abs();
    let came = percent((to - from).abs() / from * Decimal::ONE_HUNDRED);
    let is_points = is_of_percent && (points - said).abs() <= Decimal::ONE / Decimal::TEN;
    let reason = match is_points {
        true => {
            format!("from {} to {} is {} percentage points, or {came}", short(from), short(to), short(points))
        }
        false => format!("from {} to {} is {came}", short(from), short(to)),
    };
    let sides = [ends.side(material, sentence), Side::of(material, Part::of_figure(sentence.number(), told))];
    let title = format!("change from {} to {}", short(from), short(to));
    let mut finding = Finding::conflict(Kind::Change, Confidence::High, title, reason, sides);
    if is_points {
        (finding.verdict, finding.severity) = (Verdict::Minor, Severity::Low);
    }
    Some(finding)
}

/// "a rise of five percentage points".
fn by_points(material: &Material, sentence: &Sentence, found: &Found, ends: &Ends) -> Option<Finding> {
    if !is_percent(ends.to) {
        return None;
    }
    let is_points = |f: &Figure| f.quantity.unit.dimension() == Dimension::PercentagePoint;
    let told = ends.beside(sentence, found, is_points)?;
    let ((a_low, a_high), (b_low, b_high)) = (rounded(ends.from)?, rounded(ends.to)?);
    let (from, to, said) = (flat(ends.from)?, flat(ends.to)?, flat(told)?);
    let slack = (a_high - a_low + b_high - b_low) / Decimal::TWO;
    let points = (to - from).abs();
    if (points - said).abs() <= slack {
        return None;
    }
    let reason = format!("from {} to {} is {} percentage points", short(from), short(to), short(points));
    let sides = [ends.side(material, sentence), Side::of(material, Part::of_figure(sentence.number(), told))];
    let title = format!("change from {} to {}", short(from), short(to));
    Some(Finding::conflict(Kind::Change, Confidence::High, title, reason, sides))
}

/// "doubled from 200 to 300".
fn by_factor(material: &Material, sentence: &Sentence, ends: &Ends) -> Option<Finding> {
    let verb = (ends.tokens.start.saturating_sub(4)..ends.tokens.start)
        .find(|&i| FACTORS.iter().any(|(word, ..)| sentence.lemma(i) == *word))?;
    let is_loose = verb.checked_sub(1).is_some_and(|i| {
        matches!(
            sentence.norm(i),
            "nearly" | "almost" | "than" | "about" | "roughly" | "virtually" | "practically"
        )
    });
    let (word, least, most) = *FACTORS.iter().find(|(word, ..)| sentence.lemma(verb) == *word)?;
    let (low, high) = ends.ratio()?;
    if is_loose || high >= Decimal::from(least) && low <= Decimal::from(most) {
        return None;
    }
    let (from, to) = (flat(ends.from)?, flat(ends.to)?);
    let times = (to / from).round_dp(2).normalize();
    let reason = format!("from {} to {} is {times} times as much", short(from), short(to));
    let told = Part {
        sentence: sentence.number(),
        tokens: verb..verb + 1,
        ..Part::of_figure(sentence.number(), ends.to)
    };
    let sides = [Side::of(material, told), ends.side(material, sentence)];
    let title = format!("{word} from {} to {}", short(from), short(to));
    Some(Finding::conflict(Kind::Change, Confidence::High, title, reason, sides))
}

/// True for a difference: "rose 33 percent", "a rise of 33 percent", "a 33 percent rise".
fn is_change(sentence: &Sentence, figure: &Figure) -> bool {
    if !matches!(figure.quantity.bound, Bound::Exactly(_)) {
        return false;
    }
    let near = (figure.tokens.start.saturating_sub(2)..figure.tokens.start)
        .chain(figure.tokens.end..sentence.len().min(figure.tokens.end + 1));
    figure.change.is_some() || near.into_iter().any(|i| CHANGES.contains(sentence.norm(i)))
}

#[cfg(test)]
mod tests {
    use crate::arithmetic::tests::{quiet, told};
    use crate::claim::Kind;

    #[test]
    fn changes_that_do_not_fit_their_ends_are_told() {
        told(
            Kind::Change,
            &[
                ("Sales rose from 200 to 300, a 33 percent increase.", "from 200 to 300 is 50 percent"),
                ("Sales fell from 300 to 200, a drop of 50 percent.", "from 300 to 200 is 33.3 percent"),
                (
                    "Profit was up 20 percent to $3.2 million from $2 million.",
                    "from 2,000,000 to 3,200,000 is 60 percent",
                ),
                ("Sales rose 33 percent to 300 from 200.", "from 200 to 300 is 50 percent"),
                (
                    "Unemployment rose 5 percent, from 10 percent to 15 percent.",
                    "from 10 to 15 is 5 percentage points, or 50 percent",
                ),
                (
                    "Unemployment rose from 10 percent to 15 percent, a rise of 7 percentage points.",
                    "from 10 to 15 is 5 percentage points",
                ),
                ("The number of visitors doubled from 200 to 300.", "from 200 to 300 is 1.5 times as much"),
            ],
        );
    }

    #[test]
    fn changes_that_fit_are_not() {
        quiet(
            Kind::Change,
            &[
                "Sales rose from 200 to 300, a 50 percent increase.",
                "Sales fell from 300 to 200, a drop of 33 percent.",
                "Profit was up 60 percent to $3.2 million from $2 million.",
                "Profit was up 11 percent to $1.2 million from $1.1 million.",
                "Sales rose from 200 to 300, an increase of about a third.",
                "Unemployment rose 50 percent, from 10 percent to 15 percent.",
                "Unemployment rose from 10 to 15 percent, a rise of 5 percentage points.",
                "The number of visitors doubled from 200 to 410.",
                "The number of visitors nearly doubled from 200 to 360.",
                // Another figure's change.
                "Sales rose from 200 to 300, and rents increased 20 percent.",
                "The bus runs from 8 to 12, and 20 percent of seats are free.",
            ],
        );
    }
}
