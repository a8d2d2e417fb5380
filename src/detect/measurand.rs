//! What a figure counts or measures, and what happened to it.
//!
//! The counted noun is the head of the figure's phrase; what happened to it is
//! the nearest governing word that tells of an event: "killed 12", "12 were
//! killed", "a death toll of 12", "left 12 dead", "12 deaths".

use std::ops::Range;

use crate::claim::Measurand;
use crate::language::{Features, Relation, Sentence, Tag};
use crate::lexicon::{EVENTS, PEOPLE};

/// How far up the tree a governing event is looked for. Four steps cover "the
/// number of people who were reported killed rose to 12".
const CLIMB: usize = 4;

/// Verbs that place a figure without saying what happened.
const LIGHT: [&str; 24] = [
    "be", "have", "do", "say", "report", "tell", "add", "include", "put", "set", "reach", "rise", "make",
    "become", "remain", "see", "leave", "find", "confirm", "get", "take", "give", "stand", "climb",
];

/// The counted noun with the token on which it rests, if the text names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Token of the noun; `None` where the figure stands alone ("killing 12").
    pub noun: Option<usize>,
    /// What is counted and what happened to it.
    pub measurand: Measurand,
    /// The noun's own larger figure is elsewhere ("another two", "including 18,000 children").
    pub is_subset: bool,
    /// "Two officers killed the man": the figure counts who did it.
    pub is_agent: bool,
}

/// Reads what the figure in `tokens` counts.
pub fn counted(sentence: &Sentence, tokens: Range<usize>) -> Counted {
    let top = top_of(sentence, tokens.clone());
    let noun = counted_noun(sentence, tokens.clone(), top);
    let anchor = noun.unwrap_or(top);
    let (event, is_agent) = match is_population(sentence, tokens.start) {
        true => (Some("inhabit".to_owned()), false),
        false => event_of(sentence, anchor, noun, &tokens),
    };
    let is_mixed = noun.is_some_and(|n| is_counted_beside(sentence, n));
    let counted = match noun {
        Some(n) if is_grown_up(sentence, n) && event.is_some() && !is_mixed => "any".to_owned(),
        Some(n) if is_container(sentence, n) => contained(sentence, n),
        Some(n) => class_of(sentence, n),
        None if event.is_some() => "any".to_owned(),
        None => String::new(),
    };
    // Who is struck in a shooting is shot.
    let event = match (event.as_deref(), counted.as_str()) {
        (Some("hit"), "any") => Some("shoot".to_owned()),
        _ => event,
    };
    let is_charge = noun.is_some_and(|n| is_container(sentence, n));
    let modifiers = match noun {
        Some(n) if !is_charge => modifiers(sentence, n, &tokens),
        _ => Vec::new(),
    };
    let event = if is_charge { None } else { event };
    // "Two killed and another three hurt": the three are all who were hurt.
    let is_rest = matches!(event.as_deref(), Some("hurt"));
    let is_added = noun.is_some_and(|n| (tokens.end..=n).any(|i| is_addition(sentence.norm(i))));
    // "charged with several crimes, including two counts of murder": two is all of them.
    let is_part = is_subset(sentence, anchor, tokens.start);
    let is_said_part = is_part && !is_addition(before_of(sentence, tokens.start));
    let is_subset = ((is_part || is_added) && !is_rest || is_said_part) && !is_charge;
    let printed = noun.map(|n| sentence.norm(n).to_owned()).unwrap_or_default();
    Counted { noun, measurand: Measurand { counted, noun: printed, event, modifiers }, is_subset, is_agent }
}

/// The token of the figure whose head lies outside of it.
pub fn top_of(sentence: &Sentence, tokens: Range<usize>) -> usize {
    let mut at = tokens.end - 1;
    // The last numeral carries the phrase; closing units and "or so" hang on it.
    for i in tokens.clone() {
        if sentence.tag(i) == Tag::Num {
            at = i;
        }
    }
    for _ in 0..tokens.len() {
        match sentence.head(at) {
            Some(head) if tokens.contains(&head) => at = head,
            _ => break,
        }
    }
    at
}

