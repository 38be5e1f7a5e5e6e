use std::borrow::Cow;

use chrono::NaiveDate;

use super::English;
use crate::guide::ContactKind;
use crate::i18n::desk::Words;

impl Words for English {
    fn open(&self) -> &'static str {
        "open"
    }

    fn available(&self) -> &'static str {
        "available"
    }

    fn out_of_hours(&self) -> &'static str {
        "closed"
    }

    fn unknown(&self) -> &'static str {
        "see their site"
    }

    fn not_offered(&self) -> &'static str {
        "not offered"
    }

    fn only(&self, languages: &[Cow<'static, str>]) -> String {
        format!("{} only", languages.join(", "))
    }

    fn with_language(&self, language: &str, hours: &str, _: bool) -> String {
        format!("{language} {hours}")
    }

    fn always(&self) -> &'static str {
        "24 h"
    }

    fn never_open(&self) -> &'static str {
        "closed"
    }

    fn in_principle(&self) -> &'static str {
        "in principle"
    }

    fn remark(&self, text: &str, remark: &str) -> String {
        format!("{text} ({remark})")
    }

    fn hours_then_span(&self, hours: &str, span: &str) -> String {
        format!("{hours}, {span}")
    }

    fn own_clock(&self, zone: Option<&str>) -> String {
        zone.map_or_else(
            || "your clock".to_owned(),
            |zone| format!("your clock, {zone}"),
        )
    }

    fn no_desks(&self) -> &'static str {
        "This guide names no desks."
    }

    fn clock_warning(&self, year: i32, as_of: Option<NaiveDate>) -> String {
        let facts = as_of.map(|day| format!(", and the guide's facts are as of {day}"));
        format!(
            "The year shown is {year}{}; this machine's clock may be wrong.",
            facts.unwrap_or_default()
        )
    }

    fn hours_are_told(&self, first: i32, last: i32) -> String {
        format!("Opening hours can be told for the years {first} to {last} only.")
    }

    fn contact_kind(&self, kind: ContactKind) -> &'static str {
        match kind {
            ContactKind::Phone => "Phone number",
            ContactKind::App => "App",
            ContactKind::Web => "Web",
            ContactKind::Place => "Where to look",
        }
    }

    fn taken_in(&self, language: &str, hours: &str) -> String {
        format!("Contacts are taken in {language}: {hours}.")
    }

    fn only_until(&self, language: &str, own: &str) -> String {
        format!("Contacts are taken in {language} only; {own}.")
    }

    fn taken_only_in(&self, language: &str, hours: &str) -> String {
        format!("Contacts are taken in {language} only: {hours}.")
    }

    fn self_service(&self, hours: &str) -> String {
        format!("No agent can be reached now; here you can look things up yourself: {hours}.")
    }

    fn no_desk(&self) -> &'static str {
        "No desk can be reached now."
    }

    fn next_desk(&self, desk: &str, hours: &str) -> String {
        format!("No desk can be reached now. {desk}: {hours}.")
    }
}
