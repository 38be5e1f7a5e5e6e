//! The texts of the line dialogue. Short: whoever hears them hears all of them.

use chrono::DateTime;
use chrono_tz::Tz;

use super::{desk, summary, time};
use crate::language::Language;

/// The fixed texts of the dialogue in one language.
#[derive(Debug)]
pub struct Texts {
    /// What to do, at the beginning.
    pub how: &'static str,
    /// The same in short, when an empty line came.
    pub hint: &'static str,
    /// Said first where nobody asked for the dialogue.
    pub chosen_for_you: &'static str,
    pub commands: &'static str,
    pub numbers: &'static str,
    /// Behind the list of commands.
    pub more: &'static str,
    pub at_the_beginning: &'static str,
    pub nothing_ahead: &'static str,
    pub no_more_entries: &'static str,
    pub no_section: &'static str,
    pub nothing_suggested: &'static str,
    pub no_numbers: &'static str,
    pub one_language: &'static str,
    pub same_language: &'static str,
    pub no_question: &'static str,
    pub ticked: &'static str,
    pub unticked: &'static str,
    pub building: &'static str,
    pub explained: Explained,
}

/// What can be typed, for the help: what each does.
#[derive(Debug)]
pub struct Explained {
    pub next: &'static str,
    pub previous: &'static str,
    pub back: &'static str,
    pub forward: &'static str,
    pub list: &'static str,
    pub repeat: &'static str,
    pub topics: &'static str,
    pub desks: &'static str,
    pub advice: &'static str,
    pub skip: &'static str,
    pub cards: &'static str,
    pub check: &'static str,
    pub accept: &'static str,
    pub language: &'static str,
    pub help: &'static str,
    pub quit: &'static str,
}

static JA: Texts = Texts {
    how: "調べたいことを入力して Enter を押してください。d で窓口、t でトピック、a で窓口選びの質問、? で説明、q で終了です。",
    hint: "調べたい言葉か番号を入力してください。? で説明です。",
    chosen_for_you: "この端末では画面を描けないため、一行ずつの対話で始めます（--plain と同じ）。",
    commands: "使える言葉",
    numbers: "1, 2 など: その番号のものを開く、印を付ける、答える",
    more: "ほかはすべて検索します。/ で始めると、番号や上の言葉も検索できます。電話番号やアドレスは、このガイドにあるかどうかも調べます。",
    at_the_beginning: "これより前はありません。",
    nothing_ahead: "戻る前のページはありません。",
    no_more_entries: "これで全部です。",
    no_section: "続きの節はありません。",
    nothing_suggested: "ほかの候補はありません。",
    no_numbers: "ここには番号で選べるものがありません。",
    one_language: "このガイドはその言語では書かれていません。",
    same_language: "もう日本語になっています。",
    no_question: "今は質問の途中ではありません。",
    ticked: "済",
    unticked: "未",
    building: "索引を作成しています。前の索引で検索できます。",
    explained: Explained {
        next: "次の節、結果の続き",
        previous: "前の節、前の結果",
        back: "一つ戻る",
        forward: "戻る前のページへ",
        list: "一覧（検索結果・トピック）へ",
        repeat: "今のところをもう一度",
        topics: "最初の一覧",
        desks: "窓口と受付時間",
        advice: "質問に答えて窓口を選ぶ",
        skip: "質問をとばす（0 でも）",
        cards: "用意するもののリスト（もう一度で全部）",
        check: "載っている電話番号とアドレス",
        accept: "「もしかして」の言葉で検索",
        language: "日本語と英語を切り替える",
        help: "この説明",
        quit: "終わる",
    },
};

