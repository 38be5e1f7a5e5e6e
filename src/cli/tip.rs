//! What to do about an option that there is not, where it is what somebody looks for.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Error, Parser};

use super::args::{Args, Command};
use crate::text::distance::edits;

/// An option with no more wrong letters is a slip.
const SLIP: usize = 2;

/// The error, with a tip: a query that begins like an option stands behind `--`. That is tried before it is said.
pub(super) fn of_search(mut error: Error, args: &[OsString]) -> Error {
    let Some(option) = unknown(&error).map(str::to_owned) else {
        return error;
    };
    let Some(at) = args.iter().position(|arg| *arg == *option) else {
        return error;
    };
    let mut behind = args.to_vec();
    behind.insert(at, "--".into());
    let is_search = Args::try_parse_from(behind)
        .is_ok_and(|args| matches!(args.command, Some(Command::Search(_))));
    if is_search {
        let tip = format!("to look for '{option}', use 'search -- {option}'");
        let tips = ContextValue::StyledStrs(vec![StyledStr::from(tip)]);
        error.insert(ContextKind::Suggested, tips);
        let meant = |other: &ContextValue| match other {
            ContextValue::String(other) => edits(other, &option) <= SLIP,
            _ => false,
        };
        if !error.get(ContextKind::SuggestedArg).is_some_and(meant) {
            error.remove(ContextKind::SuggestedArg);
            let mut command = Args::command();
            command.build();
            if let Some(search) = command.find_subcommand_mut("search") {
                let usage = ContextValue::StyledStr(search.render_usage());
                error.insert(ContextKind::Usage, usage);
            }
        }
    }
    error
}

/// The option that there is not, if that is what is wrong.
fn unknown(error: &Error) -> Option<&str> {
    match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(option)) if error.kind() == ErrorKind::UnknownArgument => {
            Some(option)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn said(line: &str) -> String {
        let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let error = Args::try_parse_from(&args).expect_err("there is no such option");
        of_search(error, &args).to_string()
    }

    #[test]
    fn a_query_that_begins_like_an_option_stands_behind_hyphens() {
        let hidden = said("madoguchi --lang en search --hidden files");
        assert!(hidden.contains("use 'search -- --hidden'"), "{hidden}");
        assert!(!hidden.contains("--index"), "{hidden}");
        assert!(said("madoguchi search -v").contains("use 'search -- -v'"));
        let slip = said("madoguchi search --jsno files");
        assert!(
            slip.contains("'--json'") && slip.contains("'search -- --jsno'"),
            "{slip}"
        );
        assert!(!said("madoguchi check --hidden").contains("search"));
    }
}
