//! Annotation of one sentence: from token ranges to tags, lemmas, tree and names.

use std::ops::Range;

use super::agreement::{Leads, agree};
use super::labels::{Labels, label};
use super::model::Model;
use super::names::{Sight, find_runs, read_names};
use super::parser::{State, parse, relation_of};
use super::sentence::{Annotation, Features, NameSpan, Relation, SentenceRange, Tag, Token};
use super::tagger::tag;
use super::wordform::{WordForm, hash_word, read_forms};

/// Room for the work on one sentence, kept from sentence to sentence.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    pub forms: Vec<WordForm>,
    pub classes: Vec<u8>,
    pub doubts: Vec<u8>,
    pub labels: Labels,
    pub state: State,
    pub runs: Vec<(u32, u32)>,
    /// Of every name of the text so far.
    pub leads: Vec<Leads>,
}

/// Longest sentence that gets a tree of its own; heads are `u16`. What stands
/// beyond hangs on the root.
const LONGEST: usize = 65_000;

/// Fills tag, features, lemma, head and relation of the tokens of one sentence,
/// and appends its names.
///
/// The tokens come with range and normal form. Afterwards they form a tree with
/// one root, which is its own head.
pub(super) fn annotate_sentence(
    model: &Model<'_>,
    text: &str,
    tokens: &mut [Token],
    words: &mut String,
    names: &mut Vec<NameSpan>,
    scratch: &mut Scratch,
) {
    if tokens.is_empty() {
        return;
    }
    let Scratch { forms, classes, doubts, labels, state, runs, leads } = scratch;
    read_forms(&model.lexicon, text, words, tokens, forms);
    tag(&model.tagger, forms, classes, doubts);
    let head_count = tokens.len().min(LONGEST);
    let (parsed_forms, parsed_classes) = (&forms[..head_count], &classes[..head_count]);
    parse(&model.parser, &model.classes, parsed_forms, parsed_classes, &doubts[..head_count], state);
    label(
        &model.labeller,
        model.parser.unit(),
        &state.scores,
        &state.heads,
        parsed_forms,
        parsed_classes,
        labels,
    );
    state.relations.copy_from_slice(&labels.relations);
    fill_tree(tokens, state);
    for (token, &class) in tokens.iter_mut().zip(classes.iter()) {
        (token.tag, token.features) = model.classes.get(class);
        token.lemma = lemma(model, text, token, class, words);
    }
    let classes = &classes[..head_count];
    find_runs(&model.classes, classes, runs);
    let sight = Sight { forms: &forms[..head_count], classes, state, runs, convention: 0 };
    read_names(&model.names, &model.kinds, &model.classes, &sight, names, leads);
}

fn fill_tree(tokens: &mut [Token], state: &State) {
    let parsed = state.heads.len();
    let root = state.heads.iter().position(|&head| head as usize >= parsed).unwrap_or(0);
    for (i, token) in tokens.iter_mut().enumerate() {
        let (head, relation) = match state.heads.get(i) {
            Some(&head) if (head as usize) < parsed => (head as usize, relation_of(state.relations[i])),
            Some(_) => (i, Some(Relation::Root)),
            None => (root, Some(Relation::Dep)),
        };
        token.head = head as u16;
        token.relation = relation.unwrap_or(Relation::Dep);
    }
}

fn lemma(model: &Model<'_>, text: &str, token: &Token, class: u8, words: &mut String) -> (u32, u32) {
    let surface = &text[token.start as usize..token.end as usize];
    let start = words.len() as u32;
    // Names keep their capitals, and no word keeps a soft hyphen.
    if !surface.is_ascii()
        && surface.contains(['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'])
    {
        return token.norm;
    }
    // A verb is one that the word list has, if any edit gives it.
    let must_be =
        |lemma: &str| token.tag != Tag::Verb || model.lexicon.find(hash_word(lemma)).verb_class != 0;
    match model.lemmas.lemmatise(token.norm, surface, class, words, must_be) {
        true => (start, words.len() as u32),
        false => token.norm,
    }
}

/// Annotates a text whose sentences and tokens are known already: one list of
/// byte ranges a sentence, all in one block.
///
/// # Panics
/// When a range does not lie within the text, at the bounds of letters.
pub fn annotate_ranges(text: &str, sentences: &[Vec<Range<usize>>]) -> Annotation {
    let model = Model::embedded();
    let mut scratch = Scratch::default();
    let mut annotation = Annotation::default();
    for ranges in sentences.iter().filter(|ranges| !ranges.is_empty()) {
        let Annotation { tokens, sentences, names, words } = &mut annotation;
        let (first_token, first_name) = (tokens.len(), names.len());
        for range in ranges {
            let norm = push_norm(&text[range.clone()], words);
            tokens.push(Token {
                start: range.start as u32,
                end: range.end as u32,
                tag: Tag::X,
                relation: Relation::Dep,
                features: Features::default(),
                head: 0,
                norm,
                lemma: norm,
            });
        }
        annotate_sentence(model, text, &mut tokens[first_token..], words, names, &mut scratch);
        sentences.push(SentenceRange {
            tokens: (first_token as u32, tokens.len() as u32),
            names: (first_name as u32, names.len() as u32),
            block: 0,
        });
    }
    agree(&mut annotation, &mut scratch.leads);
    annotation
}

