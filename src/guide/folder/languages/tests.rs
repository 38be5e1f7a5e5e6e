use super::*;

const JA: &str = "これは日本語の文章です。";
const EN: &str = "This is an English text.";

/// Each path with its text, and for each the language and the path without it.
#[track_caller]
fn check(files: &[(&str, &str)], kept: &str, expected: &[(&str, &str)]) {
    let paths: Vec<String> = files.iter().map(|(path, _)| (*path).to_owned()).collect();
    let found = of(&paths, &|at| files[at].1, &[]);
    let tags: Vec<&str> = found.kept.iter().map(Language::tag).collect();
    assert_eq!(tags.join(" "), kept);
    let places: Vec<(String, String)> = found
        .places
        .iter()
        .flatten()
        .map(|place| {
            let language = place.language.map(|language| language.to_string());
            (language.unwrap_or_default(), place.path.clone())
        })
        .collect();
    let places: Vec<(&str, &str)> = places
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    assert_eq!(places, expected);
}

#[test]
fn a_folder_may_be_called_as_a_site() {
    let text = "Pour installer le programme, ouvrez un terminal et tapez la commande.";
    check(
        &[("chez example.fr/a.md", text), ("autres/b.md", text)],
        "fr",
        &[("fr", "chez example.fr/a.md"), ("fr", "autres/b.md")],
    );
}

#[test]
fn a_name_alone_is_no_language_where_the_text_is_english() {
    let english = "To change what is shown here, set the value of this key in the file.";
    check(
        &[
            ("config.md", EN),
            ("config.ga.md", english),
            (
                "config.id.md",
                "Untuk mengubah apa yang ditampilkan di sini",
            ),
        ],
        "en id",
        &[
            ("en", "config.md"),
            ("en", "config.ga.md"),
            ("id", "config.md"),
        ],
    );
}

#[test]
fn beside_languages_one_of_three_letters_is_another() {
    check(
        &[
            ("ja/a.md", JA),
            ("ja/b.md", JA),
            ("pcm/a.md", "na the words be this"),
            ("api/c.md", EN),
            ("a.md", EN),
            ("b.md", EN),
        ],
        "en ja pcm",
        &[
            ("ja", "a.md"),
            ("ja", "b.md"),
            ("pcm", "a.md"),
            ("en", "api/c.md"),
            ("en", "a.md"),
            ("en", "b.md"),
        ],
    );
}

#[test]
fn a_language_may_be_said_by_folder_and_file() {
    check(
        &[
            ("docs/api.md", EN),
            ("docs/README.md", EN),
            ("docs/ja/api_ja.md", JA),
            ("docs/ja/README_JA.md", JA),
            ("docs/ja/new_en.md", JA),
        ],
        "en ja",
        &[
            ("en", "docs/api.md"),
            ("en", "docs/README.md"),
            ("ja", "docs/api.md"),
            ("ja", "docs/README.md"),
            ("ja", "docs/new_en.md"),
        ],
    );
}

#[test]
fn one_of_three_letters_may_have_a_region() {
    check(
        &[
            ("ja/a.md", JA),
            ("ja/b.md", JA),
            ("ckb-IR/a.md", "نوسین"),
            ("a.md", EN),
            ("b.md", EN),
        ],
        "en ja ckb-IR",
        &[
            ("ja", "a.md"),
            ("ja", "b.md"),
            ("ckb-IR", "a.md"),
            ("en", "a.md"),
            ("en", "b.md"),
        ],
    );
}

#[test]
fn folders_are_called_as_another_with_a_language_behind() {
    check(
        &[
            ("guide/a.md", "the words of it"),
            ("guide/b.md", "and the others"),
            ("guide-ja/a.md", "あ"),
            ("guide-pt-BR/a.md", "as palavras"),
            ("guide-pt-BR/b.md", "as palavras"),
            ("inner/a.md", "the words of it"),
            ("inner-ja/a.md", "あ"),
            ("ptbr/c.md", "as palavras"),
            ("zh/docs/d.md", "的文字"),
            ("zh-tw/docs/d.md", "的文字"),
            ("c.md", "the words of it"),
        ],
        "en pt-BR ja zh zh-TW",
        &[
            ("en", "guide/a.md"),
            ("en", "guide/b.md"),
            ("ja", "guide/a.md"),
            ("pt-BR", "guide/a.md"),
            ("pt-BR", "guide/b.md"),
            ("en", "inner/a.md"),
            ("ja", "inner/a.md"),
            ("pt-BR", "c.md"),
            ("zh", "docs/d.md"),
            ("zh-TW", "docs/d.md"),
            ("en", "c.md"),
        ],
    );
}

