//! The few fields of SARIF 2.1.0 that a report of ours has.
//!
//! Written and read back: a former report is told apart from a new one by the same
//! structs. Fields that are left out are optional in the standard.

use serde::{Deserialize, Serialize};

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Log {
    #[serde(rename = "$schema", default)]
    pub schema: String,
    pub version: String,
    pub runs: Vec<Run>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    pub tool: Tool,
    /// In what `startColumn` and `endColumn` count.
    #[serde(default)]
    pub column_kind: String,
    /// What ends a line of an article.
    #[serde(default)]
    pub newline_sequences: Vec<String>,
    #[serde(default)]
    pub results: Vec<Finding>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Tool {
    pub driver: Driver,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Driver {
    pub name: String,
    #[serde(default)]
    pub version: String,
    #[serde(default)]
    pub rules: Vec<Rule>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    pub id: String,
    pub short_description: Message,
    pub help: Message,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_configuration: Option<Configuration>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Configuration {
    pub level: Level,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Message {
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub markdown: Option<String>,
}

impl From<String> for Message {
    fn from(text: String) -> Message {
        Message { text, markdown: None }
    }
}

/// A `result` of the standard; the word means something else in this language.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    pub rule_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule_index: Option<usize>,
    /// Left out of what is a failure of the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<FindingKind>,
    pub level: Level,
    pub message: Message,
    #[serde(default)]
    pub locations: Vec<Location>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related_locations: Vec<Location>,
    pub partial_fingerprints: Fingerprints,
    /// Always there: the standard wants it at all results or at none.
    #[serde(default)]
    pub suppressions: Vec<Suppression>,
    /// What the standard calls so; we say "since the former report".
    #[serde(default, rename = "baselineState", skip_serializing_if = "Option::is_none")]
    pub since_former: Option<Since>,
    pub properties: Properties,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Level {
    Error,
    Warning,
    Note,
    /// Of what is no failure (SARIF 3.27.10).
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FindingKind {
    /// "A purely informational result that does not indicate the presence of a problem".
    Informational,
}

/// Whether a discrepancy stands in the former report, in this one or in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Since {
    New,
    Unchanged,
    Absent,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Fingerprints {
    #[serde(rename = "factdiff/v1")]
    pub factdiff: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Suppression {
    pub kind: String,
    pub status: String,
    pub justification: String,
}

/// What the standard has no field for, in our own words.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Properties {
    pub topic: String,
    pub verdict: String,
    /// Neither this nor the severity is asked of what no source supports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// The kind of such a claim, for its rule is not that of the kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    /// The number that a link in the message names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<usize>,
    pub physical_location: PhysicalLocation,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PhysicalLocation {
    pub artifact_location: ArtifactLocation,
    /// None in a page or a document, which have no lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context_region: Option<Region>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ArtifactLocation {
    pub uri: String,
    /// `%SRCROOT%` for a relative URI: it starts where the repository does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri_base_id: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    pub start_line: usize,
    pub start_column: usize,
    pub end_line: usize,
    pub end_column: usize,
    pub snippet: Snippet,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Snippet {
    pub text: String,
}
