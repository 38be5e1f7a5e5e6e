//! The arguments, as clap sees them.

use std::ffi::OsStr;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueHint};

use crate::config::built_in_themes;
use crate::eval::Half;
use crate::language::Language;
use crate::trust::manifest;

/// A terminal browser for support guides and any folder of Markdown: search it, read it, see who can be reached now.
#[derive(Debug, Parser)]
#[command(name = "madoguchi", version, max_term_width = 100)]
pub struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(flatten)]
    pub browse: Browse,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options that every command understands.
#[derive(Debug, clap::Args)]
pub struct Global {
    /// The guide: a folder of Markdown, or a file of it [default: the folder guide/ of --home; else one with a guide.yaml in
    /// the current folder or in the user's data folder; else the guide in the program]
    #[arg(long, global = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub guide: Option<PathBuf>,
    /// The program's own manual as the guide: `madoguchi --manual search tmux`
    #[arg(long, global = true)]
    pub manual: bool,
    /// The folder in which the built index is kept; it can be deleted at any time
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub index: Option<PathBuf>,
    /// A folder that holds guide/ and index/ [env: `MADOGUCHI_HOME`]
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub home: Option<PathBuf>,
    /// Use a guide's folder only if it was signed whole with this key of minisign's (see `madoguchi manifest`); what is
    /// unsigned, altered, of another guide or older than what was seen is refused. The guide in the program needs none
    #[arg(long, global = true, value_name = "KEY.pub", value_hint = ValueHint::FilePath)]
    pub trust: Option<PathBuf>,
    /// The folder in which is remembered what was seen of signed guides [default: madoguchi/ in the user's folder for states]
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub state: Option<PathBuf>,
    /// The reader's language, such as ja or en; one of the guide's [default: from the locale]
    #[arg(long, global = true, value_name = "LANG", value_parser = parse_language)]
    pub lang: Option<Language>,
    /// The reader's time zone, such as Europe/London [default: the system's]
    #[arg(long, global = true, value_name = "ZONE")]
    pub tz: Option<String>,
    /// The colours of the full screen: one of these, or a theme of the configuration [default: auto]
    #[arg(long, global = true, value_name = "THEME", value_parser = ThemeName)]
    pub theme: Option<String>,
    /// The configuration: themes, keys and defaults for the browser [default: `config.yaml` in the folder madoguchi/ of the
    /// user's configurations; a kiosk has none] [env: `MADOGUCHI_CONFIG`]
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// Leave the mouse to the terminal, so that text can be selected (F12 switches, but on a public terminal)
    #[arg(long, global = true)]
    pub no_mouse: bool,
    #[command(flatten)]
    pub look: Look,
    /// Append what happens behind the screen to this file
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub log: Option<PathBuf>,
}

/// The name of a theme: any, for a configuration has its own. Those that are in the program are offered.
#[derive(Debug, Clone)]
struct ThemeName;

impl TypedValueParser for ThemeName {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(built_in_themes().map(PossibleValue::new)))
    }
}

/// How the full screen looks, besides its colours.
#[derive(Debug, clap::Args)]
pub struct Look {
    /// Draw lines, bars, boxes and arrows with ASCII characters, for fonts that lack them [default: where the locale is not
    /// UTF-8, and on text consoles]
    #[arg(long, global = true)]
    pub ascii: bool,
    /// How wide the terminal draws characters whose width is ambiguous, such as ● and →. Nothing tells; where lines look
    /// cut or shifted, it is `wide`
    #[arg(long, global = true, value_name = "WIDTH", default_value = "narrow")]
    pub ambiguous: Ambiguous,
    /// Show fewer things with more space, for a screen at a counter
    #[arg(long, global = true)]
    pub large: bool,
}

/// How wide ambiguous characters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Ambiguous {
    /// One column, as in most terminals
    Narrow,
    /// Two columns, or not sure: nothing ambiguous is drawn, and signs are ASCII
    Wide,
}

/// How to browse.
#[derive(Debug, Clone, clap::Args)]
pub struct Browse {
    /// A folder of Markdown, or a file of it [default: as of --guide]
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub path: Option<PathBuf>,
    #[command(flatten)]
    pub how: How,
    /// Append to this file what was asked and what came of it, with everything left out that may tell of a person
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub insight: Option<PathBuf>,
}

