//! QR codes, read back from the screen by a decoder.

use chrono_tz::Tz;
use crossterm::event::KeyCode;
use madoguchi::app::{Act, News};
use madoguchi::guide::{Contact, ContactKind, Guide};
use madoguchi::language::{Language, Localized};
use madoguchi::page::{self, Code, Piece, Subject};
use madoguchi::ui::theme::{Choice, Theme};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::style::Color;

use crate::support::{Browser, EVENING, size};

/// The pixels of a module's edge.
const SCALE: usize = 4;

/// What a decoder makes of a picture of modules, dark ones `true`.
pub fn decode(modules: &[Vec<bool>]) -> Vec<String> {
    let (height, width) = (modules.len() * SCALE, modules[0].len() * SCALE);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        if modules[y / SCALE][x / SCALE] {
            0
        } else {
            255
        }
    });
    let grids = image.detect_grids();
    grids
        .iter()
        .map(|grid| grid.decode().expect("a code that is whole").1)
        .collect()
}

/// The screen as a terminal of this background draws it, two modules to a cell.
pub fn modules(buffer: &Buffer, dark_terminal: bool) -> Vec<Vec<bool>> {
    let dark = |colour| match colour {
        Color::Indexed(16) => true,
        Color::Indexed(231) => false,
        _ => dark_terminal,
    };
    let half = |x, y, top: bool| {
        let cell = &buffer[(x, y)];
        dark(if top && cell.symbol() == "▀" {
            cell.fg
        } else {
            cell.bg
        })
    };
    let row = |y, top| (0..buffer.area.width).map(|x| half(x, y, top)).collect();
    (0..buffer.area.height)
        .flat_map(|y| [row(y, true), row(y, false)])
        .collect()
}

#[test]
fn the_code_of_the_phone_is_read_from_every_screen_that_has_room() {
    for (columns, rows) in [(40, 20), (64, 20), (80, 24), (120, 36), (200, 60)] {
        for theme in [Choice::Dark, Choice::Light, Choice::Mono] {
            let mut browser = Browser::new(size(columns, rows), Language::JA);
            browser.press(KeyCode::F(4));
            browser.press(KeyCode::Char('2'));
            let (buffer, _) = browser.buffer(theme);
            for dark_terminal in [true, false] {
                let found = decode(&modules(&buffer, dark_terminal));
                assert_eq!(found, ["tel:0120996012"], "{theme:?}\n{}", browser.screen());
            }
            assert!(browser.screen().contains("0120-996-012"));
        }
    }
}

#[test]
fn the_code_at_80x24() {
    let mut browser = Browser::new(size(80, 24), Language::JA);
    browser.press(KeyCode::F(4));
    browser.press(KeyCode::Char('2'));
    insta::assert_snapshot!(browser.screen());
}

#[test]
fn a_window_that_is_too_small_is_told_which_is_not() {
    let mut browser = Browser::new(size(40, 10), Language::EN);
    browser.press(KeyCode::F(4));
    browser.press(KeyCode::Char('2'));
    let screen = browser.screen();
    assert!(
        screen.contains("0120-996-012") && screen.contains("40×20"),
        "{screen}"
    );
    browser.send(News::Resize(size(40, 20)));
    let (buffer, _) = browser.buffer(Choice::Dark);
    assert_eq!(decode(&modules(&buffer, true)), ["tel:0120996012"]);
    browser.send(News::Resize(size(40, 19)));
    assert!(browser.screen().contains("40×20"), "{}", browser.screen());
}

/// A browser that shows the code of a site.
fn site(address: &str, columns: u16, rows: u16) -> Browser {
    let mut browser = Browser::at(size(columns, rows), Language::EN, EVENING, Tz::Asia__Tokyo);
    let mut guide = Guide::clone(browser.app.world.guide.as_ref().unwrap());
    let value = Localized::new([(Language::JA, address.to_owned())]).unwrap();
    guide.desks[1].contacts = vec![Contact {
        kind: ContactKind::Web,
        value,
    }];
    browser.send(News::GuideLoaded(guide.into()));
    let (desk, contact) = (1, 0);
    browser.send(Act::OpenPage(Subject::Qr(Code { desk, contact })));
    browser
}

#[test]
fn the_code_of_a_site_fits_at_80x24() {
    for address in [
        "https://example.org/help",
        "https://help.example.com/ja/contactus?source=phone",
    ] {
        let browser = site(address, 80, 24);
        let (buffer, _) = browser.buffer(Choice::Dark);
        assert_eq!(
            decode(&modules(&buffer, true)),
            [address],
            "{}",
            browser.screen()
        );
    }
    let long = format!("https://example.org/{}", "a".repeat(100));
    let screen = site(&long, 80, 24).screen();
    assert!(screen.contains("80×32"), "{screen}");
    let (buffer, _) = site(&long, 80, 32).buffer(Choice::Light);
    assert_eq!(decode(&modules(&buffer, false)), [long]);
    let endless = format!("https://example.org/{}", "a".repeat(3000));
    assert!(site(&endless, 80, 24).screen().contains("too long"));
}

#[test]
fn a_code_is_black_on_white_whatever_the_theme() {
    for choice in [Choice::Dark, Choice::Light, Choice::Mono] {
        let theme = Theme::new(choice);
        let colours =
            |style: ratatui::style::Style| (style.fg, style.bg, style.add_modifier.is_empty());
        let (black, white) = (Some(Color::Indexed(16)), Some(Color::Indexed(231)));
        assert_eq!(colours(theme.qr_light), (black, white, true));
        assert_eq!(colours(theme.qr_dark), (white, black, true));
    }
}

fn unfolded(lines: &[Vec<Piece>]) -> Vec<Vec<bool>> {
    let half = |line: &[Piece], top: bool| -> Vec<bool> {
        line.iter()
            .flat_map(|piece| {
                let dark = piece.role == page::Role::QrDark;
                piece.text.chars().map(move |c| dark != (top && c == '▀'))
            })
            .collect()
    };
    lines
        .iter()
        .flat_map(|line| [half(line, true), half(line, false)])
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the text, a decoder reads it back; on every side are four light modules.
    #[test]
    fn any_text_is_read_back(text in "[ -~あ-ん]{1,120}") {
        let modules = unfolded(&page::code(&text).expect("short enough"));
        let width = modules[0].len();
        for (y, row) in modules.iter().enumerate() {
            prop_assert_eq!(row.len(), width);
            for (x, dark) in row.iter().enumerate() {
                let quiet = x < 4 || y < 4 || x >= width - 4 || y >= width - 4;
                prop_assert!(!(quiet && *dark));
            }
        }
        prop_assert_eq!(decode(&modules), [text]);
    }
}
