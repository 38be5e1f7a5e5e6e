use ratatui::style::Color;

use super::*;

/// The first 16 colours as xterm has them; other terminals differ a little.
const XTERM: [u32; 16] = [
    0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
    0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
];

/// The background, and what users write on it.
const DARK: [(u32, u32); 2] = [(0x00_0000, 0xcc_cccc), (0x1e_1e1e, 0xd4_d4d4)];
const LIGHT: [(u32, u32); 2] = [(0xff_ffff, 0x33_3333), (0xfd_f6e3, 0x58_6e75)];

fn index(colour: Color) -> Option<u8> {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        Color::Indexed(index) => Some(index),
        named => NAMED
            .iter()
            .position(|n| *n == named)
            .and_then(|n| u8::try_from(n).ok()),
    }
}

fn rgb(index: u8) -> u32 {
    let step = |n: u32| if n == 0 { 0 } else { 55 + 40 * n };
    match u32::from(index) {
        n @ 0..16 => XTERM[n as usize],
        n @ 16..232 => {
            let n = n - 16;
            step(n / 36) << 16 | step(n / 6 % 6) << 8 | step(n % 6)
        }
        n => (8 + 10 * (n - 232)) * 0x01_0101,
    }
}

fn ratio(one: u32, other: u32) -> f64 {
    let luminance =
        |hex: u32| luminance([16, 8, 0].map(|shift| f64::from(hex >> shift & 255) / 255.0)) + 0.05;
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

/// The lowest ratio of a style laid over another, on a terminal with this background and text.
fn contrast(style: Style, below: Style, (background, text): (u32, u32)) -> f64 {
    let style = below.patch(style);
    let colour = |colour: Option<Color>, default| colour.and_then(index).map_or(default, rgb);
    let background = colour(style.bg, background);
    let mut lowest = ratio(colour(style.fg, text), background);
    // Terminals that draw bold text bright.
    if let (Some(dark @ 0..8), true) = (
        style.fg.and_then(index),
        style.add_modifier.contains(Modifier::BOLD),
    ) && !matches!(style.fg, Some(Color::Indexed(_)))
    {
        lowest = lowest.min(ratio(rgb(dark + 8), background));
    }
    lowest
}

fn themes(background: Background) -> Vec<(String, Theme)> {
    let choices = [
        Choice::Auto,
        Choice::Sixteen,
        Choice::Contrast,
        Choice::Mono,
    ];
    let mut themes = Vec::new();
    for choice in choices {
        for colours in [Colours::None, Colours::Sixteen, Colours::Many] {
            let terminal = Surroundings {
                colours,
                background,
                ..Surroundings::default()
            };
            let name = format!("{choice:?} on {background:?} with {colours:?}");
            themes.push((
                name,
                Theme::wished(&Wish {
                    choice,
                    terminal,
                    ..Wish::default()
                }),
            ));
        }
    }
    themes
}

#[test]
fn everything_can_be_read_in_every_theme() {
    for (background, terminals) in [(Background::Dark, DARK), (Background::Light, LIGHT)] {
        for (name, theme) in themes(background) {
            // Whoever has another background than black or white with 16 colours has chosen these to go with it.
            let only_named = name.starts_with("Sixteen") || name.ends_with("Sixteen");
            for terminal in terminals.into_iter().take(if only_named { 1 } else { 2 }) {
                let check = |what: &str, style, below, least: f64| {
                    let found = contrast(style, below, terminal);
                    assert!(
                        found >= least,
                        "{name}, {what} on {:06x}: {found:.2}",
                        terminal.0
                    );
                };
                let plain = Style::new();
                let important = [
                    ("text", theme.text),
                    ("strong", theme.strong),
                    ("accent", theme.accent),
                    ("mark", theme.mark),
                    ("open", theme.open),
                    ("limited", theme.limited),
                    ("warning", theme.warning),
                    ("link", theme.link),
                    ("code", theme.source),
                    ("a string", theme.quoted),
                    ("a keyword", theme.keyword),
                    ("a literal", theme.literal),
                ];
                for (what, style) in important {
                    check(what, style, plain, 4.5);
                }
                check("a mark in a title", theme.mark, theme.strong, 4.5);
                check("dim", theme.dim, plain, 3.0);
                check("a comment", theme.comment, plain, 3.0);
                check("cursor", theme.cursor, plain, 3.0);
                // Cards of numbers that warn are entries of the list.
                let in_list = [
                    ("text", theme.text),
                    ("strong", theme.strong),
                    ("mark", theme.mark),
                    ("warning", theme.warning),
                ];
                for (what, style) in in_list {
                    check(
                        &format!("selected {what}"),
                        style.patch(theme.selected),
                        theme.selection,
                        4.5,
                    );
                }
                check(
                    "selected dim",
                    theme.dim.patch(theme.selected),
                    theme.selection,
                    3.0,
                );
                check(
                    "cursor of the selection",
                    theme.cursor.patch(theme.selected),
                    theme.selection,
                    3.0,
                );
                let in_bar = [
                    ("text", theme.text),
                    ("strong", theme.strong),
                    ("accent", theme.accent),
                    ("open", theme.open),
                    ("limited", theme.limited),
                    ("warning", theme.warning),
                ];
                for (what, style) in in_bar {
                    check(&format!("{what} in the bar"), style, theme.bar, 4.5);
                }
                check("dim in the bar", theme.dim, theme.bar, 3.0);
                check("the clock", theme.bar_dim, theme.bar, 3.0);
            }
        }
    }
}

#[test]
fn high_contrast_is_seven_to_one_on_black_and_on_white() {
    for background in [Background::Dark, Background::Light] {
        let terminal = Surroundings {
            background,
            ..Surroundings::default()
        };
        let theme = Theme::wished(&Wish {
            own: crate::ui::theme::own::Own::default(),
            choice: Choice::Contrast,
            terminal,
        });
        for terminal in [(0x00_0000, 0xff_ffff), (0xff_ffff, 0x00_0000)] {
            let styles = [
                theme.text,
                theme.dim,
                theme.accent,
                theme.rule,
                theme.mark,
                theme.cursor,
                theme.bar,
                theme.bar_dim,
                theme.open,
                theme.limited,
                theme.warning,
                theme.link,
            ];
            for style in styles {
                let found = contrast(style, Style::new(), terminal);
                assert!(found >= 7.0, "{style:?}: {found}");
                assert!(!style.add_modifier.contains(Modifier::DIM), "{style:?}");
            }
        }
    }
}

#[test]
fn what_was_asked_for_and_what_the_terminal_has_make_the_theme() {
    let wished = |choice, terminal| {
        Theme::wished(&Wish {
            choice,
            terminal,
            ..Wish::default()
        })
    };
    let plain = Surroundings::default();
    let (sixteen, none) = (
        Surroundings {
            colours: Colours::Sixteen,
            ..plain
        },
        Surroundings {
            colours: Colours::None,
            ..plain
        },
    );
    let light = Surroundings {
        background: Background::Light,
        ..plain
    };
    let no_color = Surroundings {
        no_color: true,
        ..plain
    };
    let (mono, dark) = (Theme::new(Choice::Mono), Theme::new(Choice::Dark));
    assert_eq!(wished(Choice::Auto, plain), dark);
    assert_eq!(wished(Choice::Auto, light), Theme::new(Choice::Light));
    assert_eq!(wished(Choice::Dark, light), dark);
    assert_eq!(wished(Choice::Auto, no_color), mono);
    assert_eq!(
        wished(Choice::Dark, no_color),
        dark,
        "what was asked for counts more than the environment"
    );
    assert_eq!(wished(Choice::Dark, sixteen), Theme::new(Choice::Sixteen));
    assert_eq!(wished(Choice::Sixteen, plain), Theme::new(Choice::Sixteen));
    assert_eq!(
        wished(Choice::Sixteen, none),
        mono.clone().without_colours()
    );
    for choice in [Choice::Auto, Choice::Contrast, Choice::Mono] {
        assert_eq!(wished(choice, none), mono.clone().without_colours());
    }
    assert!(
        Wish {
            own: crate::ui::theme::own::Own::default(),
            choice: Choice::Auto,
            terminal: Surroundings {
                answers: true,
                ..plain
            }
        }
        .asks()
    );
    assert!(
        !Wish {
            own: crate::ui::theme::own::Own::default(),
            choice: Choice::Auto,
            terminal: Surroundings {
                answers: true,
                ..no_color
            }
        }
        .asks()
    );
    assert!(
        !Wish {
            own: crate::ui::theme::own::Own::default(),
            choice: Choice::Dark,
            terminal: Surroundings {
                answers: true,
                ..plain
            }
        }
        .asks()
    );
    assert!(
        !Wish {
            own: crate::ui::theme::own::Own::default(),
            choice: Choice::Auto,
            terminal: plain
        }
        .asks(),
        "nobody answers"
    );
}

/// Only the 16 named colours are used where no others are known.
#[test]
fn a_theme_of_sixteen_colours_has_no_others() {
    for background in [Background::Dark, Background::Light] {
        let terminal = Surroundings {
            colours: Colours::Sixteen,
            background,
            ..Surroundings::default()
        };
        for choice in [Choice::Auto, Choice::Sixteen, Choice::Contrast] {
            let theme = Theme::wished(&Wish {
                choice,
                terminal,
                ..Wish::default()
            });
            let styles = [
                theme.text,
                theme.strong,
                theme.dim,
                theme.accent,
                theme.rule,
                theme.mark,
                theme.selection,
                theme.cursor,
                theme.bar,
                theme.bar_dim,
                theme.open,
                theme.limited,
                theme.warning,
                theme.link,
            ];
            for colour in styles
                .iter()
                .flat_map(|style| [style.fg, style.bg])
                .flatten()
            {
                assert!(
                    !matches!(colour, Color::Indexed(_) | Color::Rgb(..)),
                    "{colour:?}"
                );
            }
        }
    }
}
