//! Frames: where in the tree stands whom an outcome befell, and the other thing in it.

use crate::article::ZoneKind;
use crate::claim::Matter;
use crate::detect::Material;
use crate::detect::party::{narrowing, party};
use crate::language::{Features, Relation, Sentence, Tag};

/// What is put to somebody for a yes or a no.
pub(super) const PROPOSALS: [&str; 30] = [
    "agreement",
    "amendment",
    "appeal",
    "application",
    "bid",
    "bill",
    "budget",
    "ceasefire",
    "contract",
    "deal",
    "demand",
    "initiative",
    "law",
    "legislation",
    "measure",
    "merger",
    "motion",
    "nomination",
    "offer",
    "ordinance",
    "petition",
    "plan",
    "proposal",
    "referendum",
    "request",
    "resignation",
    "resolution",
    "takeover",
    "treaty",
    "truce",
];

/// What is asked of an authority.
pub(super) const REQUESTS: [&str; 16] = [
    "access",
    "appeal",
    "asylum",
    "bail",
    "bond",
    "clemency",
    "custody",
    "immunity",
    "injunction",
    "licence",
    "license",
    "motion",
    "parole",
    "permit",
    "request",
    "visa",
];

/// What is won or lost.
pub(super) const CONTESTS: [&str; 14] = [
    "appeal",
    "battle",
    "bid",
    "case",
    "contest",
    "election",
    "final",
    "game",
    "lawsuit",
    "match",
    "primary",
    "race",
    "referendum",
    "vote",
];

/// True for a finite verb, a passive or a participle that tells what happened.
pub(super) fn is_told(sentence: &Sentence, verb: usize) -> bool {
    let features = sentence.features(verb);
    let is_bare = features.has(Features::INFINITIVE)
        || sentence.children(verb).any(|c| sentence.norm(c) == "to" && sentence.tag(c) == Tag::Part);
    let is_negated = is_negated(sentence, verb);
    // "did not survive" has the bare form behind its auxiliary.
    (!is_bare || is_negated && sentence.child(verb, Relation::Aux).is_some())
        && !features.has(Features::GERUND)
        && !(features.has(Features::PARTICIPLE) && features.has(Features::PRESENT))
}

pub(super) fn is_negated(sentence: &Sentence, at: usize) -> bool {
    sentence.children(at).any(|c| matches!(sentence.norm(c), "not" | "n't" | "never"))
        || at > 0 && sentence.norm(at - 1) == "not"
}

/// The subject of a verb, its own or that of the verb it is joined to; "who" stands for
/// the noun before it.
pub(super) fn subject(sentence: &Sentence, verb: usize) -> Option<usize> {
    let own =
        |v: usize| [Relation::Nsubj, Relation::NsubjPass].into_iter().find_map(|r| sentence.child(v, r));
    let found = own(verb).or_else(|| match sentence.relation(verb) {
        Relation::Conj => sentence.head(verb).filter(|&h| sentence.tag(h) == Tag::Verb).and_then(own),
        _ => None,
    })?;
    let is_relative = matches!(sentence.norm(found), "who" | "that" | "which");
    match is_relative {
        true => sentence
            .ancestors(found)
            .find(|&t| sentence.relation(t) == Relation::AclRelcl)
            .and_then(|t| sentence.head(t)),
        false => Some(found),
    }
}

pub(super) fn is_passive(sentence: &Sentence, verb: usize) -> bool {
    let has = |v: usize| {
        sentence.child(v, Relation::NsubjPass).is_some() || sentence.child(v, Relation::AuxPass).is_some()
    };
    let joined = sentence.relation(verb) == Relation::Conj
        && sentence.child(verb, Relation::Nsubj).is_none()
        && sentence.features(verb).has(Features::PARTICIPLE)
        && sentence.head(verb).is_some_and(has);
    has(verb) || joined
}

/// "|Hale| was convicted", "|Hale|, convicted of fraud,", "the court convicted |Hale|".
pub(super) fn patient(
    material: &Material,
    sentence: &Sentence,
    verb: usize,
    question: &str,
) -> Option<Matter> {
    let is_headline = material.article.zone(sentence) == ZoneKind::Headline;
    let object = sentence.child(verb, Relation::Obj);
    let token = if is_passive(sentence, verb) {
        subject(sentence, verb)?
    } else if let Some(object) = object {
        object
    } else if sentence.relation(verb) == Relation::Acl {
        sentence.head(verb)?
    } else if is_headline && question == "verdict" {
        // "Hale acquitted of fraud"
        subject(sentence, verb)?
    } else {
        return None;
    };
    let mut matter = party(material, sentence, token)?;
    if question == "verdict" {
        let charge = with_case(sentence, verb, "of").or_else(|| with_case(sentence, token, "of"));
        add_object(sentence, charge, &mut matter);
    }
    Some(matter)
}

/// The noun below `verb` behind that preposition.
pub(super) fn with_case(sentence: &Sentence, verb: usize, case: &str) -> Option<usize> {
    sentence.children(verb).find(|&c| {
        c > verb
            && sentence
                .children(c)
                .any(|p| sentence.relation(p) == Relation::Case && sentence.norm(p) == case)
    })
}

