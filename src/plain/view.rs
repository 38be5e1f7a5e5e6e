//! The state in words: what is said of a list, of a page, and of what has changed.

use crate::app::{App, Entry, acts};
use crate::desk::DeskStatus;
use crate::desk::status::in_zone;
use crate::guide::{Guide, Part, SectionRef, checklist, markdown};
use crate::i18n::check as checks;
use crate::i18n::checklist as cards;
use crate::i18n::desk::remark;
use crate::i18n::details::{self, size};
use crate::i18n::plain as words;
use crate::i18n::release;
use crate::i18n::screen;
use crate::i18n::screen::{facts, hit_language, texts, unofficial};
use crate::i18n::search as found;
use crate::i18n::summary::{self, Detail};
use crate::i18n::time::{self, Clocks};
use crate::page::{self, Measure, Page, Role, Setter, Subject};
use crate::search::{Hit, Results};
use crate::text::clean::clean;
use crate::text::line_break::wrap_phrases;
use crate::text::width::width;

/// So many results are said at a time: more than five nobody remembers.
const FEW_RESULTS: usize = 5;

/// So many topics, which are one line each.
const FEW_TOPICS: usize = 20;

/// How many entries of the present list are said at a time.
pub fn few(app: &App) -> usize {
    if app.current_results().is_some() {
        FEW_RESULTS
    } else {
        FEW_TOPICS
    }
}

/// What is said first: what this is, who can be reached, and what to do.
pub fn greeting(app: &App) -> String {
    set(app, |setter, guide| {
        let lang = app.visit.language;
        setter.text(Role::Title, guide.title.text(lang));
        if let Some(last) = app.expired() {
            let [sentence, _] = release::out_of_date(last, lang);
            setter.text(Role::Strong, &sentence);
        }
        let texts = words::texts(lang);
        if !guide.has(Part::Desks) {
            setter.text(Role::Dim, &size(guide, lang));
            setter.gap();
            setter.text(Role::Text, texts.how_without_desks);
            return;
        }
        setter.gap();
        setter.text(Role::Heading, screen::texts(lang).desks);
        reachable(setter, app, guide, app.statuses(), Detail::Reachable);
        setter.gap();
        setter.text(Role::Text, texts.how);
    })
}

/// A sentence.
pub fn note(app: &App, text: &str) -> String {
    set(app, |setter, _| setter.text(Role::Text, text))
}

/// Which desks have another state than before, if any have.
pub fn news(app: &App, before: &[DeskStatus]) -> Option<String> {
    let open = |status: &DeskStatus| -> Vec<bool> {
        status.languages.iter().map(|spoken| spoken.open).collect()
    };
    let is_new = |(now, before): &(&DeskStatus, &DeskStatus)| {
        now.state != before.state || open(now) != open(before)
    };
    let both = app.statuses().iter().zip(before).filter(is_new);
    let changed: Vec<DeskStatus> = both.map(|(now, _)| now.clone()).collect();
    let guide = app.world.guide.as_ref().filter(|_| !changed.is_empty())?;
    let now = in_zone(app.world.now, guide.timezone);
    Some(set(app, |setter, guide| {
        setter.text(Role::Text, &words::changed(now, app.visit.language));
        reachable(setter, app, guide, &changed, Detail::Full);
    }))
}

/// The list of topics or results, from an entry on.
pub fn list(app: &App, first: usize) -> String {
    set(app, |setter, guide| {
        let all = app.visit.entries.all();
        let last = first.saturating_add(few(app)).min(all.len());
        if first > 0 {
            setter.text(
                Role::Dim,
                &words::stretch(first + 1, last, app.visit.language),
            );
        } else if app.current_results().is_none() {
            setter.text(Role::Heading, texts(app.visit.language).topics);
        } else if all.first() == Some(&Entry::Page(Subject::Check)) {
            page::verdicts(setter, &app.visit.checked, guide, false, app.visit.language);
        }
        let mut whys = Vec::new();
        let from = first + usize::from(first == 0 && checked(setter, app));
        if let Some(results) = app.current_results().filter(|_| first == 0) {
            head(setter, app, results);
        }
        for (index, entry) in all.iter().enumerate().take(last).skip(from) {
            setter.choice(index + 1, |setter| {
                one(setter, app, guide, *entry, &mut whys);
            });
        }
        if last < all.len() {
            let more = words::more_entries(all.len() - last, app.visit.language);
            setter.text(Role::Dim, &more);
        }
    })
}

