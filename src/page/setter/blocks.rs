//! A guide's blocks, set one below the other.

use super::super::inline::Flat;
use super::super::table::{self, Table};
use super::super::{Piece, Role};
use super::Setter;
use crate::guide::Block;
use crate::guide::markdown::{AlertKind, Inline, plain_text};
use crate::i18n;
use crate::language::Language;
use crate::text::width::width;

impl Setter<'_> {
    pub fn blocks(&mut self, blocks: &[Block], lang: Language) {
        for (n, block) in blocks.iter().enumerate() {
            if n > 0 {
                self.gap();
            }
            self.block(block, lang);
        }
    }

    /// The blocks of a list item: no empty lines between them.
    pub(super) fn tight_blocks(&mut self, blocks: &[Block], lang: Language) {
        for block in blocks {
            self.block(block, lang);
        }
        if blocks.is_empty() {
            self.line(Vec::new());
        }
    }

    fn block(&mut self, block: &Block, lang: Language) {
        match block {
            Block::Heading { content, .. } => {
                self.flat(&Flat::new(Role::Heading, content, lang));
            }
            Block::Paragraph(content) => self.inlines(content, lang),
            Block::List { start, items } => self.list(*start, items, lang),
            Block::Alert {
                kind,
                title,
                blocks,
            } => self.alert(*kind, title, blocks, lang),
            Block::Titled { title, blocks } => self.titled(title, blocks, lang),
            Block::Quote(blocks) => {
                let bar = Piece::new(Role::Rule, "│ ");
                self.barred(bar, |setter| setter.blocks(blocks, lang));
            }
            Block::Table {
                alignments,
                header,
                rows,
            } => {
                let table = Table {
                    alignments,
                    header,
                    rows,
                };
                table::set(self, &table, lang);
            }
            Block::Code {
                language,
                title,
                text,
            } => self.code_block(language.as_deref(), title.as_deref(), text),
            Block::Rule => self.rule(),
        }
    }

    /// A title stands quietly above. The language shows in the colours only: above the code its name would be read as code.
    fn code_block(&mut self, language: Option<&str>, title: Option<&str>, text: &str) {
        let bar = Piece::new(Role::Rule, "  ");
        self.indented(bar.clone(), bar, |setter| {
            if let Some(title) = title {
                setter.text(Role::Dim, title);
            }
            setter.code(language, text.trim_end());
        });
    }

    /// A title, and what it is of below and beside a line.
    fn titled(&mut self, title: &[Inline], blocks: &[Block], lang: Language) {
        self.flat(&Flat::new(Role::Strong, title, lang));
        if !blocks.is_empty() {
            let bar = Piece::new(Role::Rule, "│ ");
            self.barred(bar, |setter| setter.blocks(blocks, lang));
        }
    }

    /// A box. A title of its own stands in its upper edge, or where that is too short as its first line.
    fn alert(&mut self, kind: AlertKind, title: &[Inline], blocks: &[Block], lang: Language) {
        let label = i18n::screen::alert(lang, kind);
        let words = plain_text(&[Block::Paragraph(title.to_vec())]);
        let is_said = words.is_empty() || words.eq_ignore_ascii_case(label);
        let whole = format!("{label}: {words}");
        // Links and line breaks need a line that is set.
        let fits = title.iter().all(|inline| matches!(inline, Inline::Text(_)))
            && width(&whole) + 6 <= self.room()
            && !words.contains('\n');
        let label = if is_said || !fits { label } else { &whole };
        self.boxed(Role::Alert(kind), label, |setter| {
            if !is_said && !fits {
                setter.flat(&Flat::new(Role::Strong, title, lang));
            }
            setter.blocks(blocks, lang);
        });
    }
}
