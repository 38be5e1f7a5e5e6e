//! Who can be reached at an instant, and how it is said. The guide is made by hand, with the desks of the built-in one:
//! what is tested here is time and wording, not loading.

mod advice;
mod hours;
mod report;
mod short;
mod status;
mod summary;
mod week;
mod wording;
mod zones;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use madoguchi::guide::{Availability, Contact, ContactKind, Desk, Guide, SectionRef};
use madoguchi::hours::Hours;
use madoguchi::language::{Language, Localized};

/// The language a reader is tested with.
pub const JA: Language = Language::JA;
pub const EN: Language = Language::EN;

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("tests write RFC 3339")
}

pub fn both<T>(ja: T, en: T) -> Localized<T> {
    Localized::new([(JA, ja), (EN, en)]).expect("two languages are not none")
}

fn words(ja: &str, en: &str) -> Localized<String> {
    both(ja.to_owned(), en.to_owned())
}

/// A desk where people answer, with hours in Japanese and in English (empty: not in that language).
pub fn staffed(id: &str, name: (&str, &str), ja: &str, en: &str) -> Desk {
    let hours = [(JA, ja), (EN, en)]
        .into_iter()
        .filter(|(_, hours)| !hours.is_empty())
        .map(|(language, hours)| {
            (
                language,
                Hours::parse(hours).expect("tests write good hours"),
            )
        });
    desk(id, name, Availability::Hours(hours.collect()))
}

pub fn desk(id: &str, name: (&str, &str), availability: Availability) -> Desk {
    Desk {
        id: id.to_owned(),
        name: words(name.0, name.1),
        section: Some(SectionRef {
            article: 0,
            section: 0,
        }),
        contacts: Vec::new(),
        availability,
        self_service: false,
        note: None,
    }
}

fn contact(kind: ContactKind, ja: &str, en: &str) -> Contact {
    Contact {
        kind,
        value: words(ja, en),
    }
}

pub fn guide(desks: Vec<Desk>, timezone: Tz) -> Guide {
    Guide {
        id: "test".to_owned(),
        title: words("案内", "Guide"),
        languages: vec![JA, EN],
        timezone,
        as_of: NaiveDate::from_ymd_opt(2026, 11, 1),
        official_numbers: vec!["0120-996-012".to_owned()],
        not_numbers: Vec::new(),
        official_domains: Vec::new(),
        fraud_sections: Vec::new(),
        never_tell: None,
        urgent: None,
        samples: None,
        provenance: madoguchi::guide::Provenance {
            official: Some(false),
            ..Default::default()
        },
        articles: Vec::new(),
        groups: Vec::new(),
        links: madoguchi::guide::Links::default().into(),
        checklists: Vec::new(),
        desks,
        glossary: Vec::new().into(),
        questionnaire: None,
        digest: String::new(),
    }
}

/// The desks of the built-in guide.
pub fn built_in() -> Guide {
    let daytime = "Mo-Su 09:00-21:00";
    let phone = Desk {
        contacts: vec![
            contact(ContactKind::Phone, "0120-996-012", "0120-996-012"),
            contact(
                ContactKind::App,
                "アプリの「ヘルプ」から「電話する」",
                "「ヘルプ」 (Help) in the app, then 「電話する」 (Call)",
            ),
        ],
        ..staffed("phone", ("電話", "Phone"), daytime, "24/7")
    };
    let chat = Desk {
        contacts: vec![contact(
            ContactKind::Web,
            "公式サイトの「ヘルプ」",
            "「ヘルプ」 (Help) on the official site",
        )],
        ..staffed("chat", ("ライブチャット", "Live chat"), daytime, "24/7")
    };
    let help = Desk {
        self_service: true,
        ..staffed(
            "help-center",
            ("ヘルプセンター", "Help centre"),
            "24/7",
            "24/7",
        )
    };
    let partner = Desk {
        contacts: vec![contact(
            ContactKind::Place,
            "パートナーの公式サイト",
            "The partner's official site",
        )],
        ..desk(
            "partner",
            (
                "パートナーのカスタマーセンター",
                "Partner's customer centre",
            ),
            Availability::Unknown,
        )
    };
    let email = desk("email", ("メール", "Email"), Availability::NotOffered);
    guide(vec![phone, chat, help, partner, email], Tz::Asia__Tokyo)
}
