//! `madoguchi search`: hits as text or JSON, below what is known of numbers and addresses in the query.

mod check;

use std::mem::ManuallyDrop;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::progress::{Watch, stopped};
use super::{Context, Failure, Outcome, Output, args};
use crate::app::LONGEST_QUERY;
use crate::check::{Finding, Kind, check, to_read_first, without_cards};
use crate::clock::{Clock, SystemClock};
use crate::desk::status::{self, in_zone};
use crate::guide::{Guide, Part};
use crate::i18n::screen::{hit_language, texts};
use crate::i18n::search as words;
use crate::i18n::summary::{self, Detail};
use crate::i18n::time::Clocks;
use crate::language::Language;
use crate::search::highlight::split;
use crate::search::service::{Query, Service, Wait};
use crate::search::store::Store;
use crate::search::{Hit, ReadAs, Results};
use crate::text::clean::clean;

/// The longest query, in characters: numbers and addresses are looked for in all of it, and an answer takes no longer than
/// anybody waits. A mail has fewer.
const LONGEST: usize = 4_000;

pub(super) fn run(
    context: &Context,
    args: &args::Search,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let query = args.query.join(" ");
    if query.chars().nth(LONGEST).is_some() {
        let what = format!(
            "the query has more than {LONGEST} characters: give only the part that matters, such as the sentences with the number or the address"
        );
        return Err(Failure::Usage(what));
    }
    let guide = Arc::new(context.guide_to_print()?);
    let lang = guide.language_for(context.language);
    let store = Store::new(context.home.index.clone());
    let service = Service::new(store, Arc::clone(&guide), Arc::default());
    // The process ends with the answer: what a large guide takes is the kernel's to free, at once.
    let mut service = ManuallyDrop::new(service);
    // As much as fits into the field of the browser is searched for.
    let beginning = query.char_indices().nth(LONGEST_QUERY);
    let wanted = Query {
        text: beginning.map_or(query.as_str(), |(end, _)| &query[..end]),
        language: lang,
        limit: args.limit,
    };
    let mut watch = Watch::new(lang);
    let mut report = |progress| watch.report(progress);
    let opened = service.open(Wait::Always, &mut report);
    let results = opened.and_then(|_| service.ask_patiently(wanted, &mut report));
    let signal = watch.end();
    let Some(results) = results else {
        return Ok(stopped(signal));
    };
    let mut results = ManuallyDrop::new(results);
    let findings = check(&guide, &query);
    if !findings.is_empty() {
        results.leave_out_related();
    }
    let first = to_read_first(&guide, &findings, results.hits.is_empty());
    results.begin_with(&guide, first);
    results.hits.truncate(args.limit);
    // A verdict is an answer, also in a guide that has no section on fraud.
    let answered = !findings.is_empty() || !results.hits.is_empty();
    let printed = if args.json {
        out.json(&answer(&guide, &results, &query, &findings))
    } else {
        let verdicts = check::text(&guide, &query, &findings, &results, out);
        let text = if answered {
            hits(&guide, &results, out)
        } else {
            no_hits(&guide, &results, SystemClock.now(), out)
        };
        out.bytes((verdicts + &text).as_bytes())
    };
    service.keep();
    printed?;
    Ok(if answered {
        Outcome::Fine
    } else {
        Outcome::Negative
    })
}

/// The hits for people, after what is to be known of all of them.
fn hits(guide: &Guide, results: &Results, out: &Output) -> String {
    let notices = words::notices(results, results.language, Into::into);
    let notices = notices.map(|[full, _]| clean(&full).into_owned() + "\n");
    let entries = results
        .hits
        .iter()
        .map(|hit| entry(guide, hit, results.language, out));
    notices.chain(entries).collect()
}

