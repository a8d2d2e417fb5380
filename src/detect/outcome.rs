//! Outcomes: what became of somebody or something.
//!
//! A verb or adjective of the list answers a question, and its frame says where in the
//! tree the one stands of whom it is told. What may be, what somebody denies or asks
//! for, and what is quoted, is no outcome.

use std::ops::Range;

use super::party::{narrowing, party, person};
use super::surroundings::stance;
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Matter, Subject, Value};
use crate::language::{Features, Relation, Sentence, Tag};
use crate::lexicon::{EVENTS, OUTCOMES, PEOPLE};
use crate::mention::is_quoted;
use crate::value;

/// What became of somebody or something.
pub struct Outcome;

/// Verbs that take what stands below them out of fact.
const UNSAID: [&str; 19] = [
    "accuse", "allege", "await", "believe", "call", "claim", "demand", "deny", "doubt", "fail", "fear", "hope",
    "insist", "refuse", "suggest", "suspect", "think", "urge", "want",
];

/// Words that open a clause of what has yet to be.
const NOT_YET: [&str; 9] =
    ["after", "before", "if", "once", "unless", "until", "when", "whenever", "whether"];

/// Words that put an outcome in the past of the story.
const EARLIER: [&str; 9] = [
    "already", "earlier", "formerly", "initially", "once", "originally", "past", "previously", "prior",
];

/// What is put to somebody for a yes or a no.
const PROPOSALS: [&str; 30] = [
    "agreement", "amendment", "appeal", "application", "bid", "bill", "budget", "ceasefire", "contract", "deal",
    "demand", "initiative", "law", "legislation", "measure", "merger", "motion", "nomination", "offer", "ordinance",
    "petition", "plan", "proposal", "referendum", "request", "resignation", "resolution", "takeover", "treaty", "truce",
];

/// What is asked of an authority.
const REQUESTS: [&str; 16] = [
    "access", "appeal", "asylum", "bail", "bond", "clemency", "custody", "immunity", "injunction", "licence",
    "license", "motion", "parole", "permit", "request", "visa",
];

/// What is won or lost.
const CONTESTS: [&str; 14] = [
    "appeal", "battle", "bid", "case", "contest", "election", "final", "game", "lawsuit", "match", "primary", "race",
    "referendum", "vote",
];

impl Detector for Outcome {
    fn kind(&self) -> Kind {
        Kind::Outcome
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/outcome.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, _) in material.sentences() {
            if sentence.norm(sentence.len() - 1) == "?" {
                continue;
            }
            for at in 0..sentence.len() {
                let Some(told) = told(material, &sentence, at) else { continue };
                let span = material.article.span(&sentence, told.tokens.clone());
                if is_quoted(&material.quotations, span) || is_unsaid(&sentence, told.verb) {
                    continue;
                }
                let value = Value::Outcome(told.outcome);
                let subject = Subject::Matter(told.matter);
                let mut claim = material.claim(Kind::Outcome, &sentence, told.tokens, value, subject);
                // The negation is in the answer.
                claim.stance = stance(&sentence, told.verb);
                claim.stance.negated = false;
                claims.push(claim);
            }
        }
    }
}

/// An outcome with its words.
struct Told {
    outcome: value::Outcome,
    matter: Matter,
    tokens: Range<usize>,
    /// The verb by which the clause stands or falls.
    verb: usize,
}

fn told(material: &Material, sentence: &Sentence, at: usize) -> Option<Told> {
    match sentence.norm(at) {
        "guilty" => return guilty(material, sentence, at),
        "no" | "nobody" | "none" => return nobody(sentence, at),
        "custody" | "jail" => return held(material, sentence, at),
        _ => {}
    }
    let facts = if is_fatal(sentence, at) { FATAL } else { OUTCOMES.get(sentence.lemma(at))? };
    let mut facts = facts.split('\t');
    let (frame, question, answer) = (facts.next()?, facts.next()?, facts.next()?);
    if tells_otherwise(sentence, question, answer) || question == "custody" && is_patient(sentence) {
        return None;
    }
    let is_negated = is_negated(sentence, at);
    let answer = if is_negated { facts.next()? } else { answer };
    let is_word = match frame {
        "state" => {
            let is_adjective = sentence.tag(at) == Tag::Adj || sentence.relation(at) == Relation::Xcomp;
            is_adjective || escaped(sentence, at).is_some()
        }
        _ => sentence.tag(at) == Tag::Verb && is_told(sentence, at),
    };
    if !is_word {
        return None;
    }
    let matter = match frame {
        "patient" => patient(material, sentence, at, question)?,
        // "He is survived by two sons."
        "subject" if is_passive(sentence, at) => return None,
        "subject" => party(material, sentence, subject(sentence, at)?)?,
        "state" => party(material, sentence, subject_of_state(sentence, at)?)?,
        "grant" => grant(material, sentence, at)?,
        _ => agent(material, sentence, at, question)?,
    };
    // A life and a limb are a person's; nothing else is hurt by a verdict.
    let is_person = matches!(question, "life" | "injury" | "verdict" | "custody");
    let is_somebody = matter.person.is_some() || !matter.is_named && PEOPLE.contains(last_word(&matter.holder));
    if is_person && !is_somebody {
        return None;
    }
    let outcome = value::Outcome { question, answer };
    Some(Told { outcome, matter, tokens: group(sentence, at), verb: at })
}

