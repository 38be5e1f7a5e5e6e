//! Where things stand on a screen of a given size. Pure arithmetic: `app` asks it for widths and heights, the views draw
//! into the same areas.

use super::Look;

/// The smallest screen that the browser works on.
pub const MIN: Size = Size {
    columns: 40,
    rows: 10,
};

/// No screen is larger: a client may claim 65535×65535, and every cell costs memory.
pub const MAX: Size = Size {
    columns: 640,
    rows: 200,
};

/// From this width on, list and article always stand side by side.
pub const WIDE: u16 = 100;
/// From this width on they do so while the reader searches; reading takes the whole width.
pub const MEDIUM: u16 = 64;
/// From this width on one page can be read in two languages side by side.
pub const TWO_PAGES: u16 = 120;
/// The columns of a pad of digits.
const PAD: u16 = 36;
/// From this width on there is a card beside list and article.
pub const WITH_ASIDE: u16 = 160;
/// No card is wider.
const WIDEST_ASIDE: u16 = 60;
/// The columns of a list beside an article.
const LIST: (u16, u16) = (30, 72);
/// From this height on there is a row of key hints.
pub const TALL: u16 = 14;
/// From this height on there is an empty row above the panes.
const AIRY: u16 = 28;
/// From this size on there is space to give away in large mode.
const SPACIOUS: Size = Size {
    columns: 56,
    rows: 20,
};
/// From this height on the key hints of large mode are buttons.
const BUTTONS: u16 = 24;
/// The rows of a button.
pub const BUTTON: u16 = 3;
/// Columns left free at both sides of a large screen, at least.
const LARGE_MARGIN: u16 = 3;
/// The longest lines that are read with ease from farther away.
const LARGE_MEASURE: u16 = 60;
/// Lines longer than this are hard to read.
const MEASURE: u16 = 80;
/// Columns left free beside an article.
const MARGIN: u16 = 2;

/// A screen's size in character cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub columns: u16,
    pub rows: u16,
}

/// A rectangle of cells; `x` and `y` are its upper left corner, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

impl Area {
    /// Whether a cell belongs to it.
    pub const fn contains(self, column: u16, row: u16) -> bool {
        column >= self.x
            && column - self.x < self.width
            && row >= self.y
            && row - self.y < self.height
    }
}

/// Which pane the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    Search,
    Article,
}

/// The areas of the screen, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The search field.
    pub field: Area,
    /// Between the two, on the start screen: questions to try, and the hours of the desks.
    pub head: Option<Area>,
    /// The line below it, which carries the panes' titles.
    pub rule: Area,
    /// The results or topics; `None` while the article takes the whole width.
    pub list: Option<Area>,
    /// The article with its margins; `None` while the list takes the whole width.
    pub article: Option<Area>,
    /// The same in the other language, while both are read side by side.
    pub other: Option<Area>,
    /// The card beside the article.
    pub aside: Option<Area>,
    /// The pad of digits above the status bar, while numbers are typed by touch.
    pub pad: Option<Area>,
    /// A row above that: what must be known of the guide whatever is read.
    pub band: Option<Area>,
    pub status: Area,
    /// The key hints, where there is room for them.
    pub footer: Option<Area>,
}

impl Layout {
    /// As it looks otherwise: `None` where the screen is smaller than [`MIN`].
    pub fn of(look: Look, size: Size, focus: Focus) -> Option<Self> {
        if !look.large {
            return Self::new(size, focus);
        }
        if size.columns < SPACIOUS.columns || size.rows < SPACIOUS.rows {
            return Self::one_pane(size, focus);
        }
        Some(Self::large(size, focus))
    }

    /// One thing at a time, but no space given away: for what must be seen whole, and where there is none.
    pub fn one_pane(size: Size, focus: Focus) -> Option<Self> {
        let normal = Self::new(size, focus)?;
        let (list, article) = alone(normal.body(), focus);
        Some(Self {
            list,
            article,
            ..normal
        })
    }

