//! Word documents for the tests: paragraphs in, the bytes of a `.docx` out.
//!
//! The archive has the parts that a word processor writes. The same paragraphs give
//! the same bytes, so that the document of the corpus can be checked against its maker.

pub mod open;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// What a document is made of; the rest is the same in all.
pub struct Document {
    /// Elements inside `w:body`.
    pub body: String,
    /// Elements inside `w:footnotes`.
    pub footnotes: String,
    pub title: &'static str,
    pub creator: &'static str,
    pub created: &'static str,
    pub modified: &'static str,
    pub is_packed: bool,
}

impl Default for Document {
    fn default() -> Document {
        Document {
            body: String::new(),
            footnotes: String::new(),
            title: "",
            creator: "",
            created: "",
            modified: "",
            is_packed: true,
        }
    }
}

impl Document {
    /// The bytes of the `.docx`.
    pub fn bytes(&self) -> Vec<u8> {
        archive(&self.parts(), self.is_packed)
    }

    /// The parts of the archive: names and contents.
    pub fn parts(&self) -> Vec<(&'static str, String)> {
        let relation = |id: u32, kind: &str, target: &str| {
            format!("<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
        };
        let relations = |inner: String| {
            format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{inner}</Relationships>")
        };
        let core = format!(
            "<Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
             Target=\"docProps/core.xml\"/>"
        );
        let kinds = [
            ("/word/document.xml", "document.main"),
            ("/word/styles.xml", "styles"),
            ("/word/footnotes.xml", "footnotes"),
            ("/word/comments.xml", "comments"),
        ];
        let overrides: String = kinds
            .map(|(part, kind)| {
                format!(
                    "<Override PartName=\"{part}\" ContentType=\
                     \"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\"/>"
                )
            })
            .concat();
        let comment = paragraph("", &run("Is it not 99 people killed?"));
        vec![
            (
                "[Content_Types].xml",
                format!(
                    "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
                     ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                     <Default Extension=\"xml\" ContentType=\"application/xml\"/>{overrides}</Types>"
                ),
            ),
            ("_rels/.rels", relations(relation(1, "officeDocument", "word/document.xml") + &core)),
            (
                "word/_rels/document.xml.rels",
                relations(
                    relation(1, "styles", "styles.xml")
                        + &relation(2, "footnotes", "footnotes.xml")
                        + &relation(3, "comments", "comments.xml"),
                ),
            ),
            (
                "word/document.xml",
                format!("{HEAD}<w:document xmlns:w=\"{MAIN}\"><w:body>{}</w:body></w:document>", self.body),
            ),
            ("word/styles.xml", styles()),
            (
                "word/footnotes.xml",
                format!("{HEAD}<w:footnotes xmlns:w=\"{MAIN}\">{}</w:footnotes>", self.footnotes),
            ),
            (
                "word/comments.xml",
                format!(
                    "{HEAD}<w:comments xmlns:w=\"{MAIN}\"><w:comment w:id=\"0\" w:author=\"Desk\">{comment}\
                     </w:comment></w:comments>"
                ),
            ),
            ("docProps/core.xml", self.core()),
        ]
    }

    fn core(&self) -> String {
        let date = |name: &str, value: &str| match value {
            "" => String::new(),
            value => format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{value}</dcterms:{name}>"),
        };
        format!(
            "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
             xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
             <dc:creator>{}</dc:creator>{}{}</cp:coreProperties>",
            self.title,
            self.creator,
            date("created", self.created),
            date("modified", self.modified),
        )
    }
}

/// An archive of these parts.
pub fn archive(parts: &[(&str, String)], is_packed: bool) -> Vec<u8> {
    let method = if is_packed { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    let options = SimpleFileOptions::default().compression_method(method);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, options).expect("a part begins");
        writer.write_all(content.as_bytes()).expect("memory can be written");
    }
    writer.finish().expect("an archive").into_inner()
}

fn styles() -> String {
    let style = |id: &str, name: &str| {
        format!("<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/></w:style>")
    };
    let all = [
        style("Normal", "Normal"),
        style("Title", "Title"),
        style("Heading2", "heading 2"),
        style("Caption", "caption"),
        style("FootnoteText", "footnote text"),
    ];
    format!("{HEAD}<w:styles xmlns:w=\"{MAIN}\">{}</w:styles>", all.concat())
}

/// A paragraph of `runs`; `style` is the id of its style, if it has one.
pub fn paragraph(style: &str, runs: &str) -> String {
    let style = match style {
        "" => String::new(),
        "List" => "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>".to_owned(),
        style => format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"),
    };
    format!("<w:p>{style}{runs}</w:p>")
}

/// A run of words.
pub fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", words.replace('&', "&amp;"))
}

/// Words that were put in, the change not yet accepted.
pub fn inserted(words: &str) -> String {
    format!("<w:ins w:id=\"11\" w:author=\"Desk\" w:date=\"2021-06-05T09:00:00Z\">{}</w:ins>", run(words))
}

/// Words that were taken out, the change not yet accepted.
pub fn deleted(words: &str) -> String {
    format!(
        "<w:del w:id=\"12\" w:author=\"Desk\" w:date=\"2021-06-05T09:00:00Z\"><w:r>\
         <w:delText xml:space=\"preserve\">{words}</w:delText></w:r></w:del>"
    )
}

/// The call of the note of that number.
pub fn call(note: u32) -> String {
    format!("<w:r><w:footnoteReference w:id=\"{note}\"/></w:r>")
}

/// The note of that number.
pub fn footnote(note: u32, words: &str) -> String {
    let mark = "<w:r><w:footnoteRef/></w:r>";
    format!(
        "<w:footnote w:id=\"{note}\">{}</w:footnote>",
        paragraph("FootnoteText", &(mark.to_owned() + &run(words)))
    )
}

/// A table of rows of cells.
pub fn table(rows: &[&[&str]]) -> String {
    let cell = |words: &&str| format!("<w:tc>{}</w:tc>", paragraph("", &run(words)));
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// The draft of the corpus story `a-saved-page-and-a-draft`.
pub fn draft() -> Document {
    let lines = [
        paragraph("Title", &run("Twelve die as bus falls into river near Marlow")),
        paragraph(
            "",
            &(run(
                "A bus with 40 passengers fell into the River Arle near Marlow on Friday night, killing at least ",
            ) + &deleted("11 people")
                + &inserted("12 people")
                + &run(", the regional governor said.")),
        ),
        paragraph(
            "",
            &(run("The driver, Petra Lindqvist,") + &call(2) + &run(" was pulled from the water alive.")),
        ),
        paragraph("Heading2", &run("The line")),
        table(&[
            &["Left Hallam", "The bus left Hallam at 8 p.m. on Friday."],
            &["Owner", "Arle Valley Coaches & Sons"],
        ]),
        paragraph("List", &run("The bridge was closed to traffic for six weeks last winter.")),
        paragraph("Caption", &run("The bus is lifted from the River Arle on Saturday.")),
    ];
    Document {
        body: lines.concat(),
        footnotes: footnote(2, "Petra Lindqvist, 47, has driven for the company since 2009."),
        title: "House template for news",
        creator: "Ines Vogel",
        created: "2021-06-05T08:10:00Z",
        modified: "2021-06-05T11:45:00Z",
        is_packed: false,
    }
}
