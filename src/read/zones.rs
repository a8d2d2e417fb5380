//! Parts of an article to zones: what is headline, crosshead, caption, furniture.
//!
//! Each part is judged by its own words first, then by where it stands. When in
//! doubt it is body: what is lost to furniture is read by nobody.

use std::ops::Range;

use jiff::civil::Date;

use super::caption::is_caption;
use super::format::Part;
use super::furniture::{ends_sentence, is_byline, is_furniture};
use super::headline::{LONGEST as LONGEST_HEADLINE, is_headline, is_name_alone, own_title, squash, words};
use super::lines::trim;
use super::stamp::{Stamp, glued, stamp};
use crate::article::{Zone, ZoneKind};

/// Most words of a line under the headline that is no sentence of the story.
const LONGEST_DECK: usize = 14;

/// Most words of a crosshead between paragraphs.
const LONGEST_CROSSHEAD: usize = 12;

/// Fewest words of a paragraph that is no standfirst.
const LONG: usize = 14;

/// How many parts from the start a headline, a date alone or a byline may stand.
const TOP: usize = 10;

/// The zones of an article and the day that its publication line gives.
pub(super) struct Judged {
    pub zones: Vec<Zone>,
    pub published: Option<Date>,
}

/// Judges `parts` of `text`; `title` is the title where it is known.
pub(super) fn judge(text: &str, parts: Vec<Part>, title: Option<&str>) -> Judged {
    let parts = parts.into_iter().flat_map(|part| split_glued(text, part)).collect::<Vec<_>>();
    let mut page = Page::new(text, &parts, title);
    page.judge_by_words();
    page.find_headline();
    page.judge_by_place();
    let published = page.published();
    let zones = parts
        .iter()
        .zip(page.kinds)
        .map(|(part, kind)| zone(text, part, kind.unwrap_or(ZoneKind::Body)))
        .collect();
    Judged { zones, published }
}

/// The zone of a part; a headline ends where the name of the site begins.
fn zone(text: &str, part: &Part, kind: ZoneKind) -> Zone {
    let Range { start, end } = part.range.clone();
    let end = if kind == ZoneKind::Headline { start + own_title(&text[start..end], None) } else { end };
    Zone { range: trim(text, start..end), kind }
}

/// A publication line glued to the end of a title becomes a part of its own.
fn split_glued(text: &str, part: Part) -> Vec<Part> {
    let line = &text[part.range.clone()];
    let at = if stamp(line).is_some() { None } else { glued(line) };
    let Some(at) = at.map(|at| part.range.start + at) else { return vec![part] };
    let stamp = Part { range: at..part.range.end, kind: None };
    vec![Part { range: trim(text, part.range.start..at), kind: part.kind }, stamp]
}

struct Page {
    /// The words of each part, on one line each.
    lines: Vec<String>,
    stamps: Vec<Option<Stamp>>,
    kinds: Vec<Option<ZoneKind>>,
    /// Parts before the first paragraph of the story.
    top: Range<usize>,
    /// Parts before the first long one: a standfirst may be a sentence.
    opening: Range<usize>,
    title: Option<String>,
}

impl Page {
    fn new(text: &str, parts: &[Part], title: Option<&str>) -> Page {
        let on_one_line = |part: &Part| {
            let words: Vec<&str> = text[part.range.clone()].split_ascii_whitespace().collect();
            words.join(" ")
        };
        let lines: Vec<String> = parts.iter().map(on_one_line).collect();
        let stamps: Vec<Option<Stamp>> =
            lines.iter().map(|line| stamp(line).or_else(|| stamp_before_bar(line))).collect();
        let is_story = |line: &String| is_paragraph(line) && !is_furniture(line) && !is_caption(line);
        let top = lines.iter().position(is_story).unwrap_or(lines.len()).min(TOP);
        let opening = lines.iter().position(|line| words(line) >= LONG).unwrap_or(top).clamp(top, TOP);
        Page {
            opening: 0..opening,
            kinds: parts.iter().map(|part| part.kind).collect(),
            top: 0..top,
            title: title.map(squash).filter(|title| !title.is_empty()),
            lines,
            stamps,
        }
    }

