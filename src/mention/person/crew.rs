//! The people while they are being gathered: full names first, then lone words, then
//! ages, roles and parts.
//!
//! A lone word goes to whoever of its bearers was met last, and to nobody where two
//! were met in one sentence.

use std::collections::BTreeMap;

use super::super::administration::administrations;
use super::super::age::{self, AgeMention};
use super::super::name_run::{NameRun, PERSON};
use super::super::part::{self, Part};
use super::super::role;
use super::{Cast, Person, PersonMention, ToldAge, Unnamed, is_headline, middles_differ};
use crate::article::AnnotatedArticle;
use crate::language::{NameKind, Sentence};
use crate::lexicon::names::{self, fold};
use crate::value::{Level, PersonName, Reason};

/// A run with its place in the article.
pub(super) struct Placed {
    pub run: NameRun,
    pub sentence: usize,
    pub is_headline: bool,
}

/// The people while they are being gathered.
pub(super) struct Crew {
    people: Vec<Person>,
    /// People by folded word of their names, in order of introduction.
    by_word: BTreeMap<String, Vec<usize>>,
    unnamed: Vec<Unnamed>,
    /// Person of each run: sentence and first token.
    owner: BTreeMap<(usize, usize), usize>,
}

impl Crew {
    /// People by their full names.
    pub(super) fn introduce(article: &AnnotatedArticle<'_>, placed: &[Placed]) -> Crew {
        let mut evidence: BTreeMap<String, i32> = BTreeMap::new();
        for p in placed.iter().filter(|p| p.run.name.is_full() && !p.is_headline) {
            let best = evidence.entry(fold(&p.run.name.to_string())).or_insert(i32::MIN);
            *best = (*best).max(p.run.evidence);
        }
        let mut crew = Crew {
            people: Vec::new(),
            by_word: BTreeMap::new(),
            unnamed: Vec::new(),
            owner: BTreeMap::new(),
        };
        for p in placed.iter().filter(|p| p.run.name.is_full()) {
            let speaks = evidence.get(&fold(&p.run.name.to_string())).copied().unwrap_or(i32::MIN);
            if speaks >= PERSON {
                let person = crew.find_full(&p.run.name).unwrap_or_else(|| crew.add(&p.run.name));
                crew.mention(article, person, p);
            }
        }
        crew
    }

    /// The one person whom the full name can name.
    fn find_full(&self, name: &PersonName) -> Option<usize> {
        let mut found: Vec<usize> = Vec::new();
        for word in words_of(name) {
            for &person in self.by_word.get(&word).map_or(&[][..], Vec::as_slice) {
                if !found.contains(&person) && is_same_in_article(&self.people[person], name) {
                    found.push(person);
                }
            }
        }
        match found[..] {
            [one] => Some(one),
            _ => found
                .into_iter()
                .find(|&p| PersonName::compare(&self.people[p].name, name).level == Level::Identical),
        }
    }

    fn add(&mut self, name: &PersonName) -> usize {
        let number = self.people.len();
        self.people.push(Person {
            name: name.clone(),
            gender: None,
            mentions: Vec::new(),
            ages: Vec::new(),
            roles: Vec::new(),
            parts: Vec::new(),
        });
        for word in words_of(name) {
            self.by_word.entry(word).or_default().push(number);
        }
        number
    }

    fn mention(&mut self, article: &AnnotatedArticle<'_>, person: usize, p: &Placed) {
        let sentence = article.sentence(p.sentence);
        let span = article.span(&sentence, p.run.tokens.clone());
        self.owner.insert((p.sentence, p.run.tokens.start), person);
        let bearer = &mut self.people[person];
        if p.run.name.len() > bearer.name.len() && p.run.name.is_full() {
            bearer.name = p.run.name.clone();
            for word in words_of(&p.run.name) {
                let list = self.by_word.entry(word).or_default();
                if !list.contains(&person) {
                    list.push(person);
                }
            }
        }
        let bearer = &mut self.people[person];
        bearer.gender = bearer.gender.or_else(|| p.run.title.as_ref().and_then(|(_, t)| t.gender()));
        bearer.mentions.push(PersonMention {
            sentence: p.sentence,
            tokens: p.run.tokens.clone(),
            span,
            name: p.run.name.clone(),
        });
    }