/// What "fatally shot" tells.
const FATAL: &str = "patient\tlife\tdied";

/// "|fatally| shot", "wounded |fatally|".
fn is_fatal(sentence: &Sentence, at: usize) -> bool {
    let near = at.saturating_sub(1)..sentence.len().min(at + 2);
    sentence.tag(at) == Tag::Verb && near.into_iter().any(|i| sentence.norm(i) == "fatally")
}

/// "treated and released", "released from hospital": not from custody.
fn is_patient(sentence: &Sentence) -> bool {
    (0..sentence.len()).any(|i| {
        matches!(sentence.norm(i), "hospital" | "hospitals" | "treated" | "treatment" | "medical" | "clinic")
    })
}

/// "acquitted of murder and convicted of assault": two matters in one breath.
fn tells_otherwise(sentence: &Sentence, question: &str, answer: &str) -> bool {
    (0..sentence.len()).any(|i| {
        let mut facts = OUTCOMES.get(sentence.lemma(i)).unwrap_or("").split('\t').skip(1);
        facts.next() == Some(question) && facts.next() != Some(answer)
    })
}

fn last_word(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or(words)
}

/// True for a finite verb, a passive or a participle that tells what happened.
fn is_told(sentence: &Sentence, verb: usize) -> bool {
    let features = sentence.features(verb);
    let is_bare = features.has(Features::INFINITIVE)
        || sentence.children(verb).any(|c| sentence.norm(c) == "to" && sentence.tag(c) == Tag::Part);
    let is_negated = is_negated(sentence, verb);
    // "did not survive" has the bare form behind its auxiliary.
    (!is_bare || is_negated && sentence.child(verb, Relation::Aux).is_some())
        && !features.has(Features::GERUND)
        && !(features.has(Features::PARTICIPLE) && features.has(Features::PRESENT))
}

fn is_negated(sentence: &Sentence, at: usize) -> bool {
    sentence.children(at).any(|c| matches!(sentence.norm(c), "not" | "n't" | "never"))
        || at > 0 && sentence.norm(at - 1) == "not"
}

/// The verb with its auxiliaries and what negates it: "was not convicted".
fn group(sentence: &Sentence, at: usize) -> Range<usize> {
    let mut start = at;
    while start > 0 {
        let is_part = sentence.head(start - 1) == Some(at)
            && matches!(sentence.relation(start - 1), Relation::Aux | Relation::AuxPass | Relation::Cop)
            || matches!(sentence.norm(start - 1), "not" | "n't" | "never" | "been");
        if !is_part {
            break;
        }
        start -= 1;
    }
    start..at + 1
}

/// Denied, claimed, asked for, or under "until": not told as fact by the article.
fn is_unsaid(sentence: &Sentence, verb: usize) -> bool {
    let mut below = verb;
    for at in sentence.ancestors(verb) {
        let is_clause = matches!(sentence.relation(below), Relation::Ccomp | Relation::Xcomp | Relation::Advcl);
        let takes = at != below && is_clause && UNSAID.binary_search(&sentence.lemma(at)).is_ok();
        if takes {
            return true;
        }
        let opens = |c: usize| {
            matches!(sentence.relation(c), Relation::Mark | Relation::Advmod)
                && NOT_YET.binary_search(&sentence.norm(c)).is_ok()
        };
        if sentence.children(at).any(opens) {
            return true;
        }
        below = at;
    }
    (0..sentence.len()).any(|i| EARLIER.binary_search(&sentence.norm(i)).is_ok())
}

