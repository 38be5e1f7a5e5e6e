//! A guide's index in use: opened or built, asked, and built anew where it breaks. What the screen, the dialogue in lines
//! and the commands have in common; they differ in who waits.

mod builder;

use std::sync::Arc;

use super::progress::{Pace, Report};
use super::searcher::Searcher;
use super::store::{Opened, Origin, State, Store, Unstored};
use super::{Results, Spelt};
use crate::guide::Guide;
use crate::language::Language;

pub use builder::Builder;

/// Who waits while a large index is built. A small one is there before anybody notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// Whoever opens it: what answers is the index of this guide.
    Always,
    /// The same, unless an index of an earlier state of the guide can answer meanwhile.
    UnlessEarlier,
    /// Nobody: meanwhile an earlier index answers, or none does.
    Never,
}

/// What is heard of a build that goes on beside.
#[derive(Debug)]
pub enum Build {
    /// It is so far.
    At(Pace),
    Done(Box<Searcher>),
    /// There is a mistake in the program; the log says more.
    Failed,
}

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    pub text: &'a str,
    pub language: Language,
    /// How many hits are wanted.
    pub limit: usize,
}

/// What comes of a query.
#[derive(Debug)]
pub enum Answer {
    Found(Results),
    /// No index is there yet.
    NotYet,
    /// The index turned out to be broken, and is given up.
    Broken,
}

/// A guide with what answers queries about it.
#[derive(Debug)]
pub struct Service {
    store: Store,
    guide: Arc<Guide>,
    builder: Arc<Builder>,
    searcher: Option<Searcher>,
    /// What answers already, and is to be stored.
    unstored: Option<Unstored>,
}

impl Service {
    /// Nothing is opened yet. `builder` is for what is built beside.
    pub const fn new(store: Store, guide: Arc<Guide>, builder: Arc<Builder>) -> Self {
        Self {
            store,
            guide,
            builder,
            searcher: None,
            unstored: None,
        }
    }

    pub const fn guide(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// Opens the index or builds it; `report` hears of a build that is waited for. Says whether one goes on beside; `None`
    /// if `report` stopped it. What was built may still have to be stored ([`Service::keep`]).
    pub fn open(&mut self, wait: Wait, report: &mut Report<'_>) -> Option<bool> {
        if wait != Wait::Always {
            self.searcher = self.store.open(&self.guide);
            if self.searcher.is_some() {
                return Some(false);
            }
            if self.store.is_large(&self.guide) {
                self.searcher = self.store.open_previous(&self.guide);
                if self.searcher.is_some() || wait == Wait::Never {
                    self.build_beside(false);
                    return Some(true);
                }
            }
        }
        let Opened {
            searcher,
            origin,
            unstored,
        } = self.store.open_or_build_first(&self.guide, report)?;
        self.unstored = unstored;
        self.take_over(searcher, origin);
        Some(false)
    }

    /// Stores what was built, for the next start: when nobody waits for an answer.
    pub fn keep(&mut self) {
        if let Some(unstored) = self.unstored.take() {
            unstored.store();
        }
    }

    /// Opens the index for whoever can read no file later: what is stored is read whole, and built anew if it is not as
    /// it was. `None` if `report` stopped it.
    pub fn open_whole(&mut self, report: &mut Report<'_>) -> Option<()> {
        let (searcher, origin) = match self.store.verify(&self.guide) {
            // A large index is otherwise checked while it is used, and could then not be built anew.
            State::Damaged(_) => self.store.replace(&self.guide, report),
            _ => self.store.open_or_build_with(&self.guide, report),
        }?;
        self.take_over(searcher, origin);
        Some(())
    }

    /// Gets ready what the first query would have to.
    pub fn warm(&self) {
        if let Some(searcher) = &self.searcher {
            searcher.warm();
        }
    }

    /// From now on this index answers, if it is that of this guide: says whether it is.
    pub fn use_built(&mut self, searcher: Searcher) -> bool {
        let is_own = searcher.is_of(&self.guide);
        if is_own {
            self.searcher = Some(searcher);
        }
        is_own
    }

    pub fn ask(&mut self, query: Query<'_>) -> Answer {
        let Some(searcher) = &self.searcher else {
            return Answer::NotYet;
        };
        let results = search(searcher, query);
        if searcher.is_broken() {
            self.searcher = None;
            return Answer::Broken;
        }
        Answer::Found(results)
    }

    /// How the guide writes the words of a folded query; none where no index is there yet.
    pub fn spelt(&self, folded: &str) -> Vec<Spelt> {
        let searcher = self.searcher.as_ref();
        searcher.map_or_else(Vec::new, |searcher| searcher.spelt(folded))
    }

    /// The same for whoever waits until a broken index is built anew. `None` if `report` stopped that.
    pub fn ask_patiently(&mut self, query: Query<'_>, report: &mut Report<'_>) -> Option<Results> {
        if let Answer::Found(results) = self.ask(query) {
            return Some(results);
        }
        let (searcher, origin) = self.store.replace(&self.guide, report)?;
        self.take_over(searcher, origin);
        Some(search(self.searcher.as_ref()?, query))
    }

    /// Builds the index anew while an answer has to wait. It arrives by the builder's listener.
    pub fn replace_beside(&self) {
        self.build_beside(true);
    }

    fn build_beside(&self, replace: bool) {
        let (store, guide) = (self.store.clone(), Arc::clone(&self.guide));
        self.builder.start(store, guide, replace);
    }

    fn take_over(&mut self, searcher: Searcher, origin: Origin) {
        log::info!("index {origin:?}");
        self.searcher = Some(searcher);
    }
}

fn search(searcher: &Searcher, query: Query<'_>) -> Results {
    searcher.search(query.text, query.language, query.limit)
}
