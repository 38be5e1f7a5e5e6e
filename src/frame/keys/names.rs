//! How keys are called: by the program on the screen, and by people in their configuration.

use super::Code::{
    BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp,
    Right, Tab, Up,
};
use super::{Code, Held, Key};

/// The names of the keys that type nothing: as the screen says them, and as they are written.
const NAMED: &[(Code, &str, &str)] = &[
    (Enter, "Enter", "Enter"),
    (Esc, "Esc", "Esc"),
    (Tab, "Tab", "Tab"),
    (BackTab, "Shift-Tab", "BackTab"),
    (Backspace, "Backspace", "Backspace"),
    (Delete, "Delete", "Delete"),
    (Up, "↑", "Up"),
    (Down, "↓", "Down"),
    (Left, "←", "Left"),
    (Right, "→", "Right"),
    (Home, "Home", "Home"),
    (End, "End", "End"),
    (PageUp, "PgUp", "PgUp"),
    (PageDown, "PgDn", "PgDn"),
    (Char(' '), "Space", "Space"),
];

/// The names of what is held down.
const HELD: &[(Held, &str)] = &[
    (Held::Ctrl, "Ctrl-"),
    (Held::Alt, "Alt-"),
    (Held::Shift, "Shift-"),
];

/// Why a key cannot be one of somebody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// There is no key of that name.
    Unknown,
    /// Terminals send nothing for it, or what another key sends.
    NotSent(&'static str),
}

impl Key {
    /// What the screen calls it: `F1`, `↑`, `Ctrl-N`, `Alt-→`.
    pub fn name(self) -> String {
        self.called(|(_, shown, _)| shown)
    }

    /// The same as it is written: `Up`, `Alt-Right`.
    pub fn written(self) -> String {
        match self {
            Self(BackTab, _) => "Shift-Tab".to_owned(),
            key => key.called(|(_, _, written)| written),
        }
    }

    fn called(self, by: impl Fn(&(Code, &'static str, &'static str)) -> &'static str) -> String {
        let Self(code, held) = self;
        let prefix = HELD.iter().find(|(of, _)| *of == held);
        let prefix = prefix.map_or("", |(_, name)| name);
        let name = match code {
            F(number) => format!("F{number}"),
            code => match (NAMED.iter().find(|(of, ..)| *of == code), code) {
                (Some(names), _) => by(names).to_owned(),
                (None, Char(c)) if held != Held::Nothing => c.to_uppercase().to_string(),
                (None, Char(c)) => c.to_string(),
                (None, _) => String::new(),
            },
        };
        format!("{prefix}{name}")
    }

    /// The key that somebody has written: `F1`, `Ctrl-N`, `Alt-Right`, `/`, in any case but for a character alone.
    pub fn parse(written: &str) -> Result<Self, Unusable> {
        let mut rest = written.trim();
        let mut held = Held::Nothing;
        while let Some((of, after)) = held_before(rest) {
            if held != Held::Nothing {
                return Err(Unusable::NotSent("two keys held down"));
            }
            (held, rest) = (of, after);
        }
        let key = Self(code(rest, held).ok_or(Unusable::Unknown)?, held);
        key.is_sent().map(|()| key.as_sent())
    }

    /// Shift-Tab has a code of its own.
    const fn as_sent(self) -> Self {
        match self {
            Self(Tab, Held::Shift) => Self(BackTab, Held::Nothing),
            key => key,
        }
    }

    /// Whether every terminal sends it, and as nothing else.
    fn is_sent(self) -> Result<(), Unusable> {
        let not = |why| Err(Unusable::NotSent(why));
        match self {
            Self(F(13..), _) => not("no keyboard has it"),
            Self(Char('i'), Held::Ctrl) => not("it is Tab"),
            Self(Char('m'), Held::Ctrl) => not("it is Enter"),
            Self(Char('['), Held::Ctrl) => not("it is Esc"),
            Self(Char('h'), Held::Ctrl) => not("it is Backspace in many terminals"),
            Self(Char(c), Held::Ctrl) if !c.is_ascii_alphabetic() => {
                not("terminals differ in what they send for it, and input methods take some")
            }
            Self(Char(c), Held::Alt) if !c.is_ascii_graphic() || "[O`".contains(c) => {
                not("it is the beginning of another key, or switches the input method")
            }
            Self(Char(_), Held::Shift) => not("a character has its Shift already: write it alone"),
            Self(Char(c), Held::Nothing) if !(c.is_ascii_graphic() || c == ' ') => {
                not("an input method types it in pieces with others")
            }
            Self(Enter | Esc | Backspace, held) if held != Held::Nothing && held != Held::Alt => {
                not("terminals send the same without what is held")
            }
            Self(Tab, Held::Ctrl | Held::Alt) => not("the desktop takes it"),
            _ => Ok(()),
        }
    }
}

