//! A paste, between `ESC [ 200 ~` and `ESC [ 201 ~`.

use crate::app::LONGEST_QUERY;

/// What is kept of a paste, in bytes: no field takes more characters, and none has more than four bytes; by one more is known
/// that not all fits. A paste may be of any length.
pub const KEPT: usize = 4 * (LONGEST_QUERY + 1);

const START: &str = "\x1b[200~";
const END: &[u8] = b"\x1b[201~";

/// A paste that has begun.
#[derive(Debug, Default)]
pub struct Paste {
    /// Its text, as far as it is kept.
    text: Vec<u8>,
    /// How much of [`END`] has come.
    ending: usize,
}

impl Paste {
    /// Takes the next byte, and says whether the paste ends with it.
    pub fn ends_with(&mut self, byte: u8) -> bool {
        if byte != END[self.ending] {
            // It was no end, and nothing in it can be the beginning of one.
            self.keep(&END[..self.ending]);
            self.ending = 0;
        }
        if byte == END[self.ending] {
            self.ending += 1;
        } else {
            self.keep(&[byte]);
        }
        self.ending == END.len()
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = KEPT - self.text.len();
        self.text.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    /// What it takes of memory, in bytes.
    #[cfg(test)]
    pub fn capacity(&self) -> usize {
        self.text.capacity()
    }

    /// What was pasted. A paste that begins in another is a part of that.
    pub fn text(self) -> String {
        String::from_utf8_lossy(&self.text).replace(START, "")
    }
}
