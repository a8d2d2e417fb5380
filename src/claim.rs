//! A claim: a mention in its surroundings.
//!
//! What is asserted (the value), of what (the subject), in which scope, on whose
//! word, as of when, and whether it is asserted at all. Detectors make claims;
//! everything after them reads nothing else.

use crate::article::{Cluster, Span, ZoneKind};
use crate::lexicon::PEOPLE;
pub use crate::value::Change;
use crate::value::{
    Age, AsOf, Clock, Direction, Outcome, PersonName, Place, ProperName, Quantity, Role, Scene, Status,
    Superlative, When, Words,
};

/// What a claim is about, by kind; one detector file and one page each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// People and things counted.
    Count,
    /// Percentages and shares.
    Percent,
    /// Sums of money.
    Money,
    /// Lengths, areas, temperatures, magnitudes, calibres.
    Measure,
    /// How long something lasts.
    Duration,
    /// How old a person is.
    Age,
    /// Rank in a sequence: "second anniversary".
    Ordinal,
    /// The day of an event.
    Date,
    /// The time of day of an event.
    Time,
    /// How a person is named.
    Name,
    /// Who holds a role.
    Role,
    /// In office, formerly so, or yet to be; and whose administration.
    Office,
    /// Where an event was.
    Place,
    /// The words of a quotation.
    QuoteWording,
    /// The speaker of a quotation.
    QuoteSpeaker,
    /// Weekday against date, inside one article.
    Weekday,
    /// Parts against their total, inside one article.
    Sum,
    /// A share against its counts, inside one article.
    Share,
    /// A change against its two ends, inside one article.
    Change,
    /// A measure against its conversion, inside one article.
    Conversion,
    /// Time gone by against the calendar, inside one article.
    Anniversary,
    /// What became of somebody or something.
    Outcome,
    /// The first, the only, the largest.
    Superlative,
}

impl Kind {
    /// Every kind, in the order of reports.
    pub const ALL: [Kind; 23] = [
        Kind::Count,
        Kind::Percent,
        Kind::Money,
        Kind::Measure,
        Kind::Duration,
        Kind::Age,
        Kind::Ordinal,
        Kind::Date,
        Kind::Time,
        Kind::Name,
        Kind::Role,
        Kind::Office,
        Kind::Place,
        Kind::QuoteWording,
        Kind::QuoteSpeaker,
        Kind::Weekday,
        Kind::Sum,
        Kind::Share,
        Kind::Change,
        Kind::Conversion,
        Kind::Anniversary,
        Kind::Outcome,
        Kind::Superlative,
    ];

    /// Its name in reports, on the command line and as a page of docs/kinds.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Count => "count",
            Kind::Percent => "percent",
            Kind::Money => "money",
            Kind::Measure => "measure",
            Kind::Duration => "duration",
            Kind::Age => "age",
            Kind::Ordinal => "ordinal",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Name => "name",
            Kind::Role => "role",
            Kind::Office => "office",
            Kind::Place => "place",
            Kind::QuoteWording => "quote-wording",
            Kind::QuoteSpeaker => "quote-speaker",
            Kind::Weekday => "weekday",
            Kind::Sum => "sum",
            Kind::Share => "share",
            Kind::Change => "change",
            Kind::Conversion => "conversion",
            Kind::Anniversary => "anniversary",
            Kind::Outcome => "outcome",
            Kind::Superlative => "superlative",
        }
    }

    /// The kind of that name.
    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.id() == id)
    }
}

/// The slots of a claim as text: what `factdiff claims` prints.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slots {
    /// The figure, name, role or words asserted.
    pub value: String,
    /// Least it can mean, as a decimal, an ISO date or `HH:MM`; `None` is open.
    pub low: Option<String>,
    /// Most it can mean; `None` is open.
    pub high: Option<String>,
    /// Unit: `USD`, `percent`, `mile`.
    pub unit: Option<String>,
    /// exactly, about, at_least, more_than, nearly, at_most, less_than, between.
    pub bound: Option<&'static str>,
    /// `up` or `down` when the value is a change.
    pub change: Option<&'static str>,
    /// What is counted, as printed: "people", "children".
    pub counted: Option<String>,
    /// What happened: "killed".
    pub event: Option<String>,
    /// Both, as topics name it: "people killed".
    pub measurand: Option<String>,
    /// The person who holds the role or said the words.
    pub holder: Option<String>,
    /// On whose word.
    pub attribution: Option<String>,
    /// The day for which the claim holds, ISO.
    pub as_of: Option<String>,
    /// "No one was hurt".
    pub negated: bool,
    /// "could", "plans to": not asserted as fact.
    pub modal: Option<String>,
    /// "initially", "up from": an earlier state, which the article no longer asserts.
    pub earlier: Option<String>,
}

