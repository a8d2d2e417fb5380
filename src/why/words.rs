//! A finding in words: what became of two claims, and the topic that shows it.

use super::{Finding, Standing, Together};
use crate::article::Cluster;
use crate::discrepancy::{Confidence, JudgedTopic, Report, Verdict};
use crate::judge::Weakness;
use crate::report::on_one_line;
use crate::report::text::names;
use crate::value::Level;

/// What became of two claims, as one word for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// `check` reports it.
    Reported,
    /// A difference that `check` shows with `--all` only.
    Unsure,
    /// A difference that the house has accepted.
    Accepted,
    /// Compared, and both say the same.
    Agree,
    /// Compared, and both can hold.
    Compatible,
    /// Compared, and nothing could be said.
    Unclear,
    /// They differ, and a stronger difference of their topic is shown.
    LeftOut,
    /// Never laid side by side.
    Apart,
}

impl Outcome {
    /// Its name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Outcome::Reported => "reported",
            Outcome::Unsure => "unsure",
            Outcome::Accepted => "accepted",
            Outcome::Agree => "agree",
            Outcome::Compatible => "compatible",
            Outcome::Unclear => "unclear",
            Outcome::LeftOut => "left-out",
            Outcome::Apart => "apart",
        }
    }
}

/// What became of two claims, and in which topic.
#[derive(Debug, Clone)]
pub struct Told<'r> {
    /// In one word.
    pub outcome: Outcome,
    /// In a sentence.
    pub words: String,
    /// The topic that holds them.
    pub topic: Option<&'r JudgedTopic>,
    /// The slot that keeps them apart.
    pub slot: Option<&'static str>,
}

/// A finding on two claims of the report, in words.
pub fn told<'r>(cluster: &Cluster, report: &'r Report, finding: &Finding) -> Told<'r> {
    match finding {
        Finding::OneClaim => Told {
            outcome: Outcome::Agree,
            words: "a and b are one claim".to_owned(),
            topic: None,
            slot: None,
        },
        Finding::Parted(parted) => {
            let words = format!("not compared: {}", on_one_line(&parted.to_string()));
            Told { outcome: Outcome::Apart, words, topic: None, slot: Some(parted.slot()) }
        }
        Finding::Together(together) => {
            let topic = together.topic.map(|number| &report.topics[number]);
            let (outcome, words) = side_by_side(cluster, report, together, topic);
            Told { outcome, words: on_one_line(&words), topic, slot: None }
        }
    }
}

fn side_by_side(
    cluster: &Cluster,
    report: &Report,
    together: &Together,
    topic: Option<&JudgedTopic>,
) -> (Outcome, String) {
    let Some(topic) = topic else {
        return (Outcome::Agree, "compared, and nothing differs".to_owned());
    };
    let level = together.comparison.map(|c| c.level);
    let because = together.comparison.map_or_else(|| topic.reason.clone(), |c| c.reason.to_string());
    let beside = || match topic.verdict.is_discrepancy() {
        true => format!("; other claims of the topic stand in {}", called(topic)),
        false => String::new(),
    };
    let weakness = || weak_words(cluster, report, together.weakness);
    match (together.standing, level) {
        // When they were counted and who counts is known of the topic alone.
        (Standing::TwoReadings, Some(Level::Conflict))
            if matches!(topic.verdict, Verdict::Update | Verdict::Minor) =>
        {
            difference(topic, &topic.reason, &weakness())
        }
        (Standing::TwoReadings, Some(Level::Conflict)) if topic.verdict == Verdict::Compatible => {
            (Outcome::Compatible, format!("compared, and both can hold: {}", topic.reason))
        }
        (Standing::TwoReadings, Some(Level::Conflict) | None) if topic.verdict.is_discrepancy() => {
            difference(topic, &because, &weakness())
        }
        // A lost hedge is a difference of two values that can both hold.
        (Standing::TwoReadings, Some(Level::Compatible)) if is_shown_for(topic, &because) => {
            difference(topic, &because, &weakness())
        }
        (Standing::OneReading, None) => {
            (Outcome::Agree, format!("compared: both give one reading{}", beside()))
        }
        (_, Some(Level::Identical | Level::Equivalent)) => {
            (Outcome::Agree, format!("compared, and they agree: {because}{}", beside()))
        }
        (_, Some(Level::Compatible)) => {
            (Outcome::Compatible, format!("compared, and both can hold: {because}{}", beside()))
        }
        (_, Some(Level::Incomparable)) => {
            (Outcome::Unclear, format!("compared, and nothing can be said: {because}{}", beside()))
        }
        (Standing::TwoReadings, None) => match topic.verdict {
            Verdict::Agree => (Outcome::Agree, format!("compared, and they agree: {because}")),
            _ => (Outcome::Compatible, format!("compared, and both can hold: {because}")),
        },
        (_, Some(Level::Conflict)) => {
            (Outcome::LeftOut, format!("compared, and not shown: {because}{}{}", weakness(), beside()))
        }
        (Standing::LeftOut | Standing::NothingDiffers, None) => {
            (Outcome::LeftOut, format!("compared, and not shown{}", beside()))
        }
    }
}

/// True when the topic is shown for that very reason.
fn is_shown_for(topic: &JudgedTopic, because: &str) -> bool {
    topic.verdict.is_discrepancy() && topic.reason == because
}

fn difference(topic: &JudgedTopic, because: &str, weakness: &str) -> (Outcome, String) {
    let called = called(topic);
    match &topic.accepted {
        Some(accepted) => (Outcome::Accepted, format!("accepted, {called}: {}", accepted.because)),
        None if topic.confidence >= Confidence::Medium => {
            (Outcome::Reported, format!("reported, {called}: {because}"))
        }
        None => {
            let weakness = match weakness {
                "" => "; the words around the two do not show that they are about one thing",
                told => told,
            };
            (Outcome::Unsure, format!("reported with --all only, {called}: {because}{weakness}"))
        }
    }
}

/// "conflict 154dfd, confidence high".
fn called(topic: &JudgedTopic) -> String {
    let short = topic.fingerprint.get(..6).unwrap_or(&topic.fingerprint);
    format!("{} {short}, confidence {}", topic.verdict.id(), topic.confidence.id())
}

fn weak_words(cluster: &Cluster, report: &Report, weakness: Option<Weakness>) -> String {
    let names = names(cluster);
    let place = |id| {
        let claim = report.claim(id);
        let at = cluster[claim.span.article].place_of(claim.span.range().start);
        format!("“{}” ({}:{at})", &cluster[claim.span], names[claim.span.article.index()])
    };
    match weakness {
        None => String::new(),
        Some(Weakness::Far) => "; one is more than ten times the other, as of two things".to_owned(),
        Some(Weakness::OneArticle) => "; both stand in one article, which may speak of two things".to_owned(),
        Some(Weakness::Agree(a, b)) => format!(
            "; their articles agree on {} and {}, so that what is left over may be another thing",
            place(a),
            place(b)
        ),
    }
}
