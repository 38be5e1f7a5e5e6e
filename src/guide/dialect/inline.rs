//! Running text of one line: links by names, tags of templates, marks, attributes → what `CommonMark` has. Code, HTML, the
//! addresses of links and bare ones are left alone.

mod braces;
mod code;
mod collapsed;
pub(super) mod ends;
mod icons;
mod math;
mod pairs;
pub(super) mod size;

use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;

use self::ends::{address_end, closing, run_of};
use super::scan::near;
use super::{Braces, NAMED_BY_TARGET, OF_DOCC, attributes, emoji, material, template, wiki};

/// What one line says to the next.
#[derive(Debug, Default)]
pub(super) struct State {
    /// So many backticks end the code that is open.
    pub code: Option<usize>,
    /// A comment is open.
    pub comment: bool,
    /// Everything before this offset of the text is read already.
    pub read: usize,
    /// What the tabs are called that are still to come.
    labels: Vec<String>,
    /// Braces are nothing but text.
    braces_are_text: bool,
    /// Braces are expressions.
    has_expressions: bool,
    /// What references are defined, once somebody has asked.
    definitions: Option<Rc<HashSet<String>>>,
    /// Whether values are filled into the text, once somebody has asked.
    is_template: Option<bool>,
}

impl State {
    /// At the beginning of a text.
    pub fn of(braces: Braces) -> Self {
        Self {
            braces_are_text: braces == Braces::Text,
            has_expressions: braces == Braces::Expressions,
            is_template: (braces == Braces::Filled).then_some(true),
            ..Self::default()
        }
    }

    /// For a line that stands by itself in the same text.
    pub fn anew(&self) -> Self {
        Self {
            braces_are_text: self.braces_are_text,
            has_expressions: self.has_expressions,
            definitions: self.definitions.clone(),
            is_template: self.is_template,
            ..Self::default()
        }
    }
}

/// So far code is looked for beyond its line, in bytes.
const FAR: usize = 1_000;

pub(super) struct Inline<'t> {
    /// The whole text.
    text: &'t str,
    line: &'t str,
    /// Where the line stands in the text, if it is a part of it.
    place: Option<usize>,
    state: &'t mut State,
    out: String,
    /// So much of the line is written.
    written: usize,
    at: usize,
    /// Where bold text has begun that has not ended yet.
    bold: Option<usize>,
}

/// A line as `CommonMark` has it.
pub(super) fn rewrite<'t>(text: &'t str, line: &'t str, state: &'t mut State) -> Cow<'t, str> {
    let place = (line.as_ptr() as usize).checked_sub(text.as_ptr() as usize);
    let place = place.filter(|place| place + line.len() <= text.len());
    let inline = Inline {
        text,
        line,
        place,
        state,
        out: String::new(),
        written: 0,
        at: 0,
        bold: None,
    };
    inline.run()
}

/// Bytes at which something may begin.
const fn is_sign(byte: u8) -> bool {
    matches!(
        byte,
        b'\\'
            | b'`'
            | b'<'
            | b'!'
            | b'['
            | b']'
            | b'{'
            | b'='
            | b'^'
            | b'%'
            | b':'
            | b'~'
            | b'*'
            | b'$'
    )
}

