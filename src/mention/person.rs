//! The people of an article: names, mentions, roles, ages.
