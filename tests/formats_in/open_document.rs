//! OpenDocument texts as their reader meets them.

use std::fs;

use super::documents::archive;
use super::documents::open::{OpenText, draft, paragraph};
use super::{Body, Caption, Headline, Subheading, check, published, read_as, root, zones};
use factdiff::article::Article;

fn document(document: &OpenText) -> Article {
    let (article, warnings) = read_as("draft.odt", &document.bytes());
    assert!(warnings.is_empty(), "{warnings:?}");
    article.unwrap_or_else(|e| panic!("{e}"))
}

fn with(body: &str) -> OpenText {
    OpenText { body: body.to_owned(), ..draft() }
}

#[test]
fn it_gives_its_paragraphs() {
    let article = document(&draft());
    check(&article);
    assert_eq!(article.title.as_deref(), Some("Lifeboat brings 33 home from burning trawler"));
    assert_eq!(article.author.as_deref(), Some("Ines Vogel"));
    assert_eq!(published(&article).as_deref(), Some("2021-06-05"));
    assert_eq!(
        zones(&article),
        [
            (Headline, "Lifeboat brings 33 home from burning trawler"),
            (
                Body,
                "A lifeboat rescued 33 people from a burning trawler off Skarholm on Friday night, the coast guard said."
            ),
            (Body, "The coxswain, Harald Winter, called it the longest night of his life."),
            (Subheading, "The trawler"),
            (Body, "Left harbour"),
            (Body, "The trawler left Skarholm at 4 p.m. on Friday."),
            (Caption, "The trawler is towed into Skarholm on Saturday."),
            (Body, "Harald Winter, 52, has led the lifeboat crew since 2016."),
        ]
    );
}

/// `BLESS=1 cargo test` writes the document anew.
#[test]
fn the_one_of_the_corpus_is_as_its_maker_makes_it() {
    let path = root().join("corpus/a-draft-from-libreoffice/articles/draft.odt");
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, draft().bytes()).unwrap();
    }
    assert!(fs::read(&path).unwrap() == draft().bytes(), "run with BLESS=1");
}

#[test]
fn it_is_known_whatever_it_is_called() {
    let (article, warnings) = read_as("draft.txt", &draft().bytes());
    assert!(article.unwrap().text.contains("33 people"));
    assert!(warnings.is_empty(), "{warnings:?}");
    let of_word = super::documents::draft().bytes();
    assert!(read_as("draft.odt", &of_word).0.unwrap().text.contains("12 people"));
    // A part packed or out of place is no matter where the ending says what it is.
    let packed = OpenText { is_packed: true, ..draft() };
    assert_eq!(document(&packed).text, document(&draft()).text);
}

#[test]
fn what_is_broken_locked_or_another_kind_is_refused_with_a_way_out() {
    let message = |bytes: &[u8]| read_as("draft.odt", bytes).0.unwrap_err();
    let damaged =
        "cannot read draft.odt: the document is damaged or was not copied whole\n   open it in a word";
    let whole = draft().bytes();
    for bytes in [b"Twelve people died.".as_slice(), &whole[..whole.len() / 2]] {
        assert!(message(bytes).starts_with(damaged), "{}", message(bytes));
    }
    assert!(message(&with("<text:p>Twelve").bytes()).starts_with(damaged));
    let locked = OpenText { manifest: "<manifest:encryption-data/>", ..draft() };
    assert!(
        message(&locked.bytes())
            .starts_with("cannot read draft.odt: the document is under a password\n   save")
    );
    let sheet = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned())];
    let (_, warnings) = read_as("toll.odt", &archive(&sheet, false));
    assert!(
        warnings[0].starts_with("skipped toll.odt: OpenDocument that is no text is not read;"),
        "{warnings:?}"
    );
}

#[test]
fn a_text_without_words_is_skipped() {
    let (article, warnings) = read_as("draft.odt", &with(&paragraph("Standard", " ")).bytes());
    assert!(article.is_err());
    assert!(warnings[0].starts_with("skipped draft.odt: there are no words in it"), "{warnings:?}");
}
