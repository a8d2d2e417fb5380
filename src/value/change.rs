//! The direction of a change: "rose 5 percent" asserts a difference, not a level.

/// A change rather than a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// "rose 5 percent".
    Up,
    /// "fell 5 percent".
    Down,
}
