//! A text as it is written where there is no markup: items keep their numbers, bullets and boxes, and what belongs to an item
//! stands below its words.

use std::slice;

use crate::guide::markdown::{Block, plain_text};

/// Writes blocks. `is_ticked` says of a task, by its number among all and as its author left it, whether it is.
pub fn written(blocks: &[Block], is_ticked: impl Fn(usize, bool) -> bool) -> String {
    let mut tasks = Tasks {
        seen: 0,
        is_ticked: &is_ticked,
    };
    tasks.blocks(blocks, "\n\n")
}

struct Tasks<'a> {
    seen: usize,
    is_ticked: &'a dyn Fn(usize, bool) -> bool,
}

impl Tasks<'_> {
    fn blocks(&mut self, blocks: &[Block], between: &str) -> String {
        let texts = blocks.iter().map(|block| self.block(block));
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        texts.join(between)
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::List { start, items } => {
                let mut list = Vec::new();
                for (number, item) in (start.unwrap_or(0)..).zip(items) {
                    let marker = match (item.checked, start) {
                        (Some(by_author), _) => {
                            self.seen += 1;
                            let is_ticked = (self.is_ticked)(self.seen - 1, by_author);
                            if is_ticked { "☑ " } else { "☐ " }.to_owned()
                        }
                        (None, Some(_)) => format!("{number}. "),
                        (None, None) => "• ".to_owned(),
                    };
                    let text = self.blocks(&item.blocks, "\n");
                    list.push(behind(&marker, &text));
                }
                list.join("\n")
            }
            Block::Alert { title, blocks, .. } | Block::Titled { title, blocks } => {
                let title = plain_text(slice::from_ref(&Block::Paragraph(title.clone())));
                let text = self.blocks(blocks, "\n");
                [title, text]
                    .into_iter()
                    .filter(|text| !text.is_empty())
                    .collect::<Vec<_>>()
                    .join("\n")
            }
            Block::Quote(blocks) => self.blocks(blocks, "\n"),
            block => plain_text(slice::from_ref(block)),
        }
    }
}

/// A text behind a marker, its other lines below its first.
fn behind(marker: &str, text: &str) -> String {
    let indent = " ".repeat(marker.chars().count());
    let mut lines = text.lines();
    let mut all = format!("{marker}{}", lines.next().unwrap_or_default());
    for line in lines {
        all.push('\n');
        if !line.is_empty() {
            all.push_str(&indent);
            all.push_str(line);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::markdown::parse;

    #[test]
    fn items_keep_what_stands_before_them() {
        let text = "Before you call:\n\n1. Look it up.\n2. Call.\n   - by phone\n   - by app\n\n- [ ] a card\n- [x] a name\n\n> [!TIP] Wait\n> a while\n\n```sh\nx  y\n```\n";
        let expected = "Before you call:\n\n1. Look it up.\n2. Call.\n   • by phone\n   • by app\n\n☑ a card\n☐ a name\n\nWait\na while\n\nx  y";
        // Both were changed by the reader.
        assert_eq!(written(&parse(text), |_, by_author| !by_author), expected);
        assert_eq!(written(&parse("5. a\n6. b"), |_, by| by), "5. a\n6. b");
        assert_eq!(written(&[], |_, by| by), "");
    }
}
