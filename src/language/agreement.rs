//! Agreement of names across a text: what is a person once is a person again.
//!
//! A full name tells the kind of its last word ("Andy Warhol", then "Warhol"), a
//! long name that of its initials ("University of Southern Indiana", then "USI").
//! Every occurrence takes the kind that leads when the scores of all occurrences are
//! added, so that a sure reading counts more than a doubtful one, and a proper noun
//! read as no name becomes one where the text knows it.

use super::names::KINDS;
use super::sentence::{Annotation, NameKind, NameSpan, Tag, Token};
use super::wordform::{hash, mix};

/// How sure the reading of a name was: for each kind, its lead over the best kind,
/// which is zero for the best itself and below zero for the others.
pub(super) type Leads = [i64; 4];

/// What one occurrence says of a word or words: key, and leads of the kinds.
type Vote = (u32, Leads);

/// Makes the names of a text agree with each other; `leads` holds those of every
/// name and is empty afterwards.
pub(super) fn agree(annotation: &mut Annotation, leads: &mut Vec<Leads>) {
    let Annotation { tokens, sentences, names, words } = annotation;
    let mut votes: Vec<Vote> = Vec::new();
    for sentence in sentences.iter() {
        let tokens = &tokens[sentence.tokens.0 as usize..sentence.tokens.1 as usize];
        let range = sentence.names.0 as usize..sentence.names.1 as usize;
        for (name, leads) in names[range.clone()].iter().zip(&leads[range]) {
            vote(&tokens[name.first as usize..name.end as usize], name.kind, *leads, words, &mut votes);
        }
    }
    leads.clear();
    if votes.is_empty() {
        return;
    }
    let votes = count(votes);
    let known = |key: u32| votes.binary_search_by_key(&key, |v| v.0).ok().map(|at| votes[at].1);

    let mut agreed = Vec::with_capacity(names.len());
    for sentence in sentences.iter_mut() {
        let tokens = &tokens[sentence.tokens.0 as usize..sentence.tokens.1 as usize];
        let first_name = agreed.len() as u32;
        let mut own = names[sentence.names.0 as usize..sentence.names.1 as usize].iter().peekable();
        let mut i = 0;
        while i < tokens.len() {
            let name = own.next_if(|n| n.first as usize <= i);
            let end = name.map_or(i + 1, |n| n.end as usize);
            let is_candidate = name.is_some() || tokens[i].tag == Tag::Propn;
            let kinds = if is_candidate { known(key(&tokens[i..end], words)) } else { None };
            let kind = match (name, kinds) {
                (Some(name), Some(kinds)) => Some(most(kinds, name.kind)),
                (Some(name), None) => Some(name.kind),
                (None, Some(kinds)) => Some(most(kinds, NameKind::Other)),
                (None, None) => None,
            };
            if let Some(kind) = kind {
                agreed.push(NameSpan { first: i as u32, end: end as u32, kind });
            }
            i = end;
        }
        sentence.names = (first_name, agreed.len() as u32);
    }
    *names = agreed;
}

fn vote(tokens: &[Token], kind: NameKind, leads: Leads, words: &str, votes: &mut Vec<Vote>) {
    votes.push((key(tokens, words), leads));
    match kind {
        NameKind::Person if tokens.len() > 1 => votes.push((key(&tokens[tokens.len() - 1..], words), leads)),
        NameKind::Organisation if tokens.len() > 2 => {
            let mut letters = [0; 12];
            let mut length = 0;
            for token in tokens {
                let word = &words[token.norm.0 as usize..token.norm.1 as usize];
                if !matches!(word, "of" | "the" | "for" | "and" | "in" | "-") && length < letters.len() {
                    letters[length] = word.bytes().next().unwrap_or(0);
                    length += 1;
                }
            }
            votes.push((mix(1, hash(&letters[..length]), 0), leads));
        }
        NameKind::Person | NameKind::Organisation | NameKind::Place | NameKind::Other => {}
    }
}

/// The key of a stretch of tokens.
fn key(tokens: &[Token], words: &str) -> u32 {
    tokens.iter().fold(0, |key, token| {
        let word = &words.as_bytes()[token.norm.0 as usize..token.norm.1 as usize];
        mix(1, hash(word), key)
    })
}

fn count(mut votes: Vec<Vote>) -> Vec<Vote> {
    votes.sort_unstable();
    votes.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 = std::array::from_fn(|n| kept.1[n] + next.1[n]);
        }
        same
    });
    votes
}

/// The kind that leads; `usual` wins a tie.
fn most(votes: Leads, usual: NameKind) -> NameKind {
    let best = votes.iter().copied().max().unwrap_or(0);
    match votes[usual as usize] == best {
        true => usual,
        false => KINDS[votes.iter().position(|&v| v == best).unwrap_or(3)],
    }
}
