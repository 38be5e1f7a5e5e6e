//! What is typed and what it stands for: names, keys, beginnings, what is read.

use super::*;

#[test]
fn keys_are_found_by_their_letters_and_signs() {
    let en = |title, text| [(Language::EN, title, text, &[][..])];
    let guide = guide(&[
        (
            "select",
            &en("Select", "`Ctrl-s` splits, `s` selects, `[f` goes back."),
        ),
        (
            "all",
            &en("All", "`Ctrl-a` and `%` select all, `]f` goes on."),
        ),
        (
            "other",
            &en(
                "Ctrl and others",
                "Ctrl is a key, `f` a letter. `{{ name }}` is replaced.",
            ),
        ),
    ]);
    let ids = |query: &str| -> Vec<String> {
        let hits = searcher(&guide).search(query, Language::EN, 9).hits;
        let article = |hit: &Hit| guide.article(hit.section).id.clone();
        hits.iter().map(article).collect()
    };
    for (query, expected) in [
        ("ctrl-a", "all"),
        ("Ctrl-S", "select"),
        ("]f", "all"),
        ("[f", "select"),
        ("{{", "other"),
    ] {
        assert_eq!(ids(query), [expected], "{query}");
    }
}

#[test]
fn a_list_of_links_comes_after_what_it_leads_to() {
    let en = |title, text| [(Language::EN, title, text, &[][..])];
    let list = |links: &'static str| {
        guide(&[
            ("top", &en("Tables", links)),
            (
                "columns",
                &en(
                    "Migrations",
                    "To rename a column, or to drop an index, write a migration. It is run once, in the order of the files.",
                ),
            ),
            ("other", &en("Rows", "Others.")),
        ])
    };
    let query = "rename column drop index";
    let links = list("- [Rename a column](b)\n- [Drop an index](c)");
    assert_eq!(first(&links, query, Language::EN).unwrap(), "columns#main");
    let text = list("- Rename a column\n- Drop an index");
    assert_eq!(first(&text, query, Language::EN).unwrap(), "top#main");
}

#[test]
fn a_name_of_several_words_is_corrected() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        ("json", "変換", "JSON.stringify で文字列にします。"),
        ("files", "ファイル", "requirements.txt に書きます。"),
        ("checks", "検証", "validates_associated は関連も調べます。"),
    ];
    for (query, expected, correction) in [
        ("JSON.stringfy", "json", "json.stringify"),
        ("requirments.txt", "files", "requirements.txt"),
        ("validates_asociated", "checks", "validates_associated"),
    ] {
        let (found, corrected) = found_in(sections, query);
        assert_eq!(found, [expected], "{query}");
        assert_eq!(corrected, [correction], "{query}");
    }
}

#[test]
fn no_row_of_endings_is_read_where_two_words_are() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        ("list", "配列", "配列に追加する。"),
        ("in", "入れる", "中に入れば入れる。入れた。入れない。"),
        ("function", "関数", "関数を作る。"),
        ("about", "関する", "関する事。関した。関して。"),
    ];
    for (query, expected) in [
        ("hairetsu tsuika", "list"),
        ("はいれつついか", "list"),
        ("kansuu tsukuru", "function"),
        ("かんすうつくる", "function"),
    ] {
        assert_eq!(found_in(sections, query).0[0], expected, "{query}");
    }
}

#[test]
fn what_is_typed_is_not_what_it_begins() {
    let en = |title, text| [(Language::EN, title, text, &[][..])];
    let guide = guide(&[
        ("ionic", &en("Ionic", "All of it.")),
        (
            "lists",
            &en("Lists", "Such io has a place in them, and x too."),
        ),
        ("wheels", &en("Wheels", "The xml of a wheel.")),
    ]);
    let ids = |query: &str| -> Vec<String> {
        let hits = searcher(&guide).search(query, Language::EN, 9).hits;
        let article = |hit: &Hit| guide.article(hit.section).id.clone();
        hits.iter().map(article).collect()
    };
    assert_eq!(ids("ion")[0], "ionic");
    assert_eq!(ids("io")[0], "lists");
    // A letter behind other words may begin anything.
    assert_eq!(ids("place x")[0], "lists");
    assert_eq!(ids("place of x"), ["lists"]);
}

#[test]
fn names_in_code_and_english_words_are_not_read_as_kana() {
    let ja = |title, text| [(Language::JA, title, text, &[][..])];
    let guide = guide(&[
        ("code", &ja("変更", "rename_column で列の名前を変えます。")),
        (
            "links",
            &ja("連携", "アメリカ以外では雨の日に連絡します。データと梅雨。"),
        ),
        ("parts", &ja("部品", "de と ta は別の部品です。じゃーん。")),
        ("server", &ja("サーバー", "サーバーを選びます。")),
    ]);
    let check = |query: &str, expected: Option<&str>| {
        let found = first(&guide, query, Language::JA);
        assert_eq!(
            found.as_deref().map(|id| id.split('#').next().unwrap()),
            expected,
            "{query}"
        );
    };
    check("rename_column", Some("code"));
    check("rename", Some("code"));
    check("de-ta", Some("links"));
    check("さーばー", Some("server"));
    check("sa-ba-", Some("server"));
}