/// The page about numbers and addresses is chosen apart from what was found. Says whether there is one.
fn checked(setter: &mut Setter<'_>, app: &App) -> bool {
    let is_there = app.visit.entries.all().first() == Some(&Entry::Page(Subject::Check));
    if is_there {
        let title = checks::texts(app.visit.language).title;
        setter.choice(1, |setter| setter.text(Role::Strong, title));
        setter.gap();
    }
    is_there
}

/// What is said before results: how many there are, by what spelling, and of none what to try.
fn head(setter: &mut Setter<'_>, app: &App, results: &Results) {
    let lang = app.visit.language;
    if !results.hits.is_empty() {
        for [notice, _] in found::notices(results, lang, |word| app.shown(word)) {
            setter.text(Role::Text, &notice);
        }
        setter.text(Role::Dim, &found::count(lang, results)[0]);
        return;
    }
    if !app.visit.checked.findings.is_empty() {
        return;
    }
    setter.text(Role::Strong, texts(lang).nothing_found);
    if let Some(tried) = found::tried(lang, &results.readings) {
        setter.text(Role::Dim, &tried);
    }
    if let Some(suggestion) = app.suggestion() {
        let before = found::did_you_mean(lang);
        let [press, _] = found::press(lang, "y");
        setter.text(Role::Text, &format!("{before}{suggestion}{press}"));
    } else if results.nearest.is_empty() {
        setter.text(Role::Dim, texts(lang).nothing_found_hint);
    }
    if !results.nearest.is_empty() {
        setter.text(Role::Heading, texts(lang).nearest);
    }
}

/// An entry; `whys` are the reasons that were said already.
fn one(setter: &mut Setter<'_>, app: &App, guide: &Guide, entry: Entry, whys: &mut Vec<String>) {
    match entry {
        Entry::Page(subject) => {
            setter.text(
                Role::Strong,
                &subject.title(&app.context(guide, app.visit.language)),
            );
            if subject == Subject::Desks && app.current_results().is_some() {
                reachable(setter, app, guide, app.statuses(), Detail::Staffed);
            }
        }
        Entry::Group(group) => {
            let title = guide.groups[group].title.text(app.visit.language);
            let count = details::articles(app.visit.tree.count(group), app.visit.language);
            let title = remark(title, &count, app.visit.language);
            setter.text(Role::Strong, &title);
        }
        Entry::Hit(_) | Entry::Nearest(_) => {
            if let Some(hit) = app.hit(entry) {
                self::hit(setter, app, guide, hit, whys);
            }
        }
    }
}

/// A hit: where it is, why it was found where that is not obvious, and the sentence that shows it.
fn hit(setter: &mut Setter<'_>, app: &App, guide: &Guide, hit: &Hit, whys: &mut Vec<String>) {
    let lang = app.visit.language;
    let title = words::section_of(&guide.trail(hit.section, hit.language()), lang);
    let note = hit_language(guide, hit, lang);
    setter.text(Role::Strong, &format!("{title}{note}"));
    // What is true of many hits is said of the first.
    if let Some(why) = found::why(lang, hit).filter(|why| !whys.contains(why)) {
        setter.text(Role::Dim, &words::why(&why, lang));
        whys.push(why);
    }
    setter.text(Role::Dim, &hit.shown().snippet.text);
}