fn before_of<'a>(sentence: &Sentence<'a>, start: usize) -> &'a str {
    start.checked_sub(1).map_or("", |i| sentence.norm(i))
}

/// "two |more| victims", "three |others|": beside those already told of.
fn is_addition(word: &str) -> bool {
    matches!(word, "more" | "other" | "others" | "additional" | "another")
}

/// "home to about 100,000 people", "a population of 120,000".
fn is_population(sentence: &Sentence, figure_start: usize) -> bool {
    let before = |back: usize| figure_start.checked_sub(back).map_or("", |i| sentence.norm(i));
    matches!(
        (before(2), before(1)),
        ("home", "to") | ("population", "of" | "is" | "was") | ("inhabited", "by")
    )
}

/// "Two men were shot": in a crime report the grown-up victims are all the victims.
fn is_grown_up(sentence: &Sentence, noun: usize) -> bool {
    matches!(PEOPLE.get(sentence.lemma(noun)), Some("man" | "woman" | "adult"))
}

/// "two men |and a woman|": a part of those to whom it happened.
fn is_counted_beside(sentence: &Sentence, noun: usize) -> bool {
    let is_person = |i: usize| PEOPLE.contains(sentence.lemma(i)) || sentence.tag(i) == Tag::Propn;
    let joined = |i: usize| sentence.relation(i) == Relation::Conj && sentence.head(i) == Some(noun);
    let joins = sentence.relation(noun) == Relation::Conj && sentence.head(noun).is_some_and(is_person);
    let phrase = (noun + 1..sentence.len().min(noun + 6))
        .take_while(|&i| !matches!(sentence.tag(i), Tag::Verb | Tag::Aux));
    let follows = phrase.into_iter().any(|i| {
        matches!(sentence.norm(i), "and" | ",")
            && (i + 1..sentence.len().min(i + 5))
                .any(|j| PEOPLE.contains(sentence.lemma(j)) && sentence.tag(j) == Tag::Noun)
    });
    joins || follows || (0..sentence.len()).any(|i| joined(i) && is_person(i))
}

/// Nouns that count something else: "three |counts| of murder".
fn is_container(sentence: &Sentence, noun: usize) -> bool {
    matches!(sentence.lemma(noun), "count" | "charge" | "round" | "case" | "piece" | "pair" | "barrel")
        && noun + 1 < sentence.len()
        && sentence.norm(noun + 1) == "of"
}

/// The noun with what it holds: "count of attempted murder".
fn contained(sentence: &Sentence, noun: usize) -> String {
    let mut name = format!("{} of", sentence.lemma(noun));
    let is_attribute = |i: usize| sentence.tag(i) == Tag::Verb && sentence.relation(i) == Relation::Amod;
    let words = (noun + 2..sentence.len().min(noun + 8)).take_while(|&i| {
        matches!(sentence.tag(i), Tag::Noun | Tag::Adj | Tag::Propn)
            || is_attribute(i)
            || sentence.norm(i) == "-"
    });
    for i in words.filter(|&i| sentence.norm(i) != "-") {
        name.push(' ');
        name.push_str(sentence.lemma(i));
    }
    name
}

/// The last noun of the run of nouns right behind the figure: "five |other people|".
fn noun_behind(sentence: &Sentence, end: usize) -> Option<usize> {
    let mut at = end;
    let mut noun = None;
    while at < sentence.len() && at < end + 6 {
        match sentence.tag(at) {
            // "Four people |shot| on the north side": no thing, what happened.
            _ if noun.is_some_and(|n| PEOPLE.contains(sentence.lemma(n)))
                && EVENTS.get(sentence.norm(at)).is_some_and(is_harm) =>
            {
                break;
            }
            Tag::Noun => noun = Some(at),
            Tag::Adj | Tag::Propn => {}
            Tag::Verb if noun.is_none() && sentence.features(at).has(Features::PARTICIPLE) => {}
            Tag::Punct if noun.is_none() && sentence.norm(at) == "-" => {}
            _ => break,
        }
        at += 1;
    }
    noun
}

