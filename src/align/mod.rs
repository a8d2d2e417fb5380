//! Alignment: from claims to the topics that several of them share.

pub mod quotes;
