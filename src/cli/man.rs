//! `madoguchi man`: a manual page for the program and one for each command. What the options say is in the arguments
//! themselves; what only a manual says is here.

mod pages;

use std::fs;
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};

use super::args::Args;
use super::{Failure, Outcome, Output};
use crate::page::PROGRAM;
use pages::{ENVIRONMENT, EXIT, FILES, Page};

/// Prints the page of a command, or writes all pages into a folder.
pub(super) fn run(
    names: &[String],
    folder: Option<&Path>,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    if let Some(folder) = folder {
        return write_all(folder, out);
    }
    let mut command = Args::command().disable_help_subcommand(true);
    command.build();
    let mut at = &command;
    for name in names {
        at = shown(at)
            .find(|inner| inner.get_name() == name)
            .ok_or_else(|| no_command(at, name))?;
    }
    out.bytes(&page(at)?)
}

fn no_command(within: &Command, name: &str) -> Failure {
    let known: Vec<&str> = shown(within).map(Command::get_name).collect();
    let name = name.escape_debug();
    Failure::Usage(if known.is_empty() {
        format!("there is no page `{name}` below this command")
    } else {
        format!(
            "there is no command `{name}`; known are {}",
            known.join(", ")
        )
    })
}

/// The commands within a command that are for people.
fn shown(command: &Command) -> impl Iterator<Item = &Command> {
    command
        .get_subcommands()
        .filter(|inner| !inner.is_hide_set())
}

fn write_all(folder: &Path, out: &mut Output) -> Result<Outcome, Failure> {
    let failed = |path: &Path, error| Failure::Io(format!("{}: {error}", path.display()));
    fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    let mut command = Args::command().disable_help_subcommand(true);
    command.build();
    let mut waiting = vec![&command];
    while let Some(command) = waiting.pop() {
        waiting.extend(shown(command));
        let file = folder.join(format!("{}.1", title(command)));
        fs::write(&file, page(command)?).map_err(|error| failed(&file, error))?;
        out.text(&format!("{}\n", file.display()))?;
    }
    Ok(Outcome::Fine)
}

/// What the page of a command is called: `madoguchi-index-build`.
fn title(command: &Command) -> &str {
    command
        .get_display_name()
        .unwrap_or_else(|| command.get_name())
}

/// A page in the language of `man`.
fn page(command: &Command) -> Result<Vec<u8>, Failure> {
    let title = title(command);
    let man = Man::new(command.clone())
        .source(concat!("madoguchi ", env!("CARGO_PKG_VERSION")))
        .manual("madoguchi");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if shown(command).next().is_some() {
        man.render_subcommands_section(&mut page)?;
    }
    page.extend_from_slice(more(title).to_roff().as_bytes());
    Ok(page)
}

/// What stands below the options.
fn more(title: &str) -> Roff {
    let mut roff = Roff::new();
    let page = Page::of(title);
    if !page.examples.is_empty() {
        roff.control("SH", ["EXAMPLES"]);
    }
    for (what, example) in page.examples {
        roff.control("TP", []);
        roff.text([roman(*what)]);
        roff.control("EX", []);
        roff.text([roman(*example)]);
        roff.control("EE", []);
    }
    roff.control("SH", ["EXIT STATUS"]);
    for (code, what) in EXIT {
        if page.codes.contains(code) {
            let what = if *code == 1 { page.negative } else { what };
            item(&mut roff, &code.to_string(), what);
        }
    }
    for (heading, items) in [("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT)] {
        roff.control("SH", [heading]);
        for (name, what) in items {
            item(&mut roff, name, what);
        }
    }
    roff.control("SH", ["SEE ALSO"]);
    roff.text(see_also(title));
    roff
}

fn item(roff: &mut Roff, name: &str, what: &str) {
    roff.control("TP", []);
    roff.text([bold(name)]);
    roff.text([roman(what)]);
}

fn see_also(title: &str) -> Vec<Inline> {
    let manual = roman("madoguchi manual opens the manual, in English and Japanese.");
    if title == PROGRAM {
        vec![manual]
    } else {
        vec![bold(PROGRAM), roman("(1). "), manual]
    }
}