fn counted_noun(sentence: &Sentence, tokens: Range<usize>, top: usize) -> Option<usize> {
    // The words right behind are surer than the tree.
    if let Some(noun) = noun_behind(sentence, tokens.end) {
        // "4 shot": what happened to them, and no thing.
        let tells = noun == tokens.end && sentence.norm(noun) == "shot";
        return (!tells).then_some(noun);
    }
    if let Some(head) = sentence.head(top)
        && head >= tokens.end
        && matches!(
            sentence.relation(top),
            Relation::Nummod
                | Relation::Amod
                | Relation::Compound
                | Relation::Det
                | Relation::NmodUnmarked
                | Relation::Advmod
        )
        && is_nominal(sentence, head)
        && head - tokens.end <= 8
    {
        return Some(phrase_end(sentence, head));
    }
    // "three of the victims": the noun behind "of".
    if let Some(of) = (tokens.end < sentence.len()).then_some(tokens.end)
        && sentence.norm(of) == "of"
    {
        let phrase = (of + 1..sentence.len().min(of + 7)).take_while(|&i| sentence.tag(i) != Tag::Verb);
        let is_people = |i: usize| {
            let is_plural = sentence.features(i).has(Features::PLURAL);
            sentence.tag(i) == Tag::Propn
                && (is_plural || is_demonym(sentence.surface(i).trim_end_matches('s')))
        };
        let noun = phrase.into_iter().find(|&i| sentence.tag(i) == Tag::Noun || is_people(i))?;
        return Some(phrase_end(sentence, noun));
    }
    None
}

/// The last noun of a run of nouns: "gunshot |victims|".
fn phrase_end(sentence: &Sentence, noun: usize) -> usize {
    let mut at = noun;
    while matches!(sentence.relation(at), Relation::Compound)
        && let Some(head) = sentence.head(at)
        && head > at
        && head - at <= 3
    {
        at = head;
    }
    at
}

fn is_nominal(sentence: &Sentence, token: usize) -> bool {
    matches!(sentence.tag(token), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Pron | Tag::Sym)
}

/// The noun's class: people by [`PEOPLE`], all else by lemma.
pub fn class_of(sentence: &Sentence, noun: usize) -> String {
    let lemma = sentence.lemma(noun);
    if let Some(class) = PEOPLE.get(lemma) {
        return class.to_owned();
    }
    if let Some(class) = EVENTS.get(lemma)
        && matches!(class, "kill" | "hurt")
        // "several gunshot |wounds|" are of one man.
        && lemma != "wound"
    {
        return "any".to_owned();
    }
    // "67,173 Palestinians": a people's name says no more than "person".
    let is_plural_name = sentence.tag(noun) == Tag::Propn && sentence.features(noun).has(Features::PLURAL);
    if is_plural_name || is_demonym(lemma) {
        return "any".to_owned();
    }
    lemma.to_lowercase()
}

fn is_demonym(lemma: &str) -> bool {
    let capitalised = lemma.chars().next().is_some_and(char::is_uppercase);
    capitalised && ["ian", "ans", "ean", "ese", "ish", "eli", "aqi", "can"].iter().any(|e| lemma.ends_with(e))
}

