//! The texts of the screen.

use crate::guide::Guide;
use crate::guide::markdown::AlertKind;
use crate::language::Language;
use crate::search::Hit;

/// The fixed texts of the screen in one language.
#[derive(Debug)]
pub struct Texts {
    /// In the empty search field.
    pub placeholder: &'static str,
    pub topics: &'static str,
    pub desks: &'static str,
    /// Below [`Texts::desks`] in the list of topics.
    pub desks_summary: &'static str,
    /// The questions that lead to a desk.
    pub advice: &'static str,
    /// Below [`Texts::advice`] in the list of topics.
    pub advice_summary: &'static str,
    pub loading: &'static str,
    pub searching: &'static str,
    pub nothing_found: &'static str,
    /// What to try when nothing was found and nothing can be suggested.
    pub nothing_found_hint: &'static str,
    /// Above sections that are no answer, but nearest to the query.
    pub nearest: &'static str,
    pub too_small: &'static str,
    pub quit_again: &'static str,
    pub broken_link: &'static str,
    pub help: &'static str,
    pub keys_everywhere: &'static str,
    pub keys_searching: &'static str,
    pub keys_reading: &'static str,
    /// While a text to find is typed.
    pub keys_finding: &'static str,
    /// While any text is typed.
    pub keys_typing: &'static str,
    pub about: &'static str,
    pub unofficial: &'static str,
    /// Before the date of the guide's facts.
    pub as_of: &'static str,
    pub official_numbers: &'static str,
}

static JA: Texts = Texts {
    placeholder: "何にお困りですか（? でヘルプ）",
    topics: "トピック",
    desks: "いま連絡できる窓口",
    desks_summary: "だれに、どの言語で、いつまで",
    advice: "どの窓口がいいか調べる",
    advice_summary: "Enter で始め、数字のキーで答える",
    loading: "準備しています…",
    searching: "検索しています…",
    nothing_found: "見つかりませんでした",
    nothing_found_hint: "短い言葉や、別の言い方でお試しください。",
    nearest: "近い内容",
    too_small: "画面が小さすぎます",
    quit_again: "もう一度 Ctrl-C を押すと終了します",
    broken_link: "リンク先が見つかりません",
    help: "ヘルプ",
    keys_everywhere: "いつでも",
    keys_searching: "検索しているとき",
    keys_reading: "読んでいるとき",
    keys_finding: "ページの中の言葉を探しているとき",
    keys_typing: "文字を入力しているとき",
    about: "このガイドについて",
    unofficial: "このガイドは非公式です。電話番号は、公式のアプリまたはサイトに表示される番号と見比べてください。",
    as_of: "内容の時点",
    official_numbers: "公式の電話番号",
};

static EN: Texts = Texts {
    placeholder: "What is the matter? (? for help)",
    topics: "Topics",
    desks: "Who you can reach now",
    desks_summary: "Whom, in which language, until when",
    advice: "Which desk should I use?",
    advice_summary: "Enter starts, one key answers",
    loading: "Getting ready…",
    searching: "Searching…",
    nothing_found: "Nothing found",
    nothing_found_hint: "Try a shorter or a different word.",
    nearest: "Closest to it",
    too_small: "The screen is too small",
    quit_again: "Press Ctrl-C again to quit",
    broken_link: "The link leads nowhere",
    help: "Help",
    keys_everywhere: "Always",
    keys_searching: "While searching",
    keys_reading: "While reading",
    keys_finding: "While finding a text in a page",
    keys_typing: "While typing",
    about: "About this guide",
    unofficial: "This guide is unofficial. Compare the telephone number with the one shown in the official app or site.",
    as_of: "Facts as of",
    official_numbers: "Official numbers",
};

/// The texts in a reader's language.
pub const fn texts(reader: Language) -> &'static Texts {
    match reader {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// The label of a kind of alert.
pub const fn alert(reader: Language, kind: AlertKind) -> &'static str {
    match (reader, kind) {
        (Language::Ja, AlertKind::Note) => "メモ",
        (Language::Ja, AlertKind::Tip) => "ヒント",
        (Language::Ja, AlertKind::Important) => "重要",
        (Language::Ja, AlertKind::Warning) => "ご注意",
        (Language::Ja, AlertKind::Caution) => "警告",
        (Language::En, AlertKind::Note) => "Note",
        (Language::En, AlertKind::Tip) => "Tip",
        (Language::En, AlertKind::Important) => "Important",
        (Language::En, AlertKind::Warning) => "Warning",
        (Language::En, AlertKind::Caution) => "Caution",
    }
}

/// Says that a text is not in the reader's language.
pub const fn shown_in(reader: Language, shown: Language) -> &'static str {
    match (reader, shown) {
        (Language::Ja, Language::En) => "（英語のみ）",
        (Language::En, Language::Ja) => " (in Japanese only)",
        (Language::Ja, Language::Ja) | (Language::En, Language::En) => "",
    }
}

/// Says so where a hit is not in the reader's language: because there is no such text, or because it matched better.
pub fn hit_language(guide: &Guide, hit: &Hit, reader: Language) -> &'static str {
    let has_own = guide.section(hit.section).texts.exact(reader).is_some();
    match (reader, hit.language) {
        (Language::Ja, Language::En) if has_own => "（英語で一致）",
        (Language::En, Language::Ja) if has_own => " (found in Japanese)",
        (_, language) => shown_in(reader, language),
    }
}
