//! Captions: words that go with a picture.
//!
//! Known by a credit at the end, by an opening such as "Photo:", or by a place
//! in the picture such as "(left)".

use super::furniture::ends_sentence;

/// Longest caption, in words. Above that a credit stands in a paragraph of the story.
const LONGEST: usize = 70;

/// How a caption starts.
const OPENINGS: [&str; 14] = [
    "caption:",
    "file photo",
    "image:",
    "in this image",
    "in this photo",
    "in this undated",
    "photo by",
    "photo credit",
    "photo:",
    "photograph:",
    "picture:",
    "pictured:",
    "this image",
    "this photo",
];

/// How a caption ends, marks aside.
const ENDINGS: [&str; 9] = [
    "/afp",
    "/ap",
    "/getty",
    "/reuters",
    "ap photo",
    "courtesy photo",
    "file photo",
    "getty images",
    "photo credit",
];

/// What the brackets of a credit start with.
const CREDITS: [&str; 13] = [
    "\u{a9}",
    "ap photo",
    "credit",
    "courtesy",
    "file",
    "image",
    "photo",
    "picture",
    "provided photo",
    "screengrab",
    "screenshot",
    "source:",
    "video:",
];

/// Where in the picture somebody stands.
const PLACES: [&str; 8] = ["(c)", "(center)", "(centre)", "(l)", "(left)", "(r)", "(right)", "(pictured)"];

/// True when the line is a caption.
pub(super) fn is_caption(line: &str) -> bool {
    if line.split_whitespace().count() > LONGEST {
        return false;
    }
    let line = line.strip_suffix("Buy Photo").unwrap_or(line);
    let lower = line.to_lowercase();
    let bare = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
    OPENINGS.iter().any(|opening| lower.starts_with(opening))
        || ENDINGS.iter().any(|ending| bare.ends_with(ending))
        || ends_in_credit(line)
        || has_place(&lower)
}

/// "(Photo: Jane Alder)", "(Jane Alder/Marlow Post)", "(Reuters)" at the end.
fn ends_in_credit(line: &str) -> bool {
    let Some(open) = line.rfind(['(', '[']) else { return false };
    let Some((inside, after)) = line[open + 1..].split_once([')', ']']) else { return false };
    let words = inside.split_whitespace().count();
    let lower = inside.to_lowercase();
    let follows_sentence = ends_sentence(&line[..open]);
    let is_name =
        (1..=4).contains(&words) && inside.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    let is_credit = CREDITS.iter().any(|credit| lower.starts_with(credit))
        || lower.starts_with("published ")
        || lower.contains("photo")
        || (follows_sentence && (is_name || inside.contains('/')) && !ends_sentence(inside));
    words <= 10 && is_credit && !after.contains(char::is_alphanumeric)
}

/// "Yara Holm (left) with her lawyer": a place in the picture, in no quotation.
fn has_place(lower: &str) -> bool {
    let places = PLACES.iter().filter(|place| lower.contains(*place)).count();
    let is_senator = places == 1 && (lower.contains("(r)") || lower.contains("(l)") || lower.contains("(c)"));
    match places {
        0 => false,
        _ if lower.contains("(pictured)") => !ends_sentence(lower),
        // "(R)" alone is a party in American copy, "(C)" alone in British.
        _ if is_senator => lower.split_whitespace().count() > 12 && lower.contains("during"),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_shows_itself() {
        for line in [
            "The bridge on Friday. (Photo by Jane Alder)",
            "Police at the scene (Source: Marlow TV)",
            "The bridge at Marlow. Getty Images",
            "The bridge at Marlow in May (AP Photo/Tom Reed)",
            "The bus is lifted. (Jane Alder/Staff)",
            "The bus is lifted from the river. (Reuters)",
            "Buy Photo The bus is lifted from the river (Photo: Tom Reed)Buy Photo",
            "File photo",
            "Photo: The bridge at Marlow",
            "Mayor Yara Holm (left) and her deputy on Friday",
            "Yara Holm (C) and Tom Reed (R) leave the court in Marlow.",
            "Three people were hurt on Friday. (Published Sunday, June 6, 2021)",
        ] {
            assert!(is_caption(line), "{line}");
        }
    }

    #[test]
    fn a_story_is_no_caption() {
        for line in [
            "The minister was pictured leaving the court.",
            "Senator Holm (R) said 40 people were hurt.",
            "The plane fell 5 km (3 miles).",
            "He said the file (pictures of the dead) had gone.",
            "They left on Friday. (He was 75.)",
            "Photographs show 40 graves.",
            "About 20 soldiers and/or police (12/20) were there.",
        ] {
            assert!(!is_caption(line), "{line}");
        }
    }
}
