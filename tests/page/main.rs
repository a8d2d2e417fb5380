//! The report page in a real browser: read, filtered, marked, reloaded, exported.
//!
//! Without a browser every test here says that it is skipped, and passes.

mod browser;
mod looks;
mod marks;
#[cfg(unix)]
mod newcomer;
mod reading;
mod speed;

use std::path::{Path, PathBuf};

use browser::Browser;
use factdiff::article::Cluster;
use factdiff::report::Selection;

/// The story of most tests: four articles, seven differences.
const STORY: &str = "envoys-and-tolls";

fn cluster(story: &str) -> Cluster {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(story).join("articles");
    factdiff::read::cluster(&[folder], &mut |_| {}).expect("a story of the corpus")
}

fn page(cluster: &Cluster) -> String {
    factdiff::report::html(cluster, &factdiff::check(cluster), &Selection::default())
}

/// A browser that shows a story of the corpus.
fn showing(test: &str, story: &str) -> Option<(Browser, PathBuf)> {
    let browser = Browser::start(test)?;
    let path = browser.show("report.html", &page(&cluster(story)));
    Some((browser, path))
}
