//! The table of lemma edits: learned endings first, then the words they fail on.

use std::collections::{BTreeMap, HashMap};

use super::tagging::ClassList;
use super::treebank::Gold;
use crate::language::lemma::{Base, EDIT, LONGEST_ENDING, NO_EDIT, SLOT, ending_key, group_of, word_key};
use crate::language::sentence::Tag;

type Edit = (Base, u8, String);
/// Edits of one ending in one group, with counts.
type Votes = BTreeMap<Edit, u32>;

/// The edit from a word to its lemma, or `None` if it is too long to keep.
fn edit_for(norm: &str, surface: &str, lemma: &str, is_name: bool) -> Option<Edit> {
    let mut capitalised: Vec<char> = norm.chars().collect();
    if let Some(first) = capitalised.first_mut() {
        *first = first.to_ascii_uppercase();
    }
    let bases = [
        (Base::Norm, norm.chars().collect::<Vec<_>>()),
        (Base::Surface, surface.chars().collect()),
        (Base::Capitalised, capitalised),
    ];
    let order: [usize; 3] = if is_name { [1, 2, 0] } else { [0, 1, 2] };
    order
        .into_iter()
        .filter_map(|n| {
            let (base, letters) = &bases[n];
            let shared = letters.iter().zip(lemma.chars()).take_while(|(a, b)| **a == *b).count();
            let ending: String = lemma.chars().skip(shared).collect();
            let cut = letters.len() - shared;
            (cut < 30 && ending.len() <= EDIT - 3).then_some((cut + ending.len(), (*base, cut as u8, ending)))
        })
        .min_by_key(|(cost, _)| *cost)
        .map(|(_, edit)| edit)
}

/// The bytes of the lemma table.
pub fn lemma_bytes(sentences: &[&Gold], classes: &ClassList) -> Vec<u8> {
    let mut words: BTreeMap<(u32, String), Votes> = BTreeMap::new();
    for gold in sentences.iter().filter(|g| g.has_tree) {
        for (i, token) in gold.tokens.iter().enumerate() {
            let (norm, surface, lemma) = (gold.norm(i), gold.form(i), gold.lemma(i));
            let lemma = if lemma == "_" { norm } else { lemma };
            let class = classes.number(token.tag, token.features);
            let is_name = matches!(token.tag, Tag::Propn | Tag::X);
            if let Some(edit) = edit_for(norm, surface, lemma, is_name) {
                let votes = words.entry((group_of(class, surface), norm.to_string())).or_default();
                *votes.entry(edit).or_insert(0) += 1;
            }
        }
    }
    // Endings are learned from words, not from running text: a rule is what many
    // different words do.
    let mut endings: Vec<BTreeMap<(u32, String), Votes>> = vec![BTreeMap::new(); LONGEST_ENDING + 1];
    for ((group, word), votes) in &words {
        let Some(edit) = winner(votes) else { continue };
        for (n, of_length) in endings.iter_mut().enumerate() {
            if let Some(ending) = word.len().checked_sub(n).and_then(|at| word.get(at..)) {
                *of_length
                    .entry((*group, ending.to_string()))
                    .or_default()
                    .entry(edit.clone())
                    .or_insert(0) += 1;
            }
        }
    }
    let mut table: HashMap<u32, Edit> = HashMap::new();
    let mut kept = Vec::new();
    for (n, of_length) in endings.iter().enumerate() {
        for ((group, ending), votes) in of_length {
            let Some(edit) = winner(votes) else { continue };
            let count: u32 = votes.values().sum();
            if n > 0 && count < 2 || guess(&table, *group, ending) == Some(edit) {
                continue;
            }
            kept.push((ending_key(ending.as_bytes(), *group), edit.clone()));
            table.insert(ending_key(ending.as_bytes(), *group), edit.clone());
        }
    }
    for ((group, word), votes) in &words {
        let Some(edit) = winner(votes) else { continue };
        if guess(&table, *group, word) != Some(edit) {
            kept.push((word_key(word.as_bytes(), *group), edit.clone()));
        }
    }
    eprintln!("  lemmas: {} keys", kept.len());
    write(&kept)
}

fn winner(votes: &Votes) -> Option<&Edit> {
    votes.iter().max_by_key(|&(edit, count)| (count, std::cmp::Reverse(edit))).map(|(edit, _)| edit)
}

fn guess<'a>(table: &'a HashMap<u32, Edit>, group: u32, word: &str) -> Option<&'a Edit> {
    let bytes = word.as_bytes();
    (0..=LONGEST_ENDING.min(bytes.len()))
        .rev()
        .find_map(|n| table.get(&ending_key(&bytes[bytes.len() - n..], group)))
}

fn write(kept: &[(u32, Edit)]) -> Vec<u8> {
    let mut numbers: BTreeMap<&Edit, u16> = BTreeMap::new();
    for (_, edit) in kept {
        let next = numbers.len() as u16;
        numbers.entry(edit).or_insert(next);
    }
    let bits = (kept.len() * 4 / 3 + 2).next_power_of_two().trailing_zeros();
    let mut slots = vec![(0u32, NO_EDIT); 1 << bits];
    for (key, edit) in kept {
        let mut slot = (key >> (32 - bits)) as usize;
        while slots[slot].1 != NO_EDIT {
            slot = (slot + 1) & (slots.len() - 1);
        }
        slots[slot] = (*key, numbers[edit]);
    }
    let mut bytes = Vec::with_capacity(slots.len() * SLOT);
    bytes.extend(bits.to_le_bytes());
    bytes.extend((numbers.len() as u32).to_le_bytes());
    for (key, edit) in slots {
        bytes.extend(key.to_le_bytes());
        bytes.extend(edit.to_le_bytes());
    }
    let mut edits: Vec<_> = numbers.into_iter().collect();
    edits.sort_by_key(|&(_, n)| n);
    for ((base, cut, ending), _) in edits {
        let mut one = [0; EDIT];
        one[0] = *base as u8;
        one[1] = *cut;
        one[2] = ending.len() as u8;
        one[3..3 + ending.len()].copy_from_slice(ending.as_bytes());
        bytes.extend(one);
    }
    bytes
}
