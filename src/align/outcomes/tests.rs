use crate::article::Cluster;
use crate::claim::Kind;
use crate::discrepancy::{Confidence, Verdict};
use crate::read;

/// What two articles, published on these days of June 2015, report of outcomes.
fn found(a: (&str, u8), b: (&str, u8)) -> Vec<(Verdict, Confidence, String)> {
    let article = |id: &str, (text, day): (&str, u8)| {
        read::article(id, None, None, Some(&format!("2015-06-{day:02}")), text)
    };
    let report = crate::check(&Cluster::new(vec![article("a", a), article("b", b)]));
    let outcomes = report.discrepancies().into_iter().filter(|t| t.kind == Kind::Outcome);
    outcomes.map(|t| (t.verdict, t.confidence, t.topic.clone())).collect()
}

#[test]
fn answers_that_exclude_each_other_conflict() {
    let high = Confidence::High;
    let medium = Confidence::Medium;
    let mut complaints = String::new();
    for (a, b, confidence, topic) in [
        (
            "A jury convicted Peter Hale of fraud.",
            "Peter Hale was acquitted of fraud.",
            high,
            "verdict · Peter Hale",
        ),
        (
            "Peter Hale was found guilty of fraud.",
            "Peter Hale was found not guilty.",
            medium,
            "verdict · Peter Hale",
        ),
        ("Peter Hale pleaded guilty.", "Peter Hale pleaded not guilty.", high, "plea · Peter Hale"),
        ("Peter Hale died.", "Peter Hale survived.", high, "life · Peter Hale"),
        (
            "Peter Hale, who was shot, did not survive.",
            "Peter Hale was found alive.",
            high,
            "life · Peter Hale",
        ),
        ("The driver died.", "The driver survived the crash.", medium, "life · driver"),
        ("Peter Hale was fatally shot.", "Peter Hale survived.", high, "life · Peter Hale"),
        ("The jury found Peter Hale guilty.", "Peter Hale was acquitted.", high, "verdict · Peter Hale"),
        ("Peter Hale was injured in the crash.", "Peter Hale escaped unhurt.", high, "injury · Peter Hale"),
        ("The chapel was destroyed.", "The chapel was intact.", medium, "damage · chapel"),
        ("Peter Hale was released.", "Peter Hale remains in custody.", medium, "custody · Peter Hale"),
        (
            "The council rejected the plan.",
            "The council approved the plan.",
            medium,
            "reply to the plan · council",
        ),
        (
            "The budget was passed.",
            "The budget was rejected by the council.",
            medium,
            "reply to the budget · council",
        ),
        ("Peter Hale was denied bail.", "A judge granted bail to Peter Hale.", high, "bail · Peter Hale"),
        ("Peter Hale won the election.", "Peter Hale lost the election.", high, "election · Peter Hale"),
        ("No one was hurt in the crash.", "Two people were hurt in the crash.", medium, "anybody hurt"),
        ("No injuries were reported in the fire.", "The fire injured three people.", medium, "anybody hurt"),
    ] {
        let given = found((a, 20), (b, 20));
        if given != [(Verdict::Conflict, confidence, topic.to_owned())] {
            complaints.push_str(&format!("\n{a} / {b}\n  gives {given:?}"));
        }
    }
    assert!(complaints.is_empty(), "{complaints}");
}

#[test]
fn answers_that_can_both_hold_do_not() {
    let mut complaints = String::new();
    for (a, b) in [
        ("Peter Hale was convicted of fraud.", "Peter Hale was acquitted of arson."),
        ("Peter Hale was convicted of fraud.", "Maria Ortega was acquitted of fraud."),
        ("Peter Hale was convicted of fraud.", "Peter Hale may be acquitted of fraud."),
        ("Peter Hale was convicted of fraud.", "Peter Hale hopes to be acquitted of fraud."),
        ("Peter Hale was convicted of fraud.", "His lawyer denied that Peter Hale was acquitted of fraud."),
        ("Peter Hale was convicted of fraud.", "Peter Hale was not acquitted of fraud."),
        (
            "Peter Hale was acquitted of murder and convicted of assault.",
            "Peter Hale was convicted of murder.",
        ),
        ("Peter Hale pleaded guilty to theft.", "Peter Hale pleaded not guilty to murder."),
        ("Peter Hale died.", "Maria Ortega survived."),
        ("Peter Hale was shot.", "Peter Hale survived."),
        ("Peter Hale was treated and released.", "Peter Hale remains in custody."),
        ("Peter Hale died.", "Peter Hale is survived by two sons."),
        ("Two men died.", "Two men survived."),
        ("The council rejected the plan.", "The council approved the budget."),
        ("The council rejected the plan.", "The court approved the plan."),
        ("The council rejected the plan.", "The council will approve the plan."),
        ("The council rejected the plan.", "The council has not rejected the plan."),
        ("The council rejected an offer.", "The council accepted an offer."),
        ("Peter Hale was denied bail.", "Peter Hale was granted parole."),
        ("No one else was hurt.", "Two people were hurt in the crash."),
        ("No one was seriously hurt.", "Two people were hurt in the crash."),
        ("No officers were injured.", "Two people were hurt in the crash."),
        ("No one was hurt in the crash.", "Two people could have been hurt in the crash."),
        ("No one was hurt. Two people were injured in March.", "Two people were hurt in the crash."),
    ] {
        let given = found((a, 20), (b, 20));
        if !given.is_empty() {
            complaints.push_str(&format!("\n{a} / {b}\n  gives {given:?}"));
        }
    }
    assert!(complaints.is_empty(), "{complaints}");
}

#[test]
fn a_later_answer_is_an_update_where_it_can_follow() {
    let verdict = |a: (&str, u8), b: (&str, u8)| found(a, b).into_iter().map(|t| t.0).collect::<Vec<_>>();
    let (alive, dead) = ("Peter Hale survived the crash.", "Peter Hale died after the crash.");
    assert_eq!(verdict((alive, 20), (dead, 22)), [Verdict::Update]);
    assert_eq!(verdict((dead, 20), (alive, 22)), [Verdict::Conflict]);
    let (none, some) = ("No one was hurt in the crash.", "Two people were hurt in the crash.");
    assert_eq!(verdict((none, 20), (some, 21)), [Verdict::Update]);
    assert_eq!(verdict((some, 20), (none, 21)), [Verdict::Conflict]);
    let (no, yes) = ("The council rejected the plan.", "The council approved the plan.");
    assert_eq!(verdict((no, 20), (yes, 22)), [Verdict::Update]);
}
