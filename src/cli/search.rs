//! `madoguchi search`: hits as text or JSON.

use std::sync::Arc;

use serde::Serialize;

use super::progress::{Watch, stopped};
use super::{Context, Failure, Outcome, Output, args};
use crate::guide::Guide;
use crate::i18n::screen::{hit_language, texts};
use crate::search::highlight::split;
use crate::search::progress::Report;
use crate::search::searcher::Searcher;
use crate::search::store::Store;
use crate::search::{Hit, Results};

pub(super) fn run(
    context: &Context,
    args: &args::Search,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let guide = Arc::new(context.guide()?);
    let reader = guide.language_for(context.language);
    let store = Store::new(context.home.index.clone());
    let query = args.query.join(" ");
    let mut watch = Watch::new(reader);
    let results = search(
        &store,
        &guide,
        &mut |progress| watch.report(progress),
        |searcher| searcher.search(&query, reader, args.limit),
    );
    let signal = watch.end();
    let Some(results) = results else {
        return Ok(stopped(signal));
    };
    if args.json {
        out.json(&answer(&guide, &results))?;
    } else if results.hits.is_empty() {
        let texts = texts(reader);
        out.text(&format!(
            "{}\n{}\n",
            texts.nothing_found, texts.nothing_found_hint
        ))?;
    } else {
        let text: String = results
            .hits
            .iter()
            .map(|hit| entry(&guide, &results, hit, out))
            .collect();
        out.bytes(text.as_bytes())?;
    }
    Ok(if results.hits.is_empty() {
        Outcome::Negative
    } else {
        Outcome::Fine
    })
}

/// Searches; an index that turns out to be broken meanwhile is built anew. `None` if a build was stopped.
fn search(
    store: &Store,
    guide: &Arc<Guide>,
    report: &mut Report<'_>,
    ask: impl Fn(&Searcher) -> Results,
) -> Option<Results> {
    let (searcher, _) = store.open_or_build_with(guide, report)?;
    let results = ask(&searcher);
    if !searcher.is_broken() {
        return Some(results);
    }
    let (searcher, _) = store.replace(guide, report)?;
    Some(ask(&searcher))
}

/// A hit for people: where, its address, and the sentence that shows the match.
fn entry(guide: &Guide, results: &Results, hit: &Hit, out: &Output) -> String {
    let (language, text) = guide.section(hit.section).texts.get(hit.language);
    let article = guide.article(hit.section).title.text(language);
    let note = hit_language(guide, hit, results.language);
    let snippet: String = split(&hit.snippet.text, &hit.snippet.marks)
        .into_iter()
        .map(|(piece, is_mark)| {
            if is_mark {
                out.bold(piece)
            } else {
                piece.to_owned()
            }
        })
        .collect();
    let id = out.dim(&guide.id(hit.section).to_string());
    format!(
        "{article} › {}{note}  {id}\n    {snippet}\n",
        out.bold(&text.title)
    )
}

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    language: &'static str,
    took_us: u128,
    total: usize,
    hits: Vec<HitJson<'a>>,
    suggestions: Vec<&'a str>,
}

#[derive(Serialize)]
struct HitJson<'a> {
    id: String,
    article: &'a str,
    section: &'a str,
    title: &'a str,
    article_title: &'a str,
    score: f32,
    snippet: &'a str,
    matched: Vec<MatchJson<'a>>,
}

#[derive(Serialize)]
struct MatchJson<'a> {
    term: &'a str,
    via: &'static str,
}

fn answer<'a>(guide: &'a Guide, results: &'a Results) -> Answer<'a> {
    Answer {
        query: &results.query,
        language: results.language.code(),
        took_us: results.took.as_micros(),
        total: results.total,
        hits: results
            .hits
            .iter()
            .map(|hit| hit_json(guide, hit))
            .collect(),
        suggestions: Vec::new(),
    }
}

fn hit_json<'a>(guide: &'a Guide, hit: &'a Hit) -> HitJson<'a> {
    let id = guide.id(hit.section);
    HitJson {
        id: id.to_string(),
        article: id.article,
        section: id.section,
        title: &guide.section(hit.section).texts.text(hit.language).title,
        article_title: guide.article(hit.section).title.text(hit.language),
        score: hit.score,
        snippet: &hit.snippet.text,
        matched: hit
            .matched
            .iter()
            .map(|m| MatchJson {
                term: &m.term,
                via: m.via.name(),
            })
            .collect(),
    }
}
