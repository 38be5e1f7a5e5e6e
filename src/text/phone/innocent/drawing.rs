//! Coordinates of drawings, the cells of matrices, and bits.

use super::Marking;

/// What stands before coordinates: attributes of SVG, and functions in them.
#[rustfmt::skip]
static BEFORE: [&str; 14] = [
    "points=", "d=", "viewBox=", "viewbox=", "values=", "stroke-dasharray=", "keyTimes=", "matrix(", "matrix3d(", "translate(", "polygon(",
    "path(", "cubic-bezier(", "linestring(",
];
/// The commands of a path.
const COMMANDS: &str = "MmLlHhVvCcSsQqTtAaZz";
/// So many characters before a matrix's first digits may be cells without any.
const NEAR: usize = 200;
/// What stands before a matrix in LaTeX.
pub(super) const BEGIN: &str = "\\begin{";
/// What matrices begin with in LaTeX, behind the name that says which kind.
const KINDS: [&str; 6] = [
    "matrix}",
    "matrix*}",
    "array}",
    "smallmatrix}",
    "cases}",
    "vmatrix}",
];

/// So many bits in so many groups are some.
const LEAST_BITS: usize = 7;
const LEAST_GROUPS: usize = 3;
/// Between two of them stands no more.
const MAX_SIGN: usize = 4;

impl Marking<'_> {
    /// `0 1 1 0 1 0 0`, `011, 101, 110`, `0010 + 1110 = 10000`: groups of nothing but noughts and ones.
    pub(super) fn bits(&self, at: usize) -> Option<usize> {
        let are_bits = |at: usize| {
            self.digits(at)
                .bytes()
                .all(|digit| matches!(digit, b'0' | b'1'))
        };
        if !are_bits(at) || !self.begins(at) {
            return None;
        }
        // The rows of a table may have names of one letter.
        let near = |gap: &str| {
            let letters = gap.chars().filter(|c| c.is_alphabetic()).count();
            gap.chars().count() <= MAX_SIGN && letters <= 1
        };
        let joined = |&at: &usize| are_bits(at) && near(self.gap(at));
        let more = self.after(at).take_while(joined).count();
        let bits = self.digits.of(at..at + more + 1).len();
        let whole = self.digits.groups.get(at + more + 1).is_none() || self.begins(at + more + 1);
        (more + 1 >= LEAST_GROUPS && bits >= LEAST_BITS && whole).then_some(more + 1)
    }

    /// `points="0 3 12 34"`, `M3.5 0l1.2 3.4z`: what a drawing is made of.
    pub(super) fn drawing(&self, at: usize) -> Option<usize> {
        let sign = |c: char| c.is_whitespace() || "+-.".contains(c);
        let before = self.before(at).trim_end_matches(sign);
        let rest = &self.text[before.len()..];
        let path = before.strip_suffix(['M', 'm']).map(str::trim_end);
        let begins = path.unwrap_or(before);
        let begins = begins.strip_suffix(['"', '\'']).unwrap_or(begins);
        let named =
            begins.ends_with(['=', '(']) && BEFORE.iter().any(|name| begins.ends_with(name));
        if !named && path.is_none_or(|before| before.ends_with(char::is_alphanumeric)) {
            return None;
        }
        let drawn =
            |c: char| c.is_ascii_digit() || sign(c) || ",eE".contains(c) || COMMANDS.contains(c);
        let behind = rest.trim_start_matches(drawn);
        let part = &rest[..rest.len() - behind.len()];
        let commands = || part.chars().filter(|&c| COMMANDS.contains(c)).count();
        let whole = || !behind.starts_with(char::is_alphanumeric) && commands() > 1;
        (named || whole()).then(|| self.until(at, self.text.len() - behind.len()))
    }

    /// `\begin{pmatrix} 0 & 1 \\ 2 & 3 \end{pmatrix}`: all cells of a matrix.
    pub(super) fn matrix(&self, at: usize) -> Option<usize> {
        let sign = |c: char| c.is_whitespace() || "&\\$-+({[|".contains(c);
        let gap = self.gap(at);
        if !self.has_matrices || !gap.ends_with(sign) && !gap.ends_with('}') {
            return None;
        }
        let before = self.before(at);
        let from = before.char_indices().rev().take(NEAR).last()?.0;
        let begin = before[from..].rfind(BEGIN)?;
        let inner = &before[from + begin..];
        let is_matrix = KINDS.iter().any(|kind| inner.contains(kind)) && !inner.contains("\\end{");
        let length = self.following(at).find("\\end{").filter(|_| is_matrix)?;
        Some(self.until(at, self.digits.groups[at].range.end + length))
    }

    /// How many groups from this one on stand before a place in the text.
    fn until(&self, at: usize, end: usize) -> usize {
        let groups = &self.digits.groups[at..];
        let inner = groups.iter().take_while(|group| group.range.end <= end);
        inner.count().max(1)
    }
}
