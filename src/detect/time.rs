//! The time of day of an event: "shortly before 7 p.m.", "0440 GMT".

use super::happening::happening;
use super::{Detector, Material};
use crate::claim::{Claim, Event, Kind, Subject, Value};
use crate::language::{Sentence, Tag};
use crate::mention::{ClockMention, Preposition};
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
        let mut scene = None;
        for (sentence, found) in material.sentences() {
            for mention in found.clocks.iter().filter(|m| tells_when(&sentence, m)) {
                let event = happening(&sentence, mention.tokens.clone(), material.main_event, false);
                let is_scene = event.is_none();
                if is_scene && scene.is_some() {
                    continue;
                }
                let event = event.unwrap_or_default();
                let value = Value::Clock(mention.clock);
                let subject = Subject::Event(event);
                let claim = material.claim(Kind::Time, &sentence, mention.tokens.clone(), value, subject);
                match is_scene {
                    true => scene = Some(claim),
                    false => claims.push(claim),
                }
            }
        }
        calls_stand_in(&mut claims[first..], material.main_event);
        if claims.len() == first {
            claims.extend(scene.and_then(|claim| scene_stands_in(claim, material.main_event)));
        }
    }
}

/// True for the hour of a statement: "announced |at around 5:15 p.m.| that", "in a press
/// briefing |just after 4 p.m.|". What is *said* at an hour has mostly happened then:
/// "police said around 5 p.m. a man was shot".
fn is_of_statement(sentence: &Sentence, mention: &ClockMention) -> bool {
    let is_link = |i: usize| matches!(sentence.norm(i), "at" | "on" | "around" | "about");
    let is_talk = |i: usize| {
        matches!(sentence.lemma(i), "briefing" | "conference" | "interview" | "statement")
            && sentence.tag(i) == Tag::Noun
    };
    // "in the |9 p.m.| press briefing"
    let end = mention.tokens.end;
    let mut behind = (end..sentence.len().min(end + 3)).take_while(|&i| sentence.tag(i) == Tag::Noun);
    let before = (0..mention.tokens.start).rev().find(|&i| !is_link(i));
    let is_announced = |i: usize| {
        sentence.tag(i) == Tag::Verb
            && matches!(sentence.lemma(i), "announce" | "confirm" | "declare" | "post" | "tweet")
    };
    before.is_some_and(|i| is_announced(i) || is_talk(i)) || behind.any(is_talk)
}

/// False for "until 7 p.m.", "as of 3:45 p.m." and the stamp of an update.
fn tells_when(sentence: &Sentence, mention: &ClockMention) -> bool {
    let bounds = |p: Preposition| {
        matches!(
            p,
            Preposition::Until | Preposition::Since | Preposition::By | Preposition::To | Preposition::From
        )
    };
    let before = |back: usize| mention.tokens.start.checked_sub(back).map_or("", |i| sentence.norm(i));
    // "until |Thursday around| 7:45 p.m."
    let is_until = (1..=4)
        .take_while(|&back| {
            matches!(before(back), "around" | "about" | "at")
                || is_weekday(before(back))
                || bounds_day(before(back))
        })
        .any(|back| bounds_day(before(back)));
    let is_stamp = matches!(before(1), "update" | "updated" | "posted" | "published" | ":")
        || matches!((before(2), before(1)), ("as", "of") | ("news", "at"));
    !is_stamp && !is_until && !is_of_statement(sentence, mention) && !mention.preposition.is_some_and(bounds)
}

fn bounds_day(word: &str) -> bool {
    matches!(word, "until" | "till" | "since")
}

fn is_weekday(word: &str) -> bool {
    matches!(word, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

/// "About 6 p.m., he was standing outside with friends": where an article gives one
/// time only, it sets the scene of the event.
fn scene_stands_in(mut claim: Claim, main_event: Option<&'static str>) -> Option<Claim> {
    claim.subject =
        Subject::Event(Event { class: main_event?.to_owned(), is_scene: true, ..Event::default() });
    Some(claim)
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
        claim.subject = Subject::Event(Event { class: main.to_owned(), ..Event::default() });
        if let Value::Clock(clock) = &mut claim.value
            && matches!(clock.nearness, Nearness::Flat | Nearness::About)
        {
            clock.nearness = Nearness::Heard;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::mention::test_article;

    /// The times of the text, as printed.
    fn read(text: &str) -> Vec<String> {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let mut claims = Vec::new();
        Time.detect(&Material::new(&annotated), &mut claims);
        claims.iter().map(|claim| text[claim.span.range()].to_owned()).collect()
    }

    #[test]
    fn the_hour_of_a_statement_is_none_of_the_event() {
        let shot = "A man was shot on Elm Street. ";
        let announced =
            format!("{shot}The mayor announced at 5:15 p.m. that he is on his way to the shooting.");
        assert_eq!(read(&announced), [""; 0]);
        assert_eq!(read(&format!("{shot}In a press briefing at 5 p.m., the sheriff named him.")), [""; 0]);
        assert_eq!(read(&format!("{shot}The sheriff named him in the 9 p.m. press briefing.")), [""; 0]);
        let happened = format!("{shot}The mayor announced that the shooting happened at 5:15 p.m.");
        assert_eq!(read(&happened), ["5:15 p.m."]);
    }
}
