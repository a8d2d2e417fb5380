//! Names out of entity mentions: GUM marks whole mentions, we want names.
//!
//! "US special envoy Steve Witkoff" is one mention of a person; its name is
//! "Steve Witkoff". A mention without a proper name gives none. Of nested names
//! the outermost stays.

use std::collections::BTreeMap;

use crate::language::sentence::{NameKind, NameSpan, Relation, Tag};

use super::treebank::Gold;

/// Words that stand before a person's name and are no part of it.
const TITLES: &[&str] = &[
    "admiral",
    "ambassador",
    "archbishop",
    "attorney",
    "bishop",
    "brigadier",
    "captain",
    "cardinal",
    "ceo",
    "chairman",
    "chairwoman",
    "chancellor",
    "chief",
    "coach",
    "colonel",
    "commander",
    "commissioner",
    "congressman",
    "congresswoman",
    "constable",
    "council",
    "councillor",
    "dean",
    "deputy",
    "detective",
    "director",
    "dr",
    "dr.",
    "doctor",
    "emperor",
    "empress",
    "envoy",
    "father",
    "first",
    "foreign",
    "former",
    "general",
    "gen.",
    "governor",
    "gov.",
    "imam",
    "inspector",
    "judge",
    "justice",
    "king",
    "lady",
    "lieutenant",
    "lord",
    "madam",
    "major",
    "marshal",
    "mayor",
    "minister",
    "miss",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "officer",
    "pastor",
    "pope",
    "premier",
    "president",
    "prime",
    "prince",
    "princess",
    "prof.",
    "professor",
    "queen",
    "rabbi",
    "rep.",
    "representative",
    "rev.",
    "reverend",
    "saint",
    "secretary",
    "sen.",
    "senator",
    "sergeant",
    "sheik",
    "sheikh",
    "sheriff",
    "sir",
    "sister",
    "speaker",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "state",
    "sultan",
    "vice",
    "u.s.",
    "us",
    "department",
    "lt.",
    "col.",
    "capt.",
    "sgt.",
    "maj.",
    "st.",
    "executive",
    "manager",
    "student",
    "police",
    "undersecretary",
    "general",
    "team",
    "family",
];

struct Mention {
    id: String,
    kind: Option<NameKind>,
    is_person: bool,
    identity: String,
    first: usize,
    end: usize,
}

/// The names of a sentence, from the entity column of each token and whether the
/// token's fine tag is that of a name.
pub fn names_of(gold: &Gold, columns: &[(String, bool)]) -> Vec<NameSpan> {
    let mut found = Vec::new();
    for mention in mentions(columns) {
        let Some(kind) = mention.kind else { continue };
        let span = match mention.is_person {
            true => person_name(gold, &mention),
            false => other_name(gold, columns, &mention),
        };
        if let Some((first, end)) = span {
            let is_group = mention.is_person
                && gold.tokens[first..end].iter().all(|t| t.features.has(crate::language::Features::PLURAL));
            let kind = if is_group { NameKind::Other } else { kind };
            found.push(NameSpan { first: first as u32, end: end as u32, kind });
        }
    }
    outermost(found)
}

/// Keeps the longest of names that overlap, in order.
pub fn outermost(mut found: Vec<NameSpan>) -> Vec<NameSpan> {
    found.sort_by_key(|n| (std::cmp::Reverse(n.end - n.first), n.first, n.kind));
    let mut kept: Vec<NameSpan> = Vec::new();
    for name in found {
        if kept.iter().all(|k| name.end <= k.first || k.end <= name.first) {
            kept.push(name);
        }
    }
    kept.sort_by_key(|n| n.first);
    kept
}

fn mentions(columns: &[(String, bool)]) -> Vec<Mention> {
    let mut open: Vec<Mention> = Vec::new();
    let mut closed = Vec::new();
    for (i, (column, _)) in columns.iter().enumerate() {
        let mut rest = column.as_str();
        while !rest.is_empty() {
            let length = rest[1..].find(['(', ')']).map_or(rest.len(), |n| n + 1);
            let (part, after) = rest.split_at(length);
            let closes = after.starts_with(')');
            rest = after.strip_prefix(')').unwrap_or(after);
            if let Some(body) = part.strip_prefix('(') {
                let fields: Vec<&str> = body.split('-').collect();
                let kind = match fields.get(1).copied().unwrap_or("") {
                    "person" => Some(NameKind::Person),
                    "organization" => Some(NameKind::Organisation),
                    "place" => Some(NameKind::Place),
                    "time" | "" => None,
                    _ => Some(NameKind::Other),
                };
                let mention = Mention {
                    id: fields[0].to_string(),
                    kind,
                    is_person: kind == Some(NameKind::Person),
                    identity: fields.get(7).copied().unwrap_or("").to_lowercase(),
                    first: i,
                    end: i + 1,
                };
                match closes {
                    true => closed.push(mention),
                    false => open.push(mention),
                }
            } else if closes {
                if let Some(at) = open.iter().rposition(|m| m.id == part) {
                    let mut mention = open.remove(at);
                    mention.end = i + 1;
                    closed.push(mention);
                }
            }
        }
    }
    closed
}

/// The token of the mention whose head stands outside it.
fn head_of(gold: &Gold, mention: &Mention) -> usize {
    (mention.first..mention.end)
        .find(|&i| {
            let head = gold.tokens[i].head as usize;
            head == i || !(mention.first..mention.end).contains(&head)
        })
        .unwrap_or(mention.first)
}

