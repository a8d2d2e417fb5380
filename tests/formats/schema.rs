//! As much of JSON Schema (drafts 7 and 2020-12) as the schemas in use ask for.
//!
//! A keyword that is not known here fails the test, so that nothing passes unseen. Crates
//! that know all of it cost a minute of building each; these hundred lines do not.

use serde_json::Value;

/// What in `value` the schema does not allow, each with its place.
pub fn complaints(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, value, "$", &mut found);
    found
}

/// Keywords that say nothing of validity.
const SILENT: [&str; 9] =
    ["$schema", "$id", "$defs", "definitions", "title", "description", "default", "deprecated", "examples"];

fn check(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let rules = match schema {
        Value::Bool(true) => return,
        Value::Object(rules) => rules,
        other => panic!("{at}: a schema {other}"),
    };
    for (keyword, wanted) in rules {
        let is_allowed = match keyword.as_str() {
            "$ref" => {
                let pointer = wanted.as_str().and_then(|r| r.strip_prefix('#')).expect("a reference inside");
                let target = root.pointer(pointer).unwrap_or_else(|| panic!("{pointer} leads nowhere"));
                check(root, target, value, at, found);
                true
            }
            "type" => match wanted {
                Value::Array(names) => names.iter().any(|name| is_a(name, value)),
                name => is_a(name, value),
            },
            "enum" => wanted.as_array().expect("a list of values").contains(value),
            "const" => wanted == value,
            "properties" | "additionalProperties" => {
                members(root, rules, value, at, found, keyword);
                true
            }
            "required" => value.as_object().is_none_or(|object| {
                let names = wanted.as_array().into_iter().flatten().filter_map(Value::as_str);
                names.into_iter().all(|name| object.contains_key(name))
            }),
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, wanted, item, &format!("{at}[{number}]"), found);
                }
                true
            }
            "uniqueItems" => value.as_array().is_none_or(|items| {
                !wanted.as_bool().unwrap_or(false)
                    || items.iter().enumerate().all(|(number, item)| !items[..number].contains(item))
            }),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= number(wanted)),
            "minLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 >= number(wanted)),
            "minimum" => value.as_f64().is_none_or(|n| n >= wanted.as_f64().expect("a number")),
            "maximum" => value.as_f64().is_none_or(|n| n <= wanted.as_f64().expect("a number")),
            "anyOf" => alternatives(root, wanted, value) >= 1,
            "oneOf" => alternatives(root, wanted, value) == 1,
            "format" => value.as_str().is_none_or(|text| has_format(wanted, text)),
            keyword if SILENT.contains(&keyword) => true,
            other => panic!("{at}: the validator does not know `{other}`"),
        };
        if !is_allowed {
            found.push(format!("{at}: {keyword} {wanted} and not {value}"));
        }
    }
}

fn members(
    root: &Value,
    rules: &serde_json::Map<String, Value>,
    value: &Value,
    at: &str,
    found: &mut Vec<String>,
    keyword: &str,
) {
    let known = rules.get("properties").and_then(Value::as_object);
    for (name, member) in value.as_object().into_iter().flatten() {
        let inside = format!("{at}.{name}");
        match (known.and_then(|known| known.get(name)), &rules.get("additionalProperties")) {
            (Some(schema), _) if keyword == "properties" => check(root, schema, member, &inside, found),
            (None, Some(Value::Bool(false))) if keyword != "properties" => {
                found.push(format!("{inside}: nobody knows this"));
            }
            (None, Some(schema)) if keyword != "properties" => check(root, schema, member, &inside, found),
            _ => {}
        }
    }
}

fn alternatives(root: &Value, schemas: &Value, value: &Value) -> usize {
    let schemas = schemas.as_array().expect("a list of schemas");
    let holds = |schema: &&Value| {
        let mut found = Vec::new();
        check(root, schema, value, "", &mut found);
        found.is_empty()
    };
    schemas.iter().filter(holds).count()
}

fn is_a(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("a type has a name") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("no type {other}"),
    }
}

fn number(wanted: &Value) -> u64 {
    wanted.as_u64().expect("a number of things")
}

fn has_format(name: &Value, text: &str) -> bool {
    match name.as_str().expect("a format has a name") {
        // RFC 3986: these characters and no other, and after `%` two hexadecimal digits.
        "uri-reference" => is_uri_reference(text),
        "uri" => text.contains(':') && is_uri_reference(text),
        "uint" | "uint32" => true,
        other => panic!("no format {other}"),
    }
}

fn is_uri_reference(text: &str) -> bool {
    let is_known = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b);
    let is_hex = |part: &str| part.len() >= 2 && part.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit);
    let (scheme, rest) = text.split_once(':').unwrap_or(("", text));
    let has_scheme_only_if_named = scheme.bytes().all(|b| b.is_ascii_alphanumeric()) && !rest.contains(' ');
    text.bytes().all(is_known)
        && text.split('%').skip(1).all(is_hex)
        && text.matches('#').count() <= 1
        && has_scheme_only_if_named
}

#[test]
fn the_validator_finds_what_is_not_allowed() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": { "a": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/$defs/n" } } },
        "$defs": { "n": { "anyOf": [{ "type": "integer", "minimum": 1 }, { "format": "uri-reference", "type": "string" }] } }
    });
    for (value, is_valid) in [
        (serde_json::json!({ "a": [1, 2, "a%20b"] }), true),
        (serde_json::json!({ "a": [0] }), false),
        (serde_json::json!({ "a": ["a b"] }), false),
        (serde_json::json!({ "a": ["a%2"] }), false),
        (serde_json::json!({ "a": [1, 1] }), false),
        (serde_json::json!({ "a": [], "b": 1 }), false),
        (serde_json::json!({}), false),
        (serde_json::json!([]), false),
    ] {
        assert_eq!(complaints(&schema, &value).is_empty(), is_valid, "{value}");
    }
}
