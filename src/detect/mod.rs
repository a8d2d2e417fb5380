//! Detectors: from the mentions of an article to its claims, one file per kind.
//!
//! [`Material`] holds what was found in one article; a detector reads it and says
//! what the article asserts. A new kind of claim is one file and one line of
//! [`DETECTORS`].

mod accused;
pub(crate) mod age;
mod bearing;
mod count;
mod date;
mod duration;
mod fate;
mod governing;
mod happening;
mod main_event;
pub(crate) mod measurand;
mod measure;
mod money;
pub(crate) mod name;
pub(crate) mod office;
mod offspring;
mod ordinal;
mod outcome;
mod party;
mod percent;
mod place;
pub(crate) mod proper;
pub mod quote;
pub(crate) mod role;
mod scene;
mod stance;
mod subset;
mod superlative;
mod surroundings;
mod telling;
mod time;
mod toll;
mod wounds;

use std::ops::Range;

use crate::article::{AnnotatedArticle, Span};
use crate::claim::{Claim, Kind, Measurand, Scope, Stance, Subject, Value};
use crate::language::Sentence;
use crate::mention::as_of::{Clues, as_of};
use crate::mention::attribution::{Attribution, attributions};
use crate::mention::direction::{DirectionMention, directions};
use crate::mention::figure::{Figure, figures_beside};
use crate::mention::moment::{Moment, moments};
use crate::mention::proper::{ProperNames, proper_names};
use crate::mention::quotation::{Quotation, quotations};
use crate::mention::street::{Street, streets};
use crate::mention::{Cast, ClockMention, cast, clocks, earlier, settle_years};
use crate::value::AsOf;

/// What was found in one sentence.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Figures.
    pub figures: Vec<Figure>,
    /// Days and periods.
    pub moments: Vec<Moment>,
    /// Times of day.
    pub clocks: Vec<ClockMention>,
    /// Streets.
    pub streets: Vec<Street>,
    /// On whose word.
    pub attributions: Vec<Attribution>,
}

/// What was found in one article.
#[derive(Debug, Clone)]
pub struct Material<'a> {
    /// The article.
    pub article: &'a AnnotatedArticle<'a>,
    /// By sentence number.
    pub found: Vec<Found>,
    /// The people.
    pub cast: Cast,
    /// The names of places, peoples and bodies.
    pub proper: ProperNames,
    /// Which way places lie.
    pub directions: Vec<DirectionMention>,
    /// The quotations.
    pub quotations: Vec<Quotation>,
    /// True when somebody died in it.
    pub tells_of_death: bool,
    /// True when whoever attacked died as well.
    pub attacker_died: bool,
    /// Class of the event that the article is about: "shoot", "quake".
    pub main_event: Option<&'static str>,
}

