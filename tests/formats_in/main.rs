//! Saved pages and documents as their readers meet them: files in, articles out.
//!
//! Every page and document is of our own making; the story
//! `a-saved-page-and-a-draft` of the corpus has one of each.

#![cfg(all(feature = "html", feature = "docx"))]

mod documents;
mod open_document;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use documents::{Document, archive, call, deleted, draft, footnote, inserted, paragraph, run};
use factdiff::article::{Article, Origin, Place, ZoneKind};
use factdiff::read;
use factdiff::report::{JsonReport, Selection};

const STORY: &str = "corpus/a-saved-page-and-a-draft/articles";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads the file `name` of `bytes`: the article or why not, and the warnings.
fn read_as(name: &str, bytes: &[u8]) -> (Result<Article, String>, Vec<String>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("formats")
        .join(format!("{:?}", std::thread::current().id()));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    let (article, warnings) = read_file(&path);
    let short = |words: String| words.replace(&format!("{}/", folder.display()), "");
    fs::remove_file(&path).unwrap();
    (article.map_err(short), warnings.into_iter().map(short).collect())
}

fn read_file(path: &Path) -> (Result<Article, String>, Vec<String>) {
    let mut warnings = Vec::new();
    let cluster = read::cluster(&[path.to_owned()], &mut |warning| warnings.push(warning.to_string()));
    (cluster.map(|c| c.articles()[0].clone()).map_err(|e| e.to_string()), warnings)
}

fn page(html: &str) -> Article {
    let (article, warnings) = read_as("page.html", html.as_bytes());
    assert!(warnings.is_empty(), "{warnings:?}");
    article.unwrap_or_else(|e| panic!("{e}"))
}

fn document(document: &Document) -> Article {
    let (article, warnings) = read_as("draft.docx", &document.bytes());
    assert!(warnings.is_empty(), "{warnings:?}");
    article.unwrap_or_else(|e| panic!("{e}"))
}

fn zones(article: &Article) -> Vec<(ZoneKind, &str)> {
    article.zones.iter().map(|zone| (zone.kind, &article.text[zone.range.clone()])).collect()
}

fn published(article: &Article) -> Option<String> {
    article.published.map(|day| day.to_string())
}

/// Spans stand where they say, and each zone is a paragraph with a number of its own.
fn check(article: &Article) {
    assert_eq!(article.origin, Origin::Extracted);
    for zone in &article.zones {
        let words = &article.text[zone.range.clone()];
        assert!(!words.trim().is_empty() && !words.contains(['\n', '\r']), "{words:?}");
        let number = article.paragraph(zone.range.start).expect("a paragraph");
        assert_eq!(article.paragraph(zone.range.end - 1), Some(number));
        assert_eq!(article.text.lines().nth(number - 1).map(|line| line.contains(words)), Some(true));
        assert_eq!(article.file_offset(zone.range.start), zone.range.start);
    }
}

use ZoneKind::{Body, Caption, Furniture, Headline, Subheading};

#[test]
fn a_page_as_saved_from_a_browser_gives_its_story() {
    let (article, warnings) = read_file(&root().join(STORY).join("post.html"));
    let article = article.unwrap();
    assert!(warnings.is_empty(), "{warnings:?}");
    check(&article);
    assert_eq!(article.title.as_deref(), Some("Bus falls into river near Marlow, killing\u{a0}14"));
    assert_eq!(article.source.as_deref(), Some("Marlow Post"));
    assert_eq!(article.author.as_deref(), Some("Jane Alder, Tom Reed"));
    assert_eq!(published(&article).as_deref(), Some("2021-06-05"));
    let wanted: [(ZoneKind, &str); 9] = [
        (Headline, "Bus falls into river near Marlow, killing\u{a0}14"),
        (Caption, "The bus is lifted from the River Arle on Saturday. (Photo: Jane Alder)"),
        (
            Body,
            "A bus with forty passengers fell into the River Arle near Marlow on Friday night, killing at least 14 people, the regional governor said.",
        ),
        (
            Body,
            "The driver, Petra Lindqvist, 41, was pulled from the water alive. \u{201c}The road was like glass and the brakes did nothing at all,\u{201d} she told reporters at the hospital.",
        ),
        (
            Body,
            "Rescue workers searched the river until late in the evening with the help of fishing boats, and divers were sent from the capital during the night.",
        ),
        (Subheading, "What is known so far"),
        (Body, "The bus had left Hallam at 8 p.m. on Friday."),
        (Body, "Rescuers recovered nine suitcases and a wheelchair from the water."),
        (
            Body,
            "\u{201c}Nobody should have been on that road after dark,\u{201d} said the governor, Aldo Brandt.",
        ),
    ];
    let given = zones(&article);
    let given: Vec<_> = given.iter().filter(|(kind, _)| *kind != Furniture).copied().collect();
    assert_eq!(given[..9], wanted, "{given:#?}");
    assert!(given[9].1.starts_with("The bridge was closed") && given.len() == 10, "{given:#?}");
}

