//! In which country a city lies, where the reference lists know one city of that name.

use super::Known;
use crate::claim::Value;
use crate::discrepancy::JudgedTopic;
use crate::lexicon::world;

/// One sentence for each side that is a listed city.
pub(super) fn hints(known: &Known<'_>, topic: &JudgedTopic) -> Vec<String> {
    let mut said = Vec::new();
    for claim in topic.readings.iter().filter_map(|r| known.claims.get(r.claims.first()?.0 as usize)) {
        let is_named = match &claim.value {
            Value::Place(place) => place.street.is_empty() && place.number.is_none(),
            Value::Proper(_) => true,
            _ => false,
        };
        let name = known.cluster[claim.span].split_whitespace().collect::<Vec<_>>().join(" ");
        if is_named
            && let [country] = world::countries_of(&name)[..]
            && let Some(country) = world::country_name(country)
        {
            let sentence = format!("the reference lists have a city {name} in {country}");
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
    }
    said
}
