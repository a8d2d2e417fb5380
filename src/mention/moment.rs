//! Days and periods in a sentence.
