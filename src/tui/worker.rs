//! The thread that loads the guide, opens or builds the index and searches, so that the screen never waits.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender};

use super::{Event, Exit};
use crate::app::{Message, SearchRequest};
use crate::guide::{self, Source};
use crate::search::store::Store;

/// Works until nobody asks or listens any more.
pub fn work(
    source: &Source,
    store: &Store,
    requests: &Receiver<SearchRequest>,
    events: &SyncSender<Event>,
) {
    let (guide, problems) = guide::load(source);
    for problem in &problems {
        log::warn!("{problem}");
    }
    let Some(guide) = guide.map(Arc::new) else {
        let _ = events.send(Event::Exit(Exit::GuideRefused(problems)));
        return;
    };
    if events
        .send(Event::Message(Message::GuideLoaded(Arc::clone(&guide))))
        .is_err()
    {
        return;
    }
    let (searcher, origin) = store.open_or_build(&guide);
    log::info!("index {origin:?}");
    while let Ok(first) = requests.recv() {
        // Only the newest query matters: the answers to the others would be dropped.
        let request = requests.try_iter().last().unwrap_or(first);
        let results = searcher.search(&request.query, request.language, request.limit);
        if events
            .send(Event::Message(Message::Answer(request.id, results)))
            .is_err()
        {
            return;
        }
    }
}
