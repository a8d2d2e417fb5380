//! Treebanks: CoNLL-U files to sentences with their gold annotation.
//!
//! The text is put together anew from the forms, so that every token has a range
//! in it; relations keep only the subtypes that `Relation` has.

use std::path::Path;

use crate::language::sentence::{Features, NameSpan, Relation, Tag, Token};

/// A sentence with everything a treebank says of it.
#[derive(Debug, Clone)]
pub struct Gold {
    /// The document it stands in.
    pub document: String,
    /// The sentence, and normal forms and lemmas.
    pub text: String,
    /// Normal forms and lemmas of the tokens.
    pub words: String,
    /// The tokens, fully annotated.
    pub tokens: Vec<Token>,
    /// Its names, where the treebank marks them.
    pub names: Option<Vec<NameSpan>>,
    /// True for the first sentence of a paragraph.
    pub begins_paragraph: bool,
    /// False for sentences of name lists, which have no tags and no tree.
    pub has_tree: bool,
}

impl Gold {
    /// Appends a token with that form; `is_spaced` puts a space before it.
    pub fn push(&mut self, form: &str, lemma: Option<&str>, is_spaced: bool) {
        if is_spaced && !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len() as u32;
        self.text.push_str(form);
        let end = self.text.len() as u32;
        let norm = self.push_word(&norm_of(form));
        let lemma = lemma.map_or(norm, |lemma| self.push_word(lemma));
        self.tokens.push(Token {
            start,
            end,
            tag: Tag::X,
            relation: Relation::Dep,
            features: Features::default(),
            head: 0,
            norm,
            lemma,
        });
    }

    fn push_word(&mut self, word: &str) -> (u32, u32) {
        let start = self.words.len() as u32;
        self.words.push_str(word);
        (start, self.words.len() as u32)
    }

    /// An empty sentence.
    pub fn new(document: &str) -> Self {
        Gold {
            document: document.to_string(),
            text: String::new(),
            words: String::new(),
            tokens: Vec::new(),
            names: None,
            begins_paragraph: false,
            has_tree: false,
        }
    }

    /// The form of a token.
    pub fn form(&self, i: usize) -> &str {
        &self.text[self.tokens[i].start as usize..self.tokens[i].end as usize]
    }

    /// The normal form of a token.
    pub fn norm(&self, i: usize) -> &str {
        &self.words[self.tokens[i].norm.0 as usize..self.tokens[i].norm.1 as usize]
    }

    /// The lemma of a token.
    pub fn lemma(&self, i: usize) -> &str {
        &self.words[self.tokens[i].lemma.0 as usize..self.tokens[i].lemma.1 as usize]
    }

    /// The heads of the tokens; that of the root is one past the last token.
    pub fn heads(&self) -> Vec<u32> {
        let count = self.tokens.len() as u32;
        let head = |(i, t): (usize, &Token)| if t.head as usize == i { count } else { u32::from(t.head) };
        self.tokens.iter().enumerate().map(head).collect()
    }

    /// True when white space stands before the token.
    pub fn is_spaced(&self, i: usize) -> bool {
        i == 0 || self.tokens[i - 1].end != self.tokens[i].start
    }
}

/// The normal form of a printed one, as the tokenizer makes it.
pub fn norm_of(form: &str) -> String {
    form.chars()
        .filter(|&c| c != '\u{AD}')
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '‘' | '’' | '‚' | '‛' | '′' => '\'',
            '“' | '”' | '„' | '‟' | '″' => '"',
            c => c,
        })
        .collect()
}

/// Reads a treebank file.
pub fn read_treebank(path: &Path) -> std::io::Result<Vec<Gold>> {
    let file = std::fs::read_to_string(path)?;
    let mut sentences = Vec::new();
    let mut document = String::new();
    let has_entities = file.contains("# global.Entity");
    for block in file.split("\n\n") {
        let mut lines = Vec::new();
        let mut begins_paragraph = false;
        for line in block.lines() {
            if let Some(name) = line.strip_prefix("# newdoc id = ") {
                document = name.to_string();
            }
            begins_paragraph |= line.starts_with("# newpar") || line.starts_with("# newdoc");
            if !line.starts_with('#') && !line.is_empty() {
                lines.push(line.split('\t').collect::<Vec<_>>());
            }
        }
        if !lines.is_empty() {
            let mut gold = read_sentence(&document, &lines, has_entities);
            gold.begins_paragraph = begins_paragraph;
            sentences.push(gold);
        }
    }
    if has_entities {
        super::entities::repeat_names(&mut sentences);
    }
    Ok(sentences)
}

