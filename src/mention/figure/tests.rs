use super::*;
use crate::language::{Block, annotate};

/// Each figure as `words | form bound figure unit change`.
fn read(text: &str) -> Vec<String> {
    let annotation = annotate(text, &[Block { range: 0..text.len(), is_headline: false }]);
    let mut lines = Vec::new();
    for sentence in annotation.sentences(text) {
        for figure in figures(&sentence) {
            let mut line = text[sentence.bytes(figure.tokens.clone())].to_owned();
            line.push_str(&format!(" | {:?}", figure.form).to_lowercase());
            let quantity = &figure.quantity;
            if quantity.bound_id() != "exactly" {
                line.push_str(&format!(" {}", quantity.bound_id()));
            }
            line.push_str(&format!(" {}", quantity.printed()));
            if let Some(unit) = quantity.unit_id() {
                line.push_str(&format!(" {unit}"));
            }
            if let Some(change) = figure.change {
                line.push_str(&format!(" {change:?}").to_lowercase());
            }
            assert!(
                figure.tokens.start <= figure.number.start && figure.number.end <= figure.tokens.end,
                "{line}"
            );
            lines.push(line);
        }
    }
    lines
}

/// Sentences with the figures they give, one after another.
fn says(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, want)| read(text) != *want)
        .map(|(text, want)| format!("{text}\n  want {want:?}\n  read {:?}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn silent(texts: &[&str]) {
    says(&texts.iter().map(|text| (*text, &[][..])).collect::<Vec<_>>());
}

#[test]
fn numbers_are_read_in_digits_and_words() {
    says(&[
        ("The flood killed 67,160 people.", &["67,160 | cardinal 67160"]),
        ("The flood killed 67 160 people.", &["67 160 | cardinal 67160"]),
        ("The flood killed 67\u{a0}160 people.", &["67\u{a0}160 | cardinal 67160"]),
        ("The flood killed 12,34,567 people.", &["12,34,567 | cardinal 1234567"]),
        (
            "The flood killed sixty-seven thousand one hundred and sixty people.",
            &["sixty-seven thousand one hundred and sixty | cardinal 67160"],
        ),
        ("The town has 1.2 million people.", &["1.2 million | cardinal 1200000"]),
        ("The town has 2m people.", &["2m | cardinal 2000000"]),
        ("The state has 3 lakh farmers.", &["3 lakh | cardinal 300000"]),
        ("The state has two crore farmers.", &["two crore | cardinal 20000000"]),
        ("A hundred homes burned.", &["A hundred | cardinal 100"]),
        ("Half a million people fled.", &["Half a million | cardinal 500000"]),
        ("A quarter of a million people fled.", &["A quarter of a million | cardinal 250000"]),
        ("A dozen homes burned.", &["A dozen | cardinal 12"]),
        ("Half a dozen homes burned.", &["Half a dozen | cardinal 6"]),
        ("Two dozen homes burned.", &["Two dozen | cardinal 24"]),
        ("Twenty-one people died.", &["Twenty-one | cardinal 21"]),
        ("Two hundred and fifty people died.", &["Two hundred and fifty | cardinal 250"]),
        ("The mayor met two and the priest met three people.", &["two | cardinal 2", "three | cardinal 3"]),
    ]);
}

#[test]
fn words_without_a_number_are_vague() {
    says(&[
        ("Dozens of homes burned.", &["Dozens | vague between 24-99"]),
        ("Hundreds of people fled.", &["Hundreds | vague between 200-999"]),
        ("Tens of thousands of people fled.", &["Tens of thousands | vague between 20000-99999"]),
        ("Several homes burned.", &["Several | vague between 3-9"]),
        ("A few homes burned.", &["A few | vague between 3-5"]),
        ("Several hundred homes burned.", &["Several hundred | vague between 300-900"]),
        ("A couple of homes burned.", &["A couple | vague between 2-3"]),
    ]);
    silent(&["A couple fled.", "Few homes burned.", "The score was settled."]);
}

#[test]
fn hedges_stand_before_and_behind() {
    says(&[
        ("At least 67,160 people died.", &["At least 67,160 | cardinal at_least 67160"]),
        ("About a dozen homes burned.", &["About a dozen | cardinal about 12"]),
        ("An estimated 40 homes burned.", &["An estimated 40 | cardinal about 40"]),
        ("More than half a million people fled.", &["More than half a million | cardinal more_than 500000"]),
        ("No fewer than 12 people died.", &["No fewer than 12 | cardinal at_least 12"]),
        ("Nearly 2,000 prisoners fled.", &["Nearly 2,000 | cardinal nearly 2000"]),
        ("It cost over $2.6 million.", &["over $2.6 million | money more_than 2600000 USD"]),
        ("Some 500-plus homes burned.", &["Some 500 | cardinal about 500"]),
        ("The mayor saw 500-plus homes.", &["500-plus | cardinal more_than 500"]),
        ("The walk took 20 minutes or so.", &["20 minutes or so | duration about 20 minute"]),
        ("He talked over three days.", &["three days | duration 3 day"]),
    ]);
}

#[test]
fn money_has_a_sign_or_a_word() {
    says(&[
        ("They paid $2.6 million.", &["$2.6 million | money 2600000 USD"]),
        ("It was a $2.6-million deal.", &["$2.6-million | money 2600000 USD"]),
        ("It was a two-million-euro deal.", &["two-million-euro | money 2000000 EUR"]),
        ("They paid 2 million euros.", &["2 million euros | money 2000000 EUR"]),
        ("They stole £1. 7m in gems.", &["£1. 7m | money 1700000 GBP"]),
        ("They stole £8.7m in gems.", &["£8.7m | money 8700000 GBP"]),
        ("They paid Rs. 500 for it.", &["Rs. 500 | money 500 INR"]),
        ("They paid US$5 for it.", &["US$5 | money 5 USD"]),
        ("They paid 50 cents for it.", &["50 cents | money 0.5 USD"]),
        ("They paid $5 to $10 million for it.", &["$5 to $10 million | money between 5000000-10000000 USD"]),
    ]);
    says(&[("They won 500 seats.", &["500 | cardinal 500"])]);
}

#[test]
fn units_and_percentages_are_read() {
    says(&[
        ("It grew to 5% of the town.", &["5% | percent 5 percent"]),
        ("It grew to 5 per cent of the town.", &["5 per cent | percent 5 percent"]),
        ("It fell by 2 percentage points.", &["2 percentage points | percent 2 percentage point down"]),
        ("It lies 58km from the town.", &["58km | measure 58 kilometre"]),
        ("It lies 36 miles from the town.", &["36 miles | measure 36 mile"]),
        ("It burned 40 square miles.", &["40 square miles | measure 40 square mile"]),
        ("It was 30°C in the town.", &["30°C | measure 30 celsius"]),
        ("It was minus 20 degrees Celsius.", &["minus 20 degrees Celsius | measure -20 celsius"]),
        ("The wind blew at 90 miles per hour.", &["90 miles per hour | measure 90 mile an hour"]),
        ("The talks lasted three days.", &["three days | duration 3 day"]),
        ("It was a 10-day truce.", &["10-day | duration 10 day"]),
        ("He served four and a half months.", &["four and a half months | duration 4.5 month"]),
        ("He served 4½ months.", &["4½ months | duration 4.5 month"]),
        ("He served 41/2 months.", &["41/2 months | duration 4.5 month"]),
        ("He served a year and a half in jail.", &["a year and a half | duration 1.5 year"]),
        ("It took half an hour.", &["half an hour | duration 0.5 hour"]),
        ("It shook for one minute.", &["one minute | duration 1 minute"]),
        ("The talks took two hours and 45 minutes.", &["two hours and 45 minutes | duration 2.75 hour"]),
        ("The man is 6-foot-3.", &["6-foot-3 | measure 6.25 foot"]),
        ("It took more than a year.", &["more than a year | duration more_than 1 year"]),
    ]);
    silent(&["He served 4\u{fffd} months."]);
}

#[test]
fn calibres_and_magnitudes_are_measures() {
    says(&[
        ("He held a .45-caliber pistol.", &[".45-caliber | measure 0.45 caliber"]),
        ("He held a 40-caliber pistol.", &["40-caliber | measure 0.4 caliber"]),
        ("He held a .45 caliber pistol.", &[".45 caliber | measure 0.45 caliber"]),
        ("He held a 9 mm handgun.", &["9 mm | measure 9 mm caliber"]),
        ("He held a 9mm pistol.", &["9mm | measure 9 mm caliber"]),
        ("He drew the 9 mm and fired.", &["9 mm | measure 9 mm caliber"]),
        ("The pipe is 9 mm wide.", &["9 mm | measure 9 millimetre"]),
        ("A magnitude 6.1 quake struck.", &["magnitude 6.1 | measure 6.1 magnitude"]),
        ("A 6.1-magnitude quake struck.", &["6.1-magnitude | measure 6.1 magnitude"]),
        ("It had a magnitude of 5.9.", &["magnitude of 5.9 | measure 5.9 magnitude"]),
        ("It was 5.9 on the Richter scale.", &["5.9 on the Richter scale | measure 5.9 magnitude"]),
        ("The quake measured 6.1.", &["6.1 | measure 6.1 magnitude"]),
    ]);
}

#[test]
fn shares_are_percentages_in_words() {
    says(&[
        ("A third of voters stayed home.", &["A third | share 33.33 percent"]),
        ("Two-thirds of voters stayed home.", &["Two-thirds | share 66.67 percent"]),
        ("One in five voters stayed home.", &["One in five | share 20 percent"]),
        ("Three in four voters stayed home.", &["Three in four | share 75 percent"]),
        ("Nearly half of voters stayed home.", &["Nearly half | share nearly 50 percent"]),
        (
            "Between half and two-thirds of voters stayed home.",
            &["Between half and two-thirds | share between 50-66.67 percent"],
        ),
    ]);
    says(&[("Two in ten days died.", &["Two | cardinal 2", "ten days | duration 10 day"])]);
    silent(&["He scored in the first half."][..0]);
}

#[test]
fn ranges_are_one_figure() {
    says(&[
        ("Between 40 and 80 percent stayed.", &["Between 40 and 80 percent | percent between 40-80 percent"]),
        ("It takes 40 percent to 70 percent.", &["40 percent to 70 percent | percent between 40-70 percent"]),
        ("It takes 5 to 10 people.", &["5 to 10 | cardinal between 5-10"]),
        ("It takes 12–15 people.", &["12–15 | cardinal between 12-15"]),
        ("About 15-20 young people came.", &["About 15-20 | cardinal between 15-20"]),
        ("It takes two or three people.", &["two or three | cardinal between 2-3"]),
        ("The toll rose from 36 to 41.", &["36 | cardinal 36", "41 | cardinal 41"]),
    ]);
    silent(&["They won 5-4.", "It was a 5-4 vote."]);
}

#[test]
fn ages_are_no_counts() {
    says(&[
        ("A 17-year-old boy died.", &["17-year-old | age 17 year"]),
        ("A 17-year-old was shot.", &["17-year-old | age 17 year"]),
        ("The boy was 17 years old.", &["17 years old | age 17 year"]),
        ("The boy, aged 17, died.", &["17 | age 17 year"]),
        ("Carl Reed, 17, died.", &["17 | age 17 year"]),
        ("Carl Reed, 17, of Salem, died.", &["17 | age 17 year"]),
        ("He shot the girl, 8.", &["8 | age 8 year"]),
        ("It ended the two-year-old war.", &["two-year-old | duration 2 year"]),
        ("It hit a two-year-old boy last week.", &["two-year-old | age 2 year"]),
        ("The boys, aged 5, 7 and 9, died.", &["5 | age 5 year", "7 | age 7 year", "9 | age 9 year"]),
        ("He was 75.", &["75 | age 75 year"]),
        ("He died at 75.", &["75 | age 75 year"]),
        ("The suspects, both 19, fled.", &["19 | age 19 year"]),
    ]);
}

#[test]
fn ranks_and_years_have_forms_of_their_own() {
    says(&[
        ("It was his second visit.", &["second | ordinal 2"]),
        ("It was the 20th visit.", &["20th | ordinal 20"]),
        ("It was the twentieth visit.", &["twentieth | ordinal 20"]),
        ("It was the twenty-first visit.", &["twenty-first | ordinal 21"]),
        ("It was built in 1957.", &["1957 | year 1957"]),
        ("In 2013 it fell.", &["2013 | year 2013"]),
        ("The storm killed 2013 people.", &["2013 | cardinal 2013"]),
    ]);
    silent(&[
        "He is in 10th grade.",
        "He serves there in the 1st Medical Brigade.",
        "It was second-degree murder.",
        "She lives on 37th Street.",
        "It fell in a split second.",
    ]);
}

#[test]
fn a_change_is_told_from_a_level() {
    says(&[
        ("Prices rose 5 percent.", &["5 percent | percent 5 percent up"]),
        ("Prices fell by 5 percent.", &["5 percent | percent 5 percent down"]),
        ("Prices rose to 41 percent.", &["41 percent | percent 41 percent"]),
        ("It was a 5 percent increase.", &["5 percent | percent 5 percent up"]),
        ("They raised $5 million.", &["$5 million | money 5000000 USD"]),
    ]);
}

#[test]
fn one_counts_only_what_it_stands_before() {
    says(&[
        ("One person died.", &["One | cardinal 1"]),
        ("Five men were shot, one fatally.", &["Five | cardinal 5", "one | cardinal 1"]),
        ("One is in critical condition.", &["One | cardinal 1"]),
        ("The blast hurt five, killing one.", &["five | cardinal 5", "one | cardinal 1"]),
    ]);
    silent(&[
        "One of the homes burned.",
        "No one came.",
        "One day he left.",
        "He is the one.",
        "One is in a hurry.",
    ]);
}

#[test]
fn names_and_phrases_are_no_figures() {
    silent(&[
        "He spoke to “60 Minutes” about it.",
        "It fell on October 7.",
        "It fell on May 11.",
        "It fell on Nov. 1.",
        "It fell on 10 Nov 11.",
        "It fell at 7 p.m. and at 9:25 a.m.",
        "It fell at 0440 GMT.",
        "The 20-point plan failed.",
        "Resolution 2735 passed.",
        "Flight AI 171 fell.",
        "He flew an F-16.",
        "They met at the G20.",
        "He slept at a Motel 6.",
        "He drove on Route 67.",
        "Call 555-0123 for help.",
        "She lives at 937 Euharlee Road.",
        "He was shot in the 6600 block of South Michigan Avenue.",
        "She lives at 833 Anderson Street.",
        "She lives at Lot No. 5.",
        "He told Channel 12 so.",
        "It was a 24-hour shop.",
        "He recalled 9/11 well.",
        "It filed for Chapter 11.",
        "She called 911 at once.",
        "It was first-degree murder.",
        "They saw it in 3-D.",
        "It was told by Action News 5.",
        "She lives at 2211 Falling Oak.",
        "He was shot in the 6500 block.",
        "Call (800) 222-TIPS or text CRIMES (274637).",
        "Image 2 of 5.",
        "He paid 1,5 euros.",
        "It runs on Windows 10.",
    ]);
    says(&[
        ("They found 14 AK-47 rifles.", &["14 | cardinal 14"]),
        ("They found six AK 47 rifles.", &["six | cardinal 6"]),
        ("In all, 911 people died.", &["911 | cardinal 911"]),
        ("A two-vehicle crash killed 14 men.", &["two | cardinal 2", "14 | cardinal 14"]),
    ]);
}

#[test]
fn no_text_breaks_the_reader() {
    let pieces = [
        "1",
        "1,000",
        ".45",
        "½",
        "٣",
        "٣m",
        "中",
        "a",
        "an",
        "half",
        "and a half",
        "of",
        "million",
        "-",
        "–",
        "$",
        "£",
        "percent",
        "years",
        "old",
        "between",
        "and",
        "to",
        "one",
        "in",
        "five",
        "second",
        "\u{fffd}",
        "\u{301}",
        "é",
        "İ",
        "(",
        ")",
        ".",
        ",",
        "999,999,999,999,999",
        "crore",
        "trillion",
        "1/2",
        "/",
        "°",
        "mm",
        "magnitude",
        "0",
        "minus",
        "dozens",
        "tens",
        "thousands",
        "hundred",
        "20th",
        "2m",
        "9".repeat(40).leak(),
    ];
    let mut seed = 7_u32;
    for _ in 0..300 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
            if seed & 0x100 == 0 {
                text.push(' ');
            }
        }
        for figure in read(&text) {
            assert!(!figure.is_empty());
        }
    }
}
