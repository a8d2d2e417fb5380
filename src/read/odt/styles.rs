//! Styles of a document to what they make of a paragraph and of the words in it.
//!
//! A style is known by its built-in name, which is English in every language of
//! LibreOffice; any other is what the style it stands on is.

use std::collections::BTreeMap;

use super::super::format::Unread;
use super::super::written::Role;
use super::super::xml::{Step, attribute, steps};

/// The styles by family and name: a paragraph's `P1` is not a span's.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<(Family, String), Style>);

/// What a style is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    Paragraph,
    Span,
}

/// How words look, as far as it matters to a reader.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// Hidden or struck out; unless a style says so, what stands around decides.
    pub is_gone: Option<bool>,
    pub is_raised: Option<bool>,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    look: Look,
}

/// Styles stand on few others; a circle of them ends here.
const LONGEST: usize = 10;

impl Styles {
    /// Adds the styles of a part: `styles.xml` has the named ones, `content.xml` the rest.
    pub fn read(&mut self, part: &str) -> Result<(), Unread> {
        let mut open: Option<((Family, String), Style)> = None;
        steps(part, |step| match step {
            Step::Start("style", start) => {
                let family = match attribute(start, "family").as_deref() {
                    Some("paragraph") => Family::Paragraph,
                    Some("text") => Family::Span,
                    _ => return,
                };
                let style = Style { parent: attribute(start, "parent-style-name"), look: Look::default() };
                open = attribute(start, "name").map(|name| ((family, name), style));
            }
            Step::Start("text-properties", start) => {
                let Some((_, style)) = &mut open else { return };
                let through = attribute(start, "text-line-through-style");
                let through = through.or_else(|| attribute(start, "text-line-through-type"));
                let is_struck = through.map(|through| through != "none");
                let is_hidden = attribute(start, "display").map(|display| display == "none");
                style.look.is_gone = match (is_struck, is_hidden) {
                    (None, None) => None,
                    (struck, hidden) => Some(struck == Some(true) || hidden == Some(true)),
                };
                style.look.is_raised = attribute(start, "text-position").map(|position| is_raised(&position));
            }
            Step::End("style") => self.0.extend(open.take()),
            Step::Start(..) | Step::End(_) | Step::Words(_) => {}
        })
    }

    /// What the style of that name makes of a paragraph.
    pub fn role(&self, name: &str) -> Role {
        self.line(Family::Paragraph, name).find_map(|(name, _)| role(name)).unwrap_or_default()
    }

    /// How the style of that name makes words look.
    pub fn look(&self, family: Family, name: &str) -> Look {
        let first = |of: fn(&Look) -> Option<bool>| {
            self.line(family, name).find_map(|(_, style)| of(&style.map_or(Look::default(), |s| s.look)))
        };
        Look { is_gone: first(|look| look.is_gone), is_raised: first(|look| look.is_raised) }
    }

    /// A style, and those that it stands on.
    fn line<'s>(
        &'s self,
        family: Family,
        name: &'s str,
    ) -> impl Iterator<Item = (&'s str, Option<&'s Style>)> {
        let mut next = Some(name);
        std::iter::from_fn(move || {
            let name = next.take()?;
            let style = self.0.get(&(family, name.to_owned()));
            next = style.and_then(|style| style.parent.as_deref());
            Some((name, style))
        })
        .take(LONGEST)
    }
}

/// What the built-in style of that name is; a blank is written `_20_`.
fn role(name: &str) -> Option<Role> {
    let name = name.to_lowercase().replace("_20_", "");
    match name.as_str() {
        "title" => Some(Role::Title),
        "subtitle" | "heading" => Some(Role::Heading),
        "caption" => Some(Role::Caption),
        _ if name.strip_prefix("heading").is_some_and(is_level) => Some(Role::Heading),
        _ if name.strip_prefix("contents").is_some_and(|rest| rest == "heading" || is_level(rest)) => {
            Some(Role::Contents)
        }
        _ => None,
    }
}

fn is_level(rest: &str) -> bool {
    !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit())
}

/// True for "super 58%" and "33% 58%"; "-33%" and "sub" are lowered.
fn is_raised(position: &str) -> bool {
    let first = position.split_whitespace().next().unwrap_or("");
    first == "super" || first.strip_suffix('%').is_some_and(|n| n.parse::<f32>().is_ok_and(|n| n > 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles() -> Styles {
        let mut styles = Styles::default();
        let part = "<s><style:style style:name=\"Kicker\" style:family=\"paragraph\" \
            style:parent-style-name=\"Heading_20_2\"/><style:style style:name=\"P1\" style:family=\"paragraph\" \
            style:parent-style-name=\"Kicker\"/><style:style style:name=\"P2\" style:family=\"paragraph\" \
            style:parent-style-name=\"P2\"/><style:style style:name=\"P1\" style:family=\"text\">\
            <style:text-properties style:text-line-through-style=\"solid\"/></style:style><style:style \
            style:name=\"T2\" style:family=\"text\"><style:text-properties style:text-position=\"super 58%\" \
            style:text-line-through-style=\"none\"/></style:style></s>";
        styles.read(part).unwrap_or_else(|_| panic!("{part}"));
        styles
    }

    #[test]
    fn a_style_is_known_by_its_name_and_by_what_it_stands_on() {
        let styles = styles();
        assert_eq!(styles.role("P1"), Role::Heading);
        assert_eq!(styles.role("Title"), Role::Title);
        assert_eq!(styles.role("Contents_20_1"), Role::Contents);
        assert_eq!(styles.role("Heading_20_Office"), Role::Plain);
        assert_eq!(styles.role("P2"), Role::Plain, "a circle ends");
    }

    #[test]
    fn a_look_is_that_of_its_family() {
        let styles = styles();
        assert_eq!(styles.look(Family::Span, "P1").is_gone, Some(true));
        assert_eq!(styles.look(Family::Paragraph, "P1").is_gone, None);
        assert_eq!(styles.look(Family::Span, "T2"), Look { is_gone: Some(false), is_raised: Some(true) });
        assert!(!is_raised("-33% 58%") && !is_raised("sub 58%") && is_raised("33% 58%"));
    }
}
