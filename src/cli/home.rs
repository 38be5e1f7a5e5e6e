//! Where the guide and the index are.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::Failure;
use super::args::Global;
use crate::guide::Source;
use crate::i18n::SPOKEN;
use crate::language::Language;
use crate::page::PROGRAM;
use crate::text::shell;
use crate::trust::{Key, NoKey, Signed};

/// Where the guide comes from and its index goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    pub source: Source,
    /// `None` where the system names no folder for caches: the index is built in memory.
    pub index: Option<PathBuf>,
    trust: Option<Trust>,
}

/// Whose signature counts, where one is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trust {
    key: Key,
    /// The folder for what was seen; `None` where the system names none.
    memory: Option<PathBuf>,
}

impl Trust {
    /// What `--trust` and `--state` say. A key that cannot be read is a failure: without it nothing is known.
    fn resolve(global: &Global) -> Result<Option<Self>, Failure> {
        let Some(path) = &global.trust else {
            return Ok(None);
        };
        let failed = |error: NoKey| Failure::Io(format!("--trust {}: {error}", path.display()));
        let own = || {
            Some(
                etcetera::choose_base_strategy()
                    .ok()?
                    .state_dir()?
                    .join("madoguchi"),
            )
        };
        Ok(Some(Self {
            key: Key::read(path).map_err(failed)?,
            memory: global.state.clone().or_else(own),
        }))
    }
}

impl Home {
    /// `--guide` and `--index`; else `--home` or `MADOGUCHI_HOME`; else the current folder if it holds a guide; else the
    /// user's data folder if that does; else the guide in the program. Without a home the index is in the user's cache folder.
    /// The manual belongs to no home.
    ///
    /// # Errors
    /// Where the key of `--trust` cannot be read.
    pub fn resolve(global: &Global) -> Result<Self, Failure> {
        let folders = etcetera::choose_base_strategy().ok();
        let named = global.home.clone().or_else(|| {
            std::env::var_os("MADOGUCHI_HOME")
                .filter(|home| !home.is_empty())
                .map(PathBuf::from)
        });
        let found = || {
            let data = folders
                .as_ref()
                .map(|folders| folders.data_dir().join("madoguchi"));
            [Some(PathBuf::from(".")), data]
                .into_iter()
                .flatten()
                .find(|folder| holds_guide(folder))
        };
        let home = if global.guide.is_some() {
            named
        } else {
            named.or_else(found)
        };
        let cache = folders
            .as_ref()
            .map(|folders| folders.cache_dir().join("madoguchi"));
        let trust = Trust::resolve(global)?;
        if global.manual {
            let index = global.index.clone();
            return Ok(Self {
                source: Source::Manual,
                index: index.or_else(|| Some(cache?.join("manual"))),
                trust,
            });
        }
        Ok(Self::new(global, home.as_deref(), cache, trust))
    }

    fn new(
        global: &Global,
        home: Option<&Path>,
        cache: Option<PathBuf>,
        trust: Option<Trust>,
    ) -> Self {
        let guide = global
            .guide
            .clone()
            .or_else(|| home.map(|home| home.join("guide")));
        let index = global
            .index
            .clone()
            .or_else(|| home.map(|home| home.join("index")))
            .or_else(|| Some(own_folder(cache?, guide.as_deref(), trust.is_some())));
        let mut home = Self {
            source: Source::BuiltIn,
            index,
            trust,
        };
        // The guide in the program is as good as the program.
        home.source = guide.map_or(Source::BuiltIn, |guide| home.at(guide));
        home
    }

    /// A guide in this place, of which only what was signed counts where somebody asks for that.
    pub fn at(&self, place: PathBuf) -> Source {
        match &self.trust {
            None => Source::Folder(place),
            Some(Trust { key, memory }) => {
                let signed = Signed::new(&place, key.clone(), memory.as_deref());
                Source::Signed(Box::new(signed))
            }
        }
    }
}

