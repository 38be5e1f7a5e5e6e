//! Completions: a script for a shell, and what it asks the program while somebody types.
//!
//! The script itself knows nothing. At each Tab it starts the program with all words of the line, since only that can read
//! the guide that is named among them.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use chrono_tz::TZ_VARIANTS;
use clap::{ArgMatches, Args as _, CommandFactory, FromArgMatches};
use clap_complete::Shell;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::Shells;

use super::args::{self, Args};
use super::{Context, Failure, Outcome, Output, settings};
use crate::config::Config;
use crate::guide::Guide;
use crate::i18n::SPOKEN;
use crate::language::Language;
use crate::page::PROGRAM;
use crate::text::clean::clean;

/// By this variable the script says for which shell it asks.
const VARIABLE: &str = "MADOGUCHI_COMPLETE";

/// Prints the script for a shell.
pub(super) fn script(shell: Shell, out: &mut Output) -> Result<Outcome, Failure> {
    let shells = Shells::builtins();
    let mut script = Vec::new();
    if let Some(shell) = shells.completer(&shell.to_string()) {
        shell.write_registration(VARIABLE, PROGRAM, PROGRAM, PROGRAM, &mut script)?;
    }
    out.bytes(&script)
}

/// The shell that asks, if one does: the script sets a variable and puts `--` before the words of the line.
pub(super) fn asking(args: &[OsString]) -> Option<String> {
    args.get(1).filter(|first| *first == "--")?;
    std::env::var(VARIABLE)
        .ok()
        .filter(|shell| !shell.is_empty())
}

/// Prints what the last of the words may become.
pub(super) fn answer(
    shell: &str,
    args: impl Iterator<Item = OsString>,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let shells = Shells::builtins();
    let shell = shells.completer(shell).ok_or_else(|| {
        let known: Vec<&str> = shells.names().collect();
        Failure::Usage(format!("{VARIABLE}: known are {}", known.join(", ")))
    })?;
    let words: Vec<OsString> = args.skip(2).collect();
    if words.is_empty() {
        return Ok(Outcome::Fine);
    }
    let mut command = with_candidates(&words);
    let mut answer = Vec::new();
    shell.write_complete(&mut command, words, Some(Path::new(".")), &mut answer)?;
    out.bytes(&answer)
}

/// The arguments, each with what it may be.
fn with_candidates(words: &[OsString]) -> clap::Command {
    let (context, config) = surroundings(words);
    let context = Arc::new(context);
    let sections = {
        let context = Arc::clone(&context);
        move || with_guide((*context).as_ref(), sections)
    };
    let languages = move || {
        let mut all = with_guide((*context).as_ref(), |guide, _| guide.languages.clone());
        let more = SPOKEN
            .into_iter()
            .filter(|language| !all.contains(language));
        all.extend(more.collect::<Vec<_>>());
        let tags = all.iter().map(|language| candidate(language.tag()));
        tags.collect()
    };
    let themes = move || {
        let names = config.theme_names();
        names.iter().map(|name| candidate(name)).collect()
    };
    let zones = || {
        TZ_VARIANTS
            .iter()
            .map(|zone| candidate(zone.name()))
            .collect()
    };
    Args::command()
        .mut_arg("lang", |arg| arg.add(ArgValueCandidates::new(languages)))
        .mut_arg("tz", |arg| arg.add(ArgValueCandidates::new(zones)))
        .mut_arg("theme", |arg| arg.add(ArgValueCandidates::new(themes)))
        .mut_subcommand("show", |show| {
            // Deferred as it is, it has no arguments yet that more could be said of.
            let about = show.get_about().cloned().unwrap_or_default();
            let show = args::Show::augment_args(clap::Command::new("show").about(about));
            show.mut_arg("id", |arg| arg.add(ArgValueCandidates::new(sections)))
        })
}

/// What the options on the line say, as far as they are written; a configuration with mistakes offers nothing of its own.
fn surroundings(words: &[OsString]) -> (Option<Context>, Config) {
    let matches = |words: &[OsString]| -> Option<ArgMatches> {
        let command = Args::command().ignore_errors(true);
        command.try_get_matches_from(words).ok()
    };
    let global = matches(words).and_then(|it| args::Global::from_arg_matches(&it).ok());
    let Some(mut global) = global else {
        return (None, Config::default());
    };
    global.manual |= words.get(1).is_some_and(|word| word == "manual");
    let config = settings::file(&global).and_then(|file| Config::read(&file).ok());
    let config = config.unwrap_or_default();
    (Context::new(&global, &config, Vec::new()).ok(), config)
}

/// What a guide offers to a reader; nothing where it has errors.
fn with_guide<T>(context: Option<&Context>, offer: impl Fn(&Guide, Language) -> Vec<T>) -> Vec<T> {
    let Some(context) = context else {
        return Vec::new();
    };
    let guide = context.guide();
    guide.map_or_else(
        |_| Vec::new(),
        |guide| {
            let language = guide.language_for(context.language);
            offer(&guide, language)
        },
    )
}

/// All articles and sections, each with its title.
fn sections(guide: &Guide, language: Language) -> Vec<CompletionCandidate> {
    let titled = |id: &str, title: &str| candidate(id).help(Some(clean(title).into_owned().into()));
    let articles = guide.articles.iter();
    articles
        .flat_map(|article| {
            let sections = article.sections.iter().map(|section| {
                let id = format!("{}#{}", article.id, section.id);
                titled(&id, &section.texts.text(language).title)
            });
            let own = titled(&article.id, article.title.text(language));
            std::iter::once(own).chain(sections).collect::<Vec<_>>()
        })
        .collect()
}

fn candidate(text: &str) -> CompletionCandidate {
    CompletionCandidate::new(clean(text).into_owned())
}
