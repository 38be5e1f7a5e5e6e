//! Components with two colons, as Nuxt has them: what is set above their text, and where a part of it begins. Tabs that begin
//! with `@tab`.

use std::borrow::Cow;

use super::{Line, Lines};
use crate::guide::dialect::attributes::unquoted;
use crate::guide::dialect::openers::{End, Opener};
use crate::guide::markdown::kinds::Kind;

/// What is set of a component has no more lines.
const MOST_LINES: usize = 60;

/// What ends a tab, beside the next one.
const TAB: &str = "@tab";

impl<'a> Lines<'a> {
    /// What is set below the line of a component, between two lines of hyphens: these lines are shown no more, but for the words
    /// that they say.
    pub(super) fn settings(&mut self, title: &mut String) {
        let mut lines = self.text[self.end..].lines().take(MOST_LINES);
        if lines.next().is_none_or(|line| line.trim() != "---") {
            return;
        }
        let mut said: Vec<&str> = Vec::new();
        let mut count = 1;
        for line in lines {
            count += 1;
            let line = line.trim();
            if line == "---" {
                self.set = count;
                if !title.is_empty() {
                    said.insert(0, title);
                }
                *title = said.join(" — ");
                return;
            }
            // Anything else stands between two rules.
            let is_setting =
                line.is_empty() || line.contains(':') || line.starts_with(['-', '#', '}', ']']);
            if !is_setting {
                return;
            }
            let value = SHOWN
                .iter()
                .find_map(|key| line.strip_prefix(key)?.strip_prefix(':'))
                .map(|value| unquoted(value.trim()));
            said.extend(value.filter(|value| !value.is_empty() && !title.contains(value)));
        }
    }

    /// What is set in the first lines of a box of Obsidian's.
    pub(super) fn settings_of_fence(&mut self, title: &mut String) {
        const KEYS: [&str; 4] = ["title", "collapse", "icon", "color"];
        let below = self.text[self.end..].lines().map_while(|line| {
            let (key, value) = line.trim_start_matches([' ', '\t', '>']).split_once(':')?;
            KEYS.contains(&key).then_some((key, value.trim()))
        });
        let mut set = 0;
        for (key, value) in below {
            set += 1;
            if key == "title" {
                value.clone_into(title);
            }
        }
        self.set = set;
    }

    /// Whether a line only says which part of a component begins, or ends one of which nothing was made.
    pub(super) fn is_part_of_component(&self, body: &str) -> bool {
        let name = body.strip_prefix('#');
        let is_slot = name.is_some_and(|name| {
            let inner = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(inner)
        });
        self.has_components && (body == "::" || is_slot && !self.containers.is_empty())
    }

    /// `@tab Title`, `@tab:active Title#id`: a tab of what is open. It ends the one before.
    pub(super) fn tab(
        &mut self,
        line: Line<'a>,
        at: usize,
        column: usize,
        quotes: usize,
    ) -> Option<Line<'a>> {
        let body = line.rest[at..]
            .strip_prefix(TAB)
            .filter(|_| !self.containers.is_empty());
        let body = body.map(|body| body.strip_prefix(":active").unwrap_or(body));
        let Some(title) = body.filter(|body| body.is_empty() || body.starts_with(' ')) else {
            return Some(line);
        };
        let title = title
            .split('#')
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned();
        let end = End::Named(TAB.to_owned());
        self.containers.end(&end, &mut self.items);
        let before = self.before(line.source);
        let line = Line {
            before: Cow::Owned(before),
            rest: Cow::Owned(line.rest[at..].to_owned()),
            is_changed: true,
            ..line
        };
        let opener = Opener {
            kind: Kind::Titled,
            title,
            end,
        };
        self.open(line, &opener, 0, column, quotes);
        None
    }
}

/// What of the settings is seen.
const SHOWN: [&str; 5] = ["title", "label", "headline", "name", "description"];
