//! Files that are read piece by piece, each piece checked whenever it is read.
//!
//! A large index has the sum of every piece of every file in a file of its own, [`NAME`]: 32 bytes a piece, file by file
//! in the manifest's order. That file's own sum stands in the manifest.
//!
//! The files are not mapped: a mapped file that somebody cuts ends the program (SIGBUS), and one that somebody changes
//! changes what was checked before. What is read into memory stays as it was checked.

use std::fmt;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use lru::LruCache;
use tantivy::HasLen;
use tantivy::directory::{FileHandle, OwnedBytes};

use super::owner;
use crate::guide::{Bytes, Kept};
use crate::system;

/// The file's name within the folder of an index.
pub const NAME: &str = "SUMS";

/// Bytes of a piece: few enough that one is checked in some microseconds, enough that the sums of a gigabyte are 4 MB; and as
/// many as BLAKE3 takes in at once with AVX2.
pub const PIECE: usize = 8 * 1024;

/// Bytes of a sum.
pub const SUM: usize = blake3::OUT_LEN;

/// What is kept in memory of an index, in bytes, when the engine lets go of it: the postings of some thousand usual words.
pub const CACHE_OF_INDEX: usize = 64 << 20;

/// The same of a guide, whose sections stay in memory when they have been read: enough for neighbours.
pub const CACHE_OF_GUIDE: usize = 1 << 20;

/// A file that hands out no byte whose piece has another sum than when it was written.
pub struct Pieces {
    name: Arc<str>,
    file: fs::File,
    bytes: usize,
    /// [`SUM`] bytes for each piece.
    sums: OwnedBytes,
    shared: Arc<Shared>,
}

impl Pieces {
    /// `None` unless there is a sum for each piece of so many bytes.
    pub fn new(
        name: &str,
        file: fs::File,
        bytes: usize,
        sums: OwnedBytes,
        shared: Arc<Shared>,
    ) -> Option<Self> {
        (sums.len() == bytes.div_ceil(PIECE) * SUM).then(|| Self {
            name: name.into(),
            file,
            bytes,
            sums,
            shared,
        })
    }

    /// Reads some pieces, and checks each.
    fn read_pieces(&self, pieces: &Range<usize>) -> io::Result<OwnedBytes> {
        let start = pieces.start * PIECE;
        let mut bytes = vec![0; self.bytes.min(pieces.end * PIECE) - start];
        system::read_exact_at(&self.file, &mut bytes, start as u64)?;
        let sums = self.sums[pieces.start * SUM..].chunks(SUM);
        for (piece, sum) in bytes.chunks(PIECE).zip(sums) {
            if blake3::hash(piece).as_bytes()[..] != *sum {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("{} is not as it was written", self.name),
                ));
            }
        }
        Ok(OwnedBytes::new(bytes))
    }
}

impl fmt::Debug for Pieces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pieces")
            .field("name", &self.name)
            .field("bytes", &self.bytes)
            .finish_non_exhaustive()
    }
}

impl HasLen for Pieces {
    fn len(&self) -> usize {
        self.bytes
    }
}

impl FileHandle for Pieces {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.start > range.end || range.end > self.bytes {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if range.is_empty() {
            return Ok(OwnedBytes::empty());
        }
        let pieces = range.start / PIECE..range.end.div_ceil(PIECE);
        let bytes = self
            .shared
            .cached(&self.name, &pieces, || self.read_pieces(&pieces));
        let bytes = bytes.inspect_err(|error| self.shared.damaged(&self.name, error))?;
        let start = pieces.start * PIECE;
        Ok(bytes.slice(range.start - start..range.end - start))
    }
}

impl Kept for Pieces {
    fn size(&self) -> usize {
        self.bytes
    }

    fn read(&self, range: Range<usize>) -> Option<Bytes<'_>> {
        Some(Box::new(self.read_bytes(range).ok()?))
    }
}

/// What the files of an index share: the pieces that were read last, and the mark for when one is damaged.
pub struct Shared {
    manifest: PathBuf,
    /// What the manifest says, by which it is told from that of a newer index in the same place.
    text: String,
    cache: Mutex<Cache>,
}

/// Runs of pieces as they were asked for: the postings of a word are asked for in one run each time, and so are never
/// put together anew. What the engine holds for good is counted too until it is the oldest, and costs nothing twice.
struct Cache {
    most: usize,
    runs: LruCache<(Arc<str>, Range<usize>), OwnedBytes>,
    bytes: usize,
}

impl Shared {
    /// With so many bytes in the cache at most.
    pub fn new(manifest: PathBuf, text: String, most: usize) -> Self {
        Self {
            manifest,
            text,
            cache: Mutex::new(Cache {
                most,
                runs: LruCache::unbounded(),
                bytes: 0,
            }),
        }
    }

    /// A run of pieces that is in the cache, or is read now.
    fn cached(
        &self,
        name: &Arc<str>,
        pieces: &Range<usize>,
        read: impl FnOnce() -> io::Result<OwnedBytes>,
    ) -> io::Result<OwnedBytes> {
        let key = (Arc::clone(name), pieces.clone());
        // What a panic left is whole: only bytes that were checked are ever put in.
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = cache.runs.get(&key) {
            return Ok(bytes.clone());
        }
        let bytes = read()?;
        cache.bytes += bytes.len();
        cache.runs.put(key, bytes.clone());
        while cache.bytes > cache.most
            && let Some((_, oldest)) = cache.runs.pop_lru()
        {
            cache.bytes -= oldest.len();
        }
        Ok(bytes)
    }

