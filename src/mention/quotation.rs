//! Quotations of an article with their speakers, and attributions.
