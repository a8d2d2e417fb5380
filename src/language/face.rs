//! Faces of marks: ":)", "=(", "^_^", "<3", which are one token each.
//!
//! A face stands alone between spaces, or with the stop of its sentence; inside a
//! word, a time or a bracket the same marks are no face ("(2:3)").

use super::chars::is_blank;

/// One past the last byte of the face that begins at `start`, where no letter, figure
/// or closing mark stands right before.
pub(super) fn end(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let after = ["^_^", "-_-", "<3", "(:", "(;"].iter().find_map(|face| rest.strip_prefix(face));
    let after = after.or_else(|| {
        let rest = rest.strip_prefix('>').unwrap_or(rest).strip_prefix([':', ';', '='])?;
        rest.strip_prefix('-').unwrap_or(rest).strip_prefix([')', '(', 'D', 'P', 'O', '/'])
    })?;
    // ":)." and ":)!", but not ":)they" or "=/=".
    let tail = after.trim_start_matches(['.', '!', ',']);
    tail.chars().next().is_none_or(is_blank).then_some(text.len() - after.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_face_stands_alone_or_with_a_stop() {
        for face in [":)", ";-)", "=(", ":D", ":P", ":O", ":/", ">:(", "(:", "^_^", "-_-", "<3"] {
            for tail in ["", " and", ".", "! ", "\n"] {
                assert_eq!(end(&format!("{face}{tail}"), 0), Some(face.len()), "{face}{tail}");
            }
        }
    }

    #[test]
    fn other_marks_are_no_face() {
        for text in
            [":", ": )", ":Deal", ":)x", "=5", "=/=", "(:a", "(", "<30", "<", "^", "-", "--", ">5", ""]
        {
            assert_eq!(end(text, 0), None, "{text}");
        }
    }
}
