//! Lines of IPADIC, and which of them belong in the table as what.

use madoguchi::text::fold::{fold, to_hiragana};
use madoguchi::text::reading::table::Place;
use madoguchi::text::segment::Class;

/// Place names that cost this or more were in no text that IPADIC's costs come from: quarters and hamlets, which would
/// double the table.
const UNSEEN_PLACE: i32 = 8_600;

/// Nouns of two kana that cost this much or more are rarely written in kana.
const RARE_NOUN: i32 = 7_600;

/// Verbs and adjectives that say nothing by themselves; in kana they are function words.
const LIGHT: &[&str] = &[
    "する",
    "ある",
    "いる",
    "なる",
    "できる",
    "いう",
    "おる",
    "よる",
    "ない",
    "いい",
    "よい",
    "くる",
    "いく",
    "みる",
    "おく",
    "やる",
    "くれる",
    "もらう",
    "いただく",
    "くださる",
    "しまう",
    "ござる",
    "いたす",
    "おこなう",
    "つく",
    "とる",
    "かかる",
    "しれる",
];

/// Forms that modern texts do not have, or that are parts of contractions only.
const RARE_FORMS: &[&str] = &[
    "未然特殊",
    "体言接続特殊",
    "体言接続特殊２",
    "仮定縮約１",
    "仮定縮約２",
    "文語基本形",
    "連用ゴザイ接続",
    "未然ヌ接続",
    "命令ｙｏ",
];

/// The form of 入ろう. In kana it is taken for too much else.
const VOLITIONAL: &str = "未然ウ接続";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Content(Place),
    /// A particle, an auxiliary, or what is used like one.
    Glue,
    /// Another word in kana that nobody searches for.
    Function,
}

#[derive(Debug, Clone)]
pub struct Row {
    pub kind: Kind,
    pub surface: String,
    /// In hiragana.
    pub reading: String,
    pub cost: i32,
    /// The dictionary form, the class of inflection, and the form; `*` for what is not inflected.
    pub base: String,
    pub class: String,
    pub form: String,
}

impl Row {
    /// surface, left id, right id, cost, part of speech in four columns, class, form, base, reading, pronunciation.
    pub fn parse(line: &str) -> Option<Self> {
        let columns: [&str; 13] = line.split(',').collect::<Vec<_>>().try_into().ok()?;
        let [
            surface,
            _,
            _,
            cost,
            part @ ..,
            class,
            form,
            base,
            reading,
            _,
        ] = columns;
        let surface = fold(surface);
        let reading = to_hiragana(&fold(reading));
        let cost = cost.parse().ok()?;
        let unseen = part[2] == "地域" && part[3] != "国" && cost >= UNSEEN_PLACE;
        let is_rare = RARE_FORMS.contains(&form)
            || form == VOLITIONAL && !surface.chars().any(|c| Class::of(c) == Class::Han);
        let kind = if is_rare || unseen {
            None
        } else {
            kind([part[0], part[1], part[2]], &surface, base, form, cost)
        };
        Some(Self {
            kind: kind?,
            reading,
            cost,
            base: fold(base),
            class: class.to_owned(),
            form: form.to_owned(),
            surface,
        })
        .filter(|row| {
            !matches!(row.kind, Kind::Content(_)) || head(&row.surface, &row.reading).is_some()
        })
    }
}

fn kind(
    part_of_speech: [&str; 3],
    surface: &str,
    base: &str,
    form: &str,
    cost: i32,
) -> Option<Kind> {
    let classes: Vec<Class> = surface.chars().map(Class::of).collect();
    if !classes.iter().all(|class| class.is_cjk()) {
        return None;
    }
    if classes.contains(&Class::Han)
        || surface.starts_with(['ヶ', 'ヵ']) && part_of_speech[2] == "助数詞"
    {
        return place(part_of_speech).map(Kind::Content);
    }
    let pure = |class: Class| classes.iter().all(|c| *c == class);
    match part_of_speech {
        ["名詞", "固有名詞", _] | ["記号" | "その他", _, _] => None,
        // A run of katakana is a word without a table.
        _ if pure(Class::Katakana) => None,
        ["助詞" | "助動詞", _, _] | ["動詞" | "名詞", "非自立", _] => Some(Kind::Glue),
        ["動詞" | "形容詞", "自立", _] => Some(if LIGHT.contains(&base) {
            Kind::Glue
        } else if classes.len() >= 2 && form != "ガル接続" && base.chars().count() >= 3 {
            Kind::Content(Place::Word)
        } else {
            return None;
        }),
        ["名詞", "一般" | "サ変接続" | "形容動詞語幹", _] => match classes.len() {
            3.. => Some(Kind::Content(Place::Word)),
            2 if cost < RARE_NOUN => Some(Kind::Content(Place::Noun)),
            _ => None,
        },
        _ => Some(Kind::Function),
    }
}

/// Where a word with kanji stands; `None` for what is not in the table.
fn place(part_of_speech: [&str; 3]) -> Option<Place> {
    match part_of_speech {
        ["名詞", "固有名詞", "地域"] => Some(Place::Word),
        ["名詞", "固有名詞", _] => None,
        ["名詞", "接尾", "助数詞"] => Some(Place::Counter),
        ["名詞", "接尾", _] => Some(Place::Suffix),
        ["接頭詞", _, _] => Some(Place::Prefix),
        [
            "名詞" | "動詞" | "形容詞" | "副詞" | "接続詞" | "連体詞",
            _,
            _,
        ] => Some(Place::Word),
        _ => None,
    }
}

/// The reading of what is written up to the last kanji or katakana. `None` where the hiragana behind it is not read as
/// it is written, or the reading is not in kana.
pub fn head<'a>(surface: &str, reading: &'a str) -> Option<&'a str> {
    let tail = surface.trim_start_matches(|c| Class::of(c) != Class::Hiragana);
    let tail = tail
        .char_indices()
        .rev()
        .find(|(_, c)| Class::of(*c) != Class::Hiragana)
        .map_or(tail, |(at, c)| &tail[at + c.len_utf8()..]);
    let head = reading.strip_suffix(tail)?;
    let kana = reading.chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ー'));
    (kana && head.is_empty() == (tail.len() == surface.len())).then_some(head)
}
