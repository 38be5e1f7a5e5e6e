//! The words of a text, and how they are read.

use std::ops::Range;

use super::letters::letters;
use super::pieces::{Piece, PieceKind, pieces};
use super::table::{Ending, Entry, Place, longest, push_reading};
use crate::text::segment::{Class, is_hiragana};

/// A word and how it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Where the word is in the text, in bytes.
    pub range: Range<usize>,
    /// How many bytes of it all forms of the word begin with: 乗っ取 of 乗っ取ら. All of a noun.
    pub written_stem: usize,
    /// In hiragana and `ー`; the few katakana without a hiragana, like ヷ, stay.
    pub kana: String,
    /// The canonical [`letters`] of `kana`.
    pub letters: String,
    /// How many of the letters all forms of the word begin with: 6 of `nottora`, as 乗っ取る is `nottoru`.
    pub stem: usize,
}

/// The Japanese words of a folded text that one may search for, by greedy longest match: words with kanji with their
/// okurigana (忘れ, but not た behind it), runs of katakana, and verbs, adjectives and longer nouns in hiragana. In the
/// order of the text, without overlap. Words of a compound come one by one; they touch.
///
/// ```
/// use madoguchi::text::reading::words;
/// let words: Vec<String> = words("電話番号を忘れた").map(|word| word.letters).collect();
/// assert_eq!(words, ["denwa", "bango", "wasure"]);
/// ```
pub fn words(folded: &str) -> impl Iterator<Item = Reading> {
    let words = pieces(folded).filter(is_word);
    words.map(|piece| reading(&[piece]))
}

/// Both [`words`] and [`of_surface`] of a text, which is cut once.
pub fn words_and_whole(folded: &str) -> (Vec<Reading>, Option<Reading>) {
    let pieces: Vec<Piece> = pieces(folded).collect();
    let words = pieces.iter().filter(|piece| is_word(piece));
    let words = words.map(|&piece| reading(&[piece])).collect();
    (words, whole(&pieces))
}

fn is_word(piece: &Piece<'_>) -> bool {
    match piece.kind {
        PieceKind::Word(_) | PieceKind::Twice(_) => true,
        // A single katakana is a label, or a letter of something else.
        PieceKind::Katakana => piece.text.chars().nth(1).is_some(),
        PieceKind::Kana | PieceKind::Unknown | PieceKind::Other => false,
    }
}

/// A part of a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Morpheme {
    /// In bytes.
    pub range: Range<usize>,
    pub kind: MorphemeKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MorphemeKind {
    /// A word with kanji and its okurigana, or a kanji that the table does not know.
    Kanji,
    /// A run of katakana.
    Katakana,
    /// A word in hiragana that says something.
    Hiragana,
    /// A particle, an auxiliary, a light verb, or hiragana that belong to no word.
    Function,
    /// What is not Japanese, up to what is.
    Other,
}

/// All parts of a folded text, in order; together they are the text.
///
/// ```
/// use madoguchi::text::reading::{MorphemeKind::*, morphemes};
/// let kinds: Vec<_> = morphemes("燃えるごみの日").map(|part| part.kind).collect();
/// assert_eq!(kinds, [Kanji, Hiragana, Function, Kanji]);
/// ```
pub fn morphemes(folded: &str) -> impl Iterator<Item = Morpheme> {
    let mut pieces = pieces(folded).peekable();
    std::iter::from_fn(move || {
        let first = pieces.next()?;
        let mut range = first.start..first.end();
        let kind = kind(&first);
        while kind == MorphemeKind::Other
            && let Some(next) = pieces.next_if(|next| next.kind == PieceKind::Other)
        {
            range.end = next.end();
        }
        Some(Morpheme { range, kind })
    })
}

/// Whether a folded text is a word of the table, as a whole.
pub fn is_known(folded: &str) -> bool {
    longest(Place::Word, folded).is_some_and(|(length, _)| length == folded.len())
}

