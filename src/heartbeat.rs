//! How a kiosk's browser tells its supervisor that it is well: single bytes on its standard error, which no screen needs, and
//! an exit code.

use std::io::{self, Write};

/// It is ready, or it answers when it is asked whether it is alive.
pub const ALIVE: u8 = 0x06;

/// Its start takes long.
pub const WORKING: u8 = 0x16;

/// The exit code of a browser that was told to make room, and has.
pub const RENEWED: i32 = 5;

/// Tells the supervisor. An error says that there is none any more.
pub fn say(sign: u8) -> io::Result<()> {
    match io::stderr().write(&[sign]) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}
