//! Styles of a document to what they make of a paragraph.
//!
//! A style is known by its built-in name, which is English in every language of
//! Word; a house's own style is what the style it is based on is.

use std::collections::BTreeMap;

use super::super::format::Unread;
use super::super::written::Role;
use super::super::xml::{Step, attribute, steps};

/// The roles of a document's styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    role: Option<Role>,
    based_on: Option<String>,
}

impl Styles {
    /// The styles in the part `word/styles.xml`.
    pub fn read(part: &str) -> Result<Styles, Unread> {
        let mut styles = BTreeMap::new();
        let mut open: Option<(String, Style)> = None;
        steps(part, |step| match step {
            Step::Start("style", start) => {
                open = attribute(start, "styleId").map(|id| (id, Style::default()));
            }
            Step::Start(name, start) => {
                let Some((_, style)) = &mut open else { return };
                match name {
                    "name" => style.role = attribute(start, "val").and_then(|name| role(&name)),
                    "basedOn" => style.based_on = attribute(start, "val"),
                    "outlineLvl" if style.role.is_none() => style.role = outline(attribute(start, "val")),
                    _ => {}
                }
            }
            Step::End("style") => styles.extend(open.take()),
            Step::End(_) | Step::Words(_) => {}
        })?;
        Ok(Styles(styles))
    }

    /// What the style of that id makes of a paragraph.
    pub fn role(&self, id: &str) -> Role {
        /// Styles lean on few others; a circle of them ends here.
        const LONGEST: usize = 10;
        let mut id = id;
        for _ in 0..LONGEST {
            // A document may use a built-in style without saying so.
            let Some(style) = self.0.get(id) else { return role(id).unwrap_or_default() };
            match (style.role, &style.based_on) {
                (Some(role), _) => return role,
                (None, Some(next)) => id = next,
                (None, None) => break,
            }
        }
        Role::Plain
    }
}

/// What the built-in style of that name is.
fn role(name: &str) -> Option<Role> {
    let name = name.to_lowercase().replace(' ', "");
    match name.as_str() {
        "title" => Some(Role::Title),
        "subtitle" => Some(Role::Heading),
        "caption" => Some(Role::Caption),
        _ if name.strip_prefix("heading").is_some_and(is_level) => Some(Role::Heading),
        _ if name.strip_prefix("toc").is_some_and(|rest| rest == "heading" || is_level(rest)) => {
            Some(Role::Contents)
        }
        _ => None,
    }
}

fn is_level(rest: &str) -> bool {
    rest.len() == 1 && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// A level of the outline makes a heading; the tenth is that of the text.
pub(super) fn outline(level: Option<String>) -> Option<Role> {
    let level: u8 = level?.parse().ok()?;
    (level < 9).then_some(Role::Heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_known_by_its_name_and_by_what_it_leans_on() {
        let part = "<w:styles>\
            <w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>\
            <w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
            <w:style w:styleId=\"Kicker\"><w:name w:val=\"House kicker\"/><w:basedOn w:val=\"berschrift1\"/></w:style>\
            <w:style w:styleId=\"Deck\"><w:name w:val=\"House deck\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>\
            <w:style w:styleId=\"A\"><w:name w:val=\"a\"/><w:basedOn w:val=\"B\"/></w:style>\
            <w:style w:styleId=\"B\"><w:name w:val=\"Body text\"/><w:basedOn w:val=\"A\"/></w:style></w:styles>";
        let styles = Styles::read(part).expect("styles");
        let roles =
            ["Titel", "berschrift1", "Kicker", "Deck", "A", "Heading2", "Caption", "TOC1", "Headings"];
        use Role::{Caption, Contents, Heading, Plain, Title};
        assert_eq!(
            roles.map(|id| styles.role(id)),
            [Title, Heading, Heading, Heading, Plain, Heading, Caption, Contents, Plain]
        );
    }
}
