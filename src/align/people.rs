//! People laid side by side: names, ages, roles and offices of one story.
//!
//! The casts of the articles are joined into a roster, every claim about a person
//! is numbered, and each kind looks for its topics. Nothing here reads a text.

use super::roster::{Character, Member, Roster};
use super::{Index, ages, naming, offices, roles};
use crate::claim::{Claim, Kind};
use crate::detect::{Material, age, name, office, role};
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Reach, Reading, Severity, Verdict};
use crate::mention::RoleMention;

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
    pub material: &'a [Material<'a>],
    pub claims: &'a [Claim],
    pub roster: &'a Roster<'a>,
    /// By cast and person.
    pub numbers: &'a [Vec<Numbers>],
    /// By cast and administration.
    pub administrations: &'a [Vec<ClaimId>],
}

/// The topics about people that at least two of the `claims` share; `claims` are
/// those that were detected in `material`.
pub fn topics(material: &[Material<'_>], claims: &[Claim]) -> Vec<JudgedTopic> {
    let (numbers, administrations) = numbers(material, claims);
    let roster = Roster::of(material.iter().map(|m| &m.cast).collect());
    let story =
        Story { material, claims, roster: &roster, numbers: &numbers, administrations: &administrations };
    let mut found = naming::topics(&story);
    found.extend(ages::topics(&story));
    found.extend(offices::topics(&story));
    found.extend(roles::topics(&story));
    found.sort_by_key(|topic| topic.readings.iter().flat_map(|r| &r.claims).min().copied());
    found
}

/// The numbers of the claims by cast and person, and of administrations by cast.
pub(super) fn numbers(material: &[Material<'_>], claims: &[Claim]) -> (Vec<Vec<Numbers>>, Vec<Vec<ClaimId>>) {
    let index = Index::of(claims);
    // Every claim is found: the detectors made them from the same casts.
    let ids = |claims: Vec<Claim>| -> Vec<ClaimId> { claims.iter().filter_map(|c| index.id(c)).collect() };
    let mut numbers = Vec::new();
    let mut administrations = Vec::new();
    for Material { cast, article, .. } in material {
        let people = cast.people.iter().zip(0..).map(|(person, number)| Numbers {
            names: ids(name::claims(article, number, person)),
            ages: ids(age::claims(article, number, person)),
            roles: ids(role::claims(article, person)),
            statuses: office::statuses(article, number, person)
                .into_iter()
                .filter_map(|(place, c)| Some((place, index.id(&c)?)))
                .collect(),
        });
        numbers.push(people.collect::<Vec<_>>());
        administrations.push(ids(office::administrations(article, cast)));
    }
    (numbers, administrations)
}

impl Story<'_> {
    pub(super) fn numbers_of(&self, member: Member) -> &Numbers {
        &self.numbers[member.cast][member.person]
    }

    /// The roles of a character with the article and the number of each claim.
    pub(super) fn roles_of<'s>(&'s self, character: &Character) -> Vec<(usize, &'s RoleMention, ClaimId)> {
        let members = character.members.iter();
        members
            .flat_map(|&m| {
                let told = &self.roster.person(m).roles;
                told.iter().zip(&self.numbers_of(m).roles).map(move |(r, &c)| (m.cast, r, c))
            })
            .collect()
    }

    /// Days between the publications of two articles, where both are dated.
    pub(super) fn days_apart(&self, a: usize, b: usize) -> Option<u32> {
        let a = self.material[a].article.article.published?;
        let b = self.material[b].article.article.published?;
        a.until(b).ok().map(|span| span.get_days().unsigned_abs())
    }

    /// A judged topic with these readings; each prints its first claim.
    pub(super) fn topic(&self, judged: Judged, readings: Vec<(String, Vec<ClaimId>)>) -> JudgedTopic {
        judged_topic(self.claims, judged, readings)
    }
}