    fn judge_by_words(&mut self) {
        for i in 0..self.lines.len() {
            let line = self.lines[i].as_str();
            // A date alone in the middle is the crosshead of a chronology.
            let is_stamp = self.stamps[i].is_some_and(|stamp| stamp.is_labelled || self.opening.contains(&i));
            if is_stamp || is_furniture(line) {
                self.kinds[i] = Some(ZoneKind::Furniture);
            } else if self.kinds[i].is_none() && self.repeats_title(line) {
                self.kinds[i] = Some(ZoneKind::Headline);
            } else if self.kinds[i].is_none() && is_caption(line) {
                self.kinds[i] = Some(ZoneKind::Caption);
            }
        }
    }

    fn repeats_title(&self, line: &str) -> bool {
        let Some(title) = &self.title else { return false };
        let squashed = squash(line);
        // A page's title may be cut short, or have the site's name after it.
        squashed == *title
            || (words(line) >= 3 && squashed.len() >= 12 && title.starts_with(&squashed))
            || (words(line) <= LONGEST_HEADLINE && title.len() >= 20 && squashed.starts_with(title.as_str()))
    }

    /// Where no title is known: the first line, if it is short and no sentence.
    fn find_headline(&mut self) {
        if self.title.is_some() || self.kinds.contains(&Some(ZoneKind::Headline)) {
            return;
        }
        let Some(first) = (0..self.lines.len()).find(|&i| self.kinds[i] != Some(ZoneKind::Furniture)) else {
            return;
        };
        let has_story =
            (first + 1..self.lines.len()).any(|i| self.kinds[i].is_none() && is_paragraph(&self.lines[i]));
        if first < TOP && has_story && self.kinds[first].is_none() && is_headline(&self.lines[first]) {
            self.kinds[first] = Some(ZoneKind::Headline);
            self.title = Some(squash(&self.lines[first]));
            for i in first + 1..self.lines.len() {
                if self.kinds[i].is_none() && self.repeats_title(&self.lines[i]) {
                    self.kinds[i] = Some(ZoneKind::Headline);
                }
            }
        }
    }

    fn judge_by_place(&mut self) {
        for i in 0..self.lines.len() {
            if self.kinds[i].is_some() {
                continue;
            }
            if self.top.contains(&i) && (self.is_under_byline(i) || is_name_alone(&self.lines[i])) {
                self.kinds[i] = Some(ZoneKind::Furniture);
            } else if self.is_crosshead(i) {
                self.kinds[i] = Some(ZoneKind::Subheading);
            }
        }
    }

    /// "The Marlow Post" under "By Jane Alder".
    fn is_under_byline(&self, i: usize) -> bool {
        let line = self.lines[i].as_str();
        let is_capitalised =
            line.split_whitespace().all(|word| word.len() <= 3 || word.starts_with(char::is_uppercase));
        i > 0
            && is_byline(&self.lines[i - 1])
            && words(line) <= 6
            && is_capitalised
            && !line.contains(|c: char| c.is_ascii_digit())
            && !ends_sentence(line)
    }

    fn is_crosshead(&self, i: usize) -> bool {
        let line = self.lines[i].as_str();
        let longest = if self.top.contains(&i) { LONGEST_DECK } else { LONGEST_CROSSHEAD };
        let opens = line.trim_start_matches(['"', '\'', '\u{201c}', '\u{2018}', '(', '\u{ab}']);
        words(line) <= longest
            && (!ends_sentence(line) || line.ends_with('?'))
            && !line.ends_with([':', ',', ';', '-', '\u{2013}', '\u{2014}'])
            && opens.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && line.contains(char::is_alphabetic)
            && self.leads_to_story(i)
            && !self.is_in_list(i)
    }

    /// True when a paragraph follows, perhaps after other short lines of the top.
    fn leads_to_story(&self, i: usize) -> bool {
        let mut after = (i + 1..self.lines.len()).filter(|&j| {
            let are_both_on_top = self.top.contains(&i) && self.top.contains(&j);
            !are_both_on_top && !matches!(self.kinds[j], Some(ZoneKind::Furniture | ZoneKind::Caption))
        });
        after.next().is_some_and(|j| is_paragraph(&self.lines[j]))
    }

    /// True when the line before is an item too, or announces a list.
    fn is_in_list(&self, i: usize) -> bool {
        let before = (0..i).rev().find(|&j| self.kinds[j] != Some(ZoneKind::Furniture));
        let Some(before) = before else { return false };
        let line = self.lines[before].as_str();
        line.ends_with(':') || (self.kinds[before].is_none() && !is_paragraph(line))
    }

