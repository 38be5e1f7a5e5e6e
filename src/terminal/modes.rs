//! The modes of a terminal's line discipline, as a text that a supervisor can hand to its browser: should the supervisor be
//! killed, nobody else knows how the terminal was found.

use std::io;
use std::os::fd::AsFd;
use std::str::FromStr;
use std::sync::OnceLock;

use rustix::process::{Pid, getppid};
use rustix::termios::{
    ControlModes, InputModes, LocalModes, OptionalActions, OutputModes, SpecialCodeIndex, Termios,
    tcgetattr, tcsetattr,
};

use super::{here, output, write};

/// All that raw mode changes: four sets of flags, and how many bytes a read waits for, and how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modes([u32; 6]);

impl From<&Termios> for Modes {
    fn from(termios: &Termios) -> Self {
        let code = |index| u32::from(termios.special_codes[index]);
        Self([
            termios.input_modes.bits(),
            termios.output_modes.bits(),
            termios.control_modes.bits(),
            termios.local_modes.bits(),
            code(SpecialCodeIndex::VMIN),
            code(SpecialCodeIndex::VTIME),
        ])
    }
}

impl Modes {
    /// Gives a terminal these modes; what else it is set to stays.
    pub fn set(&self, terminal: impl AsFd) -> io::Result<()> {
        let [input, output, control, local, min, time] = self.0;
        let mut termios = tcgetattr(&terminal)?;
        termios.input_modes = InputModes::from_bits_retain(input);
        termios.output_modes = OutputModes::from_bits_retain(output);
        termios.control_modes = ControlModes::from_bits_retain(control);
        termios.local_modes = LocalModes::from_bits_retain(local);
        let byte = |code: u32| u8::try_from(code).unwrap_or_default();
        termios.special_codes[SpecialCodeIndex::VMIN] = byte(min);
        termios.special_codes[SpecialCodeIndex::VTIME] = byte(time);
        Ok(tcsetattr(&terminal, OptionalActions::Now, &termios)?)
    }

    /// Hexadecimal numbers between colons.
    pub fn to_text(&self) -> String {
        self.0.map(|number| format!("{number:x}")).join(":")
    }
}

/// Reads what [`Modes::to_text`] wrote.
impl FromStr for Modes {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let numbers = text.split(':').map(|hex| u32::from_str_radix(hex, 16));
        let numbers: Vec<u32> = numbers.collect::<Result<_, _>>().unwrap_or_default();
        numbers.try_into().map(Self).map_err(|_| "six numbers")
    }
}

/// Which process supervises this one, and how it found the terminal.
static FOUND: OnceLock<(Pid, Modes)> = OnceLock::new();

/// From now on whoever gives the terminal back gives it back so, should the supervisor be gone: it cannot do so any more.
pub fn remember(supervisor: Pid, modes: Modes) {
    let _ = FOUND.set((supervisor, modes));
}

/// Does what the supervisor would do, if it is gone.
pub(super) fn give_back_as_found() {
    if let Some((supervisor, modes)) = FOUND.get()
        && getppid() != Some(*supervisor)
    {
        if let Ok(output) = output()
            && here::takes_bytes(&output)
        {
            // The supervisor hid it, before there was a browser.
            let _ = write(&output, b"\x1b[?25h");
        }
        let _ = modes.set(io::stdin());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_come_back_as_they_were() {
        let modes = Modes([0x4500, 5, 0xbf, 0x8a3b, 1, 0]);
        assert_eq!(modes.to_text().parse(), Ok(modes));
        for text in ["", "1", "1:2:3:4:5:x", "1:2:3:4:5:6:7", "-1:2:3:4:5:6"] {
            assert!(text.parse::<Modes>().is_err(), "{text}");
        }
    }
}
