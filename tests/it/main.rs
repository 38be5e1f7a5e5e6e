//! All integration tests, in one binary.

mod guide;
mod search;
mod store;
