//! Two claims at a time: what keeps them apart, by the rules that part all claims.
//!
//! Nothing here decides; each subject has its own function beside the one that makes
//! its topics.

use super::parted::{Alone, Bearers, Parted, Rivals, Which};
use super::people::{self, Numbers, Story};
use super::roster::{Member, Roster};
use super::utterance::{self, Link, Utterance};
use super::{Topic, events, figures, offices, quotes, scenes, tolls};
use crate::article::Cluster;
use crate::claim::{Claim, Kind, Subject, Value};
use crate::detect::Material;
use crate::discrepancy::ClaimId;
use crate::lexicon::names::fold;
use crate::value::{Level, ProperName, Reason, Status, distance};

/// What is needed to say of any two claims what keeps them apart.
pub struct Apart<'a> {
    cluster: &'a Cluster,
    material: &'a [Material<'a>],
    claims: &'a [Claim],
    roster: Roster<'a>,
    numbers: Vec<Vec<Numbers>>,
    administrations: Vec<Vec<ClaimId>>,
    utterances: Vec<Utterance>,
    links: Vec<Link>,
    tolls: Vec<Topic>,
}

impl<'a> Apart<'a> {
    /// For these `claims`, which were detected in `material`.
    pub fn of(cluster: &'a Cluster, material: &'a [Material<'a>], claims: &'a [Claim]) -> Apart<'a> {
        let (numbers, administrations) = people::numbers(material, claims);
        let utterances = utterance::read(material, claims);
        let links = utterance::links(&utterances);
        let roster = Roster::of(material.iter().map(|m| &m.cast).collect());
        let tolls = if super::is_deadly(material) { tolls::topics(cluster, claims) } else { Vec::new() };
        Apart { cluster, material, claims, roster, numbers, administrations, utterances, links, tolls }
    }

    /// What keeps two claims apart; `None` if they were laid side by side, or are one
    /// thing that nothing differs of.
    pub fn parted(&self, a: ClaimId, b: ClaimId) -> Option<Parted> {
        let [x, y] = [a, b].map(|id| &self.claims[id.0 as usize]);
        let is_scene = |c: &Claim| matches!(c.value, Value::Scene(_));
        if is_scene(x) && is_scene(y) || (is_scene(x) || is_scene(y)) && x.kind == y.kind {
            return scenes::parted(self.claims, a, b);
        }
        match (&x.subject, &y.subject) {
            // A name is one name, whether it stands as a place or not, and a name of one
            // word may be taken for a person's.
            (Subject::Bearer(_), Subject::Bearer(_) | Subject::Person(_))
            | (Subject::Person(_), Subject::Bearer(_))
                if is_spelt(x) && is_spelt(y) =>
            {
                let name = |c: &'a Claim| match &c.subject {
                    Subject::Bearer(name) => name.as_str(),
                    _ => &self.cluster[c.span],
                };
                bearers((name(x), &x.value), (name(y), &y.value))
            }
            _ if x.kind != y.kind => Some(Parted::Kind(x.kind, y.kind)),
            // The shot of one article and the hurt of another meet where no sum fits.
            (Subject::Measurand(_), Subject::Measurand(_))
                if self.tolls.iter().any(|t| t.claims.contains(&a) && t.claims.contains(&b)) =>
            {
                None
            }
            (Subject::Measurand(_), Subject::Measurand(_)) => {
                figures::parted(self.cluster, x, y, super::is_deadly(self.material))
            }
            (Subject::Event(_), Subject::Event(_)) => events::parted(self.claims, a, b),
            (Subject::Person(_), Subject::Person(_)) => self.people(a, b),
            (Subject::Role(_), Subject::Role(_)) => self.roles(a, b),
            (Subject::Quotation(_), Subject::Quotation(_)) => {
                quotes::parted(self.material, self.claims, &self.utterances, &self.links, a, b)
            }
            // Outcomes and superlatives meet only where they speak against each other.
            (Subject::Matter(_), Subject::Matter(_)) => Some(Parted::Matters),
            (p, q) => Some(Parted::Subjects(what(p), what(q))),
        }
    }

    fn story(&self) -> Story<'_> {
        Story {
            material: self.material,
            claims: self.claims,
            roster: &self.roster,
            numbers: &self.numbers,
            administrations: &self.administrations,
        }
    }

    /// The character whose claim it is.
    fn character(&self, claim: ClaimId) -> Option<(usize, Member)> {
        self.roster.characters.iter().enumerate().find_map(|(number, character)| {
            let is_theirs = |m: &&Member| {
                let Numbers { names, ages, roles, statuses } = &self.numbers[m.cast][m.person];
                let told = names.iter().chain(ages).chain(roles).chain(statuses.iter().map(|(_, c)| c));
                told.clone().any(|&c| c == claim)
            };
            Some((number, *character.members.iter().find(is_theirs)?))
        })
    }

    fn people(&self, a: ClaimId, b: ClaimId) -> Option<Parted> {
        for (which, id) in [(Which::A, a), (Which::B, b)] {
            if let Some(alone) = Alone::by_stance(&self.claims[id.0 as usize]) {
                return Some(Parted::Alone(which, alone));
            }
        }
        let (Some((x, m)), Some((y, n))) = (self.character(a), self.character(b)) else {
            return self.administrations(a, b);
        };
        if let Some(why) = self.roster.strangers(x, y) {
            let name = |c: usize| self.roster.characters[c].name.to_string();
            return Some(Parted::Strangers(name(x), name(y), why));
        }
        if self.claims[a.0 as usize].kind != Kind::Office {
            return None;
        }
        let office = |member: Member, claim: ClaimId| {
            let (place, _) =
                *self.numbers[member.cast][member.person].statuses.iter().find(|(_, c)| *c == claim)?;
            Some(self.roster.person(member).roles[place].role.office.clone())
        };
        let (p, q) = (office(m, a)?, office(n, b)?);
        (p != q).then_some(Parted::Rivals(Rivals::Office(p, q)))
    }

    fn administrations(&self, a: ClaimId, b: ClaimId) -> Option<Parted> {
        let owner = |id: ClaimId| match &self.claims[id.0 as usize].value {
            Value::Status(Status::Administration(owner)) => Some(owner),
            _ => None,
        };
        match (owner(a), owner(b)) {
            (Some(x), Some(y)) if x == y => None,
            (None, None) => Some(Parted::Unnamed),
            _ => Some(Parted::Rivals(Rivals::Administration)),
        }
    }

    fn roles(&self, a: ClaimId, b: ClaimId) -> Option<Parted> {
        let of = |id: ClaimId| match (&self.claims[id.0 as usize].value, self.character(id)) {
            (Value::Role(role), Some((character, member))) => Some((character, member.cast, role)),
            _ => None,
        };
        match (of(a), of(b)) {
            (Some(x), Some(y)) => offices::rivals(&self.story(), x, y).map(Parted::Rivals),
            (None, _) => Some(Parted::Alone(Which::A, Alone::NoRule)),
            (_, None) => Some(Parted::Alone(Which::B, Alone::NoRule)),
        }
    }
}

