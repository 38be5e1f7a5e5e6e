use super::English;
use crate::i18n::board::Words;

impl Words for English {
    fn today(&self) -> &'static str {
        "Today"
    }

    fn days(&self, first: &str, last: &str) -> String {
        format!("{first}–{last}")
    }

    fn day(&self, day: u32, weekday: &str) -> String {
        format!("{weekday} {day}")
    }

    fn open_on(&self, day: &str, times: &str) -> String {
        format!("{day}, {times}")
    }

    fn open_from_to(&self, first: &str, last: &str, times: &str) -> String {
        format!("{first} to {last}, {times}")
    }

    fn times(&self, start: &str, end: &str) -> String {
        format!("{start} to {end}")
    }

    fn closed(&self) -> &'static str {
        "closed"
    }

    fn coming(&self, from: &str, days: usize) -> String {
        format!("{days} days from {from}")
    }

    fn coming_alike(&self, coming: &str) -> String {
        format!("{coming}: the same")
    }

    fn tick(&self, weekday: &str, time: &str) -> String {
        format!("{weekday} {time}")
    }

    fn have_ready(&self) -> &'static str {
        "Have ready: "
    }

    fn and(&self) -> &'static str {
        ", "
    }

    fn show_qr(&self) -> &'static str {
        "Show QR code"
    }

    fn qr_code(&self) -> &'static str {
        "QR code"
    }

    fn scan(&self) -> &'static str {
        "Scan it with the camera of a smartphone"
    }

    fn qr_needs(&self, columns: u16, rows: u16) -> String {
        format!(
            "There is no room for the QR code. Please make the window {columns}×{rows} or larger."
        )
    }

    fn qr_too_long(&self) -> &'static str {
        "This contact is too long for a QR code."
    }

    fn hours_and_span(&self, hours: &str, span: &str) -> String {
        format!("{hours} · {span}")
    }

    fn more_desks(&self, more: usize, key: &str) -> String {
        format!("{more} more: {key}")
    }

    fn more_lists(&self, more: usize) -> String {
        if more == 1 {
            "1 more checklist".to_owned()
        } else {
            format!("{more} more checklists")
        }
    }

    fn every_day(&self, times: &str) -> String {
        format!("every day {times}")
    }

    fn hours_and_days(&self, hours: &str, days: &str) -> String {
        format!("{hours}, {days}")
    }

    fn sentences(&self, said: &[String]) -> String {
        let ended: Vec<String> = said
            .iter()
            .map(|text| format!("{}.", text.trim_end_matches('.')))
            .collect();
        ended.join(" ")
    }

    fn said_of(&self, said: &str) -> String {
        format!(": {said}")
    }

    fn aside(&self) -> &'static str {
        "Desk and checklist"
    }

    fn otherwise(&self) -> &'static str {
        "For anything else"
    }
}