#[test]
fn a_folder_of_saved_pages_leaves_their_pictures_and_frames_out() {
    let mut warnings = Vec::new();
    let cluster = read::cluster(&[root().join(STORY)], &mut |w| warnings.push(w.to_string())).unwrap();
    let ids: Vec<&str> = cluster.articles().iter().map(|article| article.id.as_str()).collect();
    assert_eq!((ids, warnings), (vec!["draft", "post"], vec![]));
}

const LONG: &str = "<p>Twelve people died when a bus fell into a river near Marlow on Friday, police said in the evening.</p>\
    <p>The road was wet and the driver, who was pulled from the water, had lost control of the wheel, they said.</p>\
    <p>Divers were sent from the capital, and fishing boats searched the river until late in the night.</p>";

#[test]
fn the_day_is_that_of_the_page_and_not_of_a_link() {
    let own = "<p class=byline>By Jane Alder, <time datetime='2021-06-05'>5 June</time></p>";
    let link =
        "<div class=related><a href=x>Ferry sinks</a> <time datetime='2019-03-04'>4 March 2019</time></div>";
    let of = |head: &str| {
        published(&page(&format!("<body>{link}<article><h1>Bus falls into river</h1>{head}{LONG}</article>")))
    };
    assert_eq!(of(own).as_deref(), Some("2021-06-05"));
    assert_eq!(of(""), None);
    // A day that only stands in words is read where a text would have it.
    assert_eq!(of("<p>Published: 5 June 2021</p>").as_deref(), Some("2021-06-05"));
}

#[test]
fn a_page_in_another_charset_reads_the_same() {
    let html = format!(
        "<html><head><meta charset=\"windows-1252\"></head><article>{}</article>",
        LONG.replace("road", "caf\u{e9} \u{2013} road")
    );
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&html);
    let (article, warnings) = read_as("page.htm", &bytes);
    assert_eq!(article.unwrap().text, page(&html).text);
    assert!(warnings.is_empty(), "{warnings:?}");
    assert!(page(&html).text.contains("caf\u{e9} \u{2013} road"));
}

#[test]
fn a_page_is_a_page_whatever_it_is_called_and_words_about_pages_are_text() {
    let (article, _) = read_as("page.txt", format!("<!doctype HTML><article>{LONG}</article>").as_bytes());
    assert_eq!(article.unwrap().origin, Origin::Extracted);
    let (article, _) = read_as("page.txt", b"The <html> mark opens a page, 12 people said.");
    assert_eq!(article.unwrap().origin, Origin::Same);
}

#[test]
fn a_page_without_main_text_is_read_whole_and_says_so() {
    let html = "<html><body><nav><a href=a>News</a></nav><div>12 dead</div><div>40 hurt</div></body></html>";
    let (article, warnings) = read_as("page.html", html.as_bytes());
    assert_eq!(article.unwrap().text, "12 dead\n40 hurt\n");
    assert!(
        warnings[0].starts_with("page.html: no main text found in the page, so all of it is read"),
        "{warnings:?}"
    );
    let (article, warnings) =
        read_as("page.html", b"<html><body><div id=root></div><script>draw()</script></body></html>");
    assert!(article.is_err());
    assert!(warnings[0].starts_with("skipped page.html: there are no words in it;"), "{warnings:?}");
}

