//! Which desk to turn to: the questions, and what is recommended after them, in words.

use chrono::DateTime;
use chrono_tz::Tz;

use super::desk::{hours_in_full, language_name, remark};
use super::time;
use crate::desk::DeskStatus;
use crate::desk::advice::{Opening, Reach, Recommendation};
use crate::guide::{Desk, Guide};
use crate::language::Language;

/// The fixed texts of the pages in one language.
#[derive(Debug)]
pub struct Texts {
    pub skip: &'static str,
    /// How to answer.
    pub keys: &'static str,
    /// Above what was said to the questions so far.
    pub given: &'static str,
    /// In the place of an answer.
    pub skipped: &'static str,
    /// Before the name of the desk.
    pub recommended: &'static str,
    /// Before the section on the desk itself.
    pub how: &'static str,
    /// Before the section to read.
    pub read: &'static str,
    /// Before the list of what to have ready.
    pub ready: &'static str,
    /// Before what can be done until a desk opens.
    pub until_then: &'static str,
    /// Before the section on what never to tell.
    pub never_tell: &'static str,
    pub others: &'static str,
    pub again: &'static str,
    /// Where a guide has no questions.
    pub no_questions: &'static str,
}

static JA: Texts = Texts {
    skip: "わからない・とばす",
    keys: "数字のキーで答えます。Esc で一つ前に戻ります。",
    given: "これまでの答え",
    skipped: "（とばしました）",
    recommended: "おすすめ：",
    how: "使い方",
    read: "読む",
    ready: "用意するもの",
    until_then: "それまで",
    never_tell: "教えない情報",
    others: "ほかの窓口",
    again: "最初からやり直す",
    no_questions: "このガイドには、窓口を選ぶための質問がありません。今の時間に連絡できる窓口をご案内します。",
};

static EN: Texts = Texts {
    skip: "Don't know, skip",
    keys: "Answer with a digit. Esc goes one question back.",
    given: "Your answers",
    skipped: "(skipped)",
    recommended: "Recommended: ",
    how: "How to",
    read: "Read",
    ready: "Have ready",
    until_then: "Until then",
    never_tell: "Never tell",
    others: "Other desks",
    again: "Start again",
    no_questions: "This guide has no questions to choose a desk by. Here is the desk that can be reached at this time.",
};

/// The texts in a reader's language.
pub const fn texts(reader: Language) -> &'static Texts {
    match reader {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// Where one is: `質問 2（多くて4問）`, `Question 2 (of 4 at most)`. `most` is how many there can be in all.
pub fn progress(number: usize, most: usize, reader: Language) -> String {
    match reader {
        Language::Ja if number == most => format!("質問 {number}（最後の質問）"),
        Language::En if number == most => format!("Question {number} (the last one)"),
        Language::Ja => format!("質問 {number}（多くて{most}問）"),
        Language::En => format!("Question {number} (of {most} at most)"),
    }
}

/// A desk, with the language where that tells something: `電話（英語）`, `Phone (Japanese)`, `ヘルプセンター`.
pub fn desk_name(desk: &Desk, language: Option<Language>, reader: Language) -> String {
    let name = desk.name.text(reader);
    match language.filter(|_| !desk.self_service) {
        Some(language) => remark(name, language_name(language, reader), reader),
        None => name.clone(),
    }
}

/// When the recommended desk can be reached, in a sentence. `now` is in the guide's zone.
pub fn when(
    recommendation: &Recommendation,
    statuses: &[DeskStatus],
    guide: &Guide,
    now: DateTime<Tz>,
    reader: Language,
) -> String {
    let desk = &guide.desks[recommendation.desk];
    let hours = |language| {
        let status = statuses.get(recommendation.desk);
        let spoken = status.and_then(|status| status.language(language));
        spoken.map(|l| hours_in_full(l, desk.self_service, now, reader))
    };
    match recommendation.reach {
        Reach::Now(language) => {
            let hours = hours(language).unwrap_or_default();
            open(desk, language, &hours, reader)
        }
        Reach::From(language, at) => {
            let hours = hours(language).unwrap_or_else(|| time::from(at, now, reader));
            let name = language_name(language, reader);
            match reader {
                Language::Ja => format!("いまは受付時間外です。{name}：{hours}。"),
                Language::En => format!("Closed now. {name}: {hours}."),
            }
        }
        Reach::Unknown => match (&desk.note, reader) {
            (Some(note), _) => note.text(reader).clone(),
            (None, Language::Ja) => "受付時間は、このガイドでは分かりません。".to_owned(),
            (None, Language::En) => "This guide does not know its hours.".to_owned(),
        },
        Reach::Never => match reader {
            Language::Ja => "いまは受け付けていません。".to_owned(),
            Language::En => "It cannot be reached now.".to_owned(),
        },
    }
}

fn open(desk: &Desk, language: Language, hours: &str, reader: Language) -> String {
    let name = language_name(language, reader);
    match (reader, desk.self_service) {
        (Language::Ja, true) => format!("いま利用できます：{hours}。"),
        (Language::En, true) => format!("Available now: {hours}."),
        (Language::Ja, false) => format!("いま{name}で受け付けています：{hours}。"),
        (Language::En, false) => format!("Contacts are taken in {name} now: {hours}."),
    }
}

/// When a better desk opens: `電話（日本語）は、明日 9:00 から受け付けます。`, `Phone (Japanese): from 9:00 tomorrow.` `now` is in the
/// guide's zone.
pub fn later(opening: Opening, guide: &Guide, now: DateTime<Tz>, reader: Language) -> String {
    let desk = &guide.desks[opening.desk];
    let name = desk_name(desk, Some(opening.language), reader);
    let from = time::from(opening.at, now, reader);
    match reader {
        Language::Ja => format!("{name}は、{from}受け付けます。"),
        Language::En => format!("{name}: {from}."),
    }
}
