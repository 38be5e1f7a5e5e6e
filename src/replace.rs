//! Files that take the place of others in one step, whenever the power fails.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use crate::system;

/// Puts what `write` writes into the place of a file, or of none: all of it or nothing, and on the disk when this returns. Nobody
/// else may read it. Two at once are the caller's to keep apart.
///
/// # Errors
/// Whatever the file system refuses. The file is as it was then, unless only the folder could not be brought to the disk.
pub fn replace(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let mut new = path.as_os_str().to_owned();
    new.push(".new");
    let new = Path::new(&new);
    // One that was left by whoever was killed.
    let _ = fs::remove_file(new);
    let mut options = OpenOptions::new();
    let mut file = system::private(options.write(true).create_new(true)).open(new)?;
    let written = write(&mut file)
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(new, path));
    if written.is_err() {
        let _ = fs::remove_file(new);
        return written;
    }
    let folder = path.parent();
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
    system::sync_folder(folder.unwrap_or(Path::new(".")))
}