/// The class of the event that governs `anchor`, and whether the figure counts who did it.
fn event_of(
    sentence: &Sentence,
    anchor: usize,
    noun: Option<usize>,
    figure: &Range<usize>,
) -> (Option<String>, bool) {
    // The noun itself: "12 deaths", "30 wounded".
    if let Some(class) = noun
        .filter(|&n| sentence.lemma(n) != "wound" || sentence.tag(n) != Tag::Noun)
        .and_then(|n| EVENTS.get(sentence.lemma(n)))
    {
        return (Some(class.to_owned()), false);
    }
    // "fatally", "dead" right behind a bare figure: "15 shot, two fatally".
    if noun.is_none()
        && figure.end < sentence.len()
        && let Some(class) = EVENTS.get(sentence.lemma(figure.end))
        && matches!(sentence.tag(figure.end), Tag::Adj | Tag::Adv | Tag::Verb | Tag::Noun)
    {
        return (Some(class.to_owned()), false);
    }
    // The words next to it are surer than the tree: "killed 12", "12 people were killed".
    if let Some(class) = beside(sentence, noun.unwrap_or(figure.end - 1) + 1) {
        return (Some(class.to_owned()), false);
    }
    if let Some(before) = figure.start.checked_sub(1)
        && matches!(sentence.tag(before), Tag::Verb | Tag::Adj)
        && let Some(class) = event_word(sentence, before)
        && is_harm(class)
    {
        return (Some(class.to_owned()), false);
    }
    // What stands below the noun: "two wounded men", "people killed in", "who were shot".
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
            return (Some(class.to_owned()), is_agent);
        }
        if sentence.relation(child) != Relation::Compound
            && let Some(class) = complement_event(sentence, child)
        {
            return (Some(class.to_owned()), false);
        }
    }
    // What stands above it.
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
            return (event_word(sentence, head).map(str::to_owned), true);
        }
        if let Some(class) = event_word(sentence, head) {
            let is_subject = relation == Relation::Nsubj && at == anchor;
            let is_agent =
                is_subject && is_harm(class) && !is_passive(sentence, head) && kills_others(sentence, head);
            return (Some(class.to_owned()), is_agent);
        }
        if let Some(class) = complement_event(sentence, head) {
            return (Some(class.to_owned()), false);
        }
        if fallback.is_none() && matches!(sentence.tag(head), Tag::Verb) {
            let lemma = sentence.lemma(head);
            if !LIGHT.contains(&lemma) {
                fallback = Some(lemma.to_owned());
            }
        }
        // A noun that is a subject or object belongs to its own verb only.
        let ends = matches!(relation, Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Obl);
        if ends && at != anchor || sentence.tag(head) == Tag::Verb && relation != Relation::Conj {
            break;
        }
        at = head;
    }
    // A root that is itself an event: "12 dead in blast".
    if let Some(class) = complement_event(sentence, anchor) {
        return (Some(class.to_owned()), false);
    }
    (fallback, false)
}

/// Verbs that tell what became of people by their complement.
const FINDING: [&str; 7] = ["find", "pronounce", "declare", "report", "confirm", "fear", "believe"];

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

/// The participle right behind the noun: "were |killed|", "|shot|", "|injured|".
fn beside(sentence: &Sentence, start: usize) -> Option<&'static str> {
    let mut at = start;
    while at < sentence.len() && at < start + 5 && matches!(sentence.tag(at), Tag::Aux | Tag::Adv) {
        at += 1;
    }
    // "were |found| shot dead", "were |pronounced| dead"
    if at + 1 < sentence.len() && FINDING.contains(&sentence.lemma(at)) {
        at += 1;
    }
    if at >= sentence.len() {
        return None;
    }
    let class = EVENTS.get(sentence.lemma(at)).or_else(|| EVENTS.get(sentence.norm(at)))?;
    if is_fatal(sentence, at, class) {
        return Some("kill");
    }
    let is_state = sentence.tag(at) == Tag::Adj
        || sentence.tag(at) == Tag::Verb
            && sentence.features(at).has(Features::PARTICIPLE)
            && (!sentence.features(at).has(Features::PRESENT))
        || matches!(sentence.norm(at), "shot" | "died" | "injured" | "wounded" | "hurt" | "killed" | "dead")
            && sentence.child(at, Relation::Obj).is_none();
    (is_state && is_harm(class)).then_some(class)
}

fn kills_others(sentence: &Sentence, verb: usize) -> bool {
    sentence.child(verb, Relation::Obj).is_some()
}

