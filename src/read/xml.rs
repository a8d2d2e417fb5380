//! XML as a run of starts, ends and words; names without their prefixes.
//!
//! Nothing is looked up and nothing expands: an entity of a document's own gives
//! no words.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::damaged;
use super::format::Unread;

/// One step through a part.
pub(super) enum Step<'e> {
    /// `<name …>`; an empty element starts and ends.
    Start(&'e str, &'e BytesStart<'e>),
    /// `</name>`.
    End(&'e str),
    /// Words between marks.
    Words(Cow<'e, str>),
}

/// Calls `visit` for each step of the part.
pub(super) fn steps(part: &str, mut visit: impl FnMut(Step<'_>)) -> Result<(), Unread> {
    let mut reader = Reader::from_str(part);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event() {
            Err(_) => return Err(damaged()),
            Ok(Event::Eof) => return Ok(()),
            Ok(Event::Start(start)) => visit(Step::Start(start.local_name().as_ref(), &start)),
            Ok(Event::End(end)) => visit(Step::End(end.local_name().as_ref())),
            Ok(Event::Text(words)) => visit(Step::Words(words.xml10_content())),
            Ok(Event::CData(words)) => visit(Step::Words(words.xml10_content())),
            Ok(Event::GeneralRef(name)) => {
                let own = match name.xml10_content().as_ref() {
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "amp" => Some('&'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => name.resolve_char_ref().ok().flatten(),
                };
                if let Some(c) = own {
                    visit(Step::Words(Cow::Owned(c.to_string())));
                }
            }
            // With `expand_empty_elements` an empty element comes as start and end.
            Ok(Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
        }
    }
}

/// The value of the attribute `name`, whatever its prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let own = start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    own.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
}

/// True for a switch such as `<w:strike/>`, unless it says that it is off.
pub(super) fn is_on(start: &BytesStart<'_>) -> bool {
    !attribute(start, "val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
}
