//! Blocks in a short notation, for tests.

use super::{Block, Body, Inline, Item};

/// The blocks in a short notation.
pub(in crate::guide) fn shown(markdown: &str) -> String {
    of(&Body::parse(markdown).blocks())
}

pub(in crate::guide) fn of(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(" ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, content } => format!("h{level}({})", inlines(content)),
        Block::Paragraph(content) => format!("p({})", inlines(content)),
        Block::List { start, items } => {
            let items: Vec<String> = items.iter().map(|item: &Item| of(&item.blocks)).collect();
            format!(
                "{}[{}]",
                start.map_or("ul".to_owned(), |n| format!("ol{n}")),
                items.join("; ")
            )
        }
        Block::Alert {
            kind,
            title,
            blocks,
        } => {
            format!("{kind:?}<{}>({})", inlines(title), of(blocks))
        }
        Block::Titled { title, blocks } => format!("titled<{}>({})", inlines(title), of(blocks)),
        Block::Quote(blocks) => format!("quote({})", of(blocks)),
        Block::Table { header, rows, .. } => {
            let row = |row: &Vec<Vec<Inline>>| {
                let cells: Vec<String> = row.iter().map(|cell| inlines(cell)).collect();
                cells.join("|")
            };
            let rows: Vec<String> = [header].into_iter().chain(rows).map(row).collect();
            format!("table[{}]", rows.join("; "))
        }
        Block::Code {
            language,
            title,
            text,
        } => format!(
            "code<{}>({text})",
            language
                .iter()
                .chain(title)
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(",")
        ),
        Block::Rule => "rule".to_owned(),
    }
}

fn inlines(inlines: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Strong(inner) => format!("*{}*", self::inlines(inner)),
        Inline::Emphasis(inner) => format!("/{}/", self::inlines(inner)),
        Inline::Strikethrough(inner) => format!("~{}~", self::inlines(inner)),
        Inline::Code(code) => format!("`{code}`"),
        Inline::Image { alt, file } => format!("!{alt}!{file}!"),
        Inline::Link { target, content } => format!("{{{}→{target}}}", self::inlines(content)),
        Inline::Break => "⏎".to_owned(),
    };
    inlines.iter().map(one).collect()
}
