//! The day of an event: "was shot on Friday night", "the Sept. 15 shooting".

use super::fate::event_word;
use super::happening::{event_named, happening};
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Subject, Value};
use crate::language::Sentence;
use crate::mention::moment::Form;
use crate::mention::{Moment, Preposition};
use crate::value::Extent;

/// The day of an event.
pub struct Date;

impl Detector for Date {
    fn kind(&self) -> Kind {
        Kind::Date
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/date.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            // "a |Saturday shooting| that left a boy on life support Monday"
            let named: Vec<_> = found.moments.iter().filter(|m| names_day(&sentence, m)).collect();
            let placing = |m: &&Moment| match names_day(&sentence, m) {
                // "after |the May 7 shooting|": the bound is none of the day's.
                true => is_told(m),
                false => is_told(m) && !m.preposition.is_some_and(Preposition::is_bound),
            };
            let event_of = |m: &Moment| {
                let named = m.modifies.and_then(|noun| event_named(&sentence, noun));
                named.or_else(|| happening(&sentence, m.tokens.clone(), material.main_event, true))
            };
            for moment in found.moments.iter().filter(placing) {
                let Some(event) = event_of(moment) else { continue };
                // "arrested him |Friday| in Monday's shooting": a day of its own.
                let is_other = || named.iter().all(|m| event_of(m).is_some_and(|e| e.class != event.class));
                if !names_day(&sentence, moment) && !is_other() {
                    continue;
                }
                if !is_day(moment) && !is_told_by_year(&event.class) {
                    continue;
                }
                let value = Value::When(moment.when.clone());
                let subject = Subject::Event(event);
                claims.push(material.claim(Kind::Date, &sentence, moment.tokens.clone(), value, subject));
            }
        }
    }
}

/// True when the moment says when something was.
fn is_told(moment: &Moment) -> bool {
    !moment.names_event && moment.form != Form::Past
}

/// True for a day that stands before the word of an event.
fn names_day(sentence: &Sentence, moment: &Moment) -> bool {
    moment.modifies.is_some_and(|noun| event_word(sentence, noun).is_some())
}

/// True for a day, of whatever year.
fn is_day(moment: &Moment) -> bool {
    match moment.when.extent {
        Extent::Days { first, last, .. } => first == last,
        Extent::Yearless { first, last } => first == last,
        Extent::Weekday(_) | Extent::EitherDay(..) => true,
        Extent::Impossible | Extent::Unplaced => false,
    }
}

/// Events of which a month or a year is told: what happens once in a life or a story.
fn is_told_by_year(class: &str) -> bool {
    matches!(class, "plead" | "sell" | "birth" | "marry" | "convict" | "acquit" | "sentence")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::mention::test_article;

    /// Each dated event of the text: the words of the day and the event's class.
    fn read(text: &str) -> Vec<(String, String)> {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let mut claims = Vec::new();
        Date.detect(&Material::new(&annotated), &mut claims);
        let dated = claims.into_iter().filter_map(|claim| match claim.subject {
            Subject::Event(event) => Some((text[claim.span.range()].to_owned(), event.class)),
            _ => None,
        });
        dated.collect()
    }

    #[test]
    fn a_day_belongs_to_the_event_of_its_clause() {
        let on = |day: &str, class: &str| [(day.to_owned(), class.to_owned())];
        assert_eq!(read("Two men were shot on Friday."), on("Friday", "violence"));
        assert_eq!(read("The man died on Friday."), on("Friday", "death"));
        assert_eq!(read("He was arrested on Friday."), on("Friday", "arrest"));
        assert_eq!(
            read("A girl was shot when she stayed home from school Friday."),
            on("Friday", "violence")
        );
        assert_eq!(read("A girl was shot because she stayed home from school Friday."), []);
        let both = [("Friday".to_owned(), "arrest".to_owned()), ("Monday".to_owned(), "violence".to_owned())];
        assert_eq!(read("Police arrested Moss on Friday in connection with Monday's shooting."), both);
    }

    #[test]
    fn the_day_of_the_law_or_of_a_death_is_not_that_of_the_violence() {
        let on = |day: &str, class: &str| [(day.to_owned(), class.to_owned())];
        assert_eq!(
            read("The man was placed in a county jail on Friday for shooting a friend."),
            on("Friday", "jail")
        );
        assert_eq!(
            read("The man was placed in an ambulance on Friday after shooting a friend."),
            on("Friday", "violence")
        );
        assert_eq!(read("The prosecutor filed charges of murder Sunday."), on("Sunday", "charge"));
        assert_eq!(read("The prosecutor filed details of the murder Sunday."), on("Sunday", "violence"));
        assert_eq!(read("The victim succumbed to his wounds Friday."), on("Friday", "death"));
    }

    #[test]
    fn the_day_of_the_saying_is_no_day_of_the_event() {
        assert_eq!(read("Two men were shot, police said Friday."), []);
        assert_eq!(read("Nobody has been seen since Friday."), []);
    }
}