/// What there is to say where there are no hits: what was tried, what else to try, what is nearest, who can be reached.
fn no_hits(guide: &Guide, results: &Results, now: DateTime<Utc>, out: &Output) -> String {
    let lang = results.language;
    let texts = texts(lang);
    let mut lines = vec![texts.nothing_found.to_owned()];
    lines.extend(words::tried(lang, &results.readings).map(|tried| clean(&tried).into_owned()));
    if results.suggestions.is_empty() && results.nearest.is_empty() {
        lines.push(texts.nothing_found_hint.to_owned());
    }
    if let Some(suggestion) = results.suggestions.first() {
        let before = words::did_you_mean(lang);
        lines.push(format!("{before}{}", out.bold(suggestion)));
    }
    if !results.nearest.is_empty() {
        lines.push(format!("\n{}", texts.nearest));
        let entries = results
            .nearest
            .iter()
            .map(|hit| entry(guide, hit, lang, out));
        lines.push(entries.collect());
    }
    if !guide.has(Part::Desks) {
        return lines.join("\n") + "\n";
    }
    let statuses = status::status(guide, now, lang);
    let now = Clocks::from(in_zone(now, guide.timezone));
    let desks = summary::entries(&statuses, guide, now.into(), lang, Detail::Staffed);
    let desks: String = summary::pieces(&desks, lang, false)
        .into_iter()
        .map(|piece| piece.text)
        .collect();
    if results.nearest.is_empty() {
        lines.push(String::new());
    }
    lines.push(format!("{}\n{}\n", texts.desks, clean(&desks)));
    lines.join("\n")
}

/// A hit for people: where, its address, why it was found where that is not obvious, and the sentence that shows it.
fn entry(guide: &Guide, hit: &Hit, lang: Language, out: &Output) -> String {
    let mut trail = guide.trail(hit.section, hit.language());
    let title = trail.pop().unwrap_or_default();
    let above: String = trail.iter().map(|above| format!("{above} › ")).collect();
    let note = hit_language(guide, hit, lang);
    let found = &hit.shown().snippet;
    let snippet: String = split(&found.text, &found.marks)
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
    let why =
        words::why(lang, hit).map_or_else(String::new, |why| "  ".to_owned() + &out.dim(&why));
    format!(
        "{above}{}{note}  {id}{why}\n    {snippet}\n",
        out.bold(title)
    )
}

#[derive(Serialize)]
struct Answer<'a> {
    /// As it was typed, but for the digits of card numbers.
    query: String,
    language: Language,
    took_us: u128,
    total: usize,
    hits: Vec<HitJson<'a>>,
    suggestions: &'a [String],
    /// Where hardly anything of the query was found, the words of it that the guide does not have; left out where there are none.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    missing: &'a [String],
    /// How kana and romaji were read; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    readings: Vec<ReadingJson<'a>>,
    /// No answers, and so no hits; left out where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    nearest: Vec<HitJson<'a>>,
    /// What is known of the numbers and addresses in the query; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    check: Vec<check::Json<'a>>,
}

#[derive(Serialize)]
struct HitJson<'a> {
    id: String,
    article: &'a str,
    section: &'a str,
    title: &'a str,
    article_title: &'a str,
    /// The titles from the article's down to the section's.
    path: Vec<&'a str>,
    score: f32,
    snippet: &'a str,
    matched: Vec<MatchJson<'a>>,
}

#[derive(Serialize)]
struct ReadingJson<'a> {
    typed: &'a str,
    kana: &'a str,
    /// The guide's word that it stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    word: Option<&'a str>,
}

#[derive(Serialize)]
struct MatchJson<'a> {
    term: &'a str,
    via: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'a str>,
}

fn answer<'a>(
    guide: &'a Guide,
    results: &'a Results,
    query: &'a str,
    findings: &'a [Finding],
) -> Answer<'a> {
    let json = |hits: &'a [Hit]| hits.iter().map(|hit| hit_json(guide, hit)).collect();
    Answer {
        query: shown_query(results, query, findings),
        language: results.language,
        took_us: results.took.as_micros(),
        total: results.total,
        hits: json(&results.hits),
        suggestions: &results.suggestions,
        missing: &results.missing,
        readings: results.readings.iter().map(reading_json).collect(),
        nearest: json(&results.nearest),
        check: check::json(guide, query, findings, results.language),
    }
}

fn shown_query(results: &Results, query: &str, findings: &[Finding]) -> String {
    if findings.iter().any(|finding| finding.kind == Kind::Card) {
        without_cards(query, findings)
    } else {
        results.query.clone()
    }
}

fn reading_json(read: &ReadAs) -> ReadingJson<'_> {
    ReadingJson {
        typed: &read.typed,
        kana: &read.kana,
        word: read.word.as_deref(),
    }
}

