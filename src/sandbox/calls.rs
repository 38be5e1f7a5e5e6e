//! seccomp: which system calls there are.
//!
//! What is refused fails with EPERM, so that a library that merely tries something goes on. What no part of this program
//! could ever call ends it: somebody else's code is running then. Filters add up, and the strictest answer counts.

use std::collections::BTreeMap;

use libc::{c_long, c_ulong};
use rustix::process::getpid;
use seccompiler::{
    BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition,
    SeccompFilter, SeccompRule, TargetArch, apply_filter, apply_filter_all_threads,
};

/// Without rules: whatever the arguments are.
type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// What a running browser calls, with whatever arguments: found by watching one type, search, resize, sleep, end and
/// panic. None of these makes a file, a process or a socket out of anything but what is open already.
const ALLOWED: &[c_long] = &[
    // Bytes in and out of what is open.
    libc::SYS_read,
    // A large index is read where it is needed.
    libc::SYS_pread64,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_dup,
    // How long the open file is that `--insight` writes to, and that nobody makes counts of it meanwhile.
    libc::SYS_fstat,
    libc::SYS_flock,
    // Waiting.
    libc::SYS_ppoll,
    libc::SYS_futex,
    libc::SYS_nanosleep,
    libc::SYS_clock_nanosleep,
    libc::SYS_sched_yield,
    libc::SYS_restart_syscall,
    // Memory; `mmap` and `mprotect` are below.
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    // Time and chance, where they do not come from the vDSO.
    libc::SYS_clock_gettime,
    libc::SYS_clock_getres,
    libc::SYS_gettimeofday,
    libc::SYS_getrandom,
    // Signals to itself, and who that is.
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_getppid,
    libc::SYS_sched_getaffinity,
    // The end.
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// What whoever looks at a guide calls besides: it opens files, where Landlock lets it, and starts threads.
const OF_READERS: &[c_long] = &[
    libc::SYS_openat,
    libc::SYS_newfstatat,
    libc::SYS_fstat,
    libc::SYS_statx,
    libc::SYS_faccessat,
    libc::SYS_faccessat2,
    libc::SYS_readlinkat,
    libc::SYS_getdents64,
    libc::SYS_getcwd,
    libc::SYS_lseek,
    // What it keeps.
    libc::SYS_pwrite64,
    libc::SYS_ftruncate,
    libc::SYS_flock,
    libc::SYS_fsync,
    libc::SYS_fdatasync,
    libc::SYS_mkdirat,
    libc::SYS_unlinkat,
    libc::SYS_renameat,
    libc::SYS_renameat2,
    // Threads, which read articles and build the index.
    libc::SYS_clone,
    libc::SYS_clone3,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_prctl,
];

/// Older names of the same, which newer processors do not have.
#[cfg(target_arch = "x86_64")]
const OF_READERS_HERE: &[c_long] = &[
    libc::SYS_access,
    libc::SYS_open,
    libc::SYS_stat,
    libc::SYS_lstat,
    libc::SYS_readlink,
    libc::SYS_mkdir,
    libc::SYS_rmdir,
    libc::SYS_unlink,
    libc::SYS_rename,
];
#[cfg(not(target_arch = "x86_64"))]
const OF_READERS_HERE: &[c_long] = &[];

/// An older name, which newer processors do not have.
#[cfg(target_arch = "x86_64")]
const ALLOWED_HERE: &[c_long] = &[libc::SYS_poll];
#[cfg(not(target_arch = "x86_64"))]
const ALLOWED_HERE: &[c_long] = &[];

/// Modes and size of the terminal, in their two forms; and room for the last bytes in one that takes none (what waits in it is
/// thrown away, its output goes on). Above all not `TIOCSTI`, which types for the user.
const IOCTLS: &[c_ulong] = &[
    libc::TIOCGWINSZ as c_ulong,
    libc::TCGETS as c_ulong,
    libc::TCSETS as c_ulong,
    libc::TCSETSW as c_ulong,
    libc::TCSETSF as c_ulong,
    libc::TCGETS2 as c_ulong,
    libc::TCSETS2 as c_ulong,
    libc::TCSETSW2 as c_ulong,
    libc::TCSETSF2 as c_ulong,
    libc::TCFLSH as c_ulong,
    libc::TCXONC as c_ulong,
];

/// Copies of open files. Not what would have signals sent to others (`F_SETOWN`).
const FCNTLS: &[i32] = &[
    libc::F_DUPFD_CLOEXEC,
    libc::F_GETFD,
    libc::F_SETFD,
    libc::F_GETFL,
];

/// Other processes, other kernels, other ways around this: whoever calls these is not this program.
const DEADLY: &[c_long] = &[
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_getfd,
    libc::SYS_bpf,
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    libc::SYS_userfaultfd,
    libc::SYS_perf_event_open,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_open_by_handle_at,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_kexec_load,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_swapoff,
];

/// Sockets that could reach anybody; a pair of connected ones cannot.
const SOCKETS: &[c_long] = &[
    libc::SYS_socket,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
];

/// Whether the kernel takes filters: it may have been built with seccomp and without them. This binds the calling thread.
pub(super) fn are_filtered() -> bool {
    deadly().is_ok_and(|filter| apply_filter(&filter).is_ok())
}

/// From now on every thread makes the calls of a running browser and no others.
pub fn seal() -> Result<(), Error> {
    apply_filter_all_threads(&deadly()?)?;
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    apply_filter_all_threads(&program(allowed()?, SeccompAction::Allow, refused)?)
}

/// From now on this thread, and those that it starts, make the calls of a browser and those of who looks at a guide: no
/// program is started, and no socket made.
pub fn confine_reader() -> Result<(), Error> {
    apply_filter(&deadly()?)?;
    let mut rules = allowed()?;
    rules.extend(always(OF_READERS));
    rules.extend(always(OF_READERS_HERE));
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    apply_filter(&program(rules, SeccompAction::Allow, refused)?)
}

/// No sockets, and nothing deadly, for the calling thread and all that come from it; the rest is what starting a program may
/// need.
pub fn confine_supervisor() -> Result<(), Error> {
    apply_filter(&deadly()?)?;
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    apply_filter(&program(always(SOCKETS), refused, SeccompAction::Allow)?)
}

fn deadly() -> Result<BpfProgram, Error> {
    program(
        always(DEADLY),
        SeccompAction::KillProcess,
        SeccompAction::Allow,
    )
}

#[allow(
    clippy::useless_conversion,
    reason = "numbers of calls are shorter on some processors"
)]
fn always(calls: &[c_long]) -> Rules {
    calls
        .iter()
        .map(|call| (i64::from(*call), Vec::new()))
        .collect()
}

