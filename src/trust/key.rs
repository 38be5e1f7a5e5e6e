//! Whose signature counts: a public key of minisign's.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::Refusal;
use minisign_verify::{Error, PublicKey, Signature};

/// A key's file is much shorter.
const MAX_FILE: u64 = 4096;

/// A public key that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// As minisign writes it, in base64.
    text: String,
}

/// Why there is no key, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoKey {
    pub what: String,
    pub help: &'static str,
}

impl fmt::Display for NoKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n    help: {}", self.what, self.help)
    }
}

impl Key {
    /// Reads the file that `minisign -G` writes: a comment, and the key in base64.
    ///
    /// # Errors
    /// Where it cannot be read or holds no key.
    pub fn read(path: &Path) -> Result<Self, NoKey> {
        let unreadable = |error: std::io::Error| NoKey {
            what: format!("the key cannot be read: {error}"),
            help: "name the file with the public key, such as minisign.pub",
        };
        let file = File::open(path).map_err(unreadable)?;
        let mut text = String::new();
        file.take(MAX_FILE)
            .read_to_string(&mut text)
            .map_err(unreadable)?;
        Self::parse(&text).ok_or(NoKey {
            what: "this is no public key of minisign's".to_owned(),
            help: "`minisign -G` makes two files: the public key is the one that ends in .pub",
        })
    }

    /// The key in a text of one line, or of two of which the first is a comment.
    pub fn parse(text: &str) -> Option<Self> {
        let line = text
            .lines()
            .find(|line| !line.starts_with("untrusted comment:"))?;
        PublicKey::from_base64(line.trim()).ok()?;
        Some(Self {
            text: line.trim().to_owned(),
        })
    }

    /// What tells it from other keys.
    pub(super) fn sum(&self) -> blake3::Hash {
        blake3::hash(self.text.as_bytes())
    }

    /// Whether these bytes are what was signed with it.
    ///
    /// # Errors
    /// What they are instead.
    pub(super) fn verify(&self, bytes: &[u8], signature: &[u8]) -> Result<(), Refusal> {
        let signature = std::str::from_utf8(signature).ok();
        let signature = signature.and_then(|text| Signature::decode(text).ok());
        let signature = signature.ok_or(Refusal::NoSignature)?;
        let key = PublicKey::from_base64(&self.text).map_err(|_| Refusal::OtherKey)?;
        key.verify(bytes, &signature, false)
            .map_err(|error| match error {
                Error::UnexpectedKeyId => Refusal::OtherKey,
                Error::InvalidSignature => Refusal::Forged,
                // Among them the older way to sign, which minisign itself has given up.
                _ => Refusal::NoSignature,
            })
    }
}
