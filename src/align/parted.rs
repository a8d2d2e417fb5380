//! What keeps two claims from being laid side by side, as a value and in words.
//!
//! Every reason here is named by the function that decides: alignment asks it for all
//! claims, `factdiff why` for two. The words call the two claims `a` and `b`.

use std::fmt;

use crate::claim::{Claim, Kind};
use crate::value::Reason;

/// Which of two claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The first.
    A,
    /// The second.
    B,
}

impl Which {
    /// Its name in words and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Which::A => "a",
            Which::B => "b",
        }
    }
}

/// Why a claim is compared with nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alone {
    /// "could", "plans to": the word that takes it out of fact.
    Modal(String),
    /// "No one was hurt".
    Negated,
    /// "initially 40", "up from 40": the words that make it an earlier state.
    Earlier(String),
    /// "rose by 40": a change and no state.
    Change,
    /// "40 a day": so many for each of something.
    Rate,
    /// "In five operations so far": the sum of several events.
    Sum,
    /// A figure without a noun and without an event.
    NothingCounted,
    /// "the second shot": a place in a row, where each thing has one of its own.
    Sequence(String),
    /// A measure without a noun, or one that converts the figure before it.
    NothingMeasured,
    /// One person in hospital, who is rather one of the hurt than all of them.
    OnePatient,
    /// A claim that alignment has no rule for.
    NoRule,
}

impl Alone {
    /// Why a claim that is not stated as fact is compared with nothing.
    pub(super) fn by_stance(claim: &Claim) -> Option<Alone> {
        match &claim.stance.modal {
            Some(word) => Some(Alone::Modal(word.clone())),
            None if claim.stance.negated => Some(Alone::Negated),
            None => claim.stance.earlier.clone().map(Alone::Earlier),
        }
    }
}

/// Why two people of two claims are not taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strangers {
    /// No part of the names, and no age, brings them together.
    NothingShared,
    /// One is named by a single word, which several may bear.
    LoneName,
    /// Both have middle names, and other ones.
    MiddleNames,
    /// A man and a woman.
    Genders,
    /// Both are named in one article.
    OneArticle,
    /// Their ages are apart.
    Ages,
    /// They have other trades.
    Posts,
    /// The names differ so, and nothing else says that they are one person.
    NothingElse(Reason),
    /// One of them is more surely somebody else.
    SurerLink,
}

/// Why two holders of an office do not stand against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rivals {
    /// Several may hold such a role at one time, or it is told of no organisation.
    Shared(Which),
    /// One no longer holds it, or does not hold it yet.
    NotInOffice(Which),
    /// Two offices.
    Office(String, String),
    /// Two organisations.
    Organisation(String, String),
    /// Roles of one person that can be held together.
    OnePerson,
    /// Roles of one person, held at two times.
    OtherTime,
    /// Ranks of one person in two services.
    Services,
    /// They are taken for one person, and their names are compared instead.
    Linked,
    /// Both are named in one article.
    OneArticle,
    /// One is not named in full, or the names do not exclude one another.
    Names,
    /// One office, two remits.
    Remits,
    /// One article has the office change hands.
    Former,
    /// The articles lie so far apart that the office may have changed hands.
    Later,
    /// An administration that does not govern at the time, or alone.
    Administration,
}

/// Why two quotations are not taken for one utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Utterances {
    /// Parts of one quotation.
    OneQuotation,
    /// They share too few rare words to be looked at.
    NothingShared,
    /// Too much of their words differs.
    Different,
    /// A phrase that anybody may use.
    StockPhrase,
    /// People repeat themselves inside one article.
    OneArticle,
    /// Two speakers, and words that are not nearly the same.
    Speakers,
    /// The speakers are not known to be one, and the words are too far apart.
    SpeakersUnknown,
    /// Words of two speakers: who said them is compared, not how.
    BySpeaker,
    /// A speaker is not surely tied to the words, or the phrase may be anybody's.
    Ties,
}

/// Why two names of places, peoples or bodies are not taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearers {
    /// Too many letters differ.
    TooFar,
    /// An atlas has both.
    BothKnown,
    /// The words are near, and nothing else says that they are one name.
    NothingElse,
    /// A name and the direction in which a place lies.
    NameAndDirection,
    /// Directions of two places.
    TwoPlaces,
    /// A name or a street, and the sort of place in which something happened.
    NameAndScene,
    /// Sorts of place that are not kinds of one thing, or two buildings by name.
    TwoScenes,
    /// What was in the water and what was off it are two things.
    TwoEvents,
    /// One article has it in both sorts of place.
    BothScenes,
}

