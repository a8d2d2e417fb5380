//! Name runs: stretches of a sentence that may name a person.
//!
//! Capitals make the run, word lists and its neighbours weigh it. Titles and names
//! of things fall off its front; a run that ends in a thing ("Alder Street") is none.

use std::collections::BTreeSet;
use std::ops::Range;

use super::age::is_person_noun;
use crate::language::{NameKind, Sentence, Tag};
use crate::lexicon::names::{self, Impersonal, Title, fold};
use crate::value::PersonName;

/// A stretch of tokens that may name a person.
#[derive(Debug, Clone)]
pub(crate) struct NameRun {
    /// The name, titles left out.
    pub tokens: Range<usize>,
    /// The name in parts.
    pub name: PersonName,
    /// The title that stands right before it.
    pub title: Option<(Range<usize>, Title)>,
    /// How much speaks for a person: see [`PERSON`].
    pub evidence: i32,
}

/// Evidence from which a run of several words is taken for a person.
pub(crate) const PERSON: i32 = 2;

/// Longest name in words; longer runs of capitals are headlines or bodies.
const LONGEST: usize = 5;

/// Words that the article also writes small: no names where a sentence begins.
pub(crate) type SmallWords = BTreeSet<String>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Name,
    Initial,
    Particle,
    Nickname,
    Suffix,
    /// A title or a word of another sort of name.
    Foreign,
    End,
}

#[derive(Debug, Clone)]
struct Word {
    tokens: Range<usize>,
    part: Part,
}

/// The runs of a sentence, from left to right.
pub(crate) fn name_runs(sentence: &Sentence<'_>, small: &SmallWords) -> Vec<NameRun> {
    let words = words(sentence);
    let mut runs = Vec::new();
    let mut next = 0;
    while next < words.len() {
        let run = run_from(&words, next);
        if run.is_empty() {
            next += 1;
            continue;
        }
        next = run.end;
        runs.extend(read(sentence, &words[run], small));
    }
    weigh_lists(sentence, &mut runs);
    runs
}

/// "Ann Brandt, Peter Hale and Lu Chen": in a list one person speaks for the next.
fn weigh_lists(sentence: &Sentence<'_>, runs: &mut [NameRun]) {
    let is_sure = |r: &NameRun| r.name.is_full() && r.evidence > PERSON;
    for i in 0..runs.len() {
        let joins = |a: &NameRun, b: &NameRun| {
            let between = a.tokens.end..b.tokens.start;
            between.len() < 3
                && between.into_iter().all(|t| matches!(sentence.norm(t), "," | "and" | "&" | ";"))
        };
        let before = i > 0 && is_sure(&runs[i - 1]) && joins(&runs[i - 1], &runs[i]);
        let after = i + 1 < runs.len() && is_sure(&runs[i + 1]) && joins(&runs[i], &runs[i + 1]);
        if (before || after) && runs[i].name.is_full() {
            runs[i].evidence += 2;
        }
    }
}

/// The words of a sentence: hyphenated tokens and quoted nicknames are one.
fn words(sentence: &Sentence<'_>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let mut end = at + 1;
        while end + 1 < sentence.len()
            && matches!(sentence.surface(end), "-" | "‑")
            && !sentence.has_space_before(end)
            && !sentence.has_space_before(end + 1)
            && sentence.surface(end + 1).chars().all(char::is_alphabetic)
        {
            end += 2;
        }
        let mut part = part_of(sentence, at..end);
        if let Some(closed) = nickname_end(sentence, &words, at) {
            (part, end) = (Part::Nickname, closed);
        } else if sentence.surface(at) == ","
            && at + 1 < sentence.len()
            && is_suffix(sentence.surface(at + 1))
        {
            (part, end) = (Part::Suffix, at + 2);
        }
        words.push(Word { tokens: at..end, part });
        at = end;
    }
    words
}

