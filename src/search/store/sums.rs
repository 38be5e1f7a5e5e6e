//! Mapped files whose bytes are checked, piece by piece, before they are used the first time.
//!
//! A large index has the sum of every piece of every file in a file of its own, [`NAME`]: 32 bytes a piece, file by file
//! in the manifest's order. That file's own sum stands in the manifest.

use std::fmt;
use std::io;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tantivy::HasLen;
use tantivy::directory::{FileHandle, OwnedBytes};

/// The file's name within the folder of an index.
pub const NAME: &str = "SUMS";

/// Bytes of a piece: few enough that one is checked in 0.03 ms, enough that the sums of a gigabyte are half a megabyte.
pub const PIECE: usize = 64 * 1024;

/// Bytes of a sum.
pub const SUM: usize = blake3::OUT_LEN;

/// A mapped file that hands out no byte whose piece has another sum than when it was written.
///
/// Whoever changes the file after that (and only that) can do harm: what is mapped is not a copy.
pub struct Mapped {
    name: String,
    bytes: OwnedBytes,
    /// [`SUM`] bytes for each piece.
    sums: OwnedBytes,
    /// The pieces found right.
    checked: Box<[AtomicBool]>,
    mark: Arc<Mark>,
}

impl Mapped {
    /// `None` unless there is a sum for each piece.
    pub fn new(name: &str, bytes: OwnedBytes, sums: OwnedBytes, mark: Arc<Mark>) -> Option<Self> {
        let pieces = bytes.len().div_ceil(PIECE);
        (sums.len() == pieces * SUM).then(|| Self {
            name: name.to_owned(),
            bytes,
            sums,
            checked: std::iter::repeat_with(AtomicBool::default)
                .take(pieces)
                .collect(),
            mark,
        })
    }

    /// Checks the pieces that the range touches, each once.
    fn check(&self, range: &Range<usize>) -> io::Result<()> {
        for piece in range.start / PIECE..range.end.div_ceil(PIECE) {
            // The bytes were there before the flag was made: nothing is ordered by it.
            if self.checked[piece].load(Ordering::Relaxed) {
                continue;
            }
            let start = piece * PIECE;
            let bytes = &self.bytes[start..self.bytes.len().min(start + PIECE)];
            if blake3::hash(bytes).as_bytes()[..] != self.sums[piece * SUM..][..SUM] {
                self.mark.damaged(&self.name);
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("{} is not as it was written", self.name),
                ));
            }
            self.checked[piece].store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

impl fmt::Debug for Mapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mapped")
            .field("name", &self.name)
            .field("bytes", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

impl HasLen for Mapped {
    fn len(&self) -> usize {
        self.bytes.len()
    }
}

impl FileHandle for Mapped {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.start > range.end || range.end > self.bytes.len() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.check(&range)?;
        Ok(self.bytes.slice(range))
    }
}

/// Marks a stored index as damaged, so that the next start builds it anew: its manifest is removed.
#[derive(Debug)]
pub struct Mark {
    manifest: PathBuf,
    text: String,
}

impl Mark {
    /// `text`: what the manifest says, by which it is told from that of a newer index in the same place.
    pub const fn new(manifest: PathBuf, text: String) -> Self {
        Self { manifest, text }
    }

    fn damaged(&self, name: &str) {
        log::warn!(
            "{name} is not as it was written: the index of {} is to be built anew",
            self.manifest.display()
        );
        let is_ours = std::fs::read_to_string(&self.manifest).is_ok_and(|text| text == self.text);
        if is_ours && let Err(error) = std::fs::remove_file(&self.manifest) {
            log::warn!("cannot remove {}: {error}", self.manifest.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapped(bytes: Vec<u8>, damaged: Option<usize>) -> Mapped {
        let sums: Vec<u8> = bytes
            .chunks(PIECE)
            .flat_map(|piece| *blake3::hash(piece).as_bytes())
            .collect();
        let mut bytes = bytes;
        if let Some(at) = damaged {
            bytes[at] ^= 1;
        }
        let mark = Arc::new(Mark::new(PathBuf::from("/nowhere/MANIFEST"), String::new()));
        Mapped::new("a", OwnedBytes::new(bytes), OwnedBytes::new(sums), mark).unwrap()
    }

    #[test]
    fn gives_what_is_right_and_nothing_of_a_wrong_piece() {
        let length = 3 * PIECE + 10;
        let bytes: Vec<u8> = (0..=250).cycle().take(length).collect();
        let ranges = [
            0..0,
            0..1,
            PIECE - 1..PIECE,
            PIECE..PIECE + 1,
            10..2 * PIECE,
            3 * PIECE..length,
            0..length,
            length..length,
        ];
        for damaged in [0, PIECE - 1, PIECE, 2 * PIECE + 5, length - 1] {
            let whole = mapped(bytes.clone(), None);
            let broken = mapped(bytes.clone(), Some(damaged));
            let piece = damaged / PIECE;
            let piece = piece * PIECE..(piece + 1) * PIECE;
            for range in &ranges {
                let read = whole.read_bytes(range.clone()).unwrap();
                assert_eq!(read[..], bytes[range.clone()]);
                let touches = range.start < piece.end && piece.start < range.end;
                // The second time as the first.
                for _ in 0..2 {
                    match broken.read_bytes(range.clone()) {
                        Ok(read) => {
                            assert!(!touches, "{damaged} {range:?}");
                            assert_eq!(read[..], bytes[range.clone()]);
                        }
                        Err(error) => {
                            assert!(touches, "{damaged} {range:?} {error}");
                            assert_eq!(error.kind(), io::ErrorKind::InvalidData);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn refuses_what_is_not_there() {
        let mapped = mapped(vec![1; 10], None);
        assert!(mapped.read_bytes(5..11).is_err());
        #[expect(clippy::reversed_empty_ranges)]
        let backwards = mapped.read_bytes(5..4);
        assert!(backwards.is_err());
    }

    #[test]
    fn a_sum_too_few_or_too_many_is_refused() {
        for (bytes, sums) in [(1, 0), (0, 1), (PIECE, 2), (PIECE + 1, 1)] {
            let mark = Arc::new(Mark::new(PathBuf::new(), String::new()));
            let (bytes, sums) = (vec![0; bytes], vec![0; sums * SUM]);
            let made = Mapped::new("a", OwnedBytes::new(bytes), OwnedBytes::new(sums), mark);
            assert!(made.is_none());
        }
    }
}