/// What keeps two claims apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parted {
    /// Claims of two kinds.
    Kind(Kind, Kind),
    /// One is compared with nothing.
    Alone(Which, Alone),
    /// Claims of one kind about an event and the bearer of a name, or the like.
    Subjects(&'static str, &'static str),
    /// Kilometres and degrees.
    Dimension(&'static str, &'static str),
    /// What is counted or measured.
    Counted(String, String),
    /// What happened to it.
    Event(String, String),
    /// That one is a part of a larger figure.
    Part(Which),
    /// The year of an older event; empty for the day's.
    Period(String, String),
    /// Who or what took part, such as the street that a number is on.
    Participants(String, String),
    /// So many days between them: two events of one class.
    Days(i32),
    /// Two people.
    Strangers(String, String, Strangers),
    /// Two holders of one role.
    Rivals(Rivals),
    /// Two utterances.
    Utterances(Utterances),
    /// Two bearers of names.
    Bearers(Bearers),
    /// Two matters, or answers that can both hold.
    Matters,
    /// A check inside one article found one of them, and lays it beside nothing else.
    Reckoned,
    /// Alignment keeps them apart and gives no reason.
    Unnamed,
}

impl Parted {
    /// The slot that parts them, for other programs.
    pub fn slot(&self) -> &'static str {
        match self {
            Parted::Kind(..) => "kind",
            Parted::Alone(_, Alone::Modal(_) | Alone::Negated) => "stance",
            Parted::Alone(_, Alone::Earlier(_)) => "earlier",
            Parted::Alone(_, Alone::Change) => "change",
            Parted::Alone(_, Alone::Rate) => "rate",
            Parted::Alone(_, Alone::Sum) => "scope",
            Parted::Alone(..) | Parted::Counted(..) => "counted",
            Parted::Subjects(..) => "subject",
            Parted::Dimension(..) => "unit",
            Parted::Event(..) => "event",
            Parted::Part(_) => "part",
            Parted::Period(..) => "period",
            Parted::Participants(..) => "participants",
            Parted::Days(_) => "day",
            Parted::Strangers(..) => "person",
            Parted::Rivals(_) => "role",
            Parted::Utterances(_) => "utterance",
            Parted::Bearers(_) => "name",
            Parted::Matters => "matter",
            Parted::Reckoned => "article",
            Parted::Unnamed => "unnamed",
        }
    }
}

impl fmt::Display for Parted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Parted::Kind(a, b) => write!(f, "their kinds differ: a is {}, b is {}", a.id(), b.id()),
            Parted::Alone(which, alone) => write!(f, "{} {alone}", which.id()),
            Parted::Subjects(a, b) => write!(f, "what they are about differs: {a} / {b}"),
            Parted::Dimension(a, b) => write!(f, "their units measure different things: {a} / {b}"),
            Parted::Counted(a, b) => {
                write!(f, "what they count differs: {} / {}", counted(a), counted(b))
            }
            Parted::Event(a, b) => {
                write!(f, "what happened differs: {} / {}", or(a, "nothing"), or(b, "nothing"))
            }
            Parted::Part(which) => {
                write!(f, "{} is a part of a larger figure, the other is not", which.id())
            }
            Parted::Period(a, b) => write!(
                f,
                "their periods differ: {} / {}; a figure of an older event meets only figures of its year",
                or(a, "the day's event"),
                or(b, "the day's event")
            ),
            Parted::Participants(a, b) => {
                write!(f, "who or what took part differs: {} / {}", or(a, "-"), or(b, "-"))
            }
            Parted::Days(days) => write!(f, "{days} days lie between them, as between two events"),
            Parted::Strangers(a, b, why) => write!(f, "{a} and {b} are not taken for one person: {why}"),
            Parted::Rivals(why) => why.fmt(f),
            Parted::Utterances(why) => why.fmt(f),
            Parted::Bearers(why) => why.fmt(f),
            Parted::Reckoned => {
                f.write_str("one comes from a check inside its article, which lays it beside nothing else")
            }
            Parted::Matters => f.write_str("they tell of two matters, or what they tell can both hold"),
            Parted::Unnamed => f.write_str("alignment keeps them apart, by a rule that has no name here"),
        }
    }
}

/// The class "any" is people of whatever sort.
fn counted(noun: &str) -> &str {
    if noun == "any" { "people" } else { or(noun, "nothing named") }
}

fn or<'a>(slot: &'a str, empty: &'a str) -> &'a str {
    if slot.is_empty() { empty } else { slot }
}

