//! The page that says what the guide knows of the numbers and addresses that were typed.

mod picture;

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Piece, Role, Setter, Subject, Target};
use crate::check::{Checked, Finding, Kind, Verdict, called_by, compare, masked};
use crate::guide::exchange::Exchange;
use crate::guide::markdown::AlertKind;
use crate::guide::{Guide, Part};
use crate::i18n::check::{CheckTexts, advice, headline, slip as slip_in_words, texts};
use crate::language::Language;
use crate::text::clean::clean;
use crate::text::width::truncate;

/// The widest part of what was typed that is shown, in columns.
const WIDEST: usize = 60;

#[derive(Clone, Copy)]
pub struct Check;

impl PageKind for Check {
    const NEEDS: Option<Part> = Some(Part::Checks);
    const CHANGES_WITH: &'static [Input] = &[Input::Checked];

    fn topics(_: &Guide) -> Vec<Self> {
        vec![Self]
    }

    fn title(self, context: &Context<'_>) -> String {
        texts(context.lang).title.to_owned()
    }

    fn summary(self, context: &Context<'_>) -> String {
        texts(context.lang).summary.to_owned()
    }

    fn set(self, context: &Context<'_>) -> Page {
        let nothing = Checked::default();
        check(context.checked.unwrap_or(&nothing), context)
    }

    fn moved(self, _: &Exchange<'_>) -> Moved {
        Moved::Same(Subject::Check)
    }
}

/// On a public terminal numbers that the guide does not list must not be shown.
fn check(checked: &Checked, context: &Context<'_>) -> Page {
    let (guide, lang) = (context.guide, context.lang);
    let words = texts(lang);
    let mut setter = context.setter().numbered();
    if let [only] = checked.findings.as_slice()
        && !setter.in_lines()
        // What begins like an official number may go on like another.
        && !(context.public && only.verdict == Verdict::Incomplete)
        && let Some(comparison) = compare(guide, &checked.text, only)
    {
        picture::set(&mut setter, only, &comparison, context);
        if only.kind == Kind::Phone && only.verdict != Verdict::Incomplete {
            setter.gap();
            setter.text(Role::Emphasis, words.can_be_faked);
        }
        more(&mut setter, guide, words, lang);
        return setter.finish();
    }
    setter.text(Role::Title, words.title);
    if checked.findings.is_empty() {
        // In lines there is no field that a text could stand in.
        let empty = checked.text.is_empty() || setter.in_lines();
        let text = if empty {
            words.nothing_typed
        } else {
            words.nothing_recognised
        };
        setter.gap();
        setter.text(Role::Text, text);
    }
    verdicts(&mut setter, checked, guide, context.public, lang);
    more(&mut setter, guide, words, lang);
    listed(&mut setter, guide, words, lang);
    setter.finish()
}

/// What the guide knows of each number and address, and what it cannot know. On a public terminal numbers that it does not
/// list must not be shown.
pub fn verdicts(
    setter: &mut Setter<'_>,
    checked: &Checked,
    guide: &Guide,
    is_public: bool,
    lang: Language,
) {
    let hide = is_public.then_some(guide);
    for finding in &checked.findings {
        setter.begin_section();
        one(setter, &checked.text, finding, hide, lang);
        if let Some(slip) = compare(guide, &checked.text, finding).and_then(|found| found.slip) {
            setter.text(Role::Text, &slip_in_words(lang, slip));
        }
    }
    let is_phone = |finding: &Finding| finding.kind == Kind::Phone;
    if checked.findings.iter().any(is_phone) {
        setter.gap();
        setter.text(Role::Emphasis, texts(lang).can_be_faked);
    }
}

fn one(
    setter: &mut Setter<'_>,
    text: &str,
    finding: &Finding,
    hide: Option<&Guide>,
    lang: Language,
) {
    let shown = |text: &str| match hide {
        Some(guide) => masked(guide, text).into_owned(),
        None => text.to_owned(),
    };
    let role = match finding.verdict {
        Verdict::Listed { .. } => Role::Strong,
        Verdict::Incomplete => Role::Dim,
        _ => Role::Alert(AlertKind::Warning),
    };
    let card = finding.kind == Kind::Card;
    // The field shows it, and masks it where another one holds the rest.
    let half = hide.is_some() && finding.verdict == Verdict::Incomplete;
    // A card number is not shown again.
    if let (Some(part), false) = (text.get(finding.range.clone()), card || half) {
        let part = clean(part).replace('\n', " ");
        setter.text(Role::Dim, &truncate(&shown(&part), WIDEST));
    }
    setter.text(role, &headline(lang, finding));
    for paragraph in advice(lang, finding) {
        setter.text(Role::Text, &shown(&paragraph));
    }
    // What has been sent as a line cannot be deleted any more.
    if card && !setter.in_lines() {
        setter.text(Role::Text, texts(lang).delete);
    }
}

/// What the guide says of fraud.
fn more(setter: &mut Setter<'_>, guide: &Guide, words: &CheckTexts, lang: Language) {
    if guide.fraud_sections.is_empty() {
        return;
    }
    setter.gap();
    setter.text(Role::Heading, words.more);
    for &at in &guide.fraud_sections {
        let title = &guide.section(at).texts.text(lang).title;
        item(setter, |setter| {
            setter.link(title, Target::Id(guide.id(at).to_string()));
        });
    }
}

fn listed(setter: &mut Setter<'_>, guide: &Guide, words: &CheckTexts, lang: Language) {
    if !guide.official_numbers.is_empty() {
        setter.gap();
        setter.text(Role::Heading, words.numbers);
    }
    for number in &guide.official_numbers {
        item(setter, |setter| {
            setter.text(Role::Strong, number);
            for desk in called_by(guide, number) {
                let desk = &guide.desks[desk];
                let name = desk.name.text(lang);
                match desk.section {
                    Some(at) => setter.link(name, Target::Id(guide.id(at).to_string())),
                    None => setter.text(Role::Text, name),
                }
            }
        });
    }
    if !guide.official_domains.is_empty() {
        setter.gap();
        setter.text(Role::Heading, words.domains);
    }
    for domain in &guide.official_domains {
        item(setter, |setter| setter.text(Role::Strong, domain));
    }
}

fn item(setter: &mut Setter<'_>, set: impl FnOnce(&mut Setter<'_>)) {
    let bullet = if setter.in_lines() { "- " } else { "• " };
    setter.indented(
        Piece::new(Role::Marker, bullet),
        Piece::new(Role::Text, "  "),
        set,
    );
}