/// In which way to browse.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct How {
    /// A dialogue in lines instead of the full screen: for screen readers, simple terminals and pipes
    #[arg(long)]
    pub plain: bool,
    /// Do not take over what changes in the guide's folder while it is open
    #[arg(long)]
    pub no_watch: bool,
}

/// What to do.
// Deferred: the options of a command are put together when it is the one that is asked for. All of them are a tenth of a start.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Command {
    /// Browse the guide on the full screen (the default)
    Browse(Browse),
    /// Browse the manual of this program
    Manual(How),
    /// Browse on a public terminal: no key quits, everything is wiped when nobody is there, nothing on the machine can be
    /// reached, and the browser comes back whatever happens to it
    Kiosk(Kiosk),
    /// Find sections, best first
    Search(Search),
    /// Print an article or one of its sections
    Show(Show),
    /// Who can be reached now, in which language, until when
    Status(Status),
    /// Check a guide and report every problem
    Check(Check),
    /// Write guide.yaml and desks.yaml for a folder of Markdown, with what was found there
    Init {
        /// The folder [default: that of --guide, else the current folder]
        #[arg(value_hint = ValueHint::DirPath)]
        dir: Option<PathBuf>,
    },
    /// Write guide.manifest, which names every file of a guide with its length and its sum, to be signed with minisign
    Manifest(Manifest),
    /// Ask a file of queries, and report how often the section that answers is found first
    Eval(Eval),
    /// What was asked and not found, by the files that --insight has written
    Insight(Insight),
    /// The built index: a cache that may be deleted at any time
    Index {
        #[command(subcommand)]
        action: IndexAction,
    },
    /// What the program finds on this machine: guide, index, terminal, locale, clock
    Doctor(Doctor),
    /// Print a completion script for a shell
    Completions { shell: clap_complete::Shell },
    /// Print a manual page, or write all of them
    Man {
        /// The command that the page is of, such as search, or index build [default: the program]
        #[arg(value_name = "COMMAND", value_hint = ValueHint::Other)]
        command: Vec<String>,
        /// Write the pages of all commands into this folder
        #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "command")]
        dir: Option<PathBuf>,
    },
}

