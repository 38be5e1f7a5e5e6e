//! How a kiosk's browser tells its supervisor that it is well: single bytes on its standard error, which no screen needs.

use std::io;

use rustix::io::Errno;

/// It is ready, or it answers when it is asked whether it is alive.
pub const ALIVE: u8 = 0x06;

/// Its start takes long.
pub const WORKING: u8 = 0x16;

/// Tells the supervisor. An error says that there is none any more.
pub fn say(sign: u8) -> Result<(), Errno> {
    match rustix::io::write(io::stderr(), &[sign]) {
        Err(Errno::PIPE) => Err(Errno::PIPE),
        _ => Ok(()),
    }
}
