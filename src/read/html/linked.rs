//! JSON-LD to particulars: what a page tells machines of its article.
//!
//! A page may describe other articles as well, those it links to. The one whose
//! headline the page shows is its own; without such a one, the first that stands
//! alone and not in a list.

use dom_query::Document;
use serde_json::Value;

use super::super::headline::squash;
use super::particulars::Particulars;

/// The particulars of the page's own article; `titles` are those that the page shows.
pub(super) fn particulars(page: &Document, titles: &[String]) -> Particulars {
    let mut found = Vec::new();
    for script in page.select("script[type=\"application/ld+json\"]").nodes() {
        let words = script.text();
        let words = words.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        if let Ok(value) = serde_json::from_str::<Value>(words) {
            articles(&value, false, &mut found);
        }
    }
    let says_title = |article: &&(&Value, bool)| {
        string(&article.0["headline"]).is_some_and(|headline| is_one_of(titles, &headline))
    };
    let values: Vec<(&Value, bool)> = found.iter().map(|(value, is_listed)| (value, *is_listed)).collect();
    let own = values.iter().find(says_title).or_else(|| values.iter().find(|(_, is_listed)| !is_listed));
    own.map_or_else(Particulars::default, |(article, _)| Particulars {
        title: string(&article["headline"]).or_else(|| string(&article["name"])),
        source: name(&article["publisher"]),
        author: name(&article["author"]).or_else(|| name(&article["creator"])),
        published: string(&article["datePublished"]).or_else(|| string(&article["dateCreated"])),
        modified: string(&article["dateModified"]),
    })
}

/// Gathers what is an article, and whether it stands in a list of them.
fn articles(value: &Value, is_listed: bool, found: &mut Vec<(Value, bool)>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| articles(value, is_listed, found)),
        Value::Object(keys) => {
            if is_article(value) {
                found.push((value.clone(), is_listed));
            }
            for (key, inner) in keys {
                match key.as_str() {
                    "@graph" | "mainEntity" => articles(inner, is_listed, found),
                    "itemListElement" | "item" | "hasPart" => articles(inner, true, found),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// "NewsArticle", "ReportageNewsArticle", "LiveBlogPosting", "Report" …
fn is_article(value: &Value) -> bool {
    let is_one = |kind: &Value| {
        let kind = kind.as_str().unwrap_or("");
        let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
        kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
    };
    match &value["@type"] {
        Value::Array(kinds) => kinds.iter().any(is_one),
        kind => is_one(kind),
    }
}

fn is_one_of(titles: &[String], headline: &str) -> bool {
    let headline = squash(headline);
    headline.len() >= 8 && titles.iter().any(|title| squash(title).starts_with(&headline))
}

fn string(value: &Value) -> Option<String> {
    let value = match value {
        Value::Array(values) => values.first()?.as_str()?,
        value => value.as_str()?,
    };
    // Some sites write the marks of a page into it, twice over.
    let value = dom_query::Document::fragment(value).text().trim().to_owned();
    (!value.is_empty()).then_some(value)
}

/// "Jane Alder", {"name": "Jane Alder"}, or a list of such.
fn name(value: &Value) -> Option<String> {
    match value {
        Value::Array(values) => {
            let mut names: Vec<String> = Vec::new();
            for name in values.iter().filter_map(name) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            (!names.is_empty()).then(|| names.join(", "))
        }
        Value::Object(_) => string(&value["name"]),
        value => string(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str, titles: &[&str]) -> Particulars {
        let page = Document::from(format!("<script type=\"application/ld+json\">{json}</script>"));
        particulars(&page, &titles.iter().map(|&t| t.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn an_article_in_a_graph() {
        let json = r#"{"@context": "https://schema.org", "@graph": [
            {"@type": "WebPage", "datePublished": "2020-01-01"},
            {"@type": ["NewsArticle", "Thing"], "headline": "Bus falls &amp; sinks", "datePublished": "2021-06-04T08:00:00+02:00",
             "author": [{"name": "Jane Alder"}, "Tom Reed", {"name": "Jane Alder"}], "publisher": {"name": "Marlow Post"}}]}"#;
        let found = read(json, &[]);
        assert_eq!(found.title.as_deref(), Some("Bus falls & sinks"));
        assert_eq!(found.author.as_deref(), Some("Jane Alder, Tom Reed"));
        assert_eq!(found.source.as_deref(), Some("Marlow Post"));
        assert_eq!(found.published.as_deref(), Some("2021-06-04T08:00:00+02:00"));
    }

    #[test]
    fn a_linked_article_is_not_the_page() {
        let json = r#"[{"@type": "NewsArticle", "headline": "Bridge opened by mayor", "datePublished": "2019-05-01"},
            {"@type": "NewsArticle", "headline": "Bus falls into river", "datePublished": "2021-06-04"}]"#;
        let shown = |title| read(json, &[title]).published;
        assert_eq!(shown("Bus falls into river | Marlow Post").as_deref(), Some("2021-06-04"));
        assert_eq!(shown("Bridge opened by mayor").as_deref(), Some("2019-05-01"));
        let list = r#"{"@type": "ItemList", "itemListElement": [
            {"item": {"@type": "NewsArticle", "headline": "Bridge opened by mayor", "datePublished": "2019-05-01"}}]}"#;
        assert_eq!(read(list, &["Bus falls into river"]).published, None);
    }

    #[test]
    fn broken_json_says_nothing() {
        for json in ["", "{", "[1, null, \"x\"]", r#"{"@type": "NewsArticle", "headline": 5, "author": {}}"#]
        {
            let found = read(json, &[]);
            assert!(found.title.is_none() && found.author.is_none() && found.published.is_none(), "{json}");
        }
    }
}
