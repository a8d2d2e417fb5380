//! Outcomes laid side by side: two answers to one question about one matter.
//!
//! The matter is a person of the story, a named body or "the" one thing of its name,
//! with the same object. An article that gives both answers speaks of two matters and is
//! no witness. Where the answer can change, a later one is an update.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::people::{Judged, judged_topic};
use super::roster::{Member, Roster};
use super::numbered;
use crate::article::ArticleId;
use crate::claim::{Claim, Kind, Matter, Subject, Value};
use crate::detect::Material;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::mention::Part;
use crate::value::calendar::days_between;
use crate::value::{Level, Outcome, Reason};

/// Days before publication from which a dated outcome is background.
const BACKGROUND: i32 = 30;

/// Days between two articles that may still tell of one event without a toll.
const ONE_EVENT: i32 = 3;

/// An outcome with the claim that tells it.
struct Told<'c> {
    id: ClaimId,
    claim: &'c Claim,
    matter: &'c Matter,
    outcome: Outcome,
    /// The character of the roster, for a person.
    character: Option<usize>,
}

/// Topics of kind outcome, by first appearance.
pub fn topics(material: &[Material<'_>], claims: &[Claim]) -> Vec<JudgedTopic> {
    let outcomes = numbered(claims).filter_map(|(id, claim)| match (&claim.value, &claim.subject) {
        (Value::Outcome(outcome), Subject::Matter(matter)) if claim.stance.modal.is_none() => {
            Some(Told { id, claim, matter, outcome: *outcome, character: None })
        }
        _ => None,
    });
    let mut told: Vec<Told> = outcomes.collect();
    let mut topics = nobody_and_somebody(material, claims, &told);
    told.retain(|t| t.outcome.question != "toll");
    if told.iter().all(|t| t.claim.span.article == told[0].claim.span.article) {
        return topics;
    }
    number(material, &mut told);
    let mut groups: BTreeMap<(String, &str), Vec<(usize, usize)>> = BTreeMap::new();
    for i in 0..told.len() {
        for j in i + 1..told.len() {
            if is_against(material, &told, i, j) {
                groups.entry((title(&told[i], &told[j]), told[i].outcome.question)).or_default().push((i, j));
            }
        }
    }
    for ((title, _), pairs) in groups {
        topics.push(topic(material, claims, &told, title, &pairs));
    }
    topics.sort_by_key(|t| t.readings.iter().flat_map(|r| &r.claims).min().copied());
    topics
}

/// Gives each person's outcome the character of the story.
fn number(material: &[Material<'_>], told: &mut [Told]) {
    if told.iter().all(|t| t.matter.person.is_none()) {
        return;
    }
    let roster = Roster::of(material.iter().map(|m| &m.cast).collect());
    for t in told {
        let Some(person) = t.matter.person else { continue };
        let member = Member { cast: t.claim.span.article.index(), person: person as usize };
        t.character = roster.characters.iter().position(|c| c.members.contains(&member));
    }
}

/// True when the two tell of one matter with two answers.
fn is_against(material: &[Material<'_>], told: &[Told], i: usize, j: usize) -> bool {
    let (a, b) = (&told[i], &told[j]);
    a.claim.span.article != b.claim.span.article
        && a.outcome.compare(&b.outcome).level == Level::Conflict
        && is_one_matter(a, b)
        && is_one_time(material, a.claim, b.claim)
        && ![a, b].into_iter().any(|t| gives_both(told, t))
}

fn is_one_matter(a: &Told, b: &Told) -> bool {
    let is_one_party = match (a.character, b.character) {
        (Some(a), Some(b)) => a == b,
        (None, None) if a.matter.person.is_none() && b.matter.person.is_none() => {
            let is_open = a.matter.holder.is_empty() || b.matter.holder.is_empty();
            a.matter.holder.eq_ignore_ascii_case(&b.matter.holder) || is_open && !a.matter.object.is_empty()
        }
        _ => false,
    };
    let (x, y) = (&a.matter.object, &b.matter.object);
    let is_open = |t: &Told| t.matter.modifiers.is_empty();
    let shares = a.matter.modifiers.iter().any(|word| b.matter.modifiers.contains(word));
    // "guilty", of whatever; but a plan is a plan only if both call it so.
    let may_be_silent = matches!(a.outcome.question, "verdict" | "plea");
    let is_one_object = x == y && (is_open(a) || is_open(b) || shares) || may_be_silent && (x.is_empty() || y.is_empty());
    is_one_party && is_one_object
}

/// True when no article gives the matter the other answer as well.
fn gives_both(told: &[Told], one: &Told) -> bool {
    told.iter().any(|other| {
        other.claim.span.article == one.claim.span.article
            && other.outcome.compare(&one.outcome).level == Level::Conflict
            && (other.character.is_some() && other.character == one.character
                || other.matter.person.is_none() && one.matter.person.is_none() && is_one_matter(other, one))
    })
}

fn published(material: &[Material<'_>], article: ArticleId) -> Option<Date> {
    material[article.index()].article.article.published
}

/// Both are of the day's events, or of the same year before.
fn is_one_time(material: &[Material<'_>], a: &Claim, b: &Claim) -> bool {
    background(material, a) == background(material, b)
}

fn background(material: &[Material<'_>], claim: &Claim) -> Option<i16> {
    let last = claim.scope.period.as_ref()?.last()?;
    let day = published(material, claim.span.article)?;
    (days_between(last, day) > BACKGROUND).then(|| last.year())
}

fn title(a: &Told, b: &Told) -> String {
    let holder = if a.matter.holder.len() >= b.matter.holder.len() { &a.matter.holder } else { &b.matter.holder };
    let question = match a.outcome.question {
        "reply" => format!("reply to the {}", a.matter.object),
        "request" | "contest" => a.matter.object.clone(),
        other => other.to_owned(),
    };
    if holder.is_empty() { question } else { format!("{question} · {holder}") }
}

fn topic(
    material: &[Material<'_>],
    claims: &[Claim],
    told: &[Told],
    title: String,
    pairs: &[(usize, usize)],
) -> JudgedTopic {
    let (mut readings, mut confidence, mut is_update) =
        (BTreeMap::<&str, Vec<ClaimId>>::new(), Confidence::Medium, true);
    for &(i, j) in pairs {
        for t in [&told[i], &told[j]] {
            let ids = readings.entry(t.outcome.answer).or_default();
            if !ids.contains(&t.id) {
                ids.push(t.id);
            }
        }
        confidence = confidence.max(sureness(&told[i], &told[j]));
        is_update &= updates(material, &told[i], &told[j]);
    }
    let question = told[pairs[0].0].outcome.question;
    let severity = match question {
        "life" | "verdict" | "plea" => Severity::High,
        _ => Severity::Medium,
    };
    let judged = Judged {
        kind: Kind::Outcome,
        title,
        verdict: if is_update { Verdict::Update } else { Verdict::Conflict },
        confidence,
        severity,
        reason: Reason::ExclusiveOutcomes,
    };
    let readings = readings.into_values().map(|mut ids| {
        ids.sort();
        let printed = ids.iter().min().map(|id| words(material, &claims[id.0 as usize])).unwrap_or_default();
        (printed, ids)
    });
    judged_topic(claims, judged, readings.collect())
}

fn words(material: &[Material<'_>], claim: &Claim) -> String {
    let text = &material[claim.span.article.index()].article.article.text;
    text[claim.span.range()].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A named party with the same object, or none on either side.
fn sureness(a: &Told, b: &Told) -> Confidence {
    let is_named = a.matter.is_named && b.matter.is_named;
    let is_whole = a.matter.object == b.matter.object && a.outcome.question != "custody";
    if is_named && is_whole { Confidence::High } else { Confidence::Medium }
}

/// True when the later answer can follow the earlier one.
fn updates(material: &[Material<'_>], a: &Told, b: &Told) -> bool {
    let days = published(material, a.claim.span.article).zip(published(material, b.claim.span.article));
    let Some((first, second)) = days.filter(|(a, b)| a != b) else { return false };
    let later = if first > second { a } else { b };
    match a.outcome.question {
        "life" => later.outcome.answer == "died",
        "damage" | "injury" => false,
        _ => true,
    }
}

/// "No one was hurt" against "two people were hurt".
fn nobody_and_somebody(material: &[Material<'_>], claims: &[Claim], told: &[Told]) -> Vec<JudgedTopic> {
    let mut topics: Vec<JudgedTopic> = Vec::new();
    for none in told.iter().filter(|t| t.outcome.question == "toll") {
        let here = none.claim.span.article;
        let counts: Vec<(ClaimId, &Claim)> =
            numbered(claims).filter(|(_, claim)| counts_some(none, claim, none.matter.object == "hurt")).collect();
        // Who counts the hurt, or names a victim, speaks of another event or group.
        let knows_some = counts.iter().any(|(_, c)| c.span.article == here)
            || material[here.index()].cast.people.iter().any(|p| {
                p.parts.iter().any(|part| matches!(part, Part::Dead | Part::Hurt | Part::Victim))
            });
        if knows_some || background(material, none.claim).is_some() {
            continue;
        }
        let is_event = |c: &Claim| {
            let there = c.span.article;
            let (a, b) = (material[here.index()].main_event, material[there.index()].main_event);
            let days = published(material, here).zip(published(material, there));
            there != here
                && background(material, c).is_none()
                && a.zip(b).is_none_or(|(a, b)| a == b)
                && days.is_none_or(|(a, b)| days_between(a, b).abs() <= ONE_EVENT)
        };
        let some: Vec<ClaimId> = counts.iter().filter(|(_, c)| is_event(c)).map(|(id, _)| *id).collect();
        let Some(&first) = some.first() else { continue };
        let is_later = some.iter().all(|id| {
            let there = published(material, claims[id.0 as usize].span.article);
            published(material, here).zip(there).is_some_and(|(a, b)| a < b)
        });
        let happened = if none.matter.object == "kill" { "killed" } else { "hurt" };
        let judged = Judged {
            kind: Kind::Outcome,
            title: format!("anybody {happened}"),
            verdict: if is_later { Verdict::Update } else { Verdict::Conflict },
            confidence: Confidence::Medium,
            severity: Severity::High,
            reason: Reason::NoneAndSome,
        };
        let readings = vec![
            (words(material, none.claim), vec![none.id]),
            (words(material, &claims[first.0 as usize]), some),
        ];
        join(&mut topics, judged_topic(claims, judged, readings));
    }
    topics
}

/// Several articles without a toll are one reading against the same counts.
fn join(topics: &mut Vec<JudgedTopic>, topic: JudgedTopic) {
    let same = topics.iter_mut().find(|t| t.topic == topic.topic && t.verdict == topic.verdict);
    let Some(known) = same else {
        topics.push(topic);
        return;
    };
    for (reading, more) in known.readings.iter_mut().zip(topic.readings) {
        reading.claims.extend(more.claims);
        reading.claims.sort();
        reading.claims.dedup();
    }
}

/// A count of those to whom it happened.
fn counts_some(none: &Told, claim: &Claim, or_worse: bool) -> bool {
    let Subject::Measurand(m) = &claim.subject else { return false };
    let happened = m.event.as_deref().unwrap_or("");
    let is_it = match happened {
        "hurt" | "shoot" => or_worse,
        "kill" => true,
        _ => false,
    };
    let is_plain = claim.stance.modal.is_none() && !claim.stance.negated && !claim.scope.is_rate;
    let is_class = m.counted == none.matter.holder;
    claim.kind == Kind::Count && is_it && is_plain && is_class
}

#[cfg(test)]
mod tests {
    use crate::article::Cluster;
    use crate::claim::Kind;
    use crate::discrepancy::{Confidence, Verdict};
    use crate::read;

    /// What two articles, published on these days of June 2015, report of outcomes.
    fn found(a: (&str, u8), b: (&str, u8)) -> Vec<(Verdict, Confidence, String)> {
        let article = |id: &str, (text, day): (&str, u8)| {
            read::article(id, None, None, Some(&format!("2015-06-{day:02}")), text)
        };
        let report = crate::check(&Cluster::new(vec![article("a", a), article("b", b)]));
        let outcomes = report.discrepancies().into_iter().filter(|t| t.kind == Kind::Outcome);
        outcomes.map(|t| (t.verdict, t.confidence, t.topic.clone())).collect()
    }

    #[test]
    fn answers_that_exclude_each_other_conflict() {
        let high = Confidence::High;
        let medium = Confidence::Medium;
        let mut complaints = String::new();
        for (a, b, confidence, topic) in [
            ("A jury convicted Peter Hale of fraud.", "Peter Hale was acquitted of fraud.", high, "verdict · Peter Hale"),
            ("Peter Hale was found guilty of fraud.", "Peter Hale was found not guilty.", medium, "verdict · Peter Hale"),
            ("Peter Hale pleaded guilty.", "Peter Hale pleaded not guilty.", high, "plea · Peter Hale"),
            ("Peter Hale died.", "Peter Hale survived.", high, "life · Peter Hale"),
            ("Peter Hale, who was shot, did not survive.", "Peter Hale was found alive.", high, "life · Peter Hale"),
            ("The driver died.", "The driver survived the crash.", medium, "life · driver"),
            ("Peter Hale was fatally shot.", "Peter Hale survived.", high, "life · Peter Hale"),
            ("The jury found Peter Hale guilty.", "Peter Hale was acquitted.", high, "verdict · Peter Hale"),
            ("Peter Hale was injured in the crash.", "Peter Hale escaped unhurt.", high, "injury · Peter Hale"),
            ("The chapel was destroyed.", "The chapel was intact.", medium, "damage · chapel"),
            ("Peter Hale was released.", "Peter Hale remains in custody.", medium, "custody · Peter Hale"),
            ("The council rejected the plan.", "The council approved the plan.", medium, "reply to the plan · council"),
            ("The budget was passed.", "The budget was rejected by the council.", medium, "reply to the budget · council"),
            ("Peter Hale was denied bail.", "A judge granted bail to Peter Hale.", high, "bail · Peter Hale"),
            ("Peter Hale won the election.", "Peter Hale lost the election.", high, "election · Peter Hale"),
            ("No one was hurt in the crash.", "Two people were hurt in the crash.", medium, "anybody hurt"),
            ("No injuries were reported in the fire.", "The fire injured three people.", medium, "anybody hurt"),
        ] {
            let given = found((a, 20), (b, 20));
            if given != [(Verdict::Conflict, confidence, topic.to_owned())] {
                complaints.push_str(&format!("\n{a} / {b}\n  gives {given:?}"));
            }
        }
        assert!(complaints.is_empty(), "{complaints}");
    }

    #[test]
    fn answers_that_can_both_hold_do_not() {
        let mut complaints = String::new();
        for (a, b) in [
            ("Peter Hale was convicted of fraud.", "Peter Hale was acquitted of arson."),
            ("Peter Hale was convicted of fraud.", "Maria Ortega was acquitted of fraud."),
            ("Peter Hale was convicted of fraud.", "Peter Hale may be acquitted of fraud."),
            ("Peter Hale was convicted of fraud.", "Peter Hale hopes to be acquitted of fraud."),
            ("Peter Hale was convicted of fraud.", "His lawyer denied that Peter Hale was acquitted of fraud."),
            ("Peter Hale was convicted of fraud.", "Peter Hale was not acquitted of fraud."),
            (
                "Peter Hale was acquitted of murder and convicted of assault.",
                "Peter Hale was convicted of murder.",
            ),
            ("Peter Hale pleaded guilty to theft.", "Peter Hale pleaded not guilty to murder."),
            ("Peter Hale died.", "Maria Ortega survived."),
            ("Peter Hale was shot.", "Peter Hale survived."),
            ("Peter Hale was treated and released.", "Peter Hale remains in custody."),
            ("Peter Hale died.", "Peter Hale is survived by two sons."),
            ("Two men died.", "Two men survived."),
            ("The council rejected the plan.", "The council approved the budget."),
            ("The council rejected the plan.", "The court approved the plan."),
            ("The council rejected the plan.", "The council will approve the plan."),
            ("The council rejected the plan.", "The council has not rejected the plan."),
            ("The council rejected an offer.", "The council accepted an offer."),
            ("Peter Hale was denied bail.", "Peter Hale was granted parole."),
            ("No one else was hurt.", "Two people were hurt in the crash."),
            ("No one was seriously hurt.", "Two people were hurt in the crash."),
            ("No officers were injured.", "Two people were hurt in the crash."),
            ("No one was hurt in the crash.", "Two people could have been hurt in the crash."),
            ("No one was hurt. Two people were injured in March.", "Two people were hurt in the crash."),
        ] {
            let given = found((a, 20), (b, 20));
            if !given.is_empty() {
                complaints.push_str(&format!("\n{a} / {b}\n  gives {given:?}"));
            }
        }
        assert!(complaints.is_empty(), "{complaints}");
    }

    #[test]
    fn a_later_answer_is_an_update_where_it_can_follow() {
        let verdict = |a: (&str, u8), b: (&str, u8)| found(a, b).into_iter().map(|t| t.0).collect::<Vec<_>>();
        let (alive, dead) = ("Peter Hale survived the crash.", "Peter Hale died after the crash.");
        assert_eq!(verdict((alive, 20), (dead, 22)), [Verdict::Update]);
        assert_eq!(verdict((dead, 20), (alive, 22)), [Verdict::Conflict]);
        let (none, some) = ("No one was hurt in the crash.", "Two people were hurt in the crash.");
        assert_eq!(verdict((none, 20), (some, 21)), [Verdict::Update]);
        assert_eq!(verdict((some, 20), (none, 21)), [Verdict::Conflict]);
        let (no, yes) = ("The council rejected the plan.", "The council approved the plan.");
        assert_eq!(verdict((no, 20), (yes, 22)), [Verdict::Update]);
    }
}