#[derive(Debug, clap::Args)]
pub struct Kiosk {
    /// Without a key or a click for so long, everything that the visitor did is wiped
    #[arg(long, value_name = "SECONDS", default_value_t = 90, value_parser = clap::value_parser!(u16).range(10..=3600))]
    pub idle: u16,
    /// The file with the hash of the PIN by which staff end the kiosk (Ctrl-], then the PIN). Without it only a signal does
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub pin_file: Option<PathBuf>,
    /// Ask for a new PIN, and print what a PIN file has to hold
    #[arg(long, conflicts_with_all = ["idle", "pin_file"])]
    pub make_pin: bool,
    /// How often to ask the browser for a sign of life; one that gives none is started again
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=3600))]
    pub watchdog: u16,
    /// Append to this file what visitors asked and what came of it, with everything left out that may tell of a person
    /// [default: nothing is written]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub insight: Option<PathBuf>,
    /// Do without the sandbox, where the kernel has none
    #[arg(long)]
    pub no_sandbox: bool,
    /// The process that has started this one
    #[arg(long, value_name = "PID", hide = true)]
    pub supervisor: Option<i32>,
    /// How that process found the terminal
    #[arg(long, value_name = "MODES", hide = true, requires = "supervisor")]
    pub modes: Option<String>,
    /// Say whether the guide is another one than this, and good
    #[arg(long, value_name = "SEEN", hide = true)]
    pub look: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct Check {
    /// The guide: a folder of Markdown, or a file of it [default: the guide that would be browsed]
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub path: Option<PathBuf>,
    /// Refuse what is only odd, too
    #[arg(long)]
    pub strict: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct Manifest {
    /// The guide's folder
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folder: PathBuf,
    /// Which guide it is [default: the id in guide.yaml]
    #[arg(long, value_name = "ID", value_parser = parse_id)]
    pub id: Option<String>,
    /// Which release it is; each has a higher one than those before it [default: one more than that of the manifest in DIR]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub serial: Option<u64>,
    /// The day on which it was made [default: today in the guide's zone]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub made: Option<NaiveDate>,
    /// The last day on which it is good, in the guide's zone; after that screens say so [default: 90 days after it was made]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub good_until: Option<NaiveDate>,
}

#[derive(Debug, clap::Args)]
pub struct Doctor {
    /// Try everything that the kiosk's sandbox forbids, and report whether it was refused
    #[arg(long)]
    pub sandbox: bool,
    /// Print JSON, with what is shown, how fresh it is, and the kiosks that --state knows of
    #[arg(long, conflicts_with = "sandbox")]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct Search {
    /// What to look for; several words are one query
    #[arg(required = true, value_name = "QUERY", value_hint = ValueHint::Other)]
    pub query: Vec<String>,
    /// How many hits to print at most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct Show {
    /// ARTICLE or ARTICLE#SECTION, such as phone#app
    #[arg(value_hint = ValueHint::Other)]
    pub id: String,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Print only what to have ready, as a slip of paper for the caller
    #[arg(long, conflicts_with = "json")]
    pub checklist: bool,
}

#[derive(Debug, clap::Args)]
pub struct Status {
    /// At this instant, such as 2026-11-23T20:59:59+09:00 [default: now]
    #[arg(long, value_name = "RFC3339", conflicts_with = "watch")]
    pub at: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Print one short line, for tmux, waybar or a prompt
    #[arg(long, conflicts_with = "json")]
    pub short: bool,
    /// Print the short line, or one line of JSON with --json, now and again whenever it says something else
    #[arg(long)]
    pub watch: bool,
}

#[derive(Debug, clap::Args)]
pub struct Eval {
    /// The queries [default: queries.yaml of the guide that would be browsed]
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// How many queries to list that the first hit does not answer, worst first [default: those that none of the first
    /// three answers]
    #[arg(long, value_name = "N")]
    pub misses: Option<usize>,
    /// Ask one half of the queries only: tune weights on one, report figures on the other
    #[arg(long, value_name = "HALF")]
    pub half: Option<Half>,
    /// Fail when fewer per cent of the queries are answered by the first hit
    #[arg(long, value_name = "PERCENT", value_parser = parse_percent)]
    pub min_hit1: Option<f64>,
    /// Fail when fewer per cent of the queries are answered by one of the first three hits
    #[arg(long, value_name = "PERCENT", value_parser = parse_percent)]
    pub min_hit3: Option<f64>,
    /// Fail when fewer per cent of the queries of any one class are answered by the first hit
    #[arg(long, value_name = "PERCENT", value_parser = parse_percent)]
    pub min_class_hit1: Option<f64>,
    /// Write the ranking of each query to a file, in the form of TREC
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub runs: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct Insight {
    /// The files, of one counter or of several; the counts beside them are read too
    #[arg(required = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// Make counts of the lines in each file, drop what occurred fewer than three times, and empty it: once a day
    #[arg(long, conflicts_with_all = ["queries", "json"])]
    pub fold: bool,
    /// Print what was asked as entries for queries.yaml
    #[arg(long, conflicts_with = "json")]
    pub queries: bool,
    /// How many of each list to print
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub top: usize,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Clone, Copy, Subcommand)]
pub enum IndexAction {
    /// Build it anew
    Build,
    /// Check what is stored, sum by sum
    Verify,
    /// Print the folder of this guide's index
    Path,
}

fn parse_language(code: &str) -> Result<Language, String> {
    code.parse()
        .map_err(|_| "write the tag of a language, such as ja, en or zh-Hans".to_owned())
}

fn parse_id(text: &str) -> Result<String, String> {
    let id = manifest::is_id(text).then(|| text.to_owned());
    id.ok_or_else(|| "an id is made of a–z, 0–9 and -".to_owned())
}

fn parse_day(text: &str) -> Result<NaiveDate, String> {
    manifest::day(text).ok_or_else(|| "write a day such as 2027-02-27".to_owned())
}

fn parse_percent(text: &str) -> Result<f64, String> {
    let percent: Option<f64> = text.parse().ok();
    percent
        .filter(|percent| (0.0..=100.0).contains(percent))
        .ok_or_else(|| "write a number from 0 to 100, such as 85 or 97.5".to_owned())
}