#[test]
fn folders_of_languages_are_known_by_what_they_share() {
    check(
        &[
            ("docs/en/a.md", EN),
            ("docs/en/b.md", EN),
            ("docs/ja/a.md", JA),
        ],
        "en ja",
        &[
            ("en", "docs/a.md"),
            ("en", "docs/b.md"),
            ("ja", "docs/a.md"),
        ],
    );
    check(
        &[("a.md", EN), ("b/c.md", EN), ("ja/a.md", JA)],
        "en ja",
        &[("en", "a.md"), ("en", "b/c.md"), ("ja", "a.md")],
    );
    check(
        &[("pages/x.md", EN), ("pages.ja/x.md", JA)],
        "en ja",
        &[("en", "pages/x.md"), ("ja", "pages/x.md")],
    );
    check(
        &[("en/Home.md", EN), ("ja/ホーム.md", JA)],
        "en ja",
        &[("en", "Home.md"), ("ja", "ホーム.md")],
    );
}

#[test]
fn a_folder_that_only_looks_like_one_is_none() {
    check(
        &[("ml/intro.md", EN), ("os/linux.md", EN), ("README.md", EN)],
        "en",
        &[
            ("en", "ml/intro.md"),
            ("en", "os/linux.md"),
            ("en", "README.md"),
        ],
    );
}

#[test]
fn names_of_files_say_languages_too() {
    check(
        &[
            ("a.ja.md", JA),
            ("a.md", EN),
            ("README.ja.md", JA),
            ("v1.is.md", EN),
            ("README-zh_hans.md", EN),
        ],
        "en ja zh-Hans",
        &[
            ("ja", "a.md"),
            ("en", "a.md"),
            ("ja", "README.md"),
            ("en", "v1.is.md"),
            ("zh-Hans", "README.md"),
        ],
    );
}

#[test]
fn translations_of_docusaurus_are_where_it_keeps_them() {
    check(
        &[
            ("docs/a/b.md", EN),
            ("i18n/ja/docusaurus-plugin-content-docs/current/a/b.md", JA),
        ],
        "en ja",
        &[("en", "docs/a/b.md"), ("ja", "docs/a/b.md")],
    );
}

#[test]
fn of_many_languages_the_commonest_are_kept() {
    let tags = ["cs", "de", "en", "es", "fr", "it", "ja", "pl"];
    let paths: Vec<String> = tags.iter().map(|tag| format!("{tag}/a.md")).collect();
    let found = of(&paths, &|_| EN, &[]);
    assert_eq!(found.kept.len(), MOST);
    assert!(found.kept.contains(&Language::JA) && found.kept[0] == Language::EN);
    assert_eq!(found.others.len(), tags.len() - MOST);
    assert_eq!(found.places.iter().flatten().count(), MOST);
}

#[test]
fn pages_are_not_lost_for_a_language_that_none_of_them_is_in() {
    let tags = |paths: &[&str], wanted: &[Language]| {
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        let found = of(&paths, &|_| EN, wanted);
        let places = found.places.iter().flatten();
        let languages: Vec<String> = places
            .filter_map(|place| Some(place.language?.to_string()))
            .collect();
        let others: Vec<&str> = found.others.iter().map(Language::tag).collect();
        (languages.join(" "), others.join(" "))
    };
    let said = |places: &str, others: &str| (places.to_owned(), others.to_owned());
    let ja = [Language::JA];
    assert_eq!(tags(&["a.md", "b/c.md"], &ja), said("ja ja", "en"));
    // What says its language is in no other.
    assert_eq!(tags(&["en/a.md", "de/a.md"], &ja), said("", "en de"));
    assert_eq!(
        tags(&["a.md", "ja/a.md", "ja/b.md"], &ja),
        said("ja ja", "")
    );
    let both = [Language::JA, Language::EN];
    assert_eq!(tags(&["a.md"], &both), said("en", ""));
}

#[test]
fn an_index_that_every_folder_has_is_no_witness() {
    check(
        &[
            ("tags/br/index.md", EN),
            ("tags/hr/index.md", EN),
            ("tags/pre/index.md", EN),
            ("docs/README.md", EN),
            ("docs/ja/README.md", JA),
            ("docs/pl/README.md", EN),
            ("docs/api/README.md", EN),
            ("tool/README.md", EN),
            ("tool-ts/README.md", EN),
        ],
        "en ja pl",
        &[
            ("en", "tags/br/index.md"),
            ("en", "tags/hr/index.md"),
            ("en", "tags/pre/index.md"),
            ("en", "docs/README.md"),
            ("ja", "docs/README.md"),
            ("pl", "docs/README.md"),
            ("en", "docs/api/README.md"),
            ("en", "tool/README.md"),
            ("en", "tool-ts/README.md"),
        ],
    );
}

