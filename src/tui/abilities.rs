//! What a terminal is taken to be able to do, by what the environment says of it: none can be asked for everything.

/// How a text gets to the clipboard of whoever sits before the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Osc52 {
    /// As it is; tmux takes it too, with `set-clipboard on`.
    Plain,
    /// Within a control string by which GNU Screen hands it on.
    Screen,
}

/// What can be sent to a terminal besides a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abilities {
    /// `None` where there is no clipboard to speak of.
    pub clipboard: Option<Osc52>,
    /// Hyperlinks (OSC 8).
    pub hyperlinks: bool,
}

impl Abilities {
    pub const NONE: Self = Self {
        clipboard: None,
        hyperlinks: false,
    };

    /// From the environment's `TERM`, and whether `TMUX` is set.
    pub fn of(term: Option<&str>, in_tmux: bool) -> Self {
        let term = term.unwrap_or_default();
        let in_screen = term.starts_with("screen") && !in_tmux;
        let is_plain = matches!(term, "" | "dumb" | "linux" | "cons25" | "ansi");
        // Video terminals of old, by their numbers.
        let is_old = term
            .strip_prefix("vt")
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if is_plain || is_old {
            return Self::NONE;
        }
        Self {
            clipboard: Some(if in_screen {
                Osc52::Screen
            } else {
                Osc52::Plain
            }),
            hyperlinks: !in_screen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_gets_what_it_is_known_to_take() {
        let all = |clipboard, hyperlinks| Abilities {
            clipboard: Some(clipboard),
            hyperlinks,
        };
        let of = |term, tmux| Abilities::of(Some(term), tmux);
        assert_eq!(of("xterm-256color", false), all(Osc52::Plain, true));
        assert_eq!(of("tmux-256color", true), all(Osc52::Plain, true));
        assert_eq!(of("screen-256color", true), all(Osc52::Plain, true));
        assert_eq!(of("screen-256color", false), all(Osc52::Screen, false));
        assert_eq!(of("vte-256color", false), all(Osc52::Plain, true));
        for term in ["linux", "dumb", "", "vt100", "vt220-w"] {
            assert_eq!(of(term, false), Abilities::NONE, "{term}");
        }
        assert_eq!(Abilities::of(None, false), Abilities::NONE);
    }
}
