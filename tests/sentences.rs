//! How texts fall into sentences and tokens: the cases, in the order of difficulty.
//!
//! A case is a text and its sentences; `says` checks that they cover the text in
//! order, `tokens` shows the bars between tokens.

use factdiff::language::{Annotation, Block, annotate};

fn one_block(text: &str) -> Annotation {
    let block = Block { range: 0..text.len(), is_headline: false };
    annotate(text, &[block])
}

fn sentences(text: &str) -> Vec<&str> {
    let annotation = one_block(text);
    let ranges: Vec<_> = annotation.sentences(text).map(|s| s.range()).collect();
    ranges.into_iter().map(|range| &text[range]).collect()
}

/// Every text falls into the sentences that follow it.
fn says(cases: &[&[&str]]) {
    for case in cases {
        assert_eq!(sentences(case[0]), case[1..], "{}", case[0]);
    }
}

/// Every text is one sentence.
fn whole(texts: &[&str]) {
    for text in texts {
        assert_eq!(sentences(text), [*text], "{text}");
    }
}

/// Every text is cut at ` / ` and nowhere else.
fn cut(cases: &[&str]) {
    for case in cases {
        let want: Vec<_> = case.split(" / ").collect();
        let text = want.join(" ");
        assert_eq!(sentences(&text), want, "{text}");
    }
}

fn bars(text: &str) -> String {
    let annotation = one_block(text);
    let mut words = Vec::new();
    for sentence in annotation.sentences(text) {
        words.extend((0..sentence.len()).map(|token| sentence.surface(token)));
    }
    words.join("|")
}

fn tokens(cases: &[(&str, &str)]) {
    for (text, want) in cases {
        assert_eq!(bars(text), *want, "{text}");
    }
}

#[test]
fn a_face_ends_a_sentence_before_a_capital() {
    cut(&[
        "Your train is on time :) / I checked it twice.",
        "It was cancelled ;-) / Nobody told us.",
        "No. / There is no train.",
        "Ok. / We shall walk.",
    ]);
    whole(&["The train was late :( again.", "The ratio (2:3) Smith gave was wrong."]);
}

#[test]
fn a_sentence_ends_at_its_mark() {
    cut(&[
        "Ten people died. / Two were children.",
        "Who fired first? / Nobody knows.",
        "Get out! / The roof is falling.",
        "Anyone there?! / No answer came.",
        "Help!! / Help us.",
        "The count was 12. / The police gave 14.",
        "He left in 2005. / 12 years went by.",
        "She paid $100.00. / It was too much.",
        "He put nothing in writing. / he only called.",
    ]);
    whole(&[
        "She had $100.00 in her bag",
        "The toll rose to 1.5 million",
        "a headline without a stop",
        "The list: bread, water, and salt",
        "The quake hit at 9.25 on Monday.",
    ]);
}

#[test]
fn a_title_never_ends_a_sentence() {
    whole(&[
        "Gov. Jerry Brown and Lt. Gen. Anatoly Orlov met Sgt. Dana Cole.",
        "They asked Dr. Price, Mrs. Reed and Sen. Mark Hill.",
        "You can see Mt. Hood from Ft. Vancouver.",
        "Jonas E. Smith met Ivan A. Lopez and J. K. Moore.",
        "The U. S. Geological Survey measured it at 9 a. m. on Friday.",
    ]);
    cut(&[
        "He is the general. / Then he left.",
        "They chose plan B. / Then they left.",
        "It is you and I. / Did Albert I. Jones call?",
    ]);
}

#[test]
fn an_abbreviation_ends_a_sentence_before_a_common_starter() {
    cut(&[
        "He works for Acme Inc. / The firm is small.",
        "She lives in the U.S. / How about you?",
        "They lived near Spokane, Wash. / It was cold.",
        "It stands on Oak Ave. / Police said the door was open.",
        "They sued Pitt & Co. / They won.",
        "The meeting is on Nov. 5. / No one will come.",
        "The man is Carl Reed Jr. / Jurors were told so.",
        "They bought rice, flour, etc. / Farmers sold it.",
    ]);
    whole(&[
        "He works for Acme Inc. in Ohio.",
        "She works for the U.S. Government in Virginia.",
        "The U.S. Marshals Service found him.",
        "They live near Spokane, Wash. and Salem, Ore. in a van.",
        "In Salem, Ore. Police Chief Ray Poe spoke.",
        "The meeting is on Nov. 5 or Tues. Dec. 6.",
        "They met at Carl Reed Jr. High School.",
        "It is Reed Jr.'s book.",
        "Were Jane and co. at the party?",
        "St. Mary's stands on 5th st. near the bridge.",
        "They stand for Brown vs. Board of Education.",
    ]);
}

