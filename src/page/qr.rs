//! A contact as a QR code, which a reader's telephone scans from the screen.

use qrcodegen::{QrCode, QrCodeEcc};

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Piece, Role, Setter, Subject};
use crate::frame::layout::{self, Size};
use crate::guide::Part;
use crate::guide::exchange::Exchange;
use crate::i18n::board;
use crate::text::width::width;

/// The light modules that the standard (ISO/IEC 18004) wants on every side of a code.
const QUIET: i32 = 4;

/// The code of a text, black on white with its quiet zone, two modules to a line, one to a column. `None` where the text is
/// too long for any code, which is at about 2,900 bytes.
///
/// It is the smallest code for the text, with as much error correction as that has room for. What can be is background,
/// and below a half there is always background: the block characters of many fonts end short of the next line, and the
/// seams would make the code unreadable.
pub fn code(text: &str) -> Option<Vec<Vec<Piece>>> {
    lines(text, 2, |code, x, y| {
        // Beyond the code everything is light.
        match (code.get_module(x, y), code.get_module(x, y + 1)) {
            (true, true) => (Role::QrDark, " "),
            (true, false) => (Role::QrLight, "▀"),
            (false, true) => (Role::QrDark, "▀"),
            (false, false) => (Role::QrLight, " "),
        }
    })
}

/// The same of background alone, for terminals without half blocks: a module is a line high and two columns wide.
pub fn large_code(text: &str) -> Option<Vec<Vec<Piece>>> {
    lines(text, 1, |code, x, y| {
        let role = if code.get_module(x, y) {
            Role::QrDark
        } else {
            Role::QrLight
        };
        (role, "  ")
    })
}

/// The lines of a code, of so many modules in height, from what each of their cells is.
fn lines(
    text: &str,
    height: usize,
    cell: impl Fn(&QrCode, i32, i32) -> (Role, &'static str),
) -> Option<Vec<Vec<Piece>>> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let range = -QUIET..code.size() + QUIET;
    let line = |y| {
        let cells: Vec<_> = range.clone().map(|x| cell(&code, x, y)).collect();
        cells
            .chunk_by(|one, next| one.0 == next.0)
            .map(|run| Piece::new(run[0].0, run.iter().map(|cell| cell.1).collect::<String>()))
            .collect()
    };
    Some(range.clone().step_by(height).map(line).collect())
}

/// A contact, by the indices of its desk and of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    pub desk: usize,
    pub contact: usize,
}

#[derive(Clone, Copy)]
pub struct Qr(pub Code);

impl PageKind for Qr {
    const NEEDS: Option<Part> = Some(Part::Desks);
    const CHANGES_WITH: &'static [Input] = &[Input::Window];

    fn title(self, context: &Context<'_>) -> String {
        let desk = &context.guide.desks[self.0.desk];
        board::qr_title(desk.name.text(context.lang), context.lang)
    }

    fn set(self, context: &Context<'_>) -> Page {
        qr(self.0, context)
    }

    /// The code of another number is no substitute.
    fn moved(self, exchange: &Exchange<'_>) -> Moved {
        let Code { desk, contact } = self.0;
        let old = exchange
            .old
            .desks
            .get(desk)
            .and_then(|desk| desk.contacts.get(contact));
        let same = exchange.desk(desk).and_then(|desk| {
            let contacts = &exchange.new.desks[desk].contacts;
            let contact = contacts.iter().position(|contact| Some(contact) == old)?;
            Some(Code { desk, contact })
        });
        Moved::to(same, None, Subject::Qr)
    }
}

/// The code, whole, with the contact below; or what window the code needs.
fn qr(Code { desk, contact }: Code, context: &Context<'_>) -> Page {
    let Context {
        guide,
        lang,
        look,
        window,
        ..
    } = *context;
    let contact = &guide.desks[desk].contacts[contact];
    let value = (Role::Strong, contact.value.text(lang).as_str());
    let columns = context.measure.columns;
    let code = contact.uri(lang).and_then(|uri| {
        if look.signs.is_ascii() {
            large_code(&uri)
        } else {
            code(&uri)
        }
    });
    let Some(code) = code else {
        return page(
            columns,
            &[],
            &[(Role::Text, &board::qr_needs(None, lang)), value],
        );
    };
    let wide = code.first().map_or(0, |line| columns_of(line));
    let choices = [
        page(columns, &code, &[value, (Role::Dim, board::scan(lang))]),
        page(columns.max(wide), &code, &[value]),
    ];
    let needed = [wide, choices[1].lines.len()].map(|n| u16::try_from(n).unwrap_or(u16::MAX));
    let fits = |page: &Page| wide <= columns && page.lines.len() <= context.rows;
    choices.into_iter().find(fits).unwrap_or_else(|| {
        let [wide, rows] = needed;
        let needed = Size {
            columns: wide,
            rows,
        };
        let window = layout::window_for(needed, look, window);
        let text = board::qr_needs(window, lang);
        page(columns, &[], &[(Role::Text, &text), value])
    })
}

/// A code in the middle of the page, and texts below its left edge.
fn page(columns: usize, code: &[Vec<Piece>], below: &[(Role, &str)]) -> Page {
    let mut setter = Setter::new(columns);
    let wide = code.first().map_or(columns, |line| columns_of(line));
    let margin = Piece::new(Role::Text, " ".repeat(columns.saturating_sub(wide) / 2));
    setter.indented(margin.clone(), margin, |setter| {
        for line in code {
            setter.apart(line.clone());
        }
        for (role, text) in below {
            setter.text(*role, text);
        }
    });
    setter.finish()
}

fn columns_of(line: &[Piece]) -> usize {
    line.iter().map(|piece| width(&piece.text)).sum()
}
