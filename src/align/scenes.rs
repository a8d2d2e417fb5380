//! One event in two sorts of place: a hotel and a motel, in a gulf and off it.
//!
//! An article that has the event in both knows of two buildings and speaks against
//! nobody.

use std::collections::{BTreeMap, BTreeSet};

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
        Claim { value: Value::Scene(scene), span, .. } => Some((span.article, scene)),
        _ => None,
    };
    let (Some(x), Some(y)) = (of(a), of(b)) else { return Some(Parted::Bearers(Bearers::NameAndScene)) };
    let level = Scene::compare(x.1, y.1).level;
    if level == Level::Incomparable {
        return Some(Parted::Bearers(Bearers::TwoScenes));
    }
    let all: BTreeSet<(ArticleId, &Scene)> = numbered(claims).filter_map(|(id, _)| of(id)).collect();
    if [x, y].iter().any(|side| gives_both(&all, side.0, side.1)) {
        return Some(Parted::Bearers(Bearers::BothScenes));
    }
    (level == Level::Conflict && !excludes(x.1, y.1)).then_some(Parted::Bearers(Bearers::TwoEvents))
}

/// True when the article also tells of a scene that excludes this one.
fn gives_both(told: &BTreeSet<(ArticleId, &Scene)>, article: ArticleId, scene: &Scene) -> bool {
    told.iter().any(|(other, theirs)| *other == article && excludes(scene, theirs))
}

/// In and off a water must be told of one thing: a ship that patrols in a bay may be
/// attacked off it.
fn excludes(a: &Scene, b: &Scene) -> bool {
    let is_water = matches!(a.sort, SceneSort::Water { .. });
    Scene::compare(a, b).level == Level::Conflict && (!is_water || is_of_one_event(a, b))
}

fn is_of_one_event(a: &Scene, b: &Scene) -> bool {
    a.event.is_some() && a.event == b.event
}

/// The topic of one sort of place, if two articles exclude each other.
fn topic(claims: &[Claim], key: &str, told: &[Placed<'_>]) -> Option<JudgedTopic> {
    let all: BTreeSet<(ArticleId, &Scene)> =
        told.iter().map(|(_, article, scene)| (*article, *scene)).collect();
    let sure: BTreeSet<(ArticleId, &Scene)> =
        all.iter().copied().filter(|(article, scene)| !gives_both(&all, *article, scene)).collect();
    let scenes: Vec<&Scene> =
        sure.iter().map(|(_, scene)| *scene).collect::<BTreeSet<_>>().into_iter().collect();
    let pairs = scenes.iter().enumerate().flat_map(|(i, a)| scenes[i + 1..].iter().map(move |b| (*a, *b)));
    let differing = pairs.filter(|(a, b)| excludes(a, b));
    let (a, b) = differing.max_by_key(|(a, b)| is_of_one_event(a, b))?;
    let is_water = matches!(a.sort, SceneSort::Water { .. });
    let is_tied = is_of_one_event(a, b);
    // What people do elsewhere in the story may be done in another house.
    if !is_tied && !matches!(key, "lodging" | "house of worship") {
        return None;
    }
    // A word that can mean either speaks for neither.
    let is_of = |s: &Scene, of: &Scene, other: &Scene| {
        let is_same = Scene::compare(s, of).level >= Level::Equivalent && excludes(s, other);
        is_same && (!is_water || is_of_one_event(s, of))
    };
    let side = |of: &Scene, other: &Scene| -> Vec<ClaimId> {
        let placed = told.iter().filter(|(_, article, scene)| sure.contains(&(*article, *scene)));
        placed.filter(|(_, _, scene)| is_of(scene, of, other)).map(|(id, ..)| *id).collect()
    };
    let reason = Scene::compare(a, b).reason;
    let [a, b] = [(a, b), (b, a)].map(|(of, other)| (scene_words(of), side(of, other)));
    let judged = Judged {
        kind: Kind::Place,
        title: if is_water { format!("in or off the {key}") } else { format!("kind of {key}") },
        verdict: Verdict::Minor,
        confidence: if is_tied { Confidence::Medium } else { Confidence::Low },
        severity: Severity::Low,
        reason,
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
