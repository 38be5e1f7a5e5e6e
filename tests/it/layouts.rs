//! Folders that nobody has prepared, in `tests/layouts`: one of every layout, and what becomes of it.

use std::path::PathBuf;

use madoguchi::guide::{Article, Guide, Severity, Source, load};
use madoguchi::language::Language;

fn folder(layout: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/layouts")
        .join(layout)
}

fn open(layout: &str) -> Guide {
    let (guide, problems) = load(&Source::Folder(folder(layout)));
    let errors = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error);
    assert_eq!(errors.count(), 0, "{problems:?}");
    guide.expect("nothing is refused")
}

/// A line an article: its groups, its id, its titles.
fn outline(guide: &Guide) -> Vec<String> {
    guide
        .articles
        .iter()
        .map(|article| line(guide, article))
        .collect()
}

fn line(guide: &Guide, article: &Article) -> String {
    let mut groups = Vec::new();
    let mut group = article.group;
    while let Some(at) = group {
        groups.push(guide.groups[at].title.text(guide.languages[0]).clone());
        group = guide.groups[at].parent;
    }
    groups.reverse();
    let titles: Vec<String> = article
        .title
        .iter()
        .map(|(language, title)| format!("{language} {title}"))
        .collect();
    let groups: String = groups.iter().map(|group| format!("{group} › ")).collect();
    format!("{groups}{}: {}", article.id, titles.join(", "))
}

/// Where all links of an article lead, in one language.
fn links(guide: &Guide, id: &str, language: Language) -> Vec<String> {
    let article = guide
        .articles
        .iter()
        .find(|article| article.id == id)
        .expect(id);
    let texts = article
        .sections
        .iter()
        .filter_map(|section| section.texts.exact(language));
    let links = texts.flat_map(|text| text.body.links().filter(|link| !link.is_empty()));
    links.map(str::to_owned).collect()
}

/// The sections of an article as `id: languages`.
fn sections(guide: &Guide, id: &str) -> Vec<String> {
    let article = guide
        .articles
        .iter()
        .find(|article| article.id == id)
        .expect(id);
    let sections = article.sections.iter().map(|section| {
        let languages: Vec<String> = section
            .texts
            .iter()
            .map(|(language, _)| language.to_string())
            .collect();
        format!("{}: {}", section.id, languages.join(" "))
    });
    sections.collect()
}

#[test]
fn mdbook() {
    let guide = open("mdbook");
    assert_eq!(guide.title.text(Language::JA), "図書館の使い方");
    assert_eq!(
        outline(&guide),
        [
            "welcome: ja はじめに",
            "利用者の方へ › カードを作る › card: ja カードを作る",
            "利用者の方へ › カードを作る › card/renew: ja 再発行",
            "利用者の方へ › reserve: ja 予約",
            "appendix: ja 付録",
            "unlisted: ja 目次にない頁",
        ]
    );
    assert_eq!(links(&guide, "welcome", Language::JA), ["card/renew#費用"]);
    assert_eq!(links(&guide, "card/renew", Language::JA), ["card#持ち物"]);
    // A part of a listed page is none, as long as no table of contents lists it.
    let reserve = guide.find("reserve").expect("it is listed");
    let text = guide.section(reserve).texts.text(Language::JA);
    assert!(
        text.body.plain_text().contains("取り置きは七日"),
        "{text:?}"
    );
    assert!(guide.find("generated/limits").is_none());
}

#[test]
fn mkdocs() {
    let guide = open("mkdocs");
    assert_eq!(guide.languages, [Language::EN, Language::JA]);
    assert_eq!(
        outline(&guide),
        [
            "index: en Library manual, ja 図書館マニュアル",
            "Borrowing › borrowing: en Borrowing",
            "Borrowing › borrowing/late: en Late returns, ja 延滞",
            "about: en About",
        ]
    );
    let at = |id: &str| guide.find(id).map(|at| guide.id(at).to_string());
    let own = at("borrowing/late#lost");
    assert!(own.is_some());
    assert_eq!(at("borrowing/late#lost-books"), own, "an id hides no title");
    let address = "https://x.example/en/borrowing/late.html#lost-books";
    assert_eq!(at(address), own);
    assert_eq!(at("docs/borrowing/late.md#lost"), own);
    assert_eq!(at("borrowing/late#found"), None);
    assert_eq!(at("elsewhere/about"), None);
    assert_eq!(
        sections(&guide, "borrowing/late"),
        ["fines: en ja", "lost: en ja"]
    );
    assert_eq!(
        links(&guide, "index", Language::JA),
        ["borrowing/late#fines"]
    );
}

#[test]
fn docusaurus() {
    let guide = open("docusaurus");
    assert_eq!(guide.languages, [Language::EN, Language::JA]);
    assert_eq!(
        outline(&guide),
        [
            "intro: en Welcome, ja ようこそ",
            "Seats › seats/quiet: en Quiet room",
            "Seats › seats/booking: en Booking, ja 予約",
        ]
    );
    assert_eq!(
        sections(&guide, "seats/booking"),
        ["how: en ja", "cancel: en ja"]
    );
    assert_eq!(
        links(&guide, "intro", Language::JA),
        ["seats/booking#cancel"]
    );
}

