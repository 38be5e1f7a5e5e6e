//! What the files of a guide are checked for together: numbers and addresses that are not its own.

use super::domains::Domains;
use super::phone::{PhoneBook, Stranger, Why};
use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::Node;
use crate::language::Language;
use crate::text::phone::BLOCK_END;

/// What the check of any file needs to know of the guide.
pub(in crate::guide) struct Context {
    pub languages: Vec<Language>,
    pub(super) phones: PhoneBook,
    pub(super) domains: Domains,
}

impl Context {
    /// Reports every telephone number in the texts of a YAML file that is not an official one.
    pub(in crate::guide) fn check_numbers(&self, node: &Node, report: &mut Report) {
        self.check_all_numbers(std::iter::once(node), report);
    }

    /// The same for the file of the desks. Hours are no text that anybody reads: `Mo-Fr 0900-1230` is told as times.
    pub(in crate::guide) fn check_numbers_of_desks(&self, node: &Node, report: &mut Report) {
        let desks = |key: &str, value: &Node| key == "desks" && !value.items().is_empty();
        let texts = node.entries().iter().flat_map(|(key, value)| {
            let (desks, whole) = if desks(&key.value, value) {
                (value.items(), None)
            } else {
                (&[][..], Some(value))
            };
            let fields = desks.iter().flat_map(Node::entries);
            let shown = fields.filter(|(key, _)| key.value != "hours");
            whole.into_iter().chain(shown.map(|(_, value)| value))
        });
        self.check_all_numbers(texts, report);
    }

    /// The same for parts of a file: a number may be spread over several texts.
    pub(super) fn check_all_numbers<'a>(
        &self,
        nodes: impl Iterator<Item = &'a Node>,
        report: &mut Report,
    ) {
        if !self.phones.is_strict() {
            return;
        }
        let mut all = String::new();
        let mut lines: Vec<(usize, usize)> = Vec::new();
        for node in nodes {
            node.each_text(&mut |line, text| {
                lines.push((all.len(), line));
                all.push_str(text);
                all.push(BLOCK_END);
            });
        }
        for stranger in self.phones.strangers(&all) {
            let after = lines.partition_point(|&(start, _)| start <= stranger.range.start);
            let line = after.checked_sub(1).map_or(1, |index| lines[index].1);
            report_stranger(line, &all, &stranger, report);
        }
    }

    pub(super) fn check_text(
        &self,
        line: impl Into<Option<usize>> + Copy,
        text: &str,
        report: &mut Report,
    ) {
        for stranger in self.phones.strangers(text) {
            report_stranger(line, text, &stranger, report);
        }
    }

    /// The same of an address, which may dial a number.
    pub(super) fn check_link(
        &self,
        line: impl Into<Option<usize>> + Copy,
        address: &str,
        report: &mut Report,
    ) {
        let dialled = self.phones.strangers_dialled(address);
        if dialled.is_empty() {
            self.check_text(line, address, report);
        }
        for (number, stranger) in dialled {
            report_stranger(line, &number, &stranger, report);
        }
    }

    pub(super) fn check_address(
        &self,
        line: impl Into<Option<usize>>,
        address: &str,
        report: &mut Report,
    ) {
        self.domains.check(address, line, report);
    }
}

pub(super) fn report_stranger(
    line: impl Into<Option<usize>>,
    text: &str,
    stranger: &Stranger,
    report: &mut Report,
) {
    let number = quoted(&text[stranger.range.clone()].replace(BLOCK_END, " "));
    let (what, help) = match stranger.why {
        Why::Unknown => (
            format!("the telephone number {number} is not an official one"),
            "correct it, or add it to `official_numbers` in guide.yaml; if it is no telephone number, name it in \
             `not_numbers` there, or write it in another way",
        ),
        Why::Unusual => (
            format!("the official telephone number {number} is written with unusual signs"),
            "write it in plain digits, such as \"0120-996-012\"",
        ),
    };
    report.error(line, &what, help);
}
