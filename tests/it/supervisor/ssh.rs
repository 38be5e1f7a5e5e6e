//! The kiosk as a login shell behind a real `sshd`: `deploy/test-sshd.sh` sets one up and runs these.
//!
//! `MADOGUCHI_SSH` names the configuration for `ssh` in which the host `kiosk` is that server; `MADOGUCHI_SSH_USER` is the
//! number of the user there.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::MetadataExt;
use std::process::{Command, Output, Stdio};

use super::START;
use crate::support::Numbers;
use crate::support::system::eventually;
use crate::terminal::Tty;
use crate::terminal::kiosk::storm;

fn config() -> String {
    std::env::var("MADOGUCHI_SSH").expect("deploy/test-sshd.sh runs this")
}

fn login(args: &[&str]) -> Tty {
    let config = config();
    let mut tty = Tty::command("ssh", &[&["-F", &config, "-tt"], args].concat(), 24, 80);
    tty.wait_for(START);
    tty
}

/// Runs `ssh` or one of its kind without a terminal.
fn run(program: &str, args: &[&str]) -> Output {
    Command::new(program)
        .args(["-F", &config()])
        .args(args)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// The processes of the user on the server that are neither `sshd` nor gone.
fn processes() -> Vec<String> {
    let user: u32 = std::env::var("MADOGUCHI_SSH_USER")
        .unwrap()
        .parse()
        .unwrap();
    let of_user = |entry: &fs::DirEntry| entry.metadata().is_ok_and(|data| data.uid() == user);
    let name = |entry: fs::DirEntry| fs::read_to_string(entry.path().join("comm")).ok();
    let names = fs::read_dir("/proc").unwrap().flatten().filter(of_user);
    let names = names.filter_map(name).map(|name| name.trim().to_owned());
    names.filter(|name| name != "sshd").collect()
}

fn leave(tty: &mut Tty) {
    // `ssh` itself takes this as the end.
    tty.send("\r~.");
    tty.end();
}

/// The whole screen comes anew, and nothing on it is anybody's prompt.
fn assert_alive(tty: &mut Tty, columns: u16) {
    tty.screen.process(b"\x1b[2J");
    tty.resize(24, columns);
    tty.wait("a screen of the guide", |screen| {
        let text = screen.contents();
        // The field is on every screen but the attracting one.
        let has_field = text.lines().next().is_some_and(|row| row.contains('❯'));
        screen.alternate_screen() && (has_field || text.contains(START))
    });
    let text = tty.text();
    // In the first row stands what was typed.
    let prompt = |line: &str| line.trim_end().ends_with(['$', '#']);
    assert!(!text.lines().skip(1).any(prompt), "{text}");
}

#[test]
#[ignore = "needs a server: deploy/test-sshd.sh"]
fn a_hundred_storms_leave_a_living_screen_and_no_prompt() {
    let mut tty = login(&["-e", "none", "kiosk"]);
    let mut numbers = Numbers(0x7373_685f_7374_6f72);
    for n in 0..100 {
        let bytes = storm(&mut numbers);
        tty.send_bytes(&bytes);
        // Another size than before, or nothing is drawn anew.
        assert_alive(&mut tty, 81 - n % 2);
    }
    // One of another session may still be ending, and one that looks at the guide comes and goes.
    eventually("the supervisor and the browser are there alone", || {
        processes() == ["madoguchi", "madoguchi"]
    });
    // Away from wherever the storm has led, then as any visitor.
    tty.send("\x1b\x1b\x1b\x1b\x1b\x1b");
    tty.send("\x0c");
    assert_alive(&mut tty, 81);
    // What is typed arrives: in the field or, while reading, in the line for looking for something in the page. The first
    // key only wakes it where it attracts.
    tty.send("//\x15解約解約");
    tty.wait("what was typed", |screen| {
        let text = screen.contents();
        text.lines()
            .any(|row| row.contains('❯') && row.contains("解約"))
    });
    drop(tty);
}

#[test]
#[ignore = "needs a server: deploy/test-sshd.sh"]
fn a_visitor_searches_and_leaves_nothing_behind() {
    let mut tty = login(&["kiosk"]);
    super::search(&mut tty);
    // A command line of `ssh` itself, where forwardings could be asked for.
    tty.send("\r~C-L 127.0.0.1:1:localhost:22\r");
    assert_alive(&mut tty, 81);
    leave(&mut tty);
    eventually("the end of all processes", || processes().is_empty());
}

/// As docs/manual/en/kiosk.md says it is set up: to a user without a password, and to nobody else.
#[test]
#[ignore = "needs a server: deploy/test-sshd.sh"]
fn anybody_comes_in_where_no_password_is_wanted() {
    let no_key = ["-o", "PubkeyAuthentication=no", "-o", "BatchMode=yes"];
    let mut tty = login(&[&no_key[..], &["-l", "madoguchi-test-open", "kiosk"]].concat());
    super::search(&mut tty);
    leave(&mut tty);
    let refused = run("ssh", &[&no_key[..], &["-tt", "kiosk"]].concat());
    assert_eq!(refused.status.code(), Some(255));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("Permission denied"), "{said}");
}

