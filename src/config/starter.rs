//! The `factdiff.toml` to begin with: every key, commented out, with what it is for.
//!
//! `# ` begins a remark and `#` without a blank a setting; a test takes the `#` off
//! every setting and reads the file.

/// What `factdiff init` writes.
pub const STARTER: &str = r##"# factdiff.toml: how this house checks its stories.
# factdiff looks for it in the folder of the articles and in the folders above.
# Take the `#` off a line to use it. `factdiff config` shows what is in force, and why.

# Report only these kinds, as --kind does; `factdiff explain` lists them.
#kinds = ["count", "money", "name", "role", "quote-speaker"]

# Report all but these kinds.
#without = ["place", "duration"]

# Leave out what is less sure than "low", "medium" or "high".
#min-confidence = "medium"

# Least difference that makes the exit code 1: "conflict", "update", "minor" or "never".
#fail-on = "conflict"

# How `factdiff check` prints a report; --format lists the formats.
#format = "text"

# Whether what is known of the calendar and of high offices may add a hint to a reason.
#hints = true

# Sources of figures that count in different ways, each way with the names of its sources: the
# figures of two ways do not contradict one another.
#counters = [["ministry", "health ministry"], ["UN", "OCHA"]]

# A file of facts of its own, with [[fact]] as below.
#facts = "facts.toml"

# How bad a difference of a kind is: "low", "medium" or "high".
#[severity]
#count = "high"
#place = "low"

# What holds for the files that a glob matches, from this folder: `*` is part of a name,
# `**` any folders. What an article says of itself goes before.
#[[path]]
#glob = "wires/ap/**/*.txt"
#source = "AP"
#published = 2026-11-21
#lineage = "AP"

# What holds for a source. Articles of one lineage count as one witness; for the kinds in
# `without` these articles are no side.
#[[source]]
#name = "AP"
#also = ["Associated Press", "The Associated Press"]
#lineage = "AP"
#without = ["duration"]

# Names of one person, place or body.
#[[alias]]
#name = "Kyiv"
#also = ["Kiev"]

# A person as this house spells the name, and what the person was from when until when.
#[[fact]]
#name = "Jane Alder"
#role = "mayor of Marlow"
#from = 2021-05-06
#until = 2025-05-05
"##;

/// The file with every setting in force.
pub fn uncommented() -> String {
    let line = |line: &str| {
        let setting = line.strip_prefix('#').filter(|rest| !rest.is_empty() && !rest.starts_with(' '));
        format!("{}\n", setting.unwrap_or(line))
    };
    STARTER.lines().map(line).collect()
}