fn is_harm(class: &str) -> bool {
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
    // "gunned down"; "Murder" in a name tells of nothing.
    matches!(sentence.tag(token), Tag::Verb | Tag::Noun | Tag::Adj | Tag::Adv | Tag::Propn)
        .then(|| if is_fatal(sentence, token, class) { "kill" } else { class })
}

/// The event below a verb: "left 12 |dead|", "were found |dead|", "lost their |lives|".
fn complement_event(sentence: &Sentence, verb: usize) -> Option<&'static str> {
    if sentence.norm(verb).starts_with("gunn") {
        return Some("shoot");
    }
    sentence.children(verb).find_map(|c| match sentence.relation(c) {
        Relation::Xcomp | Relation::Ccomp | Relation::Acl | Relation::Amod => event_word(sentence, c),
        Relation::Obj if sentence.lemma(c) == "life" => Some("kill"),
        Relation::Obj | Relation::Advmod if sentence.lemma(c) != "shot" => match event_word(sentence, c) {
            Some(class @ ("hurt" | "kill")) => Some(class),
            Some("abduct") => Some("abduct"),
            _ => None,
        },
        _ => None,
    })
}

/// Content words that narrow the noun down, as sorted lemmas.
fn modifiers(sentence: &Sentence, noun: usize, figure: &Range<usize>) -> Vec<String> {
    let narrows = |c: &usize| {
        matches!(
            sentence.relation(*c),
            Relation::Amod | Relation::Compound | Relation::Nmod | Relation::NmodPoss
        )
    };
    // "|police| department officers": what narrows the noun is narrowed itself.
    let inner = |c: usize| sentence.children(c).filter(|&i| sentence.relation(i) == Relation::Compound);
    let is_part = |c: usize| sentence.children(c).any(|i| sentence.norm(i) == "including");
    let mut found: Vec<String> = sentence
        .children(noun)
        .filter(|c| !figure.contains(c))
        .filter(narrows)
        .filter(|&c| !is_part(c))
        .flat_map(|c| inner(c).chain([c]))
        .filter(|&c| matches!(sentence.tag(c), Tag::Adj | Tag::Noun | Tag::Propn | Tag::Verb))
        .filter(|&c| event_word(sentence, c).is_none() && !EMPTY.contains(&sentence.lemma(c)))
        .map(|c| sentence.lemma(c).to_lowercase())
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Modifiers that say nothing of which ones are meant.
const EMPTY: [&str; 19] = [
    "department",
    "fallen",
    "slain",
    "total",
    "other",
    "more",
    "many",
    "additional",
    "some",
    "several",
    "least",
    "late",
    "latest",
    "early",
    "whole",
    "entire",
    "such",
    "new",
    "people",
];

/// Words before a figure that make it a part of a larger one.
fn is_subset(sentence: &Sentence, anchor: usize, figure_start: usize) -> bool {
    let before = figure_start.checked_sub(1).map(|i| sentence.norm(i));
    let before2 = figure_start.checked_sub(2).map(|i| sentence.norm(i));
    if matches!(before, Some("including" | "another" | "additional" | "mostly" | "other")) {
        return true;
    }
    if before == Some("least")
        && matches!(figure_start.checked_sub(3).map(|i| sentence.norm(i)), Some("including"))
    {
        return true;
    }
    if before2 == Some("including") || (before2 == Some("among") && before == Some("them")) {
        return true;
    }
    // "six of whom", "two of them", "three of the victims"
    let after: Vec<&str> =
        (figure_start + 1..sentence.len().min(figure_start + 4)).map(|i| sentence.norm(i)).collect();
    if after.windows(2).any(|w| w[0] == "of" && matches!(w[1], "whom" | "them" | "the" | "those" | "these")) {
        return true;
    }
    sentence.ancestors(anchor).take(3).any(|i| {
        sentence
            .children(i)
            .any(|c| sentence.relation(c) == Relation::Case && sentence.norm(c) == "including")
    })
}