#[test]
fn a_page_of_any_size_or_shape_is_read_in_time() {
    let picture = format!("<img src='data:image/png;base64,{}'>", "A".repeat(20 << 20));
    let shapes = [
        format!("<article>{picture}{LONG}</article>"),
        format!("<article>{LONG}{}</article>", LONG.repeat((20 << 20) / LONG.len())),
        format!("{}{LONG}", "<div>".repeat(2_000_000)),
        format!("{}{LONG}", "<b id=x><i>".repeat(500_000)),
        format!("<table>{}</table>{LONG}", "<tr><td>".repeat(300_000)),
        format!("{LONG}{}", "<p class=\"".repeat(1_000_000)),
        format!("{LONG}{}", "<!-- <script><svg>".repeat(500_000)),
        format!("{LONG}{}", "<svg><a href='".repeat(500_000)),
    ];
    for (number, shape) in shapes.iter().enumerate() {
        let start = Instant::now();
        let (article, _) = read_as("page.html", shape.as_bytes());
        assert!(article.is_ok_and(|a| a.text.contains("Twelve people died")), "shape {number}");
        let taken = start.elapsed();
        assert!(taken < Duration::from_secs(60), "shape {number} took {taken:?}");
        println!("shape {number}: {taken:?}");
    }
}

#[test]
fn a_document_gives_its_paragraphs() {
    let article = document(&draft());
    check(&article);
    assert_eq!(article.title.as_deref(), Some("Twelve die as bus falls into river near Marlow"));
    assert_eq!(article.author.as_deref(), Some("Ines Vogel"));
    assert_eq!(published(&article).as_deref(), Some("2021-06-05"));
    assert_eq!(
        zones(&article),
        [
            (Headline, "Twelve die as bus falls into river near Marlow"),
            (
                Body,
                "A bus with 40 passengers fell into the River Arle near Marlow on Friday night, killing at least 12 people, the regional governor said."
            ),
            (Body, "The driver, Petra Lindqvist, was pulled from the water alive."),
            (Subheading, "The line"),
            (Body, "Left Hallam"),
            (Body, "The bus left Hallam at 8 p.m. on Friday."),
            (Body, "Owner"),
            (Body, "Arle Valley Coaches & Sons"),
            (Body, "The bridge was closed to traffic for six weeks last winter."),
            (Caption, "The bus is lifted from the River Arle on Saturday."),
            (Body, "Petra Lindqvist, 47, has driven for the company since 2009."),
        ]
    );
}

/// `BLESS=1 cargo test` writes the document anew.
#[test]
fn the_document_of_the_corpus_is_as_its_maker_makes_it() {
    let path = root().join(STORY).join("draft.docx");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, draft().bytes()).unwrap();
    }
    assert!(fs::read(&path).unwrap() == draft().bytes(), "run with BLESS=1");
}

#[test]
fn changes_are_accepted_and_comments_are_not_text() {
    let changed = |runs: String| {
        let article = document(&Document { body: paragraph("", &runs), ..Document::default() });
        assert!(!article.text.contains("99 people"), "{}", article.text);
        article.text
    };
    assert_eq!(changed(run("The toll is ") + &deleted("11") + &inserted("12")), "The toll is 12\n");
    assert_eq!(changed(run("The toll is ") + &inserted("11") + &run(" or 12")), "The toll is 11 or 12\n");
}

#[test]
fn a_note_is_read_if_the_text_calls_it() {
    let with = |runs: &str| {
        let body = paragraph("", runs);
        document(&Document { body, footnotes: footnote(2, "Forty were aboard."), ..Document::default() }).text
    };
    assert_eq!(with(&(run("Twelve died.") + &call(2))), "Twelve died.\nForty were aboard.\n");
    assert_eq!(with(&run("Twelve died.")), "Twelve died.\n");
}

#[test]
fn the_title_of_a_template_is_no_title() {
    let body =
        paragraph("", &run("Bus falls into river")) + &paragraph("", &run("Twelve people died on Friday."));
    let titled = |title| document(&Document { body: body.clone(), title, ..Document::default() });
    assert_eq!(titled("House template for news").title, None);
    assert_eq!(titled("Bus falls into river").title.as_deref(), Some("Bus falls into river"));
    assert_eq!(zones(&titled("House template for news"))[0], (Headline, "Bus falls into river"));
}