#[test]
#[ignore = "needs a server: deploy/test-sshd.sh"]
fn a_browser_that_dies_is_back_in_the_same_session() {
    let mut tty = login(&["kiosk"]);
    let user: u32 = std::env::var("MADOGUCHI_SSH_USER")
        .unwrap()
        .parse()
        .unwrap();
    let browsers = fs::read_dir("/proc").unwrap().flatten().filter(|entry| {
        entry.metadata().is_ok_and(|data| data.uid() == user)
            && fs::read_to_string(entry.path().join("cmdline"))
                .is_ok_and(|line| line.contains("--supervisor"))
    });
    let browsers: Vec<u32> = browsers
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .collect();
    super::wipe(&mut tty);
    for browser in browsers {
        super::send(browser, rustix::process::Signal::KILL);
    }
    tty.wait_for(START);
    super::search(&mut tty);
    leave(&mut tty);
}

#[test]
#[ignore = "needs a server: deploy/test-sshd.sh"]
fn commands_and_copies_are_refused() {
    for args in [
        &["kiosk", "id"][..],
        &["kiosk", "sh", "-c", "id"],
        &["kiosk", "madoguchi", "browse"],
        &["-s", "kiosk", "sftp"],
        &["kiosk"],
    ] {
        let output = run("ssh", args);
        assert!(!output.status.success(), "{args:?}");
        assert_eq!(output.stdout, b"", "{args:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        let is_subsystem = args[0] == "-s";
        assert!(
            is_subsystem || said.contains("needs a terminal"),
            "{args:?}: {said}"
        );
    }
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("passwd");
    let target = target.to_str().unwrap();
    for args in [
        &["kiosk:/etc/passwd", target][..],
        &["-O", "kiosk:/etc/passwd", target],
        &["/etc/hostname", "kiosk:/tmp/"],
    ] {
        assert!(!run("scp", args).status.success(), "{args:?}");
    }
    assert!(!run("sftp", &["kiosk"]).status.success());
    assert!(!fs::exists(target).unwrap());
    // With a terminal, whatever is asked for is the kiosk.
    let mut tty = login(&["kiosk", "sh"]);
    leave(&mut tty);
}

#[test]
#[ignore = "needs a server: deploy/test-sshd.sh"]
fn nothing_is_forwarded() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let to = format!("127.0.0.1:{port}");
    let through = run("ssh", &["-W", &to, "kiosk"]);
    assert!(!through.status.success());
    let said = String::from_utf8_lossy(&through.stderr).into_owned();
    assert!(said.contains("forwarding failed"), "{said}");
    let failure = "ExitOnForwardFailure=yes";
    let back = format!("0:{to}");
    for forward in [back.as_str(), "0"] {
        let output = run("ssh", &["-N", "-o", failure, "-R", forward, "kiosk"]);
        assert_eq!(output.status.code(), Some(255), "{forward}");
    }
    let tunnel = run("ssh", &["-N", "-o", failure, "-w", "0:0", "kiosk"]);
    assert_eq!(tunnel.status.code(), Some(255));
}