/// Appends the normal form of a printed one: small letters, straight quotation
/// marks, no soft hyphens.
fn push_norm(surface: &str, words: &mut String) -> (u32, u32) {
    let start = words.len() as u32;
    for letter in surface.chars().flat_map(char::to_lowercase) {
        match letter {
            '\u{AD}' => {}
            '‘' | '’' | '‚' | '‛' | '′' => words.push('\''),
            '“' | '”' | '„' | '‟' | '″' => words.push('"'),
            letter => words.push(letter),
        }
    }
    (start, words.len() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{NameKind, Sentence};

    /// The ranges of the words of `text`, which are set apart by single spaces.
    fn ranges(text: &str) -> Vec<Range<usize>> {
        let mut start = 0;
        text.split(' ')
            .map(|word| {
                let range = start..start + word.len();
                start = range.end + 1;
                range
            })
            .filter(|range| !range.is_empty())
            .collect()
    }

    fn read<T>(text: &str, look: impl Fn(Sentence<'_>) -> T) -> T {
        let annotation = annotate_ranges(text, &[ranges(text)]);
        look(annotation.sentence(text, 0))
    }

    fn assert_tree(sentence: Sentence<'_>) {
        let roots = (0..sentence.len()).filter(|&i| sentence.head(i).is_none()).collect::<Vec<_>>();
        assert_eq!(roots.len(), 1, "{}", sentence.whole_text());
        for i in 0..sentence.len() {
            assert_eq!(sentence.relation(i) == Relation::Root, i == roots[0]);
            if sentence.len() < 1000 {
                assert!(sentence.is_under(i, roots[0]));
            }
        }
    }

    #[test]
    fn odd_input_gives_a_tree_too() {
        let long = "the dead ".repeat(40_000);
        let odd = [
            ".",
            "\" \" \"",
            "67,160",
            "- - - -",
            "a",
            "é 日本 \u{1F600} ﬁ",
            "GAZA ( AP ) —",
            "• One",
            "\u{AD}",
            "( ( ( ( ( (",
            "said said said said",
            long.trim_end(),
        ];
        for text in odd {
            read(text, assert_tree);
        }
    }

    #[test]
    fn a_sentence_reads_as_it_should() {
        read("The ministry said at least 67,160 people were killed in Gaza .", |s| {
            assert_tree(s);
            let find = |word: &str| (0..s.len()).find(|&i| s.surface(i) == word).unwrap();
            let (said, people, killed) = (find("said"), find("people"), find("killed"));
            assert_eq!(s.lemma(said), "say");
            assert_eq!(s.head(said), None);
            assert_eq!(s.head(killed), Some(said));
            assert_eq!(s.lemma(people), "people");
            assert_eq!((s.head(people), s.relation(people)), (Some(killed), Relation::NsubjPass));
            assert!(s.features(killed).has(Features::PASSIVE));
            assert!(!s.features(said).has(Features::PASSIVE));
            assert_eq!(s.tag(find("67,160")), Tag::Num);
            assert_eq!(s.head(find("67,160")), Some(people));
            let gaza = find("Gaza") as u32;
            assert_eq!(s.names(), [NameSpan { first: gaza, end: gaza + 1, kind: NameKind::Place }]);
        });
    }

    #[test]
    fn the_lemma_of_a_verb_is_a_verb() {
        let lemma = |text: &str, word: &str| {
            read(text, |s| (0..s.len()).find(|&i| s.surface(i) == word).map(|i| s.lemma(i).to_string()))
        };
        assert_eq!(lemma("The victim succumbed to his wounds .", "succumbed").unwrap(), "succumb");
        assert_eq!(lemma("The victim resumed his walk .", "resumed").unwrap(), "resume");
    }

    #[test]
    fn titles_are_no_part_of_a_name() {
        let names = |text: &str| {
            read(text, |s| {
                let words = |n: &NameSpan| s.bytes(n.first as usize..n.end as usize);
                s.names().iter().map(|n| (text[words(n)].to_string(), n.kind)).collect::<Vec<_>>()
            })
        };
        let obama = names("President Barack Obama spoke on Tuesday .");
        assert_eq!(obama, [("Barack Obama".to_string(), NameKind::Person)]);
        assert_eq!(names("The president spoke on Tuesday ."), []);
    }
}