/// True for the names that are compared by their spelling: of places, peoples, bodies,
/// and a name of one word.
pub(crate) fn is_spelt(claim: &Claim) -> bool {
    match (&claim.subject, &claim.value) {
        (Subject::Bearer(_), value) => !matches!(value, Value::Scene(_)),
        (_, Value::Name(name)) => !name.is_full(),
        _ => false,
    }
}

/// What a claim with that subject is about.
fn what(subject: &Subject) -> &'static str {
    match subject {
        Subject::Measurand(_) => "something counted",
        Subject::Event(_) => "an event",
        Subject::Person(_) => "a person",
        Subject::Role(_) => "a role",
        Subject::Quotation(_) => "a quotation",
        Subject::Bearer(_) => "the bearer of a name",
        Subject::Matter(_) => "a matter",
    }
}

/// Two names of places, peoples or bodies, or the directions in which places lie.
fn bearers(a: (&str, &Value), b: (&str, &Value)) -> Option<Parted> {
    let is_direction = |value: &Value| matches!(value, Value::Direction(_));
    let why = match (is_direction(a.1), is_direction(b.1)) {
        _ if fold(a.0) == fold(b.0) && is_direction(a.1) == is_direction(b.1) => return None,
        (true, true) => Bearers::TwoPlaces,
        (true, false) | (false, true) => Bearers::NameAndDirection,
        (false, false) => {
            let comparison = ProperName::new(a.0).compare(&ProperName::new(b.0));
            match (comparison.level, comparison.reason) {
                (Level::Identical | Level::Equivalent, _) => return None,
                (_, Reason::DifferentPlace) => return Some(Parted::Bearers(Bearers::BothKnown)),
                _ => {}
            }
            let words = |name: &str| name.split_whitespace().map(fold).collect::<Vec<_>>();
            let (of_a, of_b) = (words(a.0), words(b.0));
            let near = |x: &String| of_b.iter().any(|y| x != y && distance(x, y).is_some());
            if of_a.iter().any(near) { Bearers::NothingElse } else { Bearers::TooFar }
        }
    };
    Some(Parted::Bearers(why))
}
