//! Query → hits.

use std::collections::HashMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use tantivy::directory::RamDirectory;

use super::concepts::Concepts;
use super::document::id_number;
use super::engine::{Engine, Findings, Found};
use super::highlight::Highlighter;
use super::hit::Asked;
use super::languages::Languages;
use super::query::Query;
use super::relevance::{self, Matched, Ranking, TOPIC};
use super::{Results, indexer};
use crate::guide::{Article, Guide, SectionRef, SectionText};
use crate::language::Language;
use crate::text::clean::clean;
use crate::text::fold::fold;

/// As many bytes of texts are read for the query as it was typed: more than a real query matches.
const READ_FOR_QUERY: usize = 2 << 20;

/// How many titles of articles are compared with a query, the best first.
const TITLES_FOR_QUERY: usize = 100;

/// As many bytes of texts are read for sentences that show the words; when they are used up, of each text its beginning.
const READ_FOR_SNIPPETS: usize = 64 << 10;
const BEGINNING: usize = 4 << 10;

/// How near in meaning words of the guide must be to stand for one that it does not have, and how many do.
const NEAR: f32 = 0.5;
const NEIGHBOURS: usize = 6;

/// How many sections are shown as the nearest where nothing matched.
const NEAREST: usize = 5;

/// An open index together with the guide it was built from.
pub struct Searcher {
    guide: Arc<Guide>,
    /// For each article whether it tells news: asked of every candidate at every key.
    news: Vec<bool>,
    concepts: Arc<Concepts>,
    languages: Languages,
    engine: Option<Engine>,
    /// Where the sections of this guide are by their ids, if the index is that of an earlier state of the guide.
    moved: Option<HashMap<u64, SectionRef>>,
    /// The index of a large guide is not replaced by one in memory: that takes too long for an answer.
    is_large: bool,
    is_broken: AtomicBool,
    /// Built in memory when the index turns out to be broken although its sums were right.
    replacement: OnceLock<Option<Engine>>,
}

impl fmt::Debug for Searcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Searcher")
            .field("guide", &self.guide.id)
            .field("engine", &self.engine)
            .finish_non_exhaustive()
    }
}

impl Searcher {
    pub(super) fn new(guide: Arc<Guide>, engine: Engine) -> Self {
        Self::with(guide, Some(engine))
    }

    fn with(guide: Arc<Guide>, engine: Option<Engine>) -> Self {
        let languages = Languages::of(&guide.languages);
        Self {
            concepts: Arc::new(Concepts::of(&guide.glossary, languages.clone())),
            languages,
            news: guide.articles.iter().map(Article::is_news).collect(),
            guide,
            engine,
            moved: None,
            is_large: false,
            is_broken: AtomicBool::new(false),
            replacement: OnceLock::new(),
        }
    }

    /// A searcher that finds nothing once its index is broken, and says so: see [`Self::is_broken`].
    pub(super) fn of_large(guide: Arc<Guide>, engine: Engine) -> Self {
        Self {
            is_large: true,
            ..Self::new(guide, engine)
        }
    }

    /// A searcher that looks for the sections of this guide in the index of an earlier state of it. What it finds was
    /// right then; sections that are gone are left out.
    pub(super) fn of_previous(guide: Arc<Guide>, engine: Engine) -> Self {
        let sections = guide.sections();
        let moved = sections.map(|(at, _)| (id_number(&guide.id(at).to_string()), at));
        Self {
            moved: Some(moved.collect()),
            ..Self::of_large(guide, engine)
        }
    }

    /// Reads what the first search would have to wait for, of a large index. What is wrong with it the searches will say.
    pub fn warm(&self) {
        if let (Some(engine), true) = (&self.engine, self.is_large) {
            let warmed = catch_unwind(AssertUnwindSafe(|| engine.warm()));
            log::debug!("the index is warm: {}", matches!(warmed, Ok(Ok(()))));
        }
    }

    /// Whether a large index turned out to be broken: what was found since is nothing, and it must be built anew.
    pub fn is_broken(&self) -> bool {
        self.is_broken.load(Ordering::Relaxed)
    }

    /// Whether it finds the sections of this guide, in this state.
    pub(super) fn is_of(&self, guide: &Guide) -> bool {
        self.guide.digest == guide.digest
    }

