//! The texts of finding one's way in what is read.

use crate::frame::layout::TWO_PAGES;
use crate::language::Language;

/// Before the text to find in a page, in full or short.
pub const fn find(full: bool, reader: Language) -> &'static str {
    match (full, reader) {
        (true, Language::Ja) => "ページ内を探す",
        (true, Language::En) => "Find in page",
        (false, Language::Ja) => "探す",
        (false, Language::En) => "Find",
    }
}

/// Which of the places that were found is shown, from 0, and how many there are: `3/12`.
pub fn found(at: Option<usize>, total: usize, reader: Language) -> String {
    match (at, reader) {
        (Some(at), _) if total > 0 => format!("{}/{total}", at + 1),
        (_, Language::Ja) => "見つかりません".to_owned(),
        (_, Language::En) => "not found".to_owned(),
    }
}

/// A text that was found, in quotation marks.
pub fn quoted(text: &str, reader: Language) -> String {
    match reader {
        Language::Ja => format!("「{text}」"),
        Language::En => format!("“{text}”"),
    }
}

/// Above an article's table of contents.
pub const fn contents(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "目次",
        Language::En => "Contents",
    }
}

/// Behind the section from which the table of contents was opened.
pub const fn you_are_here(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "（現在地）",
        Language::En => " (you are here)",
    }
}

/// Only articles have a table of contents.
pub const fn no_contents(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "目次は、記事を読んでいるときに開けます",
        Language::En => "Only articles have a table of contents",
    }
}

/// Above links to what is related to an article.
pub const fn see_also(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "関連する節",
        Language::En => "See also",
    }
}

/// A title with the language that the page below it is in, as that language calls itself.
pub fn in_language(language: Language, title: &str) -> String {
    match language {
        Language::Ja => format!("日本語｜{title}"),
        Language::En => format!("English | {title}"),
    }
}

/// What it takes to read two languages side by side.
pub const fn too_narrow(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "日本語と英語を並べて読むには、横幅が120文字以上の画面が必要です",
        Language::En => "Reading two languages side by side needs a screen of 120 columns",
    }
}

/// There is nothing to put beside.
pub const fn one_language(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "このガイドの言語は一つです",
        Language::En => "This guide has one language",
    }
}

const _: () = assert!(TWO_PAGES == 120, "`too_narrow` says the number");