fn allowed() -> Result<Rules, Error> {
    let mut rules = always(ALLOWED);
    rules.extend(always(ALLOWED_HERE));
    let mut only = |call: c_long, any_of: Vec<SeccompRule>| rules.extend([(call, any_of)]);
    // No new code, neither mapped nor written.
    let no_code = |argument| {
        let executable = u64::from(libc::PROT_EXEC.unsigned_abs());
        rule(vec![is(
            argument,
            SeccompCmpArgLen::Dword,
            SeccompCmpOp::MaskedEq(executable),
            0,
        )?])
    };
    only(libc::SYS_mmap, vec![no_code(2)?]);
    only(libc::SYS_mprotect, vec![no_code(2)?]);
    let requests = IOCTLS.iter().map(|request| number(1, *request));
    only(libc::SYS_ioctl, requests.collect::<Result<_, _>>()?);
    let commands = FCNTLS
        .iter()
        .map(|command| number(1, u64::from(command.unsigned_abs())));
    only(libc::SYS_fcntl, commands.collect::<Result<_, _>>()?);
    // `abort` signals the calling thread.
    let own = u64::from(getpid().as_raw_pid().unsigned_abs());
    only(libc::SYS_tgkill, vec![number(0, own)?]);
    // The stack's limit, read.
    let own_limit = [
        is(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, 0)?,
        is(2, SeccompCmpArgLen::Qword, SeccompCmpOp::Eq, 0)?,
    ];
    only(libc::SYS_prlimit64, vec![rule(own_limit.into())?]);
    Ok(rules)
}

/// An argument of 32 bits has this value.
fn number(argument: u8, value: u64) -> Result<SeccompRule, Error> {
    let equal = is(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, value)?;
    rule(vec![equal])
}

fn is(
    argument: u8,
    length: SeccompCmpArgLen,
    operator: SeccompCmpOp,
    value: u64,
) -> Result<SeccompCondition, Error> {
    Ok(SeccompCondition::new(argument, length, operator, value)?)
}

fn rule(all_of: Vec<SeccompCondition>) -> Result<SeccompRule, Error> {
    Ok(SeccompRule::new(all_of)?)
}

fn program(
    rules: Rules,
    matched: SeccompAction,
    otherwise: SeccompAction,
) -> Result<BpfProgram, Error> {
    let processor = TargetArch::try_from(std::env::consts::ARCH)?;
    Ok(SeccompFilter::new(rules, otherwise, matched, processor)?.try_into()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the promise is about must not slip into the list.
    #[test]
    fn nothing_that_opens_starts_or_connects_is_allowed() {
        let allowed = allowed().expect("the rules are well-formed");
        let forbidden = [
            libc::SYS_openat,
            libc::SYS_openat2,
            libc::SYS_execve,
            libc::SYS_execveat,
            libc::SYS_clone,
            libc::SYS_clone3,
            libc::SYS_socketpair,
            libc::SYS_sendto,
            libc::SYS_sendmsg,
            libc::SYS_recvmsg,
            libc::SYS_kill,
            libc::SYS_tkill,
            libc::SYS_pidfd_send_signal,
            libc::SYS_prctl,
            libc::SYS_memfd_create,
        ];
        for call in forbidden.iter().chain(SOCKETS).chain(DEADLY) {
            assert!(!allowed.contains_key(call), "{call}");
        }
    }

    #[test]
    fn who_looks_at_a_guide_starts_and_connects_nothing() {
        let forbidden = [libc::SYS_execve, libc::SYS_execveat, libc::SYS_kill];
        let forbidden = forbidden.iter().chain(SOCKETS).chain(DEADLY);
        for call in forbidden {
            let is_allowed = OF_READERS.contains(call) || OF_READERS_HERE.contains(call);
            assert!(!is_allowed, "{call}");
        }
    }

    /// `TIOCSTI` types for the user, `F_SETOWN` has signals sent.
    #[test]
    fn requests_are_few() {
        let allowed = allowed().expect("the rules are well-formed");
        assert_eq!(allowed[&libc::SYS_ioctl].len(), IOCTLS.len());
        assert!(!IOCTLS.contains(&(libc::TIOCSTI as c_ulong)));
        assert!(!FCNTLS.contains(&libc::F_SETOWN));
    }
}
