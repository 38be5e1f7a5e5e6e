//! Tags of components, whose values may be expressions.

mod shown;

/// A tag is no longer than this, in bytes.
const LONGEST: usize = 16_000;

pub(super) enum Value<'a> {
    Text(&'a str),
    /// What is between the braces.
    Expression(&'a str),
    None,
}

pub(super) struct Tag<'a> {
    pub name: &'a str,
    pub attributes: Vec<(&'a str, Value<'a>)>,
    pub is_end: bool,
    pub ends_itself: bool,
    pub length: usize,
}

/// The tag that a text begins with, or how much was read to find none.
pub(super) fn read(text: &str) -> Result<Tag<'_>, usize> {
    let bytes = text.as_bytes();
    let is_end = bytes.get(1) == Some(&b'/');
    let start = 1 + usize::from(is_end);
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_.:-".contains(byte);
    let name = bytes
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take_while(is_part)
        .count();
    if bytes.first() != Some(&b'<') || name == 0 || !bytes[start].is_ascii_alphabetic() {
        return Err(1);
    }
    let mut tag = Tag {
        name: &text[start..start + name],
        attributes: Vec::new(),
        is_end,
        ends_itself: false,
        length: 0,
    };
    let mut at = start + name;
    // In a formula, `$a<B$` and `c>d`, a letter stands behind the sign, too.
    let ends_name = |byte: &u8| byte.is_ascii_whitespace() || b"/>{".contains(byte);
    if !bytes.get(at).is_some_and(ends_name) {
        return Err(at);
    }
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        if at > LONGEST {
            return Err(at);
        }
        match bytes.get(at) {
            None | Some(b'<') => return Err(at),
            Some(b'>') => {
                tag.length = at + 1;
                return Ok(tag);
            }
            Some(b'/') => {
                tag.ends_itself = bytes.get(at + 1) == Some(&b'>');
                at += 1;
            }
            Some(b'{') => at += braces(&text[at..]).map_err(|read| at + read)?.len() + 2,
            Some(_) => at = attribute(text, at, &mut tag)?,
        }
    }
}

/// Signs with which a formula goes on behind the name of something, and no attribute begins.
const fn is_of_formula(c: char) -> bool {
    matches!(
        c,
        '\\' | '$' | '+' | '-' | '^' | '&' | '|' | ',' | ';' | '~'
    )
}

/// Reads one attribute; gives where it ends.
fn attribute<'a>(text: &'a str, start: usize, tag: &mut Tag<'a>) -> Result<usize, usize> {
    let rest = &text[start..];
    if rest.starts_with(is_of_formula) {
        return Err(start);
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || "=/>{<".contains(c))
        .ok_or(text.len())?;
    // A sign that is no name: there is none of it.
    let end = if end == 0 {
        rest.chars().next().map_or(1, char::len_utf8)
    } else {
        end
    };
    let name = &rest[..end];
    let Some(value) = rest[end..].strip_prefix('=') else {
        tag.attributes.push((name, Value::None));
        return Ok(start + end);
    };
    let spaces = value.len() - value.trim_start().len();
    let (value, at) = (&value[spaces..], start + end + 1 + spaces);
    match value.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let inner = &value[1..];
            let near = inner.as_bytes();
            let close = near
                .iter()
                .take(LONGEST)
                .position(|&byte| byte == quote as u8);
            let close = close.ok_or(at + inner.len().min(LONGEST))?;
            tag.attributes.push((name, Value::Text(&inner[..close])));
            Ok(at + close + 2)
        }
        Some('{') => {
            let inner = braces(value).map_err(|read| at + read)?;
            tag.attributes.push((name, Value::Expression(inner)));
            Ok(at + inner.len() + 2)
        }
        _ => {
            let end = value
                .find(|c: char| c.is_whitespace() || c == '>')
                .ok_or(text.len())?;
            tag.attributes.push((name, Value::Text(&value[..end])));
            Ok(at + end)
        }
    }
}

/// What is between the braces that a text begins with: others in it, and those in texts and comments, are none of them. Or
/// how much was read in vain.
pub(super) fn braces(text: &str) -> Result<&str, usize> {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while at < bytes.len().min(LONGEST) {
        match bytes[at] {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Ok(&text[1..at]);
                }
            }
            // An apostrophe in text between tags is no quote, and neither is what its line does not end.
            b'\'' if at > 0 && bytes[at - 1].is_ascii_alphanumeric() => {}
            quote @ (b'"' | b'\'' | b'`') => {
                let line = &bytes[at + 1..bytes.len().min(at + 1 + LONGEST)];
                let end = line
                    .iter()
                    .position(|&byte| byte == quote || (byte == b'\n' && quote != b'`'));
                match end {
                    Some(end) if line[end] == quote => at += end + 1,
                    _ => {}
                }
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let end = bytes[at..]
                    .windows(2)
                    .take(LONGEST)
                    .position(|pair| pair == b"*/");
                at += end.ok_or(at)? + 1;
            }
            _ => {}
        }
        at += 1;
    }
    Err(at)
}

/// A text in quotes, without anything that would be put into it.
pub(super) fn literal(expression: &str) -> Option<&str> {
    let expression = expression.trim();
    let quote = expression
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let inner = expression[1..].strip_suffix(quote)?;
    (!inner.contains(quote) && !inner.contains("${")).then_some(inner)
}

impl<'a> Tag<'a> {
    /// The text of an attribute.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        let mut attributes = self.attributes.iter();
        let (_, value) = attributes.find(|(known, _)| *known == name)?;
        let text = match value {
            Value::Text(text) => text,
            Value::Expression(expression) => literal(expression)?,
            Value::None => return None,
        };
        Some(text.trim()).filter(|text| !text.is_empty())
    }

    /// Whether it is none of HTML's, which have no hyphen. A template is what a component of Vue's shows in one of its places.
    pub fn is_component(&self) -> bool {
        self.name.starts_with(|c: char| c.is_ascii_uppercase())
            || self.name.contains(['.', '-'])
            || self.name == "template"
    }

    /// Whether there is Markdown in what it encloses, although it is HTML's: `<div markdown="1">`.
    pub fn holds_markdown(&self) -> bool {
        const BLOCKS: [&str; 9] = [
            "div",
            "section",
            "article",
            "aside",
            "figure",
            "center",
            "blockquote",
            "p",
            "li",
        ];
        let is_said = |(name, value): &(&str, Value<'_>)| {
            *name == "markdown" && !matches!(value, Value::Text("0"))
        };
        !self.is_end && BLOCKS.contains(&self.name) && self.attributes.iter().any(is_said)
    }

    /// Whether it is never shown.
    pub fn is_hidden(&self) -> bool {
        self.get("v-if") == Some("false")
    }

    pub fn is_bare(&self) -> bool {
        self.attributes.is_empty()
    }

    /// Whether HTML would read it in the same way.
    pub fn is_simple(&self) -> bool {
        let mut attributes = self.attributes.iter();
        attributes.all(|(_, value)| !matches!(value, Value::Expression(_)))
    }
}
