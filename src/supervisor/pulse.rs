//! When to ask the browser whether it is alive, and when to give it up.

use std::time::{Duration, Instant};

/// How long an answer may take.
const ANSWER: Duration = Duration::from_secs(10);

/// How long a start may take without a word.
const START: Duration = Duration::from_mins(1);

/// Watches one life of the browser.
#[derive(Debug)]
pub struct Pulse {
    ping_every: Duration,
    phase: Phase,
    /// When something was due last, the terminal took nothing.
    was_stuck: bool,
}

#[derive(Debug, Clone, Copy)]
enum Phase {
    /// Not ready yet; given up at this instant.
    Starting(Instant),
    /// To be asked at this instant.
    Well(Instant),
    /// Asked; given up at this instant.
    Pinged(Instant),
    GivenUp,
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    Nothing,
    Ping,
    GiveUp,
}

impl Pulse {
    pub fn new(ping_every: Duration, now: Instant) -> Self {
        Self {
            ping_every,
            phase: Phase::Starting(now + START),
            was_stuck: false,
        }
    }

    /// It was heard: it is ready, or it answers.
    pub fn alive(&mut self, now: Instant) {
        self.phase = Phase::Well(now + self.ping_every);
        self.was_stuck = false;
    }

    /// It was heard: it is busy with its start.
    pub fn working(&mut self, now: Instant) {
        if let Phase::Starting(_) = self.phase {
            self.phase = Phase::Starting(now + START);
        }
    }

    /// When something will be due, if nothing is heard.
    pub const fn next(&self) -> Option<Instant> {
        match self.phase {
            Phase::Starting(at) | Phase::Well(at) | Phase::Pinged(at) => Some(at),
            Phase::GivenUp => None,
        }
    }

    /// What is due by now: each thing is said once. Who waits in a write to a terminal that is stuck cannot answer; that is no
    /// hang, and when the terminal takes bytes again there is as much time for the answer as ever.
    pub fn due(&mut self, now: Instant, is_stuck: impl FnOnce() -> bool) -> Due {
        if self.next().is_none_or(|at| now < at) {
            return Due::Nothing;
        }
        let later = now + ANSWER.min(self.ping_every);
        if let Phase::Well(_) = self.phase {
            self.phase = Phase::Pinged(later);
            return Due::Ping;
        }
        let is_stuck = is_stuck();
        if std::mem::replace(&mut self.was_stuck, is_stuck) || is_stuck {
            self.phase = match self.phase {
                Phase::Starting(_) => Phase::Starting(later),
                _ => Phase::Pinged(later),
            };
            return Due::Nothing;
        }
        self.phase = Phase::GivenUp;
        Due::GiveUp
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY: Duration = Duration::from_secs(30);

    #[test]
    fn who_answers_is_asked_again_and_who_does_not_is_given_up() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let mut pulse = Pulse::new(EVERY, start);
        assert_eq!(pulse.due(after(59), || false), Due::Nothing);
        pulse.alive(after(1));
        assert_eq!(pulse.due(after(30), || false), Due::Nothing);
        assert_eq!(pulse.due(after(31), || false), Due::Ping);
        assert_eq!(pulse.due(after(40), || false), Due::Nothing);
        pulse.alive(after(40));
        assert_eq!(pulse.due(after(70), || false), Due::Ping);
        assert_eq!(pulse.due(after(79), || false), Due::Nothing);
        assert_eq!(pulse.due(after(80), || false), Due::GiveUp);
        assert_eq!(pulse.due(after(800), || false), Due::Nothing);
    }

    #[test]
    fn a_start_may_take_long_if_it_says_so() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let mut pulse = Pulse::new(EVERY, start);
        pulse.working(after(50));
        assert_eq!(pulse.due(after(109), || false), Due::Nothing);
        assert_eq!(pulse.due(after(110), || false), Due::GiveUp);
    }

    #[test]
    fn who_waits_for_a_terminal_is_waited_for() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        for began in [false, true] {
            let mut pulse = Pulse::new(EVERY, start);
            if began {
                pulse.alive(after(10));
                assert_eq!(pulse.due(after(40), || true), Due::Ping);
            }
            for seconds in [60, 70, 80, 900] {
                assert_eq!(pulse.due(after(seconds), || true), Due::Nothing);
            }
            // It goes on: now there is time for an answer, and once.
            assert_eq!(pulse.due(after(910), || false), Due::Nothing);
            assert_eq!(pulse.due(after(919), || false), Due::Nothing);
            assert_eq!(pulse.due(after(920), || false), Due::GiveUp);
        }
    }
}
