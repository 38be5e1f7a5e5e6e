//! Which theme is used: what was asked for, and what is known of the terminal.

use super::own::Own;

/// Which theme to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Choice {
    /// Dark or light, as the terminal answers when asked; fewer colours where it has fewer, none with `NO_COLOR`
    #[default]
    Auto,
    /// For light text on dark
    Dark,
    /// For dark text on light
    Light,
    /// High contrast: the terminal's own two colours, bold and reversed; only marks and warnings have others
    Contrast,
    /// The 16 colours of every colour terminal, dark or light as above
    #[value(name = "16")]
    Sixteen,
    /// No colours, only bold, dim, underlined and reversed
    Mono,
}

/// Whether the terminal's background is dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Background {
    #[default]
    Dark,
    Light,
}

impl Background {
    /// From red, green and blue, each from 0 to 1: dark where white stands out more from it than black does, by the
    /// contrast ratio of WCAG 2.
    pub fn of(rgb: [f64; 3]) -> Self {
        // (1.05) / (l + 0.05) and (l + 0.05) / (0.05) are equal here.
        const MIDDLE: f64 = 0.179;
        if luminance(rgb) > MIDDLE {
            Self::Light
        } else {
            Self::Dark
        }
    }
}

/// The relative luminance of WCAG 2, from 0 to 1.
pub fn luminance(rgb: [f64; 3]) -> f64 {
    let linear = |c: f64| {
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = rgb.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Colours {
    None,
    Sixteen,
    /// 256 or more.
    #[default]
    Many,
}

/// What is known of the terminal without asking it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Surroundings {
    pub colours: Colours,
    /// By `COLORFGBG`, which says how it was when the session began; dark where nothing says.
    pub background: Background,
    /// `NO_COLOR` is set.
    pub no_color: bool,
    /// It shows any colour, by `COLORTERM`.
    pub exact: bool,
    /// Whether the terminal can be asked for its background, and draws nothing when it does not know the question.
    pub answers: bool,
}

impl Surroundings {
    /// From the environment variables `TERM`, `COLORTERM`, `COLORFGBG` and `NO_COLOR`.
    pub fn new(variable: impl Fn(&str) -> Option<String>) -> Self {
        let term = variable("TERM").unwrap_or_default();
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let last = variable("COLORFGBG").and_then(|value| value.rsplit(';').next()?.parse().ok());
        Self {
            colours: if is_set("COLORTERM") {
                Colours::Many
            } else {
                colours(&term)
            },
            background: match last {
                Some(7 | 9..=15) => Background::Light,
                _ => Background::Dark,
            },
            no_color: is_set("NO_COLOR"),
            exact: variable("COLORTERM")
                .is_some_and(|value| matches!(value.as_str(), "truecolor" | "24bit")),
            answers: colours(&term) != Colours::None && !is_console(&term),
        }
    }
}

/// What was asked for, and where it is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wish {
    pub choice: Choice,
    /// Colours that take the place of those of the choice.
    pub own: Own,
    pub terminal: Surroundings,
}

impl Wish {
    /// Whether its theme depends on the terminal's background, and the terminal can be asked for that.
    pub const fn asks(&self) -> bool {
        let depends = match self.choice {
            Choice::Auto => !self.terminal.no_color,
            Choice::Sixteen => true,
            Choice::Dark | Choice::Light | Choice::Contrast | Choice::Mono => false,
        };
        depends && self.terminal.answers
    }

    /// The same on this background.
    #[must_use]
    pub const fn on(self, background: Background) -> Self {
        Self {
            terminal: Surroundings {
                background,
                ..self.terminal
            },
            ..self
        }
    }
}

/// Whether a full screen can be drawn on a terminal of this `TERM`: not on one that does not move its cursor, or that nobody
/// has described.
pub fn has_screen(term: Option<&str>) -> bool {
    !matches!(term, None | Some("" | "dumb" | "unknown"))
}

/// Consoles of operating systems: 16 colours, few characters, and questions that they do not know end up on the screen.
pub fn is_console(term: &str) -> bool {
    ["linux", "cygwin", "cons", "ansi"]
        .iter()
        .any(|console| term.starts_with(console))
}

