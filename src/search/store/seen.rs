//! What a stored guide was read from, beside it: whoever finds all of that unchanged need not read the guide again.
//!
//! It stands beside the manifest, not in it: files may get other times while the guide stays what it is. What is damaged or
//! forged in it costs no more than that the guide is read.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use crate::guide::load::Trace;

/// The file's name within the folder of an index.
pub const NAME: &str = "guide.seen";

const BEGINS: &[u8] = b"madoguchi seen 1\n";
const SUM: usize = blake3::OUT_LEN;

/// Of a guide of a hundred thousand files it is no longer than that.
const MAX_BYTES: u64 = 64 << 20;

/// Writes it anew.
pub fn write(folder: &Path, trace: &Trace) -> io::Result<()> {
    let path = folder.join(NAME);
    let bytes = postcard::to_stdvec(trace).map_err(io::Error::other)?;
    // Never written through a link, nor over what somebody reads.
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = File::create_new(&path)?;
    file.write_all(&[BEGINS, blake3::hash(&bytes).as_bytes(), &bytes].concat())
}

/// What [`write()`] wrote; `None` if it is not there, or not as it was written.
pub fn read(folder: &Path) -> Option<Trace> {
    let path = folder.join(NAME);
    if !fs::symlink_metadata(&path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    let file = File::open(&path).ok()?;
    file.take(MAX_BYTES).read_to_end(&mut bytes).ok()?;
    let (sum, bytes) = bytes.strip_prefix(BEGINS)?.split_at_checked(SUM)?;
    if blake3::hash(bytes).as_bytes() != sum {
        return None;
    }
    postcard::from_bytes(bytes).ok()
}
