//! Variants of a sentence, as the news prints them: in capitals throughout, in
//! title case, without capitals, without final mark, clipped like a headline.

use crate::language::sentence::{Features, Relation};

use super::random::Random;
use super::treebank::Gold;

/// A way to print a sentence otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// As it is.
    Plain,
    /// All letters small.
    Lower,
    /// All letters capital.
    Upper,
    /// Every longer word with a capital.
    Title,
    /// Without its final mark.
    NoMark,
    /// Without articles and passive auxiliaries, in title or plain case.
    Clipped,
    /// The first few words in capitals.
    Lead,
    /// Without its commas and quotation marks.
    Unmarked,
    /// With curly quotation marks and apostrophes.
    Curly,
}

impl Variant {
    /// All of them.
    pub const ALL: [Variant; 9] = [
        Variant::Plain,
        Variant::Lower,
        Variant::Upper,
        Variant::Title,
        Variant::NoMark,
        Variant::Clipped,
        Variant::Lead,
        Variant::Unmarked,
        Variant::Curly,
    ];

    /// A variant for training, mostly the plain one.
    pub fn draw(random: &mut Random) -> Variant {
        match random.below(100) {
            0..3 => Variant::Lower,
            3..7 => Variant::Upper,
            7..12 => Variant::Title,
            12..18 => Variant::NoMark,
            18..22 => Variant::Clipped,
            22..24 => Variant::Lead,
            _ => Variant::Plain,
        }
    }
}

/// Small words that title case leaves alone.
const SMALL: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "by", "as", "'s", "n't",
    "from", "with",
];

/// The sentence in that variant; `random` decides details.
pub fn vary(gold: &Gold, variant: Variant, random: &mut Random) -> Gold {
    let count = gold.tokens.len();
    let mut is_kept = vec![true; count];
    let drops_mark = matches!(variant, Variant::NoMark | Variant::Clipped)
        || variant == Variant::Title && random.below(2) == 0;
    if drops_mark
        && count > 2
        && matches!(gold.form(count - 1), "." | "!" | "?")
        && gold.tokens[count - 1].relation == Relation::Punct
    {
        is_kept[count - 1] = false;
    }
    if variant == Variant::Clipped {
        for (i, token) in gold.tokens.iter().enumerate() {
            let is_clipped = match token.relation {
                Relation::Det => matches!(gold.norm(i), "a" | "an" | "the"),
                Relation::AuxPass => {
                    gold.lemma(i) == "be"
                        && gold.tokens[token.head as usize].features.has(Features::PARTICIPLE)
                }
                Relation::Cop => gold.lemma(i) == "be" && random.below(3) == 0,
                _ => false,
            };
            let has_child = gold.tokens.iter().enumerate().any(|(j, t)| j != i && t.head as usize == i);
            is_kept[i] &= !is_clipped || has_child;
        }
    }
    if variant == Variant::Unmarked {
        for (i, kept) in is_kept.iter_mut().enumerate() {
            let is_mark =
                matches!(gold.norm(i), "," | "\"" | "'") && gold.tokens[i].relation == Relation::Punct;
            *kept &= !is_mark || gold.tokens.iter().any(|t| t.head as usize == i);
        }
    }
    let mut opens = true;
    let lead = 2 + random.below(5);
    let clipped_title = variant == Variant::Clipped && random.below(2) == 0;
    let mut numbers = vec![0u16; count];
    let mut varied = Gold::new(&gold.document);
    varied.has_tree = gold.has_tree;
    varied.begins_paragraph = gold.begins_paragraph;
    for i in 0..count {
        numbers[i] = varied.tokens.len() as u16;
        if !is_kept[i] {
            continue;
        }
        let form = gold.form(i);
        let form = match variant {
            Variant::Lower => form.to_lowercase(),
            Variant::Upper => form.to_uppercase(),
            Variant::Lead if i < lead => form.to_uppercase(),
            Variant::Title => title_case(form, i == 0),
            Variant::Curly => curly(form, &mut opens),
            Variant::Clipped if clipped_title => title_case(form, i == 0),
            _ => form.to_string(),
        };
        varied.push(&form, Some(gold.lemma(i)), gold.is_spaced(i));
        if let (Some(token), from) = (varied.tokens.last_mut(), &gold.tokens[i]) {
            token.tag = from.tag;
            token.features = from.features;
            token.relation = from.relation;
            token.head = from.head;
        }
    }
    // A norm can change its length with its case; only then do the ranges matter.
    for token in &mut varied.tokens {
        token.head = numbers[token.head as usize];
    }
    if let Some(names) = &gold.names {
        let end_number = |end: u32| {
            if (end as usize) < count { u32::from(numbers[end as usize]) } else { varied.tokens.len() as u32 }
        };
        varied.names = Some(
            names
                .iter()
                .map(|n| crate::language::NameSpan {
                    first: u32::from(numbers[n.first as usize]),
                    end: end_number(n.end),
                    kind: n.kind,
                })
                .filter(|n| n.first < n.end)
                .collect(),
        );
    }
    varied
}

/// The form with curly quotation marks and apostrophes; a double one `opens` first, then
/// closes.
fn curly(form: &str, opens: &mut bool) -> String {
    if form == "\"" {
        *opens = !*opens;
        return if *opens { "”" } else { "“" }.to_string();
    }
    form.replace('\'', "’")
}

fn title_case(form: &str, is_first: bool) -> String {
    if !is_first && SMALL.contains(&form) {
        return form.to_string();
    }
    let mut letters = form.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
