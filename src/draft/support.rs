//! Whether any source says the same, brought together by alignment or not.
//!
//! Generous on purpose: a list of what no source says is of use only if it is short.

use crate::article::{ArticleId, Cluster, ZoneKind};
use crate::claim::{Claim, Kind, Subject, Value};
use crate::discrepancy::Report;
use crate::judge::compare;
use crate::value::words;
use crate::value::{Level, Number, PersonName, Quantity, Reason};

/// What the sources say.
pub(super) struct Support<'r> {
    claims: Vec<&'r Claim>,
    /// Each source as words in small letters with one blank between and around them.
    texts: Vec<String>,
    /// Days on which the sources were published.
    published: Vec<jiff::civil::Date>,
}

impl<'r> Support<'r> {
    /// What the articles say that are sources.
    pub fn of(cluster: &Cluster, report: &'r Report, is_source: &impl Fn(ArticleId) -> bool) -> Support<'r> {
        let sources = || cluster.iter().filter(|(id, _)| is_source(*id)).map(|(_, article)| article);
        Support {
            claims: report.claims.iter().filter(|claim| is_source(claim.span.article)).collect(),
            texts: sources().map(|article| plain(&article.text)).collect(),
            published: sources().filter_map(|article| article.published).collect(),
        }
    }

    /// True when a source gives the value of the claim, for whatever it may be.
    pub fn holds(&self, cluster: &Cluster, claim: &Claim) -> bool {
        let words = &cluster[claim.span];
        match &claim.value {
            Value::Quantity(quantity) => {
                self.gives_figure(claim, quantity) || exact_digits(words).any(|d| self.says(d))
            }
            Value::Age(age) => self.any(claim.kind, |v| matches!(v, Value::Age(other) if other == age)),
            Value::When(when) => {
                let day = when.single_day();
                let is_of_source = day.is_some_and(|day| self.published.contains(&day));
                is_of_source || self.says(words) || self.fits(claim)
            }
            Value::Clock(_) | Value::Place(_) => self.says(words) || self.fits(claim),
            Value::Name(name) => {
                let same = |v: &Value| matches!(v, Value::Name(other) if are_one(name, other));
                self.says(words) || self.any(Kind::Name, same)
            }
            Value::Proper(name) => {
                let is_same =
                    |v: &Value| matches!(v, Value::Proper(o) if name.compare(o).level >= Level::Equivalent);
                // "Alder's Harbour Board" is known where Alder and the Harbour Board are.
                let words = name.name.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 1);
                words.clone().count() > 0 && words.clone().all(|word| self.says(word))
                    || self.any(Kind::Name, is_same)
                    || self.any(Kind::Place, is_same)
            }
            Value::Words(said) => {
                // A source that has a part of the words does not bear out the rest.
                let is_same = |v: &Value| match v {
                    Value::Words(other) => {
                        let level = words::compare(said, other).level;
                        level >= Level::Equivalent
                            || level == Level::Compatible && other.count() >= said.count()
                    }
                    _ => false,
                };
                self.says(words) || self.any(claim.kind, is_same)
            }
            // Which way a place lies, of which sort it is, a role, a status and how a matter came out are not
            // asked for.
            Value::Direction(_)
            | Value::Scene(_)
            | Value::Role(_)
            | Value::Status(_)
            | Value::Outcome(_)
            | Value::Superlative(_) => true,
        }
    }

    fn any(&self, kind: Kind, holds: impl Fn(&Value) -> bool) -> bool {
        self.claims.iter().any(|other| other.kind == kind && holds(&other.value))
    }

    fn fits(&self, claim: &Claim) -> bool {
        self.any(claim.kind, |other| compare(&claim.value, other).level >= Level::Compatible)
    }

    /// The same figure in a claim of the kind; or one that fits it, of the same thing.
    fn gives_figure(&self, claim: &Claim, quantity: &Quantity) -> bool {
        self.claims.iter().filter(|other| other.kind == claim.kind).any(|other| {
            let Value::Quantity(theirs) = &other.value else { return false };
            let found = quantity.compare(theirs);
            match found.level {
                Level::Identical | Level::Equivalent => true,
                Level::Compatible => {
                    found.reason == Reason::Rounding
                        || quantity.size() == theirs.size()
                        || quantity.unit != theirs.unit
                        || are_of_one_thing(claim, other)
                }
                Level::Conflict | Level::Incomparable => false,
            }
        })
    }

    /// True when these words stand in a source, one after the other.
    fn says(&self, words: &str) -> bool {
        let words = plain(words);
        words.len() > 2 && self.texts.iter().any(|text| text.contains(words.as_str()))
    }
}

/// True for claims of which nobody asks a source: one thing, dozens of them, the first, the day of
/// publication, a word or two in quotation marks, capital letters of a headline.
pub(super) fn is_trivial(cluster: &Cluster, claim: &Claim) -> bool {
    match &claim.value {
        Value::Quantity(quantity) => {
            quantity.size() <= 1.into() || quantity.bound.number().is_some_and(Number::is_loose)
        }
        Value::When(when) => {
            let published = cluster[claim.span.article].published;
            when.single_day().is_none() && when.first().is_none()
                || published.is_some() && when.single_day() == published
        }
        Value::Words(words) => words.count() < SHORTEST_QUOTATION,
        // In a headline every word may have a capital letter.
        Value::Proper(_) => matches!(claim.zone, ZoneKind::Headline | ZoneKind::Subheading),
        _ => false,
    }
}

/// Fewest words of a quotation whose words matter; "so-called" marks set off one or two.
const SHORTEST_QUOTATION: usize = 3;

/// The claim that gives the person's name in full, for a claim that gives it at all:
/// "Alder" stands for the Jane Alder of the paragraph before.
pub(super) fn fullest<'r>(report: &'r Report, claim: &'r Claim) -> &'r Claim {
    let (Value::Name(_), Subject::Person(number)) = (&claim.value, &claim.subject) else { return claim };
    let length = |claim: &Claim| match &claim.value {
        Value::Name(name) => name.len(),
        _ => 0,
    };
    let is_same = |other: &&Claim| {
        other.span.article == claim.span.article
            && other.kind == claim.kind
            && matches!(&other.subject, Subject::Person(n) if n == number)
    };
    let names = report.claims.iter().filter(is_same);
    names.fold(claim, |best, other| if length(other) > length(best) { other } else { best })
}

fn are_one(a: &PersonName, b: &PersonName) -> bool {
    PersonName::compare(a, b).level >= Level::Compatible
}

/// True for two figures with one counted noun.
fn are_of_one_thing(a: &Claim, b: &Claim) -> bool {
    match (&a.subject, &b.subject) {
        (Subject::Measurand(a), Subject::Measurand(b)) => !a.counted.is_empty() && a.counted == b.counted,
        _ => false,
    }
}

/// Figures of three digits or more, as printed: two sources hardly share them by chance.
fn exact_digits(words: &str) -> impl Iterator<Item = &str> {
    let runs = words.split(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')));
    let runs = runs.map(|run| run.trim_matches([',', '.']));
    runs.filter(|run| run.chars().filter(char::is_ascii_digit).count() >= 3)
}

/// The text as words in small letters, with one blank between and around them; marks
/// inside a figure stay, "'s" is a word of its own.
fn plain(text: &str) -> String {
    let mut words = String::from(" ");
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_inner = matches!(c, ',' | '.' | ':')
            && words.ends_with(|before: char| before.is_ascii_digit())
            && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_alphanumeric() || is_inner {
            words.extend(c.to_lowercase());
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}
