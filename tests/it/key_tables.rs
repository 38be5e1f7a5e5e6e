//! The tables of keys and words in the manual are those of the program.

use std::env;
use std::fs;
use std::iter;
use std::path::Path;

use madoguchi::app::Bound;
use madoguchi::app::acts;
use madoguchi::frame::keys::Scope;
use madoguchi::i18n::{keys, plain, screen};
use madoguchi::language::Language;

const LANGUAGES: [Language; 2] = [Language::JA, Language::EN];

#[test]
fn the_tables_are_those_of_the_program() {
    let example = include_str!("../../examples/config.yaml");
    let example = format!("```yaml\n{example}```\n");
    for language in LANGUAGES {
        let chapter = |name: &str| format!("docs/manual/{language}/{name}.md");
        check(&chapter("keys"), "keys", &key_table(language));
        check(&chapter("keys"), "words", &word_table(language));
        check(&chapter("configuration"), "acts", &act_table(language));
        check(&chapter("configuration"), "example", &example);
    }
}

/// Compares what stands between two marks in a file, or writes it when `UPDATE_KEYS` is set.
fn check(file: &str, mark: &str, table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(&path).expect(file);
    let [begin, end] = [format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->\n")];
    let parts = text.split_once(&begin).and_then(|(before, rest)| {
        let (between, after) = rest.split_once(&end)?;
        Some((before, between, after))
    });
    let (before, between, after) = parts.unwrap_or_else(|| panic!("{file} has no {begin}"));
    if between == table {
        return;
    }
    assert!(
        env::var_os("UPDATE_KEYS").is_some(),
        "the {mark} in {file} are not those of the program: run `just keys`"
    );
    let updated = format!("{before}{begin}{table}{end}{after}");
    fs::write(&path, updated).expect(file);
}

/// A line for each line of the help.
fn key_table(lang: Language) -> String {
    let texts = screen::texts(lang);
    let scopes = [
        (Scope::Everywhere, texts.keys_everywhere),
        (Scope::Searching, texts.keys_searching),
        (Scope::Reading, texts.keys_reading),
        (Scope::Finding, texts.keys_finding),
        (Scope::Choosing, texts.keys_choosing),
        (Scope::Typing, texts.keys_typing),
    ];
    let explained = acts::explained(&Bound::default());
    let lines = scopes.iter().flat_map(|(scope, place)| {
        let keys = explained.iter().filter(|key| key.scope == *scope);
        // The place is told once.
        let places = iter::once(*place).chain(iter::repeat(""));
        keys.zip(places).map(|(key, place)| {
            let names: Vec<String> = key.keys.split(' ').map(code).collect();
            let what = keys::text(key, &LANGUAGES, lang).expect("there are two languages");
            [place.to_owned(), names.join(" "), what.into_owned()]
        })
    });
    table(lines)
}

/// A line for each word of the dialogue: how it is typed, and what it does.
fn word_table(lang: Language) -> String {
    let lines = acts::words().into_iter().map(|(word, letter)| {
        let (name, more) = plain::spelling(word, lang);
        let spellings: Vec<String> = [name].iter().chain(more).map(|word| code(word)).collect();
        let what = plain::explain(word, &LANGUAGES, lang).expect("there are two languages");
        [code(letter), spellings.join(" "), what.into_owned()]
    });
    table(lines)
}

/// A line for each act that can have other keys: its name, its keys as they are written, and where they count.
fn act_table(lang: Language) -> String {
    let texts = screen::texts(lang);
    let bound = Bound::default();
    let lines = Bound::names().into_iter().map(|name| {
        let keys = bound.keys_of(name);
        let mut keys: Vec<String> = keys.iter().map(|key| code(&key.written())).collect();
        keys.dedup();
        let scopes = acts::ACTS.iter().filter(|binding| binding.name == name);
        let mut scopes: Vec<Scope> = scopes.map(|binding| binding.scope).collect();
        scopes.sort_by_key(|scope| *scope != Scope::Everywhere);
        let place = match scopes.first() {
            Some(Scope::Everywhere) | None => texts.keys_everywhere,
            Some(Scope::Searching) => texts.keys_searching,
            Some(Scope::Reading) => texts.keys_reading,
            Some(Scope::Finding) => texts.keys_finding,
            Some(Scope::Choosing) => texts.keys_choosing,
            Some(Scope::Typing) => texts.keys_typing,
            Some(Scope::InPublic) if lang == Language::JA => "キオスクで",
            Some(Scope::InPublic) => "On a kiosk",
        };
        [code(name), keys.join(" "), place.to_owned()]
    });
    table(lines)
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

fn table(lines: impl Iterator<Item = [String; 3]>) -> String {
    let lines = lines.map(|cells| format!("| {} |\n", cells.join(" | ")));
    format!(
        "| | | |\n| --- | --- | --- |\n{}",
        lines.collect::<String>()
    )
}
