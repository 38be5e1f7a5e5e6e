//! Signed guides: a manifest names every file of a release with its length and its sum, minisign signs the manifest, and
//! nothing in the guide's folder is used that it does not vouch for.
//!
//! Files are read once, into memory. What was verified are these bytes, and the guide is made of them, so that nothing can
//! change between the two. What is newest is remembered for each key and place, so that an older release, however well it is
//! signed, does not come back.

mod folder;
mod kept;
mod key;
pub mod manifest;
mod names;
mod refusal;
mod release;
mod state;

use std::path::{Path, PathBuf};

use folder::Folder;
pub use key::{Key, NoKey};
pub use manifest::{Issue, Manifest};
pub use refusal::Refusal;
pub use release::{Contents, Release};
use state::{Seen, State};

/// The manifest of a release, in the guide's folder.
pub const MANIFEST: &str = "guide.manifest";

/// Its signature, as minisign names it.
pub const SIGNATURE: &str = "guide.manifest.minisig";

/// The longest file of a release, in bytes: no larger one is read of any guide.
pub const MAX_FILE: u64 = 4 << 20;

/// All files of a release together have at most so many bytes: they are in memory at once.
pub const MAX_BYTES: u64 = 256 << 20;

/// A signature is much shorter.
const MAX_SIGNATURE: u64 = 4096;

/// A place where signed releases of one guide are found, and whose they must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The guide's folder, which anything may fill.
    pub folder: PathBuf,
    key: Key,
    state: State,
    origin: Origin,
}

/// Which release is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// The one in the folder.
    Folder,
    /// The last one that was good, whatever is in the folder now.
    Kept,
}

impl Signed {
    /// What `key` has signed in `folder`. What was seen of it is remembered below the folder `memory`; `None` where there is no
    /// such place, so that no release can be used.
    pub fn new(folder: &Path, key: Key, memory: Option<&Path>) -> Self {
        // As it is named: where that is a link, releases follow each other behind it.
        let place = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        Self {
            folder: folder.to_owned(),
            state: State::new(memory, &key, &place),
            key,
            origin: Origin::Folder,
        }
    }

    /// The same place, of which only the release counts that was kept last.
    #[must_use]
    pub fn kept(&self) -> Self {
        Self {
            origin: Origin::Kept,
            ..self.clone()
        }
    }

    /// The folder in which is remembered what was seen of this place.
    pub fn memory(&self) -> Option<&Path> {
        self.state.folder()
    }

    /// The release that is there: signed whole by this key, and none that was seen before is newer.
    ///
    /// # Errors
    /// What it lacks, the first thing that is found.
    pub fn open(&self) -> Result<Release, Refusal> {
        match self.origin {
            Origin::Folder => {
                let release = self.read()?;
                self.state.check(&release)?;
                Ok(release)
            }
            // It was the newest when it was kept, and is there for the case that what comes after it is not good.
            Origin::Kept => self.state.kept(&self.key),
        }
    }

    fn read(&self) -> Result<Release, Refusal> {
        let folder = Folder::open(&self.folder)?;
        let signature = folder.read(SIGNATURE, MAX_SIGNATURE).map_err(unsigned)?;
        let text = folder
            .read(MANIFEST, manifest::MAX_BYTES)
            .map_err(unsigned)?;
        self.key.verify(&text, &signature)?;
        let manifest = Manifest::parse(&text)?;
        let mut bytes = Vec::with_capacity(manifest.bytes());
        for entry in &manifest.files {
            folder.append(entry, &mut bytes)?;
        }
        Ok(Release::new(
            Contents::new(manifest, bytes),
            signature,
            text,
        ))
    }

    /// Remembers a release that was found good: from now on no older one is.
    ///
    /// # Errors
    /// Where that cannot be written down, or a newer one was seen meanwhile.
    pub fn remember(&self, release: &Release) -> Result<(), Refusal> {
        match self.origin {
            Origin::Folder => self.state.remember(&Seen::of(release)),
            Origin::Kept => Ok(()),
        }
    }

    /// Keeps a whole copy of a release that was found good, in the place of the one before, and remembers it.
    ///
    /// # Errors
    /// As [`Signed::remember`].
    pub fn keep(&self, release: &Release) -> Result<(), Refusal> {
        self.state.keep(release)
    }
}

/// Without the two files there is no signed guide at all.
fn unsigned(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Missing(name) => Refusal::Unsigned(name),
        other => other,
    }
}
