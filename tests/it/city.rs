//! The guide of a city in `examples/`: six languages, each with all of it, each found by its own words.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use madoguchi::guide::{Guide, Source, load};
use madoguchi::i18n::SPOKEN;
use madoguchi::language::Language;
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::Store;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/city")
}

fn city() -> Arc<Guide> {
    static GUIDE: OnceLock<Arc<Guide>> = OnceLock::new();
    let load = || Arc::new(load(&Source::Folder(folder())).0.unwrap());
    Arc::clone(GUIDE.get_or_init(load))
}

/// The section that is found first.
fn first(query: &str, lang: &str) -> Option<String> {
    static SEARCHER: OnceLock<Searcher> = OnceLock::new();
    let searcher = SEARCHER.get_or_init(|| Store::new(None).open_or_build(&city()).0);
    let results = searcher.search(query, lang.parse().unwrap(), 10);
    let hit = results.hits.first()?;
    Some(city().id(hit.section).to_string())
}

#[test]
fn nothing_in_it_is_odd_and_every_text_is_in_every_language() {
    let (_, problems) = load(&Source::Folder(folder()));
    assert!(problems.is_empty(), "{problems:?}");
    let guide = city();
    for language in SPOKEN {
        assert!(guide.languages.contains(&language), "{language}");
    }
    for (at, section) in guide.sections() {
        for &language in &guide.languages {
            let text = section.texts.exact(language);
            let text = text.unwrap_or_else(|| panic!("{} in {language}", guide.id(at)));
            assert!(!text.title.is_empty() && !text.questions.is_empty());
            assert!(!text.body.plain_text().is_empty());
        }
    }
    let named = |name: &madoguchi::language::Localized<String>| {
        let languages: Vec<Language> = name.iter().map(|(of, _)| of).collect();
        assert_eq!(languages, guide.languages);
    };
    named(&guide.title);
    guide.desks.iter().for_each(|desk| named(&desk.name));
}

#[test]
fn every_language_is_found_by_its_words_and_endings() {
    for (query, lang, expected) in [
        ("大件垃圾费用", "zh-Hans", "rubbish#bulky"),
        ("大型垃圾費用", "zh-Hant", "rubbish#bulky"),
        ("ソファーを捨てたい", "ja", "rubbish#bulky"),
        ("sodaigomi", "ja", "rubbish#bulky"),
        ("소파를 버리려면", "ko", "rubbish#bulky"),
        ("대형쓰레기", "ko", "rubbish#bulky"),
        ("電池は どこに すてますか", "ja-x-easy", "rubbish#sorting"),
    ] {
        assert_eq!(first(query, lang).as_deref(), Some(expected), "{query}");
    }
}

#[test]
fn the_scripts_of_chinese_find_each_other() {
    for (query, lang, expected) in [
        ("电池扔在哪里", "zh-Hant", "rubbish#sorting"),
        ("個人編號卡遺失", "zh-Hans", "certificates#my-number"),
        ("洗衣机", "zh-Hant", "rubbish#bulky"),
        ("洗衣機", "zh-Hans", "rubbish#bulky"),
    ] {
        assert_eq!(first(query, lang).as_deref(), Some(expected), "{query}");
    }
}
