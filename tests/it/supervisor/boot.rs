//! The unit for systemd, booted: `deploy/test-boot.sh` makes a container with the kiosk on its console and runs these.
//!
//! `MADOGUCHI_BOOT` names a folder with the script that starts the container, and its root.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::PathBuf;
use std::process::Command;

use madoguchi::pin::PinHash;
use rustix::process::Signal;

use super::{START, children, is_alive, search, send, wipe};
use crate::support::system::eventually;
use crate::terminal::Tty;

const PIN: &str = "the staff's own";
const UNIT: &str = "madoguchi-kiosk@console";

/// The user of the kiosk in the container.
const USER: u32 = 990;

/// A container that has booted, up to the first screen of the kiosk.
struct Machine {
    tty: Tty,
    /// Its first process, as this machine numbers it.
    init: u32,
}

impl Machine {
    fn boot() -> Self {
        let place = std::env::var("MADOGUCHI_BOOT").expect("deploy/test-boot.sh runs this");
        let place = PathBuf::from(place);
        let pin = place.join("root/etc/pin");
        fs::write(&pin, PinHash::make(PIN).unwrap()).unwrap();
        fs::set_permissions(&pin, fs::Permissions::from_mode(0o600)).unwrap();
        chown(&pin, Some(USER), Some(USER)).unwrap();
        let container = place.join("container");
        let args = ["--boot", "systemd.show_status=no"];
        let mut tty = Tty::command(container.to_str().unwrap(), &args, 24, 80);
        tty.wait_for(START);
        let all = children(tty.child.process_id().unwrap());
        let init = all.into_iter().find(|pid| name(*pid) == "systemd");
        let init = init.expect("systemd runs in the container");
        Self { tty, init }
    }

    fn systemctl(&self, args: &[&str]) -> String {
        let init = self.init.to_string();
        let output = Command::new("nsenter")
            .args(["--all", "--target", &init, "systemctl", "--no-pager"])
            .args(args)
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    fn property(&self, name: &str) -> String {
        self.systemctl(&["show", "--value", "--property", name, UNIT])
    }

    #[track_caller]
    fn wait_for(&self, name: &str, wanted: &str) {
        eventually(&format!("{name} is {wanted}"), || {
            self.property(name) == wanted
        });
    }

    /// Nobody ever had a prompt to type at.
    #[track_caller]
    fn assert_no_prompt(&self) {
        let since = ["--value", "--property", "ActiveEnterTimestampMonotonic"];
        let since = self.systemctl(&[&["show"], &since[..], &["getty@console"]].concat());
        assert_eq!(since, "0");
    }

    fn supervisor(&self) -> u32 {
        let all = children(self.init);
        let supervisor = all.into_iter().find(|pid| name(*pid) == "madoguchi");
        supervisor.expect("the kiosk runs")
    }

    fn browser(&self) -> u32 {
        match children(self.supervisor())[..] {
            [browser] => browser,
            ref others => panic!("one browser was expected, not {others:?}"),
        }
    }

    /// A screen is drawn anew that answers to keys.
    fn assert_comes_back(&mut self) {
        self.tty.wait_for(START);
        search(&mut self.tty);
    }

    fn off(mut self) {
        self.systemctl(&["--force", "--force", "poweroff"]);
        self.tty.end();
    }
}

fn name(pid: u32) -> String {
    let name = fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default();
    name.trim().to_owned()
}

#[test]
#[ignore = "needs a container: deploy/test-boot.sh"]
fn the_kiosk_is_there_after_the_boot_and_after_every_death() {
    let mut machine = Machine::boot();
    // The unit is one that has to say that it is ready.
    machine.wait_for("ActiveState", "active");
    machine.wait_for("StatusText", "running");
    let status = fs::read_to_string(format!("/proc/{}/status", machine.browser())).unwrap();
    let has = |line: &str| status.lines().any(|found| found == line);
    assert!(
        has(&format!("Uid:\t{USER}\t{USER}\t{USER}\t{USER}")),
        "{status}"
    );
    assert!(has("CapBnd:\t0000000000000000"), "{status}");
    search(&mut machine.tty);

    wipe(&mut machine.tty);
    send(machine.browser(), Signal::KILL);
    machine.assert_comes_back();
    assert_eq!(machine.property("NRestarts"), "0");

    let (supervisor, browser) = (machine.supervisor(), machine.browser());
    wipe(&mut machine.tty);
    send(supervisor, Signal::KILL);
    machine.assert_comes_back();
    assert_eq!(machine.property("NRestarts"), "1");
    assert!(!is_alive(browser));
    machine.assert_no_prompt();
    machine.off();
}

#[test]
#[ignore = "needs a container: deploy/test-boot.sh"]
fn a_frozen_supervisor_is_noticed_by_the_watchdog() {
    let mut machine = Machine::boot();
    machine.wait_for("StatusText", "running");
    wipe(&mut machine.tty);
    send(machine.supervisor(), Signal::STOP);
    machine.assert_comes_back();
    assert_eq!(machine.property("NRestarts"), "1");
    machine.assert_no_prompt();
    machine.off();
}

#[test]
#[ignore = "needs a container: deploy/test-boot.sh"]
fn stopped_it_leaves_an_empty_screen_and_can_be_started_again() {
    let mut machine = Machine::boot();
    let browser = machine.browser();
    search(&mut machine.tty);
    machine.systemctl(&["stop", UNIT]);
    assert!(!is_alive(browser));
    machine.tty.wait("an empty screen", |screen| {
        !screen.alternate_screen() && !screen.hide_cursor() && screen.contents().trim().is_empty()
    });
    // In its own time, and not because it was killed.
    assert_eq!(machine.property("ExecMainStatus"), "143");
    assert_eq!(machine.property("NRestarts"), "0");
    machine.systemctl(&["start", UNIT]);
    machine.assert_comes_back();
    machine.systemctl(&["restart", UNIT]);
    machine.assert_comes_back();
    machine.assert_no_prompt();
    machine.off();
}

#[test]
#[ignore = "needs a container: deploy/test-boot.sh"]
fn after_staff_have_ended_it_there_is_a_login_prompt() {
    let mut machine = Machine::boot();
    machine.tty.send("\x1d");
    machine.tty.wait_for("Staff only");
    machine.tty.send(&format!("{PIN}\r"));
    machine.tty.wait_for("login:");
    machine.wait_for("ActiveState", "inactive");
    assert_eq!(machine.property("NRestarts"), "0");
    // And the kiosk takes its place again.
    machine.systemctl(&["start", UNIT]);
    machine.assert_comes_back();
    let getty = machine.systemctl(&["is-active", "getty@console"]);
    assert_eq!(getty, "inactive");
    machine.off();
}