fn read_sentence(document: &str, lines: &[Vec<&str>], has_entities: bool) -> Gold {
    let mut gold = Gold::new(document);
    gold.has_tree = true;
    let mut is_spaced = true;
    let mut whole: Option<(usize, bool)> = None;
    let mut entities = Vec::new();
    for columns in lines {
        let spaced_after = !columns[9].split('|').any(|m| m == "SpaceAfter=No");
        if let Some((_, last)) = columns[0].split_once('-') {
            whole = Some((last.parse().unwrap_or(0), spaced_after));
            continue;
        }
        let Ok(number) = columns[0].parse::<usize>() else {
            continue;
        };
        // Some GUM texts hold a space inside a token.
        let form = columns[1].replace(' ', "\u{A0}");
        gold.push(&form, Some(columns[2]), is_spaced);
        let i = gold.tokens.len() - 1;
        let token = &mut gold.tokens[i];
        token.tag = tag_named(columns[3]);
        token.features = features_named(columns[3], columns[4], columns[5]);
        let head = columns[6].parse::<usize>().unwrap_or(0);
        token.head = if head == 0 { i } else { head - 1 } as u16;
        token.relation = relation_named(columns[7]);
        is_spaced = match whole {
            Some((last, _)) if number < last => false,
            Some((_, spaced)) => {
                whole = None;
                spaced
            }
            None => spaced_after,
        };
        let entity = columns[9].split('|').find_map(|m| m.strip_prefix("Entity="));
        entities.push((entity.unwrap_or("").to_string(), columns[4] == "NNP" || columns[4] == "NNPS"));
    }
    if has_entities {
        gold.names = Some(super::entities::names_of(&gold, &entities));
    }
    gold
}

/// The tag of that name.
pub fn tag_named(name: &str) -> Tag {
    match name {
        "ADJ" => Tag::Adj,
        "ADP" => Tag::Adp,
        "ADV" => Tag::Adv,
        "AUX" => Tag::Aux,
        "CCONJ" => Tag::Cconj,
        "DET" => Tag::Det,
        "INTJ" => Tag::Intj,
        "NOUN" => Tag::Noun,
        "NUM" => Tag::Num,
        "PART" => Tag::Part,
        "PRON" => Tag::Pron,
        "PROPN" => Tag::Propn,
        "PUNCT" => Tag::Punct,
        "SCONJ" => Tag::Sconj,
        "SYM" => Tag::Sym,
        "VERB" => Tag::Verb,
        _ => Tag::X,
    }
}

/// The flags of a token. Number is left out of verbs, where only agreement tells
/// it, but for the third person singular present, which the word itself shows.
pub fn features_named(tag: &str, fine: &str, features: &str) -> Features {
    let is_verb = matches!(tag, "VERB" | "AUX");
    let mut all = Features::default();
    for feature in features.split('|') {
        let flag = match feature {
            "Number=Sing" if !is_verb => Features::SINGULAR,
            "Number=Plur" | "Number=Ptan" if !is_verb => Features::PLURAL,
            "Tense=Past" => Features::PAST,
            "Tense=Pres" => Features::PRESENT,
            "VerbForm=Fin" => Features::FINITE,
            "VerbForm=Inf" => Features::INFINITIVE,
            "VerbForm=Part" => Features::PARTICIPLE,
            "VerbForm=Ger" => Features::GERUND,
            "Voice=Pass" => Features::PASSIVE,
            "NumType=Ord" => Features::ORDINAL,
            "Poss=Yes" => Features::POSSESSIVE,
            "Degree=Cmp" | "Degree=Sup" => Features::GRADED,
            _ => Features::default(),
        };
        all = all.with(flag);
    }
    if is_verb && fine == "VBZ" {
        all = all.with(Features::SINGULAR);
    }
    all
}

/// The relation of that name; subtypes we do not keep give the plain relation.
pub fn relation_named(name: &str) -> Relation {
    match name {
        "root" => Relation::Root,
        "acl:relcl" => Relation::AclRelcl,
        "aux:pass" => Relation::AuxPass,
        "compound:prt" => Relation::CompoundPrt,
        "nmod:desc" => Relation::NmodDesc,
        "nmod:poss" => Relation::NmodPoss,
        "nmod:unmarked" => Relation::NmodUnmarked,
        "nsubj:pass" => Relation::NsubjPass,
        "obl:agent" => Relation::OblAgent,
        "obl:unmarked" => Relation::OblUnmarked,
        _ => match name.split(':').next().unwrap_or("") {
            "acl" => Relation::Acl,
            "advcl" => Relation::Advcl,
            "advmod" => Relation::Advmod,
            "amod" => Relation::Amod,
            "appos" => Relation::Appos,
            "aux" => Relation::Aux,
            "case" => Relation::Case,
            "cc" => Relation::Cc,
            "ccomp" => Relation::Ccomp,
            "compound" => Relation::Compound,
            "conj" => Relation::Conj,
            "cop" => Relation::Cop,
            "csubj" => Relation::Csubj,
            "det" => Relation::Det,
            "discourse" => Relation::Discourse,
            "expl" => Relation::Expl,
            "fixed" => Relation::Fixed,
            "flat" => Relation::Flat,
            "goeswith" => Relation::Goeswith,
            "iobj" => Relation::Iobj,
            "list" => Relation::List,
            "mark" => Relation::Mark,
            "nmod" => Relation::Nmod,
            "nsubj" => Relation::Nsubj,
            "nummod" => Relation::Nummod,
            "obj" => Relation::Obj,
            "obl" => Relation::Obl,
            "orphan" => Relation::Orphan,
            "parataxis" => Relation::Parataxis,
            "punct" => Relation::Punct,
            "reparandum" => Relation::Reparandum,
            "vocative" => Relation::Vocative,
            "xcomp" => Relation::Xcomp,
            _ => Relation::Dep,
        },
    }
}
