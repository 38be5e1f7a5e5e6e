//! Searching the built-in guide: what people type is found, and whatever they type does no harm.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use madoguchi::guide::{Guide, Source, load};
use madoguchi::language::Language;
use madoguchi::search::highlight::Highlighter;
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::Store;
use madoguchi::search::{Results, Via};

static GUIDE: LazyLock<Arc<Guide>> = LazyLock::new(|| {
    let (guide, problems) = load(&Source::BuiltIn);
    Arc::new(guide.unwrap_or_else(|| panic!("{problems:?}")))
});

static SEARCHER: LazyLock<Searcher> = LazyLock::new(|| Store::new(None).open_or_build(&GUIDE).0);

fn search(query: &str, lang: Language) -> Results {
    SEARCHER.search(query, lang, 10)
}

/// The ids of the sections found, best first.
fn ids(query: &str, lang: Language) -> Vec<String> {
    let hits = search(query, lang).hits;
    hits.iter()
        .map(|hit| GUIDE.id(hit.section).to_string())
        .collect()
}

#[test]
fn every_section_is_found_by_its_questions() {
    let mut misses = Vec::new();
    for (at, section) in GUIDE.sections() {
        for (language, text) in section.texts.iter() {
            for question in &text.questions {
                let hits = search(question, language).hits;
                if !hits.iter().take(3).any(|hit| hit.section == at) {
                    misses.push(format!("{}: {question}", GUIDE.id(at)));
                }
            }
        }
    }
    assert_eq!(misses, [""; 0]);
}

#[test]
fn the_first_keystrokes_find_something() {
    let check = |query: &str, expected: &str| {
        let found = ids(query, Language::JA);
        assert!(found.iter().any(|id| id == expected), "{query}: {found:?}");
    };
    check("解", "partner#steps");
    check("パス", "help-center#categories");
    check("パスワ", "help-center#categories");
    check("チャ", "chat#overview");
    check("0120-9", "phone#overview");
    check("01209960", "phone#overview");
    let english = ids("verif", Language::EN);
    assert!(
        english.iter().any(|id| id == "scams#during-call"),
        "{english:?}"
    );
}

#[test]
fn says_what_is_a_prefix() {
    let via = |query| search(query, Language::EN).hits[0].shown().matched[0].via;
    assert_eq!(
        search("パスワ", Language::JA).hits[0].shown().matched[0].via,
        Via::Prefix
    );
    assert_eq!(via("verificat"), Via::Prefix);
    assert_eq!(via("verification "), Via::Exact);
    assert_eq!(via("chat"), Via::Exact);
}

#[test]
fn the_number_is_found_however_it_is_written() {
    for number in [
        "0120-996-012",
        "0120996012",
        "０１２０−９９６−０１２",
        "0120ー996ー012",
        "(0120) 996-012",
    ] {
        let results = search(number, Language::JA);
        let id = GUIDE.id(results.hits[0].section).to_string();
        assert_eq!(id, "phone#overview", "{number}");
        let snippet = &results.hits[0].shown().snippet;
        let marked: Vec<&str> = snippet
            .marks
            .iter()
            .map(|mark| &snippet.text[mark.clone()])
            .collect();
        assert_eq!(marked, ["0120-996-012"], "{number}");
    }
}

#[test]
fn a_query_in_the_other_language_is_answered_in_it() {
    let language = |query, lang| {
        search(query, lang)
            .hits
            .first()
            .map(madoguchi::search::Hit::language)
    };
    // The glossary leads to the section in the reader's own language.
    assert_eq!(
        language("how do I cancel netflix", Language::JA),
        Some(Language::JA)
    );
    assert_eq!(language("乗っ取られた", Language::EN), Some(Language::EN));
    // What it does not know is found where it stands.
    assert_eq!(language("fits", Language::JA), Some(Language::EN));
    assert_eq!(language("netflix", Language::JA), Some(Language::JA));
    assert_eq!(language("netflix", Language::EN), Some(Language::EN));
}

#[test]
fn what_the_guide_does_not_have_is_not_found() {
    for query in [
        "天気予報",
        "ラーメンの作り方",
        "weather forecast",
        "recipe",
        "qqqq",
        "カルボナーラ",
    ] {
        assert_eq!(ids(query, Language::JA), [""; 0], "{query}");
    }
}

#[test]
fn words_that_the_guide_does_not_have_are_named_where_hardly_anything_else_was_found() {
    let check = |query: &str, lang, expected: &[&str]| {
        let results = search(query, lang);
        assert!(results.total > 0, "{query}");
        assert_eq!(results.missing, expected, "{query}");
    };
    let (ja, en) = (Language::JA, Language::EN);
    check("今日の天気を教えて", ja, &["今日", "天気"]);
    check("ラーメンの受付", ja, &["ラーメン"]);
    // As they were typed, and each once.
    check(
        "How do I bake Bread for the account? Bread!",
        en,
        &["bake", "Bread"],
    );
    // No more than fit a line.
    let many = "is there ramen, sushi, tempura or udon for the account";
    check(many, en, &["ramen", "sushi", "tempura"]);
    // What was found answers it, in whatever form, or nothing names what is missing.
    check("解約の天気", ja, &[]);
    check("kaiyaku shitai", ja, &[]);
    check("cancle", en, &[]);
    check("how is it there", en, &[]);
}

