//! Lines that say how to reach a reporter: mail, telephone, handles.
//!
//! A tip line for the police is part of the story; a reporter's is not.

/// "Contact Jane Alder at 555-0101 or jane@example.org", "Reach Alder at …".
pub(super) fn is_contact(line: &str, words: usize) -> bool {
    const VERBS: [&str; 10] =
        ["contact", "reach", "email", "e-mail", "call", "follow", "write", "find", "twitter", "tel"];
    let lower = line.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or("");
    let has_address = line.split_whitespace().any(|word| is_mail(word) || is_handle(word));
    let writes = VERBS.contains(&first) && words <= 40;
    // "Call 911" and "Contact police at 555-0101" are advice that a story may print.
    let is_person = line.split_whitespace().nth(1).is_some_and(|word| word.starts_with(char::is_uppercase));
    let has_phone = phone_digits(line) >= 7;
    let is_signed = line.split_once(": ").is_some_and(|(name, rest)| {
        name.split_whitespace().count() <= 4
            && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
            && rest.split_whitespace().next().is_some_and(|word| is_mail(word) || phone_digits(word) >= 10)
    });
    if is_signed {
        return true;
    }
    (writes && has_address) || (matches!(first, "contact" | "reach") && is_person && has_phone && words <= 12)
}

fn phone_digits(line: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for c in line.chars() {
        match c {
            '0'..='9' => run += 1,
            '-' | '.' | '(' | ')' | ' ' => {}
            _ => run = 0,
        }
        longest = longest.max(run);
    }
    longest
}

fn is_mail(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
}

fn is_handle(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@' && c != '_');
    word.len() > 3 && word.starts_with('@')
}

fn is_link(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    ["http://", "https://", "www."].iter().any(|start| word.starts_with(start))
}

/// Nothing but mail addresses, links, handles and telephone numbers.
pub(super) fn is_address(line: &str) -> bool {
    let mut found = false;
    line.split_whitespace().all(|word| {
        let is_one = is_mail(word) || is_link(word) || is_handle(word);
        found |= is_one;
        is_one || matches!(word, "and" | "or" | "|" | "/" | "&" | ",")
    }) && found
        || (line.chars().all(|c| c.is_ascii_digit() || matches!(c, '(' | ')' | '-' | ' ' | '.'))
            && (10..=11).contains(&phone_digits(line))
            && line.contains('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_either(line: &str) -> bool {
        is_contact(line, line.split_whitespace().count()) || is_address(line)
    }

    #[test]
    fn a_reporter_can_be_reached() {
        for line in [
            "Contact Jane Alder at 555-010-0199 or jane@example.org. Follow her on Twitter @jane.",
            "Reach Alder at (555) 010-0199.",
            "jane@example.org and tom@example.org",
            "https://example.org/story",
            "@JaneAlderPost",
            "(555) 010-0199",
            "Jane R. Alder: jane@example.org, 555-010-0199",
        ] {
            assert!(is_either(line), "{line}");
        }
    }

    #[test]
    fn advice_of_the_police_is_part_of_the_story() {
        for line in [
            "Anyone with information is asked to contact police at 555-010-0199.",
            "Contact with the two boats was lost.",
            "Call 911 if you see him.",
            "Call 555-010-0199 with any news of the two boys.",
            "67,160",
            "2010-2014",
        ] {
            assert!(!is_either(line), "{line}");
        }
    }
}
