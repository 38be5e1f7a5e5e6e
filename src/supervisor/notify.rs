//! What systemd wants to know: `sd_notify(3)`, without its library.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::time::{Duration, Instant};

const SOCKET: &str = "NOTIFY_SOCKET";
const WATCHDOG: &str = "WATCHDOG_USEC";
const WATCHDOG_PID: &str = "WATCHDOG_PID";

/// What no child should inherit: it is not for it to speak.
pub const VARIABLES: [&str; 3] = [SOCKET, WATCHDOG, WATCHDOG_PID];

/// Where to say it, if somebody listens.
#[derive(Debug, Default)]
pub struct Notify {
    socket: Option<UnixDatagram>,
    /// How often a sign of life is wanted, and when the next one is due.
    watchdog: Option<(Duration, Instant)>,
}

impl Notify {
    /// Connects to the socket that the environment names. After this no socket need be created any more.
    pub fn from_environment() -> Self {
        let socket = env::var_os(SOCKET).and_then(|name| {
            connect(&name)
                .inspect_err(|error| log::warn!("{SOCKET}: {error}"))
                .ok()
        });
        let every = interval(
            env::var(WATCHDOG).ok().as_deref(),
            env::var(WATCHDOG_PID).ok().as_deref(),
        );
        Self {
            watchdog: every
                .filter(|_| socket.is_some())
                .map(|every| (every, Instant::now())),
            socket,
        }
    }

    /// Says it. Where nobody takes it in, nothing is to be done.
    pub fn say(&self, state: &str) {
        if let Some(socket) = &self.socket {
            let _ = socket.send(state.as_bytes());
        }
    }

    /// When the next sign of life is due.
    pub fn due(&self) -> Option<Instant> {
        self.watchdog.map(|(_, at)| at)
    }

    /// Gives a sign of life if one is due.
    pub fn alive(&mut self, now: Instant) {
        if let Some((every, at)) = self.watchdog
            && at <= now
        {
            self.watchdog = Some((every, now + every));
            self.say("WATCHDOG=1");
        }
    }
}

/// Half of what systemd allows, as it recommends; `None` where it wants no signs of life, or another process's.
fn interval(microseconds: Option<&str>, pid: Option<&str>) -> Option<Duration> {
    let microseconds: u64 = microseconds?.parse().ok()?;
    let own = std::process::id().to_string();
    (microseconds > 0 && pid.is_none_or(|pid| pid == own))
        .then(|| Duration::from_micros((microseconds / 2).max(1000)))
}

/// A path, or with `@` at its beginning an abstract name.
fn connect(name: &OsStr) -> io::Result<UnixDatagram> {
    let socket = UnixDatagram::unbound()?;
    socket.set_nonblocking(true)?;
    let address = match name.as_bytes() {
        [b'@', name @ ..] => abstract_name(name)?,
        _ => SocketAddr::from_pathname(name)?,
    };
    socket.connect_addr(&address)?;
    Ok(socket)
}

#[cfg(target_os = "linux")]
fn abstract_name(name: &[u8]) -> io::Result<SocketAddr> {
    use std::os::linux::net::SocketAddrExt;
    SocketAddr::from_abstract_name(name)
}

#[cfg(not(target_os = "linux"))]
fn abstract_name(_: &[u8]) -> io::Result<SocketAddr> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(listener: &UnixDatagram, name: &OsStr) -> String {
        let mut notify = Notify {
            socket: Some(connect(name).expect("somebody listens")),
            watchdog: Some((Duration::from_secs(1), Instant::now())),
        };
        notify.say("READY=1");
        notify.alive(Instant::now());
        let hear = || {
            let mut bytes = [0; 64];
            let read = listener.recv(&mut bytes).expect("it was said");
            String::from_utf8_lossy(&bytes[..read]).into_owned()
        };
        format!("{} {}", hear(), hear())
    }

    #[test]
    fn is_heard_by_path_and_by_abstract_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notify");
        let listener = UnixDatagram::bind(&path).unwrap();
        assert_eq!(heard(&listener, path.as_os_str()), "READY=1 WATCHDOG=1");
        #[cfg(target_os = "linux")]
        {
            let name = format!("madoguchi-test-{}", std::process::id());
            let address = abstract_name(name.as_bytes()).unwrap();
            let listener = UnixDatagram::bind_addr(&address).unwrap();
            let name = format!("@{name}");
            assert_eq!(heard(&listener, OsStr::new(&name)), "READY=1 WATCHDOG=1");
        }
    }

    #[test]
    fn signs_of_life_are_given_twice_as_often_as_wanted_and_only_by_who_is_meant() {
        let own = std::process::id().to_string();
        let ten = Some(Duration::from_secs(10));
        assert_eq!(interval(Some("20000000"), None), ten);
        assert_eq!(interval(Some("20000000"), Some(&own)), ten);
        assert_eq!(interval(Some("20000000"), Some("1")), None);
        for wrong in [None, Some(""), Some("0"), Some("-1"), Some("soon")] {
            assert_eq!(interval(wrong, None), None);
        }
    }
}
