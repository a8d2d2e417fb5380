//! Which event a day, a time of day or a street belongs to.
//!
//! The event is the nearest word above the mention that tells of one. Words for
//! the violence itself ("shot", "the shooting", "opened fire") are one event; a
//! death, an arrest, a call to the police are events of their own. "It happened"
//! tells of the event that the article is about.

use std::ops::Range;

use crate::claim::Event;
use crate::language::{Features, Relation, Sentence, Tag};
use crate::lexicon::EVENTS;

use super::fate::event_word;
use super::measurand::top_of;
use super::telling::{hangs_on_speech, is_telling, tells_of_call};

/// Steps up the tree from a mention to its event.
const CLIMB: usize = 5;

/// One name for all words that tell of one occurrence.
pub(super) fn occurrence(class: &'static str) -> &'static str {
    match class {
        "kill" | "hurt" | "shoot" | "attack" => "violence",
        other => other,
    }
}

pub(super) fn is_occurrence(class: &str) -> bool {
    matches!(class, "violence" | "quake" | "crash" | "blaze" | "storm" | "flood" | "rob" | "abduct" | "meet")
}

/// The event to which the mention in `tokens` belongs.
///
/// The tree is asked first. Weekdays and streets are often hung wrongly ("in
/// |Perris Friday| afternoon"), so where the tree tells of nothing, the nearest
/// telling word to the left serves, and for a mention that opens its clause the
/// nearest to the right. A day may be that of the saying ("police said Friday"); a
/// time of day or a street hardly ever is.
pub fn happening(
    sentence: &Sentence,
    tokens: Range<usize>,
    main_event: Option<&'static str>,
    may_date_speech: bool,
) -> Option<Event> {
    if may_date_speech && hangs_on_speech(sentence, &tokens) {
        return None;
    }
    // "A warship |on Thursday thwarted| an attack": a day right before its verb.
    if may_date_speech && opens_verb(sentence, tokens.end) && !is_light(sentence, tokens.end) {
        let class = of_verb(sentence, tokens.end, main_event)?;
        return Some(Event { class: class.to_owned(), ..Event::default() });
    }
    let above = above(sentence, top_of(sentence, tokens.clone()), main_event);
    // Nobody is charged in a street: the place is that of the shooting.
    let is_legal =
        |class: &str| matches!(class, "acquit" | "arrest" | "charge" | "convict" | "plead" | "sentence");
    let nearer = if may_date_speech { None } else { right_before(sentence, tokens.start) };
    let class = nearer
        .filter(|_| above.is_some_and(is_legal))
        .or(above)
        .or_else(|| to_the_left(sentence, tokens.start, main_event))
        .or_else(|| to_the_right(sentence, tokens, main_event, may_date_speech))?;
    Some(Event { class: class.to_owned(), ..Event::default() })
}

/// "charged in the |shooting| Thursday at the 2500 block": the occurrence whose noun a place
/// follows, where only words of time and place stand between.
fn right_before(sentence: &Sentence, start: usize) -> Option<&'static str> {
    let is_between = |i: usize| {
        matches!(sentence.tag(i), Tag::Adp | Tag::Det | Tag::Num)
            || is_weekday(sentence.norm(i))
            || matches!(sentence.norm(i), "morning" | "afternoon" | "evening" | "night" | "early" | "late")
    };
    let noun = (start.saturating_sub(BETWEEN)..start).rev().find(|&i| !is_between(i))?;
    if sentence.tag(noun) != Tag::Noun {
        return None;
    }
    class_at(sentence, noun, None).filter(|class| is_occurrence(class))
}

/// Most words of time and place between a noun and its day or street.
const BETWEEN: usize = 7;