/// What a claim asserts.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A figure with its hedge and unit.
    Quantity(Quantity),
    /// A day or period.
    When(When),
    /// A time of day.
    Clock(Clock),
    /// How old a person is.
    Age(Age),
    /// A person, by name.
    Name(PersonName),
    /// Which way a place lies.
    Direction(Direction),
    /// A place, a people or a body, by name.
    Proper(ProperName),
    /// A role.
    Role(Role),
    /// In office, formerly so, elect, acting; or whose administration.
    Status(Status),
    /// A place.
    Place(Place),
    /// The sort of place.
    Scene(Scene),
    /// The words of a quotation.
    Words(Words),
    /// What became of somebody or something.
    Outcome(Outcome),
    /// The first, the only, the largest.
    Superlative(Superlative),
}

/// Whom or what a claim is about: claims are compared only within one subject.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// What is counted or measured and what happened to it.
    Measurand(Measurand),
    /// An event: its class and, where named, who took part.
    Event(Event),
    /// A person, by number in the article's cast.
    Person(u32),
    /// A role that somebody holds.
    Role(Role),
    /// The quotation itself, by number in the article's list.
    Quotation(u32),
    /// The place, people or body that bears this name.
    Bearer(String),
    /// Whom and what an outcome or a superlative is told of.
    Matter(Matter),
}

/// Whom or what something became of, and the other thing in it.
///
/// "The council rejected |the plan|", "Hale was convicted |of fraud|", "Roe is the first
/// |woman to lead the port|".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matter {
    /// The person's number in the article's cast.
    pub person: Option<u32>,
    /// Whose matter it is, in lower case: "hallan council", "bridge"; empty where
    /// nobody is named.
    pub holder: String,
    /// True for a name, false for a noun.
    pub is_named: bool,
    /// Lemma of the other thing: "plan", "fraud", "woman"; empty where there is none.
    pub object: String,
    /// Lemmas of the words that narrow the object down, sorted.
    pub modifiers: Vec<String>,
}

/// What is counted or measured, and what happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measurand {
    /// The counted noun's class or lemma: "person", "village", "bond".
    pub counted: String,
    /// The counted noun as printed, in lower case; empty where the figure stands alone.
    pub noun: String,
    /// What happened to it, as a class or a verb's lemma: "killed".
    pub event: Option<String>,
    /// Lemmas of the content words that narrow it down, sorted.
    pub modifiers: Vec<String>,
}

/// An event that claims place in time or space.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Event {
    /// Its class or its verb's lemma: "shooting", "arrest".
    pub class: String,
    /// Lemmas or names of who and what took part, sorted.
    pub participants: Vec<String>,
    /// True where the article does not say that it tells of the event itself: the only
    /// time it gives stands in for the event's.
    pub is_scene: bool,
}

/// Where, when and of which whole the claim holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scope {
    /// The place named in the clause.
    pub place: Option<String>,
    /// The day or period named in the clause.
    pub period: Option<When>,
    /// The claim's own larger figure: "67,160, including 18,000 children".
    pub is_subset: bool,
    /// "40 a day": so many for each of something, and no total.
    pub is_rate: bool,
    /// "In five operations so far": the sum of several events.
    pub is_sum: bool,
}

/// Whether the claim is asserted as fact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stance {
    /// "No one was hurt".
    pub negated: bool,
    /// "could", "plans to", "if": the word that takes it out of fact.
    pub modal: Option<String>,
    /// "initially reported", "up from": the word that makes it an earlier state, which
    /// the article no longer asserts.
    pub earlier: Option<String>,
}

/// A claim of an article.
#[derive(Debug, Clone)]
pub struct Claim {
    /// What kind of claim.
    pub kind: Kind,
    /// The words that carry it: "at least 67,160 people".
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// The part of the article it stands in.
    pub zone: ZoneKind,
    /// What it asserts.
    pub value: Value,
    /// Of whom or what.
    pub subject: Subject,
    /// Where, when, of which whole.
    pub scope: Scope,
    /// Whether it is asserted as fact.
    pub stance: Stance,
    /// A change rather than a state.
    pub change: Option<Change>,
    /// Who says so: "Gaza's Hamas-run health ministry".
    pub attribution: Option<Span>,
    /// The person who holds the role or said the words.
    pub holder: Option<Span>,
    /// The day for which it holds, where the text says so.
    pub as_of: Option<AsOf>,
}

impl Measurand {
    /// As topics name it: "people killed", "bond".
    pub fn title(&self) -> String {
        let noun = if self.counted == "any" { "people" } else { &self.counted };
        let noun = if self.is_people() { plural(noun) } else { noun.to_owned() };
        match &self.event {
            // "times Crane was shot"
            Some(event) if noun == "time" => match event.split_once(' ') {
                Some((blow, who)) => format!("times {who} was {blow}"),
                None => format!("times {event}"),
            },
            Some(event) if noun.is_empty() => participle(event).to_owned(),
            Some(event) => format!("{noun} {}", participle(event)),
            None => noun,
        }
    }

