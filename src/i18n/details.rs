//! What is said of the guide itself.

use super::desk::language_name;
use crate::language::Language;

/// The fixed texts in one language.
#[derive(Debug)]
pub struct Texts {
    pub title: &'static str,
    /// Below the title in the list of topics.
    pub summary: &'static str,
    /// Whose guide it is: [`Texts::official`] or not.
    pub kind: &'static str,
    pub official: &'static str,
    pub unofficial: &'static str,
    pub as_of: &'static str,
    pub languages: &'static str,
    pub size: &'static str,
    pub source: &'static str,
    /// The guide is a part of the program.
    pub built_in: &'static str,
    /// It is a folder, of which nobody need know the name.
    pub folder: &'static str,
    pub licence: &'static str,
    /// Its author says nothing of a licence.
    pub no_licence: &'static str,
    pub program: &'static str,
}

static JA: Texts = Texts {
    title: "ガイドの情報",
    summary: "いつの内容か、どこから来たか",
    kind: "種類",
    official: "公式",
    unofficial: "非公式",
    as_of: "内容の時点",
    languages: "言語",
    size: "分量",
    source: "読み込み元",
    built_in: "このプログラムに内蔵",
    folder: "この端末のフォルダー",
    licence: "ライセンス",
    no_licence: "記載なし",
    program: "プログラム",
};

static EN: Texts = Texts {
    title: "Guide details",
    summary: "How old it is, and where it comes from",
    kind: "Kind",
    official: "official",
    unofficial: "unofficial",
    as_of: "Facts as of",
    languages: "Languages",
    size: "Length",
    source: "Read from",
    built_in: "this program, which contains it",
    folder: "a folder of this terminal",
    licence: "Licence",
    no_licence: "not stated",
    program: "Program",
};

/// The texts in a reader's language.
pub const fn texts(reader: Language) -> &'static Texts {
    match reader {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// How long ago something was, so many days and whole months: `今日`, `5日前`, `3 months ago`. Nothing for what is still to
/// come: then a clock is wrong.
pub fn age(days: i64, months: i32, reader: Language) -> String {
    let (count, ja, en) = match (days, months) {
        (..0, _) => return String::new(),
        (0, _) => return today(reader).to_owned(),
        (_, ..2) => (days, "日前", "day"),
        (_, 2..24) => (months.into(), "か月前", "month"),
        (_, 24..) => ((months / 12).into(), "年前", "year"),
    };
    match reader {
        Language::Ja => format!("{count}{ja}"),
        Language::En => format!("{count} {en}{} ago", if count == 1 { "" } else { "s" }),
    }
}

const fn today(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "今日",
        Language::En => "today",
    }
}

/// Languages by their names: `日本語、英語`.
pub fn languages(languages: &[Language], reader: Language) -> String {
    let names: Vec<&str> = languages
        .iter()
        .map(|&language| language_name(language, reader))
        .collect();
    match reader {
        Language::Ja => names.join("、"),
        Language::En => names.join(", "),
    }
}

/// How much there is to read: `8 articles, 38 sections`.
pub fn size(articles: usize, sections: usize, reader: Language) -> String {
    let s = |count: usize| if count == 1 { "" } else { "s" };
    match reader {
        Language::Ja => format!("記事{articles}、節{sections}"),
        Language::En => format!(
            "{articles} article{}, {sections} section{}",
            s(articles),
            s(sections)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_is_told_in_the_unit_that_suits_it() {
        let check = |days, months, ja, en| {
            assert_eq!(age(days, months, Language::Ja), ja);
            assert_eq!(age(days, months, Language::En), en);
        };
        check(-1, -1, "", "");
        check(0, 0, "今日", "today");
        check(1, 0, "1日前", "1 day ago");
        check(45, 1, "45日前", "45 days ago");
        check(61, 2, "2か月前", "2 months ago");
        check(700, 23, "23か月前", "23 months ago");
        check(1100, 36, "3年前", "3 years ago");
    }
}
