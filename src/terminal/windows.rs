//! The console of Windows, which since 2016 can be told to speak as terminals do; all else here speaks nothing else.

use std::io::{self, IsTerminal, Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use crossterm::ansi_support::supports_ansi;
use crossterm::terminal;
use crossterm_winapi::{ConsoleMode, Handle};

use super::Next;
use crate::parallel;

/// `ENABLE_VIRTUAL_TERMINAL_INPUT`: keys arrive as the bytes that terminals send for them.
const KEYS_AS_BYTES: u32 = 0x0200;

/// As many bytes are handed over in one go.
const BYTES: usize = 4096;

/// The side that keys come from. Only a thread that reads it can wait for it.
#[derive(Debug)]
pub struct Input(Receiver<io::Result<Vec<u8>>>);

/// The side that shows what is written to it: the standard output itself, by which UTF-8 is shown whatever the console's code
/// page is.
#[derive(Debug)]
pub struct Output(());

pub fn input() -> io::Result<Input> {
    if !io::stdin().is_terminal() {
        return Err(io::Error::other(
            "the standard input is not a console: run it in one",
        ));
    }
    let (sender, receiver) = sync_channel(1);
    let reader = parallel::thread().name("console".to_owned());
    reader
        .spawn(move || send_all(&sender))
        .map_err(|error| parallel::refused(&error))?;
    Ok(Input(receiver))
}

/// Reads until nobody wants it any more. A read of nothing is no end: it is what comes of Ctrl-Z.
fn send_all(sender: &SyncSender<io::Result<Vec<u8>>>) {
    let mut bytes = [0; BYTES];
    loop {
        let read = io::stdin().read(&mut bytes);
        let is_over = read.is_err();
        let read = read.map(|read| bytes[..read].to_vec());
        if sender.send(read).is_err() || is_over {
            return;
        }
    }
}

/// Waits for the next bytes. An error where the console is gone.
pub fn read<'a>(
    input: &mut Input,
    patience: Option<Duration>,
    bytes: &'a mut [u8],
) -> io::Result<Next<'a>> {
    let came = match patience {
        Some(patience) => input.0.recv_timeout(patience),
        None => input.0.recv().map_err(|_| RecvTimeoutError::Disconnected),
    };
    match came {
        Ok(read) => {
            let read = read?;
            let room = &mut bytes[..read.len()];
            room.copy_from_slice(&read);
            Ok(Next::Bytes(room))
        }
        Err(RecvTimeoutError::Timeout) => Ok(Next::Pause),
        Err(RecvTimeoutError::Disconnected) => Err(io::ErrorKind::BrokenPipe.into()),
    }
}

pub const fn output() -> io::Result<Output> {
    Ok(Output(()))
}

impl Write for &Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(bytes)?;
        stdout.flush()?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A console waits by itself.
pub const fn wait_for_room(_: &Output) {}

pub const fn takes_bytes(_: &Output) -> bool {
    true
}

pub const fn make_room(_: &Output) {}

/// Only a kiosk has to, and there is none.
pub const fn forget_typed() {}

pub fn enable_raw_mode() -> io::Result<()> {
    if !supports_ansi() {
        return Err(io::Error::other(
            "this console shows no full screen: use another one, or the dialogue in lines, `madoguchi --plain`",
        ));
    }
    terminal::enable_raw_mode()?;
    let console = console()?;
    console.set_mode(console.mode()? | KEYS_AS_BYTES)
}

pub fn disable_raw_mode() {
    let plain = |console: ConsoleMode| console.set_mode(console.mode()? & !KEYS_AS_BYTES);
    let _ = console().and_then(plain);
    let _ = terminal::disable_raw_mode();
}

fn console() -> io::Result<ConsoleMode> {
    Ok(ConsoleMode::from(Handle::current_in_handle()?))
}

/// There are no jobs.
pub const fn stop_job() {}

/// Only asked where something was stopped.
pub const fn is_raw() -> bool {
    false
}
