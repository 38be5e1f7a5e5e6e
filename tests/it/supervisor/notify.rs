//! What systemd hears.

use std::os::unix::net::UnixDatagram;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

use rustix::process::Signal;

use super::{START, browser, send, wipe};
use crate::support::system::LIMIT;
use crate::terminal::Tty;

/// Takes in all that is said, as systemd does: a socket keeps ten messages, and what comes then is lost.
fn listen(path: &Path) -> Receiver<String> {
    let socket = UnixDatagram::bind(path).unwrap();
    socket.set_read_timeout(Some(LIMIT)).unwrap();
    let (sender, said) = channel();
    std::thread::spawn(move || {
        let mut bytes = [0; 512];
        while let Ok(read) = socket.recv(&mut bytes) {
            let text = String::from_utf8_lossy(&bytes[..read]).into_owned();
            if sender.send(text).is_err() {
                break;
            }
        }
    });
    said
}

fn hear(said: &Receiver<String>, wanted: &str) -> String {
    let mut all = std::iter::from_fn(|| said.recv_timeout(LIMIT).ok());
    let heard = all.find(|text| text.contains(wanted));
    heard.unwrap_or_else(|| panic!("{wanted} is not heard"))
}

#[test]
fn systemd_hears_of_the_start_of_life_of_deaths_and_of_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify");
    let said = listen(&path);
    let variable = format!("NOTIFY_SOCKET={}", path.display());
    let program = env!("CARGO_BIN_EXE_madoguchi");
    let args = [&variable, "WATCHDOG_USEC=200000", program, "kiosk"];
    let mut tty = Tty::command("env", &args, 24, 80);
    tty.wait_for(START);
    assert!(hear(&said, "READY=1").contains("STATUS="));
    hear(&said, "WATCHDOG=1");
    hear(&said, "WATCHDOG=1");
    wipe(&mut tty);
    send(browser(&tty), Signal::KILL);
    tty.wait_for(START);
    assert!(hear(&said, "STATUS=").contains("signal: 9"));
    tty.signal(Signal::TERM);
    tty.end();
    hear(&said, "STOPPING=1");
}
