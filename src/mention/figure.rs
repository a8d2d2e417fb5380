//! Figures in a sentence: number, hedge, unit.
