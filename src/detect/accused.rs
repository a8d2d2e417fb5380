//! Whose bond and whose charges: "Hale is held on |his| bond", "police charged |Hale| with
//! three counts of murder".
//!
//! The person owns the noun, or is the one of whom its verb is told. A pronoun is resolved
//! only where one person can be meant.

use super::Material;
use super::party::person_of;
use crate::article::Span;
use crate::language::{Relation, Sentence, Tag};

/// Steps up the tree from the noun to the verb that is told of the person.
const CLIMB: usize = 5;

/// Verbs told of the accused, who is their subject.
const OF_SUBJECT: [&str; 6] = ["await", "face", "plead", "post", "remain", "stand"];

/// Verbs told of the accused, who is their object or, passive, their subject.
const OF_OBJECT: [&str; 16] = [
    "accuse", "acquit", "arraign", "arrest", "book", "charge", "convict", "detain", "free", "hold", "indict",
    "jail", "order", "release", "sentence", "try",
];

/// The person whose bond or whose charges the token tells of, where they were first named.
pub(super) fn accused(material: &Material, sentence: &Sentence, token: usize) -> Option<Span> {
    let number = owner(material, sentence, token).or_else(|| told_of(material, sentence, token))?;
    material.cast.people[number].mentions.first().map(|mention| mention.span)
}

/// "|his| bond", "|Hale's| bond".
fn owner(material: &Material, sentence: &Sentence, token: usize) -> Option<usize> {
    let above = sentence.ancestors(token).take(2);
    let mut owners = above.filter_map(|noun| sentence.child(noun, Relation::NmodPoss));
    owners.find_map(|owner| person_of(material, sentence, owner)).or_else(|| {
        // "|His bond| was set at $45,000": the thing is the subject of the verb.
        let verb = sentence.ancestors(token).find(|&i| sentence.tag(i) == Tag::Verb)?;
        let things = [Relation::NsubjPass, Relation::Obj].into_iter().filter_map(|r| sentence.child(verb, r));
        let mut owners = things.filter_map(|thing| sentence.child(thing, Relation::NmodPoss));
        owners.find_map(|owner| person_of(material, sentence, owner))
    })
}

/// "|Hale| is held on", "they charged |Hale| with", "|Hale| faces".
fn told_of(material: &Material, sentence: &Sentence, token: usize) -> Option<usize> {
    let verbs = sentence.ancestors(token).skip(1).take(CLIMB).filter(|&i| sentence.tag(i) == Tag::Verb);
    for verb in verbs {
        let lemma = sentence.lemma(verb);
        let one_of = |relations: &[Relation]| {
            let mut found = relations.iter().filter_map(|&r| sentence.child(verb, r));
            found.find_map(|one| person_of(material, sentence, one))
        };
        let found = if OF_SUBJECT.contains(&lemma) {
            one_of(&[Relation::Nsubj, Relation::NsubjPass])
        } else if OF_OBJECT.contains(&lemma) {
            one_of(&[Relation::NsubjPass, Relation::Obj])
        } else {
            None
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::article::{AnnotatedArticle, Article, ArticleId, Cluster};
    use crate::claim::{Claim, Kind};
    use crate::detect::{Material, claims};
    use crate::mention::test_article;

    /// Whose the one bond or the one set of charges of the text is.
    fn whose(text: &str) -> String {
        let article: Article = test_article(text);
        let cluster = Cluster::new(vec![article]);
        let annotated = AnnotatedArticle::new(ArticleId(0), &cluster.articles()[0]);
        let told = |c: &Claim| matches!(c.kind, Kind::Money | Kind::Count);
        let found = claims(&Material::new(&annotated)).into_iter().find(told).expect("a figure");
        found.holder.map(|span| cluster[span].to_owned()).unwrap_or_default()
    }

    #[test]
    fn a_bond_is_that_of_its_owner_or_of_whom_it_is_told() {
        let mut complaints = String::new();
        for (text, want) in [
            ("Police arrested Peter Harmon. He is being held on a $250,000 bond.", "Peter Harmon"),
            ("Police arrested Peter Harmon. His bond was set at $250,000.", "Peter Harmon"),
            ("Peter Harmon was charged with three counts of murder.", "Peter Harmon"),
            ("Police arrested Peter Harmon. He is 41. He is being held on a $250,000 bond.", "Peter Harmon"),
            ("Peter Harmon and Ruth Alder left. Her bond was set at $250,000.", "Ruth Alder"),
            ("Police charged Peter Harmon with three counts of murder.", "Peter Harmon"),
            ("Peter Harmon faces three counts of murder.", "Peter Harmon"),
            ("Peter Harmon and Paul Crane left. His bond was set at $250,000.", ""),
            ("Police arrested Peter Harmon. The gun was his. He is being held on a $250,000 bond.", ""),
            ("Peter Harmon and Paul Crane spoke. He is being held on a $250,000 bond.", ""),
            ("Peter Harmon said a man was charged with three counts of murder.", ""),
            ("Judge Peter Harmon set bond at $250,000.", ""),
        ] {
            let got = whose(text);
            if got != want {
                complaints.push_str(&format!("\n{text}\n  gives {got:?}"));
            }
        }
        assert!(complaints.is_empty(), "{complaints}");
    }
}
