//! Checklists: the tasks in a section's lists, which a reader can tick off before calling.

use super::markdown::{Block, Item};
use super::{Article, Guide, SectionRef};
use crate::language::Language;

/// The tasks of a section as a reader of a language is shown it, in the order of the text, also those within others.
pub fn tasks(guide: &Guide, at: SectionRef, lang: Language) -> Vec<Item> {
    let text = guide.section(at).texts.text(lang);
    let mut tasks = Vec::new();
    if text.body.has_tasks() {
        collect(&text.body.blocks(), &mut tasks);
    }
    tasks
}

fn collect(blocks: &[Block], tasks: &mut Vec<Item>) {
    for block in blocks {
        match block {
            Block::List { items, .. } => {
                for item in items {
                    if item.checked.is_some() {
                        tasks.push(item.clone());
                    }
                    collect(&item.blocks, tasks);
                }
            }
            Block::Alert { blocks, .. } | Block::Titled { blocks, .. } | Block::Quote(blocks) => {
                collect(blocks, tasks);
            }
            _ => {}
        }
    }
}

/// The sections that have tasks as a reader of a language is shown them, in reading order; of one article, where one is named.
pub fn sections(guide: &Guide, article: Option<usize>, lang: Language) -> Vec<SectionRef> {
    let all = &guide.checklists;
    let own = article.map_or(all.as_slice(), |article| {
        let start = all.partition_point(|at| at.article < article);
        let end = all.partition_point(|at| at.article <= article);
        &all[start..end]
    });
    own.iter()
        .copied()
        .filter(|&at| guide.section(at).texts.text(lang).body.has_tasks())
        .collect()
}

/// The sections that have tasks in some language, in reading order.
pub(super) fn in_articles(articles: &[Article]) -> Vec<SectionRef> {
    let mut found = Vec::new();
    for (article, of) in articles.iter().enumerate() {
        for (section, texts) in of.sections.iter().enumerate() {
            let mut texts = texts.texts.iter();
            if texts.any(|(_, text)| text.body.has_tasks()) {
                found.push(SectionRef { article, section });
            }
        }
    }
    found
}