    /// `None` where the screen is smaller than [`MIN`].
    pub fn new(size: Size, focus: Focus) -> Option<Self> {
        if size.columns < MIN.columns || size.rows < MIN.rows {
            return None;
        }
        let row = |y, height| Area {
            x: 0,
            y,
            width: size.columns,
            height,
        };
        let footer_rows = u16::from(size.rows >= TALL);
        let top = 2 + u16::from(size.rows >= AIRY);
        let body = row(top, size.rows - 1 - footer_rows - top);
        let (list, article) = panes(body, focus);
        Some(Self {
            field: row(0, 1),
            head: None,
            rule: row(1, 1),
            list,
            article,
            other: None,
            aside: None,
            pad: None,
            band: None,
            status: row(size.rows - 1 - footer_rows, 1),
            footer: (footer_rows > 0).then(|| row(size.rows - 1, 1)),
        })
    }

    /// One pane in the middle of at least [`SPACIOUS`], and a free row between any two things.
    fn large(size: Size, focus: Focus) -> Self {
        let width = (size.columns - 2 * LARGE_MARGIN).min(LARGE_MEASURE + 2 * MARGIN);
        let row = |y, height| Area {
            x: (size.columns - width) / 2,
            y,
            width,
            height,
        };
        // Below the body: a free row, the status bar, a free row, the key hints, which are buttons where there is room.
        let footer = if size.rows >= BUTTONS { BUTTON } else { 1 };
        let status = size.rows - footer - 3;
        let body = row(5, status - 6);
        let (list, article) = alone(body, focus);
        Self {
            field: row(1, 1),
            head: None,
            rule: row(3, 1),
            list,
            article,
            other: None,
            aside: None,
            pad: None,
            band: None,
            status: Area {
                x: 0,
                y: status,
                width: size.columns,
                height: 2,
            },
            footer: Some(Area {
                height: footer,
                ..row(size.rows - footer, 1)
            }),
        }
    }

    /// The same with so many rows between the field and the panes.
    #[must_use]
    pub fn with_head(self, rows: u16) -> Self {
        let body = self.body();
        if rows == 0 || body.height <= rows {
            return self;
        }
        let lower = |area: Area| Area {
            y: area.y + rows,
            height: area.height - rows,
            ..area
        };
        Self {
            head: Some(Area {
                height: rows,
                ..self.rule
            }),
            rule: Area {
                y: self.rule.y + rows,
                ..self.rule
            },
            list: self.list.map(lower),
            article: self.article.map(lower),
            aside: self.aside.map(lower),
            ..self
        }
    }

    /// The same with a pad of digits below the panes, where these keep most of their rows.
    #[must_use]
    pub fn with_pad(self) -> Self {
        let body = self.body();
        let rows = if body.height >= 6 * BUTTON { BUTTON } else { 1 };
        if body.width < PAD || body.height < 4 * rows {
            return self;
        }
        Self {
            pad: Some(Area {
                y: body.y + body.height - rows,
                height: rows,
                ..body
            }),
            ..self.with_shorter_body(rows)
        }
    }

    /// The same with a band below the panes.
    #[must_use]
    pub fn with_band(self) -> Self {
        let body = self.body();
        if body.height < 2 {
            return self;
        }
        Self {
            band: Some(Area {
                y: body.y + body.height - 1,
                height: 1,
                ..body
            }),
            ..self.with_shorter_body(1)
        }
    }

    /// The same with so many rows fewer at the foot of the panes, which have more.
    fn with_shorter_body(self, rows: u16) -> Self {
        let shorter = |area: Area| Area {
            height: area.height - rows,
            ..area
        };
        Self {
            list: self.list.map(shorter),
            article: self.article.map(shorter),
            ..self
        }
    }

    /// The same with a card beside list and article, from [`WITH_ASIDE`] columns on.
    #[must_use]
    pub fn with_aside(self) -> Self {
        let body = self.body();
        let Some(more) = body.width.checked_sub(WITH_ASIDE) else {
            return self;
        };
        // At 160 columns 48, 66 and 44; at 200 60, 86 and 52.
        let list = (48 + more * 12 / 40).min(LIST.1);
        let card = (44 + more * 8 / 40).min(WIDEST_ASIDE);
        let at = |x, width| Area { x, width, ..body };
        Self {
            list: Some(at(0, list)),
            article: Some(at(list + 1, body.width - list - 1 - card)),
            aside: Some(at(body.width - card, card)),
            ..self
        }
    }

