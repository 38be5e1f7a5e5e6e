//! All integration tests, in one binary.

mod app;
mod cli;
mod guide;
mod screens;
mod support;
mod terminal;
