//! The time of day of an event: "shortly before 7 p.m.", "0440 GMT".

use super::happening::happening;
use super::{Detector, Material};
use crate::claim::{Claim, Event, Kind, Subject, Value};
use crate::value::Nearness;

/// The time of day of an event.
pub struct Time;

impl Detector for Time {
    fn kind(&self) -> Kind {
        Kind::Time
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/time.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        let first = claims.len();
        for (sentence, found) in material.sentences() {
            for mention in &found.clocks {
                let Some(event) = happening(&sentence, mention.tokens.clone(), material.main_event) else {
                    continue;
                };
                let value = Value::Clock(mention.clock);
                let subject = Subject::Event(event);
                claims.push(material.claim(Kind::Time, &sentence, mention.tokens.clone(), value, subject));
            }
        }
        calls_stand_in(&mut claims[first..], material.main_event);
    }
}

/// Where an article times the call to the police and not the event, the event was
/// shortly before the call.
fn calls_stand_in(claims: &mut [Claim], main_event: Option<&'static str>) {
    let Some(main) = main_event else { return };
    let is = |claim: &Claim, class: &str| matches!(&claim.subject, Subject::Event(e) if e.class == class);
    if claims.iter().any(|c| is(c, main)) {
        return;
    }
    for claim in claims.iter_mut().filter(|c| is(c, "call")) {
        claim.subject = Subject::Event(Event { class: main.to_owned(), participants: Vec::new() });
        if let Value::Clock(clock) = &mut claim.value
            && matches!(clock.nearness, Nearness::Flat | Nearness::About)
        {
            clock.nearness = Nearness::ShortlyBefore;
        }
    }
}
