//! The colours of the themes. Each is told apart from what it stands on by at least 4.5 to 1, what counts less by 3 to 1
//! (WCAG 2, against the usual backgrounds of terminals); the tests of `theme` compute it.

use ratatui::style::{Color, Modifier};

use super::choice::Background;

/// Black and white, as indices that terminals do not let their users redefine.
pub(super) const BLACK: Color = Color::Indexed(16);
pub(super) const WHITE: Color = Color::Indexed(231);
/// Bright yellow, and a red that is dark enough for white text.
pub(super) const YELLOW: Color = Color::Indexed(226);
pub(super) const DARK_RED: Color = Color::Indexed(88);

/// The colours that make a theme.
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette {
    pub accent: Color,
    pub dim: Color,
    pub rule: Color,
    pub mark: Color,
    pub mark_background: Color,
    pub selection: Color,
    pub bar: Color,
    /// On `selection` and on `bar`, which have a background that may not be the terminal's.
    pub ink: Color,
    pub bar_ink: Color,
    pub open: Color,
    pub limited: Color,
    pub warning: Color,
    /// What marks have besides their colours, and warnings. Many terminals draw bold text in the brighter one of the first
    /// 16 colours, whether it can be read then or not.
    pub mark_modifier: Modifier,
    pub warning_modifier: Modifier,
    /// What the selected entry loses, for the same reason.
    pub selected_without: Modifier,
}

impl Palette {
    /// Of the 256 colours that terminals agree on.
    pub const fn many(background: Background) -> &'static Self {
        match background {
            Background::Dark => &DARK,
            Background::Light => &LIGHT,
        }
    }

    /// Of the first 16 colours, whose exact shades are the user's.
    pub const fn sixteen(background: Background) -> &'static Self {
        match background {
            Background::Dark => &DARK_16,
            Background::Light => &LIGHT_16,
        }
    }
}

static DARK: Palette = Palette {
    accent: Color::Indexed(80),
    dim: Color::Indexed(246),
    rule: Color::Indexed(239),
    mark: Color::Indexed(222),
    mark_background: Color::Indexed(238),
    selection: Color::Indexed(236),
    bar: Color::Indexed(235),
    ink: Color::Indexed(252),
    bar_ink: Color::Indexed(252),
    open: Color::Indexed(114),
    limited: Color::Indexed(179),
    warning: Color::Indexed(209),
    mark_modifier: Modifier::BOLD,
    warning_modifier: Modifier::BOLD,
    selected_without: Modifier::empty(),
};

static LIGHT: Palette = Palette {
    accent: Color::Indexed(24),
    dim: Color::Indexed(242),
    rule: Color::Indexed(250),
    mark: Color::Indexed(94),
    mark_background: Color::Indexed(229),
    selection: Color::Indexed(254),
    bar: Color::Indexed(255),
    ink: Color::Indexed(235),
    bar_ink: Color::Indexed(235),
    open: Color::Indexed(22),
    limited: Color::Indexed(94),
    warning: Color::Indexed(124),
    mark_modifier: Modifier::BOLD,
    warning_modifier: Modifier::BOLD,
    selected_without: Modifier::empty(),
};

static DARK_16: Palette = Palette {
    accent: Color::LightCyan,
    dim: Color::Gray,
    rule: Color::DarkGray,
    mark: Color::Black,
    mark_background: Color::Yellow,
    selection: Color::Blue,
    bar: Color::Black,
    ink: Color::White,
    bar_ink: Color::White,
    open: Color::LightGreen,
    limited: Color::LightYellow,
    // Bright red cannot be read on the blue of the selection.
    warning: Color::LightYellow,
    mark_modifier: Modifier::UNDERLINED,
    warning_modifier: Modifier::BOLD,
    selected_without: Modifier::empty(),
};

/// Green, yellow and cyan are too light to be read on white in most terminals, and are not used.
static LIGHT_16: Palette = Palette {
    accent: Color::Blue,
    dim: Color::DarkGray,
    rule: Color::Gray,
    mark: Color::Black,
    mark_background: Color::Yellow,
    selection: Color::Gray,
    bar: Color::Reset,
    ink: Color::Black,
    bar_ink: Color::Reset,
    open: Color::Blue,
    limited: Color::Black,
    warning: Color::Red,
    mark_modifier: Modifier::UNDERLINED,
    warning_modifier: Modifier::UNDERLINED,
    selected_without: Modifier::BOLD,
};
