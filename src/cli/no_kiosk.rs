//! `madoguchi kiosk` on systems without what holds one together.

use super::args::{Global, Kiosk};
use super::output::Output;
use super::{Context, Failure, Outcome};
use crate::config::Config;

pub(super) fn run(
    _: &Context,
    _: &Kiosk,
    _: (&Global, Config),
    _: &mut Output,
) -> Result<Outcome, Failure> {
    Err(none())
}

pub(super) fn no_log() -> Failure {
    none()
}

fn none() -> Failure {
    Failure::Io(
        "a kiosk needs Linux, whose kernel keeps visitors from everything else on the machine\n    \
         help: `madoguchi` alone is the browser for whoever may use this machine"
            .to_owned(),
    )
}