fn part_of(sentence: &Sentence<'_>, tokens: Range<usize>) -> Part {
    let text = &sentence.whole_text()[sentence.bytes(tokens.clone())];
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return Part::End };
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if is_suffix(text) {
        return Part::Suffix;
    }
    if first.is_lowercase() {
        let mut halves = text.splitn(2, '-');
        let (head, rest) = (halves.next().unwrap_or_default(), halves.next());
        return match rest {
            Some(rest) if names::is_particle(head) && rest.starts_with(char::is_uppercase) => Part::Name,
            None if names::is_particle(head) => Part::Particle,
            Some(_) | None => Part::End,
        };
    }
    // "Six-year-old Ann" opens with an age, not with a name.
    if text.ends_with("-old")
        || !first.is_uppercase()
        || text.contains(|c: char| c.is_ascii_digit() || c == '@' || c == '/' || c == '&')
    {
        return Part::End;
    }
    let is_upper = text.chars().all(|c| !c.is_lowercase());
    match (is_upper, letters) {
        (true, 1) if text != "I" && text != "A" => Part::Initial,
        (true, 2) if text.ends_with('.') || text.len() == 2 => match names::country(&fold(text)) {
            Some(_) => Part::Foreign,
            None => Part::Initial,
        },
        (true, _) => Part::Foreign,
        (false, _) => Part::Name,
    }
}

