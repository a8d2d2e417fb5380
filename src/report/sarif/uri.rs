//! Paths as URI references: percent-encoded, relative where the path is.

use super::log::ArtifactLocation;

/// Where a file stands: `a b/#1.txt` is `a%20b/%231.txt`, from the root of the repository.
pub fn artifact_location(path: &str) -> ArtifactLocation {
    let has_drive = matches!(path.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    let (start, base) = if has_drive {
        ("file:///", None)
    } else if path.starts_with("//") {
        // `//server/share`: the server is the host of the URI.
        ("file:", None)
    } else if path.starts_with('/') {
        ("file://", None)
    } else {
        ("", Some("%SRCROOT%".to_owned()))
    };
    let (drive, rest) = path.split_at(if has_drive { 2 } else { 0 });
    ArtifactLocation { uri: format!("{start}{drive}{}", encoded(rest)), uri_base_id: base }
}

/// The path with all bytes encoded that are neither unreserved (RFC 3986, 2.3) nor `/`.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_plain_letter_is_encoded() {
        for (path, uri) in [
            ("story/ap.txt", "story/ap.txt"),
            ("a b/#1?.txt", "a%20b/%231%3F.txt"),
            ("50%.txt", "50%25.txt"),
            ("café/東.txt", "caf%C3%A9/%E6%9D%B1.txt"),
            ("a:b.txt", "a%3Ab.txt"),
            ("../x.txt", "../x.txt"),
        ] {
            let location = artifact_location(path);
            assert_eq!((location.uri.as_str(), location.uri_base_id.is_some()), (uri, true));
        }
    }

    #[test]
    fn an_absolute_path_is_a_file_uri() {
        for (path, uri) in [
            ("/data/a b.txt", "file:///data/a%20b.txt"),
            ("C:/data/a.txt", "file:///C:/data/a.txt"),
            ("//server/share/a.txt", "file://server/share/a.txt"),
        ] {
            let location = artifact_location(path);
            assert_eq!((location.uri.as_str(), location.uri_base_id), (uri, None));
        }
    }
}
