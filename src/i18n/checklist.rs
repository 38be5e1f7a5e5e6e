//! What to have ready before calling.

use crate::language::Language;

/// The title of the list of all checklists.
pub const fn title(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "連絡する前の準備",
        Language::En => "Before you call",
    }
}

/// What that list is for.
pub const fn summary(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "手元に用意するものを、窓口ごとに確かめられます。",
        Language::En => "What to have at hand, desk by desk.",
    }
}

/// The link from a card to the text that it is from.
pub const fn whole_section(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "説明を読む",
        Language::En => "Read the section",
    }
}

/// Above what nobody should be told: `決して教えないでください`.
pub const fn never_tell(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "決して教えないでください",
        Language::En => "Never tell anyone",
    }
}

/// How many of the boxes are ticked.
pub fn ticked(done: usize, all: usize, reader: Language) -> String {
    match (reader, done == all) {
        (Language::Ja, true) => format!("{all}件すべて用意できました"),
        (Language::En, true) => format!("All {all} ready"),
        (Language::Ja, false) => format!("{all}件のうち{done}件を用意しました"),
        (Language::En, false) => format!("{done} of {all} ready"),
    }
}
