//! The loop of the dialogue: a line in, text out, until either end is closed.

use std::io::{self, BufRead, Write};

use super::{Ask, End, Plain};
use crate::clock::Clock;

/// What is read of a line, in bytes: 1,000 characters of four bytes, which is the longest query, and one by which is known that
/// there was more.
const LONGEST: usize = 4_004;

/// Where it asks for a line.
const PROMPT: &str = ">";

/// The two ends of a dialogue.
#[derive(Debug)]
pub struct Ends<R, W> {
    pub input: R,
    pub output: W,
    /// Whether what is typed is seen behind the prompt, and so ends its line.
    pub echoes: bool,
}

/// Holds the dialogue until it ends; `columns` says how long lines may be now.
///
/// # Errors
/// What reading or writing failed with. The end of the input is none.
pub fn hold<R: BufRead, W: Write>(
    plain: &mut Plain,
    ends: &mut Ends<R, W>,
    clock: &impl Clock,
    columns: impl Fn() -> usize,
    ask: &mut Ask<'_>,
) -> io::Result<()> {
    let mut line = Vec::new();
    ends.say(&plain.greeting())?;
    while ends.listen(&mut line)? {
        let typed = String::from_utf8_lossy(&line);
        match plain.take(&typed, clock.now(), columns(), ask) {
            Ok(answer) => ends.say(&answer)?,
            Err(End) => return Ok(()),
        }
    }
    // Nobody typed a line end, so the prompt has none yet.
    if ends.echoes {
        ends.output.write_all(b"\n")?;
    }
    Ok(())
}

impl<R: BufRead, W: Write> Ends<R, W> {
    /// An answer, an empty line, and the prompt.
    fn say(&mut self, text: &str) -> io::Result<()> {
        let end = if self.echoes { " " } else { "\n" };
        write!(self.output, "{text}\n{PROMPT}{end}")?;
        self.output.flush()
    }

    /// Reads a line without its end; of a long one the beginning. Says whether there was one.
    fn listen(&mut self, line: &mut Vec<u8>) -> io::Result<bool> {
        line.clear();
        let mut any = false;
        loop {
            let bytes = match self.input.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if bytes.is_empty() {
                return Ok(any);
            }
            any = true;
            let end = bytes.iter().position(|&byte| byte == b'\n');
            let taken = end.unwrap_or(bytes.len());
            let room = LONGEST - line.len();
            line.extend_from_slice(&bytes[..taken.min(room)]);
            self.input.consume(end.map_or(taken, |end| end + 1));
            if end.is_some() {
                return Ok(true);
            }
        }
    }
}
