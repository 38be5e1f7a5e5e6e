//! status bar
use super::layout::Area;
use super::theme::Theme;
use crate::app::App;
use ratatui::buffer::Buffer;
pub fn view(_app: &App, _theme: &Theme, _area: Area, _buffer: &mut Buffer) {}
