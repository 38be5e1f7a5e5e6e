//! Braces in running text: tags of templates, and lists of attributes.

use super::{FAR, Inline};
use crate::guide::dialect::attributes;
use crate::guide::dialect::scan::near;
use crate::guide::dialect::template::{self, Value};

impl<'t> Inline<'t> {
    /// What begins with a brace: a tag of a template, a list of attributes, or nothing.
    pub(super) fn brace(&mut self, rest: &'t str) {
        if rest.starts_with("{{") || rest.starts_with("{%") {
            self.template(rest);
            return;
        }
        if rest.starts_with("{#")
            && let Some(end) = near(rest, FAR).find("#}")
            && !self.state.braces_are_text
            && self.is_template()
        {
            // A comment for whoever writes the template.
            self.replace(end + 2, "");
            return;
        }
        if let Some(end) = near(rest, FAR).find('}')
            && attributes::list(&rest[1..end]).is_some()
        {
            let before = self.before();
            let ends = rest[end + 1..].trim().is_empty();
            let is_kramdown = rest.starts_with("{:");
            let follows = before.is_some_and(|c| {
                matches!(c, ')' | ']' | '`' | '*' | '_' | '"') || (is_kramdown && c == '>')
            });
            // A class or an id is a list right behind a sentence, too.
            let is_marked = rest.starts_with("{.") || rest.starts_with("{#");
            let ends_sentence = before.is_some_and(|c| !c.is_ascii_alphanumeric());
            // Kramdown's at the beginning of an item or a line, anybody's at its end.
            let begins = self.line[..self.at]
                .trim_matches([' ', '-', '*', '>', '|'])
                .is_empty();
            if (ends && (begins || before == Some(' ') || (is_marked && ends_sentence)))
                || follows
                || (begins && is_kramdown)
            {
                self.replace(end + 1, "");
                return;
            }
        }
        if rest.starts_with("{:") && self.long_list(rest) {
            return;
        }
        self.at += 1;
    }

    /// A list of attributes that goes on in the next line is away.
    fn long_list(&mut self, rest: &str) -> bool {
        let Some(place) = self.place else {
            return false;
        };
        let all = near(&self.text[place + self.at..], FAR);
        let Some(end) = all.find('}').filter(|&end| end > rest.len()) else {
            return false;
        };
        let inner = all[1..end].replace('\n', " ");
        if all[..end].contains("\n\n") || attributes::list(&inner).is_none() {
            return false;
        }
        self.state.read = place + self.at + end + 1;
        self.replace(rest.len(), "");
        true
    }

    fn template(&mut self, rest: &'t str) {
        // A tag may go on in the next lines.
        let all = match self.place {
            Some(place) => &self.text[place + self.at..],
            None => rest,
        };
        let is_math = matches!(self.before(), Some('_' | '^' | '\\' | '$'));
        let Some(tag) = template::read(all).filter(|_| !is_math) else {
            self.at += 2;
            return;
        };
        let is_text = match tag.value() {
            Value::Words => true,
            Value::Name => !self.is_template(),
            Value::Computed => false,
        };
        if is_text || self.state.braces_are_text {
            self.at += 2;
            return;
        }
        let mut shown = self.shown(&tag);
        if shown.is_empty()
            && let Some(term) = tag.term()
            && near(&all[tag.length..], 4 * FAR).contains(&tag.end_marks()[0])
        {
            shown = format!("**{term}** ");
        }
        let mut length = tag.length.min(rest.len());
        let is_bold_only = shown.trim().is_empty()
            && self.line[self.written..self.at].ends_with("**")
            && rest[length..].starts_with("**");
        if is_bold_only {
            // Nothing would be left between the signs.
            self.at -= 2;
            self.bold = None;
            length += 4;
        }
        if tag.length > rest.len()
            && let Some(place) = self.place
        {
            self.state.read = place + self.at + tag.length;
        }
        self.replace(length, &shown);
    }

    fn is_template(&mut self) -> bool {
        let text = self.text;
        let known = &mut self.state.is_template;
        *known.get_or_insert_with(|| template::is_template(text))
    }

    /// What a tag shows. A tab within a line begins with its title, and another line.
    fn shown(&mut self, tag: &template::Tag<'_>) -> String {
        if let Some(labels) = tag.tabs() {
            self.state.labels = labels;
            return String::new();
        }
        let Some(title) = tag.title_of_tab(&mut self.state.labels) else {
            return tag.shown();
        };
        let said = [&self.out, &self.line[self.written..self.at]];
        let begins = said.iter().all(|said| said.trim().is_empty());
        format!("{}**{title}** ", if begins { "" } else { "<br>" })
    }
}
