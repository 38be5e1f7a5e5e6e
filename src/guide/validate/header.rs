//! `guide.yaml`.

use std::collections::HashSet;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::domains::Domains;
use super::links::Index;
use super::near::nearest;
use super::phone::PhoneBook;
use super::{Content, Context, Lack, check_id, language, localized, without_repeats};
use crate::guide::kept::Identity;
use crate::guide::limits::{
    MAX_DOMAINS, MAX_FRAUD_SECTIONS, MAX_NOT_NUMBER, MAX_NOT_NUMBERS, MAX_NUMBERS, MAX_SAMPLES,
    check_count,
};
use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::{At, Node};
use crate::guide::{Guide, Problem, Provenance, SectionRef, Source, checklist, raw};
use crate::language::{Language, Localized};
use crate::text::phone::normalized;

/// The version of the guide format that this program reads.
const SCHEMA: &str = "1";

/// Every article is looked for in each.
const MOST_LANGUAGES: usize = 32;

/// What a folder is where `guide.yaml` does not say it.
pub(in crate::guide) struct Defaults {
    pub id: String,
    /// What a file says that the whole is called.
    pub title: Option<String>,
    /// What it is called where nothing else says so.
    pub name: String,
    /// The first is the default. Never empty.
    pub languages: Vec<Language>,
    pub timezone: Tz,
}

/// What `guide.yaml` says. Fields are `None` where there was a problem.
pub(in crate::guide) struct Header {
    id: Option<String>,
    title: Option<Localized<String>>,
    /// What a folder is called by.
    name: Option<Localized<String>>,
    timezone: Option<Tz>,
    /// Its author says in which zone its hours are meant.
    has_own_zone: bool,
    as_of: Option<NaiveDate>,
    official_numbers: Vec<String>,
    not_numbers: Vec<String>,
    fraud_sections: Vec<At<String>>,
    never_tell: Option<Localized<String>>,
    urgent: Option<At<String>>,
    samples: Option<Localized<Vec<String>>>,
    provenance: Provenance,
    /// In the guide's order; all good ids, and none twice.
    pub(super) articles: Vec<At<String>>,
    context: Context,
}

impl Header {
    /// What is not said is as it is by default.
    fn fill(&mut self, defaults: Defaults) {
        self.id.get_or_insert(defaults.id);
        self.has_own_zone = self.timezone.is_some();
        self.timezone.get_or_insert(defaults.timezone);
        if self.context.languages.is_empty() {
            self.context.languages = defaults.languages;
        }
        let language = self.context.languages[0];
        let in_first = |text: String| Localized::new([(language, text)]);
        if self.title.is_none() {
            self.title = defaults.title.and_then(in_first);
        }
        self.name = in_first(defaults.name);
    }

    /// Hours in a zone that nobody has named are mostly those of another.
    pub(super) fn tell_zone(&self, problems: &mut Vec<Problem>) {
        if let Some(zone) = self.timezone.filter(|_| !self.has_own_zone) {
            let mut report = Report::new("guide.yaml");
            let what = format!("no `timezone` is named: the hours of desks count in {zone}");
            report.warning(
                None,
                &what,
                "write `timezone: Asia/Tokyo`, or whichever it is",
            );
            problems.extend(report.into_problems());
        }
    }

    /// What has no title goes by this one, or by its name.
    pub(super) fn name(&mut self, title: Option<Localized<String>>) {
        let known = self.title.take().or(title);
        self.title = known.or_else(|| self.name.take());
    }

    pub(in crate::guide) const fn context(&self) -> &Context {
        &self.context
    }

    /// The numbers in what is read from now on are not looked at.
    pub(in crate::guide) fn trust_numbers(&mut self) {
        self.context.phones = PhoneBook::lenient();
    }

    pub(in crate::guide) fn article_ids(&self) -> impl Iterator<Item = &str> {
        self.articles.iter().map(|id| id.value.as_str())
    }

    /// What a kept guide with this digest is found by.
    pub(in crate::guide) fn identity<'a>(&'a self, digest: &'a str) -> Option<Identity<'a>> {
        Some(Identity {
            id: self.id.as_deref()?,
            languages: &self.context.languages,
            digest,
        })
    }

    pub(super) fn into_guide(self, content: Content) -> Option<Guide> {
        Some(Guide {
            id: self.id?,
            title: self.title?,
            languages: self.context.languages,
            timezone: self.timezone?,
            as_of: self.as_of,
            official_numbers: self.official_numbers,
            not_numbers: self.not_numbers,
            official_domains: self.context.domains.into_list(),
            fraud_sections: content.fraud_sections,
            never_tell: self.never_tell,
            urgent: content.urgent,
            samples: self.samples,
            provenance: self.provenance,
            checklists: checklist::in_articles(&content.articles),
            articles: content.articles,
            groups: content.groups,
            links: content.links.into(),
            desks: content.desks,
            glossary: content.glossary.into(),
            questionnaire: content.questionnaire,
            digest: content.digest,
        })
    }
}

