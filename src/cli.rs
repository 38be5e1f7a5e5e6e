//! The command line: arguments, checked, to the same functions that the screen uses; results to text, JSON and exit codes.

mod args;
mod browse;
mod check;
mod completions;
mod doctor;
mod eval;
mod home;
mod index;
mod init;
mod insight;
#[cfg_attr(not(target_os = "linux"), path = "cli/no_kiosk.rs")]
mod kiosk;
mod logging;
mod login;
mod man;
mod manifest;
mod output;
mod plain;
mod progress;
mod search;
mod settings;
mod show;
mod stack;
pub mod status;
mod tip;

use std::ffi::OsString;
use std::process::ExitCode;

use chrono_tz::Tz;
use clap::Parser;

use crate::clock::{self, Clock, SystemClock};
use crate::config::Config;
use crate::guide::{self, Guide, Problem, Source};
use crate::i18n::{SPOKEN, release};
use crate::language::Language;
use crate::search::store::Store;
use crate::system;
use args::{Args, Browse, Command, How};
use home::Home;
use output::{Output, complain};

/// The exit code where the guide or the queries have errors.
const REFUSED: u8 = 3;

/// How a command ended well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Fine,
    /// Nothing was found, or a check failed.
    Negative,
    /// By a signal: 128 and its number.
    Code(u8),
}

/// Why a command could not do what it was asked.
#[derive(Debug)]
enum Failure {
    Usage(String),
    Guide(Vec<Problem>),
    /// The guide is good, but the queries for `eval` are not.
    Queries(Vec<Problem>),
    /// The configuration has errors, and nothing of it is used.
    Config(Vec<Problem>),
    Io(String),
    /// A login shell that is no shell was asked to run something.
    Refused,
    /// Nobody reads the output any more: no error, and nothing more to say.
    OutputClosed,
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::OutputClosed
        } else {
            Self::Io(with_advice(&error))
        }
    }
}

/// What went wrong; where a limit of the system's is the reason, with what to do.
fn with_advice(error: &std::io::Error) -> String {
    if system::too_many_open(error) {
        format!(
            "{error}\n    help: raise the limit on open files (`ulimit -n`); a kiosk needs about 20"
        )
    } else {
        error.to_string()
    }
}

impl Failure {
    fn report(self) -> u8 {
        match self {
            Self::Usage(message) => {
                complain(&format!(
                    "{message}\n    help: `madoguchi --help` lists what there is"
                ));
                2
            }
            Self::Guide(problems) => {
                let head = |errors: &str| format!("the guide has {errors} and is not used");
                complain(&check::report(&problems, head));
                REFUSED
            }
            Self::Config(problems) => {
                complain(&settings::report(&problems));
                2
            }
            Self::Queries(problems) => {
                let head = |errors: &str| format!("the queries have {errors} and are not asked");
                complain(&check::report(&problems, head));
                REFUSED
            }
            Self::Io(message) => {
                complain(&message);
                4
            }
            Self::Refused => {
                complain("no commands are run here");
                1
            }
            Self::OutputClosed => 0,
        }
    }
}

/// Runs the program. The exit code is 0 when all is fine, 1 when nothing was found or a check failed, 2 for wrong usage,
/// 3 for a guide or queries with errors, 4 when reading or writing failed.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = args.into_iter().collect();
    stack::with_room(|| run_here(args)).unwrap_or_else(|failure| ExitCode::from(failure.report()))
}

fn run_here(args: Vec<OsString>) -> ExitCode {
    system::survive_file_size_limit();
    let options = std::env::var(login::OPTIONS).ok();
    let args: Vec<OsString> = match login::arguments(args, options) {
        Ok(args) => args,
        Err(failure) => return ExitCode::from(failure.report()),
    };
    if let Some(shell) = completions::asking(&args) {
        let answered = completions::answer(&shell, args.into_iter(), &mut Output::new());
        return answered.map_or_else(|failure| failure.report().into(), |_| ExitCode::SUCCESS);
    }
    let arguments = args.iter().skip(1).cloned().collect();
    let args = match Args::try_parse_from(&args) {
        Ok(args) => args,
        Err(error) => {
            let error = tip::of_search(error, &args);
            // Help and version arrive as errors too, and go to the standard output.
            let _ = error.print();
            return ExitCode::from(u8::from(error.use_stderr()) * 2);
        }
    };
    ExitCode::from(match dispatch(args, arguments) {
        Ok(Outcome::Fine) => 0,
        Ok(Outcome::Negative) => 1,
        Ok(Outcome::Code(code)) => code,
        Err(failure) => failure.report(),
    })
}

