//! line_break
