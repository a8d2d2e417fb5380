//! What a document says of itself: title, author, days of the first and the last writing.

use jiff::civil::Date;

use super::super::format::Unread;
use super::super::written::Properties;
use super::super::xml::{Step, steps};

/// The particulars in the part `meta.xml`. The author is who began the document; `creator` is
/// whoever changed it last.
pub(super) fn read(part: &str) -> Result<Properties, Unread> {
    let mut found = Properties::default();
    let mut last_hand = None;
    let mut words = String::new();
    steps(part, |step| match step {
        Step::Start(..) => words.clear(),
        Step::Words(more) => words.push_str(&more),
        Step::End(name) => {
            let value = Some(words.trim().to_owned()).filter(|value| !value.is_empty());
            match name {
                "title" => found.title = value,
                "initial-creator" => found.creator = value,
                "creator" => last_hand = value,
                "creation-date" => found.created = value.as_deref().and_then(day),
                "date" => found.modified = value.as_deref().and_then(day),
                _ => {}
            }
            words.clear();
        }
    })?;
    found.creator = found.creator.or(last_hand);
    Ok(found)
}

/// The day of "2025-10-07T16:20:00.123".
fn day(value: &str) -> Option<Date> {
    value.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_hand_is_the_author_and_the_last_one_only_where_there_is_no_other() {
        let part = "<office:document-meta><office:meta><meta:initial-creator>Jane Alder</meta:initial-creator>\
            <dc:creator>Desk</dc:creator><meta:creation-date>2025-10-06T09:00:00.5</meta:creation-date>\
            <dc:date>soon</dc:date><dc:title>Bus falls &amp; sinks</dc:title></office:meta></office:document-meta>";
        let found = read(part).expect("particulars");
        assert_eq!(found.title.as_deref(), Some("Bus falls & sinks"));
        assert_eq!(found.creator.as_deref(), Some("Jane Alder"));
        assert_eq!(found.created.map(|day| day.to_string()).as_deref(), Some("2025-10-06"));
        assert_eq!(found.modified, None);
        let without = part.replace("initial-creator", "x");
        assert_eq!(read(&without).expect("particulars").creator.as_deref(), Some("Desk"));
    }
}
