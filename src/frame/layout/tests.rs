use super::*;

use crate::frame::signs::Signs;

const NORMAL: Look = Look {
    signs: Signs::All,
    large: false,
};
const LARGE: Look = Look {
    large: true,
    ..NORMAL
};

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
fn in_large_mode_there_is_one_pane_and_space_around_it() {
    for columns in (40..=300).step_by(7) {
        for rows in 10..=80 {
            for focus in [Focus::Search, Focus::Article] {
                let layout = Layout::of(LARGE, size(columns, rows), focus).expect("large enough");
                let pane = layout.list.xor(layout.article).expect("one pane");
                assert_eq!(layout.body(), pane);
                let text = layout.body_text();
                assert!(text.width >= 30 && text.x + text.width < columns);
                assert!(pane.height >= 7 && pane.y + pane.height <= layout.status.y);
                if columns >= SPACIOUS.columns && rows >= SPACIOUS.rows {
                    assert!(text.width <= LARGE_MEASURE && text.x >= 5);
                    assert_eq!(layout.status.height, 2);
                }
            }
        }
    }
    assert_eq!(Layout::of(LARGE, size(39, 60), Focus::Search), None);
}

#[test]
fn a_window_for_something_is_the_smallest_that_has_the_room() {
    assert_eq!(
        window_for(size(29, 15), NORMAL, size(40, 10)),
        Some(size(40, 19))
    );
    assert_eq!(
        window_for(size(41, 18), NORMAL, size(80, 24)),
        Some(size(80, 24))
    );
    assert_eq!(
        window_for(size(41, 22), NORMAL, size(80, 24)),
        Some(size(80, 26))
    );
    assert_eq!(window_for(size(81, 22), NORMAL, size(80, 24)), None);
    for rows in 7..60 {
        let found = window_for(size(30, rows), NORMAL, size(40, 10)).expect("there is one");
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
