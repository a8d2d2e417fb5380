//! The model file: a header and a few parts, used where they lie.
//!
//! Opening one checks magic, version and the sizes of the parts and copies
//! nothing; the checksum is verified for files from outside, and by a test for
//! the embedded one.

use std::fmt;
use std::sync::OnceLock;

use super::bytes::u32_at;
use super::kinds::Kinds;
use super::lemma::Lemmas;
use super::lexicon::Lexicon;
use super::network::Network;
use super::tagger::Classes;

const MAGIC: &[u8; 8] = b"factdiff";
const VERSION: u32 = 4;
const PARTS: usize = 10;
/// Magic, version, a zero, checksum, sizes of the parts.
const HEADER: usize = 24 + PARTS * 4;

/// Every part begins at a multiple of so many bytes.
const ALIGNMENT: usize = 64;

/// Bytes that lie at a multiple of [`ALIGNMENT`] in memory, too.
#[repr(align(64))]
struct Aligned<T: ?Sized>(T);

static ENGLISH: &Aligned<[u8]> = &Aligned(*include_bytes!("english.model"));

/// Everything learned about a language, borrowed from the bytes of a model file.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    notes: &'a str,
    pub(super) classes: Classes<'a>,
    pub(super) lexicon: Lexicon<'a>,
    pub(super) lemmas: Lemmas<'a>,
    pub(super) tagger: Network<'a>,
    pub(super) parser: Network<'a>,
    pub(super) labeller: Network<'a>,
    pub(super) names: Network<'a>,
    pub(super) kinds: Kinds<'a>,
    pub(super) boundaries: Network<'a>,
}

/// Why some bytes are no model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ModelError {
    /// The file does not begin like a model.
    NotAModel,
    /// The model was made for another version of the program.
    Version {
        /// The version in the file.
        found: u32,
        /// The version this program reads.
        wanted: u32,
    },
    /// The file is shorter or longer than its header says.
    Length {
        /// Bytes there are.
        found: usize,
        /// Bytes the header promises.
        wanted: usize,
    },
    /// The bytes are not those that were written.
    Checksum,
    /// A part does not make sense.
    Part(&'static str),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ModelError::NotAModel => write!(f, "not a language model of factdiff"),
            ModelError::Version { found, wanted } => {
                write!(f, "language model of version {found}; this program reads version {wanted}")
            }
            ModelError::Length { found, wanted } => {
                write!(f, "language model has {found} bytes, its header promises {wanted}")
            }
            ModelError::Checksum => write!(f, "language model is damaged: the checksum differs"),
            ModelError::Part(name) => write!(f, "language model is damaged: part `{name}`"),
        }
    }
}

impl std::error::Error for ModelError {}

impl Model<'static> {
    /// The English model inside the program.
    pub fn embedded() -> &'static Model<'static> {
        static MODEL: OnceLock<Model<'static>> = OnceLock::new();
        // A test opens and verifies exactly these bytes.
        MODEL.get_or_init(|| Model::open(&ENGLISH.0).expect("the embedded model is sound"))
    }
}

impl<'a> Model<'a> {
    /// The model in these bytes, checksum verified.
    pub fn read(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let model = Model::open(bytes)?;
        if checksum(&bytes[24..]) != stored_checksum(bytes) {
            return Err(ModelError::Checksum);
        }
        Ok(model)
    }

