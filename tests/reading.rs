//! Reading as its users meet it: files and folders in, articles and messages out.

use std::fs;
use std::path::{Path, PathBuf};

use factdiff::article::{Article, Cluster, ZoneKind};
use factdiff::error::Error;
use factdiff::read;

/// A folder of its own for each test, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("factdiff-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Folder {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    fn read(&self) -> (Result<Cluster, Error>, Vec<String>) {
        read(std::slice::from_ref(&self.0))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn read(paths: &[PathBuf]) -> (Result<Cluster, Error>, Vec<String>) {
    let mut warnings = Vec::new();
    let cluster = read::cluster(paths, &mut |warning| warnings.push(warning.to_string()));
    (cluster, warnings)
}

fn ids(cluster: &Cluster) -> Vec<&str> {
    cluster.articles().iter().map(|article| article.id.as_str()).collect()
}

fn zones(article: &Article) -> Vec<(ZoneKind, &str)> {
    article.zones.iter().map(|zone| (zone.kind, &article.text[zone.range.clone()])).collect()
}

const STORY: &str = "Twelve people died when a bus fell into a river on Friday.";

#[test]
fn a_folder_is_read_in_the_order_of_its_paths() {
    let folder = Folder::new("order")
        .with("b.txt", STORY)
        .with("a/z.md", STORY)
        .with("a/b.text", STORY)
        .with(".hidden.txt", STORY)
        .with("noending", STORY);
    let (cluster, warnings) = folder.read();
    assert_eq!(
        ids(&cluster.unwrap()),
        ["a/b", "z", "b.txt", "noending"].map(|id| match id {
            "b.txt" => folder.0.file_name().unwrap().to_str().unwrap().to_owned() + "/b",
            id => id.to_owned(),
        })
    );
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn the_same_file_is_read_once() {
    let folder = Folder::new("once").with("a.txt", STORY);
    let file = folder.0.join("a.txt");
    let (cluster, _) =
        read(&[file.clone(), folder.0.join(".").join("a.txt"), file.clone(), folder.0.clone()]);
    let cluster = cluster.unwrap();
    assert_eq!(ids(&cluster), ["a"]);
    assert_eq!(Path::new(&cluster.articles()[0].path), file);
}

#[test]
fn what_is_no_article_is_named_and_skipped() {
    let picture: Vec<u8> = (0..=255).cycle().take(2000).collect();
    let folder = Folder::new("skip")
        .with("a.txt", STORY)
        .with("blank.txt", " \r\n\u{a0}\n")
        .with("empty.txt", "")
        .with("header.txt", "---\ntitle: Bus\n---\n")
        .with("picture", picture)
        .with("truth.toml", "x = 1")
        .with("scan.txt", "%PDF-1.7 and so on");
    let (cluster, warnings) = folder.read();
    assert_eq!(ids(&cluster.unwrap()), ["a"]);
    let ends: Vec<&str> = warnings.iter().map(|w| w.rsplit('/').next().unwrap()).collect();
    assert_eq!(
        ends,
        [
            "blank.txt: it is empty",
            "empty.txt: it is empty",
            "header.txt: there is no text after the header",
            "picture: it is not text",
            "scan.txt: PDF is not read; copy its words into a .txt file, or run `pdftotext` on it",
            "truth.toml: TOML is not read; save it as plain text",
        ]
    );
}

#[test]
fn nothing_to_read_is_an_error_that_says_what_to_do() {
    let folder = Folder::new("nothing").with("empty.txt", "");
    let message = folder.read().0.unwrap_err().to_string();
    assert!(message.starts_with("no articles in "), "{message}");
    assert!(message.contains("; one file skipped\n   articles are text files"), "{message}");
    let message = read(&[folder.0.join("missing.txt")]).0.unwrap_err().to_string();
    assert!(message.contains("missing.txt: there is no such file or folder\n   check"), "{message}");
    assert!(read(&[]).0.unwrap_err().to_string().starts_with("no articles given"));
}

#[test]
fn a_header_gives_particulars_and_a_headline() {
    let text = "\u{feff}---\r\nTitle: \"Bus falls: 12 dead\"\r\nSource: Marlow Post\r\nPublished: 2025-05-11\r\n\
        Author: Jane Alder\r\nSection: News\r\n---\r\nBus falls: 12 dead\r\n\r\nTwelve people died.\r\n";
    let folder = Folder::new("header").with("a.txt", text);
    let (cluster, warnings) = folder.read();
    let cluster = cluster.unwrap();
    let article = &cluster.articles()[0];
    assert_eq!(article.title.as_deref(), Some("Bus falls: 12 dead"));
    assert_eq!(article.source.as_deref(), Some("Marlow Post"));
    assert_eq!(article.author.as_deref(), Some("Jane Alder"));
    assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2025-05-11"));
    assert_eq!(article.notes, [("section".to_owned(), "News".to_owned())]);
    assert_eq!(
        zones(article),
        [
            (ZoneKind::Headline, "Bus falls: 12 dead"),
            (ZoneKind::Headline, "Bus falls: 12 dead"),
            (ZoneKind::Body, "Twelve people died."),
        ]
    );
    assert_eq!(article.line_and_column(article.zones[2].range.start), (10, 1));
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn a_broken_header_is_an_error_and_a_broken_date_a_warning() {
    let folder = Folder::new("broken-line").with("a.txt", "---\ntitle: Bus\nMarlow Post\n---\nText.");
    let message = folder.read().0.unwrap_err().to_string();
    assert!(message.contains("a.txt: line 3 of the header has no `:`\n   write it"), "{message}");

    let folder = Folder::new("open").with("a.txt", "---\ntitle: Bus\nsource: AP\n\nText.");
    let message = folder.read().0.unwrap_err().to_string();
    assert!(
        message.contains("the header that line 1 opens is never closed\n   add a line `---`"),
        "{message}"
    );

    let folder = Folder::new("date").with("a.txt", "---\npublished: 2025-02-30\n---\nTwelve died on Friday.");
    let (cluster, warnings) = folder.read();
    assert_eq!(cluster.unwrap().articles()[0].published, None);
    assert!(warnings[0].contains("a.txt, line 2: `published: 2025-02-30` is not a date"), "{warnings:?}");
}

#[test]
fn every_encoding_reads_the_same_and_leads_back_to_the_file() {
    let text = "The caf\u{e9} owner Jos\u{e9} said \u{201c}we lost \u{20ac}40,000\u{201d} on Friday.\r\n\r\nNobody was hurt.";
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let little: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let files: [(&str, Vec<u8>, &encoding_rs::Encoding); 5] = [
        ("big.txt", big, encoding_rs::UTF_16BE),
        ("latin.txt", latin.into_owned(), encoding_rs::WINDOWS_1252),
        ("little.txt", little, encoding_rs::UTF_16LE),
        ("marked.txt", format!("\u{feff}{text}").into_bytes(), encoding_rs::UTF_8),
        ("plain.txt", text.as_bytes().to_vec(), encoding_rs::UTF_8),
    ];
    let mut folder = Folder::new("encodings");
    for (name, bytes, _) in &files {
        folder = folder.with(name, bytes);
    }
    let (cluster, warnings) = folder.read();
    let cluster = cluster.unwrap();
    assert_eq!(cluster.articles().len(), files.len());
    for (article, (name, bytes, encoding)) in cluster.articles().iter().zip(&files) {
        let words: Vec<&str> = zones(article).into_iter().map(|(_, words)| words).collect();
        assert_eq!(words, text.split("\r\n\r\n").collect::<Vec<_>>(), "{name}");
        for zone in &article.zones {
            let file = article.file_offset(zone.range.start)..article.file_offset(zone.range.end);
            let (back, _) = encoding.decode_without_bom_handling(&bytes[file]);
            assert_eq!(back, &article.text[zone.range.clone()], "{name}");
        }
    }
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn a_lost_byte_is_told() {
    let mut bytes = "Caf\u{e9}s \u{2013} all of them \u{2013} closed on ".as_bytes().to_vec();
    bytes.extend(b"\xe9 Friday.");
    let folder = Folder::new("lost").with("a.txt", bytes);
    let (cluster, warnings) = folder.read();
    assert!(cluster.unwrap().articles()[0].text.ends_with("\u{fffd} Friday."));
    assert!(warnings[0].ends_with("a.txt: one byte is not UTF-8 and reads as \u{fffd}"), "{warnings:?}");
}

#[test]
fn a_batch_article_keeps_its_title_beside_the_text() {
    let article = read::article("1", Some("Bus falls"), Some("Post"), Some("2025-05-11"), STORY);
    assert_eq!(zones(&article), [(ZoneKind::Body, STORY)]);
    assert_eq!((article.name(), article.title.as_deref()), ("Post", Some("Bus falls")));
    let article = read::article("1", None, None, Some("the other day"), STORY);
    assert_eq!(article.published, None);
    assert_eq!(article.notes, [("published".to_owned(), "the other day".to_owned())]);
}

/// A small generator, so that the mangled files are the same on every run.
fn next(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
}

#[test]
fn no_bytes_whatever_make_reading_panic() {
    let seeds: [&[u8]; 4] = [
        "---\ntitle: 'Bus falls'\nsource: Post\n---\n# Bus\n\n- a\n- b\n\n> Twelve \u{2013} died [x](y).\n\nBy Jane Alder\n\
         Posted: Sunday, May 4, 2014 6:20 PM\n(Photo: AP)\n\u{feff}\u{ad}\u{a0}\n"
            .as_bytes(),
        b"\xff\xfeB\x00u\x00s\x00\r\x00\n\x00",
        b"\xfe\xff\x00B\xd8\x3d\xde\x00\x00\n",
        "Caf\u{e9} \u{1f600} \u{2022} 12. x | y \u{b7} @ab (c) (right) 3/4/14 :: 1:20".as_bytes(),
    ];
    let folder = Folder::new("mangled");
    let mut seed = 7;
    for round in 0..400 {
        let mut bytes = seeds[round % seeds.len()].to_vec();
        for _ in 0..=next(&mut seed) % 12 {
            let at = next(&mut seed) % bytes.len();
            match next(&mut seed) % 4 {
                0 => bytes[at] = next(&mut seed) as u8,
                1 => bytes.insert(at, [b'\n', b'\r', b'-', b':', b'#', 0xc3, 0xe2, 0][next(&mut seed) % 8]),
                2 => {
                    let end = at + next(&mut seed) % (bytes.len() - at);
                    let part = bytes[at..end].to_vec();
                    bytes.splice(at..at, part);
                }
                _ => bytes.truncate(at.max(1)),
            }
        }
        for name in ["a.txt", "a.md"] {
            let path = folder.0.join(name);
            fs::write(&path, &bytes).unwrap();
            let (cluster, _) = read(&[path]);
            let Ok(cluster) = cluster else { continue };
            for article in cluster.articles() {
                check(article, bytes.len());
            }
        }
    }
}

/// Zones are in order, apart, not blank, and within the file.
fn check(article: &Article, length: usize) {
    let mut end = 0;
    for zone in &article.zones {
        assert!(zone.range.start >= end && zone.range.start < zone.range.end, "{:?}", article.zones);
        assert!(!article.text[zone.range.clone()].trim().is_empty());
        assert!(article.file_offset(zone.range.end) <= length);
        end = zone.range.end;
    }
    assert!(article.line_starts.windows(2).all(|pair| pair[0] < pair[1]));
}