/// Checks `guide.yaml`, of which `node` is the tree.
pub(in crate::guide) fn header(mut raw: raw::Manifest, node: &Node, report: &mut Report) -> Header {
    let languages = languages(std::mem::take(&mut raw.languages), report);
    let articles = articles(std::mem::take(&mut raw.articles), report);
    checked(raw, node, languages, articles, Lack::Error, report)
}

/// The same of a folder in which only that need stand that is not clear without.
pub(in crate::guide) fn header_of_folder(
    mut raw: raw::Manifest,
    node: &Node,
    defaults: Defaults,
    report: &mut Report,
) -> Header {
    let listed = std::mem::take(&mut raw.languages);
    let languages = if listed.is_empty() {
        defaults.languages.clone()
    } else {
        languages(listed, report)
    };
    raw.articles.clear();
    let mut header = checked(raw, node, languages, Vec::new(), Lack::Warning, report);
    header.fill(defaults);
    header
}

fn checked(
    raw: raw::Manifest,
    node: &Node,
    languages: Vec<Language>,
    articles: Vec<At<String>>,
    lack: Lack,
    report: &mut Report,
) -> Header {
    check_schema(raw.schema.as_ref(), report);
    check_counts(&raw, report);
    let title = raw
        .title
        .and_then(|title| localized("title", &title, &languages, lack, report));
    let never_tell = raw
        .never_tell
        .and_then(|texts| localized("never_tell", &texts, &languages, Lack::Warning, report));
    let samples = samples(raw.samples, &languages, report);
    let id = raw
        .id
        .filter(|id| check_id("a guide", &id.value, id.line, report));
    let context = Context {
        languages,
        phones: if raw.is_strict {
            phones(&raw.official_numbers, &raw.not_numbers, report)
        } else {
            PhoneBook::lenient()
        },
        domains: Domains::new(raw.official_domains, report),
    };
    let others = node
        .entries()
        .iter()
        .filter(|(key, _)| !matches!(key.value.as_str(), "official_numbers" | "not_numbers"));
    context.check_all_numbers(others.map(|(_, value)| value), report);
    Header {
        id: id.map(|id| id.value),
        title,
        name: None,
        timezone: raw.timezone.and_then(|zone| timezone(&zone, report)),
        has_own_zone: true,
        as_of: raw.as_of.and_then(|date| as_of(&date, report)),
        official_numbers: values(raw.official_numbers),
        not_numbers: values(raw.not_numbers),
        fraud_sections: without_repeats("the section", raw.fraud_sections, report),
        never_tell,
        urgent: raw.urgent,
        samples,
        provenance: Provenance {
            official: raw.official,
            licence: raw.licence.map(|licence| licence.value),
            // Known to whoever has read it.
            source: Source::default(),
            trace: None,
            release: None,
        },
        articles,
        context,
    }
}

