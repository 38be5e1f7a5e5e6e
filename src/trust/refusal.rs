//! Why a release is not used.

use std::fmt;

use super::{MANIFEST, SIGNATURE};

/// What a folder lacks to be a signed guide. Names and texts come as they were found: whoever prints them cleans them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The folder itself cannot be opened, and why.
    NoFolder(String),
    /// This file, the manifest or its signature, is not there.
    Unsigned(String),
    /// What should be a signature is none that is understood.
    NoSignature,
    /// Somebody else's.
    OtherKey,
    /// The manifest is not what was signed.
    Forged,
    /// A signed manifest that says something else than this program understands, and where.
    Manifest { line: usize, what: String },
    /// A file that the manifest names is not there.
    Missing(String),
    /// It is something else than a file in folders: `a link`.
    NotAFile(String, &'static str),
    /// It has another length than was signed.
    Length {
        name: String,
        found: u64,
        signed: u64,
    },
    /// It says something else than was signed.
    Altered(String),
    /// It cannot be read, and why.
    Unreadable(String, String),
    /// The release is of this guide, and another one was seen here.
    OtherGuide { found: String, seen: String },
    /// A newer release was seen here.
    Older { found: u64, seen: u64 },
    /// Another release with the same serial was seen here.
    SameSerial(u64),
    /// Nothing is kept yet.
    NothingKept,
    /// What was seen cannot be read or written down: the file, and why.
    Memory(String, String),
    /// There is no folder to remember anything in.
    NoMemory,
}

impl Refusal {
    /// The file that it is about.
    pub fn file(&self) -> &str {
        match self {
            Self::NoFolder(_) => ".",
            Self::NoSignature | Self::OtherKey => SIGNATURE,
            Self::Missing(name)
            | Self::Unsigned(name)
            | Self::NotAFile(name, _)
            | Self::Length { name, .. }
            | Self::Altered(name)
            | Self::Unreadable(name, _)
            | Self::Memory(name, _) => name,
            _ => MANIFEST,
        }
    }

    /// The line of it, where it has one.
    pub const fn line(&self) -> Option<usize> {
        match self {
            Self::Manifest { line, .. } => Some(*line),
            _ => None,
        }
    }

    /// Whether it says something of this machine, and nothing of the release: the same one may be good the next time.
    pub const fn is_of_this_machine(&self) -> bool {
        matches!(self, Self::Memory(..) | Self::NoMemory)
    }

    /// What to do about it.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::NoFolder(_) => "name the folder of a signed guide with --guide",
            Self::Unsigned(_) => {
                "have it signed (`madoguchi manifest DIR` says how), or leave out --trust"
            }
            Self::NoSignature => "sign with minisign, version 0.8 or later, without `-l`",
            Self::OtherKey => {
                "have it signed with the key that --trust names, or name the other one's .pub file"
            }
            Self::Forged => "copy the manifest and its signature anew, both of one release",
            Self::Manifest { .. } => {
                "make the manifest anew with `madoguchi manifest`, of the same version as this program"
            }
            Self::Missing(_) | Self::Length { .. } | Self::Altered(_) => {
                "copy the whole release anew; what was changed on purpose needs a new manifest and signature"
            }
            Self::NotAFile(..) => "put the file itself there",
            Self::Unreadable(..) => "check its permissions",
            Self::OtherGuide { .. } => {
                "put the right guide there; where another one is wanted from now on, delete what is remembered of this place (`madoguchi doctor` names the folder)"
            }
            Self::Older { .. } => {
                "put the newest release there, or sign this one again with a higher serial"
            }
            Self::SameSerial(_) => {
                "give every release a serial of its own: sign it again with a higher one"
            }
            Self::NothingKept => "start with a good release in the guide's folder",
            Self::Memory(..) => {
                "see to it that the folder can be written to, or name another one with --state"
            }
            Self::NoMemory => "name a folder with --state",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder(why) => write!(f, "the folder cannot be opened: {why}"),
            Self::Unsigned(_) => f.write_str("the guide is not signed: this file is missing"),
            Self::NoSignature => f.write_str("this is no signature of minisign's that is accepted"),
            Self::OtherKey => f.write_str("the guide is signed with another key"),
            Self::Forged => {
                f.write_str("the signature is not one of this manifest: one of the two was altered")
            }
            Self::Manifest { what, .. } => f.write_str(what),
            Self::Missing(_) => f.write_str("the manifest names this file, and it is missing"),
            Self::NotAFile(_, what) => write!(f, "the manifest names this file, and it is {what}"),
            Self::Length { found, signed, .. } => {
                write!(f, "the file has {found} bytes, and {signed} were signed")
            }
            Self::Altered(_) => f.write_str("the file is not what was signed"),
            Self::Unreadable(_, why) => write!(f, "the file cannot be read: {why}"),
            Self::OtherGuide { found, seen } => {
                write!(
                    f,
                    "this is the guide `{found}`, and `{seen}` was seen here before"
                )
            }
            Self::Older { found, seen } => {
                write!(
                    f,
                    "this is release {found}, and {seen} was seen here before"
                )
            }
            Self::SameSerial(serial) => {
                write!(f, "another release {serial} was seen here before")
            }
            Self::NothingKept => f.write_str("no good release was seen here yet"),
            Self::Memory(_, why) => {
                write!(
                    f,
                    "what was seen of signed guides cannot be remembered: {why}"
                )
            }
            Self::NoMemory => f.write_str(
                "there is no folder in which to remember what was seen of signed guides",
            ),
        }
    }
}