impl fmt::Display for Alone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Alone::Modal(word) => write!(f, "is not stated as fact: “{word}”"),
            Alone::Negated => f.write_str("is denied, not stated"),
            Alone::Earlier(words) => {
                write!(f, "is an earlier figure that its article no longer gives: “{words}”")
            }
            Alone::Change => f.write_str("is a change and no state"),
            Alone::Rate => f.write_str("is so many for each of something, and no total"),
            Alone::Sum => f.write_str("is the sum of several events"),
            Alone::NothingCounted => f.write_str("names nothing that it counts, and nothing that happened"),
            Alone::Sequence(noun) => {
                let noun = if noun == "any" { "thing" } else { or(noun, "thing") };
                write!(f, "is a place in a row, where each {noun} has its own")
            }
            Alone::NothingMeasured => {
                f.write_str("names nothing that it measures, or converts the figure before it")
            }
            Alone::OnePatient => f.write_str("speaks of one person in hospital, not of how many are there"),
            Alone::NoRule => f.write_str("is of a sort that is compared with nothing"),
        }
    }
}

impl fmt::Display for Strangers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Strangers::NothingShared => {
                f.write_str("neither a given name, a family name nor an age is shared")
            }
            Strangers::LoneName => f.write_str("one is named by a single word, which may be somebody else's"),
            Strangers::MiddleNames => f.write_str("the middle names differ"),
            Strangers::Genders => f.write_str("one is a man, the other a woman"),
            Strangers::OneArticle => f.write_str("one article names both"),
            Strangers::Ages => f.write_str("the ages are too far apart"),
            Strangers::Posts => f.write_str("they have different trades or offices"),
            Strangers::NothingElse(reason) => {
                write!(
                    f,
                    "{reason}, and nothing else says that they are one: no role, no part, no company in common"
                )
            }
            Strangers::SurerLink => f.write_str("one of them is more surely another person"),
        }
    }
}

impl fmt::Display for Rivals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rivals::Shared(which) => {
                write!(f, "{} is a role that several may hold, or names no organisation", which.id())
            }
            Rivals::NotInOffice(which) => write!(f, "{} is not in office at the time", which.id()),
            Rivals::Office(a, b) => write!(f, "their offices differ: {a} / {b}"),
            Rivals::Organisation(a, b) => write!(f, "their organisations differ: {a} / {b}"),
            Rivals::OnePerson => f.write_str("both are roles of one person, who can hold them together"),
            Rivals::OtherTime => f.write_str("both are roles of one person, held at two times"),
            Rivals::Services => f.write_str("both are ranks of one person, in two services"),
            Rivals::Linked => {
                f.write_str("the two are taken for one person, and the names are compared instead")
            }
            Rivals::OneArticle => f.write_str("one article names both holders"),
            Rivals::Names => f.write_str("the names of the holders do not exclude one another"),
            Rivals::Remits => f.write_str("one office has two remits"),
            Rivals::Former => f.write_str("one article has the office change hands"),
            Rivals::Later => {
                f.write_str("the articles lie so far apart that the office may have changed hands")
            }
            Rivals::Administration => {
                f.write_str("an administration is compared only where it governs, and with one other")
            }
        }
    }
}

impl fmt::Display for Utterances {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Utterances::OneQuotation => "they are parts of one quotation",
            Utterances::NothingShared => "the quotations share too few words to be one utterance",
            Utterances::Different => "too many words differ for one utterance",
            Utterances::StockPhrase => "the phrase may be anybody's",
            Utterances::OneArticle => "inside one article people repeat themselves",
            Utterances::Speakers => "the speakers differ, and the words are not nearly the same",
            Utterances::SpeakersUnknown => {
                "the speakers are not known to be one, and the words are too far apart"
            }
            Utterances::BySpeaker => "the speakers differ: who said it is compared, not the wording",
            Utterances::Ties => "the words are not surely those of the speakers named, or anybody's",
        })
    }
}

impl fmt::Display for Bearers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Bearers::BothKnown => "both are names of their own, however near",
            Bearers::TooFar => "the names differ by too many letters to be one",
            Bearers::NothingElse => "the names are near, and nothing else says that they are one",
            Bearers::NameAndDirection => "one is a name, the other the direction in which a place lies",
            Bearers::TwoPlaces => "the directions are of two places",
            Bearers::NameAndScene => "one is the name of a place, the other tells what sort of place it is",
            Bearers::TwoScenes => "the places are two buildings or waters, or of two sorts altogether",
            Bearers::TwoEvents => "what was in it and what was off it are two things",
            Bearers::BothScenes => "one article knows of both sorts of place",
        })
    }
}