    /// Builds the index in memory. Should even that fail, searches find nothing; the guide can still be read.
    pub(super) fn in_memory(guide: Arc<Guide>) -> Self {
        let engine = build_in_memory(&guide);
        Self::with(guide, engine)
    }

    /// Finds the sections for a query as typed so far. Never fails: a query is just text.
    ///
    /// `limit` bounds [`Results::hits`], not [`Results::total`]. Sections that score the same come in the guide's order.
    /// When the reader's language has nothing, the hits are in another one; see [`Hit::language`](super::Hit::language).
    pub fn search(&self, query: &str, lang: Language, limit: usize) -> Results {
        let started = Instant::now();
        let (parsed, findings) = self.ask(query, lang);
        let typed = query.trim();
        // Of a single word the terms say all.
        let may_be_verbatim = parsed.words.len() + parsed.loose.len() > 1;
        let readers = (lang, self.guide.languages.as_slice());
        let mut budget = READ_FOR_QUERY;
        let is_news = |found: &Found| self.news[found.section.article];
        let folded = fold(typed);
        let mut titles = TITLES_FOR_QUERY;
        let bonus = |found: &Found| {
            let mut bonus = 1.0;
            if may_be_verbatim {
                let text = self.text(found).1;
                if take(&mut budget, text.bytes()) == text.bytes() && text.has(typed) {
                    bonus *= relevance::verbatim(typed);
                }
            }
            if found.section.section == 0 && take(&mut titles, 1) == 1 {
                let title = self.guide.article(found.section).title.text(found.lang);
                if is_topic(&fold(title), &folded) {
                    bonus *= TOPIC;
                }
            }
            bonus
        };
        let Ranking { matches, near } =
            relevance::rank(&parsed, &findings, readers, is_news, bonus);
        let languages = self.languages.clone();
        let highlighter = Arc::new(Highlighter::of(&parsed, &self.concepts, languages));
        let asked = Arc::new(Asked {
            guide: Arc::clone(&self.guide),
            concepts: Arc::clone(&self.concepts),
            highlighter: Arc::clone(&highlighter),
            query: parsed,
        });
        let hits = |matches: Vec<Matched>, limit: usize| {
            let mut budget = READ_FOR_SNIPPETS;
            let best = matches.into_iter().take(limit);
            best.map(|matched| {
                let text = self.text(&matched.found).1;
                let read = take(&mut budget, text.bytes()).max(BEGINNING);
                asked.hit(matched, read)
            })
            .collect()
        };
        let total = matches.len();
        Results {
            query: clean(query).replace('\n', " "),
            language: lang,
            total,
            at_least: findings.more,
            nearest: if total == 0 {
                hits(near, limit.min(NEAREST))
            } else {
                Vec::new()
            },
            hits: hits(matches, limit),
            suggestions: asked
                .query
                .correction
                .iter()
                .map(|correction| clean(correction).into_owned())
                .collect(),
            readings: asked.query.readings.clone(),
            took: started.elapsed(),
            highlighter,
        }
    }

    /// Asks the index. A broken one is replaced by one in memory: tantivy checks little of what it reads, and panics on
    /// some of what it does not expect.
    fn ask(&self, query: &str, lang: Language) -> (Query, Findings) {
        let ask = |engine: &Engine| -> tantivy::Result<(Query, Findings)> {
            let (lexicon, about) = (engine.lexicon(), engine.meaning());
            let mut query = Query::parse(query, lexicon, &self.concepts, &self.languages);
            let mut findings = engine.find(&query.terms, &query.weights(), lang)?;
            let neighbours = |word: &str| about.neighbours(word, NEAR, NEIGHBOURS);
            if query.relate(lexicon, &self.languages, &findings.known, neighbours) {
                findings = engine.find(&query.terms, &query.weights(), lang)?;
            }
            if let Some(about) = about.query(&query.folded, |place| query.weight_at(place)) {
                engine.compare(&about, &mut findings);
            }
            let findings = self.within_guide(findings, engine)?;
            Ok((query, findings))
        };
        if self.is_broken() {
            return Default::default();
        }
        if let Some(engine) = &self.engine
            && self.replacement.get().is_none()
        {
            match catch_unwind(AssertUnwindSafe(|| ask(engine))) {
                Ok(Ok(answer)) => return answer,
                Ok(Err(error)) => log::warn!("the index is broken: {error}"),
                Err(_) => log::warn!("the index is broken"),
            }
            if self.is_large {
                self.is_broken.store(true, Ordering::Relaxed);
                return Default::default();
            }
        }
        let replacement = self
            .replacement
            .get_or_init(|| build_in_memory(&self.guide))
            .as_ref();
        let answer = replacement.and_then(|engine| ask(engine).ok());
        answer.unwrap_or_default()
    }