impl<'a> Material<'a> {
    /// Finds all mentions of the article.
    pub fn new(article: &'a AnnotatedArticle<'a>) -> Material<'a> {
        let published = article.article.published;
        let mut found: Vec<Found> = article
            .sentences()
            .map(|sentence| {
                let moments = moments(&sentence, published);
                let clocks = clocks(&sentence);
                let streets = streets(&sentence);
                let dates = moments.iter().map(|m| m.tokens.clone());
                let times = clocks.iter().map(|c| c.tokens.clone());
                let taken = dates.chain(times).chain(streets.iter().map(|s| s.tokens.clone())).collect();
                let figures = figures_beside(&sentence, taken);
                Found { figures, moments, clocks, streets, attributions: attributions(&sentence) }
            })
            .collect();
        settle_years(found.iter_mut().flat_map(|f| &mut f.moments), published);
        let cast = cast(article);
        let streets = article.sentences().zip(&found).flat_map(|(sentence, found)| {
            let spans = found.streets.iter().map(|s| article.span(&sentence, s.tokens.clone()));
            spans.collect::<Vec<_>>()
        });
        let days = article.sentences().zip(&found).flat_map(|(sentence, found)| {
            let spans = found.moments.iter().map(|m| article.span(&sentence, m.tokens.clone()));
            spans.collect::<Vec<_>>()
        });
        let proper = proper_names(article, &cast, &streets.chain(days).collect::<Vec<_>>());
        Material {
            article,
            found,
            cast,
            proper,
            directions: directions(article),
            quotations: quotations(article),
            tells_of_death: main_event::tells_of_death(article),
            attacker_died: main_event::tells_of_attackers_death(article),
            main_event: main_event::main_event(article),
        }
    }

    /// The sentences with what was found in each.
    pub fn sentences(&self) -> impl Iterator<Item = (Sentence<'_>, &Found)> {
        self.article.sentences().zip(&self.found)
    }

    /// A claim of the tokens, with what stands around them.
    pub fn claim(
        &self,
        kind: Kind,
        sentence: &Sentence,
        tokens: Range<usize>,
        value: Value,
        subject: Subject,
    ) -> Claim {
        let found = &self.found[sentence.number()];
        let anchor = tokens.end - 1;
        let attribution = found
            .attributions
            .iter()
            .find(|a| a.clause.contains(&anchor) && !a.source.contains(&anchor))
            .map(|a| self.article.span(sentence, a.source.clone()));
        let scope = match kind {
            Kind::Date | Kind::Time | Kind::Place | Kind::Weekday | Kind::Anniversary => Scope::default(),
            _ => surroundings::scope(sentence, tokens.clone(), &found.moments),
        };
        let is_figure = matches!(
            kind,
            Kind::Count | Kind::Percent | Kind::Money | Kind::Measure | Kind::Duration | Kind::Age
        );
        let mut stance = stance::stance(sentence, anchor);
        stance.earlier = if is_figure { earlier(sentence, &tokens) } else { None };
        let as_of = if is_figure { self.as_of(sentence, &tokens, false) } else { None };
        Claim {
            kind,
            span: self.article.span(sentence, tokens),
            sentence: Span::new(self.article.id, sentence.range()),
            zone: self.article.zone(sentence),
            value,
            subject,
            scope,
            stance,
            change: None,
            attribution,
            holder: None,
            as_of,
        }
    }

    /// For when the figure in `tokens` holds, as far as its sentence says.
    fn as_of(&self, sentence: &Sentence, tokens: &Range<usize>, is_toll: bool) -> Option<AsOf> {
        let found = &self.found[sentence.number()];
        let clues = Clues {
            moments: &found.moments,
            clocks: &found.clocks,
            attributions: &found.attributions,
            published: self.article.article.published,
        };
        as_of(sentence, clues, tokens, is_toll)
    }

    /// A claim of a figure: the span runs to the counted noun where it is near.
    fn counted_claim(
        &self,
        kind: Kind,
        sentence: &Sentence,
        figure: &Figure,
        counted: measurand::Counted,
    ) -> Claim {
        let mut tokens = figure.tokens.clone();
        if let Some(noun) = counted.noun
            && noun >= tokens.end
            && noun - tokens.end < 6
        {
            tokens.end = noun + 1;
        }
        let value = Value::Quantity(figure.quantity.clone());
        let mut measurand: Measurand = counted.measurand;
        if counted.is_agent {
            measurand.event = measurand.event.map(|e| format!("{e} by"));
        }
        let mut claim = self.claim(kind, sentence, tokens, value, Subject::Measurand(measurand));
        claim.stance = if claim.stance == Stance::default() {
            stance::stance(sentence, figure.number.end - 1)
        } else {
            claim.stance
        };
        claim.stance.earlier = earlier(sentence, &figure.tokens);
        claim.scope.is_subset = counted.is_subset;
        claim
    }
}

/// Finds the claims of one kind.
pub trait Detector: Sync {
    /// The kind it finds.
    fn kind(&self) -> Kind;

    /// The page that explains it, in Markdown.
    fn page(&self) -> &'static str;

    /// Adds the article's claims of this kind.
    fn detect(&self, material: &Material, claims: &mut Vec<Claim>);
}

/// Every detector, in the order of reports.
pub static DETECTORS: [&dyn Detector; 17] = [
    &count::Count,
    &percent::Percent,
    &money::Money,
    &measure::Measure,
    &duration::Duration,
    &age::Age,
    &ordinal::Ordinal,
    &date::Date,
    &time::Time,
    &name::Name,
    &role::Role,
    &office::Office,
    &place::Place,
    &quote::Wording,
    &quote::Speaker,
    &outcome::Outcome,
    &superlative::Superlative,
];

/// All claims of an article, by place.
pub fn claims(material: &Material) -> Vec<Claim> {
    let mut claims = Vec::new();
    for detector in DETECTORS {
        detector.detect(material, &mut claims);
    }
    claims.sort_by_key(|c| (c.span, c.kind));
    claims
}
