//! Lines on their way into the file: gathered for an hour, then written in the order of the alphabet. So the file does not
//! tell who came after whom; and who waits for the disk is a thread of its own.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use chrono::{DateTime, Timelike, Utc};
use chrono_tz::Tz;

use super::{Journal, Line, Settled};
use crate::clock::Clock;
use crate::search::Spelt;

/// More lines are not kept for the end of the hour. Nobody types so many, so that nobody's stay together by them.
const MOST: usize = 1_000;

/// How soon what could not be written is tried again.
const AGAIN: Duration = Duration::from_mins(1);

/// Where lines are handed over.
#[derive(Debug)]
pub struct Recorder {
    lines: SyncSender<Line>,
    zone: Tz,
}

/// The other end of a [`Recorder`]: its lines, and the file that they go into.
#[derive(Debug)]
pub struct Recording {
    journal: Journal,
    lines: Receiver<Line>,
    /// Dropped when all is written, which whoever waits at the other end hears.
    _ended: SyncSender<()>,
}

impl Recorder {
    /// A recorder, what its thread works with, and where its end is heard: when there is nothing left to receive.
    pub fn new(journal: Journal, zone: Tz) -> (Self, Recording, Receiver<()>) {
        let (sender, lines) = sync_channel(MOST);
        let (ended, end) = sync_channel(0);
        let recording = Recording {
            journal,
            lines,
            _ended: ended,
        };
        let recorder = Self {
            lines: sender,
            zone,
        };
        (recorder, recording, end)
    }

    /// Hands over what may be kept of a query. Where the file takes nothing for long, it is dropped.
    pub fn note(&self, settled: Settled, spell: impl Fn(&str) -> Vec<Spelt>) {
        let _ = self.lines.try_send(Line::of(settled, self.zone, spell));
    }
}

impl Recording {
    /// Writes what comes until the recorder is gone.
    pub fn run(mut self, clock: &impl Clock) {
        let mut waiting = Vec::new();
        let mut has_failed = false;
        loop {
            let next = if waiting.is_empty() {
                self.lines.recv().map_err(RecvTimeoutError::from)
            } else {
                let hour = until_next_hour(clock.now());
                self.lines
                    .recv_timeout(if has_failed { AGAIN } else { hour })
            };
            match next {
                Ok(line) => {
                    waiting.push(line);
                    if waiting.len() < MOST {
                        continue;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return self.write(&mut waiting),
            }
            self.write(&mut waiting);
            has_failed = !waiting.is_empty();
        }
    }

    fn write(&mut self, waiting: &mut Vec<Line>) {
        waiting.sort_unstable();
        self.journal.append(waiting);
        // What does not fit for hours is lost, and not this machine's memory.
        waiting.truncate(MOST / 2);
    }
}

fn until_next_hour(now: DateTime<Utc>) -> Duration {
    let into_hour = u64::from(now.minute()) * 60 + u64::from(now.second());
    Duration::from_secs(3_600 - into_hour.min(3_599))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::thread;

    use super::*;
    use crate::language::Language;

    /// The order in which it was asked is in no file.
    #[test]
    fn what_is_written_is_in_the_order_of_the_alphabet() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("asked");
        let (recorder, recording, end) = Recorder::new(Journal::open(&path).unwrap(), Tz::UTC);
        let now: DateTime<Utc> = "2026-11-29T05:10:00Z".parse().unwrap();
        let thread = thread::spawn(move || recording.run(&now));
        for query in ["refund", "account", "payment"] {
            let settled = Settled {
                at: now,
                language: Language::EN,
                query: query.to_owned(),
                hits: 0,
                opened: BTreeSet::new(),
                empty_handed: true,
            };
            let spell = |folded: &str| {
                let range = 0..folded.len();
                let core = range.clone();
                vec![Spelt {
                    range,
                    core,
                    in_guide: None,
                }]
            };
            recorder.note(settled, spell);
        }
        drop(recorder);
        assert!(end.recv().is_err(), "nothing is ever sent");
        thread.join().unwrap();
        let lines = fs::read_to_string(&path).unwrap();
        let queries = lines.lines().map(|line| Line::parse(line).unwrap().query);
        assert_eq!(
            queries.collect::<Vec<_>>(),
            ["account", "payment", "refund"]
        );
    }

    #[test]
    fn an_hour_ends() {
        let left = |time: &str| until_next_hour(format!("2026-11-29T{time}Z").parse().unwrap());
        assert_eq!(left("05:00:00"), Duration::from_hours(1));
        assert_eq!(left("05:59:59"), Duration::from_secs(1));
        // A leap second.
        assert_eq!(left("05:59:60"), Duration::from_secs(1));
    }
}