#[test]
fn what_exists_in_a_language_as_another_file_is_not_in_that_one() {
    check(
        &[
            ("docs/a.md", "言葉が的文字"),
            ("docs/b.md", "Words"),
            ("docs/c.md", "Words"),
            ("en/docs/a.md", EN),
            ("en/docs/b.md", EN),
            ("en/docs/c.md", EN),
        ],
        "ja en",
        &[
            ("ja", "docs/a.md"),
            ("ja", "docs/b.md"),
            ("ja", "docs/c.md"),
            ("en", "docs/a.md"),
            ("en", "docs/b.md"),
            ("en", "docs/c.md"),
        ],
    );
}

#[test]
fn a_region_of_a_language_is_one_only_where_pages_are_in_both() {
    let zh = "的文字";
    check(
        &[
            ("README-zh_CN.md", zh),
            ("README.md", EN),
            ("README.zh-TW.md", zh),
            ("docs/en/a.md", EN),
            ("docs/zh/a.md", zh),
            ("docs/pt/b.md", "as palavras"),
            ("docs/pt-BR/b.md", "as palavras"),
        ],
        "en zh zh-TW pt pt-BR",
        &[
            ("zh", "README.md"),
            ("en", "README.md"),
            ("zh-TW", "README.md"),
            ("en", "docs/a.md"),
            ("zh", "docs/a.md"),
            ("pt", "docs/b.md"),
            ("pt-BR", "docs/b.md"),
        ],
    );
}

#[test]
fn countries_are_called_as_people_call_them() {
    check(
        &[
            ("CHANGELOG.md", EN),
            ("CHANGELOG_JP.md", JA),
            ("what.md", EN),
            ("what-is.md", EN),
        ],
        "en ja",
        &[
            ("en", "CHANGELOG.md"),
            ("ja", "CHANGELOG.md"),
            ("en", "what.md"),
            ("en", "what-is.md"),
        ],
    );
}

#[test]
fn two_names_of_a_region_are_one_language() {
    let ko = "이것은 한국어로 쓴 글입니다.";
    check(
        &[
            ("README.md", EN),
            ("README.ko-KR.md", ko),
            ("a/README.md", EN),
            ("a/README.ko-KR.md", ko),
            ("b/README.md", EN),
            ("b/README.ko-KO.md", ko),
        ],
        "en ko-KR",
        &[
            ("en", "README.md"),
            ("ko-KR", "README.md"),
            ("en", "a/README.md"),
            ("ko-KR", "a/README.md"),
            ("en", "b/README.md"),
            ("ko-KR", "b/README.md"),
        ],
    );
}

#[test]
fn pages_in_other_letters_are_in_another_language() {
    let many = |text: &'static str, name: &str, count: usize| -> Vec<(String, &'static str)> {
        let pages = 0..count;
        pages.map(|at| (format!("{name}/{at}.md"), text)).collect()
    };
    let told = |pages: &[(String, &'static str)], wanted: &[Language]| {
        let paths: Vec<String> = pages.iter().map(|(path, _)| path.clone()).collect();
        let found = of(&paths, &|at| pages[at].1, wanted);
        let kept: Vec<&str> = found.kept.iter().map(Language::tag).collect();
        let places = found.places.iter().flatten();
        let japanese = places.filter(|place| place.language == Some(Language::JA));
        (kept.join(" "), japanese.count())
    };
    let mixed = [many(EN, "notes", 5), many(JA, "docs", 2)].concat();
    assert_eq!(told(&mixed, &[]), ("en ja".to_owned(), 2));
    // An author knows better.
    assert_eq!(told(&mixed, &[Language::EN]), ("en".to_owned(), 0));
    // A sample of another language says nothing, nor does a page among many.
    let samples = "These words mean the same: こんにちは, and so do many others in the list below.";
    let pages = [many(EN, "a", 5), many(samples, "b", 2)].concat();
    assert_eq!(told(&pages, &[]), ("en".to_owned(), 0));
    let pages = [many(EN, "a", 50), many(JA, "b", 2)].concat();
    assert_eq!(told(&pages, &[]), ("en".to_owned(), 0));
    // Where letters are Latin, they are names.
    let pages = [many(JA, "a", 5), many(EN, "b", 3)].concat();
    assert_eq!(told(&pages, &[]), ("ja".to_owned(), 8));
}

#[test]
fn translations_of_collections_are_called_without_their_sign() {
    check(
        &[
            ("_tour/a.md", EN),
            ("_tour/b.md", EN),
            ("_ja/tour/a.md", JA),
            ("_ja/other/c.md", JA),
            ("index.md", EN),
        ],
        "en ja",
        &[
            ("en", "_tour/a.md"),
            ("en", "_tour/b.md"),
            ("ja", "_tour/a.md"),
            ("ja", "other/c.md"),
            ("en", "index.md"),
        ],
    );
}
