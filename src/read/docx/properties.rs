//! The properties of a document: title, creator, days of the first and the last writing.

use jiff::civil::Date;

use super::super::format::Unread;
use super::super::written::Properties;
use super::super::xml::{Step, steps};

/// The properties in the part `docProps/core.xml`.
pub(super) fn read(part: &str) -> Result<Properties, Unread> {
    let mut found = Properties::default();
    let mut words = String::new();
    steps(part, |step| match step {
        Step::Start(..) => words.clear(),
        Step::Words(more) => words.push_str(&more),
        Step::End(name) => {
            let value = words.trim();
            match name {
                "title" if !value.is_empty() => found.title = Some(value.to_owned()),
                "creator" if !value.is_empty() => found.creator = Some(value.to_owned()),
                "created" => found.created = day(value),
                "modified" => found.modified = day(value),
                _ => {}
            }
            words.clear();
        }
    })?;
    Ok(found)
}

/// The day of "2025-10-07T16:20:00Z".
fn day(value: &str) -> Option<Date> {
    value.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_read_by_name() {
        let part = "<cp:coreProperties><dc:title>Bus falls &amp; sinks</dc:title><dc:creator> Jane Alder </dc:creator>\
            <dcterms:created>2025-10-06T09:00:00Z</dcterms:created><dcterms:modified>soon</dcterms:modified>\
            <dc:subject>x</dc:subject></cp:coreProperties>";
        let found = read(part).expect("properties");
        assert_eq!(found.title.as_deref(), Some("Bus falls & sinks"));
        assert_eq!(found.creator.as_deref(), Some("Jane Alder"));
        assert_eq!(found.created.map(|day| day.to_string()).as_deref(), Some("2025-10-06"));
        assert_eq!(found.modified, None);
    }
}