#[test]
fn a_figure_must_follow_the_word_number() {
    whole(&["He is No. 5 of nine.", "Turn to p. 55 of vol. 2."]);
    cut(&["He said no. / Five left.", "Look at the fig. / It is ripe."]);
}

#[test]
fn a_time_of_day_ends_a_sentence_unless_its_day_follows() {
    cut(&[
        "It began at 8 p.m. / Officers closed the road.",
        "At 5 a.m. Mr. Smith went out. / He was back at 6 P.M. / Mr. Smith slept.",
    ]);
    whole(&[
        "It began at 8 p.m. Thursday and ended at 9 a.m. Friday.",
        "It began at 8 p.m. GMT or 11 p.m. Moscow time.",
        "It began at 8 p.m. on a bridge.",
        "Shortly after 8 p.m. Carl Reed called.",
    ]);
}

#[test]
fn closing_marks_belong_to_the_sentence_before() {
    cut(&[
        "“We saw it fall.” / “Then it burned.”",
        "\"We saw it fall.\" / \"Then it burned.\"",
        "'We saw it fall.' / Then it burned.",
        "She said, \"This is great.\" / She held it out.",
        "(They denied it.) / He went on.",
        "He wrote it in 1805.[6] / Nobody read it.",
        "He wrote it in 1805. [6] [7] / Nobody read it.",
        "“We left. / It was late,” he said.",
        "The mayor called it “a crime.” / Others did not.",
        "\"I left. / I ran,\" he said. / \"I fell. / I rose.\"",
    ]);
    says(&[&["It fell. ” He ran.", "It fell. ”", "He ran."]]);
}

#[test]
fn a_question_inside_quotes_goes_on_with_its_speaker() {
    whole(&[
        "“Why?” he asked.",
        "“Why?” Lopez asked.",
        "“Stop!” Carl Reed said.",
        "\"Who could have known? \"he asked.",
        "He works at Yahoo! in the north.",
        "He teaches (He once was a cook.) at the school.",
        "‘This is great.’ she said.",
    ]);
    cut(&["“Why?” / He did not say.", "“Why?” / Lopez left the room.", "He works! / Nobody saw it."]);
}

#[test]
fn an_ellipsis_ends_a_sentence_only_before_a_capital() {
    cut(&[
        "I never meant that.... / She left the store.",
        "Leave a gap of three . . . . / Next comes a stop.",
    ]);
    whole(&[
        "I was not ... well, what I mean...see . . . the thing is . . . I left.",
        "The laws of the world will seem plain. . . .",
        "It is … a start.",
        "It used the stair as a picture [...] (Smith 55).",
    ]);
}

#[test]
fn a_sentence_may_end_without_a_mark() {
    cut(&[
        "Mara Voss / 05/12/2001 10:14 AM / I have read the lease.",
        "Crew of the Orlu dam at work / Image: Edda Vance.",
    ]);
    whole(&["The call is at 10:14 AM EST on Friday.", "The crew of Orlu Dam met Edda Vance."]);
}

#[test]
fn what_leads_into_its_sentence_is_no_end() {
    whole(&[
        "At least 1,160 Belgians were killed.",
        "Police: Four people were shot.",
        "CHICAGO (AP) — Four people were shot.",
        "• A rifle was found.",
        "It began at 8 pm Thursday.",
    ]);
}

#[test]
fn a_missing_space_is_read_as_one() {
    says(&[
        &["It was late Wednesday.The dead are two.", "It was late Wednesday.", "The dead are two."],
        &["It was the weekend.12 men left.", "It was the weekend.", "12 men left."],
        &["They said.SWAT teams came.", "They said.", "SWAT teams came."],
        &["He paid 1,000.That is a lot.", "He paid 1,000.", "That is a lot."],
        &["It fell at 8 p.m.The dead are two.", "It fell at 8 p.m.", "The dead are two."],
        &["He said.“We left.”She ran.", "He said.", "“We left.”", "She ran."],
    ]);
    whole(&[
        "Read example.org or Example.Com or TEXT.htm now.",
        "The camp.example.org page is down.",
        "He has a Ph.D. in law and a .45-caliber gun.",
        "He held the.45 in his hand.",
    ]);
}

#[test]
fn a_stray_space_breaks_no_figure() {
    whole(&[
        "They stole £1. 7m and $2. 6m in gems.",
        "It grew by 12. 5 percent.",
        "See www. example. org for more.",
    ]);
    cut(&["It was 2005. / 12 men left.", "They stole 17. / 250 were found."]);
}

#[test]
fn a_list_line_is_a_sentence_of_its_own() {
    says(&[
        &["Needs:\n- water\n- salt", "Needs:", "- water", "- salt"],
        &["Needs:\n• Water\n• Salt", "Needs:", "• Water", "• Salt"],
        &["1. Water is low.\n2. Salt is gone.", "1. Water is low.", "2. Salt is gone."],
        &["Needs\n1) Water\n2) Salt", "Needs", "1) Water", "2) Salt"],
        &["- He left. He ran.", "- He left.", "He ran."],
    ]);
}