fn dispatch(mut args: Args, arguments: Vec<OsString>) -> Result<Outcome, Failure> {
    take_path(&mut args)?;
    take_manual(&mut args)?;
    if let Some(file) = &args.global.log {
        if matches!(args.command, Some(Command::Kiosk(_))) {
            return Err(kiosk::no_log());
        }
        logging::start(file)?;
    }
    let config = settings::read(&args)?;
    settings::fill_in(&mut args.global, &config);
    let context = Context::new(&args.global, &config, arguments)?;
    let out = &mut Output::new();
    let How { plain, no_watch } = args.browse.how;
    let insight = args.browse.insight.take();
    let both = |how: How| How {
        plain: plain || how.plain,
        no_watch: no_watch || how.no_watch,
    };
    match args.command.unwrap_or(Command::Browse(args.browse)) {
        Command::Browse(Browse {
            how,
            insight: inner,
            ..
        }) => {
            let insight = inner.or(insight);
            browse::run(&context, &args.global, config, (both(how), insight))
        }
        _ if insight.is_some() => Err(Failure::Usage(
            "--insight stands behind the command: `madoguchi kiosk --insight FILE`".to_owned(),
        )),
        Command::Manual(how) => browse::run(&context, &args.global, config, (both(how), None)),
        _ if plain => Err(Failure::Usage(
            "--plain is a way to browse, and no other command has it".to_owned(),
        )),
        Command::Kiosk(kiosk) => kiosk::run(&context, &kiosk, (&args.global, config), out),
        Command::Search(search) => search::run(&context, &search, out),
        Command::Show(show) => show::run(&context, &show, out),
        Command::Status(status) => status::run(&context, &status, &args.global, out),
        Command::Check(check) => check::run(&context, check, out),
        Command::Init { dir } => {
            init::run(&dir.unwrap_or_else(|| home::to_begin(&args.global)), out)
        }
        Command::Manifest(manifest) => manifest::run(&manifest, out),
        Command::Eval(eval) => eval::run(&context, &eval, out),
        Command::Insight(insight) => insight::run(&context, &args.global, &insight, out),
        Command::Index { action } => index::run(&context, action, out),
        Command::Doctor(args) if args.sandbox => doctor::sandbox::run(out),
        Command::Doctor(doctor) => doctor::run(&context, &args.global, doctor.json, out),
        Command::Completions { shell } => completions::script(shell, out),
        Command::Man { command, dir } => man::run(&command, dir.as_deref(), out),
    }
}

/// The path that is named alone is the guide, wherever it stands.
fn take_path(args: &mut Args) -> Result<(), Failure> {
    let inner = match &mut args.command {
        Some(Command::Browse(browse)) => browse.path.take(),
        _ => None,
    };
    let Some(path) = args.browse.path.take().or(inner) else {
        return Ok(());
    };
    if !path.exists() {
        let name = path.display();
        return Err(Failure::Usage(format!(
            "there is no command and no folder or file `{}`",
            name.to_string().escape_debug()
        )));
    }
    if args.global.guide.replace(path).is_some() {
        return Err(Failure::Usage(
            "the guide is named twice: by its path and by --guide".to_owned(),
        ));
    }
    Ok(())
}

/// The command that opens the manual is a guide, too.
fn take_manual(args: &mut Args) -> Result<(), Failure> {
    args.global.manual |= matches!(args.command, Some(Command::Manual(_)));
    if args.global.manual && args.global.guide.is_some() {
        return Err(Failure::Usage(
            "the guide is named twice: as the manual, and by its path or --guide".to_owned(),
        ));
    }
    Ok(())
}

/// The reader's zone; a wrong `--tz` is wrong usage. Says what else was set, and not followed.
fn viewer_zone(global: &args::Global) -> Result<Tz, Failure> {
    let zone = clock::system_viewer_zone(global.tz.as_deref())
        .map_err(|error| Failure::Usage(format!("--tz: {error}")))?;
    if let Some(doubt) = zone_in_doubt(global, zone) {
        log::warn!("{doubt}");
        complain(&doubt);
    }
    Ok(zone)
}

/// What the variable `TZ` is where it counts and asks for a zone that is not known.
fn no_zone(global: &args::Global) -> Option<String> {
    clock::passed_over(|name| std::env::var(name).ok()).filter(|_| global.tz.is_none())
}

/// What to say where the variable `TZ` asks for a zone that is not known.
fn zone_in_doubt(global: &args::Global, zone: Tz) -> Option<String> {
    let value = no_zone(global)?;
    Some(format!(
        "TZ is `{}`, which is not in the database of time zones: your times are those of {zone}\n    \
         help: set TZ to a name such as Asia/Tokyo, or use --tz",
        value.escape_debug()
    ))
}

