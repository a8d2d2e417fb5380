//! What is known of the terminal: its width, whether it shows colours, whether somebody watches.

use std::env;
use std::io::{self, IsTerminal};

use clap::{ColorChoice, ValueEnum};

/// When to use colours.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// Longer lines are hard to read, and a report must not depend on who prints it into a file.
const WIDEST: usize = 100;

/// Columns that a report fills, on standard output or in a file.
pub fn width(is_file: bool) -> usize {
    let of_terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    match of_terminal {
        Some(width) if !is_file && io::stdout().is_terminal() => width.clamp(50, WIDEST),
        _ => WIDEST,
    }
}

/// True when findings are printed in colours, which a file gets only if they are asked for.
pub fn colors(wanted: Color, is_file: bool) -> bool {
    match wanted {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if is_file => false,
        Color::Auto => of_environment(|name| env::var(name).ok(), io::stdout().is_terminal()),
    }
}

/// What the environment asks for, in the order of no-color.org and bixense.com/clicolors.
fn of_environment(variable: impl Fn(&str) -> Option<String>, is_terminal: bool) -> bool {
    let given = |name: &str| variable(name).filter(|value| !value.is_empty());
    if given("NO_COLOR").is_some() {
        false
    } else if given("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
        true
    } else {
        let is_off = given("CLICOLOR").is_some_and(|value| value == "0");
        let is_dumb = given("TERM").is_some_and(|value| value == "dumb");
        is_terminal && !is_off && !is_dumb
    }
}

/// Colours of help and of complaints about arguments, which are printed before any is read.
pub fn of_arguments(arguments: impl Iterator<Item = String>) -> ColorChoice {
    let words: Vec<String> = arguments.take_while(|word| word != "--").collect();
    let value = |(at, word): (usize, &String)| match word.strip_prefix("--color=") {
        Some(value) => Some(value.to_owned()),
        None if word == "--color" => words.get(at + 1).cloned(),
        None => None,
    };
    match words.iter().enumerate().find_map(value).as_deref() {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

/// True when a person may be watching standard error.
pub fn is_watched() -> bool {
    io::stderr().is_terminal() && env::var_os("TERM").is_none_or(|term| term != "dumb")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colored(variables: &[(&str, &str)], is_terminal: bool) -> bool {
        let given = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, v)| (*v).to_owned());
        of_environment(given, is_terminal)
    }

    #[test]
    fn the_environment_asks_for_colours_or_against_them() {
        assert!(colored(&[], true) && !colored(&[], false));
        assert!(!colored(&[("NO_COLOR", "1")], true) && colored(&[("NO_COLOR", "")], true));
        assert!(colored(&[("CLICOLOR_FORCE", "1")], false) && !colored(&[("CLICOLOR_FORCE", "0")], false));
        assert!(!colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], true));
        assert!(!colored(&[("CLICOLOR", "0")], true) && !colored(&[("TERM", "dumb")], true));
    }

    #[test]
    fn the_arguments_say_how_help_looks() {
        let of = |words: &str| of_arguments(words.split(' ').map(str::to_owned));
        assert_eq!(of("factdiff check --color always --help"), ColorChoice::Always);
        assert_eq!(of("factdiff --help --color=never"), ColorChoice::Never);
        assert_eq!(of("factdiff check -- --color always"), ColorChoice::Auto);
        assert_eq!(of("factdiff check --color"), ColorChoice::Auto);
    }
}