impl<'t> Inline<'t> {
    fn run(mut self) -> Cow<'t, str> {
        if let Some(length) = self.state.code {
            match run_of(self.line, b'`', length) {
                Some(at) => {
                    self.state.code = None;
                    self.at = at + length;
                }
                None => return Cow::Borrowed(self.line),
            }
        }
        let bytes = self.line.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if is_sign(byte) {
                self.sign(byte);
            } else {
                self.at += 1;
            }
        }
        if self.written == 0 && self.out.is_empty() {
            return Cow::Borrowed(self.line);
        }
        self.out.push_str(&self.line[self.written..]);
        Cow::Owned(self.out)
    }

    fn sign(&mut self, byte: u8) {
        let rest = &self.line[self.at..];
        match byte {
            b'\\' => {
                let escaped = rest[1..].chars().next().map_or(0, char::len_utf8);
                self.at += 1 + escaped;
            }
            b'`' => self.code(rest),
            b'<' => self.angle(rest),
            b'!' if rest.starts_with("![[") => self.wiki(&rest[1..], true),
            b'[' if rest.starts_with("[[") => self.wiki(rest, false),
            b']' if rest.starts_with("](") => self.address(rest),
            b']' if rest.starts_with("][]") => self.collapsed(),
            b'{' => self.brace(rest),
            b'=' if rest.starts_with("==") => self.mark(rest),
            b'^' => self.caret(rest),
            b'%' if rest.starts_with("%%") => self.comment(rest),
            b':' => self.colon(rest),
            b'~' => self.tilde(rest),
            b'*' => self.stars(rest),
            b'$' => self.math(rest),
            _ => self.at += 1,
        }
    }

    /// Puts a text in the place of the next bytes.
    fn replace(&mut self, length: usize, text: &str) {
        self.out.push_str(&self.line[self.written..self.at]);
        self.out.push_str(text);
        self.at += length;
        self.written = self.at;
    }

    fn before(&self) -> Option<char> {
        self.line[..self.at].chars().next_back()
    }

    /// A comment, a tag of HTML or an address in angle brackets.
    fn angle(&mut self, rest: &str) {
        if let Some(comment) = rest.strip_prefix("<!--") {
            if let Some(end) = comment.find("-->") {
                match material::told(&comment[..end]) {
                    Some(told) => self.told(end + 7, &told.shown),
                    None => self.at += end + 7,
                }
            } else {
                self.state.comment = true;
                self.at = self.line.len();
            }
            return;
        }
        if let Some((length, link)) = abroad(rest) {
            return self.replace(length, &link);
        }
        if let Some(inner) = rest[1..].strip_prefix(OF_DOCC)
            && let Some(end) = near(inner, FAR).find('>')
            && !inner[..end].contains([' ', '<'])
        {
            let name = &inner[..end];
            let shown = name.rsplit(['/', '#']).next().unwrap_or(name);
            let link = format!("[{shown}](<{NAMED_BY_TARGET}{OF_DOCC}{name}>)");
            self.replace(1 + OF_DOCC.len() + end + 1, &link);
            return;
        }
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let end = near(rest, FAR).find('>').filter(|_| is_tag);
        // Vue shows what stands in such an element as it is written.
        if let Some(end) = end.filter(|&end| rest[..end].contains(" v-pre"))
            && let Some(close) = near(&rest[end..], FAR).find("</")
        {
            self.at += end + close;
            return;
        }
        match end {
            // A template may stand in an attribute.
            Some(end) if !rest[..end].contains("{{") && !rest[..end].contains("{%") => {
                self.at += end + 1;
            }
            _ => self.at += 1,
        }
    }

    fn wiki(&mut self, rest: &str, is_embedded: bool) {
        let mut link = String::new();
        match wiki::read(rest, is_embedded, &mut link) {
            Some(length) => self.replace(length + usize::from(is_embedded), &link),
            None => self.at += 1 + usize::from(is_embedded),
        }
    }

    /// The address of a link or a picture, and a list of attributes behind it.
    fn address(&mut self, rest: &str) {
        let inner = near(&rest[2..], FAR / 2);
        let Some(end) = address_end(inner) else {
            self.at += 1;
            return;
        };
        let address = &inner[..end];
        // In angle brackets it is one of this program's.
        if let Some((_, link)) = abroad(&format!("<{address}>")) {
            let has_words = !self.line[..self.at].ends_with('[');
            let (_, target) = link.split_at(link.find("](").filter(|_| has_words).unwrap_or(1));
            return self.replace(end + 3, target);
        }
        if let Some(term) = term(address, &self.line[..self.at]) {
            return self.replace(end + 3, &term);
        }
        self.unsized_words();
        if let Some(path) = without_scheme(address) {
            self.replace(end + 3, &format!("]({path})"));
            return self.attributes();
        }
        if let Some(address) = size::without(address) {
            self.replace(end + 3, &format!("]({address})"));
            self.attributes();
            return;
        }
        if address.contains("{{") || address.contains("{%") {
            let mut path = String::new();
            let mut left = address;
            while let Some(at) = left.find('{') {
                path.push_str(&left[..at]);
                left = &left[at..];
                if let Some(tag) = template::read(left) {
                    path.push_str(&tag.path().unwrap_or_default());
                    left = &left[tag.length.min(left.len())..];
                    if tag.is_repository() {
                        // Nobody here knows where that is.
                        path.push_str("about:");
                    } else if !path.is_empty() && left.starts_with(char::is_alphanumeric) {
                        // The address of a page ends with a slash.
                        let end = path.trim_end_matches('/').len();
                        path.truncate(end);
                        path.push('/');
                    }
                } else {
                    path.push('{');
                    left = &left[1..];
                }
            }
            path.push_str(left);
            let path = path.trim();
            let path = if path.contains(' ') && !path.contains('"') {
                format!("](<{path}>)")
            } else {
                format!("]({path})")
            };
            self.replace(end + 3, &path);
        } else {
            self.at += end + 3;
        }
        self.attributes();
    }

    /// The words of a picture that end here, without the size that Obsidian has behind a bar: `![words|300](…)`.
    fn unsized_words(&mut self) {
        let before = &self.line[self.written..self.at];
        // No picture has so many words, and of a line with thousands of links each would be looked through.
        let far = before.floor_char_boundary(before.len().saturating_sub(FAR));
        let (further, near) = before.split_at(far);
        let words = near
            .rsplit_once('|')
            .filter(|(words, behind)| size::is(behind) && words.contains("!["));
        if let Some((words, _)) = words {
            self.out.push_str(further);
            self.out.push_str(words.trim_end_matches('\\'));
            self.written = self.at;
        }
    }

    /// A list of attributes that stands right here is away.
    fn attributes(&mut self) {
        let rest = &self.line[self.at..];
        if let Some(inner) = rest.strip_prefix('{')
            && let Some(end) = near(inner, FAR).find('}')
            && attributes::list(&inner[..end]).is_some()
        {
            self.replace(end + 2, "");
        }
    }

    /// A footnote where it stands, `^[x]`, or the name of a block at the end of a line.
    fn caret(&mut self, rest: &str) {
        if rest.starts_with("^[")
            && self.before() != Some('[')
            && let Some(end) = closing(near(&rest[2..], FAR), b'[', b']')
        {
            let note = format!("（{}）", &rest[2..2 + end]);
            self.replace(end + 3, &note);
            return;
        }
        let name = rest[1..].trim_end();
        let is_name = name.len() > 1
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && (name.len() >= 6 || name.starts_with(|c: char| c.is_ascii_alphabetic()));
        if is_name && self.before().is_none_or(char::is_whitespace) {
            let before = &self.line[self.written..self.at];
            self.out.push_str(before.trim_end());
            self.written = self.at;
            self.replace(rest.len(), &format!("<a id=\"^{name}\"></a>"));
            return;
        }
        self.at += 1;
    }

    /// Obsidian's comments.
    fn comment(&mut self, rest: &str) {
        match near(&rest[2..], FAR).find("%%") {
            Some(end) => self.replace(end + 4, ""),
            None => self.at += 2,
        }
    }

    /// A bare address, or an emoji's name.
    fn colon(&mut self, rest: &str) {
        if rest.starts_with("://") {
            let is_part = |byte: &u8| byte.is_ascii_graphic() && !b"<>)]".contains(byte);
            self.at += rest.bytes().take_while(|byte| is_part(byte)).count();
            return;
        }
        let is_part =
            |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_+-".contains(byte);
        let name = rest[1..].bytes().take_while(|byte| is_part(byte)).count();
        let stands_apart = !self
            .before()
            .is_some_and(|c| c.is_ascii_alphanumeric() || c == ':');
        if name > 0
            && stands_apart
            && rest[1 + name..].starts_with(':')
            && let Some(emoji) = emoji::named(&rest[1..=name])
        {
            self.replace(name + 2, emoji);
            return;
        }
        if stands_apart
            && rest[1 + name..].starts_with(':')
            && let Some(shown) = material::icon(&rest[1..=name])
        {
            self.icon(name + 2, shown);
            return;
        }
        let apart = self
            .before()
            .is_none_or(|c| c.is_whitespace() || "(（「[".contains(c));
        match component(&rest[1..], name).filter(|_| apart) {
            Some((length, shown)) => self.replace(length + 1, &shown),
            None => self.at += 1,
        }
    }
}

