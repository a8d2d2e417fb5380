//! Whether a clause is asserted as fact: "did not", "could", "plans to", "denied that".
//!
//! The tree says what a word of denial or doubt reaches: its own clause, the clause that
//! hangs on it, and no other.

use crate::claim::Stance;
use crate::language::{Features, Relation, Sentence, Tag};

/// Words that take a clause out of fact.
const MODALS: [&str; 9] = ["could", "may", "might", "would", "should", "can", "will", "shall", "must"];

/// Verbs whose complement is not asserted.
const IRREALIS: [&str; 20] = [
    "plan", "hope", "expect", "want", "intend", "aim", "threaten", "fear", "try", "attempt", "propose",
    "seek", "consider", "urge", "promise", "vow", "schedule", "allege", "demand", "ask",
];

/// Whether the clause of `token` is asserted as fact.
pub fn stance(sentence: &Sentence, token: usize) -> Stance {
    let mut stance = Stance::default();
    let mut below = token;
    let mut may_be_denied = true;
    // "500,000 people |could be hurt|": right behind the noun, wherever the tree hangs it.
    if let Some(modal) = modal_behind(sentence, token) {
        stance.modal = Some(modal.to_owned());
    }
    for at in sentence.ancestors(token).take(5) {
        for child in sentence.children(at) {
            match sentence.relation(child) {
                Relation::Advmod | Relation::Det
                    if matches!(sentence.norm(child), "not" | "n't" | "never" | "no") =>
                {
                    stance.negated |= may_be_denied && (at != token || sentence.tag(at) == Tag::Verb);
                }
                Relation::Aux
                    if MODALS.contains(&sentence.norm(child)) && !is_sensed(sentence, at, child) =>
                {
                    stance.modal.get_or_insert_with(|| sentence.norm(child).to_owned());
                }
                Relation::Mark if matches!(sentence.norm(child), "if" | "unless" | "whether") => {
                    stance.modal.get_or_insert_with(|| sentence.norm(child).to_owned());
                }
                _ => {}
            }
        }
        // "plans |to free| 1,700": where the tree takes "free" for an adjective, the
        // words still say so.
        let is_complement = matches!(sentence.relation(below), Relation::Xcomp | Relation::Ccomp)
            || at + 1 < token && sentence.norm(at + 1) == "to";
        let step = sentence.relation(below);
        if let Some(word) = denied_report(sentence, at, below, token) {
            stance.modal.get_or_insert_with(|| word.to_owned());
        }
        below = at;
        if is_complement && IRREALIS.contains(&sentence.lemma(at)) && sentence.tag(at) == Tag::Verb {
            stance.modal.get_or_insert_with(|| sentence.lemma(at).to_owned());
        }
        may_be_denied &= is_denied_from_above(sentence, at, step);
        // A finite clause ends the reach of what stands above it, but for "if" and for what
        // takes the clause out of fact.
        if matches!(
            sentence.relation(at),
            Relation::Ccomp | Relation::Csubj | Relation::Parataxis | Relation::AclRelcl
        ) {
            doubt(sentence, at, &mut stance);
            break;
        }
    }
    stance
}

/// The modal of the clause that a noun opens: "12 people |may| have died".
fn modal_behind<'a>(sentence: &Sentence<'a>, noun: usize) -> Option<&'a str> {
    let modal = noun + 1;
    if modal + 1 >= sentence.len()
        || sentence.tag(noun) != Tag::Noun
        || sentence.tag(modal) != Tag::Aux
        || !MODALS.contains(&sentence.norm(modal))
    {
        return None;
    }
    let verb = (modal + 1..sentence.len().min(modal + 4)).find(|&i| sentence.tag(i) != Tag::Aux)?;
    (!is_sensed(sentence, verb, modal)).then(|| sentence.norm(modal))
}

/// Verbs whose clause is somebody's fear, hope or demand, or what somebody says is not so.
const DOUBTS: [&str; 20] = [
    "demand",
    "deny",
    "dispute",
    "doubt",
    "expect",
    "fear",
    "forecast",
    "hope",
    "intend",
    "pledge",
    "predict",
    "promise",
    "propose",
    "recommend",
    "refute",
    "request",
    "threaten",
    "urge",
    "vow",
    "wish",
];

/// "The army |denied| that 12 were killed", "it is |not true| that 12 were killed": what the
/// clause at `at` hangs on takes it out of fact.
fn doubt(sentence: &Sentence, at: usize, stance: &mut Stance) {
    let Some(head) = sentence.head(at) else { return };
    let is_clause = matches!(sentence.relation(at), Relation::Ccomp | Relation::Csubj);
    if is_clause && sentence.tag(head) == Tag::Verb && DOUBTS.contains(&sentence.lemma(head)) {
        stance.modal.get_or_insert_with(|| sentence.lemma(head).to_owned());
    }
    let is_not = |i: usize| matches!(sentence.norm(i), "not" | "n't" | "no" | "never");
    if is_clause
        && matches!(sentence.lemma(head), "true" | "case" | "correct" | "accurate")
        && sentence.children(head).any(is_not)
    {
        stance.negated = true;
    }
}

