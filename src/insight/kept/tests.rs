use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::{GAP, LONGEST};
use crate::guide::{Source, load};
use crate::search::searcher::Searcher;
use crate::search::store::Store;

static SEARCHER: LazyLock<Searcher> = LazyLock::new(|| {
    let guide = Arc::new(load(&Source::BuiltIn).0.expect("it has no errors"));
    Store::new(None).open_or_build(&guide).0
});

fn kept(query: &str) -> String {
    super::kept(query, |folded| SEARCHER.spelt(folded))
}

#[track_caller]
fn check(query: &str, expected: &str) {
    assert_eq!(kept(query), expected, "{query}");
}

#[test]
fn words_of_the_guide_are_kept_as_it_writes_them() {
    check("解約したい", "解約");
    check("パスワードを忘れた", "パスワード 忘れた");
    check("電話番号", "電話 番号");
    check("解約金はいくら", "解約金");
    check("kaiyaku", "解約");
    check("how do i cancel my plan", "cancel plan");
    check("ログインできない スマホ", "ログイン スマホ");
}

#[test]
fn common_words_are_kept_that_it_lacks() {
    check("返金してほしい", "返金");
    check("can i get a refund", "get refund");
    check("アプリが落ちる", "アプリ 落ちる");
    check("payment failed twice", "payment failed twice");
}

#[test]
fn numbers_are_not_kept() {
    for number in [
        "0120-996-012",
        "０９０１２３４５６７８",
        "〇九〇の一二三四の五六七八",
        "zero nine zero one two three four five six seven eight",
        "4111 1111 1111 1111",
        "1985年3月4日",
        "昭和六十年三月五日",
        "ab-12345",
        "sw1a 1aa",
        "いちにさんよん",
    ] {
        check(number, GAP);
    }
    check("暗証番号は1234", "暗証 番号 …");
    check("暗証番号 七七七七", "暗証 番号 …");
    check("電話 0120-996-012", "電話 …");
    check("解約 2回目", "解約 …");
    // One kanji of a word is none.
    check("二段階認証", "二段階 認証");
    check("一時停止", "一時 停止");
}

#[test]
fn passwords_and_addresses_are_not_kept() {
    for text in [
        "hunter2",
        "abc123xyz",
        "P@ssw0rd!",
        "qWerTy",
        "correct-horse-battery-staple",
        "taro.yamada@example.com",
        "https://example.com/users/taro",
        "example.com",
        "〒100-0001",
        "東京都千代田区丸の内1-1-1",
        "西新宿2丁目8-1",
        "12 Baker Street",
        "221b baker street",
        "서울시 강남구 테헤란로 152",
        "北京市朝阳区建国路88号",
    ] {
        check(text, GAP);
    }
    check("i live on maple avenue", "live …");
    check("12 elm xqzt", GAP);
    check("my password is dragon", "password …");
    check("password: dragon", "password …");
    check("パスワードは dragon です", "パスワード …");
    check("パスワードは忘れた", "パスワード 忘れた");
    check("jane at butcher dot com", GAP);
}

#[test]
fn names_are_not_kept() {
    for name in [
        "山田太郎",
        "鈴木一郎",
        "小川 正義",
        "田中くん",
        "たなかさん",
        "ジョン・スミス様",
        "やまだたろう",
        "ヤマダタロウ",
        "yamada taro",
        "tanaka san",
        "Ms. Jane Doe",
        "Mr. Smith",
        "John Price",
        "John Butcher",
        "john q butcher",
        "Zbigniew Butcher",
        "Wolfgang Amadeus",
        "t a r o",
        "김민수씨",
        "김민수 씨",
        "王先生",
        "森さん",
        "森",
    ] {
        check(name, GAP);
    }
    check("山田さんの解約", "… 解約");
    check(
        "my name is Jane Doe and i want a refund",
        "name … want refund",
    );
    check("王小姐 解約", "… 解約");
    // These are called by nobody's name.
    check("お客様番号", "お客様 番号");
}

/// The guide has the words, and somebody the name.
#[test]
fn a_name_that_the_guide_has_is_told_by_its_company() {
    check("bill", "bill");
    check("bill gates", GAP);
    check("Mr Bill", GAP);
    check("解約さん", GAP);
}

proptest! {
    #[test]
    fn nothing_but_known_words_is_kept(query in "(\\PC|[ぁ-んァ-ン一-龠a-zA-Z0-9 、。@.-]|解約|電話|さん|mr |[0-9]{3,4}-){0,40}") {
        let kept = kept(&query);
        prop_assert!(!kept.is_empty() && kept.chars().count() <= LONGEST);
        prop_assert!(!kept.contains(|c: char| c.is_ascii_digit() || c.is_control()), "{kept}");
        prop_assert!(!kept.contains("… …"), "{kept}");
        for word in kept.split(' ').filter(|word| *word != GAP) {
            let spelt = SEARCHER.spelt(word);
            let is_known = spelt.iter().any(|spelt| spelt.in_guide.is_some());
            let is_common = spelt.iter().any(|spelt| super::is_anybodys(spelt, word));
            let head = super::without_suffix(word);
            let is_made = head.is_some_and(|head| super::is_one_word(head, |text| SEARCHER.spelt(text)));
            prop_assert!(is_known || is_common || is_made, "{word} of {kept}");
        }
    }
}