#[test]
fn vitepress() {
    let guide = open("vitepress");
    assert_eq!(guide.title.text(Language::JA), "貸出案内");
    assert_eq!(
        outline(&guide),
        [
            "基本 › guide/borrow: ja 借りる",
            "基本 › guide/return: ja 返す",
            "index: ja 貸出案内",
            "more: ja その他",
        ]
    );
    assert_eq!(
        links(&guide, "index", Language::JA),
        ["guide/return#ポスト"]
    );
}

#[test]
fn hugo() {
    let guide = open("hugo");
    assert_eq!(
        outline(&guide),
        [
            "index: en City, ja 市",
            "Rubbish › docs: en Rubbish",
            "Rubbish › docs/paper: en Paper",
            "Rubbish › docs/glass: en Glass, ja びん",
            "news › news/2025-01-05-holiday: en Holiday again",
            "news › news/2024-01-05-holiday: en Holiday",
        ]
    );
    assert_eq!(links(&guide, "docs/glass", Language::EN), ["docs/paper"]);
    let glass = guide
        .articles
        .iter()
        .find(|article| article.id == "docs/glass");
    let texts = glass
        .unwrap()
        .sections
        .iter()
        .filter_map(|section| section.texts.exact(Language::EN));
    let words: String = texts.map(|text| text.body.plain_text()).collect();
    assert!(
        words.contains("on the first Monday") && !words.contains("include"),
        "{words}"
    );
    // The page is in English only, and that is where the link leads.
    assert_eq!(
        links(&guide, "docs/glass", Language::JA),
        ["docs/paper#bundles"]
    );
}

#[test]
fn jekyll() {
    let guide = open("jekyll");
    assert_eq!(
        outline(&guide),
        [
            "index: en Reading club",
            "rules: en Rules",
            "about: en About",
            "_posts/2024-05-06-first: en First evening",
        ]
    );
    assert_eq!(
        links(&guide, "index", Language::EN),
        ["_posts/2024-05-06-first"]
    );
    assert_eq!(links(&guide, "about", Language::EN), ["rules"]);
}

#[test]
fn docsify() {
    let guide = open("docsify");
    assert_eq!(
        outline(&guide),
        [
            "README: ja 図書館",
            "手続き › extend: ja 延長",
            "手続き › reserve: ja 予約",
            "license: ja license",
        ]
    );
    assert_eq!(
        links(&guide, "README", Language::JA),
        ["extend#回数", "license"],
        "a page leads to what is else for others"
    );
    let (_, problems) = load(&Source::Folder(folder("docsify")));
    let told: Vec<&str> = problems
        .iter()
        .map(|problem| problem.what.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "the link `gone.md#a` leads to no file, and 1 more link leads there",
            "the included file `../elsewhere.md` cannot be read",
        ]
    );
    let license = guide.find("license").expect("it is linked");
    assert_eq!(guide.article(license).title.text(Language::JA), "license");
}

#[test]
fn sphinx() {
    let guide = open("sphinx");
    assert_eq!(guide.title.text(Language::EN), "The reading room");
    assert_eq!(
        outline(&guide),
        [
            "index: en Welcome",
            "For readers › Guide › guide: en Guide",
            "For readers › Guide › guide/desk: en The desk",
            "For readers › hours: en Hours",
            "other: en Another page",
        ]
    );
    assert_eq!(
        links(&guide, "index", Language::EN),
        ["guide/desk", "hours#seats", "guide/desk#top"]
    );
    let start = guide.find("index").expect("it is there");
    let text = guide.section(start).texts.text(Language::EN);
    assert_eq!(
        text.body.plain_text(),
        "Ask at the desk, or see Seats in the reading room.\nBring your card."
    );
    assert_eq!(links(&guide, "guide", Language::EN), ["guide/desk"]);
}

#[test]
fn wiki() {
    let guide = open("wiki");
    assert_eq!(
        outline(&guide),
        [
            "Start › Home: en Home",
            "Start › Cards: en Cards",
            "More › Fines: en Fines",
            "Zz-unlisted: en Zz unlisted",
        ]
    );
    assert_eq!(sections(&guide, "Cards"), ["important: en", "where: en"]);
    assert_eq!(links(&guide, "Home", Language::EN), ["Fines#late"]);
}

#[test]
fn obsidian() {
    let guide = open("obsidian");
    assert_eq!(
        outline(&guide),
        [
            "Late books: en Late books, ja 延滞した本",
            "Start here: en Start here, ja はじめに"
        ]
    );
    assert_eq!(sections(&guide, "Late books"), ["fines: en ja"]);
    assert_eq!(
        links(&guide, "Start here", Language::EN),
        ["Late books#fines", "Start here"]
    );
    assert_eq!(
        links(&guide, "Start here", Language::JA),
        ["Late books#fines"]
    );
}

