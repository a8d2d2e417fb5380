//! What happened to what a figure counts: "killed 12", "12 were killed", "left 12 dead".
//!
//! The participle beside the figure is asked first, for headlines and for "one killed and
//! three injured"; else the tree says it, below the noun and then above it.

mod beside;

use std::ops::Range;

use crate::language::{Features, Relation, Sentence, Tag};
use crate::lexicon::{EVENTS, NUMBERS};

use beside::beside;

/// How far up the tree a governing event is looked for. Four steps cover "the
/// number of people who were reported killed rose to 12".
const CLIMB: usize = 4;

/// Verbs that place a figure without saying what happened.
const LIGHT: [&str; 28] = [
    "be", "have", "do", "say", "report", "tell", "add", "include", "put", "set", "reach", "rise", "make",
    "become", "remain", "see", "leave", "find", "confirm", "get", "take", "give", "stand", "climb",
    "believe", "think", "fear", "presume",
];

/// The class of the event that governs `anchor`, and whether the figure counts who did it.
pub fn event_of(
    sentence: &Sentence,
    anchor: usize,
    noun: Option<usize>,
    figure: &Range<usize>,
) -> (Option<String>, bool) {
    let own = noun
        .filter(|&n| sentence.lemma(n) != "wound" || sentence.tag(n) != Tag::Noun)
        .and_then(|n| EVENTS.get(sentence.lemma(n)));
    let state = own.filter(|_| noun.is_some_and(|n| STATES.contains(&sentence.lemma(n))));
    if let Some(class) = own.filter(|_| state.is_none()) {
        return (Some(class.to_owned()), false);
    }
    let is_whole = is_whole_of_part(sentence, anchor, figure);
    if is_whole && part_lacks_a_verb(sentence, anchor) {
        return (state.map(str::to_owned), false);
    }
    let over = || if is_whole { None } else { above(sentence, anchor) };
    let words = beside(sentence, noun, figure);
    let found = words.or_else(|| below(sentence, noun.unwrap_or(anchor))).or_else(over);
    // "between half and |two-thirds| of the homes were damaged": where the number hangs amiss.
    let found = found.or_else(|| above(sentence, noun.filter(|&n| n != anchor)?));
    let found = found.or_else(|| complement_event(sentence, anchor).map(|class| (class.to_owned(), false)));
    match found {
        Some((class, is_agent)) => (Some(class), is_agent),
        None => (state.map(str::to_owned), false),
    }
}

/// Nouns for people in a state, which say less than what is told of them.
const STATES: [&str; 4] = ["gunman", "hostage", "inhabitant", "resident"];

/// What stands below the noun: "two wounded men", "people killed in", "who were shot".
fn below(sentence: &Sentence, anchor: usize) -> Option<(String, bool)> {
    let below = sentence.children(anchor).filter(|&c| {
        matches!(
            sentence.relation(c),
            Relation::Acl | Relation::AclRelcl | Relation::Amod | Relation::Compound
        )
    });
    for child in below {
        if let Some(class) = event_word(sentence, child) {
            let is_agent = sentence.relation(child) == Relation::AclRelcl
                && !is_passive(sentence, child)
                && is_harm(class)
                && sentence.child(child, Relation::Obj).is_some();
            return Some((class.to_owned(), is_agent));
        }
        if sentence.relation(child) != Relation::Compound
            && let Some(class) = complement_event(sentence, child)
        {
            return Some((class.to_owned(), false));
        }
    }
    None
}

/// What stands above it: "killed 12", "the deaths of 12", "12 were taken to hospital".
fn above(sentence: &Sentence, anchor: usize) -> Option<(String, bool)> {
    let mut at = anchor;
    let mut fallback = None;
    for _ in 0..CLIMB {
        let Some(head) = sentence.head(at) else { break };
        let relation = sentence.relation(at);
        if !matches!(
            relation,
            Relation::Obj
                | Relation::Nsubj
                | Relation::NsubjPass
                | Relation::Nmod
                | Relation::Conj
                | Relation::Obl
                | Relation::OblAgent
                | Relation::Appos
                | Relation::Xcomp
                | Relation::Compound
                | Relation::Nummod
                | Relation::Amod
                | Relation::Dep
                | Relation::Parataxis
                | Relation::NmodUnmarked
                | Relation::OblUnmarked
                | Relation::Iobj
                | Relation::Root
                | Relation::List
                | Relation::Flat
        ) {
            break;
        }
        if relation == Relation::OblAgent {
            return event_word(sentence, head).map(|class| (class.to_owned(), true));
        }
        if let Some(class) = event_word(sentence, head) {
            let is_subject = relation == Relation::Nsubj && at == anchor;
            // "five people were |shooting|": whoever does it, does it to others.
            let is_doing = matches!(class, "shoot" | "attack")
                && sentence.features(head).has(Features::PRESENT.with(Features::PARTICIPLE));
            let is_agent = is_subject
                && is_harm(class)
                && !is_passive(sentence, head)
                && (is_doing || kills_others(sentence, head));
            return Some((class.to_owned(), is_agent));
        }
        if let Some(class) = complement_event(sentence, head) {
            return Some((class.to_owned(), false));
        }
        if fallback.is_none() && goes_to_hospital(sentence, head) {
            fallback = Some(("hospitalize".to_owned(), false));
        }
        if fallback.is_none() && matches!(sentence.tag(head), Tag::Verb) {
            let lemma = sentence.lemma(head);
            if !LIGHT.contains(&lemma) {
                fallback = Some((lemma.to_owned(), false));
            }
        }
        // A noun that is a subject or object belongs to its own verb only.
        let ends = matches!(relation, Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Obl);
        let is_subject = matches!(relation, Relation::Nsubj | Relation::NsubjPass);
        if ends && (at != anchor || is_subject)
            || relation == Relation::Nmod && is_aside(sentence, at)
            || sentence.tag(head) == Tag::Verb && relation != Relation::Conj
        {
            break;
        }
        at = head;
    }
    fallback
}

