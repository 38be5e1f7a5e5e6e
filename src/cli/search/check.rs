//! What `madoguchi search` says of the numbers and addresses in a query.

use std::borrow::Cow;

use serde::Serialize;

use crate::check::{Difference, Finding, Kind, Verdict};
use crate::cli::Output;
use crate::guide::Guide;
use crate::i18n::check::{advice, headline, texts};
use crate::language::Language;
use crate::search::Results;
use crate::text::clean::clean;
use crate::text::width::truncate;

/// The widest part of the query that is shown, in columns.
const WIDEST: usize = 60;

/// The verdicts for people, above the hits; empty without findings.
pub(super) fn text(
    guide: &Guide,
    query: &str,
    findings: &[Finding],
    results: &Results,
    out: &Output,
) -> String {
    let lang = results.language;
    if findings.is_empty() {
        return String::new();
    }
    let mut lines = Vec::new();
    for finding in findings {
        // A card number is not shown again.
        let part = query
            .get(finding.range.clone())
            .filter(|_| finding.kind != Kind::Card);
        let part =
            part.map(|part| truncate(&clean(part).replace('\n', " "), WIDEST).into_owned() + ": ");
        lines.push(part.unwrap_or_default() + &out.bold(&clean(&headline(lang, finding))));
        let advice = advice(lang, finding).into_iter();
        lines.extend(advice.map(|paragraph| format!("    {}", clean(&paragraph))));
    }
    if findings.iter().any(|finding| finding.kind == Kind::Phone) {
        lines.push(texts(lang).can_be_faked.to_owned());
    }
    let listed_below = |at| results.hits.iter().any(|hit| hit.section == at);
    let sections = guide.fraud_sections.iter().filter(|&&at| !listed_below(at));
    lines.extend(sections.map(|&at| {
        let title = &guide.section(at).texts.text(lang).title;
        format!("    {title}  {}", out.dim(&guide.id(at).to_string()))
    }));
    lines.join("\n") + "\n\n"
}

/// A finding for machines.
#[derive(Serialize)]
pub(super) struct Json<'a> {
    kind: &'static str,
    /// As it stands in the query; left out for card numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    verdict: &'static str,
    /// What the guide lists: the same number or domain, or what the text looks like or nearly is.
    #[serde(skip_serializing_if = "Option::is_none")]
    listed: Option<&'a str>,
    /// The ids of the desks that are called by it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    desks: Vec<&'a str>,
    /// How it differs from what is listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<Cow<'static, str>>,
    /// The host to which an address leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    host: Option<&'a str>,
    /// The same with the letters that `xn--` stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    letters: Option<&'a str>,
    message: String,
    advice: Vec<String>,
}

pub(super) fn json<'a>(
    guide: &'a Guide,
    query: &'a str,
    findings: &'a [Finding],
    lang: Language,
) -> Vec<Json<'a>> {
    findings
        .iter()
        .map(|finding| one(guide, query, finding, lang))
        .collect()
}

fn one<'a>(guide: &'a Guide, query: &'a str, finding: &'a Finding, lang: Language) -> Json<'a> {
    let (listed, difference) = match &finding.verdict {
        Verdict::Listed { as_written, .. } => (Some(as_written.as_str()), None),
        Verdict::Lookalike { of, how } => (Some(of.as_str()), Some(how.name().into())),
        Verdict::UnusualSigns { of } => (Some(of.as_str()), None),
        Verdict::NotListed { near: Some(near) } => {
            let difference = match near.difference {
                Difference::Inside => "more-digits".into(),
                Difference::Digits(count) => format!("digits-{count}").into(),
            };
            (Some(near.as_written.as_str()), Some(difference))
        }
        _ => (None, None),
    };
    let desks = match &finding.verdict {
        Verdict::Listed { desks, .. } => desks.as_slice(),
        _ => &[],
    };
    let (host, letters) = match &finding.kind {
        Kind::Address(leads) | Kind::Mail(leads) => {
            (leads.host.as_deref(), leads.letters.as_deref())
        }
        Kind::Phone | Kind::Card => (None, None),
    };
    Json {
        kind: finding.kind.name(),
        text: query
            .get(finding.range.clone())
            .filter(|_| finding.kind != Kind::Card),
        verdict: finding.verdict.name(),
        listed,
        desks: desks
            .iter()
            .map(|&desk| guide.desks[desk].id.as_str())
            .collect(),
        difference,
        host,
        letters,
        message: headline(lang, finding),
        advice: advice(lang, finding),
    }
}
