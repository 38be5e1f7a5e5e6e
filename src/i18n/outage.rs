//! What is said while the browser of a kiosk does not run.

use super::desk::language_name;
use crate::hours::Hours;
use crate::language::Language;

/// Texts for the supervisor's screen.
#[derive(Debug)]
pub struct Texts {
    /// While it starts again.
    pub moment: &'static str,
    pub out_of_service: &'static str,
    /// It does so every 30 seconds.
    pub tries_again: &'static str,
}

const JA: Texts = Texts {
    moment: "しばらくお待ちください。",
    out_of_service: "ただいま、この端末はご利用いただけません。お急ぎの方はお電話ください。",
    tries_again: "この端末は30秒ごとに再開を試みています。",
};

const EN: Texts = Texts {
    moment: "One moment, please.",
    out_of_service: "This terminal is out of service at the moment. If it is urgent, please call.",
    tries_again: "The terminal tries to start again every 30 seconds.",
};

pub const fn texts(reader: Language) -> &'static Texts {
    match reader {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// Hours of every language that hold on any day: `日本語 Mo-Fr 09:00-17:00、英語 24時間`.
pub fn hours(hours: &[(Language, Hours)], reader: Language) -> String {
    let each = hours.iter().map(|(language, hours)| {
        let always = match reader {
            Language::Ja => "24時間",
            Language::En => "24 h",
        };
        let when = if hours.is_always() {
            always
        } else {
            hours.expression()
        };
        format!("{} {when}", language_name(*language, reader))
    });
    let separator = match reader {
        Language::Ja => "、",
        Language::En => ", ",
    };
    each.collect::<Vec<_>>().join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_every_language() {
        let hours = |text| Hours::parse(text).unwrap();
        let each = [
            (Language::Ja, hours("Mo-Fr 09:00-17:00")),
            (Language::En, hours("24/7")),
        ];
        let check = |reader, expected| assert_eq!(super::hours(&each, reader), expected);
        check(Language::Ja, "日本語 Mo-Fr 09:00-17:00、英語 24時間");
        check(Language::En, "Japanese Mo-Fr 09:00-17:00, English 24 h");
    }
}
