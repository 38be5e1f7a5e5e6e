//! The help page: every key that the key map explains, and what the guide is.

use super::{Page, Piece, Role, Setter};
use crate::guide::Guide;
use crate::i18n::screen::texts;
use crate::language::Language;
use crate::search::highlight::Highlighter;
use crate::text::width::{pad, width};
use crate::tui::keymap::{self, Scope};

/// Sets the help for a reader of a language.
pub fn help(guide: &Guide, reader: Language, columns: usize) -> Page {
    let texts = texts(reader);
    let plain = Highlighter::default();
    let mut setter = Setter::new(columns, &plain);
    let everywhere: Vec<_> = keymap::explained(Scope::Everywhere, reader).collect();
    let searching: Vec<_> = keymap::explained(Scope::Searching, reader).collect();
    let reading: Vec<_> = keymap::explained(Scope::Reading, reader).collect();
    let all = [&everywhere, &searching, &reading];
    let widest = all
        .into_iter()
        .flatten()
        .map(|(keys, _)| width(keys))
        .max()
        .unwrap_or(0);
    keys(&mut setter, texts.keys_everywhere, &everywhere, widest);
    keys(&mut setter, texts.keys_searching, &searching, widest);
    keys(&mut setter, texts.keys_reading, &reading, widest);
    about(&mut setter, guide, reader);
    setter.finish()
}

fn keys(setter: &mut Setter<'_>, title: &str, keys: &[(&str, &str)], widest: usize) {
    setter.gap();
    setter.text(Role::Heading, title);
    // The explanations stand in a column; where that would be narrow they go below their keys.
    let beside = setter.room() >= widest + 24;
    for (key, what) in keys {
        if beside {
            let first = Piece::new(Role::Marker, format!("{}  ", pad(key, widest)));
            let rest = Piece::new(Role::Text, " ".repeat(widest + 2));
            setter.indented(first, rest, |setter| setter.text(Role::Text, what));
        } else {
            setter.text(Role::Marker, key);
            let indent = Piece::new(Role::Text, "  ");
            setter.indented(indent.clone(), indent, |setter| {
                setter.text(Role::Text, what);
            });
        }
    }
}

fn about(setter: &mut Setter<'_>, guide: &Guide, reader: Language) {
    let texts = texts(reader);
    setter.gap();
    setter.text(Role::Heading, texts.about);
    setter.text(Role::Text, guide.title.text(reader));
    setter.text(Role::Text, texts.unofficial);
    setter.text(Role::Dim, &format!("{}: {}", texts.as_of, guide.as_of));
    setter.text(
        Role::Dim,
        &format!(
            "{}: {}",
            texts.official_numbers,
            guide.official_numbers.join(", ")
        ),
    );
    setter.text(Role::Dim, concat!("madoguchi ", env!("CARGO_PKG_VERSION")));
}
