//! An article's front matter, and where it ends.

use super::problem::Report;

/// An article's text in two parts.
pub(super) struct Parts<'a> {
    /// With the opening `---`, which is YAML too: so its lines are those of the file. Empty where there is none.
    pub yaml: &'a str,
    pub body: &'a str,
    /// The 1-based line on which the body begins.
    pub body_line: usize,
}

/// Splits an article. `None` when the front matter never ends.
pub(super) fn split<'a>(text: &'a str, report: &mut Report) -> Option<Parts<'a>> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if !is_fence(first) {
        let help = "begin the file with `---`, `title: …`, `---`, each on a line of its own";
        report.error(1, "the front matter is missing", help);
        return Some(Parts {
            yaml: "",
            body: text,
            body_line: 1,
        });
    }
    let mut end = first.len();
    for (index, line) in lines.enumerate() {
        if is_fence(line) {
            return Some(Parts {
                yaml: &text[..end],
                body: &text[end + line.len()..],
                body_line: index + 3,
            });
        }
        end += line.len();
    }
    report.error(
        1,
        "the front matter that begins here does not end",
        "close it with a line `---`",
    );
    None
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}
