//! Colours and styles: the one place that knows them. Calm, with one accent; what matters is told by words and symbols too.

use ratatui::style::{Color, Modifier, Style};

use super::typeset::{Piece, Role};
use crate::desk::State;
use crate::guide::markdown::AlertKind;

/// Which theme to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Choice {
    /// Light where the terminal says so (`COLORFGBG`), none where `NO_COLOR` is set, else dark.
    #[default]
    Auto,
    Dark,
    Light,
    /// No colours, only bold, dim, underlined and reversed.
    Mono,
}

impl Choice {
    /// Settles `Auto` from the environment variables `NO_COLOR` and `COLORFGBG`, where they are set.
    #[must_use]
    pub fn resolve(self, no_color: Option<&str>, colorfgbg: Option<&str>) -> Self {
        if self != Self::Auto {
            return self;
        }
        if no_color.is_some_and(|value| !value.is_empty()) {
            return Self::Mono;
        }
        let background = colorfgbg.and_then(|value| value.rsplit(';').next()?.parse::<u8>().ok());
        match background {
            Some(7 | 9..=15) => Self::Light,
            _ => Self::Dark,
        }
    }
}

/// The styles of one theme. The terminal's own background stays; only bars and the selection have one of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub text: Style,
    pub strong: Style,
    pub dim: Style,
    pub accent: Style,
    pub rule: Style,
    /// What was searched for.
    pub mark: Style,
    /// Below the selected entry, which is drawn over it.
    pub selection: Style,
    /// Laid over the selected entry at last.
    pub selected: Style,
    /// The bar at the left of the selected entry.
    pub cursor: Style,
    pub bar: Style,
    /// What counts less in the bar.
    pub bar_dim: Style,
    pub open: Style,
    pub limited: Style,
    pub warning: Style,
    pub link: Style,
    /// Laid over the chosen link.
    pub chosen: Style,
    /// QR codes where they are light: black on white in every theme, also in those without colours. A code whose light is
    /// dark, or that is in the terminal's own two colours whatever they are, cannot be relied on to be read.
    pub qr_light: Style,
    /// The same the other way round.
    pub qr_dark: Style,
}

/// Black and white, as indices that terminals do not let their users redefine.
const BLACK: Color = Color::Indexed(16);
const WHITE: Color = Color::Indexed(231);

/// The colours that make a palette, as indices into the 256 that terminals agree on.
struct Palette {
    accent: u8,
    dim: u8,
    rule: u8,
    mark: u8,
    mark_background: u8,
    selection: u8,
    bar: u8,
    /// On `selection` and `bar`, which have a background that may not be the terminal's.
    ink: u8,
    open: u8,
    limited: u8,
    warning: u8,
}

const DARK: Palette = Palette {
    accent: 80,
    dim: 246,
    rule: 239,
    mark: 222,
    mark_background: 238,
    selection: 236,
    bar: 235,
    ink: 252,
    open: 114,
    limited: 179,
    warning: 209,
};

const LIGHT: Palette = Palette {
    accent: 24,
    dim: 242,
    rule: 250,
    mark: 94,
    mark_background: 229,
    selection: 254,
    bar: 255,
    ink: 235,
    open: 28,
    limited: 130,
    warning: 124,
};

impl Theme {
    pub fn new(choice: Choice) -> Self {
        match choice {
            Choice::Auto | Choice::Dark => Self::coloured(&DARK),
            Choice::Light => Self::coloured(&LIGHT),
            Choice::Mono => Self::mono(),
        }
    }

    fn coloured(palette: &Palette) -> Self {
        let colour = |index| Style::new().fg(Color::Indexed(index));
        Self {
            text: Style::new(),
            strong: Style::new().add_modifier(Modifier::BOLD),
            dim: colour(palette.dim),
            accent: colour(palette.accent).add_modifier(Modifier::BOLD),
            rule: colour(palette.rule),
            mark: colour(palette.mark)
                .bg(Color::Indexed(palette.mark_background))
                .add_modifier(Modifier::BOLD),
            selection: colour(palette.ink).bg(Color::Indexed(palette.selection)),
            selected: Style::new(),
            cursor: colour(palette.accent),
            bar: colour(palette.ink).bg(Color::Indexed(palette.bar)),
            bar_dim: colour(palette.dim),
            open: colour(palette.open),
            limited: colour(palette.limited),
            warning: colour(palette.warning).add_modifier(Modifier::BOLD),
            link: colour(palette.accent).add_modifier(Modifier::UNDERLINED),
            chosen: Style::new().add_modifier(Modifier::REVERSED),
            qr_light: Style::new().fg(BLACK).bg(WHITE),
            qr_dark: Style::new().fg(WHITE).bg(BLACK),
        }
    }

    fn mono() -> Self {
        let plain = Style::new();
        let with = |modifier| Style::new().add_modifier(modifier);
        Self {
            text: plain,
            strong: with(Modifier::BOLD),
            dim: with(Modifier::DIM),
            accent: with(Modifier::BOLD),
            rule: with(Modifier::DIM),
            mark: with(Modifier::BOLD | Modifier::UNDERLINED),
            selection: with(Modifier::REVERSED),
            // Dimmed and reversed would be grey patches.
            selected: plain.remove_modifier(Modifier::DIM),
            cursor: with(Modifier::BOLD),
            bar: with(Modifier::REVERSED),
            bar_dim: plain,
            open: plain,
            limited: plain,
            warning: with(Modifier::BOLD),
            link: with(Modifier::UNDERLINED),
            chosen: with(Modifier::REVERSED),
            qr_light: Style::new().fg(BLACK).bg(WHITE),
            qr_dark: Style::new().fg(WHITE).bg(BLACK),
        }
    }

    /// The style of a desk that is in this state.
    pub const fn state(&self, state: State) -> Style {
        match state {
            State::Open => self.open,
            State::Limited => self.limited,
            State::Closed | State::Unknown | State::NotOffered => self.dim,
        }
    }

    /// The style of a piece of a page.
    pub fn piece(&self, piece: &Piece) -> Style {
        let style = self.role(piece.role);
        if piece.marked || piece.found.is_some() {
            style.patch(self.mark)
        } else {
            style
        }
    }

    const fn role(&self, role: Role) -> Style {
        match role {
            Role::Text => self.text,
            Role::Dim | Role::LinkNumber => self.dim,
            Role::Title | Role::Strong | Role::Code => self.strong,
            Role::Emphasis => Style::new().add_modifier(Modifier::ITALIC),
            Role::Link => self.link,
            Role::Marker => self.cursor,
            Role::Rule => self.rule,
            Role::Alert(AlertKind::Warning | AlertKind::Caution) => self.warning,
            Role::Heading | Role::Alert(_) => self.accent,
            Role::Open => self.open,
            Role::Limited => self.limited,
            Role::QrLight => self.qr_light,
            Role::QrDark => self.qr_dark,
        }
    }
}
