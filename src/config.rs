//! What somebody has set for good: `config.yaml`, in which options have other defaults, themes have colours of their own, and
//! acts have other keys. It is checked as a guide is: every problem with file, line, what and what to do.

mod keys;
mod themes;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use clap::ValueEnum;

use crate::app::Bound;
use crate::guide::Problem;
use crate::guide::load::MAX_YAML;
use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::{self, Fields, Node, Value, text};
use crate::language::Language;
use crate::text::clean::clean;
use crate::ui::theme::Choice;
use crate::ui::theme::own::Own;

pub use themes::{Theme, built_in as built_in_themes};

/// What stands in the file; what does not is left to the options and to the surroundings.
#[derive(Debug, Clone, Default)]
pub struct Config {
    pub language: Option<Language>,
    pub timezone: Option<Tz>,
    /// Whether clicks and the wheel are for the browser.
    pub mouse: Option<bool>,
    /// The file with the key with which a guide must be signed.
    pub trust: Option<PathBuf>,
    /// The name of the theme to use.
    theme: Option<String>,
    themes: Vec<Theme>,
    pub bound: Bound,
}

const FIELDS: [&str; 7] = [
    "language", "timezone", "mouse", "trust", "theme", "themes", "keys",
];

impl Config {
    /// Reads a file.
    ///
    /// # Errors
    /// All problems of it; then nothing of it counts.
    pub fn read(path: &Path) -> Result<Self, Vec<Problem>> {
        let mut report = Report::new(&path.display().to_string());
        let config = match contents(path) {
            Ok(source) => Self::parse(&source, &mut report).below(path.parent()),
            Err(what) => {
                report.refuse(&what, "name another file with --config, or mend this one");
                Self::default()
            }
        };
        let problems = report.into_problems();
        if problems.is_empty() {
            Ok(config)
        } else {
            Err(problems)
        }
    }

    /// The same as one that stands in this folder: it is that from where names of files lead, wherever the program is started.
    fn below(mut self, folder: Option<&Path>) -> Self {
        if let (Some(folder), Some(trust)) = (folder, &mut self.trust) {
            *trust = folder.join(&trust);
        }
        self
    }

    fn parse(source: &str, report: &mut Report) -> Self {
        let mut config = Self::default();
        let Some(root) = yaml::parse(source, report) else {
            return config;
        };
        if matches!(root.value, Value::Null) {
            return config;
        }
        let Some(fields) = Fields::new("the configuration", &root, &FIELDS, report) else {
            return config;
        };
        config.language = fields.text("language", report).and_then(|tag| {
            let language = tag.value.parse().ok();
            if language.is_none() {
                let what = format!("{} is no tag of a language", quoted(&tag.value));
                report.error(tag.line, &what, "write one such as ja, en or zh-Hans");
            }
            language
        });
        config.timezone = fields.text("timezone", report).and_then(|name| {
            let zone = name.value.parse().ok();
            if zone.is_none() {
                let what = format!("{} is no time zone", quoted(&name.value));
                report.error(name.line, &what, "write one such as Asia/Tokyo");
            }
            zone
        });
        config.mouse = fields.get("mouse").map(|_| fields.flag("mouse", report));
        config.trust = fields
            .text("trust", report)
            .map(|name| PathBuf::from(name.value));
        config.themes = fields
            .get("themes")
            .map_or_else(Vec::new, |node| themes::read(node, report));
        config.theme = fields
            .get("theme")
            .and_then(|node| named(node, "theme", report))
            .filter(|(line, name)| {
                let is_known = config.looks(name).is_some();
                if !is_known {
                    let what = format!("there is no theme {}", quoted(name));
                    let help = format!("known are {}", config.theme_names().join(", "));
                    report.error(*line, &what, &help);
                }
                is_known
            })
            .map(|(_, name)| name);
        if let Some(node) = fields.get("keys") {
            config.bound = keys::read(node, report);
        }
        config
    }

    /// The theme to use: the one that an option names, else the one of the file, else what suits the terminal. `None` where
    /// no theme is called so.
    pub fn theme(&self, wanted: Option<&str>) -> Option<(Choice, Own)> {
        match wanted.or(self.theme.as_deref()) {
            None => Some((Choice::Auto, Own::default())),
            Some(name) => self.looks(name),
        }
    }

    fn looks(&self, name: &str) -> Option<(Choice, Own)> {
        let own = self.themes.iter().find(|theme| theme.name == name);
        own.map(|theme| (theme.over, theme.own)).or_else(|| {
            let choice = Choice::from_str(name, false).ok()?;
            Some((choice, Own::default()))
        })
    }

    /// What themes are called.
    pub fn theme_names(&self) -> Vec<String> {
        let own = self.themes.iter().map(|theme| theme.name.clone());
        themes::built_in().map(str::to_owned).chain(own).collect()
    }
}

/// A name, which may look like a number.
fn named(node: &Node, field: &str, report: &mut Report) -> Option<(usize, String)> {
    match &node.value {
        Value::Number(number) => Some((node.line, number.clone())),
        _ => text(node, field, report).map(|name| (name.line, name.value)),
    }
}

/// The text of a file, if it is one and not too large.
fn contents(path: &Path) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("it cannot be read: {error}");
    let file = File::open(path).map_err(failed)?;
    if !file.metadata().map_err(failed)?.is_file() {
        return Err("it is no file".to_owned());
    }
    let mut bytes = Vec::new();
    let mut limited = file.take(MAX_YAML + 1);
    limited.read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_YAML {
        return Err(format!("it is larger than {MAX_YAML} bytes"));
    }
    String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())
}

/// A text for a message.
fn shown(text: &str) -> String {
    clean(text).replace('\n', " ")
}

#[cfg(test)]
mod tests;
