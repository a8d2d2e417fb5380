//! Times of day in a sentence.