#[test]
fn a_word_leads_to_the_page_whose_title_or_file_it_names() {
    let ja = |title, text| [(Language::JA, title, text, &[][..])];
    let guide = guide(&[
        (
            "advanced",
            &ja(
                "高度なクロージャ",
                "クロージャを返すクロージャ。クロージャの型。",
            ),
        ),
        (
            "closures",
            &ja("クロージャ", "クロージャは環境を捕まえます。"),
        ),
        ("docker", &ja("箱の中で使う", "docker は箱です。")),
        (
            "install",
            &ja("入れ方", "docker でも docker の外でも。docker の docker。"),
        ),
    ]);
    let check = |query: &str, expected: &str| {
        let found = first(&guide, query, Language::JA).expect(query);
        assert_eq!(found.split('#').next().unwrap(), expected, "{query}");
    };
    check("クロージャ", "closures");
    check("クロージ", "closures");
    check("くろーじゃ", "closures");
    check("kuro-ja", "closures");
    check("docker", "docker");
}

#[test]
fn a_word_spelt_otherwise_comes_before_rarer_ones_that_begin_so() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        ("state", "stateの管理", "stateを持つ。"),
        ("more", "構造", "stateを選ぶ。"),
        (
            "statement",
            "文",
            "ステートメントを書く。ステートメントの例。",
        ),
    ];
    assert_eq!(found_in(sections, "ステート").0[0], "state");
}

#[test]
fn words_in_katakana_are_other_spellings_rather_than_misspellings() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        ("interface", "型", "インターフェースで型を決めます。"),
        ("close", "終わり", "ウィンドウをクローズします。"),
        ("seed", "種", "シーディングで始めます。"),
        ("password", "鍵", "パスワードを決めます。"),
    ];
    for (query, expected, correction) in [
        ("インターフェイス", Some("interface"), None),
        ("クロージャ", None, None),
        ("ページング", None, None),
        ("パスワート", Some("password"), Some("パスワード")),
    ] {
        let (found, corrected) = found_in(sections, query);
        assert_eq!(found.first().map(String::as_str), expected, "{query}");
        assert_eq!(corrected.first().map(String::as_str), correction, "{query}");
    }
}

#[test]
fn parts_of_words_are_read_as_the_guide_has_them() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        ("cipher", "暗号化", "値を暗号化します。"),
        ("code", "暗号", "暗号か何か。"),
        ("guard", "型ガード", "タイプを絞り込みます。型ガードの例。"),
        ("page", "表示", "カーソルページングで分けます。"),
        ("in", "入れた", "箱に入れた。"),
    ];
    for (query, expected) in [
        ("angouka", "cipher"),
        ("あんごうか", "cipher"),
        ("がーど", "guard"),
        ("タイプガード", "guard"),
        ("ページング", "page"),
        ("ireru", "in"),
    ] {
        assert_eq!(found_in(sections, query).0[0], expected, "{query}");
    }
}

/// Both have each pair of letters, and the first has them more often in fewer.
#[test]
fn what_stands_together_as_it_was_typed_comes_first() {
    let apart = "電話は受付です。受付は九時です。電話は窓口です。窓口は九時です。";
    let together = "電話は九時からです。土曜も日曜も同じです。";
    let guide = guide(&[
        ("apart", &[(Language::JA, "案内", apart, &[])]),
        ("together", &[(Language::JA, "案内", together, &[])]),
    ]);
    let hits = searcher(&guide).search("電話は九時", Language::JA, 10).hits;
    let articles: Vec<usize> = hits.iter().map(|hit| hit.section.article).collect();
    assert_eq!(articles, [1, 0]);
}

/// Another section has all words, in its title too; or what was typed begins and ends within words.
#[test]
fn a_part_of_a_sentence_is_found_where_it_stands() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        (
            "rules",
            "例外の問題",
            "例外が問題になることがあります。問題の例外は例外の一覧にあります。",
        ),
        (
            "old",
            "使い方",
            "古い版では問題があり例外的な扱いをします。新しい版では直っています。",
        ),
        (
            "licence",
            "窓口で見せる免許証",
            "前に免許証を窓口で見せます。窓口の前で免許証を出します。",
        ),
        (
            "papers",
            "持ち物",
            "開く前に窓口で免許証明書類を用意します。",
        ),
    ];
    for (query, first) in [("題があり例外", "old"), ("前に窓口で免許証", "papers")] {
        let (found, _) = found_in(sections, query);
        assert_eq!(found[0], first, "{query}");
    }
}

/// By the words of names in code, whoever writes them and however.
#[test]
fn names_in_code_are_found_by_their_words() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        ("get", "A", "Call `getUserName()` here."),
        ("set", "B", "Use `set_user_mail` now."),
        ("apart", "C", "The phone is lost somewhere."),
        (
            "other",
            "D",
            "JavaScript is spoken here, on every page of it.",
        ),
    ];
    for (query, expected) in [
        ("user name", "get"),
        ("username", "get"),
        ("get_user_name", "get"),
        ("getUserName", "get"),
        ("getUser", "get"),
        ("user mail", "set"),
        ("setUserMail", "set"),
        ("lostPhone", "apart"),
        ("lost_pho", "apart"),
        ("JavaScript", "other"),
    ] {
        let (found, _) = found_in(sections, query);
        assert_eq!(found.first().map(String::as_str), Some(expected), "{query}");
    }
    assert_eq!(found_in(sections, "script").0, [""; 0]);
}
