//! How every part of the model is trained, as measured best within the size of the file.

use super::learner::Settings;

/// A number given in the environment, to try settings with.
pub fn setting(name: &str, usual: f32) -> f32 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(usual)
}

/// The settings of a part, each open to trial by a variable such as `PARSER_WIDTH`.
pub fn settings(part: &str, usual: Settings) -> Settings {
    let of = |name: &str, usual: f32| setting(&format!("{part}_{name}"), usual);
    Settings {
        width: of("WIDTH", usual.width as f32) as usize,
        epochs: of("EPOCHS", usual.epochs as f32) as usize,
        least_count: of("LEAST", usual.least_count as f32) as u32,
        most_rows: of("ROWS", usual.most_rows as f32) as usize,
        first_rows: of("FIRST", usual.first_rows as f32) as usize,
        most_direct: of("DIRECT", usual.most_direct as f32) as usize,
        rate: of("RATE", usual.rate),
        dropout: of("DROPOUT", usual.dropout),
        blindness: of("BLIND", usual.blindness),
        averaged_from: of("AVERAGED", usual.averaged_from),
        last_rate: of("LAST", usual.last_rate),
        forgets: of("FORGETS", usual.forgets),
    }
}

/// Weights averaged from here on are not averaged.
const NEVER: f32 = 1.0;

/// The tagger's.
pub const TAGGER: Settings = Settings {
    width: 64,
    epochs: 10,
    least_count: 2,
    most_rows: 30_000,
    first_rows: 4,
    most_direct: 0,
    rate: 0.05,
    dropout: 0.2,
    blindness: 0.2,
    averaged_from: 0.6,
    last_rate: 0.05,
    forgets: 6.0,
};

/// The parser's.
pub const PARSER: Settings = Settings {
    width: 96,
    epochs: 12,
    least_count: 3,
    most_rows: 48_000,
    first_rows: 1,
    most_direct: 150_000,
    blindness: 0.25,
    averaged_from: NEVER,
    forgets: 0.0,
    ..TAGGER
};

/// The labeller's.
pub const LABELS: Settings = Settings {
    width: 48,
    epochs: 8,
    least_count: 3,
    most_rows: 13_000,
    first_rows: 2,
    averaged_from: NEVER,
    forgets: 0.5,
    ..TAGGER
};

/// Those of the spans of names.
pub const NAMES: Settings = Settings {
    width: 48,
    epochs: 8,
    most_rows: 16_000,
    first_rows: 3,
    averaged_from: 0.5,
    forgets: 0.5,
    ..TAGGER
};

/// Those of the kinds of names, for each of the networks.
pub const KINDS: Settings = Settings { epochs: 12, most_rows: 6_000, dropout: 0.3, ..NAMES };

/// Those of the unmarked ends of sentences.
pub const BOUNDARIES: Settings = Settings {
    width: 32,
    epochs: 16,
    most_rows: 1_280,
    first_rows: 20,
    most_direct: 10_240,
    averaged_from: NEVER,
    ..TAGGER
};
