//! All integration tests, in one binary.

mod app;
mod cli;
mod desk;
mod guide;
mod screens;
mod search;
mod store;
mod support;
mod terminal;