    /// The day in the publication line: a first one before one that says "updated".
    fn published(&self) -> Option<Date> {
        let dated =
            || self.stamps.iter().enumerate().filter(|(i, _)| self.kinds[*i] == Some(ZoneKind::Furniture));
        let day = |is_update| {
            dated().find_map(|(_, stamp)| stamp.filter(|stamp| stamp.is_update == is_update)?.date)
        };
        day(false).or_else(|| day(true))
    }
}

/// "Posted: May 4, 2014 | Filed under: News".
fn stamp_before_bar(line: &str) -> Option<Stamp> {
    let (before, _) = line.split_once(" | ").filter(|(_, after)| words(after) <= 6)?;
    stamp(before).filter(|stamp| stamp.is_labelled && stamp.date.is_some())
}

/// A paragraph of the story: a sentence, or too long for a headline.
fn is_paragraph(line: &str) -> bool {
    words(line) > LONGEST_HEADLINE || (ends_sentence(line) && !line.ends_with('?') && words(line) >= 4)
}

#[cfg(test)]
mod tests {
    use super::super::text::parts;
    use super::*;
    use ZoneKind::{Body, Caption, Furniture, Headline, Subheading};

    fn read(text: &str, title: Option<&str>) -> (Vec<ZoneKind>, Option<String>) {
        let judged = judge(text, parts(text, 0), title);
        (judged.zones.iter().map(|zone| zone.kind).collect(), judged.published.map(|day| day.to_string()))
    }

    #[test]
    fn a_whole_page_is_sorted_out() {
        let text = "Breaking News\n\nBus falls into river near Marlow\n\nPublished June 3rd, 2021 - 07:15 GMT\n\
            Bus falls into river near Marlow\nThe bridge on Friday (Photo by Jane Alder)\n\nBy Tom Reed\n\
            The Marlow Post\n\nTwelve people died when a bus fell into a river on Friday.\n\nA wet road\n\n\
            The road was wet, police said.\n\nSubscribe\n\nSign up to our newsletter for more";
        let (kinds, published) = read(text, None);
        assert_eq!(
            kinds,
            [
                Furniture, Headline, Furniture, Headline, Caption, Furniture, Furniture, Body, Subheading,
                Body, Furniture, Furniture
            ]
        );
        assert_eq!(published.as_deref(), Some("2021-06-03"));
    }

    #[test]
    fn a_headline_ends_before_the_name_of_the_site() {
        let text = "Bus falls into river | Marlow Post\n\nTwelve people died on Friday.";
        let zones = judge(text, parts(text, 0), None).zones;
        assert_eq!((&text[zones[0].range.clone()], zones[0].kind), ("Bus falls into river", Headline));
    }

    #[test]
    fn a_story_without_headline_is_all_body() {
        let text = "Twelve people died when a bus fell into a river.\n\nThe road was wet, police said.";
        assert_eq!(read(text, None).0, [Body, Body]);
        assert_eq!(read("Twelve people died in Marlow", None).0, [Body]);
    }

    #[test]
    fn a_list_is_body() {
        let text = "Police describe him as:\n\nBlack hair\n\nSix feet tall\n\nLast seen in Marlow\n\n\
            He was seen on Friday at the station, police said.";
        assert_eq!(read(text, Some("Man sought")).0, [Body; 5]);
    }

    #[test]
    fn a_known_title_is_found_again() {
        let text = "Bus falls into river Posted: Sunday, May 4, 2014 6:20 PM EST\n\nTwelve died on Friday.";
        let (kinds, published) = read(text, Some("Bus falls into river - Marlow Post"));
        assert_eq!(kinds, [Headline, Furniture, Body]);
        assert_eq!(published.as_deref(), Some("2014-05-04"));
    }

    #[test]
    fn a_date_in_the_middle_is_a_crosshead() {
        let text = "How the talks went\n\nThe talks of the two sides took more than two years and had three rounds.\n\nMay 4, 2014\n\nThe first round failed.";
        assert_eq!(read(text, None), (vec![Headline, Body, Subheading, Body], None));
    }

    #[test]
    fn the_first_day_counts_before_the_last_change() {
        let text = "Bus falls\n\nUpdated: May 6, 2014\n\nPosted: May 4, 2014 | Filed under: News\n\nTwelve died on Friday.";
        assert_eq!(read(text, None).1.as_deref(), Some("2014-05-04"));
    }
}
