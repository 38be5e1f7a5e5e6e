//! What systemd hears.

use std::os::unix::net::UnixDatagram;
use std::time::Instant;

use rustix::process::Signal;

use super::{START, browser, send, wipe};
use crate::support::system::LIMIT;
use crate::terminal::Tty;

fn hear(socket: &UnixDatagram, wanted: &str) -> String {
    let end = Instant::now() + LIMIT;
    loop {
        assert!(Instant::now() < end, "{wanted} is not heard");
        let mut bytes = [0; 512];
        let read = socket.recv(&mut bytes).expect("there is more to hear");
        let heard = String::from_utf8_lossy(&bytes[..read]).into_owned();
        if heard.contains(wanted) {
            return heard;
        }
    }
}

#[test]
fn systemd_hears_of_the_start_of_life_of_deaths_and_of_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify");
    let socket = UnixDatagram::bind(&path).unwrap();
    socket.set_read_timeout(Some(LIMIT)).unwrap();
    let variable = format!("NOTIFY_SOCKET={}", path.display());
    let program = env!("CARGO_BIN_EXE_madoguchi");
    let args = [&variable, "WATCHDOG_USEC=200000", program, "kiosk"];
    let mut tty = Tty::command("env", &args, 24, 80);
    tty.wait_for(START);
    assert!(hear(&socket, "READY=1").contains("STATUS="));
    hear(&socket, "WATCHDOG=1");
    hear(&socket, "WATCHDOG=1");
    wipe(&mut tty);
    send(browser(&tty), Signal::KILL);
    tty.wait_for(START);
    assert!(hear(&socket, "STATUS=").contains("signal: 9"));
    tty.signal(Signal::TERM);
    tty.end();
    hear(&socket, "STOPPING=1");
}
