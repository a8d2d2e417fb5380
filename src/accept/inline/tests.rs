use super::*;
use crate::read;

const ALLOW: &str = "<!-- factdiff: allow count because two counters -->";

/// Whether the toll of the first article, which is that text, is accepted, and the remarks.
fn marked(text: &str) -> (Option<String>, Vec<String>) {
    let cluster = Cluster::new(vec![
        read::article("ap", None, None, None, text),
        read::article("afp", None, None, None, "Fourteen people died in the fire at Marlow."),
    ]);
    let mut report = crate::check(&cluster);
    assert_eq!(report.discrepancies().len(), 1, "{text}");
    let remarks = mark(&cluster, &mut report).iter().map(Remark::to_string).collect();
    (report.discrepancies()[0].accepted.as_ref().map(|a| a.because.clone()), remarks)
}

#[test]
fn a_comment_speaks_for_its_line_or_the_next_paragraph() {
    let toll = "Twelve people died in the fire at Marlow.";
    for text in [
        format!("{toll} {ALLOW}"),
        format!("{ALLOW} {toll}"),
        format!("The road was closed.\n\n{ALLOW}\n{toll}"),
        format!("The road was closed.\n\n{ALLOW}\n\n{toll}\n\nThe road was wet."),
        format!("{toll} {}", ALLOW.replace("count", "age, count").replace("age, ", "")),
        format!("{toll} {}", ALLOW.replace("factdiff: allow", "Factdiff allow")),
        format!("{toll} {}", ALLOW.replace(" because", "\nbecause:")),
    ] {
        assert_eq!(marked(&text), (Some("two counters".to_owned()), vec![]), "{text}");
    }
}

#[test]
fn a_comment_that_nothing_needs_is_told() {
    let toll = "Twelve people died in the fire at Marlow.";
    for text in [
        format!("{toll}\n\n{ALLOW}"),
        format!("{toll}\n\n{ALLOW}\nThe road was closed."),
        format!("{ALLOW}\n\nThe road was closed.\n\n{toll}"),
        format!("{toll} {}", ALLOW.replace("count", "age")),
    ] {
        let (accepted, remarks) = marked(&text);
        assert_eq!(accepted, None, "{text}");
        assert!(remarks.len() == 1 && remarks[0].contains(": nothing to allow: "), "{text}: {remarks:?}");
    }
    let (_, remarks) = marked(&format!("The road.\n\n{toll}\n\n{ALLOW}\n"));
    assert!(remarks[0].starts_with("ap:5: nothing to allow: no difference of kind count "), "{remarks:?}");
}

#[test]
fn one_kind_may_be_needed_and_the_other_not() {
    let text = "Twelve people died in the fire at Marlow. <!-- factdiff: allow count,age because old -->";
    let (accepted, remarks) = marked(text);
    assert_eq!(accepted.as_deref(), Some("old"));
    assert!(remarks[0].contains("no difference of kind age in"), "{remarks:?}");
}

#[test]
fn a_comment_that_cannot_be_read_says_how_to_write_it() {
    for (comment, problem, advice) in [
        ("factdiff: allow cuont because x", "there is no kind `cuont` to allow", "did you mean `count`?"),
        ("factdiff: allow xyz because x", "there is no kind `xyz`", "`factdiff explain` lists the kinds"),
        ("factdiff: allow count", "does not say why", "write it as `<!-- factdiff: allow"),
        ("factdiff: allow count the UN counts others", "does not say why", "write it as"),
        ("factdiff: allow count because", "does not say why", "write it as"),
        ("factdiff: allow because x", "allows no kind", "write it as"),
        ("factdiff: alow count because x", "but `alow`", "did you mean `allow`?"),
        ("factdiff", "but ``", "write it as"),
    ] {
        let (accepted, remarks) =
            marked(&format!("Twelve people died in the fire at Marlow. <!-- {comment} -->"));
        assert_eq!((accepted, remarks.len()), (None, 1), "{comment}");
        assert!(remarks[0].contains(problem) && remarks[0].contains(advice), "{remarks:?}");
    }
}

#[test]
fn other_comments_are_nobodys_business() {
    for comment in ["a remark", "factdiff-like tools: allow count", "factdiffs", ""] {
        let text = format!("Twelve people died in the fire at Marlow. <!-- {comment} -->");
        assert_eq!(marked(&text), (None, vec![]), "{comment}");
    }
}
