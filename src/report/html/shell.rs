//! The shell: the frame of the page and its controls, which the scripts bring to life.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::article::Cluster;

use super::assets::{SCRIPT, STYLE, policy};

/// The page around the story and its plain rendition.
pub(super) fn page(cluster: &Cluster, story: &str, plain: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(concat!("factdiff ", env!("CARGO_PKG_VERSION")));
                meta name="color-scheme" content="light dark";
                title { (title(cluster)) " – factdiff" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#detail" { "Skip to the chosen difference" }
                (masthead(cluster))
                (filters())
                main #main {
                    (panes())
                    section #matrix-view.view aria-label="Matrix of topics and articles" hidden {}
                    section #timeline-view.view aria-label="Figures over time" hidden {}
                    (plain)
                }
                (acceptance())
                (exchange())
                (help())
                p #said.vh role="status" aria-live="polite" {}
                script #story type="application/json" { (PreEscaped(story)) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

/// What the story is called: the first title, and how many articles there are.
fn title(cluster: &Cluster) -> String {
    let of_first = cluster.articles().iter().find_map(|a| a.title.as_deref());
    of_first.unwrap_or("Where the articles differ").to_owned()
}

fn masthead(cluster: &Cluster) -> Markup {
    let count = cluster.articles().len();
    html! {
        header.masthead {
            p.brand { "factdiff" }
            div.story-title {
                h1 { bdi { (title(cluster)) } }
                p #progress { (count) @if count == 1 { " article" } @else { " articles" } }
            }
            nav.views aria-label="Views" {
                a href="#differences" data-view="differences" { "Differences" }
                a href="#matrix" data-view="matrix" { "Matrix" }
                a href="#timeline" data-view="timeline" { "Timeline" }
            }
            div.tools {
                button #exchange-open type="button" { "Marks" span.vh { ": export and import" } }
                button #theme type="button" { "Dark" }
                button #help-open type="button" aria-keyshortcuts="?" { "?" span.vh { " Help and keys" } }
            }
        }
    }
}

/// The filters; the scripts fill in the kinds, the verdicts and the articles.
fn filters() -> Markup {
    html! {
        search #filters aria-label="Filters" {
            label.find {
                span.vh { "Search" }
                input #find type="search" placeholder="Search topics, values, sentences" autocomplete="off" aria-keyshortcuts="/";
            }
            button #filters-toggle type="button" aria-controls="filters-more" { "Filters" }
            div #filters-more {
                fieldset #verdicts { legend.vh { "Verdicts" } }
                label { span { "Kind" } select #kind { option value="" { "all" } } }
                label { span { "Confidence" }
                    select #confidence {
                        option value="low" { "all" }
                        option value="medium" { "medium or high" }
                        option value="high" { "high" }
                    }
                }
                label { span { "Article" } select #article { option value="" { "all" } } }
                label { span { "Mark" }
                    select #mark {
                        option value="" { "any" }
                        option value="open" { "open" }
                        option value="real" { "real" }
                        option value="fine" { "fine" }
                    }
                }
                button #clear type="button" { "Clear" }
            }
            p #shown role="status" {}
        }
    }
}

fn panes() -> Markup {
    html! {
        div #differences-view.view {
            section.pane #list-pane aria-label="List of differences" tabindex="0" { ul #list {} }
            section.pane #detail aria-labelledby="topic" tabindex="-1" {
                button #back type="button" { "← All differences" }
                div #chosen {}
            }
            section #articles aria-label="The articles side by side" tabindex="0" {}
        }
    }
}

/// Asks why a difference is fine.
fn acceptance() -> Markup {
    const REASONS: [&str; 5] = [
        "Two counters",
        "Not the same thing",
        "As of different days",
        "House style or spelling",
        "The program misread the sentence",
    ];
    html! {
        dialog #accept aria-labelledby="accept-title" {
            form method="dialog" {
                h2 #accept-title { "Why is this difference fine?" }
                p #accept-topic {}
                div.reasons role="group" aria-label="Common reasons" {
                    @for reason in REASONS { button type="button" data-reason=(reason) { (reason) } }
                }
                label { span { "Reason" } input #because type="text" required autocomplete="off"; }
                div.row {
                    label { span { "By" } input #by type="text" autocomplete="off"; }
                    label { span { "Holds until (optional)" } input #until type="date"; }
                }
                div.row.end {
                    button type="button" data-close="accept" { "Cancel" }
                    button.primary type="submit" value="fine" { "Accept" }
                }
            }
        }
    }
}

fn exchange() -> Markup {
    html! {
        dialog #exchange aria-labelledby="exchange-title" {
            h2 #exchange-title { "Marks" }
            p #exchange-state {}
            div.row {
                button.primary #export-toml type="button" { "Save factdiff-accepted.toml" }
                button #export-json type="button" { "Save all marks" }
                label.button { "Import…" input #import type="file" accept=".toml,.json"; }
            }
            p.small {
                "The first holds what you marked as fine, for factdiff itself. The second also holds what you marked "
                "as real, and your notes, for a colleague. Either can be imported here."
            }
            label { span { "factdiff-accepted.toml" } textarea #export-text readonly rows="9" {} }
            p #import-state role="status" {}
            div.row.end { button type="button" data-close="exchange" { "Close" } }
        }
    }
}

fn help() -> Markup {
    const KEYS: [(&str, &str); 11] = [
        ("j k", "next and previous difference"),
        ("Enter", "read the chosen one"),
        ("a", "accept: mark as fine, with a reason"),
        ("r", "mark as real"),
        ("o", "mark as open again"),
        ("n", "write a note"),
        ("[ ]", "previous and next place in the articles"),
        ("/", "search"),
        ("1 2 3", "differences, matrix, timeline"),
        ("Esc", "back to the list"),
        ("?", "this help"),
    ];
    html! {
        dialog #help aria-labelledby="help-title" {
            h2 #help-title { "Keys and marks" }
            dl.keys {
                @for (keys, does) in KEYS {
                    div {
                        dt { @for key in keys.split(' ') { kbd { (key) } " " } }
                        dd { (does) }
                    }
                }
            }
            p {
                b { "Real" } ": the articles do differ, and somebody should ask. " b { "Fine" } ": they differ and both may "
                "stand, for a reason you give. " b { "Open" } ": nobody has looked."
            }
            p #kept-where { "Marks stay in this browser until you export them." }
            label.check { input #keys-on type="checkbox" checked; " Keys of one letter" }
            div.row.end { button type="button" data-close="help" { "Close" } }
        }
    }
}
