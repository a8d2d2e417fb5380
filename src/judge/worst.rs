//! The strongest disagreement among a topic's readings, and who stands on which side of it.

use super::collation::{Collation, Standing};
use super::{is_hedge, time};
use crate::discrepancy::{ClaimId, Reading};
use crate::value::{Comparison, Level, Reason};

/// The strongest disagreement seen.
#[derive(Default)]
pub(super) struct Worst {
    pub standing: Option<Standing>,
    pub reason: Option<Reason>,
    pairs: Vec<(usize, usize, Standing)>,
    pub loose: Option<(usize, usize, Reason)>,
    pub is_lost_between_articles: bool,
    pub is_lost_inside: bool,
}

impl Worst {
    pub fn see(&mut self, i: usize, j: usize, comparison: Comparison, standing: Standing) {
        match comparison.level {
            Level::Conflict => {
                self.pairs.push((i, j, standing));
                if self.standing.is_none_or(|s| standing > s) {
                    self.standing = Some(standing);
                    self.reason = Some(comparison.reason);
                }
            }
            Level::Compatible => {
                let is_basis = |reason| reason == Reason::DifferentBasis;
                let is_kept = self.loose.is_some_and(|(_, _, reason)| is_basis(reason));
                if self.loose.is_none()
                    || is_basis(comparison.reason)
                    || is_hedge(comparison.reason) && !is_kept
                {
                    self.loose = Some((i, j, comparison.reason));
                }
            }
            Level::Incomparable | Level::Equivalent | Level::Identical => {}
        }
    }

    /// True when every disagreement as strong as the strongest is one of now and then.
    pub fn is_superseded(&self, collation: &Collation) -> bool {
        let Some(strongest) = self.standing else { return false };
        let mut worst = self.pairs.iter().filter(|(_, _, standing)| *standing >= strongest);
        let Collation { claims, topic, readings, .. } = collation;
        worst.all(|&(i, j, _)| time::is_superseded(claims, topic, &readings[i], &readings[j]))
    }

    pub fn forget_conflicts(&mut self) {
        self.pairs.clear();
        self.standing = None;
        self.reason = None;
    }

    /// Why the readings conflict or, where none do, how they can stand together.
    pub fn reason(&self) -> Option<Reason> {
        self.reason.or(self.loose.map(|(_, _, reason)| reason))
    }

    /// The readings that stand in a disagreement as strong as the strongest.
    ///
    /// A loose reading ("early Monday" beside "late Sunday") stands with the one side
    /// that it fits; one that fits both sides speaks for neither and is left out.
    pub fn sides(&self, collation: &Collation) -> Vec<Reading> {
        let readings = &collation.readings;
        let strongest = self.standing.unwrap_or(Standing::Weak);
        let quarrels =
            |k: usize| self.pairs.iter().filter(|&&(i, j, s)| s >= strongest && (i == k || j == k)).count();
        let mut shown: Vec<usize> = match self.loose {
            Some((i, j, _)) if self.pairs.is_empty() => {
                return vec![readings[i].clone(), readings[j].clone()];
            }
            _ => (0..readings.len()).filter(|&k| quarrels(k) > 0).collect(),
        };
        shown.sort_by_key(|&k| std::cmp::Reverse(quarrels(k)));
        let mut sides: Vec<Vec<usize>> = Vec::new();
        for k in shown {
            let fits = |side: &&mut Vec<usize>| side.iter().all(|&m| collation.fits(m, k));
            let mut fitting: Vec<&mut Vec<usize>> = sides.iter_mut().filter(fits).collect();
            match fitting.as_mut_slice() {
                [] => sides.push(vec![k]),
                [side] => side.push(k),
                _ => {}
            }
        }
        let joined = sides.into_iter().map(|side| {
            let mut claims: Vec<ClaimId> = side.iter().flat_map(|&k| readings[k].claims.clone()).collect();
            claims.sort();
            Reading { value: String::new(), claims }
        });
        joined.collect()
    }
}
