//! Fingerprints: the name of a difference that outlives edits around it.
//!
//! A fingerprint depends on the kind, the topic and which source gives which
//! value; not on offsets, lines or paths. It changes when a source changes its
//! value, and that is the point: what was accepted then is not what stands now.

use crate::claim::Kind;

/// The hash of a kind, a topic and its (source, value) pairs: 16 hexadecimal digits.
///
/// The order of the pairs and pairs given twice make no difference, so neither
/// the order of the articles nor a duplicated article changes it. The hash is
/// FNV-1a of 64 bits over the fields in UTF-8, each followed by the byte 0xFF,
/// which no UTF-8 text contains.
pub fn fingerprint<'a>(
    kind: Kind,
    topic: &str,
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> String {
    let mut pairs: Vec<_> = pairs.into_iter().collect();
    pairs.sort_unstable();
    pairs.dedup();
    let head = [kind.id(), topic].into_iter();
    let fields = head.chain(pairs.into_iter().flat_map(|(source, value)| [source, value]));
    format!("{:016x}", fields.fold(OFFSET_BASIS, add_field))
}

/// Shortest length, six or more, at which the fingerprints differ from one another.
pub fn short_length<'a>(fingerprints: impl IntoIterator<Item = &'a str>) -> usize {
    let mut sorted: Vec<_> = fingerprints.into_iter().collect();
    sorted.sort_unstable();
    sorted.dedup();
    let shared = |pair: &[&str]| pair[0].bytes().zip(pair[1].bytes()).take_while(|(a, b)| a == b).count();
    sorted.windows(2).map(|pair| shared(pair) + 1).max().unwrap_or(0).max(SHORTEST)
}

/// Six digits keep a thousand differences apart with odds of 30 to 1; a report has dozens.
const SHORTEST: usize = 6;

const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

fn add_field(hash: u64, field: &str) -> u64 {
    field.bytes().chain([0xFF]).fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLL: [(&str, &str); 2] = [("AP", "67,160"), ("AFP", "67,173")];

    fn toll(pairs: &[(&str, &str)]) -> String {
        let pairs: Vec<(&str, &str)> = pairs.to_vec();
        fingerprint(Kind::Count, "people killed · Gaza", pairs)
    }

    #[test]
    fn it_never_changes_between_releases() {
        assert_eq!(toll(&TOLL), "b1e391ae5f009694");
    }

    #[test]
    fn order_and_repetition_make_no_difference() {
        assert_eq!(toll(&TOLL), toll(&[TOLL[1], TOLL[0]]));
        assert_eq!(toll(&TOLL), toll(&[TOLL[0], TOLL[1], TOLL[0]]));
    }

    #[test]
    fn another_value_source_topic_or_kind_changes_it() {
        let base = toll(&TOLL);
        assert_ne!(base, toll(&[TOLL[0], ("AFP", "67,174")]));
        assert_ne!(base, toll(&[TOLL[0], ("BBC", "67,173")]));
        assert_ne!(base, fingerprint(Kind::Count, "people killed", TOLL));
        assert_ne!(base, fingerprint(Kind::Money, "people killed · Gaza", TOLL));
    }

    #[test]
    fn fields_do_not_run_into_one_another() {
        assert_ne!(toll(&[("AP", "1"), ("B", "2")]), toll(&[("AP1", ""), ("B", "2")]));
    }

    #[test]
    fn short_forms_grow_until_they_differ() {
        assert_eq!(short_length([]), 6);
        assert_eq!(short_length(["0123456789abcdef", "fedcba9876543210"]), 6);
        assert_eq!(short_length(["0123456789abcdef", "0123456799abcdef"]), 9);
        assert_eq!(short_length(["0123456789abcdef", "0123456789abcdef"]), 6);
    }
}