    /// Surnames and given names alone, in the order of the text.
    pub(super) fn link(&mut self, article: &AnnotatedArticle<'_>, placed: &[Placed]) {
        for p in placed.iter().filter(|p| !p.run.name.is_full()) {
            let sentence = article.sentence(p.sentence);
            let is_thing = sentence.name_at(p.run.tokens.start).is_some_and(|n| {
                matches!(n.kind, NameKind::Place | NameKind::Organisation)
                    && n.end as usize > p.run.tokens.end
            });
            if is_thing {
                continue;
            }
            if let Some(person) = self.find_lone(p) {
                self.mention(article, person, p);
            } else if !p.is_headline && self.bears(p).is_empty() && is_person_alone(&sentence, &p.run) {
                let person = self.find_misspelt(p).unwrap_or_else(|| self.add(&p.run.name));
                self.mention(article, person, p);
            }
        }
    }

    /// Everybody who bears the lone word.
    fn bears(&self, p: &Placed) -> Vec<usize> {
        let word = fold(p.run.name.family().unwrap_or_default());
        self.by_word.get(&word).cloned().unwrap_or_default()
    }

    /// Whom the lone word names: see the head of this file.
    fn find_lone(&self, p: &Placed) -> Option<usize> {
        let word = fold(p.run.name.family().unwrap_or_default());
        let bears = self.bears(p);
        let by_family: Vec<usize> = bears
            .iter()
            .copied()
            .filter(|&i| self.people[i].name.family().is_some_and(|f| fold(f) == word))
            .collect();
        let bears = if by_family.is_empty() { bears } else { by_family };
        // "Peter Jr." is the son of a Peter who bears no suffix.
        let suffix = p.run.name.suffix();
        let is_apart = |i: &usize| suffix.is_some() && self.people[*i].name.suffix() != suffix;
        let bears: Vec<usize> = bears.into_iter().filter(|i| !is_apart(i)).collect();
        let gender = p.run.title.as_ref().and_then(|(_, t)| t.gender());
        let fits = |i: &usize| match (gender, self.people[*i].gender) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        let bears: Vec<usize> = bears.into_iter().filter(fits).collect();
        if let [one] = bears[..] {
            return Some(one);
        }
        let at = (p.sentence, p.run.tokens.start);
        let last = |i: usize| {
            let before =
                self.people[i].mentions.iter().map(|m| (m.sentence, m.tokens.start)).filter(|&m| m < at);
            before.max()
        };
        let (met, person) = bears.iter().filter_map(|&i| Some((last(i)?, i))).max()?;
        let rival = bears.iter().filter(|&&i| i != person).filter_map(|&i| last(i)).max();
        (rival.is_none_or(|r| r.0 < met.0)).then_some(person)
    }

    /// The one person of whose family name the lone word is a slip.
    fn find_misspelt(&self, p: &Placed) -> Option<usize> {
        let word = p.run.name.family()?;
        if fold(word).len() < 5 || names::is_family(&fold(word)) || names::is_given(&fold(word)) {
            return None;
        }
        let near = |i: &usize| {
            let name = &self.people[*i].name;
            let is_near = name.family().is_some_and(|f| fold(f).chars().next() == fold(word).chars().next());
            is_near && name.is_full() && {
                let lone = PersonName::parse(name.family().unwrap_or_default());
                lone.is_some_and(|f| {
                    let reason = PersonName::compare(&f, &p.run.name).reason;
                    matches!(reason, Reason::SpellingDiffers | Reason::Transliteration | Reason::HouseStyle)
                })
            }
        };
        let mut found = (0..self.people.len()).filter(near);
        let one = found.next()?;
        found.next().is_none().then_some(one)
    }

    /// Ages, roles and parts.
    pub(super) fn describe(&mut self, article: &AnnotatedArticle<'_>, by_sentence: &[Vec<NameRun>]) {
        for sentence in article.sentences() {
            let runs = &by_sentence[sentence.number()];
            for run in runs {
                let Some(&person) = self.owner.get(&(sentence.number(), run.tokens.start)) else { continue };
                let bearer = &mut self.people[person];
                if !is_headline(article, &sentence) {
                    bearer.roles.extend(role::roles(&sentence, run));
                    let parts = part::parts(&sentence, run.tokens.clone());
                    bearer.parts.extend(parts);
                }
            }
            for told in age::ages(&sentence, runs) {
                self.tell(article, &sentence, runs, told);
            }
        }
        self.claim_unnamed();
    }

