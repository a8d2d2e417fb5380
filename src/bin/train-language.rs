//! Trains and scores the language model of factdiff.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match factdiff::language::train::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train-language: {error}");
            ExitCode::from(2)
        }
    }
}
