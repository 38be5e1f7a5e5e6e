//! Colours and styles: the one place that knows them. Calm, with one accent; what matters is told by words and symbols too.

mod choice;
pub mod own;
mod palette;

use ratatui::style::{Modifier, Style};

use crate::desk::State;
use crate::guide::markdown::AlertKind;
use crate::page::{Piece, Role};
use crate::text::syntax::Syntax;
use palette::{BLACK, DARK_RED, Palette, WHITE, YELLOW};

pub use choice::{
    Background, Choice, Colours, Surroundings, Wish, has_screen, is_console, luminance,
};

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
    /// The word in the bar that says what keys mean now.
    pub mode: Style,
    /// What counts less in the bar.
    pub bar_dim: Style,
    pub open: Style,
    pub limited: Style,
    pub warning: Style,
    pub link: Style,
    /// Lines of code of a known language, and what stands out in them.
    pub source: Style,
    pub comment: Style,
    pub quoted: Style,
    pub keyword: Style,
    pub literal: Style,
    /// Laid over the chosen link.
    pub chosen: Style,
    /// A verdict across the page.
    pub listed: Style,
    pub not_listed: Style,
    /// QR codes where they are light: black on white in every theme, also in those without colours. A code whose light is
    /// dark, or that is in the terminal's own two colours whatever they are, cannot be relied on to be read.
    pub qr_light: Style,
    /// The same the other way round.
    pub qr_dark: Style,
}

impl Theme {
    /// The theme that was chosen, on a terminal of 256 colours and a dark background where that leaves anything open.
    pub fn new(choice: Choice) -> Self {
        Self::wished(&Wish {
            choice,
            ..Wish::default()
        })
    }

    /// The theme that was chosen, as far as the terminal has colours for it.
    pub fn wished(
        &Wish {
            choice,
            own,
            terminal,
        }: &Wish,
    ) -> Self {
        let background = match choice {
            Choice::Dark => Background::Dark,
            Choice::Light => Background::Light,
            _ => terminal.background,
        };
        let no_color = terminal.no_color && choice == Choice::Auto;
        match (choice, terminal.colours) {
            (_, Colours::None) => Self::mono().without_colours(),
            (Choice::Mono, _) => Self::mono(),
            _ if no_color => Self::mono(),
            (Choice::Contrast, colours) => Self::contrast(colours),
            (Choice::Sixteen, _) | (_, Colours::Sixteen) => {
                Self::coloured(&own.over(Palette::sixteen(background), terminal))
            }
            (_, Colours::Many) => Self::coloured(&own.over(Palette::many(background), terminal)),
        }
    }

    fn coloured(palette: &Palette) -> Self {
        let colour = |colour| Style::new().fg(colour);
        Self {
            text: Style::new(),
            strong: Style::new().add_modifier(Modifier::BOLD),
            dim: colour(palette.dim),
            accent: colour(palette.accent).add_modifier(Modifier::BOLD),
            rule: colour(palette.rule),
            mark: colour(palette.mark)
                .bg(palette.mark_background)
                .add_modifier(palette.mark_modifier)
                .remove_modifier(Modifier::BOLD.difference(palette.mark_modifier)),
            selection: colour(palette.ink).bg(palette.selection),
            selected: Style::new().remove_modifier(palette.selected_without),
            cursor: colour(palette.accent),
            bar: colour(palette.bar_ink).bg(palette.bar),
            mode: colour(palette.accent).add_modifier(Modifier::BOLD | Modifier::REVERSED),
            bar_dim: colour(palette.dim),
            open: colour(palette.open),
            limited: colour(palette.limited),
            warning: colour(palette.warning).add_modifier(palette.warning_modifier),
            link: colour(palette.accent).add_modifier(Modifier::UNDERLINED),
            source: Style::new(),
            comment: colour(palette.dim),
            quoted: colour(palette.open),
            keyword: colour(palette.accent),
            literal: colour(palette.limited),
            chosen: Style::new().add_modifier(Modifier::REVERSED),
            listed: colour(palette.accent).add_modifier(Modifier::BOLD | Modifier::REVERSED),
            not_listed: colour(WHITE).bg(DARK_RED).add_modifier(Modifier::BOLD),
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
            mode: with(Modifier::BOLD).remove_modifier(Modifier::REVERSED),
            bar_dim: plain,
            open: plain,
            limited: plain,
            warning: with(Modifier::BOLD),
            link: with(Modifier::UNDERLINED),
            source: with(Modifier::BOLD),
            comment: with(Modifier::BOLD),
            quoted: with(Modifier::BOLD),
            keyword: with(Modifier::BOLD),
            literal: with(Modifier::BOLD),
            chosen: with(Modifier::REVERSED),
            listed: with(Modifier::BOLD | Modifier::REVERSED),
            not_listed: with(Modifier::BOLD | Modifier::REVERSED),
            qr_light: Style::new().fg(BLACK).bg(WHITE),
            qr_dark: Style::new().fg(WHITE).bg(BLACK),
        }
    }

    /// Nothing is dimmed. The only colours are backgrounds of marks and warnings that bring their own text colour, so that
    /// they stand out as much on black as on white: no colour is seven times as light as the one and as dark as the other.
    fn contrast(colours: Colours) -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let mono = Self::mono();
        let (mark, warning) = if colours == Colours::Many {
            (bold.fg(BLACK).bg(YELLOW), bold.fg(WHITE).bg(DARK_RED))
        } else {
            (mono.mark, mono.warning)
        };
        Self {
            dim: Style::new(),
            rule: Style::new(),
            mark,
            open: bold,
            not_listed: warning,
            warning,
            ..mono
        }
    }

    /// For a terminal that knows no colours: a QR code is light where the terminal is reversed.
    fn without_colours(self) -> Self {
        Self {
            qr_light: Style::new().add_modifier(Modifier::REVERSED),
            qr_dark: Style::new(),
            ..self
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

    /// The style of a part of a piece of a page, which may be a mark.
    pub fn piece(&self, piece: &Piece, is_marked: bool) -> Style {
        let style = self.role(piece.role);
        if is_marked || piece.found.is_some() {
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
            Role::Strikethrough => Style::new().add_modifier(Modifier::CROSSED_OUT),
            Role::Link => self.link,
            Role::Source(None) => self.source,
            Role::Source(Some(Syntax::Comment)) => self.comment,
            Role::Source(Some(Syntax::Text)) => self.quoted,
            Role::Source(Some(Syntax::Keyword)) => self.keyword,
            Role::Source(Some(Syntax::Literal)) => self.literal,
            Role::Marker => self.cursor,
            Role::Rule => self.rule,
            Role::Alert(AlertKind::Warning | AlertKind::Caution) => self.warning,
            Role::Heading | Role::Alert(_) => self.accent,
            Role::Open => self.open,
            Role::Limited => self.limited,
            Role::Verdict(true) => self.listed,
            Role::Verdict(false) => self.not_listed,
            Role::QrLight => self.qr_light,
            Role::QrDark => self.qr_dark,
        }
    }
}

#[cfg(test)]
mod tests;
