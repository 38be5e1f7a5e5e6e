//! Themes of somebody's own: a built-in one with other colours.

use clap::ValueEnum;

use crate::guide::nearest;
use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::{Node, Value};
use crate::ui::theme::Choice;
use crate::ui::theme::own::{self, NAMES, Own};

use super::{named, shown};

/// A theme with a name.
#[derive(Debug, Clone)]
pub struct Theme {
    pub name: String,
    /// The built-in one whose other colours it has.
    pub over: Choice,
    pub own: Own,
}

/// The names of the built-in themes.
pub fn built_in() -> impl Iterator<Item = &'static str> {
    Choice::value_variants().iter().filter_map(|choice| {
        let value = choice.to_possible_value()?;
        // The names are literals.
        NAMES_OF_CHOICES
            .iter()
            .copied()
            .find(|name| *name == value.get_name())
    })
}

const NAMES_OF_CHOICES: [&str; 6] = ["auto", "dark", "light", "contrast", "16", "mono"];

pub fn read(node: &Node, report: &mut Report) -> Vec<Theme> {
    if !matches!(node.value, Value::Map(_)) {
        let help = "write `themes:`, below it a name, and below that its colours";
        report.error(node.line, "`themes` should be named themes", help);
        return Vec::new();
    }
    let themes = node.entries().iter();
    themes
        .filter_map(|(name, node)| {
            if built_in().any(|other| other == name.value) {
                let what = format!("{} is a built-in theme", quoted(&name.value));
                report.error(name.line, &what, "give yours another name");
                return None;
            }
            theme(&name.value, node, report)
        })
        .collect()
}

fn theme(name: &str, node: &Node, report: &mut Report) -> Option<Theme> {
    if !matches!(node.value, Value::Map(_)) {
        let what = format!("the theme {} should have colours", quoted(name));
        report.error(
            node.line,
            &what,
            "write them below it, such as `accent: 80`",
        );
        return None;
    }
    let mut theme = Theme {
        name: name.to_owned(),
        over: Choice::Auto,
        own: Own::default(),
    };
    for (part, value) in node.entries() {
        let Some((line, written)) = named(value, &part.value, report) else {
            continue;
        };
        if part.value == "over" {
            match Choice::from_str(&written, false) {
                Ok(Choice::Contrast | Choice::Mono) => {
                    let what = format!("the theme `{}` has no colours to change", shown(&written));
                    report.error(line, &what, "write auto, dark, light or 16");
                }
                Ok(choice) => theme.over = choice,
                Err(_) => {
                    let what = format!("there is no theme {} to begin with", quoted(&written));
                    report.error(line, &what, "write auto, dark, light or 16");
                }
            }
            continue;
        }
        if !NAMES.contains(&part.value.as_str()) {
            let help = match nearest(&part.value, NAMES.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known are over, {}", NAMES.join(", ")),
            };
            let what = format!("nothing in a theme is called {}", quoted(&part.value));
            report.error(part.line, &what, &help);
            continue;
        }
        let Some(colour) = own::colour(&written) else {
            let names: Vec<&str> = own::colour_names().collect();
            let help = match nearest(&written, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!(
                    "write a number from 0 to 255, \"#rrggbb\" in quotes, or one of {}",
                    names.join(", ")
                ),
            };
            let what = format!("{} is no colour", quoted(&written));
            report.error(line, &what, &help);
            continue;
        };
        theme.own.set(&part.value, colour);
    }
    Some(theme)
}