    /// The model in these bytes, sizes checked only.
    fn open(bytes: &'a [u8]) -> Result<Self, ModelError> {
        if !bytes.starts_with(MAGIC) || bytes.len() < 12 {
            return Err(ModelError::NotAModel);
        }
        let found = u32_at(bytes, 8);
        if found != VERSION {
            return Err(ModelError::Version { found, wanted: VERSION });
        }
        let wanted = match bytes.len() {
            0..HEADER => HEADER,
            _ => (0..PARTS)
                .fold(HEADER, |end, n| end.next_multiple_of(ALIGNMENT) + u32_at(bytes, 24 + n * 4) as usize),
        };
        if bytes.len() != wanted {
            return Err(ModelError::Length { found: bytes.len(), wanted });
        }
        let mut end = HEADER;
        let mut parts = [&bytes[..0]; PARTS];
        for (n, part) in parts.iter_mut().enumerate() {
            let start = end.next_multiple_of(ALIGNMENT);
            end = start + u32_at(bytes, 24 + n * 4) as usize;
            *part = &bytes[start..end];
        }
        let [notes, classes, lexicon, lemmas, tagger, parser, labeller, names, kinds, boundaries] = parts;
        let network = |bytes, outcomes: usize, name| match Network::new(bytes) {
            Some(network) if network.outcomes() == outcomes => Ok(network),
            _ => Err(ModelError::Part(name)),
        };
        let classes = Classes::new(classes).ok_or(ModelError::Part("classes"))?;
        Ok(Model {
            notes: std::str::from_utf8(notes).map_err(|_| ModelError::Part("notes"))?,
            classes,
            lexicon: Lexicon::new(lexicon).ok_or(ModelError::Part("lexicon"))?,
            lemmas: Lemmas::new(lemmas).ok_or(ModelError::Part("lemmas"))?,
            tagger: network(tagger, classes.len(), "tagger")?,
            parser: network(parser, super::parser::OUTCOMES, "parser")?,
            labeller: network(labeller, super::parser::RELATIONS, "labeller")?,
            names: network(names, super::names::OUTCOMES, "names")?,
            kinds: Kinds::new(kinds).ok_or(ModelError::Part("kinds"))?,
            boundaries: network(boundaries, super::unmarked::OUTCOMES, "boundaries")?,
        })
    }

    /// What the model was made from, with licences: plain text.
    pub fn notes(&self) -> &'a str {
        self.notes
    }

    /// The bytes of a model file with these parts.
    #[cfg(feature = "train")]
    pub(super) fn write(parts: [&[u8]; PARTS]) -> Vec<u8> {
        let mut body = Vec::new();
        for part in parts {
            body.extend((part.len() as u32).to_le_bytes());
        }
        for part in parts {
            let end = 24 + body.len();
            body.resize(end.next_multiple_of(ALIGNMENT) - 24, 0);
            body.extend(part);
        }
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(0u32.to_le_bytes());
        bytes.extend(checksum(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }
}

fn stored_checksum(bytes: &[u8]) -> u64 {
    u64::from(u32_at(bytes, 16)) | u64::from(u32_at(bytes, 20)) << 32
}

/// FNV-1a over eight bytes at a time.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(0xCBF2_9CE4_8422_2325, |sum: u64, chunk| {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        (sum ^ u64::from_le_bytes(eight)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_passes_its_checksum() {
        let model = Model::read(&ENGLISH.0).unwrap();
        assert!(model.notes().contains("CC BY-SA 4.0"));
        assert!(ENGLISH.0.len() <= 12_000_000);
    }

    #[test]
    fn a_wrong_or_truncated_model_is_refused() {
        let refused = |bytes: &[u8]| Model::read(bytes).unwrap_err();
        assert_eq!(refused(b""), ModelError::NotAModel);
        assert_eq!(refused(b"PK\x03\x04 something else"), ModelError::NotAModel);
        for length in [12, 40, ENGLISH.0.len() / 2, ENGLISH.0.len() - 1] {
            let error = refused(&ENGLISH.0[..length]);
            assert!(matches!(error, ModelError::Length { .. }), "{length}: {error}");
        }
        let mut other = ENGLISH.0.to_vec();
        other[8] += 1;
        assert!(matches!(refused(&other), ModelError::Version { .. }));
        let mut damaged = ENGLISH.0.to_vec();
        let middle = damaged.len() / 2;
        damaged[middle] ^= 1;
        assert_eq!(refused(&damaged), ModelError::Checksum);
    }
}
