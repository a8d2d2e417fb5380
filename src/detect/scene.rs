//! Scenes: the sort of place in which something happened, as claims of kind place.

use super::Material;
use super::happening::happening;
use crate::claim::{Claim, Kind, Subject, Value};
use crate::mention::scene::scenes;
use crate::value::Scene;

/// The claims of an article, by place.
pub(super) fn claims(material: &Material) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (sentence, _) in material.sentences() {
        for found in scenes(&sentence) {
            let event = happening(&sentence, found.tokens.clone(), material.main_event, false);
            let scene = Scene { sort: found.sort, event: event.map(|e| e.class) };
            let subject = Subject::Bearer(scene.key());
            claims.push(material.claim(Kind::Place, &sentence, found.tokens, Value::Scene(scene), subject));
        }
    }
    claims
}
