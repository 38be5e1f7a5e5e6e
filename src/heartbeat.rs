//! How a kiosk's browser tells its supervisor that it is well: single bytes on its standard error, which no screen needs.

use std::io;

/// It is ready, or it answers when it is asked whether it is alive.
pub const ALIVE: u8 = 0x06;

/// Its start takes long.
pub const WORKING: u8 = 0x16;

/// Tells the supervisor. Where there is none any more, this process is about to end.
pub fn say(sign: u8) {
    let _ = rustix::io::write(io::stderr(), &[sign]);
}