/// The colours of a terminal by its `TERM`. What calls itself `xterm` or `screen` has taken 256 colours for twenty years;
/// what nobody knows gets the 16 that nearly all have.
fn colours(term: &str) -> Colours {
    const MANY: [&str; 14] = [
        "xterm",
        "screen",
        "tmux",
        "rxvt-unicode",
        "alacritty",
        "contour",
        "foot",
        "ghostty",
        "kitty",
        "konsole",
        "rio",
        "st-",
        "vte",
        "wezterm",
    ];
    let ends = |endings: &[&str]| endings.iter().any(|end| term.ends_with(end));
    if !has_screen(Some(term)) || term.starts_with("vt") || ends(&["-m", "-mono"]) {
        Colours::None
    } else if ends(&["-color", "-16color"]) {
        Colours::Sixteen
    } else if ends(&["-256color", "-direct"]) || MANY.iter().any(|name| term.starts_with(name)) {
        Colours::Many
    } else {
        Colours::Sixteen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surroundings(set: &[(&str, &str)]) -> Surroundings {
        Surroundings::new(|name| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn colours_are_as_many_as_the_terminal_says() {
        let check = |term: &str, colorterm: &str, expected| {
            let found = surroundings(&[("TERM", term), ("COLORTERM", colorterm)]);
            assert_eq!(found.colours, expected, "{term} {colorterm}");
        };
        check("xterm-256color", "", Colours::Many);
        check("tmux-256color", "", Colours::Many);
        check("xterm-kitty", "", Colours::Many);
        check("alacritty", "", Colours::Many);
        check("xterm", "", Colours::Many);
        check("screen", "", Colours::Many);
        check("linux", "truecolor", Colours::Many);
        check("xterm-color", "", Colours::Sixteen);
        check("xterm-16color", "", Colours::Sixteen);
        check("rxvt", "", Colours::Sixteen);
        check("linux", "", Colours::Sixteen);
        check("something-new", "", Colours::Sixteen);
        check("vt100", "", Colours::None);
        check("vt220", "", Colours::None);
        check("xterm-mono", "", Colours::None);
        check("sun-m", "", Colours::None);
        check("dumb", "", Colours::None);
        check("", "", Colours::None);
    }

    #[test]
    fn only_terminals_that_take_a_question_are_asked() {
        for (term, expected) in [
            ("xterm", true),
            ("screen", true),
            ("something-new", true),
            ("linux", false),
            ("vt100", false),
            ("dumb", false),
        ] {
            assert_eq!(surroundings(&[("TERM", term)]).answers, expected, "{term}");
        }
    }

    #[test]
    fn the_background_is_guessed_from_colorfgbg() {
        let guess = |value| surroundings(&[("COLORFGBG", value)]).background;
        assert_eq!(guess("0;15"), Background::Light);
        assert_eq!(guess("0;default;7"), Background::Light);
        for dark in ["15;0", "7;8", "", "15;default", "0;99999"] {
            assert_eq!(guess(dark), Background::Dark, "{dark:?}");
        }
    }

    #[test]
    fn an_empty_no_color_says_nothing() {
        assert!(!surroundings(&[("NO_COLOR", "")]).no_color);
        assert!(surroundings(&[("NO_COLOR", "1")]).no_color);
    }

    #[test]
    fn a_background_is_light_where_black_stands_out_more() {
        let of = |hex: u32| {
            let part = |shift: u32| f64::from((hex >> shift) & 255) / 255.0;
            Background::of([part(16), part(8), part(0)])
        };
        for light in [0xff_ffff, 0xfd_f6e3, 0xc0_c0c0, 0x80_8080] {
            assert_eq!(of(light), Background::Light, "{light:06x}");
        }
        for dark in [
            0x00_0000, 0x1e_1e1e, 0x00_2b36, 0x28_2c34, 0x30_0a24, 0x00_00ff,
        ] {
            assert_eq!(of(dark), Background::Dark, "{dark:06x}");
        }
    }

    #[test]
    fn no_screen_is_drawn_where_nothing_moves() {
        for (term, expected) in [
            (None, false),
            (Some(""), false),
            (Some("dumb"), false),
            (Some("unknown"), false),
            (Some("vt100"), true),
            (Some("something-new"), true),
        ] {
            assert_eq!(has_screen(term), expected, "{term:?}");
        }
    }
}
