//! `madoguchi --plain`: the dialogue on the standard streams, and the index that answers in it.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use chrono_tz::Tz;

use super::progress::{Watch, stopped};
use super::{Context, Failure, Outcome, output};
use crate::app::SearchRequest;
use crate::clock::{Clock, SystemClock};
use crate::guide::Guide;
use crate::i18n::plain::texts;
use crate::language::Language;
use crate::plain::Plain;
use crate::plain::dialogue::{Ends, hold};
use crate::search::Results;
use crate::search::searcher::Searcher;
use crate::search::service::{Build, Builder, Service, Wait};
use crate::search::store::Store;
use crate::text::line_break::wrap_phrases;

/// The columns of a line where the terminal does not tell: what fits on the narrowest common one, and some to spare.
const COLUMNS: usize = 78;

/// No paragraph is longer.
const UNBROKEN: usize = 10_000;

/// How long the end waits for a build to clear up.
const PATIENCE: Duration = Duration::from_secs(3);

/// Why there is a dialogue instead of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    Wanted,
    /// The terminal cannot show a screen.
    SimpleTerminal,
}

pub(super) fn run(context: &Context, viewer: Tz, reason: Reason) -> Result<Outcome, Failure> {
    let guide = Arc::new(context.guide()?);
    let lang = guide.language_for(context.language);
    let store = Store::new(context.home.index.clone());
    let mut ends = Ends {
        input: io::stdin().lock(),
        output: output::dialogue(),
        echoes: io::stdin().is_terminal(),
    };
    if reason == Reason::SimpleTerminal {
        tell(&mut ends.output, texts(lang).chosen_for_you)?;
    }
    let mut index = match Index::open(store, Arc::clone(&guide), lang) {
        Ok(index) => index,
        Err(outcome) => return Ok(outcome),
    };
    if index.is_building {
        tell(&mut ends.output, texts(lang).building)?;
    }
    let mut plain = Plain::new(guide, SystemClock.now(), viewer, lang, columns());
    let held = hold(
        &mut plain,
        &mut ends,
        &SystemClock,
        columns,
        &mut |request| index.search(request),
    );
    index.builder.stop(PATIENCE);
    held?;
    Ok(index.stopped.map_or(Outcome::Fine, Outcome::Code))
}

fn tell(output: &mut impl io::Write, text: &str) -> io::Result<()> {
    for line in wrap_phrases(text, columns(), |_| false) {
        writeln!(output, "{}", &text[line])?;
    }
    writeln!(output)
}

/// The columns that a line may take now: no more than are pleasant to read, and one less than there are, because many
/// terminals begin a new line by themselves behind the last. In a pipe nothing is broken: whoever reads it does that.
fn columns() -> usize {
    match output::terminal_columns() {
        None => UNBROKEN,
        Some(columns @ 3..) => COLUMNS.min(columns - 1),
        Some(_) => COLUMNS,
    }
}

/// What searches, and what is built for it meanwhile.
struct Index {
    service: Service,
    lang: Language,
    builder: Arc<Builder>,
    built: Receiver<Box<Searcher>>,
    /// An index of an earlier state of the guide answers first.
    is_building: bool,
    /// 128 and the number of the signal that stopped a search.
    stopped: Option<u8>,
}

impl Index {
    /// Opens or builds the index. The error: how a signal ended it.
    fn open(store: Store, guide: Arc<Guide>, lang: Language) -> Result<Self, Outcome> {
        let (done, built) = channel();
        // How far a build is, and that it failed, is said on a screen only; the log has it.
        let builder = Arc::new(Builder::new(move |build| {
            if let Build::Done(searcher) = build {
                let _ = done.send(searcher);
            }
        }));
        let mut service = Service::new(store, guide, Arc::clone(&builder));
        let mut watch = Watch::in_lines(lang);
        let opened = service.open(Wait::UnlessEarlier, &mut |progress| watch.report(progress));
        let signal = watch.end();
        service.keep();
        Ok(Self {
            service,
            lang,
            builder,
            built,
            is_building: opened.ok_or_else(|| stopped(signal))?,
            stopped: None,
        })
    }

    /// Searches; an index that turns out to be broken is built anew. `None` if a signal stopped that.
    fn search(&mut self, request: &SearchRequest) -> Option<Results> {
        if let Ok(searcher) = self.built.try_recv() {
            // A dialogue has one guide from its beginning to its end.
            let _ = self.service.use_built(*searcher);
        }
        let mut watch = Watch::in_lines(self.lang);
        let results = self
            .service
            .ask_patiently(request.into(), &mut |progress| watch.report(progress));
        self.stopped = watch.end();
        results
    }
}