/// The page that is read, and what comes next. `with_article`: a section is preceded by the title of its article.
pub fn page(app: &App, with_article: bool) -> String {
    let before = set(app, |setter, guide| {
        if let (true, Subject::Section(at)) = (with_article, app.visit.reader.subject) {
            setter.text(Role::Dim, guide.article(at).title.text(app.visit.language));
        }
    });
    let after = set(app, |setter, guide| {
        let next = app.neighbour(1);
        if let (Subject::Section(_), Some(next)) = (app.visit.reader.subject, next) {
            let title = &guide.section(next).texts.text(app.visit.language).title;
            setter.space();
            setter.text(Role::Dim, &words::next_section(title, app.visit.language));
        }
    });
    before + &text(app, &app.visit.reader.page) + &after
}

/// A box that was just ticked or cleared, and how many of its list are ticked.
pub fn ticked(app: &App, section: SectionRef, task: usize) -> String {
    set(app, |setter, guide| {
        let lang = app.visit.language;
        let tasks = checklist::tasks(guide, section, lang);
        let boxes = app.visit.ticks.boxes(section, &tasks);
        let state = cards::state(boxes.get(task) == Some(&true), lang);
        let what = tasks
            .get(task)
            .map(|task| markdown::plain_text(&task.blocks));
        let what = what.unwrap_or_default().replace('\n', " ");
        setter.text(Role::Text, &format!("{state}{what}"));
        let done = app.visit.ticks.done(section, &tasks);
        setter.text(Role::Dim, &cards::of(done, tasks.len(), lang));
    })
}

/// What can be typed, and what the guide is.
pub fn help(app: &App) -> String {
    set(app, |setter, guide| {
        let lang = app.visit.language;
        let (texts, about) = (words::texts(lang), texts(lang));
        setter.text(Role::Heading, texts.commands);
        setter.text(Role::Text, texts.numbers);
        for (word, letter) in acts::words_in(guide) {
            if let Some(what) = words::explain(word, &guide.languages, lang) {
                let (name, _) = words::spelling(word, lang);
                setter.text(Role::Text, &format!("{letter}, {name}: {what}"));
            }
        }
        let checks = if guide.has(Part::Checks) {
            texts.more_of_checks
        } else {
            ""
        };
        setter.text(Role::Text, &format!("{}{checks}", texts.more));
        let (unofficial, facts) = (unofficial(guide, lang), facts(guide, lang));
        if unofficial.is_some() || !facts.is_empty() {
            setter.gap();
            setter.text(Role::Heading, about.about);
        }
        if let Some(unofficial) = unofficial {
            setter.text(Role::Text, unofficial);
        }
        for fact in facts {
            setter.text(Role::Dim, &fact);
        }
    })
}

/// The desks that are worth a word, one below the other.
fn reachable(
    setter: &mut Setter<'_>,
    app: &App,
    guide: &Guide,
    statuses: &[DeskStatus],
    detail: Detail,
) {
    let now = Clocks::new(app.world.now, guide.timezone, app.setup.viewer);
    for entry in summary::entries(statuses, guide, now.into(), app.visit.language, detail) {
        let text = words::desks(&entry, app.visit.language);
        setter.text(Role::Text, &time::in_full(&text, app.visit.language));
    }
}

/// Sets something in lines as wide as there is room.
fn set(app: &App, set: impl FnOnce(&mut Setter<'_>, &Guide)) -> String {
    let Some(guide) = app.world.guide.as_deref() else {
        return String::new();
    };
    let mut setter = Setter::new(Measure::lines(usize::from(app.world.size.columns)));
    set(&mut setter, guide);
    text(app, &setter.finish())
}

/// The lines of a page, each ended, and no two empty ones in a row. What hangs on deep indents may be too wide for very
/// narrow lines, and is broken here.
fn text(app: &App, page: &Page) -> String {
    let columns = usize::from(app.world.size.columns);
    let mut text = String::new();
    let mut blank = true;
    for line in &page.lines {
        // What keeps words in one line is a space to whoever searches for it.
        let line = line.text().replace('\u{a0}', " ");
        let line = clean(line.trim_end());
        if line.is_empty() && blank {
            continue;
        }
        blank = line.is_empty();
        if width(&line) <= columns {
            text.push_str(&line);
            text.push('\n');
            continue;
        }
        for part in wrap_phrases(&line, columns, |_| false) {
            text.push_str(&line[part]);
            text.push('\n');
        }
    }
    text
}