/// "firefighters |from| 12 stations", "a bus |with| 40 pupils": what is told of the noun
/// above is not told of these.
fn is_aside(sentence: &Sentence, noun: usize) -> bool {
    sentence.child(noun, Relation::Case).is_some_and(|case| {
        matches!(
            sentence.norm(case),
            "across" | "at" | "between" | "for" | "from" | "in" | "near" | "on" | "with"
        )
    })
}

/// "Twelve of the |40 passengers|", "of the |48 hostages|, 20": what is told is told of the part.
fn is_whole_of_part(sentence: &Sentence, noun: usize, figure: &Range<usize>) -> bool {
    let is_of = sentence.child(noun, Relation::Case).is_some_and(|case| sentence.norm(case) == "of");
    let is_number = |i: usize| sentence.tag(i) == Tag::Num || NUMBERS.contains(sentence.norm(i));
    is_of
        && sentence.head(noun).is_some_and(|head| match sentence.relation(noun) {
            Relation::Nmod => is_number(head) && !figure.contains(&head),
            Relation::Obl => noun < head && sentence.tag(head) == Tag::Verb,
            _ => false,
        })
}

/// "Twelve of the |40 passengers| drowned", where the verb was hung on the passengers: what
/// is told is told of the part.
fn part_lacks_a_verb(sentence: &Sentence, whole: usize) -> bool {
    sentence.head(whole).is_some_and(|part| sentence.head(part).is_none())
}

/// "were taken |to the hospital|", "are |in hospital|".
fn goes_to_hospital(sentence: &Sentence, head: usize) -> bool {
    sentence.lemma(head) == "hospital"
        || sentence.children(head).any(|c| {
            sentence.lemma(c) == "hospital" && matches!(sentence.relation(c), Relation::Obl | Relation::Nmod)
        })
}

/// Verbs that tell what became of people by their complement.
const FINDING: [&str; 9] =
    ["find", "pronounce", "declare", "report", "confirm", "fear", "believe", "presume", "think"];

/// The class of those whom nobody has found: "12 are feared dead" is no toll.
const PRESUMED: &str = "presume";

/// "|feared| dead", "|believed| to have died".
fn is_presuming(sentence: &Sentence, verb: usize) -> bool {
    sentence.tag(verb) == Tag::Verb
        && matches!(sentence.lemma(verb), "fear" | "believe" | "presume" | "think")
        && is_passive(sentence, verb)
}

/// "shot |dead|", "stabbed |to death|", "shot |and killed|", "|fatally| shot": who is
/// struck so is killed.
fn is_fatal(sentence: &Sentence, at: usize, class: &str) -> bool {
    let norm = |i: usize| if i < sentence.len() { sentence.norm(i) } else { "" };
    matches!(class, "shoot" | "attack" | "hurt")
        && (at > 0 && norm(at - 1) == "fatally"
            || matches!(norm(at + 1), "dead" | "fatally")
            || norm(at + 1) == "to" && norm(at + 2) == "death"
            || norm(at + 1) == "and" && matches!(norm(at + 2), "killed" | "killing" | "kills" | "kill"))
}

fn kills_others(sentence: &Sentence, verb: usize) -> bool {
    sentence.child(verb, Relation::Obj).is_some()
}

pub fn is_harm(class: &str) -> bool {
    matches!(class, "kill" | "hurt" | "shoot" | "attack" | "abduct" | "arrest")
}

fn is_passive(sentence: &Sentence, verb: usize) -> bool {
    sentence.features(verb).has(Features::PASSIVE)
        || sentence.child(verb, Relation::AuxPass).is_some()
        || sentence.child(verb, Relation::NsubjPass).is_some()
}

/// The event class of a token that can tell of an event.
pub fn event_word(sentence: &Sentence, token: usize) -> Option<&'static str> {
    let class = EVENTS.get(sentence.lemma(token)).or_else(|| EVENTS.get(sentence.norm(token)))?;
    if sentence.tag(token) == Tag::Noun && STATES.contains(&sentence.lemma(token)) {
        return None;
    }
    // "gunned down"; "Murder" in a name tells of nothing.
    matches!(sentence.tag(token), Tag::Verb | Tag::Noun | Tag::Adj | Tag::Adv | Tag::Propn)
        .then(|| if is_fatal(sentence, token, class) { "kill" } else { class })
}

/// The event below a verb: "left 12 |dead|", "were found |dead|", "lost their |lives|".
fn complement_event(sentence: &Sentence, verb: usize) -> Option<&'static str> {
    if sentence.norm(verb).starts_with("gunn") {
        return Some("shoot");
    }
    let presumed = |class| if class == "kill" && is_presuming(sentence, verb) { PRESUMED } else { class };
    sentence.children(verb).find_map(|c| match sentence.relation(c) {
        Relation::Xcomp | Relation::Ccomp | Relation::Acl | Relation::Amod => {
            event_word(sentence, c).map(presumed)
        }
        Relation::Obj if sentence.lemma(c) == "life" => Some("kill"),
        Relation::Obj | Relation::Advmod if sentence.lemma(c) != "shot" => match event_word(sentence, c) {
            Some(class @ ("hurt" | "kill")) => Some(class),
            Some("abduct") => Some("abduct"),
            // "12 people |face| fraud charges"
            Some("charge") if sentence.lemma(verb) == "face" => Some("charge"),
            _ => None,
        },
        _ => None,
    })
}
