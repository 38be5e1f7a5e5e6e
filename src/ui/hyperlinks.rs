//! The web addresses on the screen, and where: for terminals that can open them.

use std::ops::Range;

use super::article;
use crate::app::App;
use crate::page::{Line, Target};
use crate::text::web::clean_address;

/// Cells of one row that lead to a web address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hyperlink {
    pub columns: Range<u16>,
    pub row: u16,
    /// ASCII without spaces and control characters; begins with `https://`.
    pub address: String,
    /// Equal for the rows of one link.
    pub id: usize,
}

/// The hyperlinks that [`view`](super::view) shows, in the order of the screen.
pub fn hyperlinks(app: &App) -> Vec<Hyperlink> {
    let text = app.layout().and_then(|layout| layout.text());
    let Some(area) = text.filter(|_| app.visit.menu.is_none()) else {
        return Vec::new();
    };
    let shown = app
        .visit
        .reader
        .page
        .lines
        .iter()
        .skip(app.visit.reader.top);
    let links = &app.visit.reader.page.links;
    let leads_out = |link: usize| {
        let target = links.get(link).map(|link| &link.target);
        matches!(target, Some(Target::Web(_) | Target::Copy(_)))
    };
    let has_any = |line: &Line| {
        let mut links = line.pieces.iter().filter_map(|piece| piece.link);
        links.any(leads_out)
    };
    (0..area.height)
        .zip(shown)
        .filter(|(_, line)| has_any(line))
        .flat_map(|(row, line)| article::pieces(line, area).map(move |piece| (row, piece)))
        .filter_map(|(row, (columns, piece))| {
            let id = piece.link?;
            let address = match &app.visit.reader.page.links.get(id)?.target {
                Target::Web(address) | Target::Copy(address) => clean_address(address)?,
                _ => return None,
            };
            let row = area.y + row;
            Some(Hyperlink {
                columns,
                row,
                address,
                id,
            })
        })
        .collect()
}
