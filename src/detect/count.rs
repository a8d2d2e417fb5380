//! Counted people and things: "67,160 killed", "two dozen homes".

use rust_decimal::Decimal;

use super::accused::accused;
use super::measurand::{Counted, counted};
use super::offspring::{Offspring, offspring};
use super::toll::toll;
use super::wounds::wounds;
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Measurand};
use crate::language::{Relation, Sentence, Tag};
use crate::mention::figure::{Figure, Form};

/// Hours of a day.
const HOURS: u32 = 24;

/// Counted people and things.
pub struct Count;

/// Nouns whose figures say nothing that articles share.
const IDLE: [&str; 22] = [
    "time", "thing", "way", "part", "side", "point", "reason", "hand", "end", "kind", "lot", "bit", "step",
    "example", "case", "page", "level", "word", "eye", "pair", "front", "story",
];

impl Detector for Count {
    fn kind(&self) -> Kind {
        Kind::Count
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/count.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            let mut whole: Option<String> = None;
            let mut whole_verb: Option<usize> = None;
            let mut former: Option<Measurand> = None;
            let mut things = String::new();
            for figure in found.figures.iter().filter(|f| is_count(f)) {
                if let Some(blows) = wounds(material, &sentence, figure.number.end) {
                    claims.push(material.counted_claim(Kind::Count, &sentence, figure, blows));
                    continue;
                }
                let mut counted = match offspring(&sentence, figure.tokens.clone()) {
                    Some(Offspring::Of(children)) => children,
                    Some(Offspring::OfNobody) => continue,
                    None => counted(&sentence, figure.tokens.clone()),
                };
                // "killed 67,160, including 18,000 children": what happened to the whole
                // happened to the part, but for "killed 12 and left 30 others with burns".
                let verb = verb_of(&sentence, counted.noun.unwrap_or(figure.number.end - 1));
                let has_own = counted.measurand.event.as_deref().is_some_and(is_telling)
                    || verb.is_some()
                        && !is_included(&sentence, figure.tokens.start)
                        && whole_verb.is_some_and(|w| verb != Some(w) && is_joined(&sentence, verb, w));
                if counted.is_subset && whole.is_some() && !has_own {
                    counted.measurand.event.clone_from(&whole);
                } else {
                    whole_verb = verb;
                    whole.clone_from(&counted.measurand.event);
                }
                // "At least 41 people were killed, |up from 36|": of what the figure before told.
                let is_former = counted.noun.is_none() && is_up_from(&sentence, figure.tokens.start);
                let same = former.take().filter(|_| is_former);
                let level =
                    same.or_else(|| toll(&sentence, &figure.tokens, counted.noun, material.tells_of_death));
                let is_toll = level.is_some();
                if let Some(measurand) = level.filter(|_| figure.change.is_none()) {
                    (counted.measurand, counted.is_subset, counted.is_agent) = (measurand, false, false);
                }
                // "destroyed 230 homes and damaged |1,400 more|": no people.
                if counted.noun.is_none() && counted.measurand.event.as_deref().is_some_and(is_of_things) {
                    counted.measurand.counted = things.clone();
                }
                things.clone_from(&counted.measurand.counted);
                let measurand = &counted.measurand;
                if measurand.counted.is_empty()
                    || is_hour(&sentence, figure, &counted)
                    || IDLE.contains(&measurand.counted.as_str())
                {
                    continue;
                }
                // "One" is a figure only of people to whom something happened.
                let is_one = sentence.norm(figure.number.end - 1) == "one" && figure.number.len() == 1;
                if is_one
                    && (measurand.counted != "any" || measurand.event.is_none() || counted.noun.is_none())
                {
                    continue;
                }
                let told =
                    Some(counted.measurand.clone()).filter(|_| !counted.is_subset && !counted.is_agent);
                let noun = counted.noun;
                let mut claim = material.counted_claim(Kind::Count, &sentence, figure, counted);
                if let Some(noun) = noun.filter(|_| told.as_ref().is_some_and(Measurand::is_charge)) {
                    claim.holder = accused(material, &sentence, noun);
                }
                if is_toll {
                    claim.as_of = material.as_of(&sentence, &figure.tokens, true);
                }
                former = told;
                claims.push(claim);
            }
        }
    }
}

/// "pronounced dead |at 5| at the scene" is a time of day, "put the dead |at 5|" is not.
fn is_hour(sentence: &Sentence, figure: &Figure, counted: &Counted) -> bool {
    let before = |back: usize| figure.tokens.start.checked_sub(back).map_or("", |i| sentence.norm(i));
    counted.noun.is_none()
        && figure.number == figure.tokens
        && figure.quantity.size() <= Decimal::from(HOURS)
        && before(1) == "at"
        && matches!(before(2), "dead" | "died" | "killed" | "pronounced" | "shot")
        && before(3) != "the"
}

/// "|including| 18,000 children", "|including| at least 12 women".
fn is_included(sentence: &Sentence, start: usize) -> bool {
    (start.saturating_sub(3)..start).any(|i| sentence.norm(i) == "including")
}

/// The nearest verb above the token.
fn verb_of(sentence: &Sentence, token: usize) -> Option<usize> {
    sentence.ancestors(token).skip(1).find(|&i| sentence.tag(i) == Tag::Verb)
}

