//! The kiosk on kernels without Landlock or seccomp. Their calls are made to fail by a filter of the test's own, which the
//! program inherits: it cannot tell the difference.

use std::process::{Command, Output};

use libc::c_long;
use madoguchi::sandbox::support;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, apply_filter,
};

use super::{browser, kiosk, search};
use crate::support::system::{added_filters, text};
use crate::terminal::Tty;

/// What a kernel does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missing {
    Landlock,
    /// Built without seccomp.
    Seccomp,
    /// Built with seccomp, and without filters.
    Filters,
}

/// Makes a call fail with an error, for some values of its first argument or for all.
fn failing(calls: &[(c_long, &[u32])], error: i32) -> BpfProgram {
    let rule = |value: u32| {
        let equal = SeccompCmpOp::Eq;
        let condition =
            SeccompCondition::new(0, SeccompCmpArgLen::Dword, equal, value.into()).unwrap();
        SeccompRule::new(vec![condition]).unwrap()
    };
    let rules = calls
        .iter()
        .map(|(call, values)| (*call, values.iter().copied().map(rule).collect()));
    let fails = SeccompAction::Errno(error.unsigned_abs());
    let processor = std::env::consts::ARCH.try_into().unwrap();
    let filter = SeccompFilter::new(rules.collect(), SeccompAction::Allow, fails, processor);
    filter.unwrap().try_into().unwrap()
}

/// Works in a thread that has such a kernel, as have the processes that it starts.
fn on_a_kernel_without(missing: &[Missing], work: impl FnOnce() + Send) {
    const GET_SECCOMP: u32 = libc::PR_GET_SECCOMP.unsigned_abs();
    const SET_SECCOMP: u32 = libc::PR_SET_SECCOMP.unsigned_abs();
    // The last filter goes without what it takes to apply another one.
    let filters = |missing: &Missing| match missing {
        Missing::Landlock => vec![failing(
            &[(libc::SYS_landlock_create_ruleset, &[])],
            libc::ENOSYS,
        )],
        Missing::Filters => vec![failing(
            &[(libc::SYS_prctl, &[SET_SECCOMP]), (libc::SYS_seccomp, &[])],
            libc::EINVAL,
        )],
        Missing::Seccomp => vec![
            failing(
                &[(libc::SYS_prctl, &[GET_SECCOMP, SET_SECCOMP])],
                libc::EINVAL,
            ),
            failing(&[(libc::SYS_seccomp, &[])], libc::ENOSYS),
        ],
    };
    let filters: Vec<_> = missing.iter().flat_map(filters).collect();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            for filter in &filters {
                apply_filter(filter).unwrap();
            }
            work();
        });
    });
}

/// Ways to have no sandbox that keeps the promise.
const TOO_LITTLE: [&[Missing]; 3] = [
    &[Missing::Seccomp],
    &[Missing::Filters],
    &[Missing::Landlock, Missing::Seccomp],
];

fn doctor(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .arg("doctor")
        .args(args)
        .output()
        .unwrap()
}

#[test]
fn without_seccomp_it_refuses_and_says_what_to_do() {
    if !support().is_enough() {
        return;
    }
    for missing in TOO_LITTLE {
        on_a_kernel_without(missing, || {
            let mut tty = Tty::start(&["kiosk"]);
            assert_eq!(tty.end(), 4, "{missing:?}");
            for piece in ["no seccomp", "--no-sandbox"] {
                assert!(tty.text().contains(piece), "{missing:?}: {}", tty.text());
            }
            tty.assert_restored();
        });
    }
}

#[test]
fn without_seccomp_it_runs_where_it_is_told_to() {
    if !support().is_enough() {
        return;
    }
    for missing in TOO_LITTLE {
        on_a_kernel_without(missing, || {
            let mut tty = kiosk(&["--no-sandbox"]);
            search(&mut tty);
            tty.signal(rustix::process::Signal::TERM);
            assert_eq!(tty.end(), 128 + 15);
            tty.assert_restored();
        });
    }
}

#[test]
fn without_landlock_it_is_sealed_all_the_same() {
    if !support().is_enough() {
        return;
    }
    on_a_kernel_without(&[Missing::Landlock], || {
        let mut tty = kiosk(&[]);
        search(&mut tty);
        // Two of the supervisor and two of its own.
        let added = added_filters(browser(&tty));
        assert!(added.is_none_or(|added| added == 4), "{added:?}");
        tty.signal(rustix::process::Signal::TERM);
        assert_eq!(tty.end(), 128 + 15);

        let trial = doctor(&["--sandbox"]);
        let report = text(&trial.stdout);
        assert!(trial.status.success(), "{report}");
        let refused = report
            .lines()
            .filter(|line| line.starts_with("ok    seccomp"));
        assert_eq!(refused.count(), 8, "{report}");
    });
}

#[test]
fn doctor_says_what_there_is() {
    if !support().is_enough() {
        return;
    }
    for missing in TOO_LITTLE {
        on_a_kernel_without(missing, || {
            let report = doctor(&[]);
            let report = text(&report.stdout);
            let wanted = "no seccomp: `madoguchi kiosk` runs with --no-sandbox only";
            assert!(report.contains(wanted), "{missing:?}: {report}");
            let trial = doctor(&["--sandbox"]);
            assert_eq!(trial.status.code(), Some(4), "{missing:?}");
            assert!(text(&trial.stderr).contains("seccomp"), "{missing:?}");
        });
    }
    on_a_kernel_without(&[Missing::Landlock], || {
        let report = doctor(&[]);
        let report = text(&report.stdout);
        let wanted = "no Landlock, seccomp: everything is refused once";
        assert!(report.contains(wanted), "{report}");
    });
}