fn hit_json<'a>(guide: &'a Guide, hit: &'a Hit) -> HitJson<'a> {
    let id = guide.id(hit.section);
    HitJson {
        id: id.to_string(),
        article: id.article,
        section: id.section,
        title: &guide.section(hit.section).texts.text(hit.language()).title,
        article_title: guide.article(hit.section).title.text(hit.language()),
        path: guide.trail(hit.section, hit.language()),
        score: hit.score,
        snippet: &hit.shown().snippet.text,
        matched: hit
            .shown()
            .matched
            .iter()
            .map(|m| MatchJson {
                term: &m.term,
                via: m.via.name(),
                found: m.found.as_deref(),
                reading: m.reading.as_deref(),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Source, load};
    use crate::search::{Match, ReadAs, Via};

    /// The built-in guide, and the results of a query found by its reading.
    fn found() -> (Arc<Guide>, Results) {
        let guide = Arc::new(load(&Source::BuiltIn).0.expect("it has no errors"));
        let (searcher, _) = Store::new(None).open_or_build(&guide);
        let mut results = searcher.search("解約", Language::JA, 1);
        results.hits[0] = results.hits[0].matched_by(vec![Match {
            term: "kaiyaku".to_owned(),
            via: Via::Reading,
            found: Some("解約".to_owned()),
            reading: Some("かいやく".to_owned()),
        }]);
        (guide, results)
    }

    /// The same sections as no answer, but nearest to the query.
    fn not_found() -> (Arc<Guide>, Results) {
        let (guide, mut results) = found();
        results.nearest = std::mem::take(&mut results.hits);
        results.suggestions = vec!["解約".to_owned(), "契約".to_owned()];
        results.readings = vec![ReadAs {
            typed: "kaiya".to_owned(),
            kana: "かいや".to_owned(),
            word: None,
        }];
        (guide, results)
    }

    #[test]
    fn hits_say_why_and_by_which_spelling_they_were_found() {
        let (guide, mut results) = found();
        let text = hits(&guide, &results, &Output::new());
        let id = guide.id(results.hits[0].section).to_string();
        assert!(
            text.contains(&format!("  {id}  解約（かいやく）\n")),
            "{text}"
        );
        assert!(!text.contains("検索結果を表示"), "{text}");
        results.missing = vec!["天気".to_owned()];
        let text = hits(&guide, &results, &Output::new());
        assert!(
            text.starts_with("「天気」はこのガイドにありません\n"),
            "{text}"
        );
        results.suggestions = vec!["解約".to_owned()];
        let text = hits(&guide, &results, &Output::new());
        assert!(
            text.starts_with("「解約」の検索結果を表示しています\n"),
            "{text}"
        );
    }

    #[test]
    fn without_hits_there_is_more_to_say_than_that() {
        let (guide, results) = not_found();
        let now = DateTime::UNIX_EPOCH;
        let text = no_hits(&guide, &results, now, &Output::new());
        let expected = [
            "見つかりませんでした\n",
            "「かいや」と読んで検索しました\n",
            "もしかして: 解約\n",
            "\n近い内容\n",
            "解約（かいやく）\n",
            "\n窓口と受付時間\n",
        ];
        let at: Vec<_> = expected.iter().map(|line| text.find(line)).collect();
        assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{text}");
    }

    #[test]
    fn json_says_more_only_where_there_is_more() {
        let json = |guide: &Guide, results: &Results| {
            serde_json::to_value(answer(guide, results, &results.query, &[])).expect("plain data")
        };
        let (guide, mut results) = found();
        let value = json(&guide, &results);
        assert_eq!(value["hits"][0]["matched"][0]["found"], "解約");
        assert_eq!(value["hits"][0]["matched"][0]["reading"], "かいやく");
        assert_eq!(value.get("nearest"), None);
        let mut matched = results.hits[0].shown().matched.clone();
        matched[0].found = None;
        matched[0].reading = None;
        results.hits[0] = results.hits[0].matched_by(matched);
        let matched = &json(&guide, &results)["hits"][0]["matched"][0];
        assert_eq!(
            *matched,
            serde_json::json!({"term": "kaiyaku", "via": "reading"})
        );
        let (guide, results) = not_found();
        let value = json(&guide, &results);
        assert_eq!(value["hits"], serde_json::json!([]));
        assert_eq!(value["suggestions"], serde_json::json!(["解約", "契約"]));
        assert_eq!(value["nearest"].as_array().map(Vec::len), Some(1));
    }
}
