//! What home pages say in their front matter: generators show it in large above the text.

use std::fmt::Write as _;

use serde_yaml::Value;

use super::text;
use crate::text::single_spaced;

/// What stands above the text of a page, as Markdown: what the site is for, where to begin, what it has.
pub(super) fn above(map: &Value) -> Option<String> {
    let hero = map.get("hero").filter(|hero| hero.is_mapping());
    let is_home = |key: &str, value: &str| map.get(key).and_then(text).as_deref() == Some(value);
    if hero.is_none() && !is_home("home", "true") && !is_home("layout", "home") {
        return None;
    }
    let outer = hero.unwrap_or(map);
    let mut above = String::new();
    for said in ["text", "tagline"]
        .iter()
        .filter_map(|key| line(outer, key))
    {
        let _ = write!(above, "{said}\n\n");
    }
    let actions = list(outer, "actions").map(|action| link(action, "text", "link"));
    let one = std::iter::once(link(map, "actionText", "actionLink"));
    items(actions.chain(one), &mut above);
    let features = list(map, "features").map(|feature| {
        let title = link(feature, "title", "link").map(|title| format!("**{title}**"));
        let said = [title, line(feature, "details")];
        let said: Vec<String> = said.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(": "))
    });
    items(features, &mut above);
    (!above.is_empty()).then_some(above)
}

/// A value in one line.
fn line(map: &Value, key: &str) -> Option<String> {
    let text = text(map.get(key)?)?;
    Some(single_spaced(&text))
}

fn link(map: &Value, words: &str, target: &str) -> Option<String> {
    let words = line(map, words)?;
    Some(match line(map, target) {
        Some(target) => format!("[{words}](<{target}>)"),
        None => words,
    })
}

fn list<'m>(map: &'m Value, key: &str) -> impl Iterator<Item = &'m Value> {
    map.get(key)
        .and_then(Value::as_sequence)
        .into_iter()
        .flatten()
}

fn items(said: impl Iterator<Item = Option<String>>, above: &mut String) {
    let before = above.len();
    for said in said.flatten() {
        let _ = writeln!(above, "- {said}");
    }
    if above.len() > before {
        // Lists that follow each other are two.
        above.push_str("\n<!-- -->\n\n");
    }
}

#[cfg(test)]
mod tests {
    use crate::guide::folder::front::split;

    #[test]
    fn home_pages_speak_in_their_front_matter() {
        let above = |front: &str| split(&format!("---\n{front}\n---\nx\n")).0.above;
        assert_eq!(
            above("layout: home\nhero:\n  name: N\n  text: A\n  tagline: B\n   c\n  actions:\n  - text: Go\n    link: /go\n    theme: x\nfeatures:\n- title: T\n  details: D\n  icon: i\n- details: E").as_deref(),
            Some("A\n\nB c\n\n- [Go](</go>)\n\n<!-- -->\n\n- **T**: D\n- E\n\n<!-- -->\n\n")
        );
        assert_eq!(
            above("home: true\nheroText: N\ntagline: B\nactionText: Go\nactionLink: /go")
                .as_deref(),
            Some("B\n\n- [Go](</go>)\n\n<!-- -->\n\n")
        );
        assert_eq!(above("title: T\ntagline: B\nfeatures:\n- title: x"), None);
        assert_eq!(above("hero: picture.png\ntitle: T"), None);
        assert_eq!(above("layout: home"), None);
    }
}