/// "The minister |dismissed| reports of 12 deaths": the verb that rejects the report in
/// which `token` stands.
fn denied_report<'a>(sentence: &Sentence<'a>, verb: usize, report: usize, token: usize) -> Option<&'a str> {
    let is_report = report != token
        && sentence.relation(report) == Relation::Obj
        && matches!(
            sentence.lemma(report),
            "allegation" | "claim" | "report" | "rumour" | "rumor" | "suggestion"
        );
    let is_denial =
        matches!(sentence.lemma(verb), "deny" | "dismiss" | "dispute" | "refute" | "reject" | "rubbish");
    (is_report && is_denial && sentence.tag(verb) == Tag::Verb).then(|| sentence.lemma(verb))
}

/// True where a "not" above the word speaks of what stands below it as well, which hangs
/// on it by `step`: "did not try |to kill| 12", "was not shot or |killed|".
///
/// "A description was not given, but a reward |is offered|" denies nothing of the reward,
/// "a boy |shot Thursday| did not suffer" and "|Friday's| attack did not succeed" nothing
/// of the day.
fn is_denied_from_above(sentence: &Sentence, at: usize, step: Relation) -> bool {
    let is_verb = sentence.tag(at) == Tag::Verb;
    let is_aside = matches!(
        step,
        Relation::Appos | Relation::Nmod | Relation::NmodUnmarked | Relation::NmodPoss | Relation::Acl
    );
    match sentence.relation(at) {
        Relation::Conj => {
            let has_subject =
                [Relation::Nsubj, Relation::NsubjPass].iter().any(|r| sentence.child(at, *r).is_some());
            let is_finite = sentence.features(at).has(Features::FINITE);
            match sentence.child(at, Relation::Cc).map(|cc| sentence.norm(cc)) {
                Some("but") => false,
                // "whose name was not given, |located|": no list, a clause that goes on.
                None => !is_verb,
                Some(_) => !(is_verb && (has_subject || is_finite)),
            }
        }
        Relation::Nsubj | Relation::NsubjPass => !is_aside,
        Relation::Xcomp => true,
        _ => !is_verb,
    }
}

/// "|could| be felt", "|could| see": what could be sensed was so.
fn is_sensed(sentence: &Sentence, verb: usize, modal: usize) -> bool {
    matches!(sentence.norm(modal), "could" | "can")
        && matches!(sentence.norm(verb), "felt" | "heard" | "seen" | "see" | "hear" | "feel" | "smelled")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::mention::test_article;

    /// What is said of the word, once in the text: "not", the modal, or nothing.
    fn told(text: &str, word: &str) -> String {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let mut found = annotated.sentences().flat_map(|s| {
            (0..s.len()).filter(|&i| s.norm(i) == word).map(|i| stance(&s, i)).collect::<Vec<_>>()
        });
        let stance = found.next().expect("the word is in the text");
        if stance.negated { "not".to_owned() } else { stance.modal.unwrap_or_default() }
    }

    #[test]
    fn a_not_denies_its_own_clause_and_no_other() {
        for (text, word, wanted) in [
            ("The fire did not kill 12 people.", "12", "not"),
            ("The fire killed 12 people.", "12", ""),
            ("The men were not shot or killed on Friday.", "friday", "not"),
            ("The name was not given, but a $4,000 reward is being paid.", "4,000", ""),
            ("A name and a $4,000 reward were not offered.", "4,000", "not"),
            ("Friday's attack did not succeed.", "friday", ""),
            ("The attack did not happen on Friday.", "friday", "not"),
            ("Police did not give names, but found 14 rifles.", "14", ""),
            ("The army denied that 12 men were killed.", "12", "deny"),
            ("The army confirmed that 12 men were killed.", "12", ""),
            ("It is not true that 12 men were killed.", "12", "not"),
            ("It is true that 12 men were killed.", "12", ""),
            ("The minister dismissed reports of 12 deaths.", "12", "dismiss"),
            ("The minister dismissed 12 officers.", "12", ""),
            ("The minister cited reports of 12 deaths.", "12", ""),
        ] {
            assert_eq!(told(text, word), wanted, "{text}");
        }
    }

    #[test]
    fn what_could_be_felt_was_felt() {
        assert_eq!(told("The tremor could be felt for 12 minutes.", "12"), "");
        assert_eq!(told("The tremor could last for 12 minutes.", "12"), "could");
        assert_eq!(told("Police said 12 people could be hurt.", "people"), "could");
        assert_eq!(told("Police said 12 people were hurt.", "people"), "");
    }
}
