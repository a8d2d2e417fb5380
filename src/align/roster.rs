//! The roster: who of one article is who of another.
//!
//! People join a character if one name is a form of the other. Names that differ by
//! their spelling, or by one part, do not join: they are linked, if enough speaks for
//! one person, and the link is what a report shows.

use std::collections::{BTreeMap, BTreeSet};

use super::parted::Strangers;
use crate::discrepancy::Confidence;
use crate::lexicon::names::{self, fold};
use crate::mention::person::middles_differ;
use crate::mention::{Cast, Part, Person};
use crate::value::{Age, AgeUnit, Comparison, Level, PersonName, Reason};

/// A person of one article: the number of the cast and the number in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Member {
    pub cast: usize,
    pub person: usize,
}

/// One person of the story, under the names that are forms of one another.
#[derive(Debug, Clone)]
pub(super) struct Character {
    pub name: PersonName,
    pub members: Vec<Member>,
    pub casts: BTreeSet<usize>,
    pub ages: BTreeSet<Age>,
    pub parts: BTreeSet<Part>,
    /// Offices with their organisation: "mayor of alder falls".
    pub roles: BTreeSet<String>,
    /// Offices and trades, whatever their organisation: "journalist".
    pub posts: BTreeSet<String>,
    /// Characters named in one sentence with this one.
    pub company: BTreeSet<usize>,
}

/// Two characters who seem to be one person.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub a: usize,
    pub b: usize,
    pub reason: Reason,
    pub confidence: Confidence,
}

/// The people of a story.
pub(super) struct Roster<'a> {
    pub casts: Vec<&'a Cast>,
    pub characters: Vec<Character>,
    pub links: Vec<Link>,
}

/// Most people whom one sentence names together and means anything by it.
const MOST_TOGETHER: usize = 12;

/// Most characters under one key; a key that more share tells nothing.
const MOST_SHARING: usize = 60;

/// What somebody is in the story alone, sorted: no trade tells a "suspect" from a "gunman".
const PLAYED: [&str; 14] = [
    "boy", "driver", "friend", "girl", "gunman", "hostage", "inmate", "man", "neighbor", "resident",
    "suspect", "teen", "victim", "witness",
];