/// A judged topic with these readings; each prints its first claim.
pub(super) fn judged_topic(
    claims: &[Claim],
    judged: Judged,
    readings: Vec<(String, Vec<ClaimId>)>,
) -> JudgedTopic {
    let mut articles = readings.iter().flat_map(|(_, c)| c).map(|c| claims[c.0 as usize].span.article);
    let first = articles.next();
    let reach = if articles.all(|a| Some(a) == first) { Reach::Internal } else { Reach::Cross };
    JudgedTopic {
        fingerprint: String::new(),
        hint: None,
        accepted: None,
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

/// What a topic is judged to be, its readings left out.
pub(super) struct Judged {
    pub kind: Kind,
    pub title: String,
    pub verdict: Verdict,
    pub confidence: Confidence,
    pub severity: Severity,
    pub reason: crate::value::Reason,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, Article, Cluster, Zone, ZoneKind};

    /// The discrepancies of articles of one paragraph each: kind, verdict and readings.
    fn found(texts: &[&str]) -> Vec<(Kind, Verdict, Vec<String>)> {
        let articles = texts.iter().map(|text| {
            let zones = vec![Zone { range: 0..text.len(), kind: ZoneKind::Body }];
            Article { text: (*text).to_owned(), zones, ..Article::default() }
        });
        let cluster = Cluster::new(articles.collect());
        let annotated: Vec<_> = cluster.iter().map(|(id, a)| AnnotatedArticle::new(id, a)).collect();
        let material: Vec<Material> = annotated.iter().map(Material::new).collect();
        let claims: Vec<Claim> = material.iter().flat_map(crate::detect::claims).collect();
        let topics = topics(&material, &claims);
        let shown = topics.into_iter().filter(|t| t.verdict.is_discrepancy());
        shown.map(|t| (t.kind, t.verdict, t.readings.into_iter().map(|r| r.value).collect())).collect()
    }

    #[test]
    fn what_differs_of_one_person_is_found_from_either_side() {
        let cases = [
            ("Peter Harmon, 17, was shot.", "Peter Harman, 17, was killed.", Kind::Name, Verdict::Minor),
            (
                "Ruth Castro, 12, was killed.",
                "The victim is 12-year-old Ruth Alder.",
                Kind::Name,
                Verdict::Conflict,
            ),
            ("Peter Harmon, 17, was shot.", "Peter Harmon, 19, was shot.", Kind::Age, Verdict::Conflict),
            (
                "US special envoy Steve Harmon left for Cairo.",
                "U.S. special envoy Steven Alderkamp left for Cairo.",
                Kind::Name,
                Verdict::Conflict,
            ),
            (
                "Former Mayor Peter Harmon spoke to the council.",
                "Mayor Peter Harmon spoke to the council.",
                Kind::Office,
                Verdict::Conflict,
            ),
        ];
        let cases = cases.into_iter().chain(ROLES_APART);
        for (a, b, kind, verdict) in cases {
            for pair in [[a, b], [b, a]] {
                let shown = found(&pair);
                assert_eq!(shown.len(), 1, "{pair:?}: {shown:?}");
                assert_eq!((shown[0].0, shown[0].1), (kind, verdict), "{pair:?}");
            }
        }
    }

    const ROLES_APART: [(&str, &str, Kind, Verdict); 8] = [
        ("Police Sgt. Peter Harmon spoke.", "Police Lt. Peter Harmon spoke.", Kind::Role, Verdict::Minor),
        (
            "Peter Harmon was a retired state police trooper.",
            "Peter Harmon, a retired state police lieutenant, spoke.",
            Kind::Role,
            Verdict::Minor,
        ),
        ("Alder Mayor Ruth Castro spoke.", "Marlow Mayor Ruth Castro spoke.", Kind::Role, Verdict::Conflict),
        (
            "Danish painter Peter Harmon spoke.",
            "Norwegian painter Peter Harmon spoke.",
            Kind::Role,
            Verdict::Minor,
        ),
        (
            "Police spokesman Robin Harmon spoke.",
            "Police spokeswoman Robin Harmon spoke.",
            Kind::Role,
            Verdict::Minor,
        ),
        ("Peter J. Harmon, 17, was shot.", "Peter K. Harmon, 17, was shot.", Kind::Name, Verdict::Minor),
        ("Peter Harmon Jr., 17, was shot.", "Peter Harmon Sr., 17, was shot.", Kind::Name, Verdict::Minor),
        // A "gunman" and a "suspect" are one trade, which is none.
        (
            "The gunman, Ruthven Harmon, was arrested.",
            "The suspect, Ruthven Alderkamp, was arrested.",
            Kind::Name,
            Verdict::Conflict,
        ),
    ];

    #[test]
    fn what_can_stand_together_is_silent() {
        for pair in [
            ["Peter Harmon, 17, was shot.", "Peter J. Harmon, 17, was shot."],
            ["Joe Harmon was arrested.", "Joseph Harmon was arrested."],
            ["Peter Harmon, 17, was shot.", "Ruth Harmon, 44, was interviewed."],
            ["Peter Harmon, 17, was shot.", "Peter Alder, 44, was arrested."],
            ["US special envoy Steve Harmon left.", "Ann Alder, U.S. envoy for hostages, met Steve Harmon."],
            ["US special envoy Steve Harmon left.", "Deputy US special envoy Ann Alder left."],
            ["Then-Mayor Peter Harmon signed it.", "Former Mayor Peter Harmon signed it."],
            ["Officer Peter Harmon fired.", "Officer Ruth Alder fired."],
            ["Police Sgt. Peter Harmon spoke.", "Police Officer Peter Harmon spoke."],
            ["Police Sgt. Peter Harmon spoke.", "Police Sgt. Peter J. Harmon spoke."],
            ["Police Sgt. Peter Harmon spoke.", "Former Police Lt. Peter Harmon spoke."],
            ["Alder Police Sgt. Peter Harmon spoke.", "Marlow Police Lt. Peter Harmon spoke."],
            ["Chief Peter Harmon spoke.", "Deputy Chief Peter Harmon spoke."],
            ["Alder Mayor Ruth Castro spoke.", "Alder City Mayor Ruth Castro spoke."],
            ["Danish painter Peter Harmon spoke.", "Painter Peter Harmon spoke."],
            ["Police spokesman Robin Harmon spoke.", "Police spokesperson Robin Harmon spoke."],
            ["Peter J. Harmon, 17, was shot.", "Peter K. Harmon, 44, was interviewed."],
            ["Peter Harmon Jr., 17, was shot.", "Peter Harmon Sr., 44, was interviewed."],
            ["Pavlo Dubrovsky, 17, was shot.", "Pavlo Dubrovskyy, 17, was shot."],
        ] {
            assert_eq!(found(&pair), [], "{pair:?}");
        }
    }

    #[test]
    fn two_administrations_cannot_govern_at_one_time() {
        let inside = "The Alder administration sees a truce near. President Donald Harmon will travel. \
                      The Harmon administration's envoy said so.";
        let shown = found(&[inside]);
        assert_eq!(shown.len(), 1, "{shown:?}");
        assert_eq!(shown[0].0, Kind::Office);
        let history =
            "The policy was begun under the Alder administration. President Donald Harmon ended it.";
        assert_eq!(found(&[history]), []);
    }

    #[test]
    fn an_article_beside_its_copy_shows_nothing() {
        let text = "Police Chief Jane Alder said Peter Harmon, 17, was shot. Alder named no suspect.";
        assert_eq!(found(&[text, text]), []);
    }
}