static EN: Texts = Texts {
    how: "Type what you are looking for and press Enter. d: desks, t: topics, a: which desk to use, ?: help, q: quit.",
    hint: "Type a word to look for, or a number. ? for help.",
    chosen_for_you: "This terminal cannot show a full screen, so this is the dialogue in lines, as with --plain.",
    commands: "What you can type",
    numbers: "1, 2 and so on: open, tick or answer what has that number",
    more: "Everything else is searched for. Begin with / to search for a number or one of these words. Telephone numbers and addresses are also compared with the guide's.",
    at_the_beginning: "This is the beginning.",
    nothing_ahead: "There is nothing to go forward to.",
    no_more_entries: "These are all.",
    no_section: "There is no section that way.",
    nothing_suggested: "There is no other spelling to try.",
    no_numbers: "There is nothing to choose by a number here.",
    one_language: "The guide is not written in that language.",
    same_language: "This is English already.",
    no_question: "There is no question to skip.",
    ticked: "done",
    unticked: "not done",
    building: "The index is being built. Until then the previous one answers.",
    explained: Explained {
        next: "next section, more results",
        previous: "previous section, results before",
        back: "one step back",
        forward: "forward again",
        list: "the list again (results or topics)",
        repeat: "say this again",
        topics: "the first list",
        desks: "the desks and their hours",
        advice: "which desk to use, by questions",
        skip: "skip a question (also 0)",
        cards: "checklists (again: all of them)",
        check: "the numbers and addresses that the guide lists",
        accept: "search for the suggested spelling",
        language: "switch between Japanese and English",
        help: "this list",
        quit: "the end",
    },
};

/// The texts in a reader's language.
pub const fn texts(reader: Language) -> &'static Texts {
    match reader {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// `6件目から10件目`, `Results 6 to 10`.
pub fn stretch(first: usize, last: usize, reader: Language) -> String {
    match reader {
        Language::Ja => format!("{first}件目から{last}件目"),
        Language::En => format!("Results {first} to {last}"),
    }
}

/// How to see more of a list.
pub fn more_entries(left: usize, reader: Language) -> String {
    match reader {
        Language::Ja => format!("n で続き（あと{left}件）"),
        Language::En => format!("n: {left} more"),
    }
}

/// Which section comes next.
pub fn next_section(title: &str, reader: Language) -> String {
    match reader {
        Language::Ja => format!("n で次の節「{title}」"),
        Language::En => format!("n: next section, {title}"),
    }
}

/// There is no such number in the list.
pub fn out_of_range(count: usize, reader: Language) -> String {
    match (count, reader) {
        (1, Language::Ja) => "番号は 1 だけです。".to_owned(),
        (1, Language::En) => "The only number is 1.".to_owned(),
        (_, Language::Ja) => format!("番号は 1 から {count} までです。"),
        (_, Language::En) => format!("The numbers are 1 to {count}."),
    }
}

/// A desk or several of which the same is to be said, in words alone: `電話・ライブチャット：英語のみ、日本語は明日 9:00 から`.
pub fn desks(entry: &summary::Entry, reader: Language) -> String {
    let parts: Vec<&str> = entry.parts.iter().map(|part| part.text.as_str()).collect();
    match reader {
        Language::Ja => format!("{}：{}", entry.names, parts.join("、")),
        Language::En => format!("{}: {}", entry.names, parts.join(", ")),
    }
}

/// Before the desks whose state is another than before. `now` is in the guide's zone.
pub fn changed(now: DateTime<Tz>, reader: Language) -> String {
    let at = time::time_of_day(now);
    match reader {
        Language::Ja => format!("{at}になり、受付が変わりました。"),
        Language::En => format!("It is {at}, and who can be reached has changed."),
    }
}

/// A section and its article, the more telling one first.
pub fn section_of(section: &str, article: &str, reader: Language) -> String {
    desk::remark(section, article, reader)
}

/// Why something was found, in words alone: an arrow is not read out. `why` is what [`super::search::why`] says.
pub fn why(why: &str, reader: Language) -> String {
    match (why.split_once(" → "), reader) {
        (Some((typed, found)), Language::Ja) => format!("「{typed}」を「{found}」として検索"),
        (Some((typed, found)), Language::En) => format!("found as {found}, for {typed}"),
        (None, Language::Ja) => format!("「{why}」として検索"),
        (None, Language::En) => format!("found as {why}"),
    }
}