#[test]
fn a_document_made_from_an_old_one_has_no_day() {
    let dated = |created, modified| {
        let body = paragraph("", &run("Twelve people died on Friday."));
        document(&Document { body, created, modified, ..Document::default() })
    };
    assert_eq!(
        published(&dated("2021-06-04T08:00:00Z", "2021-06-05T08:00:00Z")).as_deref(),
        Some("2021-06-05")
    );
    assert_eq!(published(&dated("", "2021-06-05T08:00:00Z")).as_deref(), Some("2021-06-05"));
    let old = dated("2019-01-07T08:00:00Z", "2021-06-05T08:00:00Z");
    assert_eq!(published(&old), None);
    assert_eq!(old.notes[1], ("modified".to_owned(), "2021-06-05".to_owned()));
}

#[test]
fn a_document_is_known_whatever_it_is_called() {
    let (article, warnings) = read_as("draft.txt", &draft().bytes());
    assert!(article.unwrap().text.contains("12 people"));
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn what_is_no_document_is_refused_with_a_way_out() {
    let opened = |name: &str, parts: &[(&str, &str)]| {
        let parts: Vec<(&str, String)> = parts.iter().map(|(n, c)| (*n, (*c).to_owned())).collect();
        let (article, warnings) = read_as(name, &archive(&parts, true));
        assert!(article.is_err());
        warnings.join("|")
    };
    assert!(
        opened("toll.docx", &[("xl/workbook.xml", "<a/>")])
            .starts_with("skipped toll.docx: a table is not read;")
    );
    assert!(opened("all.zip", &[("a.txt", "x")]).starts_with("skipped all.zip: an archive is not read;"));
    let (_, warnings) = read_as("draft.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on");
    assert!(
        warnings[0].ends_with("Word 97 is not read; open it in a word processor and save it as .docx"),
        "{warnings:?}"
    );
    let (_, warnings) = read_as("draft.rtf", b"{\\rtf1 x}");
    assert!(
        warnings[0].ends_with("RTF is not read; open it in a word processor and save it as .docx"),
        "{warnings:?}"
    );
}

#[test]
fn a_broken_or_locked_document_is_an_error_that_says_what_to_do() {
    let whole = draft().bytes();
    let message = |bytes: &[u8]| read_as("draft.docx", bytes).0.unwrap_err();
    let damaged = "cannot read draft.docx: the document is damaged or was not copied whole\n   open it in a word processor";
    assert!(message(&whole[..whole.len() / 2]).starts_with(damaged));
    assert!(message(b"Twelve people died.").starts_with(damaged));
    let mut parts = draft().parts();
    parts.retain(|(name, _)| *name != "word/document.xml");
    assert!(message(&archive(&parts, true)).starts_with(damaged));
    let mut parts = draft().parts();
    parts[3].1 = "<w:document><w:body></w:document>".to_owned();
    assert!(message(&archive(&parts, true)).starts_with(damaged));
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(
        message(&locked)
            .starts_with("cannot read draft.docx: the document is under a password\n   save it without")
    );
}

#[test]
fn a_document_that_unpacks_without_end_is_refused() {
    let bomb = Document { body: " ".repeat(80 << 20), ..Document::default() }.bytes();
    assert!(bomb.len() < 1 << 20, "{} bytes", bomb.len());
    let message = read_as("draft.docx", &bomb).0.unwrap_err();
    assert!(
        message.starts_with("cannot read draft.docx: its text takes more than 64 MB when unpacked\n   copy"),
        "{message}"
    );
}

#[test]
fn reports_give_the_paragraph() {
    let cluster = read::cluster(&[root().join(STORY)], &mut |w| panic!("{w}")).unwrap();
    let report = factdiff::check(&cluster);
    let text = factdiff::report::text::plain(&cluster, &report);
    assert!(text.contains("Marlow Post:\u{b6}3") && text.contains("draft:\u{b6}2"), "{text}");
    let json = serde_json::to_value(JsonReport::new(&cluster, &report, &Selection::default())).unwrap();
    let of_age = |topic: &&serde_json::Value| topic["kind"] == "age";
    let age = json["discrepancies"].as_array().unwrap().iter().find(of_age).unwrap();
    let claim = &age["readings"][0]["claims"][0];
    assert_eq!((claim["article"].as_str(), claim["text"].as_str()), (Some("draft"), Some("47")));
    assert_eq!((claim["paragraph"].as_u64(), claim["line"].as_u64()), (Some(11), Some(11)), "{claim:#}");
    let text = read::article("a", None, None, None, "Twelve died.\n\nForty fled.");
    assert_eq!(text.place_of(14), Place::Line { line: 3, column: 1 });
}

/// A small generator, so that the mangled files are the same on every run.
fn next(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
}

#[test]
fn no_bytes_whatever_make_a_reader_panic() {
    let page = fs::read(root().join(STORY).join("post.html")).unwrap();
    let open = documents::open::draft();
    let documents =
        [("mangled.docx", draft().bytes(), draft().parts()), ("mangled.odt", open.bytes(), open.parts())];
    let mut seed = 11;
    for round in 0..150 {
        let mangle = |bytes: &mut Vec<u8>, seed: &mut u64| {
            for _ in 0..=next(seed) % 30 {
                if bytes.is_empty() {
                    return;
                }
                let at = next(seed) % bytes.len();
                match next(seed) % 4 {
                    0 => bytes[at] = next(seed) as u8,
                    1 => bytes.insert(at, [b'<', b'>', b'"', b'/', b'&', 0xc3, b' ', b'p'][next(seed) % 8]),
                    2 => {
                        let end = (at + next(seed) % 400).min(bytes.len());
                        let part = bytes[at..end].to_vec();
                        let to = next(seed) % bytes.len();
                        bytes.splice(to..to, part);
                    }
                    _ => drop(bytes.drain(at..(at + next(seed) % 40).min(bytes.len()))),
                }
            }
        };
        let mut bytes = page.clone();
        mangle(&mut bytes, &mut seed);
        let mut files = vec![("mangled.html", bytes)];
        for (name, whole, parts) in &documents {
            let mut bytes = whole.clone();
            if round % 2 == 0 {
                mangle(&mut bytes, &mut seed);
            } else {
                let mut parts = parts.clone();
                let at = next(&mut seed) % parts.len();
                let mut inner = parts[at].1.clone().into_bytes();
                mangle(&mut inner, &mut seed);
                parts[at].1 = String::from_utf8_lossy(&inner).into_owned();
                bytes = archive(&parts, true);
            }
            files.push((*name, bytes));
        }
        for (name, bytes) in files {
            if let Ok(article) = read_as(name, &bytes).0
                && article.origin == Origin::Extracted
            {
                check(&article);
            }
        }
    }
}

#[test]
fn a_path_is_a_path() {
    let missing: PathBuf = root().join(STORY).join("pots.html");
    let message = read_file(&missing).0.unwrap_err();
    assert!(message.ends_with("post.html`?"), "{message}");
}

#[test]
fn a_report_of_ours_is_no_article_and_a_page_about_us_is() {
    let cluster = read::cluster(&[root().join(STORY)], &mut |_| ()).unwrap();
    let report = factdiff::check(&cluster);
    let all = Selection::default();
    let ids: Vec<_> = cluster.iter().map(|(id, _)| id).collect();
    let page = factdiff::report::html(&cluster, &report, &all);
    let sheet = factdiff::report::sheet_html(&cluster, &report, &all, &ids);
    for html in [&page, &sheet] {
        let (article, warnings) = read_as("report.html", html.as_bytes());
        assert!(article.unwrap_err().starts_with("no articles in report.html; one file skipped"));
        assert_eq!(
            warnings,
            [
                "skipped report.html: a report of factdiff is not read; keep it outside the folder of the story"
            ]
        );
    }
    let about_us = format!(
        "<html><head><meta name=\"generator\" content=\"wordpress\"><title>factdiff 1.0</title></head>\
         <body><article>{LONG}</article></body></html>"
    );
    let (article, warnings) = read_as("page.html", about_us.as_bytes());
    assert!(article.is_ok() && warnings.is_empty(), "{warnings:?}");
}
