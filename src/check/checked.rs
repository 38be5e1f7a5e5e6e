//! A text together with what was found in it.

use super::{Finding, check};
use crate::guide::Guide;

/// The numbers and addresses of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    pub text: String,
    pub findings: Vec<Finding>,
}

impl Checked {
    pub fn new(guide: &Guide, text: &str) -> Self {
        Self {
            text: text.to_owned(),
            findings: check(guide, text),
        }
    }
}
