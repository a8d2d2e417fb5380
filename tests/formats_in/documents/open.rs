//! OpenDocument texts for the tests: paragraphs in, the bytes of an `.odt` out.
//!
//! The archive has the parts that LibreOffice writes, `mimetype` first and not packed.

use super::archive;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
const KIND: &str = "application/vnd.oasis.opendocument.text";

/// What a text is made of; the rest is the same in all.
pub struct OpenText {
    /// Elements inside `office:text`.
    pub body: String,
    /// What the manifest says besides, such as how parts are locked.
    pub manifest: &'static str,
    pub title: &'static str,
    pub is_packed: bool,
}

impl OpenText {
    /// The bytes of the `.odt`.
    pub fn bytes(&self) -> Vec<u8> {
        archive(&self.parts(), self.is_packed)
    }

    /// The parts of the archive: names and contents.
    pub fn parts(&self) -> Vec<(&'static str, String)> {
        let part = |root: &str, inner: &str| {
            format!("{HEAD}<office:{root} {NAMES} office:version=\"1.3\">{inner}</office:{root}>")
        };
        let entry = |path: &str, kind: &str| {
            format!("<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>")
        };
        let entries = entry("/", KIND) + &entry("content.xml", "text/xml") + self.manifest;
        let styles = "<office:styles><style:style style:name=\"Standard\" style:family=\"paragraph\"/>\
            <style:style style:name=\"Heading\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"/>\
            <style:style style:name=\"Title\" style:family=\"paragraph\" style:parent-style-name=\"Heading\"/>\
            <style:style style:name=\"Heading_20_2\" style:display-name=\"Heading 2\" style:family=\"paragraph\" \
            style:parent-style-name=\"Heading\"/><style:style style:name=\"Caption\" style:family=\"paragraph\" \
            style:parent-style-name=\"Standard\"/><style:style style:name=\"Figure\" style:family=\"paragraph\" \
            style:parent-style-name=\"Caption\"/></office:styles><office:master-styles><style:master-page \
            style:name=\"Standard\"><style:header><text:p>99 people killed, says the header</text:p>\
            </style:header></style:master-page></office:master-styles>";
        let own = "<office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\" \
            style:parent-style-name=\"Title\"/><style:style style:name=\"T1\" style:family=\"text\">\
            <style:text-properties style:text-line-through-style=\"solid\" style:text-line-through-type=\"single\"/>\
            </style:style></office:automatic-styles>";
        let meta = format!(
            "<office:meta><meta:generator>LibreOffice/24.8</meta:generator><meta:initial-creator>Ines Vogel\
             </meta:initial-creator><dc:creator>Desk</dc:creator><meta:creation-date>2021-06-05T08:10:00.000000000\
             </meta:creation-date><dc:date>2021-06-05T11:45:00.000000000</dc:date><dc:title>{}</dc:title>\
             </office:meta>",
            self.title
        );
        let content = format!("{own}<office:body><office:text>{}</office:text></office:body>", self.body);
        vec![
            ("mimetype", KIND.to_owned()),
            (
                "META-INF/manifest.xml",
                format!(
                    "{HEAD}<manifest:manifest xmlns:manifest=\
                     \"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">{entries}</manifest:manifest>"
                ),
            ),
            ("content.xml", part("document-content", &content)),
            ("styles.xml", part("document-styles", styles)),
            ("meta.xml", part("document-meta", &meta)),
        ]
    }
}

/// A paragraph of elements, with the style of that name.
pub fn paragraph(style: &str, inner: &str) -> String {
    format!("<text:p text:style-name=\"{style}\">{inner}</text:p>")
}

/// The draft of the corpus story `a-draft-from-libreoffice`.
pub fn draft() -> OpenText {
    let deleted = "<text:tracked-changes><text:changed-region xml:id=\"c1\" text:id=\"c1\"><text:deletion>\
        <office:change-info><dc:creator>Desk</dc:creator><dc:date>2021-06-05T09:00:00</dc:date></office:change-info>\
        <text:p text:style-name=\"Standard\">31 people</text:p></text:deletion></text:changed-region>\
        <text:changed-region xml:id=\"c2\" text:id=\"c2\"><text:insertion><office:change-info><dc:creator>Desk\
        </dc:creator><dc:date>2021-06-05T09:00:00</dc:date></office:change-info></text:insertion>\
        </text:changed-region></text:tracked-changes>";
    let comment = "<office:annotation office:name=\"a1\"><dc:creator>Desk</dc:creator><dc:date>2021-06-05T09:05:00\
        </dc:date><text:p>Is it not 99 people rescued?</text:p></office:annotation>";
    let note = "<text:note text:id=\"ftn1\" text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>\
        <text:note-body><text:p text:style-name=\"Standard\">Harald Winter, 52, has led the lifeboat crew since \
        2016.</text:p></text:note-body></text:note>";
    let cell = |words: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\">{}</table:table-cell>",
            paragraph("Standard", words)
        )
    };
    let lines = [
        deleted.to_owned(),
        paragraph("P1", "Lifeboat brings 33 home from burning trawler"),
        paragraph(
            "Standard",
            &format!(
                "A lifeboat rescued <text:change text:change-id=\"c1\"/><text:change-start text:change-id=\"c2\"/>33 \
                 people<text:change-end text:change-id=\"c2\"/> from a burning trawler off Skarholm on Friday \
                 night, the coast guard said.{comment}"
            ),
        ),
        paragraph(
            "Standard",
            &format!(
                "The coxswain, Harald Winter,{note} called it the longest night of his life. \
                 <text:span text:style-name=\"T1\">Nobody slept.</text:span>"
            ),
        ),
        "<text:h text:style-name=\"Heading_20_2\" text:outline-level=\"2\">The trawler</text:h>".to_owned(),
        format!(
            "<table:table table:name=\"Ship\"><table:table-column table:number-columns-repeated=\"2\"/>\
             <table:table-row>{}{}</table:table-row></table:table>",
            cell("Left harbour"),
            cell("The trawler left Skarholm at 4 p.m. on Friday.")
        ),
        paragraph("Figure", "The trawler is towed into Skarholm on Saturday."),
    ];
    OpenText { body: lines.concat(), manifest: "", title: "House template for news", is_packed: false }
}
