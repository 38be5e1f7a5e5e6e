//! All integration tests, in one binary.
#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the right answer to what must not happen"
)]

mod app;
mod checking;
mod city;
mod cli;
mod desk;
mod docs;
mod faults;
mod fuzz;
mod guide;
mod insight;
mod key_tables;
mod kiosk;
mod languages;
mod layouts;
mod manual;
mod plain;
mod rooms;
mod scale;
mod screens;
mod search;
mod setting;
mod store;
mod storm;
mod supervisor;
mod support;
mod terminal;
mod trust;