    /// True for counts of a crime: "three counts of murder".
    pub fn is_charge(&self) -> bool {
        self.counted.starts_with("count of ") || self.counted.starts_with("charge of ")
    }

    /// True when people are counted, of whatever class.
    fn is_people(&self) -> bool {
        PEOPLE.contains(&self.counted)
    }
}

/// The class of people in the plural: "children", "officers".
fn plural(class: &str) -> String {
    match class {
        "child" => "children".to_owned(),
        "people" => "people".to_owned(),
        "crew" => "crew".to_owned(),
        "family" => "families".to_owned(),
        "witness" => "witnesses".to_owned(),
        "man" => "men".to_owned(),
        "woman" => "women".to_owned(),
        other => format!("{other}s"),
    }
}

/// The event class as a participle, as topics print it.
pub(crate) fn participle(class: &str) -> &str {
    match class {
        "kill" => "killed",
        "hurt" => "hurt",
        "shoot" => "shot",
        "abduct" => "abducted",
        "arrest" => "arrested",
        "charge" => "charged",
        "damage" => "damaged",
        "displace" => "displaced",
        "free" => "freed",
        "rescue" => "rescued",
        "seize" => "seized",
        "jail" => "jailed",
        "presume" => "presumed dead",
        other => other,
    }
}

impl Claim {
    /// Its slots as text.
    pub fn slots(&self, cluster: &Cluster) -> Slots {
        let words = |span: Span| cluster[span].split_whitespace().collect::<Vec<_>>().join(" ");
        let mut slots = Slots {
            value: words(self.span),
            change: self.change.map(|c| match c {
                Change::Up => "up",
                Change::Down => "down",
            }),
            holder: self.holder.map(words),
            attribution: self.attribution.map(words),
            as_of: self.as_of.as_ref().and_then(|a| a.when.last()).map(|d| d.to_string()),
            negated: self.stance.negated,
            modal: self.stance.modal.clone(),
            earlier: self.stance.earlier.clone(),
            ..Slots::default()
        };
        match &self.value {
            Value::Quantity(quantity) => {
                slots.value = quantity.printed();
                (slots.low, slots.high) = (quantity.low(), quantity.high());
                slots.unit = quantity.unit_id().map(str::to_owned);
                slots.bound = Some(quantity.bound_id());
            }
            Value::When(when) => {
                slots.low = when.first().map(|d| d.to_string());
                slots.high = when.last().map(|d| d.to_string());
            }
            Value::Clock(clock) => {
                let (low, high) = clock.low_and_high();
                (slots.low, slots.high) = (Some(low), Some(high));
            }
            Value::Age(age) => {
                slots.value = age.to_string();
                slots.unit = Some("year".to_owned());
            }
            Value::Name(name) => slots.value = name.to_string(),
            Value::Role(role) => slots.value = role.to_string(),
            Value::Status(status) => slots.value = status.to_string(),
            Value::Proper(name) => slots.value = name.name.clone(),
            Value::Outcome(outcome) => slots.value = outcome.answer.to_owned(),
            Value::Superlative(superlative) => slots.value = superlative.to_string(),
            Value::Place(_) | Value::Scene(_) | Value::Direction(_) | Value::Words(_) => {}
        }
        match &self.subject {
            Subject::Measurand(measurand) => {
                slots.counted = Some(measurand.noun.clone()).filter(|n| !n.is_empty());
                slots.event = measurand.event.as_deref().map(|e| participle(e).to_owned());
                slots.measurand = Some(measurand.title()).filter(|t| !t.is_empty());
            }
            Subject::Event(event) => slots.event = Some(event.class.clone()),
            Subject::Matter(matter) => {
                slots.counted = Some(matter.object.clone()).filter(|o| !o.is_empty());
            }
            Subject::Person(_) | Subject::Role(_) | Subject::Quotation(_) | Subject::Bearer(_) => {}
        }
        slots
    }

    /// The value as a reading prints it: a figure with its hedge and noun as the
    /// article has them, a quotation in its own words.
    pub fn printed(&self, cluster: &Cluster) -> String {
        match &self.value {
            Value::Name(_) | Value::Role(_) | Value::Status(_) => self.slots(cluster).value,
            Value::Quantity(_)
            | Value::When(_)
            | Value::Clock(_)
            | Value::Age(_)
            | Value::Place(_)
            | Value::Scene(_)
            | Value::Direction(_)
            | Value::Proper(_)
            | Value::Words(_)
            | Value::Outcome(_)
            | Value::Superlative(_) => cluster[self.span].split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}