/// "|killed| 12 workers and |left| 30 others with burns": one verb goes on from the other.
fn is_joined(sentence: &Sentence, verb: Option<usize>, whole: usize) -> bool {
    verb.is_some_and(|v| sentence.relation(v) == Relation::Conj && sentence.head(v) == Some(whole))
}

/// Classes of events that tell more of a part than that it is one.
fn is_telling(event: &str) -> bool {
    matches!(
        event,
        "kill"
            | "hurt"
            | "shoot"
            | "hospitalize"
            | "arrest"
            | "charge"
            | "convict"
            | "free"
            | "jail"
            | "rescue"
    )
}

/// Classes of events that happen to things and never to people.
fn is_of_things(event: &str) -> bool {
    matches!(event, "damage" | "seize" | "sell" | "rob")
}

/// "|up from| 36", "|down from| 36".
fn is_up_from(sentence: &Sentence, start: usize) -> bool {
    start >= 2 && sentence.norm(start - 1) == "from" && matches!(sentence.norm(start - 2), "up" | "down")
}

fn is_count(figure: &Figure) -> bool {
    matches!(figure.form, Form::Cardinal | Form::Vague)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::claim::Subject;
    use crate::mention::test_article;

    /// Each count of the text: what is counted, what happened, whether it is a part.
    fn read(text: &str) -> Vec<(String, String, bool)> {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let mut claims = Vec::new();
        Count.detect(&Material::new(&annotated), &mut claims);
        let told = claims.into_iter().filter_map(|claim| match claim.subject {
            Subject::Measurand(m) => Some((m.counted, m.event.unwrap_or_default(), claim.scope.is_subset)),
            _ => None,
        });
        told.collect()
    }

    fn of(counted: &str, event: &str, is_part: bool) -> (String, String, bool) {
        (counted.to_owned(), event.to_owned(), is_part)
    }

    #[test]
    fn the_words_around_a_figure_say_what_happened_to_what() {
        let killed = [of("any", "kill", false)];
        for text in
            ["The blast killed 12 people.", "Twelve people were killed.", "The blast left 12 people dead."]
        {
            assert_eq!(read(text), killed, "{text}");
        }
        assert_eq!(read("The blast injured 12 people."), [of("any", "hurt", false)]);
        assert_eq!(read("He faces two counts of murder."), [of("count of murder", "", false)]);
        assert_eq!(read("Police seized 14 rifles."), [of("rifle", "seize", false)]);
        assert_eq!(read("Fourteen were pronounced dead."), killed);
        assert_eq!(read("She was pronounced dead at 5 at the scene."), []);
        assert_eq!(read("Officials put the dead at 67,160."), killed);
        assert_eq!(read("The blast killed 12 people early Monday morning."), killed);
        assert_eq!(read("Twelve people are feared dead."), [of("any", "presume", false)]);
        assert_eq!(read("The bus was carrying 12 people."), [of("any", "aboard", false)]);
        assert_eq!(read("A bus with 12 people fell into a river."), [of("any", "aboard", false)]);
        let fell = "A bus with 12 people fell into the river late on Friday night, killing a driver.";
        assert_eq!(read(fell)[0], of("any", "aboard", false));
        assert_eq!(read("A bus with 12 people killed was found.")[0], of("any", "kill", false));
        assert_eq!(read("Firefighters from 12 stations fought the blaze."), [of("station", "", false)]);
        assert_eq!(read("The quake hit Dorm, a town of 5,000 people."), [of("any", "", false)]);
    }

    #[test]
    fn children_are_those_of_a_parent_who_is_named() {
        for text in
            ["Police named Tom Moss, 28, a father of six girls.", "The father of six, Tom Moss, died."]
        {
            assert_eq!(read(text), [of("child", "of Moss", false)], "{text}");
        }
        assert_eq!(read("A father of six died."), []);
        assert_eq!(read("The fire killed six girls."), [of("girl", "kill", false)]);
    }

    #[test]
    fn a_part_is_told_from_its_whole_and_the_rest_of_the_hurt_are_all_of_them() {
        let text = "The quake killed 14 people, including three children.";
        assert_eq!(read(text), [of("any", "kill", false), of("child", "kill", true)]);
        let text = "The blast killed three people, two men and a woman.";
        assert_eq!(read(text), [of("any", "kill", false), of("man", "kill", true)]);
        let text = "The blast killed three people, two men said on Monday.";
        assert_eq!(read(text), [of("any", "kill", false), of("man", "", false)]);
        let text = "Three people died and 14 others were taken to hospital.";
        assert_eq!(read(text), [of("any", "kill", false), of("any", "hospitalize", true)]);
        let text = "The blast killed three people and left 14 others with burns.";
        assert_eq!(read(text), [of("any", "kill", false), of("any", "", true)]);
        let text = "Twelve of the 40 passengers drowned.";
        assert_eq!(read(text), [of("any", "kill", true), of("any", "", false)]);
        let text = "Police look into the killing of two men and wounding of three others.";
        assert_eq!(read(text), [of("man", "kill", false), of("any", "hurt", false)]);
        let text = "Police look into the killing of two men and rescue of three others.";
        assert_eq!(read(text), [of("man", "kill", false), of("any", "rescue", true)]);
        let text = "The fire destroyed 230 homes and damaged 1,400 more.";
        assert_eq!(read(text), [of("home", "damage", false), of("home", "damage", false)]);
        let text = "The blast killed four people and injured six others.";
        assert_eq!(read(text), [of("any", "kill", false), of("any", "hurt", false)]);
    }
}
