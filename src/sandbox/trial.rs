//! The sandbox put to the test, layer by layer: what it forbids is tried.

use std::fs::{self, File};
use std::io;
use std::net::TcpStream;
use std::os::unix::net::UnixDatagram;
use std::process::{Command, Stdio};
use std::thread;

use rustix::process::{getppid, test_kill_process};

use crate::sandbox::{
    Error, Finding, LANDLOCK_NETWORK, LANDLOCK_SCOPES, Support, confine_reader, confine_supervisor,
    harden, seal_calls, seal_files,
};

/// Something the sandbox forbids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Open,
    Create,
    Execute,
    ExecuteOther,
    Thread,
    Socket,
    Connect,
    Signal,
}

impl Deed {
    const ALL: [Self; 8] = [
        Self::Open,
        Self::Create,
        Self::Execute,
        Self::ExecuteOther,
        Self::Thread,
        Self::Socket,
        Self::Connect,
        Self::Signal,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Open => "open a file",
            Self::Create => "create a file",
            Self::Execute => "start this program",
            Self::ExecuteOther => "start another program",
            Self::Thread => "start a thread",
            Self::Socket => "create a socket",
            Self::Connect => "connect by TCP",
            Self::Signal => "signal a process",
        }
    }

    /// Does it. `sink` takes what a program prints: it must be open already, or opening it would be what is refused.
    fn attempt(self, sink: &File) -> io::Result<()> {
        match self {
            Self::Open => File::open("/dev/null").map(drop),
            Self::Create => {
                let name = format!("madoguchi-trial-{}", std::process::id());
                let path = std::env::temp_dir().join(name);
                File::create_new(&path)?;
                fs::remove_file(path)
            }
            Self::Execute => start(&["/proc/self/exe", "--version"], sink),
            Self::ExecuteOther => start(&["/bin/sh", "-c", ":"], sink),
            Self::Thread => thread::Builder::new()
                .spawn(|| ())
                .map(|thread| drop(thread.join())),
            Self::Socket => UnixDatagram::unbound().map(drop),
            Self::Connect => match TcpStream::connect(("127.0.0.1", 9)) {
                // It was allowed to try.
                Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => Ok(()),
                other => other.map(drop),
            },
            Self::Signal => {
                let parent = getppid().ok_or(io::ErrorKind::NotFound)?;
                Ok(test_kill_process(parent)?)
            }
        }
    }

    /// Whether Landlock alone forbids it.
    const fn is_landlocks(self, version: i32) -> bool {
        match self {
            Self::Open | Self::Create | Self::Execute | Self::ExecuteOther => true,
            Self::Connect => version >= LANDLOCK_NETWORK,
            Self::Signal => version >= LANDLOCK_SCOPES,
            Self::Thread | Self::Socket => false,
        }
    }
}

/// Whether it was refused, and because it is forbidden and not for want of anything else; but a program that is not there
/// cannot be started either, and musl says of every thread that the kernel refuses that it has to be tried again.
fn is_refused(deed: Deed, came: &io::Result<()>) -> bool {
    match came.as_ref().map_err(io::Error::kind) {
        Err(io::ErrorKind::PermissionDenied) => true,
        Err(io::ErrorKind::NotFound) => deed == Deed::ExecuteOther,
        Err(io::ErrorKind::WouldBlock) => cfg!(target_env = "musl") && deed == Deed::Thread,
        _ => false,
    }
}

fn start(command: &[&str], sink: &File) -> io::Result<()> {
    Command::new(command[0])
        .args(&command[1..])
        .stdin(Stdio::inherit())
        .stdout(Stdio::from(sink.try_clone()?))
        .stderr(Stdio::inherit())
        .status()
        .map(drop)
}

/// These bonds are those of one thread: they go with the one that has them here.
fn in_a_thread<T: Send>(work: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
    let panicked = |_| Err(Error("a thread has failed".to_owned()));
    thread::scope(|scope| scope.spawn(work).join().unwrap_or_else(panicked))
}

/// Applies the sandbox to this process, one layer after the other, and tries everything under each. Nothing else can be
/// done in this process afterwards but to write and to end.
pub fn try_everything(support: Support) -> Result<Vec<Finding>, Error> {
    let open = File::options().write(true).open("/dev/null");
    let sink = open.map_err(|error| Error::new("/dev/null", &error))?;
    let try_all = |layer, must_fail: &dyn Fn(Deed) -> bool| {
        let attempt = |deed: Deed| {
            let refused = deed.attempt(&sink);
            let must_fail = must_fail(deed);
            Finding {
                layer,
                deed: deed.name(),
                is_as_wanted: !must_fail || is_refused(deed, &refused),
                refused,
                must_fail,
            }
        };
        Deed::ALL.map(attempt)
    };
    let mut findings = Vec::from(try_all("none", &|_| false));
    let has_landlock = support.landlock.is_some();
    findings.extend(in_a_thread(|| {
        confine_supervisor()?;
        Ok(try_all("supervisor", &|deed| match deed {
            Deed::Socket | Deed::Connect => true,
            Deed::ExecuteOther => has_landlock,
            _ => false,
        }))
    })?);
    findings.extend(in_a_thread(|| {
        // Of no folder, where it looks at one in earnest.
        confine_reader(&[], &[])?;
        Ok(try_all("renewal", &|deed| match deed {
            Deed::Open | Deed::Create => has_landlock,
            Deed::Thread => false,
            _ => true,
        }))
    })?);
    harden()?;
    if let Some(version) = support.landlock {
        seal_files()?;
        findings.extend(try_all("Landlock", &|deed| deed.is_landlocks(version)));
    }
    seal_calls()?;
    findings.extend(try_all("seccomp", &|_| true));
    Ok(findings)
}