/// The end of a link to a glossary, of which the address is nothing but `g`, as in Hugo's own manual: it leads to the page that has
/// the name of its words, or of its title, maybe in the singular. `before` is what stands before its end.
fn term(address: &str, before: &str) -> Option<String> {
    let term = match address.strip_prefix('g')? {
        "" => before.rsplit_once('[')?.1,
        title => title.strip_prefix(" \"")?.strip_suffix('"')?,
    };
    let term = term.trim_matches(['*', '_', '`']);
    let singular = match term.strip_suffix("ies") {
        Some(stem) => Some(format!("{stem}y")),
        None => term.strip_suffix('s').map(str::to_owned),
    };
    // Elsewhere than in a table the bar may be escaped as well.
    let singular = singular.map_or_else(String::new, |name| format!("\\|{name}"));
    Some(format!("](<wiki:{term}{singular}>)"))
}

/// A component within a line, `icon{name="x"}` or `badge[v3]{type="y"}`, of which the name has so many letters: how long it is,
/// and what is seen of it.
fn component(rest: &str, name: usize) -> Option<(usize, String)> {
    let begins = rest.starts_with(|c: char| c.is_ascii_lowercase());
    let mut left = rest.get(name..).filter(|_| begins)?;
    let mut shown = String::new();
    let label = left.strip_prefix('[');
    if let Some(inner) = label {
        let end = closing(near(inner, FAR), b'[', b']')?;
        inner[..end].clone_into(&mut shown);
        left = &inner[end + 1..];
    }
    let listed = left.strip_prefix('{');
    if let Some(inner) = listed {
        let end = near(inner, FAR).find('}')?;
        let attributes = attributes::Attributes::parse(&inner[..end]);
        if label.is_none() {
            let said = attributes.first(&["label", "title", "text"]);
            said.unwrap_or_default().clone_into(&mut shown);
        }
        left = &inner[end + 1..];
    }
    let is_one = label.is_some() || listed.is_some();
    is_one.then(|| (rest.len() - left.len(), shown))
}

/// Schemes that `MyST` has for pages elsewhere, and where these are.
const ABROAD: [(&str, &str); 2] = [
    ("wiki:", "https://en.wikipedia.org/wiki/"),
    ("doi:", "https://doi.org/"),
];

/// `<wiki:Page>` as a link, and how long it is.
fn abroad(rest: &str) -> Option<(usize, String)> {
    let inner = near(rest.strip_prefix('<')?, FAR);
    let (address, _) = inner.split_once('>')?;
    let mut schemes = ABROAD.iter();
    let (name, place) =
        schemes.find_map(|(scheme, place)| Some((address.strip_prefix(scheme)?, place)))?;
    let is_name = !name.is_empty() && !name.contains([' ', '<', '[', ']', '|']);
    let shown = || name.replace('_', " ");
    is_name.then(|| (address.len() + 2, format!("[{}](<{place}{name}>)", shown())))
}

/// The path in an address as Pelican has it, where it leads to a file of the site: `{filename}../a.md`.
fn without_scheme(address: &str) -> Option<&str> {
    let schemes = ["{filename}", "{static}", "{attach}", "|filename|"];
    schemes
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme))
}
