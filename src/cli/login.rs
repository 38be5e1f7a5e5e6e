//! The program as somebody's login shell: it is the kiosk then, and nothing else.

use std::ffi::OsString;

use super::Failure;

/// The kiosk's options there, separated by spaces: a login shell is called without any.
pub(super) const OPTIONS: &str = "MADOGUCHI_KIOSK";

/// The command that `sshd` may be told to force: the kiosk.
const FORCED: &str = "kiosk";

/// What the program is called with, as it is to be understood. `login` and `sshd` mark a login shell by a hyphen before its
/// name; `sshd` has it run commands by `-c`, those of `scp` and `sftp` too, and all but [`FORCED`] are refused.
pub(super) fn arguments(
    args: Vec<OsString>,
    options: Option<String>,
) -> Result<Vec<OsString>, Failure> {
    let is_login = args
        .first()
        .is_some_and(|name| name.as_encoded_bytes().starts_with(b"-"));
    let rest = args.get(1..).unwrap_or_default();
    match rest {
        [flag, command, ..] if flag == "-c" => {
            if rest.len() > 2 || command != FORCED {
                return Err(Failure::Refused);
            }
        }
        [] if is_login => {}
        _ if is_login => return Err(Failure::Refused),
        _ => return Ok(args),
    }
    let options = options.unwrap_or_default();
    let options = options.split_whitespace().map(OsString::from);
    Ok(["madoguchi", "kiosk"]
        .into_iter()
        .map(OsString::from)
        .chain(options)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(args: &[&str], options: Option<&str>, expected: Option<&[&str]>) {
        let args = args.iter().map(OsString::from).collect();
        let found = arguments(args, options.map(str::to_owned)).ok();
        let expected = expected.map(|args| args.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(found, expected);
    }

    #[test]
    fn a_login_shell_is_the_kiosk() {
        let kiosk: &[&str] = &["madoguchi", "kiosk"];
        check(&["-madoguchi"], None, Some(kiosk));
        check(&["madoguchi", "-c", "kiosk"], None, Some(kiosk));
        check(&["-madoguchi", "-c", "kiosk"], None, Some(kiosk));
        let with: &[&str] = &["madoguchi", "kiosk", "--idle", "90"];
        check(&["-madoguchi"], Some(" --idle  90 "), Some(with));
    }

    #[test]
    fn a_login_shell_runs_no_commands() {
        for command in ["sh", "kiosk --no-sandbox", "scp -t .", "browse", ""] {
            check(&["madoguchi", "-c", command], None, None);
        }
        check(&["-madoguchi", "browse"], None, None);
        check(&["-madoguchi", "-l"], None, None);
        check(&["-madoguchi", "-c"], None, None);
        check(&["madoguchi", "-c", "kiosk", "--no-sandbox"], None, None);
    }

    #[test]
    fn called_by_its_name_it_is_as_ever() {
        let browse: &[&str] = &["madoguchi", "browse"];
        check(browse, Some("--idle 90"), Some(browse));
        check(&["madoguchi"], Some("--idle 90"), Some(&["madoguchi"]));
        check(&[], None, Some(&[]));
    }
}
