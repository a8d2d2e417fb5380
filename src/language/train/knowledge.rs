//! The word list of the model, made from the treebanks, WordNet and name lists.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use crate::language::lexicon::{self, Entry};
use crate::language::sentence::Tag;
use crate::language::wordform::hash_word;

use super::treebank::{Gold, norm_of};

// The bits of `Entry::lists`.
const FORENAME: u8 = 1;
const SURNAME: u8 = 2;
const CITY: u8 = 4;
const CITY_PART: u8 = 8;
const COUNTRY: u8 = 16;
const DEMONYM: u8 = 32;
const LEADER: u8 = 64;

/// Words with their classes by meaning and by grammar; see `company.rs`.
const CLASSES: &str = include_str!("classes.tsv");

/// A word seen less often has no ambiguity class of its own.
const LEAST_COUNT: u32 = 4;

/// The word list: entries by word hash.
pub type Entries = BTreeMap<u32, Entry>;

/// Reads WordNet and the name lists under `folder`.
pub fn read_knowledge(folder: &Path) -> std::io::Result<Entries> {
    let mut entries = Entries::new();
    let read = |name: &str| {
        std::fs::read(folder.join(name)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    };
    add_wordnet(&read("wordnet-nouns-verbs.tsv")?, &mut entries);
    let mut add = |word: &str, list: u8| {
        if word.chars().count() > 1 {
            entries.entry(hash_word(&norm_of(word))).or_default().lists |= list;
        }
    };
    for line in read("forenames.csv")?.lines().skip(1) {
        if let Some(name) = line.split(',').nth(11) {
            add(name.trim_matches('"'), FORENAME);
        }
    }
    for line in read("nicknames.csv")?.lines().skip(1) {
        for name in [line.split(',').next(), line.split(',').nth(2)].into_iter().flatten() {
            add(name, FORENAME);
        }
    }
    for line in read("surnames.csv")?.lines().skip(1) {
        if let Some(name) = line.split(',').nth(5) {
            add(name.trim_matches('"'), SURNAME);
        }
    }
    for line in read("leaders-to-2021.csv")?.lines().skip(1) {
        if let Some(name) = line.split(',').nth(3) {
            name.split(' ').for_each(|part| add(part, LEADER));
        }
    }
    for line in read("world-cities.csv")?.lines().skip(1) {
        let name = line.split(',').next().unwrap_or("").trim_matches('"');
        match name.split_once([' ', '-']) {
            None => add(name, CITY),
            Some(_) => name.split([' ', '-']).for_each(|part| add(part, CITY_PART)),
        }
    }
    for line in read("countries.tsv")?.lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let words = |n: usize| {
            fields.get(n).copied().unwrap_or("").split([' ', ',', '(', ')', ';']).filter(|w| w.len() > 3)
        };
        words(0).for_each(|w| add(w, COUNTRY));
        words(2).for_each(|w| add(w, CITY));
        words(3).chain(words(4)).for_each(|w| add(w, DEMONYM));
    }
    Ok(entries)
}

fn add_wordnet(file: &str, entries: &mut Entries) {
    // Number the lexicographer files of either kind in the order of first sight: 1, 2, …
    let mut numbers: [HashMap<&str, u8>; 2] = Default::default();
    let mut counts: BTreeMap<(String, bool), BTreeMap<u8, u32>> = BTreeMap::new();
    for line in file.lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        if fields.len() < 4 {
            continue;
        }
        let numbers = &mut numbers[usize::from(fields[1] == "v")];
        let next = numbers.len() as u8 + 1;
        let number = *numbers.entry(fields[2]).or_insert(next);
        for (place, word) in fields[3].split('|').enumerate() {
            if word.contains(' ') || word.contains('-') {
                continue;
            }
            // The first member of a synset is its most usual word.
            let weight = if place == 0 { 3 } else { 1 };
            *counts.entry((norm_of(word), fields[1] == "v")).or_default().entry(number).or_insert(0) +=
                weight;
        }
    }
    for ((word, is_verb), classes) in counts {
        let best = classes.iter().max_by_key(|&(n, c)| (c, std::cmp::Reverse(n))).map_or(0, |(&n, _)| n);
        let entry = entries.entry(hash_word(&word)).or_default();
        match is_verb {
            true => entry.verb_class = best,
            false => entry.noun_class = best,
        }
    }
}

/// Adds the ambiguity class of every frequent word: the set of tags it has.
pub fn add_ambiguity(entries: &mut Entries, sentences: &[&Gold]) {
    let mut counts: BTreeMap<u32, BTreeMap<Tag, u32>> = BTreeMap::new();
    for gold in sentences.iter().filter(|g| g.has_tree) {
        for (i, token) in gold.tokens.iter().enumerate() {
            *counts.entry(hash_word(gold.norm(i))).or_default().entry(token.tag).or_insert(0) += 1;
        }
    }
    let mut sets: BTreeMap<Vec<Tag>, (u32, Vec<u32>)> = BTreeMap::new();
    for (word, tags) in counts {
        let total: u32 = tags.values().sum();
        if total < LEAST_COUNT {
            continue;
        }
        let mut set: Vec<(u32, Tag)> =
            tags.iter().filter(|&(_, &c)| c * 20 >= total).map(|(&t, &c)| (c, t)).collect();
        set.sort_by(|a, b| b.cmp(a));
        let set: Vec<Tag> = set.into_iter().take(3).map(|(_, t)| t).collect();
        let of_set = sets.entry(set).or_default();
        of_set.0 += total;
        of_set.1.push(word);
    }
    let mut sets: Vec<_> = sets.into_values().collect();
    sets.sort_by(|a, b| b.cmp(a));
    for (number, (_, words)) in sets.into_iter().enumerate() {
        for word in words {
            entries.entry(word).or_default().ambiguity = (number + 1).min(250) as u8;
        }
    }
}

/// Adds the classes of words by company.
pub fn add_company(entries: &mut Entries) {
    for line in CLASSES.lines().filter(|l| !l.starts_with('#')) {
        let line = line.strip_prefix('\\').filter(|l| l.starts_with('#')).unwrap_or(line);
        let mut fields = line.split('\t');
        let (word, mut class) = (fields.next().unwrap_or(""), || fields.next()?.parse().ok());
        let entry = entries.entry(hash_word(&norm_of(word))).or_default();
        entry.meaning = class().unwrap_or(0);
        entry.grammar = class().unwrap_or(0);
    }
}

/// Drops what only WordNet knows: mostly names of plants and animals.
pub fn drop_rare(entries: &mut Entries, sentences: &[&Gold]) {
    let of = |gold: &&Gold| (0..gold.tokens.len()).map(|i| hash_word(gold.norm(i))).collect::<Vec<_>>();
    let met: HashSet<u32> = sentences.iter().flat_map(of).collect();
    entries.retain(|word, entry| entry.meaning != 0 || entry.lists != 0 || met.contains(word));
}

/// The bytes of the word list.
pub fn lexicon_bytes(entries: &Entries) -> Vec<u8> {
    let count = entries.len() * 5 / 4 + 2;
    let mut slots = vec![[0; lexicon::SLOT]; count];
    for (&word, entry) in entries {
        let mut slot = lexicon::home(word, count);
        while slots[slot][..2] != [0; 2] {
            slot = (slot + 1) % count;
        }
        slots[slot] = entry.to_slot(word);
    }
    slots.concat()
}
