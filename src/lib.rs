//! factdiff reads the articles of one story, works out what each says in numbers and
//! names, lays the claims that are about the same thing side by side, and reports
//! where they differ. It never says who is right.
//!
//! ```text
//! article -> language -> value -> mention -> detect -> align -> judge -> report
//! ```

pub mod align;
pub mod article;
pub mod claim;
pub mod detect;
pub mod discrepancy;
pub mod judge;
pub mod language;
pub mod lexicon;
pub mod mention;
pub mod value;

use article::{AnnotatedArticle, Cluster};
use claim::Claim;
use detect::Material;
use discrepancy::Report;

/// Checks the articles of one story against one another, and each within itself.
///
/// Total and pure: the same cluster gives the same report, and no text makes it fail.
pub fn check(cluster: &Cluster) -> Report {
    let annotated: Vec<AnnotatedArticle> =
        cluster.iter().map(|(id, article)| AnnotatedArticle::new(id, article)).collect();
    let material: Vec<Material> = annotated.iter().map(Material::new).collect();
    let claims: Vec<Claim> = material.iter().flat_map(detect::claims).collect();
    align_and_judge(cluster, &material, claims)
}
