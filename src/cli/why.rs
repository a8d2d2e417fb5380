//! `factdiff why`: whether two claims were compared, and what came of it.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use factdiff::article::{ArticleId, Cluster, Origin, Span};
use factdiff::discrepancy::{ClaimId, Report};
use factdiff::why::{self, Pair, Place, Spot, Unfound};

use super::settings::{self, Check, ConfigArguments};
use super::{Failure, Outcome, print, tell};

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct WhyArguments {
    /// A place: FILE:LINE, FILE:LINE:COLUMN or FILE:@BYTE; FILE is a path or an article's name
    #[arg(value_name = "A")]
    a: String,

    /// Another place
    #[arg(value_name = "B")]
    b: String,

    /// The articles of the story; without them, those of A and B
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Print a text to read or JSON for other programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Leave warnings out
    #[arg(long, short)]
    quiet: bool,

    #[command(flatten)]
    house: ConfigArguments,
}

const EXAMPLES: &str = "\
LINE and COLUMN count from 1, as reports print them; @START-END are bytes of the file, as in JSON.
A line means all its claims: every pair of one kind is told, those that differ first.

Examples:
  factdiff why ap.txt:3 afp.txt:2                  two lines of two files
  factdiff why AP:3:12 AFP:2 story/                as the report of story/ names them
  factdiff why --format json ap.txt:@318-327 afp.txt:@40 story/

Exit code: 0 told, compared or not; 2 no such place, or an article could not be read";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Tells what became of the claims at two places.
pub fn run(arguments: &WhyArguments) -> Result<Outcome, Failure> {
    let [a, b] = [place(&arguments.a)?, place(&arguments.b)?];
    let mut paths = arguments.paths.clone();
    for file in [&a.file, &b.file].map(PathBuf::from) {
        if file.is_file() && !paths.contains(&file) {
            paths.push(file);
        }
    }
    if paths.is_empty() {
        let hint = "check the spelling, or name the story's articles after the two places";
        return Err(no_article(&a.file, hint));
    }
    let start = settings::start(&paths);
    let config = arguments.house.read(&start)?;
    let accepted = arguments.house.accepted(None, &start)?;
    let cluster = config.complete(super::read(&paths, arguments.quiet)?);
    let spans = [span(&cluster, &a)?, span(&cluster, &b)?];
    let check = Check { config: &config, accepted: &accepted, threads: super::check::cores(), draft: None };
    let report = check.whole_report(&cluster, &paths, &|talk| {
        if !arguments.quiet {
            tell(format_args!("factdiff: {talk}"));
        }
    });
    let mut left = report.clone();
    config.leave_out(&cluster, &mut left);
    let seen = settings::selection(&config).discrepancies(&left);
    let [of_a, of_b] = spans.map(|span| why::claims_at(&report, span));
    let (pairs, of_two_kinds) = pairs(&report, &of_a, &of_b);
    let findings = why::findings(&cluster, &report, &pairs);
    let told = |((a, b), finding)| {
        let mut told = why::told(&cluster, &report, finding);
        settings::tell_as_seen(&mut told, &seen);
        Pair { a, b, told }
    };
    let mut pairs: Vec<Pair> = pairs.into_iter().zip(&findings).map(told).collect();
    pairs.sort_by_key(|pair| match pair.told.outcome {
        why::Outcome::Agree => 2,
        why::Outcome::Apart => 1,
        why::Outcome::Reported
        | why::Outcome::Unsure
        | why::Outcome::Accepted
        | why::Outcome::LeftOut
        | why::Outcome::Compatible
        | why::Outcome::Unclear => 0,
    });
    let empty =
        [("a", &of_a, spans[0]), ("b", &of_b, spans[1])].into_iter().filter(|(_, of, _)| of.is_empty());
    let nothing = empty.map(|(label, _, span)| why::nothing(&cluster, &report, label, span));
    print(&match arguments.format {
        Format::Text => why::text(&cluster, &report, &pairs, of_two_kinds) + &nothing.collect::<String>(),
        Format::Json => why::json(&cluster, &report, spans, &pairs, of_two_kinds),
    })?;
    Ok(Outcome::Nothing)
}

/// The pairs of one kind and how many there are of two; where none is of one kind, all.
fn pairs(report: &Report, of_a: &[ClaimId], of_b: &[ClaimId]) -> (Vec<(ClaimId, ClaimId)>, usize) {
    let mut all: Vec<(ClaimId, ClaimId)> = Vec::new();
    for pair in of_a.iter().flat_map(|&a| of_b.iter().map(move |&b| (a, b))) {
        // Two places that overlap share claims, and hold each pair twice.
        if !all.contains(&(pair.1, pair.0)) && (pair.0 != pair.1 || of_a.len() * of_b.len() == 1) {
            all.push(pair);
        }
    }
    let is_of_one = |(a, b): &(ClaimId, ClaimId)| why::may_meet(report, *a, *b);
    let same: Vec<(ClaimId, ClaimId)> = all.iter().copied().filter(is_of_one).collect();
    match same.is_empty() {
        true => (all, 0),
        false => {
            let others = all.len() - same.len();
            (same, others)
        }
    }
}

fn place(words: &str) -> Result<Place, Failure> {
    Place::parse(words).ok_or_else(|| {
        Failure::told(format_args!(
            "`{words}` is no place\n   write it as FILE:LINE, FILE:LINE:COLUMN or FILE:@BYTE, such as ap.txt:3"
        ))
    })
}

fn span(cluster: &Cluster, place: &Place) -> Result<Span, Failure> {
    let article = article(cluster, &place.file)?;
    why::span_of(cluster, article, &place.spot).ok_or_else(|| {
        let article = &cluster[article];
        let (line, last) = match article.origin {
            Origin::Same | Origin::Mapped(_) => ("line", article.line_starts.len()),
            Origin::Extracted => ("paragraph", article.line_and_column(article.text.trim_end().len()).0),
        };
        let spot = match &place.spot {
            Spot::Line(number) => format!("{line} {number}"),
            Spot::Column(line, column) => format!("line {line}, column {column}"),
            Spot::Bytes(bytes) => format!("bytes {} to {}", bytes.start, bytes.end),
        };
        Failure::told(format_args!("{} has no {spot}\n   its last {line} is {last}", place.file))
    })
}

/// The article of that path, id or name.
fn article(cluster: &Cluster, file: &str) -> Result<ArticleId, Failure> {
    let place = |path: &str| Path::new(path).canonicalize().ok();
    let wanted = place(file);
    let at_path = cluster.iter().find(|(_, a)| wanted.is_some() && place(&a.path) == wanted);
    if let Some((id, _)) = at_path {
        return Ok(id);
    }
    why::find_article(cluster, file).map_err(|unfound| match unfound {
        Unfound::None => {
            let names: Vec<&str> = cluster.articles().iter().map(|a| a.id.as_str()).collect();
            no_article(file, &format!("the articles are {}", names.join(", ")))
        }
        Unfound::Several(ids) => Failure::told(format_args!(
            "{file} is the name of several articles\n   say which: {}",
            ids.join(", ")
        )),
    })
}

fn no_article(file: &str, known: &str) -> Failure {
    Failure::told(format_args!("there is no file and no article `{file}`\n   {known}"))
}
