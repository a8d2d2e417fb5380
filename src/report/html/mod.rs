//! The report as one page: opens from disk, asks no network, marks what was checked.
//!
//! The page holds the story as JSON (`story`), a plain rendition for paper and for
//! browsers without scripts (`plain`), and the controls (`shell`); the scripts of
//! `assets` do the rest. Articles are strangers' text: it enters the page escaped by
//! the template or as JSON without `<`, and the scripts set it as text, never as markup.

pub(super) mod assets;
mod offsets;
mod plain;
mod shell;
mod story;

use crate::article::Cluster;
use crate::discrepancy::Report;
use crate::report::Selection;

use story::Story;

/// The report on `cluster` as a page, with every topic of the kinds that `selection`
/// wants; what is less sure than it asks for is there, behind the filter of confidence.
pub fn html(cluster: &Cluster, report: &Report, selection: &Selection) -> String {
    let story = Story::new(cluster, report, selection);
    let json = serde_json::to_string(&story).expect("a story is plain JSON");
    // A text may say `</script>` or `<!--`: in JSON `<` stands in strings only.
    let json = json.replace('<', "\\u003c");
    shell::page(cluster, &json, plain::plain(cluster, report, selection)).into_string()
}

#[cfg(test)]
mod tests;
