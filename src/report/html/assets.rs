//! Assets: the style and the scripts of the page, put into it as they lie.
//!
//! A policy in the page's head lets run what has these hashes and nothing else, so
//! that not even a slip of ours would let an article's text act as a script.

/// The style of the page.
pub(super) const STYLE: &str = concat!(
    include_str!("assets/base.css"),
    include_str!("assets/panes.css"),
    include_str!("assets/views.css"),
    include_str!("assets/print.css"),
);

/// The scripts of the page, in the order in which they need one another.
pub(super) const SCRIPT: &str = concat!(
    "'use strict';\n",
    include_str!("assets/story.js"),
    include_str!("assets/toml.js"),
    include_str!("assets/marks.js"),
    include_str!("assets/filters.js"),
    include_str!("assets/list.js"),
    include_str!("assets/articles.js"),
    include_str!("assets/detail.js"),
    include_str!("assets/matrix.js"),
    include_str!("assets/timeline.js"),
    include_str!("assets/exchange.js"),
    include_str!("assets/keys.js"),
    include_str!("assets/start.js"),
);

/// The style of the line-by-line sheet, which runs no script.
pub(in crate::report) const SHEET_STYLE: &str = include_str!("assets/sheet.css");

/// SHA-256 of [`STYLE`], [`SCRIPT`] and [`SHEET_STYLE`], as policies write it; a test
/// keeps them right.
const HASHES: &str = include_str!("assets/hashes.txt");

/// What the page may load and run: its own style and scripts, and no network.
pub(super) fn policy() -> String {
    allowing(&format!("style-src '{}'; script-src '{}'", hash(0), hash(1)))
}

/// The same for the sheet.
pub(in crate::report) fn sheet_policy() -> String {
    allowing(&format!("style-src '{}'", hash(2)))
}

fn allowing(sources: &str) -> String {
    format!("default-src 'none'; {sources}; base-uri 'none'; form-action 'none'")
}

fn hash(line: usize) -> &'static str {
    HASHES.lines().nth(line).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    fn hash_of(text: &str) -> String {
        format!("sha256-{}\n", STANDARD.encode(Sha256::digest(text)))
    }

    /// `BLESS=1 cargo test` writes the file anew.
    #[test]
    fn the_policy_knows_the_style_and_the_scripts() {
        let hashes = hash_of(STYLE) + &hash_of(SCRIPT) + &hash_of(SHEET_STYLE);
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/html/assets/hashes.txt");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, &hashes).expect("the assets can be written");
        }
        let written = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(written, hashes, "a style or a script has changed: run BLESS=1 cargo test --lib");
    }

    #[test]
    fn the_page_asks_no_network() {
        for address in ["http:", "//cdn", "@import", "url(", "fetch(", "XMLHttpRequest", "WebSocket"] {
            let svg = "http://www.w3.org/2000/svg";
            assert!(!STYLE.contains(address) && !SCRIPT.replace(svg, "").contains(address), "{address}");
        }
    }

    /// Text that comes from articles must not be read as markup.
    #[test]
    fn the_scripts_never_set_markup() {
        for way in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"]
        {
            assert!(!SCRIPT.contains(way), "{way}");
        }
    }
}
