//! A whole release in one file: what is renamed into its place is all of it or nothing.
//!
//! The first line names the form; then come the signature, the manifest and the files, one behind the other, the first two
//! each behind its length (eight bytes, the lowest first). How long each file is says the manifest.

use std::io::{self, Write};

use super::manifest::{self, Manifest};
use super::release::{Contents, Release};
use super::{Key, MAX_BYTES, MAX_SIGNATURE, Refusal};

const BEGINS: &[u8] = b"madoguchi release 1\n";

/// The longest one, in bytes.
pub const MAX_LENGTH: u64 = MAX_BYTES + manifest::MAX_BYTES + MAX_SIGNATURE + 64;

/// Writes the release.
///
/// # Errors
/// What the writer refuses.
pub fn pack(release: &Release, out: &mut impl Write) -> io::Result<()> {
    let [signature, text, files] = release.pieces();
    let length = |bytes: &[u8]| (bytes.len() as u64).to_le_bytes();
    out.write_all(BEGINS)?;
    for piece in [signature, text] {
        out.write_all(&length(piece))?;
        out.write_all(piece)?;
    }
    out.write_all(files)
}

/// The release in these bytes, verified as one in a folder is.
///
/// # Errors
/// What is wrong with it. It was good when it was kept, so that somebody has changed it, or the disk has.
pub fn unpack(bytes: &[u8], key: &Key) -> Result<Release, Refusal> {
    let cut = || Refusal::Altered(super::state::RELEASE.to_owned());
    let rest = bytes.strip_prefix(BEGINS).ok_or_else(cut)?;
    let (signature, rest) = sized(rest).ok_or_else(cut)?;
    let (text, mut rest) = sized(rest).ok_or_else(cut)?;
    key.verify(text, signature)?;
    let manifest = Manifest::parse(text)?;
    let files = rest;
    for entry in &manifest.files {
        let length = usize::try_from(entry.length).map_err(|_| cut())?;
        let (file, others) = rest.split_at_checked(length).ok_or_else(cut)?;
        entry.check(file)?;
        rest = others;
    }
    if !rest.is_empty() {
        return Err(cut());
    }
    let contents = Contents::new(manifest, files.to_vec());
    Ok(Release::new(contents, signature.to_vec(), text.to_vec()))
}

/// What stands behind its length, and what follows it.
fn sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)
}