fn is_weekday(word: &str) -> bool {
    matches!(word, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

/// The violence or the other occurrence that a noun with its day names: "the May 7
/// |shooting|", "the Sept. 15 shooting |death|".
pub fn event_named(sentence: &Sentence, noun: usize) -> Option<Event> {
    let class = class_at(sentence, noun, None).filter(|class| is_occurrence(class))?;
    Some(Event { class: class.to_owned(), ..Event::default() })
}

fn above(sentence: &Sentence, token: usize, main_event: Option<&'static str>) -> Option<&'static str> {
    let mut at = token;
    for _ in 0..CLIMB {
        let head = sentence.head(at)?;
        let relation = sentence.relation(at);
        if is_telling(sentence, head) {
            return None;
        }
        if !is_what_is_charged(sentence, head)
            && let Some(class) = class_at(sentence, head, main_event)
        {
            return Some(class);
        }
        if matches!(relation, Relation::Ccomp | Relation::Parataxis | Relation::Root) {
            return None;
        }
        if let Some(class) = carried_out(sentence, head) {
            return Some(class);
        }
        // "ships |crossing| the gulf on Friday": at the time of what is told of them.
        if is_meanwhile(sentence, head) {
            at = head;
            continue;
        }
        // "was shot |when she stayed home| Friday": at one time.
        if is_while(sentence, head) {
            at = head;
            continue;
        }
        // A verb that tells of nothing we know ends the search: its time is its own.
        if sentence.tag(head) == Tag::Verb && !is_light(sentence, head) {
            return clause_beside(sentence, head);
        }
        at = head;
    }
    None
}

/// "filed charges of |murder| Sunday", "on suspicion of |robbery|": the day is that of the law.
fn is_what_is_charged(sentence: &Sentence, noun: usize) -> bool {
    let is_legal = |head| matches!(sentence.lemma(head), "charge" | "count" | "suspicion" | "allegation");
    sentence.relation(noun) == Relation::Nmod && sentence.head(noun).is_some_and(is_legal)
}

/// True for the finite verb of a main clause, told in the past. "The men on Monday |shot|
/// four people": with an object behind it, what looks like a participle is finite.
fn opens_verb(sentence: &Sentence, at: usize) -> bool {
    if at >= sentence.len() || sentence.tag(at) != Tag::Verb {
        return false;
    }
    let features = sentence.features(at);
    let has_object = || {
        sentence.child(at, Relation::Obj).is_some_and(|object| object > at)
            && at + 1 < sentence.len()
            && matches!(sentence.tag(at + 1), Tag::Det | Tag::Num | Tag::Noun | Tag::Propn | Tag::Pron)
    };
    features.has(Features::PAST) && (features.has(Features::FINITE) || has_object())
}

/// The event that a verb tells of, by itself or by its object.
fn of_verb(sentence: &Sentence, verb: usize, main_event: Option<&'static str>) -> Option<&'static str> {
    if is_telling(sentence, verb) {
        return None;
    }
    class_at(sentence, verb, main_event).or_else(|| carried_out(sentence, verb))
}

/// "|thwarted| an attack", "|carried out| the robbery": the object tells.
fn carried_out(sentence: &Sentence, verb: usize) -> Option<&'static str> {
    if !CARRIES_OUT.contains(&sentence.lemma(verb)) {
        return None;
    }
    let object = sentence.child(verb, Relation::Obj)?;
    let compounds = sentence.children(object).filter(|&c| sentence.relation(c) == Relation::Compound);
    [object].into_iter().chain(compounds).find_map(|noun| event_word(sentence, noun)).map(occurrence)
}

/// A present participle that hangs on a noun or a verb: its time is that of its head.
fn is_meanwhile(sentence: &Sentence, verb: usize) -> bool {
    sentence.tag(verb) == Tag::Verb
        && matches!(sentence.relation(verb), Relation::Acl | Relation::Advcl)
        && (sentence.features(verb).has(Features::GERUND)
            || sentence.features(verb).has(Features::PARTICIPLE)
                && sentence.features(verb).has(Features::PRESENT))
}

/// The verb of a clause that says what went on at the same time: "|when| she stayed home".
fn is_while(sentence: &Sentence, verb: usize) -> bool {
    sentence.relation(verb) == Relation::Advcl
        && sentence.head(verb).is_some_and(|head| head < verb)
        && sentence.children(verb).any(|c| {
            c < verb
                && matches!(sentence.relation(c), Relation::Mark | Relation::Advmod)
                && matches!(sentence.norm(c), "when" | "while" | "as")
        })
}

/// Verbs whose object is what happened, whether it came off or not.
const CARRIES_OUT: [&str; 15] = [
    "avert", "carry", "commit", "conduct", "execute", "foil", "launch", "mount", "prevent", "repel",
    "repulse", "stage", "stop", "suffer", "thwart",
];

/// "He was standing outside |when| a man |opened fire|": the clause that says what
/// happened then.
fn clause_beside(sentence: &Sentence, verb: usize) -> Option<&'static str> {
    sentence
        .children(verb)
        .filter(|&c| match sentence.relation(c) {
            // "was jailed on Friday |for| shooting": the reason is older than its day.
            Relation::Advcl => sentence.child(c, Relation::Mark).is_none_or(|m| sentence.norm(m) != "for"),
            // "A fight woke her at 2 a.m., |but| it was the gunshots": another moment.
            Relation::Conj => sentence.child(c, Relation::Cc).is_none_or(|cc| sentence.norm(cc) == "and"),
            _ => false,
        })
        .find_map(|c| {
            class_at(sentence, c, None)
                .or_else(|| shots_ring(sentence, c))
                .filter(|class| is_occurrence(class))
        })
}

/// "shots rang out", "shots were heard".
fn shots_ring(sentence: &Sentence, verb: usize) -> Option<&'static str> {
    let rings =
        matches!(sentence.lemma(verb), "ring" | "hear" | "erupt" | "echo" | "sound" | "fire" | "break");
    let is_shot = |i: usize| matches!(sentence.lemma(i), "shot" | "gunshot" | "gunfire");
    (rings && (verb.saturating_sub(3)..verb).any(is_shot)).then_some("violence")
}

fn to_the_left(sentence: &Sentence, start: usize, main_event: Option<&'static str>) -> Option<&'static str> {
    for i in (0..start).rev() {
        if matches!(sentence.norm(i), ";" | "--" | "\"") || is_telling(sentence, i) {
            return None;
        }
        if !is_what_is_charged(sentence, i)
            && let Some(class) = class_at(sentence, i, main_event)
        {
            return Some(class);
        }
        if is_meanwhile(sentence, i) || sentence.relation(i) == Relation::Amod {
            continue;
        }
        if sentence.tag(i) == Tag::Verb && !is_light(sentence, i) {
            return shots_ring(sentence, i);
        }
    }
    None
}

/// Only for a mention that opens its clause: "Around 8 p.m. Saturday, he was shot".
fn to_the_right(
    sentence: &Sentence,
    tokens: Range<usize>,
    main_event: Option<&'static str>,
    is_day: bool,
) -> Option<&'static str> {
    let opens = (0..tokens.start)
        .rev()
        .take_while(|&i| !is_telling(sentence, i))
        .all(|i| sentence.tag(i) != Tag::Verb);
    if !opens {
        return None;
    }
    let mut unknown = 0;
    for i in tokens.end..sentence.len() {
        if is_telling(sentence, i) {
            // "Just before 8 p.m., officials say, a man was shot", and not "officials on
            // Monday |identified| the man shot".
            let is_set_off = || i + 1 < sentence.len() && sentence.norm(i + 1) == ",";
            let is_aside = sentence.norm(tokens.end) == "," && is_set_off() || !is_day;
            if i - tokens.end <= 4 && is_aside {
                continue;
            }
            return None;
        }
        if let Some(class) = class_at(sentence, i, main_event).or_else(|| shots_ring(sentence, i)) {
            return Some(class);
        }
        if sentence.tag(i) == Tag::Verb && !is_light(sentence, i) {
            // "Around 2:30 a.m., four men |were transported| to the hospital": afterwards.
            if matches!(sentence.lemma(i), "transport" | "airlift" | "rush" | "fly") {
                return None;
            }
            unknown += 1;
            // "They were walking home when ...": one verb may set the scene. "On Friday,
            // the family |remained| in the dark": a day belongs to what was done on it.
            let is_done = is_day && !sentence.features(i).has(Features::PRESENT);
            if unknown > 2 || is_done {
                return None;
            }
        }
    }
    None
}

fn is_light(sentence: &Sentence, verb: usize) -> bool {
    matches!(
        sentence.lemma(verb),
        "be" | "leave" | "find" | "start" | "begin" | "come" | "take" | "have" | "do" | "go"
    )
}

/// The event that a word tells of, by itself, its object or its subject.
fn class_at(sentence: &Sentence, token: usize, main_event: Option<&'static str>) -> Option<&'static str> {
    let lemma = sentence.lemma(token);
    match lemma {
        // Who lies in hospital on a day was hurt before it.
        "hospitalize" | "hospitalise" => return None,
        // Where the dead are found is not when they died.
        "body" | "corpse" => return None,
        // "succumbed to his wounds Tuesday"
        "wound" | "injury" if sentence.tag(token) == Tag::Noun => return None,
        "die" | "death" | "succumb" => {
            let is_violent = sentence.children(token).any(|c| {
                sentence.relation(c) == Relation::Compound && EVENTS.get(sentence.lemma(c)) == Some("shoot")
            });
            return Some(if is_violent { "violence" } else { "death" });
        }
        "pronounce" => return Some("death"),
        // "the injuries she |sustained| on Friday"
        "sustain" | "suffer" if wounds(sentence, token) => return Some("violence"),
        "open" | "fire" | "gun" if fires(sentence, token) => return Some("violence"),
        "take" if sentence.child(token, Relation::Obj).is_some_and(|o| sentence.lemma(o) == "place") => {
            return subject_event(sentence, token).or(main_event);
        }
        "break" | "start" | "begin" | "ignite" | "erupt" if is_fire(sentence, token) => {
            return main_event.or(Some("blaze"));
        }
        "break" if sentence.child(token, Relation::CompoundPrt).is_some() => {
            return subject_event(sentence, token).or(main_event);
        }
        "receive" | "get" | "come" | "answer" => {
            let tells = sentence.children(token).any(|c| {
                matches!(sentence.relation(c), Relation::Obj | Relation::Nsubj)
                    && matches!(sentence.lemma(c), "call" | "report" | "911")
            });
            if tells {
                return Some("call");
            }
        }
        "report" if tells_of_call(sentence, token) => return Some("call"),
        _ => {}
    }
    match event_word(sentence, token).map(occurrence)? {
        "hit" => main_event,
        "happen" => subject_event(sentence, token).or(main_event),
        // Talks go on for days, and every paper names another of them.
        "meet" | "vote" | "missing" | "inhabit" => None,
        class => Some(class),
    }
}

/// True where what was suffered are injuries.
fn wounds(sentence: &Sentence, verb: usize) -> bool {
    let mut around = sentence.child(verb, Relation::Obj).into_iter().chain(sentence.head(verb));
    around.any(|noun| matches!(sentence.lemma(noun), "injury" | "wound"))
}

/// "The |fire| broke out", "the |fire| started".
fn is_fire(sentence: &Sentence, verb: usize) -> bool {
    sentence
        .child(verb, Relation::Nsubj)
        .is_some_and(|s| sentence.lemma(s) == "fire" && sentence.tag(s) == Tag::Noun)
}

fn fires(sentence: &Sentence, verb: usize) -> bool {
    match sentence.lemma(verb) {
        "open" => sentence.child(verb, Relation::Obj).is_some_and(|o| sentence.lemma(o) == "fire"),
        "gun" => sentence.tag(verb) == Tag::Verb,
        _ => sentence.tag(verb) == Tag::Verb && sentence.child(verb, Relation::NsubjPass).is_none(),
    }
}

/// "The |shooting| happened": the subject names the event. "The incident" does not.
fn subject_event(sentence: &Sentence, verb: usize) -> Option<&'static str> {
    let subject = [Relation::Nsubj, Relation::NsubjPass].into_iter().find_map(|r| sentence.child(verb, r))?;
    event_word(sentence, subject).map(occurrence).filter(|c| *c != "happen")
}
