//! Counts of what was asked, made by a process that is killed: no line is lost or counted twice.

use std::fs;
use std::path::Path;

use madoguchi::insight::{Counts, read};

use super::{RENAME, UNLINK, in_shell};
use crate::support::system::has;

/// Three visitors of a day.
fn lines(day: usize) -> String {
    let day = chrono::NaiveDate::from_num_days_from_ce_opt(740_000 + i32::try_from(day).unwrap());
    let day = day.unwrap();
    let line = format!(
        "{{\"hour\":\"{day}T14\",\"language\":\"ja\",\"query\":\"解約\",\"hits\":2,\"opened\":[],\"empty_handed\":true}}\n"
    );
    line.repeat(3)
}

fn times(path: &Path) -> u64 {
    let counts: Counts = read(path).unwrap().total();
    counts.queries.values().map(|asked| asked.times).sum()
}

/// What is on the disk changes with these calls only, so one that dies before and after each of them has died everywhere.
#[test]
fn counting_is_killed_at_every_change_that_it_makes() {
    if !has("strace") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("asked");
    let mut killed = 0;
    let mut asked = 0;
    for call in ["openat", "write", "ftruncate", "fsync", RENAME, UNLINK] {
        for n in 1.. {
            // As whoever writes does: behind what is there.
            let before = fs::read(&path).unwrap_or_default();
            fs::write(&path, [before, lines(killed).into_bytes()].concat()).unwrap();
            make_private(&path);
            asked += 3;
            let script = format!(
                "exec strace -f -o /dev/null -e trace={call} -e inject={call}:signal=KILL:when={n}"
            );
            let args = ["insight", "--fold", path.to_str().unwrap()];
            let counted = in_shell(&script, folder.path(), &args);
            assert_eq!(times(&path), asked, "{call} {n}: {counted:?}");
            if counted.status.code() == Some(0) {
                break;
            }
            killed += 1;
        }
    }
    assert!(killed > 10, "{killed}");
}

fn make_private(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
}

/// Where the counts cannot be written, the lines stay.
#[test]
fn a_full_disk_keeps_the_lines() {
    let Some(disk) = super::Mounted::new(32) else {
        return;
    };
    let path = disk.path().join("asked");
    fs::write(&path, lines(0)).unwrap();
    make_private(&path);
    let rest = fs::write(disk.path().join("rest"), vec![0; 64 << 10]);
    assert!(rest.is_err(), "it is full");
    let args = ["insight", "--fold", path.to_str().unwrap()];
    let folded = in_shell("exec", disk.path(), &args);
    super::check_refusal(&folded, "no room for counts");
    assert_eq!(times(&path), 3);
}