    fn tell(
        &mut self,
        article: &AnnotatedArticle<'_>,
        sentence: &Sentence<'_>,
        runs: &[NameRun],
        told: AgeMention,
    ) {
        let number = sentence.number();
        let named = told.run.and_then(|r| self.owner.get(&(number, runs[r].tokens.start)).copied());
        let person =
            named.or_else(|| told.pronoun.and_then(|at| self.last_before(number, sentence.norm(at))));
        let span = article.span(sentence, told.tokens.clone());
        let age = ToldAge { age: told.age, sentence: number, tokens: told.tokens.clone(), span };
        // A child may bear the given name of the grown-up who was named in full.
        let is_namesake = |person: usize| {
            let word = told.run.map(|r| &runs[r].name).filter(|n| !n.is_full()).and_then(PersonName::family);
            let bearer = &self.people[person].name;
            word.is_some() && bearer.is_full() && bearer.family().map(fold) != word.map(fold)
        };
        match person {
            Some(person) if is_namesake(person) => {}
            Some(person) => self.people[person].ages.push(age),
            None if told.run.is_none() && told.pronoun.is_none() => self.unnamed.push(Unnamed {
                told: age,
                noun: told.noun.map(|n| sentence.norm(n).to_owned()),
                parts: part::parts(sentence, told.tokens),
            }),
            None => {}
        }
    }

    /// The one person that the sentence before names and that the pronoun may mean.
    fn last_before(&self, sentence: usize, pronoun: &str) -> Option<usize> {
        let before = sentence.checked_sub(1)?;
        let is_named = |i: &usize| self.people[*i].mentions.iter().any(|m| m.sentence == before);
        let mut named = (0..self.people.len()).filter(is_named).filter(|&i| self.people[i].may_be(pronoun));
        let one = named.next()?;
        named.next().is_none().then_some(one)
    }

    /// An unnamed age joins the one person who is told to be so old.
    fn claim_unnamed(&mut self) {
        let unnamed = std::mem::take(&mut self.unnamed);
        for one in unnamed {
            let mut same =
                (0..self.people.len()).filter(|&i| self.people[i].ages.iter().any(|a| a.age == one.told.age));
            match (same.next(), same.next()) {
                (Some(person), None) => self.people[person].ages.push(one.told),
                _ => self.unnamed.push(one),
            }
        }
    }

    pub(super) fn finish(mut self, article: &AnnotatedArticle<'_>) -> Cast {
        for person in &mut self.people {
            person.mentions.sort_by_key(|m| m.span);
            person.ages.sort_by_key(|a| a.span);
            if person.ages.iter().any(|a| a.age.is_of_child()) {
                person.parts.push(Part::Child);
            }
            person.parts.sort();
            person.parts.dedup();
        }
        let administrations = administrations(article, &self.people);
        let mut people = self.people;
        people.sort_by_key(|p| p.mentions.first().map(|m| m.span));
        Cast { article: article.id, people, unnamed: self.unnamed, administrations }
    }
}

/// The folded words under which a person is looked up.
fn words_of(name: &PersonName) -> Vec<String> {
    let words = name.given().into_iter().chain(name.middle()).chain(name.family()).chain(name.nickname());
    let mut words: Vec<String> = words.map(|w| fold(w).trim_end_matches('.').to_owned()).collect();
    words.retain(|w| w.chars().count() > 1);
    words.sort();
    words.dedup();
    words
}

/// Two full names of one article are one person's if the one is a form of the other.
fn is_same_in_article(person: &Person, name: &PersonName) -> bool {
    let comparison = PersonName::compare(&person.name, name);
    let fits = match comparison.level {
        Level::Identical | Level::Equivalent => comparison.reason == Reason::SameName,
        Level::Compatible => true,
        Level::Conflict | Level::Incomparable => false,
    };
    fits && !middles_differ(&person.name, name)
}

/// A lone word that names a person nobody has introduced: "Judge Moreno".
fn is_person_alone(sentence: &Sentence<'_>, run: &NameRun) -> bool {
    let title = run.title.as_ref().is_some_and(|(at, title)| {
        let is_capital = sentence.surface(at.start).starts_with(char::is_uppercase);
        is_capital && !title.is_kin() && at.start < run.tokens.start
    });
    let is_named = sentence.name_at(run.tokens.start).is_some_and(|n| n.kind == NameKind::Person);
    let word = fold(run.name.family().unwrap_or_default());
    let is_known = names::is_family(&word) || names::is_given(&word);
    title && (is_named || is_known || run.evidence >= PERSON) || is_named && run.evidence >= PERSON
}