/// What `fraud_sections` stand for.
pub(super) fn fraud_sections(
    header: &Header,
    index: &Index<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<SectionRef> {
    let mut report = Report::new("guide.yaml");
    let mut sections = Vec::new();
    for id in &header.fraud_sections {
        sections.extend(index.section(id, &mut report));
    }
    problems.extend(report.into_problems());
    sections
}

/// What `urgent` stands for.
pub(super) fn urgent(
    header: &Header,
    index: &Index<'_>,
    problems: &mut Vec<Problem>,
) -> Option<usize> {
    let mut report = Report::new("guide.yaml");
    let urgent = header.urgent.as_ref();
    let found = urgent.and_then(|id| index.section(id, &mut report));
    problems.extend(report.into_problems());
    found.map(|at| at.article)
}

/// Questions to try, in languages of the guide.
fn samples(
    raw: Vec<(At<String>, Vec<At<String>>)>,
    languages: &[Language],
    report: &mut Report,
) -> Option<Localized<Vec<String>>> {
    let mut samples = Vec::new();
    for (code, questions) in raw {
        let Some(language) = language(&code, report) else {
            continue;
        };
        if !languages.contains(&language) {
            let what = format!(
                "`samples` has the language {}, which the guide has not",
                quoted(&code.value)
            );
            report.error(code.line, &what, "name a language of `languages`");
            continue;
        }
        check_count(
            "samples",
            &questions,
            MAX_SAMPLES,
            |question| question.line,
            "keep those that readers ask most",
            report,
        );
        if !questions.is_empty() {
            samples.push((language, values(questions)));
        }
    }
    Localized::new(samples)
}

fn check_counts(raw: &raw::Manifest, report: &mut Report) {
    let lists = [
        ("official numbers", &raw.official_numbers, MAX_NUMBERS),
        (
            "texts that are no numbers",
            &raw.not_numbers,
            MAX_NOT_NUMBERS,
        ),
        ("official domains", &raw.official_domains, MAX_DOMAINS),
        ("sections on fraud", &raw.fraud_sections, MAX_FRAUD_SECTIONS),
    ];
    for (of, items, most) in lists {
        check_count(
            of,
            items,
            most,
            |item| item.line,
            "keep those that readers need",
            report,
        );
    }
}

fn check_schema(schema: Option<&At<String>>, report: &mut Report) {
    if let Some(schema) = schema.filter(|schema| schema.value != SCHEMA) {
        let what = format!(
            "the guide is of schema {}; this program reads schema {SCHEMA}",
            schema.value
        );
        let help = "a newer program may read it; or rewrite the guide and write `schema: 1`";
        report.error(schema.line, &what, help);
    }
}

fn languages(raw: Vec<At<String>>, report: &mut Report) -> Vec<Language> {
    if raw.is_empty() {
        report.error(
            None,
            "the guide has no language",
            "write `languages: [ja, en]`, the default first",
        );
    }
    let known = raw.into_iter().filter_map(|code| {
        let language = language(&code, report)?;
        Some((language, code.line))
    });
    let canonical: Vec<At<String>> = known
        .map(|(language, line)| At {
            line,
            value: language.to_string(),
        })
        .collect();
    let codes = without_repeats("the language", canonical, report);
    if let Some(code) = codes.get(MOST_LANGUAGES) {
        let what = format!("the guide has more than {MOST_LANGUAGES} languages");
        report.error(code.line, &what, "leave this and those behind it out");
    }
    let languages = codes.iter().filter_map(|code| code.value.parse().ok());
    languages.take(MOST_LANGUAGES).collect()
}

fn articles(raw: Vec<At<String>>, report: &mut Report) -> Vec<At<String>> {
    if raw.is_empty() {
        report.error(
            None,
            "the guide has no article",
            "write `articles: [about, …]` in reading order",
        );
    }
    let mut articles = without_repeats("the article", raw, report);
    articles.retain(|id| check_id("an article", &id.value, id.line, report));
    articles
}

fn timezone(zone: &At<String>, report: &mut Report) -> Option<Tz> {
    let parsed: Option<Tz> = zone.value.parse().ok();
    if parsed.is_none() {
        let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let help = match nearest(&zone.value, names) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "write a name of the IANA time zone database, such as `Asia/Tokyo`".to_owned(),
        };
        report.error(
            zone.line,
            &format!("the time zone {} is not known", quoted(&zone.value)),
            &help,
        );
    }
    parsed
}

pub(super) fn as_of(date: &At<String>, report: &mut Report) -> Option<NaiveDate> {
    // chrono alone would take `2026-1-1` too.
    let parsed = NaiveDate::parse_from_str(&date.value, "%Y-%m-%d").ok();
    let parsed = parsed.filter(|_| date.value.len() == "2026-11-01".len());
    if parsed.is_none() {
        let what = format!("{} is no date", quoted(&date.value));
        report.error(
            date.line,
            &what,
            "write year, month and day as `2026-11-01`",
        );
    }
    parsed
}

fn values(list: Vec<At<String>>) -> Vec<String> {
    list.into_iter().map(|item| item.value).collect()
}

fn phones(official: &[At<String>], others: &[At<String>], report: &mut Report) -> PhoneBook {
    report_repeats(official, report);
    let phones = PhoneBook::new(&values(official.to_vec()));
    let is_long = |other: &&At<String>| other.value.chars().nth(MAX_NOT_NUMBER).is_some();
    for other in others.iter().filter(is_long) {
        let what = format!("a text that is no number has more than {MAX_NOT_NUMBER} characters");
        let help = "name the digits alone, as they stand in the texts";
        report.error(other.line, &what, help);
    }
    let looked_at = others.iter().take(MAX_NOT_NUMBERS);
    let looked_at = looked_at.filter(|other| !is_long(other));
    for other in looked_at.filter(|other| phones.is_alike(&other.value)) {
        let what = format!(
            "{} is too much like an official number",
            quoted(&other.value)
        );
        let help = "a reader could dial it: take it out of `not_numbers`, and write it in another way where it stands";
        report.error(other.line, &what, help);
    }
    phones.with_innocent(&values(others.to_vec()))
}

/// Reports what is no number, and what stands twice.
fn report_repeats(raw: &[At<String>], report: &mut Report) {
    let mut numbers = HashSet::new();
    for number in raw {
        match normalized(&number.value) {
            None => {
                let what = format!("{} is no telephone number", quoted(&number.value));
                report.error(number.line, &what, NUMBER_HELP);
            }
            Some(digits) if !numbers.insert(digits.clone()) => {
                let what = format!("the number {} stands here already", quoted(&number.value));
                report.error(number.line, &what, "keep one of them");
            }
            Some(_) => {}
        }
    }
}

/// What to do about something that is no telephone number.
pub(super) const NUMBER_HELP: &str = "write it as it is dialled in Japan, such as \"0120-996-012\", or as \"+81 …\", with nothing else";