    /// The part of the card that text is set in.
    pub fn aside_text(&self) -> Option<Area> {
        let pane = self.aside?;
        Some(Area {
            x: pane.x + 1,
            width: pane.width - 2,
            ..pane
        })
    }

    /// The same with the list alone.
    #[must_use]
    pub fn list_alone(self) -> Self {
        Self {
            list: Some(self.body()),
            article: None,
            aside: None,
            ..self
        }
    }

    /// The same with the article alone.
    #[must_use]
    pub fn article_alone(self) -> Self {
        Self {
            list: None,
            article: Some(self.body()),
            aside: None,
            ..self
        }
    }

    /// The same with the article in two languages side by side and no list; as it is where there is no room for that.
    #[must_use]
    pub fn side_by_side(self) -> Self {
        let body = Area {
            x: 0,
            width: self.rule.width,
            ..self.body()
        };
        if body.width < TWO_PAGES {
            return self;
        }
        // One column belongs to the line between them.
        let left = (body.width - 1) / 2;
        let right = body.width - 1 - left;
        Self {
            list: None,
            article: Some(Area {
                width: left,
                ..body
            }),
            other: Some(Area {
                x: left + 1,
                width: right,
                ..body
            }),
            ..self
        }
    }

    /// The part of the right page that text is set in.
    pub fn other_text(&self) -> Option<Area> {
        self.other.map(set_in)
    }

    /// The part of the article pane that text is set in.
    pub fn text(&self) -> Option<Area> {
        self.article.map(set_in)
    }

    /// The whole body of the screen, for what takes the place of both panes.
    pub fn body(&self) -> Area {
        let Area { x, width, .. } = self.rule;
        Area {
            x,
            width,
            ..self.list.or(self.article).unwrap_or_default()
        }
    }

    /// The part of [`Layout::body`] that text is set in.
    pub fn body_text(&self) -> Area {
        set_in(self.body())
    }
}

/// The smallest window, in no direction smaller than the present one, in which a page that must be seen whole has so much
/// room.
pub fn window_for(room: Size, look: Look, window: Size) -> Option<Size> {
    let layout = if look.large {
        Layout::one_pane
    } else {
        Layout::new
    };
    let text = |size| layout(size, Focus::Article).and_then(|layout| layout.text());
    let fits = |size| {
        text(size).is_some_and(|text| text.width >= room.columns && text.height >= room.rows)
    };
    let rows = MAX.rows.max(window.rows);
    let columns = (window.columns.max(MIN.columns)..=MAX.columns)
        .find(|&columns| fits(Size { columns, rows }))?;
    (window.rows.max(MIN.rows)..=MAX.rows)
        .map(|rows| Size { columns, rows })
        .find(|&size| fits(size))
}

/// A pane without its margins, and no wider than is pleasant to read; in the middle where there is more.
fn set_in(pane: Area) -> Area {
    // At the right edge stand a free column and the scroll bar.
    let room = pane.width - 2 * MARGIN;
    let width = room.min(MEASURE);
    Area {
        x: pane.x + MARGIN + (room - width) / 2,
        width,
        ..pane
    }
}

/// The one pane that has the focus.
const fn alone(body: Area, focus: Focus) -> (Option<Area>, Option<Area>) {
    match focus {
        Focus::Search => (Some(body), None),
        Focus::Article => (None, Some(body)),
    }
}

fn panes(body: Area, focus: Focus) -> (Option<Area>, Option<Area>) {
    let split = body.width >= WIDE || (body.width >= MEDIUM && focus == Focus::Search);
    if !split {
        return alone(body, focus);
    }
    let list = (body.width * 2 / 5).clamp(LIST.0, LIST.1);
    // One column between the panes belongs to the line that divides them.
    let article = Area {
        x: list + 1,
        width: body.width - list - 1,
        ..body
    };
    (
        Some(Area {
            width: list,
            ..body
        }),
        Some(article),
    )
}

#[cfg(test)]
mod tests;