/// Where in the cache the index of a guide is: an index puts away what was there of its guide before, and must not meet
/// another's. Releases that are signed may follow each other behind a link, and are those of one guide.
fn own_folder(cache: PathBuf, guide: Option<&Path>, is_signed: bool) -> PathBuf {
    let Some(guide) = guide else {
        return cache;
    };
    let real = if is_signed {
        std::path::absolute(guide)
    } else {
        std::fs::canonicalize(guide)
    };
    let real = real.unwrap_or_else(|_| guide.to_owned());
    let sum = blake3::hash(real.as_os_str().as_encoded_bytes()).to_hex();
    cache.join("guides").join(&sum[..16])
}

/// What to type before a command that reads the guide that was named.
pub fn program(global: &Global) -> String {
    if global.manual {
        return format!("{PROGRAM} --manual");
    }
    let named = global.guide.as_ref();
    named.map_or_else(
        || PROGRAM.to_owned(),
        |guide| {
            format!(
                "{PROGRAM} --guide {}",
                shell::word(&guide.to_string_lossy())
            )
        },
    )
}

/// The folder that is made a guide where none is named with the command: one that is named before it, else the one where
/// the command is typed, or the guide that this holds.
pub fn to_begin(global: &Global) -> PathBuf {
    let named = global.guide.clone();
    let named = named.or_else(|| global.home.as_ref().map(|home| home.join("guide")));
    let here = || {
        PathBuf::from(if holds_guide(Path::new(".")) {
            "guide"
        } else {
            "."
        })
    };
    named.unwrap_or_else(here)
}

fn holds_guide(folder: &Path) -> bool {
    folder.join("guide/guide.yaml").is_file()
}

/// The reader's language by the locale variables, strongest first; `None` where they name none.
pub fn language(variable: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()))?;
    let tag = locale.split(['.', '@']).next()?.replace('_', "-");
    let language: Language = tag.parse().ok()?;
    // `POSIX` is formed like a tag.
    let is_language = language.base().tag().len() <= 3 && language.exists();
    let base = language.base();
    // Where it is spoken only matters of languages that are written otherwise elsewhere.
    let spoken = if SPOKEN.contains(&base) {
        base
    } else {
        language
    };
    is_language.then_some(spoken)
}

/// Whether the locale's characters are UTF-8, as far as a variable says so: where none is set, as in many containers, the
/// terminal most probably takes it.
pub fn may_be_utf8(variable: impl Fn(&str) -> Option<String>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()));
    locale.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase().replace('-', "");
        locale.contains("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_names_the_characters() {
        let check = |variables: &[(&str, &str)], expected| {
            let found = may_be_utf8(|name| {
                let found = variables.iter().find(|(key, _)| *key == name);
                found.map(|(_, value)| (*value).to_owned())
            });
            assert_eq!(found, expected, "{variables:?}");
        };
        check(&[], true);
        check(&[("LANG", "C")], false);
        check(&[("LANG", "C.UTF-8")], true);
        check(&[("LANG", "ja_JP.utf8"), ("LC_ALL", "C")], false);
        check(
            &[("LANG", "ja_JP.eucJP"), ("LC_CTYPE", "ja_JP.UTF-8")],
            true,
        );
        check(&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "")], true);
    }

    #[test]
    fn the_locale_names_the_language() {
        let check = |variables: &[(&str, &str)], expected: Option<Language>| {
            let found = language(|name| {
                variables
                    .iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| (*value).to_owned())
            });
            assert_eq!(found, expected, "{variables:?}");
        };
        check(&[("LANG", "ja_JP.UTF-8")], Some(Language::JA));
        check(
            &[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "en_GB.UTF-8")],
            Some(Language::EN),
        );
        check(
            &[("LANG", "en_US.UTF-8"), ("LC_ALL", "")],
            Some(Language::EN),
        );
        check(&[("LANG", "C.UTF-8")], None);
        check(&[("LANG", "POSIX")], None);
        check(&[("LANG", "xx_XX")], None);
        check(&[("LANG", "zh_TW.Big5")], "zh-TW".parse().ok());
        check(&[("LANG", "ko_KR@modifier")], Some(Language::KO));
        check(&[], None);
    }
}
