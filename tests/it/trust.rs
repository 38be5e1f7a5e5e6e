//! Guides that are signed, by minisign itself: what was not signed whole is never one.

mod attacks;
mod commands;
mod damage;
mod fresh;
#[cfg(target_os = "linux")]
mod kiosk;
pub mod place;
