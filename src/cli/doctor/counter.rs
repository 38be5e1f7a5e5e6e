//! One counter of many, as JSON: docs/manual/en/fleet.md says what the keys mean.

use std::path::Path;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::Serialize;

use super::guide::{Found, days_left};
use super::{Finding, Report};
use crate::guide::Guide;
use crate::{record, sandbox};

#[derive(Serialize)]
pub struct Counter<'a> {
    version: &'static str,
    ok: bool,
    at: String,
    guide: Option<GuideFacts<'a>>,
    release: Option<Release>,
    folder: Option<Folder<'a>>,
    index: &'static str,
    sandbox: Sandbox,
    kiosks: Vec<Kiosk>,
    findings: &'a [Finding],
}

#[derive(Serialize)]
struct GuideFacts<'a> {
    id: &'a str,
    as_of: Option<NaiveDate>,
    digest: &'a str,
}

#[derive(Serialize)]
struct Release {
    serial: u64,
    made: NaiveDate,
    good_until: NaiveDate,
    /// Negative once it has expired.
    days_left: i64,
    expired: bool,
}

#[derive(Serialize)]
struct Folder<'a> {
    serial: Option<u64>,
    refused: Option<&'a str>,
}

#[derive(Serialize)]
struct Sandbox {
    landlock: Option<i32>,
    seccomp: bool,
    enough: bool,
}

#[derive(Serialize)]
struct Kiosk {
    terminal: String,
    running: bool,
    since: String,
    last_start: String,
    restarts: u32,
    last_death: Option<String>,
}

impl<'a> Counter<'a> {
    /// `memory` is the folder below which kiosks write down what becomes of them.
    pub fn new(
        found: &'a Found,
        memory: Option<&Path>,
        report: &'a Report,
        now: DateTime<Utc>,
    ) -> Self {
        let guide = found.guide.as_deref();
        let support = sandbox::support();
        let kiosks = memory.map(record::Kiosk::all).unwrap_or_default();
        Self {
            version: env!("CARGO_PKG_VERSION"),
            ok: !report.is_bad(),
            at: instant(now),
            guide: guide.map(|guide| GuideFacts {
                id: &guide.id,
                as_of: guide.as_of,
                digest: &guide.digest,
            }),
            release: guide.and_then(|guide| release(guide, now)),
            folder: found.folder.as_ref().map(|folder| Folder {
                serial: folder.serial,
                refused: folder.refused.as_deref(),
            }),
            index: found.index,
            sandbox: Sandbox {
                landlock: support.landlock,
                seccomp: support.seccomp,
                enough: support.is_enough(),
            },
            kiosks: kiosks.into_iter().map(Kiosk::from).collect(),
            findings: &report.0,
        }
    }
}

fn release(guide: &Guide, now: DateTime<Utc>) -> Option<Release> {
    let release = guide.provenance.release.as_ref()?;
    let days_left = days_left(guide, release, now);
    Some(Release {
        serial: release.serial,
        made: release.made,
        good_until: release.good_until,
        days_left,
        expired: days_left < 0,
    })
}

impl From<record::Kiosk> for Kiosk {
    fn from(kiosk: record::Kiosk) -> Self {
        Self {
            running: kiosk.is_running(),
            since: instant(kiosk.since),
            last_start: instant(kiosk.last_start),
            terminal: kiosk.terminal,
            restarts: kiosk.restarts,
            last_death: kiosk.last_death,
        }
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
