//! Which configuration counts, and what the options leave to it.

use std::path::PathBuf;

use etcetera::BaseStrategy;

use super::args::{Args, Command, Global};
use super::{Failure, check};
use crate::config::Config;
use crate::guide::Problem;

/// The variable that names another file; empty for none.
const VARIABLE: &str = "MADOGUCHI_CONFIG";

/// The configuration of a browser: of a command that prints something there is none, and of a kiosk only what an option
/// names, since nobody knows whose home it runs in.
pub(super) fn read(args: &Args) -> Result<Config, Failure> {
    let file = match &args.command {
        None | Some(Command::Browse(_) | Command::Manual(_)) => file(&args.global),
        Some(Command::Kiosk(_)) => args.global.config.clone(),
        Some(_) => None,
    };
    file.map_or_else(
        || Ok(Config::default()),
        |file| Config::read(&file).map_err(Failure::Config),
    )
}

/// The file that `--config` or `MADOGUCHI_CONFIG` names; else `madoguchi/config.yaml` in the user's folder for
/// configurations, if it is there.
pub(super) fn file(global: &Global) -> Option<PathBuf> {
    if global.config.is_some() {
        return global.config.clone();
    }
    if let Some(named) = std::env::var_os(VARIABLE) {
        return (!named.is_empty()).then(|| PathBuf::from(named));
    }
    let folder = etcetera::choose_base_strategy().ok()?.config_dir();
    let file = folder.join("madoguchi/config.yaml");
    file.exists().then_some(file)
}

/// What the options leave open, the configuration says.
pub(super) fn fill_in(global: &mut Global, config: &Config) {
    if global.tz.is_none() {
        global.tz = config.timezone.map(|zone| zone.name().to_owned());
    }
    if global.trust.is_none() {
        global.trust.clone_from(&config.trust);
    }
    global.no_mouse |= config.mouse == Some(false);
}

/// What is wrong with a configuration, to be said before there is a screen.
pub(super) fn report(problems: &[Problem]) -> String {
    let head = |errors: &str| format!("the configuration has {errors} and is not used");
    check::report(problems, head)
}