/// What is held down before the rest of a name.
fn held_before(name: &str) -> Option<(Held, &str)> {
    let begins = |prefix: &str| {
        let (head, rest) = name.split_at_checked(prefix.len())?;
        let is_it = head[..head.len() - 1].eq_ignore_ascii_case(&prefix[..prefix.len() - 1])
            && head.ends_with(['-', '+']);
        (is_it && !rest.is_empty()).then_some(rest)
    };
    HELD.iter()
        .find_map(|&(held, prefix)| Some((held, begins(prefix)?)))
}

fn code(name: &str, held: Held) -> Option<Code> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        let named = NAMED.iter().find(|(_, shown, _)| shown.starts_with(c));
        let arrow = named.filter(|_| "↑↓←→".contains(c));
        let c = if held == Held::Nothing {
            c
        } else {
            c.to_ascii_lowercase()
        };
        return Some(arrow.map_or(Char(c), |(code, ..)| *code));
    }
    let is_called = |(_, shown, written): &&(Code, &str, &str)| {
        written.eq_ignore_ascii_case(name) || shown.eq_ignore_ascii_case(name)
    };
    if let Some((code, ..)) = NAMED.iter().find(is_called) {
        return Some(*code);
    }
    match name.to_ascii_lowercase().as_str() {
        "escape" => Some(Esc),
        "return" => Some(Enter),
        "pageup" => Some(PageUp),
        "pagedown" => Some(PageDown),
        "del" => Some(Delete),
        name => {
            let number = name.strip_prefix('f')?.parse().ok()?;
            (1..=24).contains(&number).then_some(F(number))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::keys::{alt, char, ctrl, key, shift};

    #[test]
    fn keys_are_called_as_they_are_written() {
        for (written, expected, name) in [
            ("F1", key(F(1)), "F1"),
            ("ctrl-n", ctrl('n'), "Ctrl-N"),
            ("Ctrl+N", ctrl('n'), "Ctrl-N"),
            ("Alt-Right", alt(Right), "Alt-→"),
            ("Alt-→", alt(Right), "Alt-→"),
            ("shift-f3", shift(F(3)), "Shift-F3"),
            ("Shift-Tab", key(BackTab), "Shift-Tab"),
            ("space", char(' '), "Space"),
            ("N", char('N'), "N"),
            ("-", char('-'), "-"),
            ("Alt--", alt(Char('-')), "Alt--"),
            ("PageDown", key(PageDown), "PgDn"),
        ] {
            assert_eq!(Key::parse(written), Ok(expected), "{written}");
            assert_eq!(expected.name(), name);
            assert_eq!(Key::parse(name), Ok(expected), "{name}");
            assert_eq!(Key::parse(&expected.written()), Ok(expected));
        }
    }

    #[test]
    fn keys_that_do_not_arrive_are_refused() {
        for written in ["", "Hyper-x", "F99", "Ctrl-", "foo"] {
            assert_eq!(Key::parse(written), Err(Unusable::Unknown), "{written}");
        }
        for written in [
            "F13",
            "Ctrl-I",
            "Ctrl-M",
            "Ctrl-[",
            "Ctrl-H",
            "Ctrl-1",
            "Alt-[",
            "あ",
            "Shift-a",
            "Ctrl-Alt-x",
            "Ctrl-Enter",
            "Ctrl-Space",
        ] {
            let refused = Key::parse(written);
            assert!(
                matches!(refused, Err(Unusable::NotSent(_))),
                "{written}: {refused:?}"
            );
        }
    }
}
