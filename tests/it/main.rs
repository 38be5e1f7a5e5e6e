//! All integration tests, in one binary.

mod app;
mod cli;
mod desk;
mod guide;
mod screens;
mod search;
mod support;
mod terminal;
