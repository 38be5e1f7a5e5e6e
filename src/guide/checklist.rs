//! Checklists: the tasks in a section's lists, which a reader can tick off before calling.

use super::markdown::{Block, Item};
use super::{Guide, SectionRef};
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

/// The sections that have tasks, in reading order; of one article, where one is named.
pub fn sections(guide: &Guide, article: Option<usize>, lang: Language) -> Vec<SectionRef> {
    let articles = article.map_or(0..guide.articles.len(), |article| article..article + 1);
    let of = |article: usize| {
        let sections = guide
            .articles
            .get(article)
            .map_or(0, |of| of.sections.len());
        (0..sections).map(move |section| SectionRef { article, section })
    };
    articles
        .flat_map(of)
        .filter(|&at| guide.section(at).texts.text(lang).body.has_tasks())
        .collect()
}