#[test]
fn logseq() {
    let guide = open("logseq");
    assert_eq!(
        outline(&guide),
        ["Shelf: en Shelf", "Shelf___Label: en Shelf/Label"]
    );
    assert_eq!(
        sections(&guide, "Shelf"),
        ["top: en", "rules: en", "heavy-books: en"]
    );
    assert_eq!(
        links(&guide, "Shelf", Language::EN),
        ["Shelf___Label", "Shelf___Label#colours"]
    );
}

#[test]
fn dendron() {
    let guide = open("dendron");
    assert_eq!(
        outline(&guide),
        [
            "root: en Home",
            "cards: en Cards",
            "Loans › loans: en Loans",
            "Loans › Late › loans.late: en Late",
            "Loans › Late › loans.late.fines: en Fines",
            "Loans › loans.renew: en Renew",
        ]
    );
    assert_eq!(
        links(&guide, "root", Language::EN),
        ["loans.late.fines", "cards"]
    );
    let root = guide.articles[0].sections[0].texts.text(Language::EN);
    assert_eq!(
        root.body.plain_text(),
        "About root. See the fines and Cards."
    );
}

#[test]
fn notion() {
    let guide = open("notion");
    let library = "Library 0f3c5a7be1d24c6f8a9b0c1d2e3f4a5b";
    let cards = format!("{library}/Cards and fines 1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d");
    assert_eq!(
        outline(&guide),
        [
            format!("Library › {library}: en Library"),
            format!("Library › {cards}: en Cards and fines"),
            format!("Library › {library}/Rooms 9a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d: en Rooms"),
        ]
    );
    assert_eq!(links(&guide, library, Language::EN), [cards]);
}

#[test]
fn starlight() {
    let guide = open("starlight");
    assert_eq!(
        outline(&guide),
        [
            "Guides › guides/second: en Second",
            "Guides › guides/first: en First, ja 一番目",
            "Reference › reference/b: en B",
            "Reference › reference/a: en A",
            "index: en Shelves",
        ]
    );
    assert_eq!(links(&guide, "index", Language::EN), ["guides/second#rule"]);
    assert_eq!(
        links(&guide, "guides/first", Language::JA),
        ["guides/second"]
    );
}

#[test]
fn plain() {
    let guide = open("plain");
    assert_eq!(
        outline(&guide),
        [
            "README: ja 町の手引き",
            "FAQ: ja よくある質問",
            "notes/memo: ja memo",
            "暮らし › 暮らし/2 水道: ja 2 水道",
            "暮らし › 暮らし/10 引越し: ja 10 引越し",
            "暮らし › 暮らし/ごみ: ja ごみ",
        ]
    );
    assert_eq!(
        links(&guide, "README", Language::JA),
        ["暮らし/ごみ", "FAQ"]
    );
}

#[test]
fn a_single_file_is_a_guide_too() {
    let file = folder("plain").join("FAQ.md");
    let (guide, problems) = load(&Source::Folder(file));
    assert_eq!(problems, []);
    assert_eq!(outline(&guide.expect("a guide")), ["FAQ: ja よくある質問"]);
}

/// A manual in `examples`: README.md shows them.
#[track_caller]
fn example(name: &str) -> Guide {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples");
    let (guide, problems) = load(&Source::Folder(folder.join(name)));
    assert_eq!(problems, []);
    guide.expect("nothing is refused")
}

#[test]
fn the_example_of_a_library() {
    let guide = example("library");
    assert_eq!(guide.languages, [Language::EN, Language::JA]);
    assert_eq!(guide.desks.len(), 2);
    assert_eq!(
        outline(&guide),
        [
            "index: en Town library manual, ja 町立図書館の手引き",
            "Borrowing › borrowing/card: en Library card, ja 利用カード",
            "Borrowing › borrowing/loans: en Loans, ja 借りる・返す",
            "Borrowing › borrowing/late: en Late returns, ja 返却が遅れたとき",
            "Borrowing › borrowing/reserve: en Reservations, ja 予約",
            "At the library › rooms: en Rooms, ja 部屋",
            "At the library › print: en Copies and prints",
            "faq: en Questions, ja よくある質問",
        ]
    );
    assert_eq!(
        sections(&guide, "borrowing/loans"),
        ["how-much: en ja", "extend: en ja", "return: en ja"]
    );
}

#[test]
fn the_example_of_bicycles() {
    let guide = example("bicycles");
    assert_eq!(guide.title.text(Language::JA), "町の自転車");
    let outline = outline(&guide);
    assert_eq!(outline[1], "借りる › rent/register: ja 登録");
    assert_eq!(outline.last().unwrap(), "about: ja この手引きについて");
    assert_eq!(
        links(&guide, "rent/ride", Language::JA),
        ["trouble/late", "rent/price#追加の料金"]
    );
}

#[test]
fn the_example_of_a_garden() {
    let guide = example("garden");
    assert_eq!(
        outline(&guide)[1],
        "Plots › Plots/Getting a plot: en Getting a plot"
    );
    assert_eq!(
        links(&guide, "Seasons/November", Language::EN),
        ["Plots/Water#taps"]
    );
}