/// "bail |to Hale|": the noun right behind the preposition that follows.
pub(super) fn behind(sentence: &Sentence, at: usize, preposition: &str) -> Option<usize> {
    let is_next = at + 1 < sentence.len() && sentence.norm(at + 1) == preposition;
    let phrase = at + 2..sentence.len().min(at + 7);
    // "guilty to |murder|" looks like a verb.
    let is_word = |i: &usize| matches!(sentence.tag(*i), Tag::Noun | Tag::Propn | Tag::Verb);
    is_next.then(|| phrase.into_iter().find(is_word)).flatten()
}

pub(super) fn add_object(sentence: &Sentence, noun: Option<usize>, matter: &mut Matter) {
    if let Some(noun) = noun {
        matter.object = sentence.lemma(noun).to_lowercase();
        matter.modifiers = narrowing(sentence, noun);
    }
}

/// "|The council| rejected the |plan|", "the |plan| was rejected by |the council|", "the
/// |bill| passed".
pub(super) fn agent(material: &Material, sentence: &Sentence, verb: usize, question: &str) -> Option<Matter> {
    let things: &[&str] = if question == "contest" { &CONTESTS } else { &PROPOSALS };
    let is_thing = |t: &usize| things.binary_search(&sentence.lemma(*t)).is_ok();
    let (thing, who) = if is_passive(sentence, verb) {
        (subject(sentence, verb), sentence.child(verb, Relation::OblAgent))
    } else {
        match sentence.child(verb, Relation::Obj) {
            Some(object) => (Some(object), subject(sentence, verb)),
            None if question == "reply" && sentence.child(verb, Relation::Xcomp).is_none() => {
                (subject(sentence, verb), None)
            }
            None => return None,
        }
    };
    let thing = thing.filter(is_thing)?;
    let mut matter = match who {
        Some(who) => party(material, sentence, who)?,
        None => Matter::default(),
    };
    // "an offer": which of several, nobody says.
    let is_any = sentence.children(thing).any(|c| matches!(sentence.norm(c), "a" | "an" | "no" | "any"));
    if is_any || question == "contest" && matter.holder.is_empty() {
        return None;
    }
    add_object(sentence, Some(thing), &mut matter);
    Some(matter)
}

/// "|Hale| was denied |bail|", "the judge denied |bail| to |Hale|", "granted |Hale| |bail|".
pub(super) fn grant(material: &Material, sentence: &Sentence, verb: usize) -> Option<Matter> {
    let is_thing = |t: &usize| REQUESTS.binary_search(&sentence.lemma(*t)).is_ok();
    // The words right behind are as sure as the tree: "denied |bail|".
    let next = (verb + 1 < sentence.len()).then_some(verb + 1).filter(is_thing);
    let object = sentence.child(verb, Relation::Obj).filter(is_thing).or(next);
    let (thing, who) = if is_passive(sentence, verb) {
        match object.filter(is_thing) {
            Some(thing) => (Some(thing), subject(sentence, verb)),
            None => (subject(sentence, verb).filter(is_thing), with_case(sentence, verb, "to")),
        }
    } else {
        let thing = object.filter(is_thing);
        let to = with_case(sentence, verb, "to").or_else(|| with_case(sentence, thing?, "to"));
        let to = to.or_else(|| behind(sentence, thing?, "to"));
        (thing, sentence.child(verb, Relation::Iobj).or(to))
    };
    let thing = thing?;
    let mut matter = party(material, sentence, who?)?;
    add_object(sentence, Some(thing), &mut matter);
    Some(matter)
}

/// The subject of "is alive", of "was found alive", of "escaped unhurt".
pub(super) fn subject_of_state(sentence: &Sentence, state: usize) -> Option<usize> {
    if sentence.child(state, Relation::Cop).is_some() {
        return subject(sentence, state);
    }
    if let Some(verb) = escaped(sentence, state) {
        return subject(sentence, verb);
    }
    let verb = sentence.head(state).filter(|&h| sentence.tag(h) == Tag::Verb)?;
    let is_seen = matches!(
        sentence.lemma(verb),
        "see" | "want" | "keep" | "feel" | "leave" | "fear" | "presume" | "believe"
    );
    let is_below = matches!(sentence.relation(state), Relation::Xcomp | Relation::Advcl | Relation::Advmod);
    if is_seen || !is_below || !is_told(sentence, verb) {
        return None;
    }
    match sentence.child(verb, Relation::Obj) {
        Some(object) if !is_passive(sentence, verb) => Some(object),
        _ => subject(sentence, verb),
    }
}

/// "|escaped| unhurt", "|walked| away unharmed".
pub(super) fn escaped(sentence: &Sentence, state: usize) -> Option<usize> {
    (state.saturating_sub(2)..state)
        .rev()
        .find(|&i| sentence.tag(i) == Tag::Verb && matches!(sentence.lemma(i), "escape" | "emerge" | "walk"))
}