    /// A foreign index may hold sections that this guide has not.
    fn within_guide(&self, mut findings: Findings, engine: &Engine) -> tantivy::Result<Findings> {
        if let Some(moved) = &self.moved {
            let mut found = Vec::with_capacity(findings.found.len());
            for mut one in findings.found {
                let now = engine.id(&one)?.and_then(|id| moved.get(&id));
                if let Some(&now) = now {
                    one.section = now;
                    found.push(one);
                }
            }
            findings.found = found;
        }
        findings.found.retain(|found| {
            let at = found.section;
            let article = self.guide.articles.get(at.article);
            article.is_some_and(|article| at.section < article.sections.len())
        });
        Ok(findings)
    }

    fn text(&self, found: &Found) -> (Language, &SectionText) {
        self.guide.section(found.section).texts.get(found.lang)
    }
}

/// Whether a query names the topic of an article: it is what the title says, or nearly all of that. A title that goes on at
/// length is about something else. Both folded.
fn is_topic(title: &str, query: &str) -> bool {
    let begins = title
        .strip_prefix(query)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let is_nearly_all = title.contains(query) && 2 * query.len() >= title.len();
    !query.is_empty() && (begins || is_nearly_all)
}

/// Takes as much from what is left as there is, but no more than is wanted.
fn take(left: &mut usize, wanted: usize) -> usize {
    let taken = wanted.min(*left);
    *left -= taken;
    taken
}