/// The subject of a verb, its own or that of the verb it is joined to; "who" stands for
/// the noun before it.
fn subject(sentence: &Sentence, verb: usize) -> Option<usize> {
    let own = |v: usize| [Relation::Nsubj, Relation::NsubjPass].into_iter().find_map(|r| sentence.child(v, r));
    let found = own(verb).or_else(|| match sentence.relation(verb) {
        Relation::Conj => sentence.head(verb).filter(|&h| sentence.tag(h) == Tag::Verb).and_then(own),
        _ => None,
    })?;
    let is_relative = matches!(sentence.norm(found), "who" | "that" | "which");
    match is_relative {
        true => sentence.ancestors(found).find(|&t| sentence.relation(t) == Relation::AclRelcl).and_then(|t| sentence.head(t)),
        false => Some(found),
    }
}

fn is_passive(sentence: &Sentence, verb: usize) -> bool {
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
fn patient(material: &Material, sentence: &Sentence, verb: usize, question: &str) -> Option<Matter> {
    let is_headline = material.article.zone(sentence) == crate::article::ZoneKind::Headline;
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
fn with_case(sentence: &Sentence, verb: usize, case: &str) -> Option<usize> {
    sentence.children(verb).find(|&c| {
        c > verb
            && sentence.children(c).any(|p| sentence.relation(p) == Relation::Case && sentence.norm(p) == case)
    })
}

/// "bail |to Hale|": the noun right behind the preposition that follows.
fn behind(sentence: &Sentence, at: usize, preposition: &str) -> Option<usize> {
    let is_next = at + 1 < sentence.len() && sentence.norm(at + 1) == preposition;
    let phrase = at + 2..sentence.len().min(at + 7);
    // "guilty to |murder|" looks like a verb.
    let is_word = |i: &usize| matches!(sentence.tag(*i), Tag::Noun | Tag::Propn | Tag::Verb);
    is_next.then(|| phrase.into_iter().find(is_word)).flatten()
}

fn add_object(sentence: &Sentence, noun: Option<usize>, matter: &mut Matter) {
    if let Some(noun) = noun {
        matter.object = sentence.lemma(noun).to_lowercase();
        matter.modifiers = narrowing(sentence, noun);
    }
}

/// "|The council| rejected the |plan|", "the |plan| was rejected by |the council|", "the
/// |bill| passed".
fn agent(material: &Material, sentence: &Sentence, verb: usize, question: &str) -> Option<Matter> {
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
fn grant(material: &Material, sentence: &Sentence, verb: usize) -> Option<Matter> {
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
fn subject_of_state(sentence: &Sentence, state: usize) -> Option<usize> {
    if sentence.child(state, Relation::Cop).is_some() {
        return subject(sentence, state);
    }
    if let Some(verb) = escaped(sentence, state) {
        return subject(sentence, verb);
    }
    let verb = sentence.head(state).filter(|&h| sentence.tag(h) == Tag::Verb)?;
    let is_seen = matches!(sentence.lemma(verb), "see" | "want" | "keep" | "feel" | "leave" | "fear" | "presume" | "believe");
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
fn escaped(sentence: &Sentence, state: usize) -> Option<usize> {
    (state.saturating_sub(2)..state).rev().find(|&i| {
        sentence.tag(i) == Tag::Verb && matches!(sentence.lemma(i), "escape" | "emerge" | "walk")
    })
}

/// "pleaded not |guilty|", "was found |guilty|".
fn guilty(material: &Material, sentence: &Sentence, at: usize) -> Option<Told> {
    let verb = (at.saturating_sub(4)..at)
        .rev()
        .find(|&i| matches!(sentence.lemma(i), "plead" | "find") || matches!(sentence.norm(i), "pleaded" | "pled"))?;
    let is_negated = at > 0 && sentence.norm(at - 1) == "not";
    // "guilty to theft and not guilty to arson"
    let is_mixed = (1..sentence.len())
        .any(|i| sentence.norm(i) == "guilty" && (sentence.norm(i - 1) == "not") != is_negated);
    if is_mixed {
        return None;
    }
    let is_open = sentence.children(verb).any(|c| matches!(sentence.norm(c), "not" | "n't") && c < verb);
    if is_open || !is_told(sentence, verb) {
        return None;
    }
    let (question, token, answer) = match sentence.lemma(verb) {
        "find" => {
            let token = match is_passive(sentence, verb) {
                true => subject(sentence, verb)?,
                // "found |Peter Hale| guilty"
                false => at - 1 - usize::from(is_negated),
            };
            ("verdict", token, if is_negated { "acquitted" } else { "convicted" })
        }
        _ => ("plea", pleader(material, sentence, verb)?, if is_negated { "not guilty" } else { "guilty" }),
    };
    let mut matter = party(material, sentence, token)?;
    matter.person?;
    let charge = ["to", "of"].into_iter().find_map(|case| {
        behind(sentence, at, case)
            .or_else(|| with_case(sentence, at, case))
            .or_else(|| with_case(sentence, verb, case))
    });
    add_object(sentence, charge, &mut matter);
    let start = group(sentence, verb).start;
    Some(Told { outcome: value::Outcome { question, answer }, matter, tokens: start..at + 1, verb })
}

/// The subject of a plea; where the tree has none, the one person named before it.
fn pleader(material: &Material, sentence: &Sentence, verb: usize) -> Option<usize> {
    let named = || {
        let mut tokens = (0..verb).filter_map(|i| Some((person(material, sentence, i)?, i)));
        let (one, token) = tokens.next()?;
        tokens.all(|(other, _)| other == one).then_some(token)
    };
    subject(sentence, verb).or_else(named)
}

/// "remains in |custody|", "is still in |jail|".
fn held(material: &Material, sentence: &Sentence, at: usize) -> Option<Told> {
    let verb = (at.saturating_sub(4)..at).rev().find(|&i| {
        matches!(sentence.norm(i), "remains" | "remain" | "stays") || sentence.norm(i) == "is" && sentence.norm(i + 1) == "still"
    })?;
    if sentence.norm(at - 1) != "in" {
        return None;
    }
    let clause = if sentence.tag(verb) == Tag::Verb { verb } else { at };
    let matter = party(material, sentence, subject(sentence, clause)?)?;
    matter.person?;
    let outcome = value::Outcome { question: "custody", answer: "held" };
    Some(Told { outcome, matter, tokens: verb..at + 1, verb: clause })
}

/// "|No one| was hurt", "|no injuries| were reported": a count of nought.
fn nobody(sentence: &Sentence, at: usize) -> Option<Told> {
    let norm = |i: usize| if i < sentence.len() { sentence.norm(i) } else { "" };
    let is_partial = (0..sentence.len()).any(|i| {
        matches!(
            sentence.norm(i),
            "other" | "others" | "else" | "more" | "further" | "additional" | "second" | "seriously" | "badly"
                | "serious" | "major" | "critically" | "another" | "that" | "life-threatening" | "immediate"
                | "immediately" | "fatally" | "but" | "previous" | "except"
        )
    });
    if is_partial {
        return None;
    }
    let class = |word: &str| match EVENTS.get(word) {
        Some("hurt") => Some("hurt"),
        Some("kill") => Some("kill"),
        _ => None,
    };
    let is_pronoun = norm(at) == "nobody" || norm(at) == "no" && norm(at + 1) == "one";
    let (counted, happened, end) = if is_pronoun {
        let verb = at + if norm(at) == "nobody" { 2 } else { 3 };
        let is_be = matches!(norm(verb - 1), "was" | "is");
        let happened = if norm(verb - 1) == "died" { Some("kill") } else { class(norm(verb)).filter(|_| is_be) }?;
        let end = if norm(verb - 1) == "died" { verb } else { verb + 1 };
        ("any", happened, end)
    } else if norm(at) == "no" {
        let noun = at + 1;
        if noun >= sentence.len() || sentence.tag(noun) != Tag::Noun {
            return None;
        }
        let is_told = (noun + 1..sentence.len().min(noun + 4))
            .any(|i| matches!(sentence.norm(i), "was" | "were" | "reported" | "." ));
        match (norm(noun), class(sentence.lemma(noun))) {
            ("casualties", _) => ("any", "hurt", noun + 1),
            ("injuries" | "deaths" | "fatalities", Some(happened)) if is_told => ("any", happened, noun + 1),
            _ => {
                let happened = class(norm(noun + 2)).filter(|_| matches!(norm(noun + 1), "was" | "were"))?;
                let counted = PEOPLE.get(sentence.lemma(noun))?;
                (counted, happened, noun + 3)
            }
        }
    } else {
        return None;
    };
    let outcome = value::Outcome { question: "toll", answer: "none" };
    let matter = Matter { holder: counted.to_owned(), object: happened.to_owned(), ..Matter::default() };
    Some(Told { outcome, matter, tokens: at..end, verb: (end - 1).min(sentence.len() - 1) })
}
