//! What systemd wants to know: `sd_notify(3)`, without its library.

use std::collections::VecDeque;
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

/// When what found no room is said again.
const AGAIN: Duration = Duration::from_millis(100);

/// More than this waits for nobody: whoever takes in nothing for so long hears of the first things first.
const MOST_UNSAID: usize = 16;

/// Where to say it, if somebody listens.
#[derive(Debug, Default)]
pub struct Notify {
    socket: Option<UnixDatagram>,
    /// What there was no room for yet: the queue of a manager that is busy is short.
    unsaid: VecDeque<String>,
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
            unsaid: VecDeque::new(),
            socket,
        }
    }

    /// Says it, now or when there is room for it.
    pub fn say(&mut self, state: &str) {
        if self.socket.is_some() && self.unsaid.len() < MOST_UNSAID {
            self.unsaid.push_back(state.to_owned());
        }
        self.catch_up();
    }

    /// Says what is unsaid, in its order, as far as there is room.
    fn catch_up(&mut self) {
        while let Some(state) = self.unsaid.front() {
            if self.has_no_room_for(state) {
                return;
            }
            self.unsaid.pop_front();
        }
    }

    /// Tries to say it. Where nobody listens any more, nothing is to be done.
    fn has_no_room_for(&self, state: &str) -> bool {
        let said = self
            .socket
            .as_ref()
            .map(|socket| socket.send(state.as_bytes()));
        said.is_some_and(|said| said.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock))
    }

    /// When something is to be said next.
    pub fn due(&self, now: Instant) -> Option<Instant> {
        let again = (!self.unsaid.is_empty()).then(|| now + AGAIN);
        let alive = self.watchdog.map(|(_, at)| at);
        again.into_iter().chain(alive).min()
    }

    /// Says what is unsaid, and gives a sign of life if one is due. One that finds no room is nothing to come back to.
    pub fn alive(&mut self, now: Instant) {
        self.catch_up();
        if let Some((every, at)) = self.watchdog
            && at <= now
        {
            self.watchdog = Some((every, now + every));
            self.has_no_room_for("WATCHDOG=1");
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
            ..Notify::default()
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

    /// A manager that is busy: signs of life fill its queue before the kiosk is ready.
    #[test]
    fn what_finds_no_room_is_said_later() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notify");
        let listener = UnixDatagram::bind(&path).unwrap();
        listener.set_nonblocking(true).unwrap();
        let mut notify = Notify {
            socket: Some(connect(path.as_os_str()).unwrap()),
            ..Notify::default()
        };
        while !notify.has_no_room_for("WATCHDOG=1") {}
        let now = Instant::now();
        assert_eq!(notify.due(now), None);
        notify.say("READY=1");
        notify.say("STATUS=running");
        assert_eq!(notify.due(now), Some(now + AGAIN));
        let mut heard = Vec::new();
        let mut bytes = [0; 64];
        for _ in 0..2 {
            while let Ok(read) = listener.recv(&mut bytes) {
                heard.push(String::from_utf8_lossy(&bytes[..read]).into_owned());
            }
            notify.alive(now);
        }
        heard.retain(|said| said != "WATCHDOG=1");
        assert_eq!(heard, ["READY=1", "STATUS=running"]);
        assert_eq!(notify.due(now), None);
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