/// What the commands have in common: where the guide and the index are, and whom to speak to.
#[derive(Debug, Clone)]
struct Context {
    home: Home,
    language: Option<Language>,
    /// `--lang`.
    wanted: Option<Language>,
    /// What the program was called with, without its name.
    arguments: Vec<OsString>,
}

impl Context {
    fn new(
        global: &args::Global,
        config: &Config,
        arguments: Vec<OsString>,
    ) -> Result<Self, Failure> {
        Ok(Self {
            home: Home::resolve(global)?,
            language: global
                .lang
                .or(config.language)
                .or_else(|| home::language(system::variable)),
            wanted: global.lang,
            arguments,
        })
    }

    /// The same for whoever shows what is kept of a signed guide, whatever is in its folder now.
    fn of_kept(&self) -> Self {
        let mut kept = self.clone();
        if let Source::Signed(signed) = &mut kept.home.source {
            **signed = signed.kept();
        }
        kept
    }

    /// Loads the guide; a guide with errors is a failure. Warnings go to the log.
    fn guide(&self) -> Result<Guide, Failure> {
        let store = Store::new(self.home.index.clone());
        let loaded = store.load(&self.home.source, SystemClock.now());
        self.in_wanted_language((loaded.guide, loaded.problems))
    }

    /// The same for a command that prints something of it.
    fn guide_to_print(&self) -> Result<Guide, Failure> {
        let guide = self.guide()?;
        self.tell_expired(&guide);
        Ok(guide)
    }

    /// Says on the standard error where a guide has expired.
    fn tell_expired(&self, guide: &Guide) {
        if let Some(last) = guide.expired(SystemClock.now()) {
            let lang = guide.language_for(self.language);
            let [sentence, _] = release::out_of_date(last, lang);
            complain(&sentence);
        }
    }

    /// The same for a command that asks for no index: the next one need not read the guide again.
    fn guide_alone(&self) -> Result<Guide, Failure> {
        let guide = self.guide_to_print()?;
        Store::new(self.home.index.clone()).keep(&guide);
        Ok(guide)
    }

    /// The same for who looks after the index: every file is read.
    fn guide_from_files(&self) -> Result<Guide, Failure> {
        let store = Store::new(self.home.index.clone());
        self.in_wanted_language(store.read(&self.home.source, SystemClock.now()))
    }

    /// The same for a public terminal, which believes nothing that is kept.
    fn guide_read_anew(&self) -> Result<Guide, Failure> {
        self.in_wanted_language(guide::load(&self.home.source))
    }

    fn in_wanted_language(&self, loaded: (Option<Guide>, Vec<Problem>)) -> Result<Guide, Failure> {
        let guide = usable(loaded)?;
        self.check_wanted(&guide.languages)?;
        Ok(guide)
    }

    /// The same for a command that prints nothing of an article, and writes nothing. What is signed is read whole: nothing of
    /// it counts before all of it was verified.
    fn desks_to_print(&self) -> Result<Guide, Failure> {
        if self.home.source.signed().is_some() {
            return self.guide_to_print();
        }
        let store = Store::new(self.home.index.clone());
        self.in_wanted_language(store.load_without_articles(&self.home.source))
    }

    /// The same from the files alone, for a public terminal.
    fn guide_without_articles(&self) -> Result<Guide, Failure> {
        self.in_wanted_language(guide::load::without_articles(&self.home.source))
    }

    /// A `--lang` that neither the guide nor the program speaks is wrong usage.
    fn check_wanted(&self, languages: &[Language]) -> Result<(), Failure> {
        let Some(wanted) = self.foreign() else {
            return Ok(());
        };
        if wanted.among(languages.iter().copied()).is_some() {
            return Ok(());
        }
        let known: Vec<&str> = languages.iter().map(Language::tag).collect();
        let known = known.join(", ");
        Err(Failure::Usage(format!(
            "--lang: the guide is not written in {wanted}; its languages are {known}"
        )))
    }

    /// A `--lang` that is none of those that the program speaks itself, by whatever tag.
    fn foreign(&self) -> Option<Language> {
        self.wanted.filter(|wanted| wanted.among(SPOKEN).is_none())
    }
}

fn usable((guide, problems): (Option<Guide>, Vec<Problem>)) -> Result<Guide, Failure> {
    let guide = guide.ok_or_else(|| Failure::Guide(problems.clone()))?;
    for problem in &problems {
        log::warn!("{problem}");
    }
    Ok(guide)
}
