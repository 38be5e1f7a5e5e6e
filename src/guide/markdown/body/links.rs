//! The links of a text: where they lead, and what they are led to.

use super::{Body, Part, PartKind, offset};

/// What becomes of a link.
#[derive(Debug, Default)]
pub(in crate::guide) struct Lead {
    /// Where it leads; a link that leads nowhere is its text.
    pub target: Option<String>,
    /// Its text, where that is another one now.
    pub words: Option<String>,
}

impl Body {
    /// The targets of all links, in reading order.
    pub fn links(&self) -> impl Iterator<Item = &str> {
        let links = (0..self.parts.len()).filter(|&at| self.parts[at].kind == PartKind::Link);
        links.map(|at| self.text(at + 1))
    }

    /// How much of its text is that of links, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
    pub fn share_of_links(&self) -> f32 {
        let (mut all, mut linked, mut end) = (0, 0, 0);
        // Addresses are no text: one may be longer than the sentence around it.
        let mut address = None;
        for (at, part) in self.parts.iter().enumerate() {
            if part.kind == PartKind::Link {
                end = self.end(at);
            }
            if matches!(part.kind, PartKind::Link | PartKind::Image) {
                address = Some(at + 1);
            } else if part.kind.is_text() && address != Some(at) {
                let length = part.to.saturating_sub(part.from);
                all += length;
                linked += if at < end { length } else { 0 };
            }
        }
        if all > 0 {
            linked as f32 / all as f32
        } else {
            0.0
        }
    }

    /// Puts in the place of every link's target what `f` makes of it; where that is nothing, the link becomes its text. Where `f`
    /// has words for a link, these become its text.
    pub(in crate::guide) fn map_links(&mut self, mut f: impl FnMut(&str) -> Lead) {
        let mut others = String::new();
        // For every part how many before it are gone, once the first is.
        let mut gone: Vec<u32> = Vec::new();
        for at in 0..self.parts.len() {
            if self.parts[at].kind != PartKind::Link {
                continue;
            }
            let Lead { target, words } = f(self.text(at + 1));
            let is_one = self.end(at) == at + 3 && self.parts[at + 2].kind.is_text();
            let words = words.filter(|_| is_one).map(|words| (at + 2, words));
            if target.is_none() {
                gone.extend([offset(at), offset(at + 1)]);
            }
            let target = target.filter(|target| target != self.text(at + 1));
            for (at, text) in target
                .map(|target| (at + 1, target))
                .into_iter()
                .chain(words)
            {
                let from = self.others.len() + others.len();
                others.push_str(&text);
                self.parts[at] = Part {
                    kind: PartKind::Other,
                    from: offset(from),
                    to: offset(from + text.len()),
                };
            }
        }
        if !others.is_empty() {
            self.others = [&self.others, others.as_str()].concat().into();
        }
        if !gone.is_empty() {
            self.take_out(&gone);
        }
    }

    /// Takes parts out by their ascending indexes; what is in them stays.
    fn take_out(&mut self, gone: &[u32]) {
        let before = |at: u32| offset(gone.partition_point(|&gone| gone < at));
        let mut kept = Vec::with_capacity(self.parts.len().saturating_sub(gone.len()));
        for (at, part) in self.parts.iter().enumerate() {
            if gone.binary_search(&offset(at)).is_err() {
                let mut part = *part;
                if !part.kind.is_text() {
                    part.to -= before(part.to);
                }
                kept.push(part);
            }
        }
        self.parts = kept.into();
    }
}
