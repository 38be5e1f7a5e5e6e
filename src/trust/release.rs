//! A release in memory.

use std::sync::Arc;

use super::Refusal;
use super::manifest::{Entry, Issue, Manifest};

/// The files that a manifest names, and their bytes one behind the other. That somebody has signed them is what a [`Release`]
/// says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    manifest: Manifest,
    bytes: Vec<u8>,
    /// Where each file begins.
    begins: Vec<usize>,
}

impl Contents {
    /// Whoever makes one answers for it that these bytes are what the manifest says.
    pub(super) fn new(manifest: Manifest, bytes: Vec<u8>) -> Self {
        let begins = manifest.files.iter().scan(0, |at, file| {
            let begin = *at;
            // All of them are in memory.
            *at += usize::try_from(file.length).unwrap_or(0);
            Some(begin)
        });
        Self {
            begins: begins.collect(),
            manifest,
            bytes,
        }
    }

    /// Files with their names, in whatever order, as what is to be signed.
    ///
    /// # Errors
    /// What is wrong with a name or a length.
    pub fn gather(issue: Issue, mut files: Vec<(String, Vec<u8>)>) -> Result<Self, Refusal> {
        files.sort_unstable();
        let mut bytes = Vec::new();
        let mut entries = Vec::with_capacity(files.len());
        for (name, content) in files {
            entries.push(Entry::of(name, &content));
            bytes.extend(content);
        }
        let manifest = Manifest {
            issue,
            files: entries,
        };
        manifest.check()?;
        Ok(Self::new(manifest, bytes))
    }

    /// The same files in a release that says this of itself.
    #[must_use]
    pub fn issued(mut self, issue: Issue) -> Self {
        self.manifest.issue = issue;
        self
    }

    pub const fn issue(&self) -> &Issue {
        &self.manifest.issue
    }

    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The bytes of a file; `None` where the manifest does not name it.
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        let files = &self.manifest.files;
        let at = files
            .binary_search_by(|file| file.name.as_str().cmp(name))
            .ok()?;
        let end = self.begins.get(at + 1).copied();
        self.bytes
            .get(self.begins[at]..end.unwrap_or(self.bytes.len()))
    }

    /// The names of all files, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.manifest.files.iter().map(|file| file.name.as_str())
    }
}

/// A release that was signed whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    contents: Arc<Contents>,
    signature: Vec<u8>,
    /// The text of the manifest, as it was signed.
    text: Vec<u8>,
}

impl Release {
    /// Whoever makes one answers for it that the text is that of the manifest, and signed.
    pub(super) fn new(contents: Contents, signature: Vec<u8>, text: Vec<u8>) -> Self {
        Self {
            contents: Arc::new(contents),
            signature,
            text,
        }
    }

    pub const fn contents(&self) -> &Arc<Contents> {
        &self.contents
    }

    /// BLAKE3 over its manifest: what tells releases of one serial apart.
    pub(super) fn sum(&self) -> blake3::Hash {
        blake3::hash(&self.text)
    }

    /// All of it, piece by piece: the signature, the manifest, the files one behind the other.
    pub(super) fn pieces(&self) -> [&[u8]; 3] {
        [&self.signature, &self.text, &self.contents.bytes]
    }
}