/// How many bytes a noun in hiragana takes at the end of a word with kanji, behind another word: that of ごみ in 粗大ごみ,
/// none in 忘れ and 問い合わせ. All of it is read as the two are: 止まり is no 止 with a まり, as a verb has its kanji to itself.
pub fn noun_behind(word: &str) -> usize {
    let head = word.trim_end_matches(|c| Class::of(c) == Class::Hiragana);
    let tail = &word[head.len()..];
    let whole = |place, text: &str| {
        longest(place, text)
            .filter(|(length, _)| *length == text.len())
            .map(|(_, entry)| entry)
    };
    let head_read = |text: &str| match whole(Place::Word, text)? {
        Entry::Head(offset, _) => {
            let mut kana = String::new();
            push_reading(offset, &mut kana);
            Some(kana)
        }
        Entry::Function | Entry::Kana(_) => None,
    };
    let is_noun = |place| whole(place, tail) == Some(Entry::Kana(Ending::default()));
    let is_behind = (is_noun(Place::Noun) || is_noun(Place::Word))
        && head_read(head).is_some_and(|read| head_read(word) == Some(read));
    if is_behind { tail.len() } else { 0 }
}

fn kind(piece: &Piece<'_>) -> MorphemeKind {
    match piece.kind {
        PieceKind::Word(_) if is_hiragana(piece.text) => MorphemeKind::Hiragana,
        PieceKind::Word(_) | PieceKind::Twice(_) | PieceKind::Unknown => MorphemeKind::Kanji,
        PieceKind::Katakana => MorphemeKind::Katakana,
        PieceKind::Kana => MorphemeKind::Function,
        PieceKind::Other => MorphemeKind::Other,
    }
}

/// How one given word is read, or several that are written as one (電話番号, お問い合わせ). Expects folded text. What varies
/// is what varies of its last word; what is not Japanese stays in the reading as it is. `None` for an empty word and
/// where a kanji is unknown.
///
/// ```
/// use madoguchi::text::reading::of_surface;
/// assert_eq!(of_surface("電話番号").unwrap().kana, "でんわばんごう");
/// ```
pub fn of_surface(folded: &str) -> Option<Reading> {
    whole(&pieces(folded).collect::<Vec<Piece>>())
}

/// The reading of a word that these pieces are, if they are known.
fn whole(pieces: &[Piece]) -> Option<Reading> {
    let known = pieces.iter().all(|piece| piece.kind != PieceKind::Unknown);
    (known && !pieces.is_empty()).then(|| reading(pieces))
}

/// Few readings are longer, in bytes.
const USUAL: usize = 24;

