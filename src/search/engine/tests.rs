//! That scores are tantivy's, in an index of one segment and of several, of all documents and of the best.

use std::collections::BTreeMap;

use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::query::{BoostQuery, DisjunctionMaxQuery, Query as IndexQuery, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Index, Term as IndexTerm};

use super::*;
use crate::search::analysis::Analyser;
use crate::search::document::indexed;
use crate::search::{indexer, testing};
use crate::text::fold::fold;

/// What the engine says that it computes for a term, as tantivy's own query.
fn as_index_query(term: &Term) -> DisjunctionMaxQuery {
    let fields = Fields::new();
    let parts = fields.by(term.analyser).into_iter().enumerate();
    let parts = parts.map(|(number, field)| -> Box<dyn IndexQuery> {
        let weight = schema::weight(term.analyser, number, &term.text);
        let term = IndexTerm::from_field_text(field, &indexed(term.analyser, &term.text));
        let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
        Box::new(BoostQuery::new(Box::new(query), weight))
    });
    DisjunctionMaxQuery::with_tie_breaker(parts.collect(), schema::tie_breaker(&term.text))
}

const LANGUAGES: [Language; 2] = testing::LANGUAGES;

fn index() -> Index {
    indexer::write(&testing::bicycles(), RamDirectory::create()).unwrap()
}

fn terms() -> Vec<Term> {
    let term = |analyser, text: &str| Term {
        analyser,
        text: text.to_owned(),
    };
    vec![
        term(Analyser::Words, "鍵"),
        term(Analyser::Grams, "受付"),
        term(Analyser::Words, "0120000123"),
        term(Analyser::Words, "key"),
        term(Analyser::Words, "の"),
        term(Analyser::Whole, "返却と延長"),
        term(Analyser::Words, "nowhere"),
    ]
}

#[test]
fn scores_are_those_of_tantivy() {
    let index = index();
    let engine = Engine::open(&index, &LANGUAGES).unwrap();
    let searcher = index.reader().unwrap().searcher();
    let terms = terms();
    let findings = engine
        .find(&terms, &vec![1.0; terms.len()], Language::JA)
        .unwrap();
    for (number, term) in terms.iter().enumerate() {
        let ours: BTreeMap<DocId, f32> = findings
            .found
            .iter()
            .map(|found| (found.row, findings.scores(found.row)[number]))
            .filter(|&(_, score)| score > 0.0)
            .map(|(row, score)| (DocId::try_from(row).unwrap(), score))
            .collect();
        let collector = TopDocs::with_limit(100).order_by_score();
        let theirs: BTreeMap<DocId, f32> = searcher
            .search(&as_index_query(term), &collector)
            .unwrap()
            .into_iter()
            .map(|(score, address)| (address.doc_id, score))
            .collect();
        let keys = |map: &BTreeMap<DocId, f32>| map.keys().copied().collect::<Vec<_>>();
        assert_eq!(keys(&ours), keys(&theirs), "{term:?}");
        assert_eq!(ours.is_empty(), term.text == "nowhere", "{term:?}");
        assert_eq!(findings.known[number], term.text != "nowhere");
        for (document, score) in &ours {
            assert!((score - theirs[document]).abs() < 1e-4, "{term:?}");
        }
    }
}

#[test]
fn a_document_for_each_text_and_all_who_are_shown_it() {
    let engine = Engine::open(&index(), &LANGUAGES).unwrap();
    assert_eq!(engine.documents, 6);
    // The helmets have no Japanese text: Japanese readers get the English one.
    let helmets = [Term {
        analyser: Analyser::Words,
        text: "helmets".to_owned(),
    }];
    for lang in LANGUAGES {
        let found = engine.find(&helmets, &[1.0], lang).unwrap().found;
        let [found] = &found[..] else {
            panic!("{found:?}");
        };
        assert_eq!((found.section.article, found.lang), (3, lang));
        assert!((0..LANGUAGES.len()).all(|place| found.readers.have(place)));
    }
}

#[test]
fn what_has_a_title_or_asks_a_question_is_found_by_all_of_it() {
    let guide = testing::bicycles();
    let languages = Languages::of(&guide.languages);
    let index = indexer::write(&guide, RamDirectory::create()).unwrap();
    let engine = Engine::open(&index, &guide.languages).unwrap();
    let titled = |text: &str| {
        let mut titled = Titled::default();
        engine.add_titled(text, &languages, &mut titled).unwrap();
        titled.0.len()
    };
    let (_, section) = guide.sections().next().unwrap();
    let title = fold(&section.texts.get(Language::JA).1.title);
    assert!(titled(&title) > 0, "{title}");
    assert_eq!(titled(&format!("{title}を")), 0);
    assert_eq!(titled("、"), 0);
}

#[test]
fn an_index_with_other_fields_is_refused() {
    let index = Index::create_in_ram(tantivy::schema::Schema::builder().build());
    assert!(Engine::open(&index, &LANGUAGES).is_err());
}

#[test]
fn few_documents_of_a_large_guide_score_as_all_of_a_small_one() {
    let engine = Engine::open(&index(), &LANGUAGES).unwrap();
    let lookups: Vec<Lookup> = terms()
        .iter()
        .map(|term| engine.look_up(term).unwrap())
        .collect();
    let some = engine
        .candidates(&lookups, &vec![1.0; lookups.len()], Language::JA)
        .unwrap();
    assert!(!some.is_empty() && some.is_sorted());
    let all: Vec<DocId> = (0..engine.documents).collect();
    let (few, every) = (
        engine.score(&lookups, &some).unwrap(),
        engine.score(&lookups, &all).unwrap(),
    );
    let width = lookups.len();
    for (row, &document) in some.iter().enumerate() {
        let document = document as usize;
        assert_eq!(
            few[row * width..(row + 1) * width],
            every[document * width..(document + 1) * width]
        );
    }
    // What is left out of the first pass stands in no term.
    for document in all.iter().filter(|document| !some.contains(document)) {
        let document = *document as usize;
        let row = &every[document * width..(document + 1) * width];
        assert!(row.iter().all(|&score| score == 0.0));
    }
}

#[test]
fn who_has_all_words_is_first_in_the_first_pass() {
    let section = |title, body| [(Language::JA, title, body, &[][..])];
    let guide = testing::guide(&[
        (
            "a",
            &section(
                "鍵の貸し出し",
                "鍵は受付にあります。鍵の番号も鍵にあります。",
            ),
        ),
        (
            "b",
            &section("鍵の返し方", "鍵を箱に入れます。鍵の箱は鍵で開きます。"),
        ),
        (
            "c",
            &section(
                "なくしたとき",
                "駅で鍵をなくした人は、再発行の窓口で用紙に名前と住所を書いてください。",
            ),
        ),
    ]);
    let index = indexer::write(&guide, RamDirectory::create()).unwrap();
    let engine = Engine::open(&index, &guide.languages).unwrap();
    let lookups = ["鍵", "窓口"].map(|text| {
        let text = text.to_owned();
        let analyser = Analyser::Words;
        engine.look_up(&Term { analyser, text }).unwrap()
    });
    let mut board = Board::default();
    board.resize(engine.documents);
    engine.add_up(&lookups, &[1.0, 0.1], &mut board).unwrap();
    let all = || std::iter::once(0..engine.documents);
    let [first] = board.highest(all(), 1)[..] else {
        panic!("there is one");
    };
    let (section, _) = engine.describe(first).unwrap();
    assert_eq!(section.article, 2);
    assert_eq!(board.highest(all(), 10).len(), 3);
}
