//! Where things stand on a screen of a given size. Pure arithmetic: `app` asks it for widths and heights, the views draw
//! into the same areas.

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
const WIDE: u16 = 100;
/// From this width on they do so while the reader searches; reading takes the whole width.
const MEDIUM: u16 = 64;
/// From this height on there is a row of key hints.
pub const TALL: u16 = 14;
/// From this height on there is an empty row above the panes.
const AIRY: u16 = 28;
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
    /// The line below it, which carries the panes' titles.
    pub rule: Area,
    /// The results or topics; `None` while the article takes the whole width.
    pub list: Option<Area>,
    /// The article with its margins; `None` while the list takes the whole width.
    pub article: Option<Area>,
    pub status: Area,
    /// The key hints, where there is room for them.
    pub footer: Option<Area>,
}

impl Layout {
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
            rule: row(1, 1),
            list,
            article,
            status: row(size.rows - 1 - footer_rows, 1),
            footer: (footer_rows > 0).then(|| row(size.rows - 1, 1)),
        })
    }

    /// The part of the article pane that text is set in.
    pub fn text(&self) -> Option<Area> {
        self.article.map(set_in)
    }

    /// The whole body of the screen, for what takes the place of both panes.
    pub fn body(&self) -> Area {
        let (x, width) = (0, self.rule.width);
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

/// The smallest window, in no direction smaller than the present one, in which an article that is read has so much room.
pub fn window_for(room: Size, window: Size) -> Option<Size> {
    let text = |size| Layout::new(size, Focus::Article).and_then(|layout| layout.text());
    let columns = (window.columns.max(MIN.columns)..=MAX.columns).find(|&columns| {
        text(Size { columns, ..MIN }).is_some_and(|text| text.width >= room.columns)
    })?;
    let rows = (window.rows.max(MIN.rows)..=MAX.rows)
        .find(|&rows| text(Size { columns, rows }).is_some_and(|text| text.height >= room.rows))?;
    Some(Size { columns, rows })
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

fn panes(body: Area, focus: Focus) -> (Option<Area>, Option<Area>) {
    let split = body.width >= WIDE || (body.width >= MEDIUM && focus == Focus::Search);
    if !split {
        return match focus {
            Focus::Search => (Some(body), None),
            Focus::Article => (None, Some(body)),
        };
    }
    let list = (body.width * 2 / 5).clamp(30, 72);
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
mod tests {
    use super::*;

    const fn size(columns: u16, rows: u16) -> Size {
        Size { columns, rows }
    }

    #[test]
    fn the_areas_fill_any_screen_without_overlap() {
        for columns in (40..=300).step_by(7) {
            for rows in 10..=80 {
                for focus in [Focus::Search, Focus::Article] {
                    let layout = Layout::new(size(columns, rows), focus).expect("large enough");
                    let body = layout.list.or(layout.article).expect("one pane at least");
                    let footer = layout.footer.map_or(0, |area| area.height);
                    assert_eq!(body.y + body.height, layout.status.y);
                    assert_eq!(layout.status.y + layout.status.height + footer, rows);
                    if let (Some(list), Some(article)) = (layout.list, layout.article) {
                        assert_eq!(list.width + 1 + article.width, columns);
                        assert_eq!(article.x, list.width + 1);
                    }
                    if let Some(text) = layout.text() {
                        assert!(text.width >= 30 && text.x + text.width < columns);
                    }
                }
            }
        }
    }

    #[test]
    fn a_window_for_something_is_the_smallest_that_has_the_room() {
        assert_eq!(window_for(size(29, 15), size(40, 10)), Some(size(40, 19)));
        assert_eq!(window_for(size(41, 18), size(80, 24)), Some(size(80, 24)));
        assert_eq!(window_for(size(41, 22), size(80, 24)), Some(size(80, 26)));
        assert_eq!(window_for(size(81, 22), size(80, 24)), None);
        for rows in 7..60 {
            let found = window_for(size(30, rows), size(40, 10)).expect("there is one");
            let text = |size| Layout::new(size, Focus::Article).and_then(|layout| layout.text());
            assert!(text(found).is_some_and(|text| text.height >= rows));
        }
    }

    #[test]
    fn too_small_is_none() {
        assert_eq!(Layout::new(size(39, 10), Focus::Search), None);
        assert_eq!(Layout::new(size(40, 9), Focus::Search), None);
        assert_eq!(Layout::new(size(0, 0), Focus::Search), None);
    }

    #[test]
    fn reading_takes_the_whole_width_of_a_medium_screen() {
        let layout = Layout::new(size(80, 24), Focus::Article).expect("large enough");
        assert_eq!(layout.list, None);
        let layout = Layout::new(size(80, 24), Focus::Search).expect("large enough");
        assert!(layout.list.is_some() && layout.article.is_some());
    }
}