fn person_name(gold: &Gold, mention: &Mention) -> Option<(usize, usize)> {
    let head = head_of(gold, mention);
    let is_named_head = gold.tokens[head].tag == Tag::Propn;
    let inside = mention.first..mention.end;
    let mut is_part = vec![false; gold.tokens.len()];
    // A few rounds reach the end of every chain.
    for _ in 0..5 {
        for i in inside.clone() {
            let token = &gold.tokens[i];
            let above = token.head as usize;
            let chains = matches!(token.relation, Relation::Flat | Relation::Compound);
            let begins = i == head
                || !is_named_head
                    && above == head
                    && matches!(token.relation, Relation::Flat | Relation::Appos);
            is_part[i] |= token.tag == Tag::Propn && (begins || chains && is_part[above]);
        }
    }
    for i in inside.clone().skip(1) {
        let is_joint = gold.form(i) == "-" && !gold.is_spaced(i) && i + 1 < mention.end;
        is_part[i] |= is_joint && is_part[i - 1] && is_part[i + 1];
    }
    let words: Vec<&str> = mention.identity.split('_').collect();
    let is_identity = |i: usize| words.contains(&gold.norm(i));
    let mut best = None;
    let mut i = mention.first;
    while i < mention.end {
        if !is_part[i] {
            i += 1;
            continue;
        }
        let end = (i..mention.end).find(|&j| !is_part[j]).unwrap_or(mention.end);
        let mut first = (i..end).find(|&j| is_identity(j)).unwrap_or(i);
        while first < end && TITLES.contains(&gold.norm(first)) && !is_identity(first) {
            first += 1;
        }
        if first < end {
            best = Some((first, end));
            if (first..end).any(is_identity) {
                break;
            }
        }
        i = end;
    }
    best
}

/// Marks further occurrences of a document's names: mentions inside appositions
/// and noun compounds often go unmarked.
pub fn repeat_names(sentences: &mut [Gold]) {
    let mut known: BTreeMap<(String, String), BTreeMap<NameKind, u32>> = BTreeMap::new();
    for gold in sentences.iter() {
        for name in gold.names.iter().flatten() {
            let words = words_of(gold, name.first as usize, name.end as usize);
            *known.entry((gold.document.clone(), words)).or_default().entry(name.kind).or_insert(0) += 1;
        }
    }
    for gold in sentences {
        let Some(mut names) = gold.names.take() else {
            continue;
        };
        for first in 0..gold.tokens.len() {
            for end in (first + 1..gold.tokens.len().min(first + 7) + 1).rev() {
                let is_free = names.iter().all(|n| end as u32 <= n.first || n.end <= first as u32);
                let ends_well = [first, end - 1].iter().all(|&i| gold.tokens[i].tag == Tag::Propn);
                if !is_free || !ends_well {
                    continue;
                }
                let kinds = known.get(&(gold.document.clone(), words_of(gold, first, end)));
                if let Some((&kind, _)) = kinds.and_then(|k| k.iter().max_by_key(|&(_, c)| c)) {
                    names.push(NameSpan { first: first as u32, end: end as u32, kind });
                }
            }
        }
        gold.names = Some(outermost(names));
    }
}

fn words_of(gold: &Gold, first: usize, end: usize) -> String {
    (first..end).map(|i| gold.norm(i)).collect::<Vec<_>>().join(" ")
}

fn other_name(gold: &Gold, columns: &[(String, bool)], mention: &Mention) -> Option<(usize, usize)> {
    let head = head_of(gold, mention);
    if gold.tokens[head].tag != Tag::Propn {
        return None;
    }
    let inside = mention.first..mention.end;
    let takes_of = mention.kind == Some(NameKind::Organisation) || mention.identity.contains("_of_");
    let mut is_part = vec![false; gold.tokens.len()];
    is_part[head] = true;
    // A few rounds reach the deepest name there is.
    for _ in 0..6 {
        for i in inside.clone() {
            let token = &gold.tokens[i];
            if is_part[i] || !is_part[token.head as usize] || token.head as usize == i {
                continue;
            }
            let is_name = token.tag == Tag::Propn || columns[i].1;
            is_part[i] = match token.relation {
                Relation::Compound | Relation::Flat | Relation::Amod | Relation::Nummod => {
                    is_name || token.tag == Tag::Num
                }
                Relation::Nmod => is_name && takes_of && case_of(gold, i) == Some("of"),
                Relation::Conj => is_name && i < head,
                Relation::Case => gold.norm(i) == "of" && token.head as usize != head,
                Relation::Det => gold.norm(i) == "the" && token.head as usize != head && i > inside.start,
                Relation::Cc => token.head as usize != head,
                Relation::Punct => gold.form(i) == "-" || gold.form(i) == "&",
                _ => false,
            };
        }
    }
    let mut first = head;
    while first > inside.start && is_part[first - 1] {
        first -= 1;
    }
    let mut end = head + 1;
    while end < inside.end && is_part[end] {
        end += 1;
    }
    while first < head && !columns[first].1 && gold.tokens[first].tag != Tag::Propn {
        first += 1;
    }
    while end > head + 1 && matches!(gold.tokens[end - 1].tag, Tag::Punct | Tag::Adp | Tag::Det | Tag::Cconj)
    {
        end -= 1;
    }
    Some((first, end))
}

fn case_of(gold: &Gold, i: usize) -> Option<&str> {
    (0..i)
        .rev()
        .find(|&j| gold.tokens[j].head as usize == i && gold.tokens[j].relation == Relation::Case)
        .map(|j| gold.norm(j))
}
