//! Globs over paths: `*` is part of a name, `**` any folders, `?` one character.

/// A glob that can be matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glob<'g> {
    parts: Vec<&'g str>,
}

impl<'g> Glob<'g> {
    /// The glob in these words; what is the matter with it, if something is.
    ///
    /// # Errors
    ///
    /// An empty glob, one that starts at the root or leaves its folder, and `**`
    /// beside other characters, which other programs read in several ways.
    pub fn new(words: &'g str) -> Result<Glob<'g>, String> {
        let parts: Vec<&str> = words.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
        if parts.is_empty() {
            return Err("this matches nothing".to_owned());
        }
        if words.starts_with('/') || parts.contains(&"..") {
            return Err("a glob stays inside the folder of this file".to_owned());
        }
        if parts.iter().any(|part| part.contains("**") && *part != "**") {
            return Err("`**` stands alone between two `/`".to_owned());
        }
        Ok(Glob { parts })
    }

    /// True when the whole path, with `/` between its parts, is matched.
    pub fn matches(&self, path: &str) -> bool {
        let path: Vec<&str> = path.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
        match_parts(&self.parts, &path)
    }
}

fn match_parts(glob: &[&str], path: &[&str]) -> bool {
    match glob.split_first() {
        None => path.is_empty(),
        Some((&"**", rest)) => (0..=path.len()).any(|skipped| match_parts(rest, &path[skipped..])),
        Some((name, rest)) => {
            path.split_first().is_some_and(|(first, path)| match_name(name, first) && match_parts(rest, path))
        }
    }
}

fn match_name(glob: &str, name: &str) -> bool {
    let mut glob = glob.chars();
    match glob.next() {
        None => name.is_empty(),
        Some('*') => {
            let starts = name.char_indices().map(|(at, _)| at).chain([name.len()]);
            starts.into_iter().any(|at| match_name(glob.as_str(), &name[at..]))
        }
        Some(wanted) => {
            let mut name = name.chars();
            name.next().is_some_and(|c| wanted == '?' || wanted == c)
                && match_name(glob.as_str(), name.as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(glob: &str, path: &str) -> bool {
        Glob::new(glob).unwrap_or_else(|e| panic!("{glob}: {e}")).matches(path)
    }

    #[test]
    fn a_star_stays_in_its_folder_and_two_do_not() {
        assert!(matches("wires/*.txt", "wires/ap.txt"));
        assert!(!matches("wires/*.txt", "wires/old/ap.txt"));
        assert!(matches("wires/**/*.txt", "wires/ap.txt"));
        assert!(matches("wires/**/*.txt", "wires/old/new/ap.txt"));
        assert!(matches("**/ap-*", "a/b/ap-1.md"));
        assert!(matches("ap/**", "ap/1.txt"));
        assert!(!matches("ap/**", "afp/1.txt"));
        assert!(matches("?.txt", "\u{e9}.txt"));
        assert!(!matches("?.txt", "ab.txt"));
    }

    #[test]
    fn a_glob_that_cannot_match_is_told() {
        for glob in ["", "./", "/ap/*.txt", "../ap/*.txt", "ap/**.txt"] {
            assert!(Glob::new(glob).is_err(), "{glob}");
        }
    }
}