#[test]
fn a_line_that_goes_on_is_no_boundary() {
    says(&[
        &["The dead\nare two.", "The dead\nare two."],
        &["The dead are two.\nfour fled.", "The dead are two.", "four fled."],
        &["Gaza truce\n\nThe dead are two.", "Gaza truce", "The dead are two."],
        &["The quake on Nov.\r\n5 was felt.", "The quake on Nov.", "5 was felt."],
    ]);
}

#[test]
fn sentences_never_cross_blocks() {
    let text = "Truce in Gaza Inc. The dead\nare two and so on";
    let blocks = [
        Block { range: 0..27, is_headline: true },
        Block { range: 28..text.len(), is_headline: false },
        Block { range: 9..999, is_headline: false },
    ];
    let annotation = annotate(text, &blocks);
    let found: Vec<_> = annotation.sentences(text).map(|s| (s.block(), &text[s.range()])).collect();
    assert_eq!(found, [(0, "Truce in Gaza Inc. The dead"), (1, "are two and so on")]);
}

#[test]
fn blocks_may_stand_in_any_order() {
    let text = "Ünder way, Inc. of Ohio.45 and on";
    for (start, end) in [(20, 33), (0, 12), (5, 25), (1, 9), (30, 3), (40, 41)] {
        for (next, last) in [(0, 33), (2, 14), (12, 33), (0, 0)] {
            let blocks = [start..end, next..last].map(|range| Block { range, is_headline: false });
            assert!(annotate(text, &blocks).sentences(text).all(|s| s.len() > 0));
        }
    }
}

#[test]
fn addresses_are_tokens_and_end_no_sentence() {
    cut(&[
        "Write to Jane.Doe@example.com. / She will answer.",
        "It is at https://www.example.50.com/new-site/a_b.html. / Please read it.",
    ]);
    tokens(&[
        ("Write to desk@example.org, please.", "Write|to|desk@example.org|,|please|."),
        ("See (http://example.org/a).", "See|(|http://example.org/a|)|."),
        ("<mailto:desk@example.org>", "<|mailto:desk@example.org|>"),
        ("See (plan-2.doc), not plan-2.", "See|(|plan-2.doc|)|,|not|plan|-|2|."),
        ("Ask @desk or #news, not #1.", "Ask|@desk|or|#news|,|not|#|1|."),
    ]);
}

#[test]
fn contractions_and_possessives_are_split() {
    tokens(&[
        ("They don't, can’t and cannot.", "They|do|n't|,|ca|n’t|and|can|not|."),
        ("Gaza's, Gaza’s and the boys' toys", "Gaza|'s|,|Gaza|’s|and|the|boys|'|toys"),
        ("You couldn't've known it's Reed’s", "You|could|n't|'ve|known|it|'s|Reed|’s"),
        ("’Tis gonna be the U.S.’s", "’T|is|gon|na|be|the|U.S.|’s"),
        ("O'Neill at 5 o'clock in L’Aquila", "O'Neill|at|5|o'clock|in|L’Aquila"),
        ("its not here, its notes are", "it|s|not|here|,|its|notes|are"),
        ("Your going, your name", "You|r|going|,|your|name"),
        ("I cant, he wont, theres one", "I|ca|nt|,|he|wo|nt|,|there|s|one"),
        ("the class of ’72, the '90s and 'the end'", "the|class|of|’72|,|the|'90s|and|'|the|end|'"),
        ("'20 killed' in raid", "'|20|killed|'|in|raid"),
    ]);
}

#[test]
fn compounds_are_split_and_prefixes_are_not() {
    tokens(&[
        ("a 20-point plan", "a|20|-|point|plan"),
        ("a 17-year-old from al-Qaeda", "a|17|-|year|-|old|from|al|-|Qaeda"),
        ("a re-elected co-founder", "a|re-elected|co-founder"),
        ("an anti-aircraft-led e-mail", "an|anti-aircraft|-|led|e-mail"),
        ("mid-1990s over-50s", "mid-1990s|over|-|50s"),
        ("a cul-de-sac", "a|cul|-|de|-|sac"),
        ("UN-backed X-ray", "UN|-|backed|X|-|ray"),
        ("an AK-47, an F-16 and the G20", "an|AK|-|47|,|an|F|-|16|and|the|G20"),
        ("and/or AT&T — well--no", "and|/|or|AT&T|—|well|--|no"),
        ("2010–2012 or 10-15", "2010|–|2012|or|10|-|15"),
    ]);
}

