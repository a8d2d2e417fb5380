//! Schemas: what each kind of JSON looks like, made from the structs that are printed.
//!
//! They are published in `docs/`; a test lays the files beside what is made here, and
//! what the program prints beside the files. Fields are only ever added.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use super::claims::JsonClaim;
use super::json::{JsonAnswer, JsonReport};
use super::jsonl::Line;

/// The JSON Schema of `factdiff check --format json`.
pub fn report_schema() -> String {
    schema_of::<JsonReport<'_>>()
}

/// The JSON Schema of a line of `factdiff check --format jsonl`.
pub fn line_schema() -> String {
    schema_of::<Line<'_>>()
}

/// The JSON Schema of a line of `factdiff batch`.
pub fn answer_schema() -> String {
    schema_of::<JsonAnswer<'_>>()
}

/// The JSON Schema of a line of `factdiff claims --format jsonl`.
pub fn claim_schema() -> String {
    schema_of::<JsonClaim<'_>>()
}

/// The JSON Schema (2020-12) of what is printed as a `T`, with a line's end.
pub(crate) fn schema_of<T: JsonSchema>() -> String {
    let schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    text.push('\n');
    text
}