/// The reading of pieces that follow each other.
fn reading(pieces: &[Piece]) -> Reading {
    let start = pieces.first().map_or(0, |first| first.start);
    let end = pieces.last().map_or(0, Piece::end);
    let (mut kana, mut last, mut last_kana) = (String::with_capacity(USUAL), None, 0);
    for piece in pieces {
        piece.push_kana(&mut kana);
        // Hiragana behind the last word varies like that word's end.
        if piece.kind != PieceKind::Kana {
            (last, last_kana) = (Some(piece), kana.len());
        }
    }
    let all = letters(&kana);
    let (written_stem, stem) = last.map_or((end - start, all.len()), |last| {
        let common = if last_kana == kana.len() {
            all.len()
        } else {
            letters(&kana[..last_kana]).len()
        };
        let ending = last.ending();
        let varies = last
            .text
            .chars()
            .rev()
            .take(ending.chars.into())
            .map(char::len_utf8)
            .sum::<usize>();
        (
            last.end() - start - varies,
            common.saturating_sub(ending.letters.into()),
        )
    });
    Reading {
        range: start..end,
        written_stem,
        letters: all,
        kana,
        stem,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fold::fold;
    use crate::text::reading::romaji;

    #[test]
    fn words_of_a_help_desk() {
        let check = |written: &str, kana: &str| {
            let reading = of_surface(&fold(written)).map(|reading| reading.kana);
            assert_eq!(reading.as_deref(), Some(kana), "{written}");
        };
        check("解約", "かいやく");
        check("退会", "たいかい");
        check("請求", "せいきゅう");
        check("電話番号", "でんわばんごう");
        check("問い合わせ", "といあわせ");
        check("問合せ", "といあわせ");
        check("お問い合わせ", "おといあわせ");
        check("乗っ取られた", "のっとられた");
        check("忘れた", "わすれた");
        check("繋がらない", "つながらない");
        check("受付時間", "うけつけじかん");
        check("支払い", "しはらい");
        check("引き落とし", "ひきおとし");
        check("暗証番号", "あんしょうばんごう");
        check("二段階認証", "にだんかいにんしょう");
        check("画質", "がしつ");
        check("字幕", "じまく");
        check("視聴", "しちょう");
        check("日本", "にほん");
        check("日本語", "にほんご");
        check("英語", "えいご");
        check("窓口", "まどぐち");
        check("契約", "けいやく");
        check("料金", "りょうきん");
        check("明細", "めいさい");
        check("詐欺", "さぎ");
        check("偽物", "にせもの");
        check("怪しい", "あやしい");
        check("遠隔操作", "えんかくそうさ");
        check("本人確認", "ほんにんかくにん");
        check("今日", "きょう");
        check("明日", "あした");
        check("身に覚えのない", "みにおぼえのない");
        check("勝手に", "かってに");
        check("東京都千代田区", "とうきょうとちよだく");
        check("クレジットカード払い", "くれじっとかーどはらい");
        check("ｻﾎﾟｰﾄ", "さぽーと");
    }

    /// The parts of a text that are words.
    fn parts(text: &str) -> Vec<&str> {
        let parts = morphemes(text).filter(|part| part.kind != MorphemeKind::Function);
        parts.map(|part| &text[part.range]).collect()
    }

    #[test]
    fn words_end_where_particles_begin() {
        let check = |text: &str, expected: &[&str]| assert_eq!(parts(text), expected, "{text}");
        check("扶養に入ろうかと", &["扶養", "入ろ"]);
        check("国を守ろうとした", &["国", "守ろ"]);
        // が解 is 瓦解, また上 is 股上.
        check("危機が解消された", &["危機", "解消"]);
        check("問題が解決した", &["問題", "解決"]);
        check("また上げて", &["上げ"]);
        check("お金", &["お金"]);
        check("その他の模型", &["その他", "模型"]);
        // Neither of 省く nor of 勝つ.
        check("産業省から会社", &["産業", "省", "会社"]);
        check("省かない", &["省か"]);
        check("勝との話", &["勝", "話"]);
        check("何と言えば", &["何と", "言え"]);
        check("何か月かかる", &["何", "か月"]);
        check("3か月", &["3", "か月"]);
        check("障がい者手帳", &["障がい", "者", "手帳"]);
        check("年より早く", &["年", "早く"]);
    }

    #[test]
    fn kanji_are_read_as_their_place_demands() {
        let check = |written: &str, kana: &str| {
            assert_eq!(
                of_surface(written).map(|r| r.kana).as_deref(),
                Some(kana),
                "{written}"
            );
        };
        check("担当者", "たんとうしゃ");
        check("者", "もの");
        check("入会金", "にゅうかいきん");
        check("新機能", "しんきのう");
        check("課金", "かきん");
        // An invented word.
        check("鍵音", "けんおん");
        check("3日", "3にち");
        check("3ヶ月", "3かげつ");
        check("障がい", "しょうがい");
        check("一ヶ月", "いちかげつ");
        check("時々", "ときどき");
        check("窓々", "まどまど");
        check("smsで認証", "smsでにんしょう");
    }

    #[test]
    fn unknown_kanji_have_no_reading() {
        assert_eq!(of_surface(""), None);
        assert_eq!(of_surface("解約\u{3400}"), None);
        let known: Vec<Reading> = words("解約\u{3400}窓口").collect();
        assert_eq!(known.len(), 2);
    }

    /// What of a word is common to its forms, then the whole, written and in letters.
    fn stems(text: &str) -> Vec<String> {
        words(text)
            .map(|word| {
                let written = &text[word.range.clone()];
                let (stem, end) = written.split_at(word.written_stem);
                let (letters, more) = word.letters.split_at(word.stem);
                format!("{stem}|{end} {letters}|{more}")
            })
            .collect()
    }

    #[test]
    fn words_have_stems() {
        let check = |text: &str, expected: &[&str]| assert_eq!(stems(text), expected, "{text}");
        check("", &[]);
        check("bbiq 0120-996-012。", &[]);
        check("乗っ取られた", &["乗っ取|ら nottor|a"]);
        check("乗っ取る", &["乗っ取|る nottor|u"]);
        check(
            "パスワードを忘れました",
            &["パスワード| pasuwado|", "忘れ| wasure|"],
        );
        check("忘れる", &["忘れ|る wasure|ru"]);
        check("伝えて", &["伝え| tutae|"]);
        check("怪しくない", &["怪し|く ayasi|ku"]);
        check("高かった", &["高|かっ taka|ka"]);
        check("支払いを", &["支払|い sihara|i"]);
        check("会った、思う", &["会|っ a|", "思|う omo|"]);
        check("電話番号", &["電話| denwa|", "番号| bango|"]);
        check("身に覚えのない", &["身| mi|", "覚え| oboe|"]);
        check("カード払い", &["カード| kado|", "払|い hara|i"]);
    }

    #[test]
    fn hiragana_words_are_found_among_function_words() {
        let check = |text: &str, expected: &[&str]| assert_eq!(stems(text), expected, "{text}");
        check(
            "ネットにつながらないのですが",
            &["ネット| netto|", "つなが|ら tunagar|a"],
        );
        check("だまされたかもしれません", &["だま|さ damas|a"]);
        check(
            "おかしいのでやめたいです",
            &["おかし|い okasi|", "やめ| yame|"],
        );
        check("これはどういうことですか", &[]);
        check("していただけますでしょうか", &[]);
        check("こちらのほうがいいです", &[]);
    }

    #[test]
    fn what_is_typed_meets_what_is_written() {
        for (typed, written) in [
            ("nottorareta", "乗っ取られた"),
            ("kaiyaku", "解約"),
            ("seikyuu", "請求"),
            ("denwabangō", "電話番号"),
            ("toiawase", "問合せ"),
            ("shimpai", "心配"),
        ] {
            assert_eq!(
                romaji(typed),
                of_surface(written).map(|r| r.letters),
                "{typed}"
            );
        }
    }

    proptest! {
        #[test]
        fn words_are_in_the_text(text in "(\\PC|[ぁ-ゖァ-ヺー々ヶ一-龠a-z0-9 、。]|解約|乗っ取|忘れ|番号){0,30}") {
            let folded = fold(&text);
            let mut last = 0;
            for word in words(&folded) {
                prop_assert!(word.range.start >= last && word.range.end > word.range.start);
                let written = folded.get(word.range.clone());
                prop_assert!(written.is_some_and(|written| written.is_char_boundary(word.written_stem)));
                prop_assert!(word.stem <= word.letters.len());
                prop_assert_eq!(letters(&word.kana), word.letters);
                let is_kana = |c| matches!(Class::of(c), Class::Hiragana | Class::Katakana);
                prop_assert!(word.kana.chars().all(is_kana));
                last = word.range.end;
            }
            let whole = of_surface(&folded);
            prop_assert_eq!(words_and_whole(&folded), (words(&folded).collect(), whole.clone()));
            prop_assert!(whole.is_none_or(|whole| whole.range == (0..folded.len())));
        }
    }
}
