//! Words by which the news is told: a day beside them is that of the telling and not of the
//! event.

use std::ops::Range;

use super::surroundings::is_speech_verb;
use crate::language::{Relation, Sentence, Tag};
use crate::lexicon::EVENTS;

/// "police said Friday", "Friday, police said": the day of the saying.
pub(super) fn hangs_on_speech(sentence: &Sentence, tokens: &Range<usize>) -> bool {
    let before = (tokens.start.saturating_sub(4)..tokens.start)
        .rev()
        .take_while(|&i| !matches!(sentence.norm(i), "," | "." | ";" | "\"" | "that"))
        .find(|&i| sentence.tag(i) == Tag::Verb);
    before.is_some_and(|v| is_telling(sentence, v))
}

/// "said", "identified", "a video |released| Wednesday": what is dated is the telling.
pub(super) fn is_telling(sentence: &Sentence, verb: usize) -> bool {
    // "for a |reported| $30 million", "|pleaded| guilty": nobody speaks.
    if sentence.relation(verb) == Relation::Amod || is_plea(sentence, verb) {
        return false;
    }
    is_speech_verb(sentence, verb) && !tells_of_call(sentence, verb) || tells_news(sentence, verb)
}

/// Verbs by which officials bring out what they know.
fn tells_news(sentence: &Sentence, verb: usize) -> bool {
    sentence.tag(verb) == Tag::Verb
        && match sentence.lemma(verb) {
            "identify" | "publish" | "update" | "post" | "unveil" => true,
            "release" => {
                let things = sentence.children(verb).chain(sentence.head(verb));
                things.into_iter().any(|i| {
                    matches!(
                        sentence.lemma(i),
                        "video"
                            | "footage"
                            | "photo"
                            | "image"
                            | "statement"
                            | "report"
                            | "name"
                            | "detail"
                            | "document"
                            | "identity"
                            | "picture"
                    )
                })
            }
            _ => false,
        }
}

/// "pleaded guilty", "pleaded no contest".
fn is_plea(sentence: &Sentence, verb: usize) -> bool {
    sentence.lemma(verb) == "plead"
        && (verb + 1..sentence.len().min(verb + 4))
            .any(|i| matches!(sentence.norm(i), "guilty" | "innocent" | "contest"))
}

/// "The call came in", "police were called", "responded": when the police heard of it.
pub(super) fn tells_of_call(sentence: &Sentence, verb: usize) -> bool {
    let is_reported =
        sentence.lemma(verb) == "report" && (verb.saturating_sub(3)..verb).any(|i| sentence.lemma(i) == "be");
    is_reported || EVENTS.get(sentence.lemma(verb)) == Some("call")
}
