//! A signed guide in a folder of its own, with the keys that sign it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use madoguchi::guide::{Guide, Severity, Source, load};
use madoguchi::trust::{Key, Signed};
use tempfile::TempDir;

use crate::guide::small::{FILES, Small};
use crate::support::system::has;

pub const BINARY: &str = env!("CARGO_BIN_EXE_madoguchi");

/// The key that counts, and another one.
pub const OURS: &str = "ours";
pub const OTHERS: &str = "others";

pub struct Place {
    folder: TempDir,
}

impl Place {
    /// The first release of a small guide, signed. `None` where there is no minisign, which is said.
    pub fn new() -> Option<Self> {
        if !has("minisign") {
            return None;
        }
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        for key in [OURS, OTHERS] {
            let (public, secret) = (place.path(&format!("{key}.pub")), place.path(key));
            let files = ["-p", &public, "-s", &secret];
            run("minisign", &[&["-G", "-W", "-f"][..], &files].concat());
        }
        let small = Small::new();
        for file in FILES {
            place.write(file, small.read(file));
        }
        place.release(&[]);
        Some(place)
    }

    /// A path beside the guide.
    pub fn path(&self, name: &str) -> String {
        let path = self.folder.path().join(name);
        path.to_str().unwrap().to_owned()
    }

    pub fn guide(&self) -> PathBuf {
        self.folder.path().join("guide")
    }

    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.guide().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, file: &str) -> Vec<u8> {
        fs::read(self.guide().join(file)).unwrap()
    }

    /// Writes in the place of a text of a file another one.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let text = String::from_utf8(self.read(file)).unwrap();
        assert!(text.contains(from), "no {from:?} in {file}");
        self.write(file, text.replace(from, to));
    }

    /// Makes the next release of what is in the folder, and signs it.
    pub fn release(&self, options: &[&str]) {
        let guide = self.path("guide");
        run(BINARY, &[&["manifest", &guide][..], options].concat());
        self.sign(OURS, &[]);
    }

    /// Signs the manifest that is there.
    pub fn sign(&self, key: &str, options: &[&str]) {
        let (manifest, secret) = (self.path("guide/guide.manifest"), self.path(key));
        let files = ["-S", "-s", &secret, "-m", &manifest];
        run("minisign", &[&files[..], options].concat());
    }

    /// A copy of the guide's folder, beside it.
    pub fn copy(&self, name: &str) -> PathBuf {
        let to = self.path(name);
        run("cp", &["-r", &self.path("guide"), &to]);
        PathBuf::from(to)
    }

    pub fn signed(&self) -> Signed {
        let key = Key::read(Path::new(&self.path("ours.pub"))).unwrap();
        let memory = self.path("state");
        Signed::new(&self.guide(), key, Some(Path::new(&memory)))
    }

    /// Loads the guide, as commands do; else the first error: `file: what`.
    pub fn load(&self) -> Result<Guide, String> {
        let (guide, problems) = load(&Source::Signed(Box::new(self.signed())));
        let mut errors = problems.into_iter();
        let error = errors.find(|problem| problem.severity == Severity::Error);
        guide.ok_or_else(|| {
            let error = error.expect("a reason");
            assert!(!error.help.is_empty(), "{error}");
            format!("{}: {}", error.file.display(), error.what)
        })
    }

    pub fn options(&self) -> Vec<String> {
        let options = [
            ("--trust", "ours.pub"),
            ("--guide", "guide"),
            ("--state", "state"),
            ("--index", "index"),
        ];
        let named = options.map(|(option, name)| [option.to_owned(), self.path(name)]);
        named.into_iter().flatten().collect()
    }

    /// A command on this guide, of which only what is signed counts.
    pub fn command(&self) -> Command {
        let mut command = Command::new(BINARY);
        command
            .args(self.options())
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.command().args(args).output().unwrap()
    }
}

fn run(program: &str, args: &[&str]) {
    let output = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{program} {args:?}: {output:?}");
}