fn build_in_memory(guide: &Guide) -> Option<Engine> {
    let built = catch_unwind(AssertUnwindSafe(|| {
        let index = indexer::write(guide, RamDirectory::create())?;
        Engine::open(&index, &guide.languages)
    }));
    match built {
        Ok(Ok(engine)) => Some(engine),
        Ok(Err(error)) => {
            log::error!("cannot build the index: {error}");
            None
        }
        Err(_) => {
            log::error!("cannot build the index");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;
    use crate::search::Hit;
    use crate::search::testing::{bicycles, guide, searcher};

    /// The articles found, best first.
    fn found(query: &str, lang: Language) -> Vec<String> {
        let guide = bicycles();
        let results = searcher(&guide).search(query, lang, 10);
        assert_eq!(results.total, results.hits.len());
        let article = |hit: &Hit| guide.article(hit.section).id.clone();
        results.hits.iter().map(article).collect()
    }

    #[test]
    fn finds_sections() {
        let check = |query: &str, lang: Language, expected: &[&str]| {
            assert_eq!(found(query, lang), expected, "{query}");
        };
        check("返却", Language::JA, &["return"]);
        check("借りたい", Language::JA, &["rent"]);
        check("鍵をなくした", Language::JA, &["lost", "rent", "return"]);
        check("鍵", Language::JA, &["lost", "rent", "return"]);
        check("hiring bikes", Language::EN, &["rent"]);
        check("延", Language::JA, &["return"]);
        check("自転", Language::JA, &["rent"]);
        check("exten", Language::EN, &["return"]);
        for number in [
            "0120-000-123",
            "0120000123",
            "０１２０ー０００ー１２３",
            "0120000",
        ] {
            check(number, Language::JA, &["return"]);
        }
        for nothing in [
            "",
            "  ",
            "?!",
            "天気予報",
            "weather",
            "\u{1F6B2}",
            "\u{1b}[31m",
        ] {
            check(nothing, Language::JA, &[]);
        }
    }

    #[test]
    fn a_topic_is_all_or_nearly_all_of_a_title() {
        for (title, query, expected) in [
            ("解約", "解約", true),
            ("解約する", "解約", true),
            ("cors (sharing)", "cors", true),
            ("corsetry for beginners", "cors", false),
            ("how to pay by card", "pay", false),
            ("解約", "", false),
        ] {
            assert_eq!(is_topic(title, query), expected, "{title} {query}");
        }
    }

    #[test]
    fn news_come_after_what_says_how_things_are() {
        let texts = |text| [(Language::JA, "補助", text, &[][..])];
        let (short, long) = (
            texts("補助の申し込みは窓口です。"),
            texts("補助。補助の案内。"),
        );
        let ids = |id: &str| {
            let guide = guide(&[(id, &long), ("apply", &short)]);
            let hits = searcher(&guide).search("補助", Language::JA, 2).hits;
            let article = |hit: &Hit| guide.article(hit.section).id.clone();
            hits.iter().map(article).collect::<Vec<_>>()
        };
        assert_eq!(ids("guide"), ["guide", "apply"]);
        assert_eq!(ids("changelog"), ["apply", "changelog"]);
    }

    /// The articles found in a guide of Japanese sections, best first, and what was corrected.
    fn found_in(
        sections: &[(&str, &'static str, &'static str)],
        query: &str,
    ) -> (Vec<String>, Vec<String>) {
        let texts: Vec<_> = sections
            .iter()
            .map(|&(id, title, text)| (id, [(Language::JA, title, text, &[][..])]))
            .collect();
        let texts: Vec<_> = texts.iter().map(|(id, texts)| (*id, &texts[..])).collect();
        let guide = guide(&texts);
        let results = searcher(&guide).search(query, Language::JA, 10);
        let article = |hit: &Hit| guide.article(hit.section).id.clone();
        (
            results.hits.iter().map(article).collect(),
            results.suggestions,
        )
    }

    const TOWN: [(&str, &str, &str); 9] = [
        ("rubbish", "収集", "家庭ごみは朝八時までに出してください。"),
        (
            "pool",
            "市民プール",
            "場所を教えてください、と聞かれることが多いので、地図があります。",
        ),
        ("counter", "時間外窓口", "夜は時間外窓口があります。"),
        ("moving", "引っ越し", "市内で引っ越したときは届け出ます。"),
        ("gift", "寄付", "寄付は銀行で受け付けます。"),
        (
            "net",
            "接続",
            "Wi-Fi は 12月 から使えます。log in してください。",
        ),
        (
            "range",
            "範囲",
            "`..=` は終わりを含みます。C++ にはありません。",
        ),
        ("dog", "犬", "犬の登録と、里親の募集。"),
        ("names", "名前", "窓口の高橋が担当します。"),
    ];

    #[test]
    fn questions_and_other_spellings_find_what_they_are_about() {
        for (query, first) in [
            ("粗大ごみ", "rubbish"),
            ("燃えるゴミ", "rubbish"),
            ("犬の里親", "dog"),
            ("時間外窓口の場所を教えてください", "counter"),
            ("引越し", "moving"),
            ("寄附", "gift"),
            ("髙橋", "names"),
            ("wifi", "net"),
            ("login", "net"),
            ("十二月", "net"),
            ("..=", "range"),
            ("c++", "range"),
            ("きふ", "gift"),
            ("きhu", "gift"),
            ("転居", "moving"),
        ] {
            let (found, _) = found_in(&TOWN, query);
            assert_eq!(
                found.first().map(String::as_str),
                Some(first),
                "{query}: {found:?}"
            );
        }
    }

    #[test]
    fn without_evidence_nothing_is_corrected() {
        let sections = [
            (
                "wife",
                "妻",
                "wife と husband のこと。can は缶です。パートの死体と該当者。",
            ),
            ("lock", "鍵", "lock します。"),
        ];
        for query in [
            "wifi",
            "i cant see",
            "unlock",
            "アパート",
            "請求したいんやけど",
            "街灯",
            "hulu",
        ] {
            let (found, corrected) = found_in(&sections, query);
            assert_eq!(corrected, [""; 0], "{query}: {found:?}");
        }
        let (found, corrected) = found_in(&sections, "husbnad");
        assert_eq!(
            (found, corrected),
            (vec!["wife".to_owned()], vec!["husband".to_owned()])
        );
    }

    #[test]
    fn a_title_hides_nothing_that_has_all_words() {
        let long = "usestate を使います。".to_owned() + &"ほかの話を長く続けます。".repeat(200);
        let long: &'static str = long.leak();
        let (found, _) = found_in(
            &[
                ("reference", "usestate", "usestate usestate"),
                ("tutorial", "始め方", long),
                ("other", "別", "何もない。"),
            ],
            "usestate",
        );
        assert_eq!(found, ["reference", "tutorial"]);
    }

    #[test]
    fn what_is_found_by_meaning_alone_comes_last_and_says_so() {
        let sections = [
            ("moving", "引っ越し", "引っ越したときは届け出ます。"),
            ("pets", "犬", "飼い主が登録します。"),
        ];
        let texts: Vec<_> = sections
            .map(|(id, title, text)| (id, [(Language::JA, title, text, &[][..])]))
            .to_vec();
        let texts: Vec<_> = texts.iter().map(|(id, texts)| (*id, &texts[..])).collect();
        let guide = guide(&texts);
        let hits = searcher(&guide).search("転居 登録", Language::JA, 10).hits;
        let vias: Vec<_> = hits
            .iter()
            .map(|hit| {
                (
                    guide.article(hit.section).id.as_str(),
                    hit.shown().matched[0].via,
                )
            })
            .collect();
        assert_eq!(
            vias,
            [
                ("pets", crate::search::Via::Exact),
                ("moving", crate::search::Via::Related)
            ]
        );
    }

    #[test]
    fn what_has_no_text_in_the_readers_language_is_found_in_the_other() {
        let guide = bicycles();
        let searcher = searcher(&guide);
        let language = |query: &str, lang| {
            searcher
                .search(query, lang, 1)
                .hits
                .first()
                .map(|hit| hit.language)
        };
        assert_eq!(language("helmet", Language::JA), Some(Language::EN));
        assert_eq!(language("弁償", Language::EN), Some(Language::JA));
        // Both have a text, but only the other language's has the word.
        assert_eq!(language("counter", Language::JA), Some(Language::EN));
        assert_eq!(language("受付", Language::EN), Some(Language::JA));
        assert_eq!(language("返却", Language::JA), Some(Language::JA));
    }

    #[test]
    fn says_how_it_matched() {
        let guide = bicycles();
        let matched = |query: &str| {
            let hit = searcher(&guide)
                .search(query, Language::EN, 1)
                .hits
                .remove(0);
            hit.shown()
                .matched
                .iter()
                .map(|m| (m.term.clone(), m.via.name()))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            matched("key count"),
            [("key".into(), "exact"), ("count".into(), "prefix")]
        );
        assert_eq!(matched("the counter"), [("counter".into(), "exact")]);
    }

    #[test]
    fn shows_where_it_matched() {
        let hit = searcher(&bicycles())
            .search("自転車の料金", Language::JA, 1)
            .hits
            .remove(0);
        let shown = hit.shown();
        assert_eq!(shown.snippet.text, "料金は1時間200円です。");
        let marked = |text: &str, marks: &[Range<usize>]| {
            marks
                .iter()
                .map(|mark| text[mark.clone()].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(marked(&shown.snippet.text, &shown.snippet.marks), ["料金"]);
        assert_eq!(marked("自転車を借りる", &shown.title_marks), ["自転車"]);
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

    #[test]
    fn equal_scores_come_in_the_guides_order() {
        let text = [(Language::JA, "題", "同じ内容", &[][..])];
        let guide = crate::search::testing::guide(&[("b", &text), ("a", &text), ("c", &text)]);
        let results = searcher(&guide).search("内容", Language::JA, 2);
        let articles: Vec<usize> = results.hits.iter().map(|hit| hit.section.article).collect();
        assert_eq!(articles, [0, 1]);
        assert_eq!(results.total, 3);
    }

    #[test]
    fn a_guide_without_sections_finds_nothing() {
        let guide = crate::search::testing::guide(&[]);
        assert_eq!(searcher(&guide).search("内容", Language::JA, 2).total, 0);
    }

    #[test]
    fn an_index_of_another_guide_shows_nothing_that_is_not_there() {
        let engine = build_in_memory(&bicycles()).unwrap();
        let small = crate::search::testing::guide(&[("a", &[(Language::JA, "題", "鍵の話", &[])])]);
        let results = Searcher::new(small, engine).search("鍵", Language::JA, 10);
        assert!(results.hits.iter().all(|hit| hit.section.article == 0));
    }
}
