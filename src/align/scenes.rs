//! One event in two sorts of place: a hotel and a motel, in a gulf and off it.
//!
//! An article that has the event in both knows of two buildings and speaks against
//! nobody.

use std::collections::BTreeMap;

use super::numbered;
use super::parted::{Bearers, Parted};
use super::people::{Judged, judged_topic};
use crate::article::ArticleId;
use crate::claim::{Claim, Kind, Value};
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::value::{Level, Scene, SceneSort};

/// A scene with the number and the article of its claim.
type Placed<'a> = (ClaimId, ArticleId, &'a Scene);

/// The topics of scenes that exclude each other.
pub fn topics(claims: &[Claim]) -> Vec<JudgedTopic> {
    let mut blocks: BTreeMap<String, Vec<Placed<'_>>> = BTreeMap::new();
    for (id, claim) in numbered(claims) {
        if let Value::Scene(scene) = &claim.value {
            blocks.entry(scene.key()).or_default().push((id, claim.span.article, scene));
        }
    }
    blocks.into_iter().filter_map(|(key, told)| topic(claims, &key, &told)).collect()
}

/// What keeps two scenes apart; `None` if they were compared.
pub(super) fn parted(claims: &[Claim], a: ClaimId, b: ClaimId) -> Option<Parted> {
    let of = |id: ClaimId| match &claims[id.0 as usize] {
        Claim { value: Value::Scene(scene), span, .. } => Some((id, span.article, scene)),
        _ => None,
    };
    let (Some(x), Some(y)) = (of(a), of(b)) else { return Some(Parted::Bearers(Bearers::NameAndScene)) };
    if Scene::compare(x.2, y.2).level == Level::Incomparable {
        return Some(Parted::Bearers(Bearers::TwoScenes));
    }
    let all: Vec<Placed<'_>> = numbered(claims).filter_map(|(id, _)| of(id)).collect();
    let is_torn = [x, y].iter().any(|side| gives_both(&all, side.1, side.2));
    is_torn.then_some(Parted::Bearers(Bearers::BothScenes))
}

/// True when the article also tells of a scene that excludes this one.
fn gives_both(told: &[Placed<'_>], article: ArticleId, scene: &Scene) -> bool {
    told.iter().any(|(_, other, theirs)| *other == article && excludes(scene, theirs))
}

fn excludes(a: &Scene, b: &Scene) -> bool {
    Scene::compare(a, b).level == Level::Conflict
}

/// The topic of one sort of place, if two articles exclude each other.
fn topic(claims: &[Claim], key: &str, told: &[Placed<'_>]) -> Option<JudgedTopic> {
    let sure: Vec<&Placed<'_>> = told.iter().filter(|(_, article, s)| !gives_both(told, *article, s)).collect();
    let pairs = || sure.iter().enumerate().flat_map(|(i, a)| sure[i + 1..].iter().map(move |b| (*a, *b)));
    let differing = || pairs().filter(|(a, b)| excludes(a.2, b.2));
    let same_event = |a: &Scene, b: &Scene| a.event.is_some() && a.event == b.event;
    let (a, b) = differing().max_by_key(|(a, b)| same_event(a.2, b.2))?;
    let is_water = matches!(a.2.sort, SceneSort::Water { .. });
    let is_tied = same_event(a.2, b.2);
    // What people do elsewhere in the story may be done in another house.
    if !is_tied && (is_water || !matches!(key, "lodging" | "house of worship")) {
        return None;
    }
    let side = |of: &Placed<'_>| -> Vec<ClaimId> {
        let same = sure.iter().filter(|(_, _, s)| Scene::compare(s, of.2).level >= Level::Equivalent);
        same.filter(|(_, _, s)| !is_water || same_event(s, of.2)).map(|(id, ..)| *id).collect()
    };
    let [a, b] = [a, b].map(|side_of| (scene_words(side_of.2), side(side_of)));
    let judged = Judged {
        kind: Kind::Place,
        title: if is_water { format!("in or off the {key}") } else { format!("{key} in which it was") },
        verdict: Verdict::Minor,
        confidence: if is_tied { Confidence::Medium } else { Confidence::Low },
        severity: Severity::Low,
        reason: Scene::compare(told.iter().find(|t| t.0 == a.1[0])?.2, told.iter().find(|t| t.0 == b.1[0])?.2)
            .reason,
    };
    Some(judged_topic(claims, judged, vec![a, b]))
}

/// The scene as a reading prints it.
fn scene_words(scene: &Scene) -> String {
    match &scene.sort {
        SceneSort::Venue { noun, .. } => noun.clone(),
        SceneSort::Water { is_in: true, .. } => "in it".to_owned(),
        SceneSort::Water { is_in: false, .. } => "off it".to_owned(),
    }
}
