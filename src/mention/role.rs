//! Roles that stand with a name: before it, after a comma, or after "is".
//!
//! "Israeli Prime Minister X", "X, the mayor of Alder Falls", "Peru's envoy X", "X is
//! the governor". The title gives the office; what stands around it gives the
//! organisation, the remit and the status.

use std::ops::Range;

use super::name_run::{NameRun, title_ending};
use crate::language::{Sentence, Tag};
use crate::lexicon::SEATS;
use crate::lexicon::names::{self, Title, fold};
use crate::value::{Rank, Role, Status};

/// A role in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleMention {
    /// The role.
    pub role: Role,
    /// The words that tell it: "US special envoy".
    pub tokens: Range<usize>,
    /// The sentence it stands in.
    pub sentence: usize,
}

/// Most tokens of a role's organisation or remit.
const REACH: usize = 8;

/// The roles that the sentence gives to the person of that run.
pub(crate) fn roles(sentence: &Sentence<'_>, run: &NameRun) -> Vec<RoleMention> {
    let before = role_before(sentence, run);
    let after = role_after(sentence, run.tokens.end);
    before.into_iter().chain(after).collect()
}

/// "former US special envoy for the Middle East |Peter Hale".
fn role_before(sentence: &Sentence<'_>, run: &NameRun) -> Option<RoleMention> {
    let start = run.tokens.start;
    if let Some((title, class)) = title_ending(sentence, start, 0) {
        if class.is_courtesy() {
            return None;
        }
        return Some(read(sentence, title, class, start));
    }
    // "the governor of Marloe, |Peter Hale" and "envoy for the Middle East |Peter Hale".
    let lowest = start.saturating_sub(REACH + 4);
    let mut end = start;
    let mut crossed = false;
    while end > lowest {
        end -= 1;
        let word = sentence.norm(end);
        if word == "," && end + 1 == start {
            crossed = true;
        } else if matches!(word, "of" | "for" | "to") {
            let (title, class) = title_ending(sentence, end, 0)?;
            let begins = (0..title.start).next_back().is_none_or(|i| sentence.norm(i) != "a");
            return (begins && !class.is_kin())
                .then(|| read(sentence, title, class, start - usize::from(crossed)));
        } else if crossed && matches!(sentence.tag(end), Tag::Noun | Tag::Adj | Tag::Num) {
            // "the head of the team, Peter Hale".
        } else if !(is_name_word(sentence, end) || matches!(word, "the" | "'s" | "’s")) {
            break;
        }
    }
    if crossed {
        // "Iran's interior minister, |Peter Hale".
        let (title, class) = title_ending(sentence, start - 1, 0)?;
        return (!class.is_courtesy()).then(|| read(sentence, title, class, start - 1));
    }
    None
}

/// "Peter Hale|, the mayor of Alder Falls," and "Peter Hale| is the governor".
fn role_after(sentence: &Sentence<'_>, end: usize) -> Option<RoleMention> {
    let link = sentence_norm(sentence, end)?;
    if !matches!(link, "," | "is" | "was" | "—" | "–" | "(") {
        return None;
    }
    let is_past = link == "was";
    let from = end + 1;
    for at in from..sentence.len().min(from + REACH) {
        let word = sentence.norm(at);
        if let Some((title, class)) = (at + 1..=sentence.len().min(at + 4))
            .rev()
            .find_map(|stop| title_ending(sentence, stop, at).filter(|(t, _)| t.start == at))
        {
            // "Hale, Mayor Jane Alder and": the title opens the next name.
            let next = sentence_norm(sentence, title.end);
            let is_open = next.is_none_or(|w| {
                matches!(
                    w,
                    "," | "."
                        | "of"
                        | "for"
                        | "at"
                        | "in"
                        | "to"
                        | "and"
                        | "who"
                        | ")"
                        | "—"
                        | ";"
                        | "said"
                        | "told"
                        | "with"
                )
            });
            let is_next_name = title.end < sentence.len() && is_name_word(sentence, title.end);
            if !is_open || is_next_name || class.is_kin() || class.is_courtesy() {
                return None;
            }
            let mut told = read(sentence, title, class, sentence.len());
            // "was the driver" tells of the day, "was a trooper" of a life.
            if is_past && !told.role.is_sole && Rank::of(&told.role.office).is_none() {
                return None;
            }
            if is_past && told.role.status == Status::Incumbent {
                told.role.status = Status::AtTheTime;
            }
            return Some(told);
        }
        let passes = is_name_word(sentence, at)
            || sentence.tag(at) == Tag::Adj
            || matches!(
                word,
                "the"
                    | "a"
                    | "an"
                    | "'s"
                    | "’s"
                    | "former"
                    | "acting"
                    | "interim"
                    | "then"
                    | "-"
                    | "ex"
                    | "deputy"
                    | "current"
                    | "retired"
                    | "longtime"
                    | "senior"
                    | "county"
                    | "city"
                    | "state"
                    | "police"
                    | "intelligence"
            );
        if !passes {
            return None;
        }
    }
    None
}