    /// Marks the stored index as damaged, so that the next start builds it anew: its manifest is removed.
    fn damaged(&self, name: &str, error: &io::Error) {
        log::warn!(
            "{name}: {error}; the index of {} is to be built anew",
            self.manifest.display()
        );
        let is_ours = fs::read_to_string(&self.manifest).is_ok_and(|text| text == self.text);
        if !is_ours {
            return;
        }
        if let Some(folder) = self.manifest.parent() {
            // Or nothing would prove any more that the folder is ours. It is there, but in the oldest indexes.
            let _ = owner::tag(folder);
        }
        if let Err(error) = fs::remove_file(&self.manifest) {
            log::warn!("cannot remove {}: {error}", self.manifest.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::os::unix::fs::FileExt;

    use super::*;

    fn pieces(bytes: &[u8], sums: &[u8]) -> Option<Pieces> {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        let shared = Arc::new(Shared::new(
            PathBuf::from("/nowhere/MANIFEST"),
            String::new(),
            CACHE_OF_INDEX,
        ));
        let sums = OwnedBytes::new(sums.to_vec());
        Pieces::new("a", file, bytes.len(), sums, shared)
    }

    fn sums(bytes: &[u8]) -> Vec<u8> {
        bytes
            .chunks(PIECE)
            .flat_map(|piece| *blake3::hash(piece).as_bytes())
            .collect()
    }

    const LENGTH: usize = 3 * PIECE + 10;

    const RANGES: [Range<usize>; 8] = [
        0..0,
        0..1,
        PIECE - 1..PIECE,
        PIECE..PIECE + 1,
        10..2 * PIECE,
        3 * PIECE..LENGTH,
        0..LENGTH,
        LENGTH..LENGTH,
    ];

    fn some_bytes() -> Vec<u8> {
        (0..=250).cycle().take(LENGTH).collect()
    }

    #[test]
    fn gives_what_is_right_and_nothing_of_a_wrong_piece() {
        let bytes = some_bytes();
        let whole = pieces(&bytes, &sums(&bytes)).unwrap();
        for damaged in [0, PIECE - 1, PIECE, 2 * PIECE + 5, LENGTH - 1] {
            let mut wrong = bytes.clone();
            wrong[damaged] ^= 1;
            let broken = pieces(&wrong, &sums(&bytes)).unwrap();
            let piece = damaged / PIECE;
            let piece = piece * PIECE..(piece + 1) * PIECE;
            for range in &RANGES {
                let read = whole.read_bytes(range.clone()).unwrap();
                assert_eq!(read[..], bytes[range.clone()]);
                let touches =
                    !range.is_empty() && range.start < piece.end && piece.start < range.end;
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
    fn a_file_that_is_changed_or_cut_while_it_is_open_gives_what_was_written_or_nothing() {
        let bytes = some_bytes();
        let open = pieces(&bytes, &sums(&bytes)).unwrap();
        let first = open.read_bytes(5..PIECE).unwrap();
        open.file.write_all_at(&vec![255; LENGTH], 0).unwrap();
        assert_eq!(first[..], bytes[5..PIECE]);
        assert_eq!(open.read_bytes(0..7).unwrap()[..], bytes[..7], "kept");
        let changed = open.read_bytes(PIECE..PIECE + 1).unwrap_err();
        assert_eq!(changed.kind(), io::ErrorKind::InvalidData);
        open.file.set_len(0).unwrap();
        assert_eq!(open.read_bytes(0..7).unwrap()[..], bytes[..7], "kept");
        let cut = open.read_bytes(PIECE..PIECE + 1).unwrap_err();
        assert_eq!(cut.kind(), io::ErrorKind::UnexpectedEof);
    }

    #[test]
    fn the_cache_is_bounded_and_right() {
        let bytes: Vec<u8> = (0..=250).cycle().take(CACHE_OF_INDEX / 4).collect();
        let open = pieces(&bytes, &sums(&bytes)).unwrap();
        for start in (0..20).cycle().take(60) {
            let range = start * PIECE + start..bytes.len() - start;
            assert_eq!(open.read_bytes(range.clone()).unwrap()[..], bytes[range]);
            let cache = open.shared.cache.lock().unwrap();
            let all: usize = cache.runs.iter().map(|(_, bytes)| bytes.len()).sum();
            assert_eq!(cache.bytes, all);
            assert!((1..=CACHE_OF_INDEX).contains(&all));
        }
    }

    #[test]
    fn refuses_what_is_not_there() {
        let bytes = [1; 10];
        let open = pieces(&bytes, &sums(&bytes)).unwrap();
        assert!(open.read_bytes(5..11).is_err());
        #[expect(clippy::reversed_empty_ranges)]
        let backwards = open.read_bytes(5..4);
        assert!(backwards.is_err());
    }

    #[test]
    fn a_sum_too_few_or_too_many_is_refused() {
        for (bytes, sums) in [(1, 0), (0, 1), (PIECE, 2), (PIECE + 1, 1)] {
            assert!(pieces(&vec![0; bytes], &vec![0; sums * SUM]).is_none());
        }
    }
}
