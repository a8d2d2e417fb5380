//! Offsets: bytes of a text into the units in which a browser counts.
//!
//! JavaScript cuts strings by UTF-16 units: an emoji is four bytes and two units,
//! a Chinese character three and one. Spans that ignore this mark the wrong words.

/// The way from bytes of one text to its UTF-16 units.
pub(super) struct Units {
    /// After each character that is not ASCII: its end in bytes, and in units.
    steps: Vec<(usize, usize)>,
}

impl Units {
    /// Reads through `text` once.
    pub(super) fn new(text: &str) -> Units {
        let mut steps = Vec::new();
        let mut behind = 0;
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            behind += c.len_utf8() - c.len_utf16();
            let end = at + c.len_utf8();
            steps.push((end, end - behind));
        }
        Units { steps }
    }

    /// The unit at which the byte `at` stands; a byte inside a character stands where the
    /// character before it ends.
    pub(super) fn at(&self, at: usize) -> usize {
        let passed = self.steps.partition_point(|&(end, _)| end <= at);
        let Some(&(end, units)) = passed.checked_sub(1).and_then(|i| self.steps.get(i)) else { return at };
        units + (at - end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that a browser would cut out of `text` for the bytes of `words`.
    fn cut(text: &str, words: &str) -> String {
        let start = text.find(words).expect("the words stand in the text");
        let units = Units::new(text);
        let all: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16(&all[units.at(start)..units.at(start + words.len())]).expect("whole characters")
    }

    #[test]
    fn a_browser_cuts_out_the_same_words() {
        let text = "Plain, “curly”, 東京 12 dead, 🇵🇸 and 👩‍👩‍👧 40, caf\u{e9} 3";
        for words in ["Plain", "“curly”", "東京", "12 dead", "🇵🇸", "and", "👩‍👩‍👧 40", "\u{e9} 3", text]
        {
            assert_eq!(cut(text, words), words);
        }
        assert_eq!(cut("", ""), "");
    }
}
