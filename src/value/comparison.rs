//! The ladder: how near two values stand, and why.
//!
//! Rungs run from sure to loose and the first that holds wins. A reason is a
//! value; its words are written once, in `Display`.

use std::fmt;

/// The rung two values reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not of one kind: nothing can be said.
    Incomparable,
    /// They cannot both hold.
    Conflict,
    /// Both can hold, but they are not the same value.
    Compatible,
    /// The same value in other words or units.
    Equivalent,
    /// The same value.
    Identical,
}

impl Level {
    /// The level for this reason.
    pub fn because(self, reason: Reason) -> Comparison {
        Comparison { level: self, reason }
    }
}

/// A level with its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    /// The rung.
    pub level: Level,
    /// Why this rung.
    pub reason: Reason,
}

/// Why two values stand on their rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    // figures
    /// One figure, printed alike or not ("20", "twenty").
    SameFigure,
    /// Equal after conversion of units.
    SameAfterConversion,
    /// One is the other, rounded.
    Rounding,
    /// One lies within what the other's hedge allows.
    WithinBound,
    /// Disjoint after hedges, rounding and conversion.
    DifferentFigure,
    /// The same digits in another order (251 / 215).
    DigitsSwapped,
    /// A factor of a thousand or a million apart with the same digits.
    ScaleSlip,
    /// The same digits in another unit (40 km / 40 miles).
    UnitChanged,
    /// Different dimensions: kilometres and dollars.
    DifferentDimension,
    /// Money in two currencies.
    DifferentCurrency,
    /// One source hedges a figure that the other states flatly.
    HedgeLost,
    /// "Nearly 100 billion", "over 100 billion".
    HedgesOpposed,
    /// The house says that the figures come from counters that count differently.
    DifferentCounter,
    /// The figures come from counters of two sorts, such as a ministry and the police.
    DifferentBasis,
    /// One source gives the other's figure as an earlier one ("up from 36").
    EarlierFigure,
    /// The later source has the larger figure, as of what rises while it is reported.
    LaterIsLarger,
    /// Each figure is stated to hold for its own moment.
    OtherMoments,
    /// The later source has the smaller figure of what rises while it is reported.
    LaterIsSmaller,
    /// Two ranges that overlap and end elsewhere ("40 to 70", "40 to 80 percent").
    RangesDiffer,
    /// One exact figure, on the word of two counters.
    TwoCounters,
    /// Two figures, each given to the other's counter.
    CountersSwapped,
    // dates and times
    /// The same day or period.
    SameDate,
    /// One period lies inside the other ("May", "11 May").
    DateWithin,
    /// Different days.
    DifferentDate,
    /// Different weekdays.
    DifferentWeekday,
    /// One of the two has no known place in the calendar.
    DateUnplaced,
    /// Days that one night joins ("late Sunday", "early Monday").
    SameNight,
    /// The same time of day.
    SameTime,
    /// Times that the hedge allows ("about 3.30", "3.35").
    NearTime,
    /// Different times of day.
    DifferentTime,
    /// The same hour, morning against afternoon.
    HalfDaySwapped,
    /// Times of day in zones whose distance the text does not give.
    ZoneUnplaced,
    // names
    /// The same name.
    SameName,
    /// One is a short form of the other.
    ShortForm,
    /// The house knows both names as one.
    Alias,
    /// A nickname of the same given name.
    Nickname,
    /// Two romanisations of one name.
    Transliteration,
    /// Names that agree but for an initial in the middle.
    MiddleDiffers,
    /// Names that agree but for "Jr." and "Sr.".
    SuffixDiffers,
    /// The family name stands first in one.
    NameOrder,
    /// Spellings of one name of which each house has settled on one.
    HouseStyle,
    /// The names differ by a letter or two.
    SpellingDiffers,
    /// One given name, two family names.
    DifferentFamilyName,
    /// One family name, two given names.
    DifferentGivenName,
    /// Different names.
    DifferentName,
    /// One role, given to two persons.
    TwoHolders,
    /// One holds the office, the other held it.
    StatusDiffers,
    /// Two administrations for one time.
    DifferentAdministration,
    /// The same rank or office by another word.
    SameRole,
    /// Different roles.
    DifferentRole,
    /// Two ranks of one person.
    DifferentRank,
    /// One office in two towns or lands.
    DifferentBody,
    /// One person of two countries.
    DifferentNationality,
    /// One attack, claimed by two.
    TwoClaimants,
    /// A word for a man in the one, for a woman in the other.
    DifferentGender,
    // ages
    /// The same age, in years or months.
    SameAge,
    /// A birthday may lie between the two tellings.
    Birthday,
    /// Different ages.
    DifferentAge,
    // places
    /// The same place.
    SamePlace,
    /// One place lies in the other.
    PlaceWithin,
    /// Different places.
    DifferentPlace,
    /// Buildings of two kinds.
    DifferentVenue,
    /// In a water, and off it.
    OffAndIn,
    /// Opposite or different directions.
    DifferentDirection,
    // quotations
    /// The same words.
    SameWords,
    /// One is a fragment of the other.
    Fragment,
    /// The words differ.
    WordsDiffer,
    /// Two utterances, not one.
    DifferentUtterance,
    /// The same words, given to two speakers.
    TwoSpeakers,
    // outcomes
    /// The same outcome.
    SameOutcome,
    /// Outcomes of which only one can be.
    ExclusiveOutcomes,
    /// Nobody was, and somebody was.
    NoneAndSome,
    /// The first or the only, and there are two.
    TwoBearers,
    /// A superlative that holds since two different years.
    DifferentSince,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::SameFigure => "the figures are the same",
            Reason::SameAfterConversion => "the figures are the same after conversion",
            Reason::Rounding => "one figure is the other, rounded",
            Reason::WithinBound => "one figure lies within the other's bound",
            Reason::DifferentFigure => "the figures differ",
            Reason::DigitsSwapped => "the figures have the same digits in another order",
            Reason::ScaleSlip => "the figures have the same digits at another scale",
            Reason::UnitChanged => "the same figure stands with another unit",
            Reason::DifferentDimension => "the figures measure different things",
            Reason::DifferentCurrency => "the sums are in different currencies",
            Reason::HedgeLost => "one source hedges a figure that the other states flatly",
            Reason::HedgesOpposed => "one source puts the figure below what the other puts it above",
            Reason::DifferentCounter => "the figures are counted by different counters",
            Reason::DifferentBasis => {
                "the figures stand on the word of different counters, who may count differently"
            }
            Reason::EarlierFigure => "one source gives the other's figure as an earlier one",
            Reason::LaterIsLarger => "the later figure is the larger one, and may have risen",
            Reason::OtherMoments => "each figure is as of another moment",
            Reason::LaterIsSmaller => "the later figure is the smaller one, of what rises as it is reported",
            Reason::RangesDiffer => "the ranges overlap and have other ends",
            Reason::TwoCounters => {
                "one exact figure stands on the word of two counters, who may count differently"
            }
            Reason::CountersSwapped => "two counters have each the figure that the other has elsewhere",
            Reason::SameDate => "the dates are the same",
            Reason::DateWithin => "one date lies within the other",
            Reason::DifferentDate => "the dates differ",
            Reason::DifferentWeekday => "the weekdays differ",
            Reason::DateUnplaced => "one of the dates has no known place in the calendar",
            Reason::SameNight => "one night joins the two days",
            Reason::SameTime => "the times are the same",
            Reason::NearTime => "the times are near enough for their wording",
            Reason::DifferentTime => "the times of day differ",
            Reason::HalfDaySwapped => "the same hour stands once in the morning and once in the afternoon",
            Reason::ZoneUnplaced => "the distance between the time zones is not given",
            Reason::SameName => "the names are the same",
            Reason::ShortForm => "one name is a short form of the other",
            Reason::Alias => "the house knows the names as one",
            Reason::Nickname => "one given name is a nickname of the other",
            Reason::Transliteration => "the names are two spellings of one sound",
            Reason::MiddleDiffers => "the names in the middle differ",
            Reason::SuffixDiffers => "the one is the younger, the other the older of the name",
            Reason::NameOrder => "one has the family name first",
            Reason::HouseStyle => "houses spell the name either way",
            Reason::SpellingDiffers => "the names differ by their spelling",
            Reason::DifferentFamilyName => "the family names differ",
            Reason::DifferentGivenName => "the given names differ",
            Reason::DifferentName => "the names differ",
            Reason::TwoHolders => "one role is given to two persons",
            Reason::StatusDiffers => "one source has the person in office, the other formerly so",
            Reason::DifferentAdministration => "two administrations are named for one time",
            Reason::SameRole => "the roles are the same",
            Reason::DifferentRole => "the roles differ",
            Reason::DifferentRank => "the ranks differ",
            Reason::DifferentBody => "one person holds the office in two places",
            Reason::DifferentNationality => "the nationalities differ",
            Reason::TwoClaimants => "two have claimed the same",
            Reason::DifferentGender => "the word for the role is once a man's and once a woman's",
            Reason::SameAge => "the ages are the same",
            Reason::Birthday => "a birthday may lie between the two articles",
            Reason::DifferentAge => "the ages differ",
            Reason::SamePlace => "the places are the same",
            Reason::PlaceWithin => "one place lies within the other",
            Reason::DifferentPlace => "the places differ",
            Reason::DifferentVenue => "the buildings are of different kinds",
            Reason::OffAndIn => "one puts it in the water, the other off it",
            Reason::DifferentDirection => "the directions differ",
            Reason::SameWords => "the words are the same",
            Reason::Fragment => "one quotation is a part of the other",
            Reason::WordsDiffer => "the quotation is worded differently",
            Reason::DifferentUtterance => "the quotations are of two utterances",
            Reason::TwoSpeakers => "one quotation is given to two speakers",
            Reason::SameOutcome => "the outcomes are the same",
            Reason::ExclusiveOutcomes => "only one of the outcomes can be",
            Reason::NoneAndSome => "one source says that it happened to nobody, the other counts somebody",
            Reason::TwoBearers => "one superlative is given to two",
            Reason::DifferentSince => "the superlative holds since different years",
        })
    }
}