fn sentence_norm<'a>(sentence: &Sentence<'a>, at: usize) -> Option<&'a str> {
    (at < sentence.len()).then(|| sentence.norm(at))
}

fn is_name_word(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.surface(at).starts_with(|c: char| c.is_uppercase())
}

/// The role of a title; words from `stop` on are not its remit.
fn read(sentence: &Sentence<'_>, title: Range<usize>, class: Title, stop: usize) -> RoleMention {
    let mut first = title.start;
    let mut status = Status::Incumbent;
    let mut organisation: Vec<String> = Vec::new();
    let mut is_deputy = false;
    while first > 0 {
        let word = sentence.norm(first - 1);
        match word {
            "former" | "ex" | "ousted" | "onetime" | "retired" | "late" => status = Status::Former,
            "acting" | "interim" => status = Status::Acting,
            "then" => status = Status::AtTheTime,
            "deputy" | "vice" | "assistant" | "associate" => is_deputy = true,
            "-" | "'s" | "’s" | "special" | "senior" | "chief" | "top" | "lead" | "new" | "longtime"
            | "peace" => {}
            "police" | "state" | "county" | "city" if !is_name_word(sentence, first - 1) => {}
            // "President Hale's envoy": the office of the one whose envoy it is.
            _ if is_name_word(sentence, first - 1) && names::title(word).is_some() => {}
            _ if is_name_word(sentence, first - 1) => organisation.insert(0, fold(word)),
            _ => break,
        }
        first -= 1;
    }
    // A sentence begins with a capital that names nothing.
    if first == 0 && organisation.first().is_some_and(|w| is_function(w)) {
        organisation.remove(0);
    }
    let mut end = title.end;
    let mut remit = None;
    if let Some(after) = phrase_after(sentence, title.end, stop) {
        let words: Vec<String> = after
            .clone()
            .skip(1)
            .map(|i| fold(sentence.norm(i)))
            .filter(|w| !is_function(w) && w != "'s")
            .collect();
        let words = words.join(" ");
        match (sentence.norm(after.start), organisation.is_empty()) {
            ("of" | "at" | "in", true) => organisation = vec![words],
            (_, _) => remit = Some(words).filter(|w| !w.is_empty()),
        }
        end = after.end;
    }
    if sentence_norm(sentence, end).is_some_and(|w| w == "-")
        && sentence_norm(sentence, end + 1) == Some("elect")
    {
        status = Status::Elect;
        end += 2;
    }
    let organisation = organisation.join(" ");
    let organisation = country_or_seat(&organisation).map_or(organisation, str::to_owned);
    let (organisation, remit) = place_as_remit(organisation, remit);
    let office = if is_deputy { format!("deputy {}", class.class) } else { class.class.to_owned() };
    let role = Role {
        office,
        organisation: Some(organisation).filter(|o| !o.is_empty()),
        remit,
        status,
        is_sole: class.is_sole() && !is_deputy,
    };
    RoleMention { role, tokens: first..end, sentence: sentence.number() }
}

/// The country that an organisation is, or whose government sits there: "White House
/// envoy". A capital is left as it stands: it has a mayor of its own.
fn country_or_seat(organisation: &str) -> Option<&'static str> {
    let seat = || SEATS.get(organisation)?.strip_suffix("\tseat");
    names::country(organisation).or_else(seat)
}

/// "Middle East envoy": a region before the title is what the office is for.
fn place_as_remit(organisation: String, remit: Option<String>) -> (String, Option<String>) {
    match organisation.strip_suffix("middle east") {
        Some(rest) if remit.is_none() => (rest.trim().to_owned(), Some("middle east".to_owned())),
        Some(_) | None => (organisation, remit),
    }
}

fn is_function(word: &str) -> bool {
    // "US" folds to the pronoun.
    names::country(word).is_none()
        && matches!(names::impersonal(word), Some((names::Impersonal::Function, _)))
}

/// "of Alder Falls", "for the Middle East", "for hostages" right after the title.
fn phrase_after(sentence: &Sentence<'_>, at: usize, stop: usize) -> Option<Range<usize>> {
    let word = sentence_norm(sentence, at)?;
    if !matches!(word, "of" | "for" | "to" | "at" | "in") || at >= stop {
        return None;
    }
    let mut end = at + 1;
    while end < sentence.len().min(stop).min(at + REACH) {
        let is_small =
            matches!(sentence.norm(end), "the" | "'s" | "’s" | "and" | "of") || is_name_word(sentence, end);
        if !is_small {
            break;
        }
        end += 1;
    }
    // "for hostages": one small word is a remit too, if the phrase ends with it.
    let is_closed = |i: usize| sentence_norm(sentence, i).is_none_or(|w| matches!(w, "," | "." | ")" | ";"));
    if end == at + 1 && word == "for" && end < stop.min(sentence.len()) && is_closed(end + 1) {
        end += 1;
    }
    (end > at + 1).then_some(at..end)
}