#[test]
fn figures_are_split_from_signs_and_units() {
    tokens(&[
        ("$2.6 million, £8.7m, US$5", "$|2.6|million|,|£|8.7m|,|US$|5"),
        ("5% of 67,160 or 67 160", "5|%|of|67,160|or|67|160"),
        ("at 7pm, 9:25am, 9.25 p.m.", "at|7|pm|,|9:25|am|,|9.25|p.m."),
        ("58km at 30°C in the 1960s", "58|km|at|30|°|C|in|the|1960s"),
        ("40k, 3bn and 2m", "40k|,|3bn|and|2m"),
        ("Rs500, Rs.500, Rs. 500, EUR20", "Rs|500|,|Rs.|500|,|Rs.|500|,|EUR|20"),
        ("St.Louis, No.5, Nov.12, 6p.m.-8p.m.", "St.|Louis|,|No.|5|,|Nov.|12|,|6|p.m.|-|8|p.m."),
        ("a .45-caliber gun", "a|.45|-|caliber|gun"),
        ("1/2 or 9/11 or 2½", "1/2|or|9/11|or|2½"),
    ]);
}

#[test]
fn marks_are_tokens_of_their_own() {
    tokens(&[
        ("“Well…” he said (sic)...", "“|Well|…|”|he|said|(|sic|)|..."),
        ("What?! No... ''yes''", "What|?!|No|...|''|yes|''"),
        ("It was good =) ^_^ <3", "It|was|good|=)|^_^|<3"),
        ("Fun (: here; no (2:3) :).", "Fun|(:|here|;|no|(|2:3|)|:)|."),
        ("[...] ---- ** • x", "[|...|]|----|**|•|x"),
    ]);
}

#[test]
fn the_norm_is_small_and_plain_and_the_span_is_true() {
    let text = "Khan\u{a0}Yunis’s CEASE\u{ad}FIRE\u{200b} ÉTÉ non\u{2011}stop “x”";
    let annotation = one_block(text);
    let sentence = annotation.sentence(text, 0);
    let norms: Vec<_> = (0..sentence.len()).map(|t| sentence.norm(t)).collect();
    assert_eq!(norms, ["khan", "yunis", "'s", "ceasefire", "été", "non-stop", "\"", "x", "\""]);
    assert_eq!(sentence.surface(3), "CEASE\u{ad}FIRE");
    assert_eq!(sentence.lemma(3), "ceasefire");
}

#[test]
fn every_token_stands_in_order_and_every_printed_byte_is_in_one() {
    let pieces = [
        "U.S.",
        "p.m.",
        "don’t",
        "’",
        "'",
        "\"",
        "“",
        ".",
        "...",
        "1,000",
        "-",
        "\u{ad}",
        "\u{200b}",
        " ",
        "\n",
        "\u{a0}",
        "@",
        "://",
        "www.",
        "é",
        "\u{301}",
        "👩\u{200d}👧",
        "中",
        "٣",
        "½",
        "$",
        "a.",
        "I",
        "[4]",
        "_",
        "#",
        "\u{0}",
        "e-",
        "re-",
        "’tis",
        "cannot",
        "İ",
        "ß",
        "x@y.z",
        "&",
        "N",
    ];
    // A small generator with a fixed seed: every run sees the same texts.
    let mut state = 7u64;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        let annotation = one_block(&text);
        let mut end = 0;
        for sentence in annotation.sentences(&text) {
            for (number, token) in sentence.tokens().iter().enumerate() {
                let gap = &text[end..token.start as usize];
                assert!(
                    gap.chars().all(|c| !c.is_alphanumeric() && !c.is_ascii_punctuation()),
                    "{text:?} leaves out {gap:?}"
                );
                assert!(token.start < token.end, "{text:?}");
                assert!(!sentence.norm(number).is_empty(), "{text:?}");
                end = token.end as usize;
            }
            let is_root = |token: usize| sentence.head(token).is_none();
            assert_eq!((0..sentence.len()).filter(|&t| is_root(t)).count(), 1, "{text:?}");
            let reaches_root = |token| sentence.ancestors(token).last().is_some_and(is_root);
            assert!((0..sentence.len()).all(reaches_root), "{text:?} has a cycle");
        }
        let rest = &text[end..];
        assert!(rest.chars().all(|c| !c.is_alphanumeric()), "{text:?} leaves out {rest:?}");
    }
}

#[test]
fn long_runs_of_one_thing_take_no_long_time() {
    for piece in
        ["a", "1,", "a.", "'", "-", "a-", "@", "a@", "://", "(", "\u{ad}", "a\u{ad}", ". ", "n't", "1-"]
    {
        let text = piece.repeat(200_000);
        assert!(one_block(&text).sentences(&text).count() < 200_001, "{piece}");
    }
}