impl<'a> Roster<'a> {
    /// Joins the casts.
    pub(super) fn of(casts: Vec<&'a Cast>) -> Roster<'a> {
        let mut roster = Roster { casts, characters: Vec::new(), links: Vec::new() };
        roster.join();
        roster.link();
        roster.keep_company();
        roster.link();
        roster
    }

    pub(super) fn person(&self, member: Member) -> &Person {
        &self.casts[member.cast].people[member.person]
    }

    fn join(&mut self) {
        let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for cast in 0..self.casts.len() {
            let people = &self.casts[cast].people;
            // Whoever stands alone by surname comes after those with full names.
            let order = |full: bool| people.iter().enumerate().filter(move |(_, p)| p.name.is_full() == full);
            for (person, told) in order(true).chain(order(false)) {
                let member = Member { cast, person };
                let found = self.find(&by_word, member);
                let number = found.unwrap_or_else(|| {
                    self.characters.push(Character {
                        name: told.name.clone(),
                        members: Vec::new(),
                        casts: BTreeSet::new(),
                        ages: BTreeSet::new(),
                        parts: BTreeSet::new(),
                        roles: BTreeSet::new(),
                        posts: BTreeSet::new(),
                        company: BTreeSet::new(),
                    });
                    self.characters.len() - 1
                });
                self.enlist(number, member);
                for key in keys(&told.name) {
                    let list = by_word.entry(key).or_default();
                    if !list.contains(&number) {
                        list.push(number);
                    }
                }
            }
        }
    }

    fn enlist(&mut self, number: usize, member: Member) {
        let told = &self.casts[member.cast].people[member.person];
        let character = &mut self.characters[number];
        if told.name.len() > character.name.len() {
            character.name = told.name.clone();
        }
        character.members.push(member);
        character.casts.insert(member.cast);
        character.ages.extend(told.ages.iter().map(|a| a.age));
        character.parts.extend(told.parts.iter().copied());
        let sole = told.roles.iter().filter(|r| r.role.is_sole || r.role.organisation.is_some());
        let trades = told.roles.iter().filter(|r| !PLAYED.contains(&r.role.office.as_str()));
        character.posts.extend(trades.map(|r| r.role.office.clone()));
        character.roles.extend(sole.map(|r| r.role.to_string()));
    }

    /// The one character of other articles whose name is a form of the member's.
    fn find(&self, by_word: &BTreeMap<String, Vec<usize>>, member: Member) -> Option<usize> {
        let told = self.person(member);
        let mut found = BTreeSet::new();
        for key in keys(&told.name) {
            let list = by_word.get(&key).map_or(&[][..], Vec::as_slice);
            if list.len() <= MOST_SHARING {
                found.extend(list.iter().copied().filter(|&c| self.can_be(c, member)));
            }
        }
        let exact =
            |c: &usize| PersonName::compare(&self.characters[*c].name, &told.name).level == Level::Identical;
        match found.len() {
            0 | 1 => found.first().copied(),
            _ => found.into_iter().find(exact),
        }
    }

    fn can_be(&self, number: usize, member: Member) -> bool {
        let (character, told) = (&self.characters[number], self.person(member));
        if character.casts.contains(&member.cast) {
            return false;
        }
        let comparison = PersonName::compare(&character.name, &told.name);
        let is_form = match comparison.level {
            Level::Identical | Level::Equivalent | Level::Compatible => true,
            Level::Conflict | Level::Incomparable => false,
        };
        is_form && !middles_differ(&character.name, &told.name) && !self.genders_differ(character, told)
    }

    fn genders_differ(&self, character: &Character, told: &Person) -> bool {
        let mut theirs = character.members.iter().filter_map(|m| self.person(*m).gender);
        told.gender.is_some_and(|gender| theirs.any(|other| other != gender))
    }

    /// Notes who is named in one sentence with whom; people under two spellings
    /// count as one.
    fn keep_company(&mut self) {
        let mut alias: Vec<usize> = (0..self.characters.len()).collect();
        for link in self.links.iter().filter(|l| is_spelling(l.reason)) {
            alias[link.b] = alias[link.a].min(link.a);
        }
        let mut named: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
        for (number, character) in self.characters.iter().enumerate() {
            for &member in &character.members {
                for mention in &self.person(member).mentions {
                    named.entry((member.cast, mention.sentence)).or_default().insert(number);
                }
            }
        }
        for together in named.into_values().filter(|t| t.len() <= MOST_TOGETHER) {
            for &number in &together {
                let others = together.iter().filter(|&&c| c != number).map(|&c| alias[c]);
                self.characters[number].company.extend(others);
            }
        }
    }

    /// Links characters with near names who never stand in one article.
    fn link(&mut self) {
        self.links = self.pairs().into_iter().filter_map(|(a, b)| self.judge_link(a, b).ok()).collect();
        self.keep_best();
    }

    /// True when two characters are linked.
    pub(super) fn are_linked(&self, a: usize, b: usize) -> bool {
        self.links.iter().any(|l| (l.a, l.b) == (a.min(b), a.max(b)))
    }

    /// Why two characters are not taken for one person; `None` if they are linked.
    pub(super) fn strangers(&self, a: usize, b: usize) -> Option<Strangers> {
        if a == b || self.are_linked(a, b) {
            return None;
        }
        let is_lone = [a, b].iter().any(|&c| !self.characters[c].name.is_full());
        let pair = (a.min(b), a.max(b));
        Some(match is_lone {
            true => Strangers::LoneName,
            false if !self.pairs().contains(&pair) => Strangers::NothingShared,
            false => self.judge_link(pair.0, pair.1).err().unwrap_or(Strangers::SurerLink),
        })
    }

    /// Pairs of characters who share a name or an age.
    fn pairs(&self) -> BTreeSet<(usize, usize)> {
        let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, character) in self.characters.iter().enumerate() {
            let name = &character.name;
            if name.is_full() {
                for key in [format!("g {}", name.given_key()), format!("f {}", name.family_key())] {
                    blocks.entry(key).or_default().push(number);
                }
                for age in character.ages.iter().filter(|a| a.unit == AgeUnit::Year) {
                    let initial = fold(name.given().unwrap_or_default()).chars().next();
                    blocks.entry(format!("a {age} {initial:?}")).or_default().push(number);
                }
            }
        }
        let mut pairs = BTreeSet::new();
        for block in blocks.into_values().filter(|b| b.len() <= MOST_SHARING) {
            for (place, &a) in block.iter().enumerate() {
                pairs.extend(block[place + 1..].iter().filter(|&&b| b != a).map(|&b| (a.min(b), a.max(b))));
            }
        }
        pairs
    }

