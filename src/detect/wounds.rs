//! How often somebody was shot or stabbed: "Paul Crane was shot |four times|".
//!
//! Only of one who is named, for several are struck in most stories.

use super::Material;
use super::measurand::Counted;
use super::party::person_of;
use crate::claim::Measurand;
use crate::language::{Relation, Sentence};

/// Verbs that tell of a blow.
const BLOWS: [&str; 4] = ["hit", "shoot", "stab", "strike"];

/// What a figure before "times" counts, if it is the blows that one person took.
pub(super) fn wounds(material: &Material, sentence: &Sentence, figure_end: usize) -> Option<Counted> {
    let noun = figure_end;
    if noun >= sentence.len() || sentence.norm(noun) != "times" {
        return None;
    }
    let verb = sentence.ancestors(noun).skip(1).take(2).find(|&i| BLOWS.contains(&sentence.lemma(i)))?;
    let struck = [Relation::NsubjPass, Relation::Obj].into_iter().find_map(|r| sentence.child(verb, r))?;
    // "Crane, who was shot four times": the pronoun is whoever the clause is about.
    let struck = match sentence.relation(verb) {
        Relation::AclRelcl => sentence.head(verb)?,
        _ => struck,
    };
    let number = person_of(material, sentence, struck)?;
    let family = material.cast.people[number].name.family()?;
    let measurand = Measurand {
        counted: "time".to_owned(),
        noun: "times".to_owned(),
        event: Some(format!("{} {family}", sentence.norm(verb))),
        modifiers: Vec::new(),
    };
    Some(Counted { noun: Some(noun), measurand, is_subset: false, is_agent: false })
}

#[cfg(test)]
mod tests {
    use crate::article::{AnnotatedArticle, ArticleId};
    use crate::claim::{Claim, Kind, Subject};
    use crate::detect::{Material, claims};
    use crate::mention::test_article;

    /// What is counted in the text, and of whom.
    fn read(text: &str) -> Vec<String> {
        let article = test_article(text);
        let annotated = AnnotatedArticle::new(ArticleId(0), &article);
        let counts = claims(&Material::new(&annotated)).into_iter().filter(|c| c.kind == Kind::Count);
        let name = |c: Claim| match c.subject {
            Subject::Measurand(m) => Some(m.title()),
            _ => None,
        };
        counts.filter_map(name).collect()
    }

    #[test]
    fn blows_are_counted_of_one_who_is_named() {
        assert_eq!(read("Paul Crane was shot four times."), ["times Crane was shot"]);
        assert_eq!(read("A guard, Paul Crane, was shot four times."), ["times Crane was shot"]);
        assert_eq!(read("Paul Crane was robbed four times."), [] as [&str; 0]);
        assert_eq!(read("A man was shot four times."), [] as [&str; 0]);
        assert_eq!(read("Paul Crane left. He was shot four times."), ["times Crane was shot"]);
    }
}
