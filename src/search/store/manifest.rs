//! The manifest of a stored index: which files belong to it, and their sums.
//!
//! Plain lines, so that a person can read it:
//! ```text
//! madoguchi index 2
//! fingerprint 9f86d081…
//! series 1b4f0e98…
//! file 6a21c8… 12345 4d2f….idx
//! sum 2c26b4…
//! ```
//! The last line is the sum of everything above it.

use std::fmt::Write;

use super::pieces;

/// The file's name within the folder of an index.
pub const NAME: &str = "MANIFEST";

/// No manifest is longer, so no more than this is read.
pub const MAX_BYTES: u64 = 256 * 1024;

const HEADER: &str = "madoguchi index 2";

/// What a folder with an index holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Which guide and which version of the program it is for.
    pub fingerprint: String,
    /// Which guide, in whatever state, and which version of the program.
    pub series: String,
    /// Ascending by name.
    pub files: Vec<File>,
}

/// A file of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// A plain name: no path, nothing that a shell or a file system could take for something else.
    pub name: String,
    pub bytes: u64,
    pub sum: blake3::Hash,
}

impl Manifest {
    /// The size of all files together.
    pub fn bytes(&self) -> u64 {
        self.files
            .iter()
            .map(|file| file.bytes)
            .fold(0, u64::saturating_add)
    }

    /// Whether it is to be read piece by piece: whether there are sums for the pieces of its files.
    pub fn has_pieces(&self) -> bool {
        self.files.iter().any(|file| file.name == pieces::NAME)
    }

    /// The files that the sums of pieces are about.
    pub fn in_pieces(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.name != pieces::NAME)
    }

    pub fn to_text(&self) -> String {
        let mut text = format!(
            "{HEADER}\nfingerprint {}\nseries {}\n",
            self.fingerprint, self.series
        );
        for File { name, bytes, sum } in &self.files {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "file {sum} {bytes} {name}");
        }
        let sum = blake3::hash(text.as_bytes());
        let _ = writeln!(text, "sum {sum}");
        text
    }

    /// Reads what [`Manifest::to_text`] wrote, and nothing else: any other text is `None`, as is one whose sum is wrong.
    pub fn parse(text: &str) -> Option<Self> {
        let body_end = text.strip_suffix('\n')?.rfind('\n')? + 1;
        let (body, last) = text.split_at(body_end);
        let sum = parse_sum(last.strip_prefix("sum ")?.strip_suffix('\n')?)?;
        if blake3::hash(body.as_bytes()) != sum {
            return None;
        }
        let mut lines = body.lines();
        if lines.next() != Some(HEADER) {
            return None;
        }
        let fingerprint = lines.next()?.strip_prefix("fingerprint ")?.to_owned();
        let series = lines.next()?.strip_prefix("series ")?.to_owned();
        let files = lines.map(parse_file).collect::<Option<Vec<_>>>()?;
        let ascending = files.windows(2).all(|pair| pair[0].name < pair[1].name);
        let manifest = Self {
            fingerprint,
            series,
            files,
        };
        // The same sums and numbers can be written in several ways; only ours is right.
        (ascending && manifest.to_text() == text).then_some(manifest)
    }
}

fn parse_file(line: &str) -> Option<File> {
    let mut parts = line.strip_prefix("file ")?.splitn(3, ' ');
    let sum = parse_sum(parts.next()?)?;
    let bytes = parts.next()?.parse().ok()?;
    let name = parts.next()?;
    is_plain_name(name).then(|| File {
        name: name.to_owned(),
        bytes,
        sum,
    })
}

fn parse_sum(hex: &str) -> Option<blake3::Hash> {
    blake3::Hash::from_hex(hex).ok()
}

/// Whether a name can only mean a file within the folder itself, and is none of ours.
fn is_plain_name(name: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_');
    (1..=100).contains(&name.len())
        && name.bytes().all(is_plain)
        && !matches!(name, "." | "..")
        && name != NAME
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(names: &[&str]) -> Manifest {
        let file = |name: &&str| File {
            name: (*name).to_owned(),
            bytes: 3,
            sum: blake3::hash(name.as_bytes()),
        };
        Manifest {
            fingerprint: "abc".to_owned(),
            series: "def".to_owned(),
            files: names.iter().map(file).collect(),
        }
    }

    #[test]
    fn comes_back_as_written() {
        for names in [
            &[][..],
            &["a.idx"],
            &[".managed.json", "a.idx", "meta.json"],
        ] {
            let manifest = manifest(names);
            assert_eq!(Manifest::parse(&manifest.to_text()), Some(manifest));
        }
    }

    #[test]
    fn refuses_whatever_was_changed() {
        let text = manifest(&["a.idx", "b.idx"]).to_text();
        for at in 0..text.len() {
            for bit in 0..7 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                let changed = String::from_utf8(bytes).unwrap();
                assert_eq!(Manifest::parse(&changed), None, "{changed}");
            }
            assert_eq!(Manifest::parse(&text[..at]), None);
        }
        assert_eq!(Manifest::parse(&format!("{text}\n")), None);
    }

    #[test]
    fn refuses_names_that_leave_the_folder() {
        for name in [
            "../x",
            "/etc/passwd",
            "..",
            ".",
            "",
            "a/b",
            "a\\b",
            "a b",
            "ä",
            NAME,
        ] {
            assert_eq!(
                Manifest::parse(&manifest(&[name]).to_text()),
                None,
                "{name}"
            );
        }
    }

    #[test]
    fn refuses_a_file_listed_twice() {
        assert_eq!(Manifest::parse(&manifest(&["a", "a"]).to_text()), None);
        assert_eq!(Manifest::parse(&manifest(&["b", "a"]).to_text()), None);
    }
}
