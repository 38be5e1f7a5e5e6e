//! What words queries have.

use super::*;
use crate::language::Language;
use crate::text::fold::fold;

#[test]
fn words_of_chinese_and_korean_queries() {
    let languages = ["ja", "zh-Hans", "zh-Hant", "ko"].map(|tag| tag.parse().expect(tag));
    let languages = Languages::of(&languages);
    let check = |query: &str, expected: &[&str]| {
        let words = super::of(&fold(query), &languages);
        let words: Vec<String> = words.into_iter().map(|word| word.text).collect();
        let expected: Vec<String> = expected.iter().map(|word| fold(word)).collect();
        assert_eq!(words, expected, "{query}");
    };
    check("垃圾怎么扔", &["垃圾", "怎么"]);
    check("垃圾怎麼丟", &["垃圾", "怎么"]);
    check("扔", &["扔"]);
    check("发票", &["发票"]);
    check("大件垃圾的费用", &["大件", "垃圾", "费用"]);
    check("我想办理搬家手续", &["办理", "搬家", "手续"]);
    check("国民健康保险", &["国民", "健康", "保险"]);
    check("请问市役所在哪里", &["市役所", "哪里"]);
    check("쓰레기는 언제 버려요?", &["쓰레기는", "언제", "버려요"]);
    check("전입 신고 하려면", &["전입", "신고"]);
    // Kana are Japanese.
    check("ごみの日", &["ごみ", "日"]);
}

fn of(query: &str) -> Vec<Word> {
    super::of(query, &Languages::of(&[Language::JA, Language::EN]))
}

#[test]
fn words_of_queries() {
    let check = |query: &str, expected: &[&str]| {
        let words: Vec<String> = of(query).into_iter().map(|word| word.text).collect();
        assert_eq!(words, expected, "{query}");
    };
    check("", &[]);
    check("!?", &[]);
    check("解約方法", &["解約", "方法"]);
    check("解約したい", &["解約"]);
    check("ログイン出来ない", &["ログイン", "出来"]);
    check("パスワードを忘れた", &["パスワード", "忘れた"]);
    check("乗っ取られた", &["乗っ取られた"]);
    check("再生が止まってしまいます", &["再生", "止まって"]);
    check("二段階認証", &["二段階", "認証"]);
    check("解約金", &["解約金"]);
    check("昨日急に止まった", &["昨日", "急", "止まった"]);
    check("明日朝の予約", &["明日", "朝", "予約"]);
    check("今日中に", &["今日中"]);
    check("今月分", &["今月分"]);
    check("粗大ごみの日", &["粗大", "ごみ", "日"]);
    check("燃えるごみ", &["燃える", "ごみ"]);
    check("犬の里親", &["犬", "里親"]);
    check("探しています", &["探して"]);
    check("何時に閉まりますか", &["何時", "閉まります"]);
    check("大きい袋", &["大きい", "袋"]);
    check("置いた物の書き方", &["置いた", "物", "書き方"]);
    check("いくらになるのでしょうか、手続き", &["手続き"]);
    check("how do i cancel?", &["cancel"]);
    check("i can't log in", &["log"]);
    check("how is it", &["how", "is", "it"]);
    check("つながらない", &["つながらない"]);
    check("0120-996-012に電話", &["0120996012", "電話"]);
    check("24 時間", &["24", "時間"]);
    check("検索が動かなくなった", &["検索", "動か"]);
    check("つながらなくなりました", &["つながら"]);
    check("鍵がなくなった", &["鍵", "なくなった"]);
    check("犬を2匹飼う", &["犬", "2", "匹", "飼う"]);
    check("2回目の請求", &["2", "回目", "請求"]);
    check("2台駐車できる", &["2", "台", "駐車"]);
    check("他の人", &["他の", "人"]);
    check("吠えて夜", &["吠えて", "夜"]);
    check("どの程度なのでしょうか", &["程度"]);
    check("捨て場", &["捨て場"]);
    check("音出ない", &["音", "出"]);
    check("勝手に金引かれた", &["勝手", "金", "引かれた"]);
    check("犬飼う", &["犬", "飼う"]);
    check("最近見た商品", &["最近", "見", "商品"]);
    check("充電器ない", &["充電器"]);
    check("再起動した", &["再起動"]);
    check("毎日何回も", &["毎日", "何回"]);
    check("何度やり直しても", &["何度", "やり直して"]);
    check("受け取れるように", &["受け取れる"]);
    check("家族で使えるようになる", &["家族", "使える"]);
    check("扶養に入ろうか", &["扶養", "入ろう"]);
    check("障がい者手帳", &["障がい者", "手帳"]);
    check("設定のせいで", &["設定"]);
    check("電話つながらへんのやけど", &["電話", "つながら"]);
    check("どないしたらええんやろ解約", &["解約"]);
    check("暗証番号言うてしもた", &["暗証", "番号", "言うて"]);
    check("お金引かれとるばい", &["お金", "引かれ"]);
}

#[test]
fn a_verb_has_a_core_and_an_ending() {
    let kind = |query: &str| of(query).remove(0).kind;
    let kanji = |core: &str, tail: &str| WordKind::Kanji {
        core: core.into(),
        tail: tail.into(),
    };
    assert_eq!(kind("乗っ取られた"), kanji("乗っ取", "られた"));
    assert_eq!(kind("忘れた"), kanji("忘", "れた"));
    assert_eq!(kind("お問い合わせ"), kanji("問い合", "わせ"));
    assert_eq!(kind("解約した"), kanji("解約", ""));
}

#[test]
fn only_the_last_word_is_open() {
    let open = |query: &str| of(query).iter().map(|word| word.open).collect::<Vec<_>>();
    assert_eq!(open("card num"), [false, true]);
    assert_eq!(open("card num "), [false, false]);
    assert_eq!(open("解約を"), [false]);
}