fn hostile_queries() -> Vec<String> {
    let mut queries: Vec<String> = [
        "",
        " ",
        "\u{3000}",
        "?!",
        "、。「」",
        "+a -b \"c",
        "*",
        "**",
        "field:x",
        "title_words:解約",
        "a AND (b OR",
        "[a TO z]",
        "\\",
        "/regex/",
        "a~2",
        "a^9",
        "\u{0}",
        "\u{1b}[31m赤",
        "\u{7f}\u{9b}",
        "\u{202e}dlrow",
        "👨‍👩‍👧‍👦",
        "🇯🇵",
        "e\u{301}\u{301}",
        "\u{200b}",
        "\u{feff}解約",
        "ﾊﾟｽﾜｰﾄﾞ",
        "㍻",
        "ﷺ",
        "İstanbul",
        "ß",
        "กำ",
        "해지",
        "\u{10FFFF}",
        "null",
        "0",
        "-1",
        "1e999",
        "'",
        "' OR 1=1",
        "解約\n解約\t解約",
        "--help",
        "%s%n",
        "../../etc/passwd",
        "ー",
        "々",
        "゛",
        "々々々々",
    ]
    .map(str::to_owned)
    .to_vec();
    for part in [
        "解約",
        "a",
        "a ",
        "あ",
        "ア",
        "0120-",
        "e\u{301}",
        "\u{301}",
        "。",
        "ﷺ",
        "𠮷",
        "解 ",
        "ネットフリックスを解約したい。",
    ] {
        queries.push(part.repeat(10_000 / part.chars().count()));
    }
    queries.push(('一'..='龠').take(10_000).collect());
    queries.push(
        (0..2_000)
            .map(|number| number.to_string())
            .collect::<Vec<_>>()
            .join(" w"),
    );
    queries
}

#[test]
fn any_text_is_a_query() {
    for query in hostile_queries() {
        for lang in madoguchi::i18n::SPOKEN {
            let results = search(&query, lang);
            let shown: String = query.chars().take(20).collect();
            assert!(!results.query.chars().any(char::is_control), "{shown}");
            assert!(
                results.hits.len() <= 10 && results.hits.len() <= results.total,
                "{shown}"
            );
            // A hundred times what it takes, so that a busy machine does not matter.
            assert!(
                results.took < Duration::from_secs(2),
                "{shown}: {:?}",
                results.took
            );
            check_marks(&results);
        }
    }
}

/// Marks are ascending, disjoint, not empty and on character boundaries.
fn check_marks(results: &Results) {
    for hit in &results.hits {
        let title = &GUIDE.section(hit.section).texts.get(hit.language()).1.title;
        for (text, marks) in [
            (title, &hit.shown().title_marks),
            (&hit.shown().snippet.text, &hit.shown().snippet.marks),
        ] {
            let mut last = 0;
            for mark in marks {
                assert!(
                    mark.start >= last
                        && text.get(mark.clone()).is_some_and(|part| !part.is_empty()),
                    "{text}"
                );
                last = mark.end + 1;
            }
        }
        assert!(!hit.shown().snippet.text.contains('\n'));
        assert!(!hit.shown().matched.is_empty());
    }
}

#[test]
fn every_keystroke_of_every_question_is_harmless() {
    for (_, section) in GUIDE.sections() {
        for (language, text) in section.texts.iter() {
            let question = &text.questions[0];
            for (end, _) in question.char_indices() {
                check_marks(&SEARCHER.search(&question[..end], language, 3));
            }
        }
    }
}

#[test]
fn no_limit_changes_the_order_or_the_total() {
    let all = SEARCHER.search("電話", Language::JA, usize::MAX);
    assert_eq!(all.hits.len(), all.total);
    assert!(all.hits.is_sorted_by(|a, b| a.score >= b.score));
    for limit in 0..all.total {
        let some = SEARCHER.search("電話", Language::JA, limit);
        assert_eq!(some.total, all.total);
        assert_eq!(some.hits, all.hits[..limit]);
    }
}

#[test]
fn highlights_in_any_text_of_the_guide() {
    let highlighter = Highlighter::new("電話番号");
    let mut marked = 0;
    for (_, section) in GUIDE.sections() {
        let text = section.texts.text(Language::JA).body.source();
        for mark in highlighter.marks(text) {
            assert!(["電話", "番号", "電話番号"].contains(&&text[mark]));
            marked += 1;
        }
    }
    assert!(marked > 20);
}
