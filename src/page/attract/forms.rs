//! How much room the attracting screen takes: from a large number and a code to scan down to a few lines of text.

use super::Size;

/// What there is of it, and how large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// The columns left free at the left.
    pub margin: usize,
    /// `None`: in a line of text.
    pub clock: Option<Size>,
    pub number: Number,
    pub has_code: bool,
    pub has_urgent: bool,
    pub buttons: Buttons,
    /// There are empty lines.
    pub is_airy: bool,
}

/// The number to call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    InText,
    Small,
    /// Below all else, with the width of the screen.
    LargeBelow,
}

impl Number {
    pub const fn size(self) -> Option<Size> {
        match self {
            Self::InText => None,
            Self::Small => Some(Size::Small),
            Self::LargeBelow => Some(Size::Large),
        }
    }
}

/// The buttons of the languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Buttons {
    Framed,
    /// In a row of text.
    InText,
}

const LARGE: Form = Form {
    margin: 6,
    clock: Some(Size::Large),
    number: Number::LargeBelow,
    has_code: true,
    has_urgent: true,
    buttons: Buttons::Framed,
    is_airy: true,
};
const MEDIUM: Form = Form {
    margin: 2,
    clock: Some(Size::Small),
    number: Number::Small,
    ..LARGE
};
const NARROW: Form = Form {
    has_code: false,
    ..MEDIUM
};
const TEXT: Form = Form {
    margin: 1,
    clock: None,
    number: Number::InText,
    buttons: Buttons::InText,
    ..NARROW
};

/// From this width on a number in large digits has room.
const WITH_LARGE_DIGITS: usize = 104;
/// From this width on there is a code, beside which the number has room.
const WITH_CODE: usize = 80;
/// Digits of several rows need so much.
const WITH_DIGITS: (usize, usize) = (64, 18);

/// Those that suit a screen of so many columns and rows, the largest first.
pub fn all((columns, rows): (usize, usize), is_ascii: bool) -> Vec<Form> {
    let dense = |form| Form {
        is_airy: false,
        ..form
    };
    let unframed = |form| Form {
        buttons: Buttons::InText,
        ..form
    };
    let calm = |form| Form {
        has_urgent: false,
        ..form
    };
    let mut forms = Vec::new();
    // There are no signs to make digits and codes of.
    if !is_ascii {
        if columns >= WITH_LARGE_DIGITS {
            forms.push(LARGE);
        }
        if columns >= WITH_CODE {
            forms.extend([MEDIUM, dense(MEDIUM)]);
        }
        if columns >= WITH_DIGITS.0 && rows >= WITH_DIGITS.1 {
            forms.extend([NARROW, dense(NARROW), dense(unframed(NARROW))]);
        }
    }
    forms.extend([
        Form {
            buttons: Buttons::Framed,
            ..TEXT
        },
        TEXT,
        dense(TEXT),
        dense(calm(TEXT)),
    ]);
    forms
}
