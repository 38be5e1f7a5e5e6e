use super::English;
use crate::i18n::release::{ReleaseTexts, Words};

static TEXTS: ReleaseTexts = ReleaseTexts {
    release: "Release",
    good_until: "Good until",
    expired: "expired",
};

impl Words for English {
    fn texts(&self) -> &'static ReleaseTexts {
        &TEXTS
    }

    fn made(&self, serial: u64, day: &str) -> String {
        format!("{serial}, made {day}, signature verified")
    }

    fn days_left(&self, days: i64) -> String {
        match days {
            0 => "today is the last day".to_owned(),
            1 => "1 day left".to_owned(),
            days => format!("{days} days left"),
        }
    }

    fn out_of_date(&self, day: &str) -> [String; 2] {
        [
            format!("This guide was good until {day}. What it says may be out of date."),
            format!("Guide expired: {day}"),
        ]
    }
}