    fn judge_link(&self, a: usize, b: usize) -> Result<Link, Strangers> {
        let (x, y) = (&self.characters[a], &self.characters[b]);
        let Comparison { reason, level } = PersonName::compare(&x.name, &y.name);
        let is_apart = x.casts.is_disjoint(&y.casts);
        let other_middle = middles_differ(&x.name, &y.name);
        // Who else is of that age, or holds that office, and has the two names in common?
        let reason = match other_middle && level == Level::Compatible {
            true => Reason::MiddleDiffers,
            false => reason,
        };
        if other_middle && reason != Reason::MiddleDiffers {
            return Err(Strangers::MiddleNames);
        }
        if y.members.iter().any(|m| self.genders_differ(x, self.person(*m))) {
            return Err(Strangers::Genders);
        }
        let same_age = x.ages.iter().any(|age| y.ages.contains(age));
        // A year more or less may be a slip or a birthday, and tells nobody apart.
        let near_age = x
            .ages
            .iter()
            .any(|a| y.ages.iter().any(|b| a.unit == b.unit && a.figure.abs_diff(b.figure) <= 1));
        let ages_differ = !near_age && !x.ages.is_empty() && !y.ages.is_empty();
        let same_company = x.company.intersection(&y.company).count();
        let same_part = x.parts.iter().any(|part| y.parts.contains(part));
        let same_role = x.roles.iter().any(|role| y.roles.contains(role));
        let same_middle = x.name.middle().any(|m| y.name.middle().any(|n| fold(m) == fold(n)));
        let same_suffix = x.name.suffix().is_some() && x.name.suffix() == y.name.suffix();
        let posts_differ = !x.posts.is_empty() && !y.posts.is_empty() && x.posts.is_disjoint(&y.posts);
        let confidence = match reason {
            Reason::SpellingDiffers if !is_apart => {
                let keyed = x.name.given_key() == y.name.given_key();
                let stranger = if keyed { Strangers::Ages } else { Strangers::OneArticle };
                (keyed && !ages_differ).then_some(Confidence::Medium).ok_or(stranger)?
            }
            _ if is_spelling(reason) && (same_age || same_role || same_part) => Confidence::High,
            _ if is_spelling(reason) && ages_differ => Confidence::Low,
            _ if is_spelling(reason) => Confidence::Medium,
            _ if !is_apart => return Err(Strangers::OneArticle),
            Reason::MiddleDiffers | Reason::SuffixDiffers if same_age => Confidence::Medium,
            Reason::MiddleDiffers if same_role && !ages_differ => Confidence::Medium,
            Reason::MiddleDiffers => return Err(Strangers::MiddleNames),
            _ if ages_differ => return Err(Strangers::Ages),
            Reason::ShortForm if !is_same_family(&x.name, &y.name) => Confidence::Medium,
            Reason::DifferentFamilyName if same_age || same_role || same_middle || same_company > 1 => {
                Confidence::High
            }
            Reason::DifferentFamilyName if posts_differ => return Err(Strangers::Posts),
            Reason::DifferentFamilyName if same_suffix => Confidence::Medium,
            Reason::DifferentFamilyName if same_part || same_company > 0 => Confidence::Medium,
            Reason::DifferentFamilyName if is_rare(&x.name) => Confidence::Low,
            Reason::DifferentFamilyName if self.are_both_central(x, y) => Confidence::Medium,
            Reason::DifferentGivenName if same_role || same_age && same_part => Confidence::Medium,
            _ => return Err(Strangers::NothingElse(reason)),
        };
        Ok(Link { a, b, reason, confidence })
    }

    /// Nobody is two people: of several links the surest stays, in doubt none but
    /// spellings.
    fn keep_best(&mut self) {
        let rank = |l: &Link| (is_spelling(l.reason), l.confidence);
        let links = self.links.clone();
        self.links.retain(|link| {
            is_spelling(link.reason)
                || !links.iter().any(|other| {
                    let shares = [link.a, link.b].iter().any(|c| *c == other.a || *c == other.b);
                    let is_other = (other.a, other.b) != (link.a, link.b);
                    is_other && shares && rank(other) >= rank(link)
                })
        });
    }

    /// Both are among the most named of their articles.
    fn are_both_central(&self, x: &Character, y: &Character) -> bool {
        let is_central = |c: &Character| {
            c.members.iter().any(|m| {
                let mine = self.person(*m).mentions.len();
                let people = &self.casts[m.cast].people;
                mine > 2 && people.iter().filter(|p| p.mentions.len() > mine).count() == 0
            })
        };
        is_central(x) && is_central(y)
    }
}

/// True for links by spelling alone.
pub(super) fn is_spelling(reason: Reason) -> bool {
    matches!(reason, Reason::SpellingDiffers | Reason::Transliteration | Reason::HouseStyle)
}

/// Keys under which forms of one name meet.
fn keys(name: &PersonName) -> Vec<String> {
    let mut keys = vec![name.family_key()];
    if name.is_full() {
        keys.extend(name.middle().filter(|m| m.len() > 2).map(|m| fold(m).to_uppercase()));
    }
    keys
}

fn is_same_family(a: &PersonName, b: &PersonName) -> bool {
    a.family().map(fold) == b.family().map(fold)
}

/// A given name that the registers do not hold is borne by few.
fn is_rare(name: &PersonName) -> bool {
    !names::is_given(&fold(name.given().unwrap_or_default()))
}
