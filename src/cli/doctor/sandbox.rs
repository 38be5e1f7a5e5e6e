//! What the kiosk's sandbox can forbid on this machine, and whether it does.

use super::Report;
use crate::cli::{Failure, Outcome, Output};
use crate::sandbox::{Finding, LANDLOCK_NETWORK, LANDLOCK_SCOPES, support, try_everything};

/// A line on what the kernel has.
pub(super) fn line(report: &mut Report) {
    let support = support();
    if !cfg!(target_os = "linux") {
        return report.note(
            "sandbox",
            "none on this system, nor `madoguchi kiosk`: both need Linux",
        );
    }
    if !support.is_enough() {
        let text = format!("{support}: `madoguchi kiosk` runs with --no-sandbox only");
        return report.note("sandbox", &text);
    }
    let text = match support.landlock {
        Some(LANDLOCK_SCOPES..) => "files, programs, sockets and signals are refused twice",
        Some(LANDLOCK_NETWORK..) => "files, programs and TCP are refused twice",
        Some(_) => "files and programs are refused twice",
        None => "everything is refused once",
    };
    report.fine(
        "sandbox",
        &format!("{support}: {text} in kiosk mode; `madoguchi doctor --sandbox` tries it"),
    );
}

/// Puts this process into the sandbox, tries what it forbids, and prints what came of it: `layer`, what was tried, what
/// the kernel said. The outcome is negative when anything was possible that must not be.
pub(in crate::cli) fn run(out: &mut Output) -> Result<Outcome, Failure> {
    let support = support();
    let mut report = Report::default();
    let findings = try_everything(support).map_err(|error| Failure::Io(error.to_string()))?;
    for finding in &findings {
        tell(finding, &mut report);
    }
    out.text(&report.lines())?;
    Ok(report.outcome())
}

fn tell(finding: &Finding, report: &mut Report) {
    let deed = finding.deed;
    let came = match &finding.refused {
        Ok(()) => format!("{deed}: possible"),
        Err(error) => format!("{deed}: {error}"),
    };
    if !finding.is_as_wanted {
        report.bad(finding.layer, &came);
    } else if finding.must_fail {
        report.fine(finding.layer, &came);
    } else {
        report.note(finding.layer, &came);
    }
}