fn is_suffix(text: &str) -> bool {
    matches!(text, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV")
}

/// One past the closing quote when a quoted nickname starts at `at`, inside a name.
fn nickname_end(sentence: &Sentence<'_>, before: &[Word], at: usize) -> Option<usize> {
    let open = sentence.surface(at);
    if !matches!(open, "\"" | "“" | "``" | "‘" | "'" | "(") || before.last()?.part != Part::Name {
        return None;
    }
    // Two words, or two with a hyphen: "J-Rock".
    let reach = if open == "(" { 4 } else { 5 };
    let close = (at + 2..sentence.len().min(at + reach))
        .find(|&i| matches!(sentence.surface(i), "\"" | "”" | "''" | "’" | "'" | ")"))?;
    let is_cap = |i: usize| sentence.surface(i).starts_with(char::is_uppercase);
    let closed = close + 1;
    (is_cap(at + 1) && closed < sentence.len() && is_cap(closed)).then_some(closed)
}

/// The run of words that starts at `start`; empty when none does.
fn run_from(words: &[Word], start: usize) -> Range<usize> {
    let leads = |i: usize| matches!(words[i].part, Part::Name | Part::Initial | Part::Foreign);
    if !leads(start) {
        return start..start;
    }
    let mut end = start + 1;
    while end < words.len() {
        match words[end].part {
            Part::Name | Part::Initial | Part::Nickname | Part::Suffix | Part::Foreign => end += 1,
            Part::Particle => {
                let name = (end..words.len()).find(|&i| words[i].part != Part::Particle);
                match name {
                    Some(name) if words[name].part == Part::Name && name - end < 3 => end = name + 1,
                    Some(_) | None => break,
                }
            }
            Part::End => break,
        }
    }
    start..end
}

fn read(sentence: &Sentence<'_>, run: &[Word], small: &SmallWords) -> Option<NameRun> {
    let text = |w: &Word| &sentence.whole_text()[sentence.bytes(w.tokens.clone())];
    let run_end = run[run.len() - 1].tokens.end;
    let is_told_by_age = is_after_age(sentence, run[0].tokens.start) || is_before_age(sentence, run_end);
    // The last word that is no name, and all before it, are no part of the name.
    let mut first = 0;
    for i in 0..run.len() {
        let folded = fold(text(&run[i]));
        if run[i].part == Part::Foreign || is_foreign(sentence, run, i, &folded, small) {
            first = i + 1;
        }
        let title = title_ending(sentence, run[i].tokens.end, run[0].tokens.start);
        let before = if i > 0 { fold(text(&run[i - 1])) } else { String::new() };
        let after_given = names::is_given(&before) && names::impersonal(&before).is_none();
        let is_given_here = title.as_ref().is_some_and(|(at, t)| {
            t.is_given() && at.len() == 1 && (i == 0 && is_told_by_age || after_given)
        });
        if title.is_some() && !is_given_here && !is_initial_only(&run[i]) {
            first = i + 1;
        }
    }
    let mut name = run.get(first..)?;
    while let [Word { part: Part::Suffix | Part::Nickname, .. }, rest @ ..] = name {
        name = rest;
    }
    name = recognised(sentence, name, small).unwrap_or(name);
    let (head, tail) = (name.first()?, name.last()?);
    if name.len() > LONGEST || !name.iter().any(|w| w.part == Part::Name) {
        return None;
    }
    let tokens = head.tokens.start..tail.tokens.end;
    let parsed = PersonName::parse(&printed(sentence, name))?;
    let title = title_ending(sentence, tokens.start, 0);
    let mut found = NameRun { tokens, name: parsed, title, evidence: 0 };
    found.evidence = evidence(sentence, &found, name);
    Some(found)
}

/// The part of a run that the language layer takes for a person, when words that
/// are no given names stand before it: "Class |Peter Hale".
fn recognised<'a>(sentence: &Sentence<'_>, name: &'a [Word], small: &SmallWords) -> Option<&'a [Word]> {
    let (head, tail) = (name.first()?, name.last()?);
    let folded = fold(&sentence.whole_text()[sentence.bytes(head.tokens.clone())]);
    let span = sentence.names().iter().find(|n| {
        n.kind == NameKind::Person
            && n.first as usize > head.tokens.start
            && n.end as usize >= tail.tokens.end
    })?;
    let inner = name.iter().position(|w| w.tokens.start == span.first as usize)?;
    let is_full = name.len() - inner > 1;
    let is_word = small.contains(&folded);
    (is_full && head.part == Part::Name && is_word && !names::is_given(&folded)).then(|| &name[inner..])
}

fn is_initial_only(word: &Word) -> bool {
    word.part == Part::Initial
}

/// The name's words with one space between, nicknames in their quotes.
fn printed(sentence: &Sentence<'_>, name: &[Word]) -> String {
    let mut printed = String::new();
    for word in name {
        let text = &sentence.whole_text()[sentence.bytes(word.tokens.clone())];
        let text = match word.part {
            Part::Suffix => text.trim_start_matches([',', ' ']).to_owned(),
            Part::Nickname => text.split_whitespace().collect::<Vec<_>>().join("-"),
            Part::Name | Part::Initial | Part::Particle | Part::Foreign | Part::End => text.to_owned(),
        };
        if !printed.is_empty() {
            printed.push(' ');
        }
        printed.push_str(&text);
    }
    printed
}

/// True when the word cannot belong to a person's name where it stands.
fn is_foreign(sentence: &Sentence<'_>, run: &[Word], i: usize, folded: &str, small: &SmallWords) -> bool {
    let text = |w: &Word| fold(&sentence.whole_text()[sentence.bytes(w.tokens.clone())]);
    let follows = |i: usize| run.get(i + 1).is_some_and(|w| matches!(w.part, Part::Name | Part::Initial));
    let is_first = run[i].tokens.start == 0
        || sentence.tag(run[i].tokens.start - 1) == Tag::Punct
            && !matches!(sentence.surface(run[i].tokens.start - 1), "," | "-");
    if let Some((kind, can_be_name)) = names::impersonal(folded) {
        let after_given = i > 0 && names::is_given(&text(&run[i - 1]));
        let before_family = follows(i) && names::is_given(folded);
        let is_name =
            can_be_name && (after_given || before_family || (i > 0 && run[i - 1].part == Part::Initial));
        return !is_name || kind == Impersonal::Function && is_first && !after_given;
    }
    let after_given = i > 0 && names::is_given(&text(&run[i - 1]));
    if names::country(folded).is_some() && !names::is_given(folded) && !after_given {
        return true;
    }
    let pair = run.get(i + 1).map(|w| format!("{folded} {}", text(w)));
    if pair.is_some_and(|p| names::country(&p).is_some()) {
        return true;
    }
    let hyphened = folded.contains('-') && folded.split('-').all(|half| names::country(half).is_some());
    hyphened || is_first && small.contains(folded) && !names::is_given(folded)
}

/// The longest title phrase that ends right before token `end`, from `floor` on.
pub(crate) fn title_ending(
    sentence: &Sentence<'_>,
    end: usize,
    floor: usize,
) -> Option<(Range<usize>, Title)> {
    let lowest = end.saturating_sub(5).max(floor);
    (lowest..end).find_map(|start| {
        if sentence.tokens()[start..end].iter().any(|t| t.end <= t.start) {
            return None;
        }
        let words = sentence.whole_text()[sentence.bytes(start..end)].to_lowercase();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ").replace('’', "'");
        names::title(&words).map(|title| (start..end, title))
    })
}

/// "17-year-old |Peter": the name stands right after an age.
fn is_after_age(sentence: &Sentence<'_>, start: usize) -> bool {
    start > 0 && sentence.norm(start - 1) == "old"
}

fn evidence(sentence: &Sentence<'_>, run: &NameRun, name: &[Word]) -> i32 {
    let Range { start, end } = run.tokens;
    let mut sum = 0;
    let covered = sentence.names().iter().filter(|n| (n.first as usize) < end && start < n.end as usize);
    for span in covered {
        let is_whole = span.first as usize == start && end <= span.end as usize;
        if (span.first as usize) < start && span.kind == NameKind::Place {
            // "the Middle East Peter Hale": the place lies before the name.
            continue;
        }
        sum += match span.kind {
            NameKind::Person => 3,
            NameKind::Place | NameKind::Organisation if is_whole => -2,
            NameKind::Place | NameKind::Organisation | NameKind::Other => -1,
        };
    }
    let given = run.name.given().map(fold).unwrap_or_default();
    let family = run.name.family().map(fold).unwrap_or_default();
    sum += 2 * i32::from(names::is_given(&given));
    sum += i32::from(names::is_family(&family) || names::is_given(&family));
    sum += i32::from(run.name.middle().any(|m| names::is_given(&fold(m))));
    sum += 2 * i32::from(name.iter().any(|w| matches!(w.part, Part::Suffix | Part::Nickname)));
    sum += i32::from(name.len() > 1 && name.iter().any(|w| w.part == Part::Initial));
    sum += 2 * i32::from(run.title.is_some());
    sum += 4 * i32::from(is_after_age(sentence, start) || is_before_age(sentence, end));
    sum += 2 * i32::from(stands_by_speech(sentence, start, end));
    let before = start.checked_sub(1).map_or("", |i| sentence.norm(i));
    let after = if end < sentence.len() { sentence.norm(end) } else { "" };
    sum += match before {
        "the" if run.title.is_none() => -3,
        "in" | "at" | "near" | "outside" | "inside" | "around" => -2,
        "as" if (start.saturating_sub(8)..start).any(|i| sentence.lemma(i) == "identify") => 3,
        "as" | "named" | "suspect" | "victim" | "son" | "daughter" => 2,
        _ => 0,
    };
    // "Peter Hale, the father of the boy,".
    let apposed = end + 1..sentence.len().min(end + 5);
    let is_apposed = after == "," && end + 1 < sentence.len() && {
        let next = sentence.norm(end + 1);
        let is_title = names::title(next).is_some() && sentence.surface(end + 1) == next;
        is_title || matches!(next, "the" | "a" | "an" | "his" | "her")
    };
    if is_apposed
        && apposed
            .into_iter()
            .any(|i| is_person_noun(sentence.norm(i)) || names::title(sentence.norm(i)).is_some())
    {
        sum += 2;
    }
    if is_person_noun(after) && is_after_age(sentence, start) {
        // "a 26-year-old Alder Falls resident": the capitals name a place.
        sum -= 8;
    }
    if after == "who" || after == "," && end + 1 < sentence.len() && sentence.norm(end + 1) == "who" {
        sum += 2;
    }
    if after == "," && end + 1 < sentence.len() {
        let next = fold(sentence.surface(end + 1));
        let is_state = names::impersonal(&next).is_some_and(|(kind, _)| kind == Impersonal::Place);
        sum -= 3 * i32::from(is_state || names::country(&next).is_some());
    }
    sum
}

/// "Peter Hale|, 17," or "Peter Hale| (17)".
fn is_before_age(sentence: &Sentence<'_>, end: usize) -> bool {
    if end + 1 >= sentence.len() || !matches!(sentence.surface(end), "," | "(") {
        return false;
    }
    // "Ana Brandt and Tom Hale|, both 31".
    let number = end + 1 + usize::from(sentence.norm(end + 1) == "both" && end + 2 < sentence.len());
    let (end, figure) = (number - 1, sentence.surface(number));
    let is_age = figure.parse::<u16>().is_ok_and(|n| n < 115);
    let after = if end + 2 < sentence.len() { sentence.surface(end + 2) } else { "." };
    is_age && matches!(after, "," | "." | ")" | ";" | "and" | ":")
        || matches!(sentence.norm(end + 1), "age" | "aged")
}

/// "said |Peter Hale" or "Peter Hale| said".
fn stands_by_speech(sentence: &Sentence<'_>, start: usize, end: usize) -> bool {
    let says = |i: usize| {
        matches!(
            sentence.norm(i),
            "said"
                | "says"
                | "told"
                | "tells"
                | "added"
                | "explained"
                | "recalled"
                | "asked"
                | "wrote"
                | "stated"
                | "testified"
                | "tweeted"
        )
    };
    (start > 0 && says(start - 1)) || (end < sentence.len() && says(end))
}
