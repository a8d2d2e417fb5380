//! People laid side by side: names, ages, roles and offices of one story.
//!
//! The casts of the articles are joined into a roster, every claim about a person
//! is numbered, and each kind looks for its topics. Nothing here reads a text.

use super::roster::{Member, Roster};
use super::{ages, naming, offices};
use crate::article::AnnotatedArticle;
use crate::claim::{Claim, Kind};
use crate::detect::{age, name, office, role};
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Reach, Reading, Severity, Verdict};
use crate::mention::Cast;

/// The numbers of the claims about one person of one article.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers {
    /// By mention.
    pub names: Vec<ClaimId>,
    /// By told age.
    pub ages: Vec<ClaimId>,
    /// By role.
    pub roles: Vec<ClaimId>,
    /// Place of the role, number of the claim.
    pub statuses: Vec<(usize, ClaimId)>,
}

/// What the topics of people are made from.
pub(super) struct Story<'a> {
    pub articles: &'a [AnnotatedArticle<'a>],
    pub claims: &'a [Claim],
    pub roster: &'a Roster<'a>,
    /// By cast and person.
    pub numbers: &'a [Vec<Numbers>],
    /// By cast and administration.
    pub administrations: &'a [Vec<ClaimId>],
}

/// Adds the claims about people to `claims` and gives the topics that at least two of
/// them share.
///
/// `casts` and `articles` go by the same order.
pub fn topics(
    casts: &[Cast],
    articles: &[AnnotatedArticle<'_>],
    claims: &mut Vec<Claim>,
) -> Vec<JudgedTopic> {
    let mut add = |claim: Claim| {
        claims.push(claim);
        ClaimId(claims.len() as u32 - 1)
    };
    let mut numbers = Vec::new();
    let mut administrations = Vec::new();
    for (cast, article) in casts.iter().zip(articles) {
        let people = cast.people.iter().zip(0..).map(|(person, number)| Numbers {
            names: name::claims(article, number, person).into_iter().map(&mut add).collect(),
            ages: age::claims(article, number, person).into_iter().map(&mut add).collect(),
            roles: role::claims(article, person).into_iter().map(&mut add).collect(),
            statuses: office::statuses(article, number, person)
                .into_iter()
                .map(|(place, c)| (place, add(c)))
                .collect(),
        });
        numbers.push(people.collect::<Vec<_>>());
        administrations.push(office::administrations(article, cast).into_iter().map(&mut add).collect());
    }
    let roster = Roster::of(casts);
    let story =
        Story { articles, claims, roster: &roster, numbers: &numbers, administrations: &administrations };
    let mut found = naming::topics(&story);
    found.extend(ages::topics(&story));
    found.extend(offices::topics(&story));
    found.sort_by_key(|topic| topic.readings.iter().flat_map(|r| &r.claims).min().copied());
    found
}

impl Story<'_> {
    pub(super) fn numbers_of(&self, member: Member) -> &Numbers {
        &self.numbers[member.cast][member.person]
    }

    /// Days between the publications of two articles, where both are dated.
    pub(super) fn days_apart(&self, a: usize, b: usize) -> Option<u32> {
        let a = self.articles[a].article.published?;
        let b = self.articles[b].article.published?;
        a.until(b).ok().map(|span| span.get_days().unsigned_abs())
    }

    /// A judged topic with these readings; each prints its first claim.
    pub(super) fn topic(&self, judged: Judged, readings: Vec<(String, Vec<ClaimId>)>) -> JudgedTopic {
        let mut articles =
            readings.iter().flat_map(|(_, c)| c).map(|c| self.claims[c.0 as usize].span.article);
        let first = articles.next();
        let reach = if articles.all(|a| Some(a) == first) { Reach::Internal } else { Reach::Cross };
        JudgedTopic {
            fingerprint: String::new(),
            kind: judged.kind,
            reach,
            verdict: judged.verdict,
            confidence: judged.confidence,
            severity: judged.severity,
            topic: judged.title,
            reason: judged.reason.to_string(),
            readings: readings.into_iter().map(|(value, claims)| Reading { value, claims }).collect(),
        }
    }
}

/// What a topic is judged to be, its readings left out.
pub(super) struct Judged {
    pub kind: Kind,
    pub title: String,
    pub verdict: Verdict,
    pub confidence: Confidence,
    pub severity: Severity,
    pub reason: crate::value::Reason,
}
